//! Words in order, each at most `slop` positions after the one before.

use crate::error::Result;

use super::bits::{Bits, Scores};
use super::common::keep_common;
use super::pairs::{Pair, PairFinder};
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
    finder: PairFinder,
    /// All documents that have the phrase, once they have been found.
    known: Option<Vec<u32>>,
    /// Where each of the terms stands in the current document.
    here: Vec<Vec<u32>>,
    ends: Vec<u32>,
    next_ends: Vec<u32>,
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
        let here = vec![Vec::new(); terms.len()];
        let mut phrase = Self {
            terms,
            words,
            slop,
            base: None,
            matched: Bits::EMPTY,
            pairs,
            finder: PairFinder::default(),
            known: None,
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
            let mut candidates = Bits::EMPTY;
            self.terms[0].matches(base, within, &mut candidates)?;
            candidates.and(within);
            let mut docs = candidates.docs(base);
            self.keep_phrase(&mut docs)?;
            self.matched.clear();
            docs.iter().for_each(|doc| self.matched.set((doc - base) as usize));
            self.base = Some(base);
        }
        Ok(&self.matched)
    }

    /// Returns all documents that have the phrase, ascending.
    pub fn docs(&mut self) -> Result<Vec<u32>> {
        if let Some(known) = &self.known {
            return Ok(known.clone());
        }
        let mut docs = self.terms[0].docs()?;
        self.keep_phrase(&mut docs)?;
        self.known = Some(docs.clone());
        Ok(docs)
    }

    /// Keeps those of the ascending documents that have the phrase.
    pub fn keep(&mut self, docs: &mut Vec<u32>) -> Result<()> {
        match &self.known {
            Some(known) => {
                keep_common(docs, known);
                Ok(())
            }
            None => self.keep_phrase(docs),
        }
    }

    fn keep_phrase(&mut self, docs: &mut Vec<u32>) -> Result<()> {
        for &pair in &self.pairs {
            if let Ok([before, after]) = self.terms.get_disjoint_mut([pair.before, pair.after]) {
                self.finder.keep(pair, [&mut before.postings, &mut after.postings], true, docs)?;
            } else {
                self.finder.keep_repeated(pair, &mut self.terms[pair.before].postings, docs)?;
            }
        }
        if self.words.len() == 2 { Ok(()) } else { self.keep_chained(docs) }
    }

    /// Keeps those of the ascending documents in which all words follow one another.
    fn keep_chained(&mut self, docs: &mut Vec<u32>) -> Result<()> {
        let Some(&first) = docs.first() else { return Ok(()) };
        for term in &mut self.terms {
            let block = term.postings.block_reaching(first, 0);
            term.postings.go_to_block(block.min(term.postings.block_count() - 1))?;
        }
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

    /// Tells whether the words follow one another in the document, which is after the one asked for last.
    fn is_in(&mut self, doc: u32) -> Result<bool> {
        for (term, here) in self.terms.iter_mut().zip(&mut self.here) {
            if term.postings.seek(doc)? != doc {
                return Ok(false);
            }
            here.clear();
            term.postings.positions(here)?;
        }
        let [first, rest @ ..] = &self.words[..] else { return Ok(true) };
        self.ends.clone_from(&self.here[*first]);
        for &word in rest {
            self.next_ends.clear();
            follow(&self.ends, &self.here[word], self.slop, |end| self.next_ends.push(end));
            std::mem::swap(&mut self.ends, &mut self.next_ends);
        }
        Ok(!self.ends.is_empty())
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
    fn every_word_is_paired_with_the_rarest() {
        // "the bank of the river": of, the, bank, river by rarity, the rarest first.
        let pair = |before, after, least| Pair { before, after, least, most: 2 * least };
        let expected = [pair(1, 0, 3), pair(2, 0, 2), pair(3, 0, 4), pair(3, 0, 1)];
        assert_eq!(pairs_with_rarest(&[3, 1, 2, 3, 0], 2), expected);
    }
}
