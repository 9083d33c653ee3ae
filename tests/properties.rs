//! The promises, held against the test articles and against text that is made up.

#[path = "common/pages.rs"]
mod pages;
#[path = "common/promises.rs"]
mod promises;

use copydesk::lint::Outcome;
use copydesk::text::{Article, Format};
use promises::{FORMATS, hold, linter};
use proptest::prelude::*;

#[test]
fn the_promises_hold_of_every_test_article() {
    let linter = linter();
    for entry in std::fs::read_dir("tests/articles").expect("the folder is in the repository") {
        let path = entry.expect("it can be read").path();
        let Some(format) = path.extension().and_then(|e| e.to_str()).and_then(format) else { continue };
        let source = std::fs::read_to_string(&path).expect("test articles are UTF-8");
        hold(&linter, &source, format);
        hold(&linter, &source.replace('\n', "\r\n"), format);
    }
}

#[test]
fn the_promises_hold_where_a_mark_stands_in_the_last_word() {
    let linter = linter();
    for source in [
        "<s\nup>1WWWWWWWWWWW&\0\0\0WWWWW</b></sup>",
        "Salt & pepper, see salt&pepper",
        "It’s “his”, and he wasn't",
        "*A Tale of Salt* and a Tale…of…x",
    ] {
        for format in FORMATS {
            hold(&linter, source, format);
        }
    }
}

fn format(extension: &str) -> Option<Format> {
    match extension {
        "txt" => Some(Format::Plain),
        "md" => Some(Format::Markdown),
        "html" => Some(Format::Html),
        _ => None,
    }
}

/// Bits of copy, of faults and of markup, which chance puts together.
const BITS: &[&str] = &[
    "the",
    "The",
    "a",
    "an",
    "an an",
    "of of",
    "hour",
    "U.S.",
    "U.S.has",
    "Dr.",
    "Ramirez",
    "peopel",
    "onc",
    "teh",
    "mexico",
    "marco",
    "Rubio",
    "it’s",
    "its",
    "dont",
    "could of",
    "i",
    "I",
    "29",
    "21th",
    "6-4",
    "2019–2010",
    "3:15 p.m.",
    "Monday, March 4, 2025",
    "31 June",
    "e.g.",
    "etc.",
    "TK",
    "&mdash;",
    "â€™",
    "lorem ipsum",
    "iPhone",
    "example.com",
    "Node.js",
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "(",
    ")",
    "[",
    "]",
    ",",
    ".",
    "..",
    "?",
    "!",
    ";",
    ":",
    "-",
    "--",
    "—",
    "…",
    " ",
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "é",
    "東京",
    "👩‍🚀",
    "**",
    "*",
    "_",
    "`",
    "`code`",
    "[a](b)",
    "![i](j)",
    "# ",
    "## ",
    "> ",
    "* ",
    "1. ",
    "| a | b |\n|---|---|\n",
    "<b>",
    "</b>",
    "<p>",
    "</p>",
    "<br>",
    "<!-- c -->",
    "&amp;",
    "{{< x >}}",
    "[^1]",
    "Interviewer: ",
    "Leave a Comment",
    "Share this",
    "\r\n",
    "Café",
    "Cafe",
    "traffickers",
    "Accused Drug",
    "decision-making",
    "decision making",
    "email",
    "e-mail",
    "percent",
    "%",
];

/// So much of this as makes a long article, in paragraphs of prose.
fn long() -> String {
    let mut text = String::new();
    // Chance that is the same each time.
    let mut state: u64 = 20_250_227;
    while text.len() < Article::LONG.start * 5 / 4 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        text.push_str(BITS[(state >> 33) as usize % BITS.len()]);
        text.push_str(if (state >> 20).is_multiple_of(40) { ".\n\nThe report says that " } else { " " });
    }
    text
}

#[test]
fn what_is_found_in_a_long_article_does_not_depend_on_the_processors_that_share_it() {
    let (linter, text) = (linter(), long());
    let found = |outcome: &Outcome| format!("{:#?}", outcome.diagnostics);
    let with = |processors| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(processors).build().expect("threads can be had");
        pool.install(|| found(&linter.check(&text, Format::Plain)))
    };
    let alone = with(1);
    assert_eq!(with(3), alone);
    // Of several articles none is shared.
    let unshared = linter.check_all(&[(&text, Format::Plain), ("Salt.", Format::Plain)]);
    assert_eq!(found(&unshared[0]), alone);
}

fn made_up() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(BITS), 0..60).prop_map(|bits| bits.concat())
}

fn spaced() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(BITS), 0..60).prop_map(|bits| bits.join(" "))
}

/// The parts of a simple page.
const PAGE: &[&str] = &[
    "---\nlevel: error\n",
    "fix: safe\n",
    "source: a style guide\n---\n",
    "# Could of\n",
    "> “{match}” is short for “{1} have”.\n\n",
    "In speech they can’t be told apart.\n\n",
    "## Replace\n",
    "- could|would of → {1} have\n",
    "\n## Except\n",
    "- could of course\n",
    "\n## Examples\n",
    "- We could of known. → We could have known.\n",
    "\n## Leave alone\n",
    "- We could, of course.\n",
];

/// What breaks one.
const ODD: &[&str] =
    &["- [x → {9}\n", "- A [[lot\n", "- a| → b\n", "```text\n", "{match", "## Nowhere\n", "level: grave\n"];

#[test]
fn a_simple_page_is_one_and_no_part_of_it_breaks_the_parser() {
    assert!(pages::hold(&PAGE.concat()));
    for number in 0..PAGE.len() {
        let (before, after) = PAGE.split_at(number);
        pages::hold(&before.concat());
        pages::hold(&[before, &after[1..]].concat().concat());
        pages::hold(&[before, &after[..1], after].concat().concat());
        for odd in ODD {
            pages::hold(&[before, &[odd], after].concat().concat());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_promises_hold_of_made_up_text(text in prop_oneof![made_up(), spaced()]) {
        let linter = linter();
        for format in FORMATS {
            hold(&linter, &text, format);
        }
    }

    #[test]
    fn the_promises_hold_of_any_characters(text in "\\PC{0,120}") {
        let linter = linter();
        for format in FORMATS {
            hold(&linter, &text, format);
        }
    }

    #[test]
    fn any_text_is_a_page_or_is_refused_where_it_is_wrong(
        bits in prop::collection::vec(prop_oneof![prop::sample::select(PAGE), prop::sample::select(ODD)], 0..24)
    ) {
        pages::hold(&bits.concat());
    }
}

/// What looked at all the terms, titles or marks of an article at each of its places.
#[test]
fn articles_with_much_of_one_thing_take_time_in_line_with_their_length() {
    const MANY: usize = 20_000;
    let name = |number: usize| {
        let letter = |place: u32| char::from(b'a' + (number / 26_usize.pow(place) % 26) as u8);
        format!("Mo{}{}ri{}", letter(0), letter(1), letter(2))
    };
    let sentence = |what: &str, i: usize| match what {
        "terms" => format!("The Supreme Council of {0} met the supreme council of {0}. ", name(i)),
        "apostrophes" => format!("{}’s goats saw James’ hens and the goat’ pen. ", name(i)),
        "hyphens" => format!("The state -owned firm of {} has long -term plans. ", name(i)),
        "slips" => format!("They sold the goverment{} and the {}tionn. ", i % 7, name(i).to_lowercase()),
        "one title" => "*The Long Song*, “The Long Song” and *The Long Song* are it. ".to_owned(),
        _ => format!("*The Song {i} Title* and “The Song {i} Title” are it. "),
    };
    let linter = linter();
    for what in ["terms", "apostrophes", "hyphens", "slips", "one title", "titles"] {
        let source: String = (0..MANY).map(|i| sentence(what, i)).collect();
        let start = std::time::Instant::now();
        linter.check(&source, Format::Markdown);
        assert!(start.elapsed().as_secs() < 10, "{what}: {:?}", start.elapsed());
    }
}
