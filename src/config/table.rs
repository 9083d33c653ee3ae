//! A TOML table that is emptied key by key: what is left over at the end is unknown.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Name;
use super::error::Fault;
use crate::nearest::nearest;

pub struct Table<'t> {
    table: &'t DeTable<'t>,
    span: Range<usize>,
    /// The keys that were asked for, whether they were there or not.
    known: BTreeSet<&'static str>,
}

pub struct Value<'t> {
    key: &'static str,
    value: &'t Spanned<DeValue<'t>>,
}

impl<'t> Table<'t> {
    pub fn new(table: &'t Spanned<DeTable<'t>>) -> Table<'t> {
        Table { table: table.get_ref(), span: table.span(), known: BTreeSet::new() }
    }

    pub fn take(&mut self, key: &'static str) -> Option<Value<'t>> {
        self.known.insert(key);
        self.table.get(key).map(|value| Value { key, value })
    }

    /// Nothing else may stand in the table.
    pub fn finish(self) -> Result<(), Fault> {
        let Some((key, _)) = self.table.iter().find(|(key, _)| !self.known.contains(key.get_ref().as_ref())) else {
            return Ok(());
        };
        let name = key.get_ref();
        let help = match nearest(name, self.known.iter().copied()) {
            Some(known) => format!("did you mean “{known}”?"),
            None => format!("known are {}", list(self.known.iter().copied())),
        };
        Err(Fault { span: key.span(), message: format!("“{name}” is no setting"), help: Some(help) })
    }

    pub fn fault(&self, message: &str, help: Option<&str>) -> Fault {
        Fault { span: self.span.clone(), message: message.to_owned(), help: help.map(str::to_owned) }
    }
}

impl<'t> Value<'t> {
    pub fn span(&self) -> Range<usize> {
        self.value.span()
    }

    pub fn string(&self) -> Result<&'t str, Fault> {
        match self.value.get_ref() {
            DeValue::String(text) => Ok(text),
            _ => Err(self.wrong("a text in quotation marks")),
        }
    }

    /// A list of names, or one alone.
    pub fn names(&self) -> Result<Vec<Name>, Fault> {
        let expected = "a list, like [\"spelling\", \"quotes\"]";
        let name = |value: &Spanned<DeValue>| match value.get_ref() {
            DeValue::String(text) => Ok(Name { text: text.to_string(), span: value.span() }),
            other => Err(wrong(self.key, other, value.span(), "a list of texts in quotation marks")),
        };
        match self.value.get_ref() {
            DeValue::String(_) => Ok(vec![name(self.value)?]),
            DeValue::Array(values) => values.iter().map(name).collect(),
            _ => Err(self.wrong(expected)),
        }
    }

    pub fn strings(&self) -> Result<Vec<String>, Fault> {
        Ok(self.names()?.into_iter().map(|name| name.text).collect())
    }

    /// One of a few words.
    pub fn one_of<T: Copy>(&self, choices: &[(&str, T)]) -> Result<T, Fault> {
        let names = || choices.iter().map(|(name, _)| *name);
        let expected = format!("one of {}", list(names()));
        let DeValue::String(text) = self.value.get_ref() else {
            return Err(self.wrong(&expected));
        };
        let text = text.as_ref();
        choices.iter().find(|(name, _)| *name == text).map(|(_, choice)| *choice).ok_or_else(|| Fault {
            span: self.span(),
            message: format!("“{}” can’t be “{text}”", self.key),
            help: Some(match nearest(text, names()) {
                Some(name) => format!("did you mean “{name}”?"),
                None => format!("it must be {expected}"),
            }),
        })
    }

    /// A table of texts.
    pub fn pairs(&self) -> Result<Vec<(Name, Name)>, Fault> {
        let DeValue::Table(table) = self.value.get_ref() else {
            return Err(self.wrong("a table, like { \"e-mail\" = \"email\" }"));
        };
        let name = |text: &str, span| Name { text: text.to_owned(), span };
        let pair = |(key, value): (&Spanned<std::borrow::Cow<str>>, &Spanned<DeValue>)| match value.get_ref() {
            DeValue::String(text) => Ok((name(key.get_ref(), key.span()), name(text, value.span()))),
            other => Err(wrong(self.key, other, value.span(), "a table of texts")),
        };
        table.iter().map(pair).collect()
    }

    /// A list of tables.
    pub fn tables(&self) -> Result<Vec<Table<'t>>, Fault> {
        let expected = format!("tables, each under [[{}]]", self.key);
        let DeValue::Array(values) = self.value.get_ref() else {
            return Err(self.wrong(&expected));
        };
        let table = |value: &'t Spanned<DeValue<'t>>| match value.get_ref() {
            DeValue::Table(table) => Ok(Table { table, span: value.span(), known: BTreeSet::new() }),
            other => Err(wrong(self.key, other, value.span(), &expected)),
        };
        values.iter().map(table).collect()
    }

    fn wrong(&self, expected: &str) -> Fault {
        wrong(self.key, self.value.get_ref(), self.span(), expected)
    }
}

fn wrong(key: &str, value: &DeValue, span: Range<usize>, expected: &str) -> Fault {
    let found = match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    Fault { span, message: format!("“{key}” must be {expected}; this is {found}"), help: None }
}

/// “a”, “b” or “c”.
fn list<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let names: Vec<String> = names.map(|name| format!("“{name}”")).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => names.concat(),
    }
}
