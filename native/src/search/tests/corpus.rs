//! Random documents and their segments.

use std::collections::BTreeMap;

use crate::segment::length::length_to_byte;
use crate::segment::{FieldKind, FieldWriter, SegmentWriter, Totals};

use super::*;

pub(super) const TERMS: [&str; 10] = ["a", "ab", "abc", "b", "ba", "c", "cab", "d", "e", "éa"];
pub(super) const SOURCES: [Option<&str>; 3] = [None, Some("ap"), Some("reuters")];

#[derive(Clone, Debug)]
pub(super) struct Document {
    pub(super) id: String,
    pub(super) day: i64,
    pub(super) source: Option<&'static str>,
    pub(super) title: Vec<&'static str>,
    pub(super) body: Vec<&'static str>,
    pub(super) deleted: bool,
}

impl Document {
    pub(super) fn words(&self, field: &str) -> &[&'static str] {
        match field {
            "title" => &self.title,
            "body" => &self.body,
            _ => &[],
        }
    }
}

/// A corpus of segments, grown from a seed: few documents as a rule, else enough for several windows.
pub(super) fn corpus(seed: u64, sizes: &[usize], ordered: bool) -> Vec<Vec<Document>> {
    let mut state = seed | 1;
    let mut random = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut id = 0;
    let mut document = |random: &mut dyn FnMut(usize) -> usize| {
        id += 1;
        let mut words = |most: usize| -> Vec<&'static str> {
            let count = random(most);
            (0..count).map(|_| TERMS[random(TERMS.len()).min(random(TERMS.len()))]).collect()
        };
        let (title, body) = (words(4), words(14));
        let day = [0, 730_000 + random(60) as i64][usize::from(random(9) > 0)];
        let (source, deleted) = (SOURCES[random(3)], random(7) == 0);
        Document { id: format!("{:03}", random(1000) * 7 + id % 7), day, source, title, body, deleted }
    };
    sizes
        .iter()
        .map(|&size| {
            let mut segment: Vec<Document> = (0..size).map(|_| document(&mut random)).collect();
            if ordered {
                segment.sort_by_key(|document| (std::cmp::Reverse(document.day), document.id.clone()));
            }
            segment
        })
        .collect()
}

pub(super) fn write(documents: &[Document]) -> Arc<Segment> {
    Arc::new(Segment::from_bytes("test", &bytes(documents)).unwrap())
}

pub(super) fn bytes(documents: &[Document]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("test.skt");
    let count = documents.len() as u32;
    let mut segment = SegmentWriter::create(&path, count).unwrap();
    for name in ["title", "body"] {
        segment.add_field(text_field(folder.path(), name, documents)).unwrap();
    }
    segment.add_field(tag_field(folder.path(), documents)).unwrap();
    segment.add_ints("date", &documents.iter().map(|document| document.day).collect::<Vec<_>>()).unwrap();
    segment.add_bytes("source", &documents.iter().map(|document| document.source).collect::<Vec<_>>()).unwrap();
    segment.add_bytes("id", &documents.iter().map(|document| Some(&document.id)).collect::<Vec<_>>()).unwrap();
    segment.finish(false).unwrap();
    std::fs::read(path).unwrap()
}

pub(super) fn text_field(folder: &std::path::Path, name: &str, documents: &[Document]) -> crate::segment::BuiltField {
    let mut index: BTreeMap<&str, BTreeMap<u32, Vec<u32>>> = BTreeMap::new();
    for (doc, document) in (0..).zip(documents) {
        for (position, word) in (0..).zip(document.words(name)) {
            index.entry(word).or_default().entry(doc).or_default().push(position);
        }
    }
    let lengths = documents.iter().map(|document| document.words(name).len() as u32);
    let bytes: Arc<[u8]> = lengths.clone().map(length_to_byte).collect();
    let count = documents.len() as u32;
    let mut field = FieldWriter::new(folder, name, FieldKind::Text, count, Some(bytes), Totals::of(lengths)).unwrap();
    for (term, postings) in index {
        field.start(term.as_bytes(), false).unwrap();
        postings.iter().for_each(|(&doc, at)| field.add(doc, at.len() as u32, at).unwrap());
        field.finish_term().unwrap();
    }
    field.finish().unwrap()
}

pub(super) fn tag_field(folder: &std::path::Path, documents: &[Document]) -> crate::segment::BuiltField {
    let count = documents.len() as u32;
    let mut field = FieldWriter::new(folder, "tag", FieldKind::Docs, count, None, Totals::default()).unwrap();
    for source in SOURCES.into_iter().flatten() {
        field.start(source.as_bytes(), false).unwrap();
        let docs = (0..count).filter(|&doc| documents[doc as usize].source == Some(source));
        docs.for_each(|doc| field.add(doc, 1, &[]).unwrap());
        field.finish_term().unwrap();
    }
    field.finish().unwrap()
}

pub(super) fn searcher(corpus: &[Vec<Document>]) -> Searcher {
    open(corpus.iter().map(|documents| (write(documents), deletions(documents))).collect())
}

pub(super) fn open(segments: Vec<(Arc<Segment>, Vec<u8>)>) -> Searcher {
    let settings = Settings { date_column: Some("date".into()), id_column: Some("id".into()), ..Settings::default() };
    Searcher::new(segments, settings).unwrap()
}

pub(super) fn deletions(documents: &[Document]) -> Vec<u8> {
    let bits = |eight: &[Document]| (0..).zip(eight).map(|(bit, document)| u8::from(document.deleted) << bit).sum();
    documents.chunks(8).map(bits).collect()
}
