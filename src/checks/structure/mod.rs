//! What stands around and between the paragraphs: furniture of a page, labels, second headlines,
//! lists.

use crate::rule::Check;

mod advertisement;
mod author_box;
mod breadcrumb;
mod comment_form;
mod competing_headlines;
mod copyright_line;
mod engagement_prompt;
mod furniture;
mod lost_list_markers;
mod odd_item;
mod odd_item_capital;
mod odd_item_ending;
mod odd_item_grammar;
mod page_control;
mod page_element;
mod related_links;
mod second_article;
mod share_bar;
mod site_notice;
mod stray_list_marker;
mod subscribe_prompt;
mod template_label;
mod unused_suppression;

pub const CHECKS: &[Check] = &[
    advertisement::CHECK,
    author_box::CHECK,
    breadcrumb::CHECK,
    comment_form::CHECK,
    competing_headlines::CHECK,
    copyright_line::CHECK,
    engagement_prompt::CHECK,
    lost_list_markers::CHECK,
    odd_item_capital::CHECK,
    odd_item_ending::CHECK,
    odd_item_grammar::CHECK,
    page_control::CHECK,
    page_element::CHECK,
    related_links::CHECK,
    second_article::CHECK,
    share_bar::CHECK,
    site_notice::CHECK,
    stray_list_marker::CHECK,
    subscribe_prompt::CHECK,
    template_label::CHECK,
    unused_suppression::CHECK,
];
