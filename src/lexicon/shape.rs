use super::traits::Traits;

/// What the letters of a form show: capitals, apostrophes, accents.
pub fn of(form: &str) -> Traits {
    // Nearly all are letters of English and nothing else.
    let (letters, capitals) = form.bytes().fold((0, 0), |(letters, capitals), b| {
        (letters + usize::from(b.is_ascii_alphabetic()), capitals + usize::from(b.is_ascii_uppercase()))
    });
    if letters == form.len() {
        let first_is_capital = form.starts_with(|c: char| c.is_ascii_uppercase());
        return indefinite(form) | of_letters(letters, capitals, first_is_capital);
    }
    let mut traits = Traits::empty();
    let stem = match form.strip_suffix("'s").or_else(|| form.strip_suffix("’s")) {
        Some(stem) => {
            traits |= Traits::POSSESSIVE;
            stem
        }
        None => form,
    };
    if form.ends_with(['\'', '’']) {
        traits |= Traits::POSSESSIVE;
    }
    let (mut letters, mut capitals, mut first_is_capital) = (0, 0, false);
    for c in form.chars() {
        if matches!(c, '\'' | '’') {
            traits |= Traits::APOSTROPHE;
        } else if !c.is_ascii() && c.is_alphabetic() {
            traits |= if is_latin(c) { Traits::ACCENTED } else { Traits::OTHER_SCRIPT };
        }
    }
    for c in stem.chars().filter(|c| c.is_alphabetic()) {
        if c.is_uppercase() {
            capitals += 1;
            first_is_capital |= letters == 0;
        }
        letters += 1;
    }
    traits | of_letters(letters, capitals, first_is_capital)
}

fn of_letters(letters: usize, capitals: usize, first_is_capital: bool) -> Traits {
    let case = match (letters, capitals) {
        (0, _) => Traits::empty(),
        (_, 0) => Traits::LOWER,
        (_, 1) if first_is_capital => Traits::TITLE,
        (l, c) if l == c => Traits::UPPER,
        _ => Traits::MIXED,
    };
    if letters == 1 { case | Traits::LETTER } else { case }
}

fn indefinite(form: &str) -> Traits {
    match form.eq_ignore_ascii_case("a") || form.eq_ignore_ascii_case("an") {
        true => Traits::INDEFINITE,
        false => Traits::empty(),
    }
}

/// Whether it is a letter of the Latin script.
fn is_latin(c: char) -> bool {
    matches!(c, '\u{00AA}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' | '\u{FB00}'..='\u{FB06}')
}
