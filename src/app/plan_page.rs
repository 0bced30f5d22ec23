//! The Plan screen: rows of figures, each of which can be asked why.

use jiff::civil::Date;

use super::command::Command;
use super::lists::step_of;
use super::msg::Effect;
use super::work::Work;
use super::{App, Screen};
use crate::domain::money::{Decimal, show};
use crate::domain::plan::{self, Figure, FloorSource, Mover, Package, Plan, Status, Term, Trades};

/// A line of the Plan screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanRow {
    Heading(&'static str),
    Figure {
        figure: Figure,
        label: String,
        value: String,
        note: String,
    },
    /// Something shown without a derivation of its own.
    Line {
        label: String,
        value: String,
    },
    /// A sentence, wrapped.
    Words(String),
    /// Something to be careful about, wrapped.
    Warning(String),
}

/// All lines of the Plan screen.
#[derive(Debug, Default)]
pub struct PlanPage {
    pub rows: Vec<PlanRow>,
}

impl PlanPage {
    pub(super) fn of(work: &Work, today: Date) -> Self {
        let Ok(plan) = &work.plan else { return Self::default() };
        let movers = plan::movers(&work.playbook, &work.session, today).unwrap_or_default();
        let trades = plan::trades(&work.playbook, &work.session, plan, today).ok();
        let mut page = Self::default();
        page.verdict(plan);
        page.figures(plan);
        page.warnings(plan);
        page.movers(plan, &movers);
        if let Some(trades) = trades {
            page.trades(plan, &trades);
        }
        page
    }

    /// The figure at a place of the selection.
    pub fn figure(&self, selected: usize) -> Option<Figure> {
        let mut figures = self.rows.iter().filter_map(|row| match row {
            PlanRow::Figure { figure, .. } => Some(*figure),
            _ => None,
        });
        figures.nth(selected)
    }

    fn figure_count(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row, PlanRow::Figure { .. })).count()
    }

    fn verdict(&mut self, plan: &Plan) {
        let is_own = plan.floor.source == FloorSource::PersonalMinimum;
        let words = match plan.status {
            Status::Ok => return,
            Status::NoZone if is_own => {
                "Your own minimum lies above the top of their band: no base inside it will do for you."
                    .to_owned()
            }
            Status::AskRaised if is_own => "Your own minimum lifted the ask.".to_owned(),
            Status::NoAlternative => {
                "You have entered no alternative that counts. The floor shown is only the band's low end, \
                 not a walk-away value: add an offer or your current job."
                    .to_owned()
            }
            Status::FloorBelowBand => {
                "Your best alternative is worth less than the low end of the band. The floor shown is the \
                 band's low end, not a walk-away value."
                    .to_owned()
            }
            Status::AskRaised => "Your alternative is strong: it lifted the ask up to your floor.".to_owned(),
            Status::NoZone => no_zone(plan),
        };
        self.rows.push(PlanRow::Warning(words));
    }

    fn figures(&mut self, plan: &Plan) {
        let money = |amount: Decimal| show::full(plan.currency, amount.round());
        self.rows.push(PlanRow::Heading("What to ask for"));
        for term in Term::ALL {
            let (ask, opening) = (plan.ask.get(term), plan.opening.get(term));
            if ask.is_zero() && opening.is_zero() {
                continue;
            }
            let held = if plan.held.contains(&term) { "they offer it already" } else { "" };
            self.figure_row(Figure::Ask(term), format!("Ask, {}", term.name()), money(ask), held);
            if opening > ask {
                self.figure_row(
                    Figure::Opening(term),
                    "   open with".to_owned(),
                    money(opening),
                    "say this first",
                );
            }
        }
        self.figure_row(
            Figure::Value,
            "Worth a year".to_owned(),
            money(plan.ask_value),
            "at face, signing spread",
        );
        self.rows.push(PlanRow::Heading("Where to walk"));
        if let Some(floor) = plan.floor.base {
            let note = match plan.floor.source {
                FloorSource::BestAlternative => "walk below; keep it to yourself",
                FloorSource::PersonalMinimum => "your own minimum; keep it to yourself",
                FloorSource::Band => "the band's low, no walk-away value",
            };
            self.figure_row(Figure::Floor, "Floor".to_owned(), money(floor), note);
        }
        if let Some(cautious) = plan.floor.cautious_base {
            let note = if plan.floor.base == Some(cautious) {
                "accept from here up"
            } else {
                "accept from here up; below it, think"
            };
            self.figure_row(Figure::Cautious, "Cautious floor".to_owned(), money(cautious), note);
        }
        if let Some(share) = plan.break_even_equity.filter(|share| *share > Decimal::ZERO) {
            let percent = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share).round_dp(1).normalize();
            let note = "of face: so much must their equity be worth";
            self.figure_row(Figure::BreakEven, "Break-even".to_owned(), format!("{percent}%"), note);
        }
        if plan.alternatives.is_empty() {
            return;
        }
        self.rows.push(PlanRow::Heading("What you could do instead (BATNA: the best of it)"));
        for standing in &plan.alternatives {
            let best = plan.batna.as_ref().is_some_and(|batna| batna.index == standing.index);
            let figure = Figure::Alternative(standing.index);
            let note = match (best, standing.face == standing.value) {
                (true, _) => "your best alternative".to_owned(),
                (false, true) => String::new(),
                (false, false) => format!("{} at face", money(standing.face)),
            };
            self.figure_row(
                figure,
                standing.label.clone(),
                format!("{} a year", money(standing.value)),
                note,
            );
        }
    }

    fn figure_row(&mut self, figure: Figure, label: String, value: String, note: impl Into<String>) {
        self.rows.push(PlanRow::Figure { figure, label, value, note: note.into() });
    }

    fn warnings(&mut self, plan: &Plan) {
        if plan.warnings.is_empty() {
            return;
        }
        self.rows.push(PlanRow::Heading("Before you trust it"));
        self.rows.extend(plan.warnings.iter().map(|warning| PlanRow::Warning(warning.message.clone())));
    }

    fn movers(&mut self, plan: &Plan, movers: &[Mover]) {
        if movers.is_empty() {
            return;
        }
        self.rows.push(PlanRow::Heading("What moves the floor"));
        let top = plan.band.base.map(|band| band.high.amount());
        for mover in movers {
            let beyond = if top.is_some_and(|top| mover.base > top) { "  above the band" } else { "" };
            let value = format!("{}{beyond}", show::full(plan.currency, mover.base));
            self.rows.push(PlanRow::Line { label: format!("If {}", mover.assumption), value });
        }
    }

    fn trades(&mut self, plan: &Plan, trades: &Trades) {
        let money = |amount: Decimal| show::full(plan.currency, amount.round());
        let rates = &trades.rates;
        self.rows.push(PlanRow::Heading("What to trade"));
        let mut worth = Vec::new();
        if let Some(grant) = rates.grant {
            worth.push(format!("{} of grant at face", money(grant)));
        }
        if let Some(grant) = rates.grant_bankable.filter(|bankable| Some(*bankable) != rates.grant) {
            worth.push(format!("{} of grant marked down", money(grant)));
        }
        worth.push(format!("{} of signing", money(rates.signing)));
        self.rows.push(PlanRow::Words(format!("{} of base = {}.", money(rates.base), worth.join(" = "))));
        self.rows.push(PlanRow::Words("Three packages worth the same to you as the ask:".to_owned()));
        for offer in &trades.packages {
            let value = match offer.package {
                Some(package) => package_words(plan, &package),
                None => "cannot be made inside the bands".to_owned(),
            };
            self.rows.push(PlanRow::Line { label: offer.shape.title().to_owned(), value });
        }
    }
}

/// A package in a line: `$220K base, $221K equity, $25K signing`.
pub fn package_words(plan: &Plan, package: &Package) -> String {
    let terms = Term::ALL.into_iter().filter(|term| !package.get(*term).is_zero());
    let words =
        terms.map(|term| format!("{} {}", show::short(plan.currency, package.get(term)), term.name()));
    words.collect::<Vec<_>>().join(", ")
}

/// What to trade where no base in the band beats the alternative.
fn no_zone(plan: &Plan) -> String {
    let money = |amount: Decimal| show::full(plan.currency, amount);
    let mut words = "No base inside the band beats your best alternative.".to_owned();
    let Some(zone) = plan.no_zone else { return words };
    match (zone.lack, zone.equity_needed_at_top_base) {
        (None, Some(equity)) => {
            words.push_str(&format!(
                " At the band's top base it takes a grant of {}: trade on equity.",
                money(equity)
            ));
        }
        (Some(lack), _) => {
            words.push_str(&format!(
                " Even the band's top in base and equity falls short by {} a year: it takes {} of signing, \
                 or take the alternative.",
                money(lack.shortfall_per_year),
                money(lack.signing_needed)
            ));
        }
        (None, None) => {}
    }
    words
}

impl App {
    pub(super) fn plan_command(&mut self, command: Command) -> Vec<Effect> {
        if let Some(by) = step_of(command) {
            let last = self.plan_page.figure_count().saturating_sub(1);
            let at_end = self.focus == last && by > 0;
            let at_top = self.focus == 0 && by < 0;
            if at_end || self.scroll > 0 {
                self.scroll_by(by);
            } else if !at_top {
                self.focus = self.focus.saturating_add_signed(by).min(last);
            }
            return Vec::new();
        }
        match command {
            Command::Settings => {
                self.show(Screen::Settings);
                Vec::new()
            }
            Command::Accept => self.advance(),
            Command::Back => self.retreat(),
            Command::Undo => {
                self.undo();
                Vec::new()
            }
            Command::Redo => {
                self.redo();
                Vec::new()
            }
            _ => Vec::new(),
        }
    }
}
