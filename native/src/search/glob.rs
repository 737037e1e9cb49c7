//! Patterns as Python's `fnmatch` has them.

/// A pattern: `*` is any text, `?` any character, `[seq]` one of, `[!seq]` none of. Upper and lower case differ.
pub(super) struct Glob(Vec<Part>);

enum Part {
    Any,
    One,
    Char(char),
    /// The ranges, and whether it is none of them.
    Class(Vec<(char, char)>, bool),
}

impl Glob {
    /// Reads the pattern; a bracket that is not closed stands for itself.
    pub fn new(pattern: &str) -> Self {
        let chars: Vec<char> = pattern.chars().collect();
        let mut parts = Vec::new();
        let mut at = 0;
        while let Some(&c) = chars.get(at) {
            at += 1;
            parts.push(match c {
                '*' => Part::Any,
                '?' => Part::One,
                '[' => match class_end(&chars, at) {
                    Some(end) => {
                        let class = class(&chars[at..end]);
                        at = end + 1;
                        class
                    }
                    None => Part::Char('['),
                },
                c => Part::Char(c),
            });
        }
        Self(parts)
    }

    /// Returns the text that everything the pattern matches starts with.
    pub fn prefix(&self) -> String {
        self.0.iter().map_while(|part| if let Part::Char(c) = part { Some(*c) } else { None }).collect()
    }

    /// Tells whether the pattern matches the whole text.
    pub fn matches(&self, text: &str) -> bool {
        let text: Vec<char> = text.chars().collect();
        let (mut part, mut at) = (0, 0);
        let mut retry = None; // the part after the last star, and the place to try it from next
        loop {
            match (self.0.get(part), text.get(at)) {
                (Some(Part::Any), _) => {
                    part += 1;
                    retry = Some((part, at + 1));
                    continue;
                }
                (None, None) => return true,
                (Some(wanted), Some(&c)) if wanted.is(c) => {
                    (part, at) = (part + 1, at + 1);
                    continue;
                }
                _ => {}
            }
            match retry {
                Some((after_star, next)) if next <= text.len() => {
                    (part, at) = (after_star, next);
                    retry = Some((after_star, next + 1));
                }
                _ => return false,
            }
        }
    }
}

impl Part {
    fn is(&self, c: char) -> bool {
        match self {
            Part::Any => false,
            Part::One => true,
            Part::Char(wanted) => *wanted == c,
            Part::Class(ranges, negated) => ranges.iter().any(|&(low, high)| low <= c && c <= high) != *negated,
        }
    }
}

/// Returns where the class that starts behind a bracket ends; a `]` right at the start (or behind `!`) belongs to it.
fn class_end(chars: &[char], start: usize) -> Option<usize> {
    let first = start + usize::from(chars.get(start) == Some(&'!'));
    let first = first + usize::from(chars.get(first) == Some(&']'));
    (first..chars.len()).find(|&at| chars[at] == ']')
}

fn class(chars: &[char]) -> Part {
    let (negated, chars) = match chars {
        ['!', rest @ ..] => (true, rest),
        _ => (false, chars),
    };
    let (mut ranges, mut at) = (Vec::new(), 0);
    while at < chars.len() {
        if at + 2 < chars.len() && chars[at + 1] == '-' {
            ranges.push((chars[at], chars[at + 2]));
            at += 3;
        } else {
            ranges.push((chars[at], chars[at]));
            at += 1;
        }
    }
    Part::Class(ranges, negated)
}

#[cfg(test)]
mod tests {
    use super::Glob;

    #[test]
    fn patterns_match_as_in_fnmatch() {
        let matching =
            [("in*f?x", "infix"), ("*", ""), ("a*b*c", "axxbyybc"), ("[a-c]?", "bx"), ("[!a]", "é"), ("[]]", "]")];
        matching.iter().for_each(|(pattern, text)| assert!(Glob::new(pattern).matches(text), "{pattern} {text}"));
        let other = [("in*f?x", "infx"), ("?", ""), ("a*b", "abc"), ("[a-c]", "d"), ("[!a]", "a"), ("A", "a")];
        other.iter().for_each(|(pattern, text)| assert!(!Glob::new(pattern).matches(text), "{pattern} {text}"));
    }

    #[test]
    fn an_open_bracket_stands_for_itself() {
        assert!(Glob::new("a[b").matches("a[b"));
        assert_eq!(Glob::new("ab*c").prefix(), "ab");
    }
}
