use super::*;

fn lexicon() -> Lexicon {
    Lexicon::default()
}

fn known(forms: &str) {
    let unknown: Vec<&str> = forms.split_whitespace().filter(|f| !lexicon().traits(f).any(Traits::KNOWN)).collect();
    assert!(unknown.is_empty(), "unknown: {unknown:?}");
}

fn unknown(forms: &str) {
    let known: Vec<&str> = forms.split_whitespace().filter(|f| lexicon().traits(f).any(Traits::KNOWN)).collect();
    assert!(known.is_empty(), "known: {known:?}");
}

fn has(forms: &str, traits: Traits) {
    let without: Vec<&str> = forms.split_whitespace().filter(|f| !lexicon().traits(f).contains(traits)).collect();
    assert!(without.is_empty(), "not {traits:?}: {without:?}");
}

fn has_not(forms: &str, traits: Traits) {
    let with: Vec<&str> = forms.split_whitespace().filter(|f| lexicon().traits(f).any(traits)).collect();
    assert!(with.is_empty(), "{traits:?}: {with:?}");
}

#[test]
fn words_are_known_in_lower_case_at_a_sentence_start_and_in_capitals() {
    known("house House HOUSE walked Walking quickly colour color café cafe naïve");
}

#[test]
fn a_word_that_can_be_several_things_is_mostly_one_or_none() {
    has("oven trip dogs prices bread advice", Traits::NOUN | Traits::MOSTLY_NOUN);
    has("build write affects barked going", Traits::VERB | Traits::MOSTLY_VERB);
    has("plain whole happy", Traits::ADJECTIVE | Traits::MOSTLY_ADJECTIVE);
    let mostly = Traits::MOSTLY_NOUN | Traits::MOSTLY_VERB | Traits::MOSTLY_ADJECTIVE;
    has_not("walk run past light work quickly the who'll", mostly);
}

#[test]
fn slips_are_not_known() {
    unknown("onc teh hte adn peopel Breifly becuase recieve seperate nely wose longthey andmore alot");
}

#[test]
fn names_do_not_validate_lower_case_words() {
    known("Mexico MEXICO Ramirez Treviño Trevino Guadalajara Fuente Hegseth Starmer");
    unknown("mexico ramirez hegseth guadalajara october american");
}

#[test]
fn possessives_and_contractions_are_known_with_either_apostrophe() {
    known("Mexico's Mexico’s dogs’ dogs' don’t don't who’d there’ll might’ve o’clock ’em James’ nation’s they’re");
    unknown("mexico’s peopel’s dont didnt");
    has("Mexico’s", Traits::PLACE | Traits::POSSESSIVE);
}

#[test]
fn plurals_of_names_are_known() {
    known("Kennedys Ramirezes NGOs MPs PhDs iPhones Toyotas");
}

#[test]
fn words_with_a_prefix_are_known() {
    known("nonviolent antisemitic cofounder midseason reelection unregulated preexisting multilingual microclimate");
    known("superyacht ultraviolet megaproject postwar overperform subcommittee cybercrime catlike counterprotest");
    unknown("rearch recuring untill coments unles retreive");
}

#[test]
fn the_verbs_of_the_old_bible_are_known() {
    known("goeth cometh observeth consisteth liveth");
    unknown("lengeth wideth");
}

#[test]
fn roman_numerals_are_known_in_capitals() {
    known("II IV XIV MMXXV XC");
    assert!(derived::is_roman("mcmxciv"));
    for wrong in ["iiii", "ic", "vx", "iix", "", "lol", "xm"] {
        assert!(!derived::is_roman(wrong), "{wrong}");
    }
}

#[test]
fn some_words_have_two_lives() {
    has("march may turkey polish china will rose jack mark bill french dutch march’s", Traits::COMMON);
    has_not("march may turkey polish china will French rose jack mark", Traits::PROPER);
    has("March May August", Traits::CALENDAR | Traits::COMMON);
}

#[test]
fn other_names_have_one() {
    has(
        "mexico Mexico october american wales london English english christian friday london’s germany",
        Traits::PROPER,
    );
    has_not("mexico october american wales london english", Traits::COMMON);
    has("October Friday monday", Traits::CALENDAR);
    has("American french Mexican german Japanese", Traits::DEMONYM);
    has("Mexico Wales London Texas Yorkshire", Traits::PLACE);
    has("John Maria Emmanuel Marco", Traits::GIVEN_NAME);
    has("Smith Ramirez Rubio", Traits::SURNAME);
    has("FBI NATO Hamas", Traits::ORGANISATION);
    has("iPhone GitHub github YouTube", Traits::BRAND);
}

#[test]
fn brands_have_capitals_of_their_own() {
    known("iPhone GitHub WhatsApp eBay McDonald’s DeSantis");
    unknown("github Github whatsapp");
    let proper = |form| lexicon().proper_form(form).map(|f| f.into_owned());
    assert_eq!(proper("github").as_deref(), Some("GitHub"));
    assert_eq!(proper("Github").as_deref(), Some("GitHub"));
    assert_eq!(proper("mexico").as_deref(), Some("Mexico"));
    assert_eq!(proper("mexico’s").as_deref(), Some("Mexico’s"));
    assert_eq!(proper("marco").as_deref(), Some("Marco"));
    assert_eq!(proper("i").as_deref(), Some("I"));
    for form in ["pekarik", "march", "house", "turkey", ""] {
        assert_eq!(proper(form), None, "{form}");
    }
}

#[test]
fn parts_of_speech_are_known() {
    has("house car nation", Traits::NOUN);
    has("houses nations women geese", Traits::PLURAL);
    has("walk go affect", Traits::VERB);
    has("walked went gone taken", Traits::PAST);
    has("walking going", Traits::ING);
    has("walks goes", Traits::THIRD_PERSON);
    has("happy potential", Traits::ADJECTIVE);
    has("happily often", Traits::ADVERB);
    has("the with however The and is", Traits::FUNCTION);
    has("the a this", Traits::DETERMINER);
    has("is was would can’t", Traits::AUXILIARY);
    has("seven hundred", Traits::NUMERAL);
    has_not("house walk happy march", Traits::FUNCTION);
    has("people government said could year", Traits::FREQUENT);
    has_not("abacus sesquipedalian", Traits::FREQUENT);
}

#[test]
fn dialects_are_known() {
    has("color center traveled defense gray", Traits::US);
    has("colour centre travelled organising defence", Traits::GB);
    has_not("house organize realize organizing advertise program travel", Traits::US | Traits::GB);
}

#[test]
fn sure_misspellings_have_their_corrections() {
    let right = |form| lexicon().correction(form);
    assert_eq!(right("peopel").as_deref(), Some("people"));
    assert_eq!(right("Onc").as_deref(), Some("Once"));
    assert_eq!(right("TEH").as_deref(), Some("THE"));
    assert_eq!(right("didnt").as_deref(), Some("didn't"));
    assert_eq!(right("goverment’s").as_deref(), Some("government’s"));
    for form in ["wont", "cant", "its", "lets", "were", "well", "shell", "hell", "id", "ill", "house", "Ramirez"] {
        assert_eq!(right(form), None, "{form}");
    }
    has("peopel onc didnt goverment", Traits::MISSPELLED);
    has_not("people its wont cant Ramirez", Traits::MISSPELLED);
}

#[test]
fn the_house_has_the_last_word() {
    let house = House::new(["copydesk", "GitHub", "Nato", "Pekarik", "peopel"]);
    let lexicon = Lexicon::new(house);
    let is = |form: &str, traits| lexicon.traits(form).any(traits);
    for form in ["copydesk", "Copydesk", "copydesk’s", "GitHub", "Pekarik", "peopel", "PEKARIK"] {
        assert!(is(form, Traits::KNOWN), "{form}");
        assert!(!is(form, Traits::MISSPELLED), "{form}");
    }
    for form in ["github", "pekarik", "nato", "NAto"] {
        assert!(is(form, Traits::PROPER), "{form}");
        assert!(!is(form, Traits::KNOWN), "{form}");
    }
    assert_eq!(lexicon.proper_form("nato").as_deref(), Some("Nato"));
    for (form, own) in [("githubs", "GitHubs"), ("GITHUB’s", "GitHub’s"), ("Github's", "GitHub's")] {
        assert_eq!(lexicon.proper_form(form).as_deref(), Some(own));
    }
    assert_eq!(lexicon.correction("peopel"), None);
}

#[test]
fn no_form_is_too_odd_to_look_up() {
    let long = "x".repeat(70_000);
    for form in ["", "'", "’", "’s", "s'", "İİİİ", "ẞ’", "日本", "a.", ".", &long, &"İ".repeat(40)] {
        lexicon().traits(form);
        lexicon().correction(form);
        lexicon().proper_form(form);
        lexicon().commonness(form);
        sound::vowel_sound(form);
    }
}

#[test]
fn a_sound_other_than_the_spelling_is_marked() {
    has("hour honest European one user unicorn", Traits::ODD_SOUND);
    has_not("house apple umbrella ox unimportant", Traits::ODD_SOUND);
}

#[test]
fn a_word_has_another_form_in_the_other_spelling() {
    let american = |form| lexicon().respelt(form, Dialect::American);
    let british = |form| lexicon().respelt(form, Dialect::British);
    for (gb, us) in [
        ("colour", "color"),
        ("Centre", "Center"),
        ("organised", "organized"),
        ("travelling", "traveling"),
        ("learnt", "learned"),
        ("storeys", "stories"),
        ("centred", "centered"),
        ("sulphur", "sulfur"),
    ] {
        assert_eq!(american(gb).as_deref(), Some(us));
    }
    for (us, gb) in [("color", "colour"), ("center’s", "centre’s"), ("defense", "defence"), ("gray", "grey")] {
        assert_eq!(british(us).as_deref(), Some(gb));
    }
    for form in ["organize", "house", "xyzzy", "hour", ""] {
        assert_eq!(american(form), None, "{form}");
        assert_eq!(british(form), None, "{form}");
    }
}

#[test]
fn forms_are_found_where_they_stand_the_commonest_too() {
    let text = format!("{}salt\n", "salt and pepper and ".repeat(200));
    let article = crate::text::read::plain::read(&text);
    let words = Words::read(&article, &Lexicon::default());
    let places = |forms: &[&str]| {
        let set = words.set(forms.iter().filter_map(|form| words.find(form)));
        words.places(&set).collect::<Vec<usize>>()
    };
    let every = |step: usize, from: usize, count: usize| (0..count).map(move |n| from + n * step).collect::<Vec<_>>();
    assert_eq!(places(&["salt"]), every(4, 0, 201));
    assert_eq!(places(&["pepper", "salt"]), every(2, 0, 401));
    assert_eq!(places(&["and"]), every(2, 1, 400));
    assert_eq!(places(&["vinegar"]), [0; 0]);
}
