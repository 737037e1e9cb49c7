//! What documents are made of: the input of a build.

use crate::error::{Error, Result};

/// The fields of the documents of a build, given once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spec {
    /// The fields, in the order in which documents give their values.
    pub fields: Vec<FieldSpec>,
    /// The names of the stores, in the order in which documents give their records.
    pub stores: Vec<String>,
    /// Text fields, each with the field beside it that gets the stems of texts whose language, named by the field
    /// `language`, has a stemmer of its own. Where there are no such texts the field is not written.
    pub stems: Vec<(String, String)>,
    /// Text fields, each with the field beside it that gets what `searchkit/places.py` says of its texts.
    pub places: Vec<(String, String)>,
}

/// Stands between the values of a folded field of which a document has many.
pub const SEPARATOR: u8 = 0x1f;

/// One field of the documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldSpec {
    /// The field's name.
    pub name: String,
    /// What is done with its values.
    pub kind: InputKind,
}

impl FieldSpec {
    /// Returns the field of the unstemmed words.
    pub(super) fn words(&self) -> Option<&str> {
        match &self.kind {
            InputKind::Text { words } | InputKind::Opening { words, .. } => words.as_deref(),
            _ => None,
        }
    }
}

/// What is done with the values of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InputKind {
    /// Analysed into terms with positions; if `words` names a field, that one gets the unstemmed words: which
    /// documents have them, and nothing else.
    Text {
        /// The field of the unstemmed words.
        words: Option<String>,
    },
    /// The beginning of the values of another text field, which has a field of words if this one has: searched by itself,
    /// with lengths of its own, and hardly stored where it is all of the other. A field has at most one.
    Opening {
        /// The other field.
        of: String,
        /// The field of the unstemmed words.
        words: Option<String>,
    },
    /// One term a value: its words, in one case and without accents, joined by spaces. A column keeps the value. Many
    /// values of one document are joined by [`SEPARATOR`].
    Folded,
    /// One term a value, to the letter. A column keeps the value. The first such field is the documents' id.
    Verbatim,
    /// A day number: tiered numeric terms as a Whoosh `NUMERIC(int, bits=32, signed=False)` field has them, and a
    /// column. The first such field is the documents' date.
    Day,
    /// A column and no terms.
    Column,
    /// A number: a column and no terms.
    Number,
}

/// The value of a field of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Value<'a> {
    /// The document lacks the field.
    #[default]
    None,
    /// The value of any field but a day or a number.
    Text(&'a str),
    /// A number, of a day or of something else; 0 is the same as none.
    Day(u32),
}

/// A document as the inverter takes it.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    /// A value for each field of the [`Spec`].
    pub values: &'a [Value<'a>],
    /// A record for each store of the [`Spec`].
    pub records: &'a [&'a [u8]],
    /// Grows with every document of a build: of two documents with one id the later replaces the earlier.
    pub sequence: u64,
}

impl Spec {
    /// Returns, for each field, the place of that which is its opening.
    pub(super) fn openings(&self) -> Result<Vec<Option<usize>>> {
        let mut openings = vec![None; self.fields.len()];
        for (at, field) in self.fields.iter().enumerate() {
            let InputKind::Opening { of, words } = &field.kind else { continue };
            let fits = |other: &FieldSpec| match &other.kind {
                InputKind::Text { words: of_other } => other.name == *of && words.is_some() == of_other.is_some(),
                _ => false,
            };
            match self.fields.iter().position(fits) {
                Some(other) if openings[other].is_none() => openings[other] = Some(at),
                _ => return Err(Error::invalid(format!("field {}: it cannot be the opening of {of}", field.name))),
            }
        }
        Ok(openings)
    }

    /// Returns the name of the field of places beside a text field.
    pub(super) fn places(&self, text: &str) -> Option<&str> {
        self.places.iter().find(|(of, _)| of == text).map(|(_, places)| places.as_str())
    }

    /// Returns the names of the columns that documents are ordered by: the date, newest first, then the id.
    pub fn order(&self) -> Order {
        let first =
            |kind: InputKind| self.fields.iter().find(|field| field.kind == kind).map(|field| field.name.clone());
        Order { date: first(InputKind::Day), id: first(InputKind::Verbatim) }
    }
}

/// The columns that order the documents of a segment: date descending, then id ascending. Without them documents keep
/// the order in which they come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Order {
    /// A column of integers; 0 is "undated", which comes last.
    pub date: Option<String>,
    /// A column of byte strings.
    pub id: Option<String>,
}
