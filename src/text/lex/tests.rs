use crate::text::{Block, BlockFlags, BlockKind, Kind, Span, Token};

/// Each token of a paragraph with its kind, `·` before those that are glued to what stands before.
fn lexed(prose: &str) -> Vec<(String, Kind)> {
    tokens(prose)
        .iter()
        .map(|t| (format!("{}{}", if t.spaced() { "" } else { "·" }, &prose[t.span()]), t.kind))
        .collect()
}

fn tokens(prose: &str) -> Vec<Token> {
    let block = Block {
        kind: BlockKind::Paragraph,
        flags: BlockFlags::empty(),
        span: Span::new(0, prose.len()),
        label: Span::default(),
    };
    let mut tokens = Vec::new();
    super::block(prose, &block, &mut tokens);
    tokens
}

#[track_caller]
fn check(prose: &str, expected: &[(&str, Kind)]) {
    let found = lexed(prose);
    let found: Vec<(&str, Kind)> = found.iter().map(|(t, k)| (t.as_str(), *k)).collect();
    assert_eq!(found, expected, "{prose}");
}

use Kind::*;

#[test]
fn words_keep_their_apostrophes_and_compounds_are_cut_at_hyphens() {
    check("Mexico’s well-known", &[("Mexico’s", Word), ("well", Word), ("·-", Hyphen), ("·known", Word)]);
    check(
        "don't rock 'n' roll",
        &[("don't", Word), ("rock", Word), ("'", OpenSingle), ("·n", Word), ("·'", CloseSingle), ("roll", Word)],
    );
    check("the groups’ capacity", &[("the", Word), ("groups’", Word), ("capacity", Word)]);
    check(
        "‘the dogs’ he said",
        &[("‘", OpenSingle), ("·the", Word), ("dogs", Word), ("·’", CloseSingle), ("he", Word), ("said", Word)],
    );
    check("tell ’em in the ’90s", &[("tell", Word), ("’em", Word), ("in", Word), ("the", Word), ("’90s", Number)]);
}

#[test]
fn abbreviations_keep_their_stops_even_when_glued_to_the_next_word() {
    check("U.S.has", &[("U.S.", Abbreviation), ("·has", Word)]);
    check("the U.S.-led", &[("the", Word), ("U.S.", Abbreviation), ("·-", Hyphen), ("·led", Word)]);
    check("Dr.Ramirez", &[("Dr.", Abbreviation), ("·Ramirez", Word)]);
    check("J.R.R. Tolkien", &[("J.R.R.", Abbreviation), ("Tolkien", Word)]);
    check("at 5 a.m. on", &[("at", Word), ("5", Number), ("a.m.", Abbreviation), ("on", Word)]);
    check("Oh no. Ten", &[("Oh", Word), ("no", Word), ("·.", Stop), ("Ten", Word)]);
    check("No. 10", &[("No.", Abbreviation), ("10", Number)]);
    check("you and I. Then", &[("you", Word), ("and", Word), ("I", Word), ("·.", Stop), ("Then", Word)]);
    check("an M.P.H. in", &[("an", Word), ("M.P.H.", Abbreviation), ("in", Word)]);
    check("a Ph.D. in", &[("a", Word), ("Ph.D.", Abbreviation), ("in", Word)]);
}

#[test]
fn glued_sentences_are_cut_and_addresses_are_not() {
    check("required.Ultimately", &[("required", Word), ("·.", Stop), ("·Ultimately", Word)]);
    check("factors,including", &[("factors", Word), ("·,", Comma), ("·including", Word)]);
    check("see example.com/a,b.", &[("see", Word), ("example.com/a,b", Address), ("·.", Stop)]);
    check("Node.js and .NET", &[("Node.js", Address), ("and", Word), (".NET", Address)]);
    check("in .Net 4", &[("in", Word), (".Net", Address), ("4", Number)]);
    check("@desk on #news", &[("@desk", Tag), ("on", Word), ("#news", Tag)]);
    check("(e.g. std::env)", &[("(", OpenBracket), ("·e.g.", Abbreviation), ("std::env", Code), ("·)", CloseBracket)]);
}

#[test]
fn quotation_marks_know_which_way_they_face() {
    check(
        "said, \"We go.\"",
        &[
            ("said", Word),
            ("·,", Comma),
            ("\"", OpenQuote),
            ("·We", Word),
            ("go", Word),
            ("·.", Stop),
            ("·\"", CloseQuote),
        ],
    );
    check("“finish,”said", &[("“", OpenQuote), ("·finish", Word), ("·,", Comma), ("·”", CloseQuote), ("·said", Word)]);
    check(
        "\"finish,\"said",
        &[("\"", OpenQuote), ("·finish", Word), ("·,", Comma), ("·\"", CloseQuote), ("·said", Word)],
    );
    check("6' 2\" tall", &[("6", Number), ("·'", Prime), ("2", Number), ("·\"", Prime), ("tall", Word)]);
}

#[test]
fn names_with_figures_and_signs_are_one_token() {
    check(
        "AT&T, COVID-19, mp3",
        &[
            ("AT&T", Code),
            ("·,", Comma),
            ("COVID", Word),
            ("·-", Hyphen),
            ("·19", Number),
            ("·,", Comma),
            ("mp3", Code),
        ],
    );
}

#[test]
fn a_word_that_hides_an_invisible_character_is_odd() {
    check("cor\u{AD}rect", &[("cor\u{AD}rect", Odd)]);
}

#[test]
fn a_run_longer_than_a_token_is_cut_into_opaque_ones() {
    let long = "é".repeat(100_000);
    let tokens = tokens(&long);
    assert!(tokens.len() > 2 && tokens.iter().all(|t| t.kind == Opaque));
    assert_eq!(tokens.last().unwrap().end() as usize, long.len());
}

fn sentences(prose: &str) -> Vec<&str> {
    let tokens = tokens(prose);
    let starts: Vec<usize> = tokens
        .iter()
        .filter(|t| t.flags.contains(crate::text::TokenFlags::SENTENCE))
        .map(|t| t.start() as usize)
        .collect();
    let ends = starts.iter().skip(1).copied().chain([prose.len()]);
    starts.iter().zip(ends).map(|(&s, e)| prose[s..e].trim()).collect()
}

#[test]
fn sentences_end_at_stops_and_not_at_abbreviations() {
    for (prose, expected) in [
        ("It ended. it’s not magic.", vec!["It ended.", "it’s not magic."]),
        ("He left the U.S. the next day.", vec!["He left the U.S. the next day."]),
        ("He left the U.S. The next day he came.", vec!["He left the U.S.", "The next day he came."]),
        ("Dr. Ramirez met the U.S. President Donald Trump.", vec!["Dr. Ramirez met the U.S. President Donald Trump."]),
        ("“Why?” she asked. He knew.", vec!["“Why?” she asked.", "He knew."]),
        ("“I know.” He left.", vec!["“I know.”", "He left."]),
        ("are required.Ultimately, all", vec!["are required.", "Ultimately, all"]),
        ("Really? yes.", vec!["Really?", "yes."]),
        ("(See below.) Then go.", vec!["(See below.)", "Then go."]),
        ("Plan B. Then we go.", vec!["Plan B.", "Then we go."]),
        ("She read J. Smith. Then slept.", vec!["She read J. Smith.", "Then slept."]),
        ("In 2010. He won.", vec!["In 2010.", "He won."]),
        ("Wait… He came.", vec!["Wait…", "He came."]),
    ] {
        assert_eq!(sentences(prose), expected, "{prose}");
    }
}

#[test]
fn a_run_of_any_length_is_cut_into_tokens_that_leave_nothing_out() {
    // What starts such a run is told by its first mark; the rest has no white space anywhere.
    for start in ["_a_", ".5", "-5", "'90s", "’9", "#", "@", "~/", "./", "--a", "5", "a.b", "a@", "1\"", "http://", "€"]
    {
        for rest in ["-", "1,", "a-", "a.", "1", "ab", "é", "東", "(", ".b)", "_", "://", "[^1]", "<!--", "’"] {
            let prose = format!("{start}{}", rest.repeat(70_000 / rest.len()));
            let mut end = 0;
            for token in tokens(&prose) {
                assert_eq!(token.start() as usize, end, "after {start:?} and many {rest:?}");
                end = token.end() as usize;
            }
            assert_eq!(end, prose.len(), "{start:?} and many {rest:?}");
        }
    }
}
