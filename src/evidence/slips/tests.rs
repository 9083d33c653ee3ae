use crate::text::read::plain;

use super::*;
use crate::evidence::Sorts;

/// The slips of a text: the words at fault, the first choice, how sure it is.
fn slips(text: &str) -> Vec<(String, String, Certainty)> {
    let article = plain::read(text);
    let lexicon = Lexicon::default();
    let words = Words::read(&article, &lexicon);
    let sorts = Sorts::gather(&words, &lexicon);
    let roots = Roots::gather(&words, &sorts);
    let vocabulary = Vocabulary::gather(&words, &roots);
    let slips = Slips::gather(&Grounds {
        words: &words,
        lexicon: &lexicon,
        unknown: &UnknownWords::gather(&words),
        vocabulary: &|| &vocabulary,
        roots: &roots,
        names: &Names::gather(&words, &crate::evidence::Furniture::gather(&words, &sorts)),
        dialect: None,
    });
    let slips = slips.0.iter();
    slips.map(|s| (s.word.clone(), s.choices.first().cloned().unwrap_or_default(), s.certainty)).collect()
}

#[test]
fn one_slip_of_a_common_word_is_sure() {
    let found = slips("The chef lets the onnions melt before the wine goes in.\n");
    assert_eq!(found, [("onnions".into(), "onions".into(), Certainty::Sure)]);
}

#[test]
fn a_word_that_the_article_uses_again_and_again_is_meant() {
    assert_eq!(slips("A bonker is slow. The bonker eats. No bonker wins, and no bonker cares.\n"), []);
}

#[test]
fn a_word_that_the_article_knows_as_a_name_is_no_slip() {
    assert_eq!(slips("The firm Taskly, founded in May, grew. Users call it taskly too.\n"), []);
}

#[test]
fn in_an_article_of_a_strange_field_only_what_looks_like_a_slip_counts() {
    let text = "Fry the bumbu in a little oil. Add a stick of kecombrang and stir until it is soft. Then come the \
                leaves of kluwek and a spoon of taburan.\n\nThe onnions go in last, and the soup may sinmmer a while.\n";
    let found: Vec<String> = slips(text).into_iter().map(|s| s.0).collect();
    assert_eq!(found, ["onnions", "sinmmer"]);
}

#[test]
fn a_glued_word_is_no_word() {
    assert_eq!(slips("See data.govand, foo_barr(x) and &mdassh; in it.\n"), []);
}
