//! Builds a segment from a file of JSON Lines and says how long it took.
//!
//!     cargo run --release --no-default-features --example build -- articles.jsonl segment.skt [MEMORY_MB]

use std::path::Path;
use std::time::Instant;

use searchkit_native::build::{Builder, FieldSpec, InputKind, LineSource, Settings, Spec};
use searchkit_native::segment::Segment;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, input, output, rest @ ..] = arguments.as_slice() else {
        return Err("usage: build INPUT OUTPUT [MB]".into());
    };
    let memory = rest.first().map_or(Ok(512), |megabytes| megabytes.parse::<usize>())? << 20;
    let field = |name: &str, kind| FieldSpec { name: name.to_owned(), kind };
    let text = |name: &str| field(name, InputKind::Text { words: Some(format!("{name}_words")) });
    let exact = ["source", "language"].map(|name| field(name, InputKind::Folded)).into_iter();
    let exact = exact.chain([field("id", InputKind::Verbatim), field("date", InputKind::Day)]);
    let columns = [field("path", InputKind::Column), field("sha256", InputKind::Column)];
    let opening = InputKind::Opening { of: "body".to_owned(), words: Some("lead_words".to_owned()) };
    let fields =
        [text("title"), field("lead", opening), text("body")].into_iter().chain(exact).chain(columns).collect();
    let stems = ["title", "lead", "body"].map(|name| (name.to_owned(), format!("{name}_stems"))).into();
    let places = ["title", "body"].map(|name| (name.to_owned(), format!("{name}_places"))).into();
    let spec = Spec { fields, stores: vec!["head".to_owned(), "text".to_owned()], stems, places };
    let started = Instant::now();
    let output = Path::new(output);
    let folder = output.parent().ok_or("no folder")?;
    let mut builder = Builder::new(spec, folder, Settings { memory, ..Settings::default() })?;
    builder.add_lines(Path::new(input), LineSource::default())?;
    println!("lines read after {:.2?}", started.elapsed());
    let report = builder.finish(output)?;
    println!("{} documents, {} skipped, {:.2?}", report.documents, report.skipped.len(), started.elapsed());
    let segment = Segment::open(output)?;
    println!("{:>12} bytes", segment.size());
    for field in segment.fields() {
        println!("{:>12} field {} ({} terms): {:?}", field.size(), field.name(), field.meta().terms, field);
    }
    for name in segment.stores() {
        println!("{:>12} store {name}", segment.store(name).map_or(0, |store| store.size()));
    }
    let started = Instant::now();
    segment.verify()?;
    println!("verified in {:.2?}", started.elapsed());
    Ok(())
}
