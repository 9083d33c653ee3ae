//! Junk comes in numbers and from one cause: all that is alike in an article is one finding, which
//! shows its other places and mends them together.

use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

use crate::diagnostic::Edit;
use crate::rule::{Finding, Report};
use crate::text::Span;

/// What was found, by what it is.
#[derive(Default)]
pub struct Grouped<'t> {
    groups: Vec<Group<'t>>,
    numbers: HashMap<&'t str, usize, FxBuildHasher>,
}

struct Group<'t> {
    what: &'t str,
    first: Span,
    others: Vec<Span>,
    edits: Vec<Edit>,
}

impl<'t> Grouped<'t> {
    /// Takes a place; in the order of the prose.
    pub fn add(&mut self, what: &'t str, place: Span, edits: impl IntoIterator<Item = Edit>) {
        /// So many other places are shown.
        const SHOWN: usize = 20;
        let number = *self.numbers.entry(what).or_insert(self.groups.len());
        if number == self.groups.len() {
            self.groups.push(Group { what, first: place, others: Vec::new(), edits: Vec::new() });
        } else if self.groups[number].others.len() < SHOWN {
            self.groups[number].others.push(place);
        }
        self.groups[number].edits.extend(edits);
    }

    /// Reports each group; `finish` adds what is to be said of it.
    pub fn report(self, report: &mut Report, finish: impl Fn(&str, Finding) -> Finding) {
        for Group { what, first, others, edits } in self.groups {
            let finding = others.iter().fold(Finding::at(first), |finding, place| finding.related(*place, "Here too."));
            let finding = if edits.is_empty() { finding } else { finding.fix(edits).keeps_words() };
            report.add(finish(what, finding));
        }
    }
}
