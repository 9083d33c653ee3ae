//! Holds every rule to its page: each example shows the fault and its repair, each text under
//! “Leave alone” is left alone, and neither a text to leave alone nor a corrected example has a
//! fault of any other kind.

use std::collections::BTreeSet;
use std::fmt::Write;

use copydesk::checks::CHECKS;
use copydesk::diagnostic::{Applicability, Diagnostic};
use copydesk::edits::{apply, without_conflicts};
use copydesk::lexicon::Lexicon;
use copydesk::lint::Linter;
use copydesk::reading::Options;
use copydesk::registry::{Registry, Selection};
use copydesk::rule::compiled::PAGES;
use copydesk::rule::page::{self, Example, Sheet};
use copydesk::text::Span;

#[test]
fn a_slip_that_two_rules_would_mend_in_one_way_is_one_finding() {
    let found = linter(Selection::default()).check("She is know for her work.\n", copydesk::text::Format::Plain);
    let spans: Vec<Span> = found.diagnostics.iter().map(|diagnostic| diagnostic.span).collect();
    assert_eq!(spans, [Span::new(4, 15)]);
}

#[test]
fn each_rule_does_what_its_page_shows() {
    let everything = linter(Selection::default());
    let mut failures = Failures::default();
    for sheet in sheets() {
        let id = sheet.page.id.to_string();
        let alone = linter(Selection { select: vec![id], ..Selection::default() });
        for example in &sheet.examples {
            shows_the_fault(&sheet, example, &alone, &everything, &mut failures);
        }
        for example in &sheet.leave_alone {
            is_left_alone(&sheet, example, &alone, &everything, &mut failures);
        }
    }
    failures.report();
}

#[test]
fn each_check_has_a_page_and_each_page_without_phrases_a_check() {
    let checks: BTreeSet<&str> = CHECKS.iter().flat_map(|family| family.iter()).map(|check| check.id).collect();
    let pages: BTreeSet<&str> = PAGES.iter().map(|page| &*page.id).collect();
    let without_phrases = PAGES.iter().filter(|page| page.phrases.is_empty()).map(|page| &*page.id);
    let pageless: Vec<_> = checks.difference(&pages).collect();
    let idle: Vec<_> = without_phrases.filter(|id| !checks.contains(id)).collect();
    assert!(pageless.is_empty(), "these checks have no page: {pageless:?}");
    assert!(idle.is_empty(), "these pages have no “Replace” and no check: {idle:?}");
}

#[test]
fn pages_are_in_order_and_old_names_lead_to_one_rule() {
    assert!(PAGES.is_sorted_by(|a, b| a.id < b.id));
    let names = PAGES.iter().flat_map(|page| std::iter::once(&page.id).chain(page.was.iter()));
    let mut seen = BTreeSet::new();
    for name in names {
        assert!(seen.insert(name), "{name} is the name of two rules");
    }
}

#[test]
fn no_message_is_longer_than_a_line_of_the_report() {
    for sheet in sheets() {
        let alone = linter(Selection { select: vec![sheet.page.id.to_string()], ..Selection::default() });
        for example in &sheet.examples {
            for finding in alone.check(&example.text, example.format).diagnostics {
                let length = finding.message.chars().count();
                assert!(length <= 120, "{}: {length} characters: {}", sheet.page.id, finding.message);
                assert!(!finding.message.contains(['{', '}', '…']), "{}: {}", sheet.page.id, finding.message);
            }
        }
    }
}

fn shows_the_fault(sheet: &Sheet, example: &Example, alone: &Linter, everything: &Linter, failures: &mut Failures) {
    let found = alone.check(&example.text, example.format).diagnostics;
    if found.is_empty() {
        return failures.add(sheet, example, "the fault is not found.");
    }
    if !example.marked.is_empty() {
        let spans: Vec<Span> = found.iter().map(|d| d.span).collect();
        if spans != example.marked {
            let quote = |spans: &[Span]| {
                spans.iter().map(|s| format!("“{}”", &example.text[s.range()])).collect::<Vec<_>>().join(", ")
            };
            let (marked, spans) = (quote(&example.marked), quote(&spans));
            failures.add(sheet, example, format!("the page marks {marked}; what is found is {spans}."));
        }
    }
    let Some(after) = &example.after else {
        if found.iter().any(|d| d.fixes.first().is_some_and(|fix| fix.applicability > Applicability::Manual)) {
            failures.add(sheet, example, "the page shows no correction, but the rule makes one.");
        }
        return;
    };
    let repaired = apply(&example.text, &without_conflicts(&found, Applicability::Manual).edits);
    if repaired != *after {
        return failures.add(sheet, example, format!("the fix gives\n      {}", indent(&repaired)));
    }
    is_clean(sheet, example, after, everything, failures);
}

fn is_left_alone(sheet: &Sheet, example: &Example, alone: &Linter, everything: &Linter, failures: &mut Failures) {
    let found = alone.check(&example.text, example.format).diagnostics;
    for finding in &found {
        failures.add(
            sheet,
            example,
            format!("the rule should leave this alone, but says: {}", said(finding, &example.text)),
        );
    }
    if found.is_empty() {
        is_clean(sheet, example, &example.text, everything, failures);
    }
}

fn is_clean(sheet: &Sheet, example: &Example, text: &str, everything: &Linter, failures: &mut Failures) {
    for finding in everything.check(text, example.format).diagnostics {
        failures.add(sheet, example, format!("this is right, but {} says: {}", finding.rule, said(&finding, text)));
    }
}

fn said(finding: &Diagnostic, text: &str) -> String {
    format!("{} (at “{}”)", finding.message, &text[finding.span.range()])
}

/// What is wrong with the pages, all of it, as the writer of a page wants to read it.
#[derive(Default)]
struct Failures {
    text: String,
    count: usize,
}

impl Failures {
    fn add(&mut self, sheet: &Sheet, example: &Example, said: impl AsRef<str>) {
        let (id, line) = (&sheet.page.id, sheet.line(example));
        let text = indent(example.text.trim_end());
        self.count += 1;
        let _ = write!(self.text, "\nrules/{id}.md:{line}\n      {text}\n    {}\n", said.as_ref());
    }

    fn report(self) {
        assert!(self.count == 0, "{} examples do not hold:\n{}", self.count, self.text);
    }
}

fn indent(text: &str) -> String {
    text.trim_end().replace('\n', "\n      ")
}

/// Every page, read once more with its examples.
fn sheets() -> Vec<Sheet> {
    PAGES.iter().map(|page| page::parse(&page.id, &page.source).expect("the build has read it")).collect()
}

fn linter(selection: Selection) -> Linter {
    let rules = Registry::built_in().select(&selection).expect("these rules exist");
    Linter::new(rules, Lexicon::default(), Options::default())
}
