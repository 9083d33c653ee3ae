//! What is worth a warning and what is only a suggestion, where the article decides.

use copydesk::diagnostic::Level;
use copydesk::lexicon::Lexicon;
use copydesk::lint::Linter;
use copydesk::reading::Options;
use copydesk::registry::{Registry, Selection};
use copydesk::text::Format;

use Level::{Suggestion, Warning};

/// Some sentences with nothing to say about.
const AN_HOUR_LATER: &str = "\n\nThe ferry left the harbour at noon, with a band on its upper deck and flags on its \
    mast. Nobody on the quay had seen so many passengers since the summer. The captain waved to her son, who had \
    climbed onto a bollard to see her go. By the evening the wind had turned, and the gulls had gone inland. The old \
    men in the bar said that a storm was on its way, as they had said on every day of that week, and this time it was.\n\n";

/// The level of what this rule finds in the text, if anything.
fn level(rule: &str, text: &str) -> Option<Level> {
    let selection = Selection { select: vec![rule.to_owned()], ..Selection::default() };
    let rules = Registry::built_in().select(&selection).expect("the rule exists");
    let linter = Linter::new(rules, Lexicon::default(), Options::default());
    linter.check(text, Format::Plain).diagnostics.first().map(|d| d.level)
}

fn far_apart(parts: &[&str]) -> String {
    parts.join(AN_HOUR_LATER) + "\n"
}

#[test]
fn two_forms_that_stand_once_each_are_a_clash_only_where_readers_meet_both() {
    let compound = |text: &str| level("consistency/compound", text);
    let (open, closed) = ("They lost the data set that day.", "Every dataset was kept.");
    assert_eq!(compound(&far_apart(&[open, closed])), Some(Suggestion));
    assert_eq!(compound(&format!("{open} {closed}\n")), Some(Warning), "in one passage");
    assert_eq!(
        compound(&far_apart(&["How a dataset was lost", "Nobody slept.", open])),
        Some(Warning),
        "in the headline"
    );
    assert_eq!(compound(&far_apart(&[open, closed, "A dataset is kept.", "No dataset is lost."])), Some(Warning));
    assert_eq!(compound(&far_apart(&[open, "Its data set is old.", closed, "A dataset is kept."])), Some(Warning));
}

#[test]
fn two_headings_that_disagree_are_a_clash() {
    let headings = "The Way to the US\n\nIt was long, they said.\n\nThe Way From the U.S. to Malta\n\nIt was longer.\n";
    assert_eq!(level("consistency/abbreviation-stops", headings), Some(Warning));
}

#[test]
fn a_second_explanation_is_a_fault_while_readers_know_the_first() {
    let twice = |text: &str| level("consistency/abbreviation-explained-twice", text);
    let first = "The River Vessels Board (RVB) was founded by fishermen.";
    let second = "The River Vessels Board (RVB) has three ships.";
    assert_eq!(twice(&far_apart(&[first, second])), Some(Warning));
    assert_eq!(twice(&far_apart(&[first, "Snow fell.", "Rain fell.", second])), Some(Suggestion));
    assert_eq!(twice(&format!("{first} “The River Vessels Board (RVB) was ours,” said one.\n")), Some(Suggestion));
}

#[test]
fn a_straight_mark_among_curly_ones_shows_where_it_is_half_of_a_pair() {
    let marks = |text: &str| level("consistency/quote-marks", text);
    assert_eq!(marks("“It’s late,” she said. “It’s over,\" he said.\n"), Some(Warning));
    assert_eq!(marks("“It’s late,” she said. \"It’s over,\" he said. “It’s so.”\n"), Some(Suggestion));
    assert_eq!(marks("“It’s late,” she said, and he didn't hear that it’s over.\n"), Some(Suggestion));
}

#[test]
fn a_prompt_that_ends_an_article_came_from_a_page_only_in_company() {
    let prompt = |text: &str| level("structure/subscribe-prompt", text);
    let (copy, ask) = ("The bridge opened on Monday after two years of work.", "Sign up for our weekly newsletter.");
    assert_eq!(prompt(&format!("{copy}\n\n{ask}\n")), Some(Suggestion));
    assert_eq!(prompt(&format!("{ask}\n\n{copy}\n")), Some(Warning), "not at the end");
    assert_eq!(prompt(&format!("{copy}\n\nLeave a Comment\n\n{ask}\n")), Some(Warning), "beside a comment form");
}

#[test]
fn what_comes_again_in_another_part_of_a_manual_is_meant() {
    let again = |text: &str| level("repetition/repeated-passage", text);
    let note = "Turn off the water at the main before you loosen the upper of the two nuts.";
    let parts = |heading: &str| format!("{note} Then lift the tap.\n\n{heading}\n\n{note} Then hold the pipe.\n");
    assert_eq!(
        again(&parts("The pipe is old, and so is the tap that was made for it in the same town.")),
        Some(Warning)
    );
    assert_eq!(again(&parts("How to Hold the Pipe")), Some(Suggestion));
}
