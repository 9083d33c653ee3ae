//! What the unknown words of an article stand for: nothing that needs mending, another word, or
//! two words.
//!
//! Most unknown words are right: names, terms of a trade, words of another language. A word is
//! taken for a slip only if nothing shows that it is meant, and the nearer the word that it seems
//! to stand for, the surer that is.

use std::ops::Range;

use crate::evidence::roots::Root;
use crate::evidence::{Names, Roots, UnknownWords, Vocabulary};
use crate::lexicon::suggest::{Context, Suggestion};
use crate::lexicon::{Dialect, Lexicon, Traits, Words};
use crate::text::{BlockKind, Kind, Span, Token};

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
    pub vocabulary: &'g Vocabulary,
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
        // more likely one of these than a slip.
        let strange = slips.iter().filter(|slip| slip.certainty <= Certainty::Doubtful).count();
        let apart = strange >= MANY && strange * 3 >= slips.len();
        slips.retain(|slip| match slip.certainty {
            Certainty::Unknown => false,
            Certainty::Doubtful => !apart,
            Certainty::Likely => !apart || slip.kind != SlipKind::Misspelt,
            Certainty::Sure => !apart || slip.span.len() > 6,
        });
        Slips(slips)
    }

    /// Whether the word of a token is one of them.
    pub fn contains(&self, token: usize) -> bool {
        self.0.binary_search_by_key(&token, |slip| slip.token).is_ok()
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

// Costs of suggestions; see `lexicon::suggest::slips`. Of real misspellings, these proved right in
// 97 of 100 cases, and in 90.
const SURE: f32 = 5.2;
const LIKELY: f32 = 6.4;
const DOUBTFUL: f32 = 8.2;
/// What is said of a word that was coined, or is a part of a compound, must cost no more.
const COINED: f32 = 3.4;
const COMPOUND: f32 = 4.7;
/// Nobody would doubt these.
const PLAIN: f32 = 3.7;
/// What stands twice must cost no more, if it is not clear what is meant.
const NEAR: f32 = 5.9;
/// How much worse the next choice must be.
const SURE_BY: f32 = 1.2;
const LIKELY_BY: f32 = 0.6;

impl Grounds<'_> {
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
        if traits.any(Traits::MIXED) {
            return self.joined_at_capital(index);
        }
        if traits.any(Traits::LOWER) {
            if let Some(half) = self.cut_in_two(index) {
                return half;
            }
            let again = self.is_used_again(token)?;
            let mut slip = self.lower(index, standing, false)?;
            // What stands again and again is meant, unless nothing else can be.
            if again {
                if !slip.plain || form.len() < 6 || is_coined(self.lexicon, form) {
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
            return self.lower(index, standing, !long).filter(|slip| {
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
                sure && known && plain && !name
            });
        }
        None
    }

    /// A lower-case word, or one that has its capital from its place.
    fn lower(&self, index: usize, standing: Standing, one_slip: bool) -> Option<Slip> {
        let token = &self.words.tokens[index];
        let form = self.words.text(token);
        let in_article = |word: &str| {
            let uses = self.vocabulary.uses(Root::of(word).form);
            uses.lower + uses.capital
        };
        let split = (standing == Standing::Alone).then(|| self.lexicon.split(form)).flatten();
        let coined = is_coined(self.lexicon, form);
        let most_slips = match () {
            () if one_slip || coined => 1,
            () if split.is_some() || standing == Standing::Compound => 2,
            () => 3,
        };
        let mut found = self.lexicon.suggest(form, Context { in_article: Some(&in_article), most_slips });
        self.keep_to_dialect(&mut found);
        let slip = |kind, choices, certainty, plain| {
            Some(Slip { token: index, span: token.span(), kind, word: form.to_string(), choices, certainty, plain })
        };
        let cost = found.first().map_or(f32::INFINITY, |s| s.cost);
        if let Some(split) = split.filter(|s| s.suggestion.cost < cost && !s.suggestion.text.ends_with(" or")) {
            // Two words of weight are often a new compound (“heatmap”).
            let certainty = match split.function {
                true if split.suggestion.cost + 1.5 < cost && form.len() > 4 => Certainty::Sure,
                true => Certainty::Likely,
                false => return None,
            };
            return slip(SlipKind::Joined, vec![split.suggestion.text], certainty, false);
        }
        let certainty = self.certainty(token, standing, coined, &found)?;
        let plain = cost <= PLAIN && certainty >= Certainty::Likely;
        let choices = found.into_iter().take(4).filter(|s| s.cost < cost + 3.0).map(|s| s.text).collect();
        slip(SlipKind::Misspelt, choices, certainty, plain)
    }

    /// How sure it is that the first of the suggestions is meant; `None` if the word had better be
    /// left alone.
    fn certainty(&self, token: &Token, standing: Standing, coined: bool, found: &[Suggestion]) -> Option<Certainty> {
        let form = self.words.text(token);
        let Some(first) = found.first() else { return (!coined).then_some(Certainty::Unknown) };
        let margin = found.get(1).map_or(f32::INFINITY, |s| s.cost - first.cost);
        let letters = form.chars().count();
        let twice = self.words.entries[token.entry.0 as usize].count > 1;
        // A short word, a coined one, a part of a compound, and one that stands twice is right more
        // often: it must be nearer to another for a guess.
        let farthest = match () {
            () if letters <= 3 => 3.0,
            () if coined || first.text.strip_suffix('s') == Some(form) => COINED,
            () if standing == Standing::Compound => COMPOUND,
            () if twice => LIKELY,
            () => f32::INFINITY,
        };
        if first.cost > farthest || letters <= 3 && margin < 0.4 {
            return None;
        }
        // “sing-alongs”
        let stem = form.strip_suffix('s').unwrap_or(form);
        if standing == Standing::Compound && self.lexicon.traits(stem).any(Traits::COMMON) {
            return None;
        }
        // “granita” beside “granite”: so words of other languages end.
        let foreign = form.ends_with(['a', 'i', 'o'])
            && form.len() == first.text.len()
            && form.is_char_boundary(form.len() - 1)
            && first.text.starts_with(&form[..form.len() - 1]);
        // Abbreviations and words of a trade are short.
        let sure = match letters {
            0..=4 => 0.0,
            _ if foreign => 0.0,
            5 => PLAIN,
            _ => SURE,
        };
        let certainty = match () {
            () if first.cost <= sure && margin >= SURE_BY && farthest == f32::INFINITY => Certainty::Sure,
            () if first.cost <= LIKELY && margin >= LIKELY_BY && !foreign => Certainty::Likely,
            () if first.cost <= DOUBTFUL => Certainty::Doubtful,
            () => return Some(Certainty::Unknown),
        };
        // Rare words and names are near many words, and seldom meant.
        let common = self.lexicon.commonness(&first.text).unwrap_or(0);
        let name = self.lexicon.traits(&first.text.to_lowercase()).any(Traits::PROPER);
        Some(match certainty {
            Certainty::Doubtful if twice && first.cost > NEAR || common < 3 || name => Certainty::Unknown,
            Certainty::Likely if common < 4 || name && letters < 7 => Certainty::Doubtful,
            Certainty::Sure if name && letters < 6 => Certainty::Doubtful,
            certainty => certainty,
        })
    }

    /// Whether the article uses the word, or another form of it, again and again. `None` if it is
    /// surely no slip: a name of the article, a sound, an abbreviation, or used too often for one.
    fn is_used_again(&self, token: &Token) -> Option<bool> {
        let form = self.words.text(token);
        let root = self.roots.of_entry(token.entry);
        let uses = self.vocabulary.uses(root.form);
        let of_root = if root.root == 0 { 0 } else { self.vocabulary.unknown_root(root.root) };
        let meant = uses.lower > 5
            || uses.capital > 0
            || of_root > 5
            || form.len() < 3
            || form.ends_with("in’")
            || form.ends_with("in'")
            || is_sound(form)
            || self.lexicon.is_abbreviation(form)
            || form.strip_suffix('s').is_some_and(|stem| self.lexicon.is_abbreviation(stem));
        (!meant).then_some(uses.lower >= 3 || of_root >= 3)
    }

    /// Whether the word with its capital stands where any word has one, and nothing else shows it
    /// to be a name.
    fn may_be_no_name(&self, index: usize) -> bool {
        let words = self.words;
        let token = &words.tokens[index];
        let number = words.block_of(index);
        let range = words.range(number);
        let heading = matches!(words.article.blocks[number].kind, BlockKind::Heading(_));
        let starts = crate::evidence::names::takes_capital(words, index, range.start);
        let name = |at: usize| {
            range.contains(&at) && {
                let t = &words.tokens[at];
                t.is_capitalised()
                    && !words.traits(t).any(Traits::FUNCTION)
                    && !t.flags.contains(crate::text::TokenFlags::SENTENCE)
            }
        };
        let uses = self.vocabulary.uses(self.roots.of_entry(token.entry).form);
        let alone = uses.capital + uses.lower == 1 && self.names.capitals(token.entry) == 0;
        // “Cech, Ferreira and Terry start.”
        let listed = words.tokens.get(index + 1).is_some_and(|t| t.kind == Kind::Comma) && name(index + 2);
        alone && (heading && words.text(token).len() > 5 || starts && !name(index + 1) && !listed)
    }

    /// “pre-empt”, “criss-cross”, “docu-drama”: known when written as one word; or a part of a name.
    fn is_known_together(&self, index: usize) -> bool {
        let range = self.words.range(self.words.block_of(index));
        let text = |at: usize| self.words.text(&self.words.tokens[at]);
        let hyphen = |at: usize| range.contains(&at) && self.words.tokens[at].kind == Kind::Hyphen;
        let known = |left: usize, right: usize| {
            range.contains(&left) && range.contains(&right) && !self.words.tokens[right].spaced() && {
                let whole = [text(left), text(right)].concat();
                self.lexicon.traits(&whole).any(Traits::COMMON)
            }
        };
        // “Kwon-taek”
        let named = |at: usize| {
            let traits = self.words.traits(&self.words.tokens[at]);
            range.contains(&at) && traits.any(Traits::TITLE) && !traits.any(Traits::COMMON)
        };
        index >= 2 && hyphen(index - 1) && (known(index - 2, index) || named(index - 2))
            || hyphen(index + 1) && known(index, index + 2)
    }

    /// “’orrible”, “’ello”: a letter is left out on purpose, and the mark says so.
    fn is_as_spoken(&self, index: usize) -> bool {
        let token = &self.words.tokens[index];
        let marked = index > 0 && !token.spaced() && {
            let before = &self.words.tokens[index - 1];
            matches!(before.kind, Kind::OpenSingle | Kind::CloseSingle | Kind::Apostrophe | Kind::StraightQuote)
                && self.words.text(before).starts_with(['\'', '‘', '’'])
        };
        let with = |first: &str| self.lexicon.traits(&[first, self.words.text(token)].concat()).any(Traits::COMMON);
        marked && (with("h") || with("a"))
    }

    /// A single word in quotation marks, or with [sic] after it, is talked about.
    fn is_mentioned(&self, index: usize) -> bool {
        let tokens = &self.words.tokens;
        let kind = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map(|t| t.kind);
        let (before, after) = (kind(index.checked_sub(1)), kind(Some(index + 1)));
        let opens = matches!(before, Some(Kind::OpenQuote | Kind::OpenSingle | Kind::StraightQuote));
        let closes = matches!(after, Some(Kind::CloseQuote | Kind::CloseSingle | Kind::StraightQuote));
        let stop_first = matches!(after, Some(Kind::Comma | Kind::Stop))
            && matches!(kind(Some(index + 2)), Some(Kind::CloseQuote | Kind::CloseSingle | Kind::StraightQuote));
        let sic = after == Some(Kind::OpenBracket)
            && tokens.get(index + 2).is_some_and(|t| self.words.text(t).eq_ignore_ascii_case("sic"));
        opens && (closes || stop_first) || sic
    }

    /// “theWeb”, “ServicesAdministration”
    fn joined_at_capital(&self, index: usize) -> Option<Slip> {
        let token = &self.words.tokens[index];
        let form = self.words.text(token);
        let (at, _) = form.char_indices().find(|(at, c)| *at > 0 && c.is_uppercase())?;
        let (left, right) = form.split_at(at);
        let (first, second) = (self.lexicon.traits(left), self.lexicon.traits(right));
        let whole = second.any(Traits::TITLE | Traits::UPPER) && second.any(Traits::KNOWN);
        if !whole || !first.any(Traits::KNOWN) || right.len() < 3 {
            return None;
        }
        let little = ["the", "and", "of", "with", "from", "that", "was", "his", "her", "their", "our"];
        let joined = if first.any(Traits::LOWER) {
            // “forEach” and “onClick” are code.
            little.contains(&left)
        } else if left == "The" {
            // “TheGuardian”; but “TheStreet” and “TheTruth” may well be names.
            !second.any(Traits::COMMON) && second.any(Traits::PROPER | Traits::ORGANISATION)
        } else {
            let once = self.words.entries[token.entry.0 as usize].count == 1;
            let stem = right.trim_end_matches(['s', '\'', '’']);
            // “DaimlerChrysler” is made of names.
            once && left.len() >= 7 && stem.len() >= 6 && second.any(Traits::COMMON)
        };
        // Two words with capitals may be a name that is written so.
        let certainty = if first.any(Traits::LOWER) { Certainty::Likely } else { Certainty::Doubtful };
        let choices = vec![format!("{left} {right}")];
        let kind = SlipKind::Joined;
        joined.then(|| Slip {
            token: index,
            span: token.span(),
            kind,
            word: form.to_string(),
            choices,
            certainty,
            plain: false,
        })
    }

    /// “cor- rectness”, “commit- tee”: the halves may be words.
    fn cut_at_line_ends(&self) -> Vec<Slip> {
        let words = self.words;
        if !words.marks.contains(Kind::Hyphen) {
            return Vec::new();
        }
        let hyphens = words.tokens.iter().enumerate().filter(|(_, t)| t.kind == Kind::Hyphen).map(|(at, _)| at);
        let cuts = hyphens.filter_map(|at| {
            let whole = self.is_cut(&words.range(words.block_of(at)), at)?;
            let span = words.tokens[at - 1].span().cover(words.tokens[at + 1].span());
            Some(Slip {
                token: at - 1,
                span,
                kind: SlipKind::Split,
                word: words.article.prose[span].to_string(),
                choices: vec![whole],
                certainty: Certainty::Sure,
                plain: false,
            })
        });
        cuts.collect()
    }

    /// The word that the hyphen at a line end has cut, if there is one, and no compound: “well- being”
    /// and “pre- and post-war” are none.
    fn is_cut(&self, range: &Range<usize>, hyphen: usize) -> Option<String> {
        let words = self.words;
        let (left, right) = (hyphen.checked_sub(1)?, hyphen + 1);
        if !range.contains(&left) || !range.contains(&right) {
            return None;
        }
        let [a, mark, b] = [left, hyphen, right].map(|at| &words.tokens[at]);
        let shapes = words.traits(a).any(Traits::LOWER | Traits::TITLE) && words.traits(b).any(Traits::LOWER);
        if mark.kind != Kind::Hyphen || mark.spaced() || !b.spaced() || !shapes {
            return None;
        }
        let whole = [words.text(a), words.text(b)].concat();
        let common = |word: &str| match self.lexicon.traits(word) {
            traits if traits.any(Traits::COMMON) && !traits.any(Traits::MISSPELLED) => self.lexicon.commonness(word),
            _ => None,
        };
        let halves = common(words.text(a)).min(common(words.text(b)));
        let long = whole.len() >= 6 && a.span().len() > 1 && b.span().len() > 1;
        (long && common(&whole).is_some_and(|c| c >= 4) && common(&whole) >= halves).then_some(whole)
    }

    /// “infor mation”. The slip is the first half's; the other half is none.
    fn cut_in_two(&self, index: usize) -> Option<Option<Slip>> {
        let words = self.words;
        let range = words.range(words.block_of(index));
        let lower = |at: usize| {
            range.contains(&at)
                && words.tokens[at].kind == Kind::Word
                && words.traits(&words.tokens[at]).any(Traits::LOWER)
        };
        let unknown = |at: usize| words.traits(&words.tokens[at]).any(Traits::UNKNOWN);
        let cut = |at: usize| self.is_cut(&range, at).is_some();
        if cut(index + 1) || index > 0 && cut(index - 1) {
            return Some(None);
        }
        let (before, after) = (index.checked_sub(1)?, index + 1);
        for (left, right) in [(index, after), (before, index)] {
            if !lower(left) || !lower(right) || !words.tokens[right].spaced() {
                continue;
            }
            let (a, b) = (&words.tokens[left], &words.tokens[right]);
            let whole = [words.text(a), words.text(b)].concat();
            let commonness = self.lexicon.commonness(&whole).unwrap_or(0);
            let known = self.lexicon.traits(&whole).any(Traits::COMMON);
            // One half alone is less proof than two.
            let least = if unknown(left) && unknown(right) { 4 } else { 7 };
            if known && commonness >= least && whole.len() >= 6 && words.text(a).len() > 1 && words.text(b).len() > 1 {
                let first_in_order = left == index || !unknown(left);
                let span = a.span().cover(b.span());
                let certainty = if least == 4 { Certainty::Sure } else { Certainty::Likely };
                return Some(first_in_order.then_some(Slip {
                    token: index,
                    span,
                    kind: SlipKind::Split,
                    word: words.article.prose[span].to_string(),
                    choices: vec![whole],
                    certainty,
                    plain: false,
                }));
            }
        }
        None
    }

    /// Leaves out words of the other spelling where the article's own is among the choices.
    fn keep_to_dialect(&self, found: &mut Vec<Suggestion>) {
        let dialect = self.dialect.unwrap_or(Dialect::American);
        let mut at = 0;
        while at < found.len() {
            let twin = self.lexicon.respelt(&found[at].text, dialect);
            match twin {
                Some(twin) if self.dialect.is_some() => {
                    // The article's spelling takes the place of the other.
                    if found.iter().any(|s| s.text == twin) {
                        let cost = found[at].cost;
                        found.remove(at);
                        if let Some(own) = found.iter_mut().find(|s| s.text == twin) {
                            own.cost = own.cost.min(cost);
                        }
                    } else {
                        found[at].text = twin;
                        at += 1;
                    }
                }
                Some(twin) if found[..at].iter().any(|s| s.text == twin) => {
                    found.remove(at);
                }
                _ => at += 1,
            }
        }
        found.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    }
}

/// What a word touches.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    Alone,
    /// A part of a compound.
    Compound,
    /// What it touches shows that it is no word of its own, or no word at all.
    Glued,
}

/// What stands right beside the word.
pub fn standing(words: &Words, index: usize) -> Standing {
    let range = words.range(words.block_of(index));
    let token = &words.tokens[index];
    let before = (index > range.start && !token.spaced()).then(|| &words.tokens[index - 1]);
    let after = (index + 1 < range.end).then(|| &words.tokens[index + 1]).filter(|t| !t.spaced());
    let beyond = (index + 2 < range.end).then(|| &words.tokens[index + 2]).filter(|t| !t.spaced());
    use Kind::*;
    let before = match before.map(|t| t.kind) {
        None => Standing::Alone,
        Some(Hyphen | Slash) => Standing::Compound,
        Some(
            OpenQuote | OpenSingle | StraightQuote | OpenBracket | Dash | Ellipsis | Comma | Question | Exclamation
            | CloseQuote | CloseSingle | CloseBracket | Emoji,
        ) => Standing::Alone,
        Some(_) => Standing::Glued,
    };
    let after = match after.map(|t| t.kind) {
        None => Standing::Alone,
        Some(Hyphen | Slash) => Standing::Compound,
        Some(Stop | Colon) if beyond.is_some_and(|t| t.kind.is_wordlike() || t.kind == Number) => Standing::Glued,
        Some(
            Comma | Stop | Ellipsis | Semicolon | Colon | Question | Exclamation | CloseQuote | CloseSingle
            | StraightQuote | CloseBracket | Dash | Apostrophe | Emoji,
        ) => Standing::Alone,
        Some(_) => Standing::Glued,
    };
    match (before, after) {
        (Standing::Glued, _) | (_, Standing::Glued) => Standing::Glued,
        (Standing::Alone, Standing::Alone) => Standing::Alone,
        _ => Standing::Compound,
    }
}

/// A drawn-out word or a noise: “sooo”, “hmm”, “aargh”, “pshtt”.
fn is_sound(form: &str) -> bool {
    let bytes = form.as_bytes();
    let vowel = |b: &u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let no_vowel = form.is_ascii() && !bytes.iter().any(vowel);
    let drawn_out = bytes.windows(3).any(|w| w[0] == w[1] && w[1] == w[2] && (vowel(&w[0]) || bytes.ends_with(w)));
    no_vowel && bytes.len() != 4 || drawn_out
}

/// Whether the word is made of known words as people coin words: “heatmap”, “reflowable”.
fn is_coined(lexicon: &Lexicon, form: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "able",
        "ability",
        "ification",
        "ified",
        "ify",
        "ization",
        "isation",
        "ize",
        "ise",
        "ism",
        "ist",
        "ish",
        "ing",
        "ed",
        "er",
        "ers",
        "ly",
        "ee",
        "ees",
        "or",
        "ors",
        "ive",
        "ives",
        "y",
        "ie",
        "s",
        "al",
        "ian",
        "ness",
    ];
    let known = |part: &str, least: u8| {
        part.len() > 2
            && lexicon.commonness(part).is_some_and(|c| c >= least)
            && lexicon.traits(part).any(Traits::COMMON)
    };
    let cuts = 3..form.len().saturating_sub(2);
    let parts =
        form.is_ascii() && form.len() > 6 && cuts.into_iter().any(|at| known(&form[..at], 6) && known(&form[at..], 6));
    let stem = |stem: &str| stem.len() > 3 && (known(stem, 4) || known(&format!("{stem}e"), 4));
    parts || ENDINGS.iter().any(|ending| form.strip_suffix(ending).is_some_and(stem))
}

/// Whether the two differ only as spellings of names do: “Choyce” and “Choice”, “Browne” and
/// “Brown”. Long words are no names.
fn differ_as_names_do(a: &str, b: &str) -> bool {
    if a.len() > 8 {
        return false;
    }
    let sound = |word: &str| {
        let mut sound = String::new();
        for c in word.to_lowercase().trim_end_matches('e').replace("ph", "f").chars() {
            let c = match c {
                'y' => 'i',
                'k' => 'c',
                'z' => 's',
                c => c,
            };
            if !sound.ends_with(c) {
                sound.push(c);
            }
        }
        sound
    };
    sound(a) == sound(b)
}

#[cfg(test)]
mod tests {
    use crate::text::read::plain;

    use super::*;

    /// The slips of a text: the words at fault, the first choice, how sure it is.
    fn slips(text: &str) -> Vec<(String, String, Certainty)> {
        let article = plain::read(text);
        let lexicon = Lexicon::default();
        let words = Words::read(&article, &lexicon);
        let roots = Roots::gather(&words);
        let slips = Slips::gather(&Grounds {
            words: &words,
            lexicon: &lexicon,
            unknown: &UnknownWords::gather(&words),
            vocabulary: &Vocabulary::gather(&words, &roots),
            roots: &roots,
            names: &Names::gather(&words, &crate::evidence::Furniture::gather(&words)),
            dialect: None,
        });
        let slips = slips.0.iter();
        slips.map(|s| (s.word.clone(), s.choices.first().cloned().unwrap_or_default(), s.certainty)).collect()
    }

    #[test]
    fn one_slip_of_a_common_word_is_sure() {
        let found = slips("The chef lets the onnions melt before the wine goes in.\n");
        assert_eq!(found, [("onnions".into(), "onions".into(), Certainty::Sure)]);
    }

    #[test]
    fn a_word_that_the_article_uses_again_and_again_is_meant() {
        assert_eq!(slips("A bonker is slow. The bonker eats. No bonker wins, and no bonker cares.\n"), []);
    }

    #[test]
    fn a_word_that_the_article_knows_as_a_name_is_no_slip() {
        assert_eq!(slips("The firm Taskly, founded in May, grew. Users call it taskly too.\n"), []);
    }

    #[test]
    fn in_an_article_of_a_strange_field_only_plain_slips_count() {
        let text = "Fry the bumbu in a little oil. Add a stick of kecombrang and stir until it is soft. Then come the \
                    leaves of kluwek and a spoon of taburan.\n\nThe onnions go in last, and the soup may sinmmer a while.\n";
        let found: Vec<String> = slips(text).into_iter().map(|s| s.0).collect();
        assert_eq!(found, ["onnions"]);
    }

    #[test]
    fn a_glued_word_is_no_word() {
        assert_eq!(slips("See data.govand, foo_barr(x) and &mdassh; in it.\n"), []);
    }
}
