//! Building segments from documents, and merging them.
//!
//! ```text
//! documents ─┐            ┌─ worker: analyse, invert ─> runs ─┐
//!            ├─> batches ─┤                                   ├─ merge ─> one segment, in date order
//! lines ─────┘            └─ worker: analyse, invert ─> runs ─┘
//! ```
//!
//! Every worker has an inverter of its own: nothing is shared but the dictionaries of the stores. When a worker's share
//! of the memory is used up it writes its documents as a segment, a *run*, into a temporary folder; at the end all runs
//! are merged. So memory does not depend on the size of the input.

mod credits;
mod exact;
mod inverter;
mod json;
mod merge;
mod places;
mod records;
mod spec;
mod stems;
mod tokens;
mod worker;

#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use crate::error::{Error, Result};
use crate::segment::Segment;

use inverter::Inverter;
use records::SharedDictionary;
use worker::{Job, Worker, WorkerReport};

pub use json::LineSource;
pub use merge::{Deleted, Source, merge};
pub use spec::{Document, FieldSpec, InputKind, Order, Spec, Value};
pub use worker::{OwnedDocument, OwnedValue};

/// The column of a run that says in what order its documents came; it does not survive merging.
pub(crate) const SEQUENCE: &str = "\0sequence";

/// Bytes of lines handed to a worker at a time.
const PIECE: usize = 1 << 20;

/// How a build runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Bytes of memory for documents on their way, about.
    pub memory: usize,
    /// Worker threads.
    pub threads: usize,
    /// The zstd level of stored records.
    pub level: i32,
    /// Whether the segment is on the disk when `finish` returns.
    pub sync: bool,
}

impl Default for Settings {
    fn default() -> Self {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        Settings { memory: 512 << 20, threads, level: 3, sync: true }
    }
}

/// What became of the documents of a build.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Documents in the segment. Of several with one id only the latest is there.
    pub documents: u32,
    /// Documents and lines taken in, but for blank lines: more than the others together where ids repeat.
    pub taken: u64,
    /// Lines that are not articles: source (as numbered by the calls of `add_lines`, from 0), line, reason.
    pub skipped: Vec<(u32, u64, String)>,
    /// Lines whose date only Python can read: source and line.
    pub deferred: Vec<(u32, u64)>,
}

/// Builds one segment.
///
/// A builder that is dropped without `finish` leaves nothing behind. After an error it is of no more use.
#[derive(Debug)]
pub struct Builder {
    spec: Arc<Spec>,
    settings: Settings,
    /// Holds the runs; goes with the builder.
    _folder: tempfile::TempDir,
    jobs: Option<SyncSender<Job>>,
    workers: Vec<JoinHandle<Result<WorkerReport>>>,
    sequence: u64,
    sources: u32,
    done: Arc<AtomicU64>,
}

impl Builder {
    /// Starts the workers. Temporary files lie in a folder inside `folder`.
    pub fn new(spec: Spec, folder: &Path, settings: Settings) -> Result<Self> {
        let openings = spec.openings()?;
        let temporary = tempfile::Builder::new().prefix(".build").tempdir_in(folder).map_err(Error::io(folder))?;
        let threads = settings.threads.max(1);
        let (jobs, queue) = sync_channel(2 * threads);
        let (spec, queue) = (Arc::new(spec), Arc::new(Mutex::new(queue)));
        let dictionaries: Arc<Vec<_>> = Arc::new(spec.stores.iter().map(|_| SharedDictionary::default()).collect());
        let done = Arc::new(AtomicU64::new(0));
        let workers = (0..threads).map(|number| {
            let runs = temporary.path().join(number.to_string());
            let (budget, level) = (settings.memory / threads, settings.level);
            let inverter = Inverter::new(spec.clone(), openings.clone(), dictionaries.clone(), level);
            let worker = Worker::new(spec.clone(), inverter, budget, runs, done.clone());
            let queue = queue.clone();
            std::thread::spawn(move || worker.run(&queue))
        });
        let workers = workers.collect();
        Ok(Builder { spec, settings, _folder: temporary, jobs: Some(jobs), workers, sequence: 0, sources: 0, done })
    }

    /// Returns how many documents have been taken in so far.
    pub fn documents(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }

    /// Adds documents; returns when a worker is free to take them.
    pub fn add(&mut self, documents: Vec<OwnedDocument>) -> Result<()> {
        let first = self.sequence;
        self.sequence += documents.len() as u64;
        self.send(Job::Documents { documents, first })
    }

    /// Adds the articles of a file of JSON Lines, see [`LineSource`]; returns when all lines are with the workers.
    pub fn add_lines(&mut self, path: &Path, source: LineSource) -> Result<()> {
        let mut file = File::open(path).map_err(Error::io(path))?;
        let (source, number) = (Arc::new(source), self.sources);
        self.sources += 1;
        let (mut rest, mut first_line) = (Vec::new(), 1);
        loop {
            let mut bytes = std::mem::take(&mut rest);
            let read = file.by_ref().take(PIECE as u64).read_to_end(&mut bytes).map_err(Error::io(path))?;
            let end = if read == 0 { bytes.len() } else { memchr::memrchr(b'\n', &bytes).map_or(0, |at| at + 1) };
            rest.extend_from_slice(&bytes[end..]);
            bytes.truncate(end);
            let lines = memchr::memchr_iter(b'\n', &bytes).count() as u64;
            if !bytes.is_empty() {
                let first = self.sequence;
                self.sequence += lines + 1;
                self.send(Job::Lines { bytes, first_line, first, number, source: source.clone() })?;
            }
            first_line += lines;
            if read == 0 {
                return Ok(());
            }
        }
    }

    /// Ends the input and writes the segment at `path`.
    pub fn finish(mut self, path: &Path) -> Result<Report> {
        self.jobs = None;
        let mut report = Report::default();
        let mut sources = Vec::new();
        for worker in std::mem::take(&mut self.workers) {
            let part = worker.join().map_err(|_| Error::invalid("a worker thread panicked"))??;
            report.skipped.extend(part.skipped);
            report.deferred.extend(part.deferred);
            for run in part.runs {
                sources.push(Source { segment: Arc::new(Segment::open(&run)?), deleted: Deleted::default() });
            }
        }
        report.taken = self.done.load(Ordering::Relaxed);
        report.skipped.sort_unstable();
        report.deferred.sort_unstable();
        let Settings { threads, sync, .. } = self.settings;
        report.documents = merge(&sources, &self.spec.order(), path, threads, sync)?;
        Ok(report)
    }

    fn send(&mut self, job: Job) -> Result<()> {
        let sent = self.jobs.as_ref().map(|jobs| jobs.send(job));
        if matches!(sent, Some(Ok(()))) {
            return Ok(());
        }
        self.jobs = None;
        for worker in std::mem::take(&mut self.workers) {
            worker.join().map_err(|_| Error::invalid("a worker thread panicked"))??;
        }
        Err(Error::invalid("the build has failed before"))
    }
}

impl Drop for Builder {
    fn drop(&mut self) {
        self.jobs = None;
        for worker in std::mem::take(&mut self.workers) {
            let _ = worker.join(); // before the folder goes that they write to
        }
    }
}
