//! The searcher against an oracle that reads every document.

mod spans;

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::error::Error;
use crate::segment::length::{byte_to_length, length_to_byte};
use crate::segment::{FieldKind, FieldWriter, SegmentWriter, Totals};

use super::*;

const TERMS: [&str; 10] = ["a", "ab", "abc", "b", "ba", "c", "cab", "d", "e", "éa"];
const SOURCES: [Option<&str>; 3] = [None, Some("ap"), Some("reuters")];

#[derive(Clone, Debug)]
struct Document {
    id: String,
    day: i64,
    source: Option<&'static str>,
    title: Vec<&'static str>,
    body: Vec<&'static str>,
    deleted: bool,
}

impl Document {
    fn words(&self, field: &str) -> &[&'static str] {
        match field {
            "title" => &self.title,
            "body" => &self.body,
            _ => &[],
        }
    }
}

/// A corpus of segments, grown from a seed: few documents as a rule, else enough for several windows.
fn corpus(seed: u64, sizes: &[usize], ordered: bool) -> Vec<Vec<Document>> {
    let mut state = seed | 1;
    let mut random = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut id = 0;
    let mut document = |random: &mut dyn FnMut(usize) -> usize| {
        id += 1;
        let mut words = |most: usize| -> Vec<&'static str> {
            let count = random(most);
            (0..count).map(|_| TERMS[random(TERMS.len()).min(random(TERMS.len()))]).collect()
        };
        let (title, body) = (words(4), words(14));
        let day = [0, 730_000 + random(60) as i64][usize::from(random(9) > 0)];
        let (source, deleted) = (SOURCES[random(3)], random(7) == 0);
        Document { id: format!("{:03}", random(1000) * 7 + id % 7), day, source, title, body, deleted }
    };
    sizes
        .iter()
        .map(|&size| {
            let mut segment: Vec<Document> = (0..size).map(|_| document(&mut random)).collect();
            if ordered {
                segment.sort_by_key(|document| (std::cmp::Reverse(document.day), document.id.clone()));
            }
            segment
        })
        .collect()
}

fn write(documents: &[Document]) -> Arc<Segment> {
    Arc::new(Segment::from_bytes("test", &bytes(documents)).unwrap())
}

fn bytes(documents: &[Document]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("test.skt");
    let count = documents.len() as u32;
    let mut segment = SegmentWriter::create(&path, count).unwrap();
    for name in ["title", "body"] {
        segment.add_field(text_field(folder.path(), name, documents)).unwrap();
    }
    segment.add_field(tag_field(folder.path(), documents)).unwrap();
    segment.add_ints("date", &documents.iter().map(|document| document.day).collect::<Vec<_>>()).unwrap();
    segment.add_bytes("source", &documents.iter().map(|document| document.source).collect::<Vec<_>>()).unwrap();
    segment.add_bytes("id", &documents.iter().map(|document| Some(&document.id)).collect::<Vec<_>>()).unwrap();
    segment.finish(false).unwrap();
    std::fs::read(path).unwrap()
}

fn text_field(folder: &std::path::Path, name: &str, documents: &[Document]) -> crate::segment::BuiltField {
    let mut index: BTreeMap<&str, BTreeMap<u32, Vec<u32>>> = BTreeMap::new();
    for (doc, document) in (0..).zip(documents) {
        for (position, word) in (0..).zip(document.words(name)) {
            index.entry(word).or_default().entry(doc).or_default().push(position);
        }
    }
    let lengths = documents.iter().map(|document| document.words(name).len() as u32);
    let bytes: Arc<[u8]> = lengths.clone().map(length_to_byte).collect();
    let count = documents.len() as u32;
    let mut field = FieldWriter::new(folder, name, FieldKind::Text, count, Some(bytes), Totals::of(lengths)).unwrap();
    for (term, postings) in index {
        field.start(term.as_bytes(), false).unwrap();
        postings.iter().for_each(|(&doc, at)| field.add(doc, at.len() as u32, at).unwrap());
        field.finish_term().unwrap();
    }
    field.finish().unwrap()
}

fn tag_field(folder: &std::path::Path, documents: &[Document]) -> crate::segment::BuiltField {
    let count = documents.len() as u32;
    let mut field = FieldWriter::new(folder, "tag", FieldKind::Docs, count, None, Totals::default()).unwrap();
    for source in SOURCES.into_iter().flatten() {
        field.start(source.as_bytes(), false).unwrap();
        let docs = (0..count).filter(|&doc| documents[doc as usize].source == Some(source));
        docs.for_each(|doc| field.add(doc, 1, &[]).unwrap());
        field.finish_term().unwrap();
    }
    field.finish().unwrap()
}

fn searcher(corpus: &[Vec<Document>]) -> Searcher {
    open(corpus.iter().map(|documents| (write(documents), deletions(documents))).collect())
}

fn open(segments: Vec<(Arc<Segment>, Vec<u8>)>) -> Searcher {
    let settings = Settings { date_column: Some("date".into()), id_column: Some("id".into()), ..Settings::default() };
    Searcher::new(segments, settings).unwrap()
}

fn deletions(documents: &[Document]) -> Vec<u8> {
    let bits = |eight: &[Document]| (0..).zip(eight).map(|(bit, document)| u8::from(document.deleted) << bit).sum();
    documents.chunks(8).map(bits).collect()
}

/// Answers by reading every document.
struct Oracle<'c> {
    corpus: &'c [Vec<Document>],
    /// Documents with each term of each field, and the terms of each field.
    frequencies: BTreeMap<(&'static str, &'c str), usize>,
    lengths: BTreeMap<&'static str, usize>,
}

impl<'c> Oracle<'c> {
    fn new(corpus: &'c [Vec<Document>]) -> Self {
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
    fn score(&self, query: &Query, segment: usize, doc: usize) -> Option<f64> {
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

fn stands_for(terms: &Expansion, term: &str) -> bool {
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

fn distance_of(a: &str, b: &str) -> usize {
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
fn has_phrase(text: &[&str], words: &[Vec<u8>], slop: usize, end: usize) -> bool {
    let Some((last, before)) = words.split_last() else { return false };
    text[end].as_bytes() == last
        && (before.is_empty() || (end.saturating_sub(slop)..end).any(|at| has_phrase(text, before, slop, at)))
}

/// Counts by value, in the order of a facet.
type Counted = Vec<(Option<Vec<u8>>, u64)>;

fn expected(corpus: &[Vec<Document>], request: &Request) -> (Answer, Vec<Counted>) {
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

fn count(facet: &Facet, found: &[(Hit, &Document)]) -> Counted {
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

fn pairs(counts: &Counts) -> Counted {
    try_pairs(counts).unwrap()
}

fn try_pairs(counts: &Counts) -> Result<Counted> {
    let mut pairs = Vec::new();
    counts.each(0..counts.len(), |value, count| pairs.push((value.map(<[u8]>::to_vec), count)))?;
    Ok(pairs)
}

/// Days 730,000 to 730,059 are the third of September to the first of November 1999.
fn month(day: i64) -> String {
    let month = match day {
        ..730_028 => 9,
        730_028..730_059 => 10,
        _ => 11,
    };
    format!("1999-{month:02}")
}

fn term() -> impl Strategy<Value = Vec<u8>> {
    prop::sample::select(&TERMS[..]).prop_map(|term| term.as_bytes().to_vec())
}

fn field() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["title".to_owned(), "body".to_owned(), "body".to_owned(), "none".to_owned()])
}

fn expansion() -> impl Strategy<Value = Expansion> {
    prop_oneof![
        prop::sample::select(vec!["", "a", "c", "é", "z"]).prop_map(|prefix| Expansion::Prefix(prefix.into())),
        prop::sample::select(vec!["a*", "*b", "?", "[ab]*", "[!a]", "ab"]).prop_map(|p| Expansion::Wildcard(p.into())),
        (0usize..TERMS.len(), 0u8..3, 0usize..2).prop_map(|(term, distance, prefix)| Expansion::Fuzzy {
            word: TERMS[term].into(),
            distance,
            prefix
        }),
        (prop::option::of(term()), prop::option::of(term()), any::<bool>(), any::<bool>()).prop_map(
            |(start, end, start_excluded, end_excluded)| Expansion::Range { start, end, start_excluded, end_excluded }
        ),
        prop::collection::btree_set(term(), 0..4).prop_map(|terms| Expansion::Listed(terms.into_iter().collect())),
    ]
}

fn boost() -> impl Strategy<Value = f64> {
    prop::sample::select(vec![1.0, 1.0, 1.0, 2.0, 0.5, 0.0])
}

fn leaf() -> impl Strategy<Value = Query> {
    prop_oneof![
        6 => (field(), term(), boost()).prop_map(|(field, term, boost)| Query::Term { field, term, boost, idf: None }),
        1 => prop::sample::select(vec!["ap", "reuters", "x"])
            .prop_map(|tag| Query::Term { field: "tag".into(), term: tag.into(), boost: 1.5, idf: None }),
        1 => Just(Query::Nothing),
        1 => (prop::option::of(prop::sample::select(vec!["title".to_owned(), "body".to_owned()])), boost())
            .prop_map(|(field, boost)| Query::Every { field, boost }),
        2 => (field(), prop::collection::vec(term(), 1..4), 1u32..4, boost())
            .prop_map(|(field, words, slop, boost)| Query::Phrase { field, words, slop, boost }),
        2 => (field(), expansion(), boost(), any::<bool>())
            .prop_map(|(field, terms, boost, constant)| Query::Multi { field, terms, boost, constant }),
        2 => (spans::spans(), 0usize..4).prop_map(|(spans, least)| Query::Spans(spans, least)),
        1 => (0i64..60, 0i64..60).prop_map(|(first, days)| Query::Between {
            column: "date".into(), first: 730_000 + first, last: 730_000 + first + days, score: 0.0,
        }),
    ]
}

fn query() -> impl Strategy<Value = Query> {
    leaf().prop_recursive(4, 24, 4, |inner| {
        let many = || prop::collection::vec(inner.clone(), 1..4);
        let one = || inner.clone().prop_map(Box::new);
        prop_oneof![
            (many(), boost()).prop_map(|(parts, boost)| Query::And(parts, boost)),
            (many(), boost()).prop_map(|(parts, boost)| Query::Or(parts, boost)),
            (many(), boost()).prop_map(|(parts, boost)| Query::DisMax(parts, boost)),
            one().prop_map(Query::Not),
            (one(), one()).prop_map(|(first, second)| Query::AndNot(first, second)),
            (one(), one()).prop_map(|(first, second)| Query::AndMaybe(first, second)),
            (one(), one()).prop_map(|(first, second)| Query::Require(first, second)),
            (one(), boost()).prop_map(|(part, score)| Query::Constant(part, score)),
        ]
    })
}

/// Words in two fields, joined in ways that are evaluated by lists and, where many have them, by windows.
fn words() -> impl Strategy<Value = Query> {
    let word =
        (field(), term(), boost()).prop_map(|(field, term, boost)| Query::Term { field, term, boost, idf: None });
    let any = prop::collection::vec(word, 1..5).prop_map(|words| Query::Or(words, 1.0)).boxed();
    prop_oneof![
        3 => any.clone(),
        1 => prop::collection::vec(any.clone(), 2..4).prop_map(|parts| Query::And(parts, 1.0)),
        1 => (any.clone(), any).prop_map(|(first, second)| Query::AndMaybe(first.into(), second.into())),
    ]
}

fn request(query: impl Strategy<Value = Query>) -> impl Strategy<Value = Request> {
    let order = prop::sample::select(vec![Order::Relevance, Order::Score, Order::Newest, Order::Oldest]);
    let facets = vec![Facet::Values("source".into()), Facet::Calendar("date".into(), Unit::Month)];
    let facets = prop::sample::subsequence(facets, 0..=2);
    (query, prop::sample::select(vec![0, 1, 3, 10, 1_000_000]), order, any::<bool>(), facets)
        .prop_map(|(query, limit, order, total, facets)| Request { query, limit, order, total, facets })
}

fn check(corpus: &[Vec<Document>], request: &Request) -> std::result::Result<(), TestCaseError> {
    let found = searcher(corpus).search(request).unwrap();
    let (expected, facets) = expected(corpus, request);
    prop_assert_eq!(found.total, expected.total);
    prop_assert_eq!(found.facets.iter().map(pairs).collect::<Vec<_>>(), facets);
    let places = |hits: &[Hit]| hits.iter().map(|hit| (hit.segment, hit.doc)).collect::<Vec<_>>();
    prop_assert_eq!(places(&found.hits), places(&expected.hits));
    if request.order.is_scored() {
        for (found, expected) in found.hits.iter().zip(&expected.hits) {
            prop_assert!((found.score - expected.score).abs() < 1e-9, "{} {}", found.score, expected.score);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn few_documents_are_found_as_the_oracle_finds_them(
        seed: u64, sizes in prop::collection::vec(0usize..60, 0..4), ordered: bool, request in request(query()),
    ) {
        check(&corpus(seed, &sizes, ordered), &request)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn many_documents_are_found_as_the_oracle_finds_them(
        seed: u64, size in 4000usize..9000, request in request(query()),
    ) {
        check(&corpus(seed, &[size, 100], true), &request)?;
    }

    #[test]
    fn words_of_many_documents_are_found_as_the_oracle_finds_them(
        seed: u64, sizes in prop::collection::vec(4000usize..9000, 1..3), request in request(words()),
    ) {
        check(&corpus(seed, &sizes, false), &request)?;
    }
}

proptest! {
    #[test]
    fn altered_bytes_are_an_error_or_do_not_matter(
        seed: u64, request in request(query()), at in any::<prop::sample::Index>(), flipped in 1u8..,
    ) {
        let corpus = corpus(seed, &[200], true);
        let mut altered = bytes(&corpus[0]);
        let at = at.index(altered.len());
        altered[at] ^= flipped;
        let segment = Segment::from_bytes("test", &altered);
        match segment.and_then(|segment| open(vec![(Arc::new(segment), deletions(&corpus[0]))]).search(&request)) {
            Ok(answer) => {
                let right = searcher(&corpus).search(&request).unwrap();
                prop_assert_eq!((answer.total, answer.hits), (right.total, right.hits));
                for (counts, right) in answer.facets.iter().zip(&right.facets) {
                    match try_pairs(counts) {
                        Ok(pairs_found) => prop_assert_eq!(pairs_found, pairs(right)),
                        Err(error) => prop_assert!(matches!(error, Error::Corrupt { .. }), "{error}"),
                    }
                }
            }
            Err(error) => prop_assert!(matches!(error, Error::Corrupt { .. } | Error::Version { .. }), "{error}"),
        }
    }
}

#[test]
fn a_searcher_without_segments_finds_nothing() {
    let query = Query::Every { field: None, boost: 1.0 };
    let request = Request { query, limit: 10, order: Order::Relevance, total: true, facets: Vec::new() };
    let answer = searcher(&[]).search(&request).unwrap();
    assert_eq!((answer.total, answer.hits), (Some(0), Vec::new()));
}

#[test]
fn phrases_in_a_field_without_positions_are_refused() {
    let corpus = corpus(7, &[20], true);
    let query = Query::Phrase { field: "tag".into(), words: vec![b"ap".to_vec()], slop: 1, boost: 1.0 };
    let request = Request { query, limit: 10, order: Order::Relevance, total: true, facets: Vec::new() };
    assert!(searcher(&corpus).search(&request).is_err());
}

#[test]
fn deleted_documents_do_not_raise_what_others_must_reach() {
    let document = |number: usize, body: &[&'static str], deleted| Document {
        id: format!("{number:04}"),
        day: 1,
        source: None,
        title: Vec::new(),
        body: body.to_vec(),
        deleted,
    };
    let mut documents = vec![document(0, &["e"], true), document(1, &["e", "b", "b", "b", "b", "b", "b", "b"], false)];
    documents.extend((2..4000).map(|number| document(number, &["a"], false)));
    let word = |term: &str, boost| Query::Term { field: "body".into(), term: term.into(), boost, idf: None };
    for order in [Order::Relevance, Order::Score] {
        let query = Query::Or(vec![word("e", 1.0), word("a", 0.01)], 1.0);
        let request = Request { query, limit: 1, order, total: false, facets: Vec::new() };
        let hits = searcher(&[documents.clone()]).search(&request).unwrap().hits;
        assert_eq!(hits.iter().map(|hit| hit.doc).collect::<Vec<_>>(), [1]);
    }
}
