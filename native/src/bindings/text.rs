//! Terms and passages of texts.

use std::cell::RefCell;
use std::ops::Range;

use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::PyTuple;

use super::errors::run_detached;
use super::query::to_spans;
use crate::analysis::{Analyzer, Languages};
use crate::error::Error;
use crate::passages::{Highlighter, Passage, Pattern, Wanted};
use crate::spans::Spans;

/// Bytes of what an analyzer has learnt before it is made to forget it.
const MOST_MEMORY: usize = 64 << 20;

/// A pattern as Python gives it: the terms, a prefix, or a word and a distance, of which what is not meant is empty;
/// whether in the lead alone; and languages with the stems that also count in texts of theirs.
/// Then a plan of spans, which may be empty, and how many stretches there must be.
pub type PyPattern = (Vec<String>, String, String, u8, bool, Vec<(String, Vec<String>)>, PySpans, usize);

/// A plan of spans as Python gives it.
pub struct PySpans(pub(super) Option<Spans>);

impl<'a, 'py> FromPyObject<'a, 'py> for PySpans {
    type Error = PyErr;

    fn extract(given: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let plan = given.cast::<PyTuple>()?;
        Ok(PySpans(if plan.is_empty() { None } else { Some(to_spans(&plan, 0)?) }))
    }
}

thread_local! {
    static LANGUAGES: RefCell<Languages> = RefCell::default();
    static STEMS: RefCell<Analyzer> = RefCell::new(Analyzer::new());
    static WORDS: RefCell<Analyzer> = RefCell::new(Analyzer::of_words());
    static HIGHLIGHTER: RefCell<Highlighter> = RefCell::new(Highlighter::new());
}

/// Return the terms of the text in order.
#[pyfunction]
pub fn terms(py: Python<'_>, text: &str) -> PyResult<Vec<String>> {
    run_detached(py, || Ok(STEMS.with_borrow_mut(|analyzer| all_terms(analyzer, text))))
}

/// Return the stems of the text in order, as texts of the language have them; nothing for a language without a stemmer.
#[pyfunction]
pub fn stems(py: Python<'_>, language: &str, text: &str) -> PyResult<Vec<String>> {
    let found = |languages: &mut Languages| {
        let place = languages.place(language);
        place.map_or_else(Vec::new, |place| all_terms(languages.at(place), text))
    };
    run_detached(py, || Ok(LANGUAGES.with_borrow_mut(found)))
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

/// Return the language of an article: what it states, else what is detected, and then the confidence in hundredths.
#[pyfunction]
pub fn language(told: &str, title: &str, body: &str) -> Option<(String, Option<usize>)> {
    let stated = crate::language::stated(told).map(|code| (code.into_owned(), None));
    stated.or_else(|| crate::language::detect(&[title, "\n", body]).map(|(code, sure)| (code.to_owned(), Some(sure))))
}

/// Return, for each text, all in one language, up to `limit` passages with marks.
#[pyfunction]
#[pyo3(signature = (texts, patterns, limit, language = ""))]
pub fn best_passages<'py>(
    py: Python<'py>,
    texts: Vec<PyBackedStr>,
    patterns: Vec<PyPattern>,
    limit: usize,
    language: &str,
) -> PyResult<Vec<Bound<'py, PyTuple>>> {
    let found = run_detached(py, || {
        look_for(patterns)?;
        let passages =
            |text: &PyBackedStr| with_highlighter(|highlighter| highlighter.best_passages(text, language, limit));
        Ok(texts.iter().map(passages).collect::<Vec<_>>())
    })?;
    texts.iter().zip(found).map(|(text, passages)| to_passages(py, text, &passages)).collect()
}

/// Return, for each text, all in one language, the stretches that the occurrences of all patterns cover together.
#[pyfunction]
#[pyo3(signature = (texts, patterns, language = ""))]
pub fn merged_marks<'py>(
    py: Python<'py>,
    texts: Vec<PyBackedStr>,
    patterns: Vec<PyPattern>,
    language: &str,
) -> PyResult<Vec<Bound<'py, PyTuple>>> {
    let found = run_detached(py, || {
        look_for(patterns)?;
        let marks = |text: &PyBackedStr| with_highlighter(|highlighter| highlighter.merged_marks(text, language));
        Ok(texts.iter().map(marks).collect::<Vec<_>>())
    })?;
    found.iter().map(|marks| to_marks(py, marks)).collect()
}

/// Makes this thread's highlighter look for the patterns.
pub(super) fn look_for(patterns: Vec<PyPattern>) -> crate::error::Result<()> {
    let patterns = patterns.into_iter().map(to_wanted).collect::<crate::error::Result<_>>()?;
    with_highlighter(|highlighter| highlighter.look_for(patterns));
    Ok(())
}

/// Calls `work` with this thread's highlighter.
pub(super) fn with_highlighter<T>(work: impl FnOnce(&mut Highlighter) -> T) -> T {
    HIGHLIGHTER.with_borrow_mut(work)
}

fn to_wanted(pattern: PyPattern) -> crate::error::Result<Wanted> {
    let (terms, prefix, word, distance, in_lead, stems, PySpans(spans), least) = pattern;
    if let Some(spans) = spans {
        return Ok(Wanted { pattern: Pattern::Places(spans, least), stems, in_lead });
    }
    let pattern = match (terms.is_empty(), prefix.is_empty(), word.is_empty()) {
        (false, ..) => Pattern::Terms(terms),
        (_, false, _) => Pattern::Prefix(prefix),
        (.., false) => Pattern::Fuzzy(word, distance),
        _ => return Err(Error::invalid("a pattern has neither terms nor a prefix nor a word")),
    };
    Ok(Wanted { pattern, stems, in_lead })
}

/// Returns passages as Python gets them: of each its text, start, end and marks.
pub(super) fn to_passages<'py>(py: Python<'py>, text: &str, passages: &[Passage]) -> PyResult<Bound<'py, PyTuple>> {
    let row = |Passage { bytes, chars, marks }: &Passage| {
        (&text[bytes.clone()], chars.start, chars.end, to_marks(py, marks)?).into_pyobject(py)
    };
    PyTuple::new(py, passages.iter().map(row).collect::<PyResult<Vec<_>>>()?)
}

/// Returns marks as Python gets them: of each its start and end.
pub(super) fn to_marks<'py>(py: Python<'py>, marks: &[Range<usize>]) -> PyResult<Bound<'py, PyTuple>> {
    PyTuple::new(py, marks.iter().map(|mark| (mark.start, mark.end)))
}
