//! The tokenizer's output, with exact places in the source.

use std::convert::Infallible;
use std::ops::Range;

use html5gum::{Emitter, Error, State, Tokenizer, naive_next_state};

use crate::text::Span;
use crate::text::read::element::Element;
use crate::text::read::flow::{Attributes, Flow};

/// Reads HTML that stands at the byte `base` of the source.
pub(super) fn read(html: &str, base: u32, in_line: bool, flow: &mut Flow<'_>) {
    let tokens = Tokens {
        html,
        base,
        in_line,
        flow,
        position: 0,
        done: 0,
        run: 0..0,
        tag_at: 0,
        is_end: false,
        name: Vec::new(),
        last_start: Vec::new(),
        attribute: Vec::new(),
        value: Vec::new(),
        attributes: Attributes::default(),
    };
    let Ok(()) = Tokenizer::new_with_emitter(html, tokens).finish();
}

/// Follows the tokenizer. What it says of text is compared with the source: the same bytes are
/// text, others the meaning of an entity.
struct Tokens<'t, 's> {
    html: &'t str,
    base: u32,
    in_line: bool,
    flow: &'t mut Flow<'s>,
    /// How far the tokenizer has read.
    position: usize,
    /// Up to where its output has come.
    done: usize,
    /// Text that has come and not been handed on.
    run: Range<usize>,
    /// The tag or comment being read.
    tag_at: usize,
    is_end: bool,
    name: Vec<u8>,
    last_start: Vec<u8>,
    attribute: Vec<u8>,
    value: Vec<u8>,
    attributes: Attributes,
}

impl Tokens<'_, '_> {
    fn span(&self, range: Range<usize>) -> Span {
        Span { start: self.base + range.start as u32, end: self.base + range.end as u32 }
    }

    /// Hands on the text that has come.
    fn flush(&mut self) {
        let run = std::mem::take(&mut self.run);
        if !self.flow.is_skipping()
            && let Some(text) = self.html.get(run.clone()).filter(|text| !text.is_empty())
        {
            self.flow.collapse(text, self.base + run.start as u32);
        }
    }

    /// Ends a tag or comment.
    fn complete(&mut self) -> Span {
        self.flush();
        self.done = self.position.max(self.tag_at);
        self.span(self.tag_at..self.done)
    }

    fn take_attribute(&mut self) {
        let value = self.value.trim_ascii();
        match self.attribute.as_slice() {
            b"hidden" => self.attributes.hidden |= value != b"until-found",
            b"aria-hidden" => self.attributes.hidden |= value == b"true",
            b"class" => self.attributes.hidden |= is_for_screen_readers(value),
            b"style" => self.attributes.hidden |= hides(value),
            b"lang" | b"xml:lang" => self.attributes.foreign = is_foreign(value),
            b"role" => self.attributes.furniture |= is_furniture(value),
            _ => {}
        }
        self.attribute.clear();
        self.value.clear();
    }

    fn init_tag(&mut self, is_end: bool) {
        self.is_end = is_end;
        self.name.clear();
        self.attribute.clear();
        self.value.clear();
        self.attributes = Attributes::default();
    }
}

impl Emitter for Tokens<'_, '_> {
    type Token = Infallible;

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }

    fn emit_string(&mut self, text: &[u8]) {
        let range = self.done..self.position.max(self.done);
        self.done = range.end;
        if self.html.as_bytes().get(range.clone()) == Some(text) {
            if self.run.end != range.start {
                self.flush();
                self.run.start = range.start;
            }
            self.run.end = range.end;
            return;
        }
        self.flush();
        if let Ok(text) = std::str::from_utf8(text)
            && self.html.get(range.clone()).is_some_and(|raw| !raw.is_empty())
        {
            let text = if text.trim_ascii().is_empty() { " " } else { text };
            self.flow.atom(text, self.span(range));
        }
    }

    fn start_open_tag(&mut self) {
        self.tag_at = self.position.saturating_sub(1);
    }

    fn init_start_tag(&mut self) {
        self.init_tag(false);
    }

    fn init_end_tag(&mut self) {
        self.init_tag(true);
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.name.extend_from_slice(name);
    }

    fn init_attribute(&mut self) {
        self.take_attribute();
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        self.attribute.extend_from_slice(name);
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        self.value.extend_from_slice(value);
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.take_attribute();
        let span = self.complete();
        let element = Element::find(&self.name);
        if self.is_end {
            if let Some(element) = element {
                self.flow.end_tag(element, span);
            }
            return None;
        }
        self.last_start.clone_from(&self.name);
        if let Some(element) = element {
            self.flow.start_tag(element, self.attributes, span, self.in_line);
        }
        naive_next_state(&self.name)
    }

    fn emit_current_comment(&mut self) {
        let span = self.complete();
        if !self.flow.is_skipping() {
            self.flow.draft.comment(span);
        }
    }

    fn emit_current_doctype(&mut self) {
        self.complete();
    }

    fn emit_eof(&mut self) {
        self.flush();
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.is_end && !self.name.is_empty() && self.name == self.last_start
    }

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start = name.unwrap_or_default().to_vec();
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn emit_error(&mut self, _: Error) {}
    fn init_comment(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn set_self_closing(&mut self) {}
    fn set_force_quirks(&mut self) {}
    fn init_doctype(&mut self) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
}

/// Whether an element with this `style` is not seen.
fn hides(style: &[u8]) -> bool {
    let style = String::from_utf8_lossy(style);
    style.split(';').any(|rule| {
        rule.split_once(':').is_some_and(|(property, value)| {
            property.trim().eq_ignore_ascii_case("display") && value.trim().to_ascii_lowercase().starts_with("none")
        })
    })
}

/// Whether a class hides the text from those who see the page.
fn is_for_screen_readers(class: &[u8]) -> bool {
    const NAMES: &[&[u8]] =
        &[b"screen-reader-text", b"sr-only", b"u-visually-hidden", b"visually-hidden", b"visuallyhidden"];
    class.split(u8::is_ascii_whitespace).any(|name| NAMES.contains(&name))
}

fn is_foreign(lang: &[u8]) -> bool {
    let language = lang.split(|b| matches!(b, b'-' | b'_')).next().unwrap_or_default();
    !language.is_empty() && !language.eq_ignore_ascii_case(b"en")
}

fn is_furniture(role: &[u8]) -> bool {
    const ROLES: &[&str] = &[
        "alertdialog",
        "banner",
        "complementary",
        "contentinfo",
        "dialog",
        "form",
        "menu",
        "menubar",
        "navigation",
        "search",
        "tablist",
        "toolbar",
    ];
    ROLES.iter().any(|known| role.eq_ignore_ascii_case(known.as_bytes()))
}
