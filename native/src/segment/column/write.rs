//! Writing columns of byte strings.

use crate::error::{Error, Result};
use crate::segment::bits;

use super::{HEX, PLAIN, TERMS};

/// Gathers the distinct values of a column, in ascending order.
#[derive(Debug, Default)]
pub struct ValuesWriter {
    ends: Vec<u32>,
    bytes: Vec<u8>,
}

impl ValuesWriter {
    /// Adds the next value and returns its ordinal.
    pub fn add(&mut self, value: &[u8]) -> Result<u32> {
        self.bytes.extend_from_slice(value);
        let end = u32::try_from(self.bytes.len());
        self.ends.push(end.map_err(|_| Error::invalid("the values of a column are too long"))?);
        Ok(self.ends.len() as u32)
    }

    /// Returns the bytes of the column in which these values have these ordinals.
    pub fn encode(&self, ordinals: &[u32]) -> Vec<u8> {
        let digits = self.digits();
        let mut out = encode_ordinals(self.ends.len(), if digits.is_some() { HEX } else { PLAIN }, ordinals);
        if let Some(digits) = digits {
            out.extend_from_slice(&digits.to_le_bytes());
            out.extend(self.bytes.as_chunks().0.iter().map(|&[high, low]| digit(high) << 4 | digit(low)));
            return out;
        }
        out.extend_from_slice(&[0; 4]);
        self.ends.iter().for_each(|end| out.extend_from_slice(&end.to_le_bytes()));
        out.extend_from_slice(&self.bytes);
        out
    }

    /// Returns the length of all values if they are hexadecimal numbers of one even length.
    fn digits(&self) -> Option<u32> {
        let digits = *self.ends.first().filter(|&&digits| digits > 0 && digits.is_multiple_of(2))?;
        let same = self.ends.iter().zip(1..).all(|(&end, count)| digits as u64 * count == end as u64);
        let are_digits = || self.bytes.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        (same && are_digits()).then_some(digits)
    }
}

fn digit(digit: u8) -> u8 {
    if digit.is_ascii_digit() { digit - b'0' } else { digit - b'a' + 10 }
}

/// Returns the bytes of a column of these values; `None` is "no value".
pub fn encode_bytes<V: AsRef<[u8]>>(values: &[Option<V>]) -> Result<Vec<u8>> {
    let mut distinct: Vec<&[u8]> = values.iter().flatten().map(AsRef::as_ref).collect();
    distinct.sort_unstable();
    distinct.dedup();
    let mut writer = ValuesWriter::default();
    distinct.iter().try_for_each(|value| writer.add(value).map(drop))?;
    let ordinal = |value: &V| distinct.partition_point(|other| *other < value.as_ref()) as u32 + 1;
    Ok(writer.encode(&values.iter().map(|value| value.as_ref().map_or(0, ordinal)).collect::<Vec<_>>()))
}

/// Returns the bytes of a column whose values are the terms, so many, of the field that has its name.
pub fn encode_terms(terms: u32, ordinals: &[u32]) -> Vec<u8> {
    encode_ordinals(terms as usize, TERMS, ordinals)
}

fn encode_ordinals(count: usize, form: u16, ordinals: &[u32]) -> Vec<u8> {
    let width = match count {
        0..=0xff => 8,
        0x100..=0xffff => 16,
        _ => 32 - (count as u32).leading_zeros(),
    };
    let mut out = (count as u32).to_le_bytes().to_vec();
    out.extend_from_slice(&(width as u16).to_le_bytes());
    out.extend_from_slice(&form.to_le_bytes());
    bits::write(&mut out, ordinals, width);
    out.resize(out.len().next_multiple_of(4), 0);
    out
}
