//! Whoosh's one-byte field lengths: exact up to 10, then in steps of 3.3 percent up to 106,374.

use std::sync::LazyLock;

/// The length that each byte stands for, as `whoosh.util.numeric.byte_to_length`.
static LENGTHS: LazyLock<[u32; 256]> =
    LazyLock::new(|| std::array::from_fn(|byte| ((1.033f64.powi(byte as i32) - 1.0) * 27.0).round() as u32));

/// Bytes of the lengths below 4096, which nearly all fields have.
static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| (0..4096).map(search).collect());

/// Returns the byte of the smallest known length not below `length`; 255 for all that are longer.
#[inline]
pub fn length_to_byte(length: u32) -> u8 {
    BYTES.get(length as usize).copied().unwrap_or_else(|| search(length))
}

/// Returns the length that a byte stands for.
#[inline]
pub fn byte_to_length(byte: u8) -> u32 {
    LENGTHS[byte as usize]
}

fn search(length: u32) -> u8 {
    LENGTHS.partition_point(|&known| known < length).min(255) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whooshs() {
        let known: Vec<u32> = [0, 1, 10, 11, 12, 50, 100, 200, 254, 255].map(byte_to_length).to_vec();
        assert_eq!(known, [0, 1, 10, 12, 13, 110, 667, 17814, 102975, 106374]);
    }

    #[test]
    fn the_whole_table_is_whooshs() {
        // The sum, and the sum weighted by place, of whoosh.util.numeric._length_byte_cache.
        let table: Vec<u64> = (0..=255).map(|byte| byte_to_length(byte) as u64).collect();
        let weighted: u64 = table.iter().zip(1..).map(|(length, place)| length * place).sum();
        assert_eq!((table.iter().sum::<u64>(), weighted), (3_322_947, 750_859_620));
    }

    #[test]
    fn lengths_between_two_bytes_take_the_larger() {
        let bytes = [0, 1, 10, 11, 12, 102_974, 102_976, 106_374, 4_000_000_000].map(length_to_byte);
        assert_eq!(bytes, [0, 1, 10, 11, 11, 254, 255, 255, 255]);
    }
}
