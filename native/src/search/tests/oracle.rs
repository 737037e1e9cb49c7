//! What a search must find, by reading every document.

use std::collections::BTreeMap;

use crate::segment::length::{byte_to_length, length_to_byte};

use super::corpus::TERMS;
use super::*;

/// Answers by reading every document.
pub(super) struct Oracle<'c> {
    corpus: &'c [Vec<Document>],
    /// Documents with each term of each field, and the terms of each field.
    frequencies: BTreeMap<(&'static str, &'c str), usize>,
    lengths: BTreeMap<&'static str, usize>,
}

impl<'c> Oracle<'c> {
    pub(super) fn new(corpus: &'c [Vec<Document>]) -> Self {
        let (mut frequencies, mut lengths) = (BTreeMap::new(), BTreeMap::new());
        for document in corpus.iter().flatten() {
            for field in ["title", "body"] {
                *lengths.entry(field).or_default() += document.words(field).len();
                let words: std::collections::BTreeSet<&str> = document.words(field).iter().copied().collect();
                words.into_iter().for_each(|word| *frequencies.entry((field, word)).or_default() += 1);
            }
        }
        Oracle { corpus, frequencies, lengths }
    }
}

impl Oracle<'_> {
    /// Returns the score of the document if it matches.
    pub(super) fn score(&self, query: &Query, segment: usize, doc: usize) -> Option<f64> {
        let document = &self.corpus[segment][doc];
        let score = |query: &Query| self.score(query, segment, doc);
        let boosted = |parts: &[Query], boost: f64| if parts.len() == 1 { 1.0 } else { boost };
        match query {
            Query::Nothing => None,
            Query::Every { field: None, boost } => Some(*boost),
            Query::Every { field: Some(field), boost } => (!document.words(field).is_empty()).then_some(*boost),
            Query::Term { field, term, boost, .. } => self.term(field, term, document).map(|score| score * boost),
            Query::And(parts, boost) => {
                let scores: Option<Vec<f64>> = parts.iter().map(score).collect();
                scores.filter(|scores| !scores.is_empty()).map(|all| all.iter().sum::<f64>() * boosted(parts, *boost))
            }
            Query::Or(parts, boost) => {
                let scores: Vec<f64> = parts.iter().filter_map(score).collect();
                (!scores.is_empty()).then(|| scores.iter().sum::<f64>() * boosted(parts, *boost))
            }
            Query::DisMax(parts, boost) => {
                let best = parts.iter().filter_map(score).reduce(f64::max);
                best.map(|score| score * boosted(parts, *boost))
            }
            Query::Not(part) => score(part).is_none().then_some(1.0),
            Query::AndNot(first, second) => score(first).filter(|_| score(second).is_none()),
            Query::AndMaybe(first, second) => score(first).map(|first| first + score(second).unwrap_or(0.0)),
            Query::Require(first, second) => score(first).filter(|_| score(second).is_some()),
            Query::Constant(part, constant) => score(part).map(|_| *constant),
            Query::Phrase { field, words, slop, boost } => {
                let at = document.words(field);
                let is_at = |end: usize| has_phrase(at, words, *slop as usize, end);
                let scores = || words.iter().filter_map(|word| self.term(field, word, document)).sum::<f64>() * boost;
                (0..at.len()).any(is_at).then(scores)
            }
            Query::Multi { field, terms, boost, constant } => {
                self.multi(field, terms, *boost, *constant, segment, document)
            }
            Query::Spans(spans, least) => (spans::naive(spans, document).len() >= (*least).max(1)).then_some(0.0),
            Query::Between { first, last, score, .. } => {
                (*first <= document.day && document.day <= *last).then_some(*score)
            }
        }
    }

    fn term(&self, field: &str, term: &[u8], document: &Document) -> Option<f64> {
        if field == "tag" {
            return (document.source.map(str::as_bytes) == Some(term)).then_some(1.0);
        }
        let tf = document.words(field).iter().filter(|word| word.as_bytes() == term).count() as f64;
        let total = self.corpus.iter().map(Vec::len).sum::<usize>() as f64;
        let frequency = *self.frequencies.get(&(field, str::from_utf8(term).unwrap())).unwrap_or(&0) as f64;
        let idf = (total / (frequency + 1.0)).ln() + 1.0;
        let average = *self.lengths.get(field).unwrap_or(&0) as f64 / total;
        let length = f64::from(byte_to_length(length_to_byte(document.words(field).len() as u32)));
        (tf > 0.0).then(|| idf * (tf * 2.2) / (tf + 1.2 * (0.25 + 0.75 * length / average)))
    }

    fn multi(
        &self,
        field: &str,
        terms: &Expansion,
        boost: f64,
        constant: bool,
        segment: usize,
        document: &Document,
    ) -> Option<f64> {
        let of_segment = |term: &str| self.corpus[segment].iter().any(|other| other.words(field).contains(&term));
        let expanded: Vec<&str> =
            TERMS.into_iter().filter(|term| stands_for(terms, term) && of_segment(term)).collect();
        let scores: Vec<f64> = expanded.iter().filter_map(|term| self.term(field, term.as_bytes(), document)).collect();
        let one = constant && expanded.len() > 2 && self.corpus[segment].len() <= 5000;
        (!scores.is_empty()).then(|| if one { 1.0 } else { scores.iter().sum::<f64>() * boost })
    }
}

pub(super) fn stands_for(terms: &Expansion, term: &str) -> bool {
    match terms {
        Expansion::Prefix(prefix) => term.as_bytes().starts_with(prefix),
        Expansion::Regex(automaton) => super::automaton::Matcher::new(automaton).matches(term),
        Expansion::Wildcard(pattern) => glob::Glob::new(pattern).matches(term),
        Expansion::Fuzzy { word, distance, prefix } => {
            distance_of(term, word) <= usize::from(*distance)
                && term.chars().take(*prefix).eq(word.chars().take(*prefix))
        }
        Expansion::Range { start, end, start_excluded, end_excluded } => {
            let term = term.as_bytes();
            start.as_deref().is_none_or(|start| term > start || (term == start && !start_excluded))
                && end.as_deref().is_none_or(|end| term < end || (term == end && !end_excluded))
        }
        Expansion::Listed(terms) => terms.iter().any(|other| other == term.as_bytes()),
    }
}

pub(super) fn distance_of(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, c) in a.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, d) in b.iter().enumerate() {
            let best = (diagonal + usize::from(c != *d)).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = std::mem::replace(&mut row[j + 1], best);
        }
    }
    row[b.len()]
}

/// Tells whether the last of the words is at `end` and the others before it, each near the next.
pub(super) fn has_phrase(text: &[&str], words: &[Vec<u8>], slop: usize, end: usize) -> bool {
    let Some((last, before)) = words.split_last() else { return false };
    text[end].as_bytes() == last
        && (before.is_empty() || (end.saturating_sub(slop)..end).any(|at| has_phrase(text, before, slop, at)))
}

/// Counts by value, in the order of a facet.
pub(super) type Counted = Vec<(Option<Vec<u8>>, u64)>;

pub(super) fn expected(corpus: &[Vec<Document>], request: &Request) -> (Answer, Vec<Counted>) {
    let oracle = Oracle::new(corpus);
    let mut found = Vec::new();
    for (segment, documents) in corpus.iter().enumerate() {
        for (doc, document) in documents.iter().enumerate().filter(|(_, document)| !document.deleted) {
            if let Some(score) = oracle.score(&request.query, segment, doc) {
                found.push((Hit { segment, doc: doc as u32, score }, document));
            }
        }
    }
    let facets = request.facets.iter().map(|facet| count(facet, &found)).collect();
    let is_newest_first = |segment: &Vec<Document>| segment.is_sorted_by_key(|document| -document.day);
    let by_number =
        request.order == Order::Score || request.order == Order::Relevance && !corpus.iter().all(is_newest_first);
    let key = |(hit, document): &(Hit, &Document)| {
        let score = match request.order {
            Order::Relevance => -(hit.score * 1e6).round() as i64,
            Order::Score => -(hit.score * 1e10).round() as i64,
            Order::Newest | Order::Oldest => 0,
        };
        let day = if request.order == Order::Oldest { document.day } else { -document.day };
        let tie = if by_number { (false, 0, String::new()) } else { (document.day < 1, day, document.id.clone()) };
        (score, tie, hit.segment, hit.doc)
    };
    found.sort_by_key(key);
    let hits = found.iter().map(|(hit, _)| *hit).take(request.limit).collect();
    (Answer { total: request.total.then_some(found.len() as u64), hits, facets: Vec::new() }, facets)
}

pub(super) fn count(facet: &Facet, found: &[(Hit, &Document)]) -> Counted {
    let mut counts: BTreeMap<Option<Vec<u8>>, u64> = BTreeMap::new();
    for (_, document) in found {
        let value = match facet {
            Facet::Values(_) => document.source.map(|source| source.as_bytes().to_vec()),
            Facet::Calendar(..) if document.day < 1 => None,
            Facet::Calendar(..) => Some(month(document.day).into_bytes()),
        };
        *counts.entry(value).or_default() += 1;
    }
    let mut counts: Counted = counts.into_iter().collect();
    let is_values = matches!(facet, Facet::Values(_));
    counts.sort_by_key(|(value, count)| (value.is_none(), std::cmp::Reverse(if is_values { *count } else { 0 })));
    counts
}

pub(super) fn pairs(counts: &Counts) -> Counted {
    try_pairs(counts).unwrap()
}

pub(super) fn try_pairs(counts: &Counts) -> Result<Counted> {
    let mut pairs = Vec::new();
    counts.each(0..counts.len(), |value, count| pairs.push((value.map(<[u8]>::to_vec), count)))?;
    Ok(pairs)
}

/// Days 730,000 to 730,059 are the third of September to the first of November 1999.
pub(super) fn month(day: i64) -> String {
    let month = match day {
        ..730_028 => 9,
        730_028..730_059 => 10,
        _ => 11,
    };
    format!("1999-{month:02}")
}
