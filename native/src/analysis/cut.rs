//! Cutting text into raw tokens: plain ASCII words 64 bytes at a time, the rest by `scan`.

use std::ops::Range;

use super::classes::Lookup;
use super::scan::token_end;

pub(super) const BLOCK: usize = 64;

/// An iterator over the byte ranges of the raw tokens of a text, in order.
pub(super) struct Cuts<'t> {
    text: &'t str,
    lookup: Lookup,
    block: Block,
    place: usize,
}

impl<'t> Cuts<'t> {
    pub(super) fn new(text: &'t str, lookup: Lookup) -> Self {
        Self::starting(text, lookup, 0)
    }

    /// Starts at a place where a token starts, or between tokens.
    #[inline]
    pub(super) fn starting(text: &'t str, lookup: Lookup, place: usize) -> Self {
        let block = Block::read(text.as_bytes(), place & !(BLOCK - 1));
        Self { text, lookup, block, place }
    }

    /// Returns the first byte at or after the place that is (`word` set) or is not in a plain word; a byte beyond ASCII
    /// is neither: it ends words and starts what may be one.
    #[inline]
    fn find(&mut self, mut place: usize, bits: impl Fn(&Block) -> u64) -> usize {
        let length = self.text.len();
        while place < length {
            let base = place & !(BLOCK - 1);
            if base != self.block.base {
                self.block = Block::read(self.text.as_bytes(), base);
            }
            let rest = bits(&self.block) >> (place - base);
            if rest != 0 {
                return place + rest.trailing_zeros() as usize;
            }
            place = base + BLOCK;
        }
        length
    }
}

impl Iterator for Cuts<'_> {
    type Item = Range<usize>;

    #[inline]
    fn next(&mut self) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        loop {
            let start = self.find(self.place, |block| block.word | block.beyond);
            let first = *bytes.get(start)?;
            if first.is_ascii() {
                let mut end = self.find(start, |block| !block.word);
                if may_go_on(bytes, start, end) {
                    end = token_end(self.lookup, self.text, start).unwrap_or(end);
                }
                self.place = end;
                return Some(start..end);
            }
            if let Some(end) = token_end(self.lookup, self.text, start) {
                self.place = end;
                return Some(start..end);
            }
            self.place = start + utf8_length(first);
        }
    }
}

/// Tells whether the plain word `start..end` may be only the beginning of a token: O'Brien, U.S., 1.5, café.
#[inline]
fn may_go_on(bytes: &[u8], start: usize, end: usize) -> bool {
    let Some(&next) = bytes.get(end) else {
        return false;
    };
    match next {
        b'\'' => true,
        b'.' => end == start + 1 || bytes[end - 1].is_ascii_digit(),
        b',' => bytes[end - 1].is_ascii_digit(),
        _ => !next.is_ascii(),
    }
}

/// Returns the length of the character whose first byte this is.
fn utf8_length(first: u8) -> usize {
    match first {
        0xf0.. => 4,
        0xe0.. => 3,
        _ => 2,
    }
}

/// What the 64 bytes from `base` are, a bit each; the bits past the end of the text are clear.
pub(super) struct Block {
    base: usize,
    /// ASCII letters and digits.
    pub(super) word: u64,
    /// Bytes beyond ASCII.
    pub(super) beyond: u64,
}

impl Block {
    #[inline]
    pub(super) fn read(bytes: &[u8], base: usize) -> Self {
        let rest = bytes.get(base..).unwrap_or_default();
        let (word, beyond) = match rest.first_chunk::<BLOCK>() {
            Some(block) => classify(block),
            None => {
                let mut padded = [0; BLOCK];
                padded[..rest.len()].copy_from_slice(rest);
                classify(&padded)
            }
        };
        Self { base, word, beyond }
    }
}

/// Returns the bits of ASCII letters and digits, and of bytes beyond ASCII.
#[cfg(target_arch = "x86_64")]
#[inline]
fn classify(block: &[u8; BLOCK]) -> (u64, u64) {
    // SAFETY: SSE2 is part of every x86-64.
    unsafe { classify_sse2(block) }
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "sse2")]
#[inline]
fn classify_sse2(block: &[u8; BLOCK]) -> (u64, u64) {
    use std::arch::x86_64::{_mm_movemask_epi8, _mm_or_si128, _mm_set_epi64x, _mm_set1_epi8};
    let (mut word, mut beyond) = (0, 0);
    for (part, bytes) in block.as_chunks::<16>().0.iter().enumerate() {
        let both = u128::from_le_bytes(*bytes);
        let x = _mm_set_epi64x((both >> 64) as i64, both as i64);
        let letters = within(_mm_or_si128(x, _mm_set1_epi8(0x20)), b'a', 25);
        let either = _mm_or_si128(letters, within(x, b'0', 9));
        word |= u64::from(_mm_movemask_epi8(either) as u32) << (16 * part);
        beyond |= u64::from(_mm_movemask_epi8(x) as u32) << (16 * part);
    }
    (word, beyond)
}

/// Returns 0xff for each byte in `low..=low + span`.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "sse2")]
#[inline]
fn within(x: std::arch::x86_64::__m128i, low: u8, span: i8) -> std::arch::x86_64::__m128i {
    use std::arch::x86_64::{_mm_cmpeq_epi8, _mm_min_epu8, _mm_set1_epi8, _mm_sub_epi8};
    let shifted = _mm_sub_epi8(x, _mm_set1_epi8(low as i8));
    _mm_cmpeq_epi8(_mm_min_epu8(shifted, _mm_set1_epi8(span)), shifted)
}

/// Returns the bits of ASCII letters and digits, and of bytes beyond ASCII.
#[cfg(not(target_arch = "x86_64"))]
fn classify(block: &[u8; BLOCK]) -> (u64, u64) {
    let bits =
        |is: fn(&u8) -> bool| block.iter().enumerate().fold(0, |all, (at, byte)| all | u64::from(is(byte)) << at);
    (bits(u8::is_ascii_alphanumeric), bits(|byte| !byte.is_ascii()))
}
