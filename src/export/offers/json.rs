//! The desk for other programs: amounts and shares are strings, what does not apply is left out.

use serde_json::{Map, Value, json};

use super::mind::Finding;
use super::notes::{days_old, is_old};
use super::view::{OffersView, PackageView};
use crate::domain::board::{Deadline, Move};
use crate::domain::compare::{
    Assumption, BreakEven, Column, Conversion, Difference, OptionView, Total, Whose,
};
use crate::domain::money::{Decimal, show};
use crate::domain::offer::Basis;
use crate::domain::plan::{ExchangeRates, Shape};
use crate::script::Letter;

/// The desk as a JSON object.
pub fn offers_json(view: &OffersView) -> Value {
    let findings = &view.findings;
    let packages = view.table.columns.iter().zip(&view.differences);
    let mut page = json!({
        "compare": 1,
        "currency": view.table.currency.code(),
        "years": view.table.years,
        "today": view.today.to_string(),
        "sort": view.sort.name(),
        "packages": packages.map(|(column, far)| package(view, column, far.as_ref())).collect::<Vec<_>>(),
        "break_evens": findings.iter().flat_map(break_evens).collect::<Vec<_>>(),
        "floor_meets_ask": findings.iter().filter_map(floor_meets_ask).collect::<Vec<_>>(),
        "sweeps": findings.iter().map(sweep).collect::<Vec<_>>(),
        "trade": {
            "rates": rates(&view.trades.rates),
            "packages": view.packages.iter().map(equal).collect::<Vec<_>>(),
        },
        "deadlines": view.board.deadlines.iter().map(deadline).collect::<Vec<_>>(),
        "without_date": view.board.without_date.iter().map(|(own, label)| whose(*own, label)).collect::<Vec<_>>(),
        "moves": view.board.moves.iter().map(a_move).collect::<Vec<_>>(),
        "letters": view.letters.iter().map(letter).collect::<Vec<_>>(),
        "notes": view.notes,
    });
    if let Some(reference) = view.table.reference() {
        page["reference"] = whose(reference.whose, &reference.label);
    }
    page
}

/// Which package is meant: `package`, `label`, and an alternative's `index`.
fn whose(whose: Whose, label: &str) -> Value {
    let (name, index) = match whose {
        Whose::Target => ("target", None),
        Whose::Ask => ("ask", None),
        Whose::Alternative(index) => ("alternative", Some(index)),
    };
    let mut package = json!({"package": name, "label": label});
    if let Some(index) = index {
        package["index"] = Value::from(index);
    }
    package
}

fn package(view: &OffersView, column: &Column, far: Option<&Difference>) -> Value {
    let first = |total: &Total| show::plain(total.by_year.first().copied().unwrap_or_default());
    let mut package = json!({
        "base": show::plain(column.base),
        "bonus": column.bonus.map(show::plain),
        "other_annual": show::plain(column.other_annual),
        "signing": show::plain(column.once),
        "first_year_cash": show::plain(column.first_year_cash),
        "equity": {"grant": show::plain(column.grant), "by_year": plain(&column.equity)},
        "first_year": {"face": first(&column.face), "bankable": first(&column.bankable)},
        "face": total(&column.face),
        "bankable": total(&column.bankable),
        "kind": column.kind.name(),
        "haircut": show::plain(column.haircut.share()),
    });
    merge(&mut package, whose(column.whose, &column.label));
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            package[key] = value;
        }
    };
    put("liquid_share", column.liquid.map(|share| show::plain(share).into()));
    put(
        "difference",
        far.map(|far| {
            json!({
                "first_year": show::plain(far.first_year), "average": show::plain(far.average),
            })
        }),
    );
    put("refreshers", (!column.refreshers.is_empty()).then(|| plain(&column.refreshers).into()));
    put("value", Some(show::plain(column.value).into()));
    put("at_target_place", column.adjustment.map(|_| show::plain(column.value).into()));
    put("options", column.options.as_ref().map(options));
    put("converted", column.conversion.as_ref().map(|conversion| converted(view, conversion)));
    put("expires", column.expires.map(|day| day.to_string().into()));
    package
}

fn converted(view: &OffersView, conversion: &Conversion) -> Value {
    let mut value = json!({
        "from": conversion.from.code(),
        "rate": conversion.rate.normalize().to_string(),
        "base": show::plain(conversion.base),
    });
    if let Some(day) = conversion.as_of {
        merge(
            &mut value,
            json!({
                "as_of": day.to_string(), "days_old": days_old(day, view.today), "old": is_old(day, view.today),
            }),
        );
    }
    if let Some(source) = &conversion.source {
        value["source"] = source.as_str().into();
    }
    value
}

/// The three figures of options: nothing, the last preferred price, what it takes to win.
fn options(options: &OptionView) -> Value {
    let basis = match options.basis {
        Basis::Exits => "exits",
        Basis::BlackScholes => "black-scholes",
        Basis::Unknown => "unknown",
    };
    let mut value = json!({
        "nothing": "0", "exercise_cost": show::plain(options.exercise_cost),
        "counted": show::plain(options.counted), "basis": basis,
    });
    for (key, figure) in [("spread", options.spread), ("at_preferred", options.at_preferred)] {
        if let Some(figure) = figure {
            value[key] = show::plain(figure).into();
        }
    }
    if let Some(win) = &options.to_win {
        let mut to_win = json!({"over": win.over});
        for (key, figure) in [("price", win.price), ("multiple", win.multiple)] {
            if let Some(figure) = figure {
                to_win[key] = show::plain(figure).into();
            }
        }
        value["to_win"] = to_win;
    }
    value
}

fn deadline(deadline: &Deadline) -> Value {
    let mut value = whose(deadline.whose, &deadline.label);
    merge(&mut value, json!({"day": deadline.day.to_string(), "state": deadline.state.words()}));
    value
}

fn a_move(one: &Move) -> Value {
    let mut value = whose(one.whose, &one.label);
    merge(
        &mut value,
        json!({
            "kind": one.kind.name(), "title": one.kind.title(), "by": one.by.to_string(),
            "state": one.state.words(), "why": one.why,
        }),
    );
    value
}

/// The assumption's name; with the place of its alternative, or its currency, where it is about one.
fn name(assumption: Assumption) -> String {
    match assumption {
        Assumption::TargetStock => "target-stock".to_owned(),
        Assumption::Stock(index) => format!("stock:{index}"),
        Assumption::Haircut => "haircut".to_owned(),
        Assumption::Bonus(index) => format!("bonus:{index}"),
        Assumption::ExchangeRate(currency) => format!("exchange-rate:{currency}"),
        Assumption::Leaving => "leaving".to_owned(),
    }
}

fn break_evens(finding: &Finding) -> impl Iterator<Item = Value> {
    finding.break_evens.iter().map(|(found, words)| {
        let BreakEven { assumption, below, above, at, until } = found;
        let mut value = json!({
            "assumption": name(*assumption), "at": show::plain(*at), "words": words,
            "below": whose(below.0, &below.1), "above": whose(above.0, &above.1),
        });
        if let Some(until) = until {
            value["until"] = Value::from(show::plain(*until));
        }
        value
    })
}

fn floor_meets_ask(finding: &Finding) -> Option<Value> {
    let (at, words) = finding.floor_meets_ask.as_ref()?;
    Some(json!({"assumption": name(finding.assumption), "at": show::plain(*at), "words": words}))
}

fn sweep(finding: &Finding) -> Value {
    let sweep = &finding.sweep;
    let points = finding.told().into_iter().map(|point| {
        let mut value = json!({"at": show::plain(point.at), "values": plain(&point.values)});
        let floor = point.floor.as_ref();
        for (key, figure) in [
            ("floor", floor.and_then(|floor| floor.base)),
            ("cautious_floor", floor.and_then(|floor| floor.cautious_base)),
        ] {
            if let Some(figure) = figure {
                value[key] = show::plain(figure).into();
            }
        }
        value
    });
    json!({
        "assumption": name(finding.assumption),
        "title": finding.title,
        "today": show::plain(sweep.today),
        "packages": sweep.packages.iter().map(|(own, label)| whose(*own, label)).collect::<Vec<_>>(),
        "points": points.collect::<Vec<_>>(),
    })
}

fn rates(rates: &ExchangeRates) -> Value {
    let mut value = json!({"base": show::plain(rates.base), "signing": show::plain(rates.signing)});
    for (key, rate) in [("grant", rates.grant), ("grant_bankable", rates.grant_bankable)] {
        if let Some(rate) = rate {
            value[key] = show::plain(rate).into();
        }
    }
    value
}

/// An equal package; one that cannot be made has its shape and note only.
fn equal(of: &PackageView) -> Value {
    let shape = match of.offer.shape {
        Shape::BaseHeavy => "base-heavy",
        Shape::EquityHeavy => "equity-heavy",
        Shape::SigningHeavy => "signing-heavy",
    };
    let mut value = json!({"shape": shape, "note": of.note});
    if let (Some(package), Some(sentence)) = (of.offer.package, &of.sentence) {
        merge(
            &mut value,
            json!({
                "base": show::plain(package.base),
                "equity": show::plain(package.equity),
                "signing": show::plain(package.signing),
                "gap": show::plain(of.offer.gap),
                "lean": of.offer.lean,
                "sentence": sentence,
            }),
        );
    }
    value
}

fn total(total: &Total) -> Value {
    json!({
        "by_year": plain(&total.by_year),
        "total": show::plain(total.sum),
        "average": show::plain(total.average),
    })
}

fn plain(figures: &[Decimal]) -> Vec<String> {
    figures.iter().map(|figure| show::plain(*figure)).collect()
}

/// Adds the keys of one object to another.
fn merge(into: &mut Value, from: Value) {
    if let (Value::Object(into), Value::Object(from)) = (into, from) {
        let from: Map<String, Value> = from;
        into.extend(from);
    }
}

fn letter(letter: &Letter) -> Value {
    let mut text = whose(letter.whose, &letter.to);
    text["id"] = Value::from(letter.id.as_str());
    text["kind"] = Value::from(letter.kind.name());
    text["subject"] = Value::from(letter.subject.as_str());
    text["body"] = Value::from(letter.body.as_str());
    text["why"] = Value::from(letter.why.as_str());
    text["own_words"] = Value::from(letter.is_own);
    if let Some(by) = letter.send_by {
        text["send_by"] = Value::from(by.to_string());
    }
    text
}
