//! The extras of a block: positions, or the opaque values of postings.
//!
//! Positions of a block are the gaps of all its postings one after another (the first of a posting is the position
//! itself). Up to [`FEW`] of them are variable-length integers; more are bit-packed in chunks of [`CHUNK`], each of its
//! own width: first all widths, a byte each, then the chunks. So the positions of one posting are read without the rest.
//!
//! Values of a block are their lengths (variable-length integers), then their bytes.

use std::ops::Range;

use crate::error::{Damage, Decoded};

use super::bits;
use super::varint::{self, Cursor};

/// Up to so many gaps are not packed.
const FEW: usize = 16;

/// Gaps packed with one width.
const CHUNK: usize = 128;

/// Appends the gaps of a block's positions.
pub fn write(out: &mut Vec<u8>, gaps: &[u32]) {
    if gaps.len() <= FEW {
        gaps.iter().for_each(|&gap| varint::write(out, gap as u64));
        return;
    }
    out.extend(gaps.chunks(CHUNK).map(|chunk| bits::width(chunk) as u8));
    gaps.chunks(CHUNK).for_each(|chunk| bits::write(out, chunk, bits::width(chunk)));
}

/// Appends to `out` the positions of the posting whose gaps are `wanted` among the `count` of the block.
pub fn read(bytes: &[u8], count: usize, wanted: Range<usize>, out: &mut Vec<u32>) -> Decoded<()> {
    let start = out.len();
    if count <= FEW {
        read_few(bytes, wanted, out)?
    } else {
        read_packed(bytes, count, wanted, out)?
    }
    let mut position = 0u32;
    for gap in &mut out[start..] {
        position = position.checked_add(*gap).ok_or(Damage("a position is too large"))?;
        *gap = position;
    }
    Ok(())
}

/// Appends to `out` the gaps `wanted` among the `count` of the block.
pub fn read_gaps(bytes: &[u8], count: usize, wanted: Range<usize>, out: &mut Vec<u32>) -> Decoded<()> {
    if count <= FEW { read_few(bytes, wanted, out) } else { read_packed(bytes, count, wanted, out) }
}

fn read_few(bytes: &[u8], wanted: Range<usize>, out: &mut Vec<u32>) -> Decoded<()> {
    let mut cursor = Cursor::new(bytes);
    for _ in 0..wanted.start {
        cursor.varint()?;
    }
    for _ in wanted {
        out.push(cursor.varint32()?);
    }
    Ok(())
}

fn read_packed(bytes: &[u8], count: usize, mut wanted: Range<usize>, out: &mut Vec<u32>) -> Decoded<()> {
    let mut cursor = Cursor::new(bytes);
    let widths = cursor.take(count.div_ceil(CHUNK))?;
    let packed = cursor.rest();
    let first = wanted.start / CHUNK;
    let skipped = widths.get(..first).ok_or(Damage("positions are out of range"))?;
    let mut offset: usize = skipped.iter().map(|&width| width as usize * CHUNK / 8).sum();
    for (chunk, &width) in widths.iter().enumerate().skip(first) {
        if wanted.is_empty() {
            break;
        }
        let from = wanted.start - chunk * CHUNK;
        let taken = wanted.len().min(CHUNK - from);
        let bytes = packed.get(offset..).ok_or(Damage("positions are out of range"))?;
        bits::read(bytes, width as u32, from, taken, out)?;
        wanted.start += taken;
        offset += width as usize * CHUNK / 8;
    }
    if wanted.is_empty() { Ok(()) } else { Err(Damage("positions are out of range")) }
}

/// Returns value `index` of the `count` of a block.
pub fn read_value(bytes: &[u8], count: usize, index: usize) -> Decoded<&[u8]> {
    let mut cursor = Cursor::new(bytes);
    let (mut start, mut length) = (0usize, 0);
    for at in 0..count {
        let next = cursor.varint32()? as usize;
        start += if at < index { next } else { 0 };
        length = if at == index { next } else { length };
    }
    let values = Cursor::new(cursor.rest());
    values.rest().get(start..start + length).ok_or(Damage("a value is out of range"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_posting_is_read_alone(gaps in prop::collection::vec(0u32..5000, 1..600), cut in any::<(u16, u16)>()) {
            let mut bytes = Vec::new();
            write(&mut bytes, &gaps);
            let (a, b) = (cut.0 as usize % gaps.len(), cut.1 as usize % gaps.len());
            let wanted = a.min(b)..a.max(b) + 1;
            let mut read_back = Vec::new();
            read(&bytes, gaps.len(), wanted.clone(), &mut read_back).unwrap();
            let sums: Vec<u32> = gaps[wanted].iter().scan(0, |sum, gap| { *sum += gap; Some(*sum) }).collect();
            prop_assert_eq!(read_back, sums);
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..60), count in 0usize..300) {
            let _ = read(&bytes, count, count / 2..count, &mut Vec::new());
            let _ = read_value(&bytes, count, count / 2);
        }
    }
}
