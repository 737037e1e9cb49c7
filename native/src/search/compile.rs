//! From a query to the node tree of one segment.

use std::collections::HashMap;
use std::sync::Arc;

use crate::error::{Error, Result};
use crate::segment::{Field, FieldKind, TermInfo};

use super::automaton::Matcher;
use super::bits::DocSet;
use super::deadline;
use super::glob::Glob;
use super::node::{Node, Set, SetScores};
use super::open::OpenSegment;
use super::phrase::PhraseNode;
use super::query::{Expansion, Query};
use super::score::Model;
use super::term::TermNode;

/// Terms up to which a query of many terms is read window by window; more are read one after the other beforehand.
const FEW: usize = 16;

/// From so many terms on Whoosh gives every match of a query of many terms a score of 1.
const TOO_MANY: usize = 1024;

/// In a segment of so many documents at most it does so from three terms on.
const SMALL_SEGMENT: u32 = 5000;

/// What scores depend on beyond the segment.
pub(super) trait Statistics {
    /// Returns the inverse document frequency of a term.
    fn idf(&self, field: &str, term: &[u8]) -> Result<f64>;
    /// Returns how a field's postings are scored.
    fn model(&self, field: &Field) -> Arc<Model>;
}

/// Makes queries ready for one segment.
pub(super) struct Compiler<'s> {
    pub open: &'s OpenSegment,
    pub statistics: &'s dyn Statistics,
    /// Whether scores are wanted at all.
    pub scored: bool,
}

impl<'s> Compiler<'s> {
    /// Returns the node of a query, `times` its score; none if no document can match.
    pub fn node(&self, query: &Query, times: f64) -> Result<Option<Node<'s>>> {
        Ok(match query {
            Query::Nothing => None,
            Query::Every { field: None, boost } => self.range(0, self.open.doc_count(), times * boost),
            Query::Every { field: Some(field), boost } => self.with_field(field, times * boost)?,
            Query::Term { field, term, boost, idf } => self.term(field, term, times * boost, *idf)?,
            Query::And(parts, boost) => self.and(parts, times * self.boost(parts, *boost))?,
            Query::Or(parts, boost) => any(self.parts(parts, times * self.boost(parts, *boost))?, Node::or),
            Query::DisMax(parts, boost) => any(self.parts(parts, times * self.boost(parts, *boost))?, Node::dis_max),
            Query::Not(part) => Some(self.not(part, times)?),
            Query::AndNot(first, second) => match (self.node(first, times)?, self.unscored(second)?) {
                (Some(first), Some(second)) => Some(Node::AndNot(Node::pair(first, second))),
                (first, _) => first,
            },
            Query::AndMaybe(first, second) => match (self.node(first, times)?, self.node(second, times)?) {
                (Some(first), Some(second)) => Some(Node::AndMaybe(Node::pair(first, second))),
                (first, _) => first,
            },
            Query::Require(first, second) => match (self.node(first, times)?, self.unscored(second)?) {
                (Some(first), Some(second)) => Some(Node::Require(Node::pair(first, second))),
                _ => None,
            },
            Query::Constant(part, score) => self.unscored(part)?.map(|node| Node::constant(node, times * score)),
            Query::Phrase { field, words, slop, boost } => self.phrase(field, words, *slop, times * boost)?,
            Query::Multi { field, terms, boost, constant } => self.multi(field, terms, times, *boost, *constant)?,
            Query::Spans(spans, least) => self.spans(spans, *least)?,
            Query::Between { column, first, last, score } => self.between(column, *first, *last, times * score)?,
        })
    }

    /// Whoosh takes a single part for the whole, and ignores the boost of the whole.
    fn boost(&self, parts: &[Query], boost: f64) -> f64 {
        if parts.len() == 1 { 1.0 } else { boost }
    }

    fn unscored(&self, query: &Query) -> Result<Option<Node<'s>>> {
        Compiler { scored: false, ..*self }.node(query, 1.0)
    }

    fn parts(&self, parts: &[Query], times: f64) -> Result<Vec<Node<'s>>> {
        parts.iter().filter_map(|part| self.node(part, times).transpose()).collect()
    }

    fn and(&self, parts: &[Query], times: f64) -> Result<Option<Node<'s>>> {
        let nodes = self.parts(parts, times)?;
        Ok(if nodes.len() < parts.len() { None } else { any(nodes, Node::and) })
    }

    fn not(&self, part: &Query, times: f64) -> Result<Node<'s>> {
        let all = || Node::Range(0, self.open.doc_count(), times);
        Ok(match self.unscored(part)? {
            None => all(),
            Some(node) if times == 1.0 => Node::not(node),
            Some(node) => Node::constant(Node::not(node), times),
        })
    }

    fn range(&self, start: u32, end: u32, score: f64) -> Option<Node<'s>> {
        (start < end).then_some(Node::Range(start, end, score))
    }

    fn term(&self, field: &str, term: &[u8], times: f64, idf: Option<f64>) -> Result<Option<Node<'s>>> {
        let Some(field) = self.open.segment.field(field) else { return Ok(None) };
        let Some(info) = field.terms()?.get(term)? else { return Ok(None) };
        let idf = self.idf(field, term, idf)?;
        Ok(Some(Node::Term(Box::new(self.postings(field, &info, times * idf)?))))
    }

    /// Returns what the postings of a term are worth: fields without lengths are scored by their weights alone.
    fn idf(&self, field: &Field, term: &[u8], known: Option<f64>) -> Result<f64> {
        match known {
            _ if !self.scored || !field.meta().has_lengths => Ok(1.0),
            Some(idf) => Ok(idf),
            None => self.statistics.idf(field.name(), term),
        }
    }

    pub(super) fn postings(&self, field: &'s Field, info: &TermInfo, weight: f64) -> Result<TermNode<'s>> {
        Ok(TermNode::new(field.postings(info)?, field.lengths()?, self.statistics.model(field), weight))
    }

    fn phrase(&self, name: &str, words: &[Vec<u8>], slop: u32, times: f64) -> Result<Option<Node<'s>>> {
        let Some(field) = self.open.segment.field(name) else { return Ok(None) };
        if field.kind() != FieldKind::Text {
            return Err(Error::invalid(format!("field {name} has no positions")));
        }
        let (mut terms, mut places) = (Vec::new(), HashMap::new());
        let mut numbers = Vec::with_capacity(words.len());
        for word in words {
            if !places.contains_key(word.as_slice()) {
                let Some(info) = field.terms()?.get(word)? else { return Ok(None) };
                places.insert(word.as_slice(), terms.len());
                terms.push(self.postings(field, &info, times * self.idf(field, word, None)?)?);
            }
            numbers.push(places[word.as_slice()]);
        }
        Ok((!terms.is_empty()).then(|| Node::Phrase(Box::new(PhraseNode::new(terms, &numbers, slop)))))
    }

    /// A score of 1 is not boosted by the query itself, though by queries around it.
    fn multi(&self, name: &str, terms: &Expansion, times: f64, boost: f64, constant: bool) -> Result<Option<Node<'s>>> {
        let Some(field) = self.open.segment.field(name) else { return Ok(None) };
        let found = expand(field, terms)?;
        if !self.scored || (constant && scores_one(found.len(), self.open.doc_count())) {
            return Ok(self.union(field, &found)?.map(|node| Node::constant(node, times)));
        }
        let times = times * boost;
        let weights = found.iter().map(|(term, _)| Ok(times * self.idf(field, term, None)?));
        let weights = weights.collect::<Result<Vec<f64>>>()?;
        if found.len() > FEW {
            return self.sum(field, &found, &weights).map(Some);
        }
        let nodes = found.iter().zip(weights).map(|((_, info), weight)| self.postings(field, info, weight));
        let nodes = nodes.map(|term| Ok(Node::Term(Box::new(term?)))).collect::<Result<Vec<_>>>()?;
        Ok(any(nodes, Node::or))
    }

    /// Returns the documents with any of the terms, at a score of 1.
    fn union(&self, field: &'s Field, terms: &[Found]) -> Result<Option<Node<'s>>> {
        if terms.is_empty() {
            return Ok(None);
        }
        let mut docs = DocSet::new(self.open.doc_count());
        for (_, info) in terms {
            deadline::check()?;
            let mut postings = field.postings(info)?;
            for block in 0..postings.block_count() {
                postings.go_to_block(block)?;
                postings.docs().iter().for_each(|&doc| docs.insert(doc));
            }
        }
        Ok(Some(Node::Set(Set { docs, scores: SetScores::All(1.0) })))
    }

    /// Returns the documents with any of the terms and the sum of their scores.
    fn sum(&self, field: &'s Field, terms: &[Found], weights: &[f64]) -> Result<Node<'s>> {
        let mut docs = DocSet::new(self.open.doc_count());
        let mut scores = vec![0.0; self.open.doc_count() as usize];
        for ((_, info), &weight) in terms.iter().zip(weights) {
            deadline::check()?;
            let mut term = self.postings(field, info, weight)?;
            for block in 0..term.postings.block_count() {
                term.score_all(block, |doc, score| {
                    docs.insert(doc);
                    scores[doc as usize] += score;
                })?;
            }
        }
        let most = scores.iter().copied().fold(0.0, f64::max);
        Ok(Node::Set(Set { docs, scores: SetScores::Each(scores, most) }))
    }

    fn with_field(&self, name: &str, score: f64) -> Result<Option<Node<'s>>> {
        let Some(field) = self.open.segment.field(name) else { return Ok(None) };
        let any = Expansion::Range { start: None, end: None, start_excluded: false, end_excluded: false };
        let mut all = expand(field, &any)?;
        all.extend(field.terms()?.get(b"")?.map(|info| (Vec::new(), info)));
        Ok(self.union(field, &all)?.map(|node| Node::constant(node, score)))
    }

    fn between(&self, column: &str, first: i64, last: i64, score: f64) -> Result<Option<Node<'s>>> {
        let Some(values) = self.open.segment.int_column(column)? else { return Ok(None) };
        let doc_count = self.open.doc_count();
        if self.open.descends(column)? {
            let start = values.partition_point(|value| value > last);
            return Ok(self.range(start, values.partition_point(|value| value >= first), score));
        }
        let mut docs = DocSet::new(doc_count);
        (0..doc_count).filter(|&doc| (first..=last).contains(&values.get(doc))).for_each(|doc| docs.insert(doc));
        Ok(Some(Node::Set(Set { docs, scores: SetScores::All(score) })))
    }
}

/// A term that stands in for a query of many.
pub(super) type Found = (Vec<u8>, TermInfo);

/// Returns the terms of the field, in order.
pub(super) fn expand(field: &Field, terms: &Expansion) -> Result<Vec<Found>> {
    let mut found = match terms {
        Expansion::Prefix(prefix) => with_prefix(field, prefix, |_| true)?,
        Expansion::Wildcard(pattern) => {
            let glob = Glob::new(pattern);
            let is_match = |term: &[u8]| str::from_utf8(term).is_ok_and(|term| glob.matches(term));
            with_prefix(field, glob.prefix().as_bytes(), is_match)?
        }
        Expansion::Regex(automaton) => {
            let matcher = Matcher::new(automaton);
            with_prefix(field, b"", |term| str::from_utf8(term).is_ok_and(|term| matcher.matches(term)))?
        }
        Expansion::Fuzzy { word, distance, prefix } => {
            let near = field.terms()?.fuzzy(word, *distance, *prefix)?;
            near.into_iter().map(|near| (near.term, near.info)).collect()
        }
        Expansion::Range { start, end, start_excluded, end_excluded } => {
            let start = start.as_deref().unwrap_or(b"");
            let mut found = Vec::new();
            let mut stream = field.terms()?.iter_from(start)?;
            while stream.advance()? && end.as_deref().is_none_or(|end| stream.term() <= end) {
                found.push((stream.term().to_vec(), *stream.info()));
            }
            found.retain(|(term, _)| !(*start_excluded && term == start));
            found.retain(|(term, _)| !(*end_excluded && Some(term) == end.as_ref()));
            found
        }
        Expansion::Listed(terms) => {
            let known = field.terms()?;
            let info = |term: &Vec<u8>| Ok(known.get(term)?.map(|info| (term.clone(), info)));
            terms.iter().filter_map(|term| info(term).transpose()).collect::<Result<_>>()?
        }
    };
    found.retain(|(term, _)| !term.is_empty());
    Ok(found)
}

fn with_prefix(field: &Field, prefix: &[u8], is_match: impl Fn(&[u8]) -> bool) -> Result<Vec<Found>> {
    let mut stream = field.terms()?.iter_from(prefix)?;
    let mut found = Vec::new();
    for number in 0u32.. {
        if !stream.advance()? || !stream.term().starts_with(prefix) {
            break;
        }
        if number.is_multiple_of(1024) {
            deadline::check()?;
        }
        if is_match(stream.term()) {
            found.push((stream.term().to_vec(), *stream.info()));
        }
    }
    Ok(found)
}

/// Tells whether Whoosh gives the matches of that many terms a score of 1 if it is asked for a constant one.
fn scores_one(terms: usize, doc_count: u32) -> bool {
    terms > 2 && (terms >= TOO_MANY || doc_count <= SMALL_SEGMENT)
}

fn any<'s>(mut nodes: Vec<Node<'s>>, join: fn(Vec<Node<'s>>) -> Node<'s>) -> Option<Node<'s>> {
    if nodes.len() > 1 { Some(join(nodes)) } else { nodes.pop() }
}
