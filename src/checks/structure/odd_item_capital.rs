use super::odd_item;
use crate::checks::capitals::is_program_here;
use crate::lexicon::{Traits, capitalised};
use crate::reading::{At, InBlock, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::{Kind, MarkKind};

pub const CHECK: Check = Check::article("structure/odd-item-capital", run);

fn run(reading: &Reading, report: &mut Report) {
    for (_, items) in odd_item::lists(reading) {
        let capitals: Vec<Option<bool>> = items.iter().map(|item| starts_with_capital(*item)).collect();
        let Some((odd, common)) = odd_item::find(&capitals) else { continue };
        let (Some(word), Some(other)) = (items[odd].first(), items[common].first()) else { continue };
        // A link to a text has that text's title.
        let name = capitals[odd] == Some(true) && (is_name(word) || word.marked(MarkKind::Link));
        // “jpegoptim”, “cargo-signing”: the name of a program.
        let joined = word.next().is_some_and(|next| next.is(Kind::Hyphen) && !next.spaced());
        let program =
            capitals[odd] == Some(false) && (joined || !word.has(Traits::KNOWN | Traits::MISSPELLED) || goes_on(word));
        if name || program || !report.looks_at(items[odd].block()) {
            continue;
        }
        let finding = if capitals[odd] == Some(true) {
            let lower = word.text().to_lowercase();
            Finding::at(word.span()).with("what", "a capital").replace(word.span(), lower)
        } else {
            Finding::at(word.span()).with("what", "no capital").replace(word.span(), capitalised(word.text()))
        };
        report.add(finding.related(other.span(), "The others start like this."));
    }
}

/// Whether the item starts with a capital; `None` for one that could not do otherwise.
fn starts_with_capital(item: InBlock) -> Option<bool> {
    let word = item.first().filter(|at| at.is(Kind::Word) && !(at.has(Traits::LOWER) && is_label(*at)))?;
    let traits = word.traits();
    let chosen = traits.any(Traits::LOWER) && traits.any(Traits::KNOWN | Traits::MISSPELLED)
        || traits.any(Traits::TITLE) && traits.any(Traits::COMMON);
    chosen.then_some(traits.any(Traits::TITLE))
}

/// “rustup will install it”, “git: 40 MB”, a link with one small word: the name of a program, or a key.
fn is_label(word: At) -> bool {
    let next = word.next();
    let acts = next.is_some_and(|n| n.has(Traits::AUXILIARY)) && !word.has(Traits::FUNCTION | Traits::PLURAL);
    let key = next.is_some_and(|n| n.is(Kind::Colon) && !n.spaced());
    let linked = word.marked(MarkKind::Link) && next.is_none_or(|next| !next.marked(MarkKind::Link));
    acts || key || linked || is_program_here(word)
}

/// “or write to us”: the sentence that the list is ends so.
fn goes_on(word: At) -> bool {
    word.word_is("and") || word.word_is("or")
}

/// Whether the capital may be that of a name: of a person, or of more than one word.
fn is_name(word: At) -> bool {
    let names = Traits::GIVEN_NAME.union(Traits::SURNAME).union(Traits::PLACE).union(Traits::PROPER);
    let next = word.next().is_some_and(|next| next.traits().capitalised());
    let linked = word.marked(MarkKind::Link) && word.next().is_none_or(|next| !next.marked(MarkKind::Link));
    // “New” and “Strange” are surnames as well.
    let common = word.has(Traits::DETERMINER | Traits::ADJECTIVE | Traits::FUNCTION);
    let name = word.has(names) && (!common || word.has(Traits::GIVEN_NAME));
    // “C-unwind”
    let letter = word.has(Traits::LETTER) && !word.spaced_after();
    let own = word.text().trim_end_matches("’s").trim_end_matches("'s");
    let used = word.reading.find(own).is_some_and(|form| word.reading.names().capitals(form) > 0);
    name || letter || used || next || linked || word.text() == "I"
}
