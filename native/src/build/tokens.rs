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
        // The scattered form needs more than twice the tokens' own size on top.
        14 * self.numbers.len() + 8 * self.ends.len()
    }

    fn of(&self, doc: u32) -> &[u32] {
        let doc = doc as usize;
        &self.numbers[doc.checked_sub(1).map_or(0, |before| self.ends[before])..self.ends[doc]]
    }

    /// Returns the number of tokens of each document, in the new order.
    pub fn lengths(&self, order: &[u32]) -> Vec<u32> {
        order.iter().map(|&doc| self.of(doc).len() as u32).collect()
    }

    /// Gathers the postings of the words and those of their terms: word `n` has the term `term_of[n]`, and there are
    /// `terms` terms.
    pub fn invert(&self, order: &[u32], term_of: &[u32], terms: usize) -> (Words, Terms) {
        let mut words: Vec<Word> = term_of.iter().map(|&term| Word { term, ..Word::default() }).collect();
        let mut terms = vec![Term::default(); terms];
        for doc in 0..self.ends.len() as u32 {
            for &token in self.of(doc) {
                let word = &mut words[token as usize];
                word.count(doc);
                terms[word.term as usize].count(doc);
            }
        }
        let (mut words, mut terms) = (Words::reserve(words), Terms::reserve(terms));
        for (&old, new) in order.iter().zip(0..) {
            for (&token, position) in self.of(old).iter().zip(0..) {
                let term = words.add(token, new);
                terms.add(term, new, position);
            }
        }
        (words, terms)
    }
}

/// The list of a word: first counted, then the place where its next document goes.
#[derive(Debug, Clone, Copy, Default)]
struct Word {
    /// The document last seen, plus one; 0 before the first.
    seen: u32,
    docs: u32,
    term: u32,
}

/// The list of a term: first counted, then the places where its next document and position go.
#[derive(Debug, Clone, Copy, Default)]
struct Term {
    /// The document last seen, plus one; 0 before the first.
    seen: u32,
    docs: u32,
    positions: u32,
    /// The position last seen in that document.
    before: u32,
}

impl Word {
    #[inline]
    fn count(&mut self, doc: u32) {
        self.docs += (self.seen != doc + 1) as u32;
        self.seen = doc + 1;
    }
}

impl Term {
    #[inline]
    fn count(&mut self, doc: u32) {
        self.docs += (self.seen != doc + 1) as u32;
        self.seen = doc + 1;
        self.positions += 1;
    }
}

/// Which documents have each word.
#[derive(Debug)]
pub(super) struct Words {
    lists: Vec<Word>,
    docs: Vec<u32>,
}

/// The postings of all terms, grouped by term.
#[derive(Debug)]
pub(super) struct Terms {
    lists: Vec<Term>,
    docs: Vec<u32>,
    frequencies: Vec<u32>,
    gaps: Vec<u32>,
}

impl Words {
    fn reserve(mut lists: Vec<Word>) -> Self {
        let mut docs = 0;
        for list in &mut lists {
            let next = Word { seen: 0, docs, term: list.term };
            docs += list.docs;
            *list = next;
        }
        Words { lists, docs: vec![0; docs as usize] }
    }

    /// Adds a word of a document and returns its term.
    #[inline]
    fn add(&mut self, word: u32, doc: u32) -> u32 {
        let list = &mut self.lists[word as usize];
        if list.seen != doc + 1 {
            self.docs[list.docs as usize] = doc;
            list.docs += 1;
            list.seen = doc + 1;
        }
        list.term
    }

    /// Writes the documents of all words that have any, in the order of the words' bytes.
    pub fn write<'t>(&self, field: &mut FieldWriter, word: impl Fn(u32) -> &'t [u8]) -> Result<()> {
        // After the scatter, each list's place is its end, which is the start of the next.
        let end = |number: u32| self.lists[number as usize].docs as usize;
        let docs = |number: u32| &self.docs[number.checked_sub(1).map_or(0, end)..end(number)];
        let numbers = (0..self.lists.len() as u32).filter(|&number| !docs(number).is_empty());
        sorted(numbers, &word).try_for_each(|number| field.add_word(word(number), docs(number), None))
    }
}

impl Terms {
    fn reserve(mut lists: Vec<Term>) -> Self {
        let (mut docs, mut tokens) = (0, 0);
        for list in &mut lists {
            let next = Term { seen: 0, docs, positions: tokens, before: 0 };
            docs += list.docs;
            tokens += list.positions;
            *list = next;
        }
        let [docs, frequencies] = [vec![0; docs as usize], vec![0; docs as usize]];
        Terms { lists, docs, frequencies, gaps: vec![0; tokens as usize] }
    }

    #[inline]
    fn add(&mut self, term: u32, doc: u32, position: u32) {
        let list = &mut self.lists[term as usize];
        if list.seen != doc + 1 {
            self.docs[list.docs as usize] = doc;
            list.docs += 1;
            (list.seen, list.before) = (doc + 1, 0);
        }
        self.frequencies[list.docs as usize - 1] += 1;
        self.gaps[list.positions as usize] = position - list.before;
        list.before = position;
        list.positions += 1;
    }

    /// Writes the postings of all terms that have any, in the order of the terms' bytes.
    pub fn write<'t>(&self, field: &mut FieldWriter, term: impl Fn(u32) -> &'t [u8]) -> Result<()> {
        let start = |number: u32| number.checked_sub(1).map_or((0, 0), |before| self.end(before));
        let numbers = (0..self.lists.len() as u32).filter(|&number| start(number).0 < self.end(number).0);
        for number in sorted(numbers, &term) {
            let ((from, first_gap), (to, last_gap)) = (start(number), self.end(number));
            field.start(term(number), false)?;
            field.add_many(&self.docs[from..to], &self.frequencies[from..to], &self.gaps[first_gap..last_gap])?;
            field.finish_term()?;
        }
        Ok(())
    }

    fn end(&self, number: u32) -> (usize, usize) {
        let list = &self.lists[number as usize];
        (list.docs as usize, list.positions as usize)
    }
}

/// Returns the numbers in the order of the bytes of their terms.
fn sorted<'t>(numbers: impl Iterator<Item = u32>, term: impl Fn(u32) -> &'t [u8]) -> impl Iterator<Item = u32> {
    let mut sorted: Vec<(u64, u32)> = numbers.map(|number| (prefix(term(number)), number)).collect();
    sorted.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| term(a.1).cmp(term(b.1))));
    sorted.into_iter().map(|(_, number)| number)
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
