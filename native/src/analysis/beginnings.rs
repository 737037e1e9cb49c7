//! Finding the tokens that may have a wanted term, without looking up the others.
//!
//! Folding and stemming leave the beginning of a token alone: one that begins with an ASCII letter or digit has a term
//! that begins with the same one in lower case; so it is with the second, if it is one too, but that a stem may have an
//! i for a y there (dying, die). What begins with another character may have any term.

use std::ops::Range;

use super::classes::{HANGUL_LEAD, Lookup, UNSPACED, WORD};
use super::cut::{BLOCK, Block, Cuts};

/// The first two bytes of the tokens that may have one of some terms or prefixes.
pub struct Beginnings {
    lookup: Lookup,
    /// A bit for each pair of bytes in lower case.
    pairs: Box<[u64; 1024]>,
}

impl Default for Beginnings {
    fn default() -> Self {
        Self::new()
    }
}

impl Beginnings {
    /// Returns the beginnings of no tokens but those that do not begin in ASCII, which are always in.
    pub fn new() -> Self {
        Self { lookup: Lookup::new(), pairs: Box::new([0; 1024]) }
    }

    /// Returns to the beginnings that are always in.
    pub fn clear(&mut self) {
        self.pairs.fill(0);
    }

    /// Adds those of the tokens that may have this term, or a term or word with this prefix.
    pub fn add(&mut self, term: &str) {
        let Some((&first, rest)) = term.as_bytes().split_first() else { return };
        let known = rest.first().copied().filter(u8::is_ascii_alphanumeric);
        let may_be = |second: &u8| match known {
            Some(known) if second.is_ascii_alphanumeric() => *second == known || (*second, known) == (b'y', b'i'),
            Some(_) => may_be_inside(*second),
            None => true,
        };
        for second in (0..=u8::MAX).filter(may_be) {
            let pair = pair(first, second);
            self.pairs[pair / 64] |= 1 << (pair % 64);
        }
    }

    /// Tells whether the token that starts at a place may have a wanted term; it begins in ASCII.
    #[inline]
    fn may_start(&self, bytes: &[u8], start: usize) -> bool {
        let pair = pair(bytes[start], bytes.get(start + 1).copied().unwrap_or_default());
        self.pairs[pair / 64] >> (pair % 64) & 1 == 1
    }

    /// Hands the tokens of the text to `f` that may have a wanted term, in order.
    pub fn for_each(&self, text: &str, mut f: impl FnMut(Range<usize>)) {
        let bytes = text.as_bytes();
        let (mut in_word, mut in_beyond, mut done) = (0, 0, 0);
        for base in (0..bytes.len()).step_by(BLOCK) {
            let block = Block::read(bytes, base);
            let words = block.word & !(block.word << 1 | in_word);
            let beyond = block.beyond & !(block.beyond << 1 | in_beyond);
            (in_word, in_beyond) = (block.word >> (BLOCK - 1), block.beyond >> (BLOCK - 1));
            let mut starts = words | beyond;
            while starts != 0 {
                let start = base + starts.trailing_zeros() as usize;
                starts &= starts - 1;
                let is_word = bytes[start].is_ascii();
                if is_word && !self.may_start(bytes, start) || start < done {
                    continue;
                }
                if is_word && (start == 0 || !may_be_inside(bytes[start - 1])) {
                    Cuts::starting(text, self.lookup, start).next().into_iter().for_each(&mut f);
                } else if is_word || self.starts_tokens(text, start) {
                    done = self.cut_stretch(text, start, &mut f);
                }
            }
        }
    }

    /// Hands on the tokens of the stretch around a place that no token crosses, and returns its end. A plain word at
    /// its start has been seen to.
    #[cold]
    fn cut_stretch(&self, text: &str, place: usize, f: &mut impl FnMut(Range<usize>)) -> usize {
        let bytes = text.as_bytes();
        let is_outside = |&byte: &u8| !may_be_inside(byte);
        let start = bytes[..place].iter().rposition(is_outside).map_or(0, |before| before + 1);
        let end = bytes[place..].iter().position(is_outside).map_or(bytes.len(), |length| place + length);
        for cut in Cuts::starting(&text[..end], self.lookup, start) {
            let is_word = bytes[cut.start].is_ascii();
            if !is_word || cut.start > start && self.may_start(bytes, cut.start) {
                f(cut);
            }
        }
        end
    }

    /// Tells whether a token may start in the run of characters beyond ASCII that starts at a place.
    fn starts_tokens(&self, text: &str, start: usize) -> bool {
        let mut run = text[start..].chars().take_while(|c| !c.is_ascii());
        run.any(|c| self.lookup.is(c, WORD | UNSPACED | HANGUL_LEAD))
    }
}

/// Tells whether the byte can stand inside a token.
#[inline]
fn may_be_inside(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'\'' | b'.' | b',') || !byte.is_ascii()
}

/// Returns the number of a pair of bytes; letters of both cases have the same.
#[inline]
fn pair(first: u8, second: u8) -> usize {
    usize::from(u16::from_le_bytes([first, second]) | 0x2020)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::Analyzer;

    const SUFFIXES: &[&str] = &[
        "", "s", "es", "ies", "ied", "ed", "eed", "ing", "edly", "ingly", "eedly", "y", "ly", "li", "'s", "s'", "'s'",
        "e", "er", "al", "ion", "ous", "us", "ss", "ll", "sses", "ment", "ness", "ational", "ative", "ization",
        "ogist", "’s", "\u{301}", "é", ".x", ",000",
    ];

    /// Returns the tokens with the term that are handed on for it.
    fn found(analyzer: &mut Analyzer, text: &str, term: &str) -> Vec<Range<usize>> {
        let mut beginnings = Beginnings::new();
        beginnings.add(term);
        let number = analyzer.number(term.as_bytes());
        let mut found = Vec::new();
        beginnings.for_each(text, |cut| {
            if analyzer.id_at(text, cut.clone()) == Some(number) {
                found.push(cut);
            }
        });
        found
    }

    /// Checks that for each term and each word of the text its tokens are found.
    fn assert_finds_all(text: &str) {
        for mut analyzer in [Analyzer::new(), Analyzer::of_words()] {
            let tokens: Vec<_> = analyzer.ids_from(text, 0).collect();
            for &(id, _) in &tokens {
                let term = String::from_utf8(analyzer.term(id).to_vec()).unwrap();
                let expected: Vec<_> =
                    tokens.iter().filter(|token| token.0 == id).map(|token| token.1.clone()).collect();
                assert_eq!(found(&mut analyzer, text, &term), expected, "{text:?} {term:?}");
            }
        }
    }

    #[test]
    fn folding_and_stemming_leave_beginnings_alone() {
        let letters: Vec<char> = ('a'..='z').chain("AY09'.éß".chars()).collect();
        for (&first, &second) in letters.iter().flat_map(|first| letters.iter().map(move |second| (first, second))) {
            let words: Vec<_> = SUFFIXES.iter().map(|suffix| format!("{first}{second}{suffix}")).collect();
            assert_finds_all(&words.join(" "));
        }
    }

    proptest! {
        #[test]
        fn tokens_are_found_wherever_they_stand(
            parts in prop::collection::vec(
                prop::sample::select(vec![
                    "a", "Ab", "dying", "s", "x", "9", "000", ".", ",", "'", "’", "“", " ", "\n", "-", "é", "\u{301}", "北",
                    "ـ", "\u{1112}\u{1161}", "😀", "·", "a house apart from others, of many words, to fill a block; ",
                ]),
                0..60,
            ),
        ) {
            assert_finds_all(&parts.concat());
        }
    }
}
