//! Spans as they are defined: every pair of stretches is looked at.

use proptest::prelude::*;

use super::{Document, field, term};
use crate::spans::Spans;

type Pair = (u32, u32);

/// Returns the stretches that contain no other.
pub(super) fn naive(spans: &Spans, document: &Document) -> Vec<Pair> {
    let all = match spans {
        Spans::Terms(terms) => terms.iter().flat_map(|(field, term)| places(document, field, term)).collect(),
        Spans::Forms { .. } => Vec::new(),
        Spans::Phrases(phrases, most) => {
            phrases.iter().flat_map(|(field, terms)| chains(document, field, terms, *most)).collect()
        }
        Spans::Any(parts) => parts.iter().flat_map(|part| naive(part, document)).collect(),
        Spans::Near { first, second, most, starts, ordered, without } => {
            let (first, second) = (naive(first, document), naive(second, document));
            let starts: Option<Vec<Pair>> = starts.as_ref().map(|(field, term)| places(document, field, term));
            let crosses = |hull: Pair| starts.iter().flatten().any(|&(start, _)| hull.0 < start && start <= hull.1);
            let is_near = |a: Pair, b: Pair, overlapping: bool| {
                let near = if b.0 > a.1 {
                    b.0 - a.1 <= *most
                } else if a.0 > b.1 {
                    !ordered && a.0 - b.1 <= *most
                } else {
                    overlapping
                };
                near && !crosses((a.0.min(b.0), a.1.max(b.1)))
            };
            if *without {
                return first.into_iter().filter(|&a| !second.iter().any(|&b| is_near(a, b, true))).collect();
            }
            let pairs = first.iter().flat_map(|&a| second.iter().map(move |&b| (a, b)));
            let near = pairs.filter(|&(a, b)| is_near(a, b, false));
            near.map(|(a, b)| (a.0.min(b.0), a.1.max(b.1))).collect::<Vec<_>>()
        }
    };
    let contains = |a: Pair, b: Pair| a != b && a.0 <= b.0 && b.1 <= a.1;
    let mut shortest: Vec<Pair> =
        all.iter().copied().filter(|&span| !all.iter().any(|&other| contains(span, other))).collect();
    shortest.sort_unstable();
    shortest.dedup();
    shortest
}

fn places(document: &Document, field: &str, term: &[u8]) -> Vec<Pair> {
    let words = document.words(field);
    (0u32..).zip(words).filter(|(_, word)| word.as_bytes() == term).map(|(at, _)| (at, at)).collect()
}

fn chains(document: &Document, field: &str, terms: &[Vec<u8>], most: u32) -> Vec<Pair> {
    let Some((first, rest)) = terms.split_first() else { return Vec::new() };
    let mut chains = places(document, field, first);
    for term in rest {
        let next = places(document, field, term);
        let follow = |&(start, end): &Pair| {
            let near = next.iter().filter(move |&&(at, _)| end < at && at - end <= most);
            near.map(move |&(at, _)| (start, at)).collect::<Vec<_>>()
        };
        chains = chains.iter().flat_map(follow).collect();
    }
    chains
}

/// Any plan whose words are terms.
pub(super) fn spans() -> impl Strategy<Value = Spans> {
    let words = prop_oneof![
        prop::collection::vec((field(), term()), 1..3).prop_map(Spans::Terms),
        (field(), prop::collection::vec(term(), 1..4), 1u32..4)
            .prop_map(|(field, terms, most)| Spans::Phrases(vec![(field, terms)], most)),
    ];
    words.prop_recursive(3, 8, 3, |inner| {
        let starts = prop::option::of((field(), term()));
        prop_oneof![
            1 => prop::collection::vec(inner.clone(), 1..3).prop_map(Spans::Any),
            3 => (inner.clone(), inner, 1u32..6, starts, any::<bool>(), any::<bool>()).prop_map(
                |(first, second, most, starts, ordered, without)| Spans::Near {
                    first: first.into(), second: second.into(), most, starts, ordered, without,
                }
            ),
        ]
    })
}
