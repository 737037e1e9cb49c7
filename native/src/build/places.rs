//! What a search for places needs beside the positions of terms, on its way into a field of its own: exactly `places` of
//! searchkit/places.py.

use std::path::Path;

use crate::error::Result;
use crate::segment::{FieldKind, FieldWriter, SegmentWriter, Totals};
use crate::spans::{PARAGRAPH_START, SENTENCE_START};

use super::tokens::{Terms, Tokens};

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

    /// Hands the positions of a document, and whether paragraphs start there, to `f`.
    pub fn each(&self, doc: u32, mut f: impl FnMut(u32, bool)) {
        let doc = doc as usize;
        let start = doc.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.starts[start..self.ends[doc]].iter().for_each(|start| f(start >> 1, start & 1 == 1));
    }

    pub fn memory(&self) -> usize {
        4 * self.starts.len() + 8 * self.ends.len()
    }
}

/// Writes the field of places of texts, whose words are `word(0)` and so on.
pub(super) fn write<'t>(
    tokens: &Tokens,
    breaks: &Breaks,
    (term_of, terms): (&[u32], usize),
    word: impl Fn(u32) -> &'t [u8],
    (name, order, folder): (&str, &[u32], &Path),
    segment: &mut SegmentWriter,
) -> Result<()> {
    let words = term_of.len() as u32;
    let found: Terms = tokens.invert_places(order, (term_of, terms), breaks);
    let mut field = FieldWriter::new(folder, name, FieldKind::Text, order.len() as u32, None, Totals::default())?;
    field = field.as_draft();
    found.write(&mut field, |number| match number.checked_sub(words) {
        None => word(number),
        Some(0) => SENTENCE_START,
        Some(_) => PARAGRAPH_START,
    })?;
    segment.add_field(field.finish()?)
}
