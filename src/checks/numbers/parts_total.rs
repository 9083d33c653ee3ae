//! Parts that do not come to the whole that the sentence names: 100 per cent (“60% …, 25% … and the
//! remaining 20%”), the number before a colon (“24 members: 12 women and 14 men”), that of “Of the
//! 40 rooms …”, or that of the seats which parties hold (“40 seats are held by the Reds (25) and …”).
//!
//! Only words that say that the parts are all there are wake the rule; answers may be several, and
//! groups may overlap.

use crate::lexicon::Traits;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, TokenFlags, numeral};

pub const CHECK: Check =
    Check::token("numbers/parts-total", Wake::words(&WORDS).or_kinds(&[Kind::Colon, Kind::CloseBracket]), run);

const WORDS: [&str; 12] = [
    "remaining",
    "rest",
    "other",
    "opinion",
    "undecided",
    "unsure",
    "abstained",
    "away",
    "absent",
    "placebo",
    "voted",
    "chose",
];
/// Where these stand between the whole and its parts, the parts are all there are.
const SHARED: [&str; 8] = ["held", "shared", "split", "divided", "won", "filled", "go", "went"];

/// More parts than these are a table.
const MOST: usize = 8;

/// A number and what it counts.
#[derive(Clone, Copy)]
struct Part<'r> {
    at: At<'r>,
    value: f64,
    /// The token after the number and its unit.
    next: Option<At<'r>>,
}

fn run(at: At, report: &mut Report) {
    if at.is(Kind::Colon) {
        return sum_after(at, report);
    }
    if at.is(Kind::CloseBracket) {
        return bracketed(at, report);
    }
    if WORDS[9..].iter().any(|word| at.word_is(word)) {
        return groups(at, report);
    }
    if WORDS[3..].iter().any(|word| at.word_is(word)) {
        return votes(at, report);
    }
    if !at.prev().is_some_and(|the| ["the", "and", "a"].iter().any(|word| the.word_is(word))) {
        return;
    }
    let Some(rest) = at.next() else { return };
    // “the rest, 21%, did not care”
    let rest = if at.word_is("rest") && rest.is(Kind::Comma) { rest.next() } else { Some(rest) };
    let Some(rest) = rest else { return };
    match share(rest) {
        Some(rest) => shares(at, rest, report),
        None if at.word_is("remaining") => of_the(at, rest, report),
        None => {}
    }
}

/// “60% …, 25% … and the remaining 20%”
fn shares(closing: At, rest: Part, report: &mut Report) {
    let mut parts: Vec<Part> = Vec::new();
    for at in before(closing) {
        // “Two thirds” is one share, though “thirds” stands in it as well.
        let within = parts.last().is_some_and(|part| part.next.is_none_or(|next| at.index < next.index));
        if let Some(part) = share(at).filter(|_| !within) {
            parts.push(part);
        }
    }
    let after = parts.iter().filter_map(|part| part.next);
    let things = after.filter(|of| of.word_is("of")).filter_map(At::next);
    let things = things.map(|at| at.next().filter(|_| at.has(Traits::DETERMINER)).unwrap_or(at));
    let wholes: Vec<&str> = things.map(At::text).collect();
    let several = wholes.windows(2).any(|pair| pair[0] != pair[1]);
    if parts.is_empty() || parts.len() > MOST || several || parts.iter().any(|part| is_change(part.at)) {
        return;
    }
    let total = parts.iter().map(|part| part.value).sum::<f64>() + rest.value;
    // Each part may have been rounded by half a point.
    if (total - 100.0).abs() > 0.5 * (parts.len() + 1) as f64 {
        add(None, &parts, rest, format!("{total:.0}%"), report);
    }
}

/// “45% were for it, 38% against and 27% had no opinion”, “Of the 120 members, 64 voted for it, 41
/// against and 25 abstained”: nobody votes twice, so the parts are never more than the whole.
fn votes(closing: At, report: &mut Report) {
    let start = closing.sentence_start();
    let against = before(closing).any(|at| at.word_is("against") || at.word_is("opposed"));
    let number = start.next().filter(|_| start.word_is("of"));
    let number = number.and_then(|at| if at.word_is("the") || at.word_is("its") { at.next() } else { Some(at) });
    let whole = number.and_then(count);
    let mut parts: Vec<Part> = before(closing).filter_map(share).collect();
    let (limit, total) = match whole {
        _ if parts.len() > 2 => (100.0 + 0.5 * parts.len() as f64, "100%".to_owned()),
        Some(whole) if parts.is_empty() => {
            parts = before(closing).filter(|at| at.index > whole.at.index).filter_map(count).collect();
            (whole.value, format!("{}", whole.value))
        }
        _ => return,
    };
    let Some((rest, others)) = parts.split_last().filter(|(_, others)| against && (2..MOST).contains(&others.len()))
    else {
        return;
    };
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    if sum > limit && parts.iter().all(|part| !is_change(part.at)) {
        let percent = if total.ends_with('%') { "%" } else { "" };
        add(whole.map(|whole| whole.at), others, *rest, format!("{sum}{percent}, not {total}"), report);
    }
}

/// “Of the 120 patients, 70 got the drug and 60 a placebo”, “Of the 40 members, 25 voted for Ann and 19
/// voted for Bob”: nobody is in two of these groups.
fn groups(last: At, report: &mut Report) {
    let start = last.sentence_start();
    let number = start.next().filter(|_| start.word_is("of"));
    let number = number.and_then(|at| if at.word_is("the") || at.word_is("its") { at.next() } else { Some(at) });
    let Some(whole) = number.and_then(count) else { return };
    let parts: Vec<Part> = before(last).filter(|at| at.index > whole.at.index).filter_map(count).collect();
    let verb = |part: &Part| part.next.is_some_and(|next| next.word_is(last.text()));
    let Some((rest, others)) = parts.split_last().filter(|(_, others)| !others.is_empty()) else { return };
    let placebo = last.word_is("placebo");
    // “… got a placebo, and 20 of them fell ill”
    let once = before(last).filter(|at| at.word_is(last.text())).count() + 1 == parts.len();
    let apart = |part: &Part| share(part.at).is_none() && !is_change(part.at);
    if (placebo && parts.len() == 2 || once && parts.iter().all(verb)) && parts.iter().all(apart) {
        let total: f64 = parts.iter().map(|part| part.value).sum();
        if total > whole.value {
            add(Some(whole.at), others, *rest, format!("{total}, not {}", whole.value), report);
        }
    }
}

/// “The council’s 40 seats are held by Labour (22), the Greens (11) and others (9).”
fn bracketed(close: At, report: &mut Report) {
    let ends = close.next().is_none_or(|next| next.is(Kind::Stop) || next.starts_sentence());
    let inside = |at: At| at.prev().is_some_and(|open| open.is(Kind::OpenBracket)) && is_closed(at);
    if !ends || !close.prev().is_some_and(inside) {
        return;
    }
    let (parts, others): (Vec<Part>, Vec<Part>) = before(close).filter_map(amount).partition(|part| inside(part.at));
    let ([whole], [some @ .., rest]) = (&others[..], &parts[..]) else { return };
    let shared = before(close)
        .skip_while(|at| at.index < whole.at.index)
        .take_while(|at| at.index < parts[0].at.index)
        .any(|at| SHARED.iter().any(|word| at.word_is(word)));
    if some.len() < 2 || parts.len() > MOST || !shared || is_loose(whole.at) || whole.at.index > parts[0].at.index {
        return;
    }
    let total: f64 = parts.iter().map(|part| part.value).sum();
    if total != whole.value {
        add(Some(whole.at), some, *rest, format!("{total}, not {}", whole.value), report);
    }
}

fn is_closed(at: At) -> bool {
    at.next().is_some_and(|close| close.is(Kind::CloseBracket))
}

/// “Of the 40 rooms, 25 are single and 10 double; the remaining 6 stand empty.”
fn of_the(closing: At, rest: At, report: &mut Report) {
    let start = closing.sentence_start();
    let Some(number) = start.next().filter(|_| start.word_is("of")) else { return };
    let number = if number.word_is("the") || number.word_is("its") { number.next() } else { Some(number) };
    let (Some(whole), Some(rest)) = (number.and_then(count), count(rest)) else { return };
    let parts: Vec<Part> = before(closing).filter(|at| at.index > whole.at.index).filter_map(count).collect();
    let plain = before(closing).all(|at| !matches!(at.kind(), Kind::Currency | Kind::Figures | Kind::Time));
    let named = |at: At| share(at).is_some() || is_change(at);
    if parts.is_empty() || parts.len() > MOST || !plain || parts.iter().any(|part| named(part.at)) {
        return;
    }
    let total = parts.iter().map(|part| part.value).sum::<f64>() + rest.value;
    if total != whole.value {
        add(Some(whole.at), &parts, rest, format!("{total}, not {}", whole.value), report);
    }
}

/// “The crew has 24 members: 12 women and 14 men.”
fn sum_after(colon: At, report: &mut Report) {
    const NEAR: usize = 7;
    let back = std::iter::successors(colon.prev(), |at| at.prev()).take(NEAR);
    let back = back.take_while(|at| at.is(Kind::Word) || at.is(Kind::Number) || at.is(Kind::Currency));
    let numbers: Vec<Part> = back.filter_map(amount).collect();
    let [whole] = numbers[..] else { return };
    let parts = Option::unwrap_or_default(parts_after(colon));
    let kinds = |part: &Part| part.at.prev().is_some_and(|sign| sign.is(Kind::Currency));
    let alike = parts.iter().all(|part| kinds(part) == kinds(&whole));
    // Two sessions, of 20 and of 30 minutes, are no sum.
    let counted = parts.len() as f64 == whole.value;
    if parts.len() < 2 || parts.len() > MOST || !alike || counted || is_loose(whole.at) {
        return;
    }
    let total: f64 = parts.iter().map(|part| part.value).sum();
    let related = total < 2.0 * whole.value && 2.0 * total > whole.value;
    if related && total != whole.value {
        let rest = parts[parts.len() - 1];
        add(Some(whole.at), &parts[..parts.len() - 1], rest, format!("{total}, not {}", whole.value), report);
    }
}

/// The numbers after a colon, if each item to the end of the sentence starts with one.
fn parts_after(colon: At) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut item = colon.next();
    while let Some(mut at) = item {
        while ["and", "the", "a"].iter().any(|word| at.word_is(word)) {
            at = at.next()?;
        }
        if at.is(Kind::Currency) {
            at = at.next()?;
        }
        let part = amount(at)?;
        parts.push(part);
        let thing = part.next.filter(|next| next.is(Kind::Word) && !is_measure(*next))?;
        let mut end = Some(thing);
        while let Some(at) = end {
            let stop = matches!(at.kind(), Kind::Comma | Kind::Stop | Kind::Semicolon) || at.word_is("and");
            let open = ["or", "more", "others", "other", "each", "about", "times"].iter().any(|word| at.word_is(word));
            if open || amount(at).is_some() || matches!(at.kind(), Kind::Figures | Kind::Dash | Kind::OpenBracket) {
                return None;
            }
            if stop {
                break;
            }
            end = at.next().filter(|next| !next.starts_sentence());
        }
        let Some(mark) = end.filter(|at| !at.is(Kind::Stop)) else { return Some(parts) };
        item = mark.next();
    }
    None
}

fn add(whole: Option<At>, parts: &[Part], rest: Part, total: String, report: &mut Report) {
    let finding = Finding::at(rest.at.span()).with("total", total);
    let finding = whole.into_iter().fold(finding, |finding, whole| finding.related(whole.span(), "The whole."));
    report.add(parts.iter().fold(finding, |finding, part| finding.related(part.at.span(), "One of the parts.")));
}

/// The tokens of the sentence before this one.
fn before(at: At) -> impl Iterator<Item = At> {
    let end = at.index;
    std::iter::successors(Some(at.sentence_start()), |at| at.next()).take_while(move |at| at.index < end)
}

/// A share of the whole: “45%”, “half”, “two thirds”.
fn share(at: At) -> Option<Part> {
    if ["half", "third", "quarter", "fifth"].iter().any(|word| at.word_is(word)) {
        let whole = at.prev().is_none_or(|a| a.word_is("a") || a.word_is("one") || a.word_is("other"));
        let value = fraction(at)?;
        let used = at.next().is_none_or(|next| !next.is(Kind::Hyphen));
        // “a third man” and “the fifth” count; they divide nothing unless “of” follows.
        let divides = at.word_is("half") || at.next().is_some_and(|next| next.word_is("of"));
        return (used && divides && (whole || at.word_is("half"))).then_some(Part { at, value, next: at.next() });
    }
    let next = at.next()?;
    let number = numeral::value(at.text());
    let many = number.filter(|_| at.is(Kind::Word)).zip(fraction(next));
    if let Some((number, part)) = many.filter(|_| next.text().ends_with('s')) {
        return Some(Part { at, value: number as f64 * part, next: next.next() });
    }
    let cent = || next.next().filter(|cent| next.word_is("per") && cent.word_is("cent"));
    let unit = if next.text() == "%" || next.word_is("percent") { Some(next) } else { cent() }?;
    let value = match at.kind() {
        Kind::Number => at.text().parse().ok()?,
        Kind::Word => number? as f64,
        _ => return None,
    };
    Some(Part { at, value, next: unit.next() })
}

/// The share that a word names, in per cent.
fn fraction(at: At) -> Option<f64> {
    let word = at.text().trim_end_matches('s');
    let parts = [("half", 50.0), ("third", 100.0 / 3.0), ("quarter", 25.0), ("fifth", 20.0)];
    parts.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
}

/// A plain number that counts something; “one” is often a pronoun, four figures a year.
fn count(at: At) -> Option<Part> {
    let plain = matches!(at.kind(), Kind::Number | Kind::Word) && !at.word_is("one");
    let value = numeral::value(at.text()).filter(|value| plain && *value < 1000)?;
    let joined = |mark: Option<At>| mark.is_some_and(|mark| mark.is(Kind::Hyphen));
    let free = !joined(at.next()) && (!joined(at.prev()) || at.spaced());
    free.then_some(Part { at, value: value as f64, next: at.next() })
}

/// A number of things or of money.
fn amount(at: At) -> Option<Part> {
    let value = match numeral::value(at.text()) {
        Some(value) if matches!(at.kind(), Kind::Number | Kind::Word) => value as f64,
        None if at.is(Kind::Number) => at.text().replace(',', "").parse().ok()?,
        _ => return None,
    };
    let next = at.next();
    let scaled = next.is_some_and(|n| {
        matches!(n.kind(), Kind::Hyphen | Kind::Symbol) || n.word_is("percent") || n.word_is("per") || is_scale(n)
    });
    let year = at.is(Kind::Number) && at.span().len() == 4 && (1000.0..2200.0).contains(&value);
    (!scaled && !year).then_some(Part { at, value, next })
}

/// “hundred”, “million”: the number is not the whole amount.
fn is_scale(at: At) -> bool {
    ["hundred", "thousand", "million", "billion", "dozen"].iter().any(|word| at.word_is(word))
}

/// What is measured adds up to no number of things.
fn is_measure(at: At) -> bool {
    const UNITS: [&str; 14] = [
        "years", "months", "weeks", "days", "hours", "minutes", "seconds", "metres", "meters", "km", "miles", "feet",
        "points", "percent",
    ];
    UNITS.iter().any(|unit| at.word_is(unit))
}

/// “more than 24 members”, “the last 24 games”
fn is_loose(at: At) -> bool {
    let sign = at.prev().filter(|sign| sign.is(Kind::Currency));
    sign.unwrap_or(at).prev().is_some_and(|before| {
        ["than", "least", "about", "around", "nearly", "almost", "over", "of", "first", "last", "some", "page"]
            .iter()
            .any(|word| before.word_is(word))
            && !(before.word_is("of") && before.prev().is_some_and(|total| total.word_is("total")))
    })
}

/// “rose by 5%”, “5% more”: no part of anything.
fn is_change(at: At) -> bool {
    at.prev().is_some_and(|p| ["by", "to", "from", "over", "than"].iter().any(|word| p.word_is(word)))
        && !at.flags().contains(TokenFlags::SENTENCE)
}
