//! From what was typed and what the house has decided to the linter of each file.

use std::collections::HashMap;
use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Failure;
use super::args;
use crate::config::{self, Choices, Config, Name};
use crate::diagnostic::Level;
use crate::lexicon::{House, Lexicon};
use crate::lint::Linter;
use crate::nearest::nearest;
use crate::reading::Options;
use crate::registry::{Registry, Selection, UnknownRule};

/// All the settings of a run. Linters are made once for all files that share their settings.
pub struct Setup<'a> {
    typed: &'a args::Settings,
    level: Option<Level>,
    fail_on: Option<Level>,
    /// The configuration that each folder has.
    folders: HashMap<PathBuf, Option<usize>>,
    configs: Vec<Arc<Config>>,
    desks: HashMap<(Option<usize>, Vec<bool>), Arc<Desk>>,
}

/// What holds for a file.
pub struct Desk {
    pub linter: Linter,
    /// Findings of this level and above are shown.
    pub level: Level,
    /// Findings of this level and above make the run end with 1.
    pub fail_on: Level,
    pub config: Option<Arc<Config>>,
    /// The overrides of the configuration that hold, by number.
    pub overrides: Vec<usize>,
    pub selection: Selection,
    pub options: Options,
}

impl<'a> Setup<'a> {
    pub fn new(typed: &'a args::Settings, level: Option<Level>, fail_on: Option<Level>) -> Setup<'a> {
        Setup { typed, level, fail_on, folders: HashMap::new(), configs: Vec::new(), desks: HashMap::new() }
    }

    /// What holds for the file (which need not exist); `None` if the configuration leaves it out
    /// and it was not named.
    pub fn desk(&mut self, path: &Path, named: bool) -> Result<Option<Arc<Desk>>, Failure> {
        let folder = match path.parent() {
            Some(parent) if parent != Path::new("") => parent,
            _ => Path::new("."),
        };
        let config = self.config_of(folder)?;
        let mut holding = Vec::new();
        if let Some(number) = config {
            let config = &self.configs[number];
            let real = real(folder).join(path.file_name().unwrap_or_default());
            if let Some(relative) = config.relative(&real) {
                if !named && config.exclude.fit(relative) {
                    return Ok(None);
                }
                holding = config.overrides.iter().map(|o| o.files.fit(relative)).collect();
            }
        }
        let key = (config, holding);
        if let Some(desk) = self.desks.get(&key) {
            return Ok(Some(Arc::clone(desk)));
        }
        let desk = Arc::new(self.make(key.0.map(|number| &self.configs[number]), &key.1)?);
        self.desks.insert(key, Arc::clone(&desk));
        Ok(Some(desk))
    }

    /// The number of the configuration that holds in the folder.
    fn config_of(&mut self, folder: &Path) -> Result<Option<usize>, Failure> {
        if self.typed.isolated {
            return Ok(None);
        }
        let folder = if self.typed.config.is_some() { PathBuf::new() } else { folder.to_owned() };
        if let Some(known) = self.folders.get(&folder) {
            return Ok(*known);
        }
        let path = match &self.typed.config {
            Some(path) => Some(real(path)),
            None => config::nearest(&real(&folder)),
        };
        let number = match path {
            Some(path) => Some(match self.configs.iter().position(|config| config.path == path) {
                Some(number) => number,
                None => {
                    self.configs.push(Arc::new(Config::load(&path)?));
                    self.configs.len() - 1
                }
            }),
            None => None,
        };
        self.folders.insert(folder, number);
        Ok(number)
    }

    fn make(&self, config: Option<&Arc<Config>>, holding: &[bool]) -> Result<Desk, Failure> {
        let overrides: Vec<usize> = (0..holding.len()).filter(|&number| holding[number]).collect();
        let mut choices = Choices::default();
        if let Some(config) = config {
            choices = config.choices.clone();
            for &number in &overrides {
                choices = config.overrides[number].choices.clone().or(&choices);
            }
        }
        let registry = self.registry(config)?;
        self.check_names(&registry, config, &choices)?;

        let texts = |names: &[Name]| names.iter().map(|name| name.text.clone()).collect::<Vec<_>>();
        let select = match &choices.select {
            _ if !self.typed.select.is_empty() => self.typed.select.clone(),
            Some(names) => texts(names),
            None => Vec::new(),
        };
        let ignore = [texts(&choices.ignore), self.typed.ignore.clone()].concat();
        let styles = texts(choices.styles.as_deref().unwrap_or_default());
        let selection = Selection { select, ignore, styles: styles.clone() };
        let rules = registry.select(&selection).map_err(unknown_typed)?;
        let options = Options { styles, dialect: choices.dialect };
        Ok(Desk {
            linter: Linter::new(rules, lexicon(config), options.clone()),
            level: self.level.or(choices.level).unwrap_or(Level::Warning),
            fail_on: self.fail_on.or(choices.fail_on).unwrap_or(Level::Warning),
            config: config.cloned(),
            overrides,
            selection,
            options,
        })
    }

    /// The rules that there are in the working folder.
    pub fn registry_here(&mut self) -> Result<Registry, Failure> {
        let config = self.config_of(Path::new("."))?;
        self.registry(config.map(|number| &self.configs[number]))
    }

    /// The rules that are built in, and the house's own.
    fn registry(&self, config: Option<&Arc<Config>>) -> Result<Registry, Failure> {
        let mut registry = Registry::built_in();
        let configured = config.map_or(&[][..], |config| &config.rules);
        for folder in configured.iter().chain(&self.typed.rules) {
            for page in config::pages(folder)? {
                registry.add(page);
            }
        }
        if let Some(page) = config.and_then(|config| config.rejected.clone()) {
            registry.add(page);
        }
        if let Some(page) = config.and_then(|config| config::names(&config.words)) {
            registry.add(page);
        }
        Ok(registry)
    }

    /// What a configuration names must exist, and an error points to where it is named.
    fn check_names(&self, registry: &Registry, config: Option<&Arc<Config>>, choices: &Choices) -> Result<(), Failure> {
        let Some(config) = config else { return Ok(()) };
        for name in choices.select.iter().flatten().chain(&choices.ignore) {
            if let Err(UnknownRule { name: text, nearest }) = registry.check_name(&name.text) {
                let help = nearest.map(|near| format!("did you mean “{near}”?"));
                return Err(config.fault(name, format!("no rule and no family is called “{text}”"), help).into());
            }
        }
        let styles = registry.styles();
        if let Some(name) = choices.styles.iter().flatten().find(|name| !styles.contains(name.text.as_str())) {
            let help = match nearest(&name.text, styles.iter().copied()) {
                Some(near) => format!("did you mean “{near}”?"),
                None => format!("there are: {}", styles.into_iter().collect::<Vec<_>>().join(", ")),
            };
            return Err(config.fault(name, format!("no rule knows the style “{}”", name.text), Some(help)).into());
        }
        Ok(())
    }
}

/// The words that are built in, and the house's own.
fn lexicon(config: Option<&Arc<Config>>) -> Lexicon {
    let Some(config) = config else { return Lexicon::default() };
    // Of a word that it rejects and of what it writes instead, the house has said all there is to say.
    let decided = config.reject.iter().flat_map(|(word, own)| [&word.text, &own.text]);
    let words = decided.filter(|word| word.chars().all(char::is_alphanumeric));
    Lexicon::new(House::new(config.words.iter().chain(words)))
}

/// A name that was typed after --select or --ignore.
fn unknown_typed(UnknownRule { name, nearest }: UnknownRule) -> Failure {
    let hint = match nearest {
        Some(near) => format!("Did you mean “{near}”?"),
        None => "“copydesk rules” lists them.".to_owned(),
    };
    Failure::Told(format!("no rule and no family is called “{name}”. {hint}"))
}

/// The path without links and dots; as it is where the folder can't be looked at.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| env::current_dir().unwrap_or_default().join(path))
}
