//! The name that somebody meant.

/// The known name nearest to one that is not known, if any is near.
pub fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let lower = name.to_lowercase();
    let score = |known: &str| {
        let known = known.to_lowercase();
        // The end of an id alone is as good as the whole.
        let end = known.rsplit('/').next().unwrap_or_default().to_owned();
        let ends = if lower.contains('/') { 0.0 } else { strsim::normalized_damerau_levenshtein(&lower, &end) };
        strsim::normalized_damerau_levenshtein(&lower, &known).max(ends)
    };
    known
        .into_iter()
        .map(|known| (score(known), known))
        .filter(|(score, _)| *score >= NEAR)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, known)| known)
}

/// Two letters wrong in five.
const NEAR: f64 = 0.6;

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_its_name_and_nonsense_none() {
        let known = ["spacing/after-comma", "spacing/before-comma", "usage/could-of", "spelling"];
        assert_eq!(nearest("spacing/after-coma", known), Some("spacing/after-comma"));
        assert_eq!(nearest("could-off", known), Some("usage/could-of"));
        assert_eq!(nearest("Speling", known), Some("spelling"));
        assert_eq!(nearest("bagpipe", known), None);
    }
}
