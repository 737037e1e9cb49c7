//! What a list of results shows of articles: four columns, and the titles from the store `head`.
//!
//! ```text
//! head: varint bytes of the title | title | JSON of what has no column of its own, or nothing
//! ```

use std::borrow::Cow;

use crate::error::{Damage, Decoded, Error, Result};
use crate::segment::varint::{self, Cursor};
use crate::segment::{BytesColumn, IntColumn, Segment, Store};

/// The store of heads.
pub const HEAD: &str = "head";

/// The store of the texts of articles.
pub const TEXT: &str = "text";

/// The field that names the language of an article, by its code.
pub const LANGUAGE: &str = "language";

/// The source of an article that does not state one.
pub const UNKNOWN: &str = "unknown";

/// What a hit shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head<'s> {
    /// The article's id.
    pub id: Cow<'s, str>,
    /// Its title, possibly empty.
    pub title: String,
    /// Its day, counted from 1 for the first of January of the year 1; 0 is none.
    pub day: i64,
    /// Its source.
    pub source: Cow<'s, str>,
    /// The path that it was read from, in the form of the column.
    pub path: Option<Cow<'s, str>>,
}

/// The heads of a segment's articles.
#[derive(Debug)]
pub struct Heads<'s> {
    store: &'s Store,
    days: IntColumn<'s>,
    ids: BytesColumn<'s>,
    sources: BytesColumn<'s>,
    paths: BytesColumn<'s>,
}

impl<'s> Heads<'s> {
    /// Opens the columns and the store of a segment that was built from articles.
    pub fn open(segment: &'s Segment) -> Result<Self> {
        let missing = || Error::invalid(format!("{}: its documents are not articles", segment.name()));
        let strings = |name| segment.bytes_column(name)?.ok_or_else(missing);
        Ok(Heads {
            store: segment.store(HEAD).ok_or_else(missing)?,
            days: segment.int_column("date")?.ok_or_else(missing)?,
            ids: strings("id")?,
            sources: strings("source")?,
            paths: strings("path")?,
        })
    }

    /// Returns the head of a document.
    pub fn get(&self, doc: u32) -> Result<Head<'s>> {
        let record = self.store.get(doc)?; // refuses a document that there is not
        Ok(Head {
            title: self.store.check(title(&record))?.to_owned(),
            id: self.text(&self.ids, doc)?.unwrap_or_default(),
            day: self.days.get(doc),
            source: self.text(&self.sources, doc)?.unwrap_or(Cow::Borrowed(UNKNOWN)),
            path: self.text(&self.paths, doc)?,
        })
    }

    fn text(&self, column: &BytesColumn<'s>, doc: u32) -> Result<Option<Cow<'s, str>>> {
        let text = match column.get(doc)? {
            None => return Ok(None),
            Some(Cow::Borrowed(bytes)) => std::str::from_utf8(bytes).map(Cow::Borrowed).ok(),
            Some(Cow::Owned(bytes)) => String::from_utf8(bytes).map(Cow::Owned).ok(),
        };
        let damage = || Error::invalid(format!("document {doc}: a column of texts has something else"));
        text.map(Some).ok_or_else(damage)
    }
}

/// Appends a title as it begins a head.
pub fn write_title(head: &mut Vec<u8>, title: &str) {
    varint::write_bytes(head, title.as_bytes());
}

fn title(head: &[u8]) -> Decoded<&str> {
    Cursor::new(head).string().map_err(|_| Damage("a head has no title"))
}
