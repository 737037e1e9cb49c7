//! Words in order, each at most `slop` positions after the one before.

use crate::error::Result;
use crate::segment::Places;

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
    /// The terms of each two words in a row, rarest first.
    pairs: Vec<(usize, usize)>,
    /// Where the rarest two words in a row stand in the candidates of a window.
    of_pair: [Places; 2],
    /// Where each of the terms stands in the current document.
    here: Vec<Here>,
    ends: Vec<u32>,
    next_ends: Vec<u32>,
}

/// Where a term stands in a document.
#[derive(Clone, Default)]
struct Here {
    has_mask: bool,
    /// The positions modulo 64.
    mask: u64,
    positions: Vec<u32>,
}

impl<'s> PhraseNode<'s> {
    /// Makes a phrase of distinct terms; `words` are places in `terms` and name each at least once.
    pub fn new(terms: Vec<TermNode<'s>>, words: &[usize], slop: u32) -> Self {
        let mut order: Vec<usize> = (0..terms.len()).collect();
        order.sort_by_key(|&term| terms[term].doc_frequency());
        let words: Vec<usize> =
            words.iter().map(|word| order.iter().position(|term| term == word).unwrap_or(0)).collect();
        let mut slots: Vec<Option<TermNode>> = terms.into_iter().map(Some).collect();
        let terms: Vec<TermNode> = order.iter().filter_map(|&term| slots[term].take()).collect();
        let mut pairs: Vec<(usize, usize)> = words.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.sort_by_key(|&(one, other)| one.max(other)); // the terms are in that order
        let here = vec![Here::default(); terms.len()];
        let mut phrase = Self {
            terms,
            words,
            slop,
            base: None,
            matched: Bits::EMPTY,
            pairs,
            of_pair: Default::default(),
            here,
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

    /// Returns a number that is not less than that of the matches.
    pub fn most(&self) -> u64 {
        u64::from(self.terms[0].doc_frequency())
    }

    /// Returns how many lists are looked into to know whether a document matches.
    pub fn leaves(&self) -> u64 {
        2 * self.terms.len() as u64
    }

    pub fn next(&mut self, doc: u32) -> u32 {
        self.terms.iter_mut().map(|term| term.next(doc)).max().unwrap_or(doc)
    }

    pub fn bound(&mut self, base: u32) -> Result<f64> {
        self.terms.iter_mut().try_fold(0.0, |sum, term| Ok(sum + term.bound(base)?))
    }

    /// Returns a score that no match exceeds.
    pub fn ceiling(&mut self) -> Result<f64> {
        self.terms.iter_mut().map(TermNode::most_of_any).sum()
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
        let paired = self.with_first_pair(base, candidates)?;
        if self.words.len() == 2
            && let Some(paired) = paired
        {
            return Ok(paired);
        }
        let candidates = paired.as_ref().unwrap_or(candidates);
        let mut matched = Bits::EMPTY;
        if let Some(first) = candidates.iter().next() {
            self.rewind(base + first as u32)?;
            for place in candidates.iter() {
                if self.is_in(base + place as u32)? {
                    matched.set(place);
                }
            }
        }
        Ok(matched)
    }

    /// Returns the documents of a window that have the rarest two words in a row, where the candidates, all of which have
    /// all words, are so many that they are better looked at together.
    fn with_first_pair(&mut self, base: u32, candidates: &Bits) -> Result<Option<Bits>> {
        let Some(&(one, other)) = self.pairs.first() else { return Ok(None) };
        for (term, places) in [one, other].into_iter().zip(&mut self.of_pair) {
            if !self.terms[term].places(base, candidates, places)? {
                return Ok(None);
            }
        }
        let [one, other] = &self.of_pair;
        let mut paired = Bits::EMPTY;
        for (index, (place, (&before, &after))) in
            candidates.iter().zip(one.masks().iter().zip(other.masks())).enumerate()
        {
            if may_follow(before, after, self.slop)
                && has_follower(one.positions(index), other.positions(index), self.slop)
            {
                paired.set(place);
            }
        }
        Ok(Some(paired))
    }

    /// Returns all documents that have the phrase, ascending.
    pub fn docs(&mut self) -> Result<Vec<u32>> {
        let mut docs = self.terms[0].docs()?;
        self.keep(&mut docs)?;
        Ok(docs)
    }

    /// Keeps those of the ascending documents that have the phrase.
    pub fn keep(&mut self, docs: &mut Vec<u32>) -> Result<()> {
        let Some(&first) = docs.first() else { return Ok(()) };
        self.rewind(first)?;
        let mut kept = 0;
        for place in 0..docs.len() {
            if self.is_in(docs[place])? {
                docs[kept] = docs[place];
                kept += 1;
            }
        }
        docs.truncate(kept);
        Ok(())
    }

    /// Adds the score of the phrase to each of the ascending documents, all of which have it.
    pub fn add_scores(&mut self, docs: &[u32], scores: &mut [f64]) -> Result<()> {
        self.terms.iter_mut().try_for_each(|term| term.add_scores(docs, scores))
    }

    /// Makes ready for documents from `first` on.
    fn rewind(&mut self, first: u32) -> Result<()> {
        self.terms.iter_mut().try_for_each(|term| term.go_to(first).map(drop))
    }

    /// Tells whether the document, which is after the one asked for last, has the phrase.
    fn is_in(&mut self, doc: u32) -> Result<bool> {
        if self.pairs.is_empty() {
            return self.is_at(0, doc);
        }
        self.here.iter_mut().for_each(|here| here.has_mask = false);
        for pair in 0..self.pairs.len() {
            let (one, other) = self.pairs[pair];
            if !self.is_at(one, doc)? || !self.is_at(other, doc)? {
                return Ok(false);
            }
            let (one, other) = (self.mask(one)?, self.mask(other)?);
            if !may_follow(one, other, self.slop) {
                return Ok(false);
            }
        }
        self.is_chained()
    }

    /// Goes to the document in the postings of a term; tells whether it is there.
    #[inline]
    fn is_at(&mut self, term: usize, doc: u32) -> Result<bool> {
        Ok(self.terms[term].postings.seek(doc)? == doc)
    }

    /// Returns the positions of a term modulo 64, read once a document.
    #[inline]
    fn mask(&mut self, term: usize) -> Result<u64> {
        let here = &mut self.here[term];
        if !here.has_mask {
            (here.mask, here.has_mask) = (self.terms[term].postings.position_mask()?, true);
        }
        Ok(here.mask)
    }

    /// Tells whether the words follow one another in the document that all postings are at.
    fn is_chained(&mut self) -> Result<bool> {
        for (term, here) in self.terms.iter_mut().zip(&mut self.here) {
            here.positions.clear();
            term.postings.positions(&mut here.positions)?;
        }
        let [first, between @ .., last] = &self.words[..] else { return Ok(true) };
        self.ends.clone_from(&self.here[*first].positions);
        for &word in between {
            self.next_ends.clear();
            follow(&self.ends, &self.here[word].positions, self.slop, |end| self.next_ends.push(end));
            std::mem::swap(&mut self.ends, &mut self.next_ends);
        }
        Ok(has_follower(self.ends.iter().copied(), self.here[*last].positions.iter().copied(), self.slop))
    }
}

/// Tells whether a word may come 1 to `slop` after another, by the masks of their positions.
#[inline]
fn may_follow(before: u64, after: u64, slop: u32) -> bool {
    slop >= 64 || (1..=slop).any(|distance| before.rotate_left(distance) & after != 0)
}

/// Tells whether one of the positions comes 1 to `slop` after one of `ends`; all are ascending.
#[inline]
fn has_follower(mut ends: impl Iterator<Item = u32>, mut positions: impl Iterator<Item = u32>, slop: u32) -> bool {
    let (mut end, mut position) = (ends.next(), positions.next());
    while let (Some(before), Some(after)) = (end, position) {
        if after <= before {
            position = positions.next();
        } else if after - before <= slop {
            return true;
        } else {
            end = ends.next();
        }
    }
    false
}

/// Hands the positions that come 1 to `slop` after one of `ends` to `f`; all are ascending.
fn follow(ends: &[u32], positions: &[u32], slop: u32, mut f: impl FnMut(u32)) {
    let mut next = 0;
    for &position in positions {
        while next < ends.len() && ends[next].saturating_add(slop) < position {
            next += 1;
        }
        match ends.get(next) {
            None => return,
            Some(&end) if end < position => f(position),
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{follow, has_follower, may_follow};
    use proptest::prelude::*;

    fn followed(ends: &[u32], positions: &[u32], slop: u32) -> Vec<u32> {
        let mut out = Vec::new();
        follow(ends, positions, slop, |end| out.push(end));
        out
    }

    fn followed_at_all(ends: &[u32], positions: &[u32], slop: u32) -> bool {
        has_follower(ends.iter().copied(), positions.iter().copied(), slop)
    }

    #[test]
    fn the_next_word_is_after_the_one_before_and_near() {
        assert_eq!(followed(&[1, 5, 9], &[0, 1, 2, 6, 12], 1), [2, 6]);
        assert_eq!(followed(&[1, 5, 9], &[0, 1, 3, 6, 12], 3), [3, 6, 12]);
        assert_eq!(followed(&[], &[3], 3), [0; 0]);
    }

    #[test]
    fn any_follower_is_enough() {
        assert!(followed_at_all(&[1, 5], &[0, 6], 1) && followed_at_all(&[1], &[4], 3));
        assert!(!followed_at_all(&[1, 5], &[1, 3, 5], 1) && !followed_at_all(&[], &[1], 9));
    }

    proptest! {
        #[test]
        fn masks_never_deny_what_positions_affirm(
            ends in prop::collection::btree_set(0u32..500, 1..6),
            positions in prop::collection::btree_set(0u32..500, 1..6),
            slop in 1u32..70,
        ) {
            let (ends, positions) = (Vec::from_iter(ends), Vec::from_iter(positions));
            let mask = |all: &[u32]| all.iter().fold(0, |mask, at| mask | 1 << (at % 64));
            prop_assert_eq!(followed_at_all(&ends, &positions, slop), !followed(&ends, &positions, slop).is_empty());
            prop_assert!(!followed_at_all(&ends, &positions, slop) || may_follow(mask(&ends), mask(&positions), slop));
        }
    }
}
