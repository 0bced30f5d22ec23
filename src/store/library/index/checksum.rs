//! A checksum that tells any damage confined to eight bytes for certain, and other damage as good as
//! always.

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
const WORD: usize = 8;
const LANES: usize = 4;

/// The checksum of some bytes.
///
/// Each step can be undone, so that two texts that differ in one word never come to the same. Four
/// words are taken side by side, since the index is summed up each time it is opened.
pub fn checksum(bytes: &[u8]) -> u64 {
    let mut lanes = [FACTOR, !FACTOR, FACTOR.rotate_left(17), FACTOR.rotate_left(41)];
    let mut blocks = bytes.chunks_exact(WORD * LANES);
    for block in &mut blocks {
        for (lane, word) in lanes.iter_mut().zip(block.chunks_exact(WORD)) {
            *lane = step(*lane, number(word));
        }
    }
    for (lane, word) in lanes.iter_mut().zip(blocks.remainder().chunks(WORD)) {
        *lane = step(*lane, number(word));
    }
    lanes.into_iter().fold(step(0, bytes.len() as u64), step)
}

fn step(sum: u64, word: u64) -> u64 {
    (sum ^ word).wrapping_mul(FACTOR).rotate_left(29)
}

fn number(word: &[u8]) -> u64 {
    let mut whole = [0; WORD];
    whole[..word.len()].copy_from_slice(word);
    u64::from_le_bytes(whole)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_damaged_byte_is_told(mut bytes in proptest::collection::vec(any::<u8>(), 1..200),
                                  at in any::<prop::sample::Index>(), by in 1_u8..) {
            let before = checksum(&bytes);
            let at = at.index(bytes.len());
            bytes[at] ^= by;
            prop_assert_ne!(checksum(&bytes), before);
            bytes[at] ^= by;
            bytes.push(0);
            prop_assert_ne!(checksum(&bytes), before);
        }
    }
}
