//! Turns `rules/**/*.md` into statics.

use std::fmt::{Debug, Write};
use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::rule::error::PageError;
use crate::rule::page::{Page, Scope, Text, parse};
use crate::rule::phrase::index::{Index, Key};
use crate::rule::phrase::pattern::{Atom, Part, Pattern, Phrase, Piece, Replacement, Source};

const RULES: &str = "rules";

/// Writes `pages.rs` for `src/rule/compiled.rs`, or ends the build with all that is wrong with the pages.
pub fn compile() {
    println!("cargo:rerun-if-changed={RULES}");
    let mut pages = Vec::new();
    let mut failed = false;
    for (id, path) in files(Path::new(RULES)) {
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        match parse(&id, &text) {
            Ok(sheet) => pages.push((sheet.page, path)),
            Err(errors) => {
                failed = true;
                errors.iter().for_each(|error| complain(&path, &text, error));
            }
        }
    }
    if failed {
        std::process::exit(1);
    }
    let out = Path::new(&env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("pages.rs");
    fs::write(out, statics(&pages)).expect("OUT_DIR can be written to");
}

/// The id and the path of each page, by id.
fn files(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut files = Vec::new();
    for family in entries(folder).into_iter().filter(|path| path.is_dir()) {
        for path in entries(&family).into_iter().filter(|path| path.extension().is_some_and(|e| e == "md")) {
            let name = |path: &Path| path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
            files.push((format!("{}/{}", name(&family), name(&path)), path));
        }
    }
    files.sort();
    files
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    entries.filter_map(|entry| entry.ok()).map(|entry| entry.path()).collect()
}

fn complain(path: &Path, text: &str, error: &PageError) {
    let before = &text[..error.span.start as usize];
    let line = 1 + before.matches('\n').count();
    let column = 1 + before.rsplit('\n').next().unwrap_or_default().chars().count();
    eprintln!("{}:{line}:{column}: {error}", path.display());
}

fn statics(pages: &[(Page, PathBuf)]) -> String {
    let mut out = String::new();
    let index = Index::of(pages.iter().map(|(page, _)| &*page.phrases));
    writeln!(out, "/// All built-in pages, by id.\npub static PAGES: &[Page] = &[").unwrap();
    for (page, path) in pages {
        let path = fs::canonicalize(path).expect("the page was read");
        writeln!(out, "    {},", rust_page(page, &path)).unwrap();
    }
    writeln!(out, "];\n\n/// The phrases on them.\npub static INDEX: Index = {};", rust_index(&index)).unwrap();
    out
}

fn rust_page(page: &Page, path: &Path) -> String {
    let Page { id, title, level, fix, scope, styles, dialect, sources, was, message, phrases, excepts, source: _ } =
        page;
    let option = |name: &str, value: Option<String>| match value {
        Some(value) => format!("Some({name}{value})"),
        None => "None".to_owned(),
    };
    format!(
        "Page {{ id: {}, title: {}, level: Level::{level:?}, fix: {}, scope: {}, styles: {}, dialect: {}, sources: {}, \
         was: {}, message: {}, phrases: {}, excepts: {}, source: Borrowed(include_str!({path:?})) }}",
        text(id),
        text(title),
        option("Applicability::", fix.map(|fix| format!("{fix:?}"))),
        rust_scope(scope),
        list(styles, text),
        option("Dialect::", dialect.map(|d| format!("{d:?}"))),
        list(sources, text),
        list(was, text),
        text(message),
        list(phrases, rust_phrase),
        list(excepts, rust_pattern),
    )
}

fn rust_scope(scope: &Scope) -> String {
    let flags = |bits: u8| format!("BlockFlags::from_bits_retain({bits})");
    let Scope { kinds, without, within } = scope;
    format!("Scope {{ kinds: {kinds}, without: {}, within: {} }}", flags(without.bits()), flags(within.bits()))
}

fn rust_phrase(phrase: &Phrase) -> String {
    let Phrase { pattern, replacements } = phrase;
    format!("Phrase {{ pattern: {}, replacements: {} }}", rust_pattern(pattern), list(replacements, rust_replacement))
}

fn rust_pattern(pattern: &Pattern) -> String {
    let Pattern { parts, anchor, before } = pattern;
    format!("Pattern {{ parts: {}, anchor: {anchor}, before: {before:?} }}", list(parts, rust_part))
}

fn rust_part(part: &Part) -> String {
    let atom = match &part.atom {
        Atom::Token(token) => format!("Token({})", text(token)),
        Atom::OneOf { group, choices } => {
            format!("OneOf {{ group: {group}, choices: {} }}", list(choices, |choice| list(choice, rust_part)))
        }
        Atom::Optional { group, parts } => {
            format!("Optional {{ group: {group}, parts: {} }}", list(parts, rust_part))
        }
        Atom::Slot { group, slot } => format!("Slot {{ group: {group}, slot: Slot::{slot:?} }}"),
        Atom::Start => "Start".to_owned(),
        Atom::End => "End".to_owned(),
    };
    format!("Part {{ glued: {}, atom: Atom::{atom} }}", part.glued)
}

fn rust_replacement(replacement: &Replacement) -> String {
    format!("Replacement {{ pieces: {} }}", list(&replacement.pieces, rust_piece))
}

fn rust_piece(piece: &Piece) -> String {
    let what = match &piece.what {
        Source::Token(token) => format!("Token({})", text(token)),
        Source::Group(group) => format!("Group({group})"),
        Source::Same { group, choices } => format!("Same {{ group: {group}, choices: {} }}", list(choices, text)),
    };
    format!("Piece {{ glued: {}, what: Source::{what} }}", piece.glued)
}

fn rust_index(index: &Index) -> String {
    let key =
        |Key { word, phrases }: &Key| format!("Key {{ word: {}, phrases: {} }}", text(word), list(phrases, debug));
    let Index { slots, keys, near } = index;
    format!("Index {{ slots: {}, keys: {}, near: {} }}", list(slots, debug), list(keys, key), list(near, debug))
}

fn text(text: &Text) -> String {
    format!("Borrowed({text:?})")
}

fn debug(value: &impl Debug) -> String {
    format!("{value:?}")
}

fn list<T>(items: &[T], rust: impl Fn(&T) -> String) -> String {
    format!("Borrowed(&[{}])", items.iter().map(rust).collect::<Vec<_>>().join(", "))
}
