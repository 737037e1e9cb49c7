//! What a list of results shows of the articles found.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::types::{PyDate, PyList, PyString, PyTuple};

use super::text::{PyPattern, look_for, to_marks, to_passages, with_highlighter};
use crate::error::{Error, Result};
use crate::heads::{Head, Heads, LANGUAGE, TEXT};
use crate::passages::Passage;
use crate::search::{Hit, Searcher, civil};
use crate::segment::Segment;

/// The articles of hits, in their order.
pub(super) struct Articles<'s> {
    found: Vec<(f64, Head<'s>)>, // with their scores
    /// Of each article the marks of its title, its text and its passages; nothing where none are wanted.
    marked: Vec<Marked>,
}

struct Marked {
    in_title: Vec<std::ops::Range<usize>>,
    text: String,
    passages: Vec<Passage>,
}

impl<'s> Articles<'s> {
    /// Reads the articles of the hits, and marks in their titles and texts what is wanted, in up to so many passages.
    pub fn read(
        searcher: &'s Searcher,
        hits: &[Hit],
        wanted: Option<(Vec<PyPattern>, Vec<PyPattern>, usize)>,
    ) -> Result<Self> {
        let mut open: Vec<Option<Heads>> = (0..searcher.segment_count()).map(|_| None).collect();
        let mut read = |hit: &Hit| {
            let heads = match &mut open[hit.segment] {
                Some(heads) => heads,
                slot => slot.insert(Heads::open(searcher.segment(hit.segment))?),
            };
            Ok((hit.rounded(), heads.get(hit.doc)?))
        };
        let found = hits.iter().map(&mut read).collect::<Result<Vec<_>>>()?;
        let marked = match wanted {
            Some((in_title, in_text, limit)) => mark(searcher, hits, &found, in_title, in_text, limit)?,
            None => Vec::new(),
        };
        Ok(Articles { found, marked })
    }

    /// Returns a row for each article, with the fields of `searchkit.results.Hit`; the first has the rank `first`.
    pub fn to_rows<'py>(&self, py: Python<'py>, first: usize) -> PyResult<Bound<'py, PyList>> {
        let rows = PyList::empty(py);
        let nothing = PyTuple::empty(py);
        for (number, (score, head)) in self.found.iter().enumerate() {
            let (in_title, passages) = match self.marked.get(number) {
                Some(Marked { in_title, text, passages }) => {
                    (to_marks(py, in_title)?, to_passages(py, text, passages)?)
                }
                None => (nothing.clone(), nothing.clone()),
            };
            let (date, path) = (to_date(py, head.day)?, to_path(py, head.path.as_deref())?);
            rows.append((
                &*head.id,
                first + number,
                score,
                &*head.title,
                date,
                &*head.source,
                path,
                in_title,
                passages,
                &nothing, // places, which searchkit/elsewhere.py finds
                &nothing, // copies, which are listed by searchkit/engines/collapse.py
            ))?;
        }
        Ok(rows)
    }
}

fn mark(
    searcher: &Searcher,
    hits: &[Hit],
    found: &[(f64, Head)],
    in_title: Vec<PyPattern>,
    in_text: Vec<PyPattern>,
    limit: usize,
) -> Result<Vec<Marked>> {
    let wants =
        |patterns: &[PyPattern]| patterns.iter().any(|(.., stems, spans, _)| !stems.is_empty() || spans.0.is_some());
    let languages = languages(searcher, hits, wants(&in_title) || wants(&in_text))?;
    look_for(in_title)?;
    let in_title = |((_, head), language): (&(f64, Head), &String)| {
        with_highlighter(|highlighter| highlighter.merged_marks(&head.title, language))
    };
    let titles: Vec<_> = found.iter().zip(&languages).map(in_title).collect();
    let reads_text = !in_text.is_empty(); // where nothing is looked for, no text is read
    look_for(in_text)?;
    let mark = |((hit, in_title), language): ((&Hit, _), &String)| {
        let text = if reads_text { text(searcher, hit)? } else { String::new() };
        let passages = with_highlighter(|highlighter| highlighter.best_passages(&text, language, limit));
        Ok(Marked { in_title, text, passages })
    };
    hits.iter().zip(titles).zip(&languages).map(mark).collect()
}

/// Returns the language of each hit, or nothing where it makes no difference to what is marked.
fn languages(searcher: &Searcher, hits: &[Hit], are_wanted: bool) -> Result<Vec<String>> {
    let language = |hit: &Hit| {
        let column = if are_wanted { searcher.segment(hit.segment).bytes_column(LANGUAGE)? } else { None };
        let code = column.map_or(Ok(None), |column| column.get(hit.doc).map(|code| code.map(Cow::into_owned)))?;
        Ok(String::from_utf8(code.unwrap_or_default()).unwrap_or_default())
    };
    hits.iter().map(language).collect()
}

/// Returns a record of a store.
pub(super) fn record(segment: &Segment, store: &str, doc: u32) -> Result<Vec<u8>> {
    let found = segment.store(store);
    found.ok_or_else(|| Error::invalid(format!("there is no store {store}")))?.get(doc)
}

fn text(searcher: &Searcher, hit: &Hit) -> Result<String> {
    let text = String::from_utf8(record(searcher.segment(hit.segment), TEXT, hit.doc)?);
    text.map_err(|_| Error::invalid("a record is not a text"))
}

fn to_date(py: Python<'_>, day: i64) -> PyResult<Option<Bound<'_, PyDate>>> {
    if day == 0 {
        return Ok(None);
    }
    let (year, month, day) = civil(day);
    let year = i32::try_from(year).unwrap_or(0); // which Python refuses, as any other that is none of its years
    PyDate::new(py, year, month as u8, day as u8).map(Some)
}

/// Returns the path that its column holds: bytes of it that are no UTF-8 stand there behind a NUL.
fn to_path<'py>(py: Python<'py>, stored: Option<&str>) -> PyResult<Option<Bound<'py, PyAny>>> {
    let Some(stored) = stored else { return Ok(None) };
    let path = PyString::new(py, stored).into_any();
    if stored.contains('\0') {
        return py.import("searchkit.codec.record")?.call_method1("unescaped", (path,)).map(Some);
    }
    Ok(Some(path))
}
