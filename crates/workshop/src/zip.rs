//! A folder as a zip, written and read.
//!
//! Invariant: the same folder is written as the same bytes, in the order of
//! its names and without times; an archive is read whole or refused with a
//! sentence, and never takes more memory than a folder may.

use std::io::Write;

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use rawzip::path::EntryPath;
use rawzip::{
    CompressionMethod, DataDescriptorOutput, ZipArchive, ZipArchiveWriter, ZipFileHeaderRecord, ZipSliceArchive,
};
use summitry_corpus::Problem;

use crate::folder::{CATALOGUE, Folder, MOST_BYTES, MOST_FILE_BYTES, MOST_FILES, is_article, name_fault, problem};
use crate::publish::carries_a_folder;

/// How hard is packed: what is usual for the best.
pub(crate) const LEVEL: u8 = 9;
/// The most bytes of an archive.
const MOST_ARCHIVE: usize = 256 << 20;

impl Folder {
    /// The folder as a zip.
    ///
    /// # Errors
    /// When memory runs out.
    pub fn to_zip(&self) -> Result<Vec<u8>, Problem> {
        self.written(Vec::new()).map_err(|error| {
            problem("collection.zip", format!("The zip could not be written: {error}."), "Try it again.")
        })
    }

    fn written(&self, out: Vec<u8>) -> Result<Vec<u8>, rawzip::Error> {
        let mut archive = ZipArchiveWriter::new(out);
        for (name, bytes) in self.files() {
            let method = CompressionMethod::DEFLATE;
            // Names were checked when they came; the writer would cut one at its colon.
            let path =
                if name.contains(':') { EntryPath::verbatim(name.as_bytes()) } else { EntryPath::conformant(name) };
            let (mut entry, _) = archive.new_file(path).compression_method(method).start()?;
            entry.write_all(&compress_to_vec(bytes, LEVEL))?;
            entry.finish(DataDescriptorOutput::new(rawzip::crc32(bytes), bytes.len() as u64))?;
        }
        archive.finish()
    }

    /// The folder in a zip; `name` is what the archive is called. A single
    /// folder around all files goes; what systems add to archives is passed over.
    ///
    /// # Errors
    /// When it is no zip, damaged, encrypted, unpacks to more than a folder may
    /// hold, or has names that lead out of it.
    pub fn from_zip(name: &str, bytes: &[u8]) -> Result<Self, Problem> {
        Self::unpacked(name, bytes).map(|(folder, _)| folder)
    }

    /// The same, and how many files that systems add were passed over.
    pub(crate) fn unpacked(name: &str, bytes: &[u8]) -> Result<(Self, usize), Problem> {
        let refused = |message: String, remedy: &str| problem(name, message, remedy);
        if bytes.len() > MOST_ARCHIVE {
            return Err(refused(format!("The archive is larger than {} MB.", MOST_ARCHIVE >> 20), SMALLER));
        }
        let damaged =
            |error: rawzip::Error| refused(format!("The archive is damaged or no zip: {error}."), "Make the zip anew.");
        let archive = ZipArchive::from_slice(bytes).map_err(damaged)?;
        if archive.entries_hint() > MOST_FILES as u64 {
            let message =
                format!("The archive says that it holds {} files; {MOST_FILES} are taken.", archive.entries_hint());
            return Err(refused(message, SMALLER));
        }
        let mut found: Vec<(String, Vec<u8>)> = Vec::new();
        let (mut left, mut packed, mut count) = (MOST_BYTES, bytes.len(), 0_usize);
        let mut passed_over = 0;
        let mut entries = archive.entries();
        while let Some(entry) = entries.next_entry().map_err(damaged)? {
            count += 1;
            if count > MOST_FILES {
                return Err(refused(format!("The archive holds more than {MOST_FILES} files."), SMALLER));
            }
            let path = String::from_utf8_lossy(entry.file_path().as_bytes()).replace('\u{fffd}', "_");
            if entry.is_dir() && name_fault(path.trim_end_matches('/')).is_none() {
                continue;
            }
            if is_added(&path) {
                passed_over += 1;
                continue;
            }
            if let Some(fault) = name_fault(&path) {
                return Err(refused(
                    format!("In the archive: “{}”. {fault}", shown(&path)),
                    "Make the zip anew, from the folder itself.",
                ));
            }
            let compressed = usize::try_from(entry.compressed_size_hint()).unwrap_or(usize::MAX);
            // Entries that share their bytes are how small archives become large.
            packed = packed.checked_sub(compressed).ok_or_else(|| {
                refused(
                    "The archive's files overlap each other, as in a zip made to do harm.".to_owned(),
                    "Do not open it.",
                )
            })?;
            let content = content(name, &archive, &entry, &path, left)?;
            left -= content.len();
            found.push((path, content));
        }
        let top = top(&found);
        let mut folder = Folder::new();
        for (path, content) in found {
            let inside = path.get(top..).unwrap_or(&path);
            folder.add(inside, content).map_err(|fault| {
                refused(format!("In the archive: “{}”. {}", shown(&path), fault.message), &fault.remedy)
            })?;
        }
        if folder.is_empty() {
            return Err(refused(
                "The archive holds no file.".to_owned(),
                "Put the articles into it, or choose them one by one.",
            ));
        }
        Ok((folder, passed_over))
    }
}

impl Folder {
    /// A collection's folder without the pages that carry one, which are no articles of
    /// it, and the names of those. A zip for a web host has such a page beside the
    /// folder, which is then the one around all files.
    pub(crate) fn without_carriers(self) -> (Self, Vec<String>) {
        let is_collection = self.files().any(|(name, _)| name.rsplit('/').next() == Some(CATALOGUE));
        let is_carrier = |(name, bytes): &(&str, &[u8])| is_collection && is_article(name) && carries_a_folder(bytes);
        let carriers: Vec<String> = self.files().filter(is_carrier).map(|(name, _)| name.to_owned()).collect();
        if carriers.is_empty() {
            return (self, carriers);
        }
        let rest = self.files().filter(|(name, _)| carriers.iter().all(|carrier| carrier != name));
        let rest: Vec<_> = rest.map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect();
        let (top, mut folder) = (top(&rest), Folder::new());
        for (name, bytes) in rest {
            // Shorter by what all have in common, the names are as different as before.
            let _ = folder.add(name.get(top..).unwrap_or(&name), bytes);
        }
        (folder, carriers)
    }
}

const SMALLER: &str = "Put fewer files into it, or choose the articles themselves.";

/// What an entry holds, at most `left` bytes.
fn content(
    name: &str,
    archive: &ZipSliceArchive<&[u8]>,
    entry: &ZipFileHeaderRecord<'_>,
    path: &str,
    left: usize,
) -> Result<Vec<u8>, Problem> {
    let refused =
        |message: &str, remedy: &str| problem(name, format!("In the archive: “{}”. {message}", shown(path)), remedy);
    if entry.flags().is_encrypted() {
        return Err(refused(
            "The file is encrypted.",
            "Unpack the archive with its password, and choose the articles.",
        ));
    }
    if entry.mode().is_symlink() {
        return Err(refused("It is a link and no file.", "Make the zip anew, without links."));
    }
    let damaged = || refused("The file is damaged.", "Make the zip anew.");
    let local = archive.get_entry(entry.wayfinder()).map_err(|_| damaged())?;
    let most = MOST_FILE_BYTES.min(left);
    let large = || {
        let message = format!(
            "Unpacked it is larger than {} MB, or all files are larger than {} MB together.",
            MOST_FILE_BYTES >> 20,
            MOST_BYTES >> 20
        );
        refused(&message, "Put the articles alone into the zip.")
    };
    let content = match entry.compression_method() {
        CompressionMethod::STORE if local.data().len() > most => return Err(large()),
        CompressionMethod::STORE => local.data().to_vec(),
        CompressionMethod::DEFLATE => match decompress_to_vec_with_limit(local.data(), most) {
            Ok(content) => content,
            Err(error) if error.status == TINFLStatus::HasMoreOutput => return Err(large()),
            Err(_) => return Err(damaged()),
        },
        _ => {
            let remedy = "Make the zip anew, the usual way (deflate).";
            return Err(refused("The file is packed in a way that is not read here.", remedy));
        }
    };
    let sum = rawzip::crc32(&content);
    let same = entry.crc32() == sum && entry.uncompressed_size_hint() == content.len() as u64;
    if same { Ok(content) } else { Err(damaged()) }
}

/// What systems add to archives and folders.
fn is_added(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or("");
    path.starts_with("__MACOSX/") || matches!(last, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}

/// How many bytes of each path are the one folder around everything.
fn top(files: &[(String, Vec<u8>)]) -> usize {
    let Some((first, _)) = files.first() else { return 0 };
    // The deepest catalogue's folder would be a guess; only what all share goes.
    let mut length = 0;
    while let Some(end) = first.get(length..).and_then(|rest| rest.find('/')).map(|end| length + end + 1) {
        let front = first.get(..end).unwrap_or("");
        if !files.iter().all(|(path, _)| path.starts_with(front)) {
            break;
        }
        length = end;
    }
    let catalogue = |(path, _): &(String, Vec<u8>)| path == CATALOGUE;
    if files.iter().any(catalogue) { 0 } else { length }
}

/// A path as it can be shown in a sentence.
fn shown(path: &str) -> String {
    summitry_corpus::shortened(path, 80).replace(char::is_control, "\u{fffd}")
}

#[cfg(test)]
mod tests;
