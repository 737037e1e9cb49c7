//! How many texts have each word.

use super::Analyzer;

/// Counts the texts that have a word, of texts that are added one by one.
pub struct WordCounts {
    words: Analyzer,
    /// For each word the last text that has it, counted from 1, and how many have.
    found: Vec<(u32, u32)>,
    texts: u32,
}

impl Default for WordCounts {
    fn default() -> Self {
        Self { words: Analyzer::of_words(), found: Vec::new(), texts: 0 }
    }
}

impl WordCounts {
    /// Adds a text.
    pub fn add(&mut self, text: &str) {
        self.texts += 1;
        let (found, number) = (&mut self.found, self.texts);
        self.words.for_each_id(text, |word| {
            if word as usize >= found.len() {
                found.resize(word as usize + 1, (0, 0));
            }
            let (last, count) = &mut found[word as usize];
            if *last != number {
                (*last, *count) = (number, *count + 1);
            }
        });
    }

    /// Returns the words that so many texts have or more, with how many have them.
    pub fn at_least(&self, least: u32) -> Vec<(String, u32)> {
        let often = (0..).zip(&self.found).filter(|(_, (_, count))| *count >= least.max(1));
        often.map(|(id, (_, count))| (String::from_utf8_lossy(self.words.term(id)).into_owned(), *count)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_counts_once_a_text() {
        let mut counts = WordCounts::default();
        ["Gas, gas and Öl", "gas", "", "oil"].iter().for_each(|text| counts.add(text));
        let mut all = counts.at_least(1);
        all.sort();
        assert_eq!(all, [("and", 1), ("gas", 2), ("oil", 1), ("ol", 1)].map(|(word, count)| (word.to_owned(), count)));
        assert_eq!(counts.at_least(2), [("gas".to_owned(), 2)]);
    }
}
