//! Paragraphs that ask the reader for something that is no part of the article: a comment, a
//! share, an address for the newsletter.

use std::sync::LazyLock;

use super::FurnitureKind::{self, *};
use super::line::{Line, Phrase};

/// What this paragraph asks for, if that is all that it does.
pub fn kind(line: &Line) -> Option<FurnitureKind> {
    if engages(line) {
        Some(Engagement)
    } else if subscribes(line) {
        Some(Newsletter)
    } else if notifies(line) {
        Some(Notice)
    } else if introduces(line) {
        Some(AuthorBox)
    } else {
        None
    }
}

/// What readers are asked for under an article. One may be the writer's own last line; two are a
/// prompt.
const ASKS: &[&[&str]] = &[
    &[
        "in the comments",
        "in the comment section",
        "in a comment",
        "comment below",
        "comments below",
        "leave a comment",
        "drop a comment",
        "leave us a comment",
        "leave your comment",
        "in the comments section",
    ],
    &[
        "share your thoughts",
        "share your perspectives",
        "share your perspective",
        "share your views",
        "share your opinion",
        "share your opinions",
        "share your experience",
        "share your experiences",
        "share your story",
        "share your stories",
        "let us know",
        "let me know",
        "tell us",
        "we'd love to hear",
        "we want to hear",
        "we would love to hear",
        "sound off",
        "have your say",
        "i'd love to hear",
    ],
    &[
        "what do you think",
        "what are your thoughts",
        "what's your take",
        "what is your take",
        "what are your views",
        "do you agree",
        "what's your opinion",
        "your thoughts on",
    ],
    &[
        "join the discussion",
        "join the conversation",
        "join the debate",
        "engage in the discussion",
        "engage in the conversation",
        "continue the conversation",
        "start the conversation",
    ],
    &[
        "share this article",
        "share this post",
        "share this story",
        "share this interview",
        "share this with",
        "share it with",
        "share this video",
        "share this page",
        "share with your friends",
        "share on social media",
        "on social media to",
        "spread the word",
        "pass it on",
    ],
    &[
        "don't forget to",
        "don't hesitate to",
        "be sure to like",
        "please like",
        "like and share",
        "like share and",
        "hit the like",
        "smash that",
        "smash the",
        "give us a like",
        "like comment and",
    ],
    &[
        "follow us on",
        "follow us for",
        "subscribe to our",
        "subscribe for more",
        "stay tuned for more",
        "and subscribe",
        "like us on",
    ],
];

fn engages(line: &Line) -> bool {
    static PHRASES: LazyLock<Vec<Vec<Phrase>>> =
        LazyLock::new(|| ASKS.iter().map(|ways| ways.iter().map(|way| Phrase::of(way)).collect()).collect());
    let asks = PHRASES.iter().filter(|ways| ways.iter().any(|way| line.says_phrase(way))).count();
    if asks < 2 || line.count > 25 * asks {
        return false;
    }
    // Running text may quote such words; a prompt is made of them. “Let us know in the comments” is
    // how many a writer of a blog ends: it takes a third ask, or that it points to the page.
    let points = ["below", "comment section", "comments section"].iter().any(|word| line.says(word));
    asks > 2 || points || !line.says("comments")
}

/// Sentences that ask for a subscription begin so…
const OFFERS: &[&str] = &[
    "subscribe",
    "sign up",
    "signup",
    "register",
    "join our",
    "get our",
    "get the latest",
    "get all the latest",
    "get the best",
    "get more articles",
    "get more content",
    "get more like",
    "get more news",
    "get more stories",
    "get more tips",
    "get updates",
    "get news",
    "receive",
    "enter your email",
    "stay up to date",
    "stay up-to-date",
    "stay informed",
    "stay connected",
    "stay in the loop",
    "stay in the know",
    "don't miss",
    "never miss",
    "be the first to know",
    "want more",
    "want to read more",
    "interested in more",
    "like what you",
    "love what you",
    "enjoy this",
    "enjoyed this",
    "enjoying this",
    "did you enjoy",
    "keep up with",
    "to get more",
    "to receive",
    "to subscribe",
    "click here to subscribe",
    "please subscribe",
    "we'll send you",
    "delivered",
];

/// …and name one of these.
const WARES: &[&str] = &[
    "newsletter",
    "newsletters",
    "inbox",
    "mailing list",
    "email list",
    "email updates",
    "email alerts",
    "our updates",
    "our alerts",
    "our channel",
    "our podcast",
    "our blog",
    "breaking news alerts",
    "push notifications",
    "our daily email",
    "our weekly email",
    "our emails",
    "our feed",
    "rss feed",
];

fn subscribes(line: &Line) -> bool {
    static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| WARES.iter().map(|ware| Phrase::of(ware)).collect());
    if line.count > 45 || !PHRASES.iter().any(|ware| line.says_phrase(ware)) {
        return false;
    }
    let offers = |sentence: &str| {
        OFFERS.iter().any(|o| sentence.strip_prefix(o).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
    };
    // Every sentence but one is part of the offer, and one of them names the ware.
    let (mut others, mut named) = (0, false);
    for sentence in line.sentences() {
        if offers(sentence) {
            named |= WARES.iter().any(|ware| sentence.contains(ware));
        } else {
            others += 1;
        }
    }
    named && others <= 1
}

fn notifies(line: &Line) -> bool {
    let cookies = line.says("cookies")
        && ["this website", "this site", "our website", "our site", "your consent", "cookie policy", "accept all"]
            .iter()
            .filter(|w| line.says(w))
            .count()
            > 1;
    let rewritten = line.says("may not be published broadcast") || line.says("rewritten or redistributed");
    cookies || rewritten && line.count < 50 || discloses(line)
}

/// “This post may contain affiliate links”, “We may earn a commission if you buy through them”: only the site
/// itself says “we” of that, and others’ words stand in marks.
fn discloses(line: &Line) -> bool {
    const LONGEST: usize = 60;
    const EARNS: &[&str] = &[
        "amazon associate",
        "affiliate disclosure :",
        "affiliate disclaimer :",
        "this post contains affiliate",
        "this post may contain affiliate",
        "this article contains affiliate",
        "this article may contain affiliate",
        "this page contains affiliate",
        "this page may contain affiliate",
        "we may earn a",
        "we may earn an affiliate",
        "we earn a commission",
        "we may receive a",
        "i may earn a",
        "i earn a commission",
        "may earn us a",
        "links are affiliate links",
    ];
    let spoken = line.prose[line.block.span].contains(['“', '"', '‘']);
    let trade = ["affiliate", "commission", "associate"].iter().any(|word| line.says(word));
    line.count <= LONGEST && !spoken && trade && EARNS.iter().any(|says| line.says(says))
}

/// “Rosa Keane is our correspondent. Follow her on X @rosa. View all posts by Rosa Keane”: what one can
/// press makes it the site's box; a line about the writer alone is copy.
fn introduces(line: &Line) -> bool {
    const LONGEST: usize = 60;
    const LINKS: [&[&str]; 2] = [
        &["follow him on", "follow her on", "follow them on", "follow me on"],
        &[
            "view all posts",
            "see all posts",
            "read more posts",
            "more posts by",
            "view all articles",
            "see all articles",
        ],
    ];
    let spoken = line.prose[line.block.span].contains(['“', '"', '‘']);
    let last = line.sentences().last().unwrap_or_default();
    line.count <= LONGEST && !spoken && LINKS.iter().copied().flatten().any(|link| last.starts_with(link))
}
