//! Which documents of some kind a block has.

use crate::error::Result;
use crate::segment::among::{self, Found};
use crate::segment::block::{self, BLOCK};

use super::Postings;

impl Postings<'_> {
    /// Adds the documents of a block to `bits`, of which the first is document `base`; those outside are left out.
    /// Afterwards any block may be the current one.
    pub fn mark(&mut self, block: usize, base: u32, bits: &mut [u64]) -> Result<()> {
        if block != self.block && self.base.is_none() && (block + 1) * BLOCK <= self.info.doc_frequency as usize {
            let section = self.sources.postings;
            let (bytes, before) = self.stored(block)?;
            if let Some(last) = section.check(block::mark_bitset(bytes, before, base, bits))? {
                return self.check_last(block, last);
            }
        }
        self.go_to_block(block)?;
        block::mark_docs(self.docs(), base, bits);
        Ok(())
    }

    /// Finds which of the ascending documents a block has; they are at most [`BLOCK`]. Weights and positions are then those of
    /// this block; no posting is the current one until a block is gone to.
    #[inline]
    pub fn among(&mut self, block: usize, docs: &[u32], found: &mut Found) -> Result<()> {
        let is_loaded = block == self.block && self.len > 0;
        if !is_loaded && self.among_set(block, docs, found)? {
            return Ok(());
        }
        self.go_to_block(block)?;
        if docs == self.docs() {
            found.fill(docs.len());
        } else {
            among::find_in_list(&self.docs, docs, found);
        }
        Ok(())
    }

    /// The same for a block that is stored as a set, whose documents are not listed; tells whether it is.
    fn among_set(&mut self, block: usize, docs: &[u32], found: &mut Found) -> Result<bool> {
        // What is known of the only block of a list is told from its documents.
        if self.base.is_some() || self.block_count() == 1 || self.size_of(block) < BLOCK {
            return Ok(false);
        }
        let section = self.sources.postings;
        let (bytes, before) = self.stored(block)?;
        let Some(set) = section.check(block::read_set(bytes, before))? else { return Ok(false) };
        let Some(last) = section.check(among::find_in_set(&set, docs, found))? else { return Ok(false) };
        self.check_last(block, last)?;
        (self.block, self.at, self.len) = (block, 0, 0);
        self.weights_at = Some((bytes[1], set.weights)).filter(|_| !self.bare);
        Ok(true)
    }
}
