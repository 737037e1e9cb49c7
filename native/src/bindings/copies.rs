//! Articles of one text.

use pyo3::prelude::*;

use super::errors::run_detached;
use super::segment::Segment;
use crate::build::Deleted;
use crate::copies::{self, groups};

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

/// An id, a day, a source, and a number that equal files share.
type Member = (String, i64, String, u32);

/// Return the groups of copies: of the articles in segments from `first` on, with all that have the same text.
#[pyfunction]
pub fn copy_groups(
    py: Python<'_>,
    segments: Vec<(PyRef<'_, Segment>, Vec<u8>)>,
    first: usize,
) -> PyResult<Vec<Vec<Member>>> {
    let segments: Vec<_> =
        segments.into_iter().map(|(segment, deleted)| (segment.inner().clone(), Deleted(deleted))).collect();
    let groups = run_detached(py, || groups(&segments, first))?;
    let row = |member: copies::Member| (member.id, member.day, member.source, member.bytes);
    Ok(groups.into_iter().map(|group| group.into_iter().map(row).collect()).collect())
}
