//! Words of the list of variants that are two spellings in one sense only, and the word that is
//! spelled with capitals of its own.

use super::{Gather, Here, Topic, hash, takes_capital};
use crate::lexicon::{Traits, variants};
use crate::text::{Kind, Span};

/// Where these are, whiskey is what some distil, and whisky what the others do.
const DISTILLED: [&str; 9] =
    ["Irish", "Ireland", "bourbon", "Bourbon", "American", "Tennessee", "Kentucky", "rye", "Jameson"];
/// Where these are, a program runs on a machine.
const COMPUTING: [&str; 8] =
    ["computer", "computers", "computing", "software", "code", "programming", "programmer", "programmers"];

impl Gather<'_> {
    /// Whether the word stands here in the sense in which it has another spelling: “the programme”
    /// has “the program” for its twin, but a program in a computer has none; “a licence” has “a
    /// license”, but those who license have none in Britain.
    pub(super) fn is_in_sense(&self, here: Here, row: &variants::Row) -> bool {
        let before = here.at.checked_sub(1).filter(|&at| at >= here.start).map(|at| &self.words.tokens[at]);
        let is_noun = || {
            let noun = Traits::DETERMINER | Traits::ADJECTIVE | Traits::POSSESSIVE | Traits::ING;
            before.is_some_and(|t| t.kind == Kind::Word && self.words.traits(t).any(noun))
        };
        let measured = || {
            before.is_some_and(|t| {
                matches!(t.kind, Kind::Number | Kind::Hyphen) || self.words.traits(t).any(Traits::NUMERAL)
            })
        };
        let verb =
            || before.is_some_and(|t| self.words.traits(t).any(Traits::AUXILIARY | Traits::PRONOUN | Traits::ADVERB));
        let absent = |words: &[&str]| words.iter().all(|word| self.words.find(word).is_none());
        match row.form() {
            "whisky" | "whiskey" | "whiskies" | "whiskeys" => absent(&DISTILLED),
            // A meter is read, too, and tyres do not tire; spelt is baked.
            "meter" | "metre" | "meters" | "metres" => measured(),
            "tire" | "tires" => {
                before.is_some_and(|t| self.words.traits(t).any(Traits::DETERMINER | Traits::POSSESSIVE))
            }
            "spelt" | "burnt" | "burned" => verb(),
            "program" | "programs" => before.is_none_or(|t| self.words.text(t) != "to") && absent(&COMPUTING),
            // “One licenses music.”
            "license" | "licenses" | "resume" | "resumes" => is_noun() && !self.has_object(here),
            _ => true,
        }
    }

    /// Whether the word is a verb with what it acts on behind it: “licenses music”, “license the pub”.
    fn has_object(&self, here: Here) -> bool {
        self.words.tokens[..here.end].get(here.at + 1).is_some_and(|next| {
            let traits = self.words.traits(next);
            let noun = traits.any(Traits::NOUN)
                && traits.any(Traits::LOWER)
                && !traits.any(Traits::THIRD_PERSON | Traits::PAST);
            next.kind == Kind::Word && next.spaced() && (noun || traits.any(Traits::DETERMINER))
        })
    }

    /// “Wi-Fi”, “WiFi”, “wifi”: one word in forms that differ in their capitals as well. Whether the
    /// word is one of them.
    pub(super) fn wireless(&mut self, here: Here, row: &variants::Row) -> bool {
        let token = &self.words.tokens[here.at];
        let span = match row.form() {
            "wifi" => token.span(),
            "wi" => {
                let rest = self.words.tokens[..here.end].get(here.at + 1..here.at + 3);
                let Some([_, fi]) = rest.filter(|rest| rest[0].kind == Kind::Hyphen) else { return false };
                token.span().cover(fi.span())
            }
            _ => return false,
        };
        let text = stem(&self.words.article.prose[span]);
        let starts = takes_capital(self.words, here.at, here.start);
        let form = match text {
            "Wifi" | "Wi-fi" if starts => text.to_lowercase(),
            _ => text.to_owned(),
        };
        let span = Span { end: span.start + text.len() as u32, ..span };
        if form.replace('-', "").eq_ignore_ascii_case("wifi") {
            self.add(Topic::Word, hash("wifi"), hash(&form), span, here.kind);
        }
        true
    }
}

fn stem(text: &str) -> &str {
    text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text)
}
