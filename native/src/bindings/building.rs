//! Building segments from documents, and merging them.

use std::path::PathBuf;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyString;

use super::errors::run_detached;
use super::segment::Segment;
use crate::build::{
    self, Deleted, FieldSpec, InputKind, LineSource, Order, OwnedDocument, OwnedValue, Report, Settings, Source, Spec,
};

/// A document as Python gives it: its values, and its records.
type Given<'py> = (Vec<Bound<'py, PyAny>>, Vec<PyBackedBytes>);

/// What the kind of a field starts with that is the opening of the one named then.
const OPENING: &str = "opening of ";

/// What `finish` tells: documents, what was taken in, bad lines, lines whose date only Python reads.
type Told = (u32, u64, Vec<(u32, u64, String)>, Vec<(u32, u64)>);

/// Builds one segment on all cores; leaves nothing behind unless it finishes.
#[pyclass(module = "searchkit._native")]
pub struct Builder {
    inner: Option<build::Builder>,
    fields: usize,
    stores: usize,
}

#[pymethods]
impl Builder {
    /// Start a build. `fields` gives for each field its name, its kind ("text", "opening of FIELD", "folded",
    /// "verbatim", "day", "column" or "number") and, for a text field or an opening, the field of its unstemmed words or
    /// None. `stems` names for text fields and openings the fields of stems beside them, `places` for text fields those
    /// of places.
    #[new]
    #[pyo3(signature = (
        fields, stores, folder, *, stems = Vec::new(), places = Vec::new(), memory = 512 << 20, threads = None, level = 3, sync = true
    ))]
    #[allow(clippy::too_many_arguments)] // Python gives them by name
    fn new(
        fields: Vec<(String, String, Option<String>)>,
        stores: Vec<String>,
        folder: PathBuf,
        stems: Vec<(String, String)>,
        places: Vec<(String, String)>,
        memory: usize,
        threads: Option<usize>,
        level: i32,
        sync: bool,
    ) -> PyResult<Self> {
        let threads = threads.unwrap_or(Settings::default().threads);
        let fields = fields.into_iter().map(field_spec).collect::<PyResult<Vec<_>>>()?;
        let (field_count, store_count) = (fields.len(), stores.len());
        let settings = Settings { memory, threads, level, sync };
        let spec = Spec { fields, stores, stems, places };
        let inner = super::errors::run(|| build::Builder::new(spec, &folder, settings))?;
        Ok(Builder { inner: Some(inner), fields: field_count, stores: store_count })
    }

    /// Documents and lines taken in so far.
    #[getter]
    fn documents(&mut self) -> PyResult<u64> {
        Ok(self.open()?.documents())
    }

    /// Add documents: for each a value a field (a day number for a day) and a record a store.
    fn add(&mut self, py: Python<'_>, documents: Vec<Given<'_>>) -> PyResult<()> {
        let (fields, stores) = (self.fields, self.stores);
        let owned = documents.into_iter().map(|given| owned(given, fields, stores)).collect::<PyResult<_>>()?;
        let builder = self.open()?;
        run_detached(py, || builder.add(owned))
    }

    /// Add the articles of a file of JSON Lines; ids default to `name#line`.
    #[pyo3(signature = (path, *, name, stored_path))]
    fn add_lines(&mut self, py: Python<'_>, path: PathBuf, name: String, stored_path: String) -> PyResult<()> {
        let builder = self.open()?;
        run_detached(py, || builder.add_lines(&path, LineSource { path: stored_path, name }))
    }

    /// Write the segment; return its number of documents, what was taken in, the bad lines and the lines left to Python.
    fn finish(&mut self, py: Python<'_>, path: PathBuf) -> PyResult<Told> {
        self.open()?;
        let builder = self.inner.take();
        let report = run_detached(py, || builder.map_or(Ok(Report::default()), |builder| builder.finish(&path)))?;
        Ok((report.documents, report.taken, report.skipped, report.deferred))
    }

    /// Stop, and remove what has been written.
    fn cancel(&mut self, py: Python<'_>) {
        let builder = self.inner.take();
        py.detach(|| drop(builder));
    }
}

impl Builder {
    fn open(&mut self) -> PyResult<&mut build::Builder> {
        self.inner.as_mut().ok_or_else(|| PyValueError::new_err("the build has ended"))
    }
}

/// Merge segments, each with the bitset of its deleted documents or None, into one at `path`.
#[pyfunction]
#[pyo3(signature = (sources, path, *, date = None, id = None, threads = None, sync = true))]
pub fn merge(
    py: Python<'_>,
    sources: Vec<(PyRef<'_, Segment>, Option<Vec<u8>>)>,
    path: PathBuf,
    date: Option<String>,
    id: Option<String>,
    threads: Option<usize>,
    sync: bool,
) -> PyResult<u32> {
    let sources: Vec<Source> = sources
        .into_iter()
        .map(|(segment, deleted)| Source {
            segment: segment.inner().clone(),
            deleted: Deleted(deleted.unwrap_or_default()),
        })
        .collect();
    let threads = threads.unwrap_or(Settings::default().threads);
    run_detached(py, || build::merge(&sources, &Order { date, id }, &path, threads, sync))
}

fn field_spec((name, kind, words): (String, String, Option<String>)) -> PyResult<FieldSpec> {
    let kind = match kind.as_str() {
        "text" => InputKind::Text { words },
        opening if opening.starts_with(OPENING) => {
            InputKind::Opening { of: opening[OPENING.len()..].to_owned(), words }
        }
        "folded" => InputKind::Folded,
        "verbatim" => InputKind::Verbatim,
        "day" => InputKind::Day,
        "column" => InputKind::Column,
        "number" => InputKind::Number,
        _ => return Err(PyValueError::new_err(format!("unknown kind of field: {kind}"))),
    };
    Ok(FieldSpec { name, kind })
}

fn owned((values, records): Given<'_>, fields: usize, stores: usize) -> PyResult<OwnedDocument> {
    if (values.len(), records.len()) != (fields, stores) {
        return Err(PyValueError::new_err("a document does not fit the fields and stores of the build"));
    }
    let values = values.iter().map(value).collect::<PyResult<_>>()?;
    Ok(OwnedDocument { values, records: records.iter().map(|record| record.to_vec()).collect() })
}

fn value(value: &Bound<'_, PyAny>) -> PyResult<OwnedValue> {
    Ok(match value.cast::<PyString>() {
        Ok(text) => OwnedValue::Text(text.to_str()?.to_owned()),
        Err(_) if value.is_none() => OwnedValue::None,
        Err(_) => OwnedValue::Day(value.extract()?),
    })
}
