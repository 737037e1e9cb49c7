use super::*;
use crate::build::spec::{FieldSpec, InputKind};

fn read(line: &str) -> Result<(Vec<String>, String, String), Refusal> {
    let field = |name: &str, kind| FieldSpec { name: name.to_owned(), kind };
    let fields = vec![
        field("id", InputKind::Verbatim),
        field("body", InputKind::Text { words: None }),
        field("date", InputKind::Day),
        field("source", InputKind::Folded),
    ];
    let spec =
        Spec { fields, stores: vec!["head".to_owned(), "text".to_owned()], stems: Vec::new(), places: Vec::new() };
    let source = LineSource { path: "a/b.jsonl".to_owned(), name: "b.jsonl".to_owned() };
    LineReader::new(&spec).read(line.as_bytes(), 7, &source, |document| {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let values = document.values.iter().map(|value| match value {
            Value::None => "-".to_owned(),
            Value::Text(text) => (*text).to_owned(),
            Value::Day(day) => day.to_string(),
        });
        (values.collect(), text(document.records[0]), text(document.records[1]))
    })
}

#[test]
fn a_line_becomes_a_document() {
    let line = r#"{"id":"x1","title":"T","date":"2025-11-13T10:00","source":" AP ","text":"a\nb","n":[1, 2]}"#;
    let (values, head, text) = read(line).unwrap();
    assert_eq!((values, text.as_str()), (vec!["x1".into(), "a\nb".into(), "739568".into(), "AP".into()], "a\nb"));
    let rest = r#"{"evidence":[["date",null,"field",null,true,0.99],["source",null,"field",null,true,1.0]],"extra":{"n":[1, 2]}}"#;
    assert_eq!(head, format!("\u{1}T{rest}"));
}

#[test]
fn what_is_missing_gets_its_default() {
    let (values, head, _) = read("{}").unwrap();
    assert_eq!(values, ["b.jsonl#7", "-", "0", "unknown"]);
    assert_eq!(head, "\0");
    assert_eq!(read(r#"{"id":12}"#).unwrap().0[0], "12");
}

#[test]
fn bad_lines_are_refused_with_a_reason() {
    assert_eq!(read("  "), Err(Refusal::Blank));
    assert_eq!(read(r#"{"date":"Oct 20, 2006"}"#), Err(Refusal::Deferred));
    assert_eq!(read(r#"{"date":"2025-02-30"}"#), Err(Refusal::Deferred));
    assert_eq!(read(r#"{"title":5}"#), Err(Refusal::Bad("'title' must be a string; got 5".to_owned())));
    for bad in ["[1]", "{", "nonsense", "{\"title\":\"\u{1}\"}"] {
        assert!(matches!(read(bad), Err(Refusal::Bad(_))), "{bad}");
    }
}

#[test]
fn day_numbers_are_pythons() {
    let numbers = ["0001-01-01", "2000-02-29", "2025-11-13", "9999-12-31"].map(ordinal);
    assert_eq!(numbers, [Some(1), Some(730_179), Some(739_568), Some(3_652_059)]);
    assert_eq!(["0000-01-01", "2001-02-29", "2001-13-01", "2001-00-01", "2001-01-00"].map(ordinal), [None; 5]);
}
