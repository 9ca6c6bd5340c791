use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use pulldown_cmark::{Event, Options, Parser, Tag as Mark};
use summitry_corpus::citation::Style;
use summitry_corpus::{Article, ByteRange, Date};
use summitry_desk::handout::{Excerpt, ExportContext, Handout, Wanted, csv, html, markdown, text};
use summitry_desk::{Anchor, Card, Content, Desk, Finder, Item, ItemId, Kept, KeptAs, Question, QuestionKind};

use super::{SEEDS, anchor, kept};

const HOSTILE: &str = "=1+1 <script>alert(1)</script> & \"so\" *it* [is](x) | `a`\n# not a heading\n<b>";

fn address(article: &Article, passage: Option<u32>) -> String {
    let passage = passage.map(|passage| format!("?p={passage}")).unwrap_or_default();
    format!("https://example.org/#/read/{}{passage}", article.id)
}

fn with<T>(style: Style, make: impl Fn(&ExportContext<'_>) -> T) -> T {
    let finder = Finder::of(&SEEDS);
    let day = Date::new(2026, 11, 27);
    make(&ExportContext { corpus: &SEEDS, finder: &finder, style, day, address: &address })
}

fn hostile_desk() -> Desk {
    let finder = Finder::of(&SEEDS);
    let text = HOSTILE.to_owned();
    let mut gone = anchor(&SEEDS, &finder, "voa-2003-09-24", "saw his soul");
    (gone.article, gone.digest) = ("gone".to_owned(), "sha256:0".to_owned());
    gone.words = text.clone();
    let question = Question { kind: QuestionKind::Open, text: text.clone(), lines: 3 };
    let card =
        Card { title: text.clone(), came: text.clone(), address: "javascript:alert(1)".to_owned(), ..Card::default() };
    Desk::of(
        HOSTILE,
        [
            Item::new(ItemId::from("h"), Content::Heading { level: 200, text: text.clone() }),
            kept("a", gone, HOSTILE, &[HOSTILE, "b"]),
            Item::new(ItemId::from("p"), Content::Paragraph { text: text.clone() }),
            kept("b", anchor(&SEEDS, &finder, "csm-2008-04-04", "totally bridgeable"), HOSTILE, &[]),
            Item::new(ItemId::from("q"), Content::Question(question)),
            Item::new(ItemId::from("c"), Content::Card(card)),
        ],
    )
}

fn hostile() -> Handout {
    with(Style::Mla, |context| Handout::of(&hostile_desk(), context, Wanted { reply: None, cards: true }))
}

/// How often a text stands in another, blanks apart.
fn count(text: &str, words: &str) -> usize {
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    bare(text).matches(&bare(words)).count()
}

#[derive(Default)]
struct Page {
    text: RefCell<String>,
    tags: RefCell<Vec<String>>,
    links: RefCell<Vec<String>>,
}

impl TokenSink for Page {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        match token {
            Token::CharacterTokens(words) => self.text.borrow_mut().push_str(&words),
            Token::TagToken(Tag { kind: TagKind::StartTag, name, attrs, .. }) => {
                self.tags.borrow_mut().push(name.to_string());
                let link = attrs.iter().find(|attribute| &*attribute.name.local == "href");
                self.links.borrow_mut().extend(link.map(|link| link.value.to_string()));
            }
            Token::ParseError(error) => panic!("{error}"),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn page(html: &str) -> Page {
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Page::default(), TokenizerOpts { exact_errors: true, ..TokenizerOpts::default() });
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink
}

#[test]
fn every_word_of_the_html_is_text() {
    let page = page(&html(&hostile()));
    let text = page.text.borrow();
    // Title twice, heading, the orphan's words, two notes, the tag, the
    // paragraph, the question, and twice in the card.
    assert_eq!(count(&text, HOSTILE), 11, "{text}");
    let tags = page.tags.borrow();
    assert!(!tags.iter().any(|tag| tag == "script"), "{tags:?}");
    assert_eq!(tags.iter().filter(|tag| *tag == "td").count(), 3, "a ruled line each");
    assert!(page.links.borrow().iter().all(|link| link.starts_with("https://example.org/#/read/csm-2008-04-04")));
}

#[test]
fn every_word_of_the_markdown_is_text() {
    let handout = hostile();
    let written = markdown(&handout);
    let (mut text, mut headings) = (String::new(), Vec::new());
    for event in Parser::new_ext(&written, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => text.push(' '),
            Event::Start(Mark::Heading { level, .. }) => headings.push(level as u8),
            Event::Start(Mark::Link { dest_url, .. }) => assert!(dest_url.starts_with("https://example.org/")),
            Event::Start(Mark::Image { .. } | Mark::Table(_) | Mark::HtmlBlock) => panic!("{written}"),
            Event::Html(html) | Event::InlineHtml(html) => panic!("{html}"),
            _ => {}
        }
    }
    assert_eq!(count(&text, HOSTILE), 10, "{text}");
    assert_eq!(headings, [1, 3, 2, 2, 3]);
    for source in &handout.sources {
        assert_eq!(count(&text, &source.plain()), 1, "{text}");
    }
}

#[test]
fn the_csv_has_a_line_for_each_excerpt_and_no_formula() {
    let written = csv(&hostile());
    let mut reader = csv::Reader::from_reader(written.as_bytes());
    let names = reader.headers().unwrap().clone();
    let lines: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(lines.len(), 2);
    let field = |line: usize, name: &str| &lines[line][names.iter().position(|other| other == name).unwrap()];
    assert_eq!(field(1, "words"), "totally bridgeable");
    assert_eq!(field(1, "speaker"), "Viktor Kremenyuk");
    assert_eq!(field(1, "manner"), "quoted");
    assert_eq!(field(1, "passage"), "4");
    assert_eq!(field(0, "words"), format!("'{}", HOSTILE.replace('\n', " ")));
    assert!(field(0, "problem").starts_with("The article that these words were kept from"));
    assert!(!lines.iter().flatten().any(|field| field.starts_with(['=', '+', '-', '@'])));
}

#[test]
fn an_essay_has_three_quotations_with_speaker_and_reference() {
    let finder = Finder::of(&SEEDS);
    let words = [
        ("bbc-2001-10-21", "there remained a lot of work to do before the Texas summit"),
        ("monitor-2001-11-07", "could quite quickly reach mutual agreements"),
        ("csm-2008-04-04", "Both countries face the same enemy, which is the threat of terrorist missile launches."),
    ];
    let items = words.iter().enumerate().map(|(at, (article, words))| {
        kept(&format!("{at}"), anchor(&SEEDS, &finder, article, words), "", &["missile defence"])
    });
    let desk = Desk::of("Missile defence, 2001 to 2008", items);
    let handout = with(Style::Mla, |context| Handout::of(&desk, context, Wanted::default()));
    let shown: Vec<(String, String)> =
        handout.excerpts().map(|excerpt| (excerpt.speakers(), excerpt.in_text.plain())).collect();
    let expected = [
        ("Vladimir Putin, President of Russia (paraphrased)", "(Mulvey, par. 6)"),
        ("Vladimir Putin, President of Russia (quoted)", "(qtd. in Putin signals, par. 1)"),
        (
            "[Viktor Kremenyuk], Deputy director, Institute of USA and Canada Studies, Moscow (quoted)",
            "(qtd. in “Bush-Putin Summit,” par. 4)",
        ),
    ];
    assert_eq!(shown, expected.map(|(who, cited)| (who.to_owned(), cited.to_owned())));
    assert_eq!((handout.sources_name.as_str(), handout.sources.len()), ("Works cited", 3));
    let written = text(&handout);
    for (_, words) in words {
        assert_eq!(count(&written, words), 1, "{written}");
    }
    let last = handout.excerpts().nth(2).unwrap();
    // The headline has a full stop in the source.
    assert!(last.from.starts_with("“Bush-Putin summit in Sochi signals new tone”, ["), "{}", last.from);
    let (plain, html) = last.quotation(true);
    assert!(plain.starts_with("[Viktor Kremenyuk], ") && plain.contains("launches.” (qtd. in"), "{plain}");
    assert!(page(&html).text.borrow().contains("launches.” (qtd. in"), "{html}");
}

#[test]
fn a_speaker_who_is_inferred_is_cited_in_square_brackets() {
    let at = SEEDS.articles.iter().position(|article| article.id.0 == "voa-2003-09-24").unwrap();
    let cited = |passage, range: Option<ByteRange>| {
        let kept_as = if range.is_none() { KeptAs::Passage } else { KeptAs::Statement };
        let excerpt = with(Style::Mla, |context| Excerpt::at(context, at, passage, range, kept_as)).unwrap();
        let (plain, html) = excerpt.quotation(true);
        let who = excerpt.speakers() + ": “";
        assert!(plain.starts_with(&who) && html.contains(&who), "{plain}");
        who
    };
    // “He said”, of her.
    let range = SEEDS.articles[at].voices_in(17).next().unwrap().range;
    assert_eq!(cited(17, Some(range)), "[Masha Lippmann], Analyst (quoted): “");
    assert_eq!(cited(17, None), "[Masha Lippmann], Analyst (quoted): “");
    // “Ms. Lippmann says”, and then “she says”.
    assert_eq!(cited(19, None), "Masha Lippmann, Analyst (paraphrased): “");
}

#[test]
fn words_need_not_be_kept_to_be_cited() {
    let at = SEEDS.articles.iter().position(|article| article.id.0 == "voa-2003-09-24").unwrap();
    for style in Style::ALL {
        let (whole, said) = with(style, |context| {
            let voice = SEEDS.articles[at].voices_in(8).next().unwrap();
            let range = Some(ByteRange::new(voice.range.start as usize, voice.range.end as usize));
            let said = Excerpt::at(context, at, 8, range, KeptAs::Statement).unwrap();
            (Excerpt::at(context, at, 8, None, KeptAs::Passage).unwrap(), said)
        });
        assert_eq!(whole.words, SEEDS.articles[at].passage(8).unwrap().text);
        assert_eq!(said.said.len(), 1);
        assert_eq!(said.said[0].speaker, "Viktor Kremenyuk");
        assert!(!whole.in_text.plain().is_empty() && !whole.reference.plain().is_empty());
    }
    assert_eq!(with(Style::Apa, |context| Excerpt::at(context, at, 99, None, KeptAs::Passage)), None);
}

#[test]
fn an_orphan_is_written_with_what_was_kept_of_it() {
    let kept = Kept {
        anchor: Anchor { words: "Lost words".to_owned(), ..Anchor::default() },
        from: "“A headline”, A paper, 1 May 2001".to_owned(),
        ..Kept::default()
    };
    let excerpt = with(Style::Chicago, |context| Excerpt::of(&kept, context));
    assert_eq!(excerpt.quotation(true).0, "“Lost words”\n\n“A headline”, A paper, 1 May 2001\n");
    assert!(!excerpt.problem.is_empty());
}
