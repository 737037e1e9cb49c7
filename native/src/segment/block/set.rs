//! Documents of a block that are stored as a set: the first, and a bit for every document number after it.

use crate::error::{Damage, Decoded};
use crate::segment::varint::Cursor;
use crate::segment::wide::twice;

use super::{BITSET, BLOCK, Numbers, first_doc};

/// The places of the ones in every byte, lowest first; zeros after the last.
static ONES: [[u8; 8]; 256] = places_of_ones();

const TOO_LARGE: Damage = Damage("a document number is too large");

const fn places_of_ones() -> [[u8; 8]; 256] {
    let mut table = [[0; 8]; 256];
    let mut byte = 0;
    while byte < 256 {
        let (mut bit, mut count) = (0, 0);
        while bit < 8 {
            if byte >> bit & 1 == 1 {
                table[byte][count] = bit as u8;
                count += 1;
            }
            bit += 1;
        }
        byte += 1;
    }
    table
}

/// The documents of a block that is stored as a set.
pub struct StoredSet<'a> {
    pub first: u32,
    /// Bit i says that document `first + 1 + i` is in the block.
    pub bits: &'a [u8],
    /// What [`super::read_weights`] wants.
    pub weights: &'a [u8],
}

/// Returns the documents of a full block that is stored as a set; nothing if it is stored otherwise.
#[inline]
pub fn read_set(bytes: &[u8], before: Option<u32>) -> Decoded<Option<StoredSet<'_>>> {
    let mut cursor = Cursor::new(bytes);
    let [form, _] = cursor.array()?;
    if form != BITSET {
        return Ok(None);
    }
    let (first, bits) = read_bits(before, &mut cursor)?;
    Ok(Some(StoredSet { first, bits, weights: cursor.rest() }))
}

fn read_bits<'a>(before: Option<u32>, cursor: &mut Cursor<'a>) -> Decoded<(u32, &'a [u8])> {
    let first = first_doc(before, cursor)?;
    let bits = cursor.prefixed()?;
    first.checked_add(bits.len() as u32 * 8 + 1).ok_or(TOO_LARGE)?;
    Ok((first, bits))
}

/// Lists the documents of a set.
pub(super) fn read(before: Option<u32>, cursor: &mut Cursor, docs: &mut Numbers) -> Decoded<()> {
    let (first, bits) = read_bits(before, cursor)?;
    match list(first, bits, docs) {
        Some(BLOCK) => Ok(()),
        Some(_) => Err(Damage("a block has too few documents")),
        None => Err(Damage("a block has too many documents")),
    }
}

/// Adds the documents of a full block that is stored as a set to `bits`, of which the first is document `base`; those
/// outside are left out. Returns the last document; nothing, and adds nothing, if the block is stored otherwise.
pub fn mark_bitset(bytes: &[u8], before: Option<u32>, base: u32, bits: &mut [u64]) -> Decoded<Option<u32>> {
    let Some(set) = read_set(bytes, before)? else { return Ok(None) };
    let (count, last) = mark_bits(set.bits, i64::from(set.first) - i64::from(base), bits);
    if count == BLOCK { Ok(Some(set.first + last)) } else { Err(Damage("a block has another number of documents")) }
}

twice! {
    /// Writes the documents of a set and returns how many they are; nothing if there is no room for them.
    fn list(first: u32, bits: &[u8], docs: &mut Numbers) -> Option<usize> {
        docs[0] = first;
        let mut count = 1;
        for (&byte, base) in bits.iter().zip((first + 1..).step_by(8)) {
            let found = byte.count_ones() as usize;
            match docs.get_mut(count..).and_then(|rest| rest.first_chunk_mut()) {
                // Eight are written whatever the byte has, without a branch; the next byte overwrites those too many.
                Some(eight) => *eight = ONES[byte as usize].map(|bit| base + u32::from(bit)),
                None => {
                    let rest = docs.get_mut(count..count + found)?;
                    rest.iter_mut().zip(ONES[byte as usize]).for_each(|(slot, bit)| *slot = base + u32::from(bit));
                }
            }
            count += found;
        }
        Some(count)
    }

    /// Adds a set whose first document has this place to `bits`; returns how many documents it has, and how far behind the
    /// first the last is.
    fn mark_bits(stored: &[u8], place: i64, bits: &mut [u64]) -> (usize, u32) {
        add_word(bits, 1, place);
        let (mut count, mut last) = (1, 0);
        for (chunk, start) in stored.chunks(8).zip((1u32..).step_by(64)) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            let word = u64::from_le_bytes(word);
            add_word(bits, word, place + i64::from(start));
            count += word.count_ones() as usize;
            last = if word == 0 { last } else { start + 63 - word.leading_zeros() };
        }
        (count, last)
    }

    /// Adds documents to `bits`, of which the first is document `base`; those outside are left out.
    pub fn mark_docs(docs: &[u32], base: u32, bits: &mut [u64]) {
        for &doc in docs {
            let place = doc.wrapping_sub(base);
            if let Some(word) = bits.get_mut(place as usize / 64) {
                *word |= 1 << (place % 64);
            }
        }
    }
}

/// Adds 64 bits to `bits`, the lowest at `place`; those outside are left out.
#[inline(always)]
fn add_word(bits: &mut [u64], word: u64, place: i64) {
    let (index, shift) = (place.div_euclid(64), place.rem_euclid(64));
    let mut add = |index: i64, word: u64| {
        if let Some(slot) = usize::try_from(index).ok().and_then(|index| bits.get_mut(index)) {
            *slot |= word;
        }
    };
    add(index, word << shift);
    if shift > 0 {
        add(index + 1, word >> (64 - shift));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sets_are_the_same_whichever_way_they_are_compiled(
            first in 0u32..200, stored in prop::collection::vec(any::<u8>(), 0..40), base in 0u32..4,
        ) {
            let (mut one, mut other) = ([0; BLOCK], [0; BLOCK]);
            prop_assert_eq!(list::plain(first, &stored, &mut one), list(first, &stored, &mut other));
            prop_assert_eq!(one, other);
            let (mut one, mut other) = ([0; 5], [0; 5]);
            let place = i64::from(first) - i64::from(64 * base);
            prop_assert_eq!(mark_bits::plain(&stored, place, &mut one), mark_bits(&stored, place, &mut other));
            prop_assert_eq!(one, other);
            let docs: Vec<u32> = stored.iter().map(|&byte| first + u32::from(byte)).collect();
            let (mut one, mut other) = ([0; 5], [0; 5]);
            mark_docs::plain(&docs, 64 * base, &mut one);
            mark_docs(&docs, 64 * base, &mut other);
            prop_assert_eq!(one, other);
        }
    }
}
