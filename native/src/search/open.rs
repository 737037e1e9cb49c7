//! A segment open for searching: its deletions, and what is worked out of its columns once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use crate::error::{Error, Result};
use crate::segment::{IntColumn, Segment};

use super::bits::{Bits, DocSet, WINDOW};
use super::calendar::{Groups, Unit};
use super::held::Held;

/// A segment and its deletions.
pub(super) struct OpenSegment {
    pub segment: Arc<Segment>,
    deleted: Option<DocSet>,
    pub deleted_count: u32,
    descending: Mutex<HashMap<String, bool>>,
    groups: Mutex<HashMap<(String, Unit), Arc<Groups>>>,
    held: Mutex<HashMap<(String, Vec<u8>), Asked>>,
}

/// How often positions have been asked for, and those that are held since.
#[derive(Clone, Default)]
struct Asked {
    times: u32,
    held: Option<Arc<Held>>,
}

impl OpenSegment {
    /// Opens a segment without the documents of `deleted`: a bit for each, lowest first; empty for none.
    pub fn new(segment: Arc<Segment>, deleted: &[u8]) -> Result<Self> {
        let mut set = DocSet::new(segment.doc_count());
        let mut deleted_count = 0;
        for (byte, &bits) in deleted.iter().enumerate() {
            for doc in (0..8).filter(|bit| bits >> bit & 1 == 1).map(|bit| (byte * 8 + bit) as u32) {
                if doc >= segment.doc_count() {
                    return Err(Error::invalid(format!("{}: there is no document {doc} to delete", segment.name())));
                }
                set.insert(doc);
                deleted_count += 1;
            }
        }
        let deleted = (deleted_count > 0).then_some(set);
        let (descending, groups, held) = Default::default();
        Ok(Self { segment, deleted, deleted_count, descending, groups, held })
    }

    /// Returns the number of documents, deleted ones included.
    pub fn doc_count(&self) -> u32 {
        self.segment.doc_count()
    }

    /// Returns the deleted documents; none if there are none.
    pub fn deleted(&self) -> Option<&DocSet> {
        self.deleted.as_ref()
    }

    /// Tells whether the document, which must be in the segment, is not deleted.
    #[inline]
    pub fn is_live(&self, doc: u32) -> bool {
        self.deleted.as_ref().is_none_or(|deleted| !deleted.contains(doc))
    }

    /// Returns the documents of the window that are not deleted.
    pub fn live(&self, base: u32) -> Bits {
        let mut live = Bits::range(0, (self.doc_count() - base).min(WINDOW as u32) as usize);
        if let Some(deleted) = &self.deleted {
            live.and_not(&deleted.window(base));
        }
        live
    }

    /// Tells whether the values of an integer column never rise from one document to the next: then a range of values
    /// is a range of documents. A column that is missing never rises.
    pub fn descends(&self, column: &str) -> Result<bool> {
        if let Some(&known) = lock(&self.descending).get(column) {
            return Ok(known);
        }
        let descends = self.segment.int_column(column)?.is_none_or(|values| descends(&values));
        lock(&self.descending).insert(column.to_owned(), descends);
        Ok(descends)
    }

    /// Returns the positions of a term of a field in all documents, if they are held: from the second time on that they
    /// are asked for, for reading all of them costs more than one search is worth.
    pub fn held(&self, field: &str, term: &[u8]) -> Result<Option<Arc<Held>>> {
        let key = (field.to_owned(), term.to_owned());
        let asked = {
            let mut all = lock(&self.held);
            let asked = all.entry(key.clone()).or_default();
            asked.times = asked.times.saturating_add(1);
            asked.clone()
        };
        if asked.times != 2 {
            return Ok(asked.held);
        }
        let Some(field) = self.segment.field(field) else { return Ok(None) };
        let Some(info) = field.terms()?.get(term)? else { return Ok(None) };
        let held = Held::read(field.postings(&info)?, self.doc_count())?.map(Arc::new);
        lock(&self.held).entry(key).or_default().held = held.clone();
        Ok(held)
    }

    /// Returns the documents by calendar unit of a column of day numbers; none if there is no such column.
    pub fn groups(&self, column: &str, unit: Unit) -> Result<Option<Arc<Groups>>> {
        let key = (column.to_owned(), unit);
        if let Some(known) = lock(&self.groups).get(&key) {
            return Ok(Some(known.clone()));
        }
        let Some(days) = self.segment.int_column(column)? else { return Ok(None) };
        let groups = Arc::new(Groups::of(&days, unit, self.descends(column)?));
        lock(&self.groups).insert(key, groups.clone());
        Ok(Some(groups))
    }
}

fn descends(values: &IntColumn) -> bool {
    (1..values.len()).all(|doc| values.get(doc - 1) >= values.get(doc))
}

/// Locks a cache; a panic elsewhere cannot have left it half-filled.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
