//! Positions of a term in all documents, held in memory: for terms that are in most of them and asked for again and again.

use crate::error::Result;
use crate::segment::{Postings, Weights};

/// Positions that are held of a term; of one with more none are.
const MOST: usize = 1 << 25;

/// The positions of a term, by document.
pub(super) struct Held {
    /// Where the gaps of each document end.
    ends: Vec<u32>,
    gaps: Vec<u16>,
}

impl Held {
    /// Reads all positions; none if they are too many, or too far apart.
    pub fn read(mut postings: Postings, doc_count: u32) -> Result<Option<Held>> {
        let (mut ends, mut gaps, mut of_block) = (Vec::with_capacity(doc_count as usize), Vec::new(), Vec::new());
        for block in 0..postings.block_count() {
            postings.go_to_block(block)?;
            of_block.clear();
            postings.gaps(&mut of_block)?;
            if of_block.iter().any(|&gap| gap > u32::from(u16::MAX)) || gaps.len() + of_block.len() > MOST {
                return Ok(None);
            }
            let docs = postings.docs().to_vec();
            let Weights::Counts(counts) = postings.weights()? else { return Ok(None) };
            let mut end = gaps.len() as u32;
            for (&doc, &count) in docs.iter().zip(counts) {
                ends.resize(doc as usize, end);
                end += count;
                ends.push(end);
            }
            gaps.extend(of_block.iter().map(|&gap| gap as u16));
        }
        ends.resize(doc_count as usize, gaps.len() as u32);
        Ok(Some(Held { ends, gaps }))
    }

    /// Returns the positions in a document, ascending.
    #[inline]
    pub fn of(&self, doc: u32) -> impl Iterator<Item = u32> + '_ {
        let doc = doc as usize;
        let start = if doc == 0 { 0 } else { self.ends[doc - 1] };
        self.gaps[start as usize..self.ends[doc] as usize].iter().scan(0, |position, &gap| {
            *position += u32::from(gap);
            Some(*position)
        })
    }
}
