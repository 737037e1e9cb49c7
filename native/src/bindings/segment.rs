//! Open segments.

use std::path::PathBuf;
use std::sync::Arc;

use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList};

use super::columns::{BytesColumn, IntColumn};
use super::errors::{run, run_detached};
use super::postings::Field;
use crate::error::Result;
use crate::segment;

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

    /// Let go of the memory that holds what has been read of the file; what is read again is fetched again.
    fn forget(&self, py: Python<'_>) {
        py.detach(|| self.inner.forget());
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

/// Refuses a document that there is not.
pub(super) fn check_doc(segment: &segment::Segment, doc: u32) -> PyResult<()> {
    if doc < segment.doc_count() {
        return Ok(());
    }
    Err(PyIndexError::new_err(format!("document {doc} of {}", segment.doc_count())))
}
