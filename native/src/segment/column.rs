//! Columns: one value a document, read in constant time.
//!
//! ```text
//! integers: least value (8 bytes) | bits a value (4) | zeros (4) | (value - least), packed
//! bytes:    values (4) | bytes an ordinal: 1, 2 or 4 (4) | ordinals | zeros up to a multiple of 4
//!           | where each value starts, and where the last ends (4 each) | values, sorted, each once
//! ```
//!
//! Integers that span more than 32 bits are stored in 64. Ordinal 0 is "no value"; ordinal n is the n-th value.

use crate::error::{Damage, Decoded, Error, Result};

use super::bits;
use super::varint::Cursor;

/// A column of integers.
#[derive(Debug, Clone, Copy)]
pub struct IntColumn<'a> {
    least: i64,
    width: u32,
    packed: &'a [u8],
    len: u32,
}

impl<'a> IntColumn<'a> {
    pub(super) fn open(bytes: &'a [u8], len: u32) -> Decoded<Self> {
        let mut cursor = Cursor::new(bytes);
        let least = i64::from_le_bytes(cursor.array()?);
        let width = u32::from_le_bytes(cursor.array()?);
        cursor.take(4)?;
        let packed = cursor.rest();
        let fits = matches!(width, 0..=32 | 64) && packed.len() == bits::size(len as usize, width);
        if fits { Ok(IntColumn { least, width, packed, len }) } else { Err(Damage("a column has the wrong size")) }
    }

    /// Returns the number of values: one a document.
    pub fn len(&self) -> u32 {
        self.len
    }

    /// Tells whether there are no documents.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Returns the value of a document. Past the end the answer means nothing.
    #[inline]
    pub fn get(&self, doc: u32) -> i64 {
        if self.width <= 32 {
            return self.least.wrapping_add(bits::get(self.packed, self.width, doc as usize) as i64);
        }
        let word = self.packed.as_chunks().0.get(doc as usize).copied().unwrap_or_default();
        self.least.wrapping_add(i64::from_le_bytes(word))
    }

    /// Returns the first document whose value `passes` no longer holds for, in a column where it holds for a prefix of
    /// the documents: with documents in date order the edges of a date range, say.
    pub fn partition_point(&self, passes: impl Fn(i64) -> bool) -> u32 {
        let (mut low, mut high) = (0, self.len);
        while low < high {
            let middle = low.midpoint(high);
            if passes(self.get(middle)) { low = middle + 1 } else { high = middle }
        }
        low
    }
}

/// Returns the bytes of an integer column.
pub fn encode_ints(values: &[i64]) -> Vec<u8> {
    let least = values.iter().copied().min().unwrap_or(0);
    let most = values.iter().copied().max().unwrap_or(0);
    let needed = 64 - (most.wrapping_sub(least) as u64).leading_zeros();
    let width = if needed > 32 { 64 } else { needed };
    let mut out = least.to_le_bytes().to_vec();
    out.extend_from_slice(&width.to_le_bytes());
    out.extend_from_slice(&[0; 4]);
    let offsets = values.iter().map(|value| value.wrapping_sub(least));
    if width == 64 {
        offsets.for_each(|offset| out.extend_from_slice(&offset.to_le_bytes()));
    } else {
        bits::write(&mut out, &offsets.map(|offset| offset as u32).collect::<Vec<_>>(), width);
    }
    out
}

/// The ordinals of a column of bytes, one a document; 0 is "no value".
#[derive(Debug, Clone, Copy)]
pub enum Ordinals<'a> {
    /// Up to 255 values.
    Narrow(&'a [u8]),
    /// Up to 65,535 values.
    Medium(&'a [u16]),
    /// More.
    Wide(&'a [u32]),
}

impl Ordinals<'_> {
    /// Returns the ordinal of a document.
    ///
    /// # Panics
    /// If there is no such document.
    #[inline]
    pub fn get(&self, doc: u32) -> u32 {
        match self {
            Ordinals::Narrow(ordinals) => ordinals[doc as usize] as u32,
            Ordinals::Medium(ordinals) => ordinals[doc as usize] as u32,
            Ordinals::Wide(ordinals) => ordinals[doc as usize],
        }
    }
}

/// A column of byte strings.
#[derive(Debug, Clone, Copy)]
pub struct BytesColumn<'a> {
    ordinals: Ordinals<'a>,
    starts: &'a [u32],
    values: &'a [u8],
}

impl<'a> BytesColumn<'a> {
    pub(super) fn open(bytes: &'a [u8], len: u32) -> Decoded<Self> {
        let mut cursor = Cursor::new(bytes);
        let count = u32::from_le_bytes(cursor.array()?) as usize;
        let size = u32::from_le_bytes(cursor.array()?) as usize;
        let ordinals = cursor.take(len as usize * size.min(4))?;
        cursor.take(ordinals.len().next_multiple_of(4) - ordinals.len())?;
        let misaligned = |_| Damage("an array is not aligned");
        let starts: &[u32] = bytemuck::try_cast_slice(cursor.take(4 * (count + 1))?).map_err(misaligned)?;
        let ordinals = match size {
            1 => Ordinals::Narrow(ordinals),
            2 => Ordinals::Medium(bytemuck::try_cast_slice(ordinals).map_err(misaligned)?),
            4 => Ordinals::Wide(bytemuck::try_cast_slice(ordinals).map_err(misaligned)?),
            _ => return Err(Damage("a column has the wrong size")),
        };
        Ok(BytesColumn { ordinals, starts, values: cursor.rest() })
    }

    /// Returns the ordinals of all documents.
    pub fn ordinals(&self) -> Ordinals<'a> {
        self.ordinals
    }

    /// Returns the number of distinct values; ordinals go up to and including it.
    pub fn value_count(&self) -> u32 {
        self.starts.len() as u32 - 1
    }

    /// Returns the value of an ordinal; nothing for 0 and for what is not an ordinal.
    pub fn value(&self, ordinal: u32) -> Option<&'a [u8]> {
        let index = (ordinal as usize).checked_sub(1)?;
        self.values.get(*self.starts.get(index)? as usize..*self.starts.get(index + 1)? as usize)
    }

    /// Returns the value of a document.
    pub fn get(&self, doc: u32) -> Option<&'a [u8]> {
        self.value(self.ordinals.get(doc))
    }

    /// Returns the ordinal of a value; nothing if no document has it.
    pub fn ordinal_of(&self, value: &[u8]) -> Option<u32> {
        let (mut low, mut high) = (1, self.value_count() + 1);
        while low < high {
            let middle = low.midpoint(high);
            if self.value(middle)? < value { low = middle + 1 } else { high = middle }
        }
        (self.value(low)? == value).then_some(low)
    }
}

/// Returns the bytes of a column of these values; `None` is "no value".
pub fn encode_bytes<V: AsRef<[u8]>>(values: &[Option<V>]) -> Result<Vec<u8>> {
    let mut distinct: Vec<&[u8]> = values.iter().flatten().map(AsRef::as_ref).collect();
    distinct.sort_unstable();
    distinct.dedup();
    let ordinal = |value: &Option<V>| {
        value.as_ref().map_or(0, |value| distinct.partition_point(|other| *other < value.as_ref()) as u32 + 1)
    };
    let ordinals: Vec<u32> = values.iter().map(ordinal).collect();
    encode_ordinals(&distinct, &ordinals)
}

/// Returns the bytes of a column given by its distinct values, sorted, and the ordinal of each document.
pub fn encode_ordinals(distinct: &[&[u8]], ordinals: &[u32]) -> Result<Vec<u8>> {
    let size = match distinct.len() {
        0..=0xff => 1,
        0x100..=0xffff => 2,
        _ => 4,
    };
    let mut out = (distinct.len() as u32).to_le_bytes().to_vec();
    out.extend_from_slice(&(size as u32).to_le_bytes());
    ordinals.iter().for_each(|ordinal| out.extend_from_slice(&ordinal.to_le_bytes()[..size]));
    out.resize(out.len().next_multiple_of(4), 0);
    let mut start = 0u32;
    for value in distinct {
        out.extend_from_slice(&start.to_le_bytes());
        let end = start as usize + value.len();
        start = u32::try_from(end).map_err(|_| Error::invalid("the values of a column are too long"))?;
    }
    out.extend_from_slice(&start.to_le_bytes());
    distinct.iter().for_each(|value| out.extend_from_slice(value));
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::super::data::Data;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn integers_come_back(values in prop::collection::vec(any::<i64>(), 0..50), shift in 0u32..63) {
            let values: Vec<i64> = values.iter().map(|value| value >> shift).collect();
            let bytes = encode_ints(&values);
            let column = IntColumn::open(&bytes, values.len() as u32).unwrap();
            prop_assert!(values.iter().zip(0..).all(|(&value, doc)| column.get(doc) == value));
        }

        #[test]
        fn byte_strings_come_back(values in prop::collection::vec(prop::option::of("[a-c]{0,3}"), 0..50)) {
            let bytes = Data::copy(&encode_bytes(&values).unwrap());
            let column = BytesColumn::open(&bytes, values.len() as u32).unwrap();
            for (value, doc) in values.iter().zip(0..) {
                prop_assert_eq!(column.get(doc), value.as_ref().map(|value| value.as_bytes()));
                let ordinal = value.as_ref().map(|value| column.ordinal_of(value.as_bytes()).unwrap());
                prop_assert_eq!(ordinal.unwrap_or(0), column.ordinals().get(doc));
            }
            prop_assert_eq!(column.ordinal_of(b"zzz"), None);
        }
    }
}
