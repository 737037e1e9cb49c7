//! Searching open segments.

use std::collections::HashMap;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList, PyTuple};

use super::articles::{Articles, record};
use super::errors::{run, run_detached};
use super::query::to_query;
use super::segment::Segment;
use super::text::PyPattern;
use crate::analysis::WordCounts;
use crate::error::{Error, Result};
use crate::heads::TEXT;
use crate::search::{self, Facet, Order, Query, Request, Settings, Unit};

/// A hit as Python gets it: number of the segment, document, score.
type PyHit = (usize, u32, f64);

/// A value and its count as Python gets them.
type PyCount = (Option<String>, u64);

/// A facet as Python gives it: a column, and the calendar unit by which its days are counted.
type PyFacet = (String, Option<String>);

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

    /// Return up to `limit` terms with a prefix, with the number of documents that have each, the commonest first.
    fn commonest(
        &self,
        py: Python<'_>,
        fields: Vec<String>,
        prefix: &[u8],
        limit: usize,
    ) -> PyResult<Vec<(String, u64)>> {
        let found = run_detached(py, || self.inner.commonest(&fields, prefix, limit))?;
        Ok(found.into_iter().map(|(term, count)| (String::from_utf8_lossy(&term).into_owned(), count)).collect())
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
        facets: Vec<PyFacet>,
    ) -> PyResult<(Option<u64>, Vec<PyHit>, Vec<Counts>)> {
        let request = to_request(query, limit, order, total, facets)?;
        let answer = run_detached(py, || self.inner.search(&request))?;
        let hits = answer.hits.iter().map(|hit| (hit.segment, hit.doc, hit.score)).collect();
        Ok((answer.total, hits, to_counts(answer.facets)))
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

    /// Return how many documents there are among the first `limit` that match, and the words of their texts: those that at
    /// least so many of them have, with how many have each.
    fn words_of(
        &self,
        py: Python<'_>,
        query: &Bound<'_, PyTuple>,
        limit: usize,
        order: &str,
        least: u32,
    ) -> PyResult<(usize, Vec<(String, u32)>)> {
        let request = to_request(query, limit, order, false, Vec::new())?;
        run_detached(py, || {
            let hits = self.inner.search(&request)?.hits;
            let mut words = WordCounts::default();
            for hit in &hits {
                words.add(&String::from_utf8_lossy(&self.record(TEXT, (hit.segment, hit.doc))?));
            }
            Ok((hits.len(), words.at_least(least)))
        })
    }

    /// Search articles: return the total, what a list of results shows of the hits from `offset` on, and the facets.
    ///
    /// `wanted` is what to mark in titles, what in texts, and the most passages of a hit; without it nothing is marked.
    /// After `time_limit` seconds, if it is given, the search fails.
    #[pyo3(signature = (query, limit, offset, order, facets, wanted, time_limit = None))]
    #[allow(clippy::too_many_arguments)] // as many as a search has
    fn articles<'py>(
        &self,
        py: Python<'py>,
        query: &Bound<'_, PyTuple>,
        limit: usize,
        offset: usize,
        order: &str,
        facets: Vec<PyFacet>,
        wanted: Option<(Vec<PyPattern>, Vec<PyPattern>, usize)>,
        time_limit: Option<f64>,
    ) -> PyResult<(u64, Bound<'py, PyList>, Vec<Counts>)> {
        let last = if limit == 0 { 0 } else { offset.saturating_add(limit) };
        let request = to_request(query, last, order, true, facets)?;
        let (answer, articles) = run_detached(py, || {
            let answer = search::within(time_limit, || self.inner.search(&request))?;
            let shown = answer.hits.get(offset..).unwrap_or_default();
            let articles = Articles::read(&self.inner, shown, wanted)?;
            Ok((answer, articles))
        })?;
        Ok((answer.total.unwrap_or_default(), articles.to_rows(py, offset + 1)?, to_counts(answer.facets)))
    }
}

impl Searcher {
    /// Returns the number of the first document of each segment among those of all.
    fn starts(&self) -> Vec<u64> {
        let counts = (0..self.inner.segment_count()).map(|number| u64::from(self.inner.segment(number).doc_count()));
        let start = |next: &mut u64, count| Some(std::mem::replace(next, *next + count));
        counts.scan(0, start).collect()
    }

    fn record(&self, store: &str, (number, doc): (usize, u32)) -> Result<Vec<u8>> {
        if number >= self.inner.segment_count() {
            return Err(Error::invalid(format!("there is no segment {number}")));
        }
        record(self.inner.segment(number), store, doc)
    }
}

fn to_request(
    query: &Bound<'_, PyTuple>,
    limit: usize,
    order: &str,
    total: bool,
    facets: Vec<PyFacet>,
) -> PyResult<Request> {
    let facets = facets.into_iter().map(to_facet).collect::<PyResult<_>>()?;
    Ok(Request { query: to_query(query, 0)?, limit, order: to_order(order)?, total, facets })
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

fn to_facet((column, unit): PyFacet) -> PyResult<Facet> {
    let Some(name) = unit else { return Ok(Facet::Values(column)) };
    let unit = Unit::named(&name).ok_or_else(|| PyValueError::new_err(format!("unknown calendar unit: {name}")))?;
    Ok(Facet::Calendar(column, unit))
}

fn to_counts(facets: Vec<search::Counts>) -> Vec<Counts> {
    facets.into_iter().map(|inner| Counts { inner }).collect()
}
