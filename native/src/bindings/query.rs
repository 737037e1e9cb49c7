//! Queries as Python gives them.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::search::{Expansion, Query};

/// Queries may be nested so deep.
const DEEPEST: usize = 100;

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
