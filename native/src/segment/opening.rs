//! Fields that are the opening of another: the lead of a body, and its words.
//!
//! The tokens of an opening are the first ones of the text, so that all is known of its postings from those of the other
//! field and the number of tokens; only the dictionary is stored, with statistics of its own. Of words there are no
//! positions: a field of words says which documents' texts are all opening, where it has the documents of the other
//! field, and stores the others. A term's list is put together when it is first asked for, and kept in memory.
//!
//! ```text
//! bits of a number (1 byte) | a number a document, packed
//! ```

use std::sync::{Arc, OnceLock};

use crate::error::{Damage, Decoded, Result};

use super::bits;
use super::field::Field;
use super::list::FieldWriter;
use super::postings::{Postings, Weights};
use super::schema::{FieldKind, FieldMeta};
use super::section::Section;
use super::spool::Spool;
use super::terms::TermInfo;

/// What an opening needs beyond its own sections.
#[derive(Debug)]
pub(super) struct Opening {
    of: Field,
    lengths: OnceLock<Arc<[u8]>>,
    /// The lists put together so far, by ordinal: each a field of one term.
    lists: OnceLock<Box<[OnceLock<Box<Field>>]>>,
}

/// What the opening is of each text: the number of its tokens, or whether it is all.
#[derive(Debug, Clone, Copy)]
pub struct OpeningNumbers<'a> {
    width: u32,
    packed: &'a [u8],
}

/// Postings by column.
#[derive(Debug, Default)]
struct Columns {
    docs: Vec<u32>,
    counts: Vec<u32>,
    gaps: Vec<u32>,
}

/// Returns the bytes of the numbers of an opening.
pub(super) fn encode(numbers: &[u32]) -> Vec<u8> {
    let width = 32 - numbers.iter().fold(0, |all, number| all | number).leading_zeros();
    let mut out = vec![width as u8];
    bits::write(&mut out, numbers, width);
    out
}

impl<'a> OpeningNumbers<'a> {
    pub(super) fn open(bytes: &'a [u8], doc_count: u32) -> Decoded<Self> {
        let (&width, packed) = bytes.split_first().ok_or(Damage("it is empty"))?;
        if width > 32 || packed.len() != bits::size(doc_count as usize, width.into()) {
            return Err(Damage("it does not have a number a document"));
        }
        Ok(OpeningNumbers { width: width.into(), packed })
    }

    /// Returns the number of a document, which must be one of the segment.
    #[inline]
    pub fn get(&self, doc: u32) -> u32 {
        bits::get(self.packed, self.width, doc as usize)
    }
}

impl Opening {
    pub fn new(of: Field) -> Self {
        Opening { of, lengths: OnceLock::new(), lists: OnceLock::new() }
    }

    /// Returns the list of a term of `field`, the opening.
    pub fn postings(&self, field: &Field, info: &TermInfo) -> Result<Postings<'_>> {
        let lists = self.lists.get_or_init(|| (0..field.meta.terms).map(|_| OnceLock::new()).collect());
        let slot =
            lists.get(info.ordinal as usize).ok_or_else(|| field.terms.corrupt(Damage("there is no such term")))?;
        let list = match slot.get() {
            Some(list) => list,
            None => {
                let list = Box::new(self.put_together(field, info)?);
                slot.get_or_init(|| list)
            }
        };
        let found = list.terms()?.at(0)?.ok_or_else(|| field.terms.corrupt(Damage("a list is empty")))?;
        list.postings(&TermInfo { ordinal: info.ordinal, ..found })
    }

    /// Hands the postings of a term of `field` that the other field knows to `f`, block by block.
    pub fn each(&self, field: &Field, info: &TermInfo, mut f: impl FnMut(&[u32], &[u32], &[u32])) -> Result<()> {
        let key = field.terms()?.key(info.ordinal)?;
        let (Some(info), Some(numbers)) = (self.of.terms()?.get(&key)?, field.opening_numbers()?) else {
            return Ok(());
        };
        let positions = field.kind() == FieldKind::Text;
        let mut postings = self.of.postings(&info)?;
        let (mut found, mut all) = (Columns::default(), Columns::default());
        for block in 0..postings.block_count() {
            postings.go_to_block(block)?;
            if postings.docs().iter().all(|&doc| numbers.get(doc) == 0) {
                continue;
            }
            all.clear();
            all.take_block(&mut postings)?;
            found.clear();
            if positions {
                found.open_texts(&all, numbers)
            } else {
                found.open_words(&all, numbers)
            }
            f(&found.docs, &found.counts, &found.gaps);
        }
        Ok(())
    }

    /// Returns a field that has the list of a term of `field` and nothing else.
    pub fn put_together(&self, field: &Field, info: &TermInfo) -> Result<Field> {
        let (own, mut other) = (Columns::stored(field, info)?, Columns::default());
        self.each(field, info, |docs, counts, gaps| {
            other.docs.extend_from_slice(docs);
            other.counts.extend_from_slice(counts);
            other.gaps.extend_from_slice(gaps);
        })?;
        if own.docs.len() + other.docs.len() != info.doc_frequency as usize {
            return Err(field.terms.corrupt(Damage("a term has other documents in the whole than it says")));
        }
        let FieldMeta { name, kind, totals, .. } = &field.meta;
        let mut writer = FieldWriter::in_memory(name, *kind, field.doc_count, self.lengths(field)?, *totals)?;
        writer.start(&field.terms()?.key(info.ordinal)?, false)?;
        merge(&own, &other, &mut writer)?;
        writer.finish_term()?;
        let built = writer.finish()?;
        let section = |of: &Section, spool: Spool| {
            let (file, name) = of.label();
            Arc::new(Section::in_memory(file, name, &spool.into_memory()))
        };
        Ok(Field {
            meta: built.meta,
            doc_count: field.doc_count,
            terms: section(&field.terms, built.terms),
            postings: section(&field.postings, built.postings),
            directory: section(&field.directory, built.directory),
            extras: field.extras.as_ref().map(|extras| section(extras, built.extras)),
            lengths: field.lengths.clone(),
            base: None,
            numbers: None,
            opening: None,
        })
    }

    fn lengths(&self, field: &Field) -> Result<Option<Arc<[u8]>>> {
        let Some(lengths) = &field.lengths else { return Ok(None) };
        let lengths = lengths.bytes()?;
        Ok(Some(self.lengths.get_or_init(|| Arc::from(lengths)).clone()))
    }
}

impl Columns {
    /// Returns the postings that are stored.
    fn stored(field: &Field, info: &TermInfo) -> Result<Self> {
        let mut all = Columns::default();
        let Some(mut postings) = field.stored_postings(info)? else { return Ok(all) };
        for block in 0..postings.block_count() {
            postings.go_to_block(block)?;
            all.take_block(&mut postings)?;
        }
        Ok(all)
    }

    fn clear(&mut self) {
        [&mut self.docs, &mut self.counts, &mut self.gaps].into_iter().for_each(Vec::clear);
    }

    /// Adds the postings of the current block.
    fn take_block(&mut self, postings: &mut Postings) -> Result<()> {
        self.docs.extend_from_slice(postings.docs());
        postings.gaps(&mut self.gaps)?;
        if let Weights::Counts(counts) = postings.weights()? {
            self.counts.extend_from_slice(counts);
        }
        Ok(())
    }

    /// Adds, of each posting, what lies within the first tokens of its document, so many as its number says.
    fn open_texts(&mut self, all: &Columns, numbers: OpeningNumbers) {
        let mut rest = all.gaps.as_slice();
        for (&doc, &count) in all.docs.iter().zip(&all.counts) {
            let (gaps, later) = rest.split_at(rest.len().min(count as usize));
            rest = later;
            let within = count_within(gaps, numbers.get(doc));
            if within > 0 {
                self.docs.push(doc);
                self.counts.push(within as u32);
                self.gaps.extend_from_slice(&gaps[..within]);
            }
        }
    }

    /// Adds the postings whose document has a number.
    fn open_words(&mut self, all: &Columns, numbers: OpeningNumbers) {
        let kept = all.docs.iter().zip(&all.counts).filter(|(doc, _)| numbers.get(**doc) > 0);
        for (&doc, &count) in kept {
            self.docs.push(doc);
            self.counts.push(count);
        }
    }

    /// Returns where the gaps of posting `end` start, if those of `start` start at `gap`.
    fn gap(&self, start: usize, end: usize, gap: usize) -> usize {
        if self.gaps.is_empty() {
            0
        } else {
            gap + self.counts[start..end].iter().map(|&count| count as usize).sum::<usize>()
        }
    }
}

/// Returns how many of the positions given by their gaps are below `end`.
pub fn count_within(gaps: &[u32], end: u32) -> usize {
    let mut position = 0u32;
    gaps.iter()
        .take_while(|&&gap| {
            position = position.saturating_add(gap);
            position < end
        })
        .count()
}

/// Writes the postings of both, which have no document in common, in order.
fn merge(a: &Columns, b: &Columns, writer: &mut FieldWriter) -> Result<()> {
    let (mut now, mut next) = ((a, 0, 0), (b, 0, 0));
    while now.1 < now.0.docs.len() || next.1 < next.0.docs.len() {
        let (list, at, gap) = now;
        let limit = next.0.docs.get(next.1).copied().unwrap_or(u32::MAX);
        let end = at + list.docs[at..].iter().position(|&doc| doc >= limit).unwrap_or(list.docs.len() - at);
        let gap_end = list.gap(at, end, gap);
        writer.add_many(&list.docs[at..end], &list.counts[at..end], &list.gaps[gap..gap_end])?;
        (now, next) = (next, (list, end, gap_end));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_come_back(numbers in prop::collection::vec(0u32..200, 0..50)) {
            let bytes = encode(&numbers);
            let read = OpeningNumbers::open(&bytes, numbers.len() as u32).unwrap();
            prop_assert_eq!((0..numbers.len() as u32).map(|doc| read.get(doc)).collect::<Vec<_>>(), numbers);
            prop_assert!(OpeningNumbers::open(&bytes[..bytes.len() - 1], 1000).is_err());
        }
    }

    #[test]
    fn positions_are_counted_below_the_end_alone() {
        assert_eq!([0, 1, 3, 4, 9].map(|end| count_within(&[0, 2, 1, 5], end)), [0, 1, 2, 3, 4]);
        assert_eq!(count_within(&[u32::MAX, 7], u32::MAX), 0);
    }
}
