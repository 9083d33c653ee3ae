//! The last lines: what there is to do, what was assumed, what was left out.

use std::collections::BTreeMap;
use std::io;

use codespan_reporting::term::termcolor::{Color, WriteColor};

use super::style::{self, write as styled};
use super::visible;
use crate::diagnostic::{Applicability, Level};
use crate::lint::Outcome;
use crate::reading::Dialect;

/// Counts over all articles of a run.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    articles: usize,
    /// By level: errors, warnings, suggestions.
    counts: [Count; 3],
    /// Fixes that were made, and in how many articles.
    pub fixed: usize,
    pub fixed_articles: usize,
    /// Articles that could not be read or corrected.
    pub failed: usize,
    /// Articles that the configuration leaves out.
    pub excluded: usize,
    /// The dialects assumed, the evidence for the last, and in how many articles.
    dialects: Vec<(Dialect, String, usize)>,
    skipped: BTreeMap<&'static str, usize>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    found: usize,
    /// Of these, those that `--fix` mends.
    automatic: usize,
    /// Of these, those that are not shown.
    hidden: usize,
}

impl Tally {
    /// Counts an article's findings, of which those below `least` are not shown.
    pub fn add(&mut self, outcome: &Outcome, least: Level) {
        self.articles += 1;
        for diagnostic in &outcome.diagnostics {
            let count = &mut self.counts[index(diagnostic.level)];
            count.found += 1;
            count.hidden += usize::from(diagnostic.level < least);
            let best = diagnostic.fixes.first().map(|fix| fix.applicability);
            count.automatic += usize::from(best == Some(Applicability::Safe));
        }
        if let Some((dialect, why)) = &outcome.dialect {
            match self.dialects.iter_mut().find(|(known, ..)| known == dialect) {
                Some((_, _, articles)) => *articles += 1,
                None => self.dialects.push((*dialect, why.clone(), 1)),
            }
        }
        for skipped in &outcome.skipped {
            *self.skipped.entry(skipped.what).or_default() += 1;
        }
    }

    pub fn merge(&mut self, other: Tally) {
        self.articles += other.articles;
        for (count, more) in self.counts.iter_mut().zip(other.counts) {
            count.found += more.found;
            count.automatic += more.automatic;
            count.hidden += more.hidden;
        }
        self.fixed += other.fixed;
        self.fixed_articles += other.fixed_articles;
        self.failed += other.failed;
        self.excluded += other.excluded;
        for (dialect, why, articles) in other.dialects {
            match self.dialects.iter_mut().find(|(known, ..)| *known == dialect) {
                Some((_, _, known)) => *known += articles,
                None => self.dialects.push((dialect, why, articles)),
            }
        }
        for (what, count) in other.skipped {
            *self.skipped.entry(what).or_default() += count;
        }
    }

    /// Whether there are findings of at least this level.
    pub fn found(&self, least: Level) -> bool {
        Level::ALL.into_iter().any(|level| level >= least && self.counts[index(level)].found > 0)
    }

    /// What to say where there was no article to read.
    pub fn nothing_read(&self) -> Option<&'static str> {
        match (self.articles + self.failed, self.excluded) {
            (1.., _) => None,
            (0, 0) => Some("No articles found: copydesk looks for .txt, .md and .html files."),
            (0, _) => Some("No articles to read: copydesk.toml leaves out all that there are."),
        }
    }

    /// “12 to correct (11 automatic), 5 to check, 20 suggestions hidden”
    fn to_do(&self) -> String {
        let phrase = |level, one: &str, many: &str| {
            let Count { found, automatic, hidden } = self.counts[index(level)];
            if found == 0 {
                return None;
            }
            let mut phrase = format!("{found} {}", if found == 1 { one } else { many });
            match hidden {
                0 => {}
                _ if hidden == found => phrase.push_str(" hidden"),
                _ => phrase.push_str(&format!(" ({hidden} hidden)")),
            }
            // Hidden or not, they are made: what is counted here is what the advice below counts.
            if automatic > 0 {
                phrase.push_str(&format!(" ({automatic} automatic)"));
            }
            Some(phrase)
        };
        let phrases: Vec<String> = [
            phrase(Level::Error, "to correct", "to correct"),
            phrase(Level::Warning, "to check", "to check"),
            phrase(Level::Suggestion, "suggestion", "suggestions"),
        ]
        .into_iter()
        .flatten()
        .collect();
        phrases.join(", ")
    }

    /// Writes the summary; `fixing` says that fixes were asked for.
    pub fn write<W: WriteColor>(&self, out: &mut W, fixing: bool) -> io::Result<()> {
        let (bold, dim, green) = (style::bold(), style::dim(), style::colour(Color::Green));
        let of_many = |count| if self.articles > 1 { format!(" in {}", articles(count)) } else { String::new() };

        if self.fixed > 0 {
            styled(out, &green, "✓")?;
            styled(out, &bold, &format!(" {} corrected{}", self.fixed, of_many(self.fixed_articles)))?;
            writeln!(out)?;
        }
        let to_do = self.to_do();
        if !to_do.is_empty() {
            styled(out, &bold, &format!("{to_do}{}", of_many(self.articles)))?;
            writeln!(out)?;
        } else if self.articles > 0 && self.fixed == 0 {
            styled(out, &green, "✓")?;
            styled(out, &bold, &format!(" Nothing to correct{}", of_many(self.articles)))?;
            writeln!(out)?;
        } else if let Some(why) = self.nothing_read() {
            writeln!(out, "{why}")?;
        }
        for line in [self.dialect(), self.left_out(), self.advice(fixing)].into_iter().flatten() {
            styled(out, &dim, &line)?;
            writeln!(out)?;
        }
        Ok(())
    }

    fn dialect(&self) -> Option<String> {
        let name = |dialect: Dialect| match dialect {
            Dialect::American => "American English",
            Dialect::British => "British English",
        };
        match self.dialects.as_slice() {
            [] => None,
            [(dialect, why, _)] if self.articles == 1 => {
                let why = if why.is_empty() { String::new() } else { format!(": {}", visible::text(why)) };
                Some(format!("Read as {}{why}", name(*dialect)))
            }
            dialects => {
                let each: Vec<_> =
                    dialects.iter().map(|(d, _, n)| format!("{} in {}", name(*d), articles(*n))).collect();
                Some(format!("Read as {}", each.join(", ")))
            }
        }
    }

    fn left_out(&self) -> Option<String> {
        let mut parts: Vec<String> = self
            .skipped
            .iter()
            .map(|(what, count)| if *count == 1 { (*what).to_owned() } else { format!("{what} ({count})") })
            .collect();
        if self.excluded > 0 && self.articles > 0 {
            parts.push(format!("{} that copydesk.toml leaves out", articles(self.excluded)));
        }
        if self.failed > 0 {
            parts.push(format!("{} that could not be read or corrected (see above)", articles(self.failed)));
        }
        (!parts.is_empty()).then(|| format!("Not read: {}", parts.join(", ")))
    }

    fn advice(&self, fixing: bool) -> Option<String> {
        let automatic: usize = self.counts.iter().map(|count| count.automatic).sum();
        let mut parts = Vec::new();
        if automatic > 0 && !fixing {
            parts.push(format!(
                "--fix makes the {automatic} automatic correction{}",
                if automatic == 1 { "" } else { "s" }
            ));
        }
        if self.counts[index(Level::Suggestion)].hidden > 0 {
            parts.push("--level suggestion shows the suggestions".to_owned());
        }
        (!parts.is_empty()).then(|| parts.join(" · "))
    }
}

fn articles(count: usize) -> String {
    format!("{count} article{}", if count == 1 { "" } else { "s" })
}

fn index(level: Level) -> usize {
    match level {
        Level::Error => 0,
        Level::Warning => 1,
        Level::Suggestion => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostic, Edit, Fix, Role};
    use crate::text::Span;

    fn finding(level: Level, applicability: Applicability) -> Diagnostic {
        let fix = Fix { applicability, edits: vec![Edit::new(Span::new(0, 1), "")] };
        Diagnostic {
            rule: "house/stars".into(),
            level,
            span: Span::new(0, 1),
            message: "Look at the stars.".to_owned(),
            related: Vec::new(),
            fixes: vec![fix],
            role: Role::Text,
        }
    }

    #[test]
    fn the_corrections_that_are_counted_are_those_that_are_made() {
        let diagnostics = vec![
            finding(Level::Error, Applicability::Safe),
            finding(Level::Error, Applicability::Manual),
            finding(Level::Suggestion, Applicability::Safe),
            finding(Level::Suggestion, Applicability::Manual),
        ];
        let mut tally = Tally::default();
        tally.add(&Outcome { diagnostics, ..Outcome::default() }, Level::Warning);
        assert_eq!(tally.to_do(), "2 to correct (1 automatic), 2 suggestions hidden (1 automatic)");
        assert!(tally.advice(false).unwrap().starts_with("--fix makes the 2 automatic corrections · "));
    }
}
