//! Variable-length integers and the bounds-checked cursor that all small records are read with.
//!
//! An integer is stored seven bits a byte, low bits first; the high bit says that another byte follows.

use crate::error::{Damage, Decoded};

/// Appends `value`: one byte below 128, ten at most.
#[inline]
pub fn write(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Appends the length of `bytes`, then the bytes.
pub fn write_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    write(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

/// Reads forward through bytes; every read past the end is [`Damage`].
#[derive(Debug, Clone, Copy)]
pub struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    /// Starts at the first byte.
    #[inline]
    pub fn new(bytes: &'a [u8]) -> Self {
        Cursor { bytes, at: 0 }
    }

    /// Returns how many bytes have been read.
    #[inline]
    pub fn position(&self) -> usize {
        self.at
    }

    /// Returns the bytes not read yet.
    #[inline]
    pub fn rest(&self) -> &'a [u8] {
        &self.bytes[self.at..]
    }

    /// Reads one byte.
    #[inline]
    pub fn byte(&mut self) -> Decoded<u8> {
        let byte = *self.bytes.get(self.at).ok_or(Damage("it ends too early"))?;
        self.at += 1;
        Ok(byte)
    }

    /// Reads an integer; more than 64 bits are [`Damage`].
    #[inline]
    pub fn varint(&mut self) -> Decoded<u64> {
        let first = self.byte()?;
        if first < 0x80 {
            return Ok(first as u64);
        }
        self.long_varint(first)
    }

    fn long_varint(&mut self, first: u8) -> Decoded<u64> {
        let mut value = (first & 0x7f) as u64;
        for shift in (7..70).step_by(7) {
            let byte = self.byte()?;
            if shift == 63 && byte > 1 {
                break;
            }
            value |= ((byte & 0x7f) as u64) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(Damage("a number is too long"))
    }

    /// Reads an integer that must fit 32 bits.
    #[inline]
    pub fn varint32(&mut self) -> Decoded<u32> {
        u32::try_from(self.varint()?).map_err(|_| Damage("a number is too large"))
    }

    /// Reads `count` bytes.
    #[inline]
    pub fn take(&mut self, count: usize) -> Decoded<&'a [u8]> {
        let end = self.at.checked_add(count).ok_or(Damage("a length is too large"))?;
        let taken = self.bytes.get(self.at..end).ok_or(Damage("it ends too early"))?;
        self.at = end;
        Ok(taken)
    }

    /// Reads a length, then that many bytes.
    #[inline]
    pub fn prefixed(&mut self) -> Decoded<&'a [u8]> {
        let length = self.varint()?;
        self.take(usize::try_from(length).map_err(|_| Damage("a length is too large"))?)
    }

    /// Reads a length, then that many bytes of UTF-8.
    pub fn string(&mut self) -> Decoded<&'a str> {
        std::str::from_utf8(self.prefixed()?).map_err(|_| Damage("a name is not UTF-8"))
    }

    /// Reads a fixed number of bytes.
    #[inline]
    pub fn array<const N: usize>(&mut self) -> Decoded<[u8; N]> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N)?);
        Ok(array)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(values in prop::collection::vec(any::<u64>(), 0..20)) {
            let mut bytes = Vec::new();
            values.iter().for_each(|&value| write(&mut bytes, value));
            let mut cursor = Cursor::new(&bytes);
            let read: Vec<u64> = values.iter().map(|_| cursor.varint().unwrap()).collect();
            prop_assert_eq!(read, values);
            prop_assert!(cursor.varint().is_err());
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..30)) {
            let mut cursor = Cursor::new(&bytes);
            while cursor.varint().is_ok() {}
            let _ = Cursor::new(&bytes).prefixed();
        }
    }
}
