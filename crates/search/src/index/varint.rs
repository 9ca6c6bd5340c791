//! Numbers and streams of them as bytes, written and read.
//!
//! Invariant: what is read is what was written, or nothing: a number that is cut
//! off or does not fit 32 bits is none.

/// Seven bits a byte, low ones first; the last byte has its high bit clear.
pub(crate) fn push_varint(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Takes numbers and streams from the front.
pub(crate) struct Reader<'b> {
    pub bytes: &'b [u8],
}

impl<'b> Reader<'b> {
    #[inline]
    pub fn number(&mut self) -> Option<u32> {
        // Most numbers are below 128.
        if let [byte @ ..0x80, rest @ ..] = self.bytes {
            self.bytes = rest;
            return Some(u32::from(*byte));
        }
        self.long_number()
    }

    fn long_number(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        for shift in [0, 7, 14, 21, 28] {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            number |= u32::from(byte & 0x7f) << shift;
            if *byte < 0x80 {
                return (shift < 28 || *byte < 0x10).then_some(number);
            }
        }
        None
    }

    pub fn stream(&mut self) -> Option<&'b [u8]> {
        let length = self.number()? as usize;
        let (stream, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        Some(stream)
    }

    pub fn end(&self) -> Option<()> {
        self.bytes.is_empty().then_some(())
    }
}
