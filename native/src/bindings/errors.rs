//! Native errors as Python exceptions.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use pyo3::exceptions::{PyOSError, PyRuntimeError, PyValueError};
use pyo3::prelude::*;

use crate::error::{Error, Result};

/// What to do about a damaged index.
const RESTORE: &str = "restore a backup, or index the files again";

/// What to do about an index of another version.
const UPGRADE: &str = "use the release that wrote it, or index the files again";

/// What to do about a search that takes too long.
const PATIENCE: &str = "ask for less, or give it more time";

/// Runs native work under the interpreter lock. An error, or a panic, becomes a Python exception.
pub fn run<T>(work: impl FnOnce() -> Result<T>) -> PyResult<T> {
    // A panic leaves at most the object that was being worked on in a state nobody described, never an unsafe one.
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(result) => result.map_err(to_python),
        Err(panic) => Err(PyRuntimeError::new_err(format!("the native core failed: {}", message(&*panic)))),
    }
}

/// Runs native work with the interpreter lock released.
pub fn run_detached<T: Send>(py: Python<'_>, work: impl FnOnce() -> Result<T> + Send) -> PyResult<T> {
    match py.detach(|| catch_unwind(AssertUnwindSafe(work))) {
        Ok(result) => result.map_err(to_python),
        Err(panic) => Err(PyRuntimeError::new_err(format!("the native core failed: {}", message(&*panic)))),
    }
}

/// Returns the Python exception for a native error.
pub fn to_python(error: Error) -> PyErr {
    match &error {
        Error::Io { path, source } => match source.raw_os_error() {
            Some(code) => {
                let text = source.to_string();
                let text = text.split(" (os error").next().unwrap_or_default().to_owned();
                PyOSError::new_err((code, text, path.clone()))
            }
            None => PyOSError::new_err(error.to_string()),
        },
        Error::Corrupt { .. } => archive_error("CorruptIndexError", &error, RESTORE),
        Error::Version { .. } => archive_error("IndexVersionError", &error, UPGRADE),
        Error::Timeout => archive_error("SearchTimeoutError", &error, PATIENCE),
        Error::Invalid(message) => PyValueError::new_err(message.clone()),
    }
}

/// Returns an exception of `searchkit.errors`.
fn archive_error(class: &str, error: &Error, hint: &str) -> PyErr {
    Python::attach(|py| {
        let raise = || -> PyResult<PyErr> {
            let class = py.import("searchkit.errors")?.getattr(class)?;
            let hint = [("hint", hint)].into_iter().collect::<std::collections::HashMap<_, _>>();
            let hint = hint.into_pyobject(py)?;
            Ok(PyErr::from_value(class.call((error.to_string(),), Some(&hint))?))
        };
        raise().unwrap_or_else(|broken| broken)
    })
}

fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no reason given")
}
