//! Decoding the blocks of a list.

use crate::error::{Damage, Error, Result};
use crate::segment::block::{self, BLOCK};
use crate::segment::section::Section;
use crate::segment::terms::{TermInfo, directory_size};
use crate::segment::varint::Cursor;

use super::{Directory, END, Postings, Sources};

impl<'a> Postings<'a> {
    /// Decodes the documents of a block.
    pub(super) fn load(&mut self, block: usize) -> Result<()> {
        let section = self.sources.postings;
        let (bytes, before) = self.stored(block)?;
        self.len = self.size_of(block);
        (self.block, self.at, self.weights_at) = (block, 0, None);
        if self.base.is_some() {
            self.load_places(bytes)?;
        } else if self.len == BLOCK {
            let weights = section.check(block::read_docs(bytes, before, &mut self.docs))?;
            self.weights_at = Some((bytes[1], weights));
        } else {
            let (floats, docs, weights) = (self.info.floats, &mut self.docs, &mut self.weights);
            section.check(block::read_tail(bytes, before, self.len, floats, docs, weights))?;
        }
        self.docs[self.len..].fill(END); // for `count_below`
        if self.bare {
            self.weights_at = None;
            self.weights.fill(1);
        }
        self.check_last(block, self.docs[self.len - 1])
    }

    /// Returns the bytes of a block, and perhaps of those after it, and the last document of the block before.
    pub(super) fn stored(&self, block: usize) -> Result<(&'a [u8], Option<u32>)> {
        if block >= self.block_count() {
            return Err(Error::invalid("there is no such block"));
        }
        let offset = self.directory.offsets.get(block).map_or(0, |&offset| offset as usize);
        let outside = || self.sources.postings.corrupt(Damage("a block lies outside its list"));
        let before = block.checked_sub(1).map(|before| self.directory.last_docs[before]);
        Ok((self.bytes.get(offset..).ok_or_else(outside)?, before))
    }

    /// Decodes a block of places, and replaces them by the documents that the base has there.
    fn load_places(&mut self, bytes: &'a [u8]) -> Result<()> {
        let (section, Some(base)) = (self.sources.postings, &mut self.base) else { return Ok(()) };
        let mut cursor = Cursor::new(bytes);
        let before = section.check(cursor.varint32())?.checked_sub(1);
        if self.len == BLOCK {
            section.check(block::read_docs(cursor.rest(), before, &mut self.docs))?;
        } else {
            let (docs, weights) = (&mut self.docs, &mut self.weights);
            section.check(block::read_tail(cursor.rest(), before, self.len, false, docs, weights))?;
        }
        let out_of_range = || section.corrupt(Damage("a place is out of range"));
        let mut places = &mut self.docs[..self.len];
        while let Some(&mut first) = places.first_mut() {
            let block = first as usize / BLOCK;
            if block >= base.block_count() {
                return Err(out_of_range());
            }
            base.go_to_block(block)?;
            // The places of one block ascend: those of the next are behind them.
            let start = (block * BLOCK) as u32;
            let count = places.iter().position(|place| place.wrapping_sub(start) >= BLOCK as u32);
            let (now, later) = places.split_at_mut(count.unwrap_or(places.len()));
            let docs = base.docs();
            for place in now {
                *place = *docs.get((*place - start) as usize).ok_or_else(out_of_range)?;
            }
            places = later;
        }
        Ok(())
    }

    pub(super) fn check_last(&self, block: usize, last: u32) -> Result<()> {
        let expected = self.directory.last_docs.get(block).copied().unwrap_or(last);
        if last == expected && last < self.sources.doc_count {
            return Ok(());
        }
        Err(self.sources.postings.corrupt(Damage("a block holds other documents than its directory says")))
    }

    #[inline]
    pub(super) fn need_weights(&mut self) -> Result<()> {
        let Some((form, bytes)) = self.weights_at.take() else { return Ok(()) };
        self.sources.postings.check(block::read_weights(bytes, form, &mut self.weights))
    }

    pub(super) fn block_extras(&self, extras: &'a Section) -> Result<&'a [u8]> {
        let offsets = self.directory.extra_offsets;
        let start = offsets.get(self.block).map_or(0, |&offset| offset as u64);
        let end = offsets.get(self.block + 1).map_or(self.info.extras.length, |&offset| offset as u64);
        let length = end.checked_sub(start).ok_or_else(|| extras.corrupt(Damage("its blocks are unsorted")))?;
        extras.slice(self.info.extras.offset.saturating_add(start), length as usize)
    }
}

impl<'a> Directory<'a> {
    pub(super) fn open(sources: &Sources<'a>, info: &TermInfo) -> Result<Self> {
        let blocks = info.blocks();
        let bare = info.is_bare(sources.shape);
        let size = directory_size(sources.shape, info.doc_frequency, info.form, bare);
        let bytes = sources.directory.slice(info.directory, size as usize)?;
        let damage = || sources.directory.corrupt(Damage("an array is not aligned"));
        let (header, rest) = bytes.split_at(12);
        let arrays = if sources.extras.is_some() { 3 } else { 2 };
        let (numbers, maxima) = rest.split_at(4 * arrays * blocks);
        let numbers: &[u32] = bytemuck::try_cast_slice(numbers).map_err(|_| damage())?;
        Ok(Directory {
            header,
            last_docs: &numbers[..blocks],
            offsets: &numbers[blocks..2 * blocks],
            extra_offsets: &numbers[2 * blocks..],
            maxima: bytemuck::try_cast_slice(maxima).map_err(|_| damage())?,
        })
    }
}
