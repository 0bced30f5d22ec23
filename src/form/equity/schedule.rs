//! The choice among known schedules: the user's own words, the company's, the common ones, the rest.

use super::{EquityForm, Owner};
use crate::domain::offer::preset::{self, Preset, presets};
use crate::domain::offer::value::Schedule;
use crate::domain::offer::{Cadence, Equity, Vesting};
use crate::form::{Choice, EquityField, Field, Kind};

/// The value of the choice to enter the terms oneself.
const OWN: &str = "own";

/// Schedules with the same terms: one choice, for no one could tell them apart once chosen.
type Group = Vec<&'static Preset>;

fn groups(company: &str) -> Vec<Group> {
    let own = preset::for_company(company);
    let common = presets().iter().filter(|preset| preset.company.is_none());
    let others = presets().iter().filter(|preset| preset.company.is_some() && !preset.is_of(company));
    let mut groups: Vec<Group> = Vec::new();
    for preset in own.into_iter().chain(common).chain(others) {
        match groups.iter_mut().find(|group| group[0].same_terms(preset)) {
            Some(group) => group.push(preset),
            None => groups.push(vec![preset]),
        }
    }
    groups
}

fn choice(group: &Group) -> Choice {
    let names: Vec<String> = group.iter().map(|preset| preset.label()).collect();
    Choice::new(group[0].id, format!("{}: {}", names.join(", "), group[0].terms()))
}

/// Where it is known from, and how far it can be trusted; what other companies do only where it is
/// neither this one's nor common.
fn source(group: &Group, company: &str) -> String {
    let one = |preset: &&Preset| {
        let mut text = format!("{}: {} ({}).", preset.label(), preset.source, preset.as_of);
        for more in [preset.note, if preset.disputed { "Sources disagree." } else { "" }] {
            if !more.is_empty() {
                text = format!("{text} {more}");
            }
        }
        text
    };
    let near = |preset: &&&Preset| preset.is_of(company) || preset.company.is_none();
    let mut sources: Vec<String> = group.iter().filter(near).map(one).collect();
    if sources.is_empty() {
        sources = group.iter().map(one).collect();
    }
    format!("{} Check it against your letter.", sources.join(" "))
}

/// The schedule with the terms that it fills in.
pub(super) fn fields(form: &EquityForm, equity: &Equity) -> Vec<Field> {
    let groups = groups(form.company());
    let known = groups.iter().find(|group| group[0].fits(equity));
    let help = known.map_or_else(
        || {
            "Known schedules by company. One that you choose fills in the fields below; change them as your \
             letter says."
                .to_owned()
        },
        |group| source(group, form.company()),
    );
    let is_target = form.owner == Owner::Target;
    let is_unsaid = *equity
        == (Equity { years: None, vesting: None, cadence: None, cliff_months: None, ..equity.clone() });
    let own = if is_target && is_unsaid { "as the playbook has it" } else { "as I enter it" };
    let mut choices = vec![Choice::new(OWN, own)];
    choices.extend(groups.iter().map(choice));
    let field = |field, label: &str, kind| Field::new(form.id(field), label, kind);
    let mut cadences = vec![Choice::new("", "not stated")];
    cadences.extend(Cadence::ALL.map(|cadence| Choice::new(cadence.name(), cadence.name())));
    let mut fields = vec![
        field(EquityField::Schedule, "Schedule", Kind::Choice(choices))
            .holding(Some(known.map_or(OWN, |group| group[0].id)))
            .help(help),
        field(EquityField::Vesting, "Vesting", Kind::Vesting)
            .holding(equity.vesting.as_ref().map(shares).or(equity.years.map(|years| years.to_string())))
            .example("4, or year by year: 33 33 22 12")
            .help(format!("Vesting: the years over which the grant becomes yours. {}", usual(form))),
    ];
    if is_target && is_unsaid {
        return fields;
    }
    if !is_target {
        fields[0].heading = Some("How it vests");
    }
    fields.extend([
        field(EquityField::Cadence, "Vests", Kind::Choice(cadences))
            .holding(Some(equity.cadence.map_or("", Cadence::name)))
            .help("How often a part becomes yours. It counts when you ask what you keep if you leave."),
        field(EquityField::Cliff, "Cliff", Kind::Months)
            .holding(equity.cliff_months.map(cliff_shown))
            .example("1 year, 6 months or none; empty if not stated")
            .help("Cliff: whoever leaves before it keeps nothing of the grant."),
    ]);
    fields
}

/// The schedule that counts where none is entered.
fn usual(form: &EquityForm) -> String {
    match form.usual() {
        Schedule::Even(years) => format!("Even over {years} years unless you say."),
        Schedule::Shares(vesting) => format!("{} unless you say.", shares(&vesting)),
    }
}

/// The grant on the chosen schedule. To enter it oneself takes a known one off again.
pub(super) fn put(equity: Equity, text: &str, company: &str) -> Equity {
    let held = preset::matching(&equity, company).is_some();
    match preset::preset(text) {
        Some(preset) if preset.fits(&equity) => equity,
        Some(preset) => preset.on(equity),
        None if held => Equity { years: None, vesting: None, cadence: None, cliff_months: None, ..equity },
        None => equity,
    }
}

fn shares(vesting: &Vesting) -> String {
    vesting.shares().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn cliff_shown(months: u16) -> String {
    if months == 0 { "none".to_owned() } else { crate::form::months::shown(months) }
}
