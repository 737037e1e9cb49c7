//! Where sentences start: the rules of `sentence_starts` in searchkit/highlight.py.

use super::chars::{after, before, count, is_letter, is_space};

/// After these a full stop does not end the sentence, in the words of English newsrooms.
const ABBREVIATIONS: &[&str] = &[
    "adm", "apr", "aug", "ave", "capt", "cmdr", "co", "col", "corp", "dec", "dept", "dr", "e.g", "est", "etc", "feb",
    "fig", "gen", "gov", "hon", "i.e", "inc", "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "mar", "messrs", "mr",
    "mrs", "ms", "mt", "no", "nov", "oct", "op", "pfc", "phd", "pres", "prof", "pvt", "rep", "rev", "sen", "sens",
    "sept", "sep", "sgt", "sr", "st", "supt", "u.k", "u.n", "u.s", "univ", "v", "viz", "vol", "vs",
];

/// Characters of a line that nobody wrapped by hand: the line break behind it ends a paragraph.
const UNWRAPPED: usize = 120;

/// Characters looked at before and after a full stop.
const CONTEXT: usize = 20;

/// Returns the bytes where sentences start, in order; the first is 0.
pub(super) fn starts(text: &str) -> Vec<usize> {
    let mut starts = vec![0];
    let mut place = 0;
    while let Some(length) = text[place..].find(is_candidate) {
        let start = place + length;
        let first = text[start..].chars().next().unwrap_or_default();
        let end = candidate_end(text, start, first);
        if end.is_some_and(|end| ends_sentence(text, start, end, first)) {
            starts.extend(end);
        }
        place = end.unwrap_or_else(|| run(text, start, is_stop));
    }
    starts
}

fn is_candidate(c: char) -> bool {
    c == '\n' || is_stop(c) || is_full_width_stop(c)
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔' | '।')
}

fn is_full_width_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？')
}

/// Returns where the closing punctuation that starts with `first` ends; `None` if it closes nothing.
fn candidate_end(text: &str, start: usize, first: char) -> Option<usize> {
    if first == '\n' {
        return Some(start + 1);
    }
    if is_full_width_stop(first) {
        return Some(run(text, run(text, start, is_full_width_stop), |c| matches!(c, '」' | '』' | '”' | '’' | '）')));
    }
    let is_closing = |c| matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']');
    let end = run(text, run(text, start, is_stop), is_closing);
    text[end..].starts_with(is_space).then_some(end)
}

/// Returns the end of the run of such characters.
fn run(text: &str, start: usize, is: impl Fn(char) -> bool) -> usize {
    text[start..].find(|c| !is(c)).map_or(text.len(), |length| start + length)
}

fn ends_sentence(text: &str, start: usize, end: usize, first: char) -> bool {
    if first == '\n' {
        return ends_paragraph(text, start);
    }
    if &text[start..end] != "." {
        return true;
    }
    !next_visible(text, end).is_some_and(char::is_lowercase) && !is_abbreviated(last_word(text, start))
}

/// Tells whether a full stop behind the word belongs to it: an abbreviation, an initial, an acronym.
fn is_abbreviated(word: &str) -> bool {
    let word = word.to_lowercase();
    let is_single = |part: &str| count(part) == 1;
    let is_initial = is_single(&word) && word.starts_with(is_letter);
    let is_acronym = word.contains('.') && word.split('.').all(is_single);
    is_initial || is_acronym || ABBREVIATIONS.contains(&word.as_str())
}

/// Returns the word right before the byte, or what of it the context holds.
fn last_word(text: &str, end: usize) -> &str {
    let context = &text[before(text, end, CONTEXT)..end];
    let context = context.strip_suffix('\n').unwrap_or(context);
    let is_outside = |c| is_space(c) || matches!(c, '(' | '[' | '"' | '\'' | '“' | '‘');
    context.rsplit(is_outside).next().unwrap_or_default()
}

/// Returns the first character from `start` on that is neither white space nor an opening quote or bracket.
fn next_visible(text: &str, start: usize) -> Option<char> {
    let is_opening = |c| matches!(c, '"' | '\'' | '“' | '‘' | '(' | '[' | '«');
    text[start..after(text, start, CONTEXT)].chars().find(|&c| !is_space(c) && !is_opening(c))
}

/// Tells whether the line break is more than one inside a paragraph wrapped by hand.
fn ends_paragraph(text: &str, newline: usize) -> bool {
    let previous = text[..newline].rsplit('\n').next().unwrap_or_default().trim_matches(is_space);
    let following = text[newline + 1..].split('\n').next().unwrap_or_default().trim_matches(is_space);
    let is_end = |c| matches!(c, '.' | '!' | '?' | ':' | '…' | '"' | '”' | '’' | '»');
    previous.is_empty()
        || following.is_empty()
        || previous.ends_with(is_end)
        || count(previous) > UNWRAPPED
        || count(following) > UNWRAPPED
}

#[cfg(test)]
mod tests {
    use super::starts;

    fn sentences(text: &str) -> Vec<&str> {
        let starts = starts(text);
        let ends = starts[1..].iter().copied().chain([text.len()]);
        starts.iter().zip(ends).map(|(&start, end)| text[start..end].trim()).collect()
    }

    #[test]
    fn full_stops_of_abbreviations_initials_and_acronyms_end_nothing() {
        let text = "Mr. J. Smith of the U.S. Army spoke. He left!\" So did I.";
        assert_eq!(sentences(text), ["Mr. J. Smith of the U.S. Army spoke.", "He left!\"", "So did I."]);
    }

    #[test]
    fn chinese_full_stops_need_no_space() {
        assert_eq!(sentences("他来了。「好！」他说。"), ["他来了。", "「好！」", "他说。", ""]);
    }

    #[test]
    fn a_line_break_inside_a_wrapped_paragraph_ends_nothing() {
        assert_eq!(sentences("wrapped\nlines\n\nnew"), ["wrapped\nlines", "", "new"]);
    }

    #[test]
    fn an_empty_text_is_one_sentence() {
        assert_eq!(starts(""), [0]);
    }
}
