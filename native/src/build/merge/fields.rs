//! Merging a field: its terms, postings, positions and lengths.

use std::path::Path;
use std::sync::Arc;

use crate::error::{Error, Result};
use crate::segment::length::byte_to_length;
use crate::segment::{BuiltField, END, Field, FieldKind, FieldWriter, Postings, TermStream, Totals, Weights};

use super::Source;
use super::docs::DocMap;
use super::{opening, words};

/// A source's part of the field.
pub(super) struct Input<'a> {
    pub field: &'a Field,
    /// The new number of each document.
    pub new: &'a [u32],
    pub stream: TermStream<'a>,
    /// Whether the stream is at a term.
    pub live: bool,
}

/// Merges one field of all sources that have it.
pub(super) fn merge(sources: &[Source], docs: &DocMap, name: &str, folder: &Path) -> Result<BuiltField> {
    let mut inputs = inputs(sources, docs, name)?;
    let kind = kind(&inputs, name)?;
    let (lengths, totals) = lengths(&inputs, docs)?;
    let mut writer = FieldWriter::new(folder, name, kind, docs.len(), lengths, totals)?;
    if let Some(of) = opening::whole_field(&inputs) {
        return opening::merge(inputs, docs.len(), of, writer);
    }
    if let Some(base) = inputs.iter().find_map(|input| input.field.meta().base.as_ref()) {
        return words::merge(sources, docs, name, base, writer);
    }
    let (mut having, mut term) = (Vec::new(), Vec::new());
    while next_term(&mut inputs, &mut term, &mut having)? {
        merge_term(&inputs, &having, &term, kind, &mut writer)?;
    }
    writer.finish()
}

/// Moves the inputs that have the current term on, then finds the next: the term, and the inputs that have it. Tells
/// whether there is one.
pub(super) fn next_term(inputs: &mut [Input], term: &mut Vec<u8>, having: &mut Vec<usize>) -> Result<bool> {
    for &at in &*having {
        inputs[at].live = inputs[at].stream.advance()?;
    }
    let Some(first) = inputs.iter().filter(|input| input.live).map(|input| input.stream.term()).min() else {
        return Ok(false);
    };
    term.clear();
    term.extend_from_slice(first);
    having.clear();
    having.extend((0..inputs.len()).filter(|&at| inputs[at].live && inputs[at].stream.term() == *term));
    Ok(true)
}

pub(super) fn inputs<'a>(sources: &'a [Source], docs: &'a DocMap, name: &str) -> Result<Vec<Input<'a>>> {
    let mut inputs = Vec::new();
    for (source, new) in sources.iter().zip(&docs.new) {
        if let Some(field) = source.segment.field(name) {
            let mut stream = field.terms()?.iter()?;
            let live = stream.advance()?;
            inputs.push(Input { field, new, stream, live });
        }
    }
    Ok(inputs)
}

fn kind(inputs: &[Input], name: &str) -> Result<FieldKind> {
    let kind = inputs.first().map_or(FieldKind::Docs, |input| input.field.kind());
    if inputs.iter().all(|input| input.field.kind() == kind) {
        return Ok(kind);
    }
    Err(Error::invalid(format!("field {name} is of different kinds in the segments")))
}

/// Returns the length bytes and the totals. They stay exact unless documents were deleted, whose exact lengths nobody
/// knows any more: then the totals are those of the length bytes.
fn lengths(inputs: &[Input], docs: &DocMap) -> Result<(Option<Arc<[u8]>>, Totals)> {
    if inputs.iter().all(|input| !input.field.meta().has_lengths) {
        return Ok((None, Totals::default()));
    }
    let mut all = vec![0; docs.len() as usize];
    for input in inputs {
        for (&new, &length) in input.new.iter().zip(input.field.lengths()?) {
            if new != END {
                all[new as usize] = length;
            }
        }
    }
    if all.iter().all(|&length| length == 0) {
        return Ok((None, Totals::default())); // no document has the field
    }
    let complete = inputs.iter().all(|input| !input.new.contains(&END));
    let totals = if complete { sum(inputs, docs) } else { Totals::of(all.iter().map(|&byte| byte_to_length(byte))) };
    Ok((Some(all.into()), totals))
}

fn sum(inputs: &[Input], docs: &DocMap) -> Totals {
    let totals: Vec<Totals> = inputs.iter().map(|input| input.field.totals()).collect();
    let missing = inputs.iter().map(|input| input.new.len()).sum::<usize>() < docs.old.len();
    let mins = totals.iter().map(|totals| totals.min).chain(missing.then_some(0));
    Totals {
        sum: totals.iter().map(|totals| totals.sum).sum(),
        min: mins.min().unwrap_or(0),
        max: totals.iter().map(|totals| totals.max).max().unwrap_or(0),
    }
}

fn merge_term(
    inputs: &[Input],
    having: &[usize],
    term: &[u8],
    kind: FieldKind,
    writer: &mut FieldWriter,
) -> Result<()> {
    let floats = having.iter().any(|&at| inputs[at].stream.info().floats);
    writer.start(term, floats)?;
    if kind == FieldKind::Values || floats {
        merge_values(inputs, having, floats, writer)?;
    } else {
        let put_together = |&at: &usize| inputs[at].field.put_together(inputs[at].stream.info());
        let fields = having.iter().map(put_together).collect::<Result<Vec<_>>>()?;
        let lists = having.iter().zip(&fields).map(|(&at, field)| match field {
            Some(field) => Blocks::alone(field, inputs[at].new),
            None => Blocks::open(&inputs[at]),
        });
        merge_counts(lists.filter_map(Result::transpose).collect::<Result<_>>()?, writer)?;
    }
    writer.finish_term()
}

/// Merges the lists that are stored of a term with frequencies.
pub(super) fn merge_stored(inputs: &[Input], having: &[usize], writer: &mut FieldWriter) -> Result<()> {
    let lists = having.iter().filter_map(|&at| Blocks::open(&inputs[at]).transpose());
    merge_counts(lists.collect::<Result<_>>()?, writer)
}

/// The blocks of a list of frequencies, with the new numbers of their documents.
struct Blocks<'a> {
    postings: Postings<'a>,
    new: &'a [u32],
    block: usize,
    docs: Vec<u32>,
    counts: Vec<u32>,
    gaps: Vec<u32>,
    at: usize,
    gap: usize,
}

impl<'a> Blocks<'a> {
    fn open(input: &Input<'a>) -> Result<Option<Self>> {
        let Some(postings) = input.field.stored_postings(input.stream.info())? else { return Ok(None) };
        Blocks::new(postings, input.new).map(Some)
    }

    /// Opens the list of a field that has no other.
    fn alone(field: &'a Field, new: &'a [u32]) -> Result<Option<Self>> {
        let info = field.terms()?.at(0)?;
        info.map(|info| Blocks::new(field.postings(&info)?, new)).transpose()
    }

    fn new(postings: Postings<'a>, new: &'a [u32]) -> Result<Self> {
        let (docs, counts, gaps) = Default::default();
        let mut blocks = Blocks { postings, new, block: 0, docs, counts, gaps, at: 0, gap: 0 };
        blocks.load()?;
        blocks.skip_deleted()?;
        Ok(blocks)
    }

    /// Reads the current block, or ends if there is none.
    fn load(&mut self) -> Result<()> {
        (self.at, self.gap) = (0, 0);
        self.docs.clear();
        self.gaps.clear();
        if self.block >= self.postings.block_count() {
            return Ok(());
        }
        self.postings.go_to_block(self.block)?;
        self.docs.extend(self.postings.docs().iter().map(|&doc| self.new[doc as usize]));
        self.counts.clear();
        if let Weights::Counts(counts) = self.postings.weights()? {
            self.counts.extend_from_slice(counts);
        }
        self.postings.gaps(&mut self.gaps)
    }

    fn doc(&self) -> Option<u32> {
        self.docs.get(self.at).copied()
    }

    /// Leaves out deleted documents.
    fn skip_deleted(&mut self) -> Result<()> {
        while self.doc() == Some(END) {
            self.pass(1)?;
        }
        Ok(())
    }

    /// Moves past `count` postings of the block.
    fn pass(&mut self, count: usize) -> Result<()> {
        self.gap += self.gaps_of(count);
        self.at += count;
        if self.at == self.docs.len() {
            self.block += 1;
            self.load()?;
        }
        Ok(())
    }

    /// Returns how many gaps the next `count` postings have.
    fn gaps_of(&self, count: usize) -> usize {
        let counts = &self.counts[self.at..self.at + count];
        if self.gaps.is_empty() { 0 } else { counts.iter().map(|&count| count as usize).sum() }
    }

    /// Writes postings up to the first whose document is `limit` or later.
    fn write_below(&mut self, limit: u32, writer: &mut FieldWriter) -> Result<()> {
        while self.doc().is_some_and(|doc| doc < limit) {
            let docs = &self.docs[self.at..];
            let docs = &docs[..docs.iter().position(|&doc| doc >= limit).unwrap_or(docs.len())];
            let gaps = self.gaps.get(self.gap..self.gap + self.gaps_of(docs.len()));
            let gaps = gaps.ok_or_else(|| Error::invalid("a posting has fewer positions than its frequency"))?;
            let count = docs.len();
            writer.add_many(docs, &self.counts[self.at..self.at + count], gaps)?;
            self.pass(count)?;
            self.skip_deleted()?;
        }
        Ok(())
    }
}

fn merge_counts(mut lists: Vec<Blocks>, writer: &mut FieldWriter) -> Result<()> {
    loop {
        lists.retain(|list| list.doc().is_some());
        let next = |list: &Blocks| list.doc().unwrap_or(END);
        let Some(first) = (0..lists.len()).min_by_key(|&at| next(&lists[at])) else { return Ok(()) };
        let others = lists.iter().enumerate().filter(|(at, _)| *at != first);
        let limit = others.map(|(_, list)| next(list)).min().unwrap_or(END);
        lists[first].write_below(limit, writer)?;
    }
}

fn merge_values(inputs: &[Input], having: &[usize], floats: bool, writer: &mut FieldWriter) -> Result<()> {
    let open = |&at: &usize| Ok((inputs[at].field.postings(inputs[at].stream.info())?, inputs[at].new));
    let mut lists = having.iter().map(open).collect::<Result<Vec<(Postings, &[u32])>>>()?;
    loop {
        for (postings, new) in &mut lists {
            while postings.doc() != END && new[postings.doc() as usize] == END {
                postings.advance()?;
            }
        }
        lists.retain(|(postings, _)| postings.doc() != END);
        let next = lists.iter_mut().min_by_key(|(postings, new)| new[postings.doc() as usize]);
        let Some((postings, new)) = next else { return Ok(()) };
        let (doc, weight, value) = (new[postings.doc() as usize], postings.weight()?, postings.value()?);
        if floats {
            writer.add_weighted(doc, weight, value)?
        } else {
            writer.add_value(doc, weight as u32, value)?
        }
        postings.advance()?;
    }
}
