//! What a search for places needs beside the positions of terms, on its way into a field of its own: exactly `places` of
//! searchkit/places.py.

use std::path::Path;

use crate::analysis::Analyzer;
use crate::error::Result;
use crate::segment::{FieldKind, FieldWriter, SegmentWriter, Totals};
use crate::spans::{PARAGRAPH_START, SENTENCE_START};

use super::tokens::{Count, Terms};

/// Where sentences and paragraphs of all documents start, but for those that start a text.
#[derive(Debug, Default)]
pub(super) struct Breaks {
    /// The position of the first word, twice, and 1 more if a paragraph starts there.
    starts: Vec<u32>,
    /// Where the starts of each document end.
    ends: Vec<usize>,
}

impl Breaks {
    /// Adds the first word of a sentence, but for the first of the text.
    #[inline]
    pub fn push(&mut self, position: u32, is_paragraph: bool) {
        if position > 0 {
            self.starts.push(position << 1 | u32::from(is_paragraph));
        }
    }

    /// Ends the current document.
    pub fn end_document(&mut self) {
        self.ends.push(self.starts.len());
    }

    /// Writes where paragraphs, or sentences of any kind, start in documents of a new order, if any do.
    fn write(&self, paragraphs: bool, term: &[u8], order: &[u32], field: &mut FieldWriter) -> Result<()> {
        let is_wanted = |start: &&u32| !paragraphs || *start & 1 == 1;
        if self.starts.iter().find(is_wanted).is_none() {
            return Ok(());
        }
        field.start(term, false)?;
        let mut positions = Vec::new();
        for (&old, new) in order.iter().zip(0..) {
            let old = old as usize;
            let first = old.checked_sub(1).map_or(0, |before| self.ends[before]);
            positions.clear();
            positions.extend(self.starts[first..self.ends[old]].iter().filter(is_wanted).map(|start| start >> 1));
            if !positions.is_empty() {
                field.add(new, positions.len() as u32, &positions)?;
            }
        }
        field.finish_term()
    }

    pub fn memory(&self) -> usize {
        4 * self.starts.len() + 8 * self.ends.len()
    }
}

/// The words that share their term with another word of the document, and which of the term's occurrences there they are,
/// document by document.
#[derive(Debug, Default)]
pub(super) struct Forms {
    found: Vec<Form>,
}

#[derive(Debug)]
struct Form {
    word: u32,
    doc: u32,
    /// Which occurrence of the term it is, counted from 0.
    ordinal: u32,
}

impl Forms {
    /// Adds a term of a document of which there are several words, given the gaps between its positions.
    pub fn add(&mut self, doc: u32, tokens: &[u32], gaps: &[u32]) {
        let mut position = 0;
        for (&gap, ordinal) in gaps.iter().zip(0..) {
            position += gap as usize;
            self.found.push(Form { word: tokens[position], doc, ordinal });
        }
    }

    /// Writes the field of places of texts in a new order.
    pub fn write(
        self,
        breaks: &Breaks,
        words: &Analyzer,
        (name, order, folder): (&str, &[u32], &Path),
        segment: &mut SegmentWriter,
    ) -> Result<()> {
        let mut field = FieldWriter::new(folder, name, FieldKind::Text, order.len() as u32, None, Totals::default())?;
        field = field.as_draft();
        // Terms ascend, and what stands for a break begins with a byte below those of all words.
        breaks.write(true, PARAGRAPH_START, order, &mut field)?;
        breaks.write(false, SENTENCE_START, order, &mut field)?;
        self.invert(words.term_count()).write(&mut field, words)?;
        segment.add_field(field.finish()?)
    }

    fn invert(self, words: usize) -> Terms {
        let mut counts = vec![Count::default(); words];
        self.found.iter().for_each(|form| counts[form.word as usize].add(form.doc));
        let mut lists = Terms::reserve(&counts);
        for Form { word, doc, ordinal } in self.found {
            lists.add(word, doc, ordinal, word);
        }
        lists
    }
}
