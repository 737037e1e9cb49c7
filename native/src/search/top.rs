//! The best documents of a segment.

use super::Order;

/// Scores are compared when rounded to this part of 1.
pub(super) const UNIT: f64 = 1e6;

/// In [`Order::Score`] they are compared when rounded by so many bits of the mantissa.
const ROUNDED_BITS: u32 = 12;

/// What is needed is stated lower by this part: bounds are added up in another order than scores, and so may come out
/// less than the score that they bound. It is a part of what is rounded away in any order.
const SLACK: f64 = 1024.0 * f64::EPSILON;

/// A document with its score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scored {
    pub doc: u32,
    pub score: f64,
}

impl Scored {
    /// Returns the score as it is compared.
    pub fn key(&self, order: Order) -> i64 {
        match order {
            // The bits of positive numbers are in the order of the numbers.
            Order::Score => ((self.score.to_bits() + (1 << (ROUNDED_BITS - 1))) >> ROUNDED_BITS) as i64,
            _ => (self.score * UNIT).round_ties_even() as i64,
        }
    }

    /// Returns the score as it is told.
    pub fn shown(&self, order: Order) -> f64 {
        if order == Order::Score { f64::from_bits((self.key(order) as u64) << ROUNDED_BITS) } else { self.score }
    }
}

/// Keeps the best `limit` of the documents offered: by score, rounded as the order has it, then by document.
///
/// What is kept may grow to twice the limit before it is cut: for few documents that costs what a heap does, for many
/// far less.
pub(super) struct Top {
    limit: usize,
    kept: Vec<(i64, Scored)>,
    /// A score below this is not wanted.
    needed: f64,
    /// The same of documents that come behind all that were offered when it was learned: they lose where scores are equal.
    needed_behind: f64,
    /// Documents come in order: of those that score the same the first stay.
    in_order: bool,
    order: Order,
}

impl Top {
    /// Keeps the best `limit` from a score of `needed` on, of documents that are offered in order.
    pub fn in_order(limit: usize, needed: f64, order: Order) -> Self {
        let needed = if limit == 0 { f64::INFINITY } else { needed };
        Self { limit, kept: Vec::new(), needed, needed_behind: needed, in_order: true, order }
    }

    /// Keeps the best `limit` from a score of `needed` on, of documents that are offered in any order.
    pub fn in_any_order(limit: usize, needed: f64, order: Order) -> Self {
        Self { in_order: false, ..Self::in_order(limit, needed, order) }
    }

    /// Returns the least score that may still be wanted.
    #[inline]
    pub fn needed(&self) -> f64 {
        self.needed
    }

    /// Returns the least score that may still be wanted of a document behind all that have been offered.
    #[inline]
    pub fn needed_behind(&self) -> f64 {
        self.needed_behind
    }

    /// Offers a document.
    #[inline]
    pub fn offer(&mut self, doc: u32, score: f64) {
        if score >= self.needed {
            let scored = Scored { doc, score };
            self.kept.push((scored.key(self.order), scored));
            if self.kept.len() >= self.limit.saturating_mul(2).max(16) {
                self.cut();
            }
        }
    }

    /// Drops all but the best, and learns from them what is still wanted.
    pub fn cut(&mut self) {
        if self.limit > 0 && self.kept.len() >= self.limit {
            let (_, last, _) = self.kept.select_nth_unstable_by_key(self.limit - 1, rank);
            self.needed_behind = least_of(last.0 + 1, self.order).max(self.needed_behind);
            let needed = if self.in_order { self.needed_behind } else { least_of(last.0, self.order) };
            self.needed = needed.max(self.needed);
        }
        self.kept.truncate(self.limit);
    }

    /// Returns the best, best first.
    pub fn into_sorted(mut self) -> Vec<Scored> {
        self.kept.sort_unstable_by_key(rank);
        self.kept.truncate(self.limit);
        self.kept.into_iter().map(|(_, scored)| scored).collect()
    }
}

fn rank(entry: &(i64, Scored)) -> (std::cmp::Reverse<i64>, u32) {
    (std::cmp::Reverse(entry.0), entry.1.doc)
}

/// Returns the least score that can be as good as one of this key.
pub(super) fn least_of(key: i64, order: Order) -> f64 {
    let least = match order {
        Order::Score => f64::from_bits(((key as u64) << ROUNDED_BITS).saturating_sub(1 << (ROUNDED_BITS - 1))),
        _ => (key as f64 - 0.5) / UNIT,
    };
    least * (1.0 - SLACK) - SLACK
}

/// Returns the least score that can be as good as this one.
pub(super) fn lower(score: f64, order: Order) -> f64 {
    least_of(Scored { doc: 0, score }.key(order), order)
}

/// Returns, for each of the numbers, the sum of it and of all behind it: what was never added need not be taken away, which
/// would leave an error as great as that of the whole sum.
pub(super) fn sums_from(numbers: &[f64]) -> Vec<f64> {
    let mut sums = numbers.to_vec();
    for place in (1..sums.len()).rev() {
        sums[place - 1] += sums[place];
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_best_are_kept_whatever_the_order(
            scores in prop::collection::vec(0u32..20, 0..200), limit in 0usize..40, by_score: bool,
        ) {
            let (order, rounded_away) = if by_score { (Order::Score, 1e-17) } else { (Order::Relevance, 1e-12) };
            let mut top = Top::in_any_order(limit, f64::NEG_INFINITY, order);
            let mut expected = Vec::new();
            for (index, &score) in scores.iter().enumerate() {
                let doc = (index as u32 * 7919) % 1009; // in no order
                top.offer(doc, f64::from(score + 1) / 3.0 + f64::from(doc) * rounded_away);
                expected.push((std::cmp::Reverse(score), doc));
            }
            expected.sort_unstable();
            expected.truncate(limit);
            let docs: Vec<u32> = top.into_sorted().iter().map(|scored| scored.doc).collect();
            prop_assert_eq!(docs, expected.into_iter().map(|(_, doc)| doc).collect::<Vec<_>>());
        }
    }
}
