//! Copies: articles of one text, and its key, exactly as searchkit/copies.py has them.

mod groups;

pub use groups::{Member, Sources, groups};

use crate::lead::{is_space, word_length};

/// The column of keys.
pub const COPY_KEY: &str = "copy_key";

/// A body of so many words is enough of a text by itself.
const ENOUGH_WORDS: usize = 8;

/// So is one of so many characters, in scripts that have no spaces.
const ENOUGH_CHARACTERS: usize = 80;

/// Returns what copies have in common, as `copy_text` of searchkit/copies.py does: the words of the body, and before
/// them those of the title where the body says little; nothing for a body without words.
pub fn copy_text(title: &str, body: &str) -> String {
    let text = folded(body);
    if text.is_empty() || text.len() >= 4 * ENOUGH_CHARACTERS || says_enough(&text) {
        return text;
    }
    format!("{}\n{text}", folded(title))
}

fn says_enough(folded: &str) -> bool {
    folded.bytes().filter(|&byte| byte == b' ').count() + 1 >= ENOUGH_WORDS
        || folded.chars().count() >= ENOUGH_CHARACTERS
}

/// Returns the key of an article's text: the same for copies, and nearly always another for others; 0 for no text.
pub fn copy_key(title: &str, body: &str) -> u32 {
    let text = copy_text(title, body);
    if text.is_empty() { 0 } else { crc32fast::hash(text.as_bytes()).max(1) }
}

/// Returns the words of a text with one space between them.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        let (plain, behind) = rest.split_at(plain_length(rest.as_bytes()));
        let (word, behind) = behind.split_at(word_length(behind));
        folded.push_str(plain);
        folded.push_str(word);
        rest = behind.trim_start_matches(is_space);
        if !rest.is_empty() {
            folded.push(' ');
        }
    }
    folded
}

/// Bytes that are looked at together.
const CHUNK: usize = 32;

/// Returns the length of a beginning of words of ASCII with one space between them, as long as can be told by chunks; it
/// does not end with a space.
fn plain_length(text: &[u8]) -> usize {
    let mut end = 0;
    while let Some(chunk) = text.get(end..).and_then(|rest| rest.first_chunk::<{ CHUNK + 1 }>()) {
        let odd = (0..CHUNK).fold(0, |odd, at| {
            let (byte, next) = (chunk[at], chunk[at + 1]);
            odd | u8::from(byte < b' ') | (byte & 0x80) | u8::from(byte == b' ') & u8::from(next == b' ')
        });
        if odd != 0 {
            break;
        }
        end += CHUNK;
    }
    end - usize::from(end > 0 && text[end - 1] == b' ')
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
