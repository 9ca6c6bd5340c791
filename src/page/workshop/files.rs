//! Files that a visitor drops, chooses or pastes: their paths and bytes.
//!
//! Invariant: what is in a file is for the workshop's core to say; nothing here
//! looks into one.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use web_sys::{
    DataTransfer, File, FileList, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry,
    FileSystemFileEntry,
};

/// Files with a greater size are not even read: no article is that long, and a
/// school's computer would run out of memory.
pub const MOST_BYTES: f64 = 200.0 * 1024.0 * 1024.0;

/// How deep folders may lie in each other, and how many files are taken at once.
const DEEPEST: usize = 16;
const MOST_FILES: usize = 20_000;

/// A file that was named but is not read yet.
pub struct Named {
    /// Its path in what was dropped or chosen, with `/` between folders.
    pub path: String,
    file: File,
}

/// The files that an input holds, those of a folder with their paths.
pub fn chosen(list: &FileList) -> Vec<Named> {
    let files = (0..list.length()).filter_map(|at| list.get(at));
    files.map(|file| Named { path: path_in_folder(&file), file }).collect()
}

/// A file chosen as part of a folder says its path in that; web-sys has no name for it.
fn path_in_folder(file: &File) -> String {
    let path = Reflect::get(file, &JsValue::from_str("webkitRelativePath")).ok().and_then(|path| path.as_string());
    path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name())
}

/// What was dropped: files, and folders still to be walked through. It must be
/// asked for while the event is being handled.
pub struct Dropped {
    entries: Vec<FileSystemEntry>,
    files: Vec<Named>,
}

/// The files and folders of a drop or a paste.
pub fn dropped(transfer: &DataTransfer) -> Dropped {
    let items = transfer.items();
    let items = (0..items.length()).filter_map(|at| items.get(at));
    let entries: Vec<FileSystemEntry> = items.filter_map(|item| item.webkit_get_as_entry().ok().flatten()).collect();
    let files =
        if entries.is_empty() { transfer.files().map(|list| chosen(&list)).unwrap_or_default() } else { Vec::new() };
    Dropped { entries, files }
}

impl Dropped {
    /// Whether no file was dropped.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.files.is_empty()
    }

    /// All files in it, those of folders as well.
    pub async fn files(self) -> Vec<Named> {
        let mut files = self.files;
        let mut left: Vec<(FileSystemEntry, usize)> = self.entries.into_iter().rev().map(|entry| (entry, 0)).collect();
        while let Some((entry, depth)) = left.pop() {
            if files.len() >= MOST_FILES {
                break;
            }
            if let Some(folder) = entry.dyn_ref::<FileSystemDirectoryEntry>().filter(|_| entry.is_directory()) {
                if depth < DEEPEST {
                    let inside = children(folder).await;
                    left.extend(inside.into_iter().rev().map(|entry| (entry, depth + 1)));
                }
            } else if let Some(file) = file_of(entry.unchecked_ref()).await {
                let path = entry.full_path().trim_start_matches('/').to_owned();
                files.push(Named { path, file });
            }
        }
        files
    }
}

/// What a folder holds. A reader gives it in pieces, and nothing once it is through.
async fn children(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader: FileSystemDirectoryReader = folder.create_reader();
    let mut all = Vec::new();
    loop {
        let piece = promised(|resolve, reject| {
            let _ = reader.read_entries_with_callback_and_callback(resolve, reject);
        });
        let Ok(piece) = piece.await else { return all };
        let piece = Array::from(&piece);
        if piece.length() == 0 || all.len() > MOST_FILES {
            return all;
        }
        all.extend(piece.iter().map(|entry| entry.unchecked_into::<FileSystemEntry>()));
    }
}

async fn file_of(entry: &FileSystemFileEntry) -> Option<File> {
    let file = promised(|resolve, reject| entry.file_with_callback_and_callback(resolve, reject)).await;
    file.ok().map(JsCast::unchecked_into)
}

/// A promise for what older calls hand to one function, or to another when they fail.
fn promised(call: impl FnOnce(&Function, &Function)) -> JsFuture {
    let mut call = Some(call);
    JsFuture::from(Promise::new(&mut |resolve, reject| {
        if let Some(call) = call.take() {
            call(&resolve, &reject);
        }
    }))
}

/// The bytes of a file, or why it cannot be read, in a sentence.
pub async fn read(Named { file, .. }: Named) -> Result<Vec<u8>, &'static str> {
    if file.size() > MOST_BYTES {
        return Err("It is larger than 200 MB. Take the articles out of it, and bring these in.");
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Ok(Uint8Array::new(&buffer).to_vec()),
        Err(_) => {
            Err("The browser could not read it: it may have been moved, or is open in another program. Try again.")
        }
    }
}
