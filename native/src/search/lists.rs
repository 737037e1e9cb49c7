//! A query evaluated by lists of documents.
//!
//! What a window costs does not depend on how much it holds. Where few documents can match, it is cheaper to list them
//! and to ask about each: then a query costs what its rarest part costs.

use crate::error::Result;

use super::Request;
use super::common::count_while;
use super::node::{And, Node, Pair, Set, SetScores};
use super::top::{lower, sums_from};

/// As many documents as there can be.
const ANY: u64 = u32::MAX as u64;

/// What looking for places in a document costs, in lists looked into.
const PLACES: u64 = 4;

impl Node<'_> {
    /// Returns a number that is not less than that of the matches.
    pub fn most(&self) -> u64 {
        match self {
            Node::Term(term) => u64::from(term.doc_frequency()),
            Node::Phrase(phrase) => phrase.most(),
            Node::And(and) => and.parts.iter().map(Node::most).min().unwrap_or(0),
            Node::Or(or) => or.parts.iter().map(Node::most).sum(),
            Node::DisMax(dis_max) => dis_max.parts.iter().map(Node::most).sum(),
            Node::AndNot(pair) | Node::AndMaybe(pair) => pair.first.most(),
            Node::Require(pair) => pair.first.most().min(pair.second.most()),
            Node::Constant(constant) => constant.node.most(),
            Node::Range(start, end, _) => u64::from(end - start),
            Node::Not(_) | Node::Set(_) | Node::Spans(_) => ANY,
        }
    }

    /// Tells whether the node is a phrase, or any of several: those are looked for list by list, however many match.
    pub fn is_any_of_phrases(&self) -> bool {
        match self {
            Node::Phrase(_) => true,
            Node::Or(or) => or.parts.iter().all(Node::is_any_of_phrases),
            _ => false,
        }
    }

    /// Returns about how many documents [`Node::docs`] must look at, every list of them counted.
    pub fn lookups(&self) -> u64 {
        match self {
            Node::Term(_) | Node::Range(..) => self.most(),
            Node::Phrase(phrase) => phrase.leaves() * self.most(),
            Node::And(and) => and.parts.iter().map(Node::leaves).sum::<u64>() * self.most(),
            Node::Or(or) => or.parts.iter().map(Node::lookups).sum(),
            Node::DisMax(dis_max) => dis_max.parts.iter().map(Node::lookups).sum(),
            Node::AndNot(pair) => pair.first.lookups() + self.most() * pair.second.leaves(),
            Node::AndMaybe(pair) => pair.first.lookups(),
            Node::Require(pair) => self.most() * (pair.first.leaves() + pair.second.leaves()),
            Node::Constant(constant) => constant.node.lookups(),
            Node::Not(_) | Node::Set(_) | Node::Spans(_) => ANY,
        }
    }

    /// Returns how many lists are looked into to know whether a document matches.
    fn leaves(&self) -> u64 {
        match self {
            Node::Phrase(phrase) => phrase.leaves(),
            Node::Spans(_) => PLACES,
            Node::And(and) => and.parts.iter().map(Node::leaves).sum(),
            Node::Or(or) => or.parts.iter().map(Node::leaves).sum(),
            Node::DisMax(dis_max) => dis_max.parts.iter().map(Node::leaves).sum(),
            Node::AndNot(pair) | Node::Require(pair) => pair.first.leaves() + pair.second.leaves(),
            Node::AndMaybe(pair) => pair.first.leaves(),
            Node::Constant(constant) => constant.node.leaves(),
            Node::Not(not) => not.node.leaves(),
            Node::Term(_) | Node::Set(_) | Node::Range(..) => 1,
        }
    }

    /// Returns the documents that match, ascending; of a segment of `doc_count` documents.
    pub fn docs(&mut self, doc_count: u32) -> Result<Vec<u32>> {
        Ok(match self {
            Node::Term(term) => term.docs()?,
            Node::Phrase(phrase) => phrase.docs()?,
            Node::And(and) => and.docs(doc_count)?,
            Node::Or(or) => union(&mut or.parts, doc_count)?,
            Node::DisMax(dis_max) => union(&mut dis_max.parts, doc_count)?,
            Node::AndNot(pair) => {
                let mut docs = pair.first.docs(doc_count)?;
                pair.second.drop(&mut docs)?;
                docs
            }
            Node::AndMaybe(pair) => pair.first.docs(doc_count)?,
            Node::Require(pair) => {
                let Pair { first, second, .. } = &mut **pair;
                let (lead, other) = if first.most() <= second.most() { (first, second) } else { (second, first) };
                let mut docs = lead.docs(doc_count)?;
                other.keep(&mut docs)?;
                docs
            }
            Node::Constant(constant) => constant.node.docs(doc_count)?,
            Node::Spans(spans) => {
                let mut docs = (0..doc_count).collect();
                spans.keep(&mut docs)?;
                docs
            }
            Node::Range(start, end, _) => (*start..*end).collect(),
            Node::Set(set) => set.docs.iter().collect(),
            Node::Not(not) => {
                let mut docs = (0..doc_count).collect();
                not.node.drop(&mut docs)?;
                docs
            }
        })
    }

    /// Keeps those of the ascending documents that match.
    pub fn keep(&mut self, docs: &mut Vec<u32>) -> Result<()> {
        match self {
            Node::Phrase(phrase) => phrase.keep(docs)?,
            Node::Spans(spans) => spans.keep(docs)?,
            Node::And(and) => and.parts.iter_mut().try_for_each(|part| part.keep(docs))?,
            Node::AndNot(pair) => {
                pair.first.keep(docs)?;
                pair.second.drop(docs)?;
            }
            Node::AndMaybe(pair) => pair.first.keep(docs)?,
            Node::Require(pair) => {
                pair.first.keep(docs)?;
                pair.second.keep(docs)?;
            }
            Node::Constant(constant) => constant.node.keep(docs)?,
            Node::Not(not) => not.node.drop(docs)?,
            Node::Range(start, end, _) => {
                docs.truncate(docs.partition_point(|doc| doc < end));
                docs.drain(..docs.partition_point(|doc| doc < start));
            }
            Node::Set(set) => docs.retain(|&doc| set.docs.contains(doc)),
            Node::Term(_) | Node::Or(_) | Node::DisMax(_) => self.select(docs, true)?,
        }
        Ok(())
    }

    /// Drops those of the ascending documents that match.
    fn drop(&mut self, docs: &mut Vec<u32>) -> Result<()> {
        self.select(docs, false)
    }

    fn select(&mut self, docs: &mut Vec<u32>, kept: bool) -> Result<()> {
        if docs.is_empty() {
            return Ok(());
        }
        let mut marks = vec![false; docs.len()];
        self.mark(docs, &mut marks)?;
        let mut marks = marks.into_iter();
        docs.retain(|_| marks.next() == Some(kept));
        Ok(())
    }

    /// Marks those of the ascending documents that match; the marks of others stay as they are.
    fn mark(&mut self, docs: &[u32], marks: &mut [bool]) -> Result<()> {
        match self {
            Node::Term(term) => term.each_common(docs, |_, common| {
                common.iter().for_each(|&(place, _)| marks[place as usize] = true);
                Ok(())
            }),
            Node::Or(or) => or.parts.iter_mut().try_for_each(|part| part.mark(docs, marks)),
            Node::DisMax(dis_max) => dis_max.parts.iter_mut().try_for_each(|part| part.mark(docs, marks)),
            _ => {
                let mut kept = docs.to_vec();
                self.keep(&mut kept)?;
                each_place(docs, &kept, |_, place| marks[place] = true);
                Ok(())
            }
        }
    }

    /// Returns the scores of the documents, all of which match, in their order. Drops those that can neither be among the
    /// best nor reach `needed`.
    pub fn rank(&mut self, docs: &mut Vec<u32>, request: &Request, needed: f64) -> Result<Vec<f64>> {
        let mut scores = vec![0.0; docs.len()];
        if docs.len() <= request.limit.saturating_mul(2) {
            self.add_scores(docs, &mut scores, true)?;
            return Ok(scores);
        }
        let mut parts = Vec::new();
        self.sum_of(&mut parts);
        parts.sort_by_key(|(part, _)| part.most());
        let ceilings = parts.iter_mut().map(|(part, _)| part.ceiling()).collect::<Result<Vec<f64>>>()?;
        for ((part, known), rest) in parts.into_iter().zip(sums_from(&ceilings)) {
            let least = kth_best(&scores, request).max(needed);
            keep_reaching(docs, &mut scores, least - rest);
            part.add_scores(docs, &mut scores, known)?;
        }
        Ok(scores)
    }

    /// Appends the nodes whose scores, where they match, add up to that of a match of this one, and whether they always
    /// match where it does.
    fn sum_of<'n>(&'n mut self, out: &mut Vec<(&'n mut Self, bool)>) {
        match self {
            Node::And(and) => and.parts.iter_mut().for_each(|part| part.sum_of(out)),
            Node::AndNot(pair) | Node::Require(pair) => pair.first.sum_of(out),
            Node::Or(_) => {
                let mut parts = Vec::new();
                self.summands(&mut parts);
                out.extend(parts.into_iter().map(|part| (part, false)));
            }
            _ => out.push((self, true)),
        }
    }

    /// Returns a score that no match exceeds.
    fn ceiling(&mut self) -> Result<f64> {
        Ok(match self {
            Node::Term(term) => term.most_of_any()?,
            Node::Phrase(phrase) => phrase.ceiling()?,
            Node::And(and) => ceilings(&mut and.parts)?,
            Node::Or(or) => ceilings(&mut or.parts)?,
            Node::DisMax(dis_max) => {
                dis_max.parts.iter_mut().try_fold(0.0, |most, part| Ok(f64::max(most, part.ceiling()?)))?
            }
            Node::AndMaybe(pair) => pair.first.ceiling()? + pair.second.ceiling()?,
            Node::AndNot(pair) | Node::Require(pair) => pair.first.ceiling()?,
            Node::Constant(constant) => constant.score,
            Node::Not(_) => 1.0,
            Node::Spans(_) => 0.0,
            Node::Set(Set { scores: SetScores::All(score) | SetScores::Each(_, score), .. }) => *score,
            Node::Range(_, _, score) => *score,
        })
    }

    /// Adds, to the score of each of the ascending documents that matches, that of the node. `known`: all match.
    pub fn add_scores(&mut self, docs: &[u32], scores: &mut [f64], known: bool) -> Result<()> {
        match self {
            Node::Term(term) => term.add_scores(docs, scores),
            Node::Or(or) => or.parts.iter_mut().try_for_each(|part| part.add_scores(docs, scores, false)),
            Node::DisMax(dis_max) => best_scores(&mut dis_max.parts, docs, scores),
            Node::Set(Set { docs: set, scores: SetScores::All(score) }) => {
                let found = docs.iter().zip(scores).filter(|(doc, _)| set.contains(**doc));
                found.for_each(|(_, sum)| *sum += *score);
                Ok(())
            }
            Node::Set(Set { scores: SetScores::Each(each, _), .. }) => {
                docs.iter().zip(scores).for_each(|(&doc, sum)| *sum += each.get(doc as usize).unwrap_or(&0.0));
                Ok(())
            }
            _ if !known => {
                let mut kept = docs.to_vec();
                self.keep(&mut kept)?;
                let mut of_kept = vec![0.0; kept.len()];
                self.add_scores(&kept, &mut of_kept, true)?;
                each_place(docs, &kept, |index, place| scores[place] += of_kept[index]);
                Ok(())
            }
            Node::Phrase(phrase) => phrase.add_scores(docs, scores),
            Node::Spans(_) => Ok(()),
            Node::And(and) => and.parts.iter_mut().try_for_each(|part| part.add_scores(docs, scores, true)),
            Node::AndNot(pair) | Node::Require(pair) => pair.first.add_scores(docs, scores, true),
            Node::AndMaybe(pair) => {
                pair.first.add_scores(docs, scores, true)?;
                pair.second.add_scores(docs, scores, false)
            }
            Node::Constant(constant) => {
                scores.iter_mut().for_each(|sum| *sum += constant.score);
                Ok(())
            }
            Node::Not(_) => {
                scores.iter_mut().for_each(|sum| *sum += 1.0);
                Ok(())
            }
            Node::Range(_, _, score) => {
                scores.iter_mut().for_each(|sum| *sum += *score);
                Ok(())
            }
        }
    }
}

impl And<'_> {
    fn docs(&mut self, doc_count: u32) -> Result<Vec<u32>> {
        let lead = (0..self.parts.len()).min_by_key(|&part| self.parts[part].most()).unwrap_or(0);
        let mut docs = self.parts[lead].docs(doc_count)?;
        for (_, part) in self.parts.iter_mut().enumerate().filter(|(part, _)| *part != lead) {
            part.keep(&mut docs)?;
        }
        Ok(docs)
    }
}

/// Keeps the documents whose score is at least `least`.
pub(super) fn keep_reaching(docs: &mut Vec<u32>, scores: &mut Vec<f64>, least: f64) {
    let mut kept = scores.iter().map(|&score| score >= least);
    docs.retain(|_| kept.next() == Some(true));
    scores.retain(|&score| score >= least);
}

/// Returns a score that the best must reach, since as many as are wanted do so; none if there are fewer.
pub(super) fn kth_best(scores: &[f64], request: &Request) -> f64 {
    let limit = request.limit;
    if limit == 0 || scores.len() < limit {
        return f64::NEG_INFINITY;
    }
    let mut best = scores.to_vec();
    let (_, kth, _) = best.select_nth_unstable_by(limit - 1, |a, b| b.total_cmp(a));
    lower(*kth, request.order)
}

/// Calls `f` with the index of each of `some` and its place in `all`; both are ascending.
fn each_place(all: &[u32], some: &[u32], mut f: impl FnMut(usize, usize)) {
    let mut place = 0;
    for (index, doc) in some.iter().enumerate() {
        place += count_while(&all[place..], |other| other < doc);
        f(index, place);
    }
}

fn ceilings(parts: &mut [Node]) -> Result<f64> {
    parts.iter_mut().map(Node::ceiling).sum()
}

fn union(parts: &mut [Node], doc_count: u32) -> Result<Vec<u32>> {
    let lists = parts.iter_mut().map(|part| part.docs(doc_count)).collect::<Result<Vec<_>>>()?;
    Ok(lists.into_iter().reduce(|a, b| merged(&a, &b)).unwrap_or_default())
}

/// Returns what is in either of two ascending lists, ascending, each once.
fn merged(a: &[u32], b: &[u32]) -> Vec<u32> {
    let (mut i, mut j) = (0, 0);
    let mut out = Vec::with_capacity(a.len() + b.len());
    while let (Some(&x), Some(&y)) = (a.get(i), b.get(j)) {
        out.push(x.min(y));
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    out.extend_from_slice(&a[i..]);
    out.extend_from_slice(&b[j..]);
    out
}

fn best_scores(parts: &mut [Node], docs: &[u32], scores: &mut [f64]) -> Result<()> {
    let mut best = vec![0.0; docs.len()];
    let mut own = vec![0.0; docs.len()];
    for part in parts {
        own.fill(0.0);
        part.add_scores(docs, &mut own, false)?;
        best.iter_mut().zip(&own).for_each(|(best, &score)| *best = f64::max(*best, score));
    }
    scores.iter_mut().zip(best).for_each(|(sum, score)| *sum += score);
    Ok(())
}
