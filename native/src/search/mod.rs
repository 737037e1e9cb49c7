//! Searching: a query over open segments, with exact totals, the best documents, facets and orders by date.
//!
//! [`Searcher::search`] makes the query ready for each segment (`compile`), evaluates it in windows of documents
//! (`node`, `term`, `phrase`), keeps the best (`top`) and joins the segments' answers. Only what a [`Request`] asks for
//! is worked out. Scores are Whoosh's: BM25F over the whole index, added up over fields and words.
//!
//! What prunes work: windows where no part of a conjunction can match are skipped; windows and blocks whose bound is
//! below the best so far are not scored; within a window the lesser parts of a disjunction are asked only about
//! documents that they can still lift (MAXSCORE); a single term visits its blocks best first.

mod automaton;
mod bits;
mod calendar;
mod common;
mod compile;
mod counts;
mod deadline;
mod disjunction;
mod execute;
mod glob;
mod held;
mod lists;
mod near;
mod node;
mod open;
mod order;
mod pairs;
mod phrase;
mod places;
mod query;
mod score;
mod spans;
mod term;
#[cfg(test)]
mod tests;
mod top;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use crate::error::Result;
use crate::segment::{Field, Segment};

pub use crate::spans::Spans;
pub use automaton::{Automaton, Class};
pub use calendar::{Unit, civil};
use compile::{Compiler, Statistics};
pub use counts::Counts;
pub use deadline::within;
use execute::Execution;
use open::{OpenSegment, lock};
pub use query::{Expansion, Query};
use score::{Bm25, Model};

/// How scores are computed and ties broken.
#[derive(Clone, Debug)]
pub struct Settings {
    /// BM25F's K1.
    pub k1: f64,
    /// BM25F's B.
    pub b: f64,
    /// B of single fields.
    pub field_b: HashMap<String, f64>,
    /// The integer column of day numbers by which documents are ordered; none for the order of documents.
    pub date_column: Option<String>,
    /// The column of ids, which break ties between segments.
    pub id_column: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { k1: 1.2, b: 0.75, field_b: HashMap::new(), date_column: None, id_column: None }
    }
}

/// What is wanted of a query.
#[derive(Clone, Debug)]
pub struct Request {
    /// What must match.
    pub query: Query,
    /// The most hits.
    pub limit: usize,
    /// The order of the hits.
    pub order: Order,
    /// Whether the number of matches is wanted.
    pub total: bool,
    /// Which counts over all matches are wanted.
    pub facets: Vec<Facet>,
}

/// An order of hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By score rounded to six decimals, then newest first, then by id: within a segment by document, which is the same
    /// if it was written in that order. Unless all segments were, ties go by segment and document.
    Relevance,
    /// By score, then by segment and document, as Whoosh orders. Scores that differ by less than a part in 10^12 are one,
    /// and come out as one: how they were added up must not decide.
    Score,
    /// Newest first, then by id; the undated last.
    Newest,
    /// Oldest first, then by id; the undated last.
    Oldest,
}

impl Order {
    fn is_scored(self) -> bool {
        matches!(self, Order::Relevance | Order::Score)
    }
}

/// A count of all matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Facet {
    /// By the values of a column of byte strings.
    Values(String),
    /// By a calendar unit of a column of day numbers.
    Calendar(String, Unit),
}

/// A document that matches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The number of its segment.
    pub segment: usize,
    /// Its number in the segment.
    pub doc: u32,
    /// Its score, not rounded but in the order by score; 0 in an order by date.
    pub score: f64,
}

impl Hit {
    /// Returns the score rounded as it is compared in the order of relevance.
    pub fn rounded(&self) -> f64 {
        (self.score * top::UNIT).round_ties_even() / top::UNIT
    }
}

/// What a [`Request`] gets.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The number of matches, where it was asked for.
    pub total: Option<u64>,
    /// The best matches in order.
    pub hits: Vec<Hit>,
    /// The facets in the order of the request.
    pub facets: Vec<Counts>,
}

/// Segments open for searching. `Send` and `Sync`: any number of threads may search at once.
pub struct Searcher {
    segments: Vec<OpenSegment>,
    settings: Settings,
    doc_count: u64,
    models: Mutex<HashMap<String, Arc<Model>>>,
}

impl Searcher {
    /// Opens segments, each with its deletions: a bit for each document, lowest bit first; empty for none.
    pub fn new(segments: Vec<(Arc<Segment>, Vec<u8>)>, settings: Settings) -> Result<Self> {
        let doc_count = segments.iter().map(|(segment, _)| u64::from(segment.doc_count())).sum();
        let open = segments.into_iter().map(|(segment, deleted)| OpenSegment::new(segment, &deleted));
        Ok(Self { segments: open.collect::<Result<_>>()?, settings, doc_count, models: Mutex::default() })
    }

    /// Returns the number of documents, deleted ones included.
    pub fn doc_count_all(&self) -> u64 {
        self.doc_count
    }

    /// Returns the number of documents without the deleted ones.
    pub fn doc_count(&self) -> u64 {
        self.doc_count - self.segments.iter().map(|open| u64::from(open.deleted_count)).sum::<u64>()
    }

    /// Returns the segment of this number; panics if there is none.
    pub fn segment(&self, number: usize) -> &Segment {
        &self.segments[number].segment
    }

    /// Returns the number of segments.
    pub fn segment_count(&self) -> usize {
        self.segments.len()
    }

    /// Returns how many documents have the term, deleted ones included.
    pub fn doc_frequency(&self, field: &str, term: &[u8]) -> Result<u64> {
        let mut total = 0;
        for field in self.segments.iter().filter_map(|open| open.segment.field(field)) {
            total += field.terms()?.get(term)?.map_or(0, |info| u64::from(info.doc_frequency));
        }
        Ok(total)
    }

    /// Returns the terms that the expansion stands for in any segment, sorted, each once.
    pub fn expand(&self, field: &str, terms: &Expansion) -> Result<Vec<Vec<u8>>> {
        let mut all = Vec::new();
        for field in self.segments.iter().filter_map(|open| open.segment.field(field)) {
            all.extend(compile::expand(field, terms)?.into_iter().map(|(term, _)| term));
        }
        all.sort_unstable();
        all.dedup();
        Ok(all)
    }

    /// Returns up to `limit` of the terms of any of the fields that begin so, with the number of documents that have
    /// each, added up over fields: those of most documents first, then in order.
    pub fn commonest(&self, fields: &[String], prefix: &[u8], limit: usize) -> Result<Vec<(Vec<u8>, u64)>> {
        let mut all: Vec<(Vec<u8>, u64)> = Vec::new();
        for field in self.segments.iter().flat_map(|open| fields.iter().filter_map(|name| open.segment.field(name))) {
            let found = compile::expand(field, &Expansion::Prefix(prefix.to_vec()))?;
            all.extend(found.into_iter().map(|(term, info)| (term, u64::from(info.doc_frequency))));
        }
        all.sort_by(|one, other| one.0.cmp(&other.0));
        all.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 += if same { next.1 } else { 0 };
            same
        });
        let order =
            |one: &(Vec<u8>, u64), other: &(Vec<u8>, u64)| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0));
        if limit < all.len() {
            all.select_nth_unstable_by(limit, order);
            all.truncate(limit);
        }
        all.sort_unstable_by(order);
        Ok(all)
    }

    /// Answers the request. Nothing is changed but caches.
    pub fn search(&self, request: &Request) -> Result<Answer> {
        let mut answer = Answer { total: request.total.then_some(0), ..Answer::default() };
        let mut found = Vec::with_capacity(self.segments.len());
        let mut needed = f64::NEG_INFINITY;
        for open in &self.segments {
            deadline::check()?;
            let scored = request.order.is_scored() && request.limit > 0;
            let compiler = Compiler { open, statistics: self, scored };
            let node = compiler.node(&request.query, 1.0)?;
            let newest_first = self.is_newest_first(open)?;
            let of_segment = Execution { open, request, scored, needed, newest_first }.run(node)?;
            needed = of_segment.needed(request).max(needed);
            answer.total = answer.total.map(|total| total + of_segment.total);
            found.push(of_segment);
        }
        answer.hits = self.hits(request, &found)?;
        answer.facets = request.facets.iter().map(|facet| self.counts(facet, &found)).collect::<Result<_>>()?;
        Ok(answer)
    }
}

impl Statistics for Searcher {
    fn idf(&self, field: &str, term: &[u8]) -> Result<f64> {
        let frequency = self.doc_frequency(field, term)?;
        Ok((self.doc_count as f64 / (frequency + 1) as f64).ln() + 1.0)
    }

    fn model(&self, field: &Field) -> Arc<Model> {
        if let Some(known) = lock(&self.models).get(field.name()) {
            return known.clone();
        }
        let model = Arc::new(if field.meta().has_lengths { self.bm25(field.name()) } else { Model::Weight });
        lock(&self.models).insert(field.name().to_owned(), model.clone());
        model
    }
}

impl Searcher {
    fn bm25(&self, field: &str) -> Model {
        let lengths = self.segments.iter().filter_map(|open| open.segment.field(field)).map(|field| field.totals().sum);
        let average = lengths.sum::<u64>() as f64 / self.doc_count.max(1) as f64;
        let b = self.settings.field_b.get(field).copied().unwrap_or(self.settings.b);
        Model::Bm25(Box::new(Bm25::new(average, self.settings.k1, b)))
    }
}
