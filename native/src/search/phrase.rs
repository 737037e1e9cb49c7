//! Words in order, each at most `slop` positions after the one before.

use std::ops::Range;

use crate::error::Result;
use crate::segment::{BLOCK, Weights};

use super::bits::{Bits, Scores};
use super::term::TermNode;

/// A phrase of a segment. Its score is that of its words, each as often as it stands in the phrase.
pub(super) struct PhraseNode<'s> {
    /// The distinct words, rarest first.
    terms: Vec<TermNode<'s>>,
    /// The place in `terms` of each word of the phrase.
    words: Vec<usize>,
    slop: u32,
    base: Option<u32>,
    matched: Bits,
    /// Where each of the terms stands in the current document.
    positions: Vec<Positions>,
    ends: Vec<u32>,
    next_ends: Vec<u32>,
}

/// The positions of a term in one document, or in all documents of a block.
struct Positions {
    /// Whether blocks are read whole, and which one has been.
    whole: bool,
    block: Option<usize>,
    starts: [u32; BLOCK + 1],
    all: Vec<u32>,
    /// Those of the current document in `all`.
    current: Range<usize>,
}

/// From so many candidates a block on, the positions of a block are read all at once.
const WHOLE: usize = 12;

impl<'s> PhraseNode<'s> {
    /// Makes a phrase of distinct terms; `words` are places in `terms` and name each at least once.
    pub fn new(terms: Vec<TermNode<'s>>, words: &[usize], slop: u32) -> Self {
        let mut order: Vec<usize> = (0..terms.len()).collect();
        order.sort_by_key(|&term| terms[term].doc_frequency());
        let words = words.iter().map(|word| order.iter().position(|term| term == word).unwrap_or(0)).collect();
        let mut slots: Vec<Option<TermNode>> = terms.into_iter().map(Some).collect();
        let terms: Vec<TermNode> = order.iter().filter_map(|&term| slots[term].take()).collect();
        let positions = terms.iter().map(|_| Positions::new()).collect();
        let mut phrase = Self {
            terms,
            words,
            slop,
            base: None,
            matched: Bits::EMPTY,
            positions,
            ends: Vec::new(),
            next_ends: Vec::new(),
        };
        phrase.count_repeats();
        phrase
    }

    fn count_repeats(&mut self) {
        for (index, term) in self.terms.iter_mut().enumerate() {
            term.scale(self.words.iter().filter(|&&word| word == index).count() as f64);
        }
    }

    pub fn cost(&self) -> u64 {
        // Reading positions costs several times as much as reading documents.
        2 * u64::from(self.terms[0].doc_frequency())
    }

    pub fn next(&mut self, doc: u32) -> u32 {
        self.terms.iter_mut().map(|term| term.next(doc)).max().unwrap_or(doc)
    }

    pub fn bound(&mut self, base: u32) -> Result<f64> {
        self.terms.iter_mut().try_fold(0.0, |sum, term| Ok(sum + term.bound(base)?))
    }

    pub fn score(&mut self, base: u32, candidates: &Bits, scores: &mut Scores) -> Result<()> {
        let mut matched = self.matched(base, candidates)?.clone();
        matched.and(candidates);
        self.terms.iter_mut().try_for_each(|term| term.score(base, &matched, scores))
    }

    /// Returns the documents of `within` that have the phrase; found out once a window.
    pub fn matched(&mut self, base: u32, within: &Bits) -> Result<&Bits> {
        if self.base != Some(base) {
            let candidates = self.with_all_words(base, within)?;
            self.matched = self.with_phrase(base, &candidates)?;
            self.base = Some(base);
        }
        Ok(&self.matched)
    }

    fn with_all_words(&mut self, base: u32, within: &Bits) -> Result<Bits> {
        let mut left = within.clone();
        for term in &mut self.terms {
            if left.is_empty() {
                break;
            }
            let mut found = Bits::EMPTY;
            term.matches(base, &left, &mut found)?;
            left.and(&found);
        }
        Ok(left)
    }

    fn with_phrase(&mut self, base: u32, candidates: &Bits) -> Result<Bits> {
        let mut matched = Bits::EMPTY;
        if candidates.is_empty() {
            return Ok(matched);
        }
        let count = candidates.count();
        for (term, positions) in self.terms.iter_mut().zip(&mut self.positions) {
            let blocks = term.rewind(base)?;
            positions.block = None;
            positions.whole = count >= WHOLE * blocks;
        }
        for place in candidates.iter() {
            if self.is_in(base + place as u32)? {
                matched.set(place);
            }
        }
        Ok(matched)
    }

    /// Tells whether the document, which has all words and is after the one asked for last, has the phrase.
    fn is_in(&mut self, doc: u32) -> Result<bool> {
        for (term, positions) in self.terms.iter_mut().zip(&mut self.positions) {
            term.postings.seek(doc)?;
            positions.read(term)?;
        }
        let (last, before) = match *self.words {
            [.., last] => (&self.positions[last], &self.words[..self.words.len() - 1]),
            [] => return Ok(false),
        };
        let Some((&first, between)) = before.split_first() else { return Ok(true) };
        if between.is_empty() {
            return Ok(has_follower(self.positions[first].current(), last.current(), self.slop));
        }
        self.ends.clear();
        self.ends.extend_from_slice(self.positions[first].current());
        for &word in between {
            self.next_ends.clear();
            follow(&self.ends, self.positions[word].current(), self.slop, &mut self.next_ends);
            std::mem::swap(&mut self.ends, &mut self.next_ends);
        }
        Ok(has_follower(&self.ends, last.current(), self.slop))
    }
}

impl Positions {
    fn new() -> Self {
        Self { whole: false, block: None, starts: [0; BLOCK + 1], all: Vec::new(), current: 0..0 }
    }

    fn current(&self) -> &[u32] {
        &self.all[self.current.clone()]
    }

    /// Reads those of the term's current posting.
    fn read(&mut self, term: &mut TermNode) -> Result<()> {
        if !self.whole {
            self.all.clear();
            term.postings.positions(&mut self.all)?;
            self.current = 0..self.all.len();
            return Ok(());
        }
        if self.block != Some(term.postings.block()) {
            self.read_block(term)?;
        }
        let index = term.postings.index();
        self.current = self.starts[index] as usize..self.starts[index + 1] as usize;
        Ok(())
    }

    fn read_block(&mut self, term: &mut TermNode) -> Result<()> {
        self.all.clear();
        term.postings.gaps(&mut self.all)?;
        if let Weights::Counts(counts) = term.postings.weights()? {
            let mut start = 0;
            for (index, &count) in counts.iter().enumerate() {
                let end = self.all.len().min(start + count as usize);
                let mut position = 0u32;
                for gap in &mut self.all[start..end] {
                    position = position.wrapping_add(*gap);
                    *gap = position;
                }
                start = end;
                self.starts[index + 1] = start as u32;
            }
        }
        self.block = Some(term.postings.block());
        Ok(())
    }
}

/// Tells whether one of the positions comes 1 to `slop` after one of `ends`; all are ascending.
fn has_follower(ends: &[u32], positions: &[u32], slop: u32) -> bool {
    let mut ends = ends.iter().copied().peekable();
    positions.iter().any(|&position| {
        while ends.next_if(|&end| end.saturating_add(slop) < position).is_some() {}
        ends.peek().is_some_and(|&end| end < position)
    })
}

/// Appends the positions that come 1 to `slop` after one of `ends`; all are ascending.
fn follow(ends: &[u32], positions: &[u32], slop: u32, out: &mut Vec<u32>) {
    let mut ends = ends.iter().copied().peekable();
    for &position in positions {
        while ends.next_if(|&end| end.saturating_add(slop) < position).is_some() {}
        if ends.peek().is_some_and(|&end| end < position) {
            out.push(position);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{follow, has_follower};

    fn followed(ends: &[u32], positions: &[u32], slop: u32) -> Vec<u32> {
        let mut out = Vec::new();
        follow(ends, positions, slop, &mut out);
        out
    }

    #[test]
    fn the_next_word_is_after_the_one_before_and_near() {
        assert_eq!(followed(&[1, 5, 9], &[0, 1, 2, 6, 12], 1), [2, 6]);
        assert_eq!(followed(&[1, 5, 9], &[0, 1, 3, 6, 12], 3), [3, 6, 12]);
        assert_eq!(followed(&[], &[3], 3), [0; 0]);
    }

    #[test]
    fn any_follower_is_enough() {
        assert!(has_follower(&[1, 5], &[0, 6], 1) && has_follower(&[1], &[4], 3));
        assert!(!has_follower(&[1, 5], &[1, 3, 5], 1) && !has_follower(&[], &[1], 9));
    }
}
