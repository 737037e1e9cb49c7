//! The lead of an article, its opening: exactly `lead_end` of searchkit/article.py.

/// Words after which a lead ends with its paragraph.
const AT_LEAST: usize = 25;

/// Words after which a lead ends in any case.
const AT_MOST: usize = 100;

/// Returns the lead of a body: its first paragraphs, as many as make 25 words, but at most 100 words.
///
/// Words are what stands between white space, paragraphs are the lines that have any. No token spans white space: the
/// tokens of the lead are the first ones of the body.
pub fn lead(body: &str) -> &str {
    let (mut end, mut words) = (0, 0);
    while words < AT_MOST {
        let rest = body[end..].trim_start_matches(is_space);
        let start = body.len() - rest.len();
        if rest.is_empty() || words >= AT_LEAST && body[end..start].contains(['\n', '\r']) {
            break;
        }
        end = start + word_length(rest);
        words += 1;
    }
    &body[..end]
}

/// Returns the bytes before the first white space. Most bytes can neither be white space nor begin any: only what can is
/// looked at as a character.
pub(crate) fn word_length(text: &str) -> usize {
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

/// Tells what is white space: a list of our own, since `char::is_whitespace` goes by the Unicode version of the compiler.
pub(crate) fn is_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\u{1c}'..=' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}'
        | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

#[cfg(test)]
mod tests {
    use super::lead;

    #[test]
    fn a_lead_is_whole_paragraphs() {
        let (short, long) = ("word ".repeat(24), "word ".repeat(25));
        assert_eq!(lead(&format!("{long}\nmore")), long.trim_end());
        assert_eq!(lead(&format!("{short}\r\n \n{short}\rmore")), format!("{short}\r\n \n{}", short.trim_end()));
        assert_eq!(lead(&short), short.trim_end());
    }

    #[test]
    fn an_endless_line_has_a_lead() {
        assert_eq!(lead(&"word\u{3000}".repeat(101)), "word\u{3000}".repeat(100).trim_end());
    }

    #[test]
    fn where_there_is_no_word_there_is_no_lead() {
        assert_eq!([lead(""), lead(" \n\u{a0}\u{1f}")], ["", ""]);
    }
}
