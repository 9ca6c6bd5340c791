//! What is the article's: its headline and its passages, however they are set.

use super::{LAST, TEXT, article, page, passage, passages, shown};

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
