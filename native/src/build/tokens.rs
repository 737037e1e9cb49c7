//! The tokens of a text field, in memory, and their way into postings.
//!
//! While documents come in, a token costs one look-up and four bytes. When the run is written the documents are put
//! into their final order, and two passes over the tokens (count, then scatter) turn them into the postings of each
//! term, in order of documents: a counting sort, whose cost does not depend on the order in which documents came.

use crate::error::Result;
use crate::segment::length::length_to_byte;
use crate::segment::{FieldWriter, count_within};

use super::places::Breaks;

/// The tokens of all documents in one field, as numbers.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    numbers: Vec<u32>,
    /// Where the tokens of each document end.
    ends: Vec<usize>,
    /// How many tokens of each document are its opening.
    openings: Vec<u32>,
    /// The same of the current document.
    opening: u32,
}

impl Tokens {
    /// Adds a token of the current document, and says whether it belongs to the opening, which the first ones do.
    #[inline]
    pub fn push(&mut self, number: u32, opens: bool) {
        self.numbers.push(number);
        self.opening += u32::from(opens);
    }

    /// Ends the current document.
    pub fn end_document(&mut self) {
        self.ends.push(self.numbers.len());
        self.openings.push(std::mem::take(&mut self.opening));
    }

    /// Makes the documents that have come so many, the missing ones being empty.
    pub fn pad(&mut self, docs: usize) {
        self.ends.resize(docs, self.numbers.len());
        self.openings.resize(docs, 0);
    }

    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    pub fn memory(&self) -> usize {
        // The scattered form needs more than twice the tokens' own size on top.
        14 * self.numbers.len() + 12 * self.ends.len()
    }

    fn of(&self, doc: u32) -> &[u32] {
        let doc = doc as usize;
        &self.numbers[doc.checked_sub(1).map_or(0, |before| self.ends[before])..self.ends[doc]]
    }

    /// Returns the number of tokens of a document.
    pub fn len(&self, doc: u32) -> u32 {
        self.of(doc).len() as u32
    }

    /// Returns how many of them are the opening.
    pub fn opening(&self, doc: u32) -> u32 {
        self.openings[doc as usize]
    }

    /// Tells whether all of them are.
    pub fn is_whole(&self, doc: u32) -> bool {
        self.opening(doc) == self.len(doc)
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

    /// Gathers the places of words that share their term with another word of the document, and behind them, as two more
    /// words, those of the breaks of sentences and paragraphs.
    pub fn invert_places(&self, order: &[u32], (term_of, terms): (&[u32], usize), breaks: &Breaks) -> Terms {
        let words = term_of.len();
        let mut lists = vec![Term::default(); words + 2];
        let mut mixed = Mixed { first: vec![0; terms], seen: vec![0; terms], mixed: vec![0; terms] };
        let mut each = |doc: u32, f: &mut dyn FnMut(usize, u32)| {
            breaks.each(doc, |position, is_paragraph| {
                f(words, position);
                if is_paragraph {
                    f(words + 1, position);
                }
            });
            mixed.each(self.of(doc), doc, term_of, f);
        };
        for doc in 0..self.ends.len() as u32 {
            each(doc, &mut |list, _| lists[list].count(doc));
        }
        let mut found = Terms::reserve(lists);
        for (&old, new) in order.iter().zip(0..) {
            each(old, &mut |list, position| found.add(list as u32, new, position));
        }
        found
    }

    /// Gathers the words of openings that are not all of their text; there are `words` words.
    pub fn invert_openings(&self, order: &[u32], words: usize) -> Words {
        let of = |doc: u32| if self.is_whole(doc) { &[] } else { &self.of(doc)[..self.opening(doc) as usize] };
        let mut words = vec![Word::default(); words];
        for doc in 0..self.ends.len() as u32 {
            of(doc).iter().for_each(|&token| words[token as usize].count(doc));
        }
        let mut words = Words::reserve(words);
        for (&old, new) in order.iter().zip(0..) {
            of(old).iter().for_each(|&token| {
                words.add(token, new);
            });
        }
        words
    }
}

/// For each term, what of it the documents have that were looked at.
struct Mixed {
    /// The word of it that came first in the document last seen.
    first: Vec<u32>,
    /// The document last seen, plus one; 0 before the first.
    seen: Vec<u32>,
    /// The same of the document last seen that has more than one word of it.
    mixed: Vec<u32>,
}

impl Mixed {
    /// Hands the words of a document that share their term with another of it, and their positions, to `f`.
    fn each(&mut self, tokens: &[u32], doc: u32, term_of: &[u32], f: &mut dyn FnMut(usize, u32)) {
        let mut is_any = false;
        for &word in tokens {
            let term = term_of[word as usize] as usize;
            if self.seen[term] != doc + 1 {
                (self.seen[term], self.first[term]) = (doc + 1, word);
            } else if self.first[term] != word {
                self.mixed[term] = doc + 1;
                is_any = true;
            }
        }
        if is_any {
            let is_mixed = |word: u32| self.mixed[term_of[word as usize] as usize] == doc + 1;
            tokens.iter().zip(0..).filter(|&(&word, _)| is_mixed(word)).for_each(|(&word, at)| f(word as usize, at));
        }
        // A document is looked at twice: the second time nothing of it must be known.
        tokens.iter().for_each(|&word| self.seen[term_of[word as usize] as usize] = 0);
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
        sorted(self.used(), &word).try_for_each(|number| field.add_word(word(number), self.docs(number), None))
    }

    /// Writes the same of openings that have all words of `of` where `whole` is 1.
    pub fn write_openings<'t>(
        &self,
        of: &Words,
        whole: &[u32],
        field: &mut FieldWriter,
        word: impl Fn(u32) -> &'t [u8],
    ) -> Result<()> {
        sorted(of.used(), &word).try_for_each(|number| {
            let more: u32 = of.docs(number).iter().map(|&doc| whole[doc as usize]).sum();
            field.add_opening_word(word(number), self.docs(number), more)
        })
    }

    fn used(&self) -> impl Iterator<Item = u32> {
        (0..self.lists.len() as u32).filter(|&number| !self.docs(number).is_empty())
    }

    fn docs(&self, number: u32) -> &[u32] {
        // After the scatter, each list's place is its end, which is the start of the next.
        let end = |number: u32| self.lists[number as usize].docs as usize;
        &self.docs[number.checked_sub(1).map_or(0, end)..end(number)]
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
        sorted(self.used(), &term).try_for_each(|number| {
            field.start(term(number), false)?;
            self.add_to(number, field)?;
            field.finish_term()
        })
    }

    /// Writes how often openings of these numbers of tokens have each term.
    pub fn write_openings<'t>(
        &self,
        numbers: &[u32],
        field: &mut FieldWriter,
        term: impl Fn(u32) -> &'t [u8],
    ) -> Result<()> {
        sorted(self.used(), &term).try_for_each(|number| {
            let ((from, mut gap), (to, _)) = (self.start(number), self.end(number));
            let (mut docs, mut weight) = (0, 0);
            for (&doc, &frequency) in self.docs[from..to].iter().zip(&self.frequencies[from..to]) {
                let gaps = &self.gaps[gap..gap + frequency as usize];
                gap += frequency as usize;
                let within = count_within(gaps, numbers[doc as usize]);
                docs += u32::from(within > 0);
                weight += within;
            }
            field.start(term(number), false)?;
            field.finish_opening_term(docs, weight as f64)
        })
    }

    fn used(&self) -> impl Iterator<Item = u32> {
        (0..self.lists.len() as u32).filter(|&number| self.start(number).0 < self.end(number).0)
    }

    /// Adds the postings of a term to the field.
    fn add_to(&self, number: u32, field: &mut FieldWriter) -> Result<()> {
        let ((from, first_gap), (to, last_gap)) = (self.start(number), self.end(number));
        field.add_many(&self.docs[from..to], &self.frequencies[from..to], &self.gaps[first_gap..last_gap])
    }

    fn start(&self, number: u32) -> (usize, usize) {
        number.checked_sub(1).map_or((0, 0), |before| self.end(before))
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
