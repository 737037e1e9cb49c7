//! A query made ready for one segment, evaluated window by window in document order.
//!
//! For each window a node first says which documents match, then scores those that are still wanted. Both are done for
//! many documents at a time, so that what a node is costs once a window and not once a document.

mod parts;

use crate::error::Result;
use crate::segment::END;

use super::bits::{Bits, DocSet, Scores, WINDOW};
use super::near::SpansNode;
use super::phrase::PhraseNode;
use super::term::TermNode;
use super::top::sums_from;

/// A node of the tree.
pub(super) enum Node<'s> {
    Term(Box<TermNode<'s>>),
    Phrase(Box<PhraseNode<'s>>),
    /// A filter that costs more than all others: it is asked last.
    Spans(Box<SpansNode<'s>>),
    And(Box<And<'s>>),
    Or(Or<'s>),
    DisMax(DisMax<'s>),
    /// The first without the second.
    AndNot(Box<Pair<'s>>),
    /// The first, and the score of the second where it matches.
    AndMaybe(Box<Pair<'s>>),
    /// What both match, with the score of the first.
    Require(Box<Pair<'s>>),
    Not(Box<Not<'s>>),
    Constant(Box<Constant<'s>>),
    Set(Set),
    /// Documents `start..end`, with a score.
    Range(u32, u32, f64),
}

/// All of the nodes, cheapest first.
pub(super) struct And<'s> {
    pub parts: Vec<Node<'s>>,
    matched: Matched,
}

/// Any of the nodes.
pub(super) struct Or<'s> {
    pub parts: Vec<Node<'s>>,
}

/// Any of the nodes, with the best score.
pub(super) struct DisMax<'s> {
    pub parts: Vec<Node<'s>>,
    scores: Box<Scores>,
}

pub(super) struct Pair<'s> {
    pub first: Node<'s>,
    pub second: Node<'s>,
    matched: Matched,
}

pub(super) struct Not<'s> {
    pub node: Node<'s>,
    matched: Matched,
}

pub(super) struct Constant<'s> {
    pub node: Node<'s>,
    pub score: f64,
    matched: Matched,
}

/// Documents found beforehand.
pub(super) struct Set {
    pub docs: DocSet,
    pub scores: SetScores,
}

/// The scores of a [`Set`].
pub(super) enum SetScores {
    All(f64),
    /// The score of every document of the segment, and the greatest.
    Each(Vec<f64>, f64),
}

/// What a node has found out of the current window, so that scoring need not find it out again.
struct Matched {
    base: Option<u32>,
    bits: Bits,
}

impl<'s> Node<'s> {
    pub fn and(mut parts: Vec<Node<'s>>) -> Node<'s> {
        parts.sort_by_key(Node::cost);
        Node::And(Box::new(And { parts, matched: Matched::new() }))
    }

    pub fn or(parts: Vec<Node<'s>>) -> Node<'s> {
        Node::Or(Or { parts })
    }

    pub fn dis_max(parts: Vec<Node<'s>>) -> Node<'s> {
        Node::DisMax(DisMax { parts, scores: Box::new([0.0; WINDOW]) })
    }

    pub fn pair(first: Node<'s>, second: Node<'s>) -> Box<Pair<'s>> {
        Box::new(Pair { first, second, matched: Matched::new() })
    }

    pub fn not(node: Node<'s>) -> Node<'s> {
        Node::Not(Box::new(Not { node, matched: Matched::new() }))
    }

    pub fn constant(node: Node<'s>, score: f64) -> Node<'s> {
        match node {
            Node::Range(start, end, _) => Node::Range(start, end, score),
            Node::Set(set) => Node::Set(Set { docs: set.docs, scores: SetScores::All(score) }),
            node => Node::Constant(Box::new(Constant { node, score, matched: Matched::new() })),
        }
    }

    /// Returns about how many documents must be read to know all matches.
    pub fn cost(&self) -> u64 {
        match self {
            Node::Term(term) => u64::from(term.doc_frequency()),
            Node::Phrase(phrase) => phrase.cost(),
            Node::Spans(_) => u64::from(u32::MAX),
            Node::And(and) => and.parts.iter().map(Node::cost).min().unwrap_or(0),
            Node::Or(Or { parts, .. }) | Node::DisMax(DisMax { parts, .. }) => parts.iter().map(Node::cost).sum(),
            Node::AndNot(pair) | Node::AndMaybe(pair) | Node::Require(pair) => pair.first.cost(),
            Node::Constant(constant) => constant.node.cost(),
            Node::Not(not) => not.node.cost(),
            Node::Set(_) | Node::Range(..) => 0,
        }
    }

    /// Returns the first document from `doc` on that may match, or [`END`].
    pub fn next(&mut self, doc: u32) -> u32 {
        match self {
            Node::Term(term) => term.next(doc),
            Node::Phrase(phrase) => phrase.next(doc),
            Node::And(and) => and.parts.iter_mut().map(|part| part.next(doc)).max().unwrap_or(END),
            Node::Or(Or { parts, .. }) | Node::DisMax(DisMax { parts, .. }) => {
                parts.iter_mut().map(|part| part.next(doc)).min().unwrap_or(END)
            }
            Node::AndNot(pair) | Node::AndMaybe(pair) => pair.first.next(doc),
            Node::Require(pair) => pair.first.next(doc).max(pair.second.next(doc)),
            Node::Constant(constant) => constant.node.next(doc),
            Node::Range(start, end, _) => {
                if doc < *end {
                    doc.max(*start)
                } else {
                    END
                }
            }
            Node::Not(_) | Node::Set(_) | Node::Spans(_) => doc,
        }
    }

    /// Returns a score that no match in the window exceeds.
    pub fn bound(&mut self, base: u32) -> Result<f64> {
        Ok(match self {
            Node::Term(term) => term.bound(base)?,
            Node::Phrase(phrase) => phrase.bound(base)?,
            Node::And(and) => sum(&mut and.parts, base)?,
            Node::Or(Or { parts, .. }) => sum(parts, base)?,
            Node::DisMax(DisMax { parts, .. }) => {
                parts.iter_mut().try_fold(0.0, |most, part| Ok(f64::max(most, part.bound(base)?)))?
            }
            Node::AndMaybe(pair) => pair.first.bound(base)? + pair.second.bound(base)?,
            Node::AndNot(pair) | Node::Require(pair) => pair.first.bound(base)?,
            Node::Constant(constant) => constant.score,
            Node::Not(_) => 1.0,
            Node::Spans(_) => 0.0,
            Node::Set(Set { scores: SetScores::All(score) | SetScores::Each(_, score), .. }) => *score,
            Node::Range(_, _, score) => *score,
        })
    }

    /// Appends the nodes whose scores, where they match, add up to the score of this one where it does.
    pub fn summands<'n>(&'n mut self, out: &mut Vec<&'n mut Node<'s>>) {
        match self {
            Node::Or(or) => or.parts.iter_mut().for_each(|part| part.summands(out)),
            _ => out.push(self),
        }
    }

    /// Adds the matches in the window to `out`; of those not in `within` it may leave out any.
    ///
    /// Windows come in ascending order, each once; `base` is a multiple of the window.
    pub fn matches(&mut self, base: u32, within: &Bits, out: &mut Bits) -> Result<()> {
        match self {
            Node::Term(term) => term.matches(base, within, out)?,
            Node::Or(Or { parts, .. }) | Node::DisMax(DisMax { parts, .. }) => {
                parts.iter_mut().try_for_each(|part| part.matches(base, within, out))?;
            }
            Node::AndMaybe(pair) => out.or(pair.matched(base, within, Pair::first)?),
            Node::Set(set) => out.or(&set.docs.window(base)),
            Node::Range(start, end, _) => out.or(&range(*start, *end, base)),
            Node::And(and) => out.or(and.matched(base, within)?),
            Node::AndNot(pair) => out.or(pair.matched(base, within, Pair::difference)?),
            Node::Require(pair) => out.or(pair.matched(base, within, Pair::intersection)?),
            Node::Not(not) => out.or(not.matched(base, within)?),
            Node::Constant(constant) => out.or(constant.matched(base, within)?),
            Node::Phrase(phrase) => out.or(phrase.matched(base, within)?),
            Node::Spans(spans) => out.or(spans.matched(base, within)?),
        }
        Ok(())
    }

    /// Adds the scores of those candidates that match, all of which were in the `within` of a call to `matches` for
    /// this window if there was one. Where the score is sure to stay below `needed`, any part of it may be left out.
    pub fn score(&mut self, base: u32, candidates: &Bits, scores: &mut Scores, needed: f64) -> Result<()> {
        const ALL: f64 = f64::NEG_INFINITY;
        match self {
            Node::Term(term) => term.score(base, candidates, scores),
            Node::Or(or) => score_sum(&mut or.parts, base, candidates, scores, needed),
            Node::DisMax(dis_max) => dis_max.score(base, candidates, scores),
            Node::AndMaybe(pair) => {
                let matched = both(candidates, pair.matched(base, candidates, Pair::first)?);
                pair.first.score(base, &matched, scores, ALL)?;
                pair.second.score(base, &matched, scores, ALL)
            }
            Node::Set(set) => {
                set.score(base, candidates, scores);
                Ok(())
            }
            Node::Range(start, end, score) => {
                add_all(&both(candidates, &range(*start, *end, base)), *score, scores);
                Ok(())
            }
            Node::And(and) => {
                let matched = both(candidates, and.matched(base, candidates)?);
                score_sum(&mut and.parts, base, &matched, scores, needed)
            }
            Node::AndNot(pair) => {
                let matched = both(candidates, pair.matched(base, candidates, Pair::difference)?);
                pair.first.score(base, &matched, scores, needed)
            }
            Node::Require(pair) => {
                let matched = both(candidates, pair.matched(base, candidates, Pair::intersection)?);
                pair.first.score(base, &matched, scores, needed)
            }
            Node::Not(not) => {
                add_all(&both(candidates, not.matched(base, candidates)?), 1.0, scores);
                Ok(())
            }
            Node::Constant(constant) => {
                let matched = both(candidates, constant.matched(base, candidates)?);
                add_all(&matched, constant.score, scores);
                Ok(())
            }
            Node::Phrase(phrase) => phrase.score(base, candidates, scores),
            Node::Spans(_) => Ok(()),
        }
    }
}

fn sum(parts: &mut [Node], base: u32) -> Result<f64> {
    parts.iter_mut().try_fold(0.0, |sum, part| Ok(sum + part.bound(base)?))
}

/// Adds the scores of nodes that add up, to those candidates that match.
///
/// Where the sum must reach `needed`, the parts that may score most come first; when those to come cannot lift a document
/// to it any more, it is no candidate for them (MAXSCORE).
fn score_sum(parts: &mut [Node], base: u32, candidates: &Bits, scores: &mut Scores, needed: f64) -> Result<()> {
    const ALL: f64 = f64::NEG_INFINITY;
    if needed <= 0.0 {
        return parts.iter_mut().try_for_each(|part| part.score(base, candidates, scores, ALL));
    }
    let mut summands = Vec::new();
    parts.iter_mut().for_each(|part| part.summands(&mut summands));
    let bounded = summands.into_iter().map(|part| Ok((part.bound(base)?, part)));
    let mut bounded = bounded.collect::<Result<Vec<_>>>()?;
    bounded.sort_by(|a, b| b.0.total_cmp(&a.0));
    let rests = sums_from(&bounded.iter().map(|(bound, _)| *bound).collect::<Vec<_>>());
    let mut left = candidates.clone();
    for ((bound, part), rest) in bounded.into_iter().zip(rests) {
        if bound == 0.0 {
            break; // nor do the others match anything here
        }
        if rest < needed {
            left.keep_scores(scores, needed - rest);
            if left.is_empty() {
                break;
            }
        }
        part.score(base, &left, scores, ALL)?;
    }
    Ok(())
}

fn range(start: u32, end: u32, base: u32) -> Bits {
    Bits::range(start.saturating_sub(base) as usize, end.saturating_sub(base) as usize)
}

fn both(a: &Bits, b: &Bits) -> Bits {
    let mut both = a.clone();
    both.and(b);
    both
}

fn add_all(places: &Bits, score: f64, scores: &mut Scores) {
    if score != 0.0 {
        places.iter().for_each(|place| scores[place] += score);
    }
}
