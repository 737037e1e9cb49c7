//! The languages, other than English, whose words have a stemmer of their own.

use snowstem::Algorithm;

use super::Analyzer;

/// The codes of the languages, as in `STEMMERS` of searchkit/analysis.py. Both sides run Snowball's algorithms, and give
/// the same stems.
const STEMMERS: [(&str, Algorithm); 19] = [
    ("ar", Algorithm::Arabic),
    ("cs", Algorithm::Czech),
    ("da", Algorithm::Danish),
    ("de", Algorithm::German),
    ("el", Algorithm::Greek),
    ("es", Algorithm::Spanish),
    ("fi", Algorithm::Finnish),
    ("fr", Algorithm::French),
    ("hu", Algorithm::Hungarian),
    ("it", Algorithm::Italian),
    ("nl", Algorithm::Dutch),
    ("no", Algorithm::Norwegian),
    ("pl", Algorithm::Polish),
    ("pt", Algorithm::Portuguese),
    ("ro", Algorithm::Romanian),
    ("ru", Algorithm::Russian),
    ("sv", Algorithm::Swedish),
    ("ta", Algorithm::Tamil),
    ("tr", Algorithm::Turkish),
];

/// Analyzers of languages, each made when it is first wanted.
#[derive(Default)]
pub struct Languages {
    known: Vec<(&'static str, Analyzer)>,
}

impl Languages {
    /// Returns the place of a language's analyzer; nothing for a language without a stemmer of its own.
    pub fn place(&mut self, code: &str) -> Option<usize> {
        if let Some(place) = self.known.iter().position(|(known, _)| *known == code) {
            return Some(place);
        }
        let (code, algorithm) = STEMMERS.into_iter().find(|(known, _)| *known == code)?;
        self.known.push((code, Analyzer::of_language(code, algorithm)));
        Some(self.known.len() - 1)
    }

    /// Returns the analyzer at a place.
    pub fn at(&mut self, place: usize) -> &mut Analyzer {
        &mut self.known[place].1
    }

    /// Returns the bytes of memory taken, about.
    pub fn memory(&self) -> usize {
        self.known.iter().map(|(_, analyzer)| analyzer.memory()).sum()
    }
}
