//! What the unknown words of an article stand for: nothing that needs mending, another word, or
//! two words.
//!
//! Most unknown words are right: names, terms of a trade, words of another language. A word is
//! taken for a slip only if nothing shows that it is meant, and the nearer the word that it seems
//! to stand for, the surer that is.

mod coined;
mod cut;
mod joined;
mod look_alike;
mod meant;
mod misspelt;
mod standing;
mod strange;

use coined::{begin_alike, coined, differ_as_names_do};
use look_alike::look_alike;
pub use meant::is_introduced;
pub use standing::{Standing, standing};
pub use strange::ends_as_foreign;

use crate::evidence::unknown_words::is_foreign;
use crate::evidence::{CodeWords, Names, Roots, UnknownWords, Vocabulary};
use crate::lexicon::{Dialect, Lexicon, Traits, Words};
use crate::text::Span;

/// In the order of the text.
#[derive(Debug, Default)]
pub struct Slips(Vec<Slip>);

/// An unknown word, or what is left of one, that is not meant.
#[derive(Clone, Debug)]
pub struct Slip {
    /// The number of its token.
    pub token: usize,
    /// What the words at fault take up.
    pub span: Span,
    pub kind: SlipKind,
    /// The word as it stands.
    pub word: String,
    /// What may be meant, the likeliest first.
    pub choices: Vec<String>,
    pub certainty: Certainty,
    /// The likeliest choice is very near, and no other is.
    plain: bool,
    /// It looks like no word of its own.
    familiar: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SlipKind {
    /// Another word is meant.
    Misspelt,
    /// Two words are run together.
    Joined,
    /// One word is cut in two.
    Split,
}

/// Least first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Certainty {
    /// Nothing that is known is near: the word may well be right.
    Unknown,
    /// Several words may be meant, or one that is not near.
    Doubtful,
    Likely,
    /// An editor would mend it unseen.
    Sure,
}

/// What the search for slips rests on.
pub struct Grounds<'g> {
    pub words: &'g Words<'g>,
    pub lexicon: &'g Lexicon,
    pub unknown: &'g UnknownWords,
    /// Few articles have a word for which it is asked.
    pub vocabulary: &'g dyn Fn() -> &'g Vocabulary,
    pub roots: &'g Roots,
    pub names: &'g Names,
    pub dialect: Option<Dialect>,
}

impl Slips {
    pub fn gather(grounds: &Grounds) -> Slips {
        if grounds.unknown.everywhere {
            return Slips::default();
        }
        let mut slips = Vec::new();
        for place in grounds.unknown.places().iter().filter(|p| !p.foreign) {
            slips.extend(grounds.judge(place.token as usize, place.marked));
        }
        slips.extend(grounds.cut_at_line_ends());
        slips.sort_by_key(|slip| slip.token);
        // Where several words are like nothing that is known, the article speaks of what the
        // lexicon has no words for: cooking, a trade. There a word that is only like another is
        // more likely one of these than a slip, unless it looks like nothing else.
        let strange = slips.iter().filter(|slip| slip.certainty <= Certainty::Doubtful).count();
        let apart = strange >= MANY && strange * 3 >= slips.len();
        slips.retain(|slip| match slip.certainty {
            Certainty::Unknown => false,
            _ if !apart || slip.kind != SlipKind::Misspelt => !apart || slip.certainty > Certainty::Doubtful,
            _ => slip.familiar,
        });
        grounds.leave_out_programs(&mut slips);
        Slips(slips)
    }

    /// Whether the word of a token is one of them.
    pub fn contains(&self, token: usize) -> bool {
        self.at(token).is_some()
    }

    /// The slip that the word of a token is.
    pub fn at(&self, token: usize) -> Option<&Slip> {
        self.0.binary_search_by_key(&token, |slip| slip.token).ok().map(|found| &self.0[found])
    }

    /// Whether the words at fault of one of them take in the span, and more.
    pub fn cut(&self, span: Span) -> bool {
        self.of(SlipKind::Split).any(|slip| slip.span.contains(span))
    }

    /// Those of a kind.
    pub fn of(&self, kind: SlipKind) -> impl Iterator<Item = &Slip> {
        self.0.iter().filter(move |slip| slip.kind == kind)
    }
}

/// So many strange words make an article of an unknown field.
const MANY: usize = 3;

impl Grounds<'_> {
    /// What the article sets as code, or shows in an address, is the name of a program or a site.
    fn leave_out_programs(&self, slips: &mut Vec<Slip>) {
        if slips.is_empty() {
            return;
        }
        let code = CodeWords::gather(self.words.article);
        slips.retain(|slip| {
            slip.kind == SlipKind::Split || !code.contains(&slip.word) && !code.name_a_site(&slip.word.to_lowercase())
        });
    }

    fn judge(&self, index: usize, marked: bool) -> Option<Slip> {
        let words = self.words;
        let token = &words.tokens[index];
        let form = words.text(token);
        let traits = words.traits(token);
        let standing = standing(words, index);
        if standing == Standing::Glued
            || self.is_mentioned(index)
            || standing == Standing::Compound && self.is_known_together(index)
            || self.is_as_spoken(index)
        {
            return None;
        }
        if let Some(right) = look_alike(self.lexicon, form) {
            let word = form.to_string();
            return Some(Slip {
                token: index,
                span: token.span(),
                kind: SlipKind::Misspelt,
                word,
                choices: vec![right],
                certainty: Certainty::Sure,
                plain: true,
                familiar: true,
            });
        }
        if traits.any(Traits::MIXED) {
            return self.joined_at_capital(index);
        }
        if traits.any(Traits::LOWER) {
            if let Some(half) = self.cut_in_two(index) {
                return half;
            }
            let again = self.is_used_again(token)?;
            let mut slip = self.lower(index, standing, false, marked)?;
            // What stands again and again is meant, unless nothing else can be.
            if again {
                if !slip.plain || form.len() < 6 || coined(self.lexicon, form).is_some() {
                    return None;
                }
                slip.certainty = Certainty::Likely;
            }
            // Italics set a word apart; there only a plain slip is one.
            return (!marked || slip.certainty == Certainty::Sure).then_some(slip);
        }
        if traits.any(Traits::TITLE) && form.len() > 3 && !marked && self.may_be_no_name(index) {
            // Most are names that nobody knows: only a plain slip counts, or a long word that ends as
            // no name does.
            let ending = |word: &str| ["ly", "ing", "ed", "tion", "ment"].into_iter().find(|e| word.ends_with(e));
            let long = form.len() > 8 && ending(form).is_some();
            let found = self.lower(index, standing, !long, false).filter(|slip| {
                // “Inthe end”, “Eventhough it rained”
                if slip.kind == SlipKind::Joined {
                    return form.len() > 4 && self.lexicon.split(form).is_some_and(|split| split.pair);
                }
                let known = slip.choices.first().is_some_and(|c| self.lexicon.commonness(c).is_some_and(|c| c >= 5));
                let plain =
                    slip.choices.first().is_some_and(|c| !self.lexicon.traits(&c.to_lowercase()).any(Traits::PROPER));
                let alike = slip.choices.first().is_some_and(|c| ending(c) == ending(form));
                let name = ending(form).is_none() && slip.choices.first().is_some_and(|c| differ_as_names_do(c, form));
                let sure = slip.certainty == Certainty::Sure || long && alike && slip.certainty >= Certainty::Doubtful;
                let begins = slip.choices.first().is_some_and(|c| begin_alike(c, form));
                sure && known && plain && begins && !name
            });
            // What is not plain may still be a name that nobody knows (“Soleier”).
            return found.map(|slip| match slip.certainty {
                Certainty::Sure if slip.kind == SlipKind::Misspelt && !slip.plain && !long => {
                    Slip { certainty: Certainty::Likely, ..slip }
                }
                _ => slip,
            });
        }
        if traits.any(Traits::TITLE) && !marked && words.entries[token.entry().0 as usize].count == 1 {
            return self.ends_as_no_name(index, standing);
        }
        None
    }

    /// “Tagging and Classifiation”: names do not end so, and only one word is meant.
    fn ends_as_no_name(&self, index: usize, standing: Standing) -> Option<Slip> {
        const ENDINGS: &[&str] = &["tion", "sion", "ment", "ness", "ility", "ically"];
        let form = self.words.text(&self.words.tokens[index]);
        let ending = ENDINGS.iter().find(|ending| form.len() > 8 && form.ends_with(**ending))?;
        // “the Fondation pour l’Enfance”
        let next = self.words.tokens.get(index + 1).map_or("", |next| self.words.text(next));
        if is_foreign(next) || next == "pour" {
            return None;
        }
        let slip = self.lower(index, standing, true, false)?;
        let meant = slip.choices.first().is_some_and(|choice| {
            let known = self.lexicon.commonness(&choice.to_lowercase()).is_some_and(|c| c >= misspelt::NOT_RARE);
            known && choice.ends_with(ending) && begin_alike(choice, form)
        });
        let sure = slip.kind == SlipKind::Misspelt && slip.plain && meant;
        sure.then(|| Slip { certainty: slip.certainty.min(Certainty::Likely), ..slip })
    }
}

#[cfg(test)]
mod tests;
