//! The term dictionary of a field: sorted terms in front-coded blocks.
//!
//! A block holds [`TERMS`] terms (the last one fewer):
//!
//! ```text
//! offsets of the first list: postings, directory, extras | bytes of the keys | keys | records
//! key:     bytes shared with the term before (0 for the first) | bytes of the rest | the rest
//! record:  document frequency | (total weight - document frequency) * 2 + floats | [total weight, 8 bytes, if floats]
//!          | [form, if the field has a base] | [bytes of the postings, unless they are the base's]
//!          | [bytes of the extras, if the field has them]
//! form:    0 | 2 * (ordinal in the base less that of the term before, zigzag) + 1 or, if the list is the base's, 2
//! ```
//!
//! All numbers are variable-length integers. After the last block and padding to a multiple of eight come, for each
//! block, the first eight bytes of its first term (big-endian, zero-filled), and then the block offsets (4 bytes each).
//! The first array is small enough to stay in the processor's cache, so that a look-up touches one block.

use crate::error::{Damage, Decoded, Error, Result};

use super::block::BLOCK;
use super::schema::Shape;
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
    /// Documents of the list that is stored: all, but in an opening, see there.
    pub(super) stored: u32,
    pub(super) form: Form,
    pub(super) postings: Extent,
    pub(super) extras: Extent,
    pub(super) directory: u64,
}

/// How a list is stored: see `words`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Form {
    /// By itself.
    #[default]
    Own,
    /// As places in the list of the base's term of this ordinal.
    Places(u32),
    /// Not at all: its documents are those of the base's term.
    Same(u32),
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
    pub(super) fn is_bare(&self, shape: Shape) -> bool {
        is_bare(shape, self.doc_frequency, self.total_weight, self.floats)
    }

    /// Returns what there is to know of the list that is stored.
    pub(super) fn of_stored(&self, shape: Shape) -> TermInfo {
        let total_weight = if self.is_bare(shape) { self.stored as f64 } else { self.total_weight };
        TermInfo { doc_frequency: self.stored, total_weight, ..*self }
    }

    /// Returns how many blocks the postings have; the last may be a tail.
    #[inline]
    pub fn blocks(&self) -> usize {
        (self.doc_frequency as usize).div_ceil(BLOCK)
    }
}

/// Tells whether all that a list says is which documents it has. The bounds of its blocks need not be stored.
pub(super) fn is_bare(shape: Shape, doc_frequency: u32, total_weight: f64, floats: bool) -> bool {
    !shape.has_extras && !shape.has_lengths && !floats && total_weight == doc_frequency as f64
}

/// Returns the bytes of the directory record of a list: none for a single block, and none for one that is the base's.
pub(super) fn directory_size(shape: Shape, doc_frequency: u32, form: Form, bare: bool) -> u64 {
    let blocks = (doc_frequency as u64).div_ceil(BLOCK as u64);
    if blocks <= 1 || matches!(form, Form::Same(_)) {
        return 0;
    }
    12 + blocks * (8 + if shape.has_extras { 4 } else { 0 } + if bare { 0 } else { 8 })
}

/// What the writer knows of a finished list.
#[derive(Debug, Clone, Copy)]
pub(super) struct ListSummary {
    pub doc_frequency: u32,
    pub total_weight: f64,
    pub floats: bool,
    pub stored: u32,
    pub form: Form,
    pub postings: u64,
    pub extras: u64,
}

/// Writes a dictionary, term by term in order.
#[derive(Debug)]
pub(super) struct TermsWriter {
    shape: Shape,
    out: Spool,
    prefixes: Vec<u64>,
    offsets: Vec<u32>,
    count: u32,
    last: Vec<u8>,
    head: Vec<u8>,
    keys: Vec<u8>,
    records: Vec<u8>,
    totals: [u64; 3],
    base_ordinal: u32,
}

impl TermsWriter {
    pub fn new(out: Spool, shape: Shape) -> Self {
        TermsWriter {
            shape,
            out,
            prefixes: Vec::new(),
            offsets: Vec::new(),
            count: 0,
            last: Vec::new(),
            head: Vec::new(),
            keys: Vec::new(),
            records: Vec::new(),
            totals: [0; 3],
            base_ordinal: 0,
        }
    }

    pub fn count(&self) -> u32 {
        self.count
    }

    /// Sets what records look like, before the first.
    pub fn set_shape(&mut self, shape: Shape) {
        self.shape = shape;
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
        if self.shape.is_derived() {
            return;
        }
        if self.shape.is_opening {
            varint::write(&mut self.records, list.stored as u64);
        }
        if self.shape.has_base {
            self.add_form(list.form);
        }
        if !matches!(list.form, Form::Same(_)) {
            varint::write(&mut self.records, list.postings);
        }
        if self.shape.has_extras {
            varint::write(&mut self.records, list.extras);
        }
        let bare = is_bare(self.shape, list.doc_frequency, list.total_weight, list.floats);
        self.totals[0] += list.postings;
        self.totals[1] += directory_size(self.shape, list.stored, list.form, bare);
        self.totals[2] += list.extras;
    }

    fn add_form(&mut self, form: Form) {
        let (ordinal, code) = match form {
            Form::Own => return self.records.push(0),
            Form::Places(ordinal) => (ordinal, 1),
            Form::Same(ordinal) => (ordinal, 2),
        };
        let less = ordinal.wrapping_sub(self.base_ordinal) as i32;
        let zigzag = (less << 1 ^ less >> 31) as u32;
        varint::write(&mut self.records, 2 * zigzag as u64 + code);
        self.base_ordinal = ordinal;
    }

    fn start_block(&mut self, first: &[u8]) -> Result<()> {
        self.end_block()?;
        let offset = u32::try_from(self.out.len()).map_err(|_| Error::invalid("a term dictionary is too large"))?;
        self.offsets.push(offset);
        self.prefixes.push(prefix(first));
        self.totals.iter().for_each(|&total| varint::write(&mut self.head, total));
        self.base_ordinal = 0;
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
    shape: Shape,
    left: usize,
    ordinal: u32,
    base_ordinal: u32,
    next: [u64; 3],
}

impl<'a> BlockReader<'a> {
    /// Opens the block whose first term has this ordinal.
    pub fn open(bytes: &'a [u8], ordinal: u32, terms: usize, shape: Shape) -> Decoded<Self> {
        let mut cursor = Cursor::new(bytes);
        let next = [cursor.varint()?, cursor.varint()?, cursor.varint()?];
        let keys = Cursor::new(cursor.prefixed()?);
        let records = Cursor::new(cursor.rest());
        Ok(BlockReader { keys, records, shape, left: terms, ordinal, base_ordinal: 0, next })
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
        let derived = self.shape.is_derived();
        let stored = match self.shape.is_opening {
            true if derived => 0,
            true => self.records.varint32()?,
            false => doc_frequency,
        };
        let form = if self.shape.has_base { self.form()? } else { Form::Own };
        let postings = if derived || matches!(form, Form::Same(_)) { 0 } else { self.records.varint()? };
        let extras = if self.shape.has_extras && !derived { self.records.varint()? } else { 0 };
        let info = TermInfo {
            ordinal: self.ordinal,
            doc_frequency,
            total_weight,
            floats,
            stored,
            form,
            postings: Extent { offset: self.next[0], length: postings },
            extras: Extent { offset: self.next[2], length: extras },
            directory: self.next[1],
        };
        self.advance(&info)?;
        Ok(info)
    }

    fn form(&mut self) -> Decoded<Form> {
        let Some(code) = self.records.varint()?.checked_sub(1) else { return Ok(Form::Own) };
        let zigzag = u32::try_from(code >> 1).map_err(|_| Damage("a number is too large"))?;
        let less = (zigzag >> 1) as i32 ^ -((zigzag & 1) as i32);
        self.base_ordinal = self.base_ordinal.wrapping_add(less as u32);
        Ok(if code & 1 == 0 { Form::Places(self.base_ordinal) } else { Form::Same(self.base_ordinal) })
    }

    fn advance(&mut self, info: &TermInfo) -> Decoded<()> {
        let directory = directory_size(self.shape, info.stored, info.form, info.is_bare(self.shape));
        let sizes = [info.postings.length, directory, info.extras.length];
        for (next, size) in self.next.iter_mut().zip(sizes) {
            *next = next.checked_add(size).ok_or(Damage("a list is too long"))?;
        }
        self.ordinal = self.ordinal.wrapping_add(1);
        Ok(())
    }
}
