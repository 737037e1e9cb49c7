//! The values of one field that are not text: each distinct value once, with the documents that have it.

use std::collections::BTreeMap;

use hashbrown::HashMap;

use crate::error::Result;
use crate::segment::{FieldWriter, ValuesWriter};

/// Bits a tier of Whoosh's numeric terms leaves out of the tier before.
const SHIFT_STEP: u32 = 4;

/// The values of documents in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct Values {
    numbers: HashMap<Box<[u8]>, u32>,
    distinct: Vec<Box<[u8]>>,
    /// For each document the number of its value plus one; 0 is none.
    of_docs: Vec<u32>,
    bytes: usize,
}

impl Values {
    pub fn push(&mut self, value: Option<&[u8]>) {
        let number = value.map_or(0, |value| self.number(value) + 1);
        self.of_docs.push(number);
    }

    pub fn get(&self, doc: usize) -> &[u8] {
        self.of_docs[doc].checked_sub(1).map_or(&[], |number| &self.distinct[number as usize])
    }

    pub fn memory(&self) -> usize {
        self.bytes + 4 * self.of_docs.len()
    }

    fn number(&mut self, value: &[u8]) -> u32 {
        if let Some(&number) = self.numbers.get(value) {
            return number;
        }
        let number = self.distinct.len() as u32;
        self.numbers.insert(value.into(), number);
        self.distinct.push(value.into());
        self.bytes += 2 * value.len() + 64;
        number
    }

    /// Returns the distinct values and the ordinal of each document in the new order; 0 is none.
    pub fn column(&self, order: &[u32]) -> Result<(ValuesWriter, Vec<u32>)> {
        let mut sorted: Vec<u32> = (0..self.distinct.len() as u32).collect();
        sorted.sort_unstable_by_key(|&number| &self.distinct[number as usize]);
        let mut ordinals = vec![0; sorted.len() + 1];
        sorted.iter().zip(1..).for_each(|(&number, ordinal)| ordinals[number as usize + 1] = ordinal);
        let mut values = ValuesWriter::default();
        for &number in &sorted {
            values.add(&self.distinct[number as usize])?;
        }
        Ok((values, order.iter().map(|&doc| ordinals[self.of_docs[doc as usize] as usize]).collect()))
    }

    /// Writes the postings of the terms that `terms` makes of a value; an empty term has none.
    pub fn write(
        &self,
        order: &[u32],
        field: &mut FieldWriter,
        mut terms: impl FnMut(&[u8]) -> Vec<Vec<u8>>,
    ) -> Result<()> {
        let terms: Vec<Vec<Vec<u8>>> = self.distinct.iter().map(|value| terms(value)).collect();
        let mut docs: BTreeMap<&[u8], Vec<u32>> = BTreeMap::new();
        for (&old, new) in order.iter().zip(0..) {
            if let Some(number) = self.of_docs[old as usize].checked_sub(1) {
                for term in &terms[number as usize] {
                    docs.entry(term).or_default().push(new);
                }
            }
        }
        docs.remove(&[][..]);
        docs.iter().try_for_each(|(term, docs)| write_term(field, term, docs.iter().copied()))
    }
}

/// Writes the numeric terms of days given in document order: as many tiers as a 32-bit number has steps of four bits.
pub(super) fn write_days(days: impl Iterator<Item = u32>, field: &mut FieldWriter) -> Result<()> {
    let mut docs: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (day, doc) in days.zip(0..).filter(|(day, _)| *day != 0) {
        docs.entry(day).or_default().push(doc);
    }
    for shift in (0..32).step_by(SHIFT_STEP as usize) {
        let mut tier: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (day, docs) in &docs {
            tier.entry(day >> shift).or_default().extend(docs);
        }
        for (number, mut docs) in tier {
            docs.sort_unstable(); // the documents of several days, day after day
            write_term(field, &numeric_term(shift, number), docs.into_iter())?;
        }
    }
    Ok(())
}

/// Returns the bytes of a term of Whoosh's `NUMERIC(int, bits=32)`: the shift, then the number, big-endian.
fn numeric_term(shift: u32, number: u32) -> [u8; 5] {
    let [a, b, c, d] = number.to_be_bytes();
    [shift as u8, a, b, c, d]
}

fn write_term(field: &mut FieldWriter, term: &[u8], mut docs: impl Iterator<Item = u32>) -> Result<()> {
    field.start(term, false)?;
    docs.try_for_each(|doc| field.add(doc, 1, &[]))?;
    field.finish_term()
}
