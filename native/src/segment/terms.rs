//! The term dictionary of a field: sorted terms in front-coded blocks.
//!
//! A block holds [`TERMS`] terms (the last one fewer):
//!
//! ```text
//! offsets of the first list: postings, directory, extras | bytes of the keys | keys | records
//! key:     bytes shared with the term before (0 for the first) | bytes of the rest | the rest
//! record:  document frequency | (total weight - document frequency) * 2 + floats | [total weight, 8 bytes, if floats]
//!          | bytes of the postings | [bytes of the extras, if the field has them]
//! ```
//!
//! All numbers are variable-length integers. After the last block and padding to a multiple of eight come, for each
//! block, the first eight bytes of its first term (big-endian, zero-filled), and then the block offsets (4 bytes each).
//! The first array is small enough to stay in the processor's cache, so that a look-up touches one block.

use crate::error::{Damage, Decoded, Error, Result};

use super::block::BLOCK;
use super::spool::Spool;
use super::varint::{self, Cursor};

/// Terms in a full block.
pub const TERMS: usize = 16;

/// What the dictionary knows of a term.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TermInfo {
    /// The term's place in the sorted terms of its field.
    pub ordinal: u32,
    /// Documents that have the term.
    pub doc_frequency: u32,
    /// The sum of the weights of all postings.
    pub total_weight: f64,
    /// Whether the weights are floats; otherwise they are frequencies.
    pub floats: bool,
    pub(super) postings: Extent,
    pub(super) extras: Extent,
    pub(super) directory: u64,
}

/// Bytes of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extent {
    /// The first byte.
    pub offset: u64,
    /// The number of bytes.
    pub length: u64,
}

impl TermInfo {
    /// Returns how many blocks the postings have; the last may be a tail.
    #[inline]
    pub fn blocks(&self) -> usize {
        (self.doc_frequency as usize).div_ceil(BLOCK)
    }
}

/// Returns the bytes of the directory record of a list with this document frequency: none for a single block.
pub(super) fn directory_size(doc_frequency: u32, has_extras: bool) -> u64 {
    let blocks = (doc_frequency as u64).div_ceil(BLOCK as u64);
    if blocks <= 1 { 0 } else { 12 + blocks * if has_extras { 20 } else { 16 } }
}

/// What the writer knows of a finished list.
#[derive(Debug, Clone, Copy)]
pub(super) struct ListSummary {
    pub doc_frequency: u32,
    pub total_weight: f64,
    pub floats: bool,
    pub postings: u64,
    pub extras: u64,
}

/// Writes a dictionary, term by term in order.
#[derive(Debug)]
pub(super) struct TermsWriter {
    has_extras: bool,
    out: Spool,
    prefixes: Vec<u64>,
    offsets: Vec<u32>,
    count: u32,
    last: Vec<u8>,
    head: Vec<u8>,
    keys: Vec<u8>,
    records: Vec<u8>,
    totals: [u64; 3],
}

impl TermsWriter {
    pub fn new(out: Spool, has_extras: bool) -> Self {
        TermsWriter {
            has_extras,
            out,
            prefixes: Vec::new(),
            offsets: Vec::new(),
            count: 0,
            last: Vec::new(),
            head: Vec::new(),
            keys: Vec::new(),
            records: Vec::new(),
            totals: [0; 3],
        }
    }

    pub fn count(&self) -> u32 {
        self.count
    }

    /// Tells whether `term` may come next.
    pub fn follows(&self, term: &[u8]) -> bool {
        self.count == 0 || term > self.last.as_slice()
    }

    pub fn add(&mut self, term: &[u8], list: ListSummary) -> Result<()> {
        if (self.count as usize).is_multiple_of(TERMS) {
            self.start_block(term)?;
        }
        let first = self.keys.is_empty();
        let shared = if first { 0 } else { shared_prefix(&self.last, term) };
        varint::write(&mut self.keys, shared as u64);
        varint::write_bytes(&mut self.keys, &term[shared..]);
        self.add_record(list);
        self.last.clear();
        self.last.extend_from_slice(term);
        self.count = self.count.checked_add(1).ok_or_else(|| Error::invalid("a field has too many terms"))?;
        Ok(())
    }

    fn add_record(&mut self, list: ListSummary) {
        let more = if list.floats { 0 } else { list.total_weight as u64 - list.doc_frequency as u64 };
        varint::write(&mut self.records, list.doc_frequency as u64);
        varint::write(&mut self.records, more << 1 | list.floats as u64);
        if list.floats {
            self.records.extend_from_slice(&list.total_weight.to_le_bytes());
        }
        varint::write(&mut self.records, list.postings);
        if self.has_extras {
            varint::write(&mut self.records, list.extras);
        }
        self.totals[0] += list.postings;
        self.totals[1] += directory_size(list.doc_frequency, self.has_extras);
        self.totals[2] += list.extras;
    }

    fn start_block(&mut self, first: &[u8]) -> Result<()> {
        self.end_block()?;
        let offset = u32::try_from(self.out.len()).map_err(|_| Error::invalid("a term dictionary is too large"))?;
        self.offsets.push(offset);
        self.prefixes.push(prefix(first));
        self.totals.iter().for_each(|&total| varint::write(&mut self.head, total));
        Ok(())
    }

    fn end_block(&mut self) -> Result<()> {
        if !self.keys.is_empty() {
            varint::write(&mut self.head, self.keys.len() as u64);
        }
        for part in [&mut self.head, &mut self.keys, &mut self.records] {
            self.out.write(part)?;
            part.clear();
        }
        Ok(())
    }

    /// Writes the last block and the arrays, and returns the section's bytes.
    pub fn finish(mut self) -> Result<Spool> {
        self.end_block()?;
        let padding = self.out.len().next_multiple_of(8) - self.out.len();
        self.out.write(&[0; 8][..padding as usize])?;
        self.out.write(bytemuck::cast_slice(&self.prefixes))?;
        self.out.write(bytemuck::cast_slice(&self.offsets))?;
        Ok(self.out)
    }
}

/// Returns the first eight bytes as a number that sorts as they do.
pub(super) fn prefix(term: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    let length = term.len().min(8);
    bytes[..length].copy_from_slice(&term[..length]);
    u64::from_be_bytes(bytes)
}

fn shared_prefix(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// One block being read: terms first, records on demand.
#[derive(Debug, Clone)]
pub(super) struct BlockReader<'a> {
    keys: Cursor<'a>,
    records: Cursor<'a>,
    has_extras: bool,
    left: usize,
    ordinal: u32,
    next: [u64; 3],
}

impl<'a> BlockReader<'a> {
    /// Opens the block whose first term has this ordinal.
    pub fn open(bytes: &'a [u8], ordinal: u32, terms: usize, has_extras: bool) -> Decoded<Self> {
        let mut cursor = Cursor::new(bytes);
        let next = [cursor.varint()?, cursor.varint()?, cursor.varint()?];
        let keys = Cursor::new(cursor.prefixed()?);
        Ok(BlockReader { keys, records: Cursor::new(cursor.rest()), has_extras, left: terms, ordinal, next })
    }

    /// Reads the next key: how many bytes it shares with the one before, and the others; nothing at the end.
    #[inline]
    pub fn key(&mut self) -> Decoded<Option<(usize, &'a [u8])>> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        let shared = self.keys.varint()? as usize;
        Ok(Some((shared, self.keys.prefixed()?)))
    }

    /// Reads the next record. Records are read in the order of the keys, at any pace.
    #[inline]
    pub fn record(&mut self) -> Decoded<TermInfo> {
        let doc_frequency = self.records.varint32()?;
        let more = self.records.varint()?;
        let floats = more & 1 == 1;
        let total_weight = if floats {
            f64::from_le_bytes(self.records.array()?)
        } else {
            (doc_frequency as u64).wrapping_add(more >> 1) as f64
        };
        let postings = self.records.varint()?;
        let extras = if self.has_extras { self.records.varint()? } else { 0 };
        let info = TermInfo {
            ordinal: self.ordinal,
            doc_frequency,
            total_weight,
            floats,
            postings: Extent { offset: self.next[0], length: postings },
            extras: Extent { offset: self.next[2], length: extras },
            directory: self.next[1],
        };
        self.advance(&info)?;
        Ok(info)
    }

    fn advance(&mut self, info: &TermInfo) -> Decoded<()> {
        let sizes = [info.postings.length, directory_size(info.doc_frequency, self.has_extras), info.extras.length];
        for (next, size) in self.next.iter_mut().zip(sizes) {
            *next = next.checked_add(size).ok_or(Damage("a list is too long"))?;
        }
        self.ordinal = self.ordinal.wrapping_add(1);
        Ok(())
    }
}
