//! The corpus as bytes and back.
use crate::model::Corpus;

/// Why bytes are not a corpus.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// The bytes do not follow the format.
    #[error("the corpus cannot be read: {0}")]
    Malformed(String),
    /// The bytes follow the format but say something impossible.
    #[error("the corpus contradicts itself: {0}")]
    Inconsistent(&'static str),
}

impl Corpus {
    /// The corpus in bytes, the same for the same corpus. The payload only:
    /// whoever stores it adds magic, version, length and checksum.
    pub fn encode(&self) -> Vec<u8> {
        Vec::new()
    }

    /// Reads what [`encode`](Self::encode) wrote.
    ///
    /// # Errors
    /// When the bytes are not a corpus.
    pub fn decode(_bytes: &[u8]) -> Result<Corpus, DecodeError> {
        Err(DecodeError::Inconsistent("not yet"))
    }
}
