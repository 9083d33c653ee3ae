//! What may be typed, in the words of the people who type it.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::diagnostic::Level;

/// Reads articles as a copy editor does: says what is wrong with them, and corrects what is safe
/// to correct.
#[derive(Parser, Debug)]
#[command(name = "copydesk", version, max_term_width = 100, arg_required_else_help = true)]
#[command(after_help = "Start with: copydesk check article.txt
Then:       copydesk check article.txt --fix")]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand, Debug)]
pub enum Command {
    /// Read articles and say what is wrong with them
    #[command(after_help = CHECK_HELP)]
    Check(Box<Check>),
    /// Take the furniture of its page out of an article: breadcrumbs, share bars, comment forms…
    #[command(after_help = CLEAN_HELP)]
    Clean(Clean),
    /// Explain a rule: what it finds, why, and what it leaves alone
    Rule {
        /// The rule’s name, as it stands under each finding: spacing/after-comma
        rule: String,
        #[command(flatten)]
        settings: Settings,
    },
    /// List the rules, family by family
    Rules {
        #[command(flatten)]
        settings: Settings,
    },
    /// Show the settings that hold for a file or folder, and where they come from
    Config {
        /// The file or folder
        #[arg(default_value = ".")]
        path: PathBuf,
        #[command(flatten)]
        settings: Settings,
    },
}

#[derive(clap::Args, Debug)]
pub struct Check {
    /// Articles, or folders with articles (.txt, .md, .html); - reads what is piped in
    #[arg(default_value = ".", value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// Correct the articles: makes every correction that an editor would take unseen
    #[arg(long, conflicts_with = "diff")]
    pub fix: bool,

    /// With --fix or --diff: make the likely corrections too (marked ?). Look at them afterwards
    #[arg(long)]
    pub unsafe_fixes: bool,

    /// Show the corrections as a diff, and change nothing
    #[arg(long)]
    pub diff: bool,

    #[command(flatten)]
    pub settings: Settings,

    /// Show findings of this level and above (default: warning)
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub level: Option<LevelName>,

    /// End with exit code 1 if there are findings of this level or above (default: warning)
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub fail_on: Option<LevelName>,

    /// How the findings are written
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "terminal")]
    pub output_format: OutputFormat,

    /// The name of what is piped in: decides its format and its settings
    #[arg(long, value_name = "FILE")]
    pub stdin_filename: Option<PathBuf>,
}

#[derive(clap::Args, Debug)]
pub struct Clean {
    /// Articles, or folders with articles; - reads what is piped in and writes it clean
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// Write over the article instead of beside it
    #[arg(long, conflicts_with = "dry_run")]
    pub in_place: bool,

    /// Show what would go, and write nothing
    #[arg(long)]
    pub dry_run: bool,

    /// Don’t ask: also where much goes, two articles stand in one file, or a file is written over
    #[arg(long, short)]
    pub yes: bool,

    /// The name of what is piped in: decides its format
    #[arg(long, value_name = "FILE")]
    pub stdin_filename: Option<PathBuf>,
}

/// Which rules, from where.
#[derive(clap::Args, Debug, Default)]
pub struct Settings {
    /// Only these rules or families, like spelling,spacing/after-comma
    #[arg(long, value_name = "RULE|FAMILY", value_delimiter = ',')]
    pub select: Vec<String>,

    /// Not these rules or families
    #[arg(long, value_name = "RULE|FAMILY", value_delimiter = ',')]
    pub ignore: Vec<String>,

    /// A folder with rule pages of your own
    #[arg(long, value_name = "FOLDER")]
    pub rules: Vec<PathBuf>,

    /// Use these settings instead of the nearest copydesk.toml
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    pub config: Option<PathBuf>,

    /// Use no copydesk.toml
    #[arg(long)]
    pub isolated: bool,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum LevelName {
    /// Wrong in any style
    Error,
    /// A likely fault, or the article disagrees with itself
    Warning,
    /// Could read better
    Suggestion,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum OutputFormat {
    /// For people: the words in question, marked, and what they become
    Terminal,
    /// One line a finding: path:line:column: level message [rule]
    Concise,
    /// For programs: one array of all findings
    Json,
}

impl From<LevelName> for Level {
    fn from(name: LevelName) -> Level {
        match name {
            LevelName::Error => Level::Error,
            LevelName::Warning => Level::Warning,
            LevelName::Suggestion => Level::Suggestion,
        }
    }
}

const CHECK_HELP: &str = "\
Signs:       ✗ error: wrong in any style
             ! warning: a likely fault, or the article disagrees with itself
             · suggestion: could read better (shown with --level suggestion)
             ✓ --fix makes this correction    ? look first

Exit codes:  0 nothing found    1 findings (with --fix: what is left)    2 something could not be read or done

To silence a rule in Markdown or HTML, write before the paragraph:
             <!-- copydesk-disable-next-line spelling: the poet’s own -->";

const CLEAN_HELP: &str = "\
The clean article is written to NAME.clean.EXT, and a ledger says what went and why. Bylines, dates,
credits, captions, corrections and licences stay. What copying has broken (&mdash;, â€™) is repaired.

Exit codes:  0 done    2 something could not be read or written, or was not consented to";

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_definition_is_sound() {
        super::Args::command().debug_assert();
    }
}
