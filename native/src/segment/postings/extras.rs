//! Reading what postings carry: positions, or opaque values.

use crate::error::Result;
use crate::segment::places::Places;
use crate::segment::positions::{self, BlockPositions};
use crate::segment::section::Section;

use super::Postings;

impl<'a> Postings<'a> {
    /// Appends the positions of the current posting to `out`, ascending; nothing for a field without positions, or
    /// after the end.
    pub fn positions(&mut self, out: &mut Vec<u32>) -> Result<()> {
        self.positions_at(self.at, out)
    }

    /// Appends the positions of posting `index` of the current block to `out`.
    #[inline]
    pub fn positions_at(&mut self, index: usize, out: &mut Vec<u32>) -> Result<()> {
        let Some(extras) = self.sources.extras.filter(|_| self.sources.positions && index < self.len) else {
            return Ok(());
        };
        extras.check(self.positions_here(extras)?.read(index, out))
    }

    /// Appends the positions of ascending postings of the current block, or of that which was looked into last, to `out`; nothing
    /// for a field without positions.
    pub fn positions_of(&mut self, postings: &[u8], out: &mut Places) -> Result<()> {
        let Some(extras) = self.sources.extras.filter(|_| self.sources.positions) else { return Ok(()) };
        extras.check(self.positions_here(extras)?.read_many(postings, out))
    }

    /// Returns the positions of the current block, or of that which was looked into last.
    #[inline]
    fn positions_here(&mut self, extras: &'a Section) -> Result<&mut BlockPositions<'a>> {
        let (known, mut positions) = self.positions.take().unwrap_or((usize::MAX, Box::default()));
        if known != self.block {
            self.need_weights()?;
            let frequencies = &self.weights[..self.size_of(self.block)];
            extras.check(positions.enter(self.block_extras(extras)?, frequencies))?;
        }
        Ok(&mut self.positions.insert((self.block, positions)).1)
    }

    /// Appends the gaps of all positions of the current block to `out`: for each posting the first position, then the
    /// distances between positions. Nothing for a field without positions, or after the end.
    pub fn gaps(&mut self, out: &mut Vec<u32>) -> Result<()> {
        let Some(extras) = self.sources.extras.filter(|_| self.sources.positions && self.len > 0) else {
            return Ok(());
        };
        self.need_weights()?;
        let count = self.weights[..self.len].iter().map(|&tf| tf as usize).sum();
        extras.check(positions::read_gaps(self.block_extras(extras)?, count, out))
    }

    /// Returns the value of the current posting; empty for a field without values, or after the end.
    pub fn value(&self) -> Result<&'a [u8]> {
        match self.sources.extras.filter(|_| !self.sources.positions && self.at < self.len) {
            Some(extras) => extras.check(positions::read_value(self.block_extras(extras)?, self.len, self.at)),
            None => Ok(&[]),
        }
    }
}
