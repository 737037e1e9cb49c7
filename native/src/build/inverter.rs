//! One worker's documents, in memory, on their way into a segment.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use crate::analysis::Analyzer;
use crate::error::{Error, Result};
use crate::segment::{FieldKind, FieldWriter, SegmentWriter, StoreWriter, Totals};

use super::SEQUENCE;
use super::exact::{Values, write_days};
use super::records::{Records, SharedDictionary};
use super::spec::{Document, FieldSpec, InputKind, SEPARATOR, Spec, Value};
use super::tokens::{Tokens, length_bytes};

/// Bytes of known terms after which a worker forgets them between two runs.
const MOST_TERMS: usize = 64 << 20;

/// Gathers documents and writes them as segments.
pub(super) struct Inverter {
    spec: Arc<Spec>,
    dictionaries: Arc<Vec<SharedDictionary>>,
    vocabulary: Vocabulary,
    inputs: Vec<Input>,
    records: Vec<Records>,
    sequences: Vec<i64>,
}

/// What has been gathered of one field.
enum Input {
    Text(Tokens),
    Exact(Values),
    Days(Vec<u32>),
}

/// The words of texts, by number, and the term that each word has.
struct Vocabulary {
    words: Analyzer,
    terms: Analyzer,
    term_of: Vec<u32>,
    /// For values of [`InputKind::Folded`]; apart, so that the numbers of `words` belong to `term_of` alone.
    folded: Analyzer,
}

impl Inverter {
    pub fn new(spec: Arc<Spec>, dictionaries: Arc<Vec<SharedDictionary>>, level: i32) -> Self {
        let inputs = spec.fields.iter().map(Input::of).collect();
        let records = spec.stores.iter().map(|_| Records::new(level)).collect();
        Inverter { spec, dictionaries, vocabulary: Vocabulary::new(), inputs, records, sequences: Vec::new() }
    }

    /// Returns the bytes of memory taken, those of writing the run included, about.
    pub fn memory(&self) -> usize {
        let inputs: usize = self.inputs.iter().map(Input::memory).sum();
        inputs + self.records.iter().map(Records::memory).sum::<usize>() + 8 * self.sequences.len()
    }

    pub fn is_empty(&self) -> bool {
        self.sequences.is_empty()
    }

    pub fn add(&mut self, document: &Document) -> Result<()> {
        let expected = (self.inputs.len(), self.records.len());
        if (document.values.len(), document.records.len()) != expected {
            return Err(Error::invalid("a document does not fit the fields and stores of the build"));
        }
        for (input, &value) in self.inputs.iter_mut().zip(document.values) {
            input.add(value, &mut self.vocabulary);
        }
        for ((records, record), shared) in self.records.iter_mut().zip(document.records).zip(&*self.dictionaries) {
            records.push(record, shared)?;
        }
        self.sequences.push(document.sequence as i64);
        Ok(())
    }

    /// Writes the documents as a segment at `path`, in their final order, and forgets them.
    pub fn write(&mut self, path: &Path) -> Result<()> {
        let order = self.order();
        let mut segment = SegmentWriter::create(path, order.len() as u32)?;
        let folder = segment.folder().to_owned();
        let spec = self.spec.clone();
        for (index, field) in spec.fields.iter().enumerate() {
            self.write_field(index, field, &order, &folder, &mut segment)?;
        }
        for ((name, records), shared) in spec.stores.iter().zip(&mut self.records).zip(&*self.dictionaries) {
            records.settle(shared)?;
            let mut store = StoreWriter::new(&folder, name, shared.get());
            records.write(&order, &mut store)?;
            segment.add_store(store)?;
        }
        segment.add_ints(SEQUENCE, &order.iter().map(|&doc| self.sequences[doc as usize]).collect::<Vec<_>>())?;
        segment.finish(false)?;
        self.forget();
        Ok(())
    }

    /// Returns the documents in their final order: newest first, undated last, then by id, then as they came.
    fn order(&self) -> Vec<u32> {
        let days = self.inputs.iter().find_map(|input| if let Input::Days(days) = input { Some(days) } else { None });
        let is_id = |field: &FieldSpec| field.kind == InputKind::Verbatim;
        let ids = match self.spec.fields.iter().position(is_id).map(|index| &self.inputs[index]) {
            Some(Input::Exact(ids)) => Some(ids),
            _ => None,
        };
        let key = |doc: u32| {
            let (doc, day) = (doc as usize, days.map_or(0, |days| days[doc as usize]));
            (Reverse(day), ids.map_or(&[][..], |ids| ids.get(doc)), doc)
        };
        let mut order: Vec<u32> = (0..self.sequences.len() as u32).collect();
        order.sort_unstable_by(|&a, &b| key(a).cmp(&key(b)));
        order
    }

    fn write_field(
        &mut self,
        index: usize,
        spec: &FieldSpec,
        order: &[u32],
        folder: &Path,
        segment: &mut SegmentWriter,
    ) -> Result<()> {
        let count = order.len() as u32;
        let plain = || FieldWriter::new(folder, &spec.name, FieldKind::Docs, count, None, Totals::default());
        match &self.inputs[index] {
            Input::Text(tokens) => self.vocabulary.write_text(tokens, spec, order, folder, segment),
            Input::Days(days) => {
                let days: Vec<u32> = order.iter().map(|&doc| days[doc as usize]).collect();
                let mut field = plain()?;
                write_days(days.iter().copied(), &mut field)?;
                segment.add_field(field.finish()?)?;
                segment.add_ints(&spec.name, &days.iter().map(|&day| day as i64).collect::<Vec<_>>())
            }
            Input::Exact(values) => {
                if spec.kind != InputKind::Column {
                    let (mut field, vocabulary) = (plain()?, &mut self.vocabulary);
                    let fold = spec.kind == InputKind::Folded;
                    let mut folded = |value: &[u8]| {
                        let parts = value.split(|&byte| byte == SEPARATOR).map(|part| vocabulary.fold(part));
                        parts.collect::<BTreeSet<_>>().into_iter().collect()
                    };
                    values.write(order, &mut field, |value| if fold { folded(value) } else { vec![value.into()] })?;
                    segment.add_field(field.finish()?)?;
                }
                let (distinct, ordinals) = values.column(order)?;
                if spec.kind == InputKind::Verbatim {
                    return segment.add_term_ordinals(&spec.name, &ordinals);
                }
                segment.add_ordinals(&spec.name, &distinct, &ordinals)
            }
        }
    }

    fn forget(&mut self) {
        self.inputs = self.spec.fields.iter().map(Input::of).collect();
        self.sequences.clear();
        self.vocabulary.forget_many();
    }
}

impl Input {
    fn of(field: &FieldSpec) -> Input {
        match field.kind {
            InputKind::Text { .. } => Input::Text(Tokens::default()),
            InputKind::Day => Input::Days(Vec::new()),
            InputKind::Folded | InputKind::Verbatim | InputKind::Column => Input::Exact(Values::default()),
        }
    }

    fn memory(&self) -> usize {
        match self {
            Input::Text(tokens) => tokens.memory(),
            Input::Exact(values) => values.memory(),
            Input::Days(days) => 4 * days.len(),
        }
    }

    fn add(&mut self, value: Value, vocabulary: &mut Vocabulary) {
        let text = if let Value::Text(text) = value { Some(text) } else { None };
        match self {
            Input::Text(tokens) => {
                vocabulary.cut(text.unwrap_or_default(), tokens);
                tokens.end_document();
            }
            Input::Exact(values) => values.push(text.map(str::as_bytes).filter(|value| !value.is_empty())),
            Input::Days(days) => days.push(if let Value::Day(day) = value { day } else { 0 }),
        }
    }
}

impl Vocabulary {
    fn new() -> Self {
        let (words, folded) = (Analyzer::of_words(), Analyzer::of_words());
        Vocabulary { words, terms: Analyzer::new(), term_of: Vec::new(), folded }
    }

    fn cut(&mut self, text: &str, tokens: &mut Tokens) {
        let Vocabulary { words, terms, term_of, .. } = self;
        words.for_each_cut(text, |word, token| {
            if word as usize == term_of.len() {
                term_of.push(terms.id_of(&text[token.clone()]).unwrap_or_else(|| terms.number(text[token].as_bytes())));
            }
            tokens.push(word);
        });
    }

    /// Returns the term of a folded value: its words joined by spaces, or the lower-cased value if it has none.
    fn fold(&mut self, value: &[u8]) -> Vec<u8> {
        let value = std::str::from_utf8(value).unwrap_or_default();
        let mut term = Vec::new();
        self.folded.for_each_term(value, |word| {
            term.extend_from_slice(word);
            term.push(b' ');
        });
        if term.pop().is_some() { term } else { value.trim().to_lowercase().into_bytes() }
    }

    fn write_text(
        &self,
        tokens: &Tokens,
        spec: &FieldSpec,
        order: &[u32],
        folder: &Path,
        segment: &mut SegmentWriter,
    ) -> Result<()> {
        let exact = tokens.lengths(order);
        let (totals, lengths) = (Totals::of(exact.iter().copied()), Arc::<[u8]>::from(length_bytes(&exact)));
        let count = order.len() as u32;
        let lengths = Some(lengths).filter(|_| totals.sum > 0);
        let terms = FieldWriter::new(folder, &spec.name, FieldKind::Text, count, lengths, totals)?;
        let mut terms = terms.as_draft();
        let (of_words, of_terms) = tokens.invert(order, &self.term_of, self.terms.term_count());
        of_terms.write(&mut terms, |term| self.terms.term(term))?;
        drop(of_terms);
        segment.add_field(terms.finish()?)?;
        let InputKind::Text { words: Some(name) } = &spec.kind else { return Ok(()) };
        let words = FieldWriter::new(folder, name, FieldKind::Docs, count, None, Totals::default())?;
        let mut words = words.with_base(&spec.name)?;
        of_words.write(&mut words, |word| self.words.term(word))?;
        segment.add_field(words.finish()?)
    }

    fn forget_many(&mut self) {
        if self.words.memory() + self.terms.memory() > MOST_TERMS {
            self.words.clear();
            self.terms.clear();
            self.term_of.clear();
        }
    }
}
