//! What answers do, and that what a field shows reads back as what the session holds.

use jiff::civil::{Date, date};

use super::{
    Answer, BandField, Desk, EquityField, Field, FieldId, OfferField, SettingField, TargetField, answer,
    background, echo, lever, offer, settings, target,
};
use crate::domain::edit::Edit;
use crate::domain::money::{Currency, Decimal, Money, Rate};
use crate::domain::offer::Alternative;
use crate::domain::plan::Plan;
use crate::domain::playbook::{Playbook, Question};
use crate::domain::session::{Backing, Session};

pub(super) const TODAY: Date = date(2026, 11, 23);

pub(super) fn playbook() -> Playbook {
    serde_yaml::from_str(include_str!("../../playbooks/huggingface-enterprise/software-engineer.yaml"))
        .unwrap()
}

fn general() -> Playbook {
    serde_yaml::from_str(include_str!("../../playbooks/any-company/software-engineer.yaml")).unwrap()
}

/// A session in which every kind of field holds something.
pub(super) fn full() -> Session {
    serde_yaml::from_str(
        "session: 1
playbook: huggingface-enterprise/software-engineer
region: Paris
band: {currency: EUR, base: {low: 145000, high: 188000.50}, equity: {low: 0, high: 213000}, bonus: {low: 5%, high: 10%}}
answers: {name: Sam, github_stars: '2400'}
backing: {community: partial, enterprise-hub: full}
target: {base: 150000, signing: 1000.25, clawback: {months: 18, kind: pro-rata}, expires: 2026-12-24,
  equity: {grant: 90000, vesting: [40%, 30%, 20%, 10%], cadence: quarterly, cliff_months: 0,
    refresher: {a_year: 20000, written: true}}}
alternatives:
  - {company: Google, level: L4, status: verbal, confidence: 70%, currency: GBP, base: 1234.5, bonus: 10-15%,
     equity: {grant: 260000, kind: private, vesting: [33%, 33%, 22%, 12%], haircut: 12.5%, cadence: monthly,
       cliff_months: 6, refresher: {a_year: 30000}}, signing: 25000, clawback: {months: 12, kind: full},
     relocation: 5000, other_annual: 3000, tax_rate: 35%, cost_of_living: 120%, expires: 2027-03-01}
  - {company: Acme, status: current, base: 180000, bonus_amount: 9000, equity: {grant: 100, kind: rsu, years: 3}}
settings: {horizon_years: 5, discount_rate: 3.5%, private_haircut: 40%, switching_premium: 0%, personal_minimum: 140000,
  tax_rate: 42%, reply_days: 3, fx: {GBP: {rate: 1.234, as_of: 2026-01-15, source: my bank}}}
",
    )
    .unwrap()
}

/// The same with options and with reckoned haircuts, where [`full`] has stock and stated ones.
fn in_other_ways() -> Session {
    let mut session: Session = serde_yaml::from_str(
        "session: 1
playbook: huggingface-enterprise/software-engineer
region: Paris
target: {equity: {grant: 0, kind: options, years: 4, cliff_months: 12,
  options: {count: 1500, strike: 0.0312, fmv: 1.2340, preferred: 1234.5, dilution: 20%, rounds: 2,
    exits: [{chance: 50%, price: 0}, {chance: 12.5%, price: 1234.5}, {chance: 30%, price: 10}]}}}
alternatives:
  - {company: Acme, base: 180000, equity: {grant: 0, kind: options, options: {count: 20000, strike: 4},
     mark_down: {route: exit, months: 40, chance: 50%, rate: 12%}}}
  - {company: Nvidia, base: 180000, equity: {grant: 100000, kind: private, years: 4, cadence: quarterly,
     mark_down: {route: finnerty, months: 24, volatility: 80%, dividend: 1%}}}
settings: {mark_down: {route: chaffe, months: 36, volatility: 120%, rate: 4%}}
",
    )
    .unwrap();
    session.band = full().band;
    session
}

pub(super) fn desk<'a>(playbook: &'a Playbook, session: &'a Session) -> Desk<'a> {
    Desk { playbook, session, today: TODAY }
}

pub(super) fn every_field(desk: &Desk) -> Vec<Field> {
    let questions: Vec<&Question> = desk.playbook.questions.iter().collect();
    let mut fields =
        [target(desk), background(desk), settings(desk), offer(desk, 0), offer(desk, 1)].concat();
    for one in &desk.playbook.levers {
        fields.extend(lever(desk, one, &questions));
    }
    fields
}

pub(super) fn edited(session: &Session, id: &FieldId, text: &str) -> Session {
    let playbook = playbook();
    match answer(&desk(&playbook, session), id, text) {
        Answer::Edit(edit) => {
            let mut session = session.clone();
            let _inverse = edit.apply(&mut session);
            session
        }
        other => panic!("{id} {text:?}: {other:?}"),
    }
}

pub(super) fn refused(session: &Session, id: &FieldId, text: &str) -> String {
    match answer(&desk(&playbook(), session), id, text) {
        Answer::Refused(problem) => {
            assert!(problem.hint.is_some(), "{id} {text:?} is refused without an example");
            problem.code.to_owned()
        }
        other => panic!("{id} {text:?}: {other:?}"),
    }
}

#[test]
fn what_a_field_shows_reads_back_as_what_is_held() {
    let playbook = playbook();
    assert!(every_field(&desk(&playbook, &full())).len() > 80);
    let fields_of = |session: &Session| every_field(&desk(&playbook, session));
    for (session, field) in [full(), in_other_ways(), Session::new(&full().playbook, "Paris")]
        .iter()
        .flat_map(|session| fields_of(session).into_iter().map(move |field| (session, field)))
    {
        assert_eq!(
            &edited(session, &field.id, &field.value),
            session,
            "{} shows {:?}",
            field.id,
            field.value
        );
    }
}

#[test]
fn an_empty_answer_takes_an_optional_one_back() {
    let session = full();
    assert_eq!(edited(&session, &FieldId::Target(TargetField::Base), " ").target.unwrap().base, None);
    assert_eq!(
        edited(&session, &FieldId::Offer(0, OfferField::Equity(EquityField::Grant)), "").alternatives[0]
            .equity,
        None
    );
    let haircut = FieldId::Setting(SettingField::PrivateHaircut);
    assert_eq!(edited(&session, &haircut, "").settings.private_haircut, Rate::percent(25));
    assert!(!edited(&session, &FieldId::Answer("name".to_owned()), "").answers.contains_key("name"));
}

#[test]
fn wrong_answers_are_refused_with_an_example() {
    let target = |field| FieldId::Target(field);
    let offer = |field| FieldId::Offer(0, field);
    for (id, text, code) in [
        (target(TargetField::Base), "lots", "amount-unreadable"),
        (target(TargetField::Base), "-5k", "amount-negative"),
        (target(TargetField::Base), "99999999999999", "amount-range"),
        (target(TargetField::Base), "$190k", "currency-conflict"),
        (target(TargetField::Expires), "2026-02-30", "day-impossible"),
        (FieldId::Band(BandField::Base), "180k", "range-unreadable"),
        (FieldId::Band(BandField::Base), "230k to 180k", "range-reversed"),
        (FieldId::Band(BandField::Currency), "EURO", "currency-unknown"),
        (offer(OfferField::Company), "", "field-needed"),
        (offer(OfferField::Base), "", "field-needed"),
        (offer(OfferField::Base), "€95k", "currency-conflict"),
        (offer(OfferField::Equity(EquityField::Vesting)), "50 40", "vesting-sum"),
        (offer(OfferField::Equity(EquityField::Vesting)), "soon", "vesting-unreadable"),
        (offer(OfferField::Confidence), "120%", "rate-range"),
        (FieldId::Setting(SettingField::Horizon), "0", "horizon-range"),
        (FieldId::ExchangeRate(Currency::GBP), "0", "rate-unreadable"),
        (FieldId::Answer("github_stars".to_owned()), "many", "number-unreadable"),
    ] {
        assert_eq!(refused(&full(), &id, text), code, "{id} {text:?}");
    }
}

#[test]
fn what_can_be_read_two_ways_is_asked_and_each_answer_is_final() {
    let (playbook, session) = (playbook(), full());
    let desk = desk(&playbook, &session);
    for (id, text) in [
        (FieldId::Target(TargetField::Base), "145.000"),
        (FieldId::Target(TargetField::Base), "145"),
        (FieldId::Offer(0, OfferField::Base), "95"),
        (FieldId::Target(TargetField::Expires), "11/12/2026"),
    ] {
        let Answer::Which(readings) = answer(&desk, &id, text) else {
            panic!("{id} {text:?} was not asked about")
        };
        for (shown, exact) in readings {
            assert!(matches!(answer(&desk, &id, &exact), Answer::Edit(_)), "{id}: {shown} by {exact:?}");
        }
    }
}

#[test]
fn a_mark_settles_the_currency_of_a_band_that_is_empty() {
    let (playbook, session) = (general(), Session::new("any-company/software-engineer", ""));
    let id = FieldId::Band(BandField::Base);
    let Answer::Edit(Edit::Band(Some(band))) = answer(&desk(&playbook, &session), &id, "€90k-€110k")
    else {
        panic!("no band");
    };
    assert_eq!(band.currency, Currency::EUR);
    assert_eq!(band.base.unwrap().high.amount(), Decimal::from(110_000));
}

#[test]
fn a_choice_is_taken_by_its_value() {
    let session = full();
    let changed = edited(&session, &FieldId::Backing("community".to_owned()), "full");
    assert_eq!(changed.backing_of("community"), Backing::Full);
    let changed = edited(&session, &FieldId::Region, "New York");
    assert_eq!(changed.region, "New York");
}

#[test]
fn the_echo_says_what_is_understood() {
    let (playbook, session) = (playbook(), full());
    let desk = desk(&playbook, &session);
    let fields = every_field(&desk);
    let echo_of = |id: FieldId, text: &str| {
        let field = fields.iter().find(|field| field.id == id).unwrap();
        echo(&desk, field, text)
    };
    let base = || FieldId::Target(TargetField::Base);
    assert_eq!(echo_of(base(), "210k").as_deref(), Some("€210,000 a year"));
    assert_eq!(
        echo_of(FieldId::Target(TargetField::Equity(EquityField::Grant)), "1.2M").as_deref(),
        Some("€1,200,000, the whole grant")
    );
    assert_eq!(echo_of(base(), "lots"), None);
    assert_eq!(
        echo_of(FieldId::Target(TargetField::Expires), "Fri").as_deref(),
        Some("Fri 27 Nov, in 4 days")
    );
    let passed = echo_of(FieldId::Offer(0, OfferField::Expires), "2026-11-01").unwrap();
    assert!(passed.contains("does not count") && passed.contains("such as Friday"), "{passed}");
    assert_eq!(
        echo_of(FieldId::Offer(0, OfferField::Equity(EquityField::Vesting)), "33 33 22 12").as_deref(),
        Some("4 years, adds up to 100%")
    );
}

#[test]
fn another_region_leaves_every_amount_in_its_own_currency() {
    let playbook = playbook();
    let mut session = Session::new("huggingface-enterprise/software-engineer", "San Francisco");
    for (id, text) in [
        (FieldId::Target(TargetField::Base), "190k"),
        (FieldId::Setting(SettingField::PersonalMinimum), "180k"),
    ] {
        session = edited(&session, &id, text);
    }
    session.alternatives.push(Alternative::of("Google", Money::new(Decimal::from(210_000)).unwrap()));
    let moved = edited(&session, &FieldId::Region, "Paris");
    assert_eq!(moved.alternatives[0].currency, Some(Currency::USD));
    assert_eq!(moved.target.as_ref().unwrap().base.unwrap().to_string(), "USD 190000");
    let problem = Plan::compute(&playbook, &moved, TODAY).unwrap_err();
    assert_eq!((problem.code, problem.at.as_str()), ("currency-conflict", "target.base"));
    let back = edited(&moved, &FieldId::Region, "San Francisco");
    assert!(Plan::compute(&playbook, &back, TODAY).is_ok());
}

#[test]
fn a_mark_on_a_later_amount_changes_none_that_stands() {
    assert_eq!(refused(&full(), &FieldId::Offer(1, OfferField::Signing), "£5k"), "currency-conflict");
}

#[test]
fn a_bonus_is_a_rate_or_an_amount() {
    let session = edited(&full(), &FieldId::Offer(1, OfferField::Bonus), "10%");
    assert_eq!(session.alternatives[1].bonus_amount, None);
    let session = edited(&session, &FieldId::Offer(1, OfferField::BonusAmount), "9000");
    assert_eq!(session.alternatives[1].bonus, None);
}
