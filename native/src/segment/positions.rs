//! The extras of a block: positions, or the opaque values of postings.
//!
//! Positions of a block are the gaps of all its postings one after another (the first of a posting is the position
//! itself). Up to [`FEW`] of them are variable-length integers; more are packed in chunks of [`CHUNK`] with exceptions
//! (see `patched`): first the heads of all chunks, then the chunks, the low bits of a full one in four lanes, as the
//! numbers of a block are, and those of the rest one number after another. So the positions of one posting are read
//! without the rest.
//!
//! Values of a block are their lengths (variable-length integers), then their bytes.

use bitpacking::{BitPacker, BitPacker4x};

use crate::error::{Damage, Decoded};

use super::bits;
use super::block::BLOCK;
use super::patched::Head;
use super::varint::{self, Cursor};

/// Up to so many gaps are not packed.
const FEW: usize = 16;

/// Gaps packed with one width.
const CHUNK: usize = BitPacker4x::BLOCK_LEN;

/// Appends the gaps of a block's positions.
pub fn write(out: &mut Vec<u8>, gaps: &[u32]) {
    if gaps.len() <= FEW {
        gaps.iter().for_each(|&gap| varint::write(out, gap as u64));
        return;
    }
    let heads: Vec<Head> = gaps.chunks(CHUNK).map(Head::of).collect();
    heads.iter().for_each(|head| head.write(out));
    for (chunk, head) in gaps.chunks(CHUNK).zip(&heads) {
        let mut low = [0; CHUNK];
        low.iter_mut().zip(chunk).for_each(|(low, &gap)| *low = head.low(gap));
        if chunk.len() == CHUNK {
            let start = out.len();
            out.resize(start + low_size(head, CHUNK), 0);
            BitPacker4x::new().compress(&low, &mut out[start..], head.width);
        } else {
            bits::write(out, &low[..chunk.len()], head.width as u32);
        }
        head.write_patch(out, chunk);
    }
}

/// Returns the bytes of the low bits of a chunk.
fn low_size(head: &Head, len: usize) -> usize {
    bits::size(len, head.width as u32)
}

/// Appends to `out` the `count` gaps of a block.
pub fn read_gaps(bytes: &[u8], count: usize, out: &mut Vec<u32>) -> Decoded<()> {
    let mut block = BlockPositions::default();
    block.open(bytes, count)?;
    let start = out.len();
    while out.len() - start < count {
        let chunk = (out.len() - start) / CHUNK;
        out.extend_from_slice(block.chunk(chunk)?);
    }
    Ok(())
}

/// The positions of a block of postings, decoded chunk by chunk as they are asked for.
#[derive(Debug, Clone)]
pub(super) struct BlockPositions<'a> {
    /// Where the gaps of each posting start, and where the last end.
    starts: [u32; BLOCK + 1],
    count: usize,
    /// How the gaps of each chunk are packed, and where in `packed`.
    heads: Vec<(Head, usize)>,
    packed: &'a [u8],
    /// The chunk that is decoded, and how many gaps it has; none at first.
    chunk: usize,
    len: usize,
    gaps: [u32; CHUNK],
}

impl Default for BlockPositions<'_> {
    fn default() -> Self {
        let (starts, gaps) = ([0; BLOCK + 1], [0; CHUNK]);
        BlockPositions { starts, count: 0, heads: Vec::new(), packed: &[], chunk: 0, len: 0, gaps }
    }
}

impl<'a> BlockPositions<'a> {
    /// Goes to a block, given by its bytes and the frequencies of its postings.
    pub fn enter(&mut self, bytes: &'a [u8], frequencies: &[u32]) -> Decoded<()> {
        let mut sum = 0u32;
        for (start, &frequency) in self.starts[1..].iter_mut().zip(frequencies) {
            sum = sum.wrapping_add(frequency);
            *start = sum;
        }
        let exact: u64 = frequencies.iter().map(|&frequency| u64::from(frequency)).sum();
        if exact != u64::from(sum) {
            return Err(Damage("a block has too many positions"));
        }
        self.open(bytes, sum as usize)
    }

    fn open(&mut self, bytes: &'a [u8], count: usize) -> Decoded<()> {
        (self.count, self.chunk, self.len) = (count, 0, 0);
        self.heads.clear();
        let mut cursor = Cursor::new(bytes);
        if count <= FEW {
            for gap in &mut self.gaps[..count] {
                *gap = cursor.varint32()?;
            }
            self.len = count;
            return Ok(());
        }
        let mut offset = 0;
        for start in (0..count).step_by(CHUNK) {
            let first = cursor.byte()?;
            let head = Head::read(first, &mut cursor)?;
            self.heads.push((head, offset));
            offset += low_size(&head, CHUNK.min(count - start)) + head.patch_size();
        }
        self.packed = cursor.rest();
        Ok(())
    }

    /// Appends to `out` the positions of a posting of the block.
    #[inline]
    pub fn read(&mut self, posting: usize, out: &mut Vec<u32>) -> Decoded<()> {
        let (mut start, end) = (self.starts[posting] as usize, self.starts[posting + 1] as usize);
        let mut position = 0u32;
        while start < end {
            let chunk = start / CHUNK;
            let gaps = self.chunk(chunk)?;
            let gaps = gaps.get(start % CHUNK..gaps.len().min(end - chunk * CHUNK)).unwrap_or_default();
            if gaps.is_empty() {
                return Err(Damage("positions are out of range"));
            }
            for &gap in gaps {
                position = position.checked_add(gap).ok_or(Damage("a position is too large"))?;
                out.push(position);
            }
            start += gaps.len();
        }
        Ok(())
    }

    /// Returns the gaps of a chunk; decodes them unless they are those decoded last.
    #[inline]
    fn chunk(&mut self, chunk: usize) -> Decoded<&[u32]> {
        if self.len == 0 || chunk != self.chunk {
            self.decode(chunk)?;
        }
        Ok(&self.gaps[..self.len])
    }

    fn decode(&mut self, chunk: usize) -> Decoded<()> {
        let damage = Damage("positions are out of range");
        let &(head, offset) = self.heads.get(chunk).ok_or(damage)?;
        (self.chunk, self.len) = (chunk, CHUNK.min(self.count - chunk * CHUNK));
        // What follows the chunk is handed on too: numbers are read in words, which may reach beyond it.
        let bytes = self.packed.get(offset..).ok_or(damage)?;
        let (low, rest) = bytes.split_at_checked(low_size(&head, self.len)).ok_or(damage)?;
        if self.len == CHUNK {
            BitPacker4x::new().decompress(low, &mut self.gaps, head.width);
        } else {
            bits::read(bytes, head.width as u32, &mut self.gaps[..self.len])?;
        }
        head.patch(rest, 0, &mut self.gaps[..self.len])
    }
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
        fn any_posting_is_read_alone(
            frequencies in prop::collection::vec(0u32..12, 1..=BLOCK), most in 1u32..5000, asked in any::<Vec<u8>>(),
        ) {
            let count = frequencies.iter().sum::<u32>();
            let gaps: Vec<u32> = (0..count).map(|index| index * 7919 % if index % 40 == 39 { most * 600 } else { most }).collect();
            let mut bytes = Vec::new();
            write(&mut bytes, &gaps);
            let mut all = Vec::new();
            read_gaps(&bytes, gaps.len(), &mut all).unwrap();
            prop_assert_eq!(&all, &gaps);
            let mut block = BlockPositions::default();
            block.enter(&bytes, &frequencies).unwrap();
            for posting in asked.iter().map(|&posting| posting as usize % frequencies.len()) {
                let start = frequencies[..posting].iter().sum::<u32>() as usize;
                let wanted = &gaps[start..start + frequencies[posting] as usize];
                let sums: Vec<u32> = wanted.iter().scan(0, |sum, gap| { *sum += gap; Some(*sum) }).collect();
                let mut found = Vec::new();
                block.read(posting, &mut found).unwrap();
                prop_assert_eq!(found, sums);
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..60), count in 0usize..300) {
            let mut block = BlockPositions::default();
            let _ = block.enter(&bytes, &[count as u32 / 2, count as u32 / 2]).map(|()| block.read(1, &mut Vec::new()));
            let _ = read_gaps(&bytes, count, &mut Vec::new());
            let _ = read_value(&bytes, count, count / 2);
        }
    }
}
