//! Which document of which source becomes which document of the new segment.

use std::cmp::{Ordering, Reverse};
use std::collections::{HashMap, HashSet};

use crate::build::SEQUENCE;
use crate::build::spec::Order;
use crate::error::{Error, Result};
use crate::segment::{BytesColumn, END, IntColumn, TermStream};

use super::Source;
use super::values::number;

/// A set of deleted documents: bit `doc % 8` of byte `doc / 8`. What lies past the end is not deleted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Deleted(pub Vec<u8>);

impl Deleted {
    /// Tells whether the document is deleted.
    pub fn has(&self, doc: u32) -> bool {
        self.0.get(doc as usize / 8).is_some_and(|byte| byte >> (doc % 8) & 1 == 1)
    }

    /// Marks the document as deleted.
    pub fn add(&mut self, doc: u32) {
        let byte = doc as usize / 8;
        self.0.resize(self.0.len().max(byte + 1), 0);
        self.0[byte] |= 1 << (doc % 8);
    }
}

/// The new numbers of all documents, and the way back.
#[derive(Debug)]
pub(super) struct DocMap {
    /// For each source the new number of each document; [`END`] for deleted ones. Ascending but for those.
    pub new: Vec<Vec<u32>>,
    /// For each new document its source and old number.
    pub old: Vec<(u32, u32)>,
}

impl DocMap {
    pub fn new(sources: &[Source], order: &Order) -> Result<DocMap> {
        let deleted = without_superseded(sources, order)?;
        let keys = Keys::open(sources, order)?;
        let counts: Vec<u32> = sources.iter().map(|source| source.segment.doc_count()).collect();
        let mut new: Vec<Vec<u32>> = counts.iter().map(|&count| vec![END; count as usize]).collect();
        let (mut old, mut heads) = (Vec::new(), vec![0u32; sources.len()]);
        loop {
            for (source, head) in heads.iter_mut().enumerate() {
                while *head < counts[source] && deleted[source].has(*head) {
                    *head += 1;
                }
            }
            let live = (0..sources.len()).filter(|&source| heads[source] < counts[source]);
            let first = live.min_by(|&a, &b| keys[a].compare(heads[a], &keys[b], heads[b]));
            let Some(source) = first else { break };
            new[source][heads[source] as usize] = old.len() as u32;
            old.push((source as u32, heads[source]));
            heads[source] += 1;
        }
        if old.len() >= END as usize {
            return Err(Error::invalid("too many documents for one segment"));
        }
        Ok(DocMap { new, old })
    }

    pub fn len(&self) -> u32 {
        self.old.len() as u32
    }
}

/// What the documents of a source are ordered by.
struct Keys<'a> {
    days: Option<IntColumn<'a>>,
    ids: Option<BytesColumn<'a>>,
    /// The place of each ordinal's id among the ids of all sources.
    places: Vec<u32>,
}

impl<'a> Keys<'a> {
    fn open(sources: &'a [Source], order: &Order) -> Result<Vec<Self>> {
        let column = |source: &'a Source| order.id.as_ref().map_or(Ok(None), |name| source.segment.bytes_column(name));
        let ids = sources.iter().map(column).collect::<Result<Vec<_>>>()?;
        let count = |ids: &Option<BytesColumn>| ids.map_or(0, |ids| ids.value_count() as usize);
        let mut places: Vec<Vec<u32>> = ids.iter().map(|ids| vec![1; count(ids) + 1]).collect();
        number(&ids, &mut places, false)?;
        let keys = sources.iter().zip(ids).zip(places).map(|((source, ids), places)| {
            let days = order.date.as_ref().map_or(Ok(None), |name| source.segment.int_column(name))?;
            Ok(Keys { days, ids, places })
        });
        keys.collect()
    }

    fn compare(&self, doc: u32, other: &Keys, other_doc: u32) -> Ordering {
        let day = |keys: &Keys, doc| Reverse(keys.days.map_or(0, |days| days.get(doc)));
        let by_day = day(self, doc).cmp(&day(other, other_doc));
        // Without dates and ids all are equal, and the first of equals is taken: sources follow one another.
        by_day.then_with(|| self.id(doc).cmp(&other.id(other_doc)))
    }

    /// Returns the place of a document's id; 0 for none.
    fn id(&self, doc: u32) -> u32 {
        let ordinal = self.ids.map_or(0, |ids| ids.ordinals().get(doc));
        self.places.get(ordinal as usize).copied().unwrap_or(0)
    }
}

/// Returns the deleted documents of each source, and among the runs of a build also all but the latest of one id.
fn without_superseded(sources: &[Source], order: &Order) -> Result<Vec<Deleted>> {
    let mut deleted: Vec<Deleted> = sources.iter().map(|source| source.deleted.clone()).collect();
    let sequences = sources.iter().map(|source| source.segment.int_column(SEQUENCE)).collect::<Result<Vec<_>>>()?;
    let Some(id) = &order.id else { return Ok(deleted) };
    let Some(sequences) = sequences.into_iter().collect::<Option<Vec<_>>>() else { return Ok(deleted) };
    for_each_duplicate(sources, id, |copies| {
        let latest = copies.iter().copied().max_by_key(|&(source, doc)| sequences[source].get(doc));
        for &(source, doc) in copies.iter().filter(|&&copy| Some(copy) != latest) {
            deleted[source].add(doc);
        }
    })?;
    Ok(deleted)
}

/// Calls `f` with the documents, as (source, document), of every term of the field that more than one document has.
fn for_each_duplicate(sources: &[Source], field: &str, mut f: impl FnMut(&[(usize, u32)])) -> Result<()> {
    let mut streams = Vec::new();
    for (index, source) in sources.iter().enumerate() {
        if let Some(field) = source.segment.field(field) {
            streams.push((index, field, field.terms()?.iter()?));
        }
    }
    // By hash: cheaper than to merge the streams, and ids that occur twice are few.
    let mut hashes = Vec::new();
    for (_, _, stream) in &streams {
        let mut stream: TermStream = stream.clone();
        while stream.advance()? {
            hashes.extend(std::iter::repeat_n(hash(stream.term()), stream.info().doc_frequency.min(2) as usize));
        }
    }
    hashes.sort_unstable();
    let repeated = hashes.chunk_by(u64::eq).filter(|same| same.len() > 1);
    let repeated: HashSet<u64> = repeated.map(|same| same[0]).collect();
    drop(hashes);
    if repeated.is_empty() {
        return Ok(());
    }
    let mut copies: HashMap<Vec<u8>, Vec<(usize, u32)>> = HashMap::new();
    for (index, field, mut stream) in streams {
        while stream.advance()? {
            if !repeated.contains(&hash(stream.term())) {
                continue;
            }
            let mut postings = field.postings(stream.info())?;
            while postings.doc() != END {
                copies.entry(stream.term().to_vec()).or_default().push((index, postings.doc()));
                postings.advance()?;
            }
        }
    }
    copies.values().filter(|copies| copies.len() > 1).for_each(|copies| f(copies));
    Ok(())
}

fn hash(term: &[u8]) -> u64 {
    use std::hash::BuildHasher;
    foldhash::fast::FixedState::default().hash_one(term)
}
