//! The outer form of a segment file: header, sections, section table, checksums.
//!
//! ```text
//! header (64 bytes) | section | padding | section | ... | padding | section table
//! ```
//!
//! Every section starts at a multiple of 64; the padding is zeros. The table lists the sections in file order and then
//! the CRC32C of every [`CHUNK`] bytes of each. Checksums by chunk instead of by section keep a look-up from reading
//! the whole file: what a query touches is verified, once.

use crate::error::{Damage, Decoded};

use super::varint::Cursor;

/// The first eight bytes of every segment.
pub const MAGIC: [u8; 8] = *b"searchkt";

/// The version of the format that this release writes and reads.
pub const VERSION: u32 = 3;

/// Bytes of the header.
pub const HEADER: usize = 64;

/// Sections start at multiples of this.
pub const ALIGNMENT: u64 = 64;

/// Bytes that share one checksum.
pub const CHUNK: usize = 16 * 1024;

/// What a section holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u32)]
pub enum Kind {
    /// Names, kinds and totals of fields, columns and blobs.
    Schema = 1,
    /// The term dictionary of a field.
    Terms = 2,
    /// The blocks of document numbers and frequencies of a field.
    Postings = 3,
    /// The block directories of a field.
    Directory = 4,
    /// The positions of a TEXT field, or the values of a VALUES field.
    Extras = 5,
    /// The length bytes of a field.
    Lengths = 6,
    /// A column.
    Column = 7,
    /// The compressed records of a store.
    Store = 8,
    /// Where each record of a store begins.
    StoreOffsets = 9,
    /// The zstd dictionary of a store.
    StoreDictionary = 10,
    /// Bytes that only the caller understands.
    Blob = 11,
    /// How much of each text an opening is.
    Opening = 12,
}

impl Kind {
    const ALL: [Kind; 12] = [
        Kind::Schema,
        Kind::Terms,
        Kind::Postings,
        Kind::Directory,
        Kind::Extras,
        Kind::Lengths,
        Kind::Column,
        Kind::Store,
        Kind::StoreOffsets,
        Kind::StoreDictionary,
        Kind::Blob,
        Kind::Opening,
    ];

    fn from_code(code: u32) -> Decoded<Kind> {
        Kind::ALL.into_iter().find(|&kind| kind as u32 == code).ok_or(Damage("unknown kind of section"))
    }
}

/// One row of the section table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// What the section holds.
    pub kind: Kind,
    /// Of which field, column, store or blob, as numbered by the schema.
    pub id: u32,
    /// The first byte.
    pub offset: u64,
    /// The number of bytes.
    pub length: u64,
}

impl Entry {
    /// Returns how many checksums the section has.
    pub fn chunks(&self) -> usize {
        self.length.div_ceil(CHUNK as u64) as usize
    }
}

/// The fixed-size start of a segment file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// Documents in the segment.
    pub doc_count: u32,
    /// Rows of the section table.
    pub section_count: u32,
    /// Where the section table starts.
    pub table_offset: u64,
    /// Bytes of the section table; it ends the file.
    pub table_length: u64,
    /// CRC32C of the section table.
    pub table_crc: u32,
}

impl Header {
    /// Returns the header's bytes, its own checksum included.
    pub fn encode(&self) -> [u8; HEADER] {
        let mut bytes = [0; HEADER];
        bytes[..8].copy_from_slice(&MAGIC);
        bytes[8..12].copy_from_slice(&VERSION.to_le_bytes());
        bytes[12..16].copy_from_slice(&self.doc_count.to_le_bytes());
        bytes[16..20].copy_from_slice(&self.section_count.to_le_bytes());
        bytes[20..24].copy_from_slice(&self.table_crc.to_le_bytes());
        bytes[24..32].copy_from_slice(&self.table_offset.to_le_bytes());
        bytes[32..40].copy_from_slice(&self.table_length.to_le_bytes());
        let crc = crc32c::crc32c(&bytes[..60]);
        bytes[60..].copy_from_slice(&crc.to_le_bytes());
        bytes
    }

    /// Reads the version of a header whose magic is right.
    pub fn version(bytes: &[u8]) -> Decoded<u32> {
        let mut cursor = Cursor::new(bytes);
        if cursor.array::<8>()? != MAGIC {
            return Err(Damage("it does not start as a segment does"));
        }
        Ok(u32::from_le_bytes(cursor.array()?))
    }

    /// Reads the header of a file of `file_length` bytes.
    pub fn decode(bytes: &[u8], file_length: u64) -> Decoded<Header> {
        let mut cursor = Cursor::new(bytes);
        let body = cursor.take(60)?;
        if u32::from_le_bytes(cursor.array()?) != crc32c::crc32c(body) {
            return Err(Damage("its checksum is wrong"));
        }
        let mut cursor = Cursor::new(&body[12..]);
        let header = Header {
            doc_count: u32::from_le_bytes(cursor.array()?),
            section_count: u32::from_le_bytes(cursor.array()?),
            table_crc: u32::from_le_bytes(cursor.array()?),
            table_offset: u64::from_le_bytes(cursor.array()?),
            table_length: u64::from_le_bytes(cursor.array()?),
        };
        if header.table_offset.checked_add(header.table_length) != Some(file_length) {
            return Err(Damage("the file is shorter or longer than it was"));
        }
        Ok(header)
    }
}

/// Returns the section table's bytes: the entries, then all checksums.
pub fn encode_table(entries: &[Entry], crcs: &[u32]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(entries.len() * 24 + crcs.len() * 4);
    for entry in entries {
        bytes.extend_from_slice(&(entry.kind as u32).to_le_bytes());
        bytes.extend_from_slice(&entry.id.to_le_bytes());
        bytes.extend_from_slice(&entry.offset.to_le_bytes());
        bytes.extend_from_slice(&entry.length.to_le_bytes());
    }
    crcs.iter().for_each(|crc| bytes.extend_from_slice(&crc.to_le_bytes()));
    bytes
}

/// Reads the section table: the entries, each with the checksums of its chunks.
pub fn decode_table(bytes: &[u8], header: &Header) -> Decoded<Vec<(Entry, Vec<u32>)>> {
    if crc32c::crc32c(bytes) != header.table_crc {
        return Err(Damage("its checksum is wrong"));
    }
    let mut cursor = Cursor::new(bytes);
    let entries: Vec<Entry> = (0..header.section_count).map(|_| entry(&mut cursor)).collect::<Decoded<_>>()?;
    let mut end = HEADER as u64;
    let mut table = Vec::with_capacity(entries.len());
    for entry in entries {
        let follows = entry.offset >= end && entry.offset.is_multiple_of(ALIGNMENT);
        end = entry.offset.checked_add(entry.length).ok_or(Damage("a section is too long"))?;
        if !follows || end > header.table_offset {
            return Err(Damage("a section lies outside its place"));
        }
        let crcs = cursor.take(entry.chunks() * 4)?.as_chunks().0.iter().map(|crc| u32::from_le_bytes(*crc));
        table.push((entry, crcs.collect()));
    }
    Ok(table)
}

fn entry(cursor: &mut Cursor) -> Decoded<Entry> {
    Ok(Entry {
        kind: Kind::from_code(u32::from_le_bytes(cursor.array()?))?,
        id: u32::from_le_bytes(cursor.array()?),
        offset: u64::from_le_bytes(cursor.array()?),
        length: u64::from_le_bytes(cursor.array()?),
    })
}
