//! What looks like prose but is an address or code: URLs, domains, e-mail addresses, file names,
//! paths, identifiers. No rule on spacing, capitals or spelling touches these.

use crate::text::Kind;

/// What the run of visible characters at the start of `chunk` is, if it is no prose, and its
/// length in bytes. `chunk` reaches to the next white space.
pub fn recognise(chunk: &str) -> Option<(usize, Kind)> {
    let body = trimmed(chunk);
    let lower = |n: &str| body.len() >= n.len() && body.as_bytes()[..n.len()].eq_ignore_ascii_case(n.as_bytes());
    if body.contains("://") || lower("www.") || lower("mailto:") {
        return Some((body.len(), Kind::Address));
    }
    if let Some((user, host)) = body.split_once('@')
        && !user.is_empty()
        && user.bytes().all(|b| b.is_ascii_alphanumeric() || b"._%+-".contains(&b))
        && let Some(len) = host_len(host, true)
    {
        return Some((user.len() + 1 + len, Kind::Address));
    }
    if body.contains('\u{FFFC}') {
        return None;
    }
    if let Some(len) = host_len(body, false) {
        return Some((with_path(body, len), Kind::Address));
    }
    if let Some(len) = file_len(body) {
        return Some((len, Kind::Address));
    }
    if is_path(body) {
        return Some((body.len(), Kind::Address));
    }
    if is_code(body) {
        return Some((body.len(), Kind::Code));
    }
    None
}

/// The length of what can be told by its first mark: “.NET”, “.gov”, “/usr/bin”, “~/notes”,
/// “./run.sh”.
pub fn recognise_marked(chunk: &str) -> Option<(usize, Kind)> {
    let body = trimmed(chunk);
    if let Some(name) = body.strip_prefix('.') {
        let label = &name[..name.bytes().take_while(u8::is_ascii_alphanumeric).count()];
        let known =
            label.eq_ignore_ascii_case("net") || label.bytes().all(|b| !b.is_ascii_uppercase()) && ends_name(label);
        if !label.is_empty() && (known || name.starts_with('/')) {
            return Some((1 + label.len(), Kind::Address));
        }
        if name.starts_with('/') || name.starts_with("./") {
            return Some((body.len(), Kind::Address));
        }
        return None;
    }
    let path = body.strip_prefix('~').unwrap_or(body);
    let rest = path.strip_prefix('/')?;
    let plain = rest.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-/*".contains(&b));
    (plain && !rest.is_empty() && rest.as_bytes()[0].is_ascii_alphanumeric()).then_some((body.len(), Kind::Address))
}

/// The run without the punctuation that closes a sentence or a bracket around it.
fn trimmed(chunk: &str) -> &str {
    // Closing marks never stand in an address or code; what follows them is prose again.
    let end = chunk.find(['”', '“', '"', '»', '<', '>', '…', '—']).unwrap_or(chunk.len());
    let mut body = chunk[..end].trim_end_matches(CLOSING);
    // A bracket at the end goes if it closes what was opened before the run. Those are counted
    // once, as there may be thousands.
    let mut unopened: [Option<usize>; 3] = [None; 3];
    while let Some(kind) = BRACKETS.iter().position(|(_, close)| body.ends_with(*close)) {
        let (open, close) = BRACKETS[kind];
        let count = |mark: char| body.matches(mark).count();
        let left = unopened[kind].get_or_insert_with(|| count(close).saturating_sub(count(open)));
        if *left == 0 {
            break;
        }
        *left -= 1;
        body = body[..body.len() - 1].trim_end_matches(CLOSING);
    }
    body
}

/// What closes a sentence or a quotation.
const CLOSING: [char; 10] = ['.', ',', ';', ':', '!', '?', '\'', '’', '*', '_'];

const BRACKETS: [(char, char); 3] = [('(', ')'), ('[', ']'), ('{', '}')];

/// The length of the domain at the start of `text`: labels joined by stops, the last one a
/// top-level domain. One that is also a word (“it”, “is”, “me”) counts only in an e-mail address,
/// after three labels, or before a path.
fn host_len(text: &str, in_address: bool) -> Option<usize> {
    let len = text.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'.' || *b == b'-').count();
    let host = text[..len].trim_end_matches('.');
    let (front, last) = host.rsplit_once('.')?;
    if front.is_empty() || host.split('.').any(|label| label.is_empty() || label.starts_with('-')) {
        return None;
    }
    let is_lower = |s: &str| s.bytes().all(|b| !b.is_ascii_uppercase());
    let labels = 1 + front.split('.').count();
    let long = text.as_bytes().get(host.len()) == Some(&b'/') || labels > 2 && front.split('.').all(|l| l.len() > 1);
    let sure = match TLDS.binary_search(&last) {
        Ok(_) => true,
        Err(_) => is_lower(host) && (in_address || long) && WEAK_TLDS.contains(&last),
    };
    if !sure && starts_sentence(last) {
        // “on example.gov.When”: the last stop is the sentence's.
        return host_len(front, in_address);
    }
    (sure || in_address && last.len() > 1 && is_lower(last)).then_some(host.len())
}

/// Whether a label is a word with a capital, as no part of an address is written.
fn starts_sentence(label: &str) -> bool {
    let bytes = label.as_bytes();
    bytes.len() > 1 && bytes[0].is_ascii_uppercase() && bytes[1..].iter().all(u8::is_ascii_lowercase)
}

/// The length with the path, query and port behind a host of length `host`.
fn with_path(text: &str, host: usize) -> usize {
    match text.as_bytes().get(host) {
        Some(b'/' | b':' | b'?' | b'#') => text.len(),
        _ => host,
    }
}

/// The length of a file name at the start of `text`: it ends in a stop and a known ending.
fn file_len(text: &str) -> Option<usize> {
    let len = text.bytes().take_while(|b| b.is_ascii_alphanumeric() || b"._-/\\".contains(b)).count();
    let name = text[..len].trim_end_matches(['.', '-', '/']);
    let (front, last) = name.rsplit_once('.')?;
    let case_fits = last.bytes().all(|b| !b.is_ascii_uppercase()) || last.bytes().all(|b| !b.is_ascii_lowercase());
    // “an M.P.H. in health”
    let initials = last.len() == 1 && last.bytes().all(|b| b.is_ascii_uppercase());
    (!front.is_empty() && case_fits && !initials && is_file_ending(last)).then_some(name.len())
}

fn is_file_ending(label: &str) -> bool {
    let mut lower = [0u8; 8];
    if label.len() > lower.len() {
        return false;
    }
    let lower = &mut lower[..label.len()];
    lower.copy_from_slice(label.as_bytes());
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower).is_ok_and(|l| FILE_ENDINGS.binary_search(&l).is_ok())
}

fn ends_name(label: &str) -> bool {
    TLDS.binary_search(&label).is_ok() || is_file_ending(label) || label == "env"
}

/// A path by its slashes: “src/text/lex”, “C:\\temp”, “r/news”; but “and/or”, “he/she/they” are
/// prose.
fn is_path(body: &str) -> bool {
    let b = body.as_bytes();
    if b.len() > 3 && b[1] == b':' && b[2] == b'\\' && b[0].is_ascii_alphabetic() {
        return true;
    }
    if b.len() > 3 && matches!(b[0], b'r' | b'u') && b[1] == b'/' && b[2].is_ascii_alphabetic() {
        return true;
    }
    body.ends_with('/') && body.matches('/').count() > 1 && body.is_ascii()
}

/// An identifier or an expression: `snake_case`, `run()`, `std::env`, `a->b`, `x=1`, `list.push.all`.
fn is_code(body: &str) -> bool {
    let inner = body.trim_matches('_');
    if inner.contains('_') && inner.bytes().all(|b| b.is_ascii_alphanumeric() || b"_.-:()".contains(&b)) {
        return true;
    }
    if body.contains("::") || body.contains("->") || body.contains("=>") || body.contains("==") {
        return body.is_ascii();
    }
    if let Some(name) = body.strip_suffix("()") {
        return !name.is_empty() && name.is_ascii();
    }
    let mut labels = body.split('.');
    // Three or more lower-case words joined by stops are a path in code; abbreviations have
    // single letters.
    labels.clone().count() > 2 && labels.all(|l| l.len() > 1 && l.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
}

/// Top-level domains that are no English word. Sorted.
const TLDS: &[&str] = &[
    "ai", "app", "biz", "blog", "ca", "ch", "cloud", "com", "de", "dev", "edu", "es", "eu", "fm", "fr", "gov", "ie",
    "info", "int", "io", "jp", "mil", "mx", "net", "news", "nl", "nyc", "nz", "onion", "org", "pl", "ru", "se", "tech",
    "tv", "uk", "wiki", "xyz",
];

/// Top-level domains that are words too.
const WEAK_TLDS: &[&str] = &[
    "am", "as", "at", "be", "by", "co", "do", "gg", "id", "in", "is", "it", "la", "ly", "me", "my", "no", "so", "to",
    "us",
];

/// Endings of file names that are no English word. Sorted.
const FILE_ENDINGS: &[&str] = &[
    "avi", "bmp", "cfg", "conf", "cpp", "cs", "css", "csv", "db", "dll", "doc", "docx", "epub", "exe", "gif", "gz",
    "h", "hpp", "htm", "html", "ini", "ipynb", "jpeg", "jpg", "js", "json", "jsx", "lock", "md", "mdx", "mov", "mp3",
    "mp4", "odt", "ogg", "pdf", "php", "png", "ppt", "pptx", "psd", "py", "rb", "rs", "rst", "rtf", "sh", "sql",
    "sqlite", "svg", "tar", "tex", "tgz", "tif", "tiff", "toml", "ts", "tsv", "tsx", "ttf", "txt", "wav", "webm",
    "webp", "woff", "xls", "xlsx", "xml", "yaml", "yml", "zip",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted_so_that_they_can_be_searched() {
        assert!(TLDS.is_sorted());
        assert!(FILE_ENDINGS.is_sorted());
    }

    #[test]
    fn addresses_files_and_code_are_told_from_prose() {
        for (chunk, expected) in [
            ("https://example.org/a_(b).", Some("https://example.org/a_(b)")),
            ("editor@example.co.uk,", Some("editor@example.co.uk")),
            ("Booking.com’s", Some("Booking.com")),
            ("example.org/path?x=1).", Some("example.org/path?x=1")),
            ("Node.js", Some("Node.js")),
            ("cloud.gov.When", Some("cloud.gov")),
            ("README.md.", Some("README.md")),
            ("bit.ly/x2", Some("bit.ly/x2")),
            ("snake_case,", Some("snake_case")),
            ("std::env", Some("std::env")),
            ("main()", Some("main()")),
            ("r/news", Some("r/news")),
            ("required.Ultimately,", None),
            ("end.it", None),
            ("and/or", None),
            ("U.S.has", None),
            ("home.In", None),
            ("_word_", None),
        ] {
            assert_eq!(recognise(chunk).map(|(len, _)| &chunk[..len]), expected, "{chunk}");
        }
    }
}
