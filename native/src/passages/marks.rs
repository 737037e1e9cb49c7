//! Where what a query looks for occurs in a text.

use std::collections::HashMap;
use std::ops::Range;

use crate::analysis::Analyzer;
use crate::segment::is_near;

use super::{Pattern, Wanted};

/// The bytes of the text where the pattern of that number occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub start: usize,
    pub end: usize,
    pub pattern: usize,
}

/// Patterns made ready for one analyzer: its term numbers in place of terms.
pub(super) struct Finder {
    stems: Analyzer,
    words: Analyzer,
    patterns: Vec<Ready>,
    /// A bit for each term number that some pattern starts with.
    firsts: Vec<u64>,
    has_words: bool,
}

enum Ready {
    Terms(Vec<u32>),
    /// What words are meant, and which word numbers are known to be or not.
    Words(Words, HashMap<u32, bool>),
}

enum Words {
    Prefix(String),
    /// A word, and how many edits others may be away from it.
    Fuzzy(String, u8),
}

impl Words {
    fn have(&self, word: &[u8]) -> bool {
        match self {
            Words::Prefix(prefix) => word.starts_with(prefix.as_bytes()),
            Words::Fuzzy(wanted, distance) => is_near(wanted, word, *distance, 1),
        }
    }
}

struct Found {
    id: u32,
    bytes: Range<usize>,
}

impl Finder {
    pub fn new() -> Self {
        let (stems, words) = (Analyzer::new(), Analyzer::of_words());
        Self { stems, words, patterns: Vec::new(), firsts: Vec::new(), has_words: false }
    }

    /// Returns the bytes of memory taken by what was learnt from texts, about.
    pub fn memory(&self) -> usize {
        self.stems.memory() + self.words.memory()
    }

    /// Looks for these patterns from now on. What was learnt from texts so far stays known.
    pub fn look_for(&mut self, wanted: &[Wanted]) {
        self.patterns = wanted.iter().map(|wanted| ready(&wanted.pattern, &mut self.stems)).collect();
        self.has_words = self.patterns.iter().any(|pattern| matches!(pattern, Ready::Words(..)));
        self.firsts.clear();
        for pattern in &self.patterns {
            if let Ready::Terms(terms) = pattern
                && let Some(&first) = terms.first()
            {
                set_bit(&mut self.firsts, first);
            }
        }
    }

    /// Returns every occurrence of every pattern, by start, then longest first. Occurrences may overlap.
    ///
    /// `reaches` says for each pattern at which byte the part of the text ends in which it is looked for: the end of the
    /// text, or that of its lead, whose tokens are the first ones of the text.
    pub fn marks(&mut self, text: &str, reaches: &[usize]) -> Vec<Mark> {
        let text = &text[..reaches.iter().copied().max().unwrap_or_default()];
        let found: Vec<Found> = {
            let mut found = Vec::with_capacity(text.len() / 6);
            self.stems.for_each_cut(text, |id, bytes| found.push(Found { id, bytes }));
            found
        };
        let mut marks = Vec::new();
        for (position, token) in found.iter().enumerate() {
            if self.has_words {
                self.mark_words(text, token, &mut marks);
            }
            if has_bit(&self.firsts, token.id) {
                self.mark_terms(&found, position, &mut marks);
            }
        }
        marks.retain(|mark| mark.end <= reaches[mark.pattern]);
        marks.sort_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end), mark.pattern));
        marks
    }

    fn mark_terms(&self, found: &[Found], position: usize, marks: &mut Vec<Mark>) {
        for (number, pattern) in self.patterns.iter().enumerate() {
            let Ready::Terms(terms) = pattern else { continue };
            let Some(run) = found.get(position..position + terms.len()) else { continue };
            if run.iter().map(|token| token.id).eq(terms.iter().copied())
                && let (Some(first), Some(last)) = (run.first(), run.last())
            {
                marks.push(Mark { start: first.bytes.start, end: last.bytes.end, pattern: number });
            }
        }
    }

    fn mark_words(&mut self, text: &str, token: &Found, marks: &mut Vec<Mark>) {
        let Range { start, end } = token.bytes;
        let Some(word) = self.words.id_of(&text[start..end]) else { return };
        for (number, pattern) in self.patterns.iter_mut().enumerate() {
            let Ready::Words(meant, known) = pattern else { continue };
            let words = &self.words;
            if *known.entry(word).or_insert_with(|| meant.have(words.term(word))) {
                marks.push(Mark { start, end, pattern: number });
            }
        }
    }
}

fn ready(pattern: &Pattern, stems: &mut Analyzer) -> Ready {
    match pattern {
        Pattern::Terms(terms) => Ready::Terms(terms.iter().map(|term| stems.number(term.as_bytes())).collect()),
        Pattern::Prefix(prefix) => Ready::Words(Words::Prefix(prefix.clone()), HashMap::new()),
        Pattern::Fuzzy(word, distance) => Ready::Words(Words::Fuzzy(word.clone(), *distance), HashMap::new()),
    }
}

fn set_bit(bits: &mut Vec<u64>, bit: u32) {
    let word = bit as usize / 64;
    bits.resize(bits.len().max(word + 1), 0);
    bits[word] |= 1 << (bit % 64);
}

#[inline]
fn has_bit(bits: &[u64], bit: u32) -> bool {
    bits.get(bit as usize / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1)
}

/// Returns the stretches that the marks, given by start, cover together: in order, none touching another's inside.
pub(super) fn merge(marks: impl Iterator<Item = Mark>) -> Vec<Range<usize>> {
    let mut merged: Vec<Range<usize>> = Vec::new();
    for mark in marks {
        match merged.last_mut() {
            Some(last) if mark.start < last.end => last.end = last.end.max(mark.end),
            _ => merged.push(mark.start..mark.end),
        }
    }
    merged
}
