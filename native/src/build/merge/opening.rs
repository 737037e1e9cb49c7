//! Merging a field that is the opening of another: what is stored of it, and how much of each text it is.

use crate::error::Result;
use crate::segment::{BuiltField, END, FieldKind, FieldWriter};

use super::fields::{Input, merge_stored, next_term};

/// Returns the field that this one is the opening of; nothing if it is none, or cannot stay one: what a field without
/// positions has in full it may keep, since it then is all of the text nowhere.
pub(super) fn whole_field<'a>(inputs: &[Input<'a>]) -> Option<&'a str> {
    let mut of = inputs.iter().map(|input| (input.field.kind(), input.field.meta().opening_of.as_deref()));
    let is_one = |(kind, of): (FieldKind, Option<&str>)| of.is_some() || kind == FieldKind::Docs;
    if of.clone().all(is_one) { of.find_map(|(_, of)| of) } else { None }
}

/// Merges all parts of the field.
pub(super) fn merge(mut inputs: Vec<Input>, doc_count: u32, of: &str, writer: FieldWriter) -> Result<BuiltField> {
    let mut writer = writer.as_opening(of, &numbers(&inputs, doc_count)?)?;
    let complete = inputs.iter().all(|input| !input.new.contains(&END));
    let (mut term, mut having) = (Vec::new(), Vec::new());
    while next_term(&mut inputs, &mut term, &mut having)? {
        writer.start(&term, false)?;
        merge_stored(&inputs, &having, &mut writer)?;
        let (more, weight) =
            if complete { not_stored(&inputs, &having, &writer) } else { live_not_stored(&inputs, &having)? };
        writer.finish_opening_term(more, weight)?;
    }
    writer.finish()
}

/// Returns the numbers of the merged documents.
fn numbers(inputs: &[Input], doc_count: u32) -> Result<Vec<u32>> {
    let mut merged = vec![0; doc_count as usize];
    for input in inputs {
        let Some(numbers) = input.field.opening_numbers()? else { continue };
        for (doc, &new) in (0..).zip(input.new).filter(|(_, new)| **new != END) {
            merged[new as usize] = numbers.get(doc);
        }
    }
    Ok(merged)
}

/// Returns how many postings of the term are not among those just written, and their weight.
fn not_stored(inputs: &[Input], having: &[usize], writer: &FieldWriter) -> (u32, f64) {
    let ((docs, weight), infos) = (writer.so_far(), having.iter().map(|&at| inputs[at].stream.info()));
    let all = infos.fold((0, 0.0), |(docs, weight), info| (docs + info.doc_frequency, weight + info.total_weight));
    (all.0.saturating_sub(docs), all.1 - weight)
}

/// The same where documents are deleted: those that are left.
fn live_not_stored(inputs: &[Input], having: &[usize]) -> Result<(u32, f64)> {
    let (mut count, mut sum) = (0, 0);
    for input in having.iter().map(|&at| &inputs[at]) {
        input.field.each_not_stored(input.stream.info(), |docs, counts, _| {
            let live = docs.iter().zip(counts).filter(|(doc, _)| input.new[**doc as usize] != END);
            live.for_each(|(_, &frequency)| {
                count += 1;
                sum += u64::from(frequency);
            });
        })?;
    }
    Ok((count, sum as f64))
}
