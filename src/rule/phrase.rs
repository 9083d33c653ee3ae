//! Phrase rules: the `Replace` and `Except` of a page, matched against tokens.
