//! A field of an open segment.

use std::sync::Arc;

use crate::error::{Damage, Result};

use super::block::{BLOCK, read_tail_docs};
use super::dictionary::Terms;
use super::opening::{Opening, OpeningNumbers};
use super::postings::{Postings, Sources};
use super::schema::{FieldKind, FieldMeta, Totals};
use super::section::Section;
use super::terms::{Form, TermInfo};

/// A field of a segment.
#[derive(Debug, Clone)]
pub struct Field {
    pub(super) meta: FieldMeta,
    pub(super) doc_count: u32,
    pub(super) terms: Arc<Section>,
    pub(super) postings: Arc<Section>,
    pub(super) directory: Arc<Section>,
    pub(super) extras: Option<Arc<Section>>,
    pub(super) lengths: Option<Arc<Section>>,
    pub(super) base: Option<Arc<Field>>,
    pub(super) numbers: Option<Arc<Section>>,
    pub(super) opening: Option<Arc<Opening>>,
}

impl Field {
    /// Returns the field's description.
    pub fn meta(&self) -> &FieldMeta {
        &self.meta
    }

    /// Returns the bytes that the field takes.
    pub fn size(&self) -> usize {
        self.sections().map(Section::len).sum()
    }

    /// Returns the field's name.
    pub fn name(&self) -> &str {
        &self.meta.name
    }

    /// Returns what the field's postings carry.
    pub fn kind(&self) -> FieldKind {
        self.meta.kind
    }

    /// Returns the exact lengths over all documents; zeros for a field without lengths.
    pub fn totals(&self) -> Totals {
        self.meta.totals
    }

    /// Returns the length byte of every document; empty for a field without lengths.
    pub fn lengths(&self) -> Result<&[u8]> {
        self.lengths.as_ref().map_or(Ok(&[]), |lengths| lengths.bytes())
    }

    /// Returns the term dictionary.
    pub fn terms(&self) -> Result<Terms<'_>> {
        Ok(Terms::new(&self.terms, self.meta.terms, self.meta.shape()))
    }

    /// Returns a cursor over the postings of a term of this field, at the first.
    pub fn postings(&self, info: &TermInfo) -> Result<Postings<'_>> {
        match &self.opening {
            Some(opening) if info.stored < info.doc_frequency => opening.postings(self, info),
            _ => self.list(info),
        }
    }

    /// Returns a cursor over the postings that are stored; none if all are to be told from another field.
    pub fn stored_postings(&self, info: &TermInfo) -> Result<Option<Postings<'_>>> {
        (info.stored > 0).then(|| self.list(&info.of_stored(self.meta.shape()))).transpose()
    }

    /// Returns a field that has nothing but the postings of this term, if not all of them are stored.
    pub fn put_together(&self, info: &TermInfo) -> Result<Option<Field>> {
        match &self.opening {
            Some(opening) if info.stored < info.doc_frequency => opening.put_together(self, info).map(Some),
            _ => Ok(None),
        }
    }

    /// Hands the postings of a term that are to be told from another field, block by block, to `f`: their documents,
    /// frequencies, and gaps of positions.
    pub fn each_not_stored(&self, info: &TermInfo, f: impl FnMut(&[u32], &[u32], &[u32])) -> Result<()> {
        match &self.opening {
            Some(opening) if info.stored < info.doc_frequency => opening.each(self, info, f),
            _ => Ok(()),
        }
    }

    /// Returns what an opening is of each text, see [`FieldWriter::as_opening`]; nothing for another field.
    ///
    /// [`FieldWriter::as_opening`]: super::FieldWriter::as_opening
    pub fn opening_numbers(&self) -> Result<Option<OpeningNumbers<'_>>> {
        let Some(section) = &self.numbers else { return Ok(None) };
        section.check(OpeningNumbers::open(section.bytes()?, self.doc_count)).map(Some)
    }

    fn list(&self, info: &TermInfo) -> Result<Postings<'_>> {
        match info.form {
            Form::Own => Postings::open(self.sources()?, *info),
            Form::Places(ordinal) => {
                let (base, term) = self.of_base(ordinal)?;
                Postings::open_places(self.sources()?, *info, base.sources()?, term)
            }
            Form::Same(ordinal) => {
                let (base, term) = self.of_base(ordinal)?;
                Postings::open(base.sources()?, term)?.without_weights(*info)
            }
        }
    }

    /// Appends the documents of a term of this field to `out`, in order.
    pub fn docs(&self, info: &TermInfo, out: &mut Vec<u32>) -> Result<()> {
        if info.form == Form::Own
            && info.stored == info.doc_frequency
            && info.blocks() == 1
            && (info.doc_frequency as usize) < BLOCK
        {
            let bytes = self.postings.slice(info.postings.offset, info.postings.length as usize)?;
            let read = read_tail_docs(bytes, info.doc_frequency as usize, info.floats, self.doc_count, out);
            return self.postings.check(read);
        }
        let mut postings = self.postings(info)?;
        for block in 0..postings.block_count() {
            postings.go_to_block(block)?;
            out.extend_from_slice(postings.docs());
        }
        Ok(())
    }

    fn sources(&self) -> Result<Sources<'_>> {
        Ok(Sources {
            postings: &self.postings,
            directory: &self.directory,
            extras: self.extras.as_deref(),
            shape: self.meta.shape(),
            positions: self.meta.kind == FieldKind::Text,
            lengths: self.lengths.as_ref().map(|lengths| lengths.bytes()).transpose()?,
            doc_count: self.doc_count,
        })
    }

    /// Returns the base, and a term of it.
    fn of_base(&self, ordinal: u32) -> Result<(&Field, TermInfo)> {
        let damage = || self.terms.corrupt(Damage("a term refers to one that there is not"));
        let base = self.base.as_ref().ok_or_else(damage)?;
        Ok((base, base.terms()?.at(ordinal)?.ok_or_else(damage)?))
    }

    pub(super) fn sections(&self) -> impl Iterator<Item = &Section> {
        let always = [&self.terms, &self.postings, &self.directory].into_iter();
        always.chain(&self.extras).chain(&self.lengths).chain(&self.numbers).map(|section| &**section)
    }
}
