use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{Kind, numeral};

pub const CHECK: Check = Check::token("numbers/age", Wake::words(&["born"]), run);

/// A sentence that says when somebody was born, when they died, and how old they were then.
fn run(born: At, report: &mut Report) {
    let Some(birth) = year_after(born, 8) else { return };
    let mut died = Some(birth);
    while let Some(at) = died.filter(|at| !matches!(at.text(), "died" | "dies" | "killed")) {
        died = at.next().filter(|next| !next.starts_sentence());
    }
    let Some(died) = died else { return };
    let Some(death) = year_after(died, 10) else { return };
    let Some(age) = age_after(died) else { return };
    let (Some(from), Some(to), Some(years)) = (value(birth), value(death), value(age)) else { return };
    let lived = to.saturating_sub(from);
    // Before or after the birthday.
    if to < from || lived == years || lived == years + 1 {
        return;
    }
    let finding = Finding::at(age.span())
        .with("years", if lived == 0 { "less than 1".to_owned() } else { format!("{} or {lived}", lived - 1) })
        .related(birth.span(), "The year of birth.")
        .related(death.span(), "The year of death.");
    report.add(finding);
}

/// The first year within so many tokens of the same sentence.
fn year_after(at: At, tokens: usize) -> Option<At> {
    let ahead = std::iter::successors(at.next(), |at| at.next()).take(tokens).take_while(|at| !at.starts_sentence());
    ahead
        .into_iter()
        .find(|at| at.is(Kind::Number) && at.span().len() == 4 && value(*at).is_some_and(|y| (1000..2200).contains(&y)))
}

/// “aged 70”, “at 70”, “at the age of 70”, in the rest of the sentence.
fn age_after(from: At) -> Option<At> {
    let ahead = std::iter::successors(from.next(), |at| at.next()).take_while(|at| !at.starts_sentence());
    ahead.into_iter().find(|at| {
        let before = |n: usize| std::iter::successors(at.prev(), |p| p.prev()).nth(n);
        let is = |n: usize, word: &str| before(n).is_some_and(|b| b.word_is(word));
        value(*at).is_some_and(|age| age < 130)
            // “by a driver aged 22” is somebody else.
            && (is(0, "aged") && before(1).is_some_and(|b| b.is(Kind::Comma) || b.index <= from.index + 1) || is(0, "age") || is(0, "of") && is(1, "age"))
            && at.next().is_none_or(|n| !n.is(Kind::Hyphen))
    })
}

fn value(at: At) -> Option<u64> {
    numeral::value(at.text())
}
