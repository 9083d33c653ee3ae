use crate::diagnostic::Level;
use crate::reading::At;
use crate::rule::{Check, Finding, Report, Wake};
use crate::text::{BlockFlags, BlockKind, Format, Kind, TokenFlags};

pub const CHECK: Check = Check::token("spacing/doubled-space", Wake::flags(TokenFlags::WIDE), run);

fn run(after: At, report: &mut Report) {
    if after.flags().contains(TokenFlags::LINE) {
        return;
    }
    let Some(before) = after.prev() else { return };
    let gap = &after.reading.article.prose[after.gap()];
    let doubled = matches!(gap, "  " | "   ");
    let block = after.block();
    let laid_out = block.has(BlockFlags::LINES) || block.kind() == BlockKind::Cell || is_aligned(before, after);
    if !doubled || laid_out {
        return;
    }
    // An abbreviation may end its sentence, and three show where a page had columns.
    let goes_on = before.is(Kind::Comma) || before.kind().is_wordlike() && !before.text().ends_with('.');
    let inside = gap.len() == 2 && goes_on && after.kind().is_wordlike();
    // Markup shows any number as one, so that two after each sentence are the typist's own affair.
    if !inside && after.reading.article.format != Format::Plain {
        return;
    }
    let ends = matches!(before.kind(), Kind::Stop | Kind::Question | Kind::Exclamation | Kind::CloseQuote);
    let place = if ends { "after a sentence" } else { "here" };
    let span = before.span().cover(after.span());
    let finding = Finding::at(span).replace(after.gap(), " ").with("place", place);
    report.add(if inside { finding.level(Level::Warning) } else { finding });
}

/// Whether wide gaps near by show columns: tabs or runs of spaces that are longer still.
fn is_aligned(before: At, after: At) -> bool {
    let wide = |at: At| {
        let gap = &at.reading.article.prose[at.gap()];
        at.flags().contains(TokenFlags::WIDE) && (gap.len() > 3 || gap.contains('\t'))
    };
    let back = std::iter::successors(Some(before), |at| at.prev()).take(12).any(wide);
    back || std::iter::successors(after.next(), |at| at.next()).take(12).any(wide)
}
