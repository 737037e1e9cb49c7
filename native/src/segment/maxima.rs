//! Upper bounds of what the postings of a block can score.

/// Pairs kept a block.
const PAIRS: usize = 4;

/// Frequencies from here on share one bucket while the pairs are gathered.
const BUCKETS: usize = 24;

/// The best (term frequency, length byte) pairs of a block: no posting of the block has both a higher frequency and a
/// shorter field than one of them.
///
/// A score that grows with the frequency and falls with the length is therefore at most the highest score of the pairs,
/// whatever K1, B and average length are. A frequency of 255 stands for "255 or more, without limit".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Maxima(pub [u8; 2 * PAIRS]);

impl Maxima {
    /// The bounds that nothing exceeds.
    pub const UNKNOWN: Maxima = Maxima([255, 0, 255, 0, 255, 0, 255, 0]);

    /// The bounds of postings that say nothing of frequencies and lengths.
    pub const BARE: Maxima = Maxima([1, 0, 1, 0, 1, 0, 1, 0]);

    /// Returns the pairs, highest frequency first; at least one, some perhaps twice.
    #[inline]
    pub fn pairs(&self) -> impl Iterator<Item = (u8, u8)> {
        let bytes = self.0;
        (0..PAIRS).map(move |pair| (bytes[2 * pair], bytes[2 * pair + 1]))
    }

    /// Returns the pairs of postings without lengths whose highest frequency is this.
    pub fn of_frequency(most: u32) -> Maxima {
        let most = most.min(255) as u8;
        Maxima([most, 0, most, 0, most, 0, most, 0])
    }

    /// Returns the pairs of postings given by frequency and length byte.
    pub fn of(postings: impl Iterator<Item = (u32, u8)>) -> Maxima {
        let mut gathered = Gathered::default();
        postings.for_each(|(tf, length)| gathered.add(tf, length));
        gathered.maxima()
    }
}

/// The shortest length seen with each frequency.
struct Gathered {
    shortest: [u16; BUCKETS],
    highest: u32,
}

impl Default for Gathered {
    fn default() -> Self {
        Gathered { shortest: [u16::MAX; BUCKETS], highest: 0 }
    }
}

impl Gathered {
    #[inline]
    fn add(&mut self, tf: u32, length: u8) {
        let bucket = (tf as usize).min(BUCKETS - 1);
        self.shortest[bucket] = self.shortest[bucket].min(length as u16);
        self.highest = self.highest.max(tf);
    }

    fn maxima(&self) -> Maxima {
        let mut pairs = [(0u8, 0u8); BUCKETS];
        let mut count = self.frontier(&mut pairs);
        while count > PAIRS {
            merge_nearest(&mut pairs, count);
            count -= 1;
        }
        let last = pairs[count.saturating_sub(1)];
        let mut bytes = [0; 2 * PAIRS];
        for (index, chunk) in bytes.chunks_exact_mut(2).enumerate() {
            let (tf, length) = if index < count { pairs[index] } else { last };
            chunk.copy_from_slice(&[tf, length]);
        }
        Maxima(bytes)
    }

    /// Writes the pairs that no other pair dominates, highest frequency first, and returns how many there are.
    fn frontier(&self, pairs: &mut [(u8, u8); BUCKETS]) -> usize {
        let (mut count, mut best) = (0, u16::MAX);
        for (bucket, &shortest) in self.shortest.iter().enumerate().rev() {
            if shortest < best {
                let tf = if bucket == BUCKETS - 1 { self.highest.min(255) } else { bucket as u32 };
                pairs[count] = (tf as u8, shortest as u8);
                (count, best) = (count + 1, shortest);
            }
        }
        count
    }
}

/// Replaces the two neighbours that lose least by it with one pair that dominates both.
fn merge_nearest(pairs: &mut [(u8, u8); BUCKETS], count: usize) {
    let loss = |at: usize| {
        let ((tf, length), (lower_tf, shorter)) = (pairs[at], pairs[at + 1]);
        (tf - lower_tf) as u32 * (length - shorter) as u32
    };
    let at = (0..count - 1).min_by_key(|&at| loss(at)).unwrap_or(0);
    pairs[at].1 = pairs[at + 1].1;
    pairs.copy_within(at + 2..count, at + 1);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_posting_is_its_own_maximum() {
        assert_eq!(Maxima::of([(3, 40)].into_iter()), Maxima([3, 40, 3, 40, 3, 40, 3, 40]));
    }

    proptest! {
        #[test]
        fn every_posting_is_dominated(postings in prop::collection::vec((1u32..300, any::<u8>()), 1..=128)) {
            let maxima = Maxima::of(postings.iter().copied());
            for (tf, length) in postings {
                prop_assert!(maxima.pairs().any(|(most, shortest)| most as u32 >= tf.min(255) && shortest <= length));
            }
        }
    }
}
