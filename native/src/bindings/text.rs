//! Terms and passages of texts.

use std::cell::RefCell;
use std::ops::Range;

use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;

use super::errors::run_detached;
use crate::analysis::Analyzer;
use crate::error::Error;
use crate::passages::{Highlighter, Passage, Pattern, Wanted};

/// Bytes of what an analyzer has learnt before it is made to forget it.
const MOST_MEMORY: usize = 64 << 20;

/// A pattern as Python gives it: the terms, a prefix, or a word and a distance, of which what is not meant is empty; and
/// whether in the lead alone.
pub(super) type PyPattern = (Vec<String>, String, String, u8, bool);

/// A passage as Python gets it: text, start, end, marks.
pub(super) type PyPassage = (String, usize, usize, Vec<(usize, usize)>);

thread_local! {
    static STEMS: RefCell<Analyzer> = RefCell::new(Analyzer::new());
    static WORDS: RefCell<Analyzer> = RefCell::new(Analyzer::of_words());
    static HIGHLIGHTER: RefCell<Highlighter> = RefCell::new(Highlighter::new());
}

/// Return the terms of the text in order.
#[pyfunction]
pub fn terms(py: Python<'_>, text: &str) -> PyResult<Vec<String>> {
    run_detached(py, || Ok(STEMS.with_borrow_mut(|analyzer| all_terms(analyzer, text))))
}

/// Return the words of the text in order: its terms before stemming.
#[pyfunction]
pub fn words(py: Python<'_>, text: &str) -> PyResult<Vec<String>> {
    run_detached(py, || Ok(WORDS.with_borrow_mut(|analyzer| all_terms(analyzer, text))))
}

fn all_terms(analyzer: &mut Analyzer, text: &str) -> Vec<String> {
    forget_if_large(analyzer);
    let mut terms = Vec::new();
    analyzer.for_each_term(text, |term| terms.push(String::from_utf8_lossy(term).into_owned()));
    terms
}

/// Return the tokens of the text in order: term, start, end.
#[pyfunction]
pub fn tokens(py: Python<'_>, text: &str) -> PyResult<Vec<(String, usize, usize)>> {
    run_detached(py, || Ok(STEMS.with_borrow_mut(|analyzer| all_tokens(analyzer, text))))
}

fn all_tokens(analyzer: &mut Analyzer, text: &str) -> Vec<(String, usize, usize)> {
    forget_if_large(analyzer);
    let mut tokens = analyzer.tokens(text);
    let mut all = Vec::new();
    while let Some(token) = tokens.next() {
        let term = String::from_utf8_lossy(tokens.term(&token)).into_owned();
        all.push((term, token.chars.start, token.chars.end));
    }
    all
}

fn forget_if_large(analyzer: &mut Analyzer) {
    if analyzer.memory() > MOST_MEMORY {
        analyzer.clear();
    }
}

/// Return the lead of a body.
#[pyfunction]
pub fn lead(body: &str) -> &str {
    crate::lead::lead(body)
}

/// Return, for each text, up to `limit` passages with marks.
#[pyfunction]
pub fn best_passages(
    py: Python<'_>,
    texts: Vec<PyBackedStr>,
    patterns: Vec<PyPattern>,
    limit: usize,
) -> PyResult<Vec<Vec<PyPassage>>> {
    run_detached(py, || {
        with_highlighter(patterns, |highlighter| {
            let passages = |text: &PyBackedStr| {
                let found = highlighter.best_passages(text, limit);
                found.into_iter().map(|passage| to_python(text, passage)).collect()
            };
            Ok(texts.iter().map(passages).collect())
        })
    })
}

/// Return, for each text, the stretches that the occurrences of all patterns cover together.
#[pyfunction]
pub fn merged_marks(
    py: Python<'_>,
    texts: Vec<PyBackedStr>,
    patterns: Vec<PyPattern>,
) -> PyResult<Vec<Vec<(usize, usize)>>> {
    run_detached(py, || {
        with_highlighter(patterns, |highlighter| {
            Ok(texts.iter().map(|text| pairs(highlighter.merged_marks(text))).collect())
        })
    })
}

/// Calls `work` with this thread's highlighter, looking for the patterns.
pub(super) fn with_highlighter<T>(
    patterns: Vec<PyPattern>,
    work: impl FnOnce(&mut Highlighter) -> crate::error::Result<T>,
) -> crate::error::Result<T> {
    let patterns = patterns.into_iter().map(to_wanted).collect::<crate::error::Result<_>>()?;
    HIGHLIGHTER.with_borrow_mut(|highlighter| {
        highlighter.look_for(patterns);
        work(highlighter)
    })
}

fn to_wanted((terms, prefix, word, distance, in_lead): PyPattern) -> crate::error::Result<Wanted> {
    let pattern = match (terms.is_empty(), prefix.is_empty(), word.is_empty()) {
        (false, ..) => Pattern::Terms(terms),
        (_, false, _) => Pattern::Prefix(prefix),
        (.., false) => Pattern::Fuzzy(word, distance),
        _ => return Err(Error::invalid("a pattern has neither terms nor a prefix nor a word")),
    };
    Ok(Wanted { pattern, in_lead })
}

pub(super) fn to_python(text: &str, passage: Passage) -> PyPassage {
    let Passage { bytes, chars, marks } = passage;
    (text[bytes].to_owned(), chars.start, chars.end, pairs(marks))
}

fn pairs(ranges: Vec<Range<usize>>) -> Vec<(usize, usize)> {
    ranges.into_iter().map(|range| (range.start, range.end)).collect()
}
