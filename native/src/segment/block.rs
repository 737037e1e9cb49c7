//! Blocks of postings: document numbers and weights.
//!
//! A full block holds [`BLOCK`] postings:
//!
//! ```text
//! form of the documents (1 byte) | form of the weights (1 byte) | documents | weights
//! ```
//!
//! Documents: forms 0 to 32 are bit-packed gaps of that many bits, [`RUN`] is consecutive numbers, [`BITSET`] one bit a
//! document. Weights: the form is the first byte of a head (see `patched`), whose rest precedes the frequencies less
//! one; [`FLOATS`] is 128 floats. Fewer postings than a block (the tail of a list, or all of it) are variable-length integers: gap and "frequency is one" in one number, then
//! the frequency less two if it is not; or, in a list of floats, the gap and four bytes.

use bitpacking::{BitPacker, BitPacker4x};

use crate::error::{Damage, Decoded};

use super::patched::Head;
use super::varint::{self, Cursor};

/// Postings in a full block.
pub const BLOCK: usize = BitPacker4x::BLOCK_LEN;

/// The documents are consecutive: only the first gap is stored.
const RUN: u8 = 64;

/// The first gap, the number of bytes, and a bit for every document number after the first.
const BITSET: u8 = 65;

/// The weights are 128 little-endian floats.
const FLOATS: u8 = 64;

/// Documents that are compared at once when one is looked for in a block.
const GROUP: usize = 16;

/// The places of the ones in every byte, lowest first; zeros after the last.
static ONES: [[u8; 8]; 256] = places_of_ones();

/// Document numbers or weights of one block.
pub type Numbers = [u32; BLOCK];

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

/// Appends a full block. `before` is the last document of the block before it; `floats` says that the weights are the
/// bits of floats and not frequencies.
pub fn write_full(out: &mut Vec<u8>, before: Option<u32>, docs: &Numbers, weights: &Numbers, floats: bool) {
    let head = out.len();
    out.extend_from_slice(&[0, 0]);
    out[head] = write_docs(out, before, docs);
    out[head + 1] = write_weights(out, weights, floats);
}

fn write_docs(out: &mut Vec<u8>, before: Option<u32>, docs: &Numbers) -> u8 {
    let (first, last) = (docs[0], docs[BLOCK - 1]);
    let span = (last - first) as usize;
    if span == BLOCK - 1 {
        varint::write(out, gap(before, first));
        return RUN;
    }
    let packer = BitPacker4x::new();
    let width = packer.num_bits_strictly_sorted(before, docs);
    let packed = width as usize * BLOCK / 8;
    if span.div_ceil(8) * 4 < packed * 3 {
        write_bitset(out, before, docs);
        return BITSET;
    }
    let start = out.len();
    out.resize(start + packed, 0);
    packer.compress_strictly_sorted(before, docs, &mut out[start..], width);
    width
}

fn write_bitset(out: &mut Vec<u8>, before: Option<u32>, docs: &Numbers) {
    let first = docs[0];
    let bytes = ((docs[BLOCK - 1] - first) as usize).div_ceil(8);
    varint::write(out, gap(before, first));
    varint::write(out, bytes as u64);
    let start = out.len();
    out.resize(start + bytes, 0);
    for doc in &docs[1..] {
        let bit = (doc - first - 1) as usize;
        out[start + bit / 8] |= 1 << (bit % 8);
    }
}

fn write_weights(out: &mut Vec<u8>, weights: &Numbers, floats: bool) -> u8 {
    if floats {
        weights.iter().for_each(|bits| out.extend_from_slice(&bits.to_le_bytes()));
        return FLOATS;
    }
    let less = weights.map(|tf| tf - 1);
    let (head, form) = (Head::of(&less), out.len());
    head.write(out);
    let start = out.len();
    out.resize(start + head.width as usize * BLOCK / 8, 0);
    BitPacker4x::new().compress(&less.map(|less| head.low(less)), &mut out[start..], head.width);
    head.write_patch(out, &less);
    out.remove(form) // it stands before the documents
}

/// Returns how many of the ascending documents are before `doc`.
#[inline]
pub fn count_below(docs: &Numbers, doc: u32) -> usize {
    // Without a branch: a binary search is mispredicted at every second step.
    let (groups, _) = docs.as_chunks::<GROUP>();
    let below = groups.iter().map(|group| usize::from(group[GROUP - 1] < doc)).sum::<usize>();
    let within = groups.get(below).map_or(0, |group| group.iter().map(|&other| usize::from(other < doc)).sum());
    below * GROUP + within
}

/// Reads the documents of a full block and returns the bytes that [`read_weights`] wants.
#[inline]
pub fn read_docs<'a>(bytes: &'a [u8], before: Option<u32>, docs: &mut Numbers) -> Decoded<&'a [u8]> {
    let mut cursor = Cursor::new(bytes);
    let [form, _] = cursor.array()?;
    match form {
        0..=32 => {
            let packed = cursor.take(form as usize * BLOCK / 8)?;
            BitPacker4x::new().decompress_strictly_sorted(before, packed, docs, form);
        }
        RUN => read_run(first_doc(before, &mut cursor)?, docs)?,
        BITSET => read_bitset(before, &mut cursor, docs)?,
        _ => return Err(Damage("unknown form of documents")),
    }
    Ok(cursor.rest())
}

fn read_run(first: u32, docs: &mut Numbers) -> Decoded<()> {
    first.checked_add(BLOCK as u32).ok_or(Damage("a document number is too large"))?;
    docs.iter_mut().zip(first..).for_each(|(slot, doc)| *slot = doc);
    Ok(())
}

fn read_bitset(before: Option<u32>, cursor: &mut Cursor, docs: &mut Numbers) -> Decoded<()> {
    let first = first_doc(before, cursor)?;
    let bits = cursor.prefixed()?;
    first.checked_add(bits.len() as u32 * 8 + 1).ok_or(Damage("a document number is too large"))?;
    docs[0] = first;
    let mut count = 1;
    for (&byte, base) in bits.iter().zip((first + 1..).step_by(8)) {
        let found = byte.count_ones() as usize;
        match docs.get_mut(count..).and_then(|rest| rest.first_chunk_mut()) {
            // Eight are written whatever the byte has, without a branch; the next byte overwrites those too many.
            Some(eight) => *eight = ONES[byte as usize].map(|bit| base + u32::from(bit)),
            None => {
                let rest = docs.get_mut(count..count + found).ok_or(Damage("a block has too many documents"))?;
                rest.iter_mut().zip(ONES[byte as usize]).for_each(|(slot, bit)| *slot = base + u32::from(bit));
            }
        }
        count += found;
    }
    if count == BLOCK { Ok(()) } else { Err(Damage("a block has too few documents")) }
}

/// Adds the documents of a full block that is stored as a bitset to `bits`, of which the first is document `base`; those
/// outside are left out. Returns the last document; nothing, and adds nothing, if the block is stored otherwise.
pub fn mark_bitset(bytes: &[u8], before: Option<u32>, base: u32, bits: &mut [u64]) -> Decoded<Option<u32>> {
    let mut cursor = Cursor::new(bytes);
    let [form, _] = cursor.array()?;
    if form != BITSET {
        return Ok(None);
    }
    let first = first_doc(before, &mut cursor)?;
    let stored = cursor.prefixed()?;
    first.checked_add(stored.len() as u32 * 8 + 1).ok_or(Damage("a document number is too large"))?;
    let place = i64::from(first) - i64::from(base);
    add_word(bits, 1, place);
    let (mut count, mut last) = (1, first);
    for (chunk, start) in stored.chunks(8).zip((1..).step_by(64)) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        let word = u64::from_le_bytes(word);
        add_word(bits, word, place + i64::from(start));
        count += word.count_ones() as usize;
        last = if word == 0 { last } else { first + start as u32 + 63 - word.leading_zeros() };
    }
    if count == BLOCK { Ok(Some(last)) } else { Err(Damage("a block has another number of documents")) }
}

/// Adds 64 bits to `bits`, the lowest at `place`; those outside are left out.
#[inline]
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

/// Reads the weights of a full block from the bytes that [`read_docs`] returned; `form` is the block's second byte.
#[inline]
pub fn read_weights(bytes: &[u8], form: u8, weights: &mut Numbers) -> Decoded<()> {
    match form {
        0 => weights.fill(1),
        FLOATS => {
            let floats = Cursor::new(bytes).take(4 * BLOCK)?.as_chunks().0;
            weights.iter_mut().zip(floats).for_each(|(slot, float)| *slot = u32::from_le_bytes(*float));
        }
        _ => {
            let mut cursor = Cursor::new(bytes);
            let head = Head::read(form, &mut cursor)?;
            let packed = cursor.take(head.width as usize * BLOCK / 8)?;
            BitPacker4x::new().decompress(packed, weights, head.width);
            head.patch(cursor.rest(), 0, weights)?;
            weights.iter_mut().for_each(|tf| *tf = tf.wrapping_add(1));
        }
    }
    Ok(())
}

/// Appends fewer postings than a block.
pub fn write_tail(out: &mut Vec<u8>, mut before: Option<u32>, docs: &[u32], weights: &[u32], floats: bool) {
    for (&doc, &weight) in docs.iter().zip(weights) {
        let gap = gap(before, doc);
        before = Some(doc);
        if floats {
            varint::write(out, gap);
            out.extend_from_slice(&weight.to_le_bytes());
        } else {
            varint::write(out, gap << 1 | (weight == 1) as u64);
            if weight != 1 {
                varint::write(out, weight as u64 - 2);
            }
        }
    }
}

/// Reads `count` postings, fewer than a block.
pub fn read_tail(
    bytes: &[u8],
    mut before: Option<u32>,
    count: usize,
    floats: bool,
    docs: &mut Numbers,
    weights: &mut Numbers,
) -> Decoded<()> {
    let mut cursor = Cursor::new(bytes);
    for (slot, weight) in docs.iter_mut().zip(weights).take(count) {
        let number = cursor.varint()?;
        let (gap, once) = if floats { (number, false) } else { (number >> 1, number & 1 == 1) };
        *slot = after(before, gap)?;
        before = Some(*slot);
        *weight = match (floats, once) {
            (true, _) => u32::from_le_bytes(cursor.array()?),
            (false, true) => 1,
            (false, false) => cursor.varint32()?.checked_add(2).ok_or(Damage("a frequency is too large"))?,
        };
    }
    Ok(())
}

/// Appends the documents of `count` postings, fewer than a block; all must be less than `doc_count`.
pub fn read_tail_docs(bytes: &[u8], count: usize, floats: bool, doc_count: u32, out: &mut Vec<u32>) -> Decoded<()> {
    let (mut cursor, mut before) = (Cursor::new(bytes), None);
    for _ in 0..count {
        let number = cursor.varint()?;
        let gap = if floats { number } else { number >> 1 };
        let doc = after(before, gap)?;
        if floats {
            cursor.take(4)?;
        } else if number & 1 == 0 {
            cursor.varint()?;
        }
        before = Some(doc);
        out.push(doc);
    }
    // They ascend: the last is the greatest.
    if before.is_none_or(|last| last < doc_count) { Ok(()) } else { Err(Damage("a document number is too large")) }
}

fn gap(before: Option<u32>, doc: u32) -> u64 {
    before.map_or(doc, |before| doc - before - 1) as u64
}

fn first_doc(before: Option<u32>, cursor: &mut Cursor) -> Decoded<u32> {
    let gap = cursor.varint()?;
    after(before, gap)
}

#[inline]
fn after(before: Option<u32>, gap: u64) -> Decoded<u32> {
    let doc = before.map_or(0, |before| before as u64 + 1).saturating_add(gap);
    u32::try_from(doc).map_err(|_| Damage("a document number is too large"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ascending(before: Option<u32>, gaps: &[u32]) -> Numbers {
        let mut doc = before.map_or(0, |before| before + 1);
        std::array::from_fn(|index| {
            doc += gaps[index] + 1;
            doc - 1
        })
    }

    fn full(before: Option<u32>, gaps: &[u32], weights: &Numbers, floats: bool) -> Result<(), TestCaseError> {
        let docs = ascending(before, gaps);
        let mut bytes = Vec::new();
        write_full(&mut bytes, before, &docs, weights, floats);
        let (mut read, mut read_w) = ([0; BLOCK], [0; BLOCK]);
        let rest = read_docs(&bytes, before, &mut read).unwrap();
        read_weights(rest, bytes[1], &mut read_w).unwrap();
        prop_assert_eq!(read, docs);
        prop_assert_eq!(&read_w, weights);
        Ok(())
    }

    proptest! {
        #[test]
        fn a_full_block_comes_back(
            before in prop::option::of(0u32..1000),
            gaps in prop::collection::vec(0u32..50, BLOCK),
            most in 0u32..50,
            weights in prop::array::uniform32((any::<u32>(), 18u32..32).prop_map(|(tf, less)| (tf >> less) + 1)),
            floats: bool,
        ) {
            let gaps: Vec<u32> = gaps.iter().map(|gap| gap.saturating_sub(most)).collect();
            let weights: Numbers = std::array::from_fn(|index| weights[index % 32]);
            full(before, &gaps, &weights, floats)?;
        }

        #[test]
        fn packed_gaps_lie_where_the_description_says(
            before in prop::option::of(0u32..1000),
            gaps in prop::collection::vec(0u32..5000, BLOCK),
        ) {
            let docs = ascending(before, &gaps);
            let mut bytes = Vec::new();
            write_full(&mut bytes, before, &docs, &[1; BLOCK], false);
            let width = bytes[0] as usize;
            prop_assume!((1..=32).contains(&width));
            let read = |index: usize| {
                let (lane, first) = (index % 4, index / 4 * width);
                let bit = |at: usize| bytes[2 + at / 32 * 16 + 4 * lane + at % 32 / 8] >> (at % 8) & 1;
                (0..width).fold(0, |sum, at| sum | (bit(first + at) as u32) << at)
            };
            prop_assert_eq!((0..BLOCK).map(read).collect::<Vec<_>>(), gaps);
        }

        #[test]
        fn a_block_is_marked_where_its_documents_are(
            before in prop::option::of(0u32..300),
            gaps in prop::collection::vec(0u32..4, BLOCK),
            base in 0u32..10,
        ) {
            let docs = ascending(before, &gaps);
            let mut bytes = Vec::new();
            write_full(&mut bytes, before, &docs, &[1; BLOCK], false);
            let (base, mut bits) = (base * 64, [0u64; 6]);
            if let Some(last) = mark_bitset(&bytes, before, base, &mut bits).unwrap() {
                prop_assert_eq!(last, docs[BLOCK - 1]);
                let found = (0..64 * 6).filter(|bit| bits[bit / 64] >> (bit % 64) & 1 == 1);
                let inside = docs.iter().filter(|&&doc| (base..base + 64 * 6).contains(&doc));
                prop_assert_eq!(
                    found.map(|bit| base + bit as u32).collect::<Vec<_>>(),
                    inside.copied().collect::<Vec<_>>()
                );
            }
        }

        #[test]
        fn a_tail_comes_back(
            docs in prop::collection::btree_set(0u32..100_000, 1..BLOCK),
            tf in 1u32..5,
            floats: bool,
        ) {
            let docs: Vec<u32> = docs.into_iter().collect();
            let weights = vec![tf; docs.len()];
            let mut bytes = Vec::new();
            write_tail(&mut bytes, None, &docs, &weights, floats);
            let (mut read, mut read_w) = ([0; BLOCK], [0; BLOCK]);
            read_tail(&bytes, None, docs.len(), floats, &mut read, &mut read_w).unwrap();
            prop_assert_eq!(&read[..docs.len()], &docs[..]);
            prop_assert_eq!(&read_w[..weights.len()], weights);
            let mut alone = Vec::new();
            read_tail_docs(&bytes, docs.len(), floats, 100_000, &mut alone).unwrap();
            prop_assert_eq!(&alone, &docs);
            prop_assert!(read_tail_docs(&bytes, docs.len(), floats, docs[docs.len() - 1], &mut alone).is_err());
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), floats: bool) {
            let (mut docs, mut weights) = ([0; BLOCK], [0; BLOCK]);
            let _ = read_docs(&bytes, Some(3), &mut docs);
            let _ = read_weights(&bytes, bytes.first().copied().unwrap_or(0), &mut weights);
            let _ = mark_bitset(&bytes, Some(3), 64, &mut [0; 2]);
            let _ = read_tail(&bytes, None, 100, floats, &mut docs, &mut weights);
        }
    }
}
