//! The fields of a segment, their terms and postings.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList};

use super::errors::{run, run_detached};
use crate::error::{Error, Result};
use crate::segment::{self, END, FieldKind, Postings, TermInfo, TermStream, Weights, length};

/// The postings of a frequency from here on are not told apart in the bounds of a block.
const UNBOUNDED: u8 = u8::MAX;

/// A field of a segment: its terms, and the length of every document in it.
#[pyclass(frozen, module = "searchkit._native")]
pub struct Field {
    pub(super) segment: Arc<segment::Segment>,
    pub(super) index: usize,
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
