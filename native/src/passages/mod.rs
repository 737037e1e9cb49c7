//! Stored text and what a query looks for -> marked passages: exactly `best_passages` of searchkit/highlight.py.
//!
//! Inside, places are bytes; what comes out is code points.

mod chars;
mod marks;
mod places;
mod sentences;

use std::collections::HashSet;
use std::ops::Range;

use crate::lead::lead;
use crate::spans::Spans;

use chars::{after, before, count, is_space};
use marks::{Finder, Mark};
pub(crate) use sentences::BreakFinder;
use sentences::{last_start, next_start};

/// Code points of the longest passage; of a longer sentence the parts around its marks are, cut between words.
pub const MAX_PASSAGE: usize = 480;

/// Code points shown before the first mark of such a part.
const LOOK_BACK: usize = 80;

/// Bytes of what was learnt from texts before it is forgotten.
const MOST_MEMORY: usize = 64 << 20;

/// What to mark.
#[derive(Clone, Debug, PartialEq)]
pub enum Pattern {
    /// One term, or the consecutive terms of a phrase; never empty.
    Terms(Vec<String>),
    /// Every word with this prefix.
    Prefix(String),
    /// Every word with the first letter of this one and at most so many edits from it.
    Fuzzy(String, u8),
    /// The words of the stretches of a plan, if there are so many.
    Places(Spans, usize),
}

/// A pattern, and where it is looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// What to mark.
    pub pattern: Pattern,
    /// Languages other than English, with the stems that also count where a text is in one of them.
    pub stems: Vec<(String, Vec<String>)>,
    /// Whether in the lead of the text alone.
    pub in_lead: bool,
}

/// A stretch of a text, and what is marked in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The bytes of the text.
    pub bytes: Range<usize>,
    /// The code points of the text.
    pub chars: Range<usize>,
    /// The marks, in code points from the start of the passage; in order and apart.
    pub marks: Vec<Range<usize>>,
}

/// Chooses passages, and keeps what it has learnt of the words of texts for the next ones. One for each thread.
pub struct Highlighter {
    finder: Finder,
    wanted: Vec<Wanted>,
}

impl Default for Highlighter {
    fn default() -> Self {
        Self::new()
    }
}

impl Highlighter {
    /// Returns a highlighter that looks for nothing yet.
    pub fn new() -> Self {
        Self { finder: Finder::new(), wanted: Vec::new() }
    }

    /// Looks for these patterns from now on; a pattern of no terms is never found.
    pub fn look_for(&mut self, wanted: Vec<Wanted>) {
        if self.finder.memory() > MOST_MEMORY {
            self.finder = Finder::new();
        }
        self.finder.look_for(&wanted);
        self.wanted = wanted;
    }

    /// Returns for each pattern the byte where the part of the text ends in which it is looked for.
    fn reaches(&self, text: &str) -> Vec<usize> {
        let lead = if self.wanted.iter().any(|wanted| wanted.in_lead) { lead(text).len() } else { 0 };
        self.wanted.iter().map(|wanted| if wanted.in_lead { lead } else { text.len() }).collect()
    }

    /// Returns the stretches, in code points, that the occurrences of all patterns cover together.
    pub fn merged_marks(&mut self, text: &str, language: &str) -> Vec<Range<usize>> {
        let reaches = self.reaches(text);
        let merged = marks::merge(self.finder.marks(text, language, &reaches).into_iter());
        let (mut byte, mut char) = (0, 0);
        let mut chars_before = |place: usize| {
            char += count(&text[byte..place]);
            byte = place;
            char
        };
        merged.into_iter().map(|mark| chars_before(mark.start)..chars_before(mark.end)).collect()
    }

    /// Returns up to `limit` passages with marks, best first: those that show most of what was looked for, then
    /// earlier. Without an occurrence there is no passage.
    pub fn best_passages(&mut self, text: &str, language: &str, limit: usize) -> Vec<Passage> {
        if self.wanted.is_empty() || limit == 0 {
            return Vec::new();
        }
        let reaches = self.reaches(text);
        let marks = self.finder.marks(text, language, &reaches);
        if marks.is_empty() {
            return Vec::new();
        }
        let weights = weights(&self.wanted, &marks);
        let candidates = distinct(text, windows(text, marked_sentences(text, &marks, &reaches)));
        let chosen = choose(&candidates, &weights, limit);
        chosen.into_iter().map(|sentence| passage(text, sentence)).collect()
    }
}

struct Sentence<'m> {
    bytes: Range<usize>,
    marks: &'m [Mark],
}

/// Returns what showing each pattern is worth: a phrase more than a word, a rare one more than a frequent one.
fn weights(wanted: &[Wanted], marks: &[Mark]) -> Vec<f64> {
    let mut counts = vec![0u32; wanted.len()];
    marks.iter().for_each(|mark| counts[mark.pattern] += 1);
    let length = |wanted: &Wanted| match &wanted.pattern {
        Pattern::Terms(terms) => terms.len().max(1),
        Pattern::Prefix(_) | Pattern::Fuzzy(..) | Pattern::Places(..) => 1,
    };
    let weight = |(wanted, count)| length(wanted) as f64 / (1.0 + f64::from(u32::max(1, count)).ln());
    wanted.iter().zip(counts).map(weight).collect()
}

/// Returns the sentences that hold marks; a mark that crosses a sentence's end joins it to the next. A sentence ends no
/// further than what is marked in it was looked for.
fn marked_sentences<'m>(text: &str, marks: &'m [Mark], reaches: &[usize]) -> Vec<Sentence<'m>> {
    let mut sentences: Vec<Sentence> = Vec::new();
    let (mut position, mut low) = (0, 0);
    while let Some(mark) = marks.get(position) {
        let (first, start, mut end) = (position, last_start(text, low, mark.start), next_start(text, mark.start));
        while let Some(mark) = marks.get(position).filter(|mark| mark.start < end) {
            while mark.end > end {
                end = next_start(text, end);
            }
            position += 1;
        }
        let marks = &marks[first..position];
        let reach = marks.iter().map(|mark| reaches[mark.pattern]).max().unwrap_or_default();
        sentences.push(Sentence { bytes: start..end.min(reach), marks });
        low = end;
    }
    sentences
}

/// Returns the sentences without those that repeat an earlier one word for word (a caption, a pull quote).
fn distinct<'m>(text: &str, mut sentences: Vec<Sentence<'m>>) -> Vec<Sentence<'m>> {
    let mut ends: Vec<_> = sentences.iter().map(|sentence| ends_of(&text[sentence.bytes.clone()])).collect();
    ends.sort_unstable();
    if ends.windows(2).any(|pair| pair[0] == pair[1]) {
        let mut seen = HashSet::new();
        sentences.retain(|sentence| {
            let words = text[sentence.bytes.clone()].split(is_space).filter(|word| !word.is_empty());
            seen.insert(words.collect::<Vec<_>>())
        });
    }
    sentences
}

/// Returns the first and the last six characters but for white space as two numbers: sentences in which they are not
/// the same do not read the same.
fn ends_of(sentence: &str) -> (u128, u128) {
    let packed = |packed: u128, c: char| packed << 21 | c as u128;
    let visible = sentence.chars().filter(|&c| !is_space(c));
    let first = visible.clone().take(6).fold(0, packed);
    (first, visible.rev().take(6).fold(0, packed))
}

/// What choosing needs to know of a sentence.
struct Candidate<'s, 'm> {
    sentence: &'s Sentence<'m>,
    /// The numbers of the patterns marked in it: where they stand among those of all candidates.
    patterns: Range<usize>,
    /// How often it shows what it has shown already; a third time is the last that counts.
    repeats: usize,
}

/// Returns the best of the sentences, best first.
fn choose<'s, 'm>(sentences: &'s [Sentence<'m>], weights: &[f64], limit: usize) -> Vec<&'s Sentence<'m>> {
    let mut patterns = Vec::new();
    let mut candidates: Vec<_> = sentences.iter().map(|sentence| candidate(sentence, &mut patterns)).collect();
    let (mut chosen, mut shown) = (Vec::new(), vec![false; weights.len()]);
    while chosen.len() < limit && !candidates.is_empty() {
        let (mut best, mut most) = (0, f64::NEG_INFINITY);
        for (index, candidate) in candidates.iter().enumerate() {
            let worth = |&pattern: &usize| weights[pattern] * if shown[pattern] { 0.2 } else { 1.0 };
            let worth: f64 = patterns[candidate.patterns.clone()].iter().map(worth).sum();
            let gain = worth + 0.1 * candidate.repeats as f64;
            if gain > most {
                (best, most) = (index, gain); // of equal ones the earlier stays
            }
        }
        let Candidate { sentence, patterns: shows, .. } = candidates.remove(best);
        patterns[shows].iter().for_each(|&pattern| shown[pattern] = true);
        chosen.push(sentence);
    }
    chosen
}

/// Returns the sentence as a candidate, and adds its patterns to those of all.
fn candidate<'s, 'm>(sentence: &'s Sentence<'m>, patterns: &mut Vec<usize>) -> Candidate<'s, 'm> {
    let start = patterns.len();
    let mut marked: Vec<usize> = sentence.marks.iter().map(|mark| mark.pattern).collect();
    marked.sort_unstable();
    let mut repeats = 0;
    for same in marked.chunk_by(|one, next| one == next) {
        patterns.push(same[0]);
        repeats += same.len().min(3) - 1;
    }
    Candidate { sentence, patterns: start..patterns.len(), repeats }
}

fn passage(text: &str, sentence: &Sentence) -> Passage {
    let bytes = sentence.bytes.clone();
    let in_passage = |mark: Range<usize>| {
        let start = count(&text[bytes.start..mark.start]);
        start..start + count(&text[mark])
    };
    let marks = marks::merge(sentence.marks.iter().copied()).into_iter().map(in_passage).collect();
    let start = count(&text[..bytes.start]);
    Passage { chars: start..start + count(&text[bytes.clone()]), bytes, marks }
}

/// Returns the sentences without the white space around them; of those that are too long, the parts around their marks.
fn windows<'m>(text: &str, sentences: Vec<Sentence<'m>>) -> Vec<Sentence<'m>> {
    let mut windows = Vec::with_capacity(sentences.len());
    for Sentence { bytes, mut marks } in sentences {
        let Range { mut start, end } = trimmed(text, bytes);
        while let Some(first) = marks.first() {
            start = start.min(first.start);
            let mut last = after(text, start, MAX_PASSAGE);
            let back = before(text, first.start, LOOK_BACK);
            if last < end && back > start {
                start = word_start(text, back, first.start);
                last = after(text, start, MAX_PASSAGE);
            }
            let mut high = if last < end { word_end(text, last, first.end).max(first.end) } else { end };
            let (inside, others) = marks.split_at(marks.iter().take_while(|mark| mark.end <= high).count());
            if let Some(next) = others.first().filter(|next| next.start < high) {
                // What is not shown whole begins the next part.
                high = inside.iter().map(|mark| mark.end).fold(next.start, usize::max);
            }
            windows.push(Sentence { bytes: trimmed(text, start..high), marks: inside });
            (marks, start) = (others, high);
        }
    }
    windows
}

fn trimmed(text: &str, bytes: Range<usize>) -> Range<usize> {
    let start = bytes.end - text[bytes.clone()].trim_start_matches(is_space).len();
    start..start + text[start..bytes.end].trim_end_matches(is_space).len()
}

/// Returns the first place in `low..=high` behind white space, or `high`.
fn word_start(text: &str, low: usize, high: usize) -> usize {
    if text[..low].ends_with(is_space) && low < high {
        return low;
    }
    let behind_space =
        text[low..high].char_indices().find(|&(_, c)| is_space(c)).map(|(at, c)| low + at + c.len_utf8());
    behind_space.unwrap_or(high)
}

/// Returns the last place in `low + 1..=high` before white space, or `high`.
fn word_end(text: &str, high: usize, low: usize) -> usize {
    if text[high..].starts_with(is_space) || high <= low {
        return high;
    }
    text[low..high].char_indices().rev().find(|&(at, c)| at > 0 && is_space(c)).map_or(high, |(at, _)| low + at)
}

#[cfg(test)]
#[allow(clippy::single_range_in_vec_init)] // one mark is a range
mod tests {
    use super::*;

    fn best(text: &str, patterns: &[Pattern], limit: usize) -> Vec<(String, Range<usize>, Vec<Range<usize>>)> {
        let mut highlighter = Highlighter::new();
        let wanted = |pattern: &Pattern| Wanted { pattern: pattern.clone(), stems: Vec::new(), in_lead: false };
        highlighter.look_for(patterns.iter().map(wanted).collect());
        let passages = highlighter.best_passages(text, "", limit);
        passages.into_iter().map(|p| (text[p.bytes].to_owned(), p.chars, p.marks)).collect()
    }

    fn terms(terms: &[&str]) -> Pattern {
        Pattern::Terms(terms.iter().map(|&term| term.to_owned()).collect())
    }

    #[test]
    fn a_passage_is_a_sentence_and_a_phrase_is_marked_whole() {
        let text = "Talks failed. Lavrov spoke of new contacts on Monday. He left.";
        let expected = ("Lavrov spoke of new contacts on Monday.".to_owned(), 14..53, vec![16..28]);
        assert_eq!(best(text, &[terms(&["new", "contact"])], 1), [expected]);
    }

    #[test]
    fn offsets_are_code_points() {
        let expected = ("Zürich été.".to_owned(), 6..17, vec![0..6]);
        assert_eq!(best("Été… \nZürich été.", &[Pattern::Prefix("zur".to_owned())], 3), [expected]);
    }

    #[test]
    fn words_like_one_are_marked() {
        let expected = ("Zelensky, Zélenskyy, Selensky.".to_owned(), 0..30, vec![0..8, 10..19]);
        let fuzzy = Pattern::Fuzzy("zelensky".to_owned(), 1);
        assert_eq!(best("Zelensky, Zélenskyy, Selensky.", &[fuzzy], 1), [expected]);
    }

    #[test]
    fn stems_are_marked_in_texts_of_their_language() {
        let stems = vec![("de".to_owned(), vec!["de:haus".to_owned()])];
        let pattern = Pattern::Terms(vec!["haus".to_owned()]);
        let mut highlighter = Highlighter::new();
        highlighter.look_for(vec![Wanted { pattern, stems, in_lead: false }]);
        assert_eq!(highlighter.merged_marks("Das Haus, die Häuser.", "de"), [4..8, 14..20]);
        assert_eq!(highlighter.merged_marks("Das Haus, die Häuser.", "nl"), [4..8]);
    }

    #[test]
    fn a_long_sentence_is_cut_between_words_around_its_first_mark() {
        let text = format!("{} needle {}", "hay ".repeat(100), "straw ".repeat(100));
        let (passage, chars, marks) = best(&text, &[terms(&["needl"])], 1).remove(0);
        assert!(passage.starts_with("hay hay") && passage.ends_with("straw"));
        assert!(chars.len() <= MAX_PASSAGE);
        assert_eq!(&passage[marks[0].clone()], "needle");
    }

    #[test]
    fn a_long_sentence_is_shown_where_most_of_it_is_found() {
        let text = format!("needle {} needle and thread {}", "hay ".repeat(300), "straw ".repeat(200));
        let found = best(&text, &[terms(&["needl"]), terms(&["thread"])], 3);
        let shown: Vec<_> = found.iter().map(|(passage, _, marks)| (passage.contains("thread"), marks.len())).collect();
        assert_eq!(shown, [(true, 2), (false, 1)]);
    }

    #[test]
    fn nothing_found_gives_no_passage() {
        assert_eq!(best("Nothing here.", &[terms(&["needl"])], 3), []);
        assert_eq!(best("Nothing here.", &[], 3), []);
        assert_eq!(best("", &[terms(&["needl"])], 3), []);
    }
}
