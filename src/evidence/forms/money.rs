//! Amounts of money: “£5 million” beside “£5m”, “$5” beside “5 dollars”.

use super::class::{Class, Currency};
use super::{Gather, Here, Topic, hash};
use crate::text::{Kind, Token};

impl Gather<'_> {
    pub(super) fn money(&mut self, here: Here, sign: Token, class: Class, next: &Token) {
        let token = *self.token(here.at);
        let figures = self.words.text(&token);
        let letters = figures.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
        let span = sign.span().cover(token.span());
        match letters {
            // Houses that write “m” and “bn” spell “trillion” out.
            "" if class == Class::Million && next.spaced() => {
                let trillion = u32::from(self.words.text(next) == "trillion");
                self.add(Topic::Million, trillion, 0, span.cover(next.span()), here.kind);
            }
            "m" | "bn" | "b" => self.add(Topic::Million, 0, 1, span, here.kind),
            // “£7 m”
            "" if next.spaced() && matches!(self.words.text(next), "m" | "bn") => {
                self.add(Topic::Million, 0, 4, span.cover(next.span()), here.kind);
            }
            "tn" => self.add(Topic::Million, 1, 1, span, here.kind),
            // “£5k”, “£5,000”
            "k" | "K" => self.add(Topic::Million, 3, 1, span, here.kind),
            "" if figures.len() < 8 && figures.ends_with(",000") => self.add(Topic::Million, 3, 0, span, here.kind),
            "" if is_round_million(figures) => self.add(Topic::Million, 0, 3, span, here.kind),
            "M" | "B" | "Bn" | "MM" => self.add(Topic::Million, 0, 2, span, here.kind),
            _ => {}
        }
        // “US$”, “A$”, “CAN$”: of one country by the first letter.
        let country = here.at.checked_sub(2).filter(|&at| at >= here.start && !sign.spaced()).map(|at| self.token(at));
        let country = country.filter(|t| matches!(t.kind, Kind::Word | Kind::Abbreviation)).copied();
        let of = self.words.text(&sign);
        match country {
            Some(country) => {
                let own = self.words.text(&country);
                let span = country.span().cover(token.span());
                if matches!(own, "US" | "U.S.") {
                    self.add(Topic::Currency, hash(of), 1, span, here.kind);
                } else {
                    let initial = hash(&own[..own.chars().next().map_or(0, char::len_utf8)]);
                    self.add(Topic::Currency, initial ^ hash(of), hash(own), span, here.kind);
                    self.add(Topic::Currency, hash(of), initial, span, here.kind);
                }
            }
            None => self.add(Topic::Currency, hash(of), 0, span, here.kind),
        }
    }

    /// “USD 400”, “400 USD”
    pub(super) fn currency_code(&mut self, here: Here, currency: Currency) {
        let code = *self.token(here.at);
        let amount = |t: &&Token| t.kind == Kind::Number;
        let before = self.before(here).filter(amount).filter(|_| code.spaced()).copied();
        let after = self.after(here, 1).filter(amount).filter(|t| t.spaced()).copied();
        // “$15,000 USD” has both.
        let signed = before.is_some() && here.at >= here.start + 2 && self.token(here.at - 2).kind == Kind::Currency;
        if let Some(number) = after.or(before).filter(|_| !signed) {
            self.add(Topic::Currency, hash(currency.sign()), 3, number.span().cover(code.span()), here.kind);
        }
    }

    /// “AUD14”, “GBP5m”
    pub(super) fn code_with_amount(&mut self, here: Here, text: &str) {
        let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
        if text[letters..].starts_with(|c: char| c.is_ascii_digit())
            && let Some(currency) = Currency::of_code(&text[..letters])
        {
            // “CHF20,000” is cut at its comma.
            let [comma, rest] = [1, 2].map(|by| self.after(here, by).filter(|t| !t.spaced()));
            let whole = comma.is_some_and(|t| t.kind == Kind::Comma).then_some(rest).flatten();
            let own = self.token(here.at).span();
            let span = whole.filter(|t| t.kind == Kind::Number).map_or(own, |rest| own.cover(rest.span()));
            self.add(Topic::Currency, hash(currency.sign()), 3, span, here.kind);
        }
    }

    /// “5 dollars”, “5 million euros”, “95p”, “95 pence”
    pub(super) fn currency_in_words(&mut self, here: Here, next: &Token) {
        let millions = self.classes.get(next.entry()) == Class::Million;
        let unit = if millions { self.after(here, 2).copied() } else { Some(*next) };
        let Some(unit) = unit else { return };
        let sign = match self.words.text(&unit) {
            "dollars" | "Dollars" => "$",
            "euros" | "Euros" | "Euro" => "€",
            "yen" => "¥",
            "rupees" => "₹",
            "francs" => "francs",
            "pence" => "p",
            // A million of them is no weight, and none is paid by weight.
            "pounds" if millions || self.before(here).is_some_and(|t| is_payment(self.words.text(t))) => "£",
            _ => return,
        };
        let span = self.token(here.at).span().cover(unit.span());
        self.add(Topic::Currency, hash(sign), 2, span, here.kind);
    }

    /// “95p”
    pub(super) fn pence(&mut self, here: Here, text: &str) {
        if text.len() < 5 && text.strip_suffix('p').is_some_and(|sum| sum.bytes().all(|b| b.is_ascii_digit())) {
            self.add(Topic::Currency, hash("p"), 0, self.token(here.at).span(), here.kind);
        }
    }
}

/// “9,000,000”, which is nine million, but not “9,214,306”.
fn is_round_million(figures: &str) -> bool {
    figures.len() > 8 && figures.ends_with(",000,000")
}

fn is_payment(word: &str) -> bool {
    matches!(
        word,
        "paid" | "pay" | "pays" | "cost" | "costs" | "earned" | "earns" | "owes" | "owed" | "fined" | "spent"
    )
}
