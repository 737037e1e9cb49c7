//! Reading segments.

use std::path::PathBuf;
use std::sync::Arc;

use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList};

use super::errors::{run, run_detached};
use crate::error::{Error, Result};
use crate::segment::{self, END, FieldKind, Postings, TermInfo, TermStream, Weights, length};

/// The postings of a frequency from here on are not told apart in the bounds of a block.
const UNBOUNDED: u8 = u8::MAX;

/// An open segment: one immutable file. Any thread may use it.
#[pyclass(frozen, weakref, module = "searchkit._native")]
pub struct Segment {
    pub(super) inner: Arc<segment::Segment>,
}

#[pymethods]
impl Segment {
    /// Map the file at `path`.
    #[staticmethod]
    fn open(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        let inner = run_detached(py, || segment::Segment::open(&path))?;
        Ok(Segment { inner: Arc::new(inner) })
    }

    /// Open a segment held in memory; `name` stands for the file in messages.
    #[staticmethod]
    fn from_bytes(name: &str, data: &[u8]) -> PyResult<Self> {
        Ok(Segment { inner: Arc::new(run(|| segment::Segment::from_bytes(name, data))?) })
    }

    #[getter]
    fn name(&self) -> &str {
        self.inner.name()
    }

    #[getter]
    fn doc_count(&self) -> u32 {
        self.inner.doc_count()
    }

    #[getter]
    fn size(&self) -> usize {
        self.inner.size()
    }

    /// Return the fields in file order.
    fn fields(&self) -> Vec<Field> {
        (0..self.inner.fields().len()).map(|index| Field { segment: self.inner.clone(), index }).collect()
    }

    /// Return a field, or None.
    fn field(&self, name: &str) -> Option<Field> {
        let index = self.inner.fields().iter().position(|field| field.name() == name)?;
        Some(Field { segment: self.inner.clone(), index })
    }

    /// Return the names of the columns, and whether their values are integers.
    fn columns(&self) -> Vec<(String, bool)> {
        self.inner.columns().map(|(name, ints)| (name.to_owned(), ints)).collect()
    }

    /// Return a column of integers, or None.
    fn int_column(&self, name: &str) -> PyResult<Option<IntColumn>> {
        let found = run(|| self.inner.int_column(name))?;
        Ok(found.map(|_| IntColumn { segment: self.inner.clone(), name: name.to_owned() }))
    }

    /// Return a column of byte strings, or None.
    fn bytes_column(&self, name: &str) -> PyResult<Option<BytesColumn>> {
        let found = run(|| self.inner.bytes_column(name))?;
        Ok(found.map(|_| BytesColumn { segment: self.inner.clone(), name: name.to_owned() }))
    }

    /// Return the names of the stores.
    fn stores(&self) -> Vec<String> {
        self.inner.stores().map(str::to_owned).collect()
    }

    /// Return the record of a document, empty if it has none; None if there is no such store.
    fn record<'py>(&self, py: Python<'py>, store: &str, doc: u32) -> PyResult<Option<Bound<'py, PyBytes>>> {
        let Some(store) = self.inner.store(store) else { return Ok(None) };
        check_doc(&self.inner, doc)?;
        Ok(Some(PyBytes::new(py, &run(|| store.get(doc))?)))
    }

    /// Return the records of many documents; None if there is no such store.
    fn records<'py>(&self, py: Python<'py>, store: &str, docs: Vec<u32>) -> PyResult<Option<Bound<'py, PyList>>> {
        let Some(store) = self.inner.store(store) else { return Ok(None) };
        docs.iter().try_for_each(|&doc| check_doc(&self.inner, doc))?;
        let records = run_detached(py, || docs.iter().map(|&doc| store.get(doc)).collect::<Result<Vec<Vec<u8>>>>())?;
        PyList::new(py, records.iter().map(|record| PyBytes::new(py, record))).map(Some)
    }

    /// Return the names of the blobs.
    fn blobs(&self) -> Vec<String> {
        self.inner.blobs().map(str::to_owned).collect()
    }

    /// Return a blob, or None.
    fn blob<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Option<Bound<'py, PyBytes>>> {
        Ok(run(|| self.inner.blob(name))?.map(|bytes| PyBytes::new(py, bytes)))
    }

    /// Read and check every byte of the file.
    fn verify(&self, py: Python<'_>) -> PyResult<()> {
        run_detached(py, || self.inner.verify())
    }

    fn __repr__(&self) -> String {
        format!("<Segment {}: {} documents>", self.inner.name(), self.inner.doc_count())
    }
}

impl Segment {
    /// Returns the segment itself, for other classes of the surface.
    pub fn inner(&self) -> &Arc<segment::Segment> {
        &self.inner
    }
}

/// A field of a segment: its terms, and the length of every document in it.
#[pyclass(frozen, module = "searchkit._native")]
pub struct Field {
    segment: Arc<segment::Segment>,
    index: usize,
}

#[pymethods]
impl Field {
    #[getter]
    fn name(&self) -> &str {
        self.get().name()
    }

    #[getter]
    fn kind(&self) -> &'static str {
        match self.get().kind() {
            FieldKind::Text => "text",
            FieldKind::Docs => "docs",
            FieldKind::Values => "values",
        }
    }

    #[getter]
    fn term_count(&self) -> u32 {
        self.get().meta().terms
    }

    /// The sum of the lengths of all documents, exactly.
    #[getter]
    fn total_length(&self) -> u64 {
        self.get().totals().sum
    }

    /// Return the length byte of every document; empty for a field without lengths.
    fn lengths<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        Ok(PyBytes::new(py, run(|| self.get().lengths())?))
    }

    /// Return a term, or None.
    fn term(&self, key: &[u8]) -> PyResult<Option<Term>> {
        let info = run(|| self.get().terms()?.get(key))?;
        Ok(info.map(|info| self.found(key, info)))
    }

    /// Return the ordinal of the first term not below `key`; `term_count` if all are.
    fn ordinal(&self, key: &[u8]) -> PyResult<u32> {
        run(|| self.get().terms()?.ordinal(key))
    }

    /// Return the ordinals [start, end) of the terms that start with `prefix`.
    fn prefix_range(&self, prefix: &[u8]) -> PyResult<(u32, u32)> {
        let range = run(|| self.get().terms()?.prefix_range(prefix))?;
        Ok((range.start, range.end))
    }

    /// Return up to `count` terms in order, from the ordinal `start` on.
    fn terms(&self, start: u32, count: usize) -> PyResult<Vec<Term>> {
        run(|| {
            let mut stream = self.get().terms()?.iter_at(start)?;
            let mut terms = Vec::with_capacity(count.min(1024));
            while terms.len() < count && stream.advance()? {
                terms.push(self.at(&stream));
            }
            Ok(terms)
        })
    }

    /// Return the terms within `distance` edits of `word` whose first `prefix` characters are the word's.
    #[pyo3(signature = (word, distance, prefix = 0))]
    fn fuzzy(&self, py: Python<'_>, word: &str, distance: u8, prefix: usize) -> PyResult<Vec<(Term, u8)>> {
        let found = run_detached(py, || self.get().terms()?.fuzzy(word, distance, prefix))?;
        Ok(found.iter().map(|near| (self.found(&near.term, near.info), near.distance)).collect())
    }

    fn __repr__(&self) -> String {
        format!("<Field {}: {} terms>", self.name(), self.term_count())
    }
}

impl Field {
    fn get(&self) -> &segment::Field {
        &self.segment.fields()[self.index]
    }

    fn at(&self, stream: &TermStream) -> Term {
        self.found(stream.term(), *stream.info())
    }

    fn found(&self, key: &[u8], info: TermInfo) -> Term {
        Term { segment: self.segment.clone(), field: self.index, key: key.into(), info }
    }
}

/// A term of a field, with its postings in blocks of up to 128.
#[pyclass(frozen, module = "searchkit._native")]
pub struct Term {
    segment: Arc<segment::Segment>,
    field: usize,
    key: Box<[u8]>,
    info: TermInfo,
}

#[pymethods]
impl Term {
    #[getter]
    fn key<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.key)
    }

    #[getter]
    fn ordinal(&self) -> u32 {
        self.info.ordinal
    }

    #[getter]
    fn doc_frequency(&self) -> u32 {
        self.info.doc_frequency
    }

    /// The sum of the weights of all postings.
    #[getter]
    fn total_weight(&self) -> f64 {
        self.info.total_weight
    }

    /// Return (least length, greatest length, greatest weight, first document, last document).
    fn extremes(&self) -> PyResult<(u32, u32, f32, u32, u32)> {
        let stats = run(|| self.postings()?.stats())?;
        let [min, max] = [stats.min_length, stats.max_length].map(length::byte_to_length);
        Ok((min, max, stats.max_weight, stats.min_doc, stats.max_doc))
    }

    /// The number of blocks, at least one.
    #[getter]
    fn block_count(&self) -> usize {
        self.info.blocks()
    }

    /// Return the last document of every block.
    fn last_docs(&self) -> PyResult<Vec<u32>> {
        run(|| Ok(self.postings()?.last_docs().to_vec()))
    }

    /// Return upper bounds of a block's weights and a lower bound of its documents' lengths.
    fn bounds(&self, block: usize) -> PyResult<(f32, u32)> {
        run(|| {
            let mut postings = self.at_block(block)?;
            let maxima = postings.maxima(block)?;
            let most = maxima.pairs().map(|(most, _)| most).max().unwrap_or(UNBOUNDED);
            let shortest = maxima.pairs().map(|(_, length)| length).min().unwrap_or(0);
            let most = if most == UNBOUNDED { postings.stats()?.max_weight } else { most as f32 };
            Ok((most, length::byte_to_length(shortest)))
        })
    }

    /// Return the documents of a block.
    fn docs(&self, block: usize) -> PyResult<Vec<u32>> {
        run(|| Ok(self.at_block(block)?.docs().to_vec()))
    }

    /// Return the weights of a block, one a document.
    fn weights(&self, block: usize) -> PyResult<Vec<f32>> {
        run(|| weights(&mut self.at_block(block)?))
    }

    /// Return the positions of a posting; none for a field without positions.
    fn positions(&self, block: usize, index: usize) -> PyResult<Vec<u32>> {
        run(|| {
            let mut positions = Vec::new();
            self.at_block(block)?.positions_at(index, &mut positions)?;
            Ok(positions)
        })
    }

    /// Return the positions of all postings of a block.
    fn block_positions(&self, block: usize) -> PyResult<Vec<Vec<u32>>> {
        run(|| {
            let mut postings = self.at_block(block)?;
            let read = |index| {
                let mut positions = Vec::new();
                postings.positions_at(index, &mut positions).map(|()| positions)
            };
            let count = self.block_size(block);
            (0..count).map(read).collect()
        })
    }

    /// Return the values of all postings of a block; empty ones for a field without values.
    fn values<'py>(&self, py: Python<'py>, block: usize) -> PyResult<Bound<'py, PyList>> {
        let values = run(|| {
            let mut postings = self.at_block(block)?;
            let mut values = Vec::with_capacity(self.block_size(block));
            for _ in 0..self.block_size(block) {
                values.push(postings.value()?);
                postings.advance()?;
            }
            Ok(values)
        })?;
        PyList::new(py, values.iter().map(|value| PyBytes::new(py, value)))
    }

    /// Return all documents, as unsigned 32-bit numbers.
    fn all_docs<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let docs = run_detached(py, || {
            let mut docs: Vec<u32> = Vec::with_capacity(self.info.doc_frequency as usize);
            let mut postings = self.postings()?;
            for block in 0..postings.block_count() {
                postings.go_to_block(block)?;
                docs.extend_from_slice(postings.docs());
            }
            Ok(docs)
        })?;
        Ok(PyBytes::new(py, bytemuck::cast_slice(&docs)))
    }

    /// Return the weights of all documents, as 32-bit floats.
    fn all_weights<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let all = run_detached(py, || {
            let mut all: Vec<f32> = Vec::with_capacity(self.info.doc_frequency as usize);
            let mut postings = self.postings()?;
            for block in 0..postings.block_count() {
                postings.go_to_block(block)?;
                all.extend(weights(&mut postings)?);
            }
            Ok(all)
        })?;
        Ok(PyBytes::new(py, bytemuck::cast_slice(&all)))
    }

    fn __repr__(&self) -> String {
        format!("<Term {}: {} documents>", self.key.escape_ascii(), self.info.doc_frequency)
    }
}

impl Term {
    fn postings(&self) -> Result<Postings<'_>> {
        self.segment.fields()[self.field].postings(&self.info)
    }

    fn at_block(&self, block: usize) -> Result<Postings<'_>> {
        if block >= self.info.blocks() {
            return Err(Error::invalid("there is no such block"));
        }
        let mut postings = self.postings()?;
        postings.go_to_block(block)?;
        debug_assert_ne!(postings.doc(), END);
        Ok(postings)
    }

    fn block_size(&self, block: usize) -> usize {
        segment::BLOCK.min(self.info.doc_frequency as usize - block * segment::BLOCK)
    }
}

fn weights(postings: &mut Postings) -> Result<Vec<f32>> {
    Ok(match postings.weights()? {
        Weights::Counts(counts) => counts.iter().map(|&count| count as f32).collect(),
        Weights::Floats(floats) => floats.to_vec(),
    })
}

/// A column of integers, one a document.
#[pyclass(frozen, module = "searchkit._native")]
pub struct IntColumn {
    segment: Arc<segment::Segment>,
    name: String,
}

#[pymethods]
impl IntColumn {
    fn __len__(&self) -> usize {
        self.segment.doc_count() as usize
    }

    fn __getitem__(&self, doc: u32) -> PyResult<i64> {
        check_doc(&self.segment, doc)?;
        run(|| Ok(self.open()?.get(doc)))
    }

    /// Return the values of all documents, as signed 64-bit numbers.
    fn values<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let values: Vec<i64> = run_detached(py, || {
            let column = self.open()?;
            Ok((0..column.len()).map(|doc| column.get(doc)).collect())
        })?;
        Ok(PyBytes::new(py, bytemuck::cast_slice(&values)))
    }
}

impl IntColumn {
    fn open(&self) -> Result<segment::IntColumn<'_>> {
        self.segment.int_column(&self.name)?.ok_or_else(|| Error::invalid("there is no such column"))
    }
}

/// A column of byte strings, one a document or none.
#[pyclass(frozen, module = "searchkit._native")]
pub struct BytesColumn {
    segment: Arc<segment::Segment>,
    name: String,
}

#[pymethods]
impl BytesColumn {
    fn __len__(&self) -> usize {
        self.segment.doc_count() as usize
    }

    fn __getitem__<'py>(&self, py: Python<'py>, doc: u32) -> PyResult<Option<Bound<'py, PyBytes>>> {
        check_doc(&self.segment, doc)?;
        Ok(run(|| self.open()?.get(doc))?.map(|value| PyBytes::new(py, &value)))
    }

    /// Return the ordinal of every document's value, as unsigned 32-bit numbers; 0 is "no value".
    fn ordinals<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let ordinals: Vec<u32> = run_detached(py, || {
            let ordinals = self.open()?.ordinals();
            Ok((0..self.segment.doc_count()).map(|doc| ordinals.get(doc)).collect())
        })?;
        Ok(PyBytes::new(py, bytemuck::cast_slice(&ordinals)))
    }

    /// Return the distinct values in order: the n-th has the ordinal n + 1.
    fn values<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let values = PyList::empty(py);
        let mut stream = run(|| self.open()?.values())?;
        while run(|| stream.advance())? {
            values.append(PyBytes::new(py, stream.value()))?;
        }
        Ok(values)
    }
}

impl BytesColumn {
    fn open(&self) -> Result<segment::BytesColumn<'_>> {
        self.segment.bytes_column(&self.name)?.ok_or_else(|| Error::invalid("there is no such column"))
    }
}

fn check_doc(segment: &segment::Segment, doc: u32) -> PyResult<()> {
    if doc < segment.doc_count() {
        return Ok(());
    }
    Err(PyIndexError::new_err(format!("document {doc} of {}", segment.doc_count())))
}
