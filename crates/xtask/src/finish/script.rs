//! Scripts and styles as they are handed out: bundled and minified.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::finish::BUILD_AGAIN;
use crate::project::Project;
use crate::step::{Failure, run};

/// For scripts of the page: what they may be written in. Nobody disposes of the
/// glue's classes, and without that line of theirs those that are not used at
/// all go.
pub const MODERN: &[&str] = &[
    "--bundle",
    "--format=esm",
    "--target=es2022,chrome123,firefox120,safari17.5",
    "--define:Symbol.dispose=undefined",
];

/// For a script that any browser reads.
pub const ANCIENT: &[&str] = &["--target=es5"];

/// For a script on somebody else's page.
pub const EMBEDDED: &[&str] = &["--target=es2022,chrome100,firefox101,safari16.4"];

/// Where the modules `summitry-glue`, `summitry-program` and
/// `summitry-workshop-glue` of the boot script are found.
pub struct Modules {
    /// What `wasm-bindgen` wrote.
    pub glue: PathBuf,
    /// The file of `web/` that finds the program's bytes.
    pub program: PathBuf,
    /// What `wasm-bindgen` wrote for the workshop.
    pub workshop: PathBuf,
}

impl Modules {
    /// As arguments for [`minified`].
    pub fn arguments(&self) -> [String; 3] {
        [
            alias("summitry-glue", &self.glue),
            alias("summitry-program", &self.program),
            alias("summitry-workshop-glue", &self.workshop),
        ]
    }
}

/// Where a module is found, as an argument for [`minified`].
pub fn alias(name: &str, path: &Path) -> String {
    format!("--alias:{name}={}", path.display())
}

/// A value that the build writes into a script, as an argument for [`minified`].
pub fn define(name: &str, value: &str) -> String {
    format!("--define:{name}={value}")
}

/// `entry`, a script or a style sheet, with all that it imports.
///
/// # Errors
/// When the tool finds a mistake in it.
pub fn minified(
    project: &Project,
    folder: &Path,
    entry: &Path,
    form: &[&str],
    arguments: &[String],
) -> Result<String, Failure> {
    let out = folder.join("minified.scrap");
    let esbuild = if cfg!(windows) { "esbuild.cmd" } else { "esbuild" };
    let mut command = Command::new(project.node_commands().join(esbuild));
    command.arg(entry).args(["--minify", "--log-level=warning", "--legal-comments=none"]);
    command.args(form).args(arguments).arg(format!("--outfile={}", out.display()));
    run(&mut command, &format!("minifying {}", entry.display()), BUILD_AGAIN)?;
    let text = super::read_text(&out)?;
    super::remove(&out)?;
    Ok(text.trim_end().to_owned())
}
