//! What a copy editor sees, in the cases that are hard to draw: hand-made findings, so that no
//! change of a rule moves them.

use codespan_reporting::term::termcolor::Buffer;
use copydesk::diagnostic::{Applicability, Diagnostic, Edit, Fix, Level, Related, Role};
use copydesk::lint::Outcome;
use copydesk::render::{Checked, terminal};
use copydesk::text::Span;

#[test]
fn a_finding_with_other_places_and_several_choices() {
    let source = "The dialogue

The minister said the dialog would go on. Nobody had asked for it.

A dialogue needs two, she said, and a dialogue with oneself is a monologue. \"Dialogue\" is Greek.
";
    let mut finding = finding(source, "dialog ", Level::Warning, "“dialog” here, “dialogue” four times.");
    finding.span.end -= 1;
    for (place, found) in source.to_lowercase().match_indices("dialogue") {
        let message = if finding.related.is_empty() { "“dialogue”".into() } else { String::new() };
        finding.related.push(Related { span: Span::new(place, place + found.len()), message });
    }
    finding.fixes = vec![
        fix(Applicability::Manual, finding.span, "dialogue"),
        fix(Applicability::Manual, finding.span, "conversation"),
    ];
    snapshot("terminal_choices", source, vec![finding], 100);
}

#[test]
fn what_is_said_of_several_places_in_a_line_stands_there_once() {
    let source = "The Secretary of State met the secretary of defense and the Secretary of the Navy.\n";
    let mut finding = finding(source, "secretary", Level::Warning, "“secretary” here, “Secretary” twice.");
    for (place, found) in source.match_indices("Secretary") {
        finding.related.push(Related { span: Span::new(place, place + found.len()), message: "with a capital".into() });
    }
    snapshot("terminal_places", source, vec![finding], 100);
}

#[test]
fn wide_and_combining_characters_keep_the_marks_in_place() {
    let source = "東京の寿司,tuna and cafe\u{301} au\u{300} lait 👩‍🍳 recieve";
    let findings = vec![
        finding(source, "寿司,tuna", Level::Error, "Wide letters."),
        finding(source, "e\u{301}", Level::Warning, "A letter and its accent."),
        finding(source, "recieve", Level::Suggestion, "After a cook of three characters."),
    ];
    snapshot("terminal_wide", source, findings, 80);
}

#[test]
fn what_hides_is_shown_and_nothing_is_obeyed() {
    let source = "A zero\u{200B}width, a soft\u{AD}hyphen, \u{202E}a turn, a bell \u{7} and \u{1b}[31mred, two\u{A0}\u{A0}blanks.";
    let message = "Two no-break spaces “\u{A0}\u{A0}” and “\u{202E}” in one message.";
    let mut spaces = finding(source, "\u{A0}\u{A0}", Level::Error, message);
    spaces.fixes = vec![fix(Applicability::Safe, spaces.span, " ")];
    let findings =
        vec![finding(source, "\u{200B}", Level::Error, "This place holds a character that nobody sees."), spaces];
    snapshot("terminal_hidden", source, findings, 100);
}

#[test]
fn a_narrow_terminal_wraps_the_message_and_clips_the_rest() {
    let source = "# A heading that is much longer than what a narrow terminal can show\n\nThe orchestra had \
                  rehearsed the second movement for weeks before the conductor,who was never satisfied, left.\n";
    let mut finding = finding(
        source,
        "conductor,who",
        Level::Error,
        "Add a space after the comma: “conductor,who” runs two words together.",
    );
    finding.role = Role::Quotation;
    let comma = finding.span.start as usize + 9;
    finding.fixes = vec![fix(Applicability::Safe, Span::new(comma + 1, comma + 1), " ")];
    snapshot("terminal_narrow", source, vec![finding], 44);
}

#[test]
fn a_finding_over_lines_and_one_at_the_very_end() {
    let source = "The match ended in a draw that the\nthe crowd had not expected.\n\nNobody scored";
    let mut doubled = finding(source, "the\nthe", Level::Error, "“the” stands twice.");
    doubled.fixes = vec![fix(Applicability::Safe, Span::new(31, 35), "")];
    let mut end = finding(source, "scored", Level::Warning, "This paragraph ends without a full stop.");
    end.span = Span::at(source.len());
    end.fixes = vec![fix(Applicability::Unsafe, end.span, ".")];
    snapshot("terminal_lines", source, vec![doubled, end], 80);
}

fn finding(source: &str, words: &str, level: Level, message: &str) -> Diagnostic {
    let start = source.find(words).expect("the words stand in the source");
    Diagnostic {
        rule: "family/name".into(),
        level,
        span: Span::new(start, start + words.len()),
        message: message.into(),
        related: Vec::new(),
        fixes: Vec::new(),
        role: Role::Text,
    }
}

fn fix(applicability: Applicability, span: Span, replacement: &str) -> Fix {
    Fix { applicability, edits: vec![Edit::new(span, replacement)] }
}

fn snapshot(name: &str, source: &str, diagnostics: Vec<Diagnostic>, columns: usize) {
    let headings = source.starts_with("# ").then(|| source.lines().next().unwrap_or_default());
    let headings = headings.map(|line| (Span::new(0, line.len()), line[2..].to_owned())).into_iter().collect();
    let outcome = Outcome { diagnostics, headings, ..Outcome::default() };
    let checked = Checked { name: "article.md", source, mark: 0, outcome: &outcome };
    let buffers = terminal::write(checked, Level::Suggestion, columns, Buffer::no_color);
    let output = buffers.expect("memory can be written to").into_iter().flat_map(Buffer::into_inner).collect();
    let text = String::from_utf8(output).expect("the output is UTF-8");
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}
