//! Whether a word begins with a vowel sound, which is what “a” and “an” depend on. `build.rs`
//! uses this file too, so it depends on nothing.

/// Whether a word, number or abbreviation begins with a vowel sound when it is read aloud; `None`
/// where people differ (“historic”, “herb”, “FAQ”, “SQL”).
pub fn vowel_sound(word: &str) -> Option<bool> {
    let word = word.trim_start_matches(['$', '£', '€', '¥', '\'', '’']);
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    let mut letters = word.chars();
    let (first, second) = (letters.next()?, letters.next());
    if first.is_ascii_digit() {
        return number(word);
    }
    let mut buffer = [0; LONGEST];
    let lower = lower(word, &mut buffer)?;
    match second {
        None => letter(first),
        // “X-ray”, “A-level”, “mRNA”
        Some('-' | '‑') => letter(first),
        Some(c) if first.is_lowercase() && c.is_uppercase() => letter(first),
        _ if is_abbreviation(word) => abbreviation(word, lower),
        // “html” is read by its letters.
        _ if SPELT.contains(&lower) => letter(first),
        // “http”, “hmm”: letters or a word?
        _ if !lower.contains(['a', 'e', 'i', 'o', 'u', 'y']) && lower.is_ascii() => {
            letter(first).filter(|name| ordinary(lower) == Some(*name))
        }
        // “OneDrive”
        _ if word.starts_with("One") && word[3..].starts_with(char::is_uppercase) => Some(false),
        // “RFLink”, “SQLite”, “LLaMA”: letters or a word?
        Some(c) if first.is_uppercase() && c.is_uppercase() => {
            letter(first).filter(|name| *name == matches!(first, 'A' | 'E' | 'I' | 'O' | 'U'))
        }
        _ => ordinary(lower),
    }
}

/// Whether the sound of a lower-case word is not what its first letter says.
pub fn is_odd(lower: &str) -> bool {
    SPELT.contains(&lower)
        || lower.len() > 1 && ordinary(lower).is_some_and(|vowel| vowel != lower.starts_with(['a', 'e', 'i', 'o', 'u']))
}

/// More letters than this have no say.
const LONGEST: usize = 24;

/// Said with and without their h, or in several ways.
const DISPUTED: &[&str] = &[
    "aaa",
    "ewald",
    "faq",
    "faqs",
    "habitual",
    "habitually",
    "hallucination",
    "hallucinogenic",
    "herb",
    "herbaceous",
    "herbal",
    "herbalist",
    "herbalists",
    "herbicide",
    "herbicides",
    "herbivore",
    "herbivores",
    "herbivorous",
    "herbs",
    "hereditary",
    "heroic",
    "hilarious",
    "hispanic",
    "historian",
    "historians",
    "historic",
    "historical",
    "historically",
    "homage",
    "horrendous",
    "horrific",
    "hotel",
    "hotelier",
    "hotels",
    "humble",
    "hysteria",
    "hysterical",
    "lol",
    "ny",
    "oaxaca",
    "oaxacan",
    "sql",
    "ubuntu",
    "uighur",
    "ulysses",
    "unrwa",
    "upsilon",
    "url",
    "urls",
    "uyghur",
];

/// Read by their letters in small letters, too.
const SPELT: &[&str] = &["fbi", "ftp", "html", "lcd", "npm", "rss", "sdk", "sms", "ssh", "ssl", "svg", "xml"];

/// Begin with h and not with its sound.
const SILENT_H: &[&str] = &["heir", "honest", "honor", "honour", "hour"];

/// Begin with a vowel letter and with the sound of “you”.
const YOU: &[&str] = &[
    "eu", "ewe", "ewing", "ubiq", "uefa", "ugand", "uk", "una", "unesco", "uni", "ural", "uran", "urea", "uret", "uri",
    "uro", "uru", "usa", "use", "usi", "usu", "utah", "ute", "uti", "uto", "utrecht", "uvu",
];

/// Begin as those do, but with a vowel sound: “un” and something.
const NOT_YOU: &[&str] = &[
    "euler", "unab", "unac", "unad", "unaf", "unag", "unai", "unal", "unam", "unan", "unap", "unar", "unas", "unat",
    "unau", "unav", "unaw", "unid", "unig", "unim", "unin", "unir", "uniss",
];

/// And among those, again with the sound of “you”.
const YOU_AFTER_ALL: &[&str] = &["unanim", "unary", "unidimension", "unidirection", "unimod"];

/// Abbreviations that are said as words.
const ALOUD: &[&str] = &[
    "fema", "fico", "fifa", "fisa", "foia", "fomo", "hamas", "hipaa", "lan", "laser", "lidar", "maga", "mash", "mensa",
    "mercosur", "nafta", "nasa", "nascar", "nasdaq", "nato", "nice", "nimby", "norad", "radar", "raid", "ram", "rom",
    "saarc", "salt", "sha", "sars", "scotus", "scuba", "seal", "shape", "sim", "sonar", "spac", "stem", "steam",
    "swat", "swift", "uefa", "unesco", "unicef", "unix",
];

/// Abbreviations that could be said as words and are not.
const BY_LETTERS: &[&str] = &[
    "fao", "fec", "fia", "fyi", "hiv", "hoa", "lax", "lea", "led", "mep", "mia", "mit", "mod", "mot", "mou", "nea",
    "nih", "nus", "nyc", "nyt", "rac", "raf", "ria", "roi", "sas", "sec", "sop", "sos", "suv",
];

fn ordinary(lower: &str) -> Option<bool> {
    let head = lower.split('-').next().unwrap_or(lower);
    let starts = |list: &[&str]| list.iter().any(|start| lower.starts_with(start));
    let mut letters = lower.chars();
    let (first, second) = (letters.next()?, letters.next());
    if DISPUTED.contains(&head) {
        return None;
    }
    Some(match first {
        'a' | 'i' | 'æ' | 'œ' | 'à'..='å' | 'è'..='ï' | 'ò'..='ö' | 'ø'..='ü' => true,
        'e' | 'u' => !starts(YOU) || starts(NOT_YOU) && !starts(YOU_AFTER_ALL),
        'o' => !matches!(
            head,
            "one" | "ones" | "oneness" | "oneself" | "onesie" | "onesies" | "once" | "ouija" | "ouagadougou"
        ),
        'h' => starts(SILENT_H) || head == "hors",
        'y' => starts(&["yt", "ypres", "yves", "yvette", "yvonne"]),
        // “Mbappé”, “Nguyen”: said in several ways.
        'm' | 'n' if second.is_some_and(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') && c.is_ascii()) => {
            return None;
        }
        // “Xbox” and “X-ray”, but “Xhosa” and “Xmas” are said in several ways.
        'x' if second.is_some_and(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')) => {
            return starts(&["xbox", "xray", "xpath", "xterm"]).then_some(true);
        }
        'b'..='z' => false,
        _ => return None,
    })
}

/// Whether it is written in capitals, with or without stops: “MRI”, “U.S.”, “MPs”, “HTML5”.
fn is_abbreviation(word: &str) -> bool {
    let body = word.strip_suffix('s').unwrap_or(word);
    body.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '.')
}

fn abbreviation(word: &str, lower: &str) -> Option<bool> {
    let body = if word.ends_with('s') { &lower[..lower.len() - 1] } else { lower };
    if DISPUTED.contains(&body) {
        return None;
    }
    if ALOUD.contains(&body) {
        return ordinary(body);
    }
    let first = body.chars().next()?;
    let (name, sound) = (letter(first)?, matches!(first, 'a' | 'e' | 'i' | 'o' | 'u'));
    // “MAC”, “HUD”, “FED”: some say the word and some the letters.
    let sayable = body.len() == 3 && !sound && body[1..].starts_with(['a', 'e', 'i', 'o', 'u', 'y']);
    if sayable && !word.contains('.') && !BY_LETTERS.contains(&body) {
        return (name == sound).then_some(name);
    }
    (name == sound || word.contains('.') || is_spelt_out(body)).then_some(name)
}

/// Whether an abbreviation is said letter by letter, as those of up to three letters and those
/// that no mouth could say as a word are.
fn is_spelt_out(body: &str) -> bool {
    let vowel = |b: &u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let bytes = body.as_bytes();
    let onset = bytes.iter().take_while(|b| !vowel(b)).count();
    match onset {
        _ if bytes.len() <= 3 => true,
        0 => !bytes[1..].iter().take(2).any(vowel),
        1 => false,
        2 => !matches!(
            &bytes[..2],
            [b's', b'c' | b'h' | b'k' | b'l' | b'm' | b'n' | b'p' | b't' | b'w'] | [b'f', b'l' | b'r']
        ),
        _ => true,
    }
}

/// By the letter's name.
fn letter(c: char) -> Option<bool> {
    let c = c.to_ascii_lowercase();
    c.is_ascii_lowercase().then(|| "aefhilmnorsx".contains(c))
}

/// Eight, eleven and eighteen begin with a vowel, and so do their tens, thousands and millions.
fn number(word: &str) -> Option<bool> {
    let whole = word.split(|c: char| !c.is_ascii_digit() && c != ',').next().unwrap_or(word);
    let mut digits = whole.bytes().filter(u8::is_ascii_digit);
    let (first, second, rest) = (digits.next()?, digits.next(), digits.count());
    match (first, second) {
        (b'8', _) => Some(true),
        // “0.3”: oh, nought or zero?
        (b'0', _) => None,
        (b'1', Some(b'1' | b'8')) => match rest {
            0 | 3 | 6 => Some(true),
            // A year (“an 1812 map”) or a number (“a 1,812-seat hall”).
            2 if !whole.contains(',') => None,
            _ => Some(false),
        },
        _ => Some(false),
    }
}

fn lower<'b>(word: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b str> {
    let mut len = 0;
    for c in word.chars().flat_map(char::to_lowercase) {
        let end = len + c.len_utf8();
        if end > LONGEST {
            break;
        }
        c.encode_utf8(&mut buffer[len..end]);
        len = end;
    }
    str::from_utf8(&buffer[..len]).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(words: &str, sound: Option<bool>) {
        for word in words.split_whitespace() {
            assert_eq!(vowel_sound(word), sound, "{word}");
        }
    }

    #[test]
    fn most_words_sound_as_they_are_spelt() {
        all(
            "apple egg idea ox umbrella ugly élan unusual unimportant uninhabited unidentified unable urban utmost",
            Some(true),
        );
        all("bear cat hero horse yellow zebra xenon Honolulu unicorn", Some(false));
    }

    #[test]
    fn some_sound_otherwise() {
        all("hour heir heiress honest honour honorary hourly yttrium Euler’s", Some(true));
        all(
            "European euro one once one-off user usual union unique unilateral unidirectional ewe ukulele eulogy",
            Some(false),
        );
        all("Ukrainian UNICEF uranium utopia usage ubiquitous Ouija", Some(false));
    }

    #[test]
    fn abbreviations_are_said_by_their_letters_or_as_words() {
        all("MP MPs MRI NGO FBI SUV RAF LED F.B.I. NBC HTML LLM NHL X-ray Xbox A-level mRNA NCAA HIV SME", Some(true));
        all("SHA OneDrive US UK UFO U.S. NATO NASA U-turn BBC PhD FIFA CEO UAE UNESCO T-shirt SIM", Some(false));
    }

    #[test]
    fn numbers_are_said_too() {
        all("8 11 18 80 8-0 11th 18-year-old £8m 11,000 800 8.5 18m", Some(true));
        all("1 7 10 100 110 1,800 1.8 12th 21 $10 1,100", Some(false));
    }

    #[test]
    fn nothing_is_said_where_people_differ() {
        all(
            "historic herb FAQ SQL URL hotel 1812 Mbappé Xhosa NIST NY MAC HUD SOC SQLite RFLink AAA http hmm 0.3",
            None,
        );
        assert_eq!(vowel_sound(""), None);
    }
}
