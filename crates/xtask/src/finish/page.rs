//! The HTML of the page, with the final names of its files filled in.
//!
//! The source marks the place with a comment; everything that depends on the
//! bytes of other files is written there, and nothing else is touched.

use crate::finish::assets::Asset;
use crate::step::Failure;

const MARK: &str = "<!-- assets -->";

/// `html` with links to the assets in place of the mark.
///
/// # Errors
/// When the mark is missing.
pub fn with_assets(html: &str, assets: &[Asset]) -> Result<String, Failure> {
    if !html.contains(MARK) {
        return Err(Failure::new(
            format!("index.html has no `{MARK}`"),
            format!("put `{MARK}` into the head of index.html"),
        ));
    }
    let mut tags = String::new();
    for asset in assets {
        if let Some(tag) = tag(asset) {
            tags.push_str(&tag);
        }
    }
    // Trunk leaves its own link to the style sheet; ours names the final file.
    let without_trunk: String = html
        .split_inclusive('\n')
        .filter(|line| !line.contains("href=\"./style.css\"") && !line.contains("href=\"style.css\""))
        .collect();
    Ok(without_trunk.replace(MARK, &tags))
}

fn tag(asset: &Asset) -> Option<String> {
    let (name, integrity) = (&asset.name, asset.digest.integrity());
    let kind = name.rsplit_once('.').map(|(_, kind)| kind)?;
    match kind {
        // What may come later is not asked for ahead of the rest.
        "wasm" if name.starts_with("summitry-") => {
            Some(format!("<link rel=\"preload\" href=\"./{name}\" as=\"fetch\" type=\"application/wasm\" crossorigin>"))
        }
        "css" => Some(format!("<link rel=\"stylesheet\" href=\"./{name}\" integrity=\"{integrity}\">")),
        "js" => Some(format!("<script type=\"module\" src=\"./{name}\" integrity=\"{integrity}\"></script>")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::with_assets;
    use crate::finish::assets::{Asset, Digest};

    fn asset(name: &str) -> Asset {
        Asset { name: name.to_owned(), digest: Digest::of(b""), bytes: 0 }
    }

    #[test]
    fn scripts_and_styles_carry_their_integrity_and_trunks_link_goes() {
        let html = "<head>\n<!-- assets -->\n<link rel=\"stylesheet\" href=\"./style.css\"/>\n</head>";
        let page = with_assets(
            html,
            &[asset("summitry-1.wasm"), asset("pages-1.wasm"), asset("s-1.css"), asset("a-1.js"), asset("icon.svg")],
        )
        .unwrap();
        assert!(page.contains("href=\"./s-1.css\" integrity=\"sha256-47DEQ"));
        assert!(page.contains("<script type=\"module\" src=\"./a-1.js\" integrity="));
        assert!(page.contains("href=\"./summitry-1.wasm\" as=\"fetch\"") && !page.contains("pages-1.wasm"));
        assert!(!page.contains("style.css") && !page.contains("icon.svg"));
    }

    #[test]
    fn a_page_without_the_mark_is_refused_with_a_remedy() {
        assert!(with_assets("<head></head>", &[]).unwrap_err().to_string().contains("To go on"));
    }
}
