//! The searcher against an oracle that reads every document.

mod corpus;
mod oracle;
mod queries;
mod spans;

use proptest::prelude::*;

use crate::error::Error;

use super::*;
use corpus::{Document, bytes, corpus, deletions, open, searcher};
use oracle::{expected, pairs, try_pairs};
use queries::{field, query, request, term, words};
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
