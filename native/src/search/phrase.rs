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
    /// The rarest word with each of the others, rarest first: what tells soonest that a document has not the phrase, however
    /// frequent the words between are.
    pairs: Vec<Pair>,
    /// Where the words of the first pair stand in the candidates of a window.
    of_pair: [Places; 2],
    /// Where each of the terms stands in the current document.
    here: Vec<Here>,
    ends: Vec<u32>,
    next_ends: Vec<u32>,
}

/// Two words of the phrase: places in `terms`, and how many positions the second is after the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pair {
    before: usize,
    after: usize,
    least: u32,
    most: u32,
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
        let pairs = pairs_with_rarest(&words, slop);
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

    /// Returns the documents of a window that have the two rarest words at their distance, where the candidates, all of which
    /// have all words, are so many that they are better looked at together.
    fn with_first_pair(&mut self, base: u32, candidates: &Bits) -> Result<Option<Bits>> {
        let Some(&pair) = self.pairs.first() else { return Ok(None) };
        for (term, places) in [pair.before, pair.after].into_iter().zip(&mut self.of_pair) {
            if !self.terms[term].places(base, candidates, places)? {
                return Ok(None);
            }
        }
        let [one, other] = &self.of_pair;
        let mut paired = Bits::EMPTY;
        for (index, (place, (&before, &after))) in
            candidates.iter().zip(one.masks().iter().zip(other.masks())).enumerate()
        {
            if pair.may_be_in(before, after) && pair.is_in(one.positions(index), other.positions(index)) {
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
        for index in 0..self.pairs.len() {
            let pair = self.pairs[index];
            if !self.is_at(pair.before, doc)? || !self.is_at(pair.after, doc)? {
                return Ok(false);
            }
            let (before, after) = (self.mask(pair.before)?, self.mask(pair.after)?);
            if !pair.may_be_in(before, after) {
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
        let step = Pair { before: 0, after: 0, least: 1, most: self.slop };
        Ok(step.is_in(self.ends.iter().copied(), self.here[*last].positions.iter().copied()))
    }
}

/// Returns the rarest word with each of the others; the terms, of which `words` are places, are ordered by rarity.
fn pairs_with_rarest(words: &[usize], slop: u32) -> Vec<Pair> {
    let Some(rarest) = (0..words.len()).min_by_key(|&word| words[word]) else { return Vec::new() };
    let others = (0..words.len()).filter(|&word| word != rarest);
    let mut pairs: Vec<Pair> = others
        .map(|word| {
            let (first, second) = (rarest.min(word), rarest.max(word));
            let least = (second - first) as u32;
            Pair { before: words[first], after: words[second], least, most: least.saturating_mul(slop) }
        })
        .collect();
    pairs.sort_by_key(|pair| pair.before.max(pair.after));
    pairs
}

impl Pair {
    /// Tells whether a document may have the pair, by the masks of the positions of its words.
    #[inline]
    fn may_be_in(self, before: u64, after: u64) -> bool {
        self.most - self.least >= 63
            || (self.least..=self.most).any(|apart| before.rotate_left(apart % 64) & after != 0)
    }

    /// Tells whether the positions of the second word are anywhere so far after those of the first; all are ascending.
    #[inline]
    fn is_in(self, mut before: impl Iterator<Item = u32>, mut after: impl Iterator<Item = u32>) -> bool {
        let (mut first, mut second) = (before.next(), after.next());
        while let (Some(start), Some(end)) = (first, second) {
            match end.checked_sub(start) {
                Some(apart) if apart > self.most => first = before.next(),
                Some(apart) if apart >= self.least => return true,
                _ => second = after.next(),
            }
        }
        false
    }
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
    use super::{Pair, follow, pairs_with_rarest};
    use proptest::prelude::*;

    fn followed(ends: &[u32], positions: &[u32], slop: u32) -> Vec<u32> {
        let mut out = Vec::new();
        follow(ends, positions, slop, |end| out.push(end));
        out
    }

    fn apart(least: u32, most: u32) -> Pair {
        Pair { before: 0, after: 1, least, most }
    }

    fn is_in(pair: Pair, before: &[u32], after: &[u32]) -> bool {
        pair.is_in(before.iter().copied(), after.iter().copied())
    }

    #[test]
    fn the_next_word_is_after_the_one_before_and_near() {
        assert_eq!(followed(&[1, 5, 9], &[0, 1, 2, 6, 12], 1), [2, 6]);
        assert_eq!(followed(&[1, 5, 9], &[0, 1, 3, 6, 12], 3), [3, 6, 12]);
        assert_eq!(followed(&[], &[3], 3), [0; 0]);
    }

    #[test]
    fn a_pair_is_found_anywhere() {
        assert!(is_in(apart(1, 1), &[1, 5], &[0, 6]) && is_in(apart(1, 3), &[1], &[4]));
        assert!(!is_in(apart(1, 1), &[1, 5], &[1, 3, 5]) && !is_in(apart(1, 9), &[], &[1]));
        assert!(is_in(apart(2, 2), &[1, 5], &[2, 6, 7]) && !is_in(apart(2, 2), &[1, 5], &[2, 6]));
    }

    #[test]
    fn every_word_is_paired_with_the_rarest() {
        // "the bank of the river": of, the, bank, river by rarity, the rarest first.
        let pair = |before, after, least| Pair { before, after, least, most: 2 * least };
        let expected = [pair(1, 0, 3), pair(2, 0, 2), pair(3, 0, 4), pair(3, 0, 1)];
        assert_eq!(pairs_with_rarest(&[3, 1, 2, 3, 0], 2), expected);
    }

    proptest! {
        #[test]
        fn a_pair_is_what_any_two_positions_say(
            before in prop::collection::btree_set(0u32..500, 1..6),
            after in prop::collection::btree_set(0u32..500, 1..6),
            least in 1u32..80,
            more in 0u32..70,
        ) {
            let (pair, mask) = (apart(least, least + more), |all: &[u32]| all.iter().fold(0, |mask, at| mask | 1 << (at % 64)));
            let (before, after) = (Vec::from_iter(before), Vec::from_iter(after));
            let any = before.iter().any(|&start| after.iter().any(|&end| (start + least..=start + least + more).contains(&end)));
            prop_assert_eq!(is_in(pair, &before, &after), any);
            prop_assert!(!any || pair.may_be_in(mask(&before), mask(&after)));
            prop_assert_eq!(is_in(apart(1, least), &before, &after), !followed(&before, &after, least).is_empty());
        }
    }
}
