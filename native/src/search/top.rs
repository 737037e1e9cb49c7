//! The best documents of a segment.

/// Scores are compared when rounded to this part of 1.
const UNIT: f64 = 1e6;

/// A document with its score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scored {
    pub doc: u32,
    pub score: f64,
}

impl Scored {
    /// Returns the score as it is compared: in millionths.
    pub fn key(&self) -> i64 {
        (self.score * UNIT).round_ties_even() as i64
    }
}

/// Keeps the best `limit` of the documents offered: by score rounded to six decimals, then by document.
///
/// What is kept may grow to twice the limit before it is cut: for few documents that costs what a heap does, for many
/// far less.
pub(super) struct Top {
    limit: usize,
    kept: Vec<(i64, Scored)>,
    /// A score below this is not wanted.
    needed: f64,
    /// Documents come in order: of those that score the same the first stay.
    in_order: bool,
}

impl Top {
    /// Keeps the best `limit` from a score of `needed` on, of documents that are offered in order.
    pub fn in_order(limit: usize, needed: f64) -> Self {
        Self { limit, kept: Vec::new(), needed: if limit == 0 { f64::INFINITY } else { needed }, in_order: true }
    }

    /// Keeps the best `limit` from a score of `needed` on, of documents that are offered in any order.
    pub fn in_any_order(limit: usize, needed: f64) -> Self {
        Self { in_order: false, ..Self::in_order(limit, needed) }
    }

    /// Returns the least score that may still be wanted.
    #[inline]
    pub fn needed(&self) -> f64 {
        self.needed
    }

    /// Offers a document.
    #[inline]
    pub fn offer(&mut self, doc: u32, score: f64) {
        if score >= self.needed {
            let scored = Scored { doc, score };
            self.kept.push((scored.key(), scored));
            if self.kept.len() >= self.limit.saturating_mul(2).max(16) {
                self.cut();
            }
        }
    }

    /// Drops all but the best, and learns from them what is still wanted.
    pub fn cut(&mut self) {
        if self.limit > 0 && self.kept.len() >= self.limit {
            let (_, last, _) = self.kept.select_nth_unstable_by_key(self.limit - 1, order);
            self.needed = least_of(last.0 + i64::from(self.in_order)).max(self.needed);
        }
        self.kept.truncate(self.limit);
    }

    /// Returns the best, best first.
    pub fn into_sorted(mut self) -> Vec<Scored> {
        self.kept.sort_unstable_by_key(order);
        self.kept.truncate(self.limit);
        self.kept.into_iter().map(|(_, scored)| scored).collect()
    }
}

fn order(entry: &(i64, Scored)) -> (std::cmp::Reverse<i64>, u32) {
    (std::cmp::Reverse(entry.0), entry.1.doc)
}

/// Returns the least score that can be as good as one of this key.
pub(super) fn least_of(key: i64) -> f64 {
    (key as f64 - 0.5) / UNIT * (1.0 - f64::EPSILON) - f64::EPSILON
}

/// Returns the least score that can be as good as this one.
pub(super) fn lower(score: f64) -> f64 {
    least_of(Scored { doc: 0, score }.key())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_best_are_kept_whatever_the_order(scores in prop::collection::vec(0u32..20, 0..200), limit in 0usize..40) {
            let mut top = Top::in_any_order(limit, f64::NEG_INFINITY);
            let mut expected = Vec::new();
            for (index, &score) in scores.iter().enumerate() {
                let doc = (index as u32 * 7919) % 1009; // in no order
                top.offer(doc, f64::from(score) / 3.0 + f64::from(doc) * 1e-12);
                expected.push((std::cmp::Reverse(score), doc));
            }
            expected.sort_unstable();
            expected.truncate(limit);
            let docs: Vec<u32> = top.into_sorted().iter().map(|scored| scored.doc).collect();
            prop_assert_eq!(docs, expected.into_iter().map(|(_, doc)| doc).collect::<Vec<_>>());
        }
    }
}
