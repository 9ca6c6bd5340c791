//! Saved pages: what is the article's, and why all else is none of it.
//!
//! The pages are invented; each stands for a habit that many sites share.
#![allow(missing_docs, reason = "a test")]

mod common;

use common::nothing_is_dropped;
use proptest::prelude::*;
use summitry_corpus::{Article, SourceFile, build};

/// Two paragraphs that any rule must know for text.
const TEXT: &str = "<p>The two delegations met for three hours in the old town hall on Tuesday and agreed to meet again before the summer.</p>\
    <p>The mayor said the talks had gone better than expected, and that a joint paper would follow within weeks.</p>";

const LAST: &str = "<p>Outside, a few dozen people waited in the rain with flags and a brass band.</p>";

/// A page with `inside` between its paragraphs.
fn page(inside: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=en><head><title>Harbour talks end with a plan</title></head><body>\
        <h1>Harbour talks end with a plan</h1><p>March 3, 2014</p>{TEXT}{inside}{LAST}</body></html>"
    )
}

fn article(page: &str) -> Article {
    let article = common::article("a.html", page);
    nothing_is_dropped(&article);
    article
}

fn shown(article: &Article) -> String {
    let blocks = article.blocks.iter().map(|block| format!("{}: {}", block.kind.name(), block.text));
    let removed = article.removed.iter().map(|piece| format!("removed, {}: {}", piece.reason, piece.text));
    blocks.chain(removed).collect::<Vec<_>>().join("\n")
}

fn passages(article: &Article) -> Vec<&str> {
    article.passages().map(|block| block.text.as_str()).collect()
}

/// The words are removed for this reason, and stand in no block.
fn removed(html: &str, reason: &str, words: &str) {
    let article = article(html);
    let all = shown(&article);
    assert!(article.removed.iter().any(|piece| piece.reason == reason && piece.text.contains(words)), "{words}\n{all}");
    assert!(!article.blocks.iter().any(|block| block.text.contains(words)), "{words}\n{all}");
    for kept in ["The two delegations met", "The mayor said the talks", "Outside, a few dozen"] {
        assert!(passages(&article).iter().any(|text| text.starts_with(kept)), "{kept}\n{all}");
    }
}

/// A passage reads so, whole.
fn passage(html: &str, text: &str) {
    let article = article(html);
    assert!(passages(&article).contains(&text), "{text}\n{}", shown(&article));
}

#[test]
fn a_sentence_set_as_a_heading_is_a_passage() {
    let sentence = "When the old harbour wall gave way in the night, nobody in the town was surprised, and nobody had a plan for what came next.";
    for heading in [
        format!("<h2>{sentence}</h2>"),
        format!("<h3 class=lead>{sentence}</h3>"),
        format!("<h4><b>{sentence}</b></h4>"),
        format!("<div class=intro><h2>{sentence}</h2></div>"),
        format!("<header><h2>{sentence}</h2></header>"),
        format!("<h5>\n{sentence}\n</h5>"),
    ] {
        passage(&page(&heading), sentence);
    }
    let lead = format!(
        "<html><head><title>Harbour talks end with a plan</title></head><body><h1>Harbour talks end with a plan</h1><p>March 3, 2014</p><h2>{sentence}</h2>{TEXT}{LAST}</body></html>"
    );
    passage(&lead, sentence);
    let article = article(&page("<h2>What comes next</h2>"));
    assert!(article.blocks.iter().any(|block| block.kind.name() == "subhead" && block.text == "What comes next"));
}

#[test]
fn what_the_page_does_not_show_is_removed_as_hidden() {
    let words = "This window tells you about whales and their habits in the bay.";
    for hidden in [
        format!("<div hidden><p>{words}</p></div>"),
        format!("<div style='color: red; display : none !important'>{words}</div>"),
        format!("<p style=visibility:hidden>{words}</p>"),
        format!("<div aria-hidden=true><p>{words}</p></div>"),
        format!("<span class='sr-only'>{words}</span>"),
        format!("<p class='visually-hidden'>{words}</p>"),
        format!("<dialog><p>{words}</p></dialog>"),
        format!("<details><summary>More</summary><p>{words}</p></details>"),
        format!("<span role=tooltip>{words}</span>"),
        format!("<div class='d-none'><ul><li>{words}</ul></div>"),
    ] {
        removed(&page(&hidden), "hidden on the page", words);
    }
    for open in [
        format!("<details open><p>{words}</p></details>"),
        format!("<p class='d-none d-md-block'>{words}</p>"),
        format!("<p style='display:block'>{words}</p>"),
        format!("<p aria-hidden=false>{words}</p>"),
    ] {
        passage(&page(&open), words);
    }
}

#[test]
fn hidden_words_within_a_sentence_leave_it_whole() {
    for hidden in [
        "<span style=\"display:none\">elephant: big animal</span>",
        "<span hidden>elephant: big animal</span>",
        "<i class=tooltiptext>elephant: big animal</i>",
        "<b aria-hidden=true>elephant: big animal</b>",
        "<span class='screen-reader-text'>elephant: big animal</span>",
        "<span role=tooltip>elephant: big animal</span>",
    ] {
        let html =
            page(&format!("<p>The {hidden}harbour board met on Tuesday, and the board asked for a new wall.</p>"));
        passage(&html, "The harbour board met on Tuesday, and the board asked for a new wall.");
        removed(&html, "hidden on the page", "elephant: big animal");
    }
}

#[test]
fn a_page_that_hides_all_its_text_is_read_all_the_same() {
    let html = page("").replace("<body>", "<body style='display:none'>");
    assert_eq!(passages(&article(&html)).len(), 3);
}

#[test]
fn a_quotation_in_its_own_element_keeps_its_marks() {
    for (lang, given, expected) in [
        ("en", "<q>We need a new wall.</q>", "“We need a new wall.”"),
        ("de", "<q>Wir brauchen eine neue Mauer.</q>", "„Wir brauchen eine neue Mauer.“"),
        ("fr-FR", "<q>Il faut un mur.</q>", "« Il faut un mur. »"),
        ("en", "<q>“We need a new wall.”</q>", "“We need a new wall.”"),
        ("en", "<q cite='/x'>We need <b>a new</b> wall.</q>", "“We need a new wall.”"),
        ("en", "<q>We need a new wall.", "“We need a new wall.”"),
    ] {
        let html = page(&format!("<p>Greta Holm, the harbour master, said: {given}</p>"))
            .replace("lang=en", &format!("lang={lang}"));
        passage(&html, &format!("Greta Holm, the harbour master, said: {expected}"));
    }
    let article =
        article(&page("<p>Greta Holm, the harbour master, said: <q>We need a new wall before the winter.</q></p>"));
    let voice = article.voices.iter().find(|voice| voice.speaker == "Greta Holm").unwrap();
    assert_eq!((voice.kind.name(), voice.text.as_str()), ("direct", "We need a new wall before the winter."));
}

#[test]
fn a_link_to_another_story_between_paragraphs_goes() {
    for line in [
        "<p><b>Related:</b> <a href='/x'>Wall to be built at last</a></p>",
        "<p>See also: <a href=/x>Wall to be built at last</a></p>",
        "<p><a href=/x>READ MORE: Wall to be built at last</a></p>",
        "<p><a href=/x>Wall to be built at last, says the mayor of the town</a></p>",
        "<p><strong>Lesen Sie auch:</strong> <a href=/x>Wall to be built at last</a></p>",
        "<div class=related-story><p>Wall to be built at last</p></div>",
        "<ul><li><a href=/x>Wall to be built at last</a><li><a href=/y>Ferry to sail again in the spring</a></ul>",
        "<aside><p>Wall to be built at last</p></aside>",
    ] {
        let article = article(&page(line));
        let all = shown(&article);
        assert!(!article.blocks.iter().any(|block| block.text.contains("Wall to be built")), "{line}\n{all}");
        assert!(article.removed.iter().any(|piece| piece.text.contains("Wall to be built")), "{line}\n{all}");
        assert_eq!(passages(&article).len(), 3, "{line}\n{all}");
    }
    removed(&page("<p><b>Related:</b> <a href='/x'>Wall to be built at last</a></p>"), "related links", "Wall to be");
    passage(
        &page("<p>The plan: <a href=/x>a wall</a> of nine metres, which the town will pay for over ten years.</p>"),
        "The plan: a wall of nine metres, which the town will pay for over ten years.",
    );
}

#[test]
fn the_heading_that_agrees_with_the_pages_title_is_the_headline() {
    let sidebar = |title: &str, before: &str, heading: &str| {
        format!(
            "<html><head><title>{title}</title></head><body>{before}<div id=main>{heading}<p>March 3, 2014</p>{TEXT}{LAST}</div></body></html>"
        )
    };
    let own = "<h1>Harbour talks end with a plan</h1>";
    let title = "Harbour talks end with a plan - Coast Post";
    for html in [
        sidebar(
            title,
            "<div class=sidebar><article><h1><a href=/x>Magazine read: the pilot's story</a></h1></article></div>",
            own,
        ),
        sidebar(title, "<header><h1><a href=/>Coast Post</a></h1></header>", own),
        sidebar(title, "<div class=logo><h1>The Coast Post Daily</h1></div>", own),
        sidebar(title, "<h1>The paper of the whole coast</h1>", "<h2>Harbour talks end with a plan</h2>"),
        sidebar("Coast Post: Harbour talks end with a plan", "<aside><h1>Pilot's story</h1></aside>", own),
        sidebar("Harbour talks end with a plan | Coast Post", "", ""),
    ] {
        let article = article(&html);
        assert_eq!(article.headline.value, "Harbour talks end with a plan", "{}", shown(&article));
    }
}

#[test]
fn what_stands_around_the_article_goes_with_its_reason() {
    let teaser = "<div class=card><h3><a href=/x>Ferry to sail again</a></h3><p>The ferry will sail again in the spring, the company says.</p></div>";
    let around = |after: &str| {
        format!(
            "<html><head><title>Harbour talks end with a plan</title></head><body><nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav>\
            <article><h1>Harbour talks end with a plan</h1>{TEXT}{LAST}</article>{after}<footer>All about the paper</footer></body></html>"
        )
    };
    for (after, reason, words) in [
        (teaser.repeat(4), "related links", "The ferry will sail"),
        (
            format!(
                "<section id=comments><h2>Comments</h2>{}</section>",
                "<p>I have lived in this town for sixty years and have never seen anything come of such talks.</p>"
                    .repeat(2)
            ),
            "readers' comments",
            "I have lived in this town",
        ),
        (
            "<div class=newsletter-signup><p>Get the best of the week in your mail on Sundays, for nothing.</p></div>"
                .to_owned(),
            "subscription",
            "Get the best",
        ),
        (
            "<div class='share-bar'><p>Send this to all your friends and family, wherever they are.</p></div>"
                .to_owned(),
            "sharing",
            "Send this",
        ),
        (String::new(), "navigation", "World"),
        (String::new(), "navigation", "All about the paper"),
    ] {
        removed(&around(&after), reason, words);
    }
}

#[test]
fn a_body_that_stands_three_times_is_read_once() {
    let html = format!(
        "<html><head><title>Harbour talks end with a plan</title></head><body><h1>Harbour talks end with a plan</h1>{0}{0}{0}</body></html>",
        format!("<div>{TEXT}{LAST}</div>")
    );
    let found = article(&html);
    assert_eq!(passages(&found).len(), 3, "{}", shown(&found));
    assert_eq!(found.removed.iter().filter(|piece| piece.reason == "repeated text").count(), 6);
}

#[test]
fn a_refrain_comes_each_time() {
    let refrain = "<p>We shall not leave this town before the wall is built again.</p>";
    let html = page(&format!(
        "{refrain}<p>So the people sang when the boats came in at night.</p>{refrain}<p>And so they sang when the boats went out in the morning.</p>{refrain}"
    ));
    assert_eq!(passages(&article(&html)).iter().filter(|text| text.starts_with("We shall not")).count(), 3);
}

#[test]
fn a_sentence_set_apart_again_is_a_pull_quote() {
    let words = "a joint paper would follow within weeks";
    for quote in [
        format!("<blockquote><p>{words}</p></blockquote>"),
        format!("<div class=pull-quote>{words}</div>"),
        format!("<div class=pullquote><p>{words}.</p></div>"),
    ] {
        let article = article(&page(&quote));
        assert!(article.removed.iter().any(|piece| piece.reason == "pull quote"), "{}", shown(&article));
    }
    passage(
        &page("<blockquote><p>We shall build the wall, whatever it costs us.</p></blockquote>"),
        "We shall build the wall, whatever it costs us.",
    );
}

#[test]
fn captions_and_subheads_stand_in_their_place_without_a_number() {
    let article = article(&page(
        "<figure><img src=a.jpg alt='Two men at a table'><figcaption>The mayor on Tuesday</figcaption></figure><h2>The wall</h2>",
    ));
    let shown: Vec<(&str, Option<u32>)> =
        article.blocks.iter().skip(2).map(|block| (block.kind.name(), block.n)).collect();
    assert_eq!(
        shown,
        [
            ("paragraph", Some(1)),
            ("paragraph", Some(2)),
            ("alternative-text", None),
            ("caption", None),
            ("subhead", None),
            ("paragraph", Some(3)),
        ]
    );
}

#[test]
fn tables_steps_and_scores_are_passages() {
    let html = page(
        "<table><tr><th>Team<th>Goals<tr><td>Leavesham<td>3<tr><td>Port Alder<td>1</table>\
        <ol><li>Boil the water.<li>Add the salt<li>Wait for ten minutes.</ol>",
    );
    for text in ["Team | Goals", "Leavesham | 3", "Port Alder | 1", "Boil the water.", "Add the salt"] {
        passage(&html, text);
    }
}

#[test]
fn a_live_blog_keeps_all_its_posts() {
    let post = |hour: u32| {
        format!(
            "<article><time>{hour}:30</time><h2>Hour {hour} of the talks</h2><p>In hour {hour} the two delegations spoke about the wall, and nobody left the room before it was over.</p><p>The mayor, who waited outside, said that hour {hour} had been the longest of his life so far.</p></article>"
        )
    };
    let posts: String = (1..6).map(post).collect();
    let html = format!(
        "<html><head><title>Harbour talks, live</title></head><body><main><h1>Harbour talks, live</h1>{posts}</main></body></html>"
    );
    let found = article(&html);
    assert_eq!(passages(&found).len(), 10, "{}", shown(&found));
}

#[test]
fn an_article_in_any_script_is_text() {
    for (title, paragraphs) in [
        (
            "港口谈判达成计划",
            [
                "两个代表团星期二在旧市政厅会谈了三个小时，并同意在夏天之前再次会面。",
                "市长表示，会谈进展好于预期，联合文件将在几周内公布。",
                "外面有几十人举着旗帜在雨中等候。",
            ],
        ),
        (
            "港の会談が計画で終わる",
            [
                "二つの代表団は火曜日に旧市庁舎で三時間にわたり会談し、夏までに再び会うことで合意した。",
                "市長は会談が予想以上にうまくいったと述べ、共同文書が数週間以内に出ると語った。",
                "外では数十人が雨の中、旗を持って待っていた。",
            ],
        ),
        (
            "การเจรจาท่าเรือจบลงด้วยแผน",
            [
                "คณะผู้แทนทั้งสองประชุมกันเป็นเวลาสามชั่วโมงที่ศาลากลางเก่าเมื่อวันอังคารและตกลงที่จะพบกันอีกครั้ง",
                "นายกเทศมนตรีกล่าวว่าการเจรจาเป็นไปด้วยดีกว่าที่คาดไว้และจะมีเอกสารร่วมภายในไม่กี่สัปดาห์",
                "ผู้คนหลายสิบคนรออยู่ข้างนอกท่ามกลางสายฝน",
            ],
        ),
        (
            "انتهت محادثات الميناء بخطة",
            [
                "اجتمع الوفدان لمدة ثلاث ساعات في مبنى البلدية القديم يوم الثلاثاء واتفقا على اللقاء مرة أخرى.",
                "قال رئيس البلدية إن المحادثات سارت بشكل أفضل من المتوقع وإن ورقة مشتركة ستصدر قريبا.",
                "انتظر عشرات الأشخاص في الخارج تحت المطر.",
            ],
        ),
        (
            "बंदरगाह वार्ता योजना के साथ समाप्त",
            [
                "दोनों प्रतिनिधिमंडल मंगलवार को पुराने टाउन हॉल में तीन घंटे तक मिले और फिर मिलने पर सहमत हुए।",
                "महापौर ने कहा कि वार्ता उम्मीद से बेहतर रही और कुछ सप्ताह में संयुक्त पत्र आएगा।",
                "बाहर कुछ दर्जन लोग बारिश में इंतजार कर रहे थे।",
            ],
        ),
    ] {
        let text: String = paragraphs.iter().map(|text| format!("<p>{text}</p>")).collect();
        let html = format!(
            "<html><head><title>{title}</title></head><body><ul><li><a href=/a>首页</a><li><a href=/b>新闻</a><li><a href=/c>体育</a></ul><div><h1>{title}</h1>{text}</div></body></html>"
        );
        let article = article(&html);
        assert_eq!(passages(&article), paragraphs, "{}", shown(&article));
        assert_eq!(article.headline.value, title);
    }
}

#[test]
fn the_page_tells_search_engines_where_the_article_ends() {
    let told = TEXT.replace("<p>", "").replace("</p>", " ") + &LAST.replace("<p>", "").replace("</p>", "");
    let html = page("").replace("<head>", &format!("<head><script type='application/ld+json'>{{\"articleBody\": \"{told}\"}}</script>")).replace(
        "</body>",
        "<p>The Coast Post has told its readers since 1901 what happens between the two rivers and the sea.</p></body>",
    );
    removed(&html, "after the article", "The Coast Post has told");
}

#[test]
fn a_page_cut_off_anywhere_gives_an_article_or_a_sentence() {
    let whole = page(
        "<figure><figcaption>Two <q>men</q></figcaption></figure><table><tr><td>1<td>2</table><div hidden>x</div><ul><li>One<li>Two</ul>",
    );
    for at in (0..whole.len()).filter(|at| whole.is_char_boundary(*at)) {
        cut(&whole[..at]);
    }
}

fn cut(page: &str) {
    match build(&[SourceFile { name: "a.html", bytes: page.as_bytes() }], None) {
        Ok(built) => built.corpus.articles.iter().for_each(nothing_is_dropped),
        Err(problems) => assert!(problems.iter().all(|problem| !problem.message.is_empty())),
    }
}

/// Pieces of which pages are made, closed or not.
fn markup() -> impl Strategy<Value = String> {
    let pieces = [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<div hidden>",
        "<span class=sr-only>",
        "</span>",
        "<a href=/x>",
        "</a>",
        "<q>",
        "</q>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<ul>",
        "<li>",
        "</ul>",
        "<h1>",
        "</h1>",
        "<h2>",
        "</h2>",
        "<article>",
        "</article>",
        "<aside>",
        "</aside>",
        "<nav>",
        "</nav>",
        "<details>",
        "<dialog open>",
        "<time>",
        "</time>",
        "<br>",
        "<br><br>",
        "<pre>",
        "<script>",
        "</script>",
        "<svg>",
        "</svg>",
        "<title>",
        "</title>",
        "<textarea>",
        "<img alt='two words'>",
        "<figure>",
        "<figcaption>",
        "<blockquote>",
        "<!--",
        "-->",
        "&amp;",
        "&#146;",
        "<",
        "\u{0}",
        "<ruby>",
        "<rt>",
        "<script type='application/ld+json'>{\"articleBody\": \"",
        "The two delegations met on Tuesday and agreed to meet again.",
        "Related:",
        "Comments",
        "March 3, 2014",
        "港口谈判达成计划。",
        " ",
        "\n",
    ];
    prop::sample::select(pieces.to_vec()).prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_markup_cut_off_anywhere_gives_an_article_or_a_sentence(pieces in prop::collection::vec(markup(), 0..80), at in 0.0..1.0_f64) {
        let whole = format!("<!doctype html>{}", pieces.concat());
        cut(&whole[..whole.floor_char_boundary((whole.len() as f64 * at) as usize)]);
    }
}
