//! What a list of postings and a list of documents have in common.

use crate::error::Result;
use crate::segment::{BLOCK, Found, Weights};

use super::term::{TermNode, length};

/// Documents looked for are so many times those of the list before they are looked for by its own.
const FEW_OF_MANY: usize = 4;

/// What a block and some documents have in common: places of documents, and postings of the block.
pub(super) struct Common {
    pairs: [(u32, u8); BLOCK],
    count: usize,
}

impl Common {
    pub fn pairs(&self) -> &[(u32, u8)] {
        &self.pairs[..self.count]
    }

    #[inline]
    fn add(&mut self, place: usize, posting: usize) {
        self.pairs[self.count] = (place as u32, posting as u8);
        self.count += 1;
    }
}

impl TermNode<'_> {
    /// Returns all documents, ascending.
    pub fn docs(&mut self) -> Result<Vec<u32>> {
        let mut docs = Vec::with_capacity(self.doc_frequency() as usize);
        self.each_block(|block| docs.extend_from_slice(block))?;
        Ok(docs)
    }

    /// Calls `found` with what each block has in common with the ascending documents, if it has anything; the block is the
    /// one last looked into.
    pub fn each_common(
        &mut self,
        docs: &[u32],
        mut found: impl FnMut(&mut Self, &[(u32, u8)]) -> Result<()>,
    ) -> Result<()> {
        let mut common = Common { pairs: [(0, 0); BLOCK], count: 0 };
        let are_many = docs.len() / FEW_OF_MANY > self.doc_frequency() as usize;
        let (mut at, mut block, mut among) = (0, 0, Found::default());
        while let Some(&first) = docs.get(at) {
            block = self.postings.block_reaching(first, block);
            let Some(&last) = self.postings.last_docs().get(block) else { break };
            common.count = 0;
            if are_many {
                self.postings.go_to_block(block)?;
                for (posting, &doc) in self.postings.docs().iter().enumerate() {
                    at += count_while(&docs[at..], |&other| other < doc);
                    if docs.get(at) == Some(&doc) {
                        common.add(at, posting);
                    }
                }
                at += count_while(&docs[at..], |&other| other <= last);
            } else {
                let end = docs.len().min(at + BLOCK);
                let here = &docs[at..end];
                let here = &here[..count_while(here, |&doc| doc <= last)];
                self.postings.among(block, here, &mut among)?;
                let pairs = among.places().iter().zip(among.postings());
                pairs.for_each(|(&place, &posting)| common.add(at + place as usize, posting as usize));
                at += here.len();
            }
            if common.count > 0 {
                found(self, common.pairs())?;
            }
        }
        Ok(())
    }

    /// Adds, to the score of each of the ascending documents that has the term, that of the term.
    pub fn add_scores(&mut self, docs: &[u32], scores: &mut [f64]) -> Result<()> {
        self.each_common(docs, |term, common| {
            term.score_common(common, |place| docs[place], |place, score| scores[place] += score)
        })
    }

    /// Hands the scores of postings of the block last looked into to `f`, with their places; `doc` tells the documents of places.
    pub fn score_common(
        &mut self,
        common: &[(u32, u8)],
        doc: impl Fn(usize) -> u32,
        mut f: impl FnMut(usize, f64),
    ) -> Result<()> {
        let (model, lengths, weight) = (&*self.model, self.lengths, self.weight);
        match self.postings.weights()? {
            Weights::Counts(counts) => common.iter().for_each(|&(place, posting)| {
                let length = length(lengths, doc(place as usize));
                f(place as usize, weight * model.count(counts[posting as usize], length));
            }),
            Weights::Floats(floats) => common.iter().for_each(|&(place, posting)| {
                let length = length(lengths, doc(place as usize));
                f(place as usize, weight * model.float(floats[posting as usize], length));
            }),
        }
        Ok(())
    }
}

/// Keeps those of the ascending documents that are among others, which ascend too.
pub(super) fn keep_common(docs: &mut Vec<u32>, others: &[u32]) {
    let mut at = 0;
    docs.retain(|&doc| {
        at += count_while(&others[at..], |&other| other < doc);
        others.get(at) == Some(&doc)
    });
}

/// Returns how many of the numbers, which begin with those that are wanted, are; soon told where they are few.
#[inline]
pub(super) fn count_while(numbers: &[u32], is_wanted: impl Fn(&u32) -> bool) -> usize {
    let (mut low, mut step) = (0, 1);
    while low + step <= numbers.len() && is_wanted(&numbers[low + step - 1]) {
        low += step;
        step *= 2;
    }
    let high = numbers.len().min(low + step - 1);
    low + numbers[low..high].partition_point(is_wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counting_is_partitioning(numbers in prop::collection::btree_set(0u32..300, 0..80), bound in 0u32..310) {
            let numbers = Vec::from_iter(numbers);
            let expected = numbers.partition_point(|&number| number < bound);
            prop_assert_eq!(count_while(&numbers, |&number| number < bound), expected);
        }

        #[test]
        fn what_is_common_is_in_both(
            docs in prop::collection::btree_set(0u32..300, 0..80), others in prop::collection::btree_set(0u32..300, 0..80),
        ) {
            let expected: Vec<u32> = docs.intersection(&others).copied().collect();
            let (mut docs, others) = (Vec::from_iter(docs), Vec::from_iter(others));
            keep_common(&mut docs, &others);
            prop_assert_eq!(docs, expected);
        }
    }
}
