//! Extreme figures: a plan comes out right or is refused with a reason; nothing panics.

use jiff::civil::{Date, date};
use negotiate_up::domain::check;
use negotiate_up::domain::compare::Inputs;
use negotiate_up::domain::money::{Currency, Decimal, Money, Range, Rate, RateRange};
use negotiate_up::domain::offer::{
    Alternative, Cadence, Clawback, ClawbackKind, Equity, EquityKind, Exit, MarkDown, OfferStatus,
    OptionTerms, Refresher, Route, StatedBonus, TargetOffer, Vesting,
};
use negotiate_up::domain::plan::{self, Plan};
use negotiate_up::domain::playbook::{Band, EquityTerms, Lever, Playbook};
use negotiate_up::domain::session::{Backing, Fx, Session};
use proptest::option::of;
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 23);

fn money(amount: u64) -> Money {
    Money::new(Decimal::from(amount)).unwrap()
}

/// From nothing to ten trillion, the small ones as likely as the large.
fn amount() -> impl Strategy<Value = Money> {
    prop_oneof![
        Just(0_u64),
        1_u64..100,
        50_000_u64..400_000,
        Just(1_000_000_000),
        1_000_000_000_u64..=10_000_000_000_000
    ]
    .prop_map(money)
}

fn rate(most: u32) -> impl Strategy<Value = Rate> {
    prop_oneof![Just(0), 0..=most, Just(most)].prop_map(Rate::percent)
}

prop_compose! {
    fn mark_down()(route in 0_usize..3, months in of(0_u16..=u16::MAX), chance in of(rate(300)), rate in of(rate(300)),
                   volatility in of(rate(300)), dividend in of(rate(300))) -> MarkDown {
        MarkDown { route: Route::ALL[route], months, chance, rate, volatility, dividend }
    }
}

prop_compose! {
    fn options()(count in prop_oneof![Just(0_u64), Just(1), Just(10_000_000_000), Just(u64::MAX), 1_u64..100_000],
                 strike in amount(), fmv in of(amount()), preferred in of(amount()), dilution in of(rate(300)),
                 rounds in of(any::<u8>()), exits in prop::collection::vec((rate(300), amount()), 0..4)) -> OptionTerms {
        let exits = exits.into_iter().map(|(chance, price)| Exit { chance, price }).collect();
        OptionTerms { count, strike, fmv, preferred, dilution, rounds, exits }
    }
}

prop_compose! {
    fn equity()(grant in amount(), kind in of(0_usize..3), years in of(any::<u8>()), shared in any::<bool>(), haircut in of(rate(300)),
                mark_down in of(mark_down().boxed()), cadence in of(0_usize..4), cliff_months in of(any::<u16>()),
                refresher in of((amount(), any::<bool>())), options in of(options().boxed())) -> Equity {
        let vesting = shared.then(|| Vesting::new([5, 15, 40, 40].map(Rate::percent).to_vec()).unwrap());
        Equity {
            kind: kind.map(|kind| EquityKind::ALL[kind]), years, vesting, haircut, mark_down,
            cadence: cadence.map(|at| Cadence::ALL[at]), cliff_months,
            refresher: refresher.map(|(a_year, written)| Refresher { a_year, written }), options,
            ..Equity::of(grant)
        }
    }
}

prop_compose! {
    fn alternative()(base in amount(), bonus in of(rate(300)), signing in of(amount()), other_annual in of(amount()), equity in of(equity().boxed()),
                     status in 0_usize..4, tax_rate in of(rate(100)), cost_of_living in of(rate(300)), abroad in any::<bool>(),
                     clawback in of((any::<u16>(), 0_usize..2))) -> Alternative {
        Alternative {
            bonus: bonus.map(StatedBonus::of), signing, other_annual, equity, status: OfferStatus::ALL[status],
            tax_rate, cost_of_living, currency: abroad.then_some(Currency::GBP),
            clawback: clawback.map(|(months, kind)| Clawback { months, kind: ClawbackKind::ALL[kind] }),
            ..Alternative::of("Rival", base)
        }
    }
}

prop_compose! {
    fn session()(alternatives in prop::collection::vec(alternative().boxed(), 0..4),
                 target in of((of(amount()), of(amount()), of(equity().boxed()))), years in 1_u8..=40, discount in rate(100),
                 tax_rate in of(rate(100)), mark_down in of(mark_down().boxed()), haircut in rate(100),
                 fx in prop_oneof![Just("0.0000001"), Just("1.27"), Just("1000000")]) -> Session {
        let mut session = Session::new("a/b", "Here");
        session.alternatives = alternatives;
        session.backing.insert("lever".to_owned(), Backing::Full);
        session.target = target.map(|(base, signing, equity)| TargetOffer { base, signing, equity, ..TargetOffer::default() });
        let settings = &mut session.settings;
        (settings.horizon_years, settings.discount_rate) = (years, discount);
        (settings.tax_rate, settings.mark_down, settings.private_haircut) = (tax_rate, mark_down, haircut);
        settings.fx.insert(Currency::GBP, Fx { rate: fx.parse().unwrap(), as_of: None, source: None });
        session
    }
}

fn playbook(kind: EquityKind) -> Playbook {
    let range = |low, high| Some(Range { low: money(low), high: money(high) });
    let lever = Lever {
        id: "lever".to_owned(),
        name: "Lever".to_owned(),
        about: None,
        script: "x".to_owned(),
        softer: None,
        asks: None,
        from_offers: true,
    };
    let band = Band {
        region: "Here".to_owned(),
        currency: Currency::USD,
        level: None,
        base: range(170_000, 220_000),
        equity: range(140_000, 250_000),
        bonus: Some(RateRange { low: Rate::percent(5), high: Rate::percent(10) }),
        bonus_amount: None,
        total: None,
        also: None,
    };
    Playbook {
        playbook: 1,
        id: "a/b".to_owned(),
        company: "A".to_owned(),
        role: "B".to_owned(),
        as_of: None,
        summary: vec![],
        about: None,
        equity: EquityTerms { kind, years: 4, vesting: None },
        bands: vec![band],
        level_mapping: vec![],
        questions: vec![],
        levers: vec![lever],
        strategy: None,
        evidence: vec![],
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_comes_out_right_or_is_refused(session in session().boxed(), kind in 0_usize..3) {
        let playbook = playbook(EquityKind::ALL[kind]);
        let problems = check::session(&session, &playbook);
        prop_assert!(problems.iter().all(|problem| !problem.message.is_empty()));
        match Plan::compute(&playbook, &session, TODAY) {
            Err(problem) => prop_assert!(problem.hint.is_some(), "{problem:?}"),
            Ok(plan) => {
                if problems.is_empty() {
                    prop_assert!(plan.floor.base <= plan.floor.cautious_base);
                    for standing in &plan.alternatives {
                        prop_assert!(standing.face >= Decimal::ZERO && standing.value >= Decimal::ZERO);
                    }
                }
                let _ = plan::movers(&playbook, &session, TODAY);
                let _ = plan::trades(&playbook, &session, &plan, TODAY);
                let desk = Inputs { playbook: &playbook, session: &session, plan: &plan, today: TODAY };
                let _ = desk.side_by_side();
                for assumption in desk.assumptions().unwrap_or_default() {
                    let _ = desk.sweep(assumption, 5);
                    let _ = desk.break_evens(assumption);
                    let _ = desk.floor_meets_ask(assumption);
                }
            }
        }
    }
}

#[test]
fn ten_billion_options_at_a_million_over_forty_years() {
    let playbook = playbook(EquityKind::Private);
    let mut session = Session::new("a/b", "Here");
    session.settings.horizon_years = 40;
    let terms = OptionTerms {
        exits: vec![Exit { chance: Rate::ONE, price: money(1_000_001) }],
        count: 10_000_000_000,
        strike: money(1),
        fmv: None,
        preferred: None,
        dilution: None,
        rounds: None,
    };
    let equity = Equity {
        kind: Some(EquityKind::Options),
        years: Some(40),
        options: Some(terms),
        ..Equity::of(money(0))
    };
    session.alternatives = vec![Alternative { equity: Some(equity), ..Alternative::of("Rival", money(0)) }];
    assert_eq!(check::session(&session, &playbook), []);
    let plan = Plan::compute(&playbook, &session, TODAY).unwrap();
    assert_eq!(plan.batna.map(|batna| batna.value), Some(Decimal::from(250_000_000_000_000_i64)));
}
