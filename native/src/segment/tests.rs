//! Segments written and read back.

use std::collections::BTreeMap;
use std::path::PathBuf;

use proptest::prelude::*;

use super::*;

/// The postings of a field: term -> document -> positions.
type Index = BTreeMap<Vec<u8>, BTreeMap<u32, Vec<u32>>>;

fn write(index: &Index, doc_count: u32) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("main_0.skt");
    let lengths: Arc<[u8]> = (0..doc_count).map(|doc| (doc * 7 % 50) as u8).collect();
    let mut segment = SegmentWriter::create(&path, doc_count).unwrap();
    let totals = Totals { sum: 100, min: 1, max: 9 };
    let mut field = FieldWriter::new(folder.path(), "body", FieldKind::Text, doc_count, Some(lengths), totals).unwrap();
    for (term, postings) in index {
        field.start(term, false).unwrap();
        postings.iter().for_each(|(&doc, positions)| field.add(doc, positions.len() as u32, positions).unwrap());
        field.finish_term().unwrap();
    }
    segment.add_field(field.finish().unwrap()).unwrap();
    segment.add_ints("date", &(0..doc_count as i64).rev().collect::<Vec<_>>()).unwrap();
    segment
        .add_bytes("source", &(0..doc_count).map(|doc| (doc % 3 > 0).then(|| vec![doc as u8 % 3])).collect::<Vec<_>>())
        .unwrap();
    let mut store = StoreWriter::new(folder.path(), "text", b"some text to begin with".to_vec());
    let mut compressor = Compressor::new(&store.dictionary, 1);
    for doc in 0..doc_count {
        let mut record = Vec::new();
        compressor.compress("some text ".repeat(doc as usize % 10).as_bytes(), &mut record).unwrap();
        store.add(&record).unwrap();
    }
    segment.add_store(store).unwrap();
    segment.add_blob("note", b"anything").unwrap();
    segment.finish(false).unwrap();
    (folder, path)
}

fn read(segment: &Segment) -> Result<Index> {
    let field = segment.field("body").unwrap();
    let mut index = Index::new();
    let mut stream = field.terms()?.iter()?;
    while stream.advance()? {
        let mut postings = field.postings(stream.info())?;
        let mut list = BTreeMap::new();
        while postings.doc() != END {
            let mut positions = Vec::new();
            postings.positions(&mut positions)?;
            assert_eq!(postings.weight()?, positions.len() as f32);
            list.insert(postings.doc(), positions);
            postings.advance()?;
        }
        index.insert(stream.term().to_vec(), list);
    }
    Ok(index)
}

fn small() -> Index {
    let everywhere = (0..300).map(|doc| (doc, vec![doc % 5, 10 + doc])).collect();
    let sparse = (0..300).step_by(2).map(|doc| (doc, vec![3; 1 + doc as usize % 4])).collect();
    let rare = [(7, vec![0, 0, 9])].into();
    let words = (0..40).map(|word| (format!("word{word:02}").into_bytes(), [(word, vec![word])].into()));
    words.chain([(b"every".to_vec(), everywhere), (b"other".to_vec(), sparse), (b"rare".to_vec(), rare)]).collect()
}

#[test]
fn a_segment_gives_back_what_was_written() {
    let (_folder, path) = write(&small(), 300);
    let segment = Segment::open(&path).unwrap();
    assert_eq!(read(&segment).unwrap(), small());
    assert_eq!(segment.doc_count(), 300);
    assert_eq!(segment.int_column("date").unwrap().unwrap().get(299), 0);
    assert_eq!(segment.bytes_column("source").unwrap().unwrap().get(5).unwrap().as_deref(), Some(&[2][..]));
    assert_eq!(segment.bytes_column("source").unwrap().unwrap().get(6).unwrap(), None);
    assert_eq!(segment.store("text").unwrap().get(13).unwrap(), b"some text some text some text ");
    assert_eq!(segment.store("text").unwrap().get(10).unwrap(), b"");
    assert_eq!(segment.blob("note").unwrap(), Some(&b"anything"[..]));
    assert_eq!(segment.field("body").unwrap().totals(), Totals { sum: 100, min: 1, max: 9 });
    assert!(segment.field("title").is_none() && segment.int_column("source").unwrap().is_none());
    segment.verify().unwrap();
}

#[test]
fn a_segment_in_memory_reads_like_a_file() {
    let (_folder, path) = write(&small(), 300);
    let segment = Segment::from_bytes("memory", &std::fs::read(path).unwrap()).unwrap();
    assert_eq!(read(&segment).unwrap(), small());
}

#[test]
fn an_empty_segment_is_a_segment() {
    let (_folder, path) = write(&Index::new(), 0);
    let segment = Segment::open(&path).unwrap();
    let terms = segment.field("body").unwrap().terms().unwrap();
    assert_eq!((terms.get(b"x").unwrap(), terms.prefix_range(b"x").unwrap()), (None, 0..0));
    assert!(terms.fuzzy("x", 2, 0).unwrap().is_empty());
    segment.verify().unwrap();
}

#[test]
fn seeking_past_the_end_ends() {
    let (_folder, path) = write(&small(), 300);
    let segment = Segment::open(&path).unwrap();
    let field = segment.field("body").unwrap();
    let mut postings = field.postings(&field.terms().unwrap().get(b"other").unwrap().unwrap()).unwrap();
    assert_eq!(postings.seek(3).unwrap(), 4);
    assert_eq!(postings.seek(0).unwrap(), 4);
    assert_eq!(postings.seek(298).unwrap(), 298);
    assert_eq!(postings.seek(299).unwrap(), END);
    assert_eq!((postings.seek(5).unwrap(), postings.advance().unwrap(), postings.docs()), (END, END, &[][..]));
}

#[test]
fn terms_out_of_order_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut field = FieldWriter::new(folder.path(), "f", FieldKind::Docs, 9, None, Totals::default()).unwrap();
    field.start(b"b", false).unwrap();
    field.add(3, 1, &[]).unwrap();
    assert!(field.add(3, 1, &[]).is_err() && field.add(9, 1, &[]).is_err() && field.add(4, 0, &[]).is_err());
    field.finish_term().unwrap();
    assert!(field.start(b"a", false).is_err() && field.start(b"b", false).is_err());
}

#[test]
fn values_and_float_weights_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("main_0.skt");
    let mut field = FieldWriter::new(folder.path(), "f", FieldKind::Values, 400, None, Totals::default()).unwrap();
    field.start(b"t", true).unwrap();
    (0..200).for_each(|doc| field.add_weighted(doc * 2, doc as f32 + 0.5, format!("v{doc}").as_bytes()).unwrap());
    field.finish_term().unwrap();
    let mut segment = SegmentWriter::create(&path, 400).unwrap();
    segment.add_field(field.finish().unwrap()).unwrap();
    segment.finish(false).unwrap();
    let segment = Segment::open(&path).unwrap();
    let field = segment.field("f").unwrap();
    let info = field.terms().unwrap().get(b"t").unwrap().unwrap();
    let mut postings = field.postings(&info).unwrap();
    postings.seek(300).unwrap();
    assert_eq!((postings.weight().unwrap(), postings.value().unwrap()), (150.5, &b"v150"[..]));
    assert_eq!((info.total_weight, postings.stats().unwrap().max_weight), (20_000.0, 199.5));
}

#[test]
fn a_flipped_byte_anywhere_is_found() {
    let (_folder, path) = write(&small(), 300);
    let bytes = std::fs::read(path).unwrap();
    for at in 0..bytes.len() {
        let mut altered = bytes.clone();
        altered[at] ^= 0x41;
        let verified = Segment::from_bytes("altered.skt", &altered).and_then(|segment| segment.verify());
        match verified {
            Err(Error::Corrupt { file, section, .. }) => assert!(file == "altered.skt" && !section.is_empty()),
            other => panic!("byte {at}: {other:?}"),
        }
    }
}

#[test]
fn a_truncated_file_is_found() {
    let (_folder, path) = write(&small(), 300);
    let bytes = std::fs::read(path).unwrap();
    for length in (0..bytes.len()).step_by(7) {
        assert!(matches!(Segment::from_bytes("cut.skt", &bytes[..length]), Err(Error::Corrupt { .. })), "{length}");
    }
}

fn any_index() -> impl Strategy<Value = Index> {
    let positions = prop::collection::btree_set(0u32..5000, 1..6).prop_map(|set| set.into_iter().collect());
    let postings = prop::collection::btree_map(0u32..2000, positions, 1..400);
    prop::collection::btree_map("[a-cä]{1,5}".prop_map(String::into_bytes), postings, 0..40)
}

fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let next = (diagonal + (x != y) as usize).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = std::mem::replace(&mut row[j + 1], next);
        }
    }
    row[b.len()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_index_comes_back(index in any_index()) {
        let (_folder, path) = write(&index, 2000);
        let segment = Segment::open(&path).unwrap();
        prop_assert_eq!(read(&segment).unwrap(), index);
        segment.verify().unwrap();
    }

    #[test]
    fn look_ups_agree_with_a_sorted_map(index in any_index(), word in "[a-cä]{0,5}", seek in 0u32..2100) {
        let (_folder, path) = write(&index, 2000);
        let segment = Segment::open(&path).unwrap();
        let field = segment.field("body").unwrap();
        let terms = field.terms().unwrap();
        let names: Vec<&Vec<u8>> = index.keys().collect();
        prop_assert_eq!(terms.ordinal(word.as_bytes()).unwrap() as usize, names.partition_point(|name| name.as_slice() < word.as_bytes()));
        let with_prefix = names.iter().filter(|name| name.starts_with(word.as_bytes())).count();
        prop_assert_eq!(terms.prefix_range(word.as_bytes()).unwrap().len(), with_prefix);
        let info = terms.get(word.as_bytes()).unwrap();
        prop_assert_eq!(info.map(|info| info.doc_frequency as usize), index.get(word.as_bytes()).map(BTreeMap::len));
        for (name, ordinal) in names.iter().zip(0..) {
            let info = terms.get(name).unwrap().unwrap();
            prop_assert_eq!(info.ordinal, ordinal);
            let mut postings = field.postings(&info).unwrap();
            let expected = index[*name].range(seek..).next().map_or(END, |(&doc, _)| doc);
            prop_assert_eq!(postings.seek(seek).unwrap(), expected);
            for block in 0..postings.block_count() {
                let maxima = postings.maxima(block).unwrap();
                postings.go_to_block(block).unwrap();
                for doc in postings.docs().to_vec() {
                    let (tf, length) = (index[*name][&doc].len(), field.lengths().unwrap()[doc as usize]);
                    prop_assert!(maxima.pairs().any(|(most, shortest)| most as usize >= tf && shortest <= length));
                }
            }
        }
    }

    #[test]
    fn fuzzy_terms_agree_with_brute_force(index in any_index(), word in "[a-cä]{0,5}", most in 0u8..3, exact in 0usize..3) {
        let (_folder, path) = write(&index, 2000);
        let segment = Segment::open(&path).unwrap();
        let found = segment.field("body").unwrap().terms().unwrap().fuzzy(&word, most, exact).unwrap();
        let prefix: String = word.chars().take(exact).collect();
        let names = index.keys().map(|name| std::str::from_utf8(name).unwrap()).filter(|name| name.starts_with(&prefix));
        let expected: Vec<(&str, usize)> = names.map(|name| (name, distance(name, &word))).filter(|(_, far)| *far <= most as usize).collect();
        let found: Vec<(&str, usize)> = found.iter().map(|near| (std::str::from_utf8(&near.term).unwrap(), near.distance as usize)).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn reading_altered_bytes_never_panics(at in any::<prop::sample::Index>(), value: u8, cut in any::<prop::sample::Index>()) {
        let (_folder, path) = write(&small(), 300);
        let mut bytes = std::fs::read(path).unwrap();
        let at = at.index(bytes.len());
        let same = bytes[at] == value;
        bytes[at] = value;
        if let Ok(segment) = Segment::from_bytes("altered", &bytes) {
            prop_assert!(read(&segment).map_or(true, |index| index == small()));
            prop_assert_eq!(segment.verify().is_ok(), same);
        }
        bytes.truncate(cut.index(bytes.len()));
        prop_assert!(Segment::from_bytes("cut", &bytes).is_err());
    }
}
