//! What a posting scores: Whoosh's BM25F, by table.

use crate::segment::length::byte_to_length;

/// Frequencies that have a row in the table.
const ROWS: usize = 16;

/// A frequency that stands for itself and all above.
const UNLIMITED: u8 = 255;

/// How the postings of a field are scored, up to the weight of the term.
pub(super) enum Model {
    /// BM25F, for fields with lengths.
    Bm25(Box<Bm25>),
    /// The posting's own weight, for fields without.
    Weight,
}

/// `tf (K1 + 1) / (tf + K1 ((1 - B) + B length / average))`, tabulated by frequency and length byte.
pub(super) struct Bm25 {
    k1: f64,
    norms: [f64; 256],
    table: [[f64; 256]; ROWS],
}

impl Bm25 {
    /// Prepares the table for a field of this average length; an average of 0 counts as 1, as in Whoosh.
    pub fn new(average: f64, k1: f64, b: f64) -> Self {
        let average = if average == 0.0 { 1.0 } else { average };
        let norm = |byte: usize| k1 * ((1.0 - b) + b * f64::from(byte_to_length(byte as u8)) / average);
        let norms: [f64; 256] = std::array::from_fn(norm);
        let entry = |tf: usize, byte: usize| saturate(tf as f64, k1, norms[byte]);
        let table = std::array::from_fn(|tf| std::array::from_fn(|byte| entry(tf, byte)));
        Self { k1, norms, table }
    }

    /// Returns the score of a frequency in a field of this length byte.
    #[inline]
    pub fn count(&self, tf: u32, length: u8) -> f64 {
        match self.table.get(tf as usize) {
            Some(row) => row[length as usize],
            None => saturate(f64::from(tf), self.k1, self.norms[length as usize]),
        }
    }
}

#[inline]
fn saturate(tf: f64, k1: f64, norm: f64) -> f64 {
    if tf == 0.0 { 0.0 } else { tf * (k1 + 1.0) / (tf + norm) }
}

impl Model {
    /// Returns the score of a weight that is not a frequency.
    #[inline]
    pub fn float(&self, weight: f32, length: u8) -> f64 {
        match self {
            Model::Bm25(bm25) => saturate(f64::from(weight), bm25.k1, bm25.norms[length as usize]),
            Model::Weight => f64::from(weight),
        }
    }

    /// Returns the score of a frequency in a field of this length byte.
    #[inline]
    pub fn count(&self, tf: u32, length: u8) -> f64 {
        match self {
            Model::Bm25(bm25) => bm25.count(tf, length),
            Model::Weight => f64::from(tf),
        }
    }

    /// Returns a score that no posting exceeds whose frequency is at most `tf` and whose length is at least `length`.
    pub fn bound(&self, tf: u8, length: u8) -> f64 {
        match self {
            Model::Bm25(bm25) if tf == UNLIMITED => bm25.k1 + 1.0,
            Model::Weight if tf == UNLIMITED => f64::INFINITY,
            _ => self.count(u32::from(tf), length),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_the_formula() {
        let model = Model::Bm25(Box::new(Bm25::new(300.0, 1.2, 0.75)));
        for (tf, byte) in [(1, 0), (3, 120), (15, 200), (40, 90)] {
            let (tf_f, length) = (f64::from(tf), f64::from(byte_to_length(byte)));
            let expected = (tf_f * 2.2) / (tf_f + 1.2 * ((1.0 - 0.75) + 0.75 * length / 300.0));
            assert!((model.count(tf, byte) - expected).abs() < 1e-12);
            assert!((model.float(tf as f32, byte) - expected).abs() < 1e-12);
        }
    }

    #[test]
    fn more_of_a_term_and_shorter_fields_never_score_less() {
        let model = Model::Bm25(Box::new(Bm25::new(20.0, 1.2, 0.75)));
        assert!(model.bound(255, 0) >= model.count(100_000, 0));
        assert!(model.bound(3, 10) >= model.count(2, 10) && model.bound(3, 10) >= model.count(3, 11));
    }
}
