//! What stands around and between the paragraphs: furniture of a page, labels, second headlines,
//! lists; and what was left in the text that must not be published.

use crate::reading::At;
use crate::rule::Check;
use crate::text::Kind;

mod advertisement;
mod author_box;
mod breadcrumb;
mod chatbot_preamble;
mod comment_form;
mod competing_headlines;
mod copyright_line;
mod editor_note;
mod engagement_prompt;
mod entity_as_text;
mod furniture;
mod heading_level;
mod invisible_character;
mod lost_character;
mod lost_list_markers;
mod markup_as_text;
mod mojibake;
mod no_break_spaces;
mod odd_item;
mod odd_item_capital;
mod odd_item_ending;
mod odd_item_grammar;
mod page_control;
mod page_element;
mod placeholder;
mod related_links;
mod script_as_text;
mod second_article;
mod share_bar;
mod site_notice;
mod stray_list_marker;
mod subscribe_prompt;
mod template_field;
mod template_label;
mod unused_suppression;
mod windows;

/// The last word in the brackets that `first` starts, and what closes them, at most so many words on.
fn closing<'r>(first: At<'r>, longest: usize) -> Option<(At<'r>, At<'r>)> {
    let words = std::iter::successors(Some(first), |at| at.next()).take(longest);
    words.map(|last| Some((last, last.next()?))).map_while(|pair| pair).find(|(_, next)| next.is(Kind::CloseBracket))
}

pub const CHECKS: &[Check] = &[
    advertisement::CHECK,
    author_box::CHECK,
    breadcrumb::CHECK,
    chatbot_preamble::CHECK,
    comment_form::CHECK,
    competing_headlines::CHECK,
    copyright_line::CHECK,
    editor_note::CHECK,
    engagement_prompt::CHECK,
    entity_as_text::CHECK,
    heading_level::CHECK,
    invisible_character::CHECK,
    lost_character::CHECK,
    lost_list_markers::CHECK,
    markup_as_text::CHECK,
    mojibake::CHECK,
    no_break_spaces::CHECK,
    odd_item_capital::CHECK,
    odd_item_ending::CHECK,
    odd_item_grammar::CHECK,
    page_control::CHECK,
    page_element::CHECK,
    placeholder::CHECK,
    related_links::CHECK,
    script_as_text::CHECK,
    second_article::CHECK,
    share_bar::CHECK,
    site_notice::CHECK,
    stray_list_marker::CHECK,
    subscribe_prompt::CHECK,
    template_field::CHECK,
    template_label::CHECK,
    unused_suppression::CHECK,
];
