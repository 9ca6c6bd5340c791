//! The service worker with the list of what it keeps for use without a network.

use std::path::Path;

use crate::finish::assets::{self, Asset, Digest};
use crate::finish::script::{MODERN, define, minified};
use crate::project::Project;
use crate::step::Failure;

/// Writes the service worker, which keeps `assets`, and `later` once they have
/// been opened.
///
/// # Errors
/// When a file cannot be read or written, or the script cannot be made smaller.
pub fn write(project: &Project, folder: &Path, assets: &[Asset], later: &[Asset]) -> Result<Asset, Failure> {
    let source = project.root.join("web/sw.js");
    let list = |assets: &[Asset], pair: fn(&Asset) -> String| {
        let mut files: Vec<String> = assets.iter().map(pair).collect();
        files.sort();
        files.join(",")
    };
    let files = list(assets, |asset| format!("[{:?},{:?}]", asset.name, asset.digest.base64()));
    let later = list(later, |asset| format!("{:?}:{:?}", asset.name, asset.digest.base64()));
    let (files, later) = (format!("[{files}]"), format!("{{{later}}}"));
    // The worker's own text counts: two builds never share a store.
    let whole = [files.as_bytes(), later.as_bytes(), &assets::read(&source)?].concat();
    let version = format!("{:?}", &Digest::of(&whole).hexadecimal()[..16]);
    let defines = [define("FILES", &files), define("LATER", &later), define("VERSION", &version)];
    let script = minified(project, folder, &source, MODERN, &defines)?;
    assets::write(&folder.join("sw.js"), script.as_bytes())?;
    Asset::of(folder, "sw.js")
}
