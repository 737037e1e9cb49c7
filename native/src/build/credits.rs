//! Who a line of JSON Lines is by: its agencies and its byline, as `searchkit/ingest/formats/rows.py` has them.

use serde_json::value::RawValue;

use super::json::json;

/// What joins the values of a field that has several.
const SEPARATOR: &str = "\u{1f}";

/// The names that a line states.
#[derive(Debug, Default)]
pub struct Stated {
    pub agencies: Vec<String>,
    byline: Vec<String>,
    author: Vec<String>,
}

impl Stated {
    /// Takes the value of a key; tells whether it is one of names. Of two values of one key the later counts.
    pub fn set(&mut self, key: &str, value: &RawValue) -> bool {
        let slot = match key {
            "agency" => &mut self.agencies,
            "byline" => &mut self.byline,
            "author" => &mut self.author,
            _ => return false,
        };
        let found = names(value);
        let is_known = found.is_some();
        *slot = found.unwrap_or_default();
        is_known
    }
}

/// Who a line is by, as the fields of the index have it; empty for nobody.
pub struct Credits {
    pub agencies: String,
    pub byline: String,
    /// Who else is stated to have written it.
    other: String,
}

impl Credits {
    pub fn of(row: &Stated) -> Self {
        let (byline, author) = (row.byline.join(", "), row.author.join(", "));
        let (byline, other) = if byline.is_empty() { (author, String::new()) } else { (byline, author) };
        let agencies: Vec<_> = row.agencies.iter().map(|name| name.replace(SEPARATOR, " ")).collect();
        Credits { agencies: agencies.join(SEPARATOR), byline, other }
    }

    pub fn evidence<'a>(&'a self, agencies: &'a [String]) -> impl Iterator<Item = Vec<u8>> + 'a {
        let other = if self.other == self.byline { "" } else { &self.other };
        let bylines = [(&*self.byline, true), (other, false)].into_iter().filter(|(names, _)| !names.is_empty());
        let agencies = agencies.iter().map(|name| ("agencies", &**name, true));
        agencies.chain(bylines.map(|(names, chosen)| ("byline", names, chosen))).map(|(field, value, chosen)| {
            let mut evidence = Vec::new();
            json(&mut evidence, &(field, value, "field", (), chosen, 1.0));
            evidence
        })
    }
}

/// Returns names, each once: those of a string or of a list of strings; nothing for anything else.
fn names(value: &RawValue) -> Option<Vec<String>> {
    let stated = match value.get() {
        "null" => Vec::new(),
        raw if raw.starts_with('"') => vec![serde_json::from_str::<String>(raw).ok()?],
        raw => serde_json::from_str::<Vec<String>>(raw).ok()?,
    };
    let mut found = Vec::new();
    for name in &stated {
        let name = name.trim_matches(|c: char| c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c));
        if !name.is_empty() && found.iter().all(|other| other != name) {
            found.push(name.to_owned());
        }
    }
    Some(found)
}
