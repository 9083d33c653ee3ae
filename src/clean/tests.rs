use super::*;
use crate::lexicon::Lexicon;
use crate::reading::Options;
use crate::registry::{Registry, Selection};

fn linter() -> Linter {
    let select = REPAIRS.iter().map(|rule| (*rule).to_owned()).collect();
    let rules = Registry::built_in().select(&Selection { select, ..Selection::default() }).expect("all repairs exist");
    Linter::new(rules, Lexicon::default(), Options::default())
}

fn cleaned(source: &str, format: Format) -> Cleaned {
    let linter = linter();
    let once = clean(&linter, source, format);
    let twice = clean(&linter, &once.text, format);
    assert_eq!(twice.text, once.text, "a second run changes nothing");
    assert!(!twice.is_changed());
    once
}

const STORY: &str = "The orchard was planted in 1912, and its oldest trees still bear fruit in a good year.";

#[test]
fn furniture_goes_and_the_article_stays_as_it_was() {
    let text = format!(
        "Home » Food » Pears\n\nThe Pear That Came Back\n\nBy Rosa Keane\n\nMay 4, 2024\n\n{STORY}\n\nAdvertisement\n\n\
         {STORY}\n\nPhoto: Anna Lind\n\nCorrection: An earlier version misspelled a name.\n\nLeave a Comment\n\n\
         This site uses Akismet to reduce spam.\n"
    );
    let left = format!(
        "The Pear That Came Back\n\nBy Rosa Keane\n\nMay 4, 2024\n\n{STORY}\n\n{STORY}\n\nPhoto: Anna Lind\n\n\
         Correction: An earlier version misspelled a name.\n"
    );
    let cleaned = cleaned(&text, Format::Plain);
    assert_eq!(cleaned.text, left);
    let ledger: Vec<(usize, &str, &str)> =
        cleaned.removals.iter().map(|r| (r.line, r.reason, r.text.as_str())).collect();
    assert_eq!(
        ledger,
        [
            (1, "breadcrumb", "Home » Food » Pears"),
            (11, "label of an advertisement", "Advertisement"),
            (19, "comment form", "Leave a Comment"),
            (21, "notice of the website", "This site uses Akismet to reduce spam."),
        ]
    );
}

#[test]
fn the_title_in_a_breadcrumb_goes_if_it_is_the_headline_and_stays_if_it_is_the_only_one() {
    let title = "The Pear That Came Back From the Dead";
    let text = format!("Home » Food » {title}\n\n{title}\n\n{STORY}\n");
    assert_eq!(cleaned(&text, Format::Plain).text, format!("{title}\n\n{STORY}\n"));
    let text = format!("Home » Food » {title}\n\n{STORY}\n");
    assert_eq!(cleaned(&text, Format::Plain).text, format!("{title}\n\n{STORY}\n"));
}

#[test]
fn a_line_between_two_others_leaves_them_apart_and_windows_line_ends_stay() {
    let text = format!("{STORY} {STORY}\r\nAdvertisement\r\n{STORY} {STORY}\r\n");
    let cleaned = cleaned(&text, Format::Plain).text;
    assert!(!cleaned.contains("Advertisement"));
    assert_eq!(read::read(&cleaned, Format::Plain).blocks.len(), 2);
}

#[test]
fn markdown_and_pages_lose_whole_blocks_and_keep_their_markup() {
    let text = format!(
        "---\ntitle: Pears\n---\n\n# Pears\n\n{STORY}\n\n> Advertisement\n\n## Related articles\n\n- [Apples](a)\n- [Plums](b)\n\n\
         {STORY} **So it is.**\n\n*Share on Facebook*\n"
    );
    let left = format!("---\ntitle: Pears\n---\n\n# Pears\n\n{STORY}\n\n{STORY} **So it is.**\n");
    assert_eq!(cleaned(&text, Format::Markdown).text, left);
    let page = format!(
        "<html><body>\n<nav><ul><li>Home</li><li>Food</li></ul></nav>\n<article>\n<h1>Pears</h1>\n<p>{STORY}</p>\n\
         <div class=\"ad\"><p>Advertisement</p></div>\n<p>{STORY} <em>So it is.</em></p>\n</article>\n\
         <footer><p>© 2024 The Review</p></footer>\n</body></html>\n"
    );
    let left = format!(
        "<html><body>\n<article>\n<h1>Pears</h1>\n<p>{STORY}</p>\n<p>{STORY} <em>So it is.</em></p>\n</article>\n\
         </body></html>\n"
    );
    assert_eq!(cleaned(&page, Format::Html).text, left);
}

#[test]
fn copy_in_a_landmark_of_the_page_stays() {
    let quote = "<aside class=\"pullquote\">Its oldest trees still bear fruit in a good year.</aside>\n";
    let links =
        "<aside><h3>More</h3><ul><li><a href=\"a\">How a pear came back from the dead in May.</a></li></ul></aside>\n";
    let page = format!("<body><p>{STORY}</p>\n{quote}{links}<p>{STORY} So it is.</p></body>\n");
    assert_eq!(cleaned(&page, Format::Html).text, page.replace(links, ""));
    let story = format!("<p>{STORY}</p>\n").repeat(12);
    for element in ["form", "aside", "footer"] {
        let page = format!("<body><{element}><nav>Home</nav>\n{story}</{element}></body>\n");
        assert_eq!(cleaned(&page, Format::Html).text, page.replace("<nav>Home</nav>\n", "\n"), "{element}");
    }
}

#[test]
fn labels_go_and_the_copy_behind_them_stays() {
    let text = format!("Headline: Pears Return to the Valley\n\n{STORY}\n\nMeta description: All about pears.\n");
    assert_eq!(cleaned(&text, Format::Plain).text, format!("Pears Return to the Valley\n\n{STORY}\n"));
}

#[test]
fn what_copying_has_broken_is_repaired() {
    let text = "The orchard&rsquo;s trees were planted in 1912, and they bear fruit\u{200b} in a good year.\n";
    let cleaned = cleaned(text, Format::Plain);
    assert_eq!(cleaned.text, "The orchard’s trees were planted in 1912, and they bear fruit in a good year.\n");
    assert_eq!(cleaned.repairs, 2);
}

#[test]
fn much_that_goes_is_known_and_so_is_a_second_article() {
    let text = format!("{STORY}\n\nLeave a Reply\n\nYour email address will not be published.\n");
    assert!(cleaned(&text, Format::Plain).takes_much());
    assert!(!cleaned(&format!("{STORY}\n\n{STORY}\n\nAdvertisement\n"), Format::Plain).takes_much());
}

#[test]
fn an_article_without_furniture_is_left_byte_for_byte() {
    for (text, format) in [("", Format::Plain), ("\u{FEFF}One.\r\n\r\n", Format::Plain), ("<p>One", Format::Html)] {
        assert_eq!(cleaned(text, format).text, text);
    }
}
