//! Which documents of segments are copies of each other, exactly as `grouped` of searchkit/copies.py tells them.

use std::borrow::Cow;
use std::sync::Arc;

use hashbrown::hash_map::Entry;
use hashbrown::{HashMap, HashSet};

use super::{COPY_KEY, copy_text};
use crate::build::Deleted;
use crate::error::{Damage, Error, Result};
use crate::heads::{Head, Heads, TEXT};
use crate::segment::{BytesColumn, Segment, Store};

/// Segments, each with its deleted documents.
pub type Sources = [(Arc<Segment>, Deleted)];

/// What is listed of an article in a group of copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The article's id.
    pub id: String,
    /// Its day, 0 for none.
    pub day: i64,
    /// Its source.
    pub source: String,
    /// The same number for equal files.
    pub bytes: u32,
}

/// The column of the digests of files.
const SHA256: &str = "sha256";

/// A document: the number of its segment, and its own.
type Place = (u32, u32);

/// A document that may be a copy.
struct Candidate {
    id: String,
    day: i64,
    source: String,
    sha256: Option<Vec<u8>>,
    text: String,
}

/// Returns the groups of copies, newest member first and each whole, of the keys that occur in segments from `first` on.
/// Only texts of keys that occur twice are read.
pub fn groups(segments: &Sources, first: usize) -> Result<Vec<Vec<Member>>> {
    let repeated = repeated(segments, first)?;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = repeated.len().div_ceil(threads).max(64);
    let of_share = |share: &[Vec<Place>]| -> Result<Vec<Vec<Member>>> {
        let mut readers: HashMap<u32, Reader> = HashMap::new();
        let mut candidate = |&(segment, doc): &Place| match readers.entry(segment) {
            Entry::Occupied(known) => known.get().candidate(doc),
            Entry::Vacant(place) => place.insert(Reader::open(&segments[segment as usize].0)?).candidate(doc),
        };
        let mut found = Vec::new();
        for places in share {
            found.extend(grouped(places.iter().map(&mut candidate).collect::<Result<_>>()?));
        }
        Ok(found)
    };
    let of_shares: Vec<_> = std::thread::scope(|scope| {
        let workers: Vec<_> = repeated.chunks(share).map(|share| scope.spawn(move || of_share(share))).collect();
        workers.into_iter().map(|worker| worker.join()).collect()
    });
    let mut groups = Vec::new();
    for found in of_shares {
        groups.extend(found.map_err(|_| Error::invalid("a thread that looked for copies panicked"))??);
    }
    Ok(groups)
}

/// Returns the documents that share a key, key by key: of the keys in segments from `first` on.
fn repeated(segments: &Sources, first: usize) -> Result<Vec<Vec<Place>>> {
    let mut new = HashSet::new();
    if first > 0 {
        for (segment, deleted) in segments.iter().skip(first) {
            each_key(segment, deleted, |_, key| _ = new.insert(key))?;
        }
    }
    let mut found: Vec<(u32, Place)> = Vec::new();
    for (number, (segment, deleted)) in segments.iter().enumerate() {
        each_key(segment, deleted, |doc, key| {
            if first == 0 || new.contains(&key) {
                found.push((key, (number as u32, doc)));
            }
        })?;
    }
    found.sort_unstable();
    let groups = found.chunk_by(|one, other| one.0 == other.0).filter(|group| group.len() > 1);
    Ok(groups.map(|group| group.iter().map(|(_, place)| *place).collect()).collect())
}

/// Calls `each` with every document that is not deleted and has a key.
fn each_key(segment: &Segment, deleted: &Deleted, mut each: impl FnMut(u32, u32)) -> Result<()> {
    let Some(keys) = segment.int_column(COPY_KEY)? else { return Ok(()) };
    for doc in (0..segment.doc_count()).filter(|&doc| !deleted.has(doc)) {
        let key = keys.get(doc) as u32;
        if key > 0 {
            each(doc, key);
        }
    }
    Ok(())
}

/// What a segment says of candidates.
struct Reader<'s> {
    heads: Heads<'s>,
    texts: &'s Store,
    digests: Option<BytesColumn<'s>>,
}

impl<'s> Reader<'s> {
    fn open(segment: &'s Segment) -> Result<Self> {
        let missing = || Error::invalid(format!("{}: its documents are not articles", segment.name()));
        let texts = segment.store(TEXT).ok_or_else(missing)?;
        Ok(Reader { heads: Heads::open(segment)?, texts, digests: segment.bytes_column(SHA256)? })
    }

    fn candidate(&self, doc: u32) -> Result<Candidate> {
        let Head { id, title, day, source, .. } = self.heads.get(doc)?;
        let body = self.texts.get(doc)?;
        let body = std::str::from_utf8(&body).map_err(|_| Damage("a text is not UTF-8"));
        let text = copy_text(&title, self.texts.check(body)?);
        let sha256 = self.digests.as_ref().map(|digests| digests.get(doc)).transpose()?.flatten();
        let (id, source, sha256) = (id.into_owned(), source.into_owned(), sha256.map(Cow::into_owned));
        Ok(Candidate { id, day, source, sha256, text })
    }
}

/// Returns the groups among candidates, told by their whole texts. A few words without a title say too little to be told
/// by: of them only equal files are copies.
fn grouped(candidates: Vec<Candidate>) -> Vec<Vec<Member>> {
    let (mut groups, mut places): (Vec<Vec<Candidate>>, _) = (Vec::new(), HashMap::new());
    for candidate in candidates.into_iter().filter(|candidate| !candidate.text.is_empty()) {
        let file = || candidate.sha256.clone().unwrap_or_else(|| candidate.id.clone().into_bytes());
        let untold = candidate.text.starts_with('\n').then(file);
        let place = *places.entry((candidate.text.clone(), untold)).or_insert(groups.len());
        if place == groups.len() {
            groups.push(Vec::new());
        }
        groups[place].push(candidate);
    }
    groups.into_iter().filter(|group| group.len() > 1).map(members).collect()
}

fn members(mut group: Vec<Candidate>) -> Vec<Member> {
    group.sort_by(|one, other| (-one.day, &one.id).cmp(&(-other.day, &other.id)));
    let mut numbers: HashMap<Vec<u8>, u32> = HashMap::new();
    let number = |(candidate, place): (Candidate, u32)| {
        let Candidate { id, day, source, sha256, .. } = candidate;
        let bytes = sha256.map_or(place, |digest| *numbers.entry(digest).or_insert(place));
        Member { id, day, source, bytes }
    };
    group.into_iter().zip(0..).map(number).collect()
}
