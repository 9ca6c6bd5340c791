//! What must hold for any archive, for the fuzz target and for the short run in
//! `tests/fuzz.rs`.

use summitry_workshop::{Folder, MOST_BYTES, MOST_FILE_BYTES, MOST_FILES};

/// Any bytes are refused with a sentence and a remedy, or are a folder within
/// its limits and with names that stay in it, which is written and read back as
/// the same.
pub fn zip(bytes: &[u8]) {
    let folder = match Folder::from_zip("some.zip", bytes) {
        Ok(folder) => folder,
        Err(problem) => {
            assert!(!problem.message.is_empty() && !problem.remedy.is_empty(), "{problem:?}");
            assert!(problem.message.chars().count() < 400, "{}", problem.message);
            return;
        }
    };
    assert!(!folder.is_empty() && folder.len() <= MOST_FILES && folder.bytes() <= MOST_BYTES);
    for (name, bytes) in folder.files() {
        assert!(bytes.len() <= MOST_FILE_BYTES, "{name}");
        assert!(!name.starts_with('/') && !name.contains('\\') && name.split('/').all(|part| part != ".."), "{name}");
    }
    let written = folder.to_zip().unwrap();
    // A folder around all files goes when it is read, so what was one may lose one more.
    let again = Folder::from_zip("again.zip", &written).unwrap();
    assert_eq!(again.len(), folder.len());
    let bytes = |folder: &Folder| folder.files().map(|(_, bytes)| bytes.to_vec()).collect::<Vec<_>>();
    assert_eq!(bytes(&again), bytes(&folder));
}
