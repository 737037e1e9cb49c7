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

mod set;

use crate::error::{Damage, Decoded};

use super::patched::Head;
use super::varint::{self, Cursor};

pub use set::{StoredSet, mark_bitset, mark_docs, read_set};

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

/// Document numbers or weights of one block.
pub type Numbers = [u32; BLOCK];

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
        BITSET => set::read(before, &mut cursor, docs)?,
        _ => return Err(Damage("unknown form of documents")),
    }
    Ok(cursor.rest())
}

fn read_run(first: u32, docs: &mut Numbers) -> Decoded<()> {
    first.checked_add(BLOCK as u32).ok_or(Damage("a document number is too large"))?;
    docs.iter_mut().zip(first..).for_each(|(slot, doc)| *slot = doc);
    Ok(())
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
            head.patch(bytes, cursor.position(), 0, weights)?;
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
mod tests;
