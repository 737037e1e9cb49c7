//! Counting matches by value, and the counts in the order in which they are shown.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

use crate::error::Result;
use crate::segment::{BytesColumn, Ordinals, Segment};

use super::bits::DocSet;
use super::calendar::Unit;
use super::execute::Found;
use super::{Facet, Searcher};

/// The counts of a facet, in order: values by count, then by name; calendar units by time; what has no value last.
///
/// A facet can have thousands of values of which a handful is looked at: they are read from the segment when asked for.
#[derive(Clone, Debug)]
pub struct Counts(Held);

#[derive(Clone, Debug)]
enum Held {
    Values(Vec<(Option<Vec<u8>>, u64)>),
    /// The counts of ordinals of a column of one segment.
    Column {
        segment: Arc<Segment>,
        column: String,
        counts: Vec<(u32, u32)>,
    },
}

impl Counts {
    /// Returns the number of values.
    pub fn len(&self) -> usize {
        match &self.0 {
            Held::Values(values) => values.len(),
            Held::Column { counts, .. } => counts.len(),
        }
    }

    /// Tells whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Hands the values of a range, which must lie within, with their counts to `f`; no value stands for what has none.
    pub fn each(&self, range: Range<usize>, mut f: impl FnMut(Option<&[u8]>, u64)) -> Result<()> {
        match &self.0 {
            Held::Values(values) => values[range].iter().for_each(|(value, count)| f(value.as_deref(), *count)),
            Held::Column { segment, column, counts } => {
                let Some(column) = segment.bytes_column(column)? else { return Ok(()) };
                for &(ordinal, count) in &counts[range] {
                    f(value(&column, ordinal)?.as_deref(), count.into());
                }
            }
        }
        Ok(())
    }

    fn by_count(mut values: Vec<(Option<Vec<u8>>, u64)>) -> Self {
        values.sort_unstable_by(|(a, x), (b, y)| (a.is_none(), y, a).cmp(&(b.is_none(), x, b)));
        Counts(Held::Values(values))
    }
}

/// Returns the value of an ordinal; an empty one is none.
fn value<'a>(column: &BytesColumn<'a>, ordinal: u32) -> Result<Option<Cow<'a, [u8]>>> {
    Ok(column.value(ordinal)?.filter(|value| !value.is_empty()))
}

impl Searcher {
    /// Returns the counts of a facet over all that was found.
    pub(super) fn counts(&self, facet: &Facet, found: &[Found]) -> Result<Counts> {
        match facet {
            Facet::Values(column) => self.values(column, found),
            Facet::Calendar(column, unit) => self.units(column, *unit, found),
        }
    }

    fn values(&self, name: &str, found: &[Found]) -> Result<Counts> {
        if let ([open], [found]) = (&*self.segments, found)
            && let Some(column) = open.segment.bytes_column(name)?
        {
            let counts = in_order(&column, count_ordinals(&column, &found.matches))?;
            return Ok(Counts(Held::Column { segment: open.segment.clone(), column: name.to_owned(), counts }));
        }
        let mut counts: HashMap<Option<Cow<[u8]>>, u64> = HashMap::new();
        for (open, found) in self.segments.iter().zip(found) {
            let Some(column) = open.segment.bytes_column(name)? else {
                *counts.entry(None).or_default() += found.total;
                continue;
            };
            for (ordinal, count) in (0..).zip(count_ordinals(&column, &found.matches)).filter(|(_, count)| *count > 0) {
                *counts.entry(value(&column, ordinal)?).or_default() += u64::from(count);
            }
        }
        let counts = counts.into_iter().filter(|(_, count)| *count > 0);
        Ok(Counts::by_count(counts.map(|(value, count)| (value.map(Cow::into_owned), count)).collect()))
    }

    fn units(&self, column: &str, unit: Unit, found: &[Found]) -> Result<Counts> {
        let (mut counts, mut without) = (BTreeMap::new(), 0);
        for (open, found) in self.segments.iter().zip(found) {
            match open.groups(column, unit)? {
                Some(groups) => groups.count(&found.matches, &mut counts),
                None => without += found.total,
            }
        }
        let mut named = Vec::with_capacity(counts.len() + 1);
        for (key, count) in counts {
            match unit.name(key) {
                Some(name) => named.push((Some(name.into_bytes()), count)),
                None => without += count,
            }
        }
        named.extend((without > 0).then_some((None, without)));
        Ok(Counts(Held::Values(named)))
    }
}

/// Returns ordinals and their counts, without zeros, in the order of a facet.
fn in_order(column: &BytesColumn, by_ordinal: Vec<u32>) -> Result<Vec<(u32, u32)>> {
    // Ordinals are in the order of their values: the empty one, if there is one, is the first.
    let has_empty = column.value(1)?.is_some_and(|value| value.is_empty());
    let missing = if has_empty { 0..2 } else { 0..1 };
    let without: u32 = by_ordinal[missing.clone()].iter().sum();
    let mut counts: Vec<(u32, u32)> = (0..).zip(by_ordinal).filter(|(_, count)| *count > 0).collect();
    counts.retain(|(ordinal, _)| !missing.contains(&(*ordinal as usize)));
    counts.sort_unstable_by_key(|&(ordinal, count)| (std::cmp::Reverse(count), ordinal));
    counts.extend((without > 0).then_some((0, without)));
    Ok(counts)
}

/// Returns how many of the documents have each ordinal of the column.
fn count_ordinals(column: &BytesColumn, docs: &DocSet) -> Vec<u32> {
    let mut counts = vec![0; column.value_count() as usize + 1];
    let mut add = |ordinal: usize| {
        if let Some(count) = counts.get_mut(ordinal) {
            *count += 1; // a damaged column may hold an ordinal beyond its values
        }
    };
    match column.ordinals() {
        Ordinals::Narrow(ordinals) => docs.each(|doc| add(ordinals[doc as usize].into())),
        Ordinals::Medium(ordinals) => docs.each(|doc| add(ordinals[doc as usize].into())),
        packed @ Ordinals::Packed { .. } => docs.each(|doc| add(packed.get(doc) as usize)),
    }
    counts
}
