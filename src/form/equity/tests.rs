//! What the answers about a grant make of it, what is refused, what is said back.

use proptest::prelude::*;

use crate::domain::money::{Decimal, Money, Rate};
use crate::domain::offer::preset::presets;
use crate::domain::offer::{Alternative, Cadence, Equity, EquityKind, Exit, OptionTerms, Route};
use crate::domain::session::Session;
use crate::form::tests::{desk, edited, full, playbook, refused};
use crate::form::{
    ClawbackField, EquityField, Field, FieldId, MarkDownField, OfferField, OptionField, SettingField,
    TargetField, echo, offer, target,
};

fn bare() -> Session {
    let mut session = Session::new("huggingface-enterprise/software-engineer", "San Francisco");
    session.alternatives.push(Alternative::of("Amazon Web Services", "210k".parse().unwrap()));
    session
}

fn of(field: EquityField) -> FieldId {
    FieldId::Offer(0, OfferField::Equity(field))
}

fn option(field: OptionField) -> FieldId {
    of(EquityField::Options(field))
}

fn with(answers: &[(FieldId, &str)]) -> Session {
    answers.iter().fold(bare(), |session, (id, text)| edited(&session, id, text))
}

fn equity(session: &Session) -> &Equity {
    session.alternatives[0].equity.as_ref().unwrap()
}

fn terms(session: &Session) -> &OptionTerms {
    equity(session).options.as_ref().unwrap()
}

fn granted() -> Session {
    with(&[(of(EquityField::Grant), "260k")])
}

fn labels(fields: &[Field]) -> Vec<&str> {
    fields.iter().map(|field| field.label.as_str()).collect()
}

fn shown(session: &Session, id: &FieldId) -> Field {
    let playbook = playbook();
    offer(&desk(&playbook, session), 0).into_iter().find(|field| field.id == *id).unwrap()
}

fn said(session: &Session, id: &FieldId, text: &str) -> Option<String> {
    let playbook = playbook();
    echo(&desk(&playbook, session), &shown(session, id), text)
}

#[test]
fn options_need_no_amount_and_go_as_they_came() {
    let options = with(&[(of(EquityField::Kind), "options")]);
    assert_eq!(equity(&options).kind, Some(EquityKind::Options));
    assert_eq!(shown(&options, &of(EquityField::Grant)).value, "");
    let counted = edited(&options, &option(OptionField::Count), "20k");
    let counted = edited(&counted, &option(OptionField::Strike), "$4");
    assert_eq!((terms(&counted).count, terms(&counted).strike.amount()), (20_000, Decimal::from(4)));
    assert_eq!(edited(&counted, &of(EquityField::Grant), ""), counted);
    let stock = edited(&counted, &of(EquityField::Kind), "private");
    assert_eq!(equity(&stock).options, None);
    assert_eq!(edited(&stock, &of(EquityField::Kind), "none"), bare());
}

#[test]
fn a_choice_of_a_schedule_fills_its_terms_and_leaves_them_to_the_user() {
    let amazon = edited(&granted(), &of(EquityField::Schedule), "amazon");
    let schedule = shown(&amazon, &of(EquityField::Schedule));
    assert!(
        schedule.help.contains("salaryscript") && schedule.help.ends_with("Check it against your letter.")
    );
    assert_eq!(shown(&amazon, &of(EquityField::Vesting)).value, "5% 15% 40% 40%");
    assert_eq!(equity(&amazon).cadence, Some(Cadence::HalfYearly));
    let other = edited(&amazon, &of(EquityField::Cadence), "quarterly");
    assert_eq!(shown(&other, &of(EquityField::Schedule)).value, "own");
    assert_eq!(edited(&other, &of(EquityField::Schedule), "own"), other);
    assert_eq!(edited(&amazon, &of(EquityField::Schedule), "own"), granted());
}

#[test]
fn every_schedule_can_be_reached_and_the_companys_own_comes_first() {
    let schedule = shown(&granted(), &of(EquityField::Schedule));
    let labels: Vec<&str> = schedule.choices().iter().map(|choice| choice.label.as_str()).collect();
    assert_eq!(labels[..2], ["as I enter it", "Amazon: 5/15/40/40, half-yearly, 1-year cliff"]);
    assert_eq!(labels[2], "usual: even 4 years, quarterly, 1-year cliff");
    for preset in presets() {
        assert!(labels.iter().any(|label| label.contains(&preset.label())), "{}", preset.id);
    }
    for (at, choice) in schedule.choices().iter().enumerate() {
        let chosen = edited(&granted(), &of(EquityField::Schedule), &choice.value);
        let now = shown(&chosen, &of(EquityField::Schedule));
        assert_eq!(now.chosen(), Some(at), "{} leads elsewhere", choice.label);
    }
}

#[test]
fn cliffs_in_words_and_months() {
    for (text, months) in
        [("12", Some(12)), ("1 year", Some(12)), ("6 months", Some(6)), ("none", Some(0)), ("", None)]
    {
        let session = edited(&granted(), &of(EquityField::Cliff), text);
        assert_eq!(equity(&session).cliff_months, months, "{text}");
    }
    assert_eq!(refused(&granted(), &of(EquityField::Cliff), "5 years"), "cliff-range");
    assert_eq!(refused(&granted(), &of(EquityField::Cliff), "soon"), "months-unreadable");
    let cliff = edited(&granted(), &of(EquityField::Cliff), "18");
    assert_eq!(refused(&cliff, &of(EquityField::Vesting), "1"), "cliff-range");
}

#[test]
fn one_way_to_mark_down_takes_the_other_off() {
    let private = edited(&granted(), &of(EquityField::Kind), "private");
    let route = of(EquityField::MarkDown(MarkDownField::Route));
    let stated = edited(&private, &route, "stated");
    assert_eq!(equity(&stated).haircut, Some(Rate::percent(25)));
    let exit = edited(&stated, &route, "exit");
    let way = equity(&exit).mark_down.unwrap();
    assert_eq!((equity(&exit).haircut, way.route), (None, Route::Exit));
    let months = of(EquityField::MarkDown(MarkDownField::Months));
    let waiting = edited(&exit, &months, "2 years");
    let chaffe = edited(&waiting, &route, "chaffe");
    assert_eq!(equity(&chaffe).mark_down.unwrap().months, Some(24));
    let haircut = edited(&chaffe, &of(EquityField::Haircut), "30%");
    assert_eq!((equity(&haircut).haircut, equity(&haircut).mark_down), (Some(Rate::percent(30)), None));
    assert_eq!(edited(&chaffe, &route, ""), private);
}

#[test]
fn only_the_figures_of_the_route_are_asked_for() {
    let playbook = playbook();
    let private = edited(&granted(), &of(EquityField::Kind), "private");
    for (route, asked) in [
        ("", vec![]),
        ("stated", vec!["Haircut"]),
        ("exit", vec!["Wait until an exit", "Chance of an exit", "Cost of waiting a year"]),
        ("finnerty", vec!["Until it can be sold", "Volatility a year", "Dividends a year"]),
        ("chaffe", vec!["Until it can be sold", "Volatility a year", "Riskless rate a year"]),
    ] {
        let session = edited(&private, &of(EquityField::MarkDown(MarkDownField::Route)), route);
        let fields = offer(&desk(&playbook, &session), 0);
        let at = fields.iter().position(|field| field.label == "Marked down by").unwrap();
        assert_eq!(labels(&fields[at + 1..=at + asked.len()]), asked);
        assert_eq!(fields[at + asked.len() + 1].label, "Signing bonus", "{route}");
    }
}

#[test]
fn refreshers_clawbacks_and_places_are_asked_where_they_make_sense() {
    let refreshed = edited(&granted(), &of(EquityField::Refresher), "40k");
    assert!(!equity(&refreshed).refresher.unwrap().written);
    let written = edited(&refreshed, &of(EquityField::RefresherWritten), "yes");
    assert!(equity(&written).refresher.unwrap().written);
    assert_eq!(edited(&written, &of(EquityField::Refresher), ""), granted());
    let clawback = |field| FieldId::Offer(0, OfferField::Clawback(field));
    let signed = edited(&bare(), &FieldId::Offer(0, OfferField::Signing), "25k");
    let full = edited(&signed, &clawback(ClawbackField::Kind), "full");
    let full = edited(&full, &clawback(ClawbackField::Months), "2 years");
    let kept = edited(&full, &clawback(ClawbackField::Kind), "pro-rata");
    assert_eq!(kept.alternatives[0].clawback.unwrap().months, 24);
    assert_eq!(edited(&kept, &clawback(ClawbackField::Kind), "no"), signed);
    let place = FieldId::Offer(0, OfferField::CostOfLiving);
    assert_eq!(edited(&bare(), &place, "120%").alternatives[0].cost_of_living, Some(Rate::percent(120)));
}

#[test]
fn wrong_answers_are_refused_with_an_example() {
    let mut options = with(&[(of(EquityField::Kind), "options"), (option(OptionField::Strike), "8")]);
    options = edited(&options, &option(OptionField::Fmv), "4");
    options = edited(&options, &of(EquityField::MarkDown(MarkDownField::Route)), "finnerty");
    let way = |field| of(EquityField::MarkDown(field));
    let place = |field| FieldId::Offer(0, field);
    for (id, text, code) in [
        (option(OptionField::Count), "many", "count-unreadable"),
        (option(OptionField::Count), "$20,000", "count-unreadable"),
        (option(OptionField::Count), "0.5", "count-whole"),
        (option(OptionField::Count), "0", "count-whole"),
        (option(OptionField::Strike), "cheap", "amount-unreadable"),
        (option(OptionField::Strike), "€4", "currency-conflict"),
        (option(OptionField::Preferred), "6", "strike-range"),
        (option(OptionField::Dilution), "120%", "rate-range"),
        (option(OptionField::Rounds), "1.5", "rounds-range"),
        (option(OptionField::Exits), "80% at 0, 30% at 10", "exits-sum"),
        (option(OptionField::Exits), "80% or so", "exits-unreadable"),
        (option(OptionField::Exits), "120% at 4", "rate-range"),
        (option(OptionField::Exits), "20% at 1.234", "amount-ambiguous"),
        (way(MarkDownField::Months), "0", "months-range"),
        (way(MarkDownField::Volatility), "0", "volatility-zero"),
        (way(MarkDownField::Volatility), "400%", "rate-range"),
        (place(OfferField::TaxRate), "100%", "tax-range"),
        (place(OfferField::CostOfLiving), "0", "living-zero"),
        (place(OfferField::CostOfLiving), "301%", "rate-range"),
        (FieldId::Setting(SettingField::TaxRate), "300%", "tax-range"),
        (FieldId::Setting(SettingField::ReplyDays), "31", "reply-days-range"),
        (FieldId::ExchangeSource("CHF".parse().unwrap()), "my bank", "fx-missing"),
    ] {
        assert_eq!(refused(&options, &id, text), code, "{id} {text:?}");
    }
}

#[test]
fn the_echo_says_what_follows_from_the_terms() {
    let options = with(&[
        (of(EquityField::Kind), "options"),
        (option(OptionField::Count), "20000"),
        (option(OptionField::Strike), "4"),
    ]);
    for (field, text, words) in [
        (OptionField::Count, "20k", "20,000 options at $4; exercise costs $80,000"),
        (OptionField::Count, "20.000", "20,000 or 20? Enter asks you."),
        (OptionField::Strike, "0.0312", "$0.0312 a share; exercise costs $624"),
        (OptionField::Fmv, "4", "$4 a share: $0 above the strike today"),
        (OptionField::Preferred, "12", "$12 a share: a recruiter would say $160,000"),
        (OptionField::Exits, "30% at 10 and 20% @ 30", "30% at $10, 20% at $30, the other 50% at nothing"),
        (OptionField::Exits, "50% at 1,200, 50% at 0", "50% at $1,200, 50% at nothing"),
    ] {
        assert_eq!(said(&options, &option(field), text).as_deref(), Some(words), "{text}");
    }
    assert_eq!(said(&options, &of(EquityField::Cliff), "12").as_deref(), Some("1 year"));
    assert_eq!(said(&options, &option(OptionField::Exits), "150% at 1"), None);
}

#[test]
fn the_target_is_asked_for_terms_once_it_offers_a_grant() {
    let playbook = playbook();
    let bare = bare();
    let without = target(&desk(&playbook, &bare)).len();
    let grant = FieldId::Target(TargetField::Equity(EquityField::Grant));
    let session = edited(&bare, &grant, "190k");
    let fields = target(&desk(&playbook, &session));
    assert_eq!(fields.len(), without + 3);
    let scheduled = edited(&session, &FieldId::Target(TargetField::Equity(EquityField::Schedule)), "meta");
    assert_eq!(target(&desk(&playbook, &scheduled)).len(), without + 5);
    assert!(!labels(&fields).contains(&"Kind") && !labels(&fields).contains(&"Marked down by"));
    assert_eq!(edited(&session, &grant, ""), bare);
}

#[test]
fn a_new_rate_is_of_today_and_said_by_nobody() {
    let gbp = "GBP".parse().unwrap();
    let same = edited(&full(), &FieldId::ExchangeRate(gbp), "1.234");
    assert_eq!(same, full());
    let fx = edited(&full(), &FieldId::ExchangeRate(gbp), "1.3").settings.fx[&gbp].clone();
    assert_eq!((fx.as_of, fx.source), (Some(crate::form::tests::TODAY), None));
    let said = edited(&full(), &FieldId::ExchangeSource(gbp), "the ECB");
    assert_eq!(said.settings.fx[&gbp].source.as_deref(), Some("the ECB"));
}

#[test]
fn labels_fit_their_column() {
    let playbook = playbook();
    let mut session = with(&[(of(EquityField::Kind), "options"), (option(OptionField::Count), "1")]);
    for route in ["exit", "finnerty", "chaffe"] {
        session = edited(&session, &of(EquityField::MarkDown(MarkDownField::Route)), route);
        let route = FieldId::Setting(SettingField::MarkDown(MarkDownField::Route));
        session = edited(&session, &route, "chaffe");
        let desk = desk(&playbook, &session);
        let fields = [offer(&desk, 0), target(&desk), crate::form::settings(&desk)].concat();
        for field in fields.iter().filter(|field| field.label != "Chance it comes in writing") {
            assert!(field.label.chars().count() <= 24, "{}", field.label);
        }
    }
}

proptest! {
    #[test]
    fn exit_cases_read_back_as_they_are_shown(cases in prop::collection::vec((0u32..=1000, 0i64..50_000_000), 1..8)) {
        let total: u32 = cases.iter().map(|(chance, _)| chance).sum::<u32>().max(1000);
        let exits: Vec<Exit> = cases
            .iter()
            .map(|(chance, price)| Exit {
                chance: Rate::new(Decimal::new(i64::from(chance * 1000 / total), 3)).unwrap(),
                price: Money::new(Decimal::new(*price, 4)).unwrap(),
            })
            .collect();
        let mut session = with(&[(of(EquityField::Kind), "options"), (option(OptionField::Count), "5")]);
        session.alternatives[0].equity.as_mut().unwrap().options.as_mut().unwrap().exits = exits;
        let shown = shown(&session, &option(OptionField::Exits)).value;
        prop_assert_eq!(edited(&session, &option(OptionField::Exits), &shown), session);
    }

    #[test]
    fn no_text_breaks_a_field(text in "\\PC{0,24}", at in 0usize..40) {
        let playbook = playbook();
        let mut session = with(&[(of(EquityField::Kind), "options"), (option(OptionField::Count), "5")]);
        session = edited(&session, &of(EquityField::MarkDown(MarkDownField::Route)), "exit");
        let desk = desk(&playbook, &session);
        let fields = offer(&desk, 0);
        let field = &fields[at % fields.len()];
        let _said = echo(&desk, field, &text);
        let _answer = crate::form::answer(&desk, &field.id, &text);
    }
}
