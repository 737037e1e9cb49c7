//! Segments built and merged, against what is expected of them by brute force.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::analysis::Analyzer;
use crate::segment::length::length_to_byte;
use crate::segment::{END, Segment};

/// A document: id, day, title, source.
type Doc = (String, u32, String, String);

fn spec() -> Spec {
    let field = |name: &str, kind| FieldSpec { name: name.to_owned(), kind };
    Spec {
        fields: vec![
            field("title", InputKind::Text { words: Some("title_words".to_owned()) }),
            field("date", InputKind::Day),
            field("source", InputKind::Folded),
            field("id", InputKind::Verbatim),
            field("path", InputKind::Column),
        ],
        stores: vec!["text".to_owned()],
    }
}

fn owned((id, day, title, source): &Doc) -> OwnedDocument {
    let text = |text: &String| if text.is_empty() { OwnedValue::None } else { OwnedValue::Text(text.clone()) };
    let values = vec![text(title), OwnedValue::Day(*day), text(source), text(id), OwnedValue::None];
    OwnedDocument { values, records: vec![format!("{id}: {title}").into_bytes()] }
}

fn build(docs: &[Doc], memory: usize) -> (tempfile::TempDir, Arc<Segment>) {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings { memory, threads: 2, level: 1, sync: false };
    let mut builder = Builder::new(spec(), folder.path(), settings).unwrap();
    docs.chunks(3).for_each(|docs| builder.add(docs.iter().map(owned).collect()).unwrap());
    let path = folder.path().join("main_0.skt");
    builder.finish(&path).unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "temporary files are gone");
    (folder, Arc::new(Segment::open(&path).unwrap()))
}

/// The documents as they must stand in a segment: the latest of each id, newest first, then by id.
fn expected(docs: &[Doc]) -> Vec<Doc> {
    let latest: BTreeMap<&String, &Doc> = docs.iter().map(|doc| (&doc.0, doc)).collect();
    let mut docs: Vec<Doc> = latest.into_values().cloned().collect();
    docs.sort_by_key(|(id, day, ..)| (std::cmp::Reverse(*day), id.clone()));
    docs
}

type Postings = BTreeMap<(String, Vec<u8>), Vec<(u32, Vec<u32>)>>;

fn postings(segment: &Segment) -> Postings {
    let mut all = Postings::new();
    for field in segment.fields() {
        let mut stream = field.terms().unwrap().iter().unwrap();
        while stream.advance().unwrap() {
            let mut list = field.postings(stream.info()).unwrap();
            let entry = all.entry((field.name().to_owned(), stream.term().to_vec())).or_default();
            while list.doc() != END {
                let mut positions = Vec::new();
                list.positions(&mut positions).unwrap();
                if field.name() != "title" {
                    positions = vec![list.weight().unwrap() as u32];
                }
                entry.push((list.doc(), positions));
                list.advance().unwrap();
            }
        }
    }
    all
}

fn expected_postings(docs: &[Doc]) -> Postings {
    let mut all = Postings::new();
    let (mut terms, mut words) = (Analyzer::new(), Analyzer::of_words());
    for ((id, day, title, source), doc) in docs.iter().zip(0..) {
        let mut add = |field: &str, term: &[u8], position: Option<u32>| {
            let list = all.entry((field.to_owned(), term.to_vec())).or_default();
            if list.last().is_none_or(|(last, _)| *last != doc) {
                list.push((doc, if position.is_some() { vec![] } else { vec![1] }));
            }
            list.last_mut().unwrap().1.extend(position);
        };
        let mut position = 0;
        terms.for_each_term(title, |term| {
            add("title", term, Some(position));
            position += 1;
        });
        words.for_each_term(title, |word| add("title_words", word, None));
        let mut folded = Vec::new();
        words.for_each_term(source, |word| folded.push(String::from_utf8(word.to_vec()).unwrap()));
        if !folded.is_empty() {
            add("source", folded.join(" ").as_bytes(), None);
        }
        add("id", id.as_bytes(), None);
        for shift in (0..32).step_by(4).filter(|_| *day != 0) {
            let [a, b, c, d] = (day >> shift).to_be_bytes();
            add("date", &[shift as u8, a, b, c, d], None);
        }
    }
    all
}

fn check(segment: &Segment, docs: &[Doc]) {
    segment.verify().unwrap();
    assert_eq!(segment.doc_count() as usize, docs.len());
    let (dates, ids) = (segment.int_column("date").unwrap().unwrap(), segment.bytes_column("id").unwrap().unwrap());
    let sources = segment.bytes_column("source").unwrap().unwrap();
    let mut words = Analyzer::of_words();
    for ((id, day, title, source), doc) in docs.iter().zip(0..) {
        assert_eq!((ids.get(doc).unwrap().as_deref(), dates.get(doc)), (Some(id.as_bytes()), *day as i64));
        assert_eq!(sources.get(doc).unwrap().as_deref(), (!source.is_empty()).then_some(source.as_bytes()));
        assert_eq!(segment.store("text").unwrap().get(doc).unwrap(), format!("{id}: {title}").as_bytes());
        let mut length = 0;
        words.for_each_term(title, |_| length += 1);
        let lengths = segment.field("title").unwrap().lengths().unwrap(); // none if no document has a title
        assert_eq!(lengths.get(doc as usize).copied().unwrap_or(0), length_to_byte(length));
    }
    assert_eq!(postings(segment), expected_postings(docs));
    assert_eq!(segment.columns().map(|(name, _)| name).collect::<Vec<_>>(), ["date", "source", "id", "path"]);
}

fn any_docs() -> impl Strategy<Value = Vec<Doc>> {
    let title =
        prop::collection::vec("(the|Cats|cat|running|ran|U.S.|Zürich|北京)", 0..9).prop_map(|words| words.join(" "));
    prop::collection::vec(("[a-e]{1,2}", 0u32..40, title, "(|AP|A\\.P\\.|TRT World|!!)"), 1..60).prop_map(|docs| {
        docs.into_iter().map(|(id, day, title, source)| (id, day, title, source.replace("!!", "Zz"))).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(25))]

    #[test]
    fn any_documents_are_built_in_order(docs in any_docs(), small_memory: bool) {
        let (_folder, segment) = build(&docs, if small_memory { 1 } else { 1 << 20 });
        check(&segment, &expected(&docs));
    }

    #[test]
    fn merging_is_building_what_is_left(a in any_docs(), b in any_docs(), deleted in any::<u64>()) {
        let (a, b) = (expected(&a), expected(&b));
        let b: Vec<Doc> = b.into_iter().map(|(id, day, title, source)| (format!("{id}+"), day, title, source)).collect();
        let ((_a, first), (_b, second)) = (build(&a, 1 << 20), build(&b, 1 << 20));
        let kept = a.iter().zip(0..).filter(|(_, doc)| deleted >> (doc % 64) & 1 == 0 && *doc < 64).map(|(doc, _)| doc);
        let left: Vec<Doc> = kept.chain(&b).cloned().collect();
        let gone = Deleted([deleted.to_le_bytes(), [255; 8]].concat());
        let sources = [Source { segment: first, deleted: gone }, Source { segment: second, deleted: Deleted::default() }];
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("main_1.skt");
        merge(&sources, &spec().order(), &path, 2, false).unwrap();
        check(&Segment::open(&path).unwrap(), &expected(&left));
    }
}

#[test]
fn lines_are_built_and_bad_ones_reported() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("in.jsonl");
    std::fs::write(
        &path,
        "{\"id\":\"a\",\"date\":\"2020-01-01\"}\n\nnonsense\n{\"id\":\"b\",\"date\":\"May 2, 2020\"}\r\n{\"id\":\"c\"}",
    )
    .unwrap();
    let mut builder = Builder::new(spec(), folder.path(), Settings { sync: false, ..Settings::default() }).unwrap();
    builder.add_lines(&path, LineSource { path: "in.jsonl".to_owned(), name: "in".to_owned() }).unwrap();
    let report = builder.finish(&folder.path().join("main_0.skt")).unwrap();
    let reason = "the row is not JSON: expected ident at line 1 column 2";
    assert_eq!(
        report,
        Report { documents: 2, taken: 4, skipped: vec![(0, 3, reason.to_owned())], deferred: vec![(0, 4)] }
    );
    let segment = Segment::open(&folder.path().join("main_0.skt")).unwrap();
    assert_eq!(segment.bytes_column("id").unwrap().unwrap().get(0).unwrap().as_deref(), Some(&b"a"[..]));
}

#[test]
fn a_document_that_does_not_fit_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut builder = Builder::new(spec(), folder.path(), Settings::default()).unwrap();
    builder.add(vec![OwnedDocument::default()]).unwrap();
    let refused = builder.finish(&folder.path().join("main_0.skt"));
    assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
}
