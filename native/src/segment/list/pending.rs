//! The postings of a term while they are written.

use super::*;

/// The list being written.
#[derive(Debug)]
pub(super) struct List {
    pub(super) floats: bool,
    pub(super) doc_frequency: u32,
    pub(super) total_weight: f64,
    pub(super) max_weight: f32,
    pub(super) shortest: u8,
    pub(super) longest: u8,
    pub(super) first_doc: u32,
    pub(super) before: Option<u32>,
    pub(super) docs: Numbers,
    pub(super) weights: Numbers,
    pub(super) filled: usize,
    pub(super) gaps: Vec<u32>,
    pub(super) value_lengths: Vec<u32>,
    pub(super) values: Vec<u8>,
    pub(super) postings_start: u64,
    pub(super) extras_start: u64,
    pub(super) last_docs: Vec<u32>,
    pub(super) offsets: Vec<u32>,
    pub(super) extra_offsets: Vec<u32>,
    pub(super) maxima: Vec<[u8; 8]>,
}

impl Default for List {
    fn default() -> Self {
        List {
            floats: false,
            doc_frequency: 0,
            total_weight: 0.0,
            max_weight: 0.0,
            shortest: u8::MAX,
            longest: 0,
            first_doc: 0,
            before: None,
            docs: [0; BLOCK],
            weights: [0; BLOCK],
            filled: 0,
            gaps: Vec::new(),
            value_lengths: Vec::new(),
            values: Vec::new(),
            postings_start: 0,
            extras_start: 0,
            last_docs: Vec::new(),
            offsets: Vec::new(),
            extra_offsets: Vec::new(),
            maxima: Vec::new(),
        }
    }
}

impl List {
    /// Makes it a list without postings; keeps its memory.
    pub(super) fn restart(&mut self, floats: bool, postings_start: u64, extras_start: u64) {
        (self.floats, self.postings_start, self.extras_start) = (floats, postings_start, extras_start);
        (self.doc_frequency, self.total_weight, self.max_weight) = (0, 0.0, 0.0);
        (self.shortest, self.longest, self.first_doc) = (u8::MAX, 0, 0);
        (self.before, self.filled) = (None, 0);
        self.gaps.clear();
        self.value_lengths.clear();
        self.values.clear();
        self.last_docs.clear();
        self.offsets.clear();
        self.extra_offsets.clear();
        self.maxima.clear();
    }

    /// Returns the last document.
    #[inline]
    pub(super) fn last(&self) -> Option<u32> {
        if self.filled > 0 { Some(self.docs[self.filled - 1]) } else { self.before }
    }

    /// Takes postings that fit into the block, whose frequencies have this sum.
    pub(super) fn take(&mut self, docs: &[u32], counts: &[u32], gaps: &[u32], sum: u64) {
        if self.doc_frequency == 0 {
            self.first_doc = docs[0];
        }
        let places = self.filled..self.filled + docs.len();
        self.docs[places.clone()].copy_from_slice(docs);
        self.weights[places].copy_from_slice(counts);
        self.gaps.extend_from_slice(gaps);
        self.filled += docs.len();
        self.doc_frequency += docs.len() as u32;
        self.total_weight += sum as f64;
        self.max_weight = self.max_weight.max(counts.iter().copied().max().unwrap_or(0) as f32);
    }

    pub(super) fn value(&mut self, value: &[u8]) {
        self.value_lengths.push(value.len() as u32);
        self.values.extend_from_slice(value);
    }

    pub(super) fn block_maxima(&mut self, lengths: Option<&[u8]>) -> Maxima {
        let floats = self.floats;
        let docs = &self.docs[..self.filled];
        let Some(lengths) = lengths else {
            (self.shortest, self.longest) = (0, 0);
            let frequencies = self.weights[..self.filled].iter().map(|&weight| frequency_bound(weight, floats));
            return Maxima::of_frequency(frequencies.max().unwrap_or(0));
        };
        let (mut shortest, mut longest) = (self.shortest, self.longest);
        let maxima = Maxima::of(docs.iter().zip(&self.weights).map(|(&doc, &weight)| {
            let length = lengths[doc as usize];
            (shortest, longest) = (shortest.min(length), longest.max(length));
            (frequency_bound(weight, floats), length)
        }));
        (self.shortest, self.longest) = (shortest, longest);
        maxima
    }

    pub(super) fn write_block(&self, out: &mut Vec<u8>) {
        let filled = self.filled;
        if filled == BLOCK {
            block::write_full(out, self.before, &self.docs, &self.weights, self.floats);
        } else {
            block::write_tail(out, self.before, &self.docs[..filled], &self.weights[..filled], self.floats);
        }
    }

    pub(super) fn write_extras(&mut self, out: &mut Vec<u8>, kind: FieldKind) {
        if kind == FieldKind::Text {
            positions::write(out, &self.gaps);
        } else if kind == FieldKind::Values {
            self.value_lengths.iter().for_each(|&length| varint::write(out, length as u64));
            out.extend_from_slice(&self.values);
        }
        self.gaps.clear();
        self.value_lengths.clear();
        self.values.clear();
    }

    pub(super) fn directory(&self, out: &mut Vec<u8>, has_extras: bool, bare: bool) {
        out.extend_from_slice(&self.first_doc.to_le_bytes());
        out.extend_from_slice(&self.max_weight.to_le_bytes());
        out.extend_from_slice(&[self.shortest, self.longest, 0, 0]);
        out.extend_from_slice(bytemuck::cast_slice(&self.last_docs));
        out.extend_from_slice(bytemuck::cast_slice(&self.offsets));
        if has_extras {
            out.extend_from_slice(bytemuck::cast_slice(&self.extra_offsets));
        }
        if !bare {
            out.extend_from_slice(bytemuck::cast_slice(&self.maxima));
        }
    }
}
