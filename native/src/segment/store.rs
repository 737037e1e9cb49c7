//! Stored records: opaque bytes, one a document, each compressed on its own.
//!
//! ```text
//! records: zstd frames without their first four bytes, one after another
//! offsets: bits a distance (4 bytes) | zeros (4) | for every 64 records where the first of them starts (8 bytes each)
//!          | for every record, and for the end, its distance from there, packed
//! ```
//!
//! All frames of a store use the store's dictionary, if it has one. An empty record has no bytes at all.

use std::cell::RefCell;
use std::path::Path;
use std::sync::OnceLock;

use zstd::zstd_safe::{self, CCtx, CDict, DCtx, DDict};

use crate::error::{Damage, Decoded, Error, Result};

use super::bits;
use super::section::Section;
use super::spool::Spool;

/// The first bytes of every zstd frame, which are not stored.
const FRAME: [u8; 4] = 0xfd2f_b528_u32.to_le_bytes();

/// Records that share one long offset.
const GROUP: usize = 64;

/// A record longer than this is damage.
const LONGEST: u64 = 1 << 30;

/// Compresses records with one dictionary.
pub struct Compressor {
    context: CCtx<'static>,
    dictionary: CDict<'static>,
}

impl Compressor {
    /// Prepares compression at a zstd level with a dictionary; an empty one is none.
    pub fn new(dictionary: &[u8], level: i32) -> Self {
        Compressor { context: CCtx::create(), dictionary: CDict::create(dictionary, level) }
    }

    /// Appends the compressed form of `record` to `out`.
    pub fn compress(&mut self, record: &[u8], out: &mut Vec<u8>) -> Result<()> {
        if record.is_empty() {
            return Ok(());
        }
        let start = out.len();
        let mut frame = std::mem::take(out);
        frame.resize(start + zstd_safe::compress_bound(record.len()), 0);
        let written = self.context.compress_using_cdict(&mut frame[start..], record, &self.dictionary);
        let written = written.map_err(|code| Error::invalid(zstd_safe::get_error_name(code)))?;
        frame.copy_within(start + FRAME.len()..start + written, start);
        frame.truncate(start + written - FRAME.len());
        *out = frame;
        Ok(())
    }
}

/// Writes the records of a store in order.
#[derive(Debug)]
pub struct StoreWriter {
    pub(super) name: String,
    pub(super) dictionary: Vec<u8>,
    pub(super) records: Spool,
    starts: Vec<u64>,
}

impl StoreWriter {
    /// Starts a store whose records are compressed with `dictionary`. Temporary files lie in `folder`.
    pub fn new(folder: &Path, name: &str, dictionary: Vec<u8>) -> Self {
        StoreWriter { name: name.to_owned(), dictionary, records: Spool::new(folder), starts: Vec::new() }
    }

    /// Adds the next document's record, already compressed by a [`Compressor`] with the same dictionary.
    pub fn add(&mut self, compressed: &[u8]) -> Result<()> {
        self.starts.push(self.records.len());
        self.records.write(compressed)
    }

    /// Returns how many records have been added.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// Returns the bytes of the offsets section.
    pub(super) fn offsets(&self) -> Result<Vec<u8>> {
        let starts: Vec<u64> = self.starts.iter().copied().chain([self.records.len()]).collect();
        encode_offsets(&starts)
    }
}

/// Returns the bytes of an offsets section: where each record starts, and where the last ends.
pub(super) fn encode_offsets(starts: &[u64]) -> Result<Vec<u8>> {
    let distances = starts.chunks(GROUP).flat_map(|group| group.iter().map(|start| start - group[0]));
    let distances = distances.map(u32::try_from).collect::<std::result::Result<Vec<u32>, _>>();
    let distances = distances.map_err(|_| Error::invalid("records are too long"))?;
    let width = 32 - distances.iter().fold(0, |all, distance| all | distance).leading_zeros();
    let mut out = (width as u64).to_le_bytes().to_vec();
    starts.chunks(GROUP).for_each(|group| out.extend_from_slice(&group[0].to_le_bytes()));
    bits::write(&mut out, &distances, width);
    Ok(out)
}

/// The records of a store.
pub struct Store {
    pub(super) records: Section,
    pub(super) offsets: Section,
    pub(super) dictionary: Section,
    pub(super) prepared: OnceLock<DDict<'static>>,
    pub(super) len: u32,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "Store({} records)", self.len)
    }
}

thread_local! {
    static CONTEXT: RefCell<DCtx<'static>> = RefCell::new(DCtx::create());
}

impl Store {
    /// Returns the number of records: one a document.
    pub fn len(&self) -> u32 {
        self.len
    }

    /// Tells whether there are no documents.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Returns the bytes that the compressed records take.
    pub fn size(&self) -> usize {
        self.records.len()
    }

    /// Returns the record of a document.
    pub fn get(&self, doc: u32) -> Result<Vec<u8>> {
        let compressed = self.compressed(doc)?;
        if compressed.is_empty() {
            return Ok(Vec::new());
        }
        if self.prepared.get().is_none() {
            let _ = self.prepared.set(DDict::create(self.dictionary()?)); // set meanwhile: the same
        }
        let Some(dictionary) = self.prepared.get() else { return Ok(Vec::new()) };
        self.records.check(decompress(compressed, dictionary))
    }

    /// Returns the compressed record of a document, for another store with the same dictionary.
    pub fn compressed(&self, doc: u32) -> Result<&[u8]> {
        if doc >= self.len {
            return Err(Error::invalid(format!("there is no document {doc}")));
        }
        let (start, end) = (self.start(doc as usize)?, self.start(doc as usize + 1)?);
        let length = end.checked_sub(start).ok_or_else(|| self.offsets.corrupt(Damage("records are unsorted")))?;
        self.records.slice(start, length as usize)
    }

    /// Returns the dictionary of the store; empty for none.
    pub fn dictionary(&self) -> Result<&[u8]> {
        self.dictionary.bytes()
    }

    /// Turns what is wrong with a record that was read into an error that names this store.
    pub fn check<T>(&self, decoded: Decoded<T>) -> Result<T> {
        self.records.check(decoded)
    }

    fn start(&self, record: usize) -> Result<u64> {
        let damage = || self.offsets.corrupt(Damage("an offset is too large"));
        let width = self.offset_word(0)?;
        let first = 8 + 8 * (self.len as usize + 1).div_ceil(GROUP);
        if width > 32 || self.offsets.len() != first + bits::size(self.len as usize + 1, width as u32) {
            return Err(damage());
        }
        let (width, bit) = (width as usize, record * width as usize);
        let (from, to) = (first + bit / 8, first + (bit + width).div_ceil(8));
        let packed = self.offsets.slice(from as u64, to - from)?;
        let mut word = [0; 8];
        word[..packed.len()].copy_from_slice(packed); // at most five bytes: 32 bits from the middle of one on
        let distance = u64::from_le_bytes(word) >> (bit % 8) & ((1 << width) - 1);
        self.offset_word(8 + 8 * (record / GROUP))?.checked_add(distance).ok_or_else(damage)
    }

    fn offset_word(&self, at: usize) -> Result<u64> {
        let bytes = self.offsets.slice(at as u64, 8)?;
        Ok(u64::from_le_bytes(bytes.try_into().unwrap_or_default()))
    }
}

fn decompress(compressed: &[u8], dictionary: &DDict) -> Decoded<Vec<u8>> {
    let frame = [&FRAME, compressed].concat();
    let length = zstd_safe::get_frame_content_size(&frame).ok().flatten().filter(|&length| length <= LONGEST);
    let length = length.ok_or(Damage("a record has no length"))? as usize;
    let mut record = Vec::with_capacity(length);
    let read = CONTEXT.with_borrow_mut(|context| context.decompress_using_ddict(&mut record, &frame, dictionary));
    match read {
        Ok(read) if read == length => Ok(record),
        _ => Err(Damage("a record cannot be decompressed")),
    }
}
