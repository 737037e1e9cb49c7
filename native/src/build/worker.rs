//! The threads of a build.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex};

use crate::error::{Error, Result};

use super::inverter::Inverter;
use super::json::{LineReader, LineSource, Refusal};
use super::spec::{Document, Spec, Value};

/// A document that owns its values, on its way to a worker.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnedDocument {
    /// A value for each field of the [`Spec`].
    pub values: Vec<OwnedValue>,
    /// A record for each store of the [`Spec`].
    pub records: Vec<Vec<u8>>,
}

/// A value that owns its text, see [`Value`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum OwnedValue {
    /// The document lacks the field.
    #[default]
    None,
    /// The value of any field but a day.
    Text(String),
    /// A day number; 0 is the same as none.
    Day(u32),
}

/// What a worker does at a time. `first` is the sequence number of the first document.
#[derive(Debug)]
pub(super) enum Job {
    Documents { documents: Vec<OwnedDocument>, first: u64 },
    Lines { bytes: Vec<u8>, first_line: u64, first: u64, number: u32, source: Arc<LineSource> },
}

/// What a worker leaves behind.
#[derive(Debug, Default)]
pub(super) struct WorkerReport {
    pub runs: Vec<PathBuf>,
    pub skipped: Vec<(u32, u64, String)>,
    pub deferred: Vec<(u32, u64)>,
}

/// One thread of a build.
pub(super) struct Worker {
    spec: Arc<Spec>,
    inverter: Inverter,
    budget: usize,
    /// The runs' path without its number.
    path: PathBuf,
    done: Arc<AtomicU64>,
    report: WorkerReport,
}

impl Worker {
    pub fn new(spec: Arc<Spec>, inverter: Inverter, budget: usize, path: PathBuf, done: Arc<AtomicU64>) -> Self {
        Worker { spec, inverter, budget, path, done, report: WorkerReport::default() }
    }

    /// Works until there are no more jobs.
    pub fn run(mut self, queue: &Mutex<Receiver<Job>>) -> Result<WorkerReport> {
        loop {
            let job = queue.lock().map_err(|_| Error::invalid("a worker thread panicked"))?.recv();
            match job {
                Ok(Job::Documents { documents, first }) => self.add(&documents, first)?,
                Ok(Job::Lines { bytes, first_line, first, number, source }) => {
                    self.read_lines(&bytes, first_line, first, number, &source)?
                }
                Err(_) => break,
            }
            if self.inverter.memory() > self.budget {
                self.write_run()?;
            }
        }
        if !self.inverter.is_empty() {
            self.write_run()?;
        }
        Ok(self.report)
    }

    fn add(&mut self, documents: &[OwnedDocument], first: u64) -> Result<()> {
        for (document, sequence) in documents.iter().zip(first..) {
            let values: Vec<Value> = document.values.iter().map(OwnedValue::borrow).collect();
            let records: Vec<&[u8]> = document.records.iter().map(Vec::as_slice).collect();
            self.inverter.add(&Document { values: &values, records: &records, sequence })?;
        }
        self.done.fetch_add(documents.len() as u64, Ordering::Relaxed);
        Ok(())
    }

    fn read_lines(
        &mut self,
        bytes: &[u8],
        first_line: u64,
        first: u64,
        number: u32,
        source: &LineSource,
    ) -> Result<()> {
        let mut reader = LineReader::new(&self.spec);
        let mut rest = bytes;
        for index in 0.. {
            if rest.is_empty() {
                break;
            }
            let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
            let (line, at) = (&rest[..end], first_line + index);
            rest = rest.get(end + 1..).unwrap_or_default();
            let inverter = &mut self.inverter;
            let read = reader
                .read(line, at, source, |document| inverter.add(&Document { sequence: first + index, ..*document }));
            match read {
                Ok(added) => added?,
                Err(Refusal::Blank) => continue,
                Err(Refusal::Deferred) => self.report.deferred.push((number, at)),
                Err(Refusal::Bad(reason)) => self.report.skipped.push((number, at, reason)),
            }
            self.done.fetch_add(1, Ordering::Relaxed);
        }
        Ok(())
    }

    fn write_run(&mut self) -> Result<()> {
        let path = self.path.with_extension(self.report.runs.len().to_string());
        self.inverter.write(&path)?;
        self.report.runs.push(path);
        Ok(())
    }
}

impl OwnedValue {
    fn borrow(&self) -> Value<'_> {
        match self {
            OwnedValue::None => Value::None,
            OwnedValue::Text(text) => Value::Text(text),
            OwnedValue::Day(day) => Value::Day(*day),
        }
    }
}
