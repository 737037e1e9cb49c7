//! Bytes on their way into a section: in memory while they are few, in a temporary file beyond.

use std::fs::File;
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// Bytes held in memory before they go to the temporary file.
const LIMIT: usize = 16 << 20;

/// An append-only buffer whose memory is bounded.
///
/// The temporary file has no name: it vanishes with the spool, or with the process.
#[derive(Debug)]
pub struct Spool {
    folder: PathBuf,
    tail: Vec<u8>,
    file: Option<File>,
    spilled: u64,
    limit: usize,
}

impl Spool {
    /// Creates an empty spool whose temporary file, if it needs one, lies in `folder`.
    pub fn new(folder: &Path) -> Self {
        Spool { folder: folder.to_owned(), tail: Vec::new(), file: None, spilled: 0, limit: LIMIT }
    }

    /// Creates an empty spool that never needs a file.
    pub fn in_memory() -> Self {
        Spool { limit: usize::MAX, ..Spool::new(Path::new("")) }
    }

    /// Returns how many bytes have been written.
    pub fn len(&self) -> u64 {
        self.spilled + self.tail.len() as u64
    }

    /// Appends `bytes`.
    pub fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.append(|tail| tail.extend_from_slice(bytes))
    }

    /// Appends what `encode` appends to the vector it is handed (which may hold earlier bytes).
    #[inline]
    pub fn append(&mut self, encode: impl FnOnce(&mut Vec<u8>)) -> Result<()> {
        encode(&mut self.tail);
        if self.tail.len() < self.limit { Ok(()) } else { self.spill() }
    }

    /// Hands all bytes in order, in pieces, to `sink`, and ends the spool.
    pub fn drain(mut self, mut sink: impl FnMut(&[u8]) -> Result<()>) -> Result<()> {
        if let Some(mut file) = self.file.take() {
            file.rewind().map_err(Error::io(&self.folder))?;
            let mut buffer = vec![0; 1 << 20];
            while let count @ 1.. = file.read(&mut buffer).map_err(Error::io(&self.folder))? {
                sink(&buffer[..count])?;
            }
        }
        sink(&self.tail)
    }

    /// Returns all bytes of a spool without a file.
    pub fn into_memory(self) -> Vec<u8> {
        self.tail
    }

    fn spill(&mut self) -> Result<()> {
        if self.file.is_none() {
            self.file = Some(tempfile::tempfile_in(&self.folder).map_err(Error::io(&self.folder))?);
        }
        if let Some(file) = &mut self.file {
            file.write_all(&self.tail).map_err(Error::io(&self.folder))?;
        }
        self.spilled += self.tail.len() as u64;
        self.tail.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_bytes_come_back_in_order() {
        let mut spool = Spool::new(&std::env::temp_dir());
        let piece: Vec<u8> = (0..=255).collect();
        (0..100_000).for_each(|_| spool.write(&piece).unwrap());
        assert_eq!(spool.len(), 25_600_000);
        let mut all = Vec::new();
        spool
            .drain(|bytes| {
                all.extend_from_slice(bytes);
                Ok(())
            })
            .unwrap();
        assert!(all.len() == 25_600_000 && all.chunks(256).all(|chunk| chunk == piece));
    }
}
