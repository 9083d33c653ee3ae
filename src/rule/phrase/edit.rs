//! From a match and a replacement to edits that touch no more than what changes: of “could
//! **of**” only “of”, so that markup and line ends around it stay.

use super::matcher::Match;
use super::parse;
use super::pattern::{Replacement, Source};
use crate::diagnostic::Edit;
use crate::lexicon::Traits;
use crate::lexicon::sound::vowel_sound;
use crate::text::{Kind, Span};

/// A token of the new text.
struct New {
    text: String,
    spaced: bool,
    /// It is one of the old ones, as it stands.
    copied: bool,
}

/// The edits that put a replacement in the place of a match; none if they are the same, or if the
/// groups that the replacement is made of matched nothing.
pub fn edits(matched: &Match, replacement: &Replacement) -> Vec<Edit> {
    let mut new = assemble(matched, replacement);
    if new.is_empty() {
        return Vec::new();
    }
    keep_case(matched, replacement, &mut new);
    keep_apostrophes(matched, &mut new);
    let mut edits = difference(matched, &new);
    if !edits.is_empty()
        && let Some(article) = article(matched, &new)
    {
        edits.insert(0, article);
    }
    edits
}

fn assemble(matched: &Match, replacement: &Replacement) -> Vec<New> {
    let mut new: Vec<New> = Vec::new();
    for piece in replacement.pieces.iter() {
        let spaced = !piece.glued;
        let start = new.len();
        match &piece.what {
            Source::Token(text) => new.push(New { text: text.to_string(), spaced, copied: false }),
            Source::Group(group) => {
                let tokens = matched.group(*group).map_or(0..0, |(tokens, _)| tokens);
                let tokens = matched.reading.tokens[tokens].iter();
                new.extend(tokens.map(|t| New {
                    text: matched.reading.text(t).to_owned(),
                    spaced: t.spaced(),
                    copied: true,
                }));
            }
            Source::Same { group, choices } => {
                let choice = matched.group(*group).map_or(0, |(_, choice)| choice);
                let tokens = choices.get(choice).map(|text| parse::tokens(text)).unwrap_or_default();
                new.extend(tokens.into_iter().map(|(glued, text)| New {
                    text: text.to_owned(),
                    spaced: !glued,
                    copied: false,
                }));
            }
        }
        if let Some(first) = new.get_mut(start) {
            first.spaced = spaced;
        }
    }
    new
}

/// Gives the new words the capitals of the old ones.
fn keep_case(matched: &Match, replacement: &Replacement, new: &mut [New]) {
    let from_page = |piece: usize| !matches!(replacement.pieces[piece].what, Source::Group(_));
    if matched.case.is_shouted() {
        new.iter_mut().for_each(|n| n.text = n.text.to_uppercase());
    } else if matched.case.is_title() {
        for (i, n) in new.iter_mut().enumerate().filter(|(_, n)| !n.copied) {
            if i == 0 || n.text.len() > 3 || !SMALL.contains(&n.text.as_str()) {
                raise(&mut n.text);
            }
        }
    } else if let Some(first) = new.first_mut()
        && (matched.case.is_raised() || matched.first().starts_sentence() && from_page(0))
    {
        raise(&mut first.text);
    }
}

/// The words that stay small in any style of heading.
const SMALL: [&str; 12] = ["a", "an", "the", "and", "but", "or", "at", "by", "for", "in", "of", "to"];

fn raise(text: &mut String) {
    if let Some(first) = text.chars().next().filter(|c| c.is_lowercase()) {
        let capital: String = first.to_uppercase().collect();
        text.replace_range(..first.len_utf8(), &capital);
    }
}

/// Writes apostrophes as the text around the match does.
fn keep_apostrophes(matched: &Match, new: &mut [New]) {
    if !new.iter().any(|n| n.text.contains(['\'', '’'])) {
        return;
    }
    // The evidence stands near: an article seldom mixes them, and a look at all of it for each
    // match would not be linear.
    let reading = matched.reading;
    let near = matched.tokens.start.saturating_sub(500)..(matched.tokens.end + 500).min(reading.tokens.len());
    let written = reading.tokens[near]
        .iter()
        .filter(|token| reading.traits(token).any(Traits::APOSTROPHE | Traits::POSSESSIVE))
        .find_map(|token| reading.text(token).chars().find(|c| matches!(c, '\'' | '’')));
    let (wrong, right) = match written.or_else(|| reading.vocabulary().apostrophe_shown()) {
        Some('’') => ("'", "’"),
        Some(_) => ("’", "'"),
        None => return,
    };
    new.iter_mut().for_each(|n| n.text = n.text.replace(wrong, right));
}

/// The edit of an “a” or “an” before the match that no longer goes with what follows it: “an
/// added bonus”, “a bonus”.
fn article(matched: &Match, new: &[New]) -> Option<Edit> {
    let first = matched.first();
    let before = first.prev().filter(|before| first.spaced() && (before.word_is("a") || before.word_is("an")))?;
    let vowel = vowel_sound(&new.first()?.text)?;
    let fits = vowel_sound(first.text()) == Some(before.word_is("an"));
    // What was wrong before is no business of this rule.
    (fits && vowel != before.word_is("an")).then(|| {
        let article = match before.text().starts_with('A') {
            true if matched.case.is_shouted() => ["A", "AN"],
            true => ["A", "An"],
            false => ["a", "an"],
        };
        Edit::new(before.span(), article[usize::from(vowel)])
    })
}

/// What changes between the tokens of the match and the new ones.
fn difference(matched: &Match, new: &[New]) -> Vec<Edit> {
    let reading = matched.reading;
    // The stop of a closing abbreviation ends the sentence as well: “at 5 a.m. in the morning.”
    let stopped = new.last().is_some_and(|last| last.text.ends_with('.'));
    let next = reading.tokens.get(matched.tokens.end).filter(|next| next.kind == Kind::Stop && !next.spaced());
    let end = matched.tokens.end + usize::from(stopped && next.is_some());
    let old = &reading.tokens[matched.tokens.start..end];
    let whole = old[0].span().cover(old[old.len() - 1].span());
    let (n, m) = (old.len(), new.len());
    let equal = |i: usize, k: usize| alike(reading.text(&old[i]), &new[k].text);
    let joined = |i: usize, k: usize| old[i].spaced() == new[k].spaced;

    let head = (0..n.min(m)).take_while(|&i| equal(i, i) && (i == 0 || joined(i, i))).count();
    let tail =
        (0..n.min(m) - head).take_while(|&t| equal(n - 1 - t, m - 1 - t) && (t == 0 || joined(n - t, m - t))).count();
    let (old_end, new_end) = (n - tail, m - tail);

    let one_for_one = old_end == new_end && (head.max(1)..n.min(old_end + 1)).all(|i| joined(i, i));
    if one_for_one {
        let changed = (head..old_end).filter(|&i| !equal(i, i));
        return changed.map(|i| Edit::new(old[i].span(), new[i].text.as_str())).collect();
    }

    // From the last token that stays to the next one that does, with the white space between.
    let mut span = Span {
        start: if head > 0 { old[head - 1].end() } else { whole.start },
        end: if tail > 0 { old[old_end].start() } else { whole.end },
    };
    let mut text = String::new();
    for (k, token) in new.iter().enumerate().take(new_end + usize::from(tail > 0)).skip(head) {
        if token.spaced && k > 0 {
            text.push(' ');
        }
        if k < new_end {
            text.push_str(&token.text);
        }
    }
    // White space that is there already stays, be it a line end.
    if head > 0 && text.starts_with(' ') {
        let there = reading.article.prose[span].len() - reading.article.prose[span].trim_start().len();
        span.start += there as u32;
        text.drain(..usize::from(there > 0));
    }
    if tail > 0 && text.ends_with(' ') {
        let there = reading.article.prose[span].len() - reading.article.prose[span].trim_end().len();
        span.end -= there as u32;
        text.truncate(text.len() - usize::from(there > 0));
    }
    if span.is_empty() && text.is_empty() { Vec::new() } else { vec![Edit::new(span, text)] }
}

/// Whether two tokens are the same but for the shape of an apostrophe, or the stop of an
/// abbreviation.
fn alike(old: &str, new: &str) -> bool {
    let plain = |text: &str| text.replace('’', "'");
    old == new || old.strip_suffix('.') == Some(new) || plain(old) == plain(new)
}
