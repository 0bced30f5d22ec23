//! What must hold of a session, beside its playbook.

use jiff::civil::Date;

use super::{Findings, listed};
use crate::domain::money::{Currency, Decimal, Mark, Rate, read};
use crate::domain::offer::{Alternative, Equity, OfferStatus, TargetOffer};
use crate::domain::playbook::{Playbook, Question, QuestionKind};
use crate::domain::problem::Problem;
use crate::domain::session::{Session, Settings};

/// The years in which a deadline or a rate's day may lie.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2100;

/// What is wrong with a session; nothing can be computed from it until this is empty.
pub fn session(session: &Session, playbook: &Playbook) -> Vec<Problem> {
    let mut found = Findings::default();
    let plan = found.place(session, playbook);
    if let Some(own) = &session.band {
        found.band(own, "band");
    }
    for (id, answer) in &session.answers {
        if let Some(question) = playbook.question(id) {
            found.answer(question, answer, &format!("answers.{id}"));
        }
    }
    if let Some(target) = &session.target {
        found.target(target, plan);
    }
    for (i, alternative) in session.alternatives.iter().enumerate() {
        found.alternative(alternative, plan, &format!("alternatives[{i}]"));
    }
    found.settings(&session.settings, plan);
    found.0
}

/// What is entered for something that the playbook does not have, or that counts for nothing.
pub fn warnings(session: &Session, playbook: &Playbook) -> Vec<Problem> {
    let mut found = Findings::default();
    for id in session.backing.keys().filter(|id| playbook.lever(id).is_none()) {
        let message = format!("This playbook has no lever `{id}`: its backing counts for nothing.");
        let levers = listed(playbook.levers.iter().map(|lever| lever.id.as_str()));
        found.hinted("lever-unknown", format!("backing.{id}"), message, format!("Its levers: {levers}."));
    }
    for id in session.answers.keys().filter(|id| playbook.question(id).is_none()) {
        let message = format!("This playbook does not ask `{id}`: the answer is not used.");
        let questions = listed(playbook.questions.iter().map(|question| question.id.as_str()));
        let hint = format!("Its questions: {questions}.");
        found.hinted("question-unknown", format!("answers.{id}"), message, hint);
    }
    for (i, alternative) in session.alternatives.iter().enumerate() {
        if alternative.confidence.is_some() && alternative.status != OfferStatus::Verbal {
            found.add(
                "confidence-unused",
                format!("alternatives[{i}].confidence"),
                "A confidence counts for verbal offers only.",
            );
        }
    }
    found.0
}

impl Findings {
    /// The currency of the plan, where region and band allow to tell it.
    fn place(&mut self, session: &Session, playbook: &Playbook) -> Option<Currency> {
        if let Some(own) = &session.band {
            if playbook.is_general() && own.base.is_none() {
                self.hinted(
                    "band-missing",
                    "band",
                    "This playbook serves any company: your band needs a base.",
                    "For instance band: {currency: USD, base: {low: 180000, high: 230000}}.",
                );
            }
            return Some(own.currency);
        }
        if playbook.is_general() {
            self.hinted(
                "band-missing",
                "",
                "This playbook serves any company: the session needs a band of its own.",
                "Take it from the posting: band: {currency: USD, base: {low: 180000, high: 230000}}.",
            );
            return None;
        }
        let wanted = session.region.to_lowercase();
        let rows = playbook.bands.iter().filter(|band| band.region.to_lowercase() == wanted);
        let Some(first) = rows.clone().next() else {
            let mut regions: Vec<&str> = playbook.bands.iter().map(|band| band.region.as_str()).collect();
            regions.dedup();
            self.hinted(
                "region-unknown",
                "region",
                format!("This playbook has no region `{}`.", session.region),
                format!("Its regions: {}.", listed(regions)),
            );
            return None;
        };
        let levels: Vec<&str> = rows.filter_map(|band| band.level.as_deref()).collect();
        if let Some(level) = &session.level
            && !levels.is_empty()
            && !levels.contains(&level.as_str())
        {
            self.hinted(
                "level-unknown",
                "level",
                format!("{} has no level `{level}` in this playbook.", first.region),
                format!("Its levels: {}.", listed(levels)),
            );
        }
        Some(first.currency)
    }

    fn answer(&mut self, question: &Question, answer: &str, at: &str) {
        let given = answer.trim();
        if given.is_empty() {
            return;
        }
        match question.kind {
            QuestionKind::Text => {}
            QuestionKind::Number => {
                if given.replace([',', ' '], "").parse::<Decimal>().is_err() {
                    let message = format!("`{given}` is no number.");
                    self.hinted("number-unreadable", at, message, "Write one such as 8 or 1,200.");
                }
            }
            QuestionKind::Money => {
                if let Err(problem) = read::money(given) {
                    self.0.push(problem.at(at));
                }
            }
            QuestionKind::Choice => {
                let choices = &question.choices;
                if !choices.is_empty() && !choices.iter().any(|choice| choice == given) {
                    let hint = format!("The choices: {}.", listed(choices.iter().map(String::as_str)));
                    self.hinted("choice-unknown", at, format!("`{given}` is none of the choices."), hint);
                }
            }
        }
    }

    fn target(&mut self, target: &TargetOffer, plan: Option<Currency>) {
        if let Some(currency) = plan {
            let stated =
                [("base", target.base), ("bonus_amount", target.bonus_amount), ("signing", target.signing)];
            let stated = stated.into_iter().filter_map(|(key, amount)| Some((key, amount?)));
            for (key, amount) in stated.chain(target.equity.iter().flat_map(Equity::amounts)) {
                self.amount(Some(amount), currency, &format!("target.{key}"));
            }
        }
        self.grant(target.equity.as_ref(), "target.equity");
        self.clawback(target.clawback, "target.clawback");
        self.one_bonus(target.bonus.is_some() && target.bonus_amount.is_some(), "target");
        self.day(target.expires, "target.expires");
    }

    fn alternative(&mut self, alternative: &Alternative, plan: Option<Currency>, at: &str) {
        self.filled(&alternative.company, format!("{at}.company"));
        self.share(alternative.confidence, "confidence", &format!("{at}.confidence"));
        let marked = alternative.amounts().find_map(|(_, amount)| match amount.mark() {
            Some(Mark::Currency(currency)) => Some(currency),
            _ => None,
        });
        if let Some(currency) = alternative.currency.or(marked).or(plan) {
            for (key, amount) in alternative.amounts() {
                self.amount(Some(amount), currency, &format!("{at}.{key}"));
            }
        }
        self.grant(alternative.equity.as_ref(), &format!("{at}.equity"));
        self.clawback(alternative.clawback, &format!("{at}.clawback"));
        self.tax(alternative.tax_rate, &format!("{at}.tax_rate"));
        if alternative.cost_of_living == Some(Rate::ZERO) {
            self.hinted(
                "cost-of-living-zero",
                format!("{at}.cost_of_living"),
                "Life costs something everywhere.",
                "Write what it costs there where the target's place is 100%, such as 82%.",
            );
        }
        self.one_bonus(alternative.bonus.is_some() && alternative.bonus_amount.is_some(), at);
        self.day(alternative.expires, &format!("{at}.expires"));
    }

    /// A marginal rate; all of it would leave nothing to compare.
    fn tax(&mut self, rate: Option<Rate>, at: &str) {
        if let Some(rate) = rate.filter(|rate| *rate >= Rate::ONE) {
            self.hinted(
                "tax-range",
                at,
                format!("A tax of {rate} leaves nothing."),
                "Write your marginal rate there, such as 42%.",
            );
        }
    }

    fn one_bonus(&mut self, both: bool, at: &str) {
        if both {
            self.hinted(
                "bonus-twice",
                format!("{at}.bonus_amount"),
                "The bonus is given twice, as a rate and as an amount.",
                "Keep one of `bonus: 15%` and `bonus_amount: 30000`.",
            );
        }
    }

    fn settings(&mut self, settings: &Settings, plan: Option<Currency>) {
        self.years(settings.horizon_years, "settings.horizon_years");
        for (rate, name, key) in [
            (settings.discount_rate, "discount rate", "discount_rate"),
            (settings.private_haircut, "haircut", "private_haircut"),
            (settings.switching_premium, "switching premium", "switching_premium"),
        ] {
            self.share(Some(rate), name, &format!("settings.{key}"));
        }
        if let Some(mark_down) = &settings.mark_down {
            self.mark_down(mark_down, "settings.mark_down");
        }
        self.tax(settings.tax_rate, "settings.tax_rate");
        if settings.reply_days > 30 {
            self.hinted(
                "reply-range",
                "settings.reply_days",
                "An answer that takes more than 30 working days is none.",
                "Write the working days that an answer takes, such as 2.",
            );
        }
        if let Some(currency) = plan {
            self.amount(settings.personal_minimum, currency, "settings.personal_minimum");
        }
        for (currency, fx) in &settings.fx {
            self.day(fx.as_of, &format!("settings.fx.{currency}.as_of"));
            if fx.source.as_ref().is_some_and(|source| source.trim().is_empty()) {
                self.hinted(
                    "empty",
                    format!("settings.fx.{currency}.source"),
                    "Nobody is named who said this rate.",
                    "Write who did, such as ECB, or leave it out.",
                );
            }
        }
    }

    fn day(&mut self, day: Option<Date>, at: &str) {
        if let Some(day) = day.filter(|day| !YEARS.contains(&day.year())) {
            self.hinted(
                "date-range",
                at,
                format!("{day} is too far away to be meant."),
                "Write a day such as 2026-11-27.",
            );
        }
    }
}
