//! Abbreviations that are written with a full stop, and what the stop may mean.

use crate::list::Marks;

/// Whether the stop of an abbreviation can end a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stop {
    /// Before a name or a further word: “Dr.”, “e.g.”.
    Never,
    /// In running text and at a sentence's end alike: “Inc.”, “p.m.”.
    May,
    /// An abbreviation only before figures: “No. 10”, but “Oh no. Ten came.”
    BeforeFigures,
    /// An abbreviation only before figures, a comma or a month: “Sun., Jan. 5”.
    BeforeDate,
}

/// A row of the table: the form without its stop; in lower case where capitals do not count.
type Row = (&'static str, Stop);

/// Sorted by bytes. Forms with a capital are abbreviations only as written.
const TABLE: &[Row] = &[
    ("Adm", Stop::Never),
    ("Ala", Stop::May),
    ("Apr", Stop::Never),
    ("Ariz", Stop::May),
    ("Ark", Stop::May),
    ("Art", Stop::BeforeFigures),
    ("Assn", Stop::May),
    ("Asst", Stop::Never),
    ("Atty", Stop::Never),
    ("Aug", Stop::Never),
    ("Ave", Stop::May),
    ("Bldg", Stop::May),
    ("Blvd", Stop::May),
    ("Brig", Stop::Never),
    ("Bros", Stop::May),
    ("Calif", Stop::May),
    ("Capt", Stop::Never),
    ("Cllr", Stop::Never),
    ("Cmdr", Stop::Never),
    ("Co", Stop::May),
    ("Col", Stop::Never),
    ("Colo", Stop::May),
    ("Comdr", Stop::Never),
    ("Conn", Stop::May),
    ("Corp", Stop::May),
    ("Cpl", Stop::Never),
    ("Dec", Stop::Never),
    ("Dept", Stop::Never),
    ("Det", Stop::Never),
    ("Dist", Stop::Never),
    ("Dr", Stop::Never),
    ("Drs", Stop::Never),
    ("Eq", Stop::BeforeFigures),
    ("Esq", Stop::May),
    ("Feb", Stop::Never),
    ("Fig", Stop::BeforeFigures),
    ("Figs", Stop::BeforeFigures),
    ("Fla", Stop::May),
    ("Fr", Stop::Never),
    ("Fri", Stop::BeforeDate),
    ("Ft", Stop::Never),
    ("Ga", Stop::May),
    ("Gen", Stop::Never),
    ("Gov", Stop::Never),
    ("Govs", Stop::Never),
    ("Hon", Stop::Never),
    ("Id", Stop::Never),
    ("Ill", Stop::May),
    ("Inc", Stop::May),
    ("Ind", Stop::May),
    ("Insp", Stop::Never),
    ("Jan", Stop::Never),
    ("Jr", Stop::May),
    ("Jul", Stop::BeforeFigures),
    ("Jun", Stop::BeforeFigures),
    ("Kan", Stop::May),
    ("Ky", Stop::May),
    ("La", Stop::BeforeFigures),
    ("Lt", Stop::Never),
    ("Ltd", Stop::May),
    ("Maj", Stop::Never),
    ("Mar", Stop::BeforeFigures),
    ("Mass", Stop::BeforeFigures),
    ("Md", Stop::May),
    ("Messrs", Stop::Never),
    ("Mich", Stop::May),
    ("Minn", Stop::May),
    ("Miss", Stop::BeforeFigures),
    ("Mlle", Stop::Never),
    ("Mme", Stop::Never),
    ("Mo", Stop::BeforeFigures),
    ("Mon", Stop::BeforeDate),
    ("Mont", Stop::May),
    ("Mr", Stop::Never),
    ("Mrs", Stop::Never),
    ("Ms", Stop::Never),
    ("Msgr", Stop::Never),
    ("Mt", Stop::Never),
    ("Mx", Stop::Never),
    ("Neb", Stop::May),
    ("Nev", Stop::May),
    ("No", Stop::BeforeFigures),
    ("Nos", Stop::BeforeFigures),
    ("Nov", Stop::Never),
    ("Oct", Stop::Never),
    ("Okla", Stop::May),
    ("Ore", Stop::BeforeFigures),
    ("Pa", Stop::BeforeFigures),
    ("Ph", Stop::Never),
    ("Pres", Stop::Never),
    ("Prof", Stop::Never),
    ("Profs", Stop::Never),
    ("Pt", Stop::BeforeFigures),
    ("Pte", Stop::Never),
    ("Pvt", Stop::Never),
    ("Rd", Stop::May),
    ("Rep", Stop::Never),
    ("Reps", Stop::Never),
    ("Rev", Stop::Never),
    ("Sat", Stop::BeforeDate),
    ("Sec", Stop::BeforeFigures),
    ("Sen", Stop::Never),
    ("Sens", Stop::Never),
    ("Sep", Stop::BeforeFigures),
    ("Sept", Stop::Never),
    ("Sgt", Stop::Never),
    ("Sr", Stop::May),
    ("St", Stop::Never),
    ("Ste", Stop::Never),
    ("Sun", Stop::BeforeDate),
    ("Supt", Stop::Never),
    ("Tenn", Stop::May),
    ("Tex", Stop::May),
    ("Thu", Stop::BeforeDate),
    ("Thurs", Stop::BeforeDate),
    ("Tue", Stop::BeforeDate),
    ("Tues", Stop::BeforeDate),
    ("Va", Stop::May),
    ("Vol", Stop::BeforeFigures),
    ("Vt", Stop::May),
    ("Wash", Stop::BeforeFigures),
    ("Wed", Stop::BeforeDate),
    ("Wis", Stop::May),
    ("Wyo", Stop::May),
    ("al", Stop::May),
    ("am", Stop::BeforeFigures),
    ("approx", Stop::Never),
    ("art", Stop::BeforeFigures),
    ("ca", Stop::BeforeFigures),
    ("cf", Stop::Never),
    ("ch", Stop::BeforeFigures),
    ("col", Stop::BeforeFigures),
    ("dept", Stop::Never),
    ("ed", Stop::BeforeFigures),
    ("eds", Stop::BeforeFigures),
    ("eg", Stop::Never),
    ("eq", Stop::BeforeFigures),
    ("est", Stop::BeforeFigures),
    ("etc", Stop::May),
    ("fig", Stop::BeforeFigures),
    ("figs", Stop::BeforeFigures),
    ("ie", Stop::Never),
    ("no", Stop::BeforeFigures),
    ("nos", Stop::BeforeFigures),
    ("p", Stop::BeforeFigures),
    ("para", Stop::BeforeFigures),
    ("pp", Stop::BeforeFigures),
    ("sec", Stop::BeforeFigures),
    ("tbsp", Stop::Never),
    ("tsp", Stop::Never),
    ("v", Stop::Never),
    ("viz", Stop::Never),
    ("vol", Stop::BeforeFigures),
    ("vols", Stop::BeforeFigures),
    ("vs", Stop::Never),
];

static MARKS: Marks = {
    let (mut marks, mut row) = (Marks::NONE, 0);
    while row < TABLE.len() {
        marks = marks.with(TABLE[row].0);
        row += 1;
    }
    marks
};

/// What the stop after this form means, if the form is one that is abbreviated so.
pub fn stop(form: &str) -> Option<Stop> {
    const LONGEST: usize = 6;
    if form.len() > LONGEST || !MARKS.may_have(form) {
        return None;
    }
    TABLE.binary_search_by_key(&form, |row| row.0).ok().map(|i| TABLE[i].1)
}

/// Whether an abbreviation (with its stops, as the lexer cuts it) can end a sentence: initials of
/// a name can't, “U.S.” and “p.m.” can.
pub fn may_end_sentence(text: &str) -> bool {
    let form = text.trim_end_matches('.');
    if form.contains('.') {
        // e.g., i.e. and initials before a name go on; U.S., D.C., a.m., Ph.D. may end.
        return !matches!(form, "e.g" | "i.e" | "E.g" | "I.e");
    }
    match stop(form) {
        Some(stop) => stop == Stop::May,
        // “Plan B. Then…”, but “J. Smith”.
        None => form.len() == 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_so_that_it_can_be_searched() {
        assert!(TABLE.is_sorted_by(|a, b| a.0 < b.0));
        assert!(TABLE.iter().all(|row| row.0.len() <= 6));
    }

    #[test]
    fn titles_never_end_a_sentence_and_companies_may() {
        assert_eq!(stop("Dr"), Some(Stop::Never));
        assert!(may_end_sentence("Inc."));
        assert!(may_end_sentence("U.S."));
        assert!(!may_end_sentence("e.g."));
    }
}
