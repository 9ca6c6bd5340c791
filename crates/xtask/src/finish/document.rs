//! The HTML of the page, made of its template.
//!
//! The template marks with comments the places of what depends on the bytes of
//! other files; everything is written there, and nothing else is touched.

use crate::finish::assets::{Asset, Digest};
use crate::step::Failure;

/// The template with each mark `<!-- name -->` replaced by what `parts` has
/// for it.
///
/// # Errors
/// When a mark does not stand in the template exactly once.
pub fn filled(template: &str, parts: &[(&str, String)]) -> Result<String, Failure> {
    // Space before a tag is for whoever edits the template.
    let mut html: String = template.lines().fold(String::new(), |html, line| html + line.trim_start() + "\n");
    for (name, part) in parts {
        let mark = format!("<!-- {name} -->\n");
        if html.matches(&mark).count() != 1 {
            return Err(Failure::new(
                format!("a template does not hold `{}` exactly once, on a line of its own", mark.trim_end()),
                "restore it with `git checkout index.html web`, or put the mark where it is missing",
            ));
        }
        html = html.replace(&mark, part);
    }
    Ok(html)
}

/// The page that a host shows where there is none: its script looks for the
/// reading room.
///
/// # Errors
/// When the template has lost a mark.
pub fn not_found(template: &str, script: &str, style: &str) -> Result<String, Failure> {
    let sources = format!("script-src {}; style-src {}; connect-src 'self'", source_of(script), source_of(style));
    filled(
        template,
        &[
            ("policy", policy(&sources)),
            ("style", format!("<style>{style}</style>\n")),
            ("script", format!("<script type=\"module\">{script}</script>\n")),
        ],
    )
}

/// A content security policy as the page carries it: nothing is allowed but
/// what `sources` names.
pub fn policy(sources: &str) -> String {
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; {sources}; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'; trusted-types summitry\">\n"
    )
}

/// An inline element's content as a source of a policy
/// (Content Security Policy Level 3, section 2.3.1).
pub fn source_of(content: &str) -> String {
    format!("'{}'", Digest::of(content.as_bytes()).integrity())
}

/// The tags that lead to the assets.
pub fn tags(assets: &[Asset]) -> String {
    assets.iter().filter_map(tag).collect()
}

fn tag(asset: &Asset) -> Option<String> {
    let (name, integrity) = (&asset.name, asset.digest.integrity());
    let kind = name.rsplit_once('.').map(|(_, kind)| kind)?;
    let tag = match kind {
        "js" => format!("<script type=\"module\" src=\"./{name}\" integrity=\"{integrity}\"></script>\n"),
        "webmanifest" => format!("<link rel=\"manifest\" href=\"./{name}\">\n"),
        "svg" => format!("<link rel=\"icon\" href=\"./{name}\" type=\"image/svg+xml\">\n"),
        _ if name == "icon-192.png" => format!("<link rel=\"apple-touch-icon\" href=\"./{name}\">\n"),
        _ => return None,
    };
    Some(tag)
}

#[cfg(test)]
mod tests {
    use super::{filled, source_of, tags};
    use crate::finish::assets::{Asset, Digest};

    fn asset(name: &str) -> Asset {
        Asset { name: name.to_owned(), digest: Digest::of(b""), bytes: 0 }
    }

    #[test]
    fn scripts_carry_their_integrity() {
        let tags = tags(&[asset("a-1.wasm"), asset("a-1.js"), asset("icon-512.png")]);
        assert!(tags.contains("<script type=\"module\" src=\"./a-1.js\" integrity=\"sha256-47DEQ"));
        // The guard asks for the program.
        assert!(!tags.contains("a-1.wasm") && !tags.contains("icon-512"));
    }

    #[test]
    fn every_mark_is_filled_and_lines_lose_their_indentation() {
        let template = "<head>\n  <!-- assets -->\n</head>\n";
        assert_eq!(filled(template, &[("assets", "<b>\n".to_owned())]).unwrap(), "<head>\n<b>\n</head>\n");
    }

    #[test]
    fn a_template_without_a_mark_or_with_two_is_refused_with_a_remedy() {
        for template in ["<head></head>\n", "<!-- a -->\n<!-- a -->\n"] {
            let refused = filled(template, &[("a", String::new())]).unwrap_err();
            assert!(refused.to_string().contains("To go on"));
        }
    }

    #[test]
    fn a_hash_is_written_as_policies_want_it() {
        assert_eq!(source_of(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
