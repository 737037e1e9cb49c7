//! Running a query over one segment.

use crate::error::Result;
use crate::segment::{BytesColumn, END, Ordinals};

use super::bits::{Bits, DocSet, Scores, WINDOW};
use super::node::Node;
use super::open::OpenSegment;
use super::term::TermNode;
use super::top::{Scored, Top, least_of};
use super::{Order, Request};

/// Blocks of a single term that are read before the others are looked at again.
const FIRST_BLOCKS: usize = 16;

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
    pub fn needed(&self, limit: usize) -> f64 {
        match self.best.get(limit.wrapping_sub(1)) {
            Some(last) => least_of(last.key()),
            None => f64::NEG_INFINITY,
        }
    }
}

impl Execution<'_> {
    /// Runs the node over the whole segment.
    pub fn run(&self, node: Option<Node>) -> Result<Found> {
        match node {
            Some(Node::Term(term)) if self.scored && !self.keeps_matches() && self.open.deleted_count == 0 => {
                self.best_of_term(*term)
            }
            Some(node) => self.by_windows(node),
            None => Ok(self.found(0, Vec::new(), None)),
        }
    }

    fn keeps_matches(&self) -> bool {
        !self.request.facets.is_empty() || (self.request.order != Order::Relevance && self.request.limit > 0)
    }

    fn found(&self, total: u64, best: Vec<Scored>, matches: Option<DocSet>) -> Found {
        let none = || DocSet::new(if self.keeps_matches() { self.open.doc_count() } else { 0 });
        Found { total, best, matches: matches.unwrap_or_else(none) }
    }

    fn by_windows(&self, mut node: Node) -> Result<Found> {
        let mut run = Windows {
            execution: self,
            total: 0,
            top: Top::in_order(if self.scored { self.request.limit } else { 0 }, self.needed),
            matches: self.keeps_matches().then(|| DocSet::new(self.open.doc_count())),
            scores: Box::new([0.0; WINDOW]),
        };
        let mut doc = node.next(0);
        while doc != END && doc < self.open.doc_count() && !run.is_done() {
            let base = doc / WINDOW as u32 * WINDOW as u32;
            run.window(&mut node, base)?;
            let Some(next) = base.checked_add(WINDOW as u32) else { break };
            doc = node.next(next);
        }
        Ok(self.found(run.total, run.top.into_sorted(), run.matches))
    }

    /// Reads the blocks that may score most first, and stops where none can reach the best any more.
    fn best_of_term(&self, mut term: TermNode) -> Result<Found> {
        let mut blocks: Vec<(f64, usize)> = term.block_bounds()?.iter().copied().zip(0..).collect();
        let by_bound = |a: &(f64, usize), b: &(f64, usize)| b.0.total_cmp(&a.0);
        if blocks.len() > FIRST_BLOCKS {
            blocks.select_nth_unstable_by(FIRST_BLOCKS, by_bound);
        }
        let mut top = Top::in_any_order(self.request.limit, self.needed);
        let first = blocks.len().min(FIRST_BLOCKS);
        let (first, rest) = blocks.split_at_mut(first);
        first.sort_unstable_by(by_bound);
        read_blocks(first, &mut term, &mut top)?;
        top.cut();
        let mut rest: Vec<(f64, usize)> = rest.iter().copied().filter(|(bound, _)| *bound >= top.needed()).collect();
        rest.sort_unstable_by(by_bound);
        read_blocks(&rest, &mut term, &mut top)?;
        Ok(self.found(u64::from(term.doc_frequency()), top.into_sorted(), None))
    }
}

/// Offers the documents of the blocks, given with their bounds, best bound first.
fn read_blocks(blocks: &[(f64, usize)], term: &mut TermNode, top: &mut Top) -> Result<()> {
    for &(bound, block) in blocks {
        if bound < top.needed() {
            break;
        }
        term.score_all(block, |doc, score| top.offer(doc, score))?;
    }
    Ok(())
}

/// A run over windows in document order.
struct Windows<'r> {
    execution: &'r Execution<'r>,
    total: u64,
    top: Top,
    matches: Option<DocSet>,
    scores: Box<Scores>,
}

impl Windows<'_> {
    fn window(&mut self, node: &mut Node, base: u32) -> Result<()> {
        if !self.needs_matches() && node.bound(base)? < self.top.needed() {
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
        let needed = self.top.needed();
        if needed > 0.0 && node.bound(base)? < needed {
            return Ok(());
        }
        self.scores.fill(0.0);
        node.score(base, &bits, &mut self.scores, needed)?;
        bits.keep_scores(&self.scores, needed);
        bits.iter().for_each(|place| self.top.offer(base + place as u32, self.scores[place]));
        Ok(())
    }

    /// Tells whether all matches must be known, and not only the best.
    fn needs_matches(&self) -> bool {
        self.execution.request.total || self.matches.is_some() || !self.execution.scored
    }

    /// Tells whether the documents to come change nothing: the newest have been found, and nothing else is wanted.
    fn is_done(&self) -> bool {
        let Request { limit, order, total, facets, .. } = self.execution.request;
        let wants_more = *total || !facets.is_empty() || *order != Order::Newest;
        !wants_more && self.total >= *limit as u64 && self.execution.newest_first
    }
}

/// Returns how many of the documents have each ordinal of the column.
pub(super) fn count_ordinals(column: &BytesColumn, docs: &DocSet) -> Vec<u64> {
    let mut counts = vec![0; column.value_count() as usize + 1];
    let mut add = |ordinal: usize| {
        if let Some(count) = counts.get_mut(ordinal) {
            *count += 1; // a damaged column may hold an ordinal beyond its values
        }
    };
    match column.ordinals() {
        Ordinals::Narrow(ordinals) => docs.iter().for_each(|doc| add(ordinals[doc as usize].into())),
        Ordinals::Medium(ordinals) => docs.iter().for_each(|doc| add(ordinals[doc as usize].into())),
        Ordinals::Wide(ordinals) => docs.iter().for_each(|doc| add(ordinals[doc as usize] as usize)),
    }
    counts
}
