//! Bytes per second of each stage of a reading, one thread. The text is the test articles, over
//! and over up to 5 MB; `COPYDESK_BENCH_TEXT` names another, which says more.

use divan::Bencher;
use divan::counter::BytesCount;

use copydesk::lexicon::{Lexicon, Words};
use copydesk::lint::Linter;
use copydesk::reading::Options;
use copydesk::registry::{Registry, Selection};
use copydesk::text::{Format, read};

fn main() {
    divan::main();
}

fn text() -> String {
    if let Ok(path) = std::env::var("COPYDESK_BENCH_TEXT") {
        return std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
    include_str!("../tests/articles/extradition.txt").repeat(300)
}

#[divan::bench]
fn blocks(bencher: Bencher) {
    let text = text();
    bencher.counter(BytesCount::of_str(&text)).bench(|| read::read(&text, Format::Plain).blocks.len());
}

#[divan::bench]
fn blocks_and_words(bencher: Bencher) {
    let text = text();
    let lexicon = Lexicon::default();
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let article = read::read(&text, Format::Plain);
        Words::read(&article, &lexicon).tokens.len()
    });
}

#[divan::bench]
fn every_rule(bencher: Bencher) {
    let text = text();
    let rules = Registry::built_in().select(&Selection::default()).expect("nothing is named");
    let linter = Linter::new(rules, Lexicon::default(), Options::default());
    bencher.counter(BytesCount::of_str(&text)).bench(|| linter.check(&text, Format::Plain).diagnostics.len());
}

/// The same as many articles of two kilobytes: what each of them costs by itself shows here.
#[divan::bench]
fn every_rule_in_short_articles(bencher: Bencher) {
    const SHORT: usize = 2000;
    let text = text();
    let mut articles: Vec<(&str, Format)> = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let end = rest.get(SHORT..).and_then(|later| later.find('\n')).map_or(rest.len(), |at| SHORT + at + 1);
        articles.push((&rest[..end], Format::Plain));
        rest = &rest[end..];
    }
    let rules = Registry::built_in().select(&Selection::default()).expect("nothing is named");
    let linter = Linter::new(rules, Lexicon::default(), Options::default());
    let check = || articles.chunks(64).map(|few| linter.check_all(few).len()).sum::<usize>();
    bencher.counter(BytesCount::of_str(&text)).bench(check);
}
