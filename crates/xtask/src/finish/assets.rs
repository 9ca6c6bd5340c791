//! Files of the finished page, their digests and their compressed copies.

use std::io::Write;
use std::path::Path;

use base64::Engine;
use sha2::Sha256;

use crate::step::Failure;

/// A SHA-256 digest.
#[derive(Debug, Clone)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(<Sha256 as sha2::Digest>::digest(bytes).into())
    }

    /// Sixty-four lower-case hexadecimal digits.
    pub fn hexadecimal(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The value of an `integrity` attribute
    /// (W3C Subresource Integrity, section 3.1).
    pub fn integrity(&self) -> String {
        format!("sha256-{}", self.base64())
    }

    /// Forty-four letters, as `btoa` writes them.
    pub fn base64(&self) -> String {
        base64::engine::general_purpose::STANDARD.encode(self.0)
    }
}

/// A file of the finished page.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Its name in the folder of the page.
    pub name: String,
    /// The digest of its final bytes.
    pub digest: Digest,
    /// Its size in bytes, not compressed.
    pub bytes: usize,
}

impl Asset {
    /// The asset that the file `name` of `folder` is.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn of(folder: &Path, name: &str) -> Result<Self, Failure> {
        let bytes = read(&folder.join(name))?;
        Ok(Self { name: name.to_owned(), digest: Digest::of(&bytes), bytes: bytes.len() })
    }
}

/// `stem-<first 8 bytes of the content's digest>.kind`: a changed file has
/// another name, so nothing stale is ever taken for it.
pub fn hashed_name(stem: &str, kind: &str, bytes: &[u8]) -> String {
    let digest = Digest::of(bytes).hexadecimal();
    format!("{stem}-{}.{kind}", &digest[..16])
}

/// Writes `.gz` and `.br` beside the asset and gives their sizes in bytes.
/// A file that compression makes no smaller (an image) gets none and counts as
/// it is.
///
/// # Errors
/// When a file cannot be read or written.
pub fn compress(folder: &Path, asset: &Asset) -> Result<(usize, usize), Failure> {
    let path = folder.join(&asset.name);
    let bytes = read(&path)?;
    if asset.name.ends_with(".png") {
        return Ok((bytes.len(), bytes.len()));
    }
    let failed = |error: std::io::Error| Failure::file("compressing", &path, &error);
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(&bytes).map_err(failed)?;
    let gzip = encoder.finish().map_err(failed)?;
    let brotli = brotli(&bytes).map_err(failed)?;
    write(&folder.join(format!("{}.gz", asset.name)), &gzip)?;
    write(&folder.join(format!("{}.br", asset.name)), &brotli)?;
    Ok((gzip.len(), brotli.len()))
}

/// The bytes as gzip (RFC 1952), a fifteenth smaller than `flate2` makes them: for
/// what stands in a page already packed, which no host packs again.
///
/// # Errors
/// When the encoder fails.
pub fn smallest_gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut small = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut small)?;
    Ok(small)
}

/// The bytes as they go over the wire: Brotli at its best.
///
/// # Errors
/// When the encoder fails.
pub fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut small, &parameters)?;
    Ok(small)
}

/// The bytes of a file.
///
/// # Errors
/// When it cannot be read.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| Failure::file("reading", path, &error))
}

/// Writes a file.
///
/// # Errors
/// When it cannot be written.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::write(path, bytes).map_err(|error| Failure::file("writing", path, &error))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::{Digest, hashed_name, smallest_gzip};

    #[test]
    fn the_integrity_of_nothing_is_the_published_value() {
        assert_eq!(Digest::of(b"").integrity(), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn a_name_changes_with_the_content() {
        assert_ne!(hashed_name("a", "js", b"1"), hashed_name("a", "js", b"2"));
        assert!(hashed_name("a", "js", b"1").starts_with("a-"));
    }

    #[test]
    fn the_smallest_gzip_is_unpacked_to_the_same_bytes() {
        let bytes = "Missile defence, and then the treaty. ".repeat(400);
        let small = smallest_gzip(bytes.as_bytes()).unwrap();
        assert!(small.len() < 200);
        let mut unpacked = String::new();
        flate2::read::GzDecoder::new(small.as_slice()).read_to_string(&mut unpacked).unwrap();
        assert_eq!(unpacked, bytes);
        assert_eq!(small, smallest_gzip(bytes.as_bytes()).unwrap(), "the same each time");
    }
}
