//! Where sentences start: the rules of `sentence_starts` in searchkit/highlight.py, from any place outwards.
//!
//! What ends a sentence is told by what stands around it, not by what ended those before: a text need not be read whole.

use memchr::{memchr, memrchr};

use super::chars::{count, is_letter, is_space};

/// After these a full stop does not end the sentence, in the words of English newsrooms.
const ABBREVIATIONS: &[&str] = &[
    "adm", "apr", "aug", "ave", "capt", "cmdr", "co", "col", "corp", "dec", "dept", "dr", "e.g", "est", "etc", "feb",
    "fig", "gen", "gov", "hon", "i.e", "inc", "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "mar", "messrs", "mr",
    "mrs", "ms", "mt", "no", "nov", "oct", "op", "pfc", "phd", "pres", "prof", "pvt", "rep", "rev", "sen", "sens",
    "sept", "sep", "sgt", "sr", "st", "supt", "u.k", "u.n", "u.s", "univ", "v", "viz", "vol", "vs",
];

const PACKED: [u64; ABBREVIATIONS.len()] = {
    let (mut packed, mut at) = ([0; ABBREVIATIONS.len()], 0);
    while at < packed.len() {
        packed[at] = pack(ABBREVIATIONS[at].as_bytes());
        at += 1;
    }
    packed
};

/// Characters of a line that nobody wrapped by hand: the line break behind it ends a paragraph.
const UNWRAPPED: usize = 120;

/// Characters looked at before and after a full stop.
const CONTEXT: usize = 20;

/// Bytes looked at together.
const STRIDE: usize = 16;

/// Returns the first byte behind `place` where a sentence starts; where none does, the end of the text.
///
/// `place` is where a sentence or a token starts.
pub(super) fn next_start(text: &str, place: usize) -> usize {
    next_break(text, place).0
}

/// Returns the same, and whether a paragraph starts there too.
fn next_break(text: &str, mut place: usize) -> (usize, bool) {
    while let Some((start, first)) = next_candidate(text, place) {
        let end = candidate_end(text, start, first);
        if let Some(end) = end.filter(|&end| ends_sentence(text, start, end, first)) {
            return (end, first == '\n');
        }
        place = end.unwrap_or_else(|| run(text, start, is_stop));
    }
    (text.len(), false)
}

/// Finds the sentences of one text while its tokens come.
pub(crate) struct BreakFinder<'t> {
    text: &'t str,
    /// Where the next sentence starts, and whether a paragraph does.
    next: (usize, bool),
}

impl<'t> BreakFinder<'t> {
    /// Starts before the first token.
    pub fn new(text: &'t str) -> Self {
        BreakFinder { text, next: next_break(text, 0) }
    }

    /// Tells whether the token at a byte, the next one, is the first behind the start of a sentence; if so, whether it is
    /// behind that of a paragraph too.
    #[inline]
    pub fn starts(&mut self, token: usize) -> Option<bool> {
        (self.next.0 <= token).then(|| self.pass(token))
    }

    fn pass(&mut self, token: usize) -> bool {
        let mut is_paragraph = false;
        while self.next.0 <= token {
            is_paragraph |= self.next.1;
            self.next = next_break(self.text, self.next.0);
        }
        is_paragraph
    }
}

/// Returns the last byte from `low`, where a sentence starts, to `place` where one does.
///
/// `place` is where a sentence or a token starts.
pub(super) fn last_start(text: &str, low: usize, mut place: usize) -> usize {
    while let Some((start, first)) = last_candidate(text, low, place) {
        let end = candidate_end(text, start, first);
        if let Some(end) = end.filter(|&end| ends_sentence(text, start, end, first)) {
            return end;
        }
        place = start;
    }
    low
}

/// Returns the first place from `place` on where a candidate starts, and its first character.
fn next_candidate(text: &str, mut place: usize) -> Option<(usize, char)> {
    let bytes = text.as_bytes();
    loop {
        let rest = &bytes[place..];
        let strides = rest.as_chunks::<STRIDE>().0.iter().take_while(|stride| !may_hold_candidate(stride)).count();
        let rest = &rest[strides * STRIDE..];
        let found = text.len() - rest.len() + rest.iter().position(may_be_candidate)?;
        let c = text[found..].chars().next()?;
        if is_candidate(c) {
            return Some((found, c));
        }
        place = found + c.len_utf8();
    }
}

/// Returns the last place from `low` on and before `place` where a candidate starts, and a character of its kind.
fn last_candidate(text: &str, low: usize, mut place: usize) -> Option<(usize, char)> {
    let bytes = text.as_bytes();
    loop {
        let rest = &bytes[low..place];
        let strides =
            rest.as_rchunks::<STRIDE>().1.iter().rev().take_while(|stride| !may_hold_candidate(stride)).count();
        let rest = &rest[..rest.len() - strides * STRIDE];
        let last = low + rest.iter().rposition(may_be_candidate)?;
        let text = &text[low..=last];
        let c = text.chars().next_back()?;
        if is_candidate(c) {
            let before = match c {
                '\n' => &text[..text.len() - 1],
                _ if is_stop(c) => text.trim_end_matches(is_stop),
                _ => text.trim_end_matches(is_full_width_stop),
            };
            return Some((low + before.len(), c));
        }
        place = last + 1 - c.len_utf8();
    }
}

#[inline]
fn may_hold_candidate(stride: &[u8; STRIDE]) -> bool {
    stride.iter().fold(false, |any, byte| any | may_be_candidate(byte))
}

/// Tells whether a candidate may start with the byte, or with a character that has it.
#[inline]
fn may_be_candidate(byte: &u8) -> bool {
    (*byte == b'\n') | (*byte == b'.') | (*byte == b'!') | (*byte == b'?') | (*byte >= 0x80)
}

fn is_candidate(c: char) -> bool {
    c == '\n' || is_stop(c) || is_full_width_stop(c)
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔' | '।')
}

fn is_full_width_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？')
}

/// Returns where the closing punctuation that starts with `first` ends; `None` if it closes nothing.
fn candidate_end(text: &str, start: usize, first: char) -> Option<usize> {
    if first == '\n' {
        return Some(start + 1);
    }
    if is_full_width_stop(first) {
        return Some(run(text, run(text, start, is_full_width_stop), |c| matches!(c, '」' | '』' | '”' | '’' | '）')));
    }
    let is_closing = |c| matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']');
    let end = run(text, run(text, start, is_stop), is_closing);
    text[end..].starts_with(is_space).then_some(end)
}

/// Returns the end of the run of such characters.
fn run(text: &str, start: usize, is: impl Fn(char) -> bool) -> usize {
    text[start..].find(|c| !is(c)).map_or(text.len(), |length| start + length)
}

fn ends_sentence(text: &str, start: usize, end: usize, first: char) -> bool {
    if first == '\n' {
        return ends_paragraph(text, start);
    }
    if &text[start..end] != "." {
        return true;
    }
    !next_visible(text, end).is_some_and(char::is_lowercase) && !is_abbreviated(last_word(text, start))
}

/// Tells whether a full stop behind the word belongs to it: an abbreviation, an initial, an acronym.
fn is_abbreviated(word: &str) -> bool {
    if word.is_ascii() && !word.contains('.') {
        return word.len() == 1 && word.as_bytes()[0].is_ascii_alphabetic() || is_abbreviation(word.as_bytes());
    }
    let word = word.to_lowercase();
    let is_single = |part: &str| count(part) == 1;
    let is_initial = is_single(&word) && word.starts_with(is_letter);
    let is_acronym = word.contains('.') && word.split('.').all(is_single);
    is_initial || is_acronym || is_abbreviation(word.as_bytes())
}

fn is_abbreviation(word: &[u8]) -> bool {
    word.len() <= size_of::<u64>() && PACKED.contains(&pack(word))
}

/// Returns the word in lower case as a number: of a list of words, numbers are searched at once.
const fn pack(word: &[u8]) -> u64 {
    let (mut packed, mut at) = (0, 0);
    while at < word.len() {
        packed = packed << 8 | word[at].to_ascii_lowercase() as u64;
        at += 1;
    }
    packed
}

/// Returns the word right before the byte, or what of it the context holds.
fn last_word(text: &str, end: usize) -> &str {
    let is_outside = |c| is_space(c) || matches!(c, '(' | '[' | '"' | '\'' | '“' | '‘');
    let mut word = end..end;
    for (at, c) in text[..end].char_indices().rev().take(CONTEXT) {
        match c {
            '\n' if at + 1 == end => word = at..at,
            _ if is_outside(c) => break,
            _ => word.start = at,
        }
    }
    &text[word]
}

/// Returns the first character from `start` on that is neither white space nor an opening quote or bracket.
fn next_visible(text: &str, start: usize) -> Option<char> {
    let is_opening = |c| matches!(c, '"' | '\'' | '“' | '‘' | '(' | '[' | '«');
    text[start..].chars().take(CONTEXT).find(|&c| !is_space(c) && !is_opening(c))
}

/// Tells whether the line break is more than one inside a paragraph wrapped by hand.
fn ends_paragraph(text: &str, newline: usize) -> bool {
    let bytes = text.as_bytes();
    let start = memrchr(b'\n', &bytes[..newline]).map_or(0, |before| before + 1);
    let end = memchr(b'\n', &bytes[newline + 1..]).map_or(text.len(), |length| newline + 1 + length);
    let previous = text[start..newline].trim_matches(is_space);
    let following = text[newline + 1..end].trim_matches(is_space);
    let is_end = |c| matches!(c, '.' | '!' | '?' | ':' | '…' | '"' | '”' | '’' | '»');
    let is_unwrapped = |line: &str| line.len() > UNWRAPPED && count(line) > UNWRAPPED;
    previous.is_empty()
        || following.is_empty()
        || previous.ends_with(is_end)
        || is_unwrapped(previous)
        || is_unwrapped(following)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{last_start, next_start};

    /// Returns where sentences start, without a start at the end of the text.
    fn starts(text: &str) -> Vec<usize> {
        let next = |&start: &usize| Some(next_start(text, start)).filter(|&next| next < text.len());
        std::iter::successors(Some(0), next).collect()
    }

    fn sentences(text: &str) -> Vec<&str> {
        let starts = starts(text);
        let ends = starts[1..].iter().copied().chain([text.len()]);
        starts.iter().zip(ends).map(|(&start, end)| text[start..end].trim()).collect()
    }

    proptest! {
        #[test]
        fn from_every_word_backwards_the_same_sentences_start(
            parts in prop::collection::vec(
                prop::sample::select(vec![
                    "a", "Mr", "é", "北", "long enough for a stride of bytes ", ".", "…", "?", "\"", "”", "。", "！", "」",
                    "\n", " ", "\u{2028}",
                ]),
                0..60,
            ),
        ) {
            let text = parts.concat();
            let starts = starts(&text);
            for (place, _) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
                let number = starts.partition_point(|&start| start <= place);
                prop_assert_eq!(last_start(&text, 0, place), starts[number - 1]);
                prop_assert_eq!(next_start(&text, place), starts.get(number).copied().unwrap_or(text.len()));
            }
        }
    }

    #[test]
    fn full_stops_of_abbreviations_initials_and_acronyms_end_nothing() {
        let text = "Mr. J. Smith of the U.S. Army spoke. He left!\" So did I.";
        assert_eq!(sentences(text), ["Mr. J. Smith of the U.S. Army spoke.", "He left!\"", "So did I."]);
    }

    #[test]
    fn chinese_full_stops_need_no_space() {
        assert_eq!(sentences("他来了。「好！」他说。"), ["他来了。", "「好！」", "他说。"]);
    }

    #[test]
    fn a_line_break_inside_a_wrapped_paragraph_ends_nothing() {
        assert_eq!(sentences("wrapped\nlines\n\nnew"), ["wrapped\nlines", "", "new"]);
    }

    #[test]
    fn an_empty_text_is_one_sentence() {
        assert_eq!((starts(""), next_start("", 0)), (vec![0], 0));
    }
}
