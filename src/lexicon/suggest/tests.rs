use super::*;

fn first(form: &str) -> Option<String> {
    Lexicon::default().suggest(form, Context::default()).into_iter().next().map(|s| s.text)
}

/// Slips of every kind, from many fields: what each stands for.
const MEANT: &[(&str, &str)] = &[
    ("accordian", "accordion"),
    ("adress", "address"),
    ("alchohol", "alcohol"),
    ("anethesia", "anesthesia"),
    ("appeall", "appeal"),
    ("brocolli", "broccoli"),
    ("bycicle", "bicycle"),
    ("chiken", "chicken"),
    ("cocnerto", "concerto"),
    ("defnese", "defense"),
    ("delegaet", "delegate"),
    ("determing", "determining"),
    ("embarass", "embarrass"),
    ("exellent", "excellent"),
    ("foriegn", "foreign"),
    ("goalkepeer", "goalkeeper"),
    ("gratefull", "grateful"),
    ("guitarrist", "guitarist"),
    ("hosptial", "hospital"),
    ("independant", "independent"),
    ("jewlery", "jewelry"),
    ("judgnent", "judgment"),
    ("knowlege", "knowledge"),
    ("litle", "little"),
    ("maintainance", "maintenance"),
    ("midfeilder", "midfielder"),
    ("minsiter", "minister"),
    ("mushrom", "mushroom"),
    ("neccessary", "necessary"),
    ("nieghbor", "neighbor"),
    ("ocasion", "occasion"),
    ("onoins", "onions"),
    ("orchestea", "orchestra"),
    ("parliment", "parliament"),
    ("penelty", "penalty"),
    ("plaintif", "plaintiff"),
    ("poeple", "people"),
    ("prescripton", "prescription"),
    ("presidnet", "president"),
    ("quarterbakc", "quarterback"),
    ("reciepe", "recipe"),
    ("restaraunt", "restaurant"),
    ("rythm", "rhythm"),
    ("sentance", "sentence"),
    ("seperatly", "separately"),
    ("simmmer", "simmer"),
    ("sympony", "symphony"),
    ("tarif", "tariff"),
    ("thouhgt", "thought"),
    ("tommorow", "tomorrow"),
    ("travler", "traveler"),
    ("treatmet", "treatment"),
    ("unanimus", "unanimous"),
    ("vacine", "vaccine"),
    ("vegtables", "vegetables"),
    ("verdit", "verdict"),
    ("whcih", "which"),
    ("wierd", "weird"),
    ("yestreday", "yesterday"),
];

#[test]
fn the_first_suggestion_is_nearly_always_right() {
    let unknown: Vec<_> =
        MEANT.iter().filter(|(wrong, _)| !Lexicon::default().traits(wrong).any(Traits::KNOWN)).collect();
    let missed: Vec<_> = unknown.iter().filter(|(wrong, right)| first(wrong).as_deref() != Some(*right)).collect();
    assert!(missed.len() * 100 <= unknown.len() * 8, "{} of {}: {missed:?}", missed.len(), unknown.len());
}

#[test]
fn a_suggestion_has_the_case_and_the_ending_of_the_word() {
    assert_eq!(first("Minsiter").as_deref(), Some("Minister"));
    assert_eq!(first("MINSITER").as_deref(), Some("MINISTER"));
    assert_eq!(first("minsiter’s").as_deref(), Some("minister’s"));
    assert_eq!(first("californa").as_deref(), Some("California"));
}

#[test]
fn what_the_article_says_elsewhere_is_likelier() {
    let count = |word: &str| u32::from(word == "sauce") * 3;
    let suggested = |form: &str, context: Context| Lexicon::default().suggest(form, context)[0].text.clone();
    let cost = |context: Context| {
        let all = Lexicon::default().suggest("suace", context);
        all.iter().find(|s| s.text == "sauce").map(|s| s.cost).unwrap_or(f32::INFINITY)
    };
    let context = Context { in_article: Some(&count), ..Context::default() };
    assert!(cost(context) < cost(Context::default()));
    assert_eq!(suggested("suace", context), "sauce");
}

#[test]
fn nothing_obscene_is_suggested() {
    for form in ["shti", "fukc", "niger's", "cnut", "bicth", "whroe"] {
        for suggestion in Lexicon::default().suggest(form, Context::default()) {
            let text = suggestion.text.to_lowercase();
            assert!(!["shit", "fuck", "cunt", "bitch", "whore"].contains(&text.as_str()), "{form}: {text}");
        }
    }
}

#[test]
fn two_words_run_together_are_told_apart() {
    let split = |form: &str| Lexicon::default().split(form).map(|s| s.suggestion.text);
    for (joined, apart) in [
        ("andmore", "and more"),
        ("longthey", "long they"),
        ("influencedby", "influenced by"),
        ("ofthe", "of the"),
        ("bornin", "born in"),
        ("tookout", "took out"),
        ("turnedup", "turned up"),
        ("abunch", "a bunch"),
        ("Theywere", "They were"),
    ] {
        assert_eq!(split(joined).as_deref(), Some(apart));
    }
    for whole in ["parati", "sinon", "xyzzy", "ab", ""] {
        assert_eq!(split(whole), None, "{whole}");
    }
}

#[test]
fn no_form_is_too_odd_for_suggestions() {
    let long = "a".repeat(5000);
    for form in ["", "'", "é", "ÀÀÀÀÀÀÀÀÀÀÀÀÀÀÀÀÀÀÀÀÀÀ", "x’s", "日本語", &long, &"ab".repeat(20), &"é".repeat(20)]
    {
        Lexicon::default().suggest(form, Context::default());
        Lexicon::default().split(form);
    }
}
