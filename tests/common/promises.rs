//! What must hold of every article, whatever stands in it. The property tests and the fuzz target
//! `fix` share it.

use copydesk::diagnostic::{Applicability, Diagnostic, Edit};
use copydesk::fix;
use copydesk::lexicon::Lexicon;
use copydesk::lint::Linter;
use copydesk::reading::Options;
use copydesk::registry::{Registry, Selection};
use copydesk::text::{Format, Span, read};

pub const FORMATS: [Format; 3] = [Format::Plain, Format::Markdown, Format::Html];

/// Every rule that is on by default.
pub fn linter() -> Linter {
    let rules = Registry::built_in().select(&Selection::default()).expect("nothing is named");
    Linter::new(rules, Lexicon::default(), Options::default())
}

/// Panics with the reason if a promise is broken.
pub fn hold(linter: &Linter, source: &str, format: Format) {
    let outcome = linter.check(source, format);
    for diagnostic in &outcome.diagnostics {
        points_into(source, diagnostic);
    }
    let in_order = outcome.diagnostics.is_sorted_by_key(|d| d.span.start);
    assert!(in_order, "the findings stand in reading order");
    for least in [Applicability::Safe, Applicability::Unsafe] {
        let fixed = fix::fix(linter, source, format, least);
        let fixed = fixed.unwrap_or_else(|restless| panic!("{format:?} {source:?} never rests: {:?}", restless.rules));
        let again = fix::fix(linter, &fixed.text, format, least).expect("it is at rest");
        assert_eq!(again.text, fixed.text, "a second run changes nothing");
        let markup = |source: &str| read::read(source, format).skeleton;
        assert_eq!(markup(source), markup(&fixed.text), "tags, code and destinations are as they were in {source:?}");
        if fixed.applied == 0 {
            assert_eq!(fixed.text, source, "without a fix nothing changes");
        }
    }
}

/// A finding stands in the source, on whole characters, and so do its edits, in order and apart.
fn points_into(source: &str, diagnostic: &Diagnostic) {
    let whole = |span: Span| source.get(span.range()).is_some();
    assert!(whole(diagnostic.span), "{diagnostic:?}");
    assert!(diagnostic.related.iter().all(|r| whole(r.span)), "{diagnostic:?}");
    assert!(diagnostic.message.ends_with(['.', '?', '”']), "{diagnostic:?}");
    for fix in &diagnostic.fixes {
        assert!(fix.edits.iter().all(|e| whole(e.span)), "{diagnostic:?}");
        assert!(fix.edits.windows(2).all(|pair| apart(&pair[0], &pair[1])), "{diagnostic:?}");
    }
    let automatic = |a: Applicability| a > Applicability::Manual;
    assert!(diagnostic.fixes.iter().skip(1).all(|f| !automatic(f.applicability)), "only the first fix is automatic");
}

fn apart(first: &Edit, second: &Edit) -> bool {
    first.span.end <= second.span.start
}
