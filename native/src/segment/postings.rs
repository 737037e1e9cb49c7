//! Reading the postings of a term, block by block.

mod load;

use crate::error::{Damage, Result};

use super::among::{self, Found};
use super::block::{self, BLOCK, Numbers};
use super::list::frequency_bound;
use super::maxima::Maxima;
use super::places::Places;
use super::positions::{self, BlockPositions};
use super::schema::Shape;
use super::section::Section;
use super::terms::TermInfo;

/// The document after all documents: where a cursor is when its list has ended.
pub const END: u32 = u32::MAX;

/// The sections that the postings of a field lie in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sources<'a> {
    pub postings: &'a Section,
    pub directory: &'a Section,
    pub extras: Option<&'a Section>,
    pub shape: Shape,
    pub positions: bool,
    pub lengths: Option<&'a [u8]>,
    pub doc_count: u32,
}

/// A cursor over the postings of a term.
///
/// It is always in one decoded block, whose documents and weights it shows as slices. A new cursor is at the first
/// posting (a list is never empty). Weights, positions and values are decoded when first asked for in a block.
/// After an error the cursor's place is unspecified.
#[derive(Debug, Clone)]
pub struct Postings<'a> {
    sources: Sources<'a>,
    info: TermInfo,
    bytes: &'a [u8],
    directory: Directory<'a>,
    block: usize,
    at: usize,
    len: usize,
    docs: Numbers,
    weights: Numbers,
    /// The form and bytes of the current block's weights while they are not decoded.
    weights_at: Option<(u8, &'a [u8])>,
    /// The positions of a block, and which one; none until positions are asked for.
    positions: Option<(usize, Box<BlockPositions<'a>>)>,
    only_last: [u32; 1],
    /// The list that this one has its places in.
    base: Option<Box<Postings<'a>>>,
    /// Nothing is known but the documents.
    bare: bool,
}

/// Where the blocks of a list are and what they reach.
#[derive(Debug, Clone, Copy, Default)]
struct Directory<'a> {
    header: &'a [u8],
    last_docs: &'a [u32],
    offsets: &'a [u32],
    extra_offsets: &'a [u32],
    maxima: &'a [[u8; 8]],
}

/// The weights of the current block.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Weights<'a> {
    /// Frequencies, at least 1.
    Counts(&'a [u32]),
    /// Floats.
    Floats(&'a [f32]),
}

/// Exact extremes of a list, as Whoosh's `TermInfo` reports them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ListStats {
    /// The first document.
    pub min_doc: u32,
    /// The last document.
    pub max_doc: u32,
    /// The least length byte of its documents; 0 if the field has no lengths.
    pub min_length: u8,
    /// The greatest length byte of its documents.
    pub max_length: u8,
    /// The greatest weight.
    pub max_weight: f32,
}

impl<'a> Postings<'a> {
    pub(super) fn open(sources: Sources<'a>, info: TermInfo) -> Result<Self> {
        Postings::new(sources, info, None)?.loaded()
    }

    /// Opens a list of places in another list.
    pub(super) fn open_places(
        sources: Sources<'a>,
        info: TermInfo,
        base: Sources<'a>,
        of_base: TermInfo,
    ) -> Result<Self> {
        let base = Postings::new(base, of_base, None)?;
        Postings::new(sources, info, Some(Box::new(base)))?.loaded()
    }

    /// Turns the list into that of another term, which has the same documents, each once.
    pub(super) fn without_weights(mut self, info: TermInfo) -> Result<Self> {
        if info.doc_frequency != self.info.doc_frequency || self.info.floats {
            return Err(self.sources.postings.corrupt(Damage("a list is not as long as the one that it stands for")));
        }
        (self.info, self.bare, self.weights_at) = (info, true, None);
        (self.sources.extras, self.sources.lengths) = (None, None);
        self.weights.fill(1);
        Ok(self)
    }

    fn new(sources: Sources<'a>, info: TermInfo, base: Option<Box<Postings<'a>>>) -> Result<Self> {
        let blocks = info.blocks();
        let length = usize::try_from(info.postings.length).unwrap_or(usize::MAX);
        let bytes = sources.postings.slice(info.postings.offset, length)?;
        let directory = if blocks > 1 { Directory::open(&sources, &info)? } else { Directory::default() };
        if blocks == 0 {
            return Err(sources.postings.corrupt(Damage("a list is empty")));
        }
        Ok(Postings {
            sources,
            info,
            bytes,
            directory,
            block: 0,
            at: 0,
            len: 0,
            docs: [0; BLOCK],
            weights: [0; BLOCK],
            weights_at: None,
            positions: None,
            only_last: [0],
            base,
            bare: info.is_bare(sources.shape),
        })
    }

    /// Goes to the first posting.
    fn loaded(mut self) -> Result<Self> {
        self.load(0)?;
        self.only_last[0] = self.docs[self.len - 1];
        Ok(self)
    }

    /// Returns what the dictionary knows of the term.
    pub fn info(&self) -> &TermInfo {
        &self.info
    }

    /// Returns the number of postings.
    pub fn doc_frequency(&self) -> u32 {
        self.info.doc_frequency
    }

    // Blocks

    /// Returns the number of blocks, at least one.
    pub fn block_count(&self) -> usize {
        self.info.blocks()
    }

    /// Returns the last document of every block, ascending.
    #[inline]
    pub fn last_docs(&self) -> &[u32] {
        if self.directory.last_docs.is_empty() { &self.only_last } else { self.directory.last_docs }
    }

    /// Returns the first block from `from` on that reaches `doc`; the number of blocks if none does.
    #[inline]
    pub fn block_reaching(&self, doc: u32, from: usize) -> usize {
        let last_docs = self.last_docs();
        let (mut low, mut step) = (from, 1);
        while low + step <= last_docs.len() && last_docs[low + step - 1] < doc {
            low += step;
            step *= 2;
        }
        let high = last_docs.len().min(low + step);
        low + last_docs[low.min(high)..high].partition_point(|&last| last < doc)
    }

    /// Returns the bounds of a block.
    ///
    /// Those of a list of several blocks are stored; those of a single block are computed from it; where there is nothing
    /// but documents, all are the same.
    pub fn maxima(&mut self, block: usize) -> Result<Maxima> {
        if self.bare {
            return Ok(Maxima::BARE);
        }
        if let Some(&pairs) = self.directory.maxima.get(block) {
            return Ok(Maxima(pairs));
        }
        if block != self.block {
            let mut other = self.clone(); // a list of one block whose end has been reached
            other.load(block)?;
            return other.maxima(block);
        }
        self.need_weights()?;
        let floats = self.info.floats;
        let frequencies = self.weights[..self.len].iter().map(|&weight| frequency_bound(weight, floats));
        Ok(Maxima::of(frequencies.zip(self.docs[..self.len].iter().map(|&doc| self.length(doc)))))
    }

    /// Returns the stored bounds of all blocks; nothing for a list of a single block and for one that has nothing but
    /// documents: then [`Postings::maxima`] tells.
    pub fn stored_maxima(&self) -> &'a [[u8; 8]] {
        if self.bare { &[] } else { self.directory.maxima }
    }

    /// Returns the current block; the number of blocks after the end.
    #[inline]
    pub fn block(&self) -> usize {
        self.block
    }

    /// Goes to the first posting of a block, decoding its documents unless it is the current block.
    #[inline]
    pub fn go_to_block(&mut self, block: usize) -> Result<()> {
        if block != self.block || self.len == 0 {
            self.load(block)?;
        }
        self.at = 0;
        Ok(())
    }

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

    /// Returns how many postings a block has; none after the last.
    #[inline]
    fn size_of(&self, block: usize) -> usize {
        BLOCK.min((self.info.doc_frequency as usize).saturating_sub(block * BLOCK))
    }

    /// Returns the documents of the current block; none after the end.
    #[inline]
    pub fn docs(&self) -> &[u32] {
        &self.docs[..self.len]
    }

    /// Returns the weights of the current block, or of that which was looked into last, one a document.
    #[inline]
    pub fn weights(&mut self) -> Result<Weights<'_>> {
        self.need_weights()?;
        let weights = &self.weights[..self.size_of(self.block)];
        Ok(if self.info.floats { Weights::Floats(bytemuck::cast_slice(weights)) } else { Weights::Counts(weights) })
    }

    // The current posting

    /// Returns the current document; [`END`] after the last.
    #[inline]
    pub fn doc(&self) -> u32 {
        if self.at < self.len { self.docs[self.at] } else { END }
    }

    /// Returns the place of the current posting in its block.
    #[inline]
    pub fn index(&self) -> usize {
        self.at
    }

    /// Moves to a posting of the current block by its place there; after the last one if there are not so many.
    #[inline]
    pub fn go_to_index(&mut self, index: usize) {
        self.at = index.min(self.len);
    }

    /// Moves to the next posting and returns its document; stays at [`END`] once there.
    #[inline]
    pub fn advance(&mut self) -> Result<u32> {
        self.at += 1;
        if self.at >= self.len {
            self.enter(self.block + 1)?;
        }
        Ok(self.doc())
    }

    /// Moves to the first posting whose document is not before `doc` and returns that document. Never moves back: a
    /// `doc` before the current one leaves the cursor where it is.
    #[inline]
    pub fn seek(&mut self, doc: u32) -> Result<u32> {
        if self.doc() >= doc {
            return Ok(self.doc());
        }
        if self.docs[self.len - 1] < doc {
            self.enter(self.block_reaching(doc, self.block + 1))?;
            if self.len == 0 {
                return Ok(END);
            }
        }
        self.at = self.at.max(block::count_below(&self.docs, doc));
        Ok(self.doc())
    }

    /// Returns the weight of the current posting.
    ///
    /// # Panics
    /// After the end.
    #[inline]
    pub fn weight(&mut self) -> Result<f32> {
        self.need_weights()?;
        let weight = self.weights[..self.len][self.at];
        Ok(if self.info.floats { f32::from_bits(weight) } else { weight as f32 })
    }

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

    /// Returns the exact extremes of the list.
    pub fn stats(&mut self) -> Result<ListStats> {
        if let [a, b, c, d, e, f, g, h, min_length, max_length, ..] = *self.directory.header {
            let (min_doc, max_doc) = (u32::from_le_bytes([a, b, c, d]), self.last_docs().last().copied().unwrap_or(0));
            if self.bare {
                return Ok(ListStats { min_doc, max_doc, min_length: 0, max_length: 0, max_weight: 1.0 });
            }
            let max_weight = f32::from_le_bytes([e, f, g, h]);
            return Ok(ListStats { min_doc, max_doc, min_length, max_length, max_weight });
        }
        if self.block != 0 {
            let mut other = self.clone();
            other.load(0)?;
            return other.stats();
        }
        self.need_weights()?;
        let lengths = self.docs().iter().map(|&doc| self.length(doc));
        let weights = self.weights[..self.len].iter();
        let weights = weights.map(|&bits| if self.info.floats { f32::from_bits(bits) } else { bits as f32 });
        Ok(ListStats {
            min_doc: self.docs[0],
            max_doc: self.only_last[0],
            min_length: lengths.clone().min().unwrap_or(0),
            max_length: lengths.max().unwrap_or(0),
            max_weight: weights.fold(0.0, f32::max),
        })
    }

    fn length(&self, doc: u32) -> u8 {
        self.sources.lengths.and_then(|lengths| lengths.get(doc as usize)).copied().unwrap_or(0)
    }

    fn enter(&mut self, block: usize) -> Result<()> {
        if block < self.block_count() {
            self.load(block)?;
        } else {
            (self.block, self.len) = (self.block_count(), 0);
        }
        self.at = 0;
        Ok(())
    }
}
