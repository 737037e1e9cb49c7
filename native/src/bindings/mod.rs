//! The surface that Python sees: thin classes over the plain Rust library.
//!
//! * [`errors`]: every native error as the Python exception it stands for
//! * [`segment`]: reading segments
//! * [`writing`]: writing segments
//!
//! This folder and `lib.rs` alone know PyO3. To and from Python go builtins and bytes; arrays of numbers are
//! little-endian bytes. Work whose cost grows with the index runs with the interpreter lock released.

pub mod errors;
pub mod segment;
pub mod writing;
