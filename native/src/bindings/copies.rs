//! Articles of one text.

use pyo3::prelude::*;

use super::errors::run_detached;
use super::segment::Segment;
use crate::build::Deleted;
use crate::copies::{self, Place};

/// Return what copies of an article have in common; nothing for no text.
#[pyfunction]
pub fn copy_text(title: &str, body: &str) -> String {
    copies::copy_text(title, body)
}

/// Return the key of an article's text; 0 for no text.
#[pyfunction]
pub fn copy_key(title: &str, body: &str) -> u32 {
    copies::copy_key(title, body)
}

/// Return the documents that share a number other than 0 in a column, of the numbers in segments from `first` on.
#[pyfunction]
pub fn repeated(
    py: Python<'_>,
    segments: Vec<(PyRef<'_, Segment>, Vec<u8>)>,
    column: &str,
    first: usize,
) -> PyResult<Vec<Vec<Place>>> {
    let segments: Vec<_> =
        segments.into_iter().map(|(segment, deleted)| (segment.inner().clone(), Deleted(deleted))).collect();
    run_detached(py, || copies::repeated(&segments, column, first))
}
