use super::*;
use crate::diagnostic::Edit;
use crate::lexicon::Lexicon;
use crate::reading::{Options, Reading};
use crate::rule::page::parse;
use crate::text::{Format, read};

/// What a page with these items finds in a text.
fn find(replace: &str, except: &str, text: &str) -> Vec<Diagnostic> {
    let except = if except.is_empty() { String::new() } else { format!("## Except\n{except}\n") };
    let page = format!(
        "---\nlevel: error\nfix: manual\nwhere: not quotation\n---\n# A\n> {{match}}.\n## Replace\n{replace}\n{except}\
         ## Examples\n- [[a]]\n## Leave alone\n- b\n"
    );
    let page = parse("usage/a", &page).unwrap().page;
    let index = Index::of([&*page.phrases].into_iter());
    let article = read::read(text, Format::Plain);
    let (lexicon, options) = (Lexicon::default(), Options::default());
    let reading = Reading::new(&article, &lexicon, &options);
    let mut found = Vec::new();
    for at in reading.blocks().flat_map(|block| block.each()) {
        let glance = |token: &Token| match token.kind.is_wordlike() {
            true => Glance::of(reading.text(token)).into(),
            false => Glances::of_mark(reading.text(token)),
        };
        run(at, &index, index.key(at.text(), hash(at.text())), glance, |_| Some(&page), &mut found);
    }
    found
}

fn edits(replace: &str, text: &str) -> Vec<Edit> {
    find(replace, "", text).into_iter().filter_map(|d| d.fixes.into_iter().next()).flat_map(|fix| fix.edits).collect()
}

/// The text after the first fix of each finding.
fn mended(replace: &str, text: &str) -> String {
    let mut mended = text.to_owned();
    for edit in edits(replace, text).iter().rev() {
        mended.replace_range(edit.span.range(), &edit.replacement);
    }
    mended
}

#[test]
fn a_space_matches_a_line_end_which_stays() {
    let wrapped = "The committee met for six hours on Friday and heard from a dozen people who say that they could\nof \
                   been told much earlier of the plan to close both of the swimming pools in the north of the town.\n";
    assert_eq!(mended("- could of → could have", wrapped), wrapped.replace("\nof been", "\nhave been"));
    assert_eq!(mended("- of been told → told", wrapped), wrapped.replace("of been told", "told"));
}

#[test]
fn only_what_changes_is_edited() {
    let edit = |replace, text: &str| {
        let edits = edits(replace, text);
        edits.iter().map(|e| (text[e.span.range()].to_owned(), e.replacement.clone())).collect::<Vec<_>>()
    };
    let one = |old: &str, new: &str| vec![(old.to_owned(), new.to_owned())];
    assert_eq!(edit("- could of → could have", "He could of won."), one("of", "have"));
    assert_eq!(edit("- nip it in the butt → nip it in the bud", "Nip it in the butt!"), one("butt", "bud"));
    assert_eq!(
        edit("- each and everyone of → each and every one of", "See each and everyone of us."),
        one("everyone", "every one")
    );
    assert_eq!(edit("- a couple things → a couple of things", "Say a couple things."), one("", "of "));
    assert_eq!(edit("- off of it → off it", "Get off of it."), one("of ", ""));
    assert_eq!(edit("- free gift → gift", "A free gift."), one("free ", ""));
    assert_eq!(edit("- where as → whereas", "It fell where as gold rose."), one("where as", "whereas"));
    assert_eq!(edit("- under-way → under way", "Work is under-way."), one("-", " "));
    assert_eq!(
        edit("- a chalk to cheese b → a cheese to chalk b", "So a chalk to cheese b."),
        [one("chalk", "cheese"), one("cheese", "chalk")].concat()
    );
}

#[test]
fn the_case_of_the_match_is_kept() {
    let fix = |text| mended("- free reign → free rein", text);
    assert_eq!(fix("Free reign for all."), "Free rein for all.");
    assert_eq!(fix("FREE REIGN for all."), "FREE REIN for all.");
    assert_eq!(fix("They gave Free Reign a go."), "They gave Free Rein a go.");
    assert_eq!(mended("- further added → added", "Further added the mayor."), "Added the mayor.");
    assert_eq!(mended("- ATM machine → ATM", "The ATM machine broke."), "The ATM broke.");
    assert_eq!(mended("- ATM machine → cash machine", "The ATM machine broke."), "The cash machine broke.");
}

#[test]
fn words_that_may_be_there_belong_to_the_match_on_either_side() {
    let quoted = |replace, text: &str| {
        find(replace, "", text).iter().map(|d| text[d.span.range()].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(quoted("- (very) unique", "A very unique day, a unique night."), ["very unique", "unique"]);
    assert_eq!(quoted("- unique (day)", "A very unique day, a unique night."), ["unique day", "unique"]);
    assert_eq!(mended("- (very) unique → rare", "A very unique day, a unique night."), "A rare day, a rare night.");
}

#[test]
fn groups_come_back_in_the_replacement() {
    assert_eq!(mended("- could|would of → {1} have", "We would of gone."), "We would have gone.");
    assert_eq!(
        mended("- tow|tows|towed the (party) line → toe|toes|toed the {2} line", "He towed the line."),
        "He toed the line."
    );
    assert_eq!(
        mended("- tow|tows|towed the (party) line → toe|toes|toed the {2} line", "He tows the party line."),
        "He toes the party line."
    );
    assert_eq!(
        mended("- {currency}{number} million dollars → {1}{2} million", "It cost $5.5 million dollars."),
        "It cost $5.5 million."
    );
}

#[test]
fn an_article_before_the_match_goes_with_the_new_word() {
    let fix = |text| mended("- added bonus → bonus\n- past history → history\n- free hour → hour", text);
    assert_eq!(fix("An added bonus is the view."), "A bonus is the view.");
    assert_eq!(fix("It is a free hour."), "It is an hour.");
    assert_eq!(fix("It has a past history."), "It has a history.");
    assert_eq!(mended("- could of → could have", "Plan a could of."), "Plan a could have.");
}

#[test]
fn apostrophes_match_in_either_shape_and_are_written_as_the_text_does() {
    assert_eq!(mended("- would've of → would've", "He would’ve of gone."), "He would’ve gone.");
    assert_eq!(
        mended("- could care less → couldn’t care less", "I don't mind; I could care less."),
        "I don't mind; I couldn't care less."
    );
}

#[test]
fn a_match_is_never_a_part_of_a_longer_word_or_of_an_address() {
    assert!(
        find("- free reign → free rein", "", "A cost-free reign. A free reign-like rule. See free.reign.example.")
            .is_empty()
    );
    assert!(find("- reign → rein", "", "See reign.example.com, #reign and @reign.").is_empty());
}

#[test]
fn a_match_crosses_neither_a_mark_nor_a_sentence_nor_a_block() {
    assert!(find("- could of → x", "", "He could, of all people. If only he could. Of course not.").is_empty());
    assert!(find("- could of → x", "", "This is what he could\n\nof course.").is_empty());
}

#[test]
fn the_ends_of_a_sentence_can_be_asked_for() {
    let though = |text| find("- {start} though, → however,", "", text).len();
    assert_eq!(though("It rained. Though, it was warm."), 1);
    assert_eq!(though("It was warm, though, and dry."), 0);
    let else_ = |text| find("- or else {end} → x", "", text).len();
    assert_eq!((else_("Do it, or else. Now."), else_("Do it or else he will.")), (1, 0));
}

#[test]
fn exceptions_and_quotations_are_left_alone() {
    let found = |text| find("- could of → could have", "- of course", text).len();
    assert_eq!(found("We could of course wait."), 0);
    assert_eq!(found("We could of gone, of course."), 1);
    assert_eq!(found("“We could of gone,” he said."), 0);
}

#[test]
fn of_two_matches_in_one_place_the_longer_one_stays() {
    let found =
        find("- end result → result\n- the end result of → the result of", "", "It is the end result of haste.");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].message, "the end result of.");
}

#[test]
fn further_replacements_become_choices() {
    let found = find("- 12 noon → noon / midday", "", "At 12 noon it rang.");
    assert_eq!(found[0].fixes.len(), 2);
}
