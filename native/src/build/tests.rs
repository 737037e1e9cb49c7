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
            field("start", InputKind::Opening { of: "title".to_owned(), words: Some("start_words".to_owned()) }),
            field("date", InputKind::Day),
            field("source", InputKind::Folded),
            field("id", InputKind::Verbatim),
            field("path", InputKind::Column),
        ],
        stores: vec!["text".to_owned()],
        stems: Vec::new(),
        places: Vec::new(),
    }
}

fn owned((id, day, title, source): &Doc) -> OwnedDocument {
    let text = |text: &String| if text.is_empty() { OwnedValue::None } else { OwnedValue::Text(text.clone()) };
    let start = text(&start(title).to_owned());
    let values = vec![text(title), start, OwnedValue::Day(*day), text(source), text(id), OwnedValue::None];
    OwnedDocument { values, records: vec![format!("{id}: {title}").into_bytes()] }
}

/// The first three words of a title.
fn start(title: &str) -> &str {
    title.match_indices(' ').nth(2).map_or(title, |(at, _)| &title[..at])
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
                if !["title", "start"].contains(&field.name()) {
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
        for (name, of_words, text) in [("title", "title_words", title.as_str()), ("start", "start_words", start(title))]
        {
            let mut position = 0;
            terms.for_each_term(text, |term| {
                add(name, term, Some(position));
                position += 1;
            });
            words.for_each_term(text, |word| add(of_words, word, None));
        }
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
        for (name, text) in [("title", title.as_str()), ("start", start(title))] {
            let mut length = 0;
            words.for_each_term(text, |_| length += 1);
            let lengths = segment.field(name).unwrap().lengths().unwrap(); // none if no document has a title
            assert_eq!(lengths.get(doc as usize).copied().unwrap_or(0), length_to_byte(length));
        }
    }
    assert_eq!(postings(segment), expected_postings(docs));
    check_statistics(segment);
    assert_eq!(segment.columns().map(|(name, _)| name).collect::<Vec<_>>(), ["date", "source", "id", "path"]);
}

/// What the dictionary says of a term must be what its list has.
fn check_statistics(segment: &Segment) {
    for field in segment.fields() {
        let mut stream = field.terms().unwrap().iter().unwrap();
        while stream.advance().unwrap() {
            let (mut list, mut docs, mut weight) = (field.postings(stream.info()).unwrap(), 0, 0.0);
            assert_eq!(list.info().doc_frequency, stream.info().doc_frequency);
            while list.doc() != END {
                (docs, weight) = (docs + 1, weight + f64::from(list.weight().unwrap()));
                list.advance().unwrap();
            }
            assert_eq!((docs, weight), (stream.info().doc_frequency, stream.info().total_weight));
        }
    }
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
fn a_segment_without_the_opening_is_merged_with_one_that_has_it() {
    let doc = |id: &str, title: &str| (id.to_owned(), 3, title.to_owned(), String::new());
    let (_a, with) = build(&[doc("a", "the cats ran"), doc("b", "a cat and a cat ran")], 1 << 20);
    let folder = tempfile::tempdir().unwrap();
    let plain = FieldSpec { name: "start".to_owned(), kind: InputKind::Text { words: Some("start_words".to_owned()) } };
    let mut spec = spec();
    spec.fields[1] = plain;
    let settings = Settings { sync: false, ..Settings::default() };
    let mut builder = Builder::new(spec, folder.path(), settings).unwrap();
    let others = [doc("c", "cats"), doc("d", "the cat is out and the cats ran")];
    builder.add(others.iter().map(owned).collect()).unwrap();
    builder.finish(&folder.path().join("main_0.skt")).unwrap();
    let without = Arc::new(Segment::open(&folder.path().join("main_0.skt")).unwrap());
    let all = [doc("a", "the cats ran"), doc("b", "a cat and a cat ran"), others[0].clone(), others[1].clone()];
    for segments in [[with.clone(), without.clone()], [without, with]] {
        let sources = segments.map(|segment| Source { segment, deleted: Deleted::default() });
        let path = folder.path().join("main_1.skt");
        merge(&sources, &self::spec().order(), &path, 1, false).unwrap();
        check(&Segment::open(&path).unwrap(), &all);
    }
}

#[test]
fn an_opening_must_be_one() {
    let folder = tempfile::tempdir().unwrap();
    let opening = |of: &str| InputKind::Opening { of: of.to_owned(), words: Some("start_words".to_owned()) };
    let mut wrong = spec();
    wrong.fields[1].kind = opening("source");
    assert!(matches!(Builder::new(wrong, folder.path(), Settings::default()), Err(Error::Invalid(_))));
    let mut builder = Builder::new(spec(), folder.path(), Settings::default()).unwrap();
    let mut document = owned(&("a".to_owned(), 1, "the cat".to_owned(), String::new()));
    document.values[1] = OwnedValue::Text("cat".to_owned());
    builder.add(vec![document]).unwrap();
    assert!(matches!(builder.finish(&folder.path().join("main_0.skt")), Err(Error::Invalid(_))));
}

#[test]
fn a_document_that_does_not_fit_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut builder = Builder::new(spec(), folder.path(), Settings::default()).unwrap();
    builder.add(vec![OwnedDocument::default()]).unwrap();
    let refused = builder.finish(&folder.path().join("main_0.skt"));
    assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
}
