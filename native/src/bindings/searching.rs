//! Searching open segments.

use std::collections::HashMap;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList, PyTuple};

use super::errors::{run, run_detached};
use super::segment::Segment;
use super::text::{PyPattern, look_for, to_marks, to_passages, with_highlighter};
use crate::error::{Error, Result};
use crate::heads::{Head, Heads, TEXT};
use crate::passages::Passage;
use crate::search::{self, Expansion, Facet, Order, Query, Request, Settings, Unit};
use crate::segment;

/// Queries may be nested so deep.
const DEEPEST: usize = 100;

/// A hit as Python gets it: number of the segment, document, score.
type PyHit = (usize, u32, f64);

/// A value and its count as Python gets them.
type PyCount = (Option<String>, u64);

/// The counts of a facet, in order. Values are read when asked for.
#[pyclass(frozen, module = "searchkit._native")]
pub struct Counts {
    inner: search::Counts,
}

#[pymethods]
impl Counts {
    fn __len__(&self) -> usize {
        self.inner.len()
    }

    /// Return the values from `start` on, up to but not including `stop`, with their counts.
    #[pyo3(signature = (start = 0, stop = None))]
    fn pairs(&self, start: usize, stop: Option<usize>) -> PyResult<Vec<PyCount>> {
        let stop = stop.map_or(self.inner.len(), |stop| stop.min(self.inner.len()));
        let mut pairs = Vec::with_capacity(stop.saturating_sub(start));
        let text = |value: &[u8]| String::from_utf8_lossy(value).into_owned();
        run(|| self.inner.each(start.min(stop)..stop, |value, count| pairs.push((value.map(text), count))))?;
        Ok(pairs)
    }
}

/// Documents and their scores as Python gets them: the bytes of two arrays.
type PyMatches<'py> = (Bound<'py, PyBytes>, Bound<'py, PyBytes>);

/// Segments open for searching. Any thread may use it.
#[pyclass(frozen, weakref, module = "searchkit._native")]
pub struct Searcher {
    inner: search::Searcher,
}

#[pymethods]
impl Searcher {
    /// Open segments, each with its deletions: a bit for each document, lowest bit first; empty for none.
    #[new]
    #[pyo3(signature = (segments, *, k1 = 1.2, b = 0.75, field_b = None, date_column = None, id_column = None))]
    fn new(
        segments: Vec<(PyRef<'_, Segment>, Vec<u8>)>,
        k1: f64,
        b: f64,
        field_b: Option<HashMap<String, f64>>,
        date_column: Option<String>,
        id_column: Option<String>,
    ) -> PyResult<Self> {
        let segments = segments.into_iter().map(|(segment, deleted)| (segment.inner.clone(), deleted)).collect();
        let settings = Settings { k1, b, field_b: field_b.unwrap_or_default(), date_column, id_column };
        Ok(Searcher { inner: run(|| search::Searcher::new(segments, settings))? })
    }

    /// Return the number of documents without the deleted ones.
    fn doc_count(&self) -> u64 {
        self.inner.doc_count()
    }

    /// Return the number of documents, deleted ones included.
    fn doc_count_all(&self) -> u64 {
        self.inner.doc_count_all()
    }

    /// Return how many documents have the term, deleted ones included.
    fn doc_frequency(&self, field: &str, term: &[u8]) -> PyResult<u64> {
        run(|| self.inner.doc_frequency(field, term))
    }

    /// Return the terms that a query of many terms stands for, sorted.
    fn expand<'py>(&self, py: Python<'py>, query: &Bound<'py, PyTuple>) -> PyResult<Vec<Bound<'py, PyBytes>>> {
        let Query::Multi { field, terms, .. } = to_query(query, 0)? else {
            return Err(PyValueError::new_err("not a query of many terms"));
        };
        let found = run_detached(py, || self.inner.expand(&field, &terms))?;
        Ok(found.iter().map(|term| PyBytes::new(py, term)).collect())
    }

    /// Answer a query: the total, the hits, the facets.
    #[pyo3(signature = (query, *, limit = 10, order = "relevance", total = true, facets = Vec::new()))]
    fn search(
        &self,
        py: Python<'_>,
        query: &Bound<'_, PyTuple>,
        limit: usize,
        order: &str,
        total: bool,
        facets: Vec<(String, Option<String>)>,
    ) -> PyResult<(Option<u64>, Vec<PyHit>, Vec<Counts>)> {
        let facets = facets.into_iter().map(to_facet).collect::<PyResult<_>>()?;
        let request = Request { query: to_query(query, 0)?, limit, order: to_order(order)?, total, facets };
        let answer = run_detached(py, || self.inner.search(&request))?;
        let hits = answer.hits.iter().map(|hit| (hit.segment, hit.doc, hit.score)).collect();
        Ok((answer.total, hits, answer.facets.into_iter().map(|inner| Counts { inner }).collect()))
    }

    /// Return all matches: documents, numbered through all segments, and scores, as arrays.
    fn matches<'py>(&self, py: Python<'py>, query: &Bound<'py, PyTuple>, order: &str) -> PyResult<PyMatches<'py>> {
        let (query, order) = (to_query(query, 0)?, to_order(order)?);
        let limit = usize::try_from(self.inner.doc_count_all()).unwrap_or(usize::MAX).max(1);
        let request = Request { query, limit, order, total: false, facets: Vec::new() };
        let (documents, scores) = run_detached(py, || {
            let (hits, starts) = (self.inner.search(&request)?.hits, self.starts());
            let documents = hits.iter().flat_map(|hit| (starts[hit.segment] + u64::from(hit.doc)).to_le_bytes());
            let scores = hits.iter().flat_map(|hit| hit.score.to_le_bytes());
            Ok((documents.collect::<Vec<u8>>(), scores.collect::<Vec<u8>>()))
        })?;
        Ok((PyBytes::new(py, &documents), PyBytes::new(py, &scores)))
    }

    /// Return the stored records of the hits, given by segment and document.
    fn stored<'py>(&self, py: Python<'py>, store: &str, hits: Vec<(usize, u32)>) -> PyResult<Vec<Bound<'py, PyBytes>>> {
        let records = run_detached(py, || hits.iter().map(|&hit| self.record(store, hit)).collect::<Result<Vec<_>>>())?;
        Ok(records.iter().map(|record| PyBytes::new(py, record)).collect())
    }

    /// Return what a list of results shows of the hits, given by segment and document: id, title, day, source, path.
    fn heads<'py>(&self, py: Python<'py>, hits: Vec<(usize, u32)>) -> PyResult<Bound<'py, PyList>> {
        let heads = run_detached(py, || self.read_heads(&hits))?;
        let rows = heads.iter().map(|head| (&*head.id, &*head.title, head.day, &*head.source, head.path.as_deref()));
        PyList::new(py, rows)
    }

    /// Return the heads of the hits, each with the marks of its title and up to `limit` passages of its text.
    fn marked_heads<'py>(
        &self,
        py: Python<'py>,
        hits: Vec<(usize, u32)>,
        in_title: Vec<PyPattern>,
        in_text: Vec<PyPattern>,
        limit: usize,
    ) -> PyResult<Bound<'py, PyList>> {
        let (heads, titles, texts) = run_detached(py, || {
            let heads = self.read_heads(&hits)?;
            let mark = |head: &Head| with_highlighter(|highlighter| highlighter.merged_marks(&head.title));
            look_for(in_title)?;
            let titles: Vec<_> = heads.iter().map(mark).collect();
            let texts = self.passages(&hits, in_text, limit)?;
            Ok((heads, titles, texts))
        })?;
        let rows = PyList::empty(py);
        for ((head, marks), (text, passages)) in heads.iter().zip(titles).zip(texts) {
            let marks = to_marks(py, &marks)?;
            let passages = to_passages(py, &text, &passages)?;
            let path = head.path.as_deref();
            rows.append((&*head.id, &*head.title, head.day, &*head.source, path, marks, passages))?;
        }
        Ok(rows)
    }
}

impl Searcher {
    /// Returns the number of the first document of each segment among those of all.
    fn starts(&self) -> Vec<u64> {
        let counts = (0..self.inner.segment_count()).map(|number| u64::from(self.inner.segment(number).doc_count()));
        let start = |next: &mut u64, count| Some(std::mem::replace(next, *next + count));
        counts.scan(0, start).collect()
    }

    fn record(&self, store: &str, (segment, doc): (usize, u32)) -> Result<Vec<u8>> {
        let found = self.segment(segment)?.store(store);
        found.ok_or_else(|| Error::invalid(format!("there is no store {store}")))?.get(doc)
    }

    /// Returns the text of each hit and its passages; where nothing is looked for, no text is read.
    fn passages(
        &self,
        hits: &[(usize, u32)],
        patterns: Vec<PyPattern>,
        limit: usize,
    ) -> Result<Vec<(String, Vec<Passage>)>> {
        if patterns.is_empty() {
            return Ok(hits.iter().map(|_| Default::default()).collect());
        }
        look_for(patterns)?;
        let passages = |&hit: &(usize, u32)| {
            let text = String::from_utf8(self.record(TEXT, hit)?);
            let text = text.map_err(|_| Error::invalid("a record is not a text"))?;
            let passages = with_highlighter(|highlighter| highlighter.best_passages(&text, limit));
            Ok((text, passages))
        };
        hits.iter().map(passages).collect()
    }

    fn read_heads(&self, hits: &[(usize, u32)]) -> Result<Vec<Head<'_>>> {
        let mut open: Vec<Option<Heads>> = (0..self.inner.segment_count()).map(|_| None).collect();
        let mut read = |&(number, doc): &(usize, u32)| {
            let segment = self.segment(number)?;
            let heads = match &mut open[number] {
                Some(heads) => heads,
                slot => slot.insert(Heads::open(segment)?),
            };
            heads.get(doc)
        };
        hits.iter().map(&mut read).collect()
    }

    fn segment(&self, number: usize) -> Result<&segment::Segment> {
        if number >= self.inner.segment_count() {
            return Err(Error::invalid(format!("there is no segment {number}")));
        }
        Ok(self.inner.segment(number))
    }
}

fn to_order(name: &str) -> PyResult<Order> {
    match name {
        "relevance" => Ok(Order::Relevance),
        "score" => Ok(Order::Score),
        "newest" => Ok(Order::Newest),
        "oldest" => Ok(Order::Oldest),
        _ => Err(PyValueError::new_err(format!("unknown order: {name}"))),
    }
}

fn to_facet((column, unit): (String, Option<String>)) -> PyResult<Facet> {
    let Some(name) = unit else { return Ok(Facet::Values(column)) };
    let unit = Unit::named(&name).ok_or_else(|| PyValueError::new_err(format!("unknown calendar unit: {name}")))?;
    Ok(Facet::Calendar(column, unit))
}

/// Returns the query that a tuple stands for: see `searchkit/_native.pyi`.
fn to_query(query: &Bound<'_, PyTuple>, depth: usize) -> PyResult<Query> {
    if depth > DEEPEST {
        return Err(PyValueError::new_err(format!("a query is nested more than {DEEPEST} deep")));
    }
    let part = |index: usize| -> PyResult<Box<Query>> {
        Ok(Box::new(to_query(query.get_item(index)?.cast::<PyTuple>()?, depth + 1)?))
    };
    let parts = || -> PyResult<Vec<Query>> {
        let parts = query.get_item(1)?.try_iter()?.map(|part| to_query(part?.cast::<PyTuple>()?, depth + 1));
        parts.collect()
    };
    let kind = query.get_item(0)?;
    Ok(match kind.extract::<&str>()? {
        "nothing" => Query::Nothing,
        "every" => Query::Every { field: item(query, 1)?, boost: boost(query, 2)? },
        "term" => {
            let idf = if query.len() > 4 { item(query, 4)? } else { None };
            Query::Term { field: item(query, 1)?, term: item(query, 2)?, boost: boost(query, 3)?, idf }
        }
        "and" => Query::And(parts()?, boost(query, 2)?),
        "or" => Query::Or(parts()?, boost(query, 2)?),
        "dismax" => Query::DisMax(parts()?, boost(query, 2)?),
        "not" => Query::Not(part(1)?),
        "andnot" => Query::AndNot(part(1)?, part(2)?),
        "andmaybe" => Query::AndMaybe(part(1)?, part(2)?),
        "require" => Query::Require(part(1)?, part(2)?),
        "constant" => Query::Constant(part(1)?, boost(query, 2)?),
        "phrase" => Query::Phrase {
            field: item(query, 1)?,
            words: item(query, 2)?,
            slop: item(query, 3)?,
            boost: boost(query, 4)?,
        },
        "between" => Query::Between {
            column: item(query, 1)?,
            first: item::<Option<i64>>(query, 2)?.unwrap_or(i64::MIN),
            last: item::<Option<i64>>(query, 3)?.unwrap_or(i64::MAX),
            score: boost(query, 4)?,
        },
        other => to_multi(other, query)?,
    })
}

fn to_multi(kind: &str, query: &Bound<'_, PyTuple>) -> PyResult<Query> {
    let (terms, next) = match kind {
        "prefix" => (Expansion::Prefix(item(query, 2)?), 3),
        "wildcard" => (Expansion::Wildcard(item(query, 2)?), 3),
        "terms" => (Expansion::Listed(item(query, 2)?), 3),
        "fuzzy" => (Expansion::Fuzzy { word: item(query, 2)?, distance: item(query, 3)?, prefix: item(query, 4)? }, 5),
        "range" => {
            let (start, end) = (item(query, 2)?, item(query, 3)?);
            (Expansion::Range { start, end, start_excluded: item(query, 4)?, end_excluded: item(query, 5)? }, 6)
        }
        _ => return Err(PyValueError::new_err(format!("unknown kind of query: {kind}"))),
    };
    Ok(Query::Multi { field: item(query, 1)?, terms, boost: boost(query, next)?, constant: item(query, next + 1)? })
}

fn item<'py, T>(query: &Bound<'py, PyTuple>, index: usize) -> PyResult<T>
where
    T: for<'a> FromPyObject<'a, 'py>,
{
    query.get_item(index)?.extract().map_err(Into::into)
}

/// Returns a boost; where there is none, 1.
fn boost(query: &Bound<'_, PyTuple>, index: usize) -> PyResult<f64> {
    if index >= query.len() {
        return Ok(1.0);
    }
    let boost: f64 = item(query, index)?;
    if boost >= 0.0 { Ok(boost) } else { Err(PyValueError::new_err("a boost is negative")) }
}
