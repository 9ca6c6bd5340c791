//! The attributes of a tag that are read, found in one pass.
//!
//! Invariant: of an attribute that stands twice the first counts, as the HTML
//! standard has it.

use html5ever::tokenizer::Tag;

/// Each attribute's value as received, where the tag has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attributes<'a> {
    pub alt: Option<&'a str>,
    pub aria_hidden: Option<&'a str>,
    pub class: Option<&'a str>,
    pub content: Option<&'a str>,
    pub data_date: Option<&'a str>,
    pub data_datetime: Option<&'a str>,
    pub datetime: Option<&'a str>,
    pub hidden: Option<&'a str>,
    pub href: Option<&'a str>,
    pub http_equiv: Option<&'a str>,
    pub id: Option<&'a str>,
    pub itemprop: Option<&'a str>,
    pub lang: Option<&'a str>,
    pub name: Option<&'a str>,
    pub open: Option<&'a str>,
    pub popover: Option<&'a str>,
    pub property: Option<&'a str>,
    pub pubdate: Option<&'a str>,
    pub rel: Option<&'a str>,
    pub role: Option<&'a str>,
    pub style: Option<&'a str>,
    pub title: Option<&'a str>,
    pub kind: Option<&'a str>,
    pub xml_lang: Option<&'a str>,
}

impl<'a> Attributes<'a> {
    /// Those of a tag.
    pub fn of(tag: &'a Tag) -> Self {
        let mut found = Self::default();
        for attribute in &tag.attrs {
            let place = match &*attribute.name.local {
                "alt" => &mut found.alt,
                "aria-hidden" => &mut found.aria_hidden,
                "class" => &mut found.class,
                "content" => &mut found.content,
                "data-date" => &mut found.data_date,
                "data-datetime" => &mut found.data_datetime,
                "datetime" => &mut found.datetime,
                "hidden" => &mut found.hidden,
                "href" => &mut found.href,
                "http-equiv" => &mut found.http_equiv,
                "id" => &mut found.id,
                "itemprop" => &mut found.itemprop,
                "lang" => &mut found.lang,
                "name" => &mut found.name,
                "open" => &mut found.open,
                "popover" => &mut found.popover,
                "property" => &mut found.property,
                "pubdate" => &mut found.pubdate,
                "rel" => &mut found.rel,
                "role" => &mut found.role,
                "style" => &mut found.style,
                "title" => &mut found.title,
                "type" => &mut found.kind,
                "xml:lang" => &mut found.xml_lang,
                _ => continue,
            };
            place.get_or_insert(&attribute.value);
        }
        found
    }

    /// Whether the tag has none that is read.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
