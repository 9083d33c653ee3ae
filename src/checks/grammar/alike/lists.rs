//! The lists that the questions in `around` need, each one line of words with spaces between.

use crate::list::{List, list};

/// Pronouns that are the subject of a clause.
pub const SUBJECTS: &List = list!("i you he she it we they who");

/// Words that join a clause to the one before.
pub const JOINING: &List = list!(
    "that if when because while although though unless until since where what how why whether \
    whereas once whenever and but or so"
);

/// Prepositions that are nothing else, or seldom.
pub const PREPOSITIONS: &List = list!(
    "of with by at into from in on to for against under behind between during despite \
    without among towards toward through across within throughout upon onto about over around beyond near off"
);

/// Verbs (and a few adjectives) that a clause can follow without “that”: “he said it’s late”.
pub const TAKES_CLAUSE: &List = list!(
    "accept accepted acknowledge acknowledged add added adding adds admit admits admitted \
    admitting agree agreed agrees allege alleged announce announced answer answered argue argued argues arguing assume \
    assumed assuming believe believed believes believing bet claim claimed claiming claims conclude concluded confirm \
    confirmed consider considered convinced decide decided decides declare declared denied deny denying doubt doubted \
    doubts dream ensure ensured ensures ensuring estimate estimated expect expected explain explained explaining \
    explains fear feared fearing fears feel feeling feels felt figure figured find finding finds forget forgets forgot \
    found given guarantee guess guessed hear heard hearing hears hint hinted hope hoped hopes hoping imagine imagined \
    imagining insist insisted insisting insists joked knew know knowing known knows learn learned learnt like maintain \
    maintained mean meaning means meant mention mentioned note noted notes notice noticed pointed pray predict \
    predicted pretend promise promised promises prove proved proves provided providing put read realise realised \
    realize realized reckon reckoned reckons recognise recognised remember remembered remembers repeat replied report \
    reported reports reveal revealed said saw say saying says see seeing seen sees seem sense sensed show showed \
    showing shown shows state stated stress stressed suggest suggested suggesting suggests suppose supposed suspect \
    suspected swear swore tell telling tells think thinking thinks thought told understand understands understood vow \
    vowed warn warned warning wish wished wishes wonder worried worry write writes wrote sure glad afraid certain \
    happy called asked pleased relieved delighted annoyed scared surprised concerned helps helped tired satisfied excited inclined"
);

/// Verbs that stand without an object, or seldom with one.
pub const INTRANSITIVE: &List = list!(
    "go goes going went gone come comes came coming live lives lived living stay stays \
    stayed staying work works worked working arrive arrives arrived arriving be been stand stands stood sit sits sat \
    lie lies lay remain remains remained happen happens happened get gets got getting look looks looked looking seem \
    seems seemed wait waited waiting talk talked talking travel travelled traveled die died rain rains rained matter \
    matters exist exists existed appear appears appeared sound sounds become becomes became born based done used \
    needed playing play plays played begin began begun begins end ended ends open opened closed stop stopped"
);

/// Words that no possessive stands before.
pub const NEVER_OWNED: &List = list!(
    "a an the this that these those he she they we you i him them us is are was were am been \
    has had my your our their his would could should because if although who which isn't isn’t wasn't wasn’t aren't \
    aren’t weren't weren’t"
);

/// What can be said of something without an article: “it’s time”, “you’re family”.
pub const SAID_OF: &List = list!(
    "art bad bedtime bliss boss bullshit business captain chaos cheating cinema coincidence common \
    company crap crazy crunch day daylight decision dinner enough entertainment evidence experience family fate \
    fiction fine fodder folly food football friends fun game garbage gold good great guesswork half hard heaven hell \
    heresy history home human ice instinct justice kids kind king leader life light like love luck lunch lunchtime \
    lunacy madness magic mayhem midnight misery money more murder music nature news night noise nonsense noon nothing \
    pants part people plenty poetry poison policy politics president progress proof propaganda property rubbish \
    science season sort spring stuff summer superstition teamwork testament time times toast torture tradition \
    tragedy trash trouble truth vital war water winter winner work years autumn theft fraud racism rape page man woman \
    step stage level type version fashion crime terrorism treason christmas payback weeks months days hours minutes \
    pot safe fact feedback worth mid quality test thanks style code data software advice easy likely late early old \
    new true false live open close hot cold dark high low big small cool warm wet dry free real possible first last \
    next only pure sheer mere just simply"
);
