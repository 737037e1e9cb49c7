//! Writing segments from terms and postings that Python brings.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;

use super::errors::{run, run_detached};
use crate::error::{Error, Result};
use crate::segment::{self, BuiltField, Compressor, FieldKind, Totals, ValuesWriter, length::length_to_byte};

/// Records are held back until they are this many bytes together, to train a dictionary on them.
const SAMPLES: usize = 1 << 20;

/// A dictionary is this many bytes, or a tenth of the samples if that is less.
const DICTIONARY: usize = 32 << 10;

/// The zstd level of records.
const LEVEL: i32 = 3;

/// Weights up to here are counts if they are integral: every such 32-bit float is exact.
const LARGEST_COUNT: f32 = (1 << 24) as f32;

/// Writes a segment file: fields, columns, stores and blobs in any order, then `finish`.
///
/// The file is not a segment before `finish` has returned; nothing can be added after.
#[pyclass(module = "searchkit._native")]
pub struct SegmentWriter {
    inner: Option<segment::SegmentWriter>,
}

#[pymethods]
impl SegmentWriter {
    #[new]
    fn new(path: PathBuf, doc_count: u32) -> PyResult<Self> {
        Ok(SegmentWriter { inner: Some(run(|| segment::SegmentWriter::create(&path, doc_count))?) })
    }

    /// Add a field, which ends its writer.
    fn add_field(&mut self, py: Python<'_>, mut field: PyRefMut<'_, FieldWriter>) -> PyResult<()> {
        let (writer, built) = (self.open()?, field.end()?);
        run_detached(py, || writer.add_field(built))
    }

    /// Add a column of integers: signed 64-bit numbers, one a document.
    fn add_ints(&mut self, name: &str, values: &[u8]) -> PyResult<()> {
        let values: Vec<i64> = numbers(values, i64::from_le_bytes)?;
        let writer = self.open()?;
        run(|| writer.add_ints(name, &values))
    }

    /// Add a column of byte strings: the distinct ones in ascending order, and an ordinal a document (unsigned 32-bit
    /// numbers; the n-th value has the ordinal n + 1, and 0 is "no value").
    fn add_ordinals(&mut self, name: &str, values: Vec<PyBackedBytes>, ordinals: &[u8]) -> PyResult<()> {
        let ordinals: Vec<u32> = numbers(ordinals, u32::from_le_bytes)?;
        let ascending = values.is_sorted_by(|a, b| **a < **b);
        if !ascending || ordinals.iter().any(|&ordinal| ordinal as usize > values.len()) {
            return Err(PyValueError::new_err(format!("column {name}: values or ordinals are out of order")));
        }
        let writer = self.open()?;
        run(|| {
            let mut distinct = ValuesWriter::default();
            values.iter().try_for_each(|value| distinct.add(value).map(drop))?;
            writer.add_ordinals(name, &distinct, &ordinals)
        })
    }

    /// Add a store, which ends its writer.
    fn add_store(&mut self, py: Python<'_>, mut store: PyRefMut<'_, StoreWriter>) -> PyResult<()> {
        let (writer, store) = (self.open()?, &mut *store);
        run_detached(py, || writer.add_store(store.end()?))
    }

    /// Add bytes under a name.
    fn add_blob(&mut self, name: &str, data: &[u8]) -> PyResult<()> {
        let writer = self.open()?;
        run(|| writer.add_blob(name, data))
    }

    /// Write what is left, to the disk if `sync`, and return the size of the file.
    #[pyo3(signature = (sync = false))]
    fn finish(&mut self, py: Python<'_>, sync: bool) -> PyResult<u64> {
        self.open()?;
        let writer = self.inner.take();
        run_detached(py, || writer.map_or(Ok(0), |writer| writer.finish(sync)))
    }
}

impl SegmentWriter {
    fn open(&mut self) -> PyResult<&mut segment::SegmentWriter> {
        self.inner.as_mut().ok_or_else(|| PyValueError::new_err("the segment is finished"))
    }
}

/// Writes one field: terms in ascending order, each with all its postings in ascending order of documents.
#[pyclass(module = "searchkit._native")]
pub struct FieldWriter {
    inner: Option<segment::FieldWriter>,
}

#[pymethods]
impl FieldWriter {
    /// Start a field of kind "text", "docs" or "values". `lengths` are the exact lengths of all documents (unsigned
    /// 32-bit numbers), or None for a field without lengths. Temporary files lie in `folder`.
    #[new]
    #[pyo3(signature = (folder, name, kind, doc_count, lengths = None))]
    fn new(folder: PathBuf, name: &str, kind: &str, doc_count: u32, lengths: Option<&[u8]>) -> PyResult<Self> {
        let kind = match kind {
            "text" => FieldKind::Text,
            "docs" => FieldKind::Docs,
            "values" => FieldKind::Values,
            _ => return Err(PyValueError::new_err(format!("unknown kind of field: {kind}"))),
        };
        let lengths: Option<Vec<u32>> = lengths.map(|lengths| numbers(lengths, u32::from_le_bytes)).transpose()?;
        let totals = Totals::of(lengths.iter().flatten().copied());
        let bytes: Option<Arc<[u8]>> = lengths.map(|lengths| lengths.into_iter().map(length_to_byte).collect());
        let inner = run(|| segment::FieldWriter::new(&folder, name, kind, doc_count, bytes, totals))?;
        Ok(FieldWriter { inner: Some(inner) })
    }

    /// Add a term of a text field: its documents, and its positions in each.
    fn add_positions(&mut self, term: &[u8], docs: Vec<u32>, positions: Vec<Vec<u32>>) -> PyResult<()> {
        check_counts(docs.len(), positions.len())?;
        let writer = self.open()?;
        run(|| {
            writer.start(term, false)?;
            for (&doc, positions) in docs.iter().zip(&positions) {
                writer.add(doc, positions.len() as u32, positions)?;
            }
            writer.finish_term()
        })
    }

    /// Add a term of a docs field: its documents, and its weight in each.
    fn add_weights(&mut self, term: &[u8], docs: Vec<u32>, weights: Vec<f32>) -> PyResult<()> {
        check_counts(docs.len(), weights.len())?;
        let writer = self.open()?;
        let floats = !weights.iter().all(|&weight| is_count(weight));
        run(|| {
            writer.start(term, floats)?;
            for (&doc, &weight) in docs.iter().zip(&weights) {
                if floats { writer.add_weighted(doc, weight, &[])? } else { writer.add(doc, weight as u32, &[])? }
            }
            writer.finish_term()
        })
    }

    /// Add a term of a values field: its documents, and its weight and value in each.
    fn add_values(
        &mut self,
        term: &[u8],
        docs: Vec<u32>,
        weights: Vec<f32>,
        values: Vec<PyBackedBytes>,
    ) -> PyResult<()> {
        check_counts(docs.len(), weights.len())?;
        check_counts(docs.len(), values.len())?;
        let writer = self.open()?;
        let floats = !weights.iter().all(|&weight| is_count(weight));
        run(|| {
            writer.start(term, floats)?;
            for ((&doc, &weight), value) in docs.iter().zip(&weights).zip(&values) {
                if floats {
                    writer.add_weighted(doc, weight, value)?;
                } else {
                    writer.add_value(doc, weight as u32, value)?;
                }
            }
            writer.finish_term()
        })
    }
}

impl FieldWriter {
    fn open(&mut self) -> PyResult<&mut segment::FieldWriter> {
        self.inner.as_mut().ok_or_else(|| PyValueError::new_err("the field is finished"))
    }

    fn end(&mut self) -> PyResult<BuiltField> {
        self.open()?;
        match self.inner.take() {
            Some(writer) => run(|| writer.finish()),
            None => Err(PyValueError::new_err("the field is finished")),
        }
    }
}

/// Writes the records of a store, one a document, compressed with a dictionary trained on the first of them.
#[pyclass(module = "searchkit._native")]
pub struct StoreWriter {
    folder: PathBuf,
    name: String,
    held: Vec<Vec<u8>>,
    held_bytes: usize,
    open: Option<(segment::StoreWriter, Compressor)>,
    ended: bool,
}

#[pymethods]
impl StoreWriter {
    #[new]
    fn new(folder: PathBuf, name: String) -> Self {
        StoreWriter { folder, name, held: Vec::new(), held_bytes: 0, open: None, ended: false }
    }

    /// Add the record of the next document; an empty one is none.
    fn add(&mut self, record: &[u8]) -> PyResult<()> {
        if self.ended {
            return Err(PyValueError::new_err("the store is finished"));
        }
        run(|| self.push(record))
    }
}

impl StoreWriter {
    fn push(&mut self, record: &[u8]) -> Result<()> {
        if self.open.is_some() {
            return self.compress(record);
        }
        self.held_bytes += record.len();
        self.held.push(record.to_vec());
        if self.held_bytes < SAMPLES { Ok(()) } else { self.start() }
    }

    /// Trains the dictionary and writes what was held back.
    fn start(&mut self) -> Result<()> {
        let dictionary = train(&self.held, self.held_bytes);
        let compressor = Compressor::new(&dictionary, LEVEL);
        self.open = Some((segment::StoreWriter::new(Path::new(&self.folder), &self.name, dictionary), compressor));
        std::mem::take(&mut self.held).iter().try_for_each(|record| self.compress(record))
    }

    fn compress(&mut self, record: &[u8]) -> Result<()> {
        let Some((store, compressor)) = &mut self.open else { return Err(Error::invalid("the store is not open")) };
        let mut compressed = Vec::new();
        compressor.compress(record, &mut compressed)?;
        store.add(&compressed)
    }

    fn end(&mut self) -> Result<segment::StoreWriter> {
        if !self.ended && self.open.is_none() {
            self.start()?;
        }
        self.ended = true;
        self.open.take().map(|(store, _)| store).ok_or_else(|| Error::invalid("the store is finished"))
    }
}

/// Returns a dictionary for records like these; none if they are too few or have nothing in common.
fn train(records: &[Vec<u8>], bytes: usize) -> Vec<u8> {
    let samples: Vec<&[u8]> = records.iter().map(Vec::as_slice).filter(|record| !record.is_empty()).collect();
    let size = DICTIONARY.min(bytes / 10);
    if samples.len() < 8 || size < 1024 {
        return Vec::new();
    }
    zstd::dict::from_samples(&samples, size).unwrap_or_default()
}

fn is_count(weight: f32) -> bool {
    (1.0..=LARGEST_COUNT).contains(&weight) && weight.fract() == 0.0
}

fn check_counts(docs: usize, others: usize) -> PyResult<()> {
    if docs == others {
        return Ok(());
    }
    Err(PyValueError::new_err(format!("{docs} documents, but {others} weights, positions or values")))
}

fn numbers<const N: usize, T>(bytes: &[u8], read: fn([u8; N]) -> T) -> PyResult<Vec<T>> {
    match bytes.as_chunks::<N>() {
        (chunks, []) => Ok(chunks.iter().map(|&chunk| read(chunk)).collect()),
        _ => Err(PyValueError::new_err(format!("{} bytes are not numbers of {N}", bytes.len()))),
    }
}
