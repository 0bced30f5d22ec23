//! The desk against worked figures, and the laws that hold of it whatever is entered.

use proptest::prelude::*;

use super::{Assumption, Inputs, Measure, Whose};
use crate::domain::money::{Decimal, Money};
use crate::domain::offer::{Alternative, Equity, EquityKind};
use crate::domain::plan::Plan;
use crate::domain::playbook::Playbook;
use crate::domain::session::Session;

/// The worked case of the rules, without the levers' votes: the target's own offer is the ask.
const PLAYBOOK: &str = "{playbook: 1, id: a/b, company: A, role: B, equity: {kind: private, years: 4}, bands: \
    [{region: X, currency: USD, base: {low: 170000, high: 220000}, equity: {low: 140000, high: 250000}, bonus: \
    {low: 5%, high: 10%}}], levers: [{id: l, name: L, script: S, asks: {base: 215000, equity: 242000, signing: \
    25000}}]}";
const WORKED: &str = "{session: 1, playbook: a/b, region: X, backing: {l: full}, alternatives: [\
    {company: Google, base: 210000, equity: {grant: 260000, kind: rsu}},\
    {company: Anthropic, base: 215000, equity: {grant: 250000, kind: private}}]}";

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn with<T>(session: &str, look: impl FnOnce(Inputs) -> T) -> T {
    let session: Session = serde_yaml::from_str(session).unwrap();
    look_at(&session, look)
}

fn look_at<T>(session: &Session, look: impl FnOnce(Inputs) -> T) -> T {
    let playbook: Playbook = serde_yaml::from_str(PLAYBOOK).unwrap();
    let today = "2026-11-23".parse().unwrap();
    let plan = Plan::compute(&playbook, session, today).unwrap();
    look(Inputs { playbook: &playbook, session, plan: &plan, today })
}

#[test]
fn the_haircut_at_which_the_floor_reaches_the_ask() {
    with(WORKED, |inputs| {
        let at = inputs.floor_meets_ask(Assumption::Haircut).unwrap().unwrap();
        assert!((at - d("0.274793")).abs() <= d("0.000001"), "{at}");
    });
}

#[test]
fn only_assumptions_that_move_something_are_listed() {
    with(WORKED, |inputs| {
        let found = inputs.assumptions().unwrap();
        let expected = [
            Assumption::Haircut,
            Assumption::TargetStock,
            Assumption::Stock(0),
            Assumption::Stock(1),
            Assumption::Bonus(0),
            Assumption::Bonus(1),
            Assumption::Leaving,
        ];
        assert_eq!(found, expected);
    });
    with(
        "{session: 1, playbook: a/b, region: X, alternatives: [{company: G, base: 1000, bonus: 5%}]}",
        |inputs| {
            assert_eq!(
                inputs.assumptions().unwrap(),
                [Assumption::Haircut, Assumption::TargetStock, Assumption::Leaving]
            );
        },
    );
}

#[test]
fn one_offer_overtakes_another_where_they_are_worth_the_same() {
    with(WORKED, |inputs| {
        // 275 = 215 + 62.5 × (1 − h) at h = 4%.
        let found = inputs.break_evens(Assumption::Haircut).unwrap();
        let pair = found.iter().find(|one| one.below.0 == Whose::Alternative(1)).unwrap();
        assert_eq!((pair.at, pair.above.0), (d("0.04"), Whose::Alternative(0)));
        assert_eq!(
            pair.words(inputs.session),
            "With private paper marked down by 4%: Google overtakes Anthropic."
        );
        // 210 + 65 × x = 215 + 46.875.
        let found = inputs.break_evens(Assumption::Stock(0)).unwrap();
        let pair = found.iter().find(|one| one.below.0 == Whose::Alternative(1)).unwrap();
        assert_eq!(pair.at.round_dp(6), d("0.798077"));
    });
}

#[test]
fn a_bonus_that_is_not_stated_moves_the_floor_as_the_rules_say() {
    with(WORKED, |inputs| {
        let sweep = inputs.sweep(Assumption::Bonus(0), 41).unwrap();
        let point = &sweep.points[15];
        assert_eq!(point.at, d("0.15"));
        assert_eq!(point.floor.as_ref().unwrap().base, Some(d("229000")));
        assert_eq!(sweep.points[sweep.nearest(sweep.today)].floor.as_ref().unwrap().base, Some(d("200000")));
    });
}

#[test]
fn leaving_early_costs_the_grant_the_bonus_and_the_signing_money() {
    let session = "{session: 1, playbook: a/b, region: X, alternatives: [\
        {company: G, base: 120000, bonus: 10%, equity: {grant: 48000, cliff_months: 12, cadence: monthly}, signing: \
        24000, clawback: {months: 12, kind: full}}, {company: H, base: 125000, bonus: 0%}]}";
    with(session, |inputs| {
        let sweep = inputs.sweep(Assumption::Leaving, 2).unwrap();
        assert_eq!(sweep.points.len(), 48);
        let of = |month: usize| (sweep.points[month - 1].values[1], sweep.points[month - 1].values[2]);
        assert_eq!(of(11), (d("110000"), of(11).1));
        // 120 of pay, 12 of bonus, 12 vested, 24 of signing.
        assert_eq!(of(12), (d("168000"), d("125000")));
        let found = inputs.break_evens(Assumption::Leaving).unwrap();
        let pair = found.iter().find(|one| one.below.0 == Whose::Alternative(1)).unwrap();
        assert_eq!((pair.at, pair.above.0), (d("12"), Whose::Alternative(0)));
    });
}

#[test]
fn the_order_is_by_the_measure_and_then_as_entered() {
    with(WORKED, |inputs| {
        let table = inputs.side_by_side().unwrap().sorted(Measure::Base);
        let order: Vec<&str> = table.columns.iter().map(|column| column.label.as_str()).collect();
        assert_eq!(order, ["Your ask", "Anthropic", "Google"]);
        let google = &table.columns[2];
        let difference = table.difference(google).unwrap().unwrap();
        assert_eq!(table.difference(&table.columns[0]).unwrap(), None);
        // 275 against 215 × 1.075 + 60.5 × 75% + 6.25.
        assert_eq!(difference.average, d("-7750"));
        assert_eq!(
            (google.liquid, table.columns[0].liquid.unwrap().round_dp(4)),
            (Some(d("1")), d("0.7969"))
        );
    });
}

fn offer() -> impl Strategy<Value = Alternative> {
    let money = |amount: u32| Money::new(Decimal::from(amount)).unwrap();
    (50_000_u32..400_000, 0_u32..500_000, 0_usize..3).prop_map(move |(base, grant, kind)| Alternative {
        equity: Some(Equity { kind: Some(EquityKind::ALL[kind]), ..Equity::of(money(grant)) }),
        ..Alternative::of("R", money(base))
    })
}

proptest! {
    #[test]
    fn at_a_break_even_both_packages_are_worth_the_same(offers in prop::collection::vec(offer(), 2..4)) {
        let mut session: Session = serde_yaml::from_str(WORKED).unwrap();
        session.alternatives = offers;
        look_at(&session, |inputs| {
            for assumption in inputs.assumptions().unwrap() {
                if assumption == Assumption::Leaving {
                    continue;
                }
                for found in inputs.break_evens(assumption).unwrap() {
                    let point = super::Point::of(&inputs, &mut session.clone(), assumption, found.at).unwrap();
                    let sweep = inputs.sweep(assumption, 2).unwrap();
                    let worth = |whose: Whose| {
                        let index = sweep.packages.iter().position(|package| package.0 == whose).unwrap();
                        point.values[index]
                    };
                    let (one, other) = (worth(found.below.0), worth(found.above.0));
                    prop_assert!(one.checked_sub(other).unwrap().abs() < d("0.001"), "{assumption:?}: {one} {other}");
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn dearer_stock_never_makes_its_package_worth_less(offers in prop::collection::vec(offer(), 1..4)) {
        let mut session: Session = serde_yaml::from_str(WORKED).unwrap();
        session.alternatives = offers;
        look_at(&session, |inputs| {
            for assumption in inputs.assumptions().unwrap() {
                let Assumption::Stock(index) = assumption else { continue };
                let sweep = inputs.sweep(assumption, 9).unwrap();
                let at = sweep.packages.iter().position(|package| package.0 == Whose::Alternative(index)).unwrap();
                let values: Vec<Decimal> = sweep.points.iter().map(|point| point.values[at]).collect();
                prop_assert!(values.is_sorted());
            }
            Ok(())
        })?;
    }
}

#[test]
fn options_are_three_figures_and_never_the_recruiters() {
    let session = "{session: 1, playbook: a/b, region: X, backing: {l: full}, alternatives: [{company: G, base: 200000, equity: {grant: \
        160000, kind: options, options: {count: 20000, strike: 4, fmv: 4, preferred: 12}}}]}";
    with(session, |inputs| {
        let table = inputs.side_by_side().unwrap();
        let [ask, rival] = table.columns.as_slice() else { panic!("{table:?}") };
        let view = rival.options.as_ref().unwrap();
        assert_eq!(
            (ask.options.is_none(), view.exercise_cost, view.at_preferred),
            (true, d("80000"), Some(d("160000")))
        );
        assert_eq!(rival.grant.round(), d("43799"));
        // The ask is worth 282.75 a year, 82.75 above the base: 331 in all, 16.55 a share above the strike.
        let to_win = view.to_win.as_ref().unwrap();
        assert_eq!((to_win.over.as_str(), to_win.price), ("Your ask", Some(d("20.55"))));
        assert_eq!(to_win.multiple.unwrap().round_dp(4), d("1.7125"));
    });
    let at_win = session.replace("preferred: 12", "preferred: 12, exits: [{chance: 100%, price: 20.55}]");
    with(&at_win, |inputs| {
        let table = inputs.side_by_side().unwrap();
        assert_eq!(table.columns[1].bankable.average, table.columns[0].bankable.average);
    });
}

#[test]
fn taxes_and_the_cost_of_living_are_steps_of_their_own() {
    let session = WORKED.replace("alternatives", "settings: {tax_rate: 42%}, alternatives");
    let taxed = session.replace("base: 210000", "base: 210000, tax_rate: 35%");
    with(&taxed, |inputs| {
        assert_eq!(inputs.plan.floor.base, Some(d("231000")));
        let table = inputs.side_by_side().unwrap();
        let google = table.columns.iter().find(|column| column.label == "Google").unwrap();
        assert_eq!(google.bankable.average, d("275000"));
        assert_eq!(google.value.round(), d("308190"));
        let steps: Vec<&str> = inputs.plan.trace.of(crate::domain::plan::Figure::Alternative(0)).collect();
        assert_eq!(steps.len(), 2, "{steps:?}");
    });
    let one_sided = WORKED.replace("base: 210000", "base: 210000, tax_rate: 35%");
    with(&one_sided, |inputs| {
        assert_eq!(inputs.plan.floor.base, Some(d("200000")));
        assert!(inputs.plan.warnings.iter().any(|warning| warning.code == "tax-one-sided"));
    });
    let cheaper = WORKED.replace("base: 210000", "base: 210000, cost_of_living: 80%");
    with(&cheaper, |inputs| {
        assert_eq!(inputs.plan.batna.as_ref().unwrap().value, d("343750"));
    });
}

#[test]
fn only_written_refreshers_count_on_either_side() {
    let with_refresher = |written: bool| {
        WORKED.replace(
            "grant: 260000",
            &format!("refresher: {{a_year: 40000, written: {written}}}, grant: 260000"),
        )
    };
    with(&with_refresher(false), |inputs| assert_eq!(inputs.plan.batna.as_ref().unwrap().value, d("275000")));
    with(&with_refresher(true), |inputs| {
        // 1.5 grants of 40 over four years.
        assert_eq!(inputs.plan.batna.as_ref().unwrap().value, d("290000"));
        let table = inputs.side_by_side().unwrap();
        let google = table.columns.iter().find(|column| column.label == "Google").unwrap();
        assert_eq!(google.refreshers, [d("0"), d("10000"), d("20000"), d("30000")]);
        assert_eq!(google.bankable.average, d("290000"));
        assert!(inputs.plan.warnings.iter().any(|warning| warning.code == "refreshers-one-sided"));
    });
    let target = WORKED.replace(
        "alternatives",
        "target: {equity: {grant: 1000, refresher: {a_year: 40000, written: true}}}, alternatives",
    );
    with(&target, |inputs| {
        // (275 − 60.5 − 15) ÷ 1.075.
        assert_eq!(inputs.plan.floor.exact.unwrap().round(), d("185581"));
    });
}

#[test]
fn a_formula_takes_the_place_of_the_usual_haircut() {
    let session = WORKED.replace("alternatives", "settings: {mark_down: {route: finnerty}}, alternatives");
    with(&session, |inputs| {
        let table = inputs.side_by_side().unwrap();
        assert_eq!(table.columns[0].haircut.to_string(), "18.2002%");
    });
    let own = WORKED.replace("kind: private}", "kind: private, mark_down: {route: exit}}");
    with(&own, |inputs| {
        let table = inputs.side_by_side().unwrap();
        assert_eq!(table.columns[2].haircut.to_string(), "54.9211%");
        assert_eq!(table.columns[0].haircut.to_string(), "25%");
    });
}

#[test]
fn what_is_compared_is_what_the_plan_counts_also_when_discounted() {
    let session = WORKED
        .replace(
            "alternatives",
            "target: {base: 195000, equity: {grant: 190000}}, settings: {discount_rate: 20%}, alternatives",
        )
        .replace("kind: rsu", "kind: rsu, vesting: [5%, 15%, 40%, 40%]");
    with(&session, |inputs| {
        let table = inputs.side_by_side().unwrap();
        for standing in &inputs.plan.alternatives {
            let column =
                table.columns.iter().find(|column| column.whose == Whose::Alternative(standing.index));
            assert_eq!(column.unwrap().value, standing.value);
        }
        let google = table.columns.iter().find(|column| column.label == "Google").unwrap();
        assert!(google.is_adjusted() && google.value < google.bankable.average);
        let reference = table.reference().unwrap();
        let difference = table.difference(google).unwrap().unwrap();
        assert_eq!(difference.average.checked_add(reference.value), Some(google.value));
    });
}

#[test]
fn a_lead_that_changes_back_is_told_with_its_months() {
    let session = "{session: 1, playbook: a/b, region: X, backing: {l: full}, alternatives: [{company: G, base: 100000, \
        signing: 20000, clawback: {months: 12, kind: full}}, {company: H, base: 106000, equity: {grant: 4000, vesting: \
        [100%], cadence: yearly, cliff_months: 0}}]}";
    with(session, |inputs| {
        let found = inputs.break_evens(Assumption::Leaving).unwrap();
        let between = |one: &str, other: &str| {
            let pair =
                |one: &&super::BreakEven| [&one.below.1, &one.above.1].iter().all(|label| label.len() == 1);
            let words =
                found.iter().filter(pair).map(|found| found.words(inputs.session)).collect::<Vec<_>>();
            assert!(words.iter().all(|words| words.contains(one) && words.contains(other)), "{words:?}");
            words
        };
        assert_eq!(
            between("G", "H"),
            ["From month 12 to month 32 G has paid more than H.", "From month 33 on H has paid more than G."]
        );
    });
}

#[test]
fn packages_of_one_name_are_numbered() {
    let twins = WORKED.replace("Anthropic", "Google");
    with(&twins, |inputs| {
        let table = inputs.side_by_side().unwrap();
        let labels: Vec<&str> = table.columns.iter().map(|column| column.label.as_str()).collect();
        assert_eq!(labels, ["Your ask", "Google", "Google (2)"]);
    });
}
