//! Where the words of a plan of spans stand in a text: exactly `TextPlaces` of searchkit/places.py and `stretches` of
//! searchkit/query/spans.py.

use std::collections::HashMap;
use std::ops::Range;

use crate::analysis::Analyzer;
use crate::spans::{self, Rule, Spans, Stretch};

use super::sentences::BreakFinder;

/// A stretch and the words and phrases that it is made of.
#[derive(Clone, Debug)]
struct Parts {
    first: u32,
    last: u32,
    parts: Vec<(u32, u32)>,
}

impl Stretch for Parts {
    fn single(first: u32, last: u32) -> Self {
        Parts { first, last, parts: vec![(first, last)] }
    }

    fn first(&self) -> u32 {
        self.first
    }

    fn last(&self) -> u32 {
        self.last
    }

    fn to(&self, other: &Self) -> Self {
        Parts { first: self.first, last: other.last, parts: [&self.parts[..], &other.parts].concat() }
    }
}

/// The positions of each form.
type Forms = HashMap<Vec<u8>, Vec<u32>>;

/// Where terms stand in the beginning of a text.
pub(super) struct TextPlaces {
    tokens: Vec<Range<usize>>,
    terms: Forms,
    words: Forms,
    stems: Forms,
    sentences: Vec<u32>,
    paragraphs: Vec<u32>,
}

impl TextPlaces {
    /// Looks at the tokens of a text that end within its first `reach` bytes.
    pub fn new(
        text: &str,
        reach: usize,
        words: &mut Analyzer,
        terms: &mut Analyzer,
        stems: Option<&mut Analyzer>,
    ) -> Self {
        let within = &text[..reach];
        let (mut of_words, mut of_terms, mut of_stems) = (Forms::new(), Forms::new(), Forms::new());
        let (mut sentences, mut paragraphs, mut tokens) = (Vec::new(), Vec::new(), Vec::new());
        let (mut finder, mut word_ids) = (BreakFinder::new(text), Vec::new());
        words.for_each_cut(within, |word, token| {
            word_ids.push(word);
            tokens.push(token);
        });
        for (token, (&word, position)) in tokens.iter().zip(word_ids.iter().zip(0u32..)) {
            if let Some(is_paragraph) = finder.starts(token.start).filter(|_| position > 0) {
                sentences.push(position);
                paragraphs.extend(is_paragraph.then_some(position));
            }
            of_words.entry(words.term(word).to_vec()).or_default().push(position);
            let cut = &text[token.clone()];
            let term = terms.id_of(cut).unwrap_or_else(|| terms.number(cut.as_bytes()));
            of_terms.entry(terms.term(term).to_vec()).or_default().push(position);
        }
        if let Some(stems) = stems {
            let mut ids = Vec::new();
            stems.for_each_id(within, |id| ids.push(id));
            for (&id, position) in ids.iter().zip(0..) {
                of_stems.entry(stems.term(id).to_vec()).or_default().push(position);
            }
        }
        TextPlaces { tokens, terms: of_terms, words: of_words, stems: of_stems, sentences, paragraphs }
    }

    /// Returns the bytes of the words of the stretches of a plan, if there are so many.
    pub fn marked(&self, plan: &Spans, least: usize) -> Vec<Range<usize>> {
        let found = self.stretches(plan);
        if found.len() < least {
            return Vec::new();
        }
        let bytes = |&(first, last): &(u32, u32)| self.tokens[first as usize].start..self.tokens[last as usize].end;
        found.iter().flat_map(|stretch| stretch.parts.iter().map(bytes)).collect()
    }

    fn stretches(&self, plan: &Spans) -> Vec<Parts> {
        match plan {
            Spans::Terms(terms) => singles(terms.iter().map(|(field, term)| self.positions(field, term))),
            Spans::Forms { of, .. } => singles(of.iter().map(|(word, _)| of_form(&self.words, word))),
            Spans::Phrases(phrases, most) => {
                let mut found: Vec<Parts> =
                    phrases.iter().flat_map(|(field, terms)| self.chain(field, terms, *most)).collect();
                spans::minimal(&mut found);
                found
            }
            Spans::Any(parts) => {
                let mut found: Vec<Parts> = parts.iter().flat_map(|part| self.stretches(part)).collect();
                spans::minimal(&mut found);
                found
            }
            Spans::Near { first, second, most, starts, ordered, without } => {
                let (first, second) = (self.stretches(first), self.stretches(second));
                let starts = starts.as_ref().map(|(_, start)| self.starts(start));
                let (rule, mut found) = (Rule { most: *most, ordered: *ordered }, Vec::new());
                let join = if *without { spans::without } else { spans::near };
                join(&first, &second, rule, starts, &mut found);
                found
            }
        }
    }

    fn positions(&self, field: &str, term: &[u8]) -> &[u32] {
        of_form(if field.ends_with("_stems") { &self.stems } else { &self.terms }, term)
    }

    fn starts(&self, term: &[u8]) -> &[u32] {
        if term == spans::SENTENCE_START { &self.sentences } else { &self.paragraphs }
    }

    fn chain(&self, field: &str, terms: &[Vec<u8>], most: u32) -> Vec<Parts> {
        let Some((first, rest)) = terms.split_first() else { return Vec::new() };
        let mut ends = singles([self.positions(field, first)].into_iter());
        for term in rest {
            spans::follow(&mut ends, self.positions(field, term), most);
        }
        spans::minimal(&mut ends);
        if most == 1 {
            return ends.iter().map(|phrase| Parts::single(phrase.first, phrase.last)).collect();
        }
        ends
    }
}

fn of_form<'f>(forms: &'f Forms, form: &[u8]) -> &'f [u32] {
    forms.get(form).map_or(&[], Vec::as_slice)
}

fn singles<'p>(lists: impl Iterator<Item = &'p [u32]>) -> Vec<Parts> {
    let mut positions: Vec<u32> = lists.flatten().copied().collect();
    positions.sort_unstable();
    positions.dedup();
    positions.into_iter().map(|position| Parts::single(position, position)).collect()
}
