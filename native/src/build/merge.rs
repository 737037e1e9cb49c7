//! Several segments into one.
//!
//! The documents of the sources are interleaved by date and id; deleted ones are left out. Terms, postings and records
//! stream from the sources into the new file: memory holds the new number of every document and little else.

mod docs;
mod fields;
mod opening;
mod rest;
mod values;
mod words;

use std::path::Path;
use std::sync::{Arc, Mutex};

use crate::error::{Error, Result};
use crate::segment::{Segment, SegmentWriter};

use super::spec::Order;
pub use docs::Deleted;
use docs::DocMap;

/// A segment to be merged.
#[derive(Debug, Clone)]
pub struct Source {
    /// The segment.
    pub segment: Arc<Segment>,
    /// Its deleted documents.
    pub deleted: Deleted,
}

/// Merges segments into one at `path` and returns the number of its documents.
///
/// Each source must have its documents in `order`; with an empty order the documents of a later source come after those
/// of an earlier. Fields of one name must be of one kind. Blobs are not merged: only the caller knows what they mean.
pub fn merge(sources: &[Source], order: &Order, path: &Path, threads: usize, sync: bool) -> Result<u32> {
    let docs = DocMap::new(sources, order)?;
    let mut writer = SegmentWriter::create(path, docs.len())?;
    let folder = writer.folder().to_owned();
    // The stores are copied into the file while other threads merge the fields.
    let fields = run(
        &fields_by_size(sources),
        threads,
        |name| fields::merge(sources, &docs, name, &folder),
        || rest::stores(sources, &docs, &mut writer),
    )?;
    fields.into_iter().try_for_each(|field| writer.add_field(field))?;
    rest::columns(sources, &docs, &mut writer)?;
    writer.finish(sync)?;
    Ok(docs.len())
}

/// Returns the names of the fields of the sources, each once, the largest first so that threads end together.
fn fields_by_size(sources: &[Source]) -> Vec<&str> {
    let mut sizes: Vec<(usize, &str)> = Vec::new();
    for field in sources.iter().flat_map(|source| source.segment.fields()) {
        match sizes.iter_mut().find(|(_, name)| *name == field.name()) {
            Some((total, _)) => *total += field.size(),
            None => sizes.push((field.size(), field.name())),
        }
    }
    sizes.sort_by_key(|(size, _)| std::cmp::Reverse(*size));
    sizes.into_iter().map(|(_, name)| name).collect()
}

/// Runs the tasks on threads, and `meanwhile` on this one, and returns their results in the tasks' order.
fn run<T: Sync, R: Send>(
    tasks: &[T],
    threads: usize,
    work: impl Fn(&T) -> Result<R> + Sync,
    meanwhile: impl FnOnce() -> Result<()>,
) -> Result<Vec<R>> {
    let next = Mutex::new(tasks.iter().enumerate());
    let results = Mutex::new(Vec::new());
    let broken = || Error::invalid("a worker thread panicked");
    std::thread::scope(|scope| {
        let worker = || -> Result<()> {
            loop {
                let Some((index, task)) = next.lock().map_err(|_| broken())?.next() else { return Ok(()) };
                let result = work(task)?;
                results.lock().map_err(|_| broken())?.push((index, result));
            }
        };
        let handles: Vec<_> = (0..threads.clamp(1, tasks.len().max(1))).map(|_| scope.spawn(worker)).collect();
        let done = meanwhile();
        handles.into_iter().try_for_each(|handle| handle.join().map_err(|_| broken())?)?;
        done
    })?;
    let mut results = results.into_inner().map_err(|_| broken())?;
    results.sort_by_key(|(index, _)| *index);
    Ok(results.into_iter().map(|(_, result)| result).collect())
}
