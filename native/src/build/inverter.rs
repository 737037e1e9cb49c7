//! One worker's documents, in memory, on their way into a segment.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use crate::analysis::Analyzer;
use crate::error::{Error, Result};
use crate::passages::BreakFinder;
use crate::segment::{FieldKind, FieldWriter, SegmentWriter, StoreWriter, Totals};

use super::SEQUENCE;
use super::exact::{Values, write_days};
use super::places::{Breaks, Forms};
use super::records::{Records, SharedDictionary};
use super::spec::{Document, FieldSpec, InputKind, SEPARATOR, Spec, Value};
use super::stems::Stems;
use super::tokens::{Terms, Tokens, length_bytes};

/// Bytes of known terms after which a worker forgets them between two runs.
const MOST_TERMS: usize = 64 << 20;

/// Gathers documents and writes them as segments.
pub(super) struct Inverter {
    spec: Arc<Spec>,
    /// For each field the place of that which is its opening.
    openings: Vec<Option<usize>>,
    dictionaries: Arc<Vec<SharedDictionary>>,
    vocabulary: Vocabulary,
    stems: Stems,
    inputs: Vec<Input>,
    records: Vec<Records>,
    sequences: Vec<i64>,
}

/// What has been gathered of one field.
enum Input {
    Text(Tokens, Breaks),
    Exact(Values),
    Days(Vec<u32>),
    Numbers(Vec<u32>),
    /// Nothing: the tokens are with the field whose opening it is.
    Opening,
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
    pub fn new(
        spec: Arc<Spec>,
        openings: Vec<Option<usize>>,
        dictionaries: Arc<Vec<SharedDictionary>>,
        level: i32,
    ) -> Self {
        let inputs = spec.fields.iter().map(Input::of).collect();
        let records = spec.stores.iter().map(|_| Records::new(level)).collect();
        let (vocabulary, stems) = (Vocabulary::new(), Stems::new(&spec));
        Inverter { spec, openings, dictionaries, vocabulary, stems, inputs, records, sequences: Vec::new() }
    }

    /// Returns the bytes of memory taken, those of writing the run included, about.
    pub fn memory(&self) -> usize {
        let inputs: usize = self.inputs.iter().map(Input::memory).sum();
        inputs
            + self.stems.memory()
            + self.records.iter().map(Records::memory).sum::<usize>()
            + 8 * self.sequences.len()
    }

    pub fn is_empty(&self) -> bool {
        self.sequences.is_empty()
    }

    pub fn add(&mut self, document: &Document) -> Result<()> {
        let expected = (self.inputs.len(), self.records.len());
        if (document.values.len(), document.records.len()) != expected {
            return Err(Error::invalid("a document does not fit the fields and stores of the build"));
        }
        for ((input, &value), opening) in self.inputs.iter_mut().zip(document.values).zip(&self.openings) {
            let opening = opening.map_or(Ok(0), |at| opening_length(value, document.values[at]))?;
            input.add(value, opening, &mut self.vocabulary);
        }
        self.stems.add(document.values, self.sequences.len());
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
        self.stems.write(&order, &folder, &mut segment)?;
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
        let ids = ids.map(Values::ordered);
        let mut order: Vec<u32> = (0..self.sequences.len() as u32).collect();
        order.sort_unstable_by_key(|&doc| {
            let at = doc as usize;
            (Reverse(days.map_or(0, |days| days[at])), ids.as_ref().map_or(0, |ids| ids.of_docs[at]), doc)
        });
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
            Input::Opening => Ok(()),
            Input::Text(tokens, breaks) => {
                let opening = self.openings[index].map(|at| &self.spec.fields[at]);
                let forms = self.vocabulary.write_text(tokens, spec, opening, order, folder, segment)?;
                let Some(name) = self.spec.places(&spec.name) else { return Ok(()) };
                forms.write(breaks, &self.vocabulary.words, (name, order, folder), segment)
            }
            Input::Days(days) => {
                let days: Vec<u32> = order.iter().map(|&doc| days[doc as usize]).collect();
                let mut field = plain()?;
                write_days(days.iter().copied(), &mut field)?;
                segment.add_field(field.finish()?)?;
                segment.add_ints(&spec.name, &days.iter().map(|&day| day as i64).collect::<Vec<_>>())
            }
            Input::Numbers(numbers) => {
                let numbers = order.iter().map(|&doc| numbers[doc as usize] as i64);
                segment.add_ints(&spec.name, &numbers.collect::<Vec<_>>())
            }
            Input::Exact(values) => {
                let ordered = values.ordered();
                if spec.kind != InputKind::Column {
                    let mut field = plain()?;
                    match spec.kind {
                        InputKind::Folded => {
                            values.write_folded(order, &mut field, |value| self.vocabulary.folded(value))?
                        }
                        _ => values.write(&ordered, order, &mut field)?,
                    }
                    segment.add_field(field.finish()?)?;
                }
                let (distinct, ordinals) = values.column(&ordered, order)?;
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
        self.stems.forget(MOST_TERMS);
        self.vocabulary.forget_many();
    }
}

impl Input {
    fn of(field: &FieldSpec) -> Input {
        match field.kind {
            InputKind::Text { .. } => Input::Text(Tokens::default(), Breaks::default()),
            InputKind::Opening { .. } => Input::Opening,
            InputKind::Day => Input::Days(Vec::new()),
            InputKind::Number => Input::Numbers(Vec::new()),
            InputKind::Folded | InputKind::Verbatim | InputKind::Column => Input::Exact(Values::default()),
        }
    }

    fn memory(&self) -> usize {
        match self {
            Input::Text(tokens, breaks) => tokens.memory() + breaks.memory(),
            Input::Exact(values) => values.memory(),
            Input::Days(numbers) | Input::Numbers(numbers) => 4 * numbers.len(),
            Input::Opening => 0,
        }
    }

    /// Adds a value of which the first bytes, so many, are its opening.
    fn add(&mut self, value: Value, opening: usize, vocabulary: &mut Vocabulary) {
        let text = if let Value::Text(text) = value { Some(text) } else { None };
        match self {
            Input::Text(tokens, breaks) => {
                vocabulary.cut(text.unwrap_or_default(), opening, tokens, breaks);
                tokens.end_document();
                breaks.end_document();
            }
            Input::Exact(values) => values.push(text.map(str::as_bytes).filter(|value| !value.is_empty())),
            Input::Days(numbers) | Input::Numbers(numbers) => {
                numbers.push(if let Value::Day(number) = value { number } else { 0 });
            }
            Input::Opening => {}
        }
    }
}

impl Vocabulary {
    fn new() -> Self {
        let (words, folded) = (Analyzer::of_words(), Analyzer::of_words());
        Vocabulary { words, terms: Analyzer::new(), term_of: Vec::new(), folded }
    }

    fn cut(&mut self, text: &str, opening: usize, tokens: &mut Tokens, breaks: &mut Breaks) {
        let Vocabulary { words, terms, term_of, .. } = self;
        let (mut finder, mut position) = (BreakFinder::new(text), 0);
        words.for_each_cut(text, |word, token| {
            let opens = token.end <= opening;
            if let Some(is_paragraph) = finder.starts(token.start) {
                breaks.push(position, is_paragraph);
            }
            position += 1;
            if word as usize == term_of.len() {
                term_of.push(terms.id_of(&text[token.clone()]).unwrap_or_else(|| terms.number(text[token].as_bytes())));
            }
            tokens.push(word, opens);
        });
    }

    /// Returns the terms of the values that stand in a folded one.
    fn folded(&mut self, values: &[u8]) -> BTreeSet<Vec<u8>> {
        values.split(|&byte| byte == SEPARATOR).map(|value| self.fold(value)).collect()
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

    /// Writes a text field and its words, and those of its opening; returns what a search for places needs beside them.
    fn write_text(
        &self,
        tokens: &Tokens,
        spec: &FieldSpec,
        opening: Option<&FieldSpec>,
        order: &[u32],
        folder: &Path,
        segment: &mut SegmentWriter,
    ) -> Result<Forms> {
        let mut forms = Forms::default();
        let (of_words, of_terms) = tokens.invert(order, &self.term_of, self.terms.term_count(), Some(&mut forms));
        write_terms(tokens, &of_terms, &self.terms, &spec.name, order, folder, segment)?;
        if let Some(opening) = opening {
            let numbers: Vec<u32> = order.iter().map(|&doc| tokens.opening(doc)).collect();
            let terms = text_field(folder, &opening.name, order, |doc| tokens.opening(doc))?;
            let mut terms = terms.as_opening(&spec.name, &numbers)?;
            of_terms.write_openings(&numbers, &mut terms, &self.terms)?;
            segment.add_field(terms.finish()?)?;
        }
        drop(of_terms);
        let Some(name) = spec.words() else { return Ok(forms) };
        let words = |name| FieldWriter::new(folder, name, FieldKind::Docs, order.len() as u32, None, Totals::default());
        let mut field = words(name)?.with_base(&spec.name)?;
        of_words.write(&mut field, &self.words)?;
        segment.add_field(field.finish()?)?;
        if let Some(opening) = opening.and_then(FieldSpec::words) {
            let whole: Vec<u32> = order.iter().map(|&doc| u32::from(tokens.is_whole(doc))).collect();
            let mut field = words(opening)?.as_opening(name, &whole)?;
            let stored = tokens.invert_openings(order, self.term_of.len());
            stored.write_openings(&of_words, &whole, &mut field, &self.words)?;
            segment.add_field(field.finish()?)?;
        }
        Ok(forms)
    }

    fn forget_many(&mut self) {
        if self.words.memory() + self.terms.memory() > MOST_TERMS {
            self.words.clear();
            self.terms.clear();
            self.term_of.clear();
        }
    }
}

/// Writes a field of terms with positions: those of the tokens, which are numbers of `known`.
pub(super) fn write_terms(
    tokens: &Tokens,
    terms: &Terms,
    known: &Analyzer,
    name: &str,
    order: &[u32],
    folder: &Path,
    segment: &mut SegmentWriter,
) -> Result<()> {
    let mut field = text_field(folder, name, order, |doc| tokens.len(doc))?;
    terms.write(&mut field, known)?;
    segment.add_field(field.finish()?)
}

/// Starts a text field of a run, given the length of each document as it came.
fn text_field(folder: &Path, name: &str, order: &[u32], length: impl Fn(u32) -> u32) -> Result<FieldWriter> {
    let exact: Vec<u32> = order.iter().map(|&doc| length(doc)).collect();
    let (totals, lengths) = (Totals::of(exact.iter().copied()), Arc::<[u8]>::from(length_bytes(&exact)));
    let lengths = Some(lengths).filter(|_| totals.sum > 0);
    Ok(FieldWriter::new(folder, name, FieldKind::Text, order.len() as u32, lengths, totals)?.as_draft())
}

/// Returns the number of bytes of an opening of a text.
fn opening_length(text: Value, opening: Value) -> Result<usize> {
    match (text, opening) {
        (_, Value::None) => Ok(0),
        (Value::Text(text), Value::Text(opening)) if text.starts_with(opening) => Ok(opening.len()),
        _ => Err(Error::invalid("an opening is not the beginning of its text")),
    }
}
