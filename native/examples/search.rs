//! Times questions in the core alone: `cargo run --release --example search -- SEGMENT QUESTIONS [KIND [ROUNDS]]`.
//!
//! A question is a line: its kind (`term`, `and`, `or`, `phrase`), a tab, and its terms as the index has them. For each
//! kind the median and the 95th percentile of the best of a few rounds are printed, in microseconds.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use searchkit_native::error::Result;
use searchkit_native::search::{Order, Query, Request, Searcher, Settings};
use searchkit_native::segment::Segment;

const FIELDS: [(&str, f64); 2] = [("title", 2.0), ("body", 1.0)];

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let (segment, questions) = (&arguments[1], std::fs::read_to_string(&arguments[2]).expect("readable questions"));
    let only = arguments.get(3).map_or("", String::as_str);
    let rounds = arguments.get(4).map_or(15, |rounds| rounds.parse().expect("a number of rounds"));
    let settings = Settings { date_column: Some("date".into()), id_column: Some("id".into()), ..Settings::default() };
    let searcher = Searcher::new(vec![(Arc::new(Segment::open(Path::new(segment))?), Vec::new())], settings)?;
    let mut times: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for line in questions.lines() {
        let Some((kind, terms)) = line.split_once('\t').filter(|(kind, _)| kind.starts_with(only)) else { continue };
        let request = request(kind, &terms.split(' ').collect::<Vec<_>>());
        let mut best = f64::INFINITY;
        for _ in 0..rounds {
            let started = Instant::now();
            searcher.search(&request)?;
            best = best.min(started.elapsed().as_secs_f64() * 1e6);
        }
        if !only.is_empty() {
            println!("{best:8.1} {terms}");
        }
        times.entry(kind).or_default().push(best);
    }
    for (kind, mut times) in times {
        times.sort_by(f64::total_cmp);
        println!("{kind:8} p50 {:8.1}  p95 {:8.1}", times[times.len() / 2], times[times.len() * 95 / 100]);
    }
    Ok(())
}

fn request(kind: &str, terms: &[&str]) -> Request {
    let words = terms.iter().map(|term| {
        any(|field, boost| Query::Term { field: field.to_owned(), term: term.as_bytes().to_vec(), boost, idf: None })
    });
    let query = match kind {
        "phrase" => any(|field, boost| Query::Phrase {
            field: field.to_owned(),
            words: terms.iter().map(|term| term.as_bytes().to_vec()).collect(),
            slop: 1,
            boost,
        }),
        "or" => Query::Or(words.collect(), 1.0),
        _ => Query::And(words.collect(), 1.0),
    };
    Request { query, limit: 10, order: Order::Relevance, total: true, facets: Vec::new() }
}

fn any(part: impl Fn(&str, f64) -> Query) -> Query {
    Query::Or(FIELDS.iter().map(|&(field, boost)| part(field, boost)).collect(), 1.0)
}
