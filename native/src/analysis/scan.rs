//! Where a token ends: the three shapes of a token, on any text.
//!
//! This is the pattern of `searchkit/analysis.py`, written out: an acronym, else a word, else a letter of an unspaced
//! script with its marks. It is the slow road; `cut.rs` spares it the plain ASCII words.

use super::classes::{HANGUL_LEAD, HANGUL_TRAIL, HANGUL_VOWEL, INITIAL, Lookup, MARK, UNSPACED, WORD};

/// Returns the end of the token that starts at byte `start`, or `None` when none starts there.
///
/// `start` must lie on a character boundary inside the text.
pub(super) fn token_end(lookup: Lookup, text: &str, start: usize) -> Option<usize> {
    let scan = Scan { lookup, text };
    let first = scan.at(start)?;
    let classes = lookup.of(first);
    let after = start + first.len_utf8();
    if classes & INITIAL != 0
        && let Some(end) = scan.acronym(after)
    {
        return Some(end);
    }
    if classes & WORD != 0 {
        return Some(scan.word(after));
    }
    if classes & HANGUL_LEAD != 0 && scan.is_at(after, HANGUL_VOWEL) {
        return Some(scan.run(scan.run(after, HANGUL_VOWEL), HANGUL_TRAIL));
    }
    (classes & UNSPACED != 0).then(|| scan.run(after, MARK))
}

#[derive(Clone, Copy)]
struct Scan<'t> {
    lookup: Lookup,
    text: &'t str,
}

impl Scan<'_> {
    #[inline]
    fn at(self, place: usize) -> Option<char> {
        self.text[place..].chars().next()
    }

    fn is_at(self, place: usize, classes: u8) -> bool {
        self.at(place).is_some_and(|c| self.lookup.is(c, classes))
    }

    fn is_digit(self, place: usize) -> bool {
        self.text.as_bytes().get(place).is_some_and(u8::is_ascii_digit)
    }

    /// Returns the end of the run of characters of the classes.
    #[inline]
    fn run(self, start: usize, classes: u8) -> usize {
        let rest = &self.text[start..];
        let length = rest.find(|c| !self.lookup.is(c, classes));
        start + length.unwrap_or(rest.len())
    }

    /// Returns the end of the word whose first character ends at `place`: runs of word characters and what joins them.
    fn word(self, place: usize) -> usize {
        let mut end = self.run(place, WORD);
        while let Some(next) = self.joint(end) {
            end = self.run(next, WORD);
        }
        end
    }

    /// Returns where the word goes on after a joint at `place`: O'Brien, 1.5, 10,000.
    fn joint(self, place: usize) -> Option<usize> {
        let joint = self.at(place)?;
        let next = place + joint.len_utf8();
        let joins = match joint {
            '\'' | '’' | 'ʼ' => self.is_at(next, WORD),
            '.' => self.is_digit(place - 1) && self.is_digit(next),
            ',' => self.is_digit(place - 1) && self.is_thousand(next),
            _ => false,
        };
        joins.then_some(next)
    }

    /// Tells whether exactly three digits start at `place`.
    fn is_thousand(self, place: usize) -> bool {
        (place..place + 3).all(|digit| self.is_digit(digit)) && !self.is_digit(place + 3)
    }

    /// Returns the end of the acronym whose first letter ends at `place`: U.S., U.S.'s.
    fn acronym(self, place: usize) -> Option<usize> {
        let mut end = self.dotted_letter(place)?;
        let mut before = None;
        while let Some(next) = self.dotted_letter(end) {
            before = Some(end);
            end = next;
        }
        if self.is_at(end, WORD) {
            end = before?; // the last letter starts a word: "U.S.Army" is U.S. and Army
        }
        if self.text[end..].starts_with('.') {
            end += 1;
        }
        Some(self.possessive(end).unwrap_or(end))
    }

    fn dotted_letter(self, place: usize) -> Option<usize> {
        let mut rest = self.text[place..].chars();
        let (dot, letter) = (rest.next()?, rest.next()?);
        (dot == '.' && self.lookup.is(letter, INITIAL)).then(|| place + 1 + letter.len_utf8())
    }

    fn possessive(self, place: usize) -> Option<usize> {
        let mut rest = self.text[place..].chars();
        let (apostrophe, s) = (rest.next()?, rest.next()?);
        let end = place + apostrophe.len_utf8() + s.len_utf8();
        let is_one = matches!(apostrophe, '\'' | '’') && matches!(s, 's' | 'S');
        (is_one && !self.is_at(end, WORD)).then_some(end)
    }
}
