use super::*;
use crate::tests::seeds;

/// A zip of entries whose names are not looked at.
fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    let placeholder = |number: usize, name: &str| char::from(b'A' + number as u8).to_string().repeat(name.len());
    for (number, (name, bytes)) in entries.iter().enumerate() {
        // Names of the same length are put in behind the writer's back, which is careful.
        let (method, placeholder) = (CompressionMethod::DEFLATE, placeholder(number, name));
        let (mut entry, _) = archive.new_file(&placeholder).compression_method(method).start().unwrap();
        entry.write_all(&compress_to_vec(bytes, LEVEL)).unwrap();
        entry.finish(DataDescriptorOutput::new(rawzip::crc32(bytes), bytes.len() as u64)).unwrap();
    }
    let mut bytes = archive.finish().unwrap();
    for (number, (name, _)) in entries.iter().enumerate() {
        let placeholder = placeholder(number, name);
        for _ in 0..2 {
            let at = bytes.windows(name.len()).position(|window| window == placeholder.as_bytes()).unwrap();
            bytes[at..at + name.len()].copy_from_slice(name.as_bytes());
        }
    }
    bytes
}

fn check(bytes: &[u8], expected: &str) {
    let refused = Folder::from_zip("a.zip", bytes).unwrap_err();
    assert!(refused.message.contains(expected), "{}", refused.message);
    assert!(!refused.remedy.is_empty());
}

#[test]
fn a_folder_is_read_back_from_its_zip_and_written_as_the_same_bytes() {
    let folder = seeds();
    let zip = folder.to_zip().unwrap();
    let again = Folder::from_zip("a.zip", &zip).unwrap();
    assert_eq!(again, folder);
    assert_eq!(again.to_zip().unwrap(), zip);
}

#[test]
fn a_name_with_a_colon_is_written_whole() {
    let mut folder = Folder::new();
    for name in ["Talks: the end.txt", "Fjörd: the end.txt", "a..b.txt"] {
        folder.add(name, name.as_bytes().to_vec()).unwrap();
    }
    assert_eq!(Folder::from_zip("a.zip", &folder.to_zip().unwrap()).unwrap(), folder);
}

#[test]
fn a_name_that_leads_out_of_the_folder_refuses_the_archive() {
    check(&zip(&[("good.txt", b"a"), ("../../evil.txt", b"b")]), "“../../evil.txt”. The file's name goes up");
    check(&zip(&[("/etc/passwd", b"b")]), "root of a disk");
    check(&zip(&[("a\\..\\b.txt", b"b")]), "backslash");
    check(&zip(&[("good.txt", b"a"), ("GOOD.TXT", b"b")]), "already");
}

#[test]
fn an_archive_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() {
    let zeros = vec![0; MOST_FILE_BYTES + 1];
    check(&zip(&[("bomb.txt", &zeros)]), "larger than 16 MB");
    let many: Vec<(String, &[u8])> = (0..10_000).map(|number| (format!("{number:05}.txt"), &b"a"[..])).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for (name, bytes) in many {
        let (mut entry, _) = archive.new_file(name).start().unwrap();
        entry.write_all(bytes).unwrap();
        entry.finish(DataDescriptorOutput::new(rawzip::crc32(bytes), 1)).unwrap();
    }
    check(&archive.finish().unwrap(), "10000 files; 5000 are taken");
}

#[test]
fn files_that_share_their_bytes_refuse_the_archive() {
    let bytes: Vec<u8> = (0..40_000_u32).map(|number| (number * 7919 % 251) as u8).collect();
    let honest = zip(&[("a.txt", &bytes)]);
    // The one entry of the directory, three times.
    let start = honest.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
    let end = honest.windows(4).rposition(|window| window == b"PK\x05\x06").unwrap();
    let entry = honest[start..end].to_vec();
    let mut overlapping = honest[..start].to_vec();
    for number in 0..3 {
        let mut entry = entry.clone();
        let at = entry.len() - "a.txt".len();
        entry[at] = b'a' + number;
        overlapping.extend(entry);
    }
    let mut tail = honest[end..].to_vec();
    tail[8..10].copy_from_slice(&3_u16.to_le_bytes());
    tail[10..12].copy_from_slice(&3_u16.to_le_bytes());
    tail[12..16].copy_from_slice(&(entry.len() as u32 * 3).to_le_bytes());
    overlapping.extend(tail);
    let refused = Folder::from_zip("a.zip", &overlapping);
    // Well packed, three times the bytes are more than the archive has.
    assert!(refused.is_err() || bytes.len() > honest.len() * 2, "{refused:?}");
}

#[test]
fn what_is_no_zip_or_damaged_gets_a_sentence() {
    check(b"", "damaged or no zip");
    check(b"PK\x03\x04 and so on", "damaged or no zip");
    check(&zip(&[]), "no file");
    let whole = zip(&[("a.txt", b"words and words and words")]);
    for at in 0..whole.len() {
        // No byte of it panics.
        let _ = Folder::from_zip("a.zip", &whole[..at]);
        let mut changed = whole.clone();
        changed[at] ^= 0x55;
        let _ = Folder::from_zip("a.zip", &changed);
    }
    let mut changed = whole;
    changed[36] ^= 1;
    check(&changed, "damaged");
}

#[test]
fn one_folder_around_all_files_goes_and_what_systems_add_is_passed_over() {
    let folder = Folder::from_zip(
        "a.zip",
        &zip(&[
            ("talks/", b""),
            ("talks/a.txt", b"a"),
            ("talks/deep/b.txt", b"b"),
            ("__MACOSX/._a.txt", b"x"),
            ("talks/.DS_Store", b"x"),
        ]),
    )
    .unwrap();
    assert_eq!(folder.files().map(|(name, _)| name).collect::<Vec<_>>(), ["a.txt", "deep/b.txt"]);
}
