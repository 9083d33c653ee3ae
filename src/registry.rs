//! Pages and checks put together: the rules, and the selection of those that run.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::checks::CHECKS;
use crate::nearest::nearest;
use crate::rule::phrase::Index;
use crate::rule::{Page, Run, compiled};

/// A rule: its page, and its check unless the page's phrases are all of it.
#[derive(Clone)]
pub struct Rule {
    page: Cow<'static, Page>,
    run: Option<Run>,
}

/// Every rule there is, by id.
pub struct Registry {
    rules: Vec<Rule>,
}

/// The rules that run, and where their phrases are found.
pub struct Rules {
    pub rules: Vec<Rule>,
    pub phrases: Phrases,
    pub resting: Vec<Resting>,
}

/// A rule that does not run.
pub struct Resting {
    pub rule: Rule,
    /// Whether the selection leaves it out, rather than a house style that is not switched on.
    pub left_out: bool,
}

/// The phrases of the pages, by word.
pub struct Phrases {
    /// Of the built-in pages, made when the program was built; of all, where a house adds some.
    pub index: Cow<'static, Index>,
    /// By the index's number of a page: the number of its rule, if it runs.
    pub rules: Vec<Option<usize>>,
}

/// Which rules run. Names are of rules (`spacing/after-comma`) or families (`spacing`).
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Only these, if any are named; otherwise every rule without a house style.
    pub select: Vec<String>,
    /// Never these: it wins over `select`.
    pub ignore: Vec<String>,
    /// House styles that are switched on.
    pub styles: Vec<String>,
}

/// A name in a selection that no rule and no family has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnknownRule {
    pub name: String,
    /// The nearest name that exists, if one is near.
    pub nearest: Option<String>,
}

impl Rule {
    pub fn new(page: Cow<'static, Page>) -> Rule {
        static BY_ID: LazyLock<FxHashMap<&str, Run>> = LazyLock::new(|| {
            let checks = CHECKS.iter().flat_map(|family| family.iter());
            checks.map(|check| (check.id, check.run)).collect()
        });
        let run = BY_ID.get(&*page.id).copied();
        Rule { page, run }
    }

    pub fn page(&self) -> &Page {
        &self.page
    }

    pub fn id(&self) -> &str {
        &self.page.id
    }

    pub fn run(&self) -> Option<Run> {
        self.run
    }

    /// Whether a selection or a comment that names this means the rule.
    pub fn answers_to(&self, name: &str) -> bool {
        self.id() == name || self.page.family() == name || self.page.was.iter().any(|was| was == name)
    }
}

impl Registry {
    /// The rules that are built in.
    pub fn built_in() -> Registry {
        Registry { rules: compiled::PAGES.iter().map(|page| Rule::new(Cow::Borrowed(page))).collect() }
    }

    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The rule with this id, or that had it once.
    pub fn find(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|r| r.id() == id).or_else(|| self.rules.iter().find(|r| r.answers_to(id)))
    }

    /// Adds a house's page; one with the id of a rule takes its place.
    pub fn add(&mut self, page: Page) {
        let rule = Rule::new(Cow::Owned(page));
        match self.rules.binary_search_by(|r| r.id().cmp(rule.id())) {
            Ok(at) => self.rules[at] = rule,
            Err(at) => self.rules.insert(at, rule),
        }
    }

    /// The rules that a selection lets run.
    ///
    /// # Errors
    /// If it names what does not exist.
    pub fn select(&self, selection: &Selection) -> Result<Rules, UnknownRule> {
        for name in selection.select.iter().chain(&selection.ignore) {
            self.check_name(name)?;
        }
        let named = |rule: &Rule, names: &[String]| names.iter().any(|name| rule.answers_to(name));
        let by_default = |rule: &Rule| {
            let styles = &rule.page.styles;
            styles.is_empty() || styles.iter().any(|style| selection.styles.iter().any(|s| s == style))
        };
        let runs = |rule: &&Rule| {
            let chosen = if selection.select.is_empty() { by_default(rule) } else { named(rule, &selection.select) };
            chosen && !named(rule, &selection.ignore)
        };
        let (rules, others): (Vec<&Rule>, Vec<&Rule>) = self.rules.iter().partition(runs);
        let rules: Vec<Rule> = rules.into_iter().cloned().collect();
        let rest = |rule: &Rule| Resting { left_out: by_default(rule), rule: rule.clone() };
        let resting = others.into_iter().map(rest).collect();
        let number = |id: &str| rules.binary_search_by(|rule| rule.id().cmp(id)).ok();
        let phrases = Phrases { rules: self.rules.iter().map(|rule| number(rule.id())).collect(), index: self.index() };
        Ok(Rules { rules, phrases, resting })
    }

    /// The index over all pages, in the order of the rules.
    fn index(&self) -> Cow<'static, Index> {
        let is_built_in = |rule: &Rule| matches!(rule.page, Cow::Borrowed(_));
        if self.rules.iter().all(is_built_in) {
            return Cow::Borrowed(&compiled::INDEX);
        }
        Cow::Owned(Index::of(self.rules.iter().map(|rule| &*rule.page.phrases)))
    }

    /// The house styles that switch rules on.
    pub fn styles(&self) -> BTreeSet<&str> {
        self.rules.iter().flat_map(|rule| rule.page.styles.iter().map(|style| &**style)).collect()
    }

    /// # Errors
    /// If neither a rule nor a family has the name.
    pub fn check_name(&self, name: &str) -> Result<(), UnknownRule> {
        if self.rules.iter().any(|rule| rule.answers_to(name)) {
            return Ok(());
        }
        let names = self.rules.iter().flat_map(|r| [r.id(), r.page.family()]);
        let nearest = nearest(name, names).map(str::to_owned);
        Err(UnknownRule { name: name.to_owned(), nearest })
    }
}
