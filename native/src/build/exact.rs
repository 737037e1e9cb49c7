//! The values of one field that are not text: each distinct value once, with the documents that have it.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::Result;
use crate::numbered::Numbered;
use crate::segment::{FieldWriter, ValuesWriter};

/// Bits a tier of Whoosh's numeric terms leaves out of the tier before.
const SHIFT_STEP: u32 = 4;

/// The values of documents in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct Values {
    distinct: Numbered,
    /// For each document the number of its value plus one; 0 is none.
    of_docs: Vec<u32>,
}

/// The distinct values in order, and the ordinal of each document as it came; the first value has 1, and 0 is none.
pub(super) struct Ordered {
    numbers: Vec<u32>,
    pub of_docs: Vec<u32>,
}

impl Values {
    pub fn push(&mut self, value: Option<&[u8]>) {
        self.of_docs.push(value.map_or(0, |value| self.distinct.number(value) + 1));
    }

    pub fn memory(&self) -> usize {
        // Ordering them and writing their lists needs as much again.
        self.distinct.memory() + 16 * (self.distinct.len() + self.of_docs.len())
    }

    pub fn ordered(&self) -> Ordered {
        let numbers = self.distinct.sorted(0..self.distinct.len() as u32);
        let mut ordinals = vec![0; numbers.len() + 1];
        numbers.iter().zip(1..).for_each(|(&number, ordinal)| ordinals[number as usize + 1] = ordinal);
        let of_docs = self.of_docs.iter().map(|&number| ordinals[number as usize]).collect();
        Ordered { numbers, of_docs }
    }

    /// Returns the distinct values, and the ordinal of each document in the new order.
    pub fn column(&self, ordered: &Ordered, order: &[u32]) -> Result<(ValuesWriter, Vec<u32>)> {
        let mut values = ValuesWriter::default();
        ordered.numbers.iter().try_for_each(|&number| values.add(self.distinct.get(number)).map(drop))?;
        Ok((values, order.iter().map(|&doc| ordered.of_docs[doc as usize]).collect()))
    }

    /// Writes the documents of every value.
    pub fn write(&self, ordered: &Ordered, order: &[u32], field: &mut FieldWriter) -> Result<()> {
        let values = |doc: u32| self.of_docs[doc as usize].checked_sub(1);
        write_lists(&self.distinct, &ordered.numbers, order, |doc| values(doc).into_iter(), field)
    }

    /// Writes the documents of every term that `terms` makes of a value; an empty term has none.
    pub fn write_folded(
        &self,
        order: &[u32],
        field: &mut FieldWriter,
        mut terms: impl FnMut(&[u8]) -> BTreeSet<Vec<u8>>,
    ) -> Result<()> {
        let mut known = Numbered::default();
        let mut of_values: Vec<Vec<u32>> = Vec::with_capacity(self.distinct.len());
        for value in 0..self.distinct.len() as u32 {
            let terms = terms(self.distinct.get(value)).into_iter().filter(|term| !term.is_empty());
            of_values.push(terms.map(|term| known.number(&term)).collect());
        }
        let of =
            |doc: u32| self.of_docs[doc as usize].checked_sub(1).map_or(&[][..], |value| &of_values[value as usize]);
        let sorted = known.sorted(0..known.len() as u32);
        write_lists(&known, &sorted, order, |doc| of(doc).iter().copied(), field)
    }
}

/// Writes the documents, in their new order, of terms that `of` names by number; `sorted` are all numbers in the order of
/// their terms.
fn write_lists<T: Iterator<Item = u32>>(
    terms: &Numbered,
    sorted: &[u32],
    order: &[u32],
    of: impl Fn(u32) -> T,
    field: &mut FieldWriter,
) -> Result<()> {
    let mut ends = vec![0; terms.len()];
    order.iter().for_each(|&doc| of(doc).for_each(|term| ends[term as usize] += 1));
    let mut total = 0;
    for end in &mut ends {
        (total, *end) = (total + *end, total);
    }
    let mut docs = vec![0; total];
    for (&old, new) in order.iter().zip(0..) {
        for term in of(old) {
            docs[ends[term as usize]] = new;
            ends[term as usize] += 1;
        }
    }
    sorted.iter().try_for_each(|&term| {
        let start = (term as usize).checked_sub(1).map_or(0, |before| ends[before]);
        write_term(field, terms.get(term), docs[start..ends[term as usize]].iter().copied())
    })
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
