//! What can be said only when the page's public address is known: tags for
//! search engines and for whoever pastes a link, and oEmbed documents
//! (oembed.com, version 1.0).
//!
//! A view stands behind the `#` of the address and never reaches a host, so
//! there is one document, for the whole page.

use serde_json::json;

use crate::step::Failure;

/// The variable that hands the address to the chore which finishes the page.
pub const VARIABLE: &str = "SUMMITRY_PUBLIC_URL";

/// The size that is proposed to whoever embeds the page, in pixels.
const SIZE: (u32, u32) = (900, 700);

/// A public address, such as `https://example.org/room/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// Reads an address; a missing slash at its end is added.
    ///
    /// # Errors
    /// When it is no web address, or more than one.
    pub fn parse(text: &str) -> Result<Self, Failure> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let odd = |character: char| {
            character.is_whitespace() || character.is_control() || "?#<>\"\\^`{|}".contains(character)
        };
        if rest.is_none_or(|rest| rest.is_empty() || rest.starts_with('/') || rest.contains(odd)) {
            return Err(Failure::new(
                format!("“{text}” is no address of a page"),
                "write it as in `--public-url https://example.org/room/`",
            ));
        }
        Ok(Self(if text.ends_with('/') { text.to_owned() } else { format!("{text}/") }))
    }

    /// The address given to this chore, if one was.
    ///
    /// # Errors
    /// When it is no address.
    pub fn given() -> Result<Option<Self>, Failure> {
        match std::env::var(VARIABLE) {
            Ok(text) if !text.is_empty() => Self::parse(&text).map(Some),
            _ => Ok(None),
        }
    }

    /// The address as text; it ends with a slash.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Tags for the head of the page.
    pub fn tags(&self, title: &str, description: &str) -> String {
        let home = escaped(&self.0);
        let (title, description) = (escaped(title), escaped(description));
        format!(
            "<link rel=\"canonical\" href=\"{home}\">\n\
             <meta property=\"og:type\" content=\"website\">\n\
             <meta property=\"og:url\" content=\"{home}\">\n\
             <meta property=\"og:title\" content=\"{title}\">\n\
             <meta property=\"og:description\" content=\"{description}\">\n\
             <meta property=\"og:image\" content=\"{home}icon-512.png\">\n\
             <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{home}oembed.json\" title=\"{title}\">\n\
             <link rel=\"alternate\" type=\"text/xml+oembed\" href=\"{home}oembed.xml\" title=\"{title}\">\n"
        )
    }

    /// The files `oembed.json` and `oembed.xml`, as name and content.
    pub fn documents(&self, title: &str) -> [(&'static str, String); 2] {
        let (width, height) = SIZE;
        let html = format!(
            "<iframe src=\"{}#/search?embed=1\" title=\"{}\" width=\"{width}\" height=\"{height}\" allow=\"clipboard-write; fullscreen\"></iframe>",
            escaped(&self.0),
            escaped(title)
        );
        let document = json!({
            "version": "1.0",
            "type": "rich",
            "title": title,
            "provider_name": "Summitry",
            "provider_url": self.0,
            "width": width,
            "height": height,
            "html": html,
        });
        let xml = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<oembed><version>1.0</version><type>rich</type>\
             <title>{}</title><provider_name>Summitry</provider_name><provider_url>{}</provider_url>\
             <width>{width}</width><height>{height}</height><html>{}</html></oembed>\n",
            escaped(title),
            escaped(&self.0),
            escaped(&html)
        );
        [("oembed.json", format!("{document:#}\n")), ("oembed.xml", xml)]
    }
}

/// For text and attributes of HTML and XML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn an_address_ends_with_a_slash_and_anything_else_is_refused_with_a_remedy() {
        assert_eq!(Address::parse("https://example.org/room").unwrap().as_str(), "https://example.org/room/");
        for wrong in
            ["", "example.org", "https://", "ftp://example.org/", "https://a b/", "https://a/#x", "https://a/\"x"]
        {
            assert!(Address::parse(wrong).unwrap_err().to_string().contains("--public-url"), "{wrong}");
        }
    }

    #[test]
    fn the_documents_say_what_the_standard_wants_of_a_rich_one() {
        let [(_, text), (_, xml)] = Address::parse("https://example.org/room/").unwrap().documents("Talks & <more>");
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        for key in ["version", "type", "html", "width", "height"] {
            assert!(!json[key].is_null(), "{key}");
            assert!(xml.contains(&format!("<{key}>")), "{key}");
        }
        assert!(json["html"].as_str().unwrap().contains("title=\"Talks &amp; &lt;more&gt;\""));
        assert!(xml.contains("<title>Talks &amp; &lt;more&gt;</title>"));
    }

    #[test]
    fn the_tags_lead_to_the_documents() {
        let tags = Address::parse("https://example.org/room").unwrap().tags("A \"title\"", "");
        assert!(tags.contains("href=\"https://example.org/room/oembed.json\" title=\"A &quot;title&quot;\""));
        assert!(tags.contains("<link rel=\"canonical\" href=\"https://example.org/room/\">"));
    }
}
