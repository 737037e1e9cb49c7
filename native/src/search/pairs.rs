//! Which documents have two words at a distance: the documents of both lists block by block, then the positions in those
//! that have both words.

use crate::error::Result;
use crate::segment::{BLOCK, Found, Places, Postings};

use super::common::count_while;
use super::deadline;

/// Two words of a phrase, and how many positions the second is after the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    /// The words, by their numbers among the terms.
    pub before: usize,
    pub after: usize,
    pub least: u32,
    pub most: u32,
}

/// Looks at two lists together.
pub(super) struct PairFinder {
    of_rarer: Found,
    of_other: Found,
    at_rarer: Places,
    at_other: Places,
    /// Documents of one block of the rarer that have both words, and their postings there.
    docs: [u32; BLOCK],
    postings: [u8; BLOCK],
    count: usize,
}

impl Default for PairFinder {
    fn default() -> Self {
        let (of_rarer, of_other, at_rarer, at_other) = Default::default();
        PairFinder { of_rarer, of_other, at_rarer, at_other, docs: [0; BLOCK], postings: [0; BLOCK], count: 0 }
    }
}

impl PairFinder {
    /// Keeps those of the ascending documents that have the pair; if not `ordered`, also those with the second word at the same
    /// distance before the first.
    pub fn keep(&mut self, pair: Pair, lists: [&mut Postings; 2], ordered: bool, docs: &mut Vec<u32>) -> Result<()> {
        self.keep_if(lists, docs, |_, before, after| {
            let mut found = after.come_after(before, pair.least, pair.most);
            if !ordered {
                let reversed = before.come_after(after, pair.least, pair.most);
                found.iter_mut().zip(reversed).for_each(|(found, reversed)| *found |= reversed);
            }
            Ok(found)
        })
    }

    /// Keeps those of the ascending documents that have both words and are wanted: `wanted` tells of some of them, given where
    /// the one and the other word stand in each.
    pub fn keep_if(
        &mut self,
        [one, two]: [&mut Postings; 2],
        docs: &mut Vec<u32>,
        mut wanted: impl FnMut(&[u32], &Places, &Places) -> Result<[bool; BLOCK]>,
    ) -> Result<()> {
        let is_swapped = two.doc_frequency() < one.doc_frequency();
        let (rarer, other) = if is_swapped { (two, one) } else { (one, two) };
        let (mut kept, mut at, mut block, mut next) = (0, 0, 0, 0);
        while let Some(here) = self.look_into(rarer, &docs[at..], &mut block)? {
            at += here.len();
            self.meet(here, other, &mut next)?;
            if self.count > 0 {
                self.at_rarer.clear();
                rarer.positions_of(&self.postings[..self.count], &mut self.at_rarer)?;
                let (rarer, other) = (&self.at_rarer, &self.at_other);
                let (one, two) = if is_swapped { (other, rarer) } else { (rarer, other) };
                let found = wanted(&self.docs[..self.count], one, two)?;
                kept = self.take(&found, docs, kept);
            }
        }
        docs.truncate(kept);
        Ok(())
    }

    /// Keeps those of the ascending documents that have one word at a distance from itself.
    pub fn keep_repeated(&mut self, pair: Pair, list: &mut Postings, docs: &mut Vec<u32>) -> Result<()> {
        let (mut kept, mut at, mut block) = (0, 0, 0);
        while let Some(here) = self.look_into(list, &docs[at..], &mut block)? {
            at += here.len();
            self.count = self.of_rarer.places().len();
            self.docs.iter_mut().zip(self.of_rarer.places()).for_each(|(doc, &place)| *doc = here[place as usize]);
            self.at_rarer.clear();
            list.positions_of(self.of_rarer.postings(), &mut self.at_rarer)?;
            let found = self.at_rarer.come_after(&self.at_rarer, pair.least, pair.most);
            kept = self.take(&found, docs, kept);
        }
        docs.truncate(kept);
        Ok(())
    }

    /// Looks for the first of the documents in the block of a list that reaches them, from `block` on, and returns those
    /// looked for; none if the list ends before.
    fn look_into<'d>(&mut self, list: &mut Postings, docs: &'d [u32], block: &mut usize) -> Result<Option<&'d [u32]>> {
        deadline::check()?;
        let Some(&first) = docs.first() else { return Ok(None) };
        *block = list.block_reaching(first, *block);
        let Some(&last) = list.last_docs().get(*block) else { return Ok(None) };
        let here = &docs[..docs.len().min(BLOCK)];
        let here = &here[..count_while(here, |&doc| doc <= last)];
        list.among(*block, here, &mut self.of_rarer)?;
        Ok(Some(here))
    }

    /// Looks for those of the documents that the rarer word has been found in, in the blocks of the other from `next` on, and
    /// reads where it stands.
    fn meet(&mut self, docs: &[u32], other: &mut Postings, next: &mut usize) -> Result<()> {
        let mut candidates = [0; BLOCK];
        let (places, postings) = (self.of_rarer.places(), self.of_rarer.postings());
        candidates.iter_mut().zip(places).for_each(|(candidate, &place)| *candidate = docs[place as usize]);
        let (mut left, mut at) = (&candidates[..places.len()], 0);
        self.at_other.clear();
        self.count = 0;
        while let Some(&first) = left.first() {
            *next = other.block_reaching(first, *next);
            let Some(&last) = other.last_docs().get(*next) else { break };
            let (here, later) = left.split_at(count_while(left, |&doc| doc <= last));
            other.among(*next, here, &mut self.of_other)?;
            if !self.of_other.places().is_empty() {
                for &place in self.of_other.places() {
                    self.docs[self.count] = here[place as usize];
                    self.postings[self.count] = postings[at + place as usize];
                    self.count += 1;
                }
                other.positions_of(self.of_other.postings(), &mut self.at_other)?;
            }
            (left, at) = (later, at + here.len());
        }
        Ok(())
    }

    /// Puts those of the documents with both words that have the pair behind the first `kept` of all, none of which is still to
    /// be looked for; returns how many are kept now.
    fn take(&self, has_pair: &[bool; BLOCK], docs: &mut [u32], mut kept: usize) -> usize {
        for (&doc, &has_pair) in self.docs[..self.count].iter().zip(has_pair) {
            docs[kept] = doc;
            kept += usize::from(has_pair);
        }
        kept
    }
}
