//! The proof of the fixes in markup: when the fixed source is read, its prose is the old prose with
//! the edits applied, and its tags, code and destinations are the old ones.
//!
//! Two fixes that hold alone may break the markup together (`**a **` and `**b`), and one that holds
//! beside another may break it alone. So what is proved is what will be applied: all the edits of
//! one pass, with the safe fixes only and with the unsafe ones as well. What a person applies by
//! hand, one after the other, no proof can foresee.

use crate::diagnostic::{Applicability, Diagnostic, Edit};
use crate::edits::{self, without_conflicts};
use crate::text::read::Again;
use crate::text::{Article, Format, Map, Span};

/// Makes manual every automatic fix that fails the proof. Plain text has no markup to break. The
/// article goes: the second reading needs its room.
pub fn prove(mut article: Article, diagnostics: &mut [Diagnostic]) {
    if article.format == Format::Plain {
        return;
    }
    let in_prose = diagnostics.iter().map(|diagnostic| edits_in_prose(&article.map, diagnostic)).collect();
    article.marks = Vec::new();
    article.map = Map::default();
    let again = Again::of(&article);
    let readings = readings(article.source.len());
    let mut proof = Proof { article, in_prose, again, proven: Vec::new(), readings };
    // A fix that fails makes way for others, which change the pass at both levels.
    while !(proof.stands(diagnostics, Applicability::Safe) && proof.stands(diagnostics, Applicability::Unsafe)) {}
}

/// How many readings may be spent on a search for what fails: many in an article, few in a long
/// file.
fn readings(len: usize) -> usize {
    const FREE: usize = 4 << 20;
    12 + FREE / len.max(1)
}

/// The edits of the first fix, as edits of the prose.
fn edits_in_prose(map: &Map, diagnostic: &Diagnostic) -> Box<[Edit]> {
    let edits = diagnostic.fixes.first().map_or(&[][..], |fix| &fix.edits);
    edits.iter().map(|edit| Edit { span: map.prose(edit.span), ..edit.clone() }).collect()
}

struct Proof<'a> {
    /// Without its map and its marks.
    article: Article<'a>,
    /// By diagnostic: the edits of its first fix, as edits of the prose.
    in_prose: Vec<Box<[Edit]>>,
    again: Again,
    /// The sets of fixes that were proved to hold together, by the numbers of their diagnostics.
    proven: Vec<Vec<usize>>,
    /// How many more readings may be made; without any, nothing more is proved.
    readings: usize,
}

impl Proof<'_> {
    /// Whether the pass at this level holds; if not, what fails in it becomes manual.
    fn stands(&mut self, diagnostics: &mut [Diagnostic], least: Applicability) -> bool {
        let mut taken = without_conflicts(diagnostics, least).taken;
        taken.sort_unstable();
        if taken.is_empty() || self.proven.contains(&taken) {
            return true;
        }
        // What is proved comes first: of a safe and an unsafe fix that fail together, the safe one
        // stays.
        let within = |set: &&Vec<usize>| set.iter().all(|number| taken.binary_search(number).is_ok());
        let mut kept = self.proven.iter().rfind(within).cloned().unwrap_or_default();
        let added: Vec<usize> = taken.iter().copied().filter(|number| kept.binary_search(number).is_err()).collect();
        let mut failing = Vec::new();
        match self.misread(diagnostics, &taken) {
            None => kept.clone_from(&taken),
            Some(places) => {
                // What stands where it reads otherwise than it should is looked at last: all the
                // rest is mostly in order.
                let suspect = |&number: &usize| {
                    let at = self.in_prose[number][0].span.start;
                    let before = &places[..places.partition_point(|place| place.start <= at)];
                    before.last().is_some_and(|place| at <= place.end)
                };
                let (suspects, others): (Vec<usize>, Vec<usize>) = added.into_iter().partition(suspect);
                self.sift(diagnostics, &others, suspects.is_empty(), &mut kept, &mut failing);
                let others_hold = kept.len() + suspects.len() == taken.len();
                self.sift(diagnostics, &suspects, others_hold, &mut kept, &mut failing);
            }
        }
        kept.sort_unstable();
        self.proven.push(kept);
        for &number in &failing {
            diagnostics[number].fixes[0].applicability = Applicability::Manual;
        }
        failing.is_empty()
    }

    /// Adds those fixes to `kept` that hold together with it, and the others to `failing`: as many
    /// readings as there are failures, times the logarithm of the fixes.
    fn sift(
        &mut self,
        diagnostics: &[Diagnostic],
        added: &[usize],
        known_to_fail: bool,
        kept: &mut Vec<usize>,
        failing: &mut Vec<usize>,
    ) {
        let before = kept.len();
        if !known_to_fail {
            kept.extend_from_slice(added);
            if added.is_empty() || self.misread(diagnostics, kept).is_none() {
                return;
            }
            kept.truncate(before);
        }
        match added {
            [] => {}
            [one] => failing.push(*one),
            _ => {
                let (front, back) = added.split_at(added.len() / 2);
                self.sift(diagnostics, front, false, kept, failing);
                let front_holds = kept.len() == before + front.len();
                self.sift(diagnostics, back, front_holds, kept, failing);
            }
        }
    }

    /// Reads the article with these fixes, none of which is in another's way, and says where its
    /// prose is not what it should be; `None` if they hold together.
    fn misread(&mut self, diagnostics: &[Diagnostic], numbers: &[usize]) -> Option<Vec<Span>> {
        let Some(left) = self.readings.checked_sub(1) else { return Some(Vec::new()) };
        self.readings = left;
        let in_source = numbers.iter().flat_map(|&number| &diagnostics[number].fixes[0].edits);
        let in_prose = numbers.iter().flat_map(|&number| &self.in_prose[number]);
        let mut edits: Vec<(&Edit, &Edit)> = in_source.zip(in_prose).collect();
        edits.sort_by_key(|(edit, _)| edit.span);
        let (in_source, in_prose): (Vec<Edit>, Vec<Edit>) =
            edits.into_iter().map(|(source, prose)| (source.clone(), prose.clone())).unzip();
        misread(&self.article, &self.again, &in_source, &in_prose)
    }
}

/// `None` if the edits of the source change the prose as those of the prose say, and nothing else;
/// or else the blocks that read otherwise than they should.
fn misread(article: &Article, again: &Again, in_source: &[Edit], in_prose: &[Edit]) -> Option<Vec<Span>> {
    let source = edits::apply(article.source, in_source);
    let fixed = again.read(&source, |at| edits::moved(at, in_source));
    if fixed.skeleton == article.skeleton && edits::gives(&article.prose, in_prose, &fixed.prose) {
        return None;
    }
    Some(misread_blocks(article, in_prose, &fixed))
}

/// The blocks that read otherwise than they should; if blocks have come or gone, all from the first
/// such one to the last.
fn misread_blocks(article: &Article, edits: &[Edit], fixed: &Article) -> Vec<Span> {
    let reads_well = |old: usize, new: usize| {
        let span = article.blocks[old].span;
        let from = edits.partition_point(|edit| edit.span.start < span.start);
        let to = edits.partition_point(|edit| edit.span.end <= span.end);
        let own = edits.get(from..to).unwrap_or_default().iter();
        let own: Vec<Edit> = own
            .map(|edit| Edit {
                span: Span { start: edit.span.start - span.start, end: edit.span.end - span.start },
                ..edit.clone()
            })
            .collect();
        edits::apply(article.text(span), &own).trim() == fixed.text(fixed.blocks[new].span)
    };
    let (old, new) = (article.blocks.len(), fixed.blocks.len());
    let spans = article.blocks.iter().map(|block| block.span);
    if old == new {
        return spans.enumerate().filter(|&(number, _)| !reads_well(number, number)).map(|(_, span)| span).collect();
    }
    let both = old.min(new);
    let front = (0..both).take_while(|&n| reads_well(n, n)).count();
    let back = (1..=both - front).take_while(|&n| reads_well(old - n, new - n)).count();
    spans.skip(front).take(old - front - back).collect()
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::diagnostic::{Fix, Level, Role};
    use crate::text::read;

    use Applicability::{Manual, Safe, Unsafe};

    /// What becomes of fixes that replace the bytes of these ranges.
    fn proved(source: &str, fixes: &[(Applicability, usize, usize, &str)]) -> Vec<Applicability> {
        let diagnostic = |&(applicability, start, end, text): &(Applicability, usize, usize, &str)| {
            let span = Span::new(start, end);
            let fix = Fix { applicability, edits: vec![Edit::new(span, text)] };
            Diagnostic {
                rule: Cow::Borrowed("house/stars"),
                level: Level::Error,
                span,
                message: "Look at the stars.".to_owned(),
                related: Vec::new(),
                fixes: vec![fix],
                role: Role::Text,
            }
        };
        let mut diagnostics: Vec<Diagnostic> = fixes.iter().map(diagnostic).collect();
        prove(read::read(source, Format::Markdown), &mut diagnostics);
        diagnostics.iter().map(|d| d.fixes[0].applicability).collect()
    }

    #[test]
    fn a_fix_that_makes_markup_becomes_manual_and_the_others_stay() {
        assert_eq!(proved("a * b* c d", &[(Safe, 3, 4, ""), (Safe, 8, 9, "  ")]), [Manual, Safe]);
    }

    #[test]
    fn of_two_that_make_markup_only_together_the_later_becomes_manual() {
        assert_eq!(proved("a * b * c", &[(Safe, 3, 4, ""), (Safe, 5, 6, "")]), [Safe, Manual]);
    }

    #[test]
    fn of_a_safe_and_an_unsafe_one_that_fail_together_the_safe_one_stays() {
        assert_eq!(proved("a * b * c", &[(Unsafe, 3, 4, ""), (Safe, 5, 6, "")]), [Manual, Safe]);
    }

    #[test]
    fn a_safe_fix_that_holds_only_beside_an_unsafe_one_becomes_manual() {
        assert_eq!(proved("a * b* c", &[(Safe, 3, 4, ""), (Unsafe, 5, 5, " ")]), [Manual, Unsafe]);
    }

    #[test]
    fn a_fix_that_was_in_the_way_of_another_is_proved_with_what_comes_after_it() {
        // The first fails; without it the second is applied, which fails with the third.
        let fixes = [(Safe, 3, 4, "`b`"), (Safe, 3, 5, "b"), (Safe, 7, 8, "")];
        assert_eq!(proved("a * b c * d", &fixes), [Manual, Manual, Safe]);
    }

    #[test]
    fn a_long_article_is_proved_in_its_sections() {
        let prose = "Bread is good.\n\n".repeat(90_000);
        let source = format!("{prose}a * b* c d\n\n{prose}");
        assert!(Again::of(&read::read(&source, Format::Markdown)).is_in_sections());
        let end = source.len();
        let fixes = [
            (Safe, 0, 5, "Good old bread"),
            (Safe, prose.len() + 3, prose.len() + 4, ""),
            (Safe, prose.len() + 8, prose.len() + 9, "  "),
            (Safe, end - 3, end - 2, "!"),
        ];
        assert_eq!(proved(&source, &fixes), [Safe, Manual, Safe, Safe]);
    }

    #[test]
    fn however_many_fail_the_readings_have_an_end() {
        let source = "a * b* c\n\n".repeat(1000);
        let fixes: Vec<_> = (0..1000).map(|n| (Safe, n * 10 + 3, n * 10 + 4, "")).collect();
        assert!(proved(&source, &fixes).iter().all(|&a| a == Manual));
    }

    #[test]
    fn the_blocks_that_read_otherwise_are_named_so_that_the_rest_is_not_searched() {
        let source = "One.\n\na * b* c d\n\nTwo.\n\na * b* c d\n\nThree.\n";
        let article = read::read(source, Format::Markdown);
        let misread = |edits: &[(usize, usize, &str)]| {
            let edits: Vec<Edit> =
                edits.iter().map(|&(start, end, text)| Edit::new(Span::new(start, end), text)).collect();
            let in_prose: Vec<Edit> =
                edits.iter().map(|edit| Edit { span: article.map.prose(edit.span), ..edit.clone() }).collect();
            misread(&article, &Again::of(&article), &edits, &in_prose)
                .map(|blocks| blocks.into_iter().map(|b| article.text(b)).collect::<Vec<_>>())
        };
        assert_eq!(misread(&[(0, 3, "No"), (14, 15, "  "), (19, 22, "2")]), None);
        assert_eq!(misread(&[(0, 3, "No"), (9, 10, ""), (19, 22, "2")]), Some(vec!["a * b* c d"]));
        // A new block comes: all between the first and the last that read otherwise.
        assert_eq!(misread(&[(9, 10, ""), (22, 23, "\n\nB"), (37, 42, "3")]).map(|b| b.len()), Some(2));
    }
}
