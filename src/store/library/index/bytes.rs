//! Numbers and texts one behind the other, each text with its length in front.

use crate::domain::text;

/// Writes fields.
#[derive(Debug, Default)]
pub struct Fields(pub Vec<u8>);

/// Reads fields back; `None` where they do not fit.
#[derive(Debug)]
pub struct Reader<'a>(pub &'a [u8]);

impl Fields {
    pub fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    pub fn array<const N: usize>(&mut self, bytes: [u8; N]) {
        self.0.extend_from_slice(&bytes);
    }

    pub fn number(&mut self, number: u64) {
        self.array(number.to_le_bytes());
    }

    /// A number that is mostly small: seven bits a byte, the last byte without the eighth.
    pub fn small(&mut self, mut number: u64) {
        loop {
            let [low, ..] = number.to_le_bytes();
            number >>= 7;
            if number == 0 {
                return self.byte(low & 0x7f);
            }
            self.byte(low | 0x80);
        }
    }

    /// How many of something follow.
    pub fn count(&mut self, count: usize) {
        self.small(count as u64);
    }

    pub fn text(&mut self, text: &str) {
        self.count(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }

    /// Something that may be missing.
    pub fn maybe<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        self.byte(u8::from(value.is_some()));
        if let Some(value) = value {
            write(self, value);
        }
    }

    pub fn list<T>(&mut self, items: &[T], write: impl Fn(&mut Self, &T)) {
        self.count(items.len());
        for item in items {
            write(self, item);
        }
    }
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    pub fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|byte| byte[0])
    }

    pub fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    pub fn number(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }

    pub fn small(&mut self) -> Option<u64> {
        let mut number = 0;
        for at in 0..10 {
            let byte = u64::from(self.byte()?);
            number |= (byte & 0x7f).checked_shl(at * 7)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    pub fn count(&mut self) -> Option<usize> {
        usize::try_from(self.small()?).ok()
    }

    /// A text. Whoever could write the index must not write to the terminal.
    pub fn text(&mut self) -> Option<String> {
        let count = self.count()?;
        let text = std::str::from_utf8(self.take(count)?).ok()?;
        let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        Some(if is_plain { text.to_owned() } else { text::clean(text).into_owned() })
    }

    #[expect(clippy::option_option, reason = "the outer one tells that the bytes do not fit")]
    pub fn maybe<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        match self.byte()? {
            0 => Some(None),
            1 => read(self).map(Some),
            _ => None,
        }
    }

    pub fn list<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.count()?;
        // A wrong count must not reserve the memory of a right one.
        let mut items = Vec::with_capacity(count.min(64));
        for _ in 0..count {
            items.push(read(self)?);
        }
        Some(items)
    }
}
