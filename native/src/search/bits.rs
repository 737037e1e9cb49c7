//! Sets of documents: of one window, and of a whole segment.

/// Documents of a window. A query is evaluated window by window: sets and scores of one stay in the nearest cache.
pub(super) const WINDOW: usize = 4096;

const WORDS: usize = WINDOW / 64;

/// For each 64 places of a window, how many of a set are before them.
pub(super) type Ranks = [u16; WORDS];

/// A set of places in a window; place 0 is the window's first document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Bits([u64; WORDS]);

impl Bits {
    pub const EMPTY: Bits = Bits([0; WORDS]);

    /// Returns the places `start..end`, as far as they are in a window.
    pub fn range(start: usize, end: usize) -> Bits {
        let below = |end: usize, word: usize| match end.saturating_sub(word * 64) {
            0 => 0,
            count if count < 64 => (1u64 << count) - 1,
            _ => u64::MAX,
        };
        Bits(std::array::from_fn(|word| below(end, word) & !below(start, word)))
    }

    pub fn clear(&mut self) {
        self.0 = [0; WORDS];
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|&word| word == 0)
    }

    #[inline]
    pub fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Returns 1 if the place, which must be in the window, is in the set, else 0.
    #[inline]
    pub fn bit(&self, place: usize) -> u64 {
        self.0[place / 64] >> (place % 64) & 1
    }

    /// Returns how many places each of the words starts behind.
    pub fn ranks(&self) -> Ranks {
        let (mut ranks, mut count) = ([0; WORDS], 0);
        for (rank, word) in ranks.iter_mut().zip(self.0) {
            *rank = count;
            count += word.count_ones() as u16;
        }
        ranks
    }

    /// Returns how many places of the set are before this one.
    #[inline]
    pub fn rank(&self, place: usize, ranks: &Ranks) -> usize {
        let before = self.0[place / 64] & ((1 << (place % 64)) - 1);
        ranks[place / 64] as usize + before.count_ones() as usize
    }

    #[inline]
    pub fn set(&mut self, place: usize) {
        self.0[place / 64] |= 1 << (place % 64);
    }

    pub fn and(&mut self, other: &Bits) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word &= other);
    }

    pub fn or(&mut self, other: &Bits) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word |= other);
    }

    pub fn and_not(&mut self, other: &Bits) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word &= !other);
    }

    /// Returns the places in order.
    #[inline]
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().flat_map(|(word, &bits)| Ones(bits).map(move |bit| word * 64 + bit))
    }

    /// Returns the documents at the places of the window that starts at `base`.
    pub fn docs(&self, base: u32) -> Vec<u32> {
        let mut docs = Vec::with_capacity(self.count());
        docs.extend(self.iter().map(|place| base + place as u32));
        docs
    }

    /// Sets the scores of the places, and perhaps of others, to 0.
    pub fn clear_scores(&self, scores: &mut Scores) {
        for (&word, scores) in self.0.iter().zip(scores.as_chunks_mut::<64>().0) {
            if word != 0 {
                scores.fill(0.0);
            }
        }
    }

    /// Keeps the places whose score is at least `least`.
    pub fn keep_scores(&mut self, scores: &Scores, least: f64) {
        for (word, scores) in self.0.iter_mut().zip(scores.as_chunks::<64>().0) {
            if *word != 0 {
                let mut reached = 0;
                for (bit, &score) in scores.iter().enumerate() {
                    reached |= u64::from(score >= least) << bit;
                }
                *word &= reached;
            }
        }
    }

    pub fn words(&self) -> &[u64; WORDS] {
        &self.0
    }

    pub fn words_mut(&mut self) -> &mut [u64; WORDS] {
        &mut self.0
    }
}

/// The scores of the documents of a window.
pub(super) type Scores = [f64; WINDOW];

/// The numbers of the set bits of a word, in order.
struct Ones(u64);

impl Iterator for Ones {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        let bit = self.0.trailing_zeros() as usize;
        self.0 &= self.0.wrapping_sub(1);
        (bit < 64).then_some(bit)
    }
}

/// A set of documents of a segment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct DocSet {
    words: Vec<u64>,
}

impl DocSet {
    /// Returns the empty set for a segment of so many documents.
    pub fn new(doc_count: u32) -> Self {
        Self { words: vec![0; (doc_count as usize).div_ceil(WINDOW) * WORDS] }
    }

    /// Returns the set of these documents of a segment of so many.
    pub fn of(doc_count: u32, docs: &[u32]) -> Self {
        let mut set = Self::new(doc_count);
        docs.iter().for_each(|&doc| set.insert(doc));
        set
    }

    /// Returns the number of documents in the set.
    pub fn count(&self) -> u64 {
        self.words.iter().map(|word| u64::from(word.count_ones())).sum()
    }

    /// Takes the documents of another set of the same segment out.
    pub fn and_not(&mut self, other: &DocSet) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    /// Adds a document, which must be in the segment.
    #[inline]
    pub fn insert(&mut self, doc: u32) {
        self.words[doc as usize / 64] |= 1 << (doc % 64);
    }

    pub fn words_mut(&mut self) -> &mut [u64] {
        &mut self.words
    }

    /// Tells whether a document, which must be in the segment, is in the set.
    #[inline]
    pub fn contains(&self, doc: u32) -> bool {
        self.words[doc as usize / 64] >> (doc % 64) & 1 == 1
    }

    /// Returns the documents of the window that starts at `base`, a multiple of the window.
    pub fn window(&self, base: u32) -> Bits {
        let start = base as usize / 64;
        let mut bits = Bits::EMPTY;
        bits.0.copy_from_slice(&self.words[start..start + WORDS]);
        bits
    }

    /// Makes the documents of the window those of `bits`.
    pub fn set_window(&mut self, base: u32, bits: &Bits) {
        let start = base as usize / 64;
        self.words[start..start + WORDS].copy_from_slice(bits.words());
    }

    /// Returns the documents in order.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.range(0, self.words.len() as u32 * 64)
    }

    /// Hands the documents to `f`, in order.
    #[inline]
    pub fn each(&self, mut f: impl FnMut(u32)) {
        for (word, &bits) in self.words.iter().enumerate() {
            Ones(bits).for_each(|bit| f((word * 64 + bit) as u32));
        }
    }

    /// Returns the documents from `start` up to but not including `end`, in order.
    pub fn range(&self, start: u32, end: u32) -> impl Iterator<Item = u32> + '_ {
        self.masked(start, end).flat_map(|(word, bits)| Ones(bits).map(move |bit| (word * 64 + bit) as u32))
    }

    /// Returns how many documents are in `start..end`.
    pub fn count_range(&self, start: u32, end: u32) -> u32 {
        self.masked(start, end).map(|(_, bits)| bits.count_ones()).sum()
    }

    /// Returns the words of `start..end` and their numbers, without the bits outside.
    fn masked(&self, start: u32, end: u32) -> impl Iterator<Item = (usize, u64)> + '_ {
        let (start, end) = (start as usize, (end as usize).min(self.words.len() * 64));
        let (first, last) = (start / 64, end.div_ceil(64));
        (first..last.max(first)).map(move |word| {
            let low = u64::MAX << start.saturating_sub(word * 64).min(63);
            let high = u64::MAX >> (word * 64 + 64).saturating_sub(end).min(63);
            let outside = start >= end;
            (word, if outside { 0 } else { self.words[word] & low & high })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ranges_hold_what_lies_between(start in 0usize..5000, end in 0usize..5000) {
            let expected: Vec<usize> = (start..end.min(WINDOW)).collect();
            prop_assert_eq!(Bits::range(start, end).iter().collect::<Vec<_>>(), expected);
        }

        #[test]
        fn document_ranges_hold_what_lies_between(
            docs in prop::collection::btree_set(0u32..300, 0..60), start in 0u32..310, end in 0u32..310,
        ) {
            let mut set = DocSet::new(300);
            docs.iter().for_each(|&doc| set.insert(doc));
            let expected: Vec<u32> = docs.iter().copied().filter(|&doc| start <= doc && doc < end).collect();
            prop_assert_eq!(set.count_range(start, end) as usize, expected.len());
            prop_assert_eq!(set.range(start, end).collect::<Vec<_>>(), expected);
        }
    }
}
