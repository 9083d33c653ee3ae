//! What stands around and between the paragraphs: furniture of a page, labels, second headlines,
//! lists.

use crate::rule::Check;

mod advertisement;
mod author_box;
mod breadcrumb;
mod comment_form;
mod copyright_line;
mod engagement_prompt;
mod furniture;
mod page_control;
mod page_element;
mod related_links;
mod share_bar;
mod site_notice;
mod subscribe_prompt;
mod template_label;
mod unused_suppression;

pub const CHECKS: &[Check] = &[
    advertisement::CHECK,
    author_box::CHECK,
    breadcrumb::CHECK,
    comment_form::CHECK,
    copyright_line::CHECK,
    engagement_prompt::CHECK,
    page_control::CHECK,
    page_element::CHECK,
    related_links::CHECK,
    share_bar::CHECK,
    site_notice::CHECK,
    subscribe_prompt::CHECK,
    template_label::CHECK,
    unused_suppression::CHECK,
];
