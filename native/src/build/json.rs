//! JSON Lines: an object a line with `id`, `title`, `date`, `source`, `text`, and also `url`, `lang`, `agency`, `byline`,
//! `author`.
//!
//! What a line becomes is what `searchkit/ingest/formats/jsonlines.py` makes of it, in the records that
//! `searchkit/codec/record.py` describes. A line whose date is not an ISO date is left to Python, which reads dates in
//! words.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use super::credits::{Credits, Stated};
use super::spec::{Document, Spec, Value};
use crate::copies::{COPY_KEY, copy_key};
use crate::heads::{HEAD, LANGUAGE, UNKNOWN, write_title};
use crate::language;
use crate::lead::lead;

/// Where lines come from.
#[derive(Debug, Clone, Default)]
pub struct LineSource {
    /// Stored as the path of every article.
    pub path: String,
    /// Begins the ids of articles that bring none: `name#line`.
    pub name: String,
}

/// Why a line did not become a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing on it.
    Blank,
    /// It has a date that only Python can read.
    Deferred,
    /// It is not an article, for this reason.
    Bad(String),
}

/// Reads lines; keeps its buffers from line to line.
#[derive(Debug)]
pub(super) struct LineReader<'s> {
    spec: &'s Spec,
    head: Vec<u8>,
}

/// One line as the object that it is.
#[derive(Debug, Default)]
struct Row<'a> {
    id: Option<Cow<'a, str>>,
    title: Text<'a>,
    text: Text<'a>,
    source: Text<'a>,
    url: Text<'a>,
    lang: Text<'a>,
    stated: Stated,
    date: Option<&'a RawValue>,
    extra: Vec<(Cow<'a, str>, &'a RawValue)>,
    bad: Option<String>,
}

type Text<'a> = Cow<'a, str>;

impl<'s> LineReader<'s> {
    pub fn new(spec: &'s Spec) -> Self {
        LineReader { spec, head: Vec::new() }
    }

    /// Reads a line, without its line break, and hands the document to `add`.
    pub fn read<R>(
        &mut self,
        line: &[u8],
        number: u64,
        source: &LineSource,
        add: impl FnOnce(&Document) -> R,
    ) -> Result<R, Refusal> {
        let json = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
        if json.trim_ascii().is_empty() {
            return Err(Refusal::Blank);
        }
        let mut row: Row =
            serde_json::from_slice(json).map_err(|error| Refusal::Bad(format!("the row is not JSON: {error}")))?;
        if let Some(reason) = row.bad.take() {
            return Err(Refusal::Bad(reason));
        }
        let day = day(row.date)?;
        let id = row.id.take().unwrap_or_else(|| format!("{}#{number}", source.name).into());
        if id.is_empty() {
            return Err(Refusal::Bad("an article needs an id, a string that is not empty".to_owned()));
        }
        let wants = |name: &str| self.spec.fields.iter().any(|field| field.name == name);
        let language = if wants(LANGUAGE) { Language::of(&row) } else { Language::default() };
        let sha256 = if wants("sha256") { hex(&Sha256::digest(line)) } else { String::new() };
        let outlet = Some(row.source.trim()).filter(|outlet| !outlet.is_empty());
        let credits = Credits::of(&row.stated);
        let article = Article {
            row: &row,
            id: &id,
            day,
            outlet,
            credits: &credits,
            language: &language,
            sha256: &sha256,
            path: &source.path,
        };
        self.head.clear();
        article.write_head(&mut self.head);
        let values: Vec<Value> = self.spec.fields.iter().map(|field| article.value(&field.name)).collect();
        let records: Vec<&[u8]> = self
            .spec
            .stores
            .iter()
            .map(|name| match name.as_str() {
                HEAD => self.head.as_slice(),
                "text" => row.text.as_bytes(),
                _ => &[],
            })
            .collect();
        Ok(add(&Document { values: &values, records: &records, sequence: number }))
    }
}

/// A line as the article that it becomes.
struct Article<'a> {
    row: &'a Row<'a>,
    id: &'a str,
    /// The number of its day; 0 is none.
    day: u32,
    outlet: Option<&'a str>,
    credits: &'a Credits,
    language: &'a Language<'a>,
    sha256: &'a str,
    path: &'a str,
}

impl<'a> Article<'a> {
    fn value(&self, field: &str) -> Value<'a> {
        let text = match field {
            "date" => return Value::Day(self.day),
            COPY_KEY => return Value::Day(copy_key(&self.row.title, &self.row.text)),
            "id" => self.id,
            "title" => &self.row.title,
            "lead" => lead(&self.row.text),
            "body" => &self.row.text,
            "source" => self.outlet.unwrap_or(UNKNOWN),
            "agency" => &self.credits.agencies,
            "byline" => &self.credits.byline,
            "date-quality" => {
                if self.day > 0 {
                    "stated"
                } else {
                    "none"
                }
            }
            LANGUAGE => &self.language.code,
            "path" => self.path,
            "sha256" => self.sha256,
            _ => "",
        };
        if text.is_empty() { Value::None } else { Value::Text(text) }
    }

    /// Writes the title, then what has no column as the JSON of `Article.to_record()`.
    fn write_head(&self, out: &mut Vec<u8>) {
        write_title(out, &self.row.title);
        let start = out.len();
        if !self.row.url.is_empty() {
            next_key(out, start, "url");
            string(out, &self.row.url);
        }
        if !self.row.stated.agencies.is_empty() {
            next_key(out, start, "agencies");
            json(out, &self.row.stated.agencies);
        }
        if !self.credits.byline.is_empty() {
            next_key(out, start, "byline");
            string(out, &self.credits.byline);
        }
        self.write_evidence(out, start);
        for (index, (name, value)) in self.row.extra.iter().enumerate() {
            if index == 0 {
                next_key(out, start, "extra");
            }
            out.push(if index == 0 { b'{' } else { b',' });
            string(out, name);
            out.push(b':');
            out.extend_from_slice(value.get().as_bytes());
        }
        if !self.row.extra.is_empty() {
            out.push(b'}');
        }
        if out.len() > start {
            out.push(b'}');
        }
    }

    /// Writes the evidence; null stands for the value that was chosen, which is in a column.
    fn write_evidence(&self, out: &mut Vec<u8>, start: usize) {
        let mut separator = b'[';
        let mut add = |evidence: &[u8], out: &mut Vec<u8>| {
            if separator == b'[' {
                next_key(out, start, "evidence");
            }
            out.push(std::mem::replace(&mut separator, b','));
            out.extend_from_slice(evidence);
        };
        if self.day > 0 {
            add(br#"["date",null,"field",null,true,0.99]"#, out);
        }
        if self.outlet.is_some() {
            add(br#"["source",null,"field",null,true,1.0]"#, out);
        }
        self.credits.evidence(&self.row.stated.agencies).for_each(|evidence| add(&evidence, out));
        self.language.evidence().for_each(|evidence| add(evidence.as_bytes(), out));
        if separator == b',' {
            out.push(b']');
        }
    }
}

/// The language of a line; no code is none.
#[derive(Default)]
struct Language<'a> {
    code: Cow<'a, str>,
    /// What is stated, but is no language that is known.
    unknown: &'a str,
    is_stated: bool,
    /// Of a language that was detected, in hundredths.
    confidence: usize,
}

impl<'a> Language<'a> {
    fn of(row: &'a Row) -> Self {
        let told = language::stated(&row.lang);
        let unknown = if told.is_none() { &*row.lang } else { "" };
        if let Some(code) = told {
            return Language { code, is_stated: true, ..Language::default() };
        }
        let (code, confidence) = language::detect(&[&row.title, "\n", &row.text]).unwrap_or_default();
        Language { code: code.into(), unknown, is_stated: false, confidence }
    }

    fn evidence(&self) -> impl Iterator<Item = String> {
        let stated = match (self.is_stated, self.unknown.is_empty()) {
            (true, _) => Some(r#"["language",null,"field",null,true,1.0]"#.to_owned()),
            (_, false) => {
                let mut unknown = Vec::new();
                string(&mut unknown, self.unknown);
                let unknown = String::from_utf8_lossy(&unknown);
                Some(format!(r#"["language",{unknown},"field",null,false,0.0]"#))
            }
            _ => None,
        };
        let confidence = self.confidence as f64 / 100.0;
        let detected = (!self.is_stated && !self.code.is_empty())
            .then(|| format!(r#"["language",null,"detected",null,true,{confidence:?}]"#));
        stated.into_iter().chain(detected)
    }
}

/// Begins the next value of the object that begins at `start`.
fn next_key(out: &mut Vec<u8>, start: usize, name: &str) {
    out.push(if out.len() == start { b'{' } else { b',' });
    string(out, name);
    out.push(b':');
}

fn string(out: &mut Vec<u8>, text: &str) {
    json(out, text);
}

pub(super) fn json<T: serde::Serialize + ?Sized>(out: &mut Vec<u8>, value: &T) {
    // Writing to a vector does not fail.
    let _ = serde_json::to_writer(out, value);
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [DIGITS[(byte >> 4) as usize], DIGITS[(byte & 15) as usize]]).map(char::from).collect()
}

/// Returns the day number of a date; 0 for none.
fn day(date: Option<&RawValue>) -> Result<u32, Refusal> {
    let raw = date.map_or("null", RawValue::get);
    if matches!(raw, "null" | "\"\"") {
        return Ok(0);
    }
    let text = raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')).ok_or(Refusal::Deferred)?;
    let (day, rest) = text.split_at_checked(10).ok_or(Refusal::Deferred)?;
    ordinal(day).filter(|_| rest.is_empty() || rest.starts_with(['T', ' '])).ok_or(Refusal::Deferred)
}

/// Returns the day number of `YYYY-MM-DD`, counted from 1 for the first of January of the year 1, as
/// `datetime.date.toordinal` does; nothing if there is no such day.
fn ordinal(day: &str) -> Option<u32> {
    let bytes: &[u8; 10] = day.as_bytes().try_into().ok()?;
    let is_digit = |at: usize| bytes[at].is_ascii_digit();
    if bytes[4] != b'-' || bytes[7] != b'-' || ![0, 1, 2, 3, 5, 6, 8, 9].into_iter().all(is_digit) {
        return None;
    }
    let number =
        |range: std::ops::Range<usize>| bytes[range].iter().fold(0, |sum, byte| sum * 10 + (byte - b'0') as u32);
    let (year, month, day) = (number(0..4), number(5..7), number(8..10));
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let lengths = [31, 28 + leap as u32, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let length = *lengths.get((month as usize).checked_sub(1)?)?;
    let before = year.checked_sub(1)?;
    let days = before * 365 + before / 4 - before / 100 + before / 400;
    let passed: u32 = lengths[..month as usize - 1].iter().sum();
    (1..=length).contains(&day).then_some(days + passed + day)
}

impl<'de: 'a, 'a> Deserialize<'de> for Row<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Rows;
        impl<'de> Visitor<'de> for Rows {
            type Value = Row<'de>;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Row<'de>, M::Error> {
                let mut row = Row::default();
                while let Some(Key(key)) = map.next_key()? {
                    row.set(key, map.next_value()?);
                }
                Ok(row)
            }
        }
        deserializer.deserialize_map(Rows)
    }
}

/// A key or string, borrowed from the line where it has no escapes.
#[derive(serde::Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'a> Row<'a> {
    /// Takes the value of a key; of two values of one key the later counts.
    fn set(&mut self, key: Cow<'a, str>, value: &'a RawValue) {
        let slot = match &*key {
            "title" => &mut self.title,
            "text" => &mut self.text,
            "source" => &mut self.source,
            "url" => &mut self.url,
            "lang" => &mut self.lang,
            "date" => return self.date = Some(value),
            "id" => return self.id = id(value),
            _ => {
                self.extra.retain(|(other, _)| *other != key);
                if !self.stated.set(&key, value) {
                    self.extra.push((key, value));
                }
                return;
            }
        };
        match text(value) {
            Some(text) => *slot = text,
            None => self.bad = Some(format!("'{key}' must be a string; got {}", shortened(value.get()))),
        }
    }
}

/// Returns a string; empty for null, nothing for anything else.
fn text<'a>(value: &'a RawValue) -> Option<Cow<'a, str>> {
    match value.get() {
        "null" => Some(Cow::Borrowed("")),
        raw if raw.starts_with('"') => serde_json::from_str::<Key>(raw).ok().map(|Key(text)| text),
        _ => None,
    }
}

/// Returns an id: a string, or a number as it is written; nothing for null.
fn id(value: &RawValue) -> Option<Cow<'_, str>> {
    match value.get() {
        "null" => None,
        raw if raw.starts_with('"') => text(value),
        raw => Some(Cow::Borrowed(raw)),
    }
}

fn shortened(json: &str) -> String {
    json.chars().take(40).collect()
}

#[cfg(test)]
mod tests;
