//! The bytes of a segment: a mapped file or memory.

use std::fs::File;
use std::ops::Deref;
use std::path::Path;

use memmap2::{Advice, Mmap};

use crate::error::{Error, Result};

/// Read-only bytes that start at a multiple of eight, so that arrays inside aligned sections can be borrowed.
#[derive(Debug)]
pub enum Data {
    /// A mapped file.
    Mapped(Mmap),
    /// Memory, with the number of bytes used.
    Owned(Vec<u64>, usize),
}

impl Data {
    /// Maps the file at `path`.
    pub fn map(path: &Path) -> Result<Data> {
        let file = File::open(path).map_err(Error::io(path))?;
        if file.metadata().map_err(Error::io(path))?.len() == 0 {
            return Ok(Data::Owned(Vec::new(), 0)); // an empty file cannot be mapped
        }
        // SAFETY: segment files are written once, under a name nobody opens before they are complete, and never
        // changed after: the mapping stays valid for as long as that holds.
        let map = unsafe { Mmap::map(&file) }.map_err(Error::io(path))?;
        let _ = map.advise(Advice::Random); // a hint only: failing is harmless
        Ok(Data::Mapped(map))
    }

    /// Lets go of the pages of a mapped file that have been read: they no longer count as memory of this process, and
    /// are read again when they are next touched. Where the system cannot, nothing happens.
    pub fn forget(&self) {
        #[cfg(unix)]
        if let Data::Mapped(map) = self {
            // SAFETY: the mapping is of a file, shared and read-only: a page that was dropped comes back with the same
            // bytes, whoever reads it meanwhile.
            let _ = unsafe { map.unchecked_advise(memmap2::UncheckedAdvice::DontNeed) };
        }
    }

    /// Copies `bytes` into aligned memory.
    pub fn copy(bytes: &[u8]) -> Data {
        let mut words = vec![0u64; bytes.len().div_ceil(8)];
        bytemuck::cast_slice_mut(&mut words)[..bytes.len()].copy_from_slice(bytes);
        Data::Owned(words, bytes.len())
    }
}

impl Deref for Data {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Data::Mapped(map) => map,
            Data::Owned(words, length) => &bytemuck::cast_slice(words)[..*length],
        }
    }
}
