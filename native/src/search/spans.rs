//! From a plan of spans to operands of one segment.

use crate::error::Result;
use crate::spans::{Rule, Spans};

use super::compile::Compiler;
use super::near::{Form, Forms, Kind, Near, Operand, SpansNode};
use super::node::Node;
use super::places::List;

impl<'s> Compiler<'s> {
    /// Returns the node of the documents with at least so many stretches; none if no document can have any.
    pub(super) fn spans(&self, spans: &Spans, least: usize) -> Result<Option<Node<'s>>> {
        Ok(self.operand(spans)?.map(|operand| Node::Spans(Box::new(SpansNode::new(operand, least.max(1))))))
    }

    fn operand(&self, spans: &Spans) -> Result<Option<Operand<'s>>> {
        let kind = match spans {
            Spans::Terms(terms) => {
                let lists = terms.iter().filter_map(|(field, term)| self.list(field, term).transpose());
                Kind::Words(lists.collect::<Result<_>>()?)
            }
            Spans::Forms { terms, words, places, of } => {
                let form = |(word, term): &(Vec<u8>, Vec<u8>)| self.form((terms, term), (words, word), places);
                Kind::Forms(Forms::new(of.iter().filter_map(|one| form(one).transpose()).collect::<Result<_>>()?))
            }
            Spans::Phrases(phrases, most) => {
                let phrases = phrases.iter().filter_map(|(field, terms)| self.lists(field, terms).transpose());
                Kind::Phrases(phrases.collect::<Result<_>>()?, *most)
            }
            // Words of an OR are words like those of one part.
            Spans::Any(parts) if parts.iter().all(|part| matches!(part, Spans::Terms(_))) => {
                let terms = parts.iter().flat_map(|part| if let Spans::Terms(terms) = part { &terms[..] } else { &[] });
                let lists = terms.filter_map(|(field, term)| self.list(field, term).transpose());
                Kind::Words(lists.collect::<Result<_>>()?)
            }
            Spans::Any(parts) => {
                let parts = parts.iter().filter_map(|part| self.operand(part).transpose());
                Kind::Any(parts.collect::<Result<_>>()?)
            }
            Spans::Near { first, second, most, starts, ordered, without } => {
                let Some(first) = self.operand(first)? else { return Ok(None) };
                let second = match self.operand(second)? {
                    None if *without => return Ok(Some(first)),
                    None => return Ok(None),
                    Some(second) => second,
                };
                let starts = starts.as_ref().map(|(field, term)| self.starts(field, term)).transpose()?;
                let rule = Rule { most: *most, ordered: *ordered };
                Kind::Near(Box::new(Near { first, second, rule, starts, without: *without }))
            }
        };
        Ok(Some(Operand::new(kind)).filter(Operand::can_be_found))
    }

    fn lists(&self, field: &str, terms: &[Vec<u8>]) -> Result<Option<Vec<List<'s>>>> {
        let lists = terms.iter().map(|term| self.list(field, term)).collect::<Result<Option<Vec<_>>>>()?;
        Ok(lists.filter(|lists| !lists.is_empty()))
    }

    /// Returns the list of a term; none if the segment does not have it.
    fn list(&self, field: &str, term: &[u8]) -> Result<Option<List<'s>>> {
        let Some(field) = self.open.segment.field(field) else { return Ok(None) };
        let Some(info) = field.terms()?.get(term)? else { return Ok(None) };
        self.postings(field, &info, 1.0).map(List::new).map(Some)
    }

    /// Returns the list of where sentences or paragraphs start, which most documents have.
    fn starts(&self, field: &str, term: &[u8]) -> Result<Option<List<'s>>> {
        let Some(list) = self.list(field, term)? else { return Ok(None) };
        Ok(Some(list.with(self.open.held(field, term)?)))
    }

    fn form(&self, terms: (&str, &[u8]), words: (&str, &[u8]), places: &str) -> Result<Option<Form<'s>>> {
        let (Some(word), Some(term)) = (self.list(words.0, words.1)?, self.list(terms.0, terms.1)?) else {
            return Ok(None);
        };
        Ok(Some(Form { word, term, places: self.list(places, words.1)? }))
    }
}
