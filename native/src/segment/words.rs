//! Lists that refer to lists of another field: those of words to those of their stems.
//!
//! A field of words has a *base*, the field of their terms. All documents that have a word have the term made of it, so
//! that the word's list need only say which places of the term's list it takes; nothing if it takes all. A block of
//! places is a block of documents (see `block`) behind the first place as a variable-length integer; its gaps count from
//! there. Documents are read with the blocks of the base that the places lie in. The directory has documents.

use crate::error::{Error, Result};

use super::block::{self, BLOCK, Numbers};
use super::list::FieldWriter;
use super::terms::{Form, ListSummary};
use super::varint;

/// A list of places takes at least one in so many: else a block would be read with too many blocks of the base.
const SPARSEST: usize = 6;

impl FieldWriter {
    /// Makes the field one of words: `base` is the name of the field of their terms.
    pub fn with_base(mut self, base: &str) -> Result<Self> {
        if self.terms.count() > 0 || self.meta.has_lengths || self.meta.kind.has_extras() {
            return Err(Error::invalid(format!("field {}: it cannot have a base", self.meta.name)));
        }
        self.meta.base = Some(base.to_owned());
        self.terms.set_shape(self.meta.shape());
        Ok(self)
    }

    /// Adds a term with its documents, ascending. `of_base` are the ordinal and the documents of the term of the base
    /// that was made of it; where they do not fit the list is stored by itself.
    pub fn add_word(&mut self, term: &[u8], docs: &[u32], of_base: Option<(u32, &[u32])>) -> Result<()> {
        let Some((ordinal, base)) = of_base.filter(|_| self.meta.base.is_some()) else {
            return self.add_own(term, docs);
        };
        if docs == base && !docs.is_empty() {
            return self.add_summary(term, docs, Form::Same(ordinal), 0);
        }
        match places(docs, base) {
            Some(places) if places.len() * SPARSEST >= base.len() => self.add_places(term, docs, &places, ordinal),
            _ => self.add_own(term, docs),
        }
    }

    /// Adds a term of an opening with its documents, and says how many more have it where the opening is all.
    pub fn add_opening_word(&mut self, term: &[u8], docs: &[u32], more: u32) -> Result<()> {
        self.start(term, false)?;
        self.add_docs(docs)?;
        self.finish_opening_term(more, more as f64)
    }

    fn add_own(&mut self, term: &[u8], docs: &[u32]) -> Result<()> {
        self.start(term, false)?;
        self.add_docs(docs)?;
        self.finish_term()
    }

    fn add_docs(&mut self, docs: &[u32]) -> Result<()> {
        docs.chunks(BLOCK).try_for_each(|docs| self.add_many(docs, &[1; BLOCK][..docs.len()], &[]))
    }

    fn add_places(&mut self, term: &[u8], docs: &[u32], places: &[u32], ordinal: u32) -> Result<()> {
        let (start, mut offsets) = (self.postings.len(), Vec::new());
        for places in places.chunks(BLOCK) {
            let offset = u32::try_from(self.postings.len() - start);
            offsets.push(offset.map_err(|_| Error::invalid("the postings of a term are too long"))?);
            self.postings.append(|out| write_block(out, places))?;
        }
        if offsets.len() > 1 {
            let last_docs: Vec<u32> = docs.chunks(BLOCK).filter_map(|docs| docs.last().copied()).collect();
            self.directory.append(|out| {
                out.extend_from_slice(&docs[0].to_le_bytes());
                out.extend_from_slice(&1f32.to_le_bytes());
                out.extend_from_slice(&[0; 4]);
                out.extend_from_slice(bytemuck::cast_slice(&last_docs));
                out.extend_from_slice(bytemuck::cast_slice(&offsets));
            })?;
        }
        self.add_summary(term, docs, Form::Places(ordinal), self.postings.len() - start)
    }

    fn add_summary(&mut self, term: &[u8], docs: &[u32], form: Form, postings: u64) -> Result<()> {
        if !self.terms.follows(term) || docs.last().is_some_and(|&last| last >= self.doc_count) {
            return Err(self.misuse());
        }
        let (doc_frequency, total_weight) = (docs.len() as u32, docs.len() as f64);
        let stored = doc_frequency;
        let summary = ListSummary { doc_frequency, total_weight, floats: false, stored, form, postings, extras: 0 };
        self.terms.add(term, summary)
    }
}

/// Returns the place of each document among those of the base; nothing if one is not there.
fn places(docs: &[u32], base: &[u32]) -> Option<Vec<u32>> {
    let mut found = Vec::with_capacity(docs.len());
    let mut rest = base.iter().zip(0..);
    for doc in docs {
        let (_, place) = rest.find(|(other, _)| *other >= doc).filter(|(other, _)| *other == doc)?;
        found.push(place);
    }
    Some(found)
}

fn write_block(out: &mut Vec<u8>, places: &[u32]) {
    let before = places[0].checked_sub(1);
    varint::write(out, places[0] as u64);
    match <&Numbers>::try_from(places) {
        Ok(places) => block::write_full(out, before, places, &[1; BLOCK], false),
        Err(_) => block::write_tail(out, before, places, &[1; BLOCK], false),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::super::schema::{FieldKind, Totals};
    use super::super::{END, Maxima, Segment, SegmentWriter};
    use super::*;
    use crate::error::Error;

    const DOCS: u32 = 3000;

    /// Writes a text field of one term, and its words.
    fn write(base: &[u32], words: &[(&[u8], Vec<u32>)]) -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("main_0.skt");
        let mut segment = SegmentWriter::create(&path, DOCS).unwrap();
        let lengths = Some(Arc::from(vec![9; DOCS as usize]));
        let mut stems =
            FieldWriter::new(folder.path(), "body", FieldKind::Text, DOCS, lengths, Totals::default()).unwrap();
        for term in [&b"aa"[..], b"stem"] {
            stems.start(term, false).unwrap();
            base.iter().for_each(|&doc| stems.add(doc, 2, &[1, 5]).unwrap());
            stems.finish_term().unwrap();
        }
        let field = FieldWriter::new(folder.path(), "words", FieldKind::Docs, DOCS, None, Totals::default()).unwrap();
        let mut field = field.with_base("body").unwrap();
        for (word, docs) in words {
            field.add_word(word, docs, Some((1, base))).unwrap();
        }
        segment.add_field(field.finish().unwrap()).unwrap();
        segment.add_field(stems.finish().unwrap()).unwrap();
        segment.finish(false).unwrap();
        std::fs::read(path).unwrap()
    }

    fn check(segment: &Segment, word: &[u8], docs: &[u32]) -> Result<Form> {
        let field = segment.field("words").unwrap();
        let info = field.terms()?.get(word)?.unwrap();
        let mut postings = field.postings(&info)?;
        let mut read = Vec::new();
        for block in 0..postings.block_count() {
            postings.go_to_block(block)?;
            assert_eq!(postings.last_docs()[block], *postings.docs().last().unwrap());
            assert_eq!(postings.maxima(block)?, Maxima::BARE);
            read.extend_from_slice(postings.docs());
        }
        assert_eq!((read.as_slice(), info.total_weight), (docs, docs.len() as f64));
        for sought in (0..DOCS).step_by(97) {
            let mut postings = field.postings(&info)?;
            assert_eq!(postings.seek(sought)?, docs.iter().copied().find(|&doc| doc >= sought).unwrap_or(END));
            let mut positions = Vec::new();
            postings.positions(&mut positions)?;
            assert!(positions.is_empty() && (postings.doc() == END || postings.weight()? == 1.0));
        }
        let stats = field.postings(&info)?.stats()?;
        assert_eq!((stats.min_doc, stats.max_doc, stats.max_weight), (docs[0], *docs.last().unwrap(), 1.0));
        assert_eq!((stats.min_length, stats.max_length), (0, 0));
        Ok(info.form)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        #[test]
        fn words_come_back(base in prop::collection::btree_set(0..DOCS, 1..1500), every in 1usize..12, from in 0usize..9) {
            let base: Vec<u32> = base.into_iter().collect();
            let docs: Vec<u32> = base.iter().copied().skip(from % base.len()).step_by(every).collect();
            let segment = Segment::from_bytes("words", &write(&base, &[(b"all", base.clone()), (b"some", docs.clone())])).unwrap();
            prop_assert_eq!(check(&segment, b"all", &base).unwrap(), Form::Same(1));
            check(&segment, b"some", &docs).unwrap();
        }
    }

    #[test]
    fn lists_are_stored_in_the_form_that_fits() {
        let base: Vec<u32> = (0..DOCS).step_by(2).collect();
        let half: Vec<u32> = base.iter().copied().step_by(2).collect();
        let (few, others) = (vec![4, 1000], vec![1, 2, 3]);
        let words = [(&b"a"[..], base.clone()), (b"b", few.clone()), (b"c", half.clone()), (b"d", others.clone())];
        let segment = Segment::from_bytes("words", &write(&base, &words)).unwrap();
        let forms = words.map(|(word, docs)| check(&segment, word, &docs).unwrap());
        assert_eq!(forms, [Form::Same(1), Form::Own, Form::Places(1), Form::Own]);
        segment.verify().unwrap();
    }

    #[test]
    fn altered_words_are_refused_or_read_as_they_were() {
        let base: Vec<u32> = (0..900).step_by(3).collect();
        let half: Vec<u32> = base.iter().copied().skip(1).step_by(2).collect();
        let bytes = write(&base, &[(b"a", base.clone()), (b"b", half.clone())]);
        for at in (0..bytes.len()).step_by(3) {
            let mut altered = bytes.clone();
            altered[at] ^= 0x11;
            let read = Segment::from_bytes("words", &altered)
                .and_then(|segment| check(&segment, b"a", &base).and(check(&segment, b"b", &half)));
            assert!(matches!(read, Ok(_) | Err(Error::Corrupt { .. } | Error::Version { .. })), "{at}: {read:?}");
        }
    }

    #[test]
    fn a_field_without_its_base_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("main_0.skt");
        let field = FieldWriter::new(folder.path(), "words", FieldKind::Docs, 1, None, Totals::default()).unwrap();
        let mut segment = SegmentWriter::create(&path, 1).unwrap();
        segment.add_field(field.with_base("body").unwrap().finish().unwrap()).unwrap();
        segment.finish(false).unwrap();
        assert!(matches!(Segment::open(&path), Err(Error::Corrupt { .. })));
    }
}
