//! The tokens of a text field, in memory, and their way into postings.
//!
//! While documents come in, a token costs one look-up, four bytes and a count. When the run is written the documents are
//! put into their final order, and a pass over the tokens scatters them into the postings of each term, in order of
//! documents: a counting sort, whose cost does not depend on the order in which documents came.

use crate::analysis::Analyzer;
use crate::error::Result;
use crate::segment::length::length_to_byte;
use crate::segment::{FieldWriter, count_within};

use super::places::Forms;

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
    /// How often each number has come.
    counts: Vec<Count>,
}

/// How often a word has come.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Count {
    /// The document last seen, plus one; 0 before the first.
    seen: u32,
    pub docs: u32,
    pub tokens: u32,
}

impl Tokens {
    /// Adds a token of the current document, and says whether it belongs to the opening, which the first ones do.
    #[inline]
    pub fn push(&mut self, number: u32, opens: bool) {
        self.numbers.push(number);
        self.opening += u32::from(opens);
        if number as usize >= self.counts.len() {
            self.counts.resize(number as usize + 1, Count::default());
        }
        self.counts[number as usize].add(self.ends.len() as u32);
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
        14 * self.numbers.len() + 12 * self.ends.len() + 12 * self.counts.len()
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
    /// `terms` terms. What a search for places needs beside them goes to `forms`.
    pub fn invert(
        &self,
        order: &[u32],
        term_of: &[u32],
        terms: usize,
        mut forms: Option<&mut Forms>,
    ) -> (Words, Terms) {
        let mut words: Vec<Word> = term_of.iter().map(|&term| Word { term, ..Word::default() }).collect();
        let mut most = vec![Count::default(); terms];
        for (count, word) in self.counts.iter().zip(&mut words) {
            word.docs = count.docs;
            let of_term = &mut most[word.term as usize];
            (of_term.docs, of_term.tokens) = (of_term.docs + count.docs, of_term.tokens + count.tokens);
        }
        let (mut words, mut terms) = (Words::reserve(words), Terms::reserve(&most));
        let (mut of_tokens, mut mixed) = (Vec::new(), Vec::new());
        for (&old, new) in order.iter().zip(0..) {
            // Two short loops: nearly every step is a cache miss, and more of them are under way at a time.
            let tokens = self.of(old);
            of_tokens.clear();
            of_tokens.extend(tokens.iter().map(|&token| words.add(token, new)));
            for ((&token, &term), position) in tokens.iter().zip(&of_tokens).zip(0..) {
                if terms.add(term, new, position, token) {
                    mixed.push(term);
                }
            }
            match &mut forms {
                Some(forms) => mixed.drain(..).for_each(|term| forms.add(new, tokens, terms.last_gaps(term))),
                None => mixed.clear(),
            }
        }
        (words, terms)
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

/// The list of a word: first counted, then the place where its next document goes.
#[derive(Debug, Clone, Copy, Default)]
struct Word {
    /// The document last seen, plus one; 0 before the first.
    seen: u32,
    docs: u32,
    term: u32,
}

/// The list of a term: the places where its next document and position go.
#[derive(Debug, Clone, Copy, Default)]
struct Term {
    /// The document last seen, plus one; 0 before the first.
    seen: u32,
    docs: u32,
    positions: u32,
    /// The position last seen in that document.
    before: u32,
    /// The word of the term that came first in that document, or [`MIXED`] if there are others.
    word: u32,
}

/// Stands for several words of one term.
const MIXED: u32 = u32::MAX;

impl Word {
    #[inline]
    fn count(&mut self, doc: u32) {
        self.docs += (self.seen != doc + 1) as u32;
        self.seen = doc + 1;
    }
}

impl Count {
    /// Counts a token of a document; those of one document come together.
    #[inline]
    pub fn add(&mut self, doc: u32) {
        self.docs += u32::from(self.seen != doc + 1);
        self.seen = doc + 1;
        self.tokens += 1;
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
    /// Where the documents of each list start.
    starts: Vec<u32>,
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
        list.docs += u32::from(list.seen != doc + 1); // whether a word is new cannot be foreseen: no branch
        list.seen = doc + 1;
        self.docs[list.docs as usize - 1] = doc;
        list.term
    }

    /// Writes the documents of all words that have any, in the order of the words' bytes.
    pub fn write(&self, field: &mut FieldWriter, words: &Analyzer) -> Result<()> {
        let sorted = words.sorted(self.used());
        sorted.into_iter().try_for_each(|number| field.add_word(words.term(number), self.docs(number), None))
    }

    /// Writes the same of openings that have all words of `of` where `whole` is 1.
    pub fn write_openings(&self, of: &Words, whole: &[u32], field: &mut FieldWriter, words: &Analyzer) -> Result<()> {
        words.sorted(of.used()).into_iter().try_for_each(|number| {
            let more: u32 = of.docs(number).iter().map(|&doc| whole[doc as usize]).sum();
            field.add_opening_word(words.term(number), self.docs(number), more)
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
    /// Makes room for lists of so many tokens, and at most so many documents.
    pub fn reserve(counts: &[Count]) -> Self {
        let (mut docs, mut tokens) = (0, 0);
        let (mut lists, mut starts) = (Vec::with_capacity(counts.len()), Vec::with_capacity(counts.len()));
        for count in counts {
            starts.push(docs);
            lists.push(Term { docs, positions: tokens, ..Term::default() });
            (docs, tokens) = (docs + count.docs, tokens + count.tokens);
        }
        let [docs, frequencies] = [vec![0; docs as usize], vec![0; docs as usize]];
        Terms { lists, starts, docs, frequencies, gaps: vec![0; tokens as usize] }
    }

    /// Adds an occurrence of a term as this word of it, and says whether it is the first that shows the document to have
    /// several words of the term.
    #[inline]
    pub fn add(&mut self, term: u32, doc: u32, position: u32, word: u32) -> bool {
        let list = &mut self.lists[term as usize];
        let is_new = list.seen != doc + 1; // cannot be foreseen: no branch
        list.docs += u32::from(is_new);
        list.seen = doc + 1;
        self.docs[list.docs as usize - 1] = doc;
        self.frequencies[list.docs as usize - 1] += 1;
        self.gaps[list.positions as usize] = position - if is_new { 0 } else { list.before };
        list.before = position;
        list.positions += 1;
        let first = if is_new { word } else { list.word };
        let is_mixed = first != word && first != MIXED;
        list.word = if is_mixed { MIXED } else { first };
        is_mixed
    }

    /// Returns the gaps between the positions of a term in the document it was added to last.
    fn last_gaps(&self, term: u32) -> &[u32] {
        let list = &self.lists[term as usize];
        let (end, frequency) = (list.positions as usize, self.frequencies[list.docs as usize - 1] as usize);
        &self.gaps[end - frequency..end]
    }

    /// Writes the postings of all terms that have any, in the order of the terms' bytes.
    pub fn write(&self, field: &mut FieldWriter, terms: &Analyzer) -> Result<()> {
        terms.sorted(self.used()).into_iter().try_for_each(|number| {
            let ((from, first_gap), (to, last_gap)) = (self.start(number), self.end(number));
            field.start(terms.term(number), false)?;
            field.add_many(&self.docs[from..to], &self.frequencies[from..to], &self.gaps[first_gap..last_gap])?;
            field.finish_term()
        })
    }

    /// Writes how often openings of these numbers of tokens have each term.
    pub fn write_openings(&self, numbers: &[u32], field: &mut FieldWriter, terms: &Analyzer) -> Result<()> {
        terms.sorted(self.used()).into_iter().try_for_each(|number| {
            let ((from, mut gap), (to, _)) = (self.start(number), self.end(number));
            let (mut docs, mut weight) = (0, 0);
            for (&doc, &frequency) in self.docs[from..to].iter().zip(&self.frequencies[from..to]) {
                let gaps = &self.gaps[gap..gap + frequency as usize];
                gap += frequency as usize;
                let within = count_within(gaps, numbers[doc as usize]);
                docs += u32::from(within > 0);
                weight += within;
            }
            field.start(terms.term(number), false)?;
            field.finish_opening_term(docs, weight as f64)
        })
    }

    fn used(&self) -> impl Iterator<Item = u32> {
        (0..self.lists.len() as u32).filter(|&number| self.start(number).0 < self.end(number).0)
    }

    fn start(&self, number: u32) -> (usize, usize) {
        // After the scatter, each list's place for positions is their end, which is the start of the next list's.
        let gap = number.checked_sub(1).map_or(0, |before| self.lists[before as usize].positions);
        (self.starts[number as usize] as usize, gap as usize)
    }

    fn end(&self, number: u32) -> (usize, usize) {
        let list = &self.lists[number as usize];
        (list.docs as usize, list.positions as usize)
    }
}

/// Returns the length bytes of these lengths.
pub(super) fn length_bytes(lengths: &[u32]) -> Vec<u8> {
    lengths.iter().map(|&length| length_to_byte(length)).collect()
}
