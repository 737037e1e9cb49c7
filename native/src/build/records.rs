//! The stored records of a run, and the dictionaries all runs of a build compress them with.

use std::sync::{Mutex, OnceLock};

use crate::error::Result;
use crate::segment::{Compressor, StoreWriter};

/// Bytes of samples a dictionary is trained on. Twice as many make records a third of a percent smaller.
const SAMPLE: usize = 2 << 20;

/// Fewer bytes of samples than this are not worth a dictionary.
const LEAST: usize = 256 << 10;

/// Bytes of a dictionary, if the samples are eight times as many.
const DICTIONARY: usize = 256 << 10;

/// A record contributes at most this much to the samples.
const LONGEST_SAMPLE: usize = 16 << 10;

/// Bytes of records that are compressed one after the other: the tables of the compressor take a good part of a core's
/// cache, and so do those of the words, so that taking turns with every document costs a third more.
const BATCH: usize = 256 << 10;

/// The dictionary of one store, trained by the first worker that has seen enough and then shared.
#[derive(Debug, Default)]
pub(super) struct SharedDictionary {
    trained: OnceLock<Vec<u8>>,
    training: Mutex<()>,
}

impl SharedDictionary {
    /// Returns the dictionary; empty if there is none.
    pub fn get(&self) -> Vec<u8> {
        self.trained.get().cloned().unwrap_or_default()
    }

    /// Returns the dictionary, trained on these records if there is none yet. Nothing if another worker is about it.
    fn train(&self, raw: &[u8], sizes: &[usize]) -> Option<&[u8]> {
        if self.trained.get().is_none() {
            let _guard = self.training.try_lock().ok()?;
            self.trained.get_or_init(|| train(raw, sizes));
        }
        self.trained.get().map(Vec::as_slice)
    }

    /// Returns the dictionary, or what the records at hand are good for; waits for a worker that trains it.
    fn settle(&self, raw: &[u8], sizes: &[usize]) -> &[u8] {
        let _guard = self.training.lock();
        self.trained.get_or_init(|| train(raw, sizes))
    }
}

fn train(raw: &[u8], sizes: &[usize]) -> Vec<u8> {
    let (samples, sizes) = samples(raw, sizes);
    if samples.len() < LEAST {
        return Vec::new();
    }
    // Training fails on too few or too uniform samples; without a dictionary everything still works.
    let most = DICTIONARY.min(samples.len() / 8);
    let mut dictionary = zstd::dict::from_continuous(&samples, &sizes, most).unwrap_or_default();
    if let Some(id) = dictionary.get_mut(4..8) {
        id.fill(0); // no dictionary id: four bytes less in every record
    }
    dictionary
}

/// The compressed records of one store of a run, in the order in which they came.
pub(super) struct Records {
    level: i32,
    compressor: Option<Compressor>,
    compressed: Vec<u8>,
    ends: Vec<usize>,
    /// Records that wait for the dictionary, or for their turn.
    raw: Vec<u8>,
    raw_sizes: Vec<usize>,
}

impl Records {
    pub fn new(level: i32) -> Self {
        let (compressed, ends, raw, raw_sizes) = Default::default();
        Records { level, compressor: None, compressed, ends, raw, raw_sizes }
    }

    pub fn memory(&self) -> usize {
        self.compressed.len() + self.raw.len() + 16 * self.ends.len()
    }

    pub fn push(&mut self, record: &[u8], shared: &SharedDictionary) -> Result<()> {
        self.raw.extend_from_slice(record);
        self.raw_sizes.push(record.len());
        if self.compressor.is_some() {
            return if self.raw.len() >= BATCH { self.compress() } else { Ok(()) };
        }
        if self.raw.len() >= SAMPLE
            && let Some(dictionary) = shared.train(&self.raw, &self.raw_sizes)
        {
            self.compressor = Some(Compressor::new(dictionary, self.level));
            self.compress()?;
        }
        Ok(())
    }

    /// Compresses what still waits.
    pub fn settle(&mut self, shared: &SharedDictionary) -> Result<()> {
        if self.compressor.is_none() {
            let dictionary = shared.settle(&self.raw, &self.raw_sizes);
            self.compressor = Some(Compressor::new(dictionary, self.level));
        }
        self.compress()
    }

    fn compress(&mut self) -> Result<()> {
        let Some(compressor) = &mut self.compressor else { return Ok(()) };
        let mut rest = self.raw.as_slice();
        for &size in &self.raw_sizes {
            let (record, after) = rest.split_at(size);
            compressor.compress(record, &mut self.compressed)?;
            self.ends.push(self.compressed.len());
            rest = after;
        }
        self.raw.clear();
        self.raw.shrink_to(BATCH);
        self.raw_sizes.clear();
        Ok(())
    }

    /// Writes the records in the new order and forgets them. They must have been settled.
    pub fn write(&mut self, order: &[u32], store: &mut StoreWriter) -> Result<()> {
        for &doc in order {
            let start = (doc as usize).checked_sub(1).map_or(0, |before| self.ends[before]);
            store.add(&self.compressed[start..self.ends[doc as usize]])?;
        }
        self.compressed.clear();
        self.ends.clear();
        Ok(())
    }
}

/// Returns the beginnings of records, about [`SAMPLE`] bytes of them, and their sizes.
fn samples(raw: &[u8], sizes: &[usize]) -> (Vec<u8>, Vec<usize>) {
    let (mut rest, mut samples, mut taken) = (raw, Vec::new(), Vec::new());
    for &size in sizes {
        let (record, after) = rest.split_at(size);
        rest = after;
        if samples.len() < SAMPLE && size > 0 {
            samples.extend_from_slice(&record[..size.min(LONGEST_SAMPLE)]);
            taken.push(size.min(LONGEST_SAMPLE));
        }
    }
    (samples, taken)
}
