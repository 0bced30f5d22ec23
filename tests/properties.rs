//! Laws of the plan that hold for every negotiation.

use jiff::civil::{Date, date};
use negotiate_up::domain::money::{Currency, Decimal, Money, Range, Rate, RateRange};
use negotiate_up::domain::offer::{Alternative, Equity, EquityKind, OfferStatus, StatedBonus, TargetOffer};
use negotiate_up::domain::plan::{self, Plan, Status, Term, Zone};
use negotiate_up::domain::playbook::{Asks, Band, EquityTerms, Lever, Playbook};
use negotiate_up::domain::session::{Backing, Leans, Session};
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 23);

fn money(amount: u64) -> Money {
    Money::new(Decimal::from(amount)).unwrap()
}

fn range(low: u64, width: u64) -> Range {
    Range { low: money(low), high: money(low + width) }
}

prop_compose! {
    fn asks()(base in prop::option::of(100_000_u64..300_000), equity in prop::option::of(50_000_u64..400_000),
              signing in prop::option::of(0_u64..80_000)) -> Asks {
        Asks { base: base.map(money), equity: equity.map(money), signing: signing.map(money), total: None }
    }
}

prop_compose! {
    fn playbook()(low in 100_000_u64..250_000, width in 0_u64..120_000, grant in prop::option::of((0_u64..300_000, 0_u64..300_000)),
                  bonus in 0_u32..30, asks in prop::collection::vec((asks(), any::<bool>()), 0..6),
                  kind in 0_usize..3, years in 1_u8..6) -> Playbook {
        let levers = asks.into_iter().enumerate().map(|(at, (asks, from_offers))| Lever {
            id: format!("lever-{at}"), name: format!("Lever {at}"), about: None, script: "x".to_owned(),
            softer: None, asks: Some(asks), from_offers,
        });
        Playbook {
            playbook: 1, id: "a/b".to_owned(), company: "A".to_owned(), role: "B".to_owned(), as_of: None,
            summary: vec![], about: None,
            equity: EquityTerms { kind: EquityKind::ALL[kind], years, vesting: None },
            bands: vec![Band {
                region: "Here".to_owned(), currency: Currency::USD, level: None, base: Some(range(low, width)),
                equity: grant.map(|(low, width)| range(low, width)),
                bonus: Some(RateRange { low: Rate::percent(bonus), high: Rate::percent(bonus + 5) }),
                bonus_amount: None, total: None, also: None,
            }],
            level_mapping: vec![], questions: vec![], levers: levers.collect(), strategy: None, evidence: vec![],
        }
    }
}

prop_compose! {
    fn alternative()(base in 50_000_u64..350_000, bonus in prop::option::of(0_u32..40), grant in prop::option::of(0_u64..600_000),
                     kind in 0_usize..3, signing in 0_u64..60_000, status in 0_usize..4) -> Alternative {
        let mut alternative = Alternative::of("Rival", money(base));
        alternative.bonus = bonus.map(|bonus| StatedBonus::of(Rate::percent(bonus)));
        alternative.equity = grant.map(|grant| Equity { kind: Some(EquityKind::ALL[kind]), ..Equity::of(money(grant)) });
        alternative.signing = Some(money(signing));
        alternative.status = OfferStatus::ALL[status];
        alternative
    }
}

prop_compose! {
    fn session()(alternatives in prop::collection::vec(alternative(), 0..4), backing in prop::collection::vec(0_usize..3, 6),
                 offered in prop::option::of((80_000_u64..300_000, 0_u64..300_000)), haircut in 0_u32..60,
                 minimum in prop::option::of(100_000_u64..300_000)) -> Session {
        let mut session = Session::new("a/b", "Here");
        session.alternatives = alternatives;
        session.backing = backing.into_iter().enumerate().map(|(at, k)| (format!("lever-{at}"), Backing::ALL[k])).collect();
        session.target = offered.map(|(base, grant)| TargetOffer {
            base: Some(money(base)), equity: Some(Equity::of(money(grant))), ..TargetOffer::default()
        });
        session.settings.private_haircut = Rate::percent(haircut);
        session.settings.personal_minimum = minimum.map(money);
        session
    }
}

fn compute(playbook: &Playbook, session: &Session) -> Plan {
    Plan::compute(playbook, session, TODAY).unwrap()
}

fn weaker(backing: Backing) -> Backing {
    if backing == Backing::Full { Backing::Partial } else { Backing::None }
}

proptest! {
    #[test]
    fn backing_fewer_levers_never_raises_the_votes_ask(playbook in playbook(), session in session(), which in 0_usize..6) {
        let mut less = session.clone();
        let lever = format!("lever-{which}");
        let backing = weaker(session.backing_of(&lever));
        less.backing.insert(lever, backing);
        let (more, less) = (compute(&playbook, &session), compute(&playbook, &less));
        for term in [Term::Equity, Term::Signing] {
            prop_assert!(less.ask.get(term) <= more.ask.get(term), "{term:?}");
            prop_assert!(less.opening.get(term) <= more.opening.get(term), "{term:?}");
        }
        // The floor may lift the base, and less equity asked lifts the floor: then the floor is why.
        let lifted = less.status == Status::AskRaised;
        prop_assert!(less.ask.base <= more.ask.base || lifted);
    }

    #[test]
    fn a_better_alternative_never_lowers_the_floor(playbook in playbook(), session in session(), more in 1_u64..50_000) {
        let mut levers = playbook;
        levers.levers.iter_mut().for_each(|lever| lever.from_offers = false);
        let mut better = session.clone();
        for alternative in &mut better.alternatives {
            alternative.base = money(u64::try_from(alternative.base.amount()).unwrap() + more);
        }
        let (before, after) = (compute(&levers, &session), compute(&levers, &better));
        prop_assert!(after.floor.base >= before.floor.base);
        prop_assert!(after.floor.exact >= before.floor.exact);
        prop_assert!(after.floor.cautious_base >= before.floor.cautious_base);
    }

    #[test]
    fn floor_never_above_cautious_and_opening_never_below_ask(playbook in playbook(), session in session()) {
        let plan = compute(&playbook, &session);
        prop_assert!(plan.floor.base <= plan.floor.cautious_base);
        for term in Term::ALL {
            prop_assert!(plan.ask.get(term) <= plan.opening.get(term), "{term:?}");
        }
        if plan.status != Status::NoZone {
            prop_assert!(plan.floor.base.unwrap() <= plan.ask.base);
        }
    }

    #[test]
    fn the_ask_stays_in_the_band_unless_they_or_the_floor_say_more(playbook in playbook(), session in session()) {
        let plan = compute(&playbook, &session);
        let band = playbook.bands[0].clone();
        for (term, range) in [(Term::Base, band.base), (Term::Equity, band.equity)] {
            let lifted = term == Term::Base && plan.status == Status::AskRaised;
            if plan.held.contains(&term) || lifted {
                continue;
            }
            let (low, high) = range.map_or((Decimal::ZERO, Decimal::ZERO), |range| (range.low.amount(), range.high.amount()));
            prop_assert!((low..=high).contains(&plan.ask.get(term)), "{term:?} {}", plan.ask.get(term));
            prop_assert!((low..=high).contains(&plan.opening.get(term)), "{term:?}");
        }
    }

    #[test]
    fn the_floor_is_the_least_step_at_which_the_target_wins(playbook in playbook(), session in session()) {
        let plan = compute(&playbook, &session);
        let (Some(batna), Some(exact)) = (&plan.batna, plan.floor.exact) else { return Ok(()) };
        let bonus = playbook.bands[0].bonus.unwrap().middle().unwrap();
        let package = |base: Decimal| {
            let unsigned = plan.ask_value - plan.ask.base * (Decimal::ONE + bonus) - plan.ask.signing / Decimal::from(4);
            base * (Decimal::ONE + bonus) + unsigned
        };
        prop_assert!((package(exact) - batna.value).abs() < Decimal::new(1, 6));
        if plan.floor.source == plan::FloorSource::BestAlternative {
            let floor = plan.floor.base.unwrap();
            prop_assert!(package(floor) >= batna.value);
            prop_assert!(floor.is_zero() || package(floor - plan.step) < batna.value);
        }
    }

    #[test]
    fn the_batna_is_the_best_and_marking_down_never_adds(playbook in playbook(), session in session()) {
        let plan = compute(&playbook, &session);
        let best = plan.alternatives.iter().map(|standing| standing.value).max();
        prop_assert_eq!(plan.batna.as_ref().map(|batna| batna.value), best);
        let mut harsher = session.clone();
        harsher.settings.private_haircut = Rate::percent(90);
        let harsh = compute(&playbook, &harsher);
        prop_assert!(harsh.batna.map(|batna| batna.value) <= plan.batna.map(|batna| batna.value));
    }

    #[test]
    fn zones_follow_each_other_up_the_ruler(playbook in playbook(), session in session(), a in 50_000_u64..400_000, b in 50_000_u64..400_000) {
        let plan = compute(&playbook, &session);
        let rank = |zone| match zone { Zone::Walk => 0, Zone::Think => 1, Zone::Accept => 2 };
        let zone = |base: u64| plan.zone(Decimal::from(base)).map(rank);
        prop_assert!(zone(a.min(b)) <= zone(a.max(b)));
    }

    #[test]
    fn equal_packages_are_equal_and_inside_the_bands(playbook in playbook(), session in session(), base in any::<i8>(), equity in -9_i8..9, signing in any::<i8>()) {
        let session = Session { packages: Leans { base, equity, signing }, ..session };
        let plan = compute(&playbook, &session);
        let trades = plan::trades(&playbook, &session, &plan, TODAY).unwrap();
        let bonus = playbook.bands[0].bonus.unwrap().middle().unwrap();
        let haircut = if playbook.equity.kind.is_liquid() { Rate::ZERO } else { session.settings.private_haircut };
        let years = Decimal::from(4_u8.min(playbook.equity.years)) / Decimal::from(playbook.equity.years) / Decimal::from(4);
        let worth = |package: &plan::Package| {
            package.base * (Decimal::ONE + bonus) + package.equity * years * (Decimal::ONE - haircut.share())
                + package.signing / Decimal::from(4)
        };
        for offer in trades.packages.iter().filter_map(|offer| offer.package) {
            let off = (worth(&offer) - worth(&plan.ask)).abs();
            prop_assert!(off <= plan.step / Decimal::TWO + Decimal::new(1, 6), "off by {off}");
            let band = playbook.bands[0].base.unwrap();
            prop_assert!(offer.base <= band.high.amount().max(plan.ask.base));
            prop_assert!(offer.base >= plan.floor.base.unwrap().min(plan.ask.base));
            prop_assert!(offer != plan.ask);
        }
    }

    #[test]
    fn every_figure_shows_its_derivation(playbook in playbook(), session in session()) {
        let plan = compute(&playbook, &session);
        for term in Term::ALL {
            prop_assert!(plan.trace.of(plan::Figure::Ask(term)).next().is_some());
        }
        prop_assert!(plan.trace.of(plan::Figure::Floor).next().is_some());
        for standing in &plan.alternatives {
            prop_assert!(plan.trace.of(plan::Figure::Alternative(standing.index)).next().is_some());
        }
    }

    #[test]
    fn the_movers_never_fail(playbook in playbook(), session in session()) {
        let movers = plan::movers(&playbook, &session, TODAY).unwrap();
        prop_assert!(movers.len() <= 4 + 2 * session.alternatives.len() + 2);
    }
}
