//! A section as readers see it: bytes that are verified when they are first touched.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use crate::error::{Damage, Decoded, Error, Result};

use super::data::Data;
use super::layout::{CHUNK, Kind};

/// Part of a segment file with the checksums of its chunks.
///
/// Verifying is idempotent, so that several threads may do it at once without a lock.
pub struct Section {
    file: Arc<str>,
    name: String,
    data: Arc<Data>,
    range: Range<usize>,
    crcs: Vec<u32>,
    verified: Box<[AtomicU64]>,
    /// Says that all chunks are: a column is asked for whole by every search.
    all_verified: AtomicBool,
}

impl fmt::Debug for Section {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "Section({}, {} bytes)", self.name, self.range.len())
    }
}

impl Section {
    /// Describes `range` of `data`, which must lie inside it and have one checksum a chunk.
    pub(super) fn new(file: Arc<str>, name: String, data: Arc<Data>, range: Range<usize>, crcs: Vec<u32>) -> Self {
        let verified = (0..crcs.len().div_ceil(64)).map(|_| AtomicU64::new(0)).collect();
        Section { file, name, data, range, crcs, verified, all_verified: AtomicBool::new(false) }
    }

    /// Describes bytes that do not come from a file.
    pub(super) fn in_memory(file: Arc<str>, name: String, bytes: &[u8]) -> Self {
        let verified = (0..bytes.len().div_ceil(CHUNK).div_ceil(64)).map(|_| AtomicU64::new(u64::MAX)).collect();
        let (data, range) = (Arc::new(Data::copy(bytes)), 0..bytes.len());
        Section { file, name, data, range, crcs: Vec::new(), verified, all_verified: AtomicBool::new(true) }
    }

    /// Returns what the section belongs to: the file, and its name there.
    pub(super) fn label(&self) -> (Arc<str>, String) {
        (self.file.clone(), self.name.clone())
    }

    /// Names the section after what it belongs to.
    pub(super) fn named(mut self, kind: Kind, of: &str) -> Self {
        self.name = format!("{kind:?} of {of}").to_lowercase();
        self
    }

    /// Returns where in the file the section is.
    pub(super) fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// Returns the number of bytes.
    pub fn len(&self) -> usize {
        self.range.len()
    }

    /// Returns all bytes, verified.
    pub fn bytes(&self) -> Result<&[u8]> {
        if !self.all_verified.load(Ordering::Relaxed) {
            self.slice(0, self.len())?;
            self.all_verified.store(true, Ordering::Relaxed);
        }
        Ok(self.raw())
    }

    /// Returns `length` bytes from `offset`, verified.
    #[inline]
    pub fn slice(&self, offset: u64, length: usize) -> Result<&[u8]> {
        let from = usize::try_from(offset).unwrap_or(usize::MAX);
        let to = from.checked_add(length).filter(|&to| to <= self.len());
        let to = to.ok_or_else(|| self.corrupt(Damage("something points past its end")))?;
        if length > 0 {
            self.verify(from / CHUNK, (to - 1) / CHUNK)?;
        }
        Ok(&self.raw()[from..to])
    }

    /// Turns what a decoder found wrong into an error that names this section.
    #[inline]
    pub fn check<T>(&self, decoded: Decoded<T>) -> Result<T> {
        decoded.map_err(|damage| self.corrupt(damage))
    }

    /// Returns the error that names this section and the damage.
    #[cold]
    pub fn corrupt(&self, damage: Damage) -> Error {
        Error::Corrupt { file: self.file.to_string(), section: self.name.clone(), reason: damage.0.to_owned() }
    }

    fn raw(&self) -> &[u8] {
        &self.data[self.range.clone()]
    }

    #[inline]
    fn verify(&self, first: usize, last: usize) -> Result<()> {
        for chunk in first..=last {
            let seen = self.verified[chunk / 64].load(Ordering::Relaxed);
            if seen & (1 << (chunk % 64)) == 0 {
                self.verify_chunk(chunk)?;
            }
        }
        Ok(())
    }

    #[cold]
    fn verify_chunk(&self, chunk: usize) -> Result<()> {
        let bytes = &self.raw()[chunk * CHUNK..self.len().min((chunk + 1) * CHUNK)];
        if crc32c::crc32c(bytes) != self.crcs[chunk] {
            return Err(self.corrupt(Damage("a checksum is wrong")));
        }
        self.verified[chunk / 64].fetch_or(1 << (chunk % 64), Ordering::Relaxed);
        Ok(())
    }
}
