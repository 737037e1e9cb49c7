//! Text to terms: exactly the tokens, terms and offsets of `searchkit/analysis.py`.
//!
//! A *token* is a stretch of text, a *term* is the form of it that the index holds. Every distinct raw token is folded
//! and stemmed once; after that it is one look-up. Terms are numbered from 0 in the order of their first appearance, so
//! that a caller can count by number instead of hashing the bytes again.
//!
//! The character tables are pinned to one Unicode version (`tools/unicode_tables.py`): an index means the same under
//! every Python and every release of this crate.

mod beginnings;
mod classes;
mod counts;
mod cut;
mod fold;
mod language;
mod memo;
mod scan;
mod tables;
#[cfg(test)]
mod tests;

use std::ops::Range;

use snowstem::{Algorithm, Stemmer};

use crate::numbered::Numbered;

pub use beginnings::Beginnings;
use classes::Lookup;
pub use counts::WordCounts;
use cut::Cuts;
use fold::Folder;
pub use fold::MAX_TERM_LENGTH;
pub use language::Languages;
use memo::{Key, TokenMemo};

/// Tokens that are looked up together.
const BATCH: usize = 32;

/// The number kept for tokens that have no term.
const NO_TERM: u32 = u32::MAX;

/// Cuts text into terms and remembers what it has seen. One for each thread.
pub struct Analyzer {
    lookup: Lookup,
    folder: Folder,
    memo: TokenMemo,
    terms: Numbered,
    form: Form,
}

/// What becomes of a word.
enum Form {
    /// It is its own term.
    Word,
    /// English endings are taken off.
    Stem,
    /// The endings of a language are taken off, and the code of the language put before it.
    StemOf(&'static str, Stemmer),
}

/// A term of the analyzer and the stretch of text it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The number of the term, see [`Analyzer::term`].
    pub id: u32,
    /// The bytes of the text.
    pub bytes: Range<usize>,
    /// The code points of the text.
    pub chars: Range<usize>,
}

impl Default for Analyzer {
    fn default() -> Self {
        Self::new()
    }
}

impl Analyzer {
    /// Returns an analyzer that knows no term yet.
    pub fn new() -> Self {
        Self::with_form(Form::Stem)
    }

    /// Returns an analyzer whose terms are the words as a reader would type them, not stemmed: what prefixes match.
    pub fn of_words() -> Self {
        Self::with_form(Form::Word)
    }

    /// Returns an analyzer for the texts of a language other than English, whose terms are stems marked by its code.
    fn of_language(code: &'static str, algorithm: Algorithm) -> Self {
        Self::with_form(Form::StemOf(code, Stemmer::create(algorithm)))
    }

    fn with_form(form: Form) -> Self {
        let lookup = Lookup::new();
        let folder = Folder::new(lookup);
        Self { lookup, folder, memo: TokenMemo::new(), terms: Numbered::default(), form }
    }

    /// Hands the term of each token of the text to `f`, in order; the n-th call is for position n.
    pub fn for_each_term(&mut self, text: &str, mut f: impl FnMut(&[u8])) {
        for cut in Cuts::new(text, self.lookup) {
            let id = self.id(text, cut);
            if id != NO_TERM {
                f(self.terms.get(id));
            }
        }
    }

    /// Hands the term number of each token of the text to `f`, in order; the n-th call is for position n.
    ///
    /// A number is less than [`Analyzer::term_count`] at the time of the call and means [`Analyzer::term`] until
    /// [`Analyzer::clear`].
    pub fn for_each_id(&mut self, text: &str, mut f: impl FnMut(u32)) {
        self.for_each_cut(text, |id, _| f(id));
    }

    /// Hands the term number and the bytes of each token of the text to `f`, in order.
    pub fn for_each_cut(&mut self, text: &str, mut f: impl FnMut(u32, Range<usize>)) {
        // Some tokens are looked up together: most look-ups wait for memory, and so they wait for it at once.
        let mut cuts = Cuts::new(text, self.lookup);
        let mut batch: [(u32, Range<usize>); BATCH] = std::array::from_fn(|_| (NO_TERM, 0..0));
        loop {
            let mut count = 0;
            for (place, cut) in batch.iter_mut().zip(&mut cuts) {
                place.1 = cut;
                count += 1;
            }
            if count == 0 {
                return;
            }
            for (id, cut) in &mut batch[..count] {
                *id = self.id(text, cut.clone());
            }
            batch[..count].iter().filter(|(id, _)| *id != NO_TERM).for_each(|(id, cut)| f(*id, cut.clone()));
        }
    }

    /// Returns the term number of one token, as the iterators cut them; `None` when nothing of it can be searched.
    pub fn id_of(&mut self, token: &str) -> Option<u32> {
        self.id_at(token, 0..token.len())
    }

    /// Returns the term number and the bytes of each token from a place on, where a token starts or none goes on.
    pub fn ids_from<'a>(&'a mut self, text: &'a str, place: usize) -> impl Iterator<Item = (u32, Range<usize>)> + 'a {
        let cuts = Cuts::starting(text, self.lookup, place);
        cuts.filter_map(|cut| Some((self.id_at(text, cut.clone())?, cut)))
    }

    /// Returns the term number of one token of the text; `None` when nothing of it can be searched.
    #[inline]
    pub fn id_at(&mut self, text: &str, cut: Range<usize>) -> Option<u32> {
        Some(self.id(text, cut)).filter(|&id| id != NO_TERM)
    }

    /// Returns the number of a term, a new one if no token has had it yet.
    pub fn number(&mut self, term: &[u8]) -> u32 {
        self.terms.number(term)
    }

    /// Returns an iterator over the tokens of the text with their offsets; the n-th has position n.
    pub fn tokens<'a, 't>(&'a mut self, text: &'t str) -> Tokens<'a, 't> {
        let cuts = Cuts::new(text, self.lookup);
        Tokens { analyzer: self, text, cuts, byte: 0, char: 0 }
    }

    /// Returns the term of a number; panics on a number that this analyzer has not handed out since the last `clear`.
    #[inline]
    pub fn term(&self, id: u32) -> &[u8] {
        self.terms.get(id)
    }

    /// Returns numbers of terms in the order of the terms' bytes.
    pub(crate) fn sorted(&self, numbers: impl Iterator<Item = u32>) -> Vec<u32> {
        self.terms.sorted(numbers)
    }

    /// Returns how many terms have numbers: all numbers are less.
    pub fn term_count(&self) -> usize {
        self.terms.len()
    }

    /// Returns the bytes of memory taken, about. It grows with the terms until `clear`.
    pub fn memory(&self) -> usize {
        self.memo.memory() + self.terms.memory()
    }

    /// Forgets all terms: numbers start from 0 again.
    pub fn clear(&mut self) {
        self.memo = TokenMemo::new();
        self.terms = Numbered::default();
    }

    #[inline]
    fn id(&mut self, text: &str, cut: Range<usize>) -> u32 {
        match self.memo.get(text.as_bytes(), cut.start, cut.end) {
            Ok(id) => id,
            Err(key) => self.learn(&text[cut], key),
        }
    }

    #[cold]
    fn learn(&mut self, token: &str, key: Key) -> u32 {
        let term = match &self.form {
            Form::Word => self.folder.word(token),
            Form::Stem => self.folder.term(token),
            Form::StemOf(code, stemmer) => self.folder.stem(token, code, stemmer),
        };
        let id = if term.is_empty() { NO_TERM } else { self.terms.number(term.as_bytes()) };
        self.memo.insert(token.as_bytes(), key, id);
        id
    }
}

/// The tokens of a text with their offsets, in order; made by [`Analyzer::tokens`].
pub struct Tokens<'a, 't> {
    analyzer: &'a mut Analyzer,
    text: &'t str,
    cuts: Cuts<'t>,
    byte: usize,
    char: usize,
}

impl Tokens<'_, '_> {
    /// Returns the term of a token of this text.
    pub fn term(&self, token: &Token) -> &[u8] {
        self.analyzer.term(token.id)
    }

    /// Returns the code points before the byte, which must not be before the one asked for last.
    fn chars_before(&mut self, byte: usize) -> usize {
        let between = &self.text.as_bytes()[self.byte..byte];
        self.char += between.iter().filter(|&&byte| byte & 0xc0 != 0x80).count();
        self.byte = byte;
        self.char
    }
}

impl Iterator for Tokens<'_, '_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        loop {
            let bytes = self.cuts.next()?;
            let id = self.analyzer.id(self.text, bytes.clone());
            if id != NO_TERM {
                let chars = self.chars_before(bytes.start)..self.chars_before(bytes.end);
                return Some(Token { id, bytes, chars });
            }
        }
    }
}
