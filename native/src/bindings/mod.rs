//! The surface that Python sees: thin classes over the plain Rust library.
//!
//! * [`articles`]: what a list of results shows of the articles found
//! * [`building`]: building and merging segments
//! * [`columns`]: the columns of a segment
//! * [`copies`]: articles of one text
//! * [`errors`]: every native error as the Python exception it stands for
//! * [`postings`]: the fields of a segment, their terms and postings
//! * [`query`]: queries as Python gives them
//! * [`segment`]: open segments
//! * [`searching`]: queries over open segments
//! * [`text`]: terms and passages
//! * [`writing`]: writing segments
//!
//! This folder and `lib.rs` alone know PyO3. To and from Python go builtins and bytes; arrays of numbers are
//! little-endian bytes. Work whose cost grows with the index runs with the interpreter lock released.

mod articles;
pub mod building;
pub mod columns;
pub mod copies;
pub mod errors;
pub mod postings;
mod query;
pub mod searching;
pub mod segment;
pub mod text;
pub mod writing;
