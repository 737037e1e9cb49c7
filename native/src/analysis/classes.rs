//! What a character can be in a token: one byte of classes for each code point.

use std::sync::LazyLock;

use super::tables;

/// A set of character classes, one bit each.
pub(super) type Classes = u8;

/// Letters, numbers and marks of the scripts that put spaces between words.
pub(super) const WORD: Classes = 1;
/// Letters of the scripts that do not, and of Korean: a token each.
pub(super) const UNSPACED: Classes = 1 << 1;
/// Marks, which belong to the unspaced letter before them.
pub(super) const MARK: Classes = 1 << 2;
/// Letters that acronyms are made of (U.S.).
pub(super) const INITIAL: Classes = 1 << 3;
/// Leading consonants of decomposed Hangul.
pub(super) const HANGUL_LEAD: Classes = 1 << 4;
/// Vowels of decomposed Hangul.
pub(super) const HANGUL_VOWEL: Classes = 1 << 5;
/// Trailing consonants of decomposed Hangul.
pub(super) const HANGUL_TRAIL: Classes = 1 << 6;
/// Code points that are no characters in the Unicode version the tables are pinned to.
pub(super) const UNASSIGNED: Classes = 1 << 7;

type Range = (u32, u32);

const INITIALS: &[Range] =
    &[(0x41, 0x5a), (0x61, 0x7a), (0xc0, 0xd6), (0xd8, 0xf6), (0xf8, 0x24f), (0x370, 0x3ff), (0x400, 0x4ff)];

const MEMBERS: &[(Classes, &[Range])] = &[
    (WORD, tables::WORD),
    (UNSPACED, tables::UNSPACED),
    (MARK, tables::MARKS),
    (INITIAL, INITIALS),
    (HANGUL_LEAD, &[(0x1100, 0x115f)]),
    (HANGUL_VOWEL, &[(0x1160, 0x11a7)]),
    (HANGUL_TRAIL, &[(0x11a8, 0x11ff)]),
    (UNASSIGNED, tables::UNASSIGNED),
];

const PLANE: usize = 0x10000;

/// The classes of the Basic Multilingual Plane, where nearly all text is: 64 KB, filled at first use.
static PLANE_ZERO: LazyLock<Box<[Classes; PLANE]>> = LazyLock::new(|| {
    let mut classes = Box::new([0; PLANE]);
    for &(class, ranges) in MEMBERS {
        for &(low, high) in ranges {
            let end = PLANE.min(high as usize + 1);
            let start = end.min(low as usize);
            classes[start..end].iter_mut().for_each(|entry| *entry |= class);
        }
    }
    classes
});

/// A look-up of character classes; copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct Lookup(&'static [Classes; PLANE]);

impl Lookup {
    pub(super) fn new() -> Self {
        Self(&PLANE_ZERO)
    }

    /// Returns all classes of the character.
    #[inline]
    pub(super) fn of(self, c: char) -> Classes {
        match self.0.get(c as usize) {
            Some(&classes) => classes,
            None => astral(c as u32),
        }
    }

    /// Tells whether the character has any of the classes.
    #[inline]
    pub(super) fn is(self, c: char, classes: Classes) -> bool {
        self.of(c) & classes != 0
    }
}

/// Beyond the Basic Multilingual Plane the ranges are few: search them.
fn astral(code: u32) -> Classes {
    let holds = |ranges: &[Range]| {
        let at = ranges.partition_point(|&(_, high)| high < code);
        ranges.get(at).is_some_and(|&(low, _)| low <= code)
    };
    MEMBERS.iter().filter(|(_, ranges)| holds(ranges)).fold(0, |all, (class, _)| all | class)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_letters_of_every_plane() {
        let lookup = Lookup::new();
        assert_eq!(lookup.of('a'), WORD | INITIAL);
        assert_eq!(lookup.of('7'), WORD);
        assert_eq!(lookup.of(' '), 0);
        assert_eq!(lookup.of('北'), UNSPACED);
        assert_eq!(lookup.of('\u{301}'), WORD | MARK);
        assert_eq!(lookup.of('𠀀'), UNSPACED);
        assert_eq!(lookup.of('𝐀'), WORD);
        assert_eq!(lookup.of('😀'), 0);
        assert_eq!(lookup.of('\u{1100}'), UNSPACED | HANGUL_LEAD);
        assert_eq!(lookup.of('\u{11380}'), WORD | UNASSIGNED);
    }
}
