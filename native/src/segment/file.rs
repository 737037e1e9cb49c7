//! Writing a segment file, section by section.

use std::fs::File;
use std::io::{BufWriter, Seek, Write};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

use super::column::{self, ValuesWriter};
use super::layout::{ALIGNMENT, CHUNK, Entry, HEADER, Header, Kind, encode_table};
use super::list::BuiltField;
use super::schema::{ColumnKind, ColumnMeta, Schema};
use super::spool::Spool;
use super::store::{StoreWriter, encode_offsets};

/// Writes a segment: fields, columns, stores and blobs in any order, then [`SegmentWriter::finish`].
///
/// The file is not a segment before `finish` has returned; a writer that is dropped leaves an unreadable file.
#[derive(Debug)]
pub struct SegmentWriter {
    path: PathBuf,
    out: BufWriter<File>,
    doc_count: u32,
    schema: Schema,
    entries: Vec<Entry>,
    crcs: Vec<u32>,
    at: u64,
}

/// The section being written.
struct Sink<'w> {
    writer: &'w mut SegmentWriter,
    crc: u32,
    in_chunk: usize,
}

impl SegmentWriter {
    /// Creates the file at `path`, replacing one that is there, for `doc_count` documents.
    pub fn create(path: &Path, doc_count: u32) -> Result<Self> {
        if doc_count == u32::MAX {
            return Err(Error::invalid("a segment holds at most 4,294,967,294 documents"));
        }
        let file = File::create(path).map_err(Error::io(path))?;
        let mut writer = SegmentWriter {
            path: path.to_owned(),
            out: BufWriter::with_capacity(1 << 18, file),
            doc_count,
            schema: Schema::default(),
            entries: Vec::new(),
            crcs: Vec::new(),
            at: 0,
        };
        writer.raw(&[0; HEADER])?;
        Ok(writer)
    }

    /// Returns the folder of the file, where temporary files may lie.
    pub fn folder(&self) -> &Path {
        self.path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
    }

    /// Adds a field.
    pub fn add_field(&mut self, field: BuiltField) -> Result<()> {
        let id = self.schema.fields.len() as u32;
        self.spooled(Kind::Terms, id, field.terms)?;
        self.spooled(Kind::Postings, id, field.postings)?;
        self.spooled(Kind::Directory, id, field.directory)?;
        if field.meta.kind.has_extras() {
            self.spooled(Kind::Extras, id, field.extras)?;
        }
        if let Some(lengths) = &field.lengths {
            self.section(Kind::Lengths, id, lengths)?;
        }
        if let Some(opening) = &field.opening {
            self.section(Kind::Opening, id, opening)?;
        }
        self.schema.fields.push(field.meta);
        Ok(())
    }

    /// Adds a column of integers, one a document.
    pub fn add_ints(&mut self, name: &str, values: &[i64]) -> Result<()> {
        self.check_count(name, values.len())?;
        self.add_column(name, ColumnKind::Int, &column::encode_ints(values))
    }

    /// Adds a column of byte strings, one a document or none.
    pub fn add_bytes<V: AsRef<[u8]>>(&mut self, name: &str, values: &[Option<V>]) -> Result<()> {
        self.check_count(name, values.len())?;
        self.add_column(name, ColumnKind::Bytes, &column::encode_bytes(values)?)
    }

    /// Adds a column of byte strings given by the distinct ones and an ordinal a document (0 for none).
    pub fn add_ordinals(&mut self, name: &str, distinct: &ValuesWriter, ordinals: &[u32]) -> Result<()> {
        self.check_count(name, ordinals.len())?;
        self.add_column(name, ColumnKind::Bytes, &distinct.encode(ordinals))
    }

    /// Adds a column of byte strings that are the terms of the field of this name, which has been added before.
    pub fn add_term_ordinals(&mut self, name: &str, ordinals: &[u32]) -> Result<()> {
        self.check_count(name, ordinals.len())?;
        let field = self.schema.fields.iter().find(|field| field.name == name);
        let terms =
            field.map(|field| field.terms).ok_or_else(|| Error::invalid(format!("there is no field {name}")))?;
        self.add_column(name, ColumnKind::Bytes, &column::encode_terms(terms, ordinals))
    }

    /// Adds a store, which must have a record for every document.
    pub fn add_store(&mut self, store: StoreWriter) -> Result<()> {
        self.check_count(&store.name, store.count())?;
        let id = self.schema.stores.len() as u32;
        let offsets = store.offsets()?;
        self.spooled(Kind::Store, id, store.records)?;
        self.section(Kind::StoreOffsets, id, &offsets)?;
        self.section(Kind::StoreDictionary, id, &store.dictionary)?;
        self.schema.stores.push(store.name);
        Ok(())
    }

    /// Starts a store whose records, compressed with `dictionary`, go straight into the file.
    pub fn begin_store(&mut self, name: &str, dictionary: &[u8]) -> Result<StoreSink<'_>> {
        let id = self.schema.stores.len() as u32;
        let sink = self.begin(Kind::Store, id)?;
        Ok(StoreSink { sink, id, name: name.to_owned(), dictionary: dictionary.to_owned(), starts: vec![0] })
    }

    /// Adds bytes under a name.
    pub fn add_blob(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let id = self.schema.blobs.len() as u32;
        self.section(Kind::Blob, id, bytes)?;
        self.schema.blobs.push(name.to_owned());
        Ok(())
    }

    /// Writes what is left, and to the disk if `sync` says so; only now the file is a segment. Returns its size.
    pub fn finish(mut self, sync: bool) -> Result<u64> {
        let schema = self.schema.encode();
        self.section(Kind::Schema, 0, &schema)?;
        self.pad()?;
        let table = encode_table(&self.entries, &self.crcs);
        let header = Header {
            doc_count: self.doc_count,
            section_count: self.entries.len() as u32,
            table_offset: self.at,
            table_length: table.len() as u64,
            table_crc: crc32c::crc32c(&table),
        };
        self.raw(&table)?;
        self.out.rewind().map_err(Error::io(&self.path))?;
        let size = self.at;
        self.raw(&header.encode())?;
        self.out.flush().map_err(Error::io(&self.path))?;
        if sync {
            self.out.get_ref().sync_all().map_err(Error::io(&self.path))?;
        }
        Ok(size)
    }

    fn add_column(&mut self, name: &str, kind: ColumnKind, bytes: &[u8]) -> Result<()> {
        self.section(Kind::Column, self.schema.columns.len() as u32, bytes)?;
        self.schema.columns.push(ColumnMeta { name: name.to_owned(), kind });
        Ok(())
    }

    fn check_count(&self, name: &str, count: usize) -> Result<()> {
        if count == self.doc_count as usize {
            return Ok(());
        }
        Err(Error::invalid(format!("{name}: {count} values for {} documents", self.doc_count)))
    }

    fn section(&mut self, kind: Kind, id: u32, bytes: &[u8]) -> Result<()> {
        let mut sink = self.begin(kind, id)?;
        sink.write(bytes)?;
        sink.end();
        Ok(())
    }

    fn spooled(&mut self, kind: Kind, id: u32, spool: Spool) -> Result<()> {
        let mut sink = self.begin(kind, id)?;
        spool.drain(|bytes| sink.write(bytes))?;
        sink.end();
        Ok(())
    }

    fn begin(&mut self, kind: Kind, id: u32) -> Result<Sink<'_>> {
        self.pad()?;
        self.entries.push(Entry { kind, id, offset: self.at, length: 0 });
        Ok(Sink { writer: self, crc: 0, in_chunk: 0 })
    }

    fn pad(&mut self) -> Result<()> {
        let padding = self.at.next_multiple_of(ALIGNMENT) - self.at;
        self.raw(&[0; ALIGNMENT as usize][..padding as usize])
    }

    fn raw(&mut self, bytes: &[u8]) -> Result<()> {
        self.at += bytes.len() as u64;
        self.out.write_all(bytes).map_err(Error::io(&self.path))
    }
}

/// A store on its way into the file. Without [`StoreSink::finish`] the file is of no use.
pub struct StoreSink<'w> {
    sink: Sink<'w>,
    id: u32,
    name: String,
    dictionary: Vec<u8>,
    /// Where each record starts, and where the last ends.
    starts: Vec<u64>,
}

impl StoreSink<'_> {
    /// Adds the next document's record, already compressed.
    pub fn add(&mut self, compressed: &[u8]) -> Result<()> {
        let end = self.starts.last().copied().unwrap_or(0) + compressed.len() as u64;
        self.starts.push(end);
        self.sink.write(compressed)
    }

    /// Ends the store.
    pub fn finish(self) -> Result<()> {
        let StoreSink { sink, id, name, dictionary, starts } = self;
        let writer = sink.end();
        writer.check_count(&name, starts.len() - 1)?;
        writer.section(Kind::StoreOffsets, id, &encode_offsets(&starts)?)?;
        writer.section(Kind::StoreDictionary, id, &dictionary)?;
        writer.schema.stores.push(name);
        Ok(())
    }
}

impl<'w> Sink<'w> {
    fn write(&mut self, mut bytes: &[u8]) -> Result<()> {
        self.writer.raw(bytes)?;
        while !bytes.is_empty() {
            let (now, later) = bytes.split_at(bytes.len().min(CHUNK - self.in_chunk));
            self.crc = crc32c::crc32c_append(self.crc, now);
            self.in_chunk += now.len();
            if self.in_chunk == CHUNK {
                self.end_chunk();
            }
            bytes = later;
        }
        Ok(())
    }

    fn end_chunk(&mut self) {
        self.writer.crcs.push(self.crc);
        (self.crc, self.in_chunk) = (0, 0);
    }

    fn end(mut self) -> &'w mut SegmentWriter {
        if self.in_chunk > 0 {
            self.end_chunk();
        }
        let at = self.writer.at;
        if let Some(entry) = self.writer.entries.last_mut() {
            entry.length = at - entry.offset;
        }
        self.writer
    }
}
