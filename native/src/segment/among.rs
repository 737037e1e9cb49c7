//! Which of some documents a block has, and as which of its postings.

use crate::error::{Damage, Decoded};

use super::block::{BLOCK, Numbers, StoredSet, count_below};
use super::wide::twice;

/// Documents that are compared at once.
const GROUP: usize = 16;

const GROUPS: usize = BLOCK / GROUP;

/// Words of a set of documents that are looked into without listing them; no block of a set that is worth its bytes takes
/// more.
const WORDS: usize = 64;

/// What was found in a block.
#[derive(Debug, Clone)]
pub struct Found {
    places: [u8; BLOCK + 1],
    postings: [u8; BLOCK + 1],
    count: usize,
}

impl Default for Found {
    fn default() -> Self {
        Found { places: [0; BLOCK + 1], postings: [0; BLOCK + 1], count: 0 }
    }
}

impl Found {
    /// Returns the places, among the documents asked for, of those that the block has.
    #[inline]
    pub fn places(&self) -> &[u8] {
        &self.places[..self.count]
    }

    /// Returns the numbers of their postings in the block.
    #[inline]
    pub fn postings(&self) -> &[u8] {
        &self.postings[..self.count]
    }

    /// Finds all of so many documents, each as the posting of its place.
    pub(super) fn fill(&mut self, count: usize) {
        let numbers = std::array::from_fn(|number| number as u8);
        (self.places, self.postings, self.count) = (numbers, numbers, count);
    }

    /// Adds a document if it is there; whether it is cannot be foreseen, so no branch depends on it.
    #[inline(always)]
    fn add_if(&mut self, is_there: bool, place: usize, posting: usize) {
        (self.places[self.count], self.postings[self.count]) = (place as u8, posting as u8);
        self.count += usize::from(is_there);
    }
}

/// Finds the ascending documents, at most [`BLOCK`], among those of a block, of which those beyond its last are the greatest
/// numbers.
#[inline]
pub(super) fn find_in_list(docs: &Numbers, wanted: &[u32], found: &mut Found) {
    #[cfg(target_arch = "x86_64")]
    if super::wide::is_wide() {
        // SAFETY: the processor has been asked for every feature that it is compiled for.
        return unsafe { find_in_list_wide(docs, wanted, found) };
    }
    find_in_list_plain(docs, wanted, found);
}

fn find_in_list_plain(docs: &Numbers, wanted: &[u32], found: &mut Found) {
    found.count = 0;
    for (place, &doc) in wanted.iter().take(BLOCK).enumerate() {
        let posting = count_below(docs, doc) % BLOCK;
        found.add_if(docs[posting] == doc, place, posting);
    }
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,bmi1,bmi2,lzcnt,popcnt")]
fn find_in_list_wide(docs: &Numbers, wanted: &[u32], found: &mut Found) {
    use std::arch::x86_64::*;
    let halves: [__m256i; BLOCK / 8] = bytemuck::cast(*docs);
    let ends: [u32; GROUPS] = std::array::from_fn(|group| docs[group * GROUP + GROUP - 1]);
    let ends: __m256i = bytemuck::cast(ends);
    let ones = |mask: __m256i| _mm256_movemask_ps(_mm256_castsi256_ps(mask)) as u32;
    found.count = 0;
    for (place, &doc) in wanted.iter().take(BLOCK).enumerate() {
        let doc = _mm256_set1_epi32(doc as i32);
        // The first group that does not end before the document; where there is none, any: it is not there.
        let reaching = ones(_mm256_cmpeq_epi32(_mm256_max_epu32(ends, doc), ends));
        let group = reaching.trailing_zeros() as usize % GROUPS;
        let [low, high] = [halves[2 * group], halves[2 * group + 1]];
        let equal = ones(_mm256_cmpeq_epi32(low, doc)) | ones(_mm256_cmpeq_epi32(high, doc)) << 8;
        found.add_if(equal != 0, place, group * GROUP + equal.trailing_zeros() as usize % GROUP);
    }
}

twice! {
    /// Makes a set of documents ready to be looked into.
    fn fill(set: &mut Set, bits: &[u8]) {
        let (mut carried, mut count) = (1, 0);
        for (index, chunk) in bits.chunks(8).enumerate() {
            let mut bytes = [0; 8];
            bytes[..chunk.len()].copy_from_slice(chunk);
            let word = u64::from_le_bytes(bytes);
            let with_first = word << 1 | carried;
            carried = word >> 63;
            (set.words[index], set.ranks[index]) = (with_first, count);
            count += with_first.count_ones() as u16;
            set.last = if with_first == 0 { set.last } else { index as u32 * 64 + 63 - with_first.leading_zeros() };
        }
        let index = bits.len().div_ceil(8);
        (set.words[index], set.ranks[index]) = (carried, count);
        set.last = if carried == 0 { set.last } else { index as u32 * 64 };
        set.count = count + carried as u16;
        set.len = index + 1;
    }

    /// Finds the ascending documents, at most [`BLOCK`], in a set.
    fn find_in_words(set: &Set, first: u32, wanted: &[u32], found: &mut Found) {
        found.count = 0;
        for (place, &doc) in wanted.iter().take(BLOCK).enumerate() {
            let (word, bit) = ((doc.wrapping_sub(first) / 64) as usize, doc.wrapping_sub(first) % 64);
            let (bits, rank) = (set.words[word % WORDS], set.ranks[word % WORDS]);
            let is_there = word < set.len && bits >> bit & 1 == 1;
            let before = (bits & ((1 << bit) - 1)).count_ones() as usize;
            found.add_if(is_there, place, rank as usize + before);
        }
    }
}

/// The documents of a block as bits, the first of them as bit 0, and how many are before each word.
struct Set {
    words: [u64; WORDS],
    ranks: [u16; WORDS],
    len: usize,
    count: u16,
    last: u32,
}

/// Finds the ascending documents, at most [`BLOCK`], in a block that is stored as a set. Returns the last document of the
/// block; nothing if the set is too long for this.
pub(super) fn find_in_set(stored: &StoredSet, wanted: &[u32], found: &mut Found) -> Decoded<Option<u32>> {
    let StoredSet { first, bits, .. } = *stored;
    if bits.len().div_ceil(8) >= WORDS {
        return Ok(None);
    }
    let mut set = Set { words: [0; WORDS], ranks: [0; WORDS], len: 0, count: 0, last: 0 };
    fill(&mut set, bits);
    if usize::from(set.count) != BLOCK {
        return Err(Damage("a block has another number of documents"));
    }
    find_in_words(&set, first, wanted, found);
    first.checked_add(set.last).map(Some).ok_or(Damage("a document number is too large"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::block;
    use proptest::prelude::*;

    type Pairs = Vec<(u32, usize)>;

    fn pairs(found: &Found, wanted: &[u32]) -> Pairs {
        found
            .places()
            .iter()
            .zip(found.postings())
            .map(|(&place, &posting)| (wanted[place as usize], posting.into()))
            .collect()
    }

    fn expected(docs: &[u32], wanted: &[u32]) -> Pairs {
        wanted.iter().filter_map(|doc| Some((*doc, docs.binary_search(doc).ok()?))).collect()
    }

    proptest! {
        #[test]
        fn documents_are_found_in_a_list_whichever_way_it_is_compiled(
            docs in prop::collection::btree_set(0u32..500, 1..=BLOCK),
            wanted in prop::collection::btree_set(prop_oneof![0u32..500, Just(u32::MAX - 1)], 0..=BLOCK),
        ) {
            let (docs, wanted) = (Vec::from_iter(docs), Vec::from_iter(wanted));
            let mut block = [u32::MAX; BLOCK];
            block[..docs.len()].copy_from_slice(&docs);
            for find in [find_in_list_plain, find_in_list] {
                let mut found = Found::default();
                find(&block, &wanted, &mut found);
                prop_assert_eq!(pairs(&found, &wanted), expected(&docs, &wanted));
            }
        }

        #[test]
        fn documents_are_found_in_a_set_whichever_way_it_is_compiled(
            gaps in prop::collection::vec(0u32..3, BLOCK), before in prop::option::of(0u32..100),
            wanted in prop::collection::btree_set(0u32..700, 0..=BLOCK),
        ) {
            let mut doc = before.map_or(0, |before| before + 1);
            let docs: [u32; BLOCK] = std::array::from_fn(|index| {
                doc += gaps[index] + 1;
                doc - 1
            });
            let (wanted, mut bytes, mut found) = (Vec::from_iter(wanted), Vec::new(), Found::default());
            block::write_full(&mut bytes, before, &docs, &[1; BLOCK], false);
            if let Some(stored) = block::read_set(&bytes, before).unwrap() {
                prop_assert_eq!(find_in_set(&stored, &wanted, &mut found).unwrap(), Some(docs[BLOCK - 1]));
                prop_assert_eq!(pairs(&found, &wanted), expected(&docs, &wanted));
                let mut set = Set { words: [0; WORDS], ranks: [0; WORDS], len: 0, count: 0, last: 0 };
                fill::plain(&mut set, stored.bits);
                find_in_words::plain(&set, stored.first, &wanted, &mut found);
                prop_assert_eq!(pairs(&found, &wanted), expected(&docs, &wanted));
            }
        }
    }
}
