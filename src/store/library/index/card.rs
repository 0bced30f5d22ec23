//! A card as the index keeps it.

use super::bytes::{Fields, Reader};
use crate::domain::catalog::{Card, Origin, Place};
use crate::domain::money::{Currency, Decimal, Mark, Money, Range};

pub fn write(out: &mut Fields, card: &Card) {
    out.text(&card.id);
    out.text(&card.company);
    out.text(&card.role);
    out.maybe(card.as_of.as_deref(), Fields::text);
    out.list(&card.places, write_place);
    out.list(&card.levels, |out, level| out.text(level));
    out.list(&card.levers, |out, lever| out.text(lever));
    out.maybe(card.damaged.as_deref(), Fields::text);
}

/// Only the user's own files are in the index.
pub fn read(from: &mut Reader<'_>) -> Option<Card> {
    Some(Card {
        id: from.text()?,
        company: from.text()?,
        role: from.text()?,
        as_of: from.maybe(Reader::text)?,
        places: from.list(read_place)?,
        levels: from.list(Reader::text)?,
        levers: from.list(Reader::text)?,
        origin: Origin::Own,
        damaged: from.maybe(Reader::text)?,
    })
}

fn write_place(out: &mut Fields, place: &Place) {
    out.text(&place.region);
    out.maybe(place.level.as_deref(), Fields::text);
    write_currency(out, place.currency);
    out.maybe(place.base, write_range);
    out.maybe(place.total, write_range);
}

fn read_place(from: &mut Reader<'_>) -> Option<Place> {
    Some(Place {
        region: from.text()?,
        level: from.maybe(Reader::text)?,
        currency: read_currency(from)?,
        base: from.maybe(read_range)?,
        total: from.maybe(read_range)?,
    })
}

fn write_currency(out: &mut Fields, currency: Currency) {
    for byte in currency.code().bytes() {
        out.byte(byte);
    }
}

fn read_currency(from: &mut Reader<'_>) -> Option<Currency> {
    std::str::from_utf8(&from.array::<3>()?).ok()?.parse().ok()
}

fn write_range(out: &mut Fields, range: Range) {
    write_money(out, range.low);
    write_money(out, range.high);
}

fn read_range(from: &mut Reader<'_>) -> Option<Range> {
    Some(Range { low: read_money(from)?, high: read_money(from)? })
}

/// A whole amount, as nearly all are.
const WHOLE: u8 = 4;

fn write_money(out: &mut Fields, money: Money) {
    let amount = money.amount();
    let whole = u64::try_from(amount).ok().filter(|_| amount.scale() == 0);
    let form = if whole.is_some() { WHOLE } else { 0 };
    match money.mark() {
        None => out.byte(form),
        Some(Mark::Dollar) => out.byte(form | 1),
        Some(Mark::Currency(currency)) => {
            out.byte(form | 2);
            write_currency(out, currency);
        }
    }
    match whole {
        Some(whole) => out.small(whole),
        None => out.array(amount.serialize()),
    }
}

fn read_money(from: &mut Reader<'_>) -> Option<Money> {
    let form = from.byte()?;
    let mark = match form & !WHOLE {
        0 => None,
        1 => Some(Mark::Dollar),
        2 => Some(Mark::Currency(read_currency(from)?)),
        _ => return None,
    };
    let amount = if form & WHOLE == 0 { Decimal::deserialize(from.array()?) } else { from.small()?.into() };
    Some(Money::new(amount)?.marked(mark))
}
