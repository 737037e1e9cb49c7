//! Running a query over one segment.

use crate::error::Result;
use crate::segment::END;

use super::bits::{Bits, DocSet, Scores, WINDOW};
use super::deadline;
use super::node::Node;
use super::open::OpenSegment;
use super::top::{Scored, Top, least_of};
use super::{Order, Request};

/// Looking for a document in a list costs as much as so many documents cost a run over windows.
const LOOKUPS_A_DOCUMENT: u32 = 8;

/// Matches of a window up to which they are listed, and not scored window by window.
const FEW: usize = WINDOW / 16;

/// One run.
pub(super) struct Execution<'r> {
    pub open: &'r OpenSegment,
    pub request: &'r Request,
    pub scored: bool,
    /// A score below this cannot be among the best any more, because of other segments.
    pub needed: f64,
    /// Whether document order is date order.
    pub newest_first: bool,
}

/// What a run found.
pub(super) struct Found {
    /// The number of matches; unspecified if neither total nor facets nor an order by date is wanted.
    pub total: u64,
    /// The best, best first, where an order by relevance is wanted.
    pub best: Vec<Scored>,
    /// All matches, where facets or an order by date want them; else empty.
    pub matches: DocSet,
}

impl Found {
    /// Returns the least score that can still be among the best of the segments, as far as this one tells.
    pub fn needed(&self, request: &Request) -> f64 {
        match self.best.get(request.limit.wrapping_sub(1)) {
            Some(last) => least_of(last.key(request.order), request.order),
            None => f64::NEG_INFINITY,
        }
    }
}

impl Execution<'_> {
    /// Runs the node over the whole segment.
    pub fn run(&self, node: Option<Node>) -> Result<Found> {
        match node {
            None => Ok(self.found(0, Vec::new(), None)),
            Some(node) => match node.into_terms() {
                Ok(terms) => self.any_of(terms),
                Err(node) if self.is_for_lists(&node) => self.by_lists(node),
                Err(node) => self.by_windows(node),
            },
        }
    }

    /// Tells whether asking about every document that may match costs less than all windows of the segment.
    fn is_for_lists(&self, node: &Node) -> bool {
        node.is_any_of_phrases() || node.lookups() < u64::from(self.open.doc_count() / LOOKUPS_A_DOCUMENT) + 1024
    }

    pub(super) fn keeps_matches(&self) -> bool {
        !self.request.facets.is_empty() || (!self.request.order.is_scored() && self.request.limit > 0)
    }

    pub(super) fn found(&self, total: u64, best: Vec<Scored>, matches: Option<DocSet>) -> Found {
        let none = || DocSet::new(if self.keeps_matches() { self.open.doc_count() } else { 0 });
        Found { total, best, matches: matches.unwrap_or_else(none) }
    }

    fn by_windows(&self, mut node: Node) -> Result<Found> {
        let limit = if self.scored { self.request.limit } else { 0 };
        let top = Top::in_any_order(limit, self.needed, self.request.order);
        let matches = self.keeps_matches().then(|| DocSet::new(self.open.doc_count()));
        let mut run = Windows::new(self, self.wants_all(), top);
        run.matches = matches;
        run.all(&mut node)?;
        Ok(self.found(run.total, run.top.into_sorted(), run.matches))
    }

    fn by_lists(&self, mut node: Node) -> Result<Found> {
        let mut docs = node.docs(self.open.doc_count())?;
        docs.retain(|&doc| self.open.is_live(doc));
        let matches = self.keeps_matches().then(|| DocSet::of(self.open.doc_count(), &docs));
        let total = docs.len() as u64;
        let mut top = Top::in_order(self.request.limit, self.needed, self.request.order);
        if self.scored {
            let scores = node.rank(&mut docs, self.request, self.needed)?;
            docs.iter().zip(scores).for_each(|(&doc, score)| top.offer(doc, score));
        }
        Ok(self.found(total, top.into_sorted(), matches))
    }

    /// Tells whether all matches must be known, and not only the best.
    pub(super) fn wants_all(&self) -> bool {
        self.request.total || self.keeps_matches() || !self.scored
    }
}

/// A run over windows in document order.
pub(super) struct Windows<'r> {
    execution: &'r Execution<'r>,
    /// Whether all matches are wanted, and not only the best.
    wants_all: bool,
    total: u64,
    pub top: Top,
    matches: Option<DocSet>,
    /// Documents that have been offered already.
    pub offered: Option<&'r DocSet>,
    scores: Box<Scores>,
    /// Matches of windows with few, which are ranked together.
    listed: Vec<u32>,
}

impl<'r> Windows<'r> {
    pub fn new(execution: &'r Execution, wants_all: bool, top: Top) -> Self {
        let scores = Box::new([0.0; WINDOW]);
        Self { execution, wants_all, total: 0, top, matches: None, offered: None, scores, listed: Vec::new() }
    }

    pub fn all(&mut self, node: &mut Node) -> Result<()> {
        let doc_count = self.execution.open.doc_count();
        let mut doc = node.next(0);
        while doc != END && doc < doc_count && !self.is_done() {
            deadline::check()?;
            let base = doc / WINDOW as u32 * WINDOW as u32;
            self.window(node, base)?;
            let Some(next) = base.checked_add(WINDOW as u32) else { break };
            doc = node.next(next);
        }
        self.rank_listed(node)
    }

    fn window(&mut self, node: &mut Node, base: u32) -> Result<()> {
        if !self.wants_all && node.bound(base)? < self.top.needed() {
            return Ok(());
        }
        let live = self.execution.open.live(base);
        let mut bits = Bits::EMPTY;
        node.matches(base, &live, &mut bits)?;
        bits.and(&live);
        let count = bits.count();
        if count == 0 {
            return Ok(());
        }
        self.total += count as u64;
        if let Some(matches) = &mut self.matches {
            matches.set_window(base, &bits);
        }
        if self.execution.scored { self.rank(node, base, bits) } else { Ok(()) }
    }

    fn rank(&mut self, node: &mut Node, base: u32, mut bits: Bits) -> Result<()> {
        let needed = match self.offered {
            None => self.top.needed_behind(), // what has been offered was in windows before
            Some(_) => self.top.needed(),
        };
        if needed > 0.0 && node.bound(base)? < needed {
            return Ok(());
        }
        if let Some(offered) = self.offered {
            bits.and_not(&offered.window(base));
        }
        if bits.count() < FEW {
            self.listed.extend(bits.iter().map(|place| base + place as u32));
            return if self.listed.len() < WINDOW { Ok(()) } else { self.rank_listed(node) };
        }
        bits.clear_scores(&mut self.scores);
        node.score(base, &bits, &mut self.scores, needed)?;
        bits.keep_scores(&self.scores, needed);
        bits.iter().for_each(|place| self.top.offer(base + place as u32, self.scores[place]));
        Ok(())
    }

    fn rank_listed(&mut self, node: &mut Node) -> Result<()> {
        let mut docs = std::mem::take(&mut self.listed);
        let scores = node.rank(&mut docs, self.execution.request, self.top.needed())?;
        docs.iter().zip(scores).for_each(|(&doc, score)| self.top.offer(doc, score));
        self.top.cut();
        Ok(())
    }

    /// Tells whether the documents to come change nothing: the newest have been found, and nothing else is wanted.
    fn is_done(&self) -> bool {
        let Request { limit, order, total, facets, .. } = self.execution.request;
        let wants_more = *total || !facets.is_empty() || *order != Order::Newest;
        !wants_more && self.total >= *limit as u64 && self.execution.newest_first
    }
}
