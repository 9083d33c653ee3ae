//! Lines that stand on every page of a site, word for word or nearly.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::FurnitureKind::{self, *};
use super::gate::WordSet;
use super::line::Line;
use super::services::SERVICES;
use crate::text::Kind;

/// What a line was found to be.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    pub kind: FurnitureKind,
    /// Nobody writes such a line as copy.
    pub sure: bool,
    /// What comes under it belongs to it.
    pub opens: bool,
    /// It opens nothing else than links: without any it is a heading.
    pub heads: bool,
}

/// Whole lines of at most so many words are looked for.
const LONGEST: usize = 40;
/// A title that ends with a stop has at most so many.
const TITLE: usize = 12;

/// What this line is, if it is a line of furniture.
pub fn kind(line: &Line) -> Option<Found> {
    if line.count == 0 || line.count > LONGEST {
        return None;
    }
    let found = |kind, sure| Some(Found { kind, sure, opens: false, heads: false });
    if counts_comments(line) {
        return found(Comments, true);
    }
    let words: Vec<&str> = line.words.split_ascii_whitespace().filter(|w| *w != ".").collect();
    let patterns = INDEX.get(words.first()?).map_or(&[][..], Vec::as_slice);
    // The title of another article has no stop, a sentence that starts like a label has one.
    let text = &line.prose[line.block.span];
    let sentence = line.count > TITLE && text.trim_ascii_end().ends_with('.') && !text.contains(" | ");
    let fits = |row: &Row, pattern: &str| matches(pattern, &words) && !(sentence && row.kind == Related);
    if let Some((row, _)) = patterns.iter().find(|(row, pattern)| fits(row, pattern)) {
        return Some(Found { kind: row.kind, sure: row.sure, opens: row.opens, heads: row.heads });
    }
    if is_share_bar(&words) {
        return found(Share, words.len() > 2);
    }
    if announces(line) {
        return found(Related, true);
    }
    if is_menu(&words) || is_bar(line, &words) || is_path(line, &words) || is_row_of_tags(line) {
        return found(Controls, true);
    }
    if is_copyright(line, &words) {
        return found(Copyright, true);
    }
    None
}

/// Lines of one kind. In a pattern `a|b` is one of these words, `_` any word, and `#` figures; at
/// the end `*` is a few words more, and `**` any number of them.
pub struct Row {
    kind: FurnitureKind,
    sure: bool,
    opens: bool,
    heads: bool,
    patterns: &'static [&'static str],
}

pub const fn sure(kind: FurnitureKind, patterns: &'static [&'static str]) -> Row {
    Row { kind, sure: true, opens: false, heads: false, patterns }
}

pub const fn in_company(kind: FurnitureKind, patterns: &'static [&'static str]) -> Row {
    Row { kind, sure: false, opens: false, heads: false, patterns }
}

const fn opener(kind: FurnitureKind, patterns: &'static [&'static str]) -> Row {
    Row { kind, sure: true, opens: true, heads: false, patterns }
}

pub const fn head(kind: FurnitureKind, patterns: &'static [&'static str]) -> Row {
    Row { kind, sure: true, opens: true, heads: true, patterns }
}

const LINES: &[Row] = &[
    sure(
        Engagement,
        &[
            "did you make|try this|our|my recipe **",
            "do you have a|any story|news idea **",
            "do you have a|any tip|tips for us *",
            "got a story|news idea **",
            "got a tip|story",
        ],
    ),
    sure(
        Comments,
        &[
            "leave|post|add|write|submit a|your comment|reply|response",
            "leave|post a comment|reply to|on *",
            "leave a reply cancel reply",
            "cancel reply",
            "comments #",
            "# comments",
            "no|zero comments|responses *",
            "be the first to comment *",
            "comments are|have closed|disabled|off *",
            "comments are now|currently closed *",
            "view|show|hide|load|read all|more|# comments *",
            "view|show|hide|load|loading comments",
            "your email address will not be published **",
            "required fields are marked *",
            "save my name email **",
            "notify me of follow-up|new|followup|future **",
            "log|sign in to comment|reply|leave|post|join *",
            "log|sign in or register|join|sign *",
            "you must be logged|signed in to *",
            "please log|sign in to comment|reply|leave|post|join *",
            "post|submit comment|reply",
            "this comment has been removed *",
            "comment as : *",
            "enter your comment *",
            "your comment is awaiting moderation",
            "join the conversation|discussion : *",
            "create an|your account to comment|reply|join *",
            "create account to comment|reply|join *",
        ],
    ),
    in_company(
        Comments,
        &[
            "comments|comment|reply|respond|name|website",
            "email address",
            "# comment|responses|replies|thoughts *",
            "comment section|policy|rules|guidelines",
            "comments policy",
            "your email address",
        ],
    ),
    sure(
        Notice,
        &[
            "this site uses akismet **",
            "learn how your comment data is *",
            "this site|website|page|form is protected by recaptcha **",
            "this|our site|website|page uses cookies **",
            "we use cookies **",
            "we value your privacy *",
            "we and our partners **",
            "by continuing to use|browse **",
            "by using this site|website **",
            "by clicking accept|agree|allow **",
            "accept|reject all",
            "accept|reject all cookies *",
            "accept|reject cookies *",
            "cookie settings|preferences",
            "manage cookie|consent *",
            "privacy policy terms *",
            "terms of use|service privacy *",
            "powered by wordpress *",
            "proudly powered by *",
            "please enable javascript **",
            "enable javascript to|in|and **",
            "javascript must be|is **",
            "javascript is disabled|required **",
            "you need to enable javascript **",
            "your browser does not support **",
            "this browser is not supported **",
            "you are using an outdated browser **",
            "do not sell my *",
            "by submitting your email|e-mail|information|details **",
            "by signing up|in you agree|consent|confirm|accept **",
            "by subscribing you agree|consent|confirm|accept **",
            "by entering|providing your email|e-mail **",
            "our standards : *",
        ],
    ),
    in_company(
        Notice,
        &[
            "privacy|cookie policy|notice",
            "terms of use|service",
            "terms and conditions",
            "contact|about us",
            "site map",
        ],
    ),
    opener(
        Related,
        &[
            "related articles|posts|stories|story",
            "you may|might also like|enjoy",
            "you may|might also be interested in",
            "you may|might like",
            "more on this|the story|topic|subject",
            "more like this",
            "recommended for you",
            "what to read next",
            "read next",
            "from around the web",
        ],
    ),
    head(
        Related,
        &[
            "related news|videos|coverage|reads",
            "more from _",
            "more from _ _",
            "recommended stories|articles|reading|posts|videos|content",
            "most read|popular|viewed|shared|commented",
            "trending now|stories|topics|articles|videos|news",
            "popular|recent posts",
            "featured articles|posts|stories",
            "editor's|editors' picks|choice",
            "in case you missed it",
        ],
    ),
    sure(
        Related,
        &[
            "read more|also|next : **",
            "also read : **",
            "read|see the full story|article|post|report here",
            "recommended for you : **",
            "suggested topics|articles|posts|reading : *",
            "related internet links **",
            "related : _ **",
            "related article|story|post|reading|coverage : *",
            "click here to read|continue *",
            "continue|keep reading *",
            "previous|next article|post|story *",
            "don't miss : **",
            "do not miss : **",
            "you may|might also like|enjoy : **",
            "must read : **",
        ],
    ),
    in_company(
        Related,
        &[
            "related|recommended|trending|more|next|previous",
            "related links|content|topics",
            "up next",
            "see also *",
            "read more *",
            "read|see the full story|article|post *",
            "recommended|more|watch|older|newer : *",
            "more stories|articles|posts|news|headlines",
            "popular|latest|recent|top|other posts|stories|news|articles",
            "don't miss",
            "back to all|blog|news *",
        ],
    ),
    sure(
        Share,
        &[
            "share this|the|our article|story|post|page|entry|news|item|video|interview *",
            "share this",
            "share this : *",
            "share|shared on|via facebook|twitter|x|linkedin|whatsapp|email|reddit|pinterest|telegram *",
            "share : *",
            "share it : *",
            "click to share|email|print *",
            "click here to share *",
            "# shares|share",
            "shares #",
            "copy link",
            "link copied *",
            "reuse this content",
            "kindly|please share this|the|our story|article|post|page *",
            "opens new tab",
            "pin it for later *",
            "pin this recipe|post *",
            "share this recipe *",
            "copied to clipboard",
            "tweet|pin this|it",
            "email this|to this|a article|friend|story *",
            "print this article|page|story|post",
            "follow|like|find us on facebook|twitter|x|instagram|linkedin|tiktok|youtube|google *",
            "follow us : *",
            "follow us",
            "follow _ on facebook|twitter|x|instagram|linkedin|tiktok|youtube|threads|bluesky",
            "like loading",
            "connect with us",
            "connect with us on *",
            "opens in a|new window|tab *",
        ],
    ),
    in_company(Share, &["follow|print|save|bookmark|send", "like this", "copy url", "save article|story|post"]),
    sure(
        Newsletter,
        &[
            "subscribe now|today",
            "subscribe to|for our|the|my newsletter|blog|channel|podcast|feed *",
            "subscribe to|for our|the|my _ newsletter|blog|channel|podcast|feed *",
            "subscribe via|by email|e-mail|rss *",
            "sign up for|to our|the _ newsletter *",
            "sign up for|to our|the newsletter *",
            "sign up for newsletters|updates|alerts",
            "click|tap here to subscribe *",
            "click|tap here to sign up *",
            "enter your email to|for|below *",
            "enter your email address to|for|below *",
            "get breaking|free|daily news|email|e-mail alerts|updates *",
            "download our|the app *",
            "download our|the free|mobile|new app *",
            "newsletter sign-up|signup|sign|subscription *",
            "join our mailing|email|newsletter *",
            "join # other|others subscribers *",
            "thanks|thank for subscribing *",
            "thank you for subscribing *",
            "sign up here",
            "become a member|subscriber|patron for|to # **",
            "skip past newsletter *",
            "after newsletter promotion",
            "already a subscriber *",
            "support our|independent journalism *",
            "you have # free|more|complimentary articles|article|stories *",
            "you've reached|read your limit|monthly|last|free *",
            "you have reached your *",
            "subscribe|register to continue|read reading|on|more|the|this *",
        ],
    ),
    in_company(
        Newsletter,
        &[
            "subscribe|newsletter|newsletters|register|donate",
            "sign up|in",
            "log in",
            "register now|today|here",
            "newsletter : *",
            "become a member|subscriber|patron|supporter *",
        ],
    ),
    opener(AuthorBox, &["about the author|authors|writer|writers|contributor"]),
    sure(
        AuthorBox,
        &[
            "view|see all posts|articles|stories by|from *",
            "view|see author|author's|authors profile|posts|archive|page",
            "more posts|articles|stories by|from *",
            "posts by|from _ *",
            "articles by this author",
            "about the author : **",
            "follow the author *",
            "see full bio",
        ],
    ),
    sure(
        Advertisement,
        &[
            "advertisement|advertisements|advert",
            "advertisement : *",
            "advertisement continue|skip|story|article|scroll *",
            "story|article continues below|after *",
            "continue reading below",
            "continue reading the main story",
            "scroll to continue *",
            "scroll down for video|more|videos|comments *",
            "scroll down to continue *",
            "skip advertisement|ad|advert *",
            "report this|an ad|advertisement *",
            "ad feedback",
            "remove ads",
            "hide ads",
            "why this ad",
            "this ad will close|end *",
            "ad # of #",
            "sponsored|promoted stories|links|posts",
            "promoted content",
            "content from our partners|sponsors",
            "paid for by _ *",
        ],
    ),
    in_company(Advertisement, &["ad|ads", "sponsored", "sponsored|paid post|content"]),
    sure(
        Controls,
        &[
            "skip to content|navigation|footer|search",
            "skip to main|primary content|navigation",
            "skip to the content|main *",
            "jump to content|navigation|comments|main *",
            "jump|skip to recipe *",
            "print recipe",
            "print this recipe",
            "jump to : **",
            "toggle navigation|menu|search|caption|sidebar",
            "back|return to top",
            "scroll|go to top",
            "# min|minute|minutes|mins read",
            "min|minutes read",
            "reading time : *",
            "estimated read|reading time *",
            "read time : *",
            "listen to this article|story|page|post *",
            "listen # min *",
            "enlarge this|image *",
            "click|tap to enlarge|zoom|expand *",
            "hide|show|toggle|view caption",
            "view image in fullscreen *",
            "open this photo|image in gallery *",
            "open image modal",
            "image|photo|slide # of #",
            "page # of #",
            "save for later",
            "save this article|story|post to|for read|later *",
            "save this article|story|post to read it later **",
            "find this story|article in your **",
            "purchase licensing rights *",
            "image|photo caption|source",
            "photo|image|picture : courtesy of",
            "gift this article",
            "you are here : *",
            "you are here",
            "tags|tag|tagged : **",
            "filed under|in *",
            "tagged with|as *",
            "posted in _ tagged *",
            "image|picture|video source getty|reuters|afp|ap|pa|epa|bbc|supplied *",
            "permalink",
            "views #",
            "# views",
            "post|page|article views|navigation *",
            "edit this page|post *",
            "video player is loading *",
            "this video|content is not|no available|longer *",
            "# hr|hrs|hour|hours|min|mins|minute|minutes|day|days|week|weeks ago",
            "updated|published|posted|modified # hr|hrs|hour|hours|min|mins|minute|minutes|day|days|week|weeks ago *",
            "last updated on by *",
            "was this article|page|post|answer|story|recipe|information helpful|useful **",
            "did you find this article|page|post|answer|story|information helpful|useful *",
            "rate this article|page|post|recipe|story *",
            "explore more on these topics *",
            "check price|amazon|availability",
            "click|tap to unmute",
            "view deal|deals|offer",
            "see price|deal at|on *",
            "shop now",
            "today's best _ deals",
            "today's best _ _ deals",
        ],
    ),
    in_company(
        Controls,
        &[
            "home|menu|search|close|next|previous|login|back|top|tags|print|listen|loading|topics",
            "log|sign in",
            "open|close menu|navigation|search|sidebar",
            "text|font size *",
            "categories|category|section|topics : *",
            "play video|audio",
            "print page|friendly|version",
            "please wait",
            "view gallery|fullscreen|slideshow",
        ],
    ),
];

/// Whether a line of furniture may start with this word.
pub fn may_start(word: &str) -> bool {
    const LONGEST: usize = 16;
    if !word.is_ascii() {
        return word.contains('’') && may_start(&word.replace('’', "'"));
    }
    if !FIRST.may_have(word.as_bytes()) || word.len() > LONGEST {
        return false;
    }
    let mut letters = [0; LONGEST];
    let lower = &mut letters[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let lower = str::from_utf8(lower).unwrap_or_default();
    INDEX.contains_key(lower)
        || [NETWORKS, ACTS, OTHERS, OF_A_PAGE, SECTIONS, LEADS].iter().any(|words| words.contains(&lower))
}

/// First words of trails and of copyright lines.
const OTHERS: &[&str] = &["homepage", "front", "start", "index", "copyright"];

/// The first words of all such lines.
const FIRST: WordSet = {
    let mut first = WordSet::EMPTY.with_first_of(NETWORKS).with_first_of(ACTS);
    let mut row = 0;
    while row < LINES.len() {
        first = first.with_first_of(LINES[row].patterns);
        row += 1;
    }
    let mut row = 0;
    while row < SERVICES.len() {
        first = first.with_first_of(SERVICES[row].patterns);
        row += 1;
    }
    first.with_first_of(OTHERS).with_first_of(OF_A_PAGE).with_first_of(SECTIONS).with_first_of(LEADS)
};

/// The patterns by their first word.
static INDEX: LazyLock<FxHashMap<&str, Vec<(&Row, &str)>>> = LazyLock::new(|| {
    let mut index: FxHashMap<&str, Vec<(&Row, &str)>> = FxHashMap::default();
    for row in LINES.iter().chain(SERVICES) {
        for pattern in row.patterns {
            for first in pattern.split(' ').next().unwrap_or_default().split('|') {
                index.entry(first).or_default().push((row, pattern));
            }
        }
    }
    index
});

/// The names of networks, and what one does with them: a line of nothing else is a share bar.
const NETWORKS: &[&str] = &[
    "facebook",
    "twitter",
    "linkedin",
    "whatsapp",
    "reddit",
    "pinterest",
    "telegram",
    "tumblr",
    "instagram",
    "flipboard",
    "messenger",
    "bluesky",
    "threads",
    "mastodon",
    "youtube",
    "tiktok",
    "snapchat",
    "x",
    "email",
    "e-mail",
    "rss",
];
const ACTS: &[&str] =
    &["share", "shares", "tweet", "pin", "like", "save", "post", "print", "copy", "link", "on", "via", ":", "#"];

/// Whether the words are what the pattern says.
fn matches(pattern: &str, words: &[&str]) -> bool {
    const FEW: usize = 9;
    let mut rest = words.iter();
    for part in pattern.split(' ') {
        match part {
            "*" => return rest.len() <= FEW,
            "**" => return true,
            _ => {}
        }
        let Some(word) = rest.next() else { return false };
        if part != "_" && !part.split('|').any(|choice| choice == *word) {
            return false;
        }
    }
    // A colon at the end changes nothing.
    rest.all(|word| *word == ":")
}

/// Whether a line consists of nothing else.
fn is_share_bar(words: &[&str]) -> bool {
    // “Pin32 Share18”
    let words: Vec<&str> = words.iter().map(|word| word.trim_end_matches(|c: char| c.is_ascii_digit())).collect();
    let networks = words.iter().filter(|w| NETWORKS.contains(w)).count();
    let acts = words.iter().filter(|w| ACTS.contains(w)).count();
    networks + acts == words.len() && (networks > 0 || words.iter().any(|w| matches!(*w, "share" | "tweet" | "pin")))
}

/// “3 thoughts on “How the dam broke””: what is counted, and the title in marks.
fn counts_comments(line: &Line) -> bool {
    let [count, what, on, mark, ..] = line.tokens else { return false };
    count.kind == Kind::Number
        && ["thoughts", "thought", "comments", "replies", "responses"].contains(&line.text(what))
        && matches!(line.text(on), "on" | "to")
        && mark.kind == Kind::OpenQuote
        && line.tokens.last().is_some_and(|last| last.kind == Kind::CloseQuote)
}

/// What a line begins with that leads to something else to see or hear: “WATCH | How the dam broke”.
const LEADS: &[&str] = &["watch", "listen", "read", "photos", "video", "audio", "gallery", "explainer", "analysis"];

fn announces(line: &Line) -> bool {
    let [first, bar, _, ..] = line.tokens else { return false };
    let word = line.text(first);
    let shouted = word.bytes().all(|b| b.is_ascii_uppercase());
    line.text(bar) == "|" && shouted && LEADS.iter().any(|lead| lead.eq_ignore_ascii_case(word))
}

/// What a site's menu leads to. A line of nothing else is one, if it has a word that only pages have.
const SECTIONS: &[&str] = &[
    "news",
    "sport",
    "sports",
    "weather",
    "business",
    "politics",
    "world",
    "opinion",
    "culture",
    "travel",
    "tech",
    "technology",
    "science",
    "health",
    "lifestyle",
    "entertainment",
    "arts",
    "video",
    "videos",
    "photos",
    "podcasts",
    "money",
    "markets",
    "local",
    "national",
    "international",
    "blog",
    "shop",
    "events",
    "exhibitions",
    "books",
    "art",
    "theatre",
    "europe",
    "africa",
    "asia",
    "regional",
    "gallery",
    "archive",
    "topics",
    "more",
    "jobs",
    "directory",
    "resources",
    "products",
    "services",
    "projects",
    "team",
    "press",
    "faq",
    "support",
    "privacy",
    "terms",
    "account",
    "classifieds",
    "commentary",
    "companies",
    "crosswords",
    "economy",
    "education",
    "environment",
    "fashion",
    "features",
    "film",
    "finance",
    "fixtures",
    "food",
    "games",
    "live",
    "movies",
    "music",
    "obituaries",
    "puzzles",
    "recipes",
    "results",
    "reviews",
    "scores",
    "standings",
    "style",
    "tables",
    "transfers",
    "tv",
];
const JOINERS: &[&str] = &["us", "and", "the", "all", "up", "in", "out", "my", "from", "#"];
const OF_A_PAGE: &[&str] =
    &["home", "contact", "about", "menu", "search", "login", "log", "sign", "subscribe", "register", "newsletter"];

fn is_menu(words: &[&str]) -> bool {
    const LEAST: usize = 4;
    let of_a_page = words.iter().filter(|w| OF_A_PAGE.contains(w)).count();
    let sections = words.iter().filter(|w| SECTIONS.contains(w)).count();
    let joiners = words.iter().filter(|w| JOINERS.contains(w)).count();
    words.len() >= LEAST && of_a_page > 0 && sections > 1 && of_a_page + sections + joiners == words.len()
}

/// “Scorecard | Commentary | Squads | Photos”: sections with bars between, and no figures as a table has.
fn is_bar(line: &Line, words: &[&str]) -> bool {
    const LEAST: usize = 3;
    const WIDEST: usize = 2;
    let bars = line.tokens.iter().filter(|token| line.text(token) == "|").count();
    let sections = words.iter().filter(|w| SECTIONS.contains(w) || OF_A_PAGE.contains(w)).count();
    bars >= LEAST && sections > 1 && words.len() <= WIDEST * (bars + 1) && !words.contains(&"#")
}

/// “Arts / Books / Reviews”: sections alone, with marks between.
fn is_path(line: &Line, words: &[&str]) -> bool {
    const LEAST: usize = 3;
    let known = words.iter().all(|w| SECTIONS.contains(w) || OF_A_PAGE.contains(w));
    let marks =
        line.tokens.iter().filter(|token| matches!(line.text(token), "/" | "|" | "·" | "•" | "»" | "›")).count();
    known && words.len() >= LEAST && marks + 1 >= words.len()
}

/// “#harvest #orchards”
fn is_row_of_tags(line: &Line) -> bool {
    line.tokens.len() > 1
        && line.tokens.iter().all(|token| token.kind == Kind::Tag && line.text(token).starts_with('#'))
}

/// “© 2024 The Tribune. All rights reserved.” A credit (“Photo © …”) or a licence is none.
fn is_copyright(line: &Line, words: &[&str]) -> bool {
    let marked = match words {
        ["©", ..] => true,
        ["copyright", next, ..] => matches!(*next, "©" | "#" | "c"),
        _ => false,
    };
    let claims = line.says("all rights reserved");
    let forbids = line.says("may not be published") || line.says("without permission");
    let dated = words.iter().take(4).any(|w| *w == "#");
    let licence = ["license", "licence", "licensed", "licenced", "commons", "cc"].iter().any(|w| words.contains(w));
    !licence && ((marked && (dated || claims || forbids)) || (claims && words.len() < 25))
}
