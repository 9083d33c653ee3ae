use super::*;
use crate::lexicon::Lexicon;
use crate::text::read::plain;

/// What is furniture in a text, by kind.
fn found(source: &str) -> Vec<(FurnitureKind, String)> {
    let article = plain::read(source);
    let lexicon = Lexicon::default();
    let words = Words::read(&article, &lexicon);
    let sorts = Sorts::gather(&words, &lexicon);
    Furniture::gather(&words, &sorts).pieces.iter().map(|p| (p.kind, source[p.span].to_owned())).collect()
}

fn kinds(source: &str) -> Vec<FurnitureKind> {
    found(source).into_iter().map(|f| f.0).collect()
}

const COPY: &str = "The orchard was planted in 1912, and its oldest trees still bear fruit in a good year.\n\n";

#[test]
fn a_trail_of_links_is_furniture_and_the_title_at_its_end_is_not() {
    let text = format!("Home » Food » The Pear That Came Back From the Dead After a Century\n\n{COPY}");
    assert_eq!(found(&text), [(FurnitureKind::Breadcrumb, "Home » Food » ".to_owned())]);
    let text = format!("Home / Sport / Football\n\n{COPY}");
    assert_eq!(found(&text), [(FurnitureKind::Breadcrumb, "Home / Sport / Football".to_owned())]);
    assert_eq!(kinds("Open Settings > Privacy > Location to turn it off.\n"), []);
    assert_eq!(kinds("«Je suis là», he said, and then «adieu» in a whisper.\n"), []);
}

#[test]
fn what_a_site_puts_under_an_article_is_furniture() {
    let text = format!(
        "{COPY}Leave a Reply\n\nYour email address will not be published. Required fields are marked *\n\n\
         This site uses cookies to improve your visit.\n\n© 2024 The Pear Review. All rights reserved.\n"
    );
    use FurnitureKind::*;
    assert_eq!(kinds(&text), [Comments, Comments, Notice, Copyright]);
}

#[test]
fn invitations_and_labels_of_a_page_are_furniture_alone() {
    use FurnitureKind::*;
    for (line, kind) in [
        ("Share this: Facebook Twitter WhatsApp", Share),
        ("Follow @pearreview on Instagram", Share),
        ("ALSO READ: How to graft a tree", Related),
        ("Don't miss: Ten pears to try", Related),
        ("Read the full report here.", Related),
        ("You may also like", Related),
        ("Enter your email address to get new posts.", Newsletter),
        ("Get breaking news alerts", Newsletter),
        ("Download our free app", Newsletter),
        ("Promoted Stories", Advertisement),
        ("Enable JavaScript to view the comments.", Notice),
        ("Scroll down for video", Advertisement),
        ("Home News Sport Weather Contact Us", Controls),
        ("World | Business | Culture | About us", Controls),
        ("Posted in Fruit | Tagged pears", Controls),
        ("About the author: Rosa Keane grows pears.", AuthorBox),
    ] {
        assert_eq!(kinds(&format!("{COPY}{line}\n\n{COPY}")), [kind], "{line}");
    }
}

#[test]
fn a_title_s_label_is_furniture_at_the_top_only() {
    let text = format!("Title: The Pear That Came Back\n\n{COPY}");
    assert_eq!(found(&text), [(FurnitureKind::Template, "Title:".to_owned())]);
    assert_eq!(kinds(&format!("{COPY}Title: The Pear That Came Back\n\n{COPY}")), []);
}

#[test]
fn a_word_that_a_heading_may_be_counts_only_in_company() {
    assert_eq!(kinds(&format!("Share\n\n{COPY}")), []);
    assert_eq!(kinds(&format!("Share\nTweet\nEmail\n\n{COPY}")), [FurnitureKind::Share; 3]);
}

#[test]
fn links_go_with_the_line_above_them_and_the_next_section_does_not() {
    let text =
        format!("{COPY}Related articles\n\n* How to graft a tree\n* Ten pears to try\n\nThe Harvest\n\n{COPY}{COPY}");
    let all = found(&text);
    assert_eq!(all.len(), 1);
    assert!(all[0].1.ends_with("Ten pears to try"), "{all:?}");
    for heading in ["More From Greece", "Most Popular"] {
        assert_eq!(kinds(&format!("{COPY}{heading}\n\n{COPY}")), [], "{heading}");
    }
}

#[test]
fn prompts_to_comment_share_or_subscribe_are_furniture() {
    use FurnitureKind::*;
    assert_eq!(kinds(&format!("{COPY}What do you think? Tell us in the comments below!\n")), [Engagement]);
    assert_eq!(kinds(&format!("{COPY}Enjoyed this article? Sign up for our weekly newsletter.\n")), [Newsletter]);
}

#[test]
fn copy_about_comments_newsletters_and_shares_is_copy() {
    for copy in [
        "Readers can also subscribe to a variety of lists, and the newsletter goes out on Thursdays.",
        "“Leave a comment when you can,” the teacher told the class, and they did.",
        "The council sends its newsletter to every household that signed up for it in May.",
        "The shares rose by a tenth on Tuesday, and the company said it would follow its plan.",
        "Let us know what you find, she wrote to the museum.",
        "Photo © Anna Lind",
        "Search and rescue in all weather",
        "Home and the world",
        "Follow the river on foot and you will find the pears",
        "Sponsored links between growers and schools have multiplied",
        "Download the apples’ data from the archive",
        "Also read: the label says so, but nobody did, she wrote in her diary that night, and went home.",
        "Licensed under CC BY 4.0",
        "By Rosa Keane",
        "Read the letter aloud before you send it.",
        "When you shop on the high street, look for the baker’s own bread and ask when it was made.",
        "If you buy an item that turns out to be broken, the shop must take it back.",
        "If you buy anything through a dealer, ask for the papers.",
        "We may get a small harvest this year.",
        "We earn a small wage and a large debt.",
        "The broker said that he may earn a commission if the mill is sold.",
        "Our reporter found hidden affiliate links on every page of the shop.",
        "Affiliate links and how they work",
        "All products included in the recall were made in May.",
        "By submitting the plans a day late, the council lost the grant.",
        "By signing up early, the school saved a tenth.",
        "By clicking continue you reach the next page.",
        "Check prices at three shops before you buy.",
        "Click to play the clip.",
        "Create a free account",
        "Enter your email",
        "Get the latest news from the harbour office before you sail.",
        "Have your say on the new park",
        "Have a story ready when the guests come.",
        "Did you try it?",
        "Report an error",
        "Tell us what you think of the mayor.",
        "This post is for members of the choir who sing bass.",
        "Become a member to support the choir.",
        "Know more about it?",
    ] {
        assert_eq!(kinds(&format!("{COPY}{copy}\n")), [], "{copy}");
    }
}

#[test]
fn fields_of_a_template_are_furniture_and_the_copy_in_them_is_not() {
    let text =
        format!("Headline: Pears Return to the Valley\n\n{COPY}Meta description: All about the valley's pears.\n");
    let all = found(&text);
    assert_eq!(all[0], (FurnitureKind::Template, "Headline:".to_owned()));
    assert!(all[1..].iter().any(|f| f.1.starts_with("Meta description: All")), "{all:?}");
}
