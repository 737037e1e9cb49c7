//! Stretches of words, and which of them stand near each other: exactly searchkit/query/stretches.py.
//!
//! Of the stretches of one query only those count that contain no other (minimal intervals), so that lists of them ascend
//! in both ends and neighbours are nearest.

/// Where an operand of NEAR stands in a text: what `searchkit/query/spans.py` plans. Fields and their terms have positions.
#[derive(Clone, Debug, PartialEq)]
pub enum Spans {
    /// Where any of the terms stands.
    Terms(Vec<(String, Vec<u8>)>),
    /// Where any of the unstemmed words stands.
    Forms {
        /// The field of the terms.
        terms: String,
        /// The field of the words.
        words: String,
        /// The field that says which of the term's positions are a word's that shares it with another in a document.
        places: String,
        /// The words, each with its term.
        of: Vec<(Vec<u8>, Vec<u8>)>,
    },
    /// Where the terms of one of the fields follow one another, each at most so many positions after the one before.
    Phrases(Vec<(String, Vec<Vec<u8>>)>, u32),
    /// Where any of them stands.
    Any(Vec<Spans>),
    /// Where the first stands near the second, or without it.
    Near {
        /// The first.
        first: Box<Spans>,
        /// The second.
        second: Box<Spans>,
        /// The most positions from one to the other.
        most: u32,
        /// The field and the term whose positions no stretch leads across.
        starts: Option<(String, Vec<u8>)>,
        /// Whether the second comes after the first.
        ordered: bool,
        /// Whether the places of the first are meant that have no second there.
        without: bool,
    },
}

/// The term at the first words of sentences, which no word is.
pub(crate) const SENTENCE_START: &[u8] = b"\x1fS";

/// The same of paragraphs.
pub(crate) const PARAGRAPH_START: &[u8] = b"\x1fP";

/// A stretch from a first to a last position.
pub(crate) trait Stretch: Clone {
    /// Returns the stretch of one word, or of a phrase that is meant as a whole.
    fn single(first: u32, last: u32) -> Self;
    fn first(&self) -> u32;
    fn last(&self) -> u32;
    /// Returns the stretch of both; `other` comes after.
    fn to(&self, other: &Self) -> Self;
}

/// A stretch and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub first: u32,
    pub last: u32,
}

impl Stretch for Span {
    #[inline]
    fn single(first: u32, last: u32) -> Self {
        Span { first, last }
    }

    #[inline]
    fn first(&self) -> u32 {
        self.first
    }

    #[inline]
    fn last(&self) -> u32 {
        self.last
    }

    #[inline]
    fn to(&self, other: &Self) -> Self {
        Span { first: self.first, last: other.last }
    }
}

/// The distance of words that may stand anywhere in a sentence: `MOST` of searchkit/query/spans.py.
pub(crate) const ANYWHERE: u32 = 1 << 30;

/// What may stand near what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    /// The most positions from one to the other.
    pub most: u32,
    /// Whether the second comes after the first.
    pub ordered: bool,
}

/// Keeps the stretches that contain no other, in order.
pub(crate) fn minimal<S: Stretch>(stretches: &mut Vec<S>) {
    stretches.sort_by_key(|stretch| (stretch.first(), std::cmp::Reverse(stretch.last())));
    let mut kept = 0;
    for at in 0..stretches.len() {
        while kept > 0 && stretches[kept - 1].last() >= stretches[at].last() {
            kept -= 1;
        }
        stretches.swap(kept, at);
        kept += 1;
    }
    stretches.truncate(kept);
}

/// Replaces the ends of words so far, each the last position and what leads to it, by those one word on: at most so many
/// positions behind, from the nearest.
pub(crate) fn follow<S: Stretch>(ends: &mut Vec<S>, positions: &[u32], most: u32) {
    let mut before = 0;
    let mut found = Vec::with_capacity(positions.len().min(ends.len()));
    for &position in positions {
        while before < ends.len() && ends[before].last() < position {
            before += 1;
        }
        if let Some(end) = before.checked_sub(1).map(|nearest| &ends[nearest])
            && position - end.last() <= most
        {
            found.push(end.to(&S::single(position, position)));
        }
    }
    *ends = found;
}

/// Appends the stretches from one of the firsts to one of the seconds, apart and near enough, and keeps the minimal ones.
/// No stretch leads across one of `starts`.
pub(crate) fn near<S: Stretch>(firsts: &[S], seconds: &[S], rule: Rule, starts: Option<&[u32]>, out: &mut Vec<S>) {
    following(firsts, seconds, rule.most, starts, out);
    if !rule.ordered {
        following(seconds, firsts, rule.most, starts, out);
    }
    minimal(out);
}

fn following<S: Stretch>(befores: &[S], afters: &[S], most: u32, starts: Option<&[u32]>, out: &mut Vec<S>) {
    let mut after = 0;
    for before in befores {
        while after < afters.len() && afters[after].first() <= before.last() {
            after += 1;
        }
        let Some(next) = afters.get(after) else { return };
        if next.first() - before.last() <= most && !crosses(before.first(), next.last(), starts) {
            out.push(before.to(next));
        }
    }
}

/// Tells whether one of two words stands near the other, as [`near`] would find; positions ascend.
#[inline]
pub(crate) fn is_any_near(
    mut firsts: impl Iterator<Item = u32>,
    mut seconds: impl Iterator<Item = u32>,
    rule: Rule,
    mut starts: impl Iterator<Item = u32>,
) -> bool {
    let mut next = (firsts.next(), seconds.next());
    let mut start = starts.next();
    // Where each word stood last, and where the sentence of the current one begins.
    let (mut first, mut second, mut begins) = (None, None, 0);
    while let Some(here) = match next {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    } {
        while let Some(at) = start.filter(|&at| at <= here) {
            begins = at;
            start = starts.next();
        }
        let follows = |before: Option<u32>| before.is_some_and(|at| here - at <= rule.most && begins <= at);
        let (is_first, is_second) = (next.0 == Some(here), next.1 == Some(here));
        if is_second && follows(first) || is_first && !rule.ordered && follows(second) {
            return true;
        }
        if is_first {
            first = Some(here);
            next.0 = firsts.next();
        }
        if is_second {
            second = Some(here);
            next.1 = seconds.next();
        }
    }
    false
}

/// Tells whether one of two words stands in the same sentence as the other, wherever in it: as [`is_any_near`] tells for any
/// distance and order, but passing over all that stands before the sentence of the word behind.
#[inline]
pub(crate) fn is_any_beside(
    mut firsts: impl Iterator<Item = u32>,
    mut seconds: impl Iterator<Item = u32>,
    mut starts: impl Iterator<Item = u32>,
) -> bool {
    let (mut begins, mut start) = (0, starts.next());
    let mut begin_of = |position: u32| {
        while let Some(at) = start.filter(|&at| at <= position) {
            (begins, start) = (at, starts.next());
        }
        begins
    };
    let (Some(mut first), Some(mut second)) = (firsts.next(), seconds.next()) else { return false };
    loop {
        if first == second {
            // One place is no pair: what comes next, of whichever word, is nearest to it.
            let (one, other) = (firsts.next(), seconds.next());
            if one.into_iter().chain(other).min().is_some_and(|next| begin_of(next) <= first) {
                return true;
            }
            let (Some(one), Some(other)) = (one, other) else { return false };
            (first, second) = (one, other);
            continue;
        }
        let begins = begin_of(first.max(second));
        if begins <= first.min(second) {
            return true;
        }
        let next = if first < second { firsts.find(|&at| at >= begins) } else { seconds.find(|&at| at >= begins) };
        let Some(next) = next else { return false };
        *(if first < second { &mut first } else { &mut second }) = next;
    }
}

/// Tells whether any of the firsts stands without a second near it, as [`without`] would find; positions ascend.
pub(crate) fn is_any_alone(firsts: &[u32], seconds: &[u32], rule: Rule, starts: Option<&[u32]>) -> bool {
    let mut after = 0;
    firsts.iter().any(|&first| {
        while after < seconds.len() && seconds[after] < first {
            after += 1;
        }
        let behind = seconds.get(after).is_some_and(|&at| at - first <= rule.most && !crosses(first, at, starts));
        let before = after.checked_sub(1).map(|before| seconds[before]).filter(|_| !rule.ordered);
        !behind && !before.is_some_and(|at| first - at <= rule.most && !crosses(at, first, starts))
    })
}

/// Appends the firsts that have no second so near, before (unless ordered), after, or overlapping.
pub(crate) fn without<S: Stretch>(firsts: &[S], seconds: &[S], rule: Rule, starts: Option<&[u32]>, out: &mut Vec<S>) {
    let is_near = |stretch: &S, other: &S| {
        let near = if other.first() > stretch.last() {
            other.first() - stretch.last() <= rule.most
        } else if other.last() < stretch.first() {
            !rule.ordered && stretch.first() - other.last() <= rule.most
        } else {
            true
        };
        near && !crosses(stretch.first().min(other.first()), stretch.last().max(other.last()), starts)
    };
    let mut from = 0;
    for stretch in firsts {
        // From the last one that ends before it to the first one that starts behind it.
        while from < seconds.len() && seconds[from].last() < stretch.first() {
            from += 1;
        }
        let low = from.saturating_sub(1);
        let inside = seconds[from..].iter().take_while(|other| other.first() <= stretch.last()).count();
        let high = seconds.len().min(from + inside + 1);
        if !seconds[low..high].iter().any(|other| is_near(stretch, other)) {
            out.push(stretch.clone());
        }
    }
}

/// Tells whether one of the starts lies behind the first position, up to the last.
fn crosses(first: u32, last: u32, starts: Option<&[u32]>) -> bool {
    starts.is_some_and(|starts| {
        let next = starts.partition_point(|&start| start <= first);
        starts.get(next).is_some_and(|&start| start <= last)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spans(pairs: &[(u32, u32)]) -> Vec<Span> {
        let mut spans: Vec<Span> = pairs.iter().map(|&(first, length)| Span { first, last: first + length }).collect();
        minimal(&mut spans);
        spans
    }

    fn is_near(a: &Span, b: &Span, rule: Rule, starts: Option<&[u32]>) -> bool {
        let (first, last) = (a.first.min(b.first), a.last.max(b.last));
        let forth = b.first > a.last && b.first - a.last <= rule.most;
        let back = !rule.ordered && a.first > b.last && a.first - b.last <= rule.most;
        (forth || back) && !starts.is_some_and(|starts| starts.iter().any(|&s| first < s && s <= last))
    }

    proptest! {
        #[test]
        fn neighbours_are_all_that_must_be_looked_at(
            a in prop::collection::vec((0u32..30, 0u32..4), 0..8),
            b in prop::collection::vec((0u32..30, 0u32..4), 0..8),
            most in 1u32..8,
            ordered: bool,
            starts in prop::option::of(prop::collection::btree_set(1u32..30, 0..5)),
        ) {
            let (a, b, rule) = (spans(&a), spans(&b), Rule { most, ordered });
            let starts: Option<Vec<u32>> = starts.map(|starts| starts.into_iter().collect());
            let mut found = Vec::new();
            near(&a, &b, rule, starts.as_deref(), &mut found);
            let mut all: Vec<Span> = Vec::new();
            for (one, other) in a.iter().flat_map(|one| b.iter().map(move |other| (one, other))) {
                if is_near(one, other, rule, starts.as_deref()) {
                    all.push(Span { first: one.first.min(other.first), last: one.last.max(other.last) });
                }
            }
            minimal(&mut all);
            prop_assert_eq!(found, all);
        }

        #[test]
        fn there_is_a_pair_where_one_is_found(
            a in prop::collection::btree_set(0u32..30, 0..8),
            b in prop::collection::btree_set(0u32..30, 0..8),
            most in 1u32..8,
            ordered: bool,
            starts in prop::option::of(prop::collection::btree_set(1u32..30, 0..5)),
        ) {
            let (a, b, rule) = (Vec::from_iter(a), Vec::from_iter(b), Rule { most, ordered });
            let starts: Option<Vec<u32>> = starts.map(|starts| starts.into_iter().collect());
            let singles = |all: &[u32]| all.iter().map(|&at| Span::single(at, at)).collect::<Vec<_>>();
            let mut found = Vec::new();
            near(&singles(&a), &singles(&b), rule, starts.as_deref(), &mut found);
            let of_starts = starts.iter().flatten().copied();
            prop_assert_eq!(is_any_near(a.iter().copied(), b.iter().copied(), rule, of_starts), !found.is_empty());
            found.clear();
            let anywhere = Rule { most: ANYWHERE, ordered: false };
            near(&singles(&a), &singles(&b), anywhere, starts.as_deref(), &mut found);
            let of_starts = starts.iter().flatten().copied();
            prop_assert_eq!(is_any_beside(a.iter().copied(), b.iter().copied(), of_starts), !found.is_empty());
            found.clear();
            without(&singles(&a), &singles(&b), rule, starts.as_deref(), &mut found);
            prop_assert_eq!(is_any_alone(&a, &b, rule, starts.as_deref()), !found.is_empty());
        }

        #[test]
        fn minimal_stretches_contain_no_other(all in prop::collection::vec((0u32..30, 0u32..6), 0..12)) {
            let all: Vec<Span> = all.iter().map(|&(first, length)| Span { first, last: first + length }).collect();
            let contains = |a: &Span, b: &Span| a != b && a.first <= b.first && b.last <= a.last;
            let mut expected: Vec<Span> =
                all.iter().copied().filter(|span| !all.iter().any(|other| contains(span, other))).collect();
            expected.sort_by_key(|span| span.first);
            expected.dedup();
            let mut found = all;
            minimal(&mut found);
            prop_assert_eq!(found, expected);
        }
    }
}
