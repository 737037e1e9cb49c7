//! Merging columns and stores.

use std::path::Path;

use crate::build::SEQUENCE;
use crate::error::{Error, Result};
use crate::segment::{BytesColumn, Compressor, SegmentWriter, StoreWriter};

use super::Source;
use super::docs::DocMap;

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

fn bytes(sources: &[Source], docs: &DocMap, name: &str, writer: &mut SegmentWriter) -> Result<()> {
    let columns = sources.iter().map(|source| source.segment.bytes_column(name)).collect::<Result<Vec<_>>>()?;
    // Values of deleted documents only are left out: they are not seen by a walk over the documents kept.
    let mut used: Vec<Vec<u32>> = columns.iter().map(|column| vec![0; ordinals(column)]).collect();
    let ordinal = |&(source, doc): &(u32, u32)| {
        let ordinal = columns[source as usize].map_or(0, |column| column.ordinals().get(doc));
        (source as usize, ordinal as usize)
    };
    docs.old.iter().map(ordinal).for_each(|(source, ordinal)| used[source][ordinal] = 1);
    let values = |source: usize, ordinal: usize| columns[source].and_then(|column| column.value(ordinal as u32));
    let pairs = used.iter().enumerate().flat_map(|(source, used)| {
        used.iter().enumerate().filter(|(_, used)| **used == 1).filter_map(move |(ordinal, _)| values(source, ordinal))
    });
    let mut distinct: Vec<&[u8]> = pairs.collect();
    distinct.sort_unstable();
    distinct.dedup();
    for (source, new) in used.iter_mut().enumerate() {
        for (ordinal, slot) in new.iter_mut().enumerate() {
            let value = values(source, ordinal);
            *slot = value.map_or(0, |value| distinct.partition_point(|other| *other < value) as u32 + 1);
        }
    }
    let merged: Vec<u32> = docs.old.iter().map(ordinal).map(|(source, ordinal)| used[source][ordinal]).collect();
    writer.add_ordinals(name, &distinct, &merged)
}

fn ordinals(column: &Option<BytesColumn>) -> usize {
    column.map_or(1, |column| column.value_count() as usize + 1)
}

/// Merges a store: records are copied as they are from sources with the new store's dictionary, which is that of the
/// source with the most documents.
pub(super) fn store(sources: &[Source], docs: &DocMap, name: &str, folder: &Path) -> Result<StoreWriter> {
    let stores: Vec<_> = sources.iter().map(|source| source.segment.store(name)).collect();
    let largest = stores.iter().flatten().max_by_key(|store| store.len());
    let dictionary = largest.map_or(Ok(&[][..]), |store| store.dictionary())?.to_vec();
    let same =
        |store: &Option<&crate::segment::Store>| store.map_or(Ok(true), |store| Ok(store.dictionary()? == dictionary));
    let same = stores.iter().map(same).collect::<Result<Vec<bool>>>()?;
    let mut compressor = Compressor::new(&dictionary, LEVEL);
    let mut merged = StoreWriter::new(folder, name, dictionary.clone());
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
    Ok(merged)
}
