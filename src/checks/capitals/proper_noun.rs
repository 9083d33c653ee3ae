//! Names in lower case: months, days, nationalities, languages, places, people, brands. Only words
//! that are names and nothing else; one that has a second life (march, turkey, polish) needs
//! neighbours that show which life it leads.

use super::{is_all_of_a_link, is_among_english, is_in_compound, is_no_prose, is_program_here, raise};
use crate::diagnostic::{Applicability, Level};
use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, TokenFlags};

pub const CHECK: Check = Check::token(
    "capitals/proper-noun",
    Wake::words(&[
        "google",
        "google’s",
        "google's",
        "oxford",
        "china",
        "congress",
        "alps",
        "pacific",
        "twitter",
        "democrats",
        "republicans",
    ])
    .or_traits(Traits::PROPER.union(Traits::CALENDAR).union(Traits::DEMONYM).union(Traits::GIVEN_NAME))
    .having(Traits::LOWER.union(Traits::GIVEN_NAME)),
    run,
);

/// Names that are never anything else, in any kind of text.
const SURE: Traits = Traits::DEMONYM.union(Traits::CALENDAR).union(Traits::PLACE);

fn run(at: At, report: &mut Report) {
    if at.has(Traits::TITLE) {
        if at.has(Traits::GIVEN_NAME) {
            surname_after(at, report);
        }
        return;
    }
    if !at.has(Traits::LOWER) || at.has(Traits::LETTER) {
        return;
    }
    let suspect = at.has(Traits::PROPER) || is_month_here(at) || is_nationality_here(at) || is_name_here(at);
    if !suspect || !at.is(Kind::Word) || is_no_prose(at) || !is_among_english(at) || is_style(at) || is_cited(at) {
        return;
    }
    if !at.has(Traits::PROPER) {
        report.add(Finding::at(at.span()).fix([raise(at)]));
    } else if !is_idiom(at)
        && let Some(right) = at.reading.lexicon.proper_form(at.text())
        && right != at.text()
    {
        let finding = Finding::at(at.span()).replace(at.span(), right);
        let named = at.has(Traits::GIVEN_NAME) && at.next().is_some_and(is_surname);
        let of_calendar = at.has(Traits::DEMONYM | Traits::CALENDAR);
        let handle = !of_calendar
            && (is_all_of_a_link(at) || starts_an_address(at) || follows_hyphen(at) || is_alone_in_brackets(at));
        if handle || is_program(at) || is_elided(at) || is_value(at) || is_two_ways(at) || follows_small_initials(at) {
            return;
        }
        if at.has(SURE) && !at.has(Traits::BRAND) || named {
            let sure = !starts_a_name(at) && !starts_a_program(at);
            report.add(if sure { finding } else { finding.applicability(Applicability::Unsafe) });
        } else if at.entry().count < 4 && !is_in_compound(at) && !is_bracketed(at) {
            report.add(finding.level(Level::Warning).applicability(Applicability::Unsafe));
        }
    }
}

/// “Marco rubio”: after a given name with its capital, a surname without.
fn surname_after(given: At, report: &mut Report) {
    let Some(name) = given.next().filter(|next| next.is(Kind::Word) && next.spaced()) else { return };
    let unsure = given.has(Traits::COMMON) || name.has(Traits::KNOWN | Traits::MISSPELLED | Traits::PROPER);
    if !unsure
        && name.has(Traits::LOWER)
        && name.has(Traits::SURNAME)
        && !is_no_prose(name)
        && !is_style(name)
        && !is_two_ways(name)
        && !is_particle(name)
        && is_among_english(name)
    {
        let finding = Finding::at(name.span()).fix([raise(name)]);
        report.add(finding.level(Level::Warning).applicability(Applicability::Unsafe));
    }
}

/// Whether a capitalised word follows that can be the surname of the given name before it.
fn is_surname(at: At) -> bool {
    let own = at.flags().intersects(TokenFlags::SENTENCE | TokenFlags::MAYBE_SENTENCE);
    at.is(Kind::Word) && at.spaced() && !own && at.has(Traits::TITLE | Traits::MIXED) && !at.has(Traits::COMMON)
}

/// Whether small letters are meant here: an article without capitals, or a line of key words.
fn is_style(at: At) -> bool {
    if at.reading.starts().are_lower() {
        return true;
    }
    let text = at.block().text();
    let ended = text.ends_with(['.', '!', '?', '”', '"', ':', '…', ')']);
    !ended && text.len() < 400 && !text.contains(char::is_uppercase)
}

/// “The clerk, or ‘clark’ as they say”: what stands alone in quotation marks is written as it is meant.
fn is_cited(at: At) -> bool {
    let opens = at.prev().is_some_and(|p| matches!(p.kind(), Kind::OpenQuote | Kind::OpenSingle));
    let past_stop = at.next().map(|n| if matches!(n.kind(), Kind::Stop | Kind::Comma) { n.next() } else { Some(n) });
    opens && past_stop.flatten().is_some_and(|n| matches!(n.kind(), Kind::CloseQuote | Kind::CloseSingle))
}

/// “monday Service”: who gives the next word its capital means the small letter, or missed two.
fn starts_a_name(at: At) -> bool {
    let starts = at.flags().intersects(TokenFlags::SENTENCE | TokenFlags::BLOCK);
    starts && at.next().is_some_and(|next| next.has(Traits::TITLE | Traits::MIXED))
}

/// “travis-ci”
fn starts_a_program(at: At) -> bool {
    let hyphen = at.next().filter(|next| next.is(Kind::Hyphen) && !next.spaced());
    hyphen.and_then(At::next).is_some_and(|tail| !tail.has(Traits::KNOWN))
}

/// “Tula na Porto Marie”: two letters between the words of a name are a little word of its language.
fn is_particle(at: At) -> bool {
    let named = |other: Option<At>| other.is_some_and(|other| other.is(Kind::Word) && other.has(Traits::TITLE));
    at.text().len() == 2 && named(at.prev()) && named(at.next())
}

/// “napster.no”: the name of a site.
fn starts_an_address(at: At) -> bool {
    let stop = at.next().filter(|next| next.is(Kind::Stop) && !next.spaced());
    stop.and_then(At::next).is_some_and(|tail| !tail.spaced() && tail.has(Traits::LOWER))
}

/// “.scot” ends addresses; “the files of `apache`” are those of a program, which has a small letter.
fn is_program(at: At) -> bool {
    let suffix = !at.spaced() && at.prev().is_some_and(|stop| stop.is(Kind::Stop) && stop.spaced());
    let typed = || at.reading.code_words().are_typed(at.text());
    suffix || !at.has(Traits::CALENDAR) && (is_program_here(at) || at.spaced() && typed())
}

/// “ranger-ross”, “a-holt”
fn follows_hyphen(at: At) -> bool {
    !at.spaced() && at.prev().is_some_and(|prev| prev.is(Kind::Hyphen))
}

/// “Alex Gaynor (alex)”
fn is_alone_in_brackets(at: At) -> bool {
    let bracket = |at: Option<At>, kind| at.is_some_and(|at| at.is(kind));
    bracket(at.prev(), Kind::OpenBracket) && bracket(at.next(), Kind::CloseBracket)
}

/// “javascript: false”, ‘value: "london"’: settings that were pasted.
fn is_value(at: At) -> bool {
    let key = at.flags().contains(TokenFlags::BLOCK) && at.next().is_some_and(|next| next.is(Kind::Colon));
    let quoted =
        at.prev().is_some_and(|p| p.text() == "\"" && p.prev().is_some_and(|c| c.is(Kind::Colon) || c.text() == "="));
    key || quoted
}

/// “e.e. cummings”, “k.d. lang”
fn follows_small_initials(at: At) -> bool {
    at.prev().is_some_and(|prev| {
        prev.is(Kind::Abbreviation) && prev.has(Traits::LOWER) && prev.text().matches('.').count() > 1
    })
}

/// Names that house styles write in lower case as well.
fn is_two_ways(at: At) -> bool {
    matches!(
        at.text(),
        "cartesian"
            | "coinbase"
            | "della"
            | "facetime"
            | "lucifer"
            | "marshall"
            | "medina"
            | "medinas"
            | "tangier"
            | "trojan"
            | "trojans"
            | "wifi"
    )
}

/// “stan’”, “’prentice”: dialect.
fn is_elided(at: At) -> bool {
    let mark = |at: At| matches!(at.kind(), Kind::Apostrophe | Kind::CloseSingle | Kind::OpenSingle);
    !at.spaced() && at.prev().is_some_and(mark)
        || at.next().is_some_and(|next| !next.spaced() && next.is(Kind::Apostrophe))
}

/// “[youtube https://…]”: what a content system is told.
fn is_bracketed(at: At) -> bool {
    !at.spaced() && at.prev().is_some_and(|prev| prev.text() == "[")
}

/// Months that are words too.
fn is_month_here(at: At) -> bool {
    let text = at.text();
    if !matches!(text, "may" | "march" | "august") {
        return false;
    }
    let (prev, next) = (at.prev(), at.next());
    let before = prev.map_or("", At::text);
    let in_time = matches!(
        before,
        "in" | "In"
            | "on"
            | "On"
            | "since"
            | "Since"
            | "until"
            | "Until"
            | "by"
            | "By"
            | "of"
            | "from"
            | "From"
            | "before"
            | "after"
            | "between"
            | "during"
            | "mid"
            | "late"
            | "early"
            | "last"
            | "through"
            | "till"
    );
    let Some(next) = next else { return matches!(before, "in" | "since" | "until") };
    match next.kind() {
        // “the march 2024 selection”, but “they may 2024 times”
        Kind::Number if is_year(next.text()) => in_time || text != "may",
        Kind::Number if is_day(next.text()) => in_time && before != "of",
        Kind::Ordinal => in_time,
        // “in May.”, “since March,”
        Kind::Stop | Kind::Comma | Kind::Semicolon | Kind::CloseBracket => {
            matches!(before, "in" | "In" | "since" | "Since" | "until" | "last" | "mid")
                || before == "next" && text == "march"
                || before == "of" && prev.and_then(At::prev).is_some_and(is_part_of_month)
        }
        Kind::Word => {
            let another = next.text() == "and" || next.text() == "to" || next.text() == "or";
            // “in august and then”, but “in august company”
            let alone =
                text == "august" && matches!(before, "in" | "In" | "since" | "until") && next.has(Traits::FUNCTION);
            alone || in_time && another && next.next().is_some_and(|n| n.has(Traits::CALENDAR) && n.has(Traits::TITLE))
        }
        _ => false,
    }
}

/// “the 12th of march”, “the end of august”
fn is_part_of_month(at: At) -> bool {
    at.is(Kind::Ordinal) || matches!(at.text(), "beginning" | "end" | "middle" | "month" | "start" | "week")
}

/// Names that are words too, where what stands before shows that the name is meant: “bought from
/// google”, “over the alps”.
fn is_name_here(at: At) -> bool {
    const AFTER: &[(&str, &[&str])] = &[
        ("google", &["at", "by", "from", "in", "on", "through", "using", "via", "with"]),
        ("oxford", &["at", "from", "in", "near", "to"]),
        ("china", &["against", "by", "from", "in", "on", "to", "with"]),
        ("congress", &["by", "in", "through"]),
        ("alps", &["the"]),
        ("twitter", &["on", "via"]),
    ];
    let text = at.text();
    let known =
        matches!(text, "oxford" | "china" | "congress" | "alps" | "pacific" | "twitter" | "democrats" | "republicans");
    if !known && !text.starts_with("google") {
        return false;
    }
    if text.starts_with("google") && text.len() > "google".len() {
        return true;
    }
    // “along the pacific coast”
    if text == "pacific" {
        const PARTS: [&str; 5] = ["coast", "island", "islands", "ocean", "rim"];
        return at.next().is_some_and(|next| PARTS.contains(&next.text()));
    }
    if matches!(text, "democrats" | "republicans") {
        let (next, prev) = (at.next(), at.prev());
        return is_beside_party(next, next.and_then(At::next)) || is_beside_party(prev, prev.and_then(At::prev));
    }
    // “the People’s Republic of china”
    let titled = || {
        at.prev().is_some_and(|of| {
            of.text() == "of" && of.prev().is_some_and(|prev| prev.has(Traits::TITLE) && !prev.starts_sentence())
        })
    };
    if text == "china" && titled() {
        return true;
    }
    let before = |words: &[&str]| at.prev().is_some_and(|prev| words.iter().any(|word| prev.word_is(word)));
    // “in china cups”, “from oxford cloth”, “in congress with”
    let lends =
        at.next().is_some_and(|next| next.has(Traits::NOUN) && !next.has(Traits::FUNCTION) || next.is(Kind::Hyphen));
    AFTER.iter().any(|(name, words)| *name == text && before(words)) && !(lends && text != "alps")
}

/// “democrats and Republicans”
fn is_beside_party(joint: Option<At>, other: Option<At>) -> bool {
    joint.is_some_and(|joint| joint.word_is("and") || joint.word_is("or"))
        && other.is_some_and(|other| matches!(other.text(), "Democrats" | "Republicans"))
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && (text.starts_with("19") || text.starts_with("20"))
}

fn is_day(text: &str) -> bool {
    text.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}

/// “the french government”: nationalities that are words too.
fn is_nationality_here(at: At) -> bool {
    const OF_A_NATION: &[&str] = &[
        "ambassador",
        "ancestry",
        "armed",
        "army",
        "authorities",
        "border",
        "capital",
        "citizen",
        "citizens",
        "citizenship",
        "city",
        "coast",
        "coastguard",
        "colony",
        "consulate",
        "courts",
        "culture",
        "diplomat",
        "diplomats",
        "economy",
        "embassy",
        "empire",
        "football",
        "forces",
        "foreign",
        "government",
        "grammar",
        "language",
        "lawmakers",
        "media",
        "military",
        "minister",
        "ministry",
        "nationals",
        "navy",
        "newspaper",
        "officials",
        "parliament",
        "police",
        "politician",
        "politicians",
        "president",
        "prime",
        "revolution",
        "ruler",
        "senate",
        "soldiers",
        "speakers",
        "state",
        "team",
        "translation",
        "troops",
        "voters",
    ];
    const OF_SPEECH: &[&str] = &[
        "speak", "speaks", "spoke", "spoken", "speaking", "teaches", "taught", "teaching", "learns", "learnt",
        "learned",
    ];
    // “She teaches french and Dutch”, but not “speaks french fries”.
    let spoken = || {
        let after = at.next().is_none_or(|next| !next.has(Traits::NOUN) || next.has(Traits::FUNCTION));
        at.prev().is_some_and(|prev| OF_SPEECH.contains(&prev.text())) && after
    };
    // “a catholic school”, but “catholic tastes”
    const OF_A_FAITH: &[&str] = &[
        "archbishop",
        "bishop",
        "bishops",
        "cathedral",
        "cemetery",
        "charity",
        "church",
        "churches",
        "clergy",
        "college",
        "community",
        "country",
        "diocese",
        "doctrine",
        "education",
        "faith",
        "families",
        "family",
        "girl",
        "girls",
        "hierarchy",
        "hospital",
        "hospitals",
        "leader",
        "leaders",
        "mass",
        "mother",
        "nun",
        "nuns",
        "parents",
        "parish",
        "priest",
        "priests",
        "school",
        "schools",
        "services",
        "university",
        "upbringing",
        "voters",
        "woman",
        "women",
    ];
    let of_faith = || at.next().is_some_and(|next| OF_A_FAITH.contains(&next.text()));
    if at.text() == "catholic" {
        return of_faith() || at.prev().is_some_and(|prev| prev.word_is("roman"));
    }
    // In small letters the French are only in the names of a few things.
    const FRENCH_THINGS: &[&str] = &[
        "bean", "beans", "braid", "braids", "bread", "bulldog", "bulldogs", "chalk", "cuff", "cuffs", "door", "doors",
        "dressing", "fries", "fry", "grey", "horn", "horns", "kiss", "kisses", "kissing", "knickers", "knot", "knots",
        "leave", "letter", "letters", "loaf", "manicure", "onion", "pleat", "pleats", "polish", "press", "roast",
        "seam", "seams", "sticks", "tips", "toast", "twist", "vanilla", "vermouth", "window", "windows",
    ];
    let next = at.next();
    let things = |next: At| {
        next.is(Kind::Word)
            && next.has(Traits::LOWER)
            && next.has(Traits::NOUN | Traits::ADJECTIVE)
            && !next.has(Traits::FUNCTION)
            && !FRENCH_THINGS.contains(&next.text())
    };
    let pair = |next: At| {
        next.word_is("and") && next.next().is_some_and(|other| other.has(Traits::DEMONYM) && other.has(Traits::TITLE))
    };
    if at.text() == "french" && next.is_some_and(|next| things(next) || pair(next)) {
        return at.prev().is_some_and(|prev| !prev.is(Kind::Hyphen));
    }
    matches!(at.text(), "french" | "polish" | "swiss" | "dutch" | "danish" | "finnish" | "turkish" | "roman")
        && (at.next().is_some_and(|next| OF_A_NATION.contains(&next.text())) || spoken())
        && at.prev().is_none_or(|prev| !prev.is(Kind::Hyphen))
}

/// Names in lower case that many dictionaries have so: brussels sprouts, roman numerals, plaster
/// of paris.
fn is_idiom(at: At) -> bool {
    const IDIOMS: &[(&str, &[&str])] = &[
        ("arabic", &["numeral", "numerals", "gum", "figures"]),
        ("belgian", &["endive", "waffle", "waffles"]),
        ("bermuda", &["grass", "shorts"]),
        ("brazil", &["nut", "nuts"]),
        ("brussels", &["sprout", "sprouts"]),
        ("caesar", &["salad", "salads", "cut"]),
        ("canada", &["goose", "geese"]),
        ("chinese", &["wall", "walls", "whispers"]),
        ("danish", &["pastry", "pastries"]),
        ("dutch", &["oven", "ovens", "door", "auction", "courage", "elm"]),
        ("egyptian", &["cotton"]),
        ("english", &["muffin", "muffins", "breakfast"]),
        ("german", &["measles", "shepherd", "shepherds"]),
        ("india", &["ink", "rubber"]),
        ("jews", &["harp", "harps"]),
        ("jill", &["of"]),
        ("irish", &["coffee", "stew", "setter"]),
        ("italian", &["dressing"]),
        ("japanese", &["beetle", "beetles", "knotweed"]),
        ("jerusalem", &["artichoke", "artichokes"]),
        ("lima", &["bean", "beans"]),
        ("london", &["broil"]),
        ("manila", &["envelope", "envelopes", "folder", "rope"]),
        ("mexican", &["wave"]),
        ("norway", &["maple", "spruce", "rat"]),
        ("panama", &["hat", "hats"]),
        ("paris", &["green"]),
        ("persian", &["rug", "rugs", "carpet", "carpets", "lamb", "cat", "cats"]),
        ("portland", &["cement", "stone"]),
        ("russian", &["roulette", "dressing", "dolls"]),
        ("spanish", &["moss", "onion", "onions", "fly"]),
        ("swiss", &["chard", "cheese", "roll", "steak"]),
        ("turkish", &["bath", "baths", "towel", "towels", "delight"]),
        ("venetian", &["blind", "blinds", "red"]),
        ("vienna", &["sausage", "sausages"]),
        ("worcestershire", &["sauce"]),
    ];
    /// “aloe vera”: the word before tells.
    const TAILS: &[(&str, &[&str])] =
        &[("gallo", &["de"]), ("holland", &["brown", "white"]), ("romano", &["pecorino"]), ("vera", &["aloe"])];
    let before = at.prev().map_or("", At::text);
    if TAILS.iter().any(|(name, heads)| *name == at.text() && heads.contains(&before)) {
        return true;
    }
    let next = at.next().filter(|next| !next.is(Kind::Hyphen)).or_else(|| at.next()?.next());
    let next = next.map_or("", At::text);
    let pair = IDIOMS.iter().any(|(name, things)| *name == at.text() && things.contains(&next));
    pair || at.text() == "paris" && at.prev().is_some_and(|p| p.text() == "of") && follows_plaster(at)
}

fn follows_plaster(at: At) -> bool {
    at.prev().and_then(At::prev).is_some_and(|p| p.word_is("plaster"))
}
