//! The readers: what is prose, where it came from, and what an edit may do to it.

mod common;

use common::{check, outline};
use copydesk::text::read::{html, markdown, plain, read};
use copydesk::text::{Article, BlockKind, Format, PieceKind, Span};
use proptest::prelude::*;

const FORMATS: [Format; 3] = [Format::Plain, Format::Markdown, Format::Html];

/// Compares the outline of an article with its snapshot.
fn snapshot(name: &str, article: &Article) {
    check(article);
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(format!("read_{name}"), outline(article)));
}

#[test]
fn markdown_becomes_the_words_that_a_reader_sees() {
    snapshot("markdown", &markdown::read(include_str!("readers/article.md")));
}

#[test]
fn html_becomes_the_words_that_a_reader_sees() {
    snapshot("html", &html::read(include_str!("readers/page.html")));
}

// ── Single points ────────────────────────────────────────────────────────────────────────────

fn prose_of(article: Article) -> Vec<String> {
    check(&article);
    article.blocks.iter().map(|b| article.text(b.span).to_owned()).collect()
}

#[test]
fn what_was_struck_out_is_not_repeated_by_what_replaces_it() {
    assert_eq!(prose_of(markdown::read("Add ~~one~~ one egg.")), ["Add \u{FFFC} one egg."]);
    assert_eq!(prose_of(html::read("<p>Add <del>one</del> one egg.</p>")), ["Add \u{FFFC} one egg."]);
}

#[test]
fn what_the_page_does_not_show_is_no_prose() {
    let page =
        "<a href=x>The score <span class='small sr-only'>opens a window</span></a><i aria-hidden=true>arrow</i>.";
    assert_eq!(prose_of(html::read(page)), ["The score ."]);
}

#[test]
fn a_byte_order_mark_is_no_prose() {
    for format in FORMATS {
        assert_eq!(prose_of(read("\u{FEFF}Soup of the day.", format)), ["Soup of the day."], "{format:?}");
    }
}

#[test]
fn line_ends_of_either_kind_stay_as_they_are_in_markdown() {
    let article = markdown::read("One line\r\nand another.\r\n\r\n> Quoted\r\n> twice.\r\n");
    assert_eq!(prose_of(article), ["One line\r\nand another.", "Quoted\ntwice."]);
}

#[test]
fn a_footnote_s_mark_parts_no_words_and_no_edit_crosses_it() {
    let article = markdown::read("The end.[^1] Next one.\n\n[^1]: A note.\n");
    assert_eq!(article.text(article.blocks[0].span), "The end. Next one.");
    assert_eq!(article.map.changes(Span::new(7, 10), "! N"), None);
    let space = article.map.changes(Span::at(8), " ").unwrap();
    assert_eq!(space[0].span, Span::at(12));
}

fn kinds_of(article: Article) -> Vec<(BlockKind, String)> {
    check(&article);
    article.blocks.iter().map(|b| (b.kind, article.text(b.span).to_owned())).collect()
}

#[test]
fn a_line_with_a_dash_under_a_quotation_names_its_source() {
    use BlockKind::{Attribution, Paragraph};
    let expected = [(Paragraph, "It was cold.".to_owned()), (Attribution, "Rose Tyler".to_owned())];
    for source in
        ["> It was cold.\n> — Rose Tyler", "> It was cold.\n>\n> -- Rose Tyler", "> It was cold.\n\n—Rose Tyler"]
    {
        assert_eq!(kinds_of(markdown::read(source)), expected, "{source}");
    }
    let dialogue = "— Are you cold?\n\n— No, she said.";
    assert!(kinds_of(markdown::read(dialogue)).iter().all(|(kind, _)| *kind == Paragraph));
}

#[test]
fn italics_under_or_beside_an_image_are_its_caption() {
    let caption = (BlockKind::Caption, "A ferry at dusk".to_owned());
    for source in ["![](a.png)\n*A ferry at dusk*", "![](a.png) *A ferry at dusk*", "![](a.png)\n\n_A ferry at dusk_"] {
        assert_eq!(kinds_of(markdown::read(source)), std::slice::from_ref(&caption), "{source}");
    }
    let text = "Seen: ![](a.png)\n*A ferry at dusk*";
    assert_eq!(kinds_of(markdown::read(text))[0].0, BlockKind::Paragraph);
}

#[test]
fn a_paragraph_and_the_text_of_its_container_are_blocks_of_their_own() {
    assert_eq!(prose_of(html::read("<div>One <b>two</b>.<p>Three.</p>Four.</div>")), ["One two.", "Three.", "Four."]);
}

#[test]
fn tags_that_never_close_do_not_swallow_the_page() {
    for page in [
        "<p>Use <code>ls<p>Then go on.",
        "<p>Look: <svg><p>Then go on.",
        "<p>So <b>bold<p>Then go on.",
        "<p hidden>No.<p>Then go on.</p>",
    ] {
        assert_eq!(prose_of(html::read(page)).last().unwrap(), "Then go on.", "{page}");
    }
}

#[test]
fn inline_tags_of_html_work_in_markdown() {
    let article = markdown::read("Press <kbd>Ctrl *C*</kbd> in a <span lang=\"fr\">*bon* mot</span>,<br>\nthen rest.");
    assert_eq!(prose_of(article), ["Press \u{FFFC} in a bon mot,\nthen rest."]);
}

#[test]
fn only_a_link_s_text_is_prose() {
    let article =
        markdown::read("See [the *old* mill][mill], [mills][none], [a note], <https://example.org>.\n\n[mill]: /m");
    assert_eq!(prose_of(article), ["See the old mill, mills, [a note], \u{FFFC}."]);
}

#[test]
fn prices_are_no_formulas() {
    let text = "It cost $20m–$30m, or US$5/$6; $x^2$ is a formula.";
    assert_eq!(prose_of(markdown::read(text)), [text.replace("$x^2$", "\u{FFFC}")]);
}

#[test]
fn white_space_around_what_is_not_seen_is_one_space() {
    assert_eq!(prose_of(markdown::read("Salt <!-- sea --> and <i> pepper</i>.")), ["Salt and pepper."]);
    assert_eq!(prose_of(html::read("<p>Salt <!-- sea --> and <i> pepper </i> .</p>")), ["Salt and pepper ."]);
}

#[test]
fn a_shortcode_has_a_place_in_the_sentence_or_none() {
    let text = "{{< hint >}}\nBring {{< unit 2 kg >}} of {% if gb %}flour{% endif %}.\n{{< /hint >}}\n# Bread {: #b }";
    assert_eq!(prose_of(markdown::read(text)), ["Bring \u{FFFC} of flour.", "Bread"]);
}

#[test]
fn white_space_that_holds_a_shortcode_is_never_edited() {
    let article = html::read("<p>Stir\n{% include timer.html %}\ngently.</p>");
    assert_eq!(&*article.prose, "Stir gently.");
    assert_eq!(article.map.changes(Span::new(4, 5), ""), None);
}

#[test]
fn a_change_of_code_a_tag_or_a_destination_changes_the_skeleton() {
    let skeleton = |source: &str| markdown::read(source).skeleton;
    let base = skeleton("A `b` [c](d) *e* <i>f</i> g.");
    assert_eq!(base, skeleton("Another `b` [cc](d) *every* <i>f</i> go."));
    for changed in ["A `x` [c](d) *e* <i>f</i> g.", "A `b` [c](x) *e* <i>f</i> g.", "A `b` [c](d) **e** <i>f</i> g."] {
        assert_ne!(base, skeleton(changed), "{changed}");
    }
}

#[test]
fn deep_nests_and_huge_lines_are_read_in_linear_time() {
    let deep = [
        "> ".repeat(5_000) + "end",
        "<div>".repeat(40_000) + "end" + &"</p>".repeat(40_000),
        "<b>".repeat(40_000) + "end" + &"</i>".repeat(40_000),
        "<p><i>".repeat(20_000) + "end" + &"</b>".repeat(40_000),
        "<aside>So it goes on and on in every line here. ".repeat(20_000) + &"</aside>".repeat(20_000),
        "<code>".repeat(40_000) + "end",
        "<svg>".repeat(40_000) + "end",
        "{{".repeat(40_000) + "end",
        "{{< code >}} ".repeat(10_000),
        "{: ".repeat(40_000),
        "[".repeat(20_000) + "end",
        "*a ".repeat(20_000) + "end",
        "- ".repeat(2_000) + "end",
        "word ".repeat(100_000),
        "<!--".repeat(20_000),
        "&amp".repeat(20_000),
    ];
    for source in deep {
        for format in FORMATS {
            let start = std::time::Instant::now();
            check(&read(&source, format));
            assert!(start.elapsed().as_secs() < 10, "{format:?} {:?}", &source[..12]);
        }
    }
}

/// Found by fuzzing: a tab that reaches into an HTML block gives white space of its own.
#[test]
fn a_tab_within_an_html_block_of_a_list_item_keeps_the_order_of_the_source() {
    check(&markdown::read("-\t\t\n  <br>\n\t-"));
}

/// Found by fuzzing.
#[test]
fn italics_over_several_blocks_are_no_caption() {
    let article = markdown::read("![](a.png)*One</h2>two*");
    assert!(kinds_of(article).iter().all(|(kind, _)| *kind == BlockKind::Paragraph));
}

/// Found by fuzzing.
#[test]
fn an_attribution_of_dashes_alone_or_with_odd_white_space_is_read() {
    for text in ["“Quoted.”\n——", "“Quoted.”\n--\u{b}\0name", "“Quoted.”\n—\u{b}\u{2003}Name"] {
        check(&plain::read(text));
    }
}

// ── Properties ───────────────────────────────────────────────────────────────────────────────

/// What breaks readers: the beginnings and ends of markup, in any order.
const SCRAPS: &[&str] = &[
    "word",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "é",
    "\u{FFFC}",
    "\0",
    "\u{FEFF}",
    "“",
    "’",
    ".",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "~~~\n",
    "# ",
    "## ",
    "===\n",
    "---\n",
    "+++\n",
    "- ",
    "1. ",
    "> ",
    "    ",
    "|",
    "|-|-|\n",
    "[",
    "]",
    "](u)",
    "][r]",
    "[r]: /u\n",
    "![",
    "<https://a.b>",
    "[^1]",
    "[^1]: ",
    "$",
    "$$",
    "~~",
    "\\",
    "\\*",
    "&amp;",
    "&amp",
    "&nbsp;",
    "&#0;",
    "&#x27;",
    "&",
    "&nGt;",
    "<",
    ">",
    "</",
    "<b>",
    "</b>",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<br>",
    "<br/>",
    "<li>",
    "<td>",
    "<tr>",
    "<table>",
    "</table>",
    "<code>",
    "</code>",
    "<pre>",
    "</pre>",
    "<script>",
    "</script>",
    "<sup>1</sup>",
    "<sup>th</sup>",
    "<svg>",
    "</svg>",
    "<a href=\"x\">",
    "</a>",
    "<i lang=es>",
    "<p hidden>",
    "<!--",
    "-->",
    "<!-- copydesk-disable x -->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE html>",
    "<?php",
    "?>",
    "<title>",
    "</title>",
    "<textarea>",
    "<blockquote>",
    "</blockquote>",
    "<footer>",
    "<dl><dt>",
    "<dd>",
    "{{< x >}}",
    "{{% x %}}",
    "{{ x }}",
    "{% x %}",
    "{% highlight %}",
    "{% endhighlight %}",
    "{{",
    "}}",
    "{",
    "{: .c}",
    ": ",
    "- [ ] ",
    "> [!NOTE]\n",
];

fn scraps() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(SCRAPS), 0..40).prop_map(|scraps| scraps.concat())
}

/// Words with orderly markup, in Markdown or HTML.
fn orderly(format: Format) -> impl Strategy<Value = String> {
    let pieces: &'static [(&str, &str)] = match format {
        Format::Html => &[
            ("", " "),
            ("<b>", "</b> "),
            ("<i>", "</i>, "),
            ("&ldquo;", "&rdquo; "),
            ("", "\n  "),
            ("<p>", ".</p>\n"),
            ("<code>x</code> ", " "),
            ("<a href=\"/words\">", "</a> "),
            ("<li>", "\n"),
            ("", "<br>\n"),
            ("", "&nbsp;"),
        ],
        _ => &[
            ("", " "),
            ("**", "** "),
            ("_", "_, "),
            ("", "&nbsp;"),
            ("", "\n"),
            ("", ".\n\n"),
            ("`x` ", " "),
            ("[", "](/words) "),
            ("- ", "\n\n"),
            ("> ", "\n> "),
            ("", "  \n"),
            ("\n\n# ", "\n\n"),
            ("", " <br> "),
        ],
    };
    let word = prop::sample::select(&["saffron", "magistrate", "goalkeeper", "diagnosis", "sonata", "senator"][..]);
    prop::collection::vec((prop::sample::select(pieces), word), 1..25)
        .prop_map(|parts| parts.iter().map(|((before, after), word)| format!("{before}{word}{after}")).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        FORMATS.iter().for_each(|&format| check(&read(&text, format)));
    }

    #[test]
    fn any_heap_of_markup_is_read(text in scraps()) {
        FORMATS.iter().for_each(|&format| check(&read(&text, format)));
    }

    #[test]
    fn an_edit_in_a_word_changes_that_word_and_nothing_else(
        (format, text) in prop_oneof![
            orderly(Format::Markdown).prop_map(|text| (Format::Markdown, text)),
            orderly(Format::Html).prop_map(|text| (Format::Html, text)),
        ],
        choice in any::<prop::sample::Index>(),
    ) {
        let article = read(&text, format);
        check(&article);
        let inner: Vec<usize> = article.map.pieces()
            .filter(|(_, piece)| piece.kind == PieceKind::Verbatim)
            .flat_map(|(span, _)| span.range())
            .filter(|&at| article.prose.as_bytes()[at].is_ascii_lowercase())
            .collect();
        prop_assume!(!inner.is_empty());
        let at = inner[choice.index(inner.len())];
        let mut prose = article.prose.to_string();
        prose.replace_range(at..at + 1, "zz");
        let mut source = text.clone();
        for change in article.map.changes(Span::new(at, at + 1), "zz").unwrap().iter().rev() {
            source.replace_range(change.span.range(), &change.text);
        }
        let again = read(&source, format);
        prop_assert_eq!(&*again.prose, prose);
        prop_assert_eq!(again.skeleton, article.skeleton);
    }
}

#[test]
fn a_file_s_name_tells_its_format() {
    let of = |name: &str| Format::of(name.as_ref());
    assert_eq!([of("a/b.md"), of("B.MDX"), of("c.qmd")], [Format::Markdown; 3]);
    assert_eq!([of("a.html"), of("A.HTM"), of("x.xhtml")], [Format::Html; 3]);
    assert_eq!([of("a.txt"), of("README"), of("md")], [Format::Plain; 3]);
}

#[test]
fn plain_text_is_its_own_prose() {
    assert!(plain::read("Any *text*.").map.is_identity());
    assert!(!markdown::read("").map.is_identity());
}
