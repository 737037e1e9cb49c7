//! The native core of searchkit.
//!
//! * [`segment`]: the file format, its writers and its reader
//! * [`error`]: everything that can go wrong
//!
//! This file alone knows Python; everything else is a plain Rust library.

#![warn(missing_docs)]

pub mod error;
pub mod segment;

#[cfg(feature = "python")]
#[pyo3::pymodule]
mod _native {
    use pyo3::prelude::*;

    /// Describe the module at its import.
    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("VERSION", env!("CARGO_PKG_VERSION"))
    }
}
