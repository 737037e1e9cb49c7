//! What nodes of several parts match in a window, found out once.

use crate::error::Result;
use crate::search::bits::{Bits, Scores, WINDOW};

use super::{And, Constant, DisMax, Matched, Node, Not, Pair, Set, SetScores, add_all, both};

impl And<'_> {
    pub(super) fn matched(&mut self, base: u32, within: &Bits) -> Result<&Bits> {
        let parts = &mut self.parts;
        self.matched.get(base, |out| {
            let mut left = within.clone();
            for part in parts {
                if left.is_empty() {
                    break;
                }
                let mut found = Bits::EMPTY;
                part.matches(base, &left, &mut found)?;
                left.and(&found);
            }
            *out = left;
            Ok(())
        })
    }
}

impl DisMax<'_> {
    pub(super) fn score(&mut self, base: u32, candidates: &Bits, scores: &mut Scores) -> Result<()> {
        let mut best: Box<Scores> = Box::new([0.0; WINDOW]);
        for part in &mut self.parts {
            self.scores.fill(0.0);
            part.score(base, candidates, &mut self.scores, f64::NEG_INFINITY)?;
            candidates.iter().for_each(|place| best[place] = best[place].max(self.scores[place]));
        }
        candidates.iter().for_each(|place| scores[place] += best[place]);
        Ok(())
    }
}

impl<'s> Pair<'s> {
    pub(super) fn matched(
        &mut self,
        base: u32,
        within: &Bits,
        combine: fn(&mut Node<'s>, &mut Node<'s>, u32, &Bits, &mut Bits) -> Result<()>,
    ) -> Result<&Bits> {
        let Pair { first, second, matched } = self;
        matched.get(base, |out| combine(first, second, base, within, out))
    }

    pub(super) fn first(
        first: &mut Node<'s>,
        _: &mut Node<'s>,
        base: u32,
        within: &Bits,
        out: &mut Bits,
    ) -> Result<()> {
        first.matches(base, within, out)
    }

    pub(super) fn difference(
        first: &mut Node<'s>,
        second: &mut Node<'s>,
        base: u32,
        within: &Bits,
        out: &mut Bits,
    ) -> Result<()> {
        first.matches(base, within, out)?;
        out.and(within);
        if out.is_empty() {
            return Ok(());
        }
        let mut excluded = Bits::EMPTY;
        second.matches(base, out, &mut excluded)?;
        out.and_not(&excluded);
        Ok(())
    }

    pub(super) fn intersection(
        first: &mut Node<'s>,
        second: &mut Node<'s>,
        base: u32,
        within: &Bits,
        out: &mut Bits,
    ) -> Result<()> {
        let (first, second) = if first.cost() <= second.cost() { (first, second) } else { (second, first) };
        let mut left = Bits::EMPTY;
        first.matches(base, within, &mut left)?;
        left.and(within);
        if !left.is_empty() {
            second.matches(base, &left, out)?;
            out.and(&left);
        }
        Ok(())
    }
}

impl Not<'_> {
    pub(super) fn matched(&mut self, base: u32, within: &Bits) -> Result<&Bits> {
        let node = &mut self.node;
        self.matched.get(base, |out| {
            let mut excluded = Bits::EMPTY;
            node.matches(base, within, &mut excluded)?;
            *out = within.clone();
            out.and_not(&excluded);
            Ok(())
        })
    }
}

impl Constant<'_> {
    pub(super) fn matched(&mut self, base: u32, within: &Bits) -> Result<&Bits> {
        let node = &mut self.node;
        self.matched.get(base, |out| node.matches(base, within, out))
    }
}

impl Set {
    pub(super) fn score(&self, base: u32, candidates: &Bits, scores: &mut Scores) {
        match &self.scores {
            SetScores::All(score) => add_all(&both(candidates, &self.docs.window(base)), *score, scores),
            SetScores::Each(each, _) => {
                let own = &each[base as usize..]; // documents outside the set score 0
                candidates.iter().for_each(|place| scores[place] += own.get(place).unwrap_or(&0.0));
            }
        }
    }
}

impl Matched {
    pub(super) fn new() -> Self {
        Self { base: None, bits: Bits::EMPTY }
    }

    pub(super) fn get(&mut self, base: u32, find: impl FnOnce(&mut Bits) -> Result<()>) -> Result<&Bits> {
        if self.base != Some(base) {
            self.bits.clear();
            find(&mut self.bits)?;
            self.base = Some(base);
        }
        Ok(&self.bits)
    }
}
