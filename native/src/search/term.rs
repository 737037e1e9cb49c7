//! The postings of one term, window by window.

use std::sync::Arc;

use crate::error::Result;
use crate::segment::{BLOCK, END, Places, Postings, Weights};

use super::bits::{Bits, DocSet, Scores, WINDOW};
use super::score::Model;

/// Positions that are held at a time.
const MOST_POSITIONS: usize = 1 << 20;

/// A term of a segment with its scoring.
pub(super) struct TermNode<'s> {
    pub postings: Postings<'s>,
    pub lengths: &'s [u8],
    pub model: Arc<Model>,
    /// Inverse document frequency times boosts.
    pub weight: f64,
    /// What no posting of each block exceeds; made when first asked for.
    bounds: Vec<f64>,
    /// No block before this one reaches the windows to come.
    from: usize,
    docs: [u32; BLOCK],
}

impl<'s> TermNode<'s> {
    pub fn new(postings: Postings<'s>, lengths: &'s [u8], model: Arc<Model>, weight: f64) -> Self {
        Self { postings, lengths, model, weight, bounds: Vec::new(), from: 0, docs: [0; BLOCK] }
    }

    pub fn doc_frequency(&self) -> u32 {
        self.postings.doc_frequency()
    }

    /// Makes the postings worth `times` as much.
    pub fn scale(&mut self, times: f64) {
        self.weight *= times;
    }

    /// Returns the first document from `doc` on that may have the term, or [`END`].
    pub fn next(&mut self, doc: u32) -> u32 {
        let block = self.postings.block_reaching(doc, self.from);
        match block.checked_sub(1) {
            _ if block == self.postings.block_count() => END,
            Some(before) => doc.max(self.postings.last_docs()[before] + 1),
            None => doc,
        }
    }

    /// Returns a score that no posting of the window exceeds.
    pub fn bound(&mut self, base: u32) -> Result<f64> {
        self.need_bounds()?;
        let blocks = self.blocks(base);
        Ok(self.bounds[blocks].iter().copied().fold(0.0, f64::max))
    }

    /// Returns what no posting of each block exceeds.
    pub fn block_bounds(&mut self) -> Result<&[f64]> {
        self.need_bounds()?;
        Ok(&self.bounds)
    }

    /// Returns a score that no posting exceeds.
    pub fn most_of_any(&mut self) -> Result<f64> {
        Ok(self.block_bounds()?.iter().copied().fold(0.0, f64::max))
    }

    /// Adds all documents to a set of the segment's.
    pub fn add_to(&mut self, set: &mut DocSet) -> Result<()> {
        (0..self.postings.block_count()).try_for_each(|block| self.postings.mark(block, 0, set.words_mut()))
    }

    /// Hands the documents of each block to `f`, in order.
    pub fn each_block(&mut self, mut f: impl FnMut(&[u32])) -> Result<()> {
        for block in 0..self.postings.block_count() {
            self.postings.go_to_block(block)?;
            f(self.postings.docs());
        }
        Ok(())
    }

    fn need_bounds(&mut self) -> Result<()> {
        if self.bounds.is_empty() {
            for block in 0..self.postings.block_count() {
                let maxima = self.postings.maxima(block)?;
                let best = maxima.pairs().map(|(tf, length)| self.model.bound(tf, length)).fold(0.0, f64::max);
                self.bounds.push((best * self.weight).max(0.0)); // no bound times no weight is not a number
            }
        }
        Ok(())
    }

    /// Returns the blocks that may have documents of the window.
    fn blocks(&mut self, base: u32) -> std::ops::Range<usize> {
        let last_docs = self.postings.last_docs();
        let first = self.postings.block_reaching(base, self.from);
        let end = base.saturating_add(WINDOW as u32);
        let beyond =
            last_docs[first..].iter().position(|&last| last >= end - 1).map_or(last_docs.len(), |at| first + at + 1);
        self.from = first;
        first..beyond
    }

    /// Adds the documents of the window to `out`; of those not in `within` it may leave out any.
    pub fn matches(&mut self, base: u32, within: &Bits, out: &mut Bits) -> Result<()> {
        let blocks = self.blocks(base);
        if is_sparse(within, &blocks) {
            let docs = within.docs(base);
            return self.each_common(&docs, |_, common| {
                common.iter().for_each(|&(place, _)| out.set((docs[place as usize] - base) as usize));
                Ok(())
            });
        }
        blocks.into_iter().try_for_each(|block| self.postings.mark(block, base, out.words_mut()))
    }

    /// Adds to the scores of those candidates that have the term.
    pub fn score(&mut self, base: u32, candidates: &Bits, scores: &mut Scores) -> Result<()> {
        let blocks = self.blocks(base);
        if !is_sparse(candidates, &blocks) {
            return blocks.into_iter().try_for_each(|block| self.score_block(block, base, candidates, scores));
        }
        let docs = candidates.docs(base);
        self.each_common(&docs, |term, common| {
            term.score_common(
                common,
                |place| docs[place],
                |place, score| scores[(docs[place] - base) as usize] += score,
            )
        })
    }

    /// Reads where the term stands in those places of the window that have it, which are added to `have`. Returns false, and
    /// nothing of use, where there are so few that they are better looked up one by one, or so many positions that they would
    /// fill the memory.
    pub fn places_among(&mut self, base: u32, within: &Bits, have: &mut Bits, out: &mut Places) -> Result<bool> {
        let blocks = self.blocks(base);
        if is_sparse(within, &blocks) {
            return Ok(false);
        }
        out.clear();
        for block in blocks {
            self.postings.go_to_block(block)?;
            let (mut chosen, mut count) = ([0; BLOCK + 1], 0);
            for (index, &doc) in self.postings.docs().iter().enumerate() {
                let place = doc.wrapping_sub(base) as usize;
                if place < WINDOW && within.bit(place) == 1 {
                    chosen[count] = index as u8;
                    count += 1;
                    have.set(place);
                }
            }
            self.postings.positions_of(&chosen[..count], out)?;
            if out.size() > MOST_POSITIONS {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn score_block(&mut self, block: usize, base: u32, candidates: &Bits, scores: &mut Scores) -> Result<()> {
        self.postings.go_to_block(block)?;
        let count = self.postings.docs().len();
        self.docs[..count].copy_from_slice(self.postings.docs());
        let (docs, lengths, weight) = (&self.docs[..count], self.lengths, self.weight);
        match (self.postings.weights()?, &*self.model) {
            (Weights::Counts(counts), Model::Bm25(bm25)) => {
                add(docs.iter().zip(counts), base, candidates, scores, |doc, &tf| {
                    weight * bm25.count(tf, length(lengths, doc))
                });
            }
            (Weights::Counts(counts), model) => {
                add(docs.iter().zip(counts), base, candidates, scores, |doc, &tf| {
                    weight * model.count(tf, length(lengths, doc))
                });
            }
            (Weights::Floats(floats), model) => {
                add(docs.iter().zip(floats), base, candidates, scores, |doc, &value| {
                    weight * model.float(value, length(lengths, doc))
                });
            }
        }
        Ok(())
    }

    /// Hands every posting of a block with its score to `f`.
    pub fn score_all(&mut self, block: usize, mut f: impl FnMut(u32, f64)) -> Result<()> {
        self.postings.go_to_block(block)?;
        let count = self.postings.docs().len();
        self.docs[..count].copy_from_slice(self.postings.docs());
        let (model, lengths, weight) = (&*self.model, self.lengths, self.weight);
        let docs = self.docs[..count].iter();
        match self.postings.weights()? {
            Weights::Counts(counts) => {
                docs.zip(counts).for_each(|(&doc, &tf)| f(doc, weight * model.count(tf, length(lengths, doc))));
            }
            Weights::Floats(floats) => {
                docs.zip(floats).for_each(|(&doc, &value)| f(doc, weight * model.float(value, length(lengths, doc))));
            }
        }
        Ok(())
    }
}

/// Tells whether looking up the places one by one costs less than reading the blocks.
fn is_sparse(places: &Bits, blocks: &std::ops::Range<usize>) -> bool {
    places.count() < blocks.len() * 6
}

/// Returns the length byte of a document; 0 in a field without lengths.
#[inline]
pub(super) fn length(lengths: &[u8], doc: u32) -> u8 {
    lengths.get(doc as usize).copied().unwrap_or(0)
}

/// Adds the scores of the postings that are candidates.
#[inline]
fn add<'p, W: 'p>(
    postings: impl Iterator<Item = (&'p u32, &'p W)>,
    base: u32,
    candidates: &Bits,
    scores: &mut Scores,
    score: impl Fn(u32, &W) -> f64,
) {
    for (&doc, value) in postings {
        let place = doc.wrapping_sub(base) as usize;
        if place < WINDOW {
            // All bits or none: a branch would be mispredicted as often as not.
            let mask = candidates.bit(place).wrapping_neg();
            scores[place] += f64::from_bits(score(doc, value).to_bits() & mask);
        }
    }
}
