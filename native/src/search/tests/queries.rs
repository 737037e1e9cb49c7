//! Random queries and requests.

use super::corpus::TERMS;
use super::*;

pub(super) fn term() -> impl Strategy<Value = Vec<u8>> {
    prop::sample::select(&TERMS[..]).prop_map(|term| term.as_bytes().to_vec())
}

pub(super) fn field() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["title".to_owned(), "body".to_owned(), "body".to_owned(), "none".to_owned()])
}

pub(super) fn expansion() -> impl Strategy<Value = Expansion> {
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

pub(super) fn boost() -> impl Strategy<Value = f64> {
    prop::sample::select(vec![1.0, 1.0, 1.0, 2.0, 0.5, 0.0])
}

pub(super) fn leaf() -> impl Strategy<Value = Query> {
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

pub(super) fn query() -> impl Strategy<Value = Query> {
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
pub(super) fn words() -> impl Strategy<Value = Query> {
    let word =
        (field(), term(), boost()).prop_map(|(field, term, boost)| Query::Term { field, term, boost, idf: None });
    let any = prop::collection::vec(word, 1..5).prop_map(|words| Query::Or(words, 1.0)).boxed();
    prop_oneof![
        3 => any.clone(),
        1 => prop::collection::vec(any.clone(), 2..4).prop_map(|parts| Query::And(parts, 1.0)),
        1 => (any.clone(), any).prop_map(|(first, second)| Query::AndMaybe(first.into(), second.into())),
    ]
}

pub(super) fn request(query: impl Strategy<Value = Query>) -> impl Strategy<Value = Request> {
    let order = prop::sample::select(vec![Order::Relevance, Order::Score, Order::Newest, Order::Oldest]);
    let facets = vec![Facet::Values("source".into()), Facet::Calendar("date".into(), Unit::Month)];
    let facets = prop::sample::subsequence(facets, 0..=2);
    (query, prop::sample::select(vec![0, 1, 3, 10, 1_000_000]), order, any::<bool>(), facets)
        .prop_map(|(query, limit, order, total, facets)| Request { query, limit, order, total, facets })
}
