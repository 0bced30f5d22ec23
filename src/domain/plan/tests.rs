//! The worked case, and what the program must say before the user learns it on the call.

use jiff::civil::{Date, date};

use super::{Figure, FloorSource, Plan, Status, Term, Zone, movers, trades};
use crate::domain::money::{Decimal, Money, Rate};
use crate::domain::offer::{
    Alternative, Equity, EquityKind, MarkDown, OfferStatus, OptionTerms, Route, StatedBonus, TargetOffer,
};
use crate::domain::playbook::Playbook;
use crate::domain::session::{Backing, Session};

const TODAY: Date = date(2026, 11, 23);

fn k(thousands: i64) -> Decimal {
    Decimal::from(thousands.saturating_mul(1000))
}

fn money(thousands: i64) -> Money {
    Money::new(k(thousands)).unwrap()
}

fn playbook() -> Playbook {
    serde_yaml::from_str(include_str!("../../../playbooks/huggingface-enterprise/software-engineer.yaml"))
        .unwrap()
}

fn offer(company: &str, base: i64, grant: i64, kind: EquityKind) -> Alternative {
    let equity = Equity { kind: Some(kind), years: Some(4), ..Equity::of(money(grant)) };
    Alternative { equity: Some(equity), ..Alternative::of(company, money(base)) }
}

/// San Francisco, all levers fully backed, the guide's own two offers.
fn session() -> Session {
    let mut session = Session::new("huggingface-enterprise/software-engineer", "San Francisco");
    session.backing = playbook().levers.iter().map(|lever| (lever.id.clone(), Backing::Full)).collect();
    session.alternatives =
        vec![offer("Google", 210, 260, EquityKind::Rsu), offer("Anthropic", 215, 250, EquityKind::Private)];
    session
}

fn plan(session: &Session) -> Plan {
    Plan::compute(&playbook(), session, TODAY).unwrap()
}

#[test]
fn the_worked_case() {
    let plan = plan(&session());
    assert_eq!(plan.status, Status::Ok);
    assert_eq!((plan.ask.base, plan.ask.equity, plan.ask.signing), (k(215), k(242), k(25)));
    assert_eq!((plan.opening.base, plan.opening.equity, plan.opening.signing), (k(218), k(245), k(25)));
    let batna = plan.batna.clone().unwrap();
    assert_eq!((batna.company.as_str(), batna.value), ("Google", k(275)));
    assert_eq!(plan.alternatives[1].value, Decimal::from(261_875));
    assert_eq!(plan.alternatives[1].face, Decimal::from(277_500));
    assert_eq!(plan.floor.exact.unwrap().round_dp(6), Decimal::new(199_534_883_721, 6));
    assert_eq!(plan.floor.cautious_exact.unwrap().round_dp(6), Decimal::new(213_604_651_163, 6));
    assert_eq!((plan.floor.base, plan.floor.cautious_base), (Some(k(200)), Some(k(214))));
    assert_eq!(plan.floor.source, FloorSource::BestAlternative);
    assert_eq!(plan.ask_value, Decimal::from(297_875));
    let zones =
        [(199, Zone::Walk), (200, Zone::Think), (213, Zone::Think), (214, Zone::Accept), (215, Zone::Accept)];
    for (base, zone) in zones {
        assert_eq!(plan.zone(k(base)), Some(zone), "{base}");
    }
}

#[test]
fn a_bonus_at_google_lifts_the_floor_above_the_band() {
    let mut session = session();
    session.alternatives[0].bonus = Some("15%".parse::<StatedBonus>().unwrap());
    let plan = plan(&session);
    assert_eq!(plan.status, Status::NoZone);
    assert_eq!(plan.floor.base, Some(k(229)));
    let zone = plan.no_zone.unwrap();
    assert_eq!(zone.equity_needed_at_top_base, Some(k(280)));
    assert_eq!(
        zone.lack.map(|lack| (lack.shortfall_per_year, lack.signing_needed)),
        Some((Decimal::from(7500), k(30)))
    );
}

#[test]
fn what_they_offer_already_is_the_ask() {
    let mut session = session();
    session.target =
        Some(TargetOffer { base: Some(money(216)), signing: Some(money(10)), ..TargetOffer::default() });
    let plan = plan(&session);
    assert_eq!(plan.held, [Term::Base]);
    assert_eq!((plan.ask.base, plan.opening.base, plan.ask.signing), (k(216), k(218), k(25)));
}

#[test]
fn nothing_offered_is_not_held() {
    let mut session = session();
    session.backing.clear();
    session.target = Some(TargetOffer { signing: Money::new(Decimal::ZERO), ..TargetOffer::default() });
    assert_eq!(plan(&session).held, []);
}

#[test]
fn an_expired_offer_is_left_out_and_said_and_counts_on_its_last_day() {
    let mut session = session();
    session.alternatives[0].expires = Some(date(2026, 11, 22));
    let expired = plan(&session);
    assert_eq!(expired.batna.unwrap().company, "Anthropic");
    assert!(
        expired.warnings.iter().any(|warning| warning.code == "expired" && warning.alternative == Some(0))
    );
    session.alternatives[0].expires = Some(TODAY);
    assert_eq!(plan(&session).batna.unwrap().company, "Google");
}

#[test]
fn a_verbal_offer_counts_by_its_confidence_and_an_expected_one_never() {
    let mut session = session();
    session.alternatives[0].status = OfferStatus::Verbal;
    session.alternatives[0].confidence = Some("70%".parse().unwrap());
    assert_eq!(plan(&session).batna.unwrap().value, Decimal::new(2_710_625, 1));
    session.alternatives[0].status = OfferStatus::Expected;
    assert_eq!(plan(&session).alternatives.len(), 1);
}

#[test]
fn a_tie_goes_to_listed_stock_then_to_the_higher_base() {
    let mut session = session();
    session.settings.private_haircut = crate::domain::money::Rate::ZERO;
    session.alternatives =
        vec![offer("Private", 210, 260, EquityKind::Private), offer("Listed", 210, 260, EquityKind::Rsu)];
    assert_eq!(plan(&session).batna.unwrap().company, "Listed");
    session.alternatives =
        vec![offer("Low", 200, 300, EquityKind::Rsu), offer("High", 210, 260, EquityKind::Rsu)];
    assert_eq!(plan(&session).batna.unwrap().company, "High");
}

#[test]
fn another_currency_needs_a_rate_from_the_user() {
    let mut session = session();
    session.alternatives[1].currency = Some("GBP".parse().unwrap());
    let problem = Plan::compute(&playbook(), &session, TODAY).unwrap_err();
    assert_eq!((problem.code, problem.at.as_str()), ("fx-missing", "alternatives[1].currency"));
    assert!(problem.message.contains("GBP"));
}

#[test]
fn the_movers_of_the_worked_case() {
    let movers = movers(&playbook(), &session(), TODAY).unwrap();
    let found = |words: &str| movers.iter().find(|mover| mover.assumption.contains(words)).unwrap().base;
    assert_eq!(found("worth 75% of face"), k(214));
    assert_eq!(found("Google pays a 15% bonus"), k(229));
    assert_eq!(found("a tenth less equity"), k(206));
}

#[test]
fn the_trades_of_the_worked_case() {
    let session = session();
    let plan = plan(&session);
    let trades = trades(&playbook(), &session, &plan, TODAY).unwrap();
    assert_eq!((trades.rates.grant, trades.rates.signing), (Some(Decimal::from(4300)), Decimal::from(4300)));
    assert!(trades.packages.iter().all(|offer| offer.package.is_some()));
}

#[test]
fn a_single_value_band_holds_every_ask() {
    let mut playbook = playbook();
    let base = playbook.bands[0].base.as_mut().unwrap();
    base.high = base.low;
    let plan = Plan::compute(&playbook, &session(), TODAY).unwrap();
    assert_eq!((plan.ask.base, plan.opening.base), (k(170), k(170)));
}

#[test]
fn another_place_taxes_otherwise() {
    let mut taxed = session();
    taxed.settings.tax_rate = Some(Rate::percent(42));
    taxed.alternatives[0].tax_rate = Some(Rate::percent(35));
    let before = plan(&session());
    let after = plan(&taxed);
    assert_eq!(after.floor.base, Some(k(231)));
    assert_eq!(after.alternatives[1], before.alternatives[1]);
    taxed.settings.tax_rate = None;
    let one_sided = plan(&taxed);
    assert_eq!(one_sided.floor, before.floor);
    assert!(one_sided.warnings.iter().any(|warning| warning.code == "tax-one-sided"));
}

#[test]
fn the_derivation_names_the_formula_of_a_haircut() {
    let mut marked = session();
    marked.settings.mark_down = Some(MarkDown::of(Route::Finnerty));
    let plan = plan(&marked);
    for figure in [Figure::Alternative(1), Figure::Cautious] {
        let lines: Vec<&str> = plan.trace.of(figure).collect();
        assert!(lines.iter().any(|line| line.contains("Finnerty") && line.contains("18.2%")), "{lines:?}");
    }
    assert!(plan.trace.of(Figure::Alternative(0)).all(|line| !line.contains("Finnerty")));
}

#[test]
fn options_of_the_target_that_cannot_be_priced_are_told() {
    let mut offered = session();
    let terms = OptionTerms {
        count: 1000,
        strike: money(0),
        fmv: None,
        preferred: None,
        dilution: None,
        rounds: None,
        exits: Vec::new(),
    };
    let equity = Equity { kind: Some(EquityKind::Options), options: Some(terms), ..Equity::of(money(900)) };
    offered.target = Some(TargetOffer { equity: Some(equity), ..TargetOffer::default() });
    let plan = plan(&offered);
    assert!(plan.warnings.iter().any(|warning| warning.code == "options-unpriced"));
    assert_eq!(plan.ask.equity, k(242), "the company's own figure does not count");
}
