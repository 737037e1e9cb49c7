//! Arrays of integers in a fixed number of bits each, with access to any of them in constant time.
//!
//! Value `i` of an array of width `w` occupies bits `i * w .. (i + 1) * w`, counted from the lowest bit of the first
//! byte. Widths are 0 to 32; a width of 0 stores nothing and means zeros.

use crate::error::{Damage, Decoded};

/// Returns how many bytes `count` values of `width` bits occupy.
#[inline]
pub fn size(count: usize, width: u32) -> usize {
    (count * width as usize).div_ceil(8)
}

/// Appends `values`, each in `width` bits.
pub fn write(out: &mut Vec<u8>, values: &[u32], width: u32) {
    let (mut word, mut filled) = (0u64, 0);
    for &value in values {
        word |= (value as u64) << filled;
        filled += width;
        if filled >= 32 {
            out.extend_from_slice(&(word as u32).to_le_bytes());
            word >>= 32;
            filled -= 32;
        }
    }
    out.extend_from_slice(&word.to_le_bytes()[..(filled as usize).div_ceil(8)]);
}

/// Reads value `index`; bits past the end read as zeros.
#[inline]
pub fn get(bytes: &[u8], width: u32, index: usize) -> u32 {
    get_at(bytes, index * width as usize, width)
}

/// Reads the value of `width` bits that starts at bit `bit`; bits past the end read as zeros.
#[inline]
pub fn get_at(bytes: &[u8], bit: usize, width: u32) -> u32 {
    let word = word_at(bytes, bit / 8) >> (bit % 8);
    (word & ((1u64 << width) - 1)) as u32
}

/// Reads the first values into `out`.
#[inline]
pub fn read(bytes: &[u8], width: u32, out: &mut [u32]) -> Decoded<()> {
    if width > 32 || size(out.len(), width) > bytes.len() {
        return Err(Damage("packed numbers are out of range"));
    }
    out.iter_mut().enumerate().for_each(|(index, slot)| *slot = get(bytes, width, index));
    Ok(())
}

#[inline]
fn word_at(bytes: &[u8], at: usize) -> u64 {
    match (bytes.get(at..).and_then(<[u8]>::first_chunk), bytes.last_chunk()) {
        (Some(&word), _) => u64::from_le_bytes(word),
        // What is beyond the last word are zeros.
        (None, Some(&last)) if at < bytes.len() => u64::from_le_bytes(last) >> (8 * (at + 8 - bytes.len())),
        _ => short_word(bytes, at),
    }
}

#[cold]
fn short_word(bytes: &[u8], at: usize) -> u64 {
    let mut word = [0; 8];
    let rest = bytes.get(at..).unwrap_or_default();
    word[..rest.len()].copy_from_slice(rest);
    u64::from_le_bytes(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(values in prop::collection::vec(any::<u32>(), 0..300), drop in 0u32..32) {
            let values: Vec<u32> = values.iter().map(|value| value >> drop).collect();
            let width = 32 - values.iter().fold(0, |all, value| all | value).leading_zeros();
            let mut bytes = Vec::new();
            write(&mut bytes, &values, width);
            prop_assert_eq!(bytes.len(), size(values.len(), width));
            let mut read_back = vec![0; values.len()];
            read(&bytes, width, &mut read_back).unwrap();
            prop_assert_eq!(&read_back, &values);
            prop_assert!(values.iter().enumerate().all(|(index, &value)| get(&bytes, width, index) == value));
        }
    }

    #[test]
    fn a_range_past_the_end_is_damage() {
        assert!(read(&[0xff], 4, &mut [0; 3]).is_err());
        assert!(read(&[0xff; 100], 33, &mut [0]).is_err());
    }
}
