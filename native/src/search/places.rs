//! The positions of one term, document by document, or read for all documents of a window together.

use std::sync::Arc;

use crate::error::Result;
use crate::segment::{Places, Postings};

use super::bits::{Bits, Ranks, WINDOW};
use super::held::Held;
use super::term::TermNode;

/// A list of postings and the positions in the document looked at last.
pub(super) struct List<'s> {
    term: TermNode<'s>,
    positions: Vec<u32>,
    /// The window whose positions are in `places`.
    base: Option<u32>,
    have: Bits,
    ranks: Ranks,
    places: Places,
    held: Option<Arc<Held>>,
}

/// Positions of a window, or those that are held of all documents.
enum Known<W, H> {
    Window(W),
    Held(H),
}

impl<W: Iterator<Item = u32>, H: Iterator<Item = u32>> Iterator for Known<W, H> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        match self {
            Known::Window(positions) => positions.next(),
            Known::Held(positions) => positions.next(),
        }
    }
}

impl<'s> List<'s> {
    pub fn new(term: TermNode<'s>) -> Self {
        let (have, ranks) = (Bits::EMPTY, [0; WINDOW / 64]);
        List { term, positions: Vec::new(), base: None, have, ranks, places: Places::default(), held: None }
    }

    /// Returns the postings.
    pub fn postings(&mut self) -> &mut Postings<'s> {
        &mut self.term.postings
    }

    /// Goes by the positions that are held of all documents, if any are.
    pub fn with(mut self, held: Option<Arc<Held>>) -> Self {
        self.held = held;
        self
    }

    /// Tells whether positions are held of all documents.
    pub fn is_held(&self) -> bool {
        self.held.is_some()
    }

    /// Reads the positions in the documents of a window, if they are better read together.
    pub fn prepare(&mut self, base: u32, within: &Bits) -> Result<()> {
        self.base = None;
        if self.held.is_some() {
            return Ok(());
        }
        self.have = Bits::EMPTY;
        if self.term.places_among(base, within, &mut self.have, &mut self.places)? {
            self.ranks = self.have.ranks();
            self.base = Some(base);
        }
        Ok(())
    }

    /// Returns the documents of a window that have the term, of those that are asked for.
    pub fn places_in(&mut self, base: u32, within: &Bits) -> Result<Bits> {
        let mut found = Bits::EMPTY;
        self.term.matches(base, within, &mut found)?;
        found.and(within);
        Ok(found)
    }

    /// Goes to a document; tells whether it is there.
    #[inline]
    pub fn is_at(&mut self, doc: u32) -> Result<bool> {
        let postings = &mut self.term.postings;
        if postings.doc() > doc {
            let block = postings.block_reaching(doc, 0);
            postings.go_to_block(block.min(postings.block_count() - 1))?;
        }
        Ok(postings.seek(doc)? == doc)
    }

    /// Reads the positions in a document; none if it is not there.
    #[inline]
    pub fn read(&mut self, doc: u32) -> Result<&[u32]> {
        self.positions.clear();
        let mut positions = std::mem::take(&mut self.positions);
        if let Some(known) = self.known(doc) {
            positions.extend(known.into_iter().flatten());
        } else if self.is_at(doc)? {
            self.term.postings.positions(&mut positions)?;
        }
        self.positions = positions;
        Ok(&self.positions)
    }

    /// Returns the positions in a document of the window, if those of the window are known; in that, none if it is not
    /// there.
    #[inline]
    pub fn known(&self, doc: u32) -> Option<Option<impl Iterator<Item = u32> + '_>> {
        if let Some(held) = &self.held {
            return Some(Some(Known::Held(held.of(doc))));
        }
        let place = self.base.map(|base| doc.wrapping_sub(base) as usize).filter(|&place| place < WINDOW)?;
        let is_there = self.have.bit(place) == 1;
        Some(is_there.then(|| Known::Window(self.places.positions(self.have.rank(place, &self.ranks)))))
    }

    /// Takes what was read for places in another list, and returns what stands there: nothing beyond its end, which that
    /// of a lead reaches sooner.
    pub fn pick_from(&mut self, list: &[u32]) -> &[u32] {
        let kept = self.positions.partition_point(|&place| (place as usize) < list.len());
        self.positions.truncate(kept);
        self.positions.iter_mut().for_each(|place| *place = list[*place as usize]);
        &self.positions
    }
}
