//! The holes of a template that nothing was put into: [Your Name], {{first_name}}, *|FNAME|*

use super::closing;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{BlockFlags, Format, Kind, Span};

pub const CHECK: Check = Check::token("structure/template-field", Wake::kinds(&[Kind::OpenBracket]), run);

fn run(open: At, report: &mut Report) {
    let span = match open.text() {
        "[" => field(open),
        // Markdown is often run through a template after us.
        "{" if open.reading.article.format != Format::Markdown => hole(open),
        _ => None,
    };
    if let Some(span) = span
        && !open.quoted()
        && !open.block().has(BlockFlags::QUOTATION)
    {
        report.add(Finding::at(span));
    }
}

/// “[Your Name]”, “[Company]”
fn field(open: At) -> Option<Span> {
    const LONGEST: usize = 4;
    const FIELDS: &[&str] = &[
        "business name",
        "city name",
        "client name",
        "company",
        "company name",
        "contact name",
        "customer name",
        "date here",
        "email address",
        "event name",
        "first name",
        "full name",
        "job title",
        "last name",
        "name here",
        "phone number",
        "product name",
        "recipient name",
        "your address",
        "your business name",
        "your city",
        "your company",
        "your company name",
        "your email",
        "your email address",
        "your full name",
        "your job title",
        "your name",
        "your organization",
        "your phone number",
        "your position",
        "your title",
        "your website",
    ];
    /// The last word of a field with capitals says what is to go there.
    const ASKED: &[&str] = &["name", "date", "city", "company", "location", "topic", "keyword", "product"];
    let first = open.next().filter(|next| next.is(Kind::Word) && !next.spaced())?;
    let (last, close) = closing(first, LONGEST)?;
    let inside = &open.reading.article.prose[first.span().cover(last.span())];
    // “[Doctor Name]”, “[Date]”
    let asks = ASKED.iter().any(|what| last.word_is(what))
        && inside.split(' ').all(|word| word.starts_with(char::is_uppercase));
    let known = asks || FIELDS.iter().any(|field| field.eq_ignore_ascii_case(inside));
    // A link has its address behind it, and a letter that is shown as a pattern greets.
    let linked = close.next().is_some_and(|next| next.is(Kind::OpenBracket) && !next.spaced());
    let greets = open.prev().is_some_and(|p| ["dear", "hi", "hello", "name"].iter().any(|word| p.word_is(word)));
    (known && !linked && !greets).then(|| open.span().cover(close.span()))
}

/// “{{first_name}}”
fn hole(open: At) -> Option<Span> {
    const LONGEST: usize = 6;
    let second = open.next().filter(|next| next.text() == "{" && !next.spaced())?;
    let mut last = second.next().filter(|next| matches!(next.kind(), Kind::Word | Kind::Code | Kind::Address))?;
    for _ in 0..LONGEST {
        let next = last.next()?;
        if next.text() == "}" && next.next().is_some_and(|end| end.text() == "}" && !end.spaced()) {
            return Some(open.span().cover(next.next()?.span()));
        }
        last = next;
    }
    None
}
