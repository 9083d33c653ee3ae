//! The words that homophones are put for, each with the place that tells.

use super::around::{follows, precedes};
use super::place::Place;
use crate::list::{List, list};
use crate::reading::At;

/// A word, the place in which it is none, and the word that is meant there.
pub struct Slip {
    pub wrong: &'static str,
    place: Place,
    pub right: &'static str,
    /// Nothing else can be meant.
    pub sure: bool,
    /// With one of these beside it the word is right.
    but: &'static List,
}

/// In the order of the words.
pub const SLIPS: &[Slip] = &[
    slip("advice", Place::Verb, "advise").sure().but(list!("from")),
    slip("advice", Place::Transitive, "advise").sure(),
    slip("advise", Place::Noun, "advice").sure(),
    slip("aloud", Place::State, "allowed").but(list!("thought read laugh laughed cry cried")),
    slip("altar", Place::Transitive, "alter").sure(),
    slip("bare", Place::Noun, "bear"),
    slip("bare", Place::Transitive, "bear").but(list!("teeth fangs his her their its my your our all")),
    slip("bean", Place::Participle, "been").sure(),
    slip("bear", Place::State, "bare"),
    slip("belief", Place::Transitive, "believe"),
    slip("believe", Place::Noun, "belief").sure(),
    slip("berry", Place::Transitive, "bury"),
    slip("blue", Place::Past, "blew"),
    slip("board", Place::State, "bored"),
    slip("bread", Place::Participle, "bred"),
    slip("breath", Place::Verb, "breathe"),
    slip("breath", Place::Transitive, "breathe"),
    slip("breathe", Place::Noun, "breath").sure(),
    slip("broach", Place::Noun, "brooch"),
    slip("brooch", Place::Transitive, "broach"),
    slip("bury", Place::Noun, "berry"),
    slip("cell", Place::Transitive, "sell"),
    slip("chews", Place::Transitive, "choose"),
    slip("choice", Place::Transitive, "choose").sure(),
    slip("choice", Place::Verb, "choose"),
    slip("choose", Place::Noun, "choice").sure(),
    slip("cite", Place::Noun, "site"),
    slip("cloth", Place::Transitive, "clothe"),
    slip("clothes", Place::Transitive, "close"),
    slip("coarse", Place::Noun, "course"),
    slip("course", Place::State, "coarse").but(list!("of")),
    slip("court", Place::Past, "caught"),
    slip("decent", Place::Noun, "descent").but(list!("of")),
    slip("device", Place::Transitive, "devise"),
    slip("devise", Place::Noun, "device"),
    slip("dew", Place::State, "due"),
    slip("dual", Place::Noun, "duel").but(list!("of")),
    slip("envelop", Place::Noun, "envelope").sure(),
    slip("envelope", Place::Transitive, "envelop"),
    slip("except", Place::Transitive, "accept"),
    slip("fare", Place::State, "fair").but(list!("well badly better")),
    slip("flea", Place::Verb, "flee"),
    slip("flew", Place::Noun, "flu").sure(),
    slip("grate", Place::State, "great"),
    slip("groan", Place::Participle, "grown"),
    slip("guest", Place::Past, "guessed"),
    slip("herd", Place::Past, "heard").sure(),
    slip("herd", Place::Participle, "heard").sure(),
    slip("here", Place::Transitive, "hear").but(list!("the this that all every each any no it his her their its")),
    slip("higher", Place::Transitive, "hire").but(list!("the")),
    slip("idle", Place::Noun, "idol"),
    slip("insight", Place::Transitive, "incite"),
    slip("knead", Place::Noun, "need"),
    slip("knows", Place::Noun, "nose").sure(),
    slip("lesson", Place::Transitive, "lessen"),
    slip("life", Place::Verb, "live").but(list!("the his her their its our")),
    slip("loss", Place::Transitive, "lose"),
    slip("loss", Place::Verb, "lose"),
    slip("maid", Place::Past, "made"),
    slip("maid", Place::Participle, "made"),
    slip("meat", Place::Transitive, "meet"),
    slip("meat", Place::Verb, "meet"),
    slip("new", Place::Past, "knew").sure(),
    slip("no", Place::Transitive, "know").but(list!("no any")),
    slip("pail", Place::State, "pale"),
    slip("passed", Place::Noun, "past"),
    slip("past", Place::Past, "passed"),
    slip("past", Place::Participle, "passed"),
    slip("past", Place::Verb, "pass"),
    slip("plane", Place::State, "plain"),
    slip("poor", Place::Transitive, "pour").but(list!("the")),
    slip("pour", Place::State, "poor"),
    slip("proof", Place::Transitive, "prove"),
    slip("prove", Place::Noun, "proof"),
    slip("quiet", Place::Degree, "quite"),
    slip("quit", Place::Degree, "quite"),
    slip("quite", Place::Noun, "quiet"),
    slip("rays", Place::Transitive, "raise"),
    slip("red", Place::Past, "read"),
    slip("relief", Place::Transitive, "relieve"),
    slip("relieve", Place::Noun, "relief"),
    slip("road", Place::Past, "rode"),
    slip("role", Place::Transitive, "roll"),
    slip("role", Place::Verb, "roll"),
    slip("rote", Place::Past, "wrote"),
    slip("safe", Place::Transitive, "save"),
    slip("sale", Place::Transitive, "sell"),
    slip("sale", Place::Verb, "sell"),
    slip("scene", Place::Participle, "seen").sure(),
    slip("sea", Place::Transitive, "see"),
    slip("sea", Place::Verb, "see"),
    slip("seam", Place::Verb, "seem"),
    slip("sore", Place::Past, "saw"),
    slip("stair", Place::Verb, "stare"),
    slip("stationery", Place::State, "stationary"),
    slip("success", Place::Verb, "succeed"),
    slip("thing", Place::Verb, "think"),
    slip("though", Place::Noun, "thought"),
    slip("throne", Place::Participle, "thrown"),
    slip("through", Place::Transitive, "throw").but(list!("to")),
    slip("tide", Place::State, "tied"),
    slip("tolled", Place::Past, "told").but(list!("the")),
    slip("vain", Place::Noun, "vein").but(list!("in")),
    slip("vary", Place::Degree, "very").sure(),
    slip("waist", Place::Transitive, "waste"),
    slip("waist", Place::Verb, "waste"),
    slip("war", Place::Past, "wore"),
    slip("warn", Place::Participle, "worn"),
    slip("week", Place::State, "weak"),
    slip("weigh", Place::Noun, "way").sure(),
    slip("weight", Place::Verb, "wait"),
    slip("where", Place::Transitive, "wear").but(list!("it this that these those you them the to know")),
    slip("whether", Place::Noun, "weather").sure(),
    slip("write", Place::State, "right").but(list!("is was are were be been not")),
];

const fn slip(wrong: &'static str, place: Place, right: &'static str) -> Slip {
    Slip { wrong, place, right, sure: false, but: list!("") }
}

impl Slip {
    const fn sure(mut self) -> Slip {
        self.sure = true;
        self
    }

    const fn but(mut self, beside: &'static List) -> Slip {
        self.but = beside;
        self
    }

    /// Whether the word stands where it can be none.
    pub fn holds(&self, at: At) -> bool {
        self.place.holds(at) && !precedes(at, self.but) && !follows(at, self.but)
    }
}
