//! Looking terms up: exactly, in order, by prefix.

use std::cmp::Ordering;
use std::ops::Range;

use crate::error::{Damage, Error, Result};

use super::schema::Shape;
use super::section::Section;
use super::terms::{BlockReader, TERMS, TermInfo, prefix};

/// The sorted terms of one field.
#[derive(Debug, Clone, Copy)]
pub struct Terms<'a> {
    section: &'a Section,
    count: u32,
    shape: Shape,
}

impl<'a> Terms<'a> {
    pub(super) fn new(section: &'a Section, count: u32, shape: Shape) -> Self {
        Terms { section, count, shape }
    }

    /// Returns the number of terms.
    pub fn len(&self) -> u32 {
        self.count
    }

    /// Tells whether the field has no terms.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Returns what is known of `term`; nothing if no document has it.
    pub fn get(&self, term: &[u8]) -> Result<Option<TermInfo>> {
        let Some(block) = self.block_of(term)? else { return Ok(None) };
        let mut reader = self.open(block)?;
        let (index, found) = self.section.check(scan(&mut reader.clone(), term))?;
        if !found {
            return Ok(None);
        }
        for _ in 0..index {
            self.section.check(reader.record())?;
        }
        self.section.check(reader.record()).map(Some)
    }

    /// Returns the ordinal of the first term not below `key`; the number of terms if all are.
    pub fn ordinal(&self, key: &[u8]) -> Result<u32> {
        let Some(block) = self.block_of(key)? else { return Ok(0) };
        let (index, _) = self.section.check(scan(&mut self.open(block)?, key))?;
        Ok((block * TERMS + index) as u32)
    }

    /// Returns the ordinals of the terms that start with `prefix`; all for an empty prefix.
    pub fn prefix_range(&self, prefix: &[u8]) -> Result<Range<u32>> {
        let end = successor(prefix).map_or(Ok(self.count), |after| self.ordinal(&after))?;
        Ok(self.ordinal(prefix)?..end)
    }

    /// Returns the term of an ordinal.
    pub fn key(&self, ordinal: u32) -> Result<Vec<u8>> {
        if ordinal >= self.count {
            return Err(Error::invalid(format!("there is no term {ordinal}")));
        }
        let (mut reader, mut term) = (self.open(ordinal as usize / TERMS)?, Vec::new());
        for _ in 0..=ordinal as usize % TERMS {
            let key = self.section.check(reader.key())?;
            let (shared, rest) = key.ok_or_else(|| self.section.corrupt(Damage("a block has too few terms")))?;
            term.truncate(shared);
            term.extend_from_slice(rest);
        }
        Ok(term)
    }

    /// Returns what is known of the term of an ordinal; nothing if there is no such term.
    pub fn at(&self, ordinal: u32) -> Result<Option<TermInfo>> {
        if ordinal >= self.count {
            return Ok(None);
        }
        let mut reader = self.open(ordinal as usize / TERMS)?;
        for _ in 0..ordinal as usize % TERMS {
            self.section.check(reader.record())?;
        }
        self.section.check(reader.record()).map(Some)
    }

    /// Returns a stream over all terms in order.
    pub fn iter(&self) -> Result<TermStream<'a>> {
        self.iter_at(0)
    }

    /// Returns a stream over the terms from `key` on, `key` included.
    pub fn iter_from(&self, key: &[u8]) -> Result<TermStream<'a>> {
        self.iter_at(self.ordinal(key)?)
    }

    /// Returns a stream over the terms from this ordinal on; an empty one past the end.
    pub fn iter_at(&self, ordinal: u32) -> Result<TermStream<'a>> {
        let mut stream = TermStream { terms: *self, reader: None, block: 0, term: Vec::new(), info: None };
        if ordinal < self.count {
            stream.enter(ordinal as usize / TERMS)?;
            for _ in 0..ordinal as usize % TERMS {
                stream.advance()?;
            }
        }
        Ok(stream)
    }

    pub(super) fn blocks(&self) -> usize {
        (self.count as usize).div_ceil(TERMS)
    }

    /// Returns the block that `key` is in, if it is in any: the last that does not start after it.
    pub(super) fn block_of(&self, key: &[u8]) -> Result<Option<usize>> {
        let (prefixes, wanted) = (self.prefixes()?, prefix(key));
        let mut low = prefixes.partition_point(|&first| first < wanted);
        let mut high = low + prefixes[low..].partition_point(|&first| first == wanted);
        while low < high {
            let middle = low.midpoint(high);
            if self.first_term(middle)? <= key { low = middle + 1 } else { high = middle }
        }
        Ok(low.checked_sub(1))
    }

    /// Returns, for each block, the first bytes of its first term.
    pub(super) fn prefixes(&self) -> Result<&'a [u64]> {
        let (start, count) = (self.arrays()?, self.blocks());
        self.array(start, count)
    }

    pub(super) fn open(&self, block: usize) -> Result<BlockReader<'a>> {
        let ordinal = block * TERMS;
        let terms = TERMS.min((self.count as usize).saturating_sub(ordinal));
        self.section.check(BlockReader::open(self.block(block)?, ordinal as u32, terms, self.shape))
    }

    pub(super) fn section(&self) -> &'a Section {
        self.section
    }

    fn first_term(&self, block: usize) -> Result<&'a [u8]> {
        let key = self.section.check(self.open(block)?.key())?;
        key.map(|(_, term)| term).ok_or_else(|| self.section.corrupt(Damage("a block has no terms")))
    }

    fn block(&self, block: usize) -> Result<&'a [u8]> {
        let arrays = self.arrays()?;
        let offsets: &[u32] = self.array(arrays + 8 * self.blocks() as u64, self.blocks())?;
        let start = offsets[block] as u64;
        let end = offsets.get(block + 1).map_or(arrays, |&end| end as u64);
        let length = end.checked_sub(start).ok_or_else(|| self.section.corrupt(Damage("its blocks are unsorted")))?;
        self.section.slice(start, length as usize)
    }

    fn arrays(&self) -> Result<u64> {
        let arrays = (self.section.len() as u64).checked_sub(12 * self.blocks() as u64);
        arrays.ok_or_else(|| self.section.corrupt(Damage("it is too short")))
    }

    fn array<T: bytemuck::AnyBitPattern>(&self, offset: u64, count: usize) -> Result<&'a [T]> {
        let bytes = self.section.slice(offset, count * size_of::<T>())?;
        bytemuck::try_cast_slice(bytes).map_err(|_| self.section.corrupt(Damage("an array is not aligned")))
    }
}

/// Returns the first key after all that start with `prefix`; nothing if there is none.
pub(super) fn successor(prefix: &[u8]) -> Option<Vec<u8>> {
    let kept = prefix.iter().rposition(|&byte| byte < 0xff)?;
    let mut after = prefix[..=kept].to_vec();
    after[kept] += 1;
    Some(after)
}

/// Finds the first key of the block not below `wanted`: its index, and whether it is `wanted`.
fn scan(reader: &mut BlockReader, wanted: &[u8]) -> crate::error::Decoded<(usize, bool)> {
    // How many bytes of `wanted` the key before, which is smaller, starts with.
    let (mut matched, mut index) = (0, 0);
    while let Some((shared, rest)) = reader.key()? {
        if shared < matched {
            return Ok((index, false));
        }
        if shared == matched {
            let same = wanted[matched..].iter().zip(rest).take_while(|(a, b)| a == b).count();
            match rest[same..].cmp(&wanted[matched + same..]) {
                Ordering::Equal => return Ok((index, true)),
                Ordering::Greater => return Ok((index, false)),
                Ordering::Less => matched += same,
            }
        }
        index += 1;
    }
    Ok((index, false))
}

/// A walk over terms in order.
///
/// ```text
/// while stream.advance()? { use(stream.term(), stream.info()) }
/// ```
#[derive(Debug, Clone)]
pub struct TermStream<'a> {
    terms: Terms<'a>,
    reader: Option<BlockReader<'a>>,
    block: usize,
    term: Vec<u8>,
    info: Option<TermInfo>,
}

impl TermStream<'_> {
    /// Moves to the next term, at first to the first; returns whether there is one. Stays at the end once there.
    pub fn advance(&mut self) -> Result<bool> {
        let section = self.terms.section;
        loop {
            let Some(reader) = &mut self.reader else { return Ok(false) };
            if let Some((shared, rest)) = section.check(reader.key())? {
                self.term.truncate(shared);
                self.term.extend_from_slice(rest);
                self.info = Some(section.check(reader.record())?);
                return Ok(true);
            }
            self.enter(self.block + 1)?;
        }
    }

    /// Returns the current term; empty before the first `advance`, the last term after the end.
    pub fn term(&self) -> &[u8] {
        &self.term
    }

    /// Returns what is known of the current term.
    ///
    /// # Panics
    /// Before the first `advance` that returned true.
    pub fn info(&self) -> &TermInfo {
        self.info.as_ref().expect("advance() first")
    }

    fn enter(&mut self, block: usize) -> Result<()> {
        self.block = block;
        self.reader = if block < self.terms.blocks() { Some(self.terms.open(block)?) } else { None };
        Ok(())
    }
}
