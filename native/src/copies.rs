//! Copies: articles of one text, and its key, exactly as searchkit/copies.py has them.

use std::sync::Arc;

use hashbrown::HashSet;

use crate::build::Deleted;
use crate::error::Result;
use crate::lead::is_space;
use crate::segment::Segment;

/// The column of keys.
pub const COPY_KEY: &str = "copy_key";

/// A body of so many words is enough of a text by itself.
const ENOUGH_WORDS: usize = 8;

/// So is one of so many characters, in scripts that have no spaces.
const ENOUGH_CHARACTERS: usize = 80;

/// Returns what copies have in common, as `copy_text` of searchkit/copies.py does: the words of the body, and before
/// them those of the title where the body says little; nothing for a body without words.
pub fn copy_text(title: &str, body: &str) -> String {
    let (text, words) = folded(body);
    if words > 0 && words < ENOUGH_WORDS && text.chars().count() < ENOUGH_CHARACTERS {
        return format!("{}\n{text}", folded(title).0);
    }
    text
}

/// Returns the key of an article's text: the same for copies, and nearly always another for others; 0 for no text.
pub fn copy_key(title: &str, body: &str) -> u32 {
    let text = copy_text(title, body);
    if text.is_empty() { 0 } else { crc32fast::hash(text.as_bytes()).max(1) }
}

/// Returns the words of a text with one space between them, and their number.
fn folded(text: &str) -> (String, usize) {
    let (mut folded, mut words) = (String::with_capacity(text.len()), 0);
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        if words > 0 {
            folded.push(' ');
        }
        let (word, behind) = rest.split_at(word_length(rest));
        folded.push_str(word);
        words += 1;
        rest = behind.trim_start_matches(is_space);
    }
    (folded, words)
}

/// Returns the bytes before the first white space. Most bytes can neither be white space nor begin any: only what can is
/// looked at as a character.
fn word_length(text: &str) -> usize {
    let may_begin_space = |&byte: &u8| byte <= b' ' || matches!(byte, 0xc2 | 0xe1..=0xe3);
    let mut end = 0;
    while let Some(next) = text.as_bytes()[end..].iter().position(may_begin_space) {
        end += next;
        match text[end..].chars().next() {
            Some(c) if !is_space(c) => end += c.len_utf8(),
            _ => return end,
        }
    }
    text.len()
}

/// A document: the number of its segment, and its own.
pub type Place = (u32, u32);

/// Returns the documents that share a key which is not 0 in a column, key by key: of the keys in segments from `first` on.
pub fn repeated(segments: &[(Arc<Segment>, Deleted)], column: &str, first: usize) -> Result<Vec<Vec<Place>>> {
    let mut new = HashSet::new();
    if first > 0 {
        for (segment, deleted) in segments.iter().skip(first) {
            each_key(segment, deleted, column, |_, key| _ = new.insert(key))?;
        }
    }
    let mut found: Vec<(u32, Place)> = Vec::new();
    for (number, (segment, deleted)) in segments.iter().enumerate() {
        each_key(segment, deleted, column, |doc, key| {
            if first == 0 || new.contains(&key) {
                found.push((key, (number as u32, doc)));
            }
        })?;
    }
    found.sort_unstable();
    let groups = found.chunk_by(|one, other| one.0 == other.0).filter(|group| group.len() > 1);
    Ok(groups.map(|group| group.iter().map(|(_, place)| *place).collect()).collect())
}

/// Calls `each` with every document that is not deleted and has a key.
fn each_key(segment: &Segment, deleted: &Deleted, column: &str, mut each: impl FnMut(u32, u32)) -> Result<()> {
    let Some(keys) = segment.int_column(column)? else { return Ok(()) };
    for doc in (0..segment.doc_count()).filter(|&doc| !deleted.has(doc)) {
        let key = keys.get(doc) as u32;
        if key > 0 {
            each(doc, key);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::copy_key;

    const ENOUGH: &str = "one two three four five six seven eight";

    #[test]
    fn a_text_is_its_words_in_their_order() {
        assert_eq!(
            copy_key("a", ENOUGH),
            copy_key("b", "\u{3000}one two  three\nfour five\r\n\r\nsix seven eight\u{85}")
        );
        assert_ne!(copy_key("a", ENOUGH), copy_key("a", &ENOUGH.replace("one two", "two one")));
        assert_ne!(copy_key("a", ENOUGH), copy_key("a", &ENOUGH.replace("one two", "onetwo")));
    }

    #[test]
    fn of_little_text_the_title_is_a_part() {
        assert_eq!(copy_key("a  b", "short"), copy_key(" a b", "short\n"));
        assert_ne!(copy_key("a", "short"), copy_key("b", "short"));
        assert_eq!(copy_key("a", &"京".repeat(80)), copy_key("b", &"京".repeat(80)));
        assert_ne!(copy_key("a", &"京".repeat(79)), copy_key("b", &"京".repeat(79)));
    }

    #[test]
    fn no_text_has_no_key() {
        assert_eq!([copy_key("a", ""), copy_key("a", " \n\u{a0}")], [0, 0]);
    }
}
