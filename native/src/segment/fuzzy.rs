//! Terms within an edit distance of a word.
//!
//! The sorted terms are walked as the trie they are: a row of the edit-distance table is kept for every character of
//! the current term, terms that share a prefix share its rows, and where a row exceeds the distance everywhere, all
//! terms with that prefix are skipped.

use crate::error::Result;

use super::dictionary::{Terms, successor};
use super::terms::{TERMS, TermInfo};

/// A term near a word.
#[derive(Debug, Clone, PartialEq)]
pub struct FuzzyTerm {
    /// The term.
    pub term: Vec<u8>,
    /// What the dictionary knows of it.
    pub info: TermInfo,
    /// Insertions, deletions and substitutions of characters between it and the word.
    pub distance: u8,
}

impl Terms<'_> {
    /// Returns the terms within `distance` edits of `word` whose first `exact` characters are the word's, in order.
    /// The word itself is among them if it is a term. Edits are those of Levenshtein: a transposition counts two.
    pub fn fuzzy(&self, word: &str, distance: u8, exact: usize) -> Result<Vec<FuzzyTerm>> {
        let prefix: String = word.chars().take(exact).collect();
        let range = self.prefix_range(prefix.as_bytes())?;
        let mut trie = Trie::new(word, distance);
        let mut found = Vec::new();
        let mut block = range.start as usize / TERMS;
        while !range.is_empty() && block * TERMS < range.end as usize {
            self.fuzzy_block(block, &mut trie, |ordinal, term, info, distance| {
                if range.contains(&ordinal) {
                    found.push(FuzzyTerm { term: term.to_vec(), info, distance });
                }
            })?;
            block = self.next_alive(block, &trie)?;
        }
        Ok(found)
    }

    /// Reports the terms of a block that are near enough.
    fn fuzzy_block(
        &self,
        block: usize,
        trie: &mut Trie,
        mut report: impl FnMut(u32, &[u8], TermInfo, u8),
    ) -> Result<()> {
        let section = self.section();
        let mut keys = self.open(block)?;
        let mut records = keys.clone();
        let (mut index, mut unread) = (0, 0);
        trie.rewind();
        while let Some((shared, rest)) = section.check(keys.key())? {
            if let Some(distance) = trie.visit(shared, rest) {
                for _ in unread..index {
                    section.check(records.record())?;
                }
                unread = index + 1;
                report((block * TERMS + index) as u32, &trie.term, section.check(records.record())?, distance);
            }
            index += 1;
        }
        Ok(())
    }

    /// Returns the next block after `block` that the trie's last term does not rule out.
    fn next_alive(&self, block: usize, trie: &Trie) -> Result<usize> {
        let Some(dead) = trie.dead.map(|end| &trie.term[..end]) else { return Ok(block + 1) };
        let next = self.prefixes()?.get(block + 1).map(|first| first.to_be_bytes());
        if dead.len() > 8 || !next.is_some_and(|first| first.starts_with(dead)) {
            return Ok(block + 1);
        }
        let after = successor(dead).map_or(Ok(None), |after| self.block_of(&after))?;
        Ok(after.map_or(self.blocks(), |after| after.max(block + 1)))
    }
}

/// Tells whether a term is within `distance` edits of `word` and has its first `exact` characters.
pub fn is_near(word: &str, term: &[u8], distance: u8, exact: usize) -> bool {
    let prefix: usize = word.chars().take(exact).map(char::len_utf8).sum();
    term.starts_with(&word.as_bytes()[..prefix]) && Trie::new(word, distance).visit(0, term).is_some()
}

/// The path from the root of the trie to the current term, with a row of the table for each character on it.
struct Trie {
    word: Vec<char>,
    most: u8,
    term: Vec<u8>,
    /// Byte length of the prefix that each row stands for; the first is that of the empty prefix.
    ends: Vec<usize>,
    rows: Vec<u8>,
    /// Byte length of the shortest prefix of the term that no near term has.
    dead: Option<usize>,
    /// The next key is the first of a block, and whole.
    whole: bool,
}

impl Trie {
    fn new(word: &str, most: u8) -> Self {
        let word: Vec<char> = word.chars().take(u8::MAX as usize - 1).collect();
        let rows = (0..=word.len() as u8).collect();
        let most = most.min(u8::MAX - 1); // so that there is a number beyond it
        Trie { word, most, term: Vec::new(), ends: vec![0], rows, dead: None, whole: true }
    }

    fn rewind(&mut self) {
        self.whole = true;
    }

    /// Moves to the next term and returns its distance if that is small enough.
    fn visit(&mut self, shared: usize, rest: &[u8]) -> Option<u8> {
        let (shared, rest) = if self.whole { split_common(&self.term, rest) } else { (shared, rest) };
        self.whole = false;
        self.term.truncate(shared);
        self.term.extend_from_slice(rest);
        if self.dead.is_some_and(|dead| shared >= dead) {
            return None;
        }
        self.dead = None;
        while self.ends.last().is_some_and(|&end| end > shared) {
            self.ends.pop();
        }
        self.rows.truncate(self.ends.len() * self.width());
        self.measure()
    }

    fn width(&self) -> usize {
        self.word.len() + 1
    }

    fn measure(&mut self) -> Option<u8> {
        let mut end = self.ends.last().copied().unwrap_or(0);
        while end < self.term.len() {
            let (char, bytes) = first_char(&self.term[end..]);
            end += bytes;
            let least = self.add_row(char);
            self.ends.push(end);
            if least > self.most {
                self.dead = Some(end);
                return None;
            }
        }
        self.rows.last().copied().filter(|&distance| distance <= self.most)
    }

    /// Adds the row of one more character and returns its least entry.
    ///
    /// Prefixes whose lengths differ by more than the distance are further apart than it: the entries outside that band
    /// are not worked out, only known to be too large.
    fn add_row(&mut self, char: char) -> u8 {
        let (above, number, most) = (self.rows.len() - self.width(), self.ends.len(), self.most as usize);
        let far = self.most + 1;
        self.rows.resize(self.rows.len() + self.width(), far);
        let (before, row) = self.rows[above..].split_at_mut(self.word.len() + 1);
        let mut left = before[0].saturating_add(1);
        row[0] = left;
        let mut least = left;
        let first = number.saturating_sub(most + 1);
        if first > 0 {
            (left, least) = (far, far);
        }
        let band = self.word.iter().enumerate().take(number + most).skip(first);
        for (index, &wanted) in band {
            let diagonal = before[index].saturating_add((wanted != char) as u8);
            let up = before[index + 1].saturating_add(1);
            left = diagonal.min(up).min(left.saturating_add(1));
            least = least.min(left);
            row[index + 1] = left;
        }
        least
    }
}

/// Returns how many bytes `term` shares with `next`, and the rest of `next`.
fn split_common<'n>(term: &[u8], next: &'n [u8]) -> (usize, &'n [u8]) {
    let shared = term.iter().zip(next).take_while(|(a, b)| a == b).count();
    (shared, &next[shared..])
}

/// Returns the first character and its bytes; a byte that starts none counts as a replacement character.
fn first_char(bytes: &[u8]) -> (char, usize) {
    if bytes[0] < 0x80 {
        return (bytes[0] as char, 1);
    }
    let chunk = &bytes[..bytes.len().min(4)];
    let valid = chunk.utf8_chunks().next().and_then(|chunk| chunk.valid().chars().next());
    valid.map_or((char::REPLACEMENT_CHARACTER, 1), |char| (char, char.len_utf8()))
}
