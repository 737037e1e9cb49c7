//! Byte strings by number.

use std::hash::BuildHasher;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

/// Distinct byte strings, numbered from 0 as they come; the bytes of all of them stand in one buffer.
#[derive(Debug, Default)]
pub(crate) struct Numbered {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    numbers: HashTable<u32>,
    hasher: RandomState,
}

impl Numbered {
    /// Returns how many there are: all numbers are less.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns the string of the number; panics on a number that was not handed out.
    #[inline]
    pub fn get(&self, number: u32) -> &[u8] {
        slice(&self.bytes, &self.ends, number)
    }

    /// Returns the number of a string, a new one when it has none yet.
    pub fn number(&mut self, string: &[u8]) -> u32 {
        let Self { bytes, ends, numbers, hasher } = self;
        let hash = hasher.hash_one(string);
        if let Some(&number) = numbers.find(hash, |&n| slice(bytes, ends, n) == string) {
            return number;
        }
        let number = ends.len() as u32;
        bytes.extend_from_slice(string);
        ends.push(bytes.len());
        let rehash = |&n: &u32| hasher.hash_one(slice(bytes, ends, n));
        numbers.insert_unique(hash, number, rehash);
        number
    }

    /// Returns the bytes of memory taken, about.
    pub fn memory(&self) -> usize {
        self.bytes.capacity() + self.ends.capacity() * 8 + self.numbers.capacity() * 6
    }

    /// Returns numbers in the order of their strings.
    pub fn sorted(&self, numbers: impl Iterator<Item = u32>) -> Vec<u32> {
        let mut rows: Vec<Row> = numbers.map(|number| Row { key: 0, number }).collect();
        self.sort(&mut rows, 0);
        rows.into_iter().map(|row| row.number).collect()
    }

    /// Sorts strings that are alike before the byte `from`, eight bytes at a time: what many begin with is read once, and
    /// no string is looked at where a number decides.
    fn sort(&self, rows: &mut [Row], from: usize) {
        let rest = |row: &Row| self.get(row.number).get(from..).unwrap_or_default();
        let length = |row: &Row| self.get(row.number).len();
        if rows.len() < FEW || from > DEEPEST {
            return rows.sort_unstable_by_key(|row| (rest(row), length(row)));
        }
        rows.iter_mut().for_each(|row| row.key = key(rest(row)));
        rows.sort_unstable_by_key(|row| row.key);
        for same in rows.chunk_by_mut(|one, other| one.key == other.key).filter(|same| same.len() > 1) {
            // A string that has ended goes before one with zero bytes there.
            match same.iter().all(|row| rest(row).len() <= 8) {
                true => same.sort_unstable_by_key(length),
                false => self.sort(same, from + 8),
            }
        }
    }
}

/// So few strings are compared as they are.
const FEW: usize = 16;

/// What strings have in common beyond this byte is not skipped: every eight bytes of it are a call within a call.
const DEEPEST: usize = 4096;

struct Row {
    /// Eight bytes of the string.
    key: u64,
    number: u32,
}

/// Returns the first bytes of a string as a number that sorts as they do.
fn key(string: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    let length = string.len().min(8);
    bytes[..length].copy_from_slice(&string[..length]);
    u64::from_be_bytes(bytes)
}

fn slice<'b>(bytes: &'b [u8], ends: &[usize], number: u32) -> &'b [u8] {
    let number = number as usize;
    let start = number.checked_sub(1).map_or(0, |before| ends[before]);
    &bytes[start..ends[number]]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Numbered;

    proptest! {
        #[test]
        fn strings_have_numbers_and_an_order(strings in prop::collection::vec("[\0ab]{0,20}", 0..200)) {
            let mut numbered = Numbered::default();
            let numbers: Vec<u32> = strings.iter().map(|string| numbered.number(string.as_bytes())).collect();
            for (string, &number) in strings.iter().zip(&numbers) {
                prop_assert_eq!(numbered.get(number), string.as_bytes());
            }
            let mut distinct: Vec<&[u8]> = strings.iter().map(String::as_bytes).collect();
            distinct.sort_unstable();
            distinct.dedup();
            prop_assert_eq!(numbered.len(), distinct.len());
            let sorted = numbered.sorted(0..numbered.len() as u32);
            prop_assert_eq!(sorted.iter().map(|&number| numbered.get(number)).collect::<Vec<_>>(), distinct);
        }
    }
}
