//! Merging columns and stores.

use crate::build::SEQUENCE;
use crate::error::{Error, Result};
use crate::segment::{BytesColumn, Compressor, SegmentWriter};

use super::Source;
use super::docs::DocMap;
use super::values::number;

/// The level at which records are compressed again that come with another dictionary.
const LEVEL: i32 = 3;

/// Merges all columns but the order in which the documents of a build came.
pub(super) fn columns(sources: &[Source], docs: &DocMap, writer: &mut SegmentWriter) -> Result<()> {
    let mut done: Vec<&str> = vec![SEQUENCE];
    for source in sources {
        for (name, is_int) in source.segment.columns() {
            if !done.contains(&name) {
                done.push(name);
                if is_int { ints(sources, docs, name, writer)? } else { bytes(sources, docs, name, writer)? }
            }
        }
    }
    Ok(())
}

fn ints(sources: &[Source], docs: &DocMap, name: &str, writer: &mut SegmentWriter) -> Result<()> {
    let columns = sources.iter().map(|source| source.segment.int_column(name)).collect::<Result<Vec<_>>>()?;
    let value = |&(source, doc): &(u32, u32)| columns[source as usize].map_or(0, |column| column.get(doc));
    writer.add_ints(name, &docs.old.iter().map(value).collect::<Vec<_>>())
}

/// Merges the values of the sources in their order. Values of deleted documents only are left out.
fn bytes(sources: &[Source], docs: &DocMap, name: &str, writer: &mut SegmentWriter) -> Result<()> {
    let columns = sources.iter().map(|source| source.segment.bytes_column(name)).collect::<Result<Vec<_>>>()?;
    let ordinal = |&(source, doc): &(u32, u32)| {
        let ordinal = columns[source as usize].map_or(0, |column| column.ordinals().get(doc));
        (source as usize, ordinal as usize)
    };
    // First 1 for what is used, then its new ordinal.
    let ordinals = |column: &Option<BytesColumn>| column.map_or(1, |column| column.value_count() as usize + 1);
    let mut new: Vec<Vec<u32>> = columns.iter().map(|column| vec![0; ordinals(column)]).collect();
    for (source, ordinal) in docs.old.iter().map(ordinal) {
        *new[source].get_mut(ordinal).ok_or_else(|| Error::invalid(format!("{name}: an ordinal has no value")))? = 1;
    }
    let terms = columns.iter().flatten().all(BytesColumn::has_terms);
    let distinct = number(&columns, &mut new, !terms)?;
    let merged: Vec<u32> = docs.old.iter().map(ordinal).map(|(source, ordinal)| new[source][ordinal]).collect();
    if terms { writer.add_term_ordinals(name, &merged) } else { writer.add_ordinals(name, &distinct, &merged) }
}

/// Merges all stores.
pub(super) fn stores(sources: &[Source], docs: &DocMap, writer: &mut SegmentWriter) -> Result<()> {
    let mut done: Vec<&str> = Vec::new();
    for name in sources.iter().flat_map(|source| source.segment.stores()) {
        if !done.contains(&name) {
            done.push(name);
            store(sources, docs, name, writer)?;
        }
    }
    Ok(())
}

/// Merges a store: records are copied as they are from sources with the new store's dictionary, which is that of the
/// source with the most documents.
fn store(sources: &[Source], docs: &DocMap, name: &str, writer: &mut SegmentWriter) -> Result<()> {
    let stores: Vec<_> = sources.iter().map(|source| source.segment.store(name)).collect();
    let largest = stores.iter().flatten().max_by_key(|store| store.len());
    let dictionary = largest.map_or(Ok(&[][..]), |store| store.dictionary())?.to_vec();
    let same =
        |store: &Option<&crate::segment::Store>| store.map_or(Ok(true), |store| Ok(store.dictionary()? == dictionary));
    let same = stores.iter().map(same).collect::<Result<Vec<bool>>>()?;
    let mut compressor = Compressor::new(&dictionary, LEVEL);
    let mut merged = writer.begin_store(name, &dictionary)?;
    let mut compressed = Vec::new();
    for &(source, doc) in &docs.old {
        let source = source as usize;
        match stores.get(source).ok_or_else(|| Error::invalid("there is no such source"))? {
            None => merged.add(&[])?,
            Some(store) if same[source] => merged.add(store.compressed(doc)?)?,
            Some(store) => {
                compressed.clear();
                compressor.compress(&store.get(doc)?, &mut compressed)?;
                merged.add(&compressed)?;
            }
        }
    }
    merged.finish()
}
