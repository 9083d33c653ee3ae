//! The name that somebody meant.

/// The known name nearest to one that is not known, if any is near.
pub fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let lower = name.to_lowercase();
    let score = |known: &str| {
        let known = known.to_lowercase();
        let whole = strsim::normalized_damerau_levenshtein(&lower, &known);
        // The end of an id alone is nearly as good as the whole.
        match known.rsplit_once('/') {
            Some((_, end)) if !lower.contains('/') => {
                whole.max(strsim::normalized_damerau_levenshtein(&lower, end) - 0.01)
            }
            _ => whole,
        }
    };
    known
        .into_iter()
        .map(|known| (score(known), known))
        .filter(|(score, _)| *score >= NEAR)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, known)| known)
}

/// Fewer than a third of the letters may be wrong.
const NEAR: f64 = 0.66;

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_its_name_and_nonsense_none() {
        let known = ["spacing/after-comma", "spacing/before-comma", "usage/could-of", "spelling"];
        assert_eq!(nearest("spacing/after-coma", known), Some("spacing/after-comma"));
        assert_eq!(nearest("could-off", known), Some("usage/could-of"));
        assert_eq!(nearest("Speling", known), Some("spelling"));
        assert_eq!(nearest("spellng", ["consistency/spelling", "spelling"]), Some("spelling"));
        assert_eq!(nearest("foo", ["grammar/too", "spelling"]), None);
        assert_eq!(nearest("bagpipe", known), None);
    }
}
