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
    let far_apart = |parts: &[&str]| far_apart(&[parts, &["Snow fell.", "Rain fell.", "Hail fell."]].concat());
    assert_eq!(compound(&far_apart(&[open, closed])), Some(Suggestion));
    assert_eq!(compound(&format!("{open}\n\nNobody slept.\n\n{closed}\n")), Some(Warning), "in a text of one screen");
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
    let pair = "“It’s late,” she said. \"It’s over,\" he said. “It’s so.”";
    assert_eq!(marks(&far_apart(&[pair, "Snow fell.", "Rain fell.", "Hail fell."])), Some(Suggestion));
    assert_eq!(marks(&format!("{pair}\n")), Some(Warning), "in a text of one screen");
    assert_eq!(marks("“It’s late,” she said, and he didn't hear that it’s over.\n"), Some(Suggestion));
    let curly = "It’s late, and she’s out. He’s in, it’s wet, and they’re";
    assert_eq!(marks(&format!("{curly} sure that he didn't hear.\n")), Some(Warning), "one among many");
}

#[test]
fn how_a_dash_is_set_is_typesetting_unless_one_aside_has_two_dashes() {
    let dash = |text: &str| level("consistency/dash", text);
    let hall = "The hall—the old one—has burned. The church—the new one—stands. The inn—once full—is empty. ";
    let after = AN_HOUR_LATER.repeat(3);
    assert_eq!(dash(&format!("{hall}The school – a ruin – is for sale.{after}")), Some(Suggestion), "another dash");
    assert_eq!(dash(&format!("{hall}The school — a ruin — is for sale.{after}")), Some(Suggestion), "with spaces");
    assert_eq!(dash(&format!("{hall}The school—a ruin – is for sale.{after}")), Some(Warning), "halves of an aside");
    assert_eq!(dash(&format!("{hall}The school – a ruin – is for sale.\n")), Some(Warning), "in a text of one screen");
}

#[test]
fn a_name_whose_generic_word_is_small_is_a_form_like_another() {
    let capitals = |text: &str| level("consistency/capitals", text);
    let whole = "Nobody knew when the Harbour Survey Team would come to the town.";
    let small = "The mayor had asked the Harbour Survey team for a map of the mud.";
    assert_eq!(capitals(&far_apart(&["Snow fell.", whole, small, "Rain fell.", "Hail fell."])), Some(Suggestion));
    assert_eq!(capitals(&format!("Snow fell.\n\n{whole} {small}\n")), Some(Warning), "in one passage");
    assert_eq!(capitals(&far_apart(&["Snow fell.", whole, small, whole, whole])), Some(Warning), "plainly chosen");
    let (whole, half) =
        ("Nobody knew why the Sheriff’s Office was shut.", "She had asked the Sheriff’s office for a map.");
    assert_eq!(capitals(&far_apart(&["Snow fell.", whole, half])), Some(Warning), "half of a name");
}

#[test]
fn readers_who_have_met_a_name_in_full_can_tell_its_letters() {
    let early = |text: &str| level("consistency/abbreviation-before-explanation", text);
    let (use_, explained) = ("The RVB is poor.", "The River Vessels Board (RVB) was founded in 1975.");
    assert_eq!(early(&far_apart(&["Snow fell.", use_, explained])), Some(Warning));
    let met = "The River Vessels Board met.";
    assert_eq!(early(&far_apart(&["Snow fell.", met, use_, explained])), Some(Suggestion));
}

#[test]
fn what_another_rule_suggests_place_by_place_is_worth_no_more_in_company() {
    let compound = |text: &str| level("consistency/compound", text);
    let text = "A newly-built wing and a newly-built bridge are empty. The newly built hall is full.\n";
    assert_eq!(compound(text), Some(Suggestion));
}

#[test]
fn a_text_may_close_with_the_words_that_it_opened_with() {
    let again = |text: &str| level("repetition/repeated-passage", text);
    let words = "Nobody in the valley had ever seen the river so low, and nobody would say why it was.";
    // Sentences that have nothing in common.
    let word =
        |n: usize| ["mast", "gull", "pier", "oar", "kelp", "rope", "crab", "sand", "foam", "reef", "buoy"][n % 11];
    let sentence = |n: usize| format!("{}{n} {}{} {}{}. ", word(n), word(n * 3 + 1), n * 7, word(n * 5 + 2), n * 3);
    let middle: String = (0..200).map(sentence).collect();
    assert_eq!(again(&format!("{words}\n\n{middle}\n\n{words}\n")), Some(Suggestion));
    assert_eq!(
        again(&format!("{words}\n\n{middle}\n\n{words}\n\n{AN_HOUR_LATER}{}", middle.to_uppercase())),
        Some(Warning)
    );
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
