//! What a segment holds: the first section, from which all others are found.
//!
//! ```text
//! number of fields  | each: name | kind | flags | name of its base or whole, or nothing | terms | total, shortest, longest
//!                     length
//! number of columns | each: name | kind
//! number of stores  | each: name
//! number of blobs   | each: name
//! ```
//!
//! Numbers are variable-length integers, names are preceded by their bytes' number. The place in its list is the number
//! by which the section table refers to a field, column, store or blob.

use crate::error::{Damage, Decoded};

use super::varint::{self, Cursor};

/// The flag of a field with lengths.
const LENGTHS: u8 = 1;

/// The flag of a field that is the opening of another, whose name then stands in place of that of a base.
const OPENING: u8 = 2;

/// What the postings of a field carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum FieldKind {
    /// Frequencies and positions.
    Text = 0,
    /// Weights only.
    Docs = 1,
    /// Weights and opaque values.
    Values = 2,
}

impl FieldKind {
    /// Tells whether the postings have positions or values.
    pub fn has_extras(self) -> bool {
        self != FieldKind::Docs
    }

    fn from_code(code: u8) -> Decoded<Self> {
        match code {
            0 => Ok(FieldKind::Text),
            1 => Ok(FieldKind::Docs),
            2 => Ok(FieldKind::Values),
            _ => Err(Damage("unknown kind of field")),
        }
    }
}

/// Exact lengths of a field over all documents of the segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// The sum.
    pub sum: u64,
    /// The least; 0 if some document lacks the field.
    pub min: u32,
    /// The greatest.
    pub max: u32,
}

impl Totals {
    /// Returns the totals of these lengths; zeros for none.
    pub fn of(lengths: impl Iterator<Item = u32>) -> Totals {
        let mut totals = Totals { sum: 0, min: u32::MAX, max: 0 };
        for length in lengths {
            totals.sum += length as u64;
            totals.min = totals.min.min(length);
            totals.max = totals.max.max(length);
        }
        Totals { min: totals.min.min(totals.max), ..totals }
    }
}

/// A field as the schema describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldMeta {
    /// The field's name.
    pub name: String,
    /// What its postings carry.
    pub kind: FieldKind,
    /// How many terms it has.
    pub terms: u32,
    /// Whether documents have a length in it.
    pub has_lengths: bool,
    /// The field of which this one has the words: every document of one of its terms has a certain term of that field.
    /// Lists may refer to those of the base, see `words`.
    pub base: Option<String>,
    /// The field of which this one has the opening of every text, see `opening`.
    pub opening_of: Option<String>,
    /// Exact lengths.
    pub totals: Totals,
}

impl FieldMeta {
    /// Returns what the records of the field's dictionary look like.
    pub(super) fn shape(&self) -> Shape {
        Shape {
            has_extras: self.kind.has_extras(),
            has_lengths: self.has_lengths,
            has_base: self.base.is_some(),
            is_opening: self.opening_of.is_some(),
        }
    }
}

/// What the records of a dictionary and of the block directories look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Shape {
    pub has_extras: bool,
    pub has_lengths: bool,
    pub has_base: bool,
    pub is_opening: bool,
}

impl Shape {
    /// Tells whether there are terms and no lists.
    pub fn is_derived(self) -> bool {
        self.is_opening && self.has_extras
    }
}

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum ColumnKind {
    /// 64-bit integers.
    Int = 0,
    /// Byte strings, each stored once.
    Bytes = 1,
}

/// A column as the schema describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnMeta {
    /// The column's name.
    pub name: String,
    /// What its values are.
    pub kind: ColumnKind,
}

/// Everything the schema section says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Schema {
    /// The fields.
    pub fields: Vec<FieldMeta>,
    /// The columns.
    pub columns: Vec<ColumnMeta>,
    /// The names of the stores.
    pub stores: Vec<String>,
    /// The names of the blobs.
    pub blobs: Vec<String>,
}

impl Schema {
    /// Returns the section's bytes.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        varint::write(&mut out, self.fields.len() as u64);
        self.fields.iter().for_each(|field| field.encode(&mut out));
        varint::write(&mut out, self.columns.len() as u64);
        for column in &self.columns {
            varint::write_bytes(&mut out, column.name.as_bytes());
            out.push(column.kind as u8);
        }
        for names in [&self.stores, &self.blobs] {
            varint::write(&mut out, names.len() as u64);
            names.iter().for_each(|name| varint::write_bytes(&mut out, name.as_bytes()));
        }
        out
    }

    /// Reads the section.
    pub fn decode(bytes: &[u8]) -> Decoded<Schema> {
        let cursor = &mut Cursor::new(bytes);
        Ok(Schema {
            fields: many(cursor, FieldMeta::decode)?,
            columns: many(cursor, ColumnMeta::decode)?,
            stores: many(cursor, |cursor| Ok(cursor.string()?.to_owned()))?,
            blobs: many(cursor, |cursor| Ok(cursor.string()?.to_owned()))?,
        })
    }
}

impl FieldMeta {
    fn encode(&self, out: &mut Vec<u8>) {
        varint::write_bytes(out, self.name.as_bytes());
        let opening = if self.opening_of.is_some() { OPENING } else { 0 };
        out.extend_from_slice(&[self.kind as u8, self.has_lengths as u8 | opening]);
        let other = self.opening_of.as_ref().or(self.base.as_ref());
        varint::write_bytes(out, other.map_or(&[], |name| name.as_bytes()));
        let Totals { sum, min, max } = self.totals;
        [self.terms as u64, sum, min as u64, max as u64].into_iter().for_each(|number| varint::write(out, number));
    }

    fn decode(cursor: &mut Cursor) -> Decoded<Self> {
        let name = cursor.string()?.to_owned();
        let kind = FieldKind::from_code(cursor.byte()?)?;
        let flags = cursor.byte()?;
        let other = Some(cursor.string()?).filter(|name| !name.is_empty()).map(str::to_owned);
        let (opening_of, base) = if flags & OPENING == 0 { (None, other) } else { (other, None) };
        Ok(FieldMeta {
            name,
            kind,
            has_lengths: flags & LENGTHS != 0,
            base,
            opening_of,
            terms: cursor.varint32()?,
            totals: Totals { sum: cursor.varint()?, min: cursor.varint32()?, max: cursor.varint32()? },
        })
    }
}

impl ColumnMeta {
    fn decode(cursor: &mut Cursor) -> Decoded<Self> {
        let name = cursor.string()?.to_owned();
        match cursor.byte()? {
            0 => Ok(ColumnMeta { name, kind: ColumnKind::Int }),
            1 => Ok(ColumnMeta { name, kind: ColumnKind::Bytes }),
            _ => Err(Damage("unknown kind of column")),
        }
    }
}

fn many<T>(cursor: &mut Cursor, read: impl Fn(&mut Cursor) -> Decoded<T>) -> Decoded<Vec<T>> {
    (0..cursor.varint()?).map(|_| read(cursor)).collect()
}
