//! Queries as Python gives them.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::search::{Automaton, Class, Expansion, Query, Spans};

/// Queries may be nested so deep.
const DEEPEST: usize = 190;

/// Returns the query that a tuple stands for: see `searchkit/_native.pyi`.
pub(super) fn to_query(query: &Bound<'_, PyTuple>, depth: usize) -> PyResult<Query> {
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
        "spans" => Query::Spans(to_spans(query.get_item(1)?.cast::<PyTuple>()?, depth + 1)?, item(query, 2)?),
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
        "regex" => (Expansion::Regex(to_automaton(query.get_item(2)?.cast::<PyTuple>()?)?), 3),
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

/// Returns the spans that a tuple stands for: see `searchkit/query/spans.py`.
pub(super) fn to_spans(spans: &Bound<'_, PyTuple>, depth: usize) -> PyResult<Spans> {
    if depth > DEEPEST {
        return Err(PyValueError::new_err(format!("a query is nested more than {DEEPEST} deep")));
    }
    let part = |index: usize| -> PyResult<Box<Spans>> {
        Ok(Box::new(to_spans(spans.get_item(index)?.cast::<PyTuple>()?, depth + 1)?))
    };
    let kind = spans.get_item(0)?;
    Ok(match kind.extract::<&str>()? {
        "terms" => Spans::Terms(pairs(spans, 1)?.into_iter().map(|(field, term)| (field, term.into_bytes())).collect()),
        "forms" => {
            let of = pairs(spans, 4)?.into_iter().map(|(word, term)| (word.into_bytes(), term.into_bytes())).collect();
            Spans::Forms { terms: item(spans, 1)?, words: item(spans, 2)?, places: item(spans, 3)?, of }
        }
        "phrase" => {
            let phrases: Vec<(String, Vec<String>)> = item(spans, 1)?;
            let bytes = |terms: Vec<String>| terms.into_iter().map(String::into_bytes).collect();
            let phrases = phrases.into_iter().map(|(field, terms)| (field, bytes(terms))).collect();
            Spans::Phrases(phrases, item(spans, 2)?)
        }
        "any" => {
            let parts = spans.get_item(1)?.try_iter()?.map(|part| to_spans(part?.cast::<PyTuple>()?, depth + 1));
            Spans::Any(parts.collect::<PyResult<_>>()?)
        }
        "near" => Spans::Near {
            first: part(1)?,
            second: part(2)?,
            most: item(spans, 3)?,
            starts: item::<Option<(String, String)>>(spans, 4)?.map(|(field, term)| (field, term.into_bytes())),
            ordered: item(spans, 5)?,
            without: item(spans, 6)?,
        },
        other => return Err(PyValueError::new_err(format!("unknown kind of spans: {other}"))),
    })
}

fn pairs(spans: &Bound<'_, PyTuple>, index: usize) -> PyResult<Vec<(String, String)>> {
    item(spans, index)
}

/// Returns the automaton that a tuple stands for: see `searchkit/query/automaton.py`.
fn to_automaton(given: &Bound<'_, PyTuple>) -> PyResult<Automaton> {
    let (first, last): (Vec<usize>, Vec<usize>) = (item(given, 1)?, item(given, 2)?);
    let (follow, is_nullable): (Vec<Vec<usize>>, bool) = (item(given, 3)?, item(given, 4)?);
    let classes: Vec<Class> = item(given, 0)?;
    Automaton::new(classes, &first, &last, &follow, is_nullable)
        .map_err(|error| PyValueError::new_err(error.to_string()))
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
