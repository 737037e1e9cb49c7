//! From a raw token to its term: one case, no accents, no compatibility forms, the stem.

use snowstem::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;

use super::classes::{Lookup, UNASSIGNED};

/// Code points of a term; what is longer is cut.
pub const MAX_TERM_LENGTH: usize = 255;

/// Makes terms of raw tokens, reusing its buffers.
pub(super) struct Folder {
    lookup: Lookup,
    stemmer: Stemmer,
    folded: String,
    stem: String,
    typed: String,
}

impl Folder {
    pub(super) fn new(lookup: Lookup) -> Self {
        let stemmer = Stemmer::create(Algorithm::English);
        Self { lookup, stemmer, folded: String::new(), stem: String::new(), typed: String::new() }
    }

    /// Returns the term of one raw token; empty when nothing of it can be searched (a lone tatweel).
    pub(super) fn term(&mut self, token: &str) -> &str {
        self.word(token);
        self.stemmer.stem_into(&self.folded, &mut self.stem);
        &self.stem
    }

    /// Returns the stem of one raw token in a language, marked by its code; empty where `term` is.
    ///
    /// Accents are endings in some languages: they go after the stemming.
    pub(super) fn stem(&mut self, token: &str, code: &str, stemmer: &Stemmer) -> &str {
        let mut typed = std::mem::take(&mut self.typed);
        typed.clear();
        let in_language = |piece: &str, out: &mut String| lower(piece, code == "tr", out);
        by_pieces(token, self.lookup, &mut typed, in_language);
        tidy(&mut typed);
        let mut stem = std::mem::take(&mut self.stem);
        // Snowball's French has come to drop a "z'" too, after the version that Python has: an "x'" it leaves alone.
        let is_later = code == "fr" && typed.starts_with("z'");
        if is_later {
            typed.replace_range(..1, "x");
        }
        stemmer.stem_into(&typed, &mut stem);
        if is_later {
            stem.replace_range(..1, "z");
            typed.replace_range(..1, "z");
        }
        if self.word(&stem).is_empty() {
            self.word(token);
        }
        (self.typed, self.stem) = (typed, stem);
        self.stem.clear();
        if !self.folded.is_empty() {
            self.stem.push_str(code);
            self.stem.push(':');
            self.stem.push_str(&self.folded);
        }
        &self.stem
    }

    /// Returns the raw token as a reader would type it: one case, no accents, but not stemmed.
    pub(super) fn word(&mut self, token: &str) -> &str {
        self.folded.clear();
        if token.is_ascii() {
            self.folded.push_str(token);
            self.folded.make_ascii_lowercase();
        } else {
            by_pieces(token, self.lookup, &mut self.folded, fold_known);
        }
        tidy(&mut self.folded);
        &self.folded
    }
}

/// Takes out what is not said, and cuts what is too long.
fn tidy(word: &mut String) {
    if word.contains(['.', ',']) {
        silence(word);
    }
    if let Some((end, _)) = word.char_indices().nth(MAX_TERM_LENGTH) {
        word.truncate(end);
    }
}

/// Appends what `known` makes of the token.
///
/// Code points that the pinned Unicode version does not know stay as they are, whatever a newer version makes of them:
/// they take part in no decomposition, composition or reordering, so the token can be folded piece by piece around them.
fn by_pieces(token: &str, lookup: Lookup, out: &mut String, known: impl Fn(&str, &mut String)) {
    for piece in token.split_inclusive(|c| lookup.is(c, UNASSIGNED)) {
        match piece.chars().next_back().filter(|&c| lookup.is(c, UNASSIGNED)) {
            Some(unknown) => {
                known(&piece[..piece.len() - unknown.len_utf8()], out);
                out.push(unknown);
            }
            None => known(piece, out),
        }
    }
}

/// Appends the text in lower case, without compatibility forms, as the stemmers want it: with its accents.
fn lower(piece: &str, is_turkish: bool, out: &mut String) {
    let turkish = |c: char| match c {
        'I' if is_turkish => 'ı',
        'İ' if is_turkish => 'i',
        _ => c,
    };
    let typed = |c: char| match c {
        '’' | 'ʼ' | '＇' => '\'',
        'ς' => 'σ',
        'ی' => 'ي',
        'ک' => 'ك',
        _ => c,
    };
    out.extend(piece.nfkc().map(turkish).flat_map(char::to_lowercase).map(typed).nfc());
}

/// Appends the text in one case, without accents and compatibility forms.
fn fold_known(piece: &str, out: &mut String) {
    let lowered = piece.nfkc().flat_map(char::to_lowercase);
    let alike: String = lowered.flat_map(alike).collect();
    let mut before = '\0';
    let bare = alike.nfd().filter(|&c| {
        let is_breve_of_i = c == '\u{306}' && before == 'и';
        before = c;
        is_breve_of_i || !is_accent(c)
    });
    out.extend(bare.nfc());
}

/// Returns what the character is searched as: what case and normalisation leave apart although readers type one for
/// the other. See `_ALIKE` of searchkit/analysis.py.
fn alike(c: char) -> impl Iterator<Item = char> {
    let (first, second) = match c {
        '’' | 'ʼ' | '＇' => ('\'', None),
        'ς' => ('σ', None),
        'ß' => ('s', Some('s')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'ø' => ('o', None),
        'ł' => ('l', None),
        'đ' | 'ð' => ('d', None),
        'þ' => ('t', Some('h')),
        'ħ' => ('h', None),
        'ı' => ('i', None),
        'ى' | 'ی' => ('ي', None),
        'ک' => ('ك', None),
        'ة' => ('ه', None),
        '٠'..='٩' => (digit(c, '٠'), None),
        '۰'..='۹' => (digit(c, '۰'), None),
        _ => (c, None),
    };
    // The tatweel only stretches a line: it is searched as nothing.
    (c != 'ـ').then_some(first).into_iter().chain(second)
}

fn digit(c: char, zero: char) -> char {
    char::from(b'0' + (c as u32 - zero as u32) as u8)
}

/// Tells whether the mark is an accent of Latin, Greek or Cyrillic, or a vowel point of Hebrew or Arabic. Marks of other
/// scripts are vowels: they stay.
fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}'
        | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Removes the dots of an acronym (U.S.) and the commas between thousands (10,000); the dot of 1.5 stays.
fn silence(folded: &mut String) {
    let bytes = folded.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_kept = |at: usize, c: char| match c {
        '.' => at > 0 && is_digit(at - 1) && is_digit(at + 1),
        ',' => false,
        _ => true,
    };
    *folded = folded.char_indices().filter(|&(at, c)| is_kept(at, c)).map(|(_, c)| c).collect();
}
