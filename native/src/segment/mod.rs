//! The segment: one immutable file with everything that is known of a set of documents.
//!
//! # Reading
//!
//! ```no_run
//! # fn main() -> searchkit_native::error::Result<()> {
//! use std::{path::Path, sync::Arc};
//! use searchkit_native::segment::{END, Segment, Weights};
//!
//! let segment = Arc::new(Segment::open(Path::new("main_0.skt"))?);       // Send + Sync: share it
//! let body = segment.field("body").expect("indexed");
//! let lengths: &[u8] = body.lengths()?;                                  // a byte a document, `length::byte_to_length`
//! if let Some(info) = body.terms()?.get(b"moscow")? {                    // exact look-up
//!     let mut postings = body.postings(&info)?;                          // at the first posting
//!     while postings.doc() != END {                                      // by document: doc, advance, seek, weight
//!         let mut positions = Vec::new();
//!         postings.positions(&mut positions)?;                           // decoded only when asked for
//!         postings.advance()?;
//!     }
//!     let mut postings = body.postings(&info)?;                          // by block: directory, then what is needed
//!     for block in 0..postings.block_count() {
//!         let (last, maxima) = (postings.last_docs()[block], postings.maxima(block)?);
//!         postings.go_to_block(block)?;
//!         let docs = postings.docs().len();
//!         if let Weights::Counts(counts) = postings.weights()? { assert_eq!(counts.len(), docs) }
//!     }
//! }
//! let range = body.terms()?.prefix_range(b"mosc")?;                      // ordinals are consecutive
//! let mut stream = body.terms()?.iter_at(range.start)?;                  // also iter_from(key), iter()
//! while stream.advance()? && stream.info().ordinal < range.end { let _ = stream.term(); }
//! let near = body.terms()?.fuzzy("moskow", 1, 1)?;                       // Levenshtein, first character exact
//! let dates = segment.int_column("date")?.expect("a column");
//! let newest = dates.get(0);
//! let since = dates.partition_point(|day| day > 733_000);                // documents are in date order
//! let head = segment.store("head").expect("a store").get(0)?;
//! segment.verify()?;                                                     // reads and checks every byte
//! # Ok(()) }
//! ```
//!
//! # Writing
//!
//! [`FieldWriter`] makes a field from sorted terms and postings, [`StoreWriter`] a store, [`SegmentWriter`] puts them
//! into a file. The modules of `crate::build` use them.
//!
//! # Contract
//!
//! A file is written once and never changed; what a reader touches is verified against CRC32C once. Damage is an
//! [`Error::Corrupt`](crate::error::Error) naming file and section. The format is described in `docs/format.md`.

mod among;
mod bits;
mod block;
mod column;
mod data;
mod dictionary;
mod field;
mod file;
mod fuzzy;
mod layout;
pub mod length;
mod list;
mod maxima;
mod opening;
mod patched;
mod places;
mod positions;
mod postings;
mod schema;
mod section;
mod spool;
mod store;
mod sums;
mod terms;
pub mod varint;
pub(crate) mod wide;
mod words;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::error::{Damage, Error, Result};

use data::Data;
use layout::{Entry, HEADER, Header, Kind, VERSION, decode_table};
use opening::Opening;
use schema::{ColumnKind, Schema};
use section::Section;

pub use among::Found;
pub use block::BLOCK;
pub use column::{BytesColumn, IntColumn, Ordinals, ValueStream, ValuesWriter};
pub use dictionary::{TermStream, Terms};
pub use field::Field;
pub use file::{SegmentWriter, StoreSink};
pub use fuzzy::{FuzzyTerm, is_near};
pub use list::{BuiltField, FieldWriter};
pub use maxima::Maxima;
pub use opening::count_within;
pub use places::Places;
pub use postings::{END, ListStats, Postings, Weights};
pub use schema::{FieldKind, FieldMeta, Totals};
pub use store::{Compressor, Store, StoreWriter};
pub use terms::{Extent, TermInfo};

#[cfg(target_endian = "big")]
compile_error!("segments are little-endian and read in place");

/// An open segment. It is `Send` and `Sync`; all methods may be called from any thread.
#[derive(Debug)]
pub struct Segment {
    name: Arc<str>,
    data: Arc<Data>,
    header: Header,
    schema: Section,
    fields: Vec<Field>,
    by_name: HashMap<String, usize>,
    columns: Vec<(String, ColumnKind, Section)>,
    stores: Vec<(String, Store)>,
    blobs: Vec<(String, Section)>,
}

impl Segment {
    /// Opens the segment at `path`: reads and verifies its header, section table and schema.
    pub fn open(path: &Path) -> Result<Segment> {
        Segment::read(&path.display().to_string(), Data::map(path)?)
    }

    /// Opens a segment that is in memory; `name` stands for the file in errors.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Segment> {
        Segment::read(name, Data::copy(bytes))
    }

    fn read(name: &str, data: Data) -> Result<Segment> {
        let damaged = |section: &str| {
            let (file, section) = (name.to_owned(), section.to_owned());
            move |damage: Damage| Error::Corrupt { file, section, reason: damage.0.to_owned() }
        };
        let found = Header::version(&data).map_err(damaged("header"))?;
        let header = Header::decode(&data, data.len() as u64).map_err(damaged("header"))?;
        if found != VERSION {
            return Err(Error::Version { file: name.to_owned(), found, expected: VERSION });
        }
        let table = data.get(header.table_offset as usize..).unwrap_or_default();
        let table = decode_table(table, &header).map_err(damaged("section table"))?;
        Parts::new(name, data, table).assemble(header)
    }

    /// Returns the file's name, as errors show it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the number of documents, deleted ones included.
    pub fn doc_count(&self) -> u32 {
        self.header.doc_count
    }

    /// Returns the number of bytes of the file.
    pub fn size(&self) -> usize {
        self.data.len()
    }

    /// Lets go of the memory that holds what has been read of the file; what is read again is fetched again.
    pub fn forget(&self) {
        self.data.forget();
    }

    /// Returns the fields in file order.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// Returns a field; nothing if no document of this segment was indexed with it.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.by_name.get(name).map(|&index| &self.fields[index])
    }

    /// Returns the names of the columns and whether their values are integers.
    pub fn columns(&self) -> impl Iterator<Item = (&str, bool)> {
        self.columns.iter().map(|(name, kind, _)| (name.as_str(), *kind == ColumnKind::Int))
    }

    /// Returns a column of integers; nothing if there is none of that name.
    pub fn int_column(&self, name: &str) -> Result<Option<IntColumn<'_>>> {
        self.column(name, ColumnKind::Int)
            .map(|section| section.check(IntColumn::open(section.bytes()?, self.doc_count())))
            .transpose()
    }

    /// Returns a column of byte strings; nothing if there is none of that name.
    pub fn bytes_column(&self, name: &str) -> Result<Option<BytesColumn<'_>>> {
        let Some(section) = self.column(name, ColumnKind::Bytes) else { return Ok(None) };
        let terms = self.field(name).map(Field::terms).transpose()?;
        section.check(BytesColumn::open(section.bytes()?, self.doc_count(), terms)).map(Some)
    }

    /// Returns the names of the stores.
    pub fn stores(&self) -> impl Iterator<Item = &str> {
        self.stores.iter().map(|(name, _)| name.as_str())
    }

    /// Returns a store; nothing if there is none of that name.
    pub fn store(&self, name: &str) -> Option<&Store> {
        self.stores.iter().find(|(other, _)| other == name).map(|(_, store)| store)
    }

    /// Returns the names of the blobs.
    pub fn blobs(&self) -> impl Iterator<Item = &str> {
        self.blobs.iter().map(|(name, _)| name.as_str())
    }

    /// Returns a blob; nothing if there is none of that name.
    pub fn blob(&self, name: &str) -> Result<Option<&[u8]>> {
        self.blobs.iter().find(|(other, _)| other == name).map(|(_, section)| section.bytes()).transpose()
    }

    /// Reads every byte of the file and checks it; the padding between sections too.
    pub fn verify(&self) -> Result<()> {
        let sections = self.sections();
        sections.iter().try_for_each(|section| section.bytes().map(drop))?;
        let mut covered: Vec<_> = sections.iter().map(|section| section.range()).collect();
        covered.sort_by_key(|range| (range.start, range.end));
        let starts = covered.iter().map(|range| range.start).chain([self.header.table_offset as usize]);
        let ends = [HEADER].into_iter().chain(covered.iter().map(|range| range.end));
        if ends.zip(starts).all(|(end, start)| self.data[end..start].iter().all(|&byte| byte == 0)) {
            return Ok(());
        }
        let reason = "it is not zeros".to_owned();
        Err(Error::Corrupt { file: self.name.to_string(), section: "padding".to_owned(), reason })
    }

    fn column(&self, name: &str, kind: ColumnKind) -> Option<&Section> {
        self.columns.iter().find(|(other, of, _)| other == name && *of == kind).map(|(_, _, section)| section)
    }

    fn sections(&self) -> Vec<&Section> {
        let fields = self.fields.iter().flat_map(Field::sections);
        let stores = self.stores.iter().flat_map(|(_, store)| [&store.records, &store.offsets, &store.dictionary]);
        let rest = self.columns.iter().map(|(_, _, section)| section).chain(self.blobs.iter().map(|(_, blob)| blob));
        fields.chain(stores).chain(rest).chain([&self.schema]).collect()
    }
}

/// The sections of a file on their way into a [`Segment`].
struct Parts {
    name: Arc<str>,
    data: Arc<Data>,
    sections: HashMap<(Kind, u32), Section>,
}

impl Parts {
    fn new(name: &str, data: Data, table: Vec<(Entry, Vec<u32>)>) -> Self {
        let (name, data) = (Arc::from(name), Arc::new(data));
        let mut parts = Parts { name, data, sections: HashMap::new() };
        for (entry, crcs) in table {
            let range = entry.offset as usize..(entry.offset + entry.length) as usize;
            let label = format!("{:?} {}", entry.kind, entry.id).to_lowercase();
            let section = Section::new(parts.name.clone(), label, parts.data.clone(), range, crcs);
            parts.sections.insert((entry.kind, entry.id), section);
        }
        parts
    }

    fn take(&mut self, kind: Kind, id: u32, of: &str) -> Result<Section> {
        let section = self.sections.remove(&(kind, id)).map(|section| section.named(kind, of));
        section.ok_or_else(|| Error::Corrupt {
            file: self.name.to_string(),
            section: format!("{kind:?} of {of}").to_lowercase(),
            reason: "it is missing".into(),
        })
    }

    fn assemble(mut self, header: Header) -> Result<Segment> {
        let doc_count = header.doc_count;
        let section = self.take(Kind::Schema, 0, "the segment")?;
        let schema = section.check(Schema::decode(section.bytes()?))?;
        let by_name = schema.fields.iter().enumerate().map(|(index, field)| (field.name.clone(), index)).collect();
        let fields = (0..).zip(schema.fields).map(|(id, meta)| self.field(id, meta, doc_count));
        let mut fields: Vec<Field> = fields.collect::<Result<_>>()?;
        set_bases(&mut fields, &section)?;
        let columns = (0..).zip(schema.columns).map(|(id, column)| {
            let section = self.take(Kind::Column, id, &column.name)?;
            Ok((column.name, column.kind, section))
        });
        let columns = columns.collect::<Result<_>>()?;
        let stores =
            (0..).zip(schema.stores).map(|(id, name)| self.store(id, name, doc_count)).collect::<Result<_>>()?;
        let blobs = (0..).zip(schema.blobs).map(|(id, name)| Ok((self.take(Kind::Blob, id, &name)?, name)));
        let blobs = blobs.map(|blob: Result<_>| blob.map(|(section, name)| (name, section))).collect::<Result<_>>()?;
        Ok(Segment {
            name: self.name,
            data: self.data,
            header,
            schema: section,
            fields,
            by_name,
            columns,
            stores,
            blobs,
        })
    }

    fn field(&mut self, id: u32, meta: FieldMeta, doc_count: u32) -> Result<Field> {
        let name = meta.name.clone();
        let mut section = |kind| self.take(kind, id, &name).map(Arc::new);
        let field = Field {
            doc_count,
            terms: section(Kind::Terms)?,
            postings: section(Kind::Postings)?,
            directory: section(Kind::Directory)?,
            extras: meta.kind.has_extras().then(|| section(Kind::Extras)).transpose()?,
            lengths: meta.has_lengths.then(|| section(Kind::Lengths)).transpose()?,
            base: None,
            numbers: meta.opening_of.is_some().then(|| section(Kind::Opening)).transpose()?,
            opening: None,
            meta,
        };
        match &field.lengths {
            Some(lengths) if lengths.len() != doc_count as usize => {
                Err(lengths.corrupt(Damage("it does not have a byte a document")))
            }
            _ => Ok(field),
        }
    }

    fn store(&mut self, id: u32, name: String, doc_count: u32) -> Result<(String, Store)> {
        let store = Store {
            records: self.take(Kind::Store, id, &name)?,
            offsets: self.take(Kind::StoreOffsets, id, &name)?,
            dictionary: self.take(Kind::StoreDictionary, id, &name)?,
            prepared: OnceLock::new(),
            len: doc_count,
        };
        Ok((name, store))
    }
}

/// Gives the fields that have a base, or are an opening, what they need of the other field.
fn set_bases(fields: &mut [Field], schema: &Section) -> Result<()> {
    for index in 0..fields.len() {
        let Some(name) = &fields[index].meta.base else { continue };
        let base = fields.iter().find(|field| field.meta.name == *name && field.meta.base.is_none());
        let base = base.ok_or_else(|| schema.corrupt(Damage("a field lacks its base")))?.clone();
        fields[index].base = Some(Arc::new(base));
    }
    for index in 0..fields.len() {
        let Some(name) = &fields[index].meta.opening_of else { continue };
        let whole = fields.iter().find(|field| field.meta.name == *name && field.meta.opening_of.is_none());
        let whole = whole.ok_or_else(|| schema.corrupt(Damage("a field lacks that of which it is the opening")))?;
        fields[index].opening = Some(Arc::new(Opening::new(whole.clone())));
    }
    Ok(())
}
