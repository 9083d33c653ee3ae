//! Junk and marks of a keyboard come in numbers and from one cause: all that is alike in an article is
//! one finding, which shows its other places and mends them together. What stands in quotations is
//! one of its own, since nothing is mended there unseen.

use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

use crate::diagnostic::Edit;
use crate::evidence::Quotations;
use crate::reading::Reading;
use crate::rule::{Finding, Report};
use crate::text::Span;

/// What was found, by what it is.
pub struct Grouped<'t> {
    quotations: &'t Quotations,
    groups: Vec<Group<'t>>,
    /// By what it is, and whether it stands in a quotation.
    numbers: HashMap<(&'t str, bool), usize, FxBuildHasher>,
}

struct Group<'t> {
    what: &'t str,
    first: Span,
    others: Vec<Span>,
    edits: Vec<Edit>,
}

impl<'t> Grouped<'t> {
    pub fn new(reading: &'t Reading) -> Grouped<'t> {
        Grouped { quotations: reading.quotations(), groups: Vec::new(), numbers: HashMap::default() }
    }

    /// Takes a place; in the order of the prose.
    pub fn add(&mut self, what: &'t str, place: Span, edits: impl IntoIterator<Item = Edit>) {
        /// So many other places are shown.
        const SHOWN: usize = 20;
        let edits: Vec<Edit> = edits.into_iter().collect();
        let quoted = edits.iter().any(|edit| self.quotations.contains(edit.span));
        let number = *self.numbers.entry((what, quoted)).or_insert(self.groups.len());
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
            let finding = if edits.is_empty() { finding } else { finding.fix(edits) };
            report.add(finish(what, finding));
        }
    }
}
