//! Writing the postings of one field, term by term.

mod pending;

use std::path::Path;
use std::sync::Arc;

use crate::error::{Error, Result};

use super::block::{self, BLOCK, Numbers};
use super::maxima::Maxima;
use super::opening;
use super::positions;
use super::schema::{FieldKind, FieldMeta, Totals};
use super::spool::Spool;
use super::terms::{Form, ListSummary, TermsWriter, is_bare};
use super::varint;

use pending::List;

/// Writes one field.
///
/// Terms come in ascending order, the postings of a term in ascending order of documents:
///
/// ```text
/// writer.start(term)?; writer.add(doc, tf, positions)?; ...; writer.finish_term()?; ...; writer.finish()
/// ```
#[derive(Debug)]
pub struct FieldWriter {
    pub(super) meta: FieldMeta,
    pub(super) doc_count: u32,
    lengths: Option<Arc<[u8]>>,
    opening: Option<Vec<u8>>,
    pub(super) terms: TermsWriter,
    pub(super) postings: Spool,
    pub(super) directory: Spool,
    extras: Spool,
    term: Vec<u8>,
    list: Option<Box<List>>,
    /// The list of the term before, whose memory the next one takes.
    spare: Option<Box<List>>,
    draft: bool,
}

/// A field ready to be put into a segment.
#[derive(Debug)]
pub struct BuiltField {
    pub(super) meta: FieldMeta,
    pub(super) lengths: Option<Arc<[u8]>>,
    pub(super) opening: Option<Vec<u8>>,
    pub(super) terms: Spool,
    pub(super) postings: Spool,
    pub(super) directory: Spool,
    pub(super) extras: Spool,
}

impl FieldWriter {
    /// Starts a field of a segment of `doc_count` documents. `lengths` are the length bytes of all documents, `totals`
    /// the exact sums. Temporary files lie in `folder`.
    pub fn new(
        folder: &Path,
        name: &str,
        kind: FieldKind,
        doc_count: u32,
        lengths: Option<Arc<[u8]>>,
        totals: Totals,
    ) -> Result<Self> {
        FieldWriter::with_spools(|| Spool::new(folder), name, kind, doc_count, lengths, totals)
    }

    /// Starts a field that is kept in memory.
    pub(super) fn in_memory(
        name: &str,
        kind: FieldKind,
        doc_count: u32,
        lengths: Option<Arc<[u8]>>,
        totals: Totals,
    ) -> Result<Self> {
        FieldWriter::with_spools(Spool::in_memory, name, kind, doc_count, lengths, totals)
    }

    fn with_spools(
        spool: impl Fn() -> Spool,
        name: &str,
        kind: FieldKind,
        doc_count: u32,
        lengths: Option<Arc<[u8]>>,
        totals: Totals,
    ) -> Result<Self> {
        if lengths.as_ref().is_some_and(|lengths| lengths.len() != doc_count as usize) {
            return Err(Error::invalid(format!("field {name}: one length byte a document is needed")));
        }
        let (name, has_lengths) = (name.to_owned(), lengths.is_some());
        let meta = FieldMeta { name, kind, terms: 0, has_lengths, base: None, opening_of: None, totals };
        Ok(FieldWriter {
            terms: TermsWriter::new(spool(), meta.shape()),
            meta,
            doc_count,
            lengths,
            opening: None,
            postings: spool(),
            directory: spool(),
            extras: spool(),
            term: Vec::new(),
            list: None,
            spare: None,
            draft: false,
        })
    }

    /// Says that the field is only written to be merged: bounds are not worked out, and say nothing.
    pub fn as_draft(mut self) -> Self {
        self.draft = true;
        self
    }

    /// Makes the field the opening of another, `of`. A number a document says what the opening is: for a field with
    /// positions, of how many tokens; for another, 1 if it is all of the text, 0 if not.
    ///
    /// No postings are added of what can be told from those of the other field, that is: none with positions, and others
    /// only where the opening is not all. [`FieldWriter::finish_opening_term`] counts what is not added.
    pub fn as_opening(mut self, of: &str, numbers: &[u32]) -> Result<Self> {
        let fits = self.meta.kind != FieldKind::Values && numbers.len() == self.doc_count as usize;
        if self.terms.count() > 0 || self.meta.base.is_some() || !fits {
            return Err(Error::invalid(format!("field {}: it cannot be an opening", self.meta.name)));
        }
        (self.meta.opening_of, self.opening) = (Some(of.to_owned()), Some(opening::encode(numbers)));
        self.terms.set_shape(self.meta.shape());
        Ok(self)
    }

    /// Returns the number of postings of the term so far, and the sum of their weights.
    pub fn so_far(&self) -> (u32, f64) {
        self.list.as_ref().map_or((0, 0.0), |list| (list.doc_frequency, list.total_weight))
    }

    /// Returns what the postings of the field carry.
    pub fn kind(&self) -> FieldKind {
        self.meta.kind
    }

    /// Starts the postings of `term`; `floats` says that their weights are given by [`FieldWriter::add_weighted`].
    pub fn start(&mut self, term: &[u8], floats: bool) -> Result<()> {
        if self.list.is_some() || !self.terms.follows(term) {
            return Err(Error::invalid(format!("field {}: terms are not in order", self.meta.name)));
        }
        self.term.clear();
        self.term.extend_from_slice(term);
        let mut list = self.spare.take().unwrap_or_default();
        list.restart(floats, self.postings.len(), self.extras.len());
        self.list = Some(list);
        Ok(())
    }

    /// Adds a document in which the term occurs `tf` times, at least once, at these positions (ascending; none if the
    /// field has no positions).
    pub fn add(&mut self, doc: u32, tf: u32, positions: &[u32]) -> Result<()> {
        let Some(list) = self.counted(tf, positions.len()) else { return Err(self.misuse()) };
        let mut before = 0;
        for &position in positions {
            list.gaps.push(position.wrapping_sub(before));
            before = position;
        }
        self.push(doc, tf)
    }

    /// Adds many documents at once: their frequencies and, for a field with positions, of each the first position and
    /// then the gaps between positions.
    pub fn add_many(&mut self, mut docs: &[u32], mut counts: &[u32], mut gaps: &[u32]) -> Result<()> {
        while !docs.is_empty() {
            let Some(list) = self.list.as_mut().filter(|list| !list.floats) else { return Err(self.misuse()) };
            let taken = docs.len().min(BLOCK - list.filled).min(counts.len());
            let sum: u64 = counts[..taken].iter().map(|&count| count as u64).sum();
            let used = if self.meta.kind == FieldKind::Text { sum as usize } else { 0 };
            let follow = list.last().is_none_or(|last| last < docs[0]) && docs[..taken].is_sorted_by(|a, b| a < b);
            if taken == 0 || !follow || docs[taken - 1] >= self.doc_count || counts[..taken].contains(&0) {
                return Err(self.misuse());
            }
            let Some((now, later)) = gaps.split_at_checked(used) else { return Err(self.misuse()) };
            list.take(&docs[..taken], &counts[..taken], now, sum);
            (docs, counts, gaps) = (&docs[taken..], &counts[taken..], later);
            if list.filled == BLOCK {
                self.end_full_block()?;
            }
        }
        if counts.is_empty() && gaps.is_empty() { Ok(()) } else { Err(self.misuse()) }
    }

    /// Counts a posting of a list of frequencies; nothing if it does not fit the field or the list.
    #[inline]
    fn counted(&mut self, tf: u32, positions: usize) -> Option<&mut List> {
        let expected = if self.meta.kind == FieldKind::Text { tf as usize } else { 0 };
        let list = self.list.as_mut().filter(|list| !list.floats && tf > 0 && positions == expected)?;
        list.total_weight += tf as f64;
        list.max_weight = list.max_weight.max(tf as f32);
        Some(list)
    }

    /// Adds a document with a weight to a list of floats, and its value if the field keeps values.
    pub fn add_weighted(&mut self, doc: u32, weight: f32, value: &[u8]) -> Result<()> {
        let Some(list) = self.list.as_mut().filter(|list| list.floats) else { return Err(self.misuse()) };
        list.total_weight += weight as f64;
        list.max_weight = list.max_weight.max(weight);
        list.value(value);
        self.push(doc, weight.to_bits())
    }

    /// Adds a document to a list of frequencies, with its value.
    pub fn add_value(&mut self, doc: u32, tf: u32, value: &[u8]) -> Result<()> {
        let list = self.list.as_mut().filter(|list| !list.floats && tf > 0 && self.meta.kind == FieldKind::Values);
        let Some(list) = list else { return Err(self.misuse()) };
        list.total_weight += tf as f64;
        list.max_weight = list.max_weight.max(tf as f32);
        list.value(value);
        self.push(doc, tf)
    }

    /// Ends the postings of the term; one without postings is left out.
    pub fn finish_term(&mut self) -> Result<()> {
        self.finish_list(0, 0.0)
    }

    /// Ends the postings of a term of an opening; `more` documents than were added have it, with this sum of weights.
    pub fn finish_opening_term(&mut self, more: u32, weight: f64) -> Result<()> {
        let added = self.so_far().0;
        let fits = self.opening.is_some() && (added == 0 || self.meta.kind == FieldKind::Docs);
        if fits { self.finish_list(more, weight) } else { Err(self.misuse()) }
    }

    fn finish_list(&mut self, more: u32, weight: f64) -> Result<()> {
        let Some(mut list) = self.list.take() else { return Err(self.misuse()) };
        let (doc_frequency, total_weight) = (list.doc_frequency + more, list.total_weight + weight);
        if doc_frequency == 0 {
            self.spare = Some(list);
            return Ok(());
        }
        if list.filled > 0 {
            self.end_block(&mut list)?;
        }
        let shape = self.meta.shape();
        if list.last_docs.len() > 1 {
            let bare = is_bare(shape, doc_frequency, total_weight, list.floats);
            self.directory.append(|out| list.directory(out, shape.has_extras, bare))?;
        }
        let summary = ListSummary {
            doc_frequency,
            total_weight,
            floats: list.floats,
            stored: list.doc_frequency,
            form: Form::Own,
            postings: self.postings.len() - list.postings_start,
            extras: self.extras.len() - list.extras_start,
        };
        self.spare = Some(list);
        self.terms.add(&self.term, summary)
    }

    /// Ends the field.
    pub fn finish(mut self) -> Result<BuiltField> {
        if self.list.is_some() {
            return Err(self.misuse());
        }
        self.meta.terms = self.terms.count();
        Ok(BuiltField {
            meta: self.meta,
            lengths: self.lengths,
            opening: self.opening,
            terms: self.terms.finish()?,
            postings: self.postings,
            directory: self.directory,
            extras: self.extras,
        })
    }

    #[cold]
    pub(super) fn misuse(&self) -> Error {
        Error::invalid(format!("field {}: a posting does not fit its field or term", self.meta.name))
    }

    #[inline]
    fn push(&mut self, doc: u32, weight: u32) -> Result<()> {
        let Some(list) = &mut self.list else { return Err(self.misuse()) };
        if doc >= self.doc_count || list.last().is_some_and(|last| doc <= last) {
            return Err(Error::invalid(format!("field {}: document {doc} is out of order", self.meta.name)));
        }
        if list.doc_frequency == 0 {
            list.first_doc = doc;
        }
        list.docs[list.filled] = doc;
        list.weights[list.filled] = weight;
        list.filled += 1;
        list.doc_frequency += 1;
        if list.filled == BLOCK {
            return self.end_full_block();
        }
        Ok(())
    }

    fn end_full_block(&mut self) -> Result<()> {
        let Some(mut list) = self.list.take() else { return Err(self.misuse()) };
        self.end_block(&mut list)?;
        self.list = Some(list);
        Ok(())
    }

    fn end_block(&mut self, list: &mut List) -> Result<()> {
        let too_long = || Error::invalid("the postings of a term are too long");
        let offset = u32::try_from(self.postings.len() - list.postings_start).map_err(|_| too_long())?;
        let extra_offset = u32::try_from(self.extras.len() - list.extras_start).map_err(|_| too_long())?;
        list.offsets.push(offset);
        list.extra_offsets.push(extra_offset);
        list.last_docs.push(list.docs[list.filled - 1]);
        let Maxima(pairs) = if self.draft { Maxima::UNKNOWN } else { list.block_maxima(self.lengths.as_deref()) };
        list.maxima.push(pairs);
        self.postings.append(|out| list.write_block(out))?;
        self.extras.append(|out| list.write_extras(out, self.meta.kind))?;
        list.before = Some(list.docs[list.filled - 1]);
        list.filled = 0;
        Ok(())
    }
}

/// Returns a frequency not below the weight.
pub(super) fn frequency_bound(weight: u32, floats: bool) -> u32 {
    if floats { f32::from_bits(weight).ceil().clamp(0.0, 255.0) as u32 } else { weight }
}
