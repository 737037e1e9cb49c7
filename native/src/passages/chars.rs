//! What Python's `str` methods say of a character.

use unicode_normalization::char::is_combining_mark;

/// Tells what `str.isspace` tells.
#[inline]
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{1c}'..='\u{1f}')
}

/// Tells what `str.isalpha` tells: letters only, no numerals and no symbols made of letters.
pub(super) fn is_letter(c: char) -> bool {
    let is_symbol = matches!(c, 'Ⓐ'..='ⓩ' | '\u{1f130}'..='\u{1f189}');
    c.is_alphabetic() && !c.is_numeric() && !is_symbol && !is_combining_mark(c)
}

/// Returns the number of characters.
#[inline]
pub(super) fn count(text: &str) -> usize {
    text.chars().count()
}

/// Returns the byte `distance` characters after byte `place`, at most the end of the text.
pub(super) fn after(text: &str, place: usize, distance: usize) -> usize {
    text[place..].char_indices().nth(distance).map_or(text.len(), |(at, _)| place + at)
}

/// Returns the byte `distance` characters before byte `place`, at least 0.
pub(super) fn before(text: &str, place: usize, distance: usize) -> usize {
    match distance {
        0 => place,
        _ => text[..place].char_indices().nth_back(distance - 1).map_or(0, |(at, _)| at),
    }
}
