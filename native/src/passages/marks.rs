//! Where what a query looks for occurs in a text.

use std::collections::HashMap;
use std::ops::Range;

use crate::analysis::{Analyzer, Beginnings, Languages};
use crate::segment::is_near;
use crate::spans::Spans;

use super::places::TextPlaces;
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
    phrases: Vec<Phrase>,
    words_meant: Vec<Words>,
    /// A bit for each term number that some phrase starts with.
    firsts: Vec<u64>,
    languages: Languages,
    /// For each language, what its stems are wanted for.
    of_language: Vec<Vec<Phrase>>,
    /// What the tokens begin with that can start a phrase or have a prefix.
    beginnings: Beginnings,
    places: Vec<PlacesWanted>,
}

/// The words of stretches of a plan, if there are so many.
struct PlacesWanted {
    pattern: usize,
    plan: Spans,
    least: usize,
}

/// The terms of a pattern: one or more.
struct Phrase {
    pattern: usize,
    terms: Vec<u32>,
}

/// The words that a pattern means.
struct Words {
    pattern: usize,
    meant: Meant,
    /// The word numbers that are known to be meant or not.
    known: HashMap<u32, bool>,
}

enum Meant {
    Prefix(String),
    /// A word, and how many edits others may be away from it.
    Fuzzy(String, u8),
}

impl Meant {
    fn is_meant(&self, word: &[u8]) -> bool {
        match self {
            Meant::Prefix(prefix) => word.starts_with(prefix.as_bytes()),
            Meant::Fuzzy(wanted, distance) => is_near(wanted, word, *distance, 1),
        }
    }

    /// Returns what all words that are meant begin with.
    fn beginning(&self) -> &str {
        match self {
            Meant::Prefix(prefix) => prefix,
            Meant::Fuzzy(wanted, _) => &wanted[..wanted.chars().next().map_or(0, char::len_utf8)],
        }
    }
}

impl Finder {
    pub fn new() -> Self {
        Self {
            stems: Analyzer::new(),
            words: Analyzer::of_words(),
            phrases: Vec::new(),
            words_meant: Vec::new(),
            firsts: Vec::new(),
            languages: Languages::default(),
            of_language: Vec::new(),
            beginnings: Beginnings::new(),
            places: Vec::new(),
        }
    }

    /// Returns the bytes of memory taken by what was learnt from texts, about.
    pub fn memory(&self) -> usize {
        self.stems.memory() + self.words.memory() + self.languages.memory()
    }

    /// Looks for these patterns from now on. What was learnt from texts so far stays known.
    pub fn look_for(&mut self, wanted: &[Wanted]) {
        self.look_for_stems(wanted);
        let Self { stems, phrases, words_meant, firsts, beginnings, places, .. } = self;
        places.clear();
        phrases.clear();
        words_meant.clear();
        firsts.clear();
        beginnings.clear();
        for (pattern, Wanted { pattern: wanted, .. }) in wanted.iter().enumerate() {
            let meant = match wanted {
                Pattern::Terms(terms) => {
                    let Some(first) = terms.first() else { continue };
                    beginnings.add(first);
                    let terms: Vec<u32> = terms.iter().map(|term| stems.number(term.as_bytes())).collect();
                    set_bit(firsts, terms[0]);
                    phrases.push(Phrase { pattern, terms });
                    continue;
                }
                Pattern::Places(plan, least) => {
                    places.push(PlacesWanted { pattern, plan: plan.clone(), least: *least });
                    continue;
                }
                Pattern::Prefix(prefix) => Meant::Prefix(prefix.clone()),
                Pattern::Fuzzy(word, distance) => Meant::Fuzzy(word.clone(), *distance),
            };
            beginnings.add(meant.beginning());
            words_meant.push(Words { pattern, meant, known: HashMap::new() });
        }
    }

    fn look_for_stems(&mut self, wanted: &[Wanted]) {
        self.of_language.iter_mut().for_each(Vec::clear);
        for (pattern, Wanted { stems, .. }) in wanted.iter().enumerate() {
            for (code, stems) in stems.iter().filter(|(_, stems)| !stems.is_empty()) {
                let Some(place) = self.languages.place(code) else { continue };
                self.of_language.resize_with(self.of_language.len().max(place + 1), Vec::new);
                let analyzer = self.languages.at(place);
                let terms = stems.iter().map(|stem| analyzer.number(stem.as_bytes())).collect();
                self.of_language[place].push(Phrase { pattern, terms });
            }
        }
    }

    /// Adds the occurrences of stems in a text of a language that has some.
    fn mark_stems(&mut self, text: &str, language: &str, marks: &mut Vec<Mark>) {
        let Some(place) = self.languages.place(language) else { return };
        let Some(phrases) = self.of_language.get(place).filter(|phrases| !phrases.is_empty()) else { return };
        let mut tokens: Vec<(u32, Range<usize>)> = Vec::new();
        self.languages.at(place).for_each_cut(text, |id, cut| tokens.push((id, cut)));
        for Phrase { pattern, terms } in phrases {
            for run in tokens.windows(terms.len()) {
                if run.iter().map(|(id, _)| id).eq(terms) {
                    marks.push(Mark { start: run[0].1.start, end: run[run.len() - 1].1.end, pattern: *pattern });
                }
            }
        }
    }

    /// Adds the words of places.
    fn mark_places(&mut self, text: &str, language: &str, reaches: &[usize], marks: &mut Vec<Mark>) {
        let Self { stems, words, languages, places, .. } = self;
        let mut known: Option<(usize, TextPlaces)> = None;
        for PlacesWanted { pattern, plan, least } in places {
            let reach = reaches[*pattern];
            if known.as_ref().is_none_or(|&(of, _)| of != reach) {
                let own = languages.place(language).map(|place| languages.at(place));
                known = Some((reach, TextPlaces::new(text, reach, words, stems, own)));
            }
            let marked = known.iter().flat_map(|(_, there)| there.marked(plan, *least));
            marks.extend(marked.map(|bytes| Mark { start: bytes.start, end: bytes.end, pattern: *pattern }));
        }
    }

    /// Returns every occurrence of every pattern, by start, then longest first. Occurrences may overlap. Where the text is
    /// in a language that the patterns have stems of, these occur too.
    ///
    /// `reaches` says for each pattern at which byte the part of the text ends in which it is looked for: the end of the
    /// text, or that of its lead, whose tokens are the first ones of the text.
    pub fn marks(&mut self, text: &str, language: &str, reaches: &[usize]) -> Vec<Mark> {
        let whole = text;
        let text = &text[..reaches.iter().copied().max().unwrap_or_default()];
        let Self { stems, words, phrases, words_meant, firsts, beginnings, .. } = self;
        let mut marks = Vec::new();
        beginnings.for_each(text, |cut| {
            let Some(first) = stems.id_at(text, cut.clone()) else { return };
            if has_bit(firsts, first) {
                mark_phrases(phrases, stems, text, first, &cut, &mut marks);
            }
            if !words_meant.is_empty() {
                mark_words(words_meant, words, text, &cut, &mut marks);
            }
        });
        self.mark_stems(text, language, &mut marks);
        self.mark_places(whole, language, reaches, &mut marks);
        marks.retain(|mark| mark.end <= reaches[mark.pattern]);
        marks.sort_unstable_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end), mark.pattern));
        marks.dedup();
        marks
    }
}

/// Marks the phrases that start with the token, whose term is `first`.
fn mark_phrases(
    phrases: &[Phrase],
    stems: &mut Analyzer,
    text: &str,
    first: u32,
    token: &Range<usize>,
    marks: &mut Vec<Mark>,
) {
    for phrase in phrases.iter().filter(|phrase| phrase.terms[0] == first) {
        if let Some(end) = run_end(stems, text, token.end, &phrase.terms[1..]) {
            marks.push(Mark { start: token.start, end, pattern: phrase.pattern });
        }
    }
}

/// Returns where the terms end if the tokens from a place on have them.
fn run_end(stems: &mut Analyzer, text: &str, place: usize, terms: &[u32]) -> Option<usize> {
    let mut end = place;
    if !terms.is_empty() {
        let mut tokens = stems.ids_from(text, place);
        for &term in terms {
            (_, Range { end, .. }) = tokens.next().filter(|&(id, _)| id == term)?;
        }
    }
    Some(end)
}

/// Marks the token for the patterns that mean its word.
fn mark_words(all: &mut [Words], words: &mut Analyzer, text: &str, token: &Range<usize>, marks: &mut Vec<Mark>) {
    let Some(word) = words.id_at(text, token.clone()) else { return };
    for Words { pattern, meant, known } in all {
        if *known.entry(word).or_insert_with(|| meant.is_meant(words.term(word))) {
            marks.push(Mark { start: token.start, end: token.end, pattern: *pattern });
        }
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
