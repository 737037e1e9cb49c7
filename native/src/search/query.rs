//! What to search for: `whoosh.query`'s trees as plain values.

use crate::spans::Spans;

use super::automaton::Automaton;

/// A query. Boosts are at least 0.
#[derive(Clone, Debug, PartialEq)]
pub enum Query {
    /// No document.
    Nothing,
    /// Every document, or every one with a term in the field, with the boost for its score.
    Every {
        /// The field; none for all documents.
        field: Option<String>,
        /// The score.
        boost: f64,
    },
    /// The documents with a term.
    Term {
        /// The field.
        field: String,
        /// The term as the index holds it.
        term: Vec<u8>,
        /// Multiplies the score.
        boost: f64,
        /// The inverse document frequency, if the caller knows better than the searcher's segments.
        idf: Option<f64>,
    },
    /// The documents that all queries match; scores add up. A boost of a single query is ignored, as Whoosh does.
    And(Vec<Query>, f64),
    /// The documents that any query matches; scores add up. A boost of a single query is ignored, as Whoosh does.
    Or(Vec<Query>, f64),
    /// The documents that any query matches, with the best of the scores.
    DisMax(Vec<Query>, f64),
    /// The documents that the query does not match, with a score of 1.
    Not(Box<Query>),
    /// The documents of the first that the second does not match.
    AndNot(Box<Query>, Box<Query>),
    /// The documents of the first; the score of the second is added where it matches.
    AndMaybe(Box<Query>, Box<Query>),
    /// The documents that both match, with the score of the first.
    Require(Box<Query>, Box<Query>),
    /// The documents of the query, all with this score.
    Constant(Box<Query>, f64),
    /// The documents with the words in this order, each at most `slop` positions after the one before.
    Phrase {
        /// The field, which has positions.
        field: String,
        /// The words as the index holds them.
        words: Vec<Vec<u8>>,
        /// 1 for words side by side.
        slop: u32,
        /// Multiplies the score, which is that of the words.
        boost: f64,
    },
    /// The documents with any of many terms.
    Multi {
        /// The field.
        field: String,
        /// Which terms.
        terms: Expansion,
        /// Multiplies the score.
        boost: f64,
        /// Whoosh's `constantscore`, which has the effect that it has there: see [`Expansion`].
        constant: bool,
    },
    /// The documents with at least so many stretches of an operand of NEAR, among those of a query around it.
    Spans(Spans, usize),
    /// The documents whose integer in the column is in `first..=last`, with this score.
    Between {
        /// The column.
        column: String,
        /// The least value.
        first: i64,
        /// The greatest value.
        last: i64,
        /// The score.
        score: f64,
    },
}

/// Which terms of a field a [`Query::Multi`] stands for. The empty term is never among them.
///
/// Whoosh adds up the scores of the terms even where `constantscore` asks it not to, except that three terms or more
/// give a score of 1 if they are 1,024 or more, or the segment has at most 5,000 documents.
#[derive(Clone, Debug, PartialEq)]
pub enum Expansion {
    /// Those that start with this.
    Prefix(Vec<u8>),
    /// Those that a pattern of `fnmatch` matches: `*`, `?`, `[seq]`, `[!seq]`.
    Wildcard(String),
    /// Those that an expression matches.
    Regex(Automaton),
    /// Those within so many edits (Levenshtein, in characters) that share the first `prefix` characters.
    Fuzzy {
        /// The word.
        word: String,
        /// Edits at most.
        distance: u8,
        /// Characters that must be the same.
        prefix: usize,
    },
    /// Those between two terms; no term means no bound.
    Range {
        /// The least.
        start: Option<Vec<u8>>,
        /// The greatest.
        end: Option<Vec<u8>>,
        /// Leave out `start` itself.
        start_excluded: bool,
        /// Leave out `end` itself.
        end_excluded: bool,
    },
    /// These.
    Listed(Vec<Vec<u8>>),
}
