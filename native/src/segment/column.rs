//! Columns: one value a document, read in constant time.
//!
//! ```text
//! integers: least value (8 bytes) | bits a value (4) | zeros (4) | (value - least), packed
//! bytes:    values (4) | bits an ordinal (2) | form of the values (2) | ordinals, packed | zeros up to a multiple of 4
//!           | values, ascending, each once:
//!             plain: where each value starts, and where the last ends (4 each) | values
//!             hex:   digits a value (4) | values, a byte for two digits
//!             terms: nothing: they are the terms of the field that has the column's name
//! ```
//!
//! Integers that span more than 32 bits are stored in 64. Ordinal 0 is "no value"; ordinal n is the n-th value.

mod write;

use std::borrow::Cow;

use crate::error::{Damage, Decoded, Result};

use super::bits;
use super::dictionary::{TermStream, Terms};
use super::varint::Cursor;

pub use write::{ValuesWriter, encode_bytes, encode_terms};

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
    /// More: bit-packed.
    Packed {
        /// The packed ordinals.
        bytes: &'a [u8],
        /// Bits an ordinal.
        width: u32,
    },
}

impl<'a> Ordinals<'a> {
    fn open(bytes: &'a [u8], width: u32) -> Decoded<Self> {
        match width {
            8 => Ok(Ordinals::Narrow(bytes)),
            16 => Ok(Ordinals::Medium(bytemuck::try_cast_slice(bytes).map_err(|_| MISALIGNED)?)),
            17..=32 => Ok(Ordinals::Packed { bytes, width }),
            _ => Err(Damage("a column has the wrong size")),
        }
    }

    /// Returns the ordinal of a document. Of one that there is not, the answer means nothing.
    ///
    /// # Panics
    /// Perhaps, if there is no such document.
    #[inline]
    pub fn get(&self, doc: u32) -> u32 {
        match *self {
            Ordinals::Narrow(ordinals) => ordinals[doc as usize] as u32,
            Ordinals::Medium(ordinals) => ordinals[doc as usize] as u32,
            Ordinals::Packed { bytes, width } => bits::get(bytes, width, doc as usize),
        }
    }
}

const MISALIGNED: Damage = Damage("an array is not aligned");

/// How the values of a column are stored.
#[derive(Debug, Clone, Copy)]
enum Values<'a> {
    Plain { starts: &'a [u32], bytes: &'a [u8] },
    Hex { digits: usize, bytes: &'a [u8] },
    Terms(Terms<'a>),
}

/// The codes of the forms.
const PLAIN: u16 = 0;
const HEX: u16 = 1;
const TERMS: u16 = 2;

/// A column of byte strings.
#[derive(Debug, Clone, Copy)]
pub struct BytesColumn<'a> {
    ordinals: Ordinals<'a>,
    count: u32,
    values: Values<'a>,
}

impl<'a> BytesColumn<'a> {
    /// Opens a column of `len` documents; `terms` are those of the field that has its name.
    pub(super) fn open(bytes: &'a [u8], len: u32, terms: Option<Terms<'a>>) -> Decoded<Self> {
        let mut cursor = Cursor::new(bytes);
        let count = u32::from_le_bytes(cursor.array()?);
        let width = u16::from_le_bytes(cursor.array()?) as u32;
        let form = u16::from_le_bytes(cursor.array()?);
        let ordinals = cursor.take(bits::size(len as usize, width.min(32)))?;
        cursor.take(ordinals.len().next_multiple_of(4) - ordinals.len())?;
        let values = match form {
            PLAIN => Values::plain(&mut cursor, count as usize)?,
            HEX => Values::hex(&mut cursor, count as usize)?,
            TERMS => Values::Terms(terms.filter(|terms| terms.len() == count).ok_or(Damage("its terms are missing"))?),
            _ => return Err(Damage("unknown form of values")),
        };
        Ok(BytesColumn { ordinals: Ordinals::open(ordinals, width)?, count, values })
    }

    /// Returns the ordinals of all documents.
    pub fn ordinals(&self) -> Ordinals<'a> {
        self.ordinals
    }

    /// Returns the number of distinct values; ordinals go up to and including it.
    pub fn value_count(&self) -> u32 {
        self.count
    }

    /// Tells whether the values are the terms of the field that has the column's name.
    pub fn has_terms(&self) -> bool {
        matches!(self.values, Values::Terms(_))
    }

    /// Returns the value of an ordinal; nothing for 0 and for what is not an ordinal.
    pub fn value(&self, ordinal: u32) -> Result<Option<Cow<'a, [u8]>>> {
        let Some(index) = ordinal.checked_sub(1).filter(|&index| index < self.count) else { return Ok(None) };
        Ok(match self.values {
            Values::Plain { starts, bytes } => plain(starts, bytes, index as usize).map(Cow::Borrowed),
            Values::Hex { digits, bytes } => Some(Cow::Owned(hex(bytes, digits, index as usize))),
            Values::Terms(terms) => Some(Cow::Owned(terms.key(index)?)),
        })
    }

    /// Returns the value of a document.
    pub fn get(&self, doc: u32) -> Result<Option<Cow<'a, [u8]>>> {
        self.value(self.ordinals.get(doc))
    }

    /// Returns a walk over the values in order, which costs less than to ask for each.
    pub fn values(&self) -> Result<ValueStream<'a>> {
        let terms = if let Values::Terms(terms) = self.values { Some(terms.iter()?) } else { None };
        Ok(ValueStream { column: *self, terms, ordinal: 0, value: Cow::Borrowed(&[]) })
    }
}

impl<'a> Values<'a> {
    fn plain(cursor: &mut Cursor<'a>, count: usize) -> Decoded<Self> {
        let starts: &[u32] = bytemuck::try_cast_slice(cursor.take(4 * (count + 1))?).map_err(|_| MISALIGNED)?;
        Ok(Values::Plain { starts, bytes: cursor.rest() })
    }

    fn hex(cursor: &mut Cursor<'a>, count: usize) -> Decoded<Self> {
        let digits = u32::from_le_bytes(cursor.array()?) as usize;
        let bytes = cursor.rest();
        let fits = digits.is_multiple_of(2) && count.checked_mul(digits / 2) == Some(bytes.len());
        if fits { Ok(Values::Hex { digits, bytes }) } else { Err(Damage("a column has the wrong size")) }
    }
}

fn plain<'a>(starts: &[u32], bytes: &'a [u8], index: usize) -> Option<&'a [u8]> {
    bytes.get(*starts.get(index)? as usize..*starts.get(index + 1)? as usize)
}

fn hex(bytes: &[u8], digits: usize, index: usize) -> Vec<u8> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let half = digits / 2;
    let bytes = bytes.get(index * half..(index + 1) * half).unwrap_or_default();
    bytes.iter().flat_map(|byte| [DIGITS[(byte >> 4) as usize], DIGITS[(byte & 15) as usize]]).collect()
}

/// A walk over the values of a column in order.
///
/// ```text
/// while stream.advance()? { use(stream.ordinal(), stream.value()) }
/// ```
#[derive(Debug, Clone)]
pub struct ValueStream<'a> {
    column: BytesColumn<'a>,
    terms: Option<TermStream<'a>>,
    ordinal: u32,
    value: Cow<'a, [u8]>,
}

impl ValueStream<'_> {
    /// Moves to the next value, at first to the first; returns whether there is one.
    pub fn advance(&mut self) -> Result<bool> {
        if self.ordinal >= self.column.count {
            return Ok(false);
        }
        self.ordinal += 1;
        match &mut self.terms {
            Some(terms) => terms.advance(),
            None => {
                self.value = self.column.value(self.ordinal)?.unwrap_or_default();
                Ok(true)
            }
        }
    }

    /// Returns the ordinal of the current value.
    pub fn ordinal(&self) -> u32 {
        self.ordinal
    }

    /// Returns the current value.
    pub fn value(&self) -> &[u8] {
        self.terms.as_ref().map_or(&*self.value, TermStream::term)
    }
}

#[cfg(test)]
mod tests {
    use super::super::data::Data;
    use super::*;
    use proptest::prelude::*;

    fn check(values: &[Option<String>]) -> std::result::Result<(), TestCaseError> {
        let bytes = Data::copy(&encode_bytes(values).unwrap());
        let column = BytesColumn::open(&bytes, values.len() as u32, None).unwrap();
        for (value, doc) in values.iter().zip(0..) {
            let read = column.get(doc).unwrap();
            prop_assert_eq!(read.as_deref(), value.as_ref().map(|value| value.as_bytes()));
        }
        let mut stream = column.values().unwrap();
        while stream.advance().unwrap() {
            let read = column.value(stream.ordinal()).unwrap();
            prop_assert_eq!(read.as_deref(), Some(stream.value()));
        }
        prop_assert_eq!(stream.ordinal(), column.value_count());
        prop_assert_eq!(column.value(column.value_count() + 1).unwrap(), None);
        Ok(())
    }

    proptest! {
        #[test]
        fn integers_come_back(values in prop::collection::vec(any::<i64>(), 0..50), shift in 0u32..63) {
            let values: Vec<i64> = values.iter().map(|value| value >> shift).collect();
            let bytes = encode_ints(&values);
            let column = IntColumn::open(&bytes, values.len() as u32).unwrap();
            prop_assert!(values.iter().zip(0..).all(|(&value, doc)| column.get(doc) == value));
        }

        #[test]
        fn byte_strings_come_back(values in prop::collection::vec(prop::option::of("[a-g]{0,3}"), 0..50)) {
            check(&values)?;
        }

        #[test]
        fn hexadecimal_numbers_come_back(values in prop::collection::vec(prop::option::of("[0-9a-f]{4}"), 0..50)) {
            check(&values)?;
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(0u8..20, 0..80), len in 0u32..20) {
            let bytes = Data::copy(&bytes);
            if let Ok(column) = BytesColumn::open(&bytes, len, None) {
                (0..len).for_each(|doc| drop(column.get(doc)));
            }
        }
    }

    #[test]
    fn many_values_have_packed_ordinals() {
        let values: Vec<_> = (0..70_000).rev().map(|number| Some(format!("{number:05}x"))).collect();
        check(&values).unwrap();
        let hex: Vec<_> = (0..70_000).map(|number| (number % 7 > 0).then(|| format!("{number:06x}"))).collect();
        check(&hex).unwrap();
        assert_eq!(
            encode_bytes(&hex).unwrap().len(),
            8 + (70_000 * 16usize).div_ceil(8).next_multiple_of(4) + 4 + 3 * 60_000
        );
    }
}
