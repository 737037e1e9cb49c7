//! The documents with any of some terms: what a single word in two fields is, and OR.
//!
//! The rare terms are added up in a list: their documents are the ones that score most, as a rule, since a rare term is
//! worth more, and so is one in a short field. What they reach tells how little of the frequent terms must be scored.

use crate::error::Result;

use super::bits::DocSet;
use super::execute::{Execution, Found, Windows};
use super::lists::{keep_reaching, kth_best};
use super::node::Node;
use super::term::TermNode;
use super::top::Top;

/// Terms are rare as long as they have, together, no more than one document in so many of the segment.
const RARE: u32 = 32;

/// Or so many documents.
const FEW: u64 = 1024;

/// The most frequent of the terms is not rare if it has more documents than this: its best blocks are found sooner than all
/// are added up.
const MANY: u32 = 4096;

/// Looking a document up in a list costs as much as marking so many of the list.
const LOOKUP: usize = 8;

/// Blocks of a single term that are read before the others are looked at again.
const FIRST_BLOCKS: usize = 16;

impl<'s> Node<'s> {
    /// Returns the terms of a node that is a sum of terms; another node as it is.
    pub fn into_terms(self) -> std::result::Result<Vec<TermNode<'s>>, Self> {
        if !self.is_sum_of_terms() {
            return Err(self);
        }
        let mut terms = Vec::new();
        self.gather(&mut terms);
        Ok(terms)
    }

    fn is_sum_of_terms(&self) -> bool {
        match self {
            Node::Term(_) => true,
            Node::Or(or) => or.parts.iter().all(Node::is_sum_of_terms),
            _ => false,
        }
    }

    fn gather(self, terms: &mut Vec<TermNode<'s>>) {
        match self {
            Node::Term(term) => terms.push(*term),
            Node::Or(or) => or.parts.into_iter().for_each(|part| part.gather(terms)),
            _ => {}
        }
    }
}

impl Execution<'_> {
    /// Runs a query for any of the terms.
    pub fn any_of(&self, terms: Vec<TermNode>) -> Result<Found> {
        let (mut rare, mut frequent) = self.split(terms);
        let mut listed = Sums::default();
        rare.iter_mut().try_for_each(|term| listed.add(term))?;
        if let Some(deleted) = self.open.deleted() {
            listed.retain(|doc| !deleted.contains(doc)); // else they would raise what others must reach
        }
        let all = if self.must_mark(&listed, &frequent) { Some(self.mark(&listed.docs, &mut frequent)?) } else { None };
        let total = match &all {
            Some(all) => all.count(),
            None if self.wants_all() => self.count(&listed.docs, &mut frequent)?,
            None => 0,
        };
        let best = if self.scored { self.best_of_any(listed, frequent)?.into_sorted() } else { Vec::new() };
        Ok(self.found(total, best, all.filter(|_| self.keeps_matches())))
    }

    /// Returns the rare terms and the frequent ones.
    fn split<'s>(&self, mut terms: Vec<TermNode<'s>>) -> (Vec<TermNode<'s>>, Vec<TermNode<'s>>) {
        terms.sort_by_key(TermNode::doc_frequency);
        let most = u64::from(self.open.doc_count() / RARE).max(FEW);
        let mut sum = 0;
        let rare = terms.iter().take_while(|term| {
            sum += u64::from(term.doc_frequency());
            sum <= most
        });
        let mut rare = rare.count();
        if rare == terms.len() && terms.last().is_some_and(|term| term.doc_frequency() > MANY) {
            rare -= 1;
        }
        let frequent = terms.split_off(rare);
        (terms, frequent)
    }

    /// Tells whether all matches must be marked, to be kept or to be counted.
    fn must_mark(&self, listed: &Sums, frequent: &[TermNode]) -> bool {
        match frequent {
            _ if self.keeps_matches() => true,
            _ if !self.wants_all() => false,
            [] => false,
            [term] => self.open.deleted().is_some() || listed.docs.len() * LOOKUP > term.doc_frequency() as usize,
            _ => true,
        }
    }

    /// Returns the documents listed and those of the frequent terms.
    fn mark(&self, listed: &[u32], frequent: &mut [TermNode]) -> Result<DocSet> {
        let mut all = DocSet::of(self.open.doc_count(), listed);
        frequent.iter_mut().try_for_each(|term| term.add_to(&mut all))?;
        if let Some(deleted) = self.open.deleted() {
            all.and_not(deleted);
        }
        Ok(all)
    }

    /// Returns how many documents are listed or have a frequent term, of which there is one at most where it matters.
    fn count(&self, listed: &[u32], frequent: &mut [TermNode]) -> Result<u64> {
        let mut total = listed.len() as u64;
        if let [term] = frequent {
            total += u64::from(term.doc_frequency());
            term.each_common(listed, |_, common| {
                total -= common.len() as u64;
                Ok(())
            })?;
        }
        Ok(total)
    }

    fn best_of_any(&self, listed: Sums, mut frequent: Vec<TermNode>) -> Result<Top> {
        let mut top = Top::in_any_order(self.request.limit, self.needed, self.request.order);
        let listed = self.offer_listed(listed, &mut frequent, &mut top)?;
        match frequent.len() {
            0 => Ok(top),
            1 => self.offer_frequent(&mut frequent[0], &listed, top),
            _ => {
                let offered = DocSet::of(self.open.doc_count(), &listed);
                let mut run = Windows::new(self, false, top);
                run.offered = Some(&offered);
                run.all(&mut Node::or(frequent.into_iter().map(|term| Node::Term(Box::new(term))).collect()))?;
                Ok(run.top)
            }
        }
    }

    /// Offers the documents listed, with what the frequent terms add, and returns them.
    fn offer_listed(&self, listed: Sums, frequent: &mut [TermNode], top: &mut Top) -> Result<Vec<u32>> {
        let Sums { docs, mut scores } = listed;
        let mut promising = docs.clone();
        if !frequent.is_empty() {
            let least = kth_best(&scores, self.request).max(top.needed());
            let more = frequent.iter_mut().map(TermNode::most_of_any).sum::<Result<f64>>()?;
            keep_reaching(&mut promising, &mut scores, least - more);
            frequent.iter_mut().try_for_each(|term| term.add_scores(&promising, &mut scores))?;
        }
        promising.iter().zip(scores).for_each(|(&doc, score)| top.offer(doc, score));
        top.cut();
        Ok(docs)
    }

    /// Offers the documents of a term but for those listed, and reads the blocks that may score most first.
    fn offer_frequent(&self, term: &mut TermNode, listed: &[u32], mut top: Top) -> Result<Top> {
        let reaches = |bound: f64, top: &Top| bound >= top.needed();
        let mut blocks: Vec<(f64, usize)> = term.block_bounds()?.iter().copied().zip(0..).collect();
        blocks.retain(|(bound, _)| reaches(*bound, &top));
        let by_bound = |a: &(f64, usize), b: &(f64, usize)| b.0.total_cmp(&a.0);
        if blocks.len() > FIRST_BLOCKS {
            blocks.select_nth_unstable_by(FIRST_BLOCKS, by_bound);
        }
        let mut rest = blocks.split_off(blocks.len().min(FIRST_BLOCKS));
        for part in [&mut blocks, &mut rest] {
            part.retain(|(bound, _)| reaches(*bound, &top));
            part.sort_unstable_by(by_bound);
            for &(bound, block) in part.iter() {
                if !reaches(bound, &top) {
                    break;
                }
                term.score_all(block, |doc, score| {
                    if score >= top.needed() && self.open.is_live(doc) && listed.binary_search(&doc).is_err() {
                        top.offer(doc, score);
                    }
                })?;
            }
            top.cut();
        }
        Ok(top)
    }
}

/// Documents, ascending, and what they score.
#[derive(Default)]
struct Sums {
    docs: Vec<u32>,
    scores: Vec<f64>,
}

impl Sums {
    fn add(&mut self, term: &mut TermNode) -> Result<()> {
        let mut own = Sums::with_room(term.doc_frequency() as usize);
        for block in 0..term.postings.block_count() {
            term.score_all(block, |doc, score| {
                own.docs.push(doc);
                own.scores.push(score);
            })?;
        }
        *self = if self.docs.is_empty() { own } else { self.merged(&own) };
        Ok(())
    }

    fn retain(&mut self, is_wanted: impl Fn(u32) -> bool) {
        let mut wanted = self.docs.iter().map(|&doc| is_wanted(doc));
        self.scores.retain(|_| wanted.next() == Some(true));
        self.docs.retain(|&doc| is_wanted(doc));
    }

    fn with_room(count: usize) -> Self {
        Sums { docs: Vec::with_capacity(count), scores: Vec::with_capacity(count) }
    }

    fn merged(&self, other: &Sums) -> Sums {
        let mut all = Sums::with_room(self.docs.len() + other.docs.len());
        let (mut i, mut j) = (0, 0);
        while let (Some((a, of_a)), Some((b, of_b))) = (self.get(i), other.get(j)) {
            // Which comes first cannot be foreseen: no branch depends on it.
            all.docs.push(a.min(b));
            all.scores.push(score_if(a <= b, of_a) + score_if(b <= a, of_b));
            i += usize::from(a <= b);
            j += usize::from(b <= a);
        }
        for (rest, from) in [(self, i), (other, j)] {
            all.docs.extend_from_slice(&rest.docs[from..]);
            all.scores.extend_from_slice(&rest.scores[from..]);
        }
        all
    }

    #[inline]
    fn get(&self, index: usize) -> Option<(u32, f64)> {
        Some((*self.docs.get(index)?, *self.scores.get(index)?))
    }
}

/// Returns the score or 0, without a branch.
#[inline]
fn score_if(counts: bool, score: f64) -> f64 {
    f64::from_bits(score.to_bits() & u64::from(counts).wrapping_neg())
}
