//! Several segments into one.
//!
//! The documents of the sources are interleaved by date and id; deleted ones are left out. Terms, postings and records
//! stream from the sources into the new file: memory holds the new number of every document and little else.

mod docs;
mod fields;
mod rest;
mod values;
mod words;

use std::path::Path;
use std::sync::{Arc, Mutex};

use crate::error::{Error, Result};
use crate::segment::{BuiltField, Segment, SegmentWriter, StoreWriter};

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

/// A part of the new segment, ready to be put into it.
enum Part {
    Field(Box<BuiltField>),
    Store(StoreWriter),
}

/// What one thread does at a time.
#[derive(Debug, Clone)]
enum Task {
    Field(String),
    Store(String),
}

/// Merges segments into one at `path` and returns the number of its documents.
///
/// Each source must have its documents in `order`; with an empty order the documents of a later source come after those
/// of an earlier. Fields of one name must be of one kind. Blobs are not merged: only the caller knows what they mean.
pub fn merge(sources: &[Source], order: &Order, path: &Path, threads: usize, sync: bool) -> Result<u32> {
    let docs = DocMap::new(sources, order)?;
    let mut writer = SegmentWriter::create(path, docs.len())?;
    let tasks = tasks(sources);
    let parts = run(&tasks, threads, |task| match task {
        Task::Field(name) => {
            fields::merge(sources, &docs, name, writer.folder()).map(|field| Part::Field(field.into()))
        }
        Task::Store(name) => rest::store(sources, &docs, name, writer.folder()).map(Part::Store),
    })?;
    for part in parts {
        match part {
            Part::Field(field) => writer.add_field(*field)?,
            Part::Store(store) => writer.add_store(store)?,
        }
    }
    rest::columns(sources, &docs, &mut writer)?;
    writer.finish(sync)?;
    Ok(docs.len())
}

/// Returns the fields and stores of the sources, each once, the largest first so that threads end together.
fn tasks(sources: &[Source]) -> Vec<Task> {
    let mut tasks: Vec<(usize, Task)> = Vec::new();
    let mut add = |size: usize, task: Task, same: &dyn Fn(&Task) -> bool| match tasks.iter_mut().find(|t| same(&t.1)) {
        Some((total, _)) => *total += size,
        None => tasks.push((size, task)),
    };
    for source in sources {
        for field in source.segment.fields() {
            let same = |task: &Task| matches!(task, Task::Field(name) if name == field.name());
            add(field.size(), Task::Field(field.name().to_owned()), &same);
        }
        for name in source.segment.stores() {
            let size = source.segment.store(name).map_or(0, |store| store.size() / 4); // copied, not merged
            add(size, Task::Store(name.to_owned()), &|task| matches!(task, Task::Store(other) if other == name));
        }
    }
    tasks.sort_by_key(|(size, _)| std::cmp::Reverse(*size));
    tasks.into_iter().map(|(_, task)| task).collect()
}

/// Runs the tasks on threads and returns their results in the tasks' order.
fn run<T: Sync, R: Send>(tasks: &[T], threads: usize, work: impl Fn(&T) -> Result<R> + Sync) -> Result<Vec<R>> {
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
        handles.into_iter().try_for_each(|handle| handle.join().map_err(|_| broken())?)
    })?;
    let mut results = results.into_inner().map_err(|_| broken())?;
    results.sort_by_key(|(index, _)| *index);
    Ok(results.into_iter().map(|(_, result)| result).collect())
}
