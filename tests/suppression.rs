//! Comments that silence rules. Each case is an article as it would be written, with what is left
//! to be said about it.

use copydesk::lexicon::Lexicon;
use copydesk::lint::Linter;
use copydesk::reading::Options;
use copydesk::registry::{Registry, Selection};
use copydesk::text::Format;

#[test]
fn the_next_block_is_silenced_and_no_other() {
    let article = "<!-- copydesk-disable-next-line spacing/after-comma: a poem -->
The wind,the rain.

The sea,the shore.
";
    assert_eq!(left(article), ["4 spacing/after-comma “sea,the”"]);
}

#[test]
fn a_family_may_be_named_and_several_names_and_none_for_all() {
    for names in ["spacing", "usage, spacing/after-comma", "", ": it is a poem"] {
        let article = format!("<!-- copydesk-disable-next-line {names} -->\nThe wind,the rain could of come.\n");
        let left = left(&article);
        assert!(!left.iter().any(|said| said.contains("wind")), "{names}: {left:?}");
    }
}

#[test]
fn a_rule_is_silent_from_disable_to_enable() {
    let article = "The first,the last.

<!-- copydesk-disable spacing -->

The second,the third.

<!-- copydesk-enable spacing/after-comma -->

The fourth,the fifth.
";
    assert_eq!(left(article), ["1 spacing/after-comma “first,the”", "9 spacing/after-comma “fourth,the”"]);
}

#[test]
fn a_whole_file_may_be_silenced_from_anywhere_in_it() {
    let article = "The first,the last.\n\n<!-- copydesk-disable-file spacing -->\n";
    assert_eq!(left(article), [""; 0]);
}

#[test]
fn html_has_the_same_comments() {
    let article =
        "<p>The first,the last.</p>\n<!-- copydesk-disable-next-line spacing -->\n<p>The wind,the rain.</p>\n";
    assert_eq!(said(article, Format::Html, Selection::default()), ["1 spacing/after-comma “first,the”"]);
}

#[test]
fn a_comment_that_silences_nothing_is_named() {
    let article = "<!-- copydesk-disable-next-line spacing, usage -->\nThe wind,the rain.\n";
    assert_eq!(left(article), ["1 structure/unused-suppression “usage”"]);
}

#[test]
fn a_slip_in_a_name_or_in_the_word_of_command_is_named() {
    let article = "<!-- copydesk-disable-next-line spacing/after-coma -->\nThe wind,the rain.\n";
    let rule = "structure/unused-suppression";
    assert_eq!(left(article)[0], format!("1 {rule} “spacing/after-coma”"));
    let article = "<!-- copydesk-disable-nextline spacing -->\nThe wind blows.\n";
    assert_eq!(left(article), [format!("1 {rule} “<!-- copydesk-disable-nextline spacing -->”")]);
}

#[test]
fn a_comment_for_a_rule_that_is_left_out_today_is_not_called_unused() {
    let article = "<!-- copydesk-disable-next-line spacing -->\nThe wind,the rain.\n";
    let without = Selection { ignore: vec!["spacing/after-comma".into()], ..Selection::default() };
    assert_eq!(said(article, Format::Markdown, without), [""; 0]);
}

#[test]
fn a_table_row_is_silenced_as_a_whole() {
    let article =
        "<!-- copydesk-disable-next-line spacing -->\n\n| Wind,rain | Sea,shore |\n|---|---|\n| Hail,snow | |\n";
    assert_eq!(left(article), ["5 spacing/after-comma “Hail,snow”"]);
}

/// What is said of a Markdown article: line, rule, the words.
fn left(article: &str) -> Vec<String> {
    said(article, Format::Markdown, Selection::default())
}

fn said(article: &str, format: Format, selection: Selection) -> Vec<String> {
    let rules = Registry::built_in().select(&selection).expect("these rules exist");
    let linter = Linter::new(rules, Lexicon::default(), Options::default());
    let line = |at: u32| article[..at as usize].matches('\n').count() + 1;
    let found = linter.check(article, format).diagnostics;
    found.iter().map(|d| format!("{} {} “{}”", line(d.span.start), d.rule, &article[d.span.range()])).collect()
}
