//! An index comes back as it was written, or not at all.

use std::fs;

use proptest::prelude::*;

use super::*;
use crate::domain::catalog::{Origin, Place};
use crate::domain::money::{Currency, Decimal, Mark, Money, Range};

fn text() -> impl Strategy<Value = String> {
    "[a-zA-Zé年👩 &/().0-9-]{0,12}"
}

fn money() -> impl Strategy<Value = Money> {
    let mark = prop_oneof![Just(None), Just(Some(Mark::Dollar)), Just(Some(Mark::Currency(Currency::INR))),];
    (0_i64..10_000_000_000, 0_u32..4, mark)
        .prop_map(|(amount, scale, mark)| Money::new(Decimal::new(amount, scale)).unwrap().marked(mark))
}

fn place() -> impl Strategy<Value = Place> {
    let range = || prop::option::of((money(), money()).prop_map(|(low, high)| Range { low, high }));
    let currency = prop_oneof![Just(Currency::USD), Just(Currency::EUR), Just(Currency::INR)];
    (text(), prop::option::of(text()), currency, range(), range())
        .prop_map(|(region, level, currency, base, total)| Place { region, level, currency, base, total })
}

fn card() -> impl Strategy<Value = Card> {
    let list = || prop::collection::vec(text(), 0..4);
    let places = prop::collection::vec(place(), 0..4);
    ((text(), text(), text()), prop::option::of(text()), places, list(), list(), prop::option::of(text()))
        .prop_map(|((id, company, role), as_of, places, levels, levers, damaged)| Card {
            id,
            company,
            role,
            as_of,
            places,
            levels,
            levers,
            origin: Origin::Own,
            damaged,
        })
}

prop_compose! {
    /// Playbooks by the names of their files, with their words.
    fn shelf()(
        names in prop::collection::btree_set("[a-z/]{1,8}", 0..6),
        cards in prop::collection::vec((card(), text(), any::<u64>(), any::<i64>()), 6),
    ) -> Vec<(Entry, String)> {
        let entry = |(name, (card, words, content, modified)): (String, (Card, String, u64, i64))| {
            let stamp = Stamp { size: content / 2, modified, changed: modified.wrapping_mul(3) };
            (Entry { name, stamp, content, text: Span { start: 0, length: 0, sum: 0 }, card }, words)
        };
        names.into_iter().zip(cards).map(entry).collect()
    }
}

fn written(shelf: &[(Entry, String)], looked: i64) -> (Vec<u8>, Vec<Entry>) {
    let mut writer = Writer::new(Vec::new()).unwrap();
    let mut entries = Vec::new();
    for (entry, words) in shelf {
        entries.push(Entry { text: writer.text(words).unwrap(), ..entry.clone() });
    }
    (writer.finish(&entries, looked).unwrap(), entries)
}

/// What an index holds: its entries, when it looked, and all words.
fn content(bytes: &[u8]) -> Option<(Vec<Entry>, i64, Vec<String>)> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("index");
    fs::write(&path, bytes).unwrap();
    let mut index = Index::open(&path)?;
    let spans: Vec<Span> = index.entries.iter().map(|entry| entry.text).collect();
    let mut words = Vec::new();
    index.texts.each(&spans, |_, text| words.push(text.to_owned())).ok()?;
    Some((index.entries, index.looked, words))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_is_read_back(shelf in shelf(), looked in any::<i64>()) {
        let (bytes, entries) = written(&shelf, looked);
        let words = shelf.into_iter().map(|(_, words)| words).collect();
        prop_assert_eq!(content(&bytes), Some((entries, looked, words)));
    }

    #[test]
    fn a_damaged_byte_is_told(shelf in shelf(), at in any::<prop::sample::Index>(), by in 1_u8..) {
        let (mut bytes, _) = written(&shelf, 7);
        let at = at.index(bytes.len());
        bytes[at] ^= by;
        prop_assert_eq!(content(&bytes), None);
    }

    #[test]
    fn a_part_of_an_index_is_none(shelf in shelf(), at in any::<prop::sample::Index>()) {
        let (bytes, _) = written(&shelf, 7);
        prop_assert_eq!(content(&bytes[..at.index(bytes.len())]), None);
    }
}

#[test]
fn what_is_no_index_is_passed_over() {
    let (bytes, _) = written(&[], 7);
    assert!(content(&bytes).is_some());
    for other in [&b""[..], b"negotiate-up idx", &[0; 100], &[bytes.as_slice(), b"x"].concat()] {
        assert_eq!(content(other), None);
    }
    let dir = tempfile::tempdir().unwrap();
    assert!(Index::open(dir.path()).is_none() && Index::open(&dir.path().join("none")).is_none());
}
