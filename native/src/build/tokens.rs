//! The tokens of a text field, in memory, and their way into postings.
//!
//! While documents come in, a token costs one look-up and four bytes. When the run is written the documents are put
//! into their final order, and two passes over the tokens (count, then scatter) turn them into the postings of each
//! term, in order of documents: a counting sort, whose cost does not depend on the order in which documents came.

use crate::error::Result;
use crate::segment::FieldWriter;
use crate::segment::length::length_to_byte;

/// The tokens of all documents in one field, as numbers.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    numbers: Vec<u32>,
    /// Where the tokens of each document end.
    ends: Vec<usize>,
}

impl Tokens {
    /// Adds a token of the current document.
    #[inline]
    pub fn push(&mut self, number: u32) {
        self.numbers.push(number);
    }

    /// Ends the current document.
    pub fn end_document(&mut self) {
        self.ends.push(self.numbers.len());
    }

    pub fn memory(&self) -> usize {
        // The scattered form needs about twice the tokens' own size on top.
        12 * self.numbers.len() + 8 * self.ends.len()
    }

    fn of(&self, doc: u32) -> &[u32] {
        let doc = doc as usize;
        &self.numbers[doc.checked_sub(1).map_or(0, |before| self.ends[before])..self.ends[doc]]
    }

    /// Returns the number of tokens of each document, in the new order.
    pub fn lengths(&self, order: &[u32]) -> Vec<u32> {
        order.iter().map(|&doc| self.of(doc).len() as u32).collect()
    }

    /// Gathers the postings of the terms that `term_of` maps the tokens to; there are `terms` of them. Without
    /// `positions` they say only which documents have a term.
    pub fn invert(&self, order: &[u32], terms: usize, term_of: impl Fn(u32) -> u32, positions: bool) -> Inverted {
        let mut lists = vec![List::default(); terms];
        for doc in 0..self.ends.len() as u32 {
            for &token in self.of(doc) {
                lists[term_of(token) as usize].count(doc);
            }
        }
        let mut inverted = Inverted::reserve(lists, positions);
        for (&old, new) in order.iter().zip(0..) {
            for (&token, position) in self.of(old).iter().zip(0..) {
                inverted.add(term_of(token), new, position);
            }
        }
        inverted
    }
}

/// The postings of a term: first counted, then the places where its next document and position go.
#[derive(Debug, Clone, Copy, Default)]
struct List {
    /// The document last seen, plus one; 0 before the first.
    seen: u32,
    docs: u32,
    positions: u32,
    /// The position last seen in that document.
    before: u32,
}

impl List {
    #[inline]
    fn count(&mut self, doc: u32) {
        self.docs += (self.seen != doc + 1) as u32;
        self.seen = doc + 1;
        self.positions += 1;
    }
}

/// The postings of all terms, grouped by term.
#[derive(Debug)]
pub(super) struct Inverted {
    lists: Vec<List>,
    docs: Vec<u32>,
    frequencies: Vec<u32>,
    gaps: Vec<u32>,
    positions: bool,
}

impl Inverted {
    fn reserve(mut lists: Vec<List>, positions: bool) -> Self {
        let (mut docs, mut tokens) = (0, 0);
        for list in &mut lists {
            let next = List { seen: 0, docs, positions: tokens, before: 0 };
            docs += list.docs;
            tokens += list.positions;
            *list = next;
        }
        let [frequencies, gaps] = [docs, tokens].map(|count| vec![0; if positions { count as usize } else { 0 }]);
        Inverted { lists, docs: vec![0; docs as usize], frequencies, gaps, positions }
    }

    #[inline]
    fn add(&mut self, term: u32, doc: u32, position: u32) {
        let list = &mut self.lists[term as usize];
        if list.seen != doc + 1 {
            self.docs[list.docs as usize] = doc;
            list.docs += 1;
            (list.seen, list.before) = (doc + 1, 0);
        }
        if self.positions {
            self.frequencies[list.docs as usize - 1] += 1;
            self.gaps[list.positions as usize] = position - list.before;
            list.before = position;
        }
        list.positions += 1;
    }

    /// Writes the postings of all terms that have any, in the order of the terms' bytes.
    pub fn write<'t>(&self, field: &mut FieldWriter, term: impl Fn(u32) -> &'t [u8]) -> Result<()> {
        // After the scatter, each list's places are its ends, which are the starts of the next.
        let start = |number: u32| number.checked_sub(1).map_or((0, 0), |before| self.end(before));
        let has_postings = |&number: &u32| start(number).0 < self.end(number).0;
        let mut sorted: Vec<(u64, u32)> =
            (0..self.lists.len() as u32).filter(has_postings).map(|number| (prefix(term(number)), number)).collect();
        sorted.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| term(a.1).cmp(term(b.1))));
        for (_, number) in sorted {
            let ((from, first_gap), (to, last_gap)) = (start(number), self.end(number));
            if self.positions {
                field.start(term(number), false)?;
                field.add_many(&self.docs[from..to], &self.frequencies[from..to], &self.gaps[first_gap..last_gap])?;
                field.finish_term()?;
            } else {
                field.add_word(term(number), &self.docs[from..to], None)?;
            }
        }
        Ok(())
    }

    fn end(&self, number: u32) -> (usize, usize) {
        let list = &self.lists[number as usize];
        (list.docs as usize, list.positions as usize)
    }
}

/// Returns the first bytes of a term as a number that sorts as they do.
fn prefix(term: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    let length = term.len().min(8);
    bytes[..length].copy_from_slice(&term[..length]);
    u64::from_be_bytes(bytes)
}

/// Returns the length bytes of these lengths.
pub(super) fn length_bytes(lengths: &[u32]) -> Vec<u8> {
    lengths.iter().map(|&length| length_to_byte(length)).collect()
}
