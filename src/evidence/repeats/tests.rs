use super::*;
use crate::evidence::Sorts;
use crate::lexicon::Lexicon;
use crate::text::read::plain;

fn repeats(source: &str) -> Repeats {
    let article = plain::read(source);
    let lexicon = Lexicon::default();
    let words = Words::read(&article, &lexicon);
    let sorts = Sorts::gather(&words, &lexicon);
    let furniture = Furniture::gather(&words, &sorts);
    let quotations = Quotations::gather(&words);
    Repeats::gather(&words, &Roots::gather(&words, &sorts), &furniture, &quotations)
}

fn passages(source: &str) -> Vec<Vec<String>> {
    let text = |p: &Passage| p.places.iter().map(|s| source[*s].to_owned()).collect();
    repeats(source).passages.iter().map(text).collect()
}

#[test]
fn a_clause_that_comes_again_with_a_word_changed_is_one_passage() {
    let text = "The baker closed early, as both villages faced days of snow, ice, and empty shelves.\n\n\
                Nobody could reach the shop, as both hamlets faced days of snow, ice, and empty shelves.\n";
    let repeats = repeats(text);
    assert_eq!(repeats.passages.len(), 1);
    let passage = &repeats.passages[0];
    assert_eq!(&text[passage.places[0]], "as both villages faced days of snow, ice, and empty shelves");
    assert_eq!(&text[passage.places[1]], "as both hamlets faced days of snow, ice, and empty shelves");
    assert_eq!(passage.changes, 1);
}

#[test]
fn a_sentence_that_stands_three_times_is_one_passage_with_three_places() {
    let text = "Fold the dough over itself and let it rest. Then wait.\n\nFold the dough over itself and let it rest. \
                Wait again.\n\nFold the dough over itself and let it rest. Now bake it.\n";
    let found = passages(text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].len(), 3);
    assert_eq!(repeats(text).passages[0].sentences, 1);
}

#[test]
fn names_and_titles_are_no_repeats() {
    let text = "She wrote to the Royal Society for the Protection of Birds in May.\n\n\
                The reply of the Royal Society for the Protection of Birds came late.\n";
    assert!(passages(text).is_empty());
}

#[test]
fn sentences_of_one_pattern_are_a_frame() {
    let text = "The long-term effects of the ban will depend on various factors, and nobody can tell.\n\n\
                Rain fell.\n\nThe long-term costs will depend on several factors.\n";
    let repeats = repeats(text);
    assert_eq!(repeats.frames.len(), 1, "{:?}", repeats.frames);
}

#[test]
fn a_line_without_end_is_one_passage() {
    let text = "The committee met on Tuesday to hear what the engineers had found. ".repeat(20_000);
    let repeats = repeats(&text);
    assert_eq!(repeats.passages.len(), 1);
    assert_eq!(repeats.passages[0].count, 20_000);
    assert_eq!(repeats.passages[0].places.len(), Passage::PLACES);
    let lines = "The committee met on Tuesday to hear what the engineers had found.\n\n".repeat(20_000);
    assert_eq!(passages(&lines).len(), 1);
}
