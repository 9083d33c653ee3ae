use super::ise_ize::ending;
use crate::diagnostic::Level;
use crate::lexicon::{Dialect, Traits};
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::EntryId;

pub const CHECK: Check = Check::article("consistency/dialect", run);

/// More words than these are not shown one by one.
const SHOWN: usize = 8;

fn run(reading: &Reading, report: &mut Report) {
    // An article that follows a spelling has its odd words reported by `spelling/dialect`.
    if reading.dialect().is_some() {
        return;
    }
    let of = |own: Traits| reading.forms_with(own).any(|(_, entry)| entry.traits.any(Traits::LOWER));
    if !of(Traits::US) || !of(Traits::GB) {
        return;
    }
    // Words in -ise beside words in -ize are `consistency/ise-ize`'s.
    let has_ize = (1..reading.entries.len()).any(|id| ending(reading.form(EntryId(id as u32)), b'z').is_some());
    let american = places(reading, Traits::US, Dialect::British);
    let british = places(reading, Traits::GB, Dialect::American);
    // What was said out loud is spelled by the writer: “the centre” there, “the center” here.
    let american = if american.is_empty() { twins(reading, &british, Traits::US, Dialect::British) } else { american };
    let british = if british.is_empty() { twins(reading, &american, Traits::GB, Dialect::American) } else { british };
    let british: Vec<At> = british.into_iter().filter(|at| !has_ize || ending(at.text(), b's').is_none()).collect();
    let (Some(first_american), Some(first_british)) = (american.first(), british.first()) else { return };
    // One word of each is little to speak of spelling, unless it is the same one or readers see both.
    // “neighbor”, “neighbours” are one word, too.
    let has = |word: &str| reading.find(word).is_some();
    let either = |word: &str| has(word) || has(word.strip_suffix('s').unwrap_or(&format!("{word}s")));
    let twin = |at: &At| reading.lexicon.respelt(at.text(), Dialect::British).is_some_and(|t| either(&t));
    let few = american.len() + british.len() < 3 && !american.iter().any(twin) && !reading.is_one_screen();
    let american_odd = (american.len(), std::cmp::Reverse(first_american.index))
        < (british.len(), std::cmp::Reverse(first_british.index));
    let (odd, main, names) = match american_odd {
        true => (&american, &british, ("American", "British")),
        false => (&british, &american, ("British", "American")),
    };
    let mut finding = Finding::at(odd[0].span())
        .with("own", names.0)
        .with("other", names.1)
        .with("example", main[0].text())
        .related(main[0].span(), format!("{} spelling", names.1));
    for at in odd[1..].iter().take(SHOWN) {
        finding = finding.related(at.span(), format!("{} spelling too", names.0));
    }
    report.add(if few { finding.level(Level::Suggestion) } else { finding });
}

/// The words in quotations that are these in the other spelling.
fn twins<'r>(reading: &'r Reading, of: &[At], own: Traits, other: Dialect) -> Vec<At<'r>> {
    let blocks = reading.blocks().filter(|b| !b.is_furniture());
    let words = blocks.flat_map(|b| b.each()).filter(|at| at.has(own) && at.has(Traits::LOWER) && at.quoted());
    let is_twin = |at: &At| {
        reading.lexicon.respelt(at.text(), other).is_some_and(|twin| of.iter().any(|word| word.text() == twin))
    };
    // “My favourite colour,” she wrote: who writes spells.
    let spoken = |at: &At| {
        let has = |verbs: &[&str]| verbs.iter().any(|verb| at.block().text().contains(verb));
        has(&["said", "says", "told"]) && !has(&["it said", "it says", "wrote", "reads"])
    };
    words.filter(|at| is_twin(at) && spoken(at)).collect()
}

/// The words of the copy that only one spelling has and that the other would spell otherwise.
fn places<'r>(reading: &'r Reading, own: Traits, other: Dialect) -> Vec<At<'r>> {
    let blocks = reading.blocks().filter(|b| !b.is_furniture());
    let words = blocks.flat_map(|b| b.each()).filter(|at| at.has(own) && at.has(Traits::LOWER));
    words.filter(|at| !at.quoted() && reading.lexicon.respelt(at.text(), other).is_some()).collect()
}
