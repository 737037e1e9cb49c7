//! Regular expressions over words: the automata that searchkit/query/automaton.py makes, followed letter by letter.
//!
//! Sets of states that were met once are remembered with what each letter leads to, so that a word costs a look-up a
//! letter; when too many are known they are forgotten.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::error::{Error, Result};

/// Sets of states that are remembered at a time.
const MOST_SETS: usize = 4096;

/// The states of the longest expression.
const MOST_STATES: usize = 512;

const WORDS: usize = MOST_STATES / 64;

type States = [u64; WORDS];

/// No set of states: nothing more can match.
const DEAD: u32 = 0;

/// Letters that a state stands for: ranges, and whether it is all but these.
pub type Class = (bool, Vec<(char, char)>);

/// An automaton whose states each stand behind one letter of the expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Automaton {
    classes: Vec<Class>,
    first: States,
    last: States,
    follow: Vec<States>,
    is_nullable: bool,
}

impl Automaton {
    /// Makes an automaton of the letters, the states it can start and end with, and those that follow each.
    pub fn new(
        classes: Vec<Class>,
        first: &[usize],
        last: &[usize],
        follow: &[Vec<usize>],
        is_nullable: bool,
    ) -> Result<Self> {
        let count = classes.len();
        let states = first.iter().chain(last).chain(follow.iter().flatten());
        if count > MOST_STATES || follow.len() != count || states.copied().any(|state| state >= count) {
            return Err(Error::invalid("an automaton has states that it has not"));
        }
        let follow = follow.iter().map(|states| set(states)).collect();
        Ok(Automaton { classes, first: set(first), last: set(last), follow, is_nullable })
    }

    fn reached(&self, wanted: &States, letter: char) -> States {
        let mut reached = [0; WORDS];
        each(wanted, |state| {
            let (is_not, ranges) = &self.classes[state];
            let is_in = ranges.iter().any(|&(low, high)| low <= letter && letter <= high);
            reached[state / 64] |= u64::from(is_in != *is_not) << (state % 64);
        });
        reached
    }

    fn following(&self, reached: &States) -> States {
        let mut following = [0; WORDS];
        each(reached, |state| following.iter_mut().zip(&self.follow[state]).for_each(|(all, more)| *all |= more));
        following
    }
}

fn set(states: &[usize]) -> States {
    let mut set = [0; WORDS];
    states.iter().for_each(|state| set[state / 64] |= 1 << (state % 64));
    set
}

fn each(states: &States, mut f: impl FnMut(usize)) {
    for (word, &bits) in states.iter().enumerate() {
        let mut bits = bits;
        while bits != 0 {
            f(word * 64 + bits.trailing_zeros() as usize);
            bits &= bits - 1;
        }
    }
}

/// An automaton at work on many words.
pub(super) struct Matcher<'a> {
    automaton: &'a Automaton,
    known: RefCell<Known>,
}

#[derive(Default)]
struct Known {
    numbers: HashMap<States, u32>,
    /// By number: the states that are wanted next, and whether a word may end here.
    sets: Vec<(States, bool)>,
    steps: HashMap<(u32, char), u32, foldhash::fast::FixedState>,
}

impl<'a> Matcher<'a> {
    pub fn new(automaton: &'a Automaton) -> Self {
        Matcher { automaton, known: RefCell::default() }
    }

    /// Tells whether the whole word matches.
    pub fn matches(&self, word: &str) -> bool {
        let mut known = self.known.borrow_mut();
        if known.sets.len() > MOST_SETS {
            *known = Known::default();
        }
        if known.sets.is_empty() {
            known.sets.push(([0; WORDS], false)); // DEAD
            known.sets.push((self.automaton.first, self.automaton.is_nullable)); // the start
        }
        let mut at = 1;
        for letter in word.chars() {
            at = match known.steps.get(&(at, letter)) {
                Some(&next) => next,
                None => self.step(&mut known, at, letter),
            };
            if at == DEAD {
                return false;
            }
        }
        known.sets[at as usize].1
    }

    fn step(&self, known: &mut Known, at: u32, letter: char) -> u32 {
        let reached = self.automaton.reached(&known.sets[at as usize].0, letter);
        let next = if reached == [0; WORDS] { DEAD } else { self.number(known, reached) };
        known.steps.insert((at, letter), next);
        next
    }

    fn number(&self, known: &mut Known, reached: States) -> u32 {
        if let Some(&number) = known.numbers.get(&reached) {
            return number;
        }
        let number = known.sets.len() as u32;
        let may_end = reached.iter().zip(&self.automaton.last).any(|(a, b)| a & b != 0);
        known.sets.push((self.automaton.following(&reached), may_end));
        known.numbers.insert(reached, number);
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_matched_whole() {
        // a(b|[^c])*
        let letter = |c| (false, vec![(c, c)]);
        let classes = vec![letter('a'), letter('b'), (true, vec![('c', 'c')])];
        let follow = [vec![1, 2], vec![1, 2], vec![1, 2]];
        let automaton = Automaton::new(classes, &[0], &[0, 1, 2], &follow, false).unwrap();
        let matcher = Matcher::new(&automaton);
        let found = ["a", "ab", "abéx", "", "b", "ac", "abca"].map(|word| matcher.matches(word));
        assert_eq!(found, [true, true, true, false, false, false, false]);
    }

    #[test]
    fn states_that_there_are_not_are_refused() {
        assert!(Automaton::new(vec![(true, vec![])], &[1], &[0], &[vec![]], false).is_err());
    }
}
