//! Packed numbers with exceptions: most take few bits, and the few that need more are patched afterwards.
//!
//! A head tells what follows: the width (1 byte), and if its bit [`PATCHED`] is set the number of exceptions and the
//! width of their excess (1 byte each). Then come the numbers' low bits, packed by the caller's packer, and
//!
//! ```text
//! place of each exception (1 byte each) | number >> width of each exception, packed
//! ```

use crate::error::{Damage, Decoded};

use super::bits;
use super::varint::Cursor;
use super::wide::twice;

/// In the first byte of a head: there are exceptions.
const PATCHED: u8 = 0x80;

/// The most numbers that are packed together: places are bytes.
pub const MOST: usize = 256;

/// How numbers are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Bits of every number.
    pub width: u8,
    exceptions: u8,
    excess: u8,
}

impl Head {
    /// Returns the head that takes the fewest bytes; there are at most [`MOST`] numbers.
    pub fn of(values: &[u32]) -> Head {
        let mut of_width = [0u16; 33];
        values.iter().for_each(|value| of_width[32 - value.leading_zeros() as usize] += 1);
        let most = (0..33u8).rev().find(|&width| of_width[width as usize] > 0).unwrap_or(0);
        let plain = Head { width: most, exceptions: 0, excess: 0 };
        let (mut best, mut least, mut above) = (plain, bits::size(values.len(), most as u32), 0);
        for width in (0..most).rev() {
            above += of_width[width as usize + 1];
            if above > 64 {
                break;
            }
            let head = Head { width, exceptions: above as u8, excess: most - width };
            let size = 2 + bits::size(values.len(), width as u32) + head.patch_size();
            if size < least {
                (best, least) = (head, size);
            }
        }
        best
    }

    pub fn write(self, out: &mut Vec<u8>) {
        if self.exceptions == 0 {
            out.push(self.width);
        } else {
            out.extend_from_slice(&[self.width | PATCHED, self.exceptions, self.excess]);
        }
    }

    /// Reads a head whose first byte is `first`.
    #[inline]
    pub fn read(first: u8, cursor: &mut Cursor) -> Decoded<Head> {
        let [exceptions, excess] = if first & PATCHED == 0 { [0, 0] } else { cursor.array()? };
        let head = Head { width: first & !PATCHED, exceptions, excess };
        let fits = head.width <= 32 && head.excess <= 32 && head.width as u32 + (head.excess as u32) <= 32;
        if fits { Ok(head) } else { Err(Damage("packed numbers are too wide")) }
    }

    /// Returns the low bits of a number.
    #[inline]
    pub fn low(self, value: u32) -> u32 {
        value & ((1u64 << self.width) - 1) as u32
    }

    /// Returns the bytes of the exceptions.
    #[inline]
    pub fn patch_size(self) -> usize {
        self.exceptions as usize + bits::size(self.exceptions as usize, self.excess as u32)
    }

    /// Appends the exceptions.
    pub fn write_patch(self, out: &mut Vec<u8>, values: &[u32]) {
        if self.exceptions == 0 {
            return;
        }
        let exceeding = values.iter().enumerate().filter(|(_, value)| *value >> self.width > 0);
        let mut excesses = [0; MOST];
        let mut count = 0;
        for (place, value) in exceeding {
            out.push(place as u8);
            excesses[count] = value >> self.width;
            count += 1;
        }
        bits::write(out, &excesses[..count], self.excess as u32);
    }

    /// Completes the numbers from place `from` on, of which the low bits have been read; the exceptions are at `start` of the
    /// bytes.
    #[inline]
    pub fn patch(self, bytes: &[u8], start: usize, from: usize, values: &mut [u32]) -> Decoded<()> {
        if self.exceptions == 0 {
            return Ok(());
        }
        if bytes.len() < start + self.patch_size() {
            return Err(MISSING);
        }
        add_excess(bytes, start, self, from, values);
        Ok(())
    }
}

twice! {
    /// Adds what exceptions have above the low bits to the numbers from place `from` on.
    fn add_excess(bytes: &[u8], start: usize, head: Head, from: usize, values: &mut [u32]) {
        let (places, excess) = (&bytes[start..start + head.exceptions as usize], head.excess as u32);
        // They ascend: those before the numbers, and those behind, are passed over.
        let first = places.iter().map(|&place| usize::from(usize::from(place) < from)).sum::<usize>();
        let first_bit = 8 * (start + places.len());
        for (index, &place) in places.iter().enumerate().skip(first) {
            let Some(value) = (place as usize).checked_sub(from).and_then(|place| values.get_mut(place)) else { break };
            // At most 32 bits together: the head has been checked. Width 32 leaves no excess.
            let more = bits::get_at(bytes, first_bit + index * excess as usize, excess);
            *value |= (u64::from(more) << head.width) as u32;
        }
    }
}

const MISSING: Damage = Damage("exceptions are missing");

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_few_large_numbers_do_not_widen_all() {
        let mut values = [3; 128];
        (values[5], values[90]) = (1000, u32::MAX);
        let head = Head::of(&values);
        assert_eq!(head, Head { width: 2, exceptions: 2, excess: 30 });
        assert_eq!(Head::of(&[]), Head { width: 0, exceptions: 0, excess: 0 });
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            values in prop::collection::vec((any::<u32>(), 0u32..32).prop_map(|(value, less)| value >> less), 0..256),
            from in 0usize..256,
        ) {
            let (head, mut bytes) = (Head::of(&values), Vec::new());
            head.write(&mut bytes);
            let size = bytes.len();
            head.write_patch(&mut bytes, &values);
            let mut cursor = Cursor::new(&bytes);
            let first = cursor.byte().unwrap();
            prop_assert_eq!(Head::read(first, &mut cursor).unwrap(), head);
            prop_assert_eq!(bytes.len(), size + head.patch_size());
            let from = from.min(values.len());
            let mut read: Vec<u32> = values[from..].iter().map(|&value| head.low(value)).collect();
            head.patch(&bytes, size, from, &mut read).unwrap();
            prop_assert_eq!(&read, &values[from..]);
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 1..40)) {
            let mut cursor = Cursor::new(&bytes[1..]);
            if let Ok(head) = Head::read(bytes[0], &mut cursor) {
                let _ = head.patch(&bytes, 1, 0, &mut [0; 20]);
            }
        }
    }
}
