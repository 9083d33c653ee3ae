use super::sentence_start::{first_word, stays_lower};
use super::{is_all_of_a_link, raise};
use crate::lexicon::Traits;
use crate::reading::{At, Reading};
use crate::rule::{Check, Finding, Report};
use crate::text::Kind;

pub const CHECK: Check = Check::article("capitals/heading-start", run);

/// So many headings with a capital must stand against each without.
const MAJORITY: usize = 2;

fn run(reading: &Reading, report: &mut Report) {
    let starts = reading.headings().all.iter().filter_map(|heading| {
        let block = reading.block(heading.block);
        report.looks_at(block.block()).then(|| first_word(block.first()?)).flatten()
    });
    let words: Vec<At> = starts.filter(|word| word.is(Kind::Word)).collect();
    let (small, large): (Vec<At>, Vec<At>) = words.into_iter().partition(|word| word.has(Traits::LOWER));
    if small.is_empty() || large.len() < MAJORITY * small.len() {
        return;
    }
    for word in small.into_iter().filter(|word| !stays_lower(*word) && begins_a_phrase(*word)) {
        let finding = Finding::at(word.span()).fix([raise(word)]);
        report.add(finding.related(large[0].span(), "The other headings start like this."));
    }
}

/// Whether it is a little word that leads others: “the upper”, “what runners say”. Any other may be
/// the name of a function, a command or a program.
fn begins_a_phrase(word: At) -> bool {
    let leads = word.next().is_some_and(|next| next.spaced() && next.is(Kind::Word));
    leads && word.has(Traits::FUNCTION) && !word.has(Traits::CONJUNCTION | Traits::VERB) && !is_all_of_a_link(word)
}
