//! Everything that can go wrong, as one enum.
//!
//! Decoders that see only bytes report [`Damage`]; the section that handed the bytes out turns it into
//! [`Error::Corrupt`], which names the file and the section.

use std::io;
use std::path::{Path, PathBuf};

/// An error of the native core.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The operating system refused.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file in question.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A segment file is truncated or altered.
    #[error("{file}: section {section} is damaged: {reason}")]
    Corrupt {
        /// The segment file.
        file: String,
        /// The section of it, as `docs/format.md` names it.
        section: String,
        /// What was found wrong.
        reason: String,
    },
    /// A segment file of another format version.
    #[error("{file}: format version {found}, this release reads version {expected}")]
    Version {
        /// The segment file.
        file: String,
        /// The version in its header.
        found: u32,
        /// The version this release reads.
        expected: u32,
    },
    /// A search took longer than it was given.
    #[error("the search took longer than its time limit")]
    Timeout,
    /// The caller broke the contract of a function: unsorted terms, a document number out of range, ...
    #[error("{0}")]
    Invalid(String),
}

/// The result of everything that can fail.
pub type Result<T> = std::result::Result<T, Error>;

/// What a decoder found wrong with the bytes it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damage(pub &'static str);

/// The result of decoding bytes.
pub type Decoded<T> = std::result::Result<T, Damage>;

impl Error {
    /// Returns a mapper from an [`io::Error`] at `path`.
    pub fn io(path: &Path) -> impl FnOnce(io::Error) -> Error + '_ {
        move |source| Error::Io { path: path.to_owned(), source }
    }

    /// Returns an [`Error::Invalid`] with this message.
    pub fn invalid(message: impl Into<String>) -> Error {
        Error::Invalid(message.into())
    }
}
