//! Words in order, each at most `slop` positions after the one before.

use crate::error::Result;

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
    positions: Vec<Vec<u32>>,
    ends: Vec<u32>,
    next_ends: Vec<u32>,
}

impl<'s> PhraseNode<'s> {
    /// Makes a phrase of distinct terms; `words` are places in `terms` and name each at least once.
    pub fn new(terms: Vec<TermNode<'s>>, words: &[usize], slop: u32) -> Self {
        let mut order: Vec<usize> = (0..terms.len()).collect();
        order.sort_by_key(|&term| terms[term].doc_frequency());
        let words = words.iter().map(|word| order.iter().position(|term| term == word).unwrap_or(0)).collect();
        let mut slots: Vec<Option<TermNode>> = terms.into_iter().map(Some).collect();
        let terms: Vec<TermNode> = order.iter().filter_map(|&term| slots[term].take()).collect();
        let positions = vec![Vec::new(); terms.len()];
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
        for term in &mut self.terms {
            if term.postings.seek(doc)? != doc {
                return Ok(false);
            }
        }
        self.positions.iter_mut().for_each(Vec::clear);
        for (index, &word) in self.words.iter().enumerate() {
            let positions = &mut self.positions[word];
            if positions.is_empty() {
                self.terms[word].postings.positions(positions)?;
            }
            if index == 0 {
                self.ends.clear();
                self.ends.extend_from_slice(positions);
            } else if index + 1 == self.words.len() {
                return Ok(has_follower(&self.ends, positions, self.slop));
            } else {
                self.next_ends.clear();
                follow(&self.ends, positions, self.slop, |end| self.next_ends.push(end));
                std::mem::swap(&mut self.ends, &mut self.next_ends);
            }
            if self.ends.is_empty() {
                return Ok(false); // without reading where the words to come stand
            }
        }
        Ok(true)
    }
}

/// Tells whether one of the positions comes 1 to `slop` after one of `ends`; all are ascending.
fn has_follower(ends: &[u32], positions: &[u32], slop: u32) -> bool {
    let mut next = 0;
    for &position in positions {
        while next < ends.len() && ends[next].saturating_add(slop) < position {
            next += 1;
        }
        match ends.get(next) {
            None => return false,
            Some(&end) if end < position => return true,
            Some(_) => {}
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
    use super::{follow, has_follower};

    fn followed(ends: &[u32], positions: &[u32], slop: u32) -> Vec<u32> {
        let mut out = Vec::new();
        follow(ends, positions, slop, |end| out.push(end));
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
