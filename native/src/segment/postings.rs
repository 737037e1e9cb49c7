//! Reading the postings of a term, block by block.

mod extras;
mod find;
mod load;

use crate::error::{Damage, Result};

use super::block::{self, BLOCK, Numbers};
use super::list::frequency_bound;
use super::maxima::Maxima;
use super::positions::BlockPositions;
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
