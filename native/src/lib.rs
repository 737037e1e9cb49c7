//! The native core of searchkit.
//!
//! * [`analysis`]: text to terms
//! * [`lead`]: the opening of an article
//! * [`language`]: what an article is written in
//! * [`copies`]: articles of one text
//! * [`build`]: documents to segments, and merging
//! * [`segment`]: the file format, its writers and its reader
//! * [`search`]: queries over open segments
//! * `spans`: stretches of words near each other
//! * [`passages`]: stored text to marked passages
//! * [`heads`]: what a list of results shows
//! * `numbered`: byte strings by number
//! * [`error`]: everything that can go wrong
//!
//! This file and the folder `bindings` alone know Python; everything else is a plain Rust library.

#![warn(missing_docs)]

pub mod analysis;
#[cfg(feature = "python")]
mod bindings;
pub mod build;
pub mod copies;
pub mod error;
pub mod heads;
pub mod language;
pub mod lead;
mod numbered;
pub mod passages;
pub mod search;
pub mod segment;
mod spans;

#[cfg(feature = "python")]
#[pyo3::pymodule]
mod _native {
    use pyo3::prelude::*;

    #[pymodule_export]
    use super::bindings::building::{Builder, merge};
    #[pymodule_export]
    use super::bindings::columns::{BytesColumn, IntColumn};
    #[pymodule_export]
    use super::bindings::copies::{copy_groups, copy_key, copy_text};
    #[pymodule_export]
    use super::bindings::postings::{Field, Term};
    #[pymodule_export]
    use super::bindings::searching::{Counts, Searcher};
    #[pymodule_export]
    use super::bindings::segment::Segment;
    #[pymodule_export]
    use super::bindings::text::{best_passages, language, lead, merged_marks, stems, terms, tokens, words};
    #[pymodule_export]
    use super::bindings::writing::{FieldWriter, SegmentWriter, StoreWriter};

    /// Describe the module at its import.
    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("VERSION", env!("CARGO_PKG_VERSION"))
    }
}
