//! The order of hits: within a segment, and over all.

use std::borrow::Cow;
use std::cmp::Reverse;

use crate::error::Result;
use crate::segment::{BytesColumn, IntColumn};

use super::bits::DocSet;
use super::calendar::{Groups, Unit};
use super::execute::Found;
use super::open::OpenSegment;
use super::top::Scored;
use super::{Hit, Order, Request, Searcher};

/// What hits of several segments are compared by: smaller is first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rank<'s> {
    score: Reverse<i64>,
    /// Whether the date is missing, and the date, turned so that smaller is first.
    date: (bool, i64),
    id: Cow<'s, [u8]>,
    segment: usize,
    doc: u32,
}

/// The columns that ranks are made of; a missing one decides nothing.
struct Columns<'s> {
    dates: Option<IntColumn<'s>>,
    ids: Option<BytesColumn<'s>>,
}

impl Searcher {
    /// Returns the best of what was found, in the order of the request.
    pub(super) fn hits(&self, request: &Request, found: &[Found]) -> Result<Vec<Hit>> {
        let mut all = Vec::new();
        for (number, (open, found)) in self.segments.iter().zip(found).enumerate() {
            let best = match request.order {
                Order::Relevance | Order::Score => found.best.clone(),
                order => self.by_date(open, &found.matches, order, request.limit)?,
            };
            all.extend(best.into_iter().map(|scored| (number, scored)));
        }
        if self.segments.len() > 1 {
            self.sort(request.order, &mut all)?;
        }
        let hits = all.into_iter().take(request.limit);
        let hit =
            |(segment, scored): (usize, Scored)| Hit { segment, doc: scored.doc, score: scored.shown(request.order) };
        Ok(hits.map(hit).collect())
    }

    fn sort(&self, order: Order, hits: &mut [(usize, Scored)]) -> Result<()> {
        let mut columns = self.segments.iter().map(|open| self.columns(open)).collect::<Result<Vec<_>>>()?;
        if order == Order::Score || order == Order::Relevance && !self.are_newest_first()? {
            columns.iter_mut().for_each(|columns| *columns = Columns { dates: None, ids: None });
        }
        let rank = |&(segment, ref hit): &(usize, Scored)| columns[segment].rank(order, segment, hit);
        let ranks = hits.iter().map(rank).collect::<Result<Vec<_>>>()?;
        let mut ranked: Vec<_> = ranks.into_iter().zip(hits.iter().cloned()).collect();
        ranked.sort_by(|(a, _), (b, _)| a.cmp(b));
        hits.iter_mut().zip(ranked).for_each(|(slot, (_, hit))| *slot = hit);
        Ok(())
    }

    /// Tells whether document order is date order in every segment.
    fn are_newest_first(&self) -> Result<bool> {
        self.segments.iter().try_fold(true, |all, open| Ok(all && self.is_newest_first(open)?))
    }

    /// Tells whether document order is date order in the segment.
    pub(super) fn is_newest_first(&self, open: &OpenSegment) -> Result<bool> {
        self.settings.date_column.as_deref().map_or(Ok(true), |column| open.descends(column))
    }

    fn columns<'s>(&self, open: &'s OpenSegment) -> Result<Columns<'s>> {
        let (date, id) = (self.settings.date_column.as_deref(), self.settings.id_column.as_deref());
        Ok(Columns {
            dates: date.map_or(Ok(None), |name| open.segment.int_column(name))?,
            ids: id.map_or(Ok(None), |name| open.segment.bytes_column(name))?,
        })
    }

    /// Returns the first `limit` of the documents by date.
    fn by_date(&self, open: &OpenSegment, docs: &DocSet, order: Order, limit: usize) -> Result<Vec<Scored>> {
        let unscored = |doc| Scored { doc, score: 0.0 };
        let days = match &self.settings.date_column {
            Some(column) if !open.descends(column)? => return self.by_key(open, docs, order, limit),
            Some(column) if order == Order::Oldest => open.groups(column, Unit::Day)?,
            _ => None,
        };
        let Some(Groups::Ranges(days)) = days.as_deref() else {
            return Ok(docs.iter().take(limit).map(unscored).collect());
        };
        let undated = days.iter().filter(|(key, _)| Unit::Day.is_undated(*key));
        let dated = days.iter().rev().filter(|(key, _)| !Unit::Day.is_undated(*key));
        let in_order = dated.chain(undated).flat_map(|(_, range)| docs.range(range.start, range.end));
        Ok(in_order.take(limit).map(unscored).collect())
    }

    /// The same for documents that are in no order.
    fn by_key(&self, open: &OpenSegment, docs: &DocSet, order: Order, limit: usize) -> Result<Vec<Scored>> {
        let columns = self.columns(open)?;
        let ranked = |doc| {
            let hit = Scored { doc, score: 0.0 };
            Ok((columns.rank(order, 0, &hit)?, hit))
        };
        let mut all: Vec<(Rank, Scored)> = docs.iter().map(ranked).collect::<Result<_>>()?;
        let compare = |a: &(Rank, Scored), b: &(Rank, Scored)| a.0.cmp(&b.0);
        if limit > 0 && limit < all.len() {
            all.select_nth_unstable_by(limit - 1, compare);
        }
        all.truncate(limit);
        all.sort_unstable_by(compare);
        Ok(all.into_iter().map(|(_, hit)| hit).collect())
    }
}

impl<'s> Columns<'s> {
    fn rank(&self, order: Order, segment: usize, hit: &Scored) -> Result<Rank<'s>> {
        let date = self.dates.map_or(0, |dates| dates.get(hit.doc));
        let turned = if order == Order::Oldest { date } else { -date };
        Ok(Rank {
            score: Reverse(if order.is_scored() { hit.key(order) } else { 0 }),
            date: (date < 1, turned),
            id: self.ids.map_or(Ok(None), |ids| ids.get(hit.doc))?.unwrap_or_default(),
            segment,
            doc: hit.doc,
        })
    }
}
