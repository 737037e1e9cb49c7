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
use super::places::{self, Places};
use super::sums::running_sums;
use super::varint::{self, Cursor};

/// Up to so many gaps are not packed.
const FEW: usize = 16;

/// Gaps packed with one width.
const CHUNK: usize = BitPacker4x::BLOCK_LEN;

/// Lanes of a full chunk.
const LANES: usize = 4;

/// From so many postings of a block on all its positions are decoded at once.
const MANY: usize = 12;

/// No chunk.
const NONE: usize = usize::MAX;

const OUTSIDE: Damage = Damage("positions are out of range");

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
        block.decode(chunk)?;
        out.extend_from_slice(&block.gaps[..block.len]);
    }
    Ok(())
}

/// The positions of a block of postings, read as they are asked for: a few gaps alone, or the whole chunk that they are
/// in where more of the chunk before were wanted.
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
    /// The chunk that was read from last, unless it is the one decoded.
    seen: usize,
    /// Whether more than one posting of the chunk decoded was asked for.
    is_dense: bool,
}

impl Default for BlockPositions<'_> {
    fn default() -> Self {
        BlockPositions {
            starts: [0; BLOCK + 1],
            count: 0,
            heads: Vec::new(),
            packed: &[],
            chunk: 0,
            len: 0,
            gaps: [0; CHUNK],
            seen: NONE,
            is_dense: false,
        }
    }
}

impl<'a> BlockPositions<'a> {
    /// Goes to a block, given by its bytes and the frequencies of its postings.
    pub fn enter(&mut self, bytes: &'a [u8], frequencies: &[u32]) -> Decoded<()> {
        running_sums(frequencies, 0, &mut self.starts[1..=frequencies.len()]);
        let exact: u64 = frequencies.iter().map(|&frequency| u64::from(frequency)).sum();
        if exact > u64::from(u32::MAX) {
            return Err(Damage("a block has too many positions"));
        }
        self.open(bytes, exact as usize)
    }

    fn open(&mut self, bytes: &'a [u8], count: usize) -> Decoded<()> {
        (self.count, self.chunk, self.len, self.seen) = (count, 0, 0, NONE);
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
        let first = out.len();
        self.read_gaps_of(posting, out)?;
        add_up(&mut out[first..])
    }

    #[inline]
    fn read_gaps_of(&mut self, posting: usize, out: &mut Vec<u32>) -> Decoded<()> {
        let (mut start, end) = (self.starts[posting] as usize, self.starts[posting + 1] as usize);
        let mut few = [0; FEW];
        while start < end {
            let (chunk, from) = (start / CHUNK, start % CHUNK);
            let len = (CHUNK - from).min(end - start);
            out.extend_from_slice(&self.gaps(chunk, from, len, &mut few)?[..len]);
            start += len;
        }
        Ok(())
    }

    /// Appends the positions of ascending postings of the block to `out`; costs little a posting where they are many.
    pub fn read_many(&mut self, postings: &[u8], out: &mut Places) -> Decoded<()> {
        if postings.len() < MANY {
            return postings.iter().try_for_each(|&posting| self.read_one(posting as usize, out));
        }
        let slots = out.room(self.count);
        let (mut sum, mut bits) = (0, 0);
        for (chunk, slots) in slots.chunks_mut(CHUNK).enumerate() {
            self.decode(chunk)?;
            sum = running_sums(&self.gaps[..self.len], sum, slots);
            bits = self.gaps[..self.len].iter().fold(bits, |bits, gap| bits | gap);
        }
        if u64::from(bits) * self.count as u64 > u64::from(places::LARGE) {
            return postings.iter().try_for_each(|&posting| self.read_one(posting as usize, out));
        }
        out.add_some(self.count, &self.starts, postings);
        Ok(())
    }

    fn read_one(&mut self, posting: usize, out: &mut Places) -> Decoded<()> {
        let (mut start, end) = (self.starts[posting] as usize, self.starts[posting + 1] as usize);
        let (mut sum, mut few, mut slots) = (0u64, [0; FEW], out.room(end - start));
        while start < end {
            let (chunk, from) = (start / CHUNK, start % CHUNK);
            let (here, later) = slots.split_at_mut((CHUNK - from).min(end - start));
            (start, slots) = (start + here.len(), later);
            let gaps = self.gaps(chunk, from, here.len(), &mut few)?;
            for (slot, &gap) in here.iter_mut().zip(gaps) {
                sum += u64::from(gap);
                *slot = sum as u32;
            }
        }
        out.add_one(end - self.starts[posting] as usize, sum);
        if sum > u64::from(u32::MAX) { Err(TOO_LARGE) } else { Ok(()) }
    }

    /// Returns the gaps of a chunk from place `from` on, `len` at least: where the chunk is decoded, or in `few`.
    #[inline]
    fn gaps<'g>(&'g mut self, chunk: usize, from: usize, len: usize, few: &'g mut [u32; FEW]) -> Decoded<&'g [u32]> {
        if self.len == 0 || chunk != self.chunk {
            let is_again = chunk == self.seen;
            self.seen = chunk;
            if !is_again && !self.is_dense && len <= FEW {
                self.read_few(chunk, from, &mut few[..len])?;
                return Ok(few);
            }
            self.decode(chunk)?;
            self.is_dense = false; // until the chunk is wanted again
            return self.decoded(from, len);
        }
        self.is_dense = true;
        self.decoded(from, len)
    }

    #[inline]
    fn decoded(&self, from: usize, len: usize) -> Decoded<&[u32]> {
        if from + len > self.len { Err(OUTSIDE) } else { Ok(&self.gaps[from..]) }
    }

    fn decode(&mut self, chunk: usize) -> Decoded<()> {
        if self.len > 0 && chunk == self.chunk {
            return Ok(());
        }
        let (head, len, bytes) = self.packed(chunk)?;
        (self.chunk, self.len) = (chunk, len);
        let size = low_size(&head, len);
        let low = bytes.get(..size).ok_or(OUTSIDE)?;
        if len == CHUNK {
            BitPacker4x::new().decompress(low, &mut self.gaps, head.width);
        } else {
            bits::read(bytes, head.width as u32, &mut self.gaps[..len])?;
        }
        head.patch(bytes, size, 0, &mut self.gaps[..len])
    }

    /// Reads gaps of a chunk from place `from` on, without decoding the others.
    fn read_few(&self, chunk: usize, from: usize, out: &mut [u32]) -> Decoded<()> {
        let (head, len, bytes) = self.packed(chunk)?;
        let size = low_size(&head, len);
        let low = bytes.get(..size).ok_or(OUTSIDE)?;
        let width = head.width as u32;
        for (place, gap) in (from..).zip(out.iter_mut()) {
            *gap = if len == CHUNK { in_lane(low, width, place) } else { bits::get(bytes, width, place) };
        }
        head.patch(bytes, size, from, out)
    }

    /// Returns how a chunk is packed, how many gaps it has, and its bytes; those that follow the chunk too, since numbers
    /// are read in words, which may reach beyond it.
    #[inline]
    fn packed(&self, chunk: usize) -> Decoded<(Head, usize, &'a [u8])> {
        let &(head, offset) = self.heads.get(chunk).ok_or(OUTSIDE)?;
        Ok((head, CHUNK.min(self.count - chunk * CHUNK), self.packed.get(offset..).ok_or(OUTSIDE)?))
    }
}

const TOO_LARGE: Damage = Damage("a position is too large");

/// Turns gaps into positions.
#[inline]
fn add_up(gaps: &mut [u32]) -> Decoded<()> {
    let mut position = 0;
    for gap in gaps {
        position += u64::from(*gap);
        *gap = position as u32;
    }
    if position > u64::from(u32::MAX) { Err(TOO_LARGE) } else { Ok(()) }
}

/// Reads one of the numbers of a full chunk: number `place` is in lane `place % 4` of four, of which each has its words of
/// 32 bits beside those of the others.
#[inline]
fn in_lane(low: &[u8], width: u32, place: usize) -> u32 {
    let (words, _) = low.as_chunks::<4>();
    let bit = place / LANES * width as usize;
    let at = bit / 32 * LANES + place % LANES;
    let word = |at: usize| words.get(at).map_or(0, |&word| u64::from(u32::from_le_bytes(word)));
    let both = (word(at) | word(at + LANES) << 32) >> (bit % 32);
    (both & ((1 << width) - 1)) as u32
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
mod tests;
