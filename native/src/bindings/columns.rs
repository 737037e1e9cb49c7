//! The columns of a segment.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList};

use super::errors::{run, run_detached};
use super::segment::check_doc;
use crate::error::{Error, Result};
use crate::segment;

/// A column of integers, one a document.
#[pyclass(frozen, module = "searchkit._native")]
pub struct IntColumn {
    pub(super) segment: Arc<segment::Segment>,
    pub(super) name: String,
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
    pub(super) segment: Arc<segment::Segment>,
    pub(super) name: String,
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
