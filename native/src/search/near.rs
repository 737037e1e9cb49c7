//! Where operands of NEAR stand: stretches of positions, document by document.

use crate::error::Result;
use crate::segment::{BLOCK, Postings};
use crate::spans::{self, ANYWHERE, Rule, Span, Stretch};

use super::bits::{Bits, WINDOW};
use super::deadline;
use super::pairs::{Pair, PairFinder};
use super::places::List;

/// The documents in which an operand has so many stretches. They give no score, and are only looked for among others.
pub(super) struct SpansNode<'s> {
    operand: Operand<'s>,
    least: usize,
    base: Option<u32>,
    matched: Bits,
    asked: u32,
    finder: PairFinder,
}

/// An operand and its stretches in the document looked at last.
pub(super) struct Operand<'s> {
    kind: Kind<'s>,
    found: Vec<Span>,
}

pub(super) enum Kind<'s> {
    /// Any of the words.
    Words(Vec<List<'s>>),
    /// Any of the unstemmed words.
    Forms(Forms<'s>),
    /// The words of any of the phrases, each at most so many positions after the one before.
    Phrases(Vec<Vec<List<'s>>>, u32),
    Any(Vec<Operand<'s>>),
    Near(Box<Near<'s>>),
}

/// Two operands, one near the other or without the other.
pub(super) struct Near<'s> {
    pub first: Operand<'s>,
    pub second: Operand<'s>,
    pub rule: Rule,
    /// Where sentences or paragraphs start, across which no stretch leads; a list of none where none does.
    pub starts: Option<Option<List<'s>>>,
    pub without: bool,
}

/// Unstemmed words, of which there may be thousands, most of them in few documents.
pub(super) struct Forms<'s> {
    all: Vec<Form<'s>>,
    /// The window of which it is known which documents have which words.
    base: Option<u32>,
    /// Places in the window and numbers of words, in order.
    in_window: Vec<(u16, u32)>,
}

impl<'s> Forms<'s> {
    pub fn new(all: Vec<Form<'s>>) -> Self {
        Forms { all, base: None, in_window: Vec::new() }
    }

    fn prepare(&mut self, base: u32, within: &Bits) -> Result<()> {
        self.in_window.clear();
        for (form, number) in self.all.iter_mut().zip(0..) {
            deadline::check()?;
            let places = form.word.places_in(base, within)?;
            self.in_window.extend(places.iter().map(|place| (place as u16, number)));
        }
        self.in_window.sort_unstable();
        self.base = Some(base);
        Ok(())
    }

    fn find(&mut self, doc: u32, found: &mut Vec<Span>) -> Result<()> {
        let Self { all, base, in_window } = self;
        match base.map(|base| doc.wrapping_sub(base) as usize).filter(|&place| place < WINDOW) {
            Some(place) => {
                let first = in_window.partition_point(|&(other, _)| usize::from(other) < place);
                let here = in_window[first..].iter().take_while(|&&(other, _)| usize::from(other) == place);
                here.into_iter().try_for_each(|&(_, number)| {
                    singles(all[number as usize].read_here(doc)?, found);
                    Ok(())
                })?;
            }
            None => {
                for form in all.iter_mut() {
                    singles(form.read(doc)?, found);
                }
            }
        }
        settle(all.len(), found);
        Ok(())
    }
}

/// An unstemmed word.
pub(super) struct Form<'s> {
    /// Which documents have it.
    pub word: List<'s>,
    /// Where all words of its term stand.
    pub term: List<'s>,
    /// Which of those it is, counted from 0, in documents that have several words of the term.
    pub places: Option<List<'s>>,
}

impl Form<'_> {
    /// Returns the positions in a document.
    fn read(&mut self, doc: u32) -> Result<&[u32]> {
        if self.word.is_at(doc)? { self.read_here(doc) } else { Ok(&[]) }
    }

    /// Returns the positions in a document that has the word.
    fn read_here(&mut self, doc: u32) -> Result<&[u32]> {
        let of_term = self.term.read(doc)?;
        let Some(places) = &mut self.places else { return Ok(of_term) };
        if !places.is_at(doc)? {
            return Ok(of_term);
        }
        places.read(doc)?;
        Ok(places.pick_from(of_term))
    }
}

impl<'s> Operand<'s> {
    pub fn new(kind: Kind<'s>) -> Self {
        Operand { kind, found: Vec::new() }
    }

    /// Tells whether any document can have stretches.
    pub fn can_be_found(&self) -> bool {
        match &self.kind {
            Kind::Words(lists) => !lists.is_empty(),
            Kind::Forms(forms) => !forms.all.is_empty(),
            Kind::Phrases(phrases, _) => !phrases.is_empty(),
            Kind::Any(parts) => !parts.is_empty(),
            Kind::Near(_) => true,
        }
    }

    /// Returns the lists of two single words that must stand near each other.
    fn two_words(&mut self) -> Option<TwoWords<'_, 's>> {
        let Kind::Near(near) = &mut self.kind else { return None };
        let Near { first, second, rule, starts, without } = &mut **near;
        match (&mut first.kind, &mut second.kind) {
            (Kind::Words(first), Kind::Words(second)) if !*without && rule.most > 0 => {
                match (&mut first[..], &mut second[..]) {
                    ([first], [second]) => {
                        Some(TwoWords { lists: [first.postings(), second.postings()], rule: *rule, starts })
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Makes ready for documents of a window, together.
    fn prepare(&mut self, base: u32, within: &Bits) -> Result<()> {
        match &mut self.kind {
            Kind::Words(lists) => lists.iter_mut().try_for_each(|list| list.prepare(base, within)),
            Kind::Forms(forms) => forms.prepare(base, within),
            Kind::Phrases(phrases, _) => phrases.iter_mut().flatten().try_for_each(|list| list.prepare(base, within)),
            Kind::Any(parts) => parts.iter_mut().try_for_each(|part| part.prepare(base, within)),
            Kind::Near(near) => {
                near.first.prepare(base, within)?;
                near.second.prepare(base, within)?;
                near.starts.iter_mut().flatten().try_for_each(|list| list.prepare(base, within))
            }
        }
    }

    /// Tells whether there are so many stretches in a document, if that can be told sooner than which there are.
    fn has(&mut self, doc: u32, least: usize) -> Result<Option<bool>> {
        match &mut self.kind {
            Kind::Words(lists) => has_words(lists, doc, least),
            Kind::Near(near) if least == 1 => near.is_alone(doc),
            _ => Ok(None),
        }
    }

    /// Finds the stretches in a document.
    fn find(&mut self, doc: u32) -> Result<()> {
        let found = &mut self.found;
        found.clear();
        match &mut self.kind {
            Kind::Words(lists) => {
                for list in lists.iter_mut() {
                    singles(list.read(doc)?, found);
                }
                settle(lists.len(), found);
            }
            Kind::Forms(forms) => forms.find(doc, found)?,
            Kind::Phrases(phrases, most) => {
                for phrase in phrases {
                    chain(phrase, *most, doc, found)?;
                }
                spans::minimal(found);
            }
            Kind::Any(parts) => {
                for part in parts {
                    part.find(doc)?;
                    found.extend_from_slice(&part.found);
                }
                spans::minimal(found);
            }
            Kind::Near(near) => near.find(doc, found)?,
        }
        Ok(())
    }
}

/// Two single words, one near the other.
struct TwoWords<'n, 's> {
    lists: [&'n mut Postings<'s>; 2],
    rule: Rule,
    starts: &'n mut Option<Option<List<'s>>>,
}

impl TwoWords<'_, '_> {
    /// Keeps those of the ascending documents in which the words are near each other.
    fn keep(self, finder: &mut PairFinder, docs: &mut Vec<u32>) -> Result<()> {
        let TwoWords { lists, rule, starts } = self;
        let Some(starts) = starts else {
            let pair = Pair { before: 0, after: 1, least: 1, most: rule.most };
            return finder.keep(pair, lists, rule.ordered, docs);
        };
        finder.keep_if(lists, docs, |docs, first, second| {
            let mut found = [false; BLOCK];
            for ((place, &doc), found) in docs.iter().enumerate().zip(&mut found) {
                let words = (first.positions(place), second.positions(place));
                *found = match starts {
                    None => is_any(words, rule, std::iter::empty()),
                    Some(list) if list.is_held() => {
                        is_any(words, rule, list.known(doc).flatten().into_iter().flatten())
                    }
                    Some(list) => is_any(words, rule, list.read(doc)?.iter().copied()),
                };
            }
            Ok(found)
        })
    }
}

/// Tells whether one of the words, given where they stand, is near the other.
#[inline]
fn is_any(
    (first, second): (impl Iterator<Item = u32>, impl Iterator<Item = u32>),
    rule: Rule,
    starts: impl Iterator<Item = u32>,
) -> bool {
    match rule {
        Rule { most: ANYWHERE, ordered: false } => spans::is_any_beside(first, second, starts),
        _ => spans::is_any_near(first, second, rule, starts),
    }
}

impl Near<'_> {
    /// Tells whether the first of two single words stands anywhere in a document without the second.
    fn is_alone(&mut self, doc: u32) -> Result<Option<bool>> {
        let Near { first, second, rule, starts, without: true } = self else { return Ok(None) };
        let (Kind::Words(firsts), Kind::Words(seconds)) = (&mut first.kind, &mut second.kind) else {
            return Ok(None);
        };
        let ([first], [second]) = (&mut firsts[..], &mut seconds[..]) else { return Ok(None) };
        let (first, second) = (first.read(doc)?, second.read(doc)?);
        let starts = match starts {
            None | Some(None) => None,
            Some(Some(list)) => Some(list.read(doc)?),
        };
        Ok(Some(spans::is_any_alone(first, second, *rule, starts)))
    }

    fn find(&mut self, doc: u32, found: &mut Vec<Span>) -> Result<()> {
        self.first.find(doc)?;
        if self.first.found.is_empty() {
            return Ok(());
        }
        self.second.find(doc)?;
        let starts = match &mut self.starts {
            None => None,
            Some(None) => Some(&[][..]),
            Some(Some(list)) => Some(list.read(doc)?),
        };
        let (first, second) = (&self.first.found[..], &self.second.found[..]);
        match self.without {
            true => spans::without(first, second, self.rule, starts, found),
            false => spans::near(first, second, self.rule, starts, found),
        }
        Ok(())
    }
}

/// Tells whether words stand in so many places of a document, if their numbers tell: two may stand in one place.
fn has_words(lists: &mut [List], doc: u32, least: usize) -> Result<Option<bool>> {
    let (mut most, mut sum) = (0, 0);
    for list in lists.iter_mut() {
        let known = list.known(doc).map(|known| known.map_or(0, Iterator::count));
        let count = if let Some(count) = known { count } else { list.read(doc)?.len() };
        (most, sum) = (most.max(count), sum + count);
    }
    Ok(if most >= least || lists.len() == 1 {
        Some(most >= least)
    } else if sum < least {
        Some(false)
    } else {
        None
    })
}

/// Appends the stretches of single words.
fn singles(positions: &[u32], found: &mut Vec<Span>) {
    found.extend(positions.iter().map(|&position| Span::single(position, position)));
}

/// Puts the single words of several lists in order, each place once.
fn settle(lists: usize, found: &mut Vec<Span>) {
    if lists > 1 {
        found.sort_unstable_by_key(|span| span.first);
        found.dedup();
    }
}

/// Appends the stretches in which the words follow one another.
fn chain(words: &mut [List], most: u32, doc: u32, found: &mut Vec<Span>) -> Result<()> {
    let Some((first, rest)) = words.split_first_mut() else { return Ok(()) };
    let mut ends = Vec::new();
    singles(first.read(doc)?, &mut ends);
    for word in rest {
        if ends.is_empty() {
            return Ok(());
        }
        spans::follow(&mut ends, word.read(doc)?, most);
    }
    found.append(&mut ends);
    Ok(())
}

impl<'s> SpansNode<'s> {
    pub fn new(operand: Operand<'s>, least: usize) -> Self {
        SpansNode { operand, least, base: None, matched: Bits::EMPTY, asked: 0, finder: PairFinder::default() }
    }

    /// Tells whether the document has so many stretches.
    fn is_in(&mut self, doc: u32) -> Result<bool> {
        self.asked += 1;
        if self.asked.is_multiple_of(128) {
            deadline::check()?;
        }
        if let Some(known) = self.operand.has(doc, self.least)? {
            return Ok(known);
        }
        self.operand.find(doc)?;
        Ok(self.operand.found.len() >= self.least)
    }

    /// Keeps those of the ascending documents that match.
    pub fn keep(&mut self, docs: &mut Vec<u32>) -> Result<()> {
        if self.least == 1
            && let Some(words) = self.operand.two_words()
        {
            return words.keep(&mut self.finder, docs);
        }
        let mut kept = 0;
        for place in 0..docs.len() {
            if self.is_in(docs[place])? {
                docs[kept] = docs[place];
                kept += 1;
            }
        }
        docs.truncate(kept);
        Ok(())
    }

    /// Returns the documents of `within` that match; found out once a window.
    pub fn matched(&mut self, base: u32, within: &Bits) -> Result<&Bits> {
        if self.base != Some(base) {
            self.matched = Bits::EMPTY;
            if self.least == 1 && self.operand.two_words().is_some() {
                let mut docs = within.docs(base);
                self.keep(&mut docs)?;
                docs.iter().for_each(|doc| self.matched.set((doc - base) as usize));
                self.base = Some(base);
                return Ok(&self.matched);
            }
            self.operand.prepare(base, within)?;
            for place in within.iter() {
                if self.is_in(base + place as u32)? {
                    self.matched.set(place);
                }
            }
            self.base = Some(base);
        }
        Ok(&self.matched)
    }
}
