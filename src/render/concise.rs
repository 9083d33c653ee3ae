//! One line a finding, for editors, `grep` and logs: `path:line:column: level message [rule]`.

use std::io::{self, Write};

use super::Checked;
use super::lines::Lines;
use super::visible::text;
use crate::diagnostic::Level;

pub fn write(out: &mut impl Write, checked: Checked, least: Level) -> io::Result<()> {
    let lines = Lines::new(checked.source);
    let name = text(checked.name);
    for diagnostic in checked.outcome.diagnostics.iter().filter(|d| d.level >= least) {
        let at = lines.position(diagnostic.span.start);
        let (level, message) = (diagnostic.level, text(&diagnostic.message));
        writeln!(out, "{name}:{}:{}: {level} {message} [{}]", at.line, at.column, diagnostic.rule)?;
    }
    Ok(())
}
