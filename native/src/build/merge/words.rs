//! Merging a field of words: its lists refer to those of the terms that the words have in its base.

use std::collections::VecDeque;

use crate::analysis::Analyzer;
use crate::error::Result;
use crate::segment::{BuiltField, END, Field, FieldWriter, TermInfo};

use super::Source;
use super::docs::DocMap;
use super::fields::{Input, inputs, next_term};

/// Lists of the base that are kept: words in order have a few terms by turns.
const KEPT: usize = 8;

/// Merges the words of all sources that have the field; `base` is the name of the field of their terms.
pub(super) fn merge(
    sources: &[Source],
    docs: &DocMap,
    name: &str,
    base: &str,
    writer: FieldWriter,
) -> Result<BuiltField> {
    let mut writer = writer.with_base(base)?;
    let mut terms = BaseTerms::gather(sources, docs, base)?;
    let mut inputs = inputs(sources, docs, name)?;
    let (mut word, mut having, mut list) = (Vec::new(), Vec::new(), Vec::new());
    while next_term(&mut inputs, &mut word, &mut having)? {
        let lists = having.iter().map(|&at| (inputs[at].field, *inputs[at].stream.info(), inputs[at].new));
        merged_docs(lists, docs.len(), &mut list)?;
        if !list.is_empty() {
            writer.add_word(&word, &list, terms.of_word(&word)?)?;
        }
    }
    writer.finish()
}

/// A source's list: its field, its term, and the new number of each of the source's documents.
type List<'a> = (&'a Field, TermInfo, &'a [u32]);

/// Gathers the new numbers of the documents of all lists, in order.
fn merged_docs<'a>(
    lists: impl ExactSizeIterator<Item = List<'a>>,
    doc_count: u32,
    merged: &mut Vec<u32>,
) -> Result<()> {
    merged.clear();
    let several = lists.len() > 1;
    for (field, info, new) in lists {
        let start = merged.len();
        field.docs(&info, merged)?;
        merged[start..].iter_mut().for_each(|doc| *doc = new[*doc as usize]);
    }
    merged.retain(|&doc| doc != END);
    if several {
        sort(merged, doc_count);
    }
    Ok(())
}

/// Sorts different documents.
fn sort(list: &mut Vec<u32>, doc_count: u32) {
    if list.len() < doc_count as usize / 64 {
        return list.sort(); // stable, which here means: by merging the sources' parts
    }
    let mut bits = vec![0u64; doc_count as usize / 64 + 1];
    list.iter().for_each(|&doc| bits[doc as usize / 64] |= 1 << (doc % 64));
    list.clear();
    for (mut word, first) in bits.into_iter().zip((0..).step_by(64)) {
        while word != 0 {
            list.push(first + word.trailing_zeros());
            word &= word - 1;
        }
    }
}

/// The terms of the base, as they will be in the new segment.
struct BaseTerms<'a> {
    inputs: Vec<Input<'a>>,
    doc_count: u32,
    analyzer: Analyzer,
    /// All terms, one after another, and where each ends.
    bytes: Vec<u8>,
    ends: Vec<usize>,
    kept: VecDeque<(u32, Vec<u32>)>,
    /// For each term its ordinal in each of the inputs; [`END`] where it is missing.
    ordinals: Vec<u32>,
    last: usize,
}

impl<'a> BaseTerms<'a> {
    fn gather(sources: &'a [Source], docs: &'a DocMap, base: &str) -> Result<Self> {
        let mut inputs = inputs(sources, docs, base)?;
        let (mut bytes, mut ends, mut ordinals) = (Vec::new(), Vec::new(), Vec::new());
        let (mut term, mut having) = (Vec::new(), Vec::new());
        let complete = inputs.iter().all(|input| !input.new.contains(&END));
        while next_term(&mut inputs, &mut term, &mut having)? {
            if complete || has_docs(&inputs, &having)? {
                bytes.extend_from_slice(&term);
                ends.push(bytes.len());
                let row = ordinals.len();
                ordinals.resize(row + inputs.len(), END);
                having.iter().for_each(|&at| ordinals[row + at] = inputs[at].stream.info().ordinal);
            }
        }
        let (kept, doc_count, analyzer) = (VecDeque::new(), docs.len(), Analyzer::new());
        Ok(BaseTerms { inputs, doc_count, analyzer, bytes, ends, kept, ordinals, last: 0 })
    }

    /// Returns the ordinal and the documents of the term of a word; nothing if there is no such term.
    fn of_word(&mut self, word: &[u8]) -> Result<Option<(u32, &[u32])>> {
        let Some(term) = std::str::from_utf8(word).ok().and_then(|word| self.analyzer.id_of(word)) else {
            return Ok(None);
        };
        let term = self.analyzer.term(term).to_vec();
        let Some(ordinal) = self.ordinal(&term) else { return Ok(None) };
        let kept = match self.kept.iter().position(|(other, _)| *other == ordinal) {
            Some(index) => self.kept.remove(index),
            None => None,
        };
        let kept = match kept {
            Some(kept) => kept,
            None => self.read(ordinal)?,
        };
        self.kept.push_front(kept);
        Ok(self.kept.front().map(|(ordinal, docs)| (*ordinal, docs.as_slice())))
    }

    fn read(&mut self, ordinal: u32) -> Result<(u32, Vec<u32>)> {
        let mut docs = if self.kept.len() < KEPT { Vec::new() } else { self.kept.pop_back().unwrap_or_default().1 };
        let mut lists = Vec::with_capacity(self.inputs.len());
        let row = ordinal as usize * self.inputs.len();
        for (input, &of_input) in self.inputs.iter().zip(&self.ordinals[row..]) {
            if of_input != END {
                let info = input.field.terms()?.at(of_input)?;
                lists.extend(info.map(|info| (input.field, info, input.new)));
            }
        }
        merged_docs(lists.into_iter(), self.doc_count, &mut docs)?;
        Ok((ordinal, docs))
    }

    fn term(&self, index: usize) -> &[u8] {
        &self.bytes[index.checked_sub(1).map_or(0, |before| self.ends[before])..self.ends[index]]
    }

    /// Returns the ordinal of a term. The terms of words in order are near one another: looks around the last first.
    fn ordinal(&mut self, term: &[u8]) -> Option<u32> {
        let (mut low, mut high, mut step) = (self.last, self.last, 1);
        while low > 0 && self.term(low - 1) >= term {
            (high, low) = (low - 1, low.saturating_sub(step));
            step *= 2;
        }
        step = 1;
        while high < self.ends.len() && self.term(high) < term {
            (low, high) = (high + 1, (high + step).min(self.ends.len()));
            step *= 2;
        }
        while low < high {
            let middle = low.midpoint(high);
            if self.term(middle) < term { low = middle + 1 } else { high = middle }
        }
        let found = low < self.ends.len() && self.term(low) == term;
        self.last = low;
        found.then_some(low as u32)
    }
}

/// Tells whether a document that has the current term is left.
fn has_docs(inputs: &[Input], having: &[usize]) -> Result<bool> {
    for &at in having {
        let mut postings = inputs[at].field.postings(inputs[at].stream.info())?;
        while postings.doc() != END {
            if inputs[at].new[postings.doc() as usize] != END {
                return Ok(true);
            }
            postings.advance()?;
        }
    }
    Ok(false)
}
