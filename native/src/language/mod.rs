//! The language of an article: exactly what `searchkit/ingest/languages.py` finds.

mod tables;

use std::borrow::Cow;
use std::sync::OnceLock;

use foldhash::fast::RandomState;
use hashbrown::HashMap;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::lead::is_space;
use tables::{ALSO_CALLED, LANGUAGES, SCRIPTS, WORDS};

/// Code points that are looked at.
const SAMPLE: usize = 600;

/// Words of the language that must be in the sample.
const LEAST_VOTES: usize = 4;

/// At least one of so many words must be the language's.
const WORDS_A_VOTE: usize = 12;

/// Percent of the words that only one of two languages has which must be the one's.
const LEAST_CONFIDENCE: usize = 75;

/// Words that the language must have and the other not.
const LEAST_OWN: usize = 2;

/// Letters of a script that tell its language.
const LEAST_LETTERS: usize = 25;

/// A language, and the confidence in it in hundredths.
pub type Found = (&'static str, usize);

/// Returns the language of a text, which is given in parts.
pub fn detect(parts: &[&str]) -> Option<Found> {
    let mut sample = String::with_capacity(4 * SAMPLE);
    let mut left = SAMPLE;
    for part in parts {
        let end = if part.len() <= left { None } else { part.char_indices().nth(left) };
        let taken = end.map_or(*part, |(end, _)| &part[..end]);
        sample.push_str(taken);
        left -= if end.is_some() { left } else { taken.chars().count() };
    }
    if sample.is_ascii() {
        sample.make_ascii_lowercase();
        return by_words(sample.as_bytes().split(|&byte| byte <= b' ' && is_space(byte.into())));
    }
    if is_nfc_quick(sample.chars()) != IsNormalized::Yes {
        sample = sample.nfc().collect();
    }
    let (letters, counts) = count_letters(&sample);
    if letters > 0 {
        let visible = sample.chars().filter(|&c| !is_space(c)).count();
        if letters * 2 > visible {
            return by_script(counts, visible);
        }
        if letters * 10 > visible {
            return None; // two scripts, two languages
        }
    }
    by_words(sample.to_lowercase().split(is_space).map(str::as_bytes))
}

/// Returns how many letters of scripts that one language writes there are, together and of each range.
fn count_letters(sample: &str) -> (usize, [usize; SCRIPTS.len()]) {
    let mut counts = [0; SCRIPTS.len()];
    for c in sample.chars().filter(|&c| c >= '\u{530}') {
        if let Some(script) = SCRIPTS.iter().position(|&(_, low, high)| (low..=high).contains(&(c as u32))) {
            counts[script] += 1;
        }
    }
    (counts.iter().sum(), counts)
}

fn by_script(counts: [usize; SCRIPTS.len()], visible: usize) -> Option<Found> {
    let of = |language: &str| -> usize {
        let own = SCRIPTS.iter().zip(counts).filter(|((name, ..), _)| *name == language);
        own.map(|(_, count)| count).sum()
    };
    let (kana, han) = (of("ja"), of("zh"));
    let is_japanese = kana * 10 >= han;
    if !is_japanese && kana * 50 > han {
        return None; // more than a name in Chinese, less than Japanese has
    }
    let letters = |language: &'static str| match language {
        "ja" if is_japanese => kana + han,
        "zh" if is_japanese => 0,
        _ => of(language),
    };
    let (most, language) = SCRIPTS.iter().map(|&(language, ..)| (letters(language), language)).max()?;
    (most >= LEAST_LETTERS && most * 2 > visible).then(|| (language, most * 100 / visible))
}

fn by_words<'s>(sample: impl Iterator<Item = &'s [u8]>) -> Option<Found> {
    let table = WordTable::get();
    let (mut words, mut hits, mut votes) = (0, Vec::with_capacity(SAMPLE / 4), [0; LANGUAGES.len()]);
    for word in sample.filter(|word| !word.is_empty()) {
        words += 1;
        let having = table.languages(word);
        if having == 0 {
            continue;
        }
        hits.push(having);
        let mut rest = having;
        while rest != 0 {
            votes[rest.trailing_zeros() as usize] += 1;
            rest &= rest - 1;
        }
    }
    let (best, &most) = votes.iter().enumerate().max_by_key(|&(_, votes)| votes)?;
    if most < LEAST_VOTES || most * WORDS_A_VOTE < words {
        return None;
    }
    let mut confidence = 100;
    for (other, &count) in votes.iter().enumerate().filter(|&(other, count)| count * 2 >= most && other != best) {
        // What both have says nothing: Danish and Norwegian share most of their small words.
        let both = 1 << best | 1 << other;
        let shared = hits.iter().filter(|&&having| having & both == both).count();
        let own = most - shared;
        confidence = confidence.min(if own >= LEAST_OWN { own * 100 / (own + count - shared) } else { 0 });
    }
    (confidence >= LEAST_CONFIDENCE).then(|| (LANGUAGES[best], confidence))
}

/// Bytes of a word that, with their number, are its key.
const SHORT: usize = 7;

/// Slots for short words: a power of two, more than twice as many as there are.
const SLOTS: usize = 4096;

/// The languages of words, made for finding out quickly that a word is none of them.
struct WordTable {
    keys: Box<[u64; SLOTS]>,
    languages: Box<[u64; SLOTS]>,
    long: HashMap<&'static [u8], u64, RandomState>,
}

impl WordTable {
    fn get() -> &'static WordTable {
        static TABLE: OnceLock<WordTable> = OnceLock::new();
        TABLE.get_or_init(Self::new)
    }

    fn new() -> Self {
        let (keys, languages) = (Box::new([0; SLOTS]), Box::new([0; SLOTS]));
        let mut table = WordTable { keys, languages, long: HashMap::default() };
        for &(word, having) in WORDS {
            if word.len() > SHORT {
                table.long.insert(word.as_bytes(), having);
                continue;
            }
            let key = key(word.as_bytes());
            let slot = table.slot(key);
            (table.keys[slot], table.languages[slot]) = (key, having);
        }
        table
    }

    /// Returns the bits of the languages that have the word.
    #[inline]
    fn languages(&self, word: &[u8]) -> u64 {
        if word.len() > SHORT {
            return self.long.get(word).copied().unwrap_or_default();
        }
        self.languages[self.slot(key(word))]
    }

    /// Returns the slot of the key, or a vacant one, whose languages are none.
    #[inline]
    fn slot(&self, key: u64) -> usize {
        let mut slot = (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52) as usize;
        while self.keys[slot] != key && self.keys[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        slot
    }
}

#[inline]
fn key(word: &[u8]) -> u64 {
    word.iter().fold(0, |key, &byte| key << 8 | u64::from(byte)) << 8 | word.len() as u64
}

/// Returns the code of the language that a file states, in whatever form; nothing if the form is not known.
pub fn stated(value: &str) -> Option<Cow<'static, str>> {
    let name = value.trim_matches(is_space).to_lowercase();
    if name.is_empty() {
        return None;
    }
    let called = |name: &str| {
        let place = ALSO_CALLED.binary_search_by_key(&name, |&(called, _)| called).ok()?;
        Some(Cow::Borrowed(ALSO_CALLED[place].1))
    };
    let main = name.split(['-', '_']).next().unwrap_or_default();
    let is_code = main.len() == 2 && main.bytes().all(|byte| byte.is_ascii_lowercase());
    called(&name).or_else(|| called(main)).or_else(|| is_code.then(|| Cow::Owned(main.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_languages_apart() {
        let text = "The minister said on Thursday that the talks would go on, and that he was sure of it.";
        assert_eq!(detect(&["", "\n", text]), Some(("en", 100)));
        assert_eq!(detect(&["The minister", "\n", "said no."]), None);
    }

    #[test]
    fn scripts_of_one_language_tell_it() {
        assert_eq!(detect(&[&"中国政府".repeat(7)]), Some(("zh", 100)));
        assert_eq!(detect(&[&"東京都は".repeat(7)]), Some(("ja", 100)));
        assert_eq!(detect(&["中国政府"]), None);
    }

    #[test]
    fn a_sample_ends_within_the_parts() {
        let (title, body) = ("中".repeat(599), "abc def".repeat(100));
        assert_eq!(detect(&[&title, "\n", &body]), Some(("zh", 100)));
        assert_eq!(detect(&[&"é".repeat(700), "\n", &body]), None);
    }

    #[test]
    fn what_is_stated_becomes_a_code() {
        let codes = ["de-AT", " English", "nb_NO", "xx", "?", ""].map(|value| stated(value).unwrap_or_default());
        assert_eq!(codes, ["de", "en", "no", "xx", "", ""]);
    }
}
