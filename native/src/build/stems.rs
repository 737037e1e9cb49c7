//! The stems of texts whose language has a stemmer of its own, on their way into fields beside those of the terms.

use std::path::Path;

use crate::analysis::{Analyzer, Languages};
use crate::error::Result;
use crate::heads::LANGUAGE;
use crate::segment::SegmentWriter;

use super::inverter::write_terms;
use super::spec::{Spec, Value};
use super::tokens::Tokens;

/// The stems of documents in the order in which they came. A build without such texts has no such fields.
pub(super) struct Stems {
    /// Which value of a document names its language.
    language: Option<usize>,
    fields: Vec<StemField>,
    languages: Languages,
    /// For each language, the number of each of its analyzer's terms among those of all languages.
    numbers: Vec<Vec<u32>>,
    all: Analyzer,
    ids: Vec<u32>,
}

struct StemField {
    /// Which value of a document has the text.
    text: usize,
    name: String,
    tokens: Tokens,
}

impl Stems {
    pub fn new(spec: &Spec) -> Self {
        let place = |name: &str| spec.fields.iter().position(|field| field.name == name);
        let field = |(text, name): &(String, String)| {
            Some(StemField { text: place(text)?, name: name.clone(), tokens: Tokens::default() })
        };
        Stems {
            language: place(LANGUAGE),
            fields: spec.stems.iter().filter_map(field).collect(),
            languages: Languages::default(),
            numbers: Vec::new(),
            all: Analyzer::of_words(),
            ids: Vec::new(),
        }
    }

    pub fn memory(&self) -> usize {
        self.fields.iter().map(|field| field.tokens.memory()).sum()
    }

    /// Adds the stems of a document, the `doc`-th.
    pub fn add(&mut self, values: &[Value], doc: usize) {
        let Some(Value::Text(code)) = self.language.map(|place| values[place]) else { return };
        let Some(place) = self.languages.place(code) else { return };
        self.numbers.resize(self.numbers.len().max(place + 1), Vec::new());
        let Self { fields, languages, numbers, all, ids, .. } = self;
        let (analyzer, numbers) = (languages.at(place), &mut numbers[place]);
        for StemField { text, tokens, .. } in fields {
            let Value::Text(text) = values[*text] else { continue };
            tokens.pad(doc);
            ids.clear();
            analyzer.for_each_id(text, |id| ids.push(id));
            let fresh = numbers.len() as u32..analyzer.term_count() as u32;
            numbers.extend(fresh.map(|id| all.number(analyzer.term(id))));
            ids.iter().for_each(|&id| tokens.push(numbers[id as usize], false));
            tokens.end_document();
        }
    }

    /// Writes the fields that have anything in them.
    pub fn write(&mut self, order: &[u32], folder: &Path, segment: &mut SegmentWriter) -> Result<()> {
        let every: Vec<u32> = (0..self.all.term_count() as u32).collect();
        for StemField { name, tokens, .. } in self.fields.iter_mut().filter(|field| !field.tokens.is_empty()) {
            tokens.pad(order.len());
            let (_, stems) = tokens.invert(order, &every, every.len(), None);
            write_terms(tokens, &stems, &self.all, name, order, folder, segment)?;
        }
        Ok(())
    }

    /// Forgets the documents, and the terms where they take more than `most` bytes.
    pub fn forget(&mut self, most: usize) {
        self.fields.iter_mut().for_each(|field| field.tokens = Tokens::default());
        if self.languages.memory() + self.all.memory() > most {
            (self.languages, self.all) = (Languages::default(), Analyzer::of_words());
            self.numbers.clear();
        }
    }
}
