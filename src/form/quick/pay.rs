//! The figures of a draft: each is given to the part that its label names, or that is still free.

use super::atom::Gap;
use super::draft::{Draft, Grant, meaning_of};
use super::lexeme::Kind;
use super::word::Label;
use super::{Meaning, question, tell};
use crate::domain::money::read::{Reading, Stated};
use crate::domain::money::{Decimal, Money, Rate};
use crate::domain::offer::{OfferStatus, StatedBonus};
use crate::domain::problem::Problem;
use crate::domain::quote::quoted;

impl Draft<'_> {
    pub(super) fn find_pay(&mut self) {
        self.ask_pairs();
        for labelled in [true, false] {
            for at in 0..self.lexemes.len() {
                let label = self.bound.group_of(at).map(|group| group.label);
                if self.is_free(at) && label.is_some() == labelled {
                    self.figure(at, label);
                }
            }
        }
    }

    fn figure(&mut self, at: usize, label: Option<Label>) {
        match (self.lexemes[at].kind.clone(), label) {
            (Kind::Bad(problem), _) => {
                let hint = problem.hint.as_deref().unwrap_or_default();
                let shown = format!("{} {hint}", problem.message);
                self.claim(at, Meaning::Unknown, shown);
                self.problem(problem);
            }
            (Kind::Share(share), Some(Label::Confidence)) => self.confidence(at, share),
            (Kind::Share(share), Some(_)) => self.bonus(at, share),
            (Kind::Share(share), None) => self.loose_share(at, share),
            (Kind::Amount(stated), Some(label)) => self.amount(at, stated, label),
            (Kind::Amount(stated), None) => self.loose_amount(at, stated),
            _ => {}
        }
    }

    /// Makes a part of a figure, its label, and the small words in between.
    fn claim(&mut self, at: usize, meaning: Meaning, shown: impl Into<String>) -> usize {
        let Some(group) = self.bound.group_of(at) else { return self.part([at], meaning, shown) };
        let (from, to) = (at.min(group.at.start), group.at.end.max(at + 1));
        let years = |at: &usize| !matches!(self.lexemes[*at].kind, Kind::Years(_) | Kind::Vesting(_));
        let lexemes: Vec<usize> = (from..to).filter(years).collect();
        self.part(lexemes, meaning, shown)
    }

    /// `215/250`: base and grant, asked about together.
    fn ask_pairs(&mut self) {
        for at in 1..self.lexemes.len() {
            let label = |at: usize| self.bound.group_of(at).map(|group| group.label);
            let (Kind::Amount(base), Kind::Amount(grant)) =
                (&self.lexemes[at - 1].kind, &self.lexemes[at].kind)
            else {
                continue;
            };
            let kind = match (label(at - 1), label(at)) {
                (None | Some(Label::Base), Some(Label::Equity(kind))) => kind,
                (None, None) => None,
                _ => continue,
            };
            let free = self.is_free(at - 1) && self.is_free(at) && self.lexemes[at].gap == Gap::Slash;
            let figures = [(Label::Base, *base), (Label::Equity(kind), *grant)];
            if free && figures.iter().all(|(_, stated)| question::amounts(stated, self.currency).is_some()) {
                let span = self.lexemes[at - 1].span.start..self.lexemes[at].span.end;
                let asked = question::which_amount(self.line, span, &figures, self.currency);
                let part = self.claim(at, Meaning::Ambiguous, asked.ask.clone());
                let named = self.bound.group_of(at - 1).map_or(at - 1..at, |group| group.at.clone());
                named.chain([at - 1]).for_each(|at| self.join(at, part));
                self.questions.push(asked);
            }
        }
    }

    fn confidence(&mut self, at: usize, share: StatedBonus) {
        let single = share.0.low == share.0.high && share.0.high <= Rate::ONE;
        self.once(self.offer.confidence.is_some(), "confidence");
        if !single {
            let problem =
                Problem::new("confidence-unreadable", format!("{} is no likelihood.", quoted(self.text(at))));
            self.problem(problem.hint("Write one up to 100%, such as verbal 70%."));
        }
        self.offer.confidence = Some(share.0.low);
        match self.offer.status {
            None => self.offer.status = Some(OfferStatus::Verbal),
            Some(OfferStatus::Verbal) => {}
            Some(_) => self.problem(
                Problem::new("confidence-status", "Only a verbal offer has a likelihood.")
                    .hint("Write verbal 70%, or leave the likelihood out."),
            ),
        }
        self.claim(at, Meaning::Confidence, format!("{} likely to come in writing", share.0));
    }

    fn bonus(&mut self, at: usize, share: StatedBonus) {
        self.once(self.offer.bonus.is_some(), "bonus");
        self.offer.bonus = Some(share);
        self.claim(at, Meaning::Bonus, format!("bonus {share}"));
    }

    /// A share without a label is a bonus, unless it stands beside `verbal`.
    fn loose_share(&mut self, at: usize, share: StatedBonus) {
        let verbal = |other: Option<usize>, gap: Gap| {
            let lexeme = other.and_then(|other| self.lexemes.get(other));
            gap != Gap::Break && lexeme.is_some_and(|lexeme| lexeme.kind == Kind::Status(OfferStatus::Verbal))
        };
        let behind = verbal(at.checked_sub(1), self.lexemes[at].gap);
        let before = verbal(Some(at + 1), self.lexemes.get(at + 1).map_or(Gap::Break, |next| next.gap));
        let taken = self.offer.bonus.is_some();
        if (behind || before) && self.offer.confidence.is_none() {
            if taken || share.0.low >= Rate::percent(50) {
                return self.confidence(at, share);
            }
            let labels = [("bonus", "bonus"), ("confidence", "likelihood")];
            return self.ask(at, labels);
        }
        if taken {
            self.unknown(at..at + 1);
        } else {
            self.bonus(at, share);
        }
    }

    fn ask(&mut self, at: usize, labels: [(&str, &str); 2]) {
        let asked = question::which_label(self.line, self.lexemes, at, labels);
        self.part([at], Meaning::Ambiguous, asked.ask.clone());
        self.questions.push(asked);
    }

    /// An amount without a label: the base first, after it and a slash the grant; more are asked about.
    fn loose_amount(&mut self, at: usize, stated: Stated) {
        let base_named = self.bound.groups.iter().any(|group| group.label == Label::Base);
        if self.offer.base.is_none() && !base_named && !self.base_is_open() {
            return self.amount(at, stated, Label::Base);
        }
        let grant_named = self.bound.groups.iter().any(|group| matches!(group.label, Label::Equity(_)));
        let first = at.checked_sub(1).is_some_and(|before| {
            self.lexemes[at].gap == Gap::Slash && matches!(self.lexemes[before].kind, Kind::Amount(_))
        });
        if first && !grant_named && self.grant.is_none() {
            return self.amount(at, stated, Label::Equity(None));
        }
        let signing_named = self.bound.groups.iter().any(|group| group.label == Label::Signing);
        match (grant_named || self.grant.is_some(), signing_named) {
            (false, false) => self.ask(at, [("equity", "equity"), ("signing", "signing")]),
            (true, false) => self.ask(at, [("signing", "signing"), ("bonus", "bonus")]),
            (false, true) => self.ask(at, [("equity", "equity"), ("bonus", "bonus")]),
            (true, true) => self.ask(at, [("bonus", "bonus"), ("other", "other pay a year")]),
        }
    }

    /// Whether a question about the base stands already.
    fn base_is_open(&self) -> bool {
        self.questions.iter().any(|question| question.readings[0].0.starts_with(Label::Base.name()))
    }

    fn amount(&mut self, at: usize, stated: Stated, label: Label) {
        let yearly = stated.yearly || self.trails(at, &Kind::PerYear);
        if self.trails(at, &Kind::PerOther) {
            let message = format!("Amounts here are a year; {} is not.", quoted(self.text(at)));
            self.problem(
                Problem::new("amount-period", message)
                    .hint("Write what it comes to in a year, such as 66,000."),
            );
        }
        if label == Label::Bonus && self.low_bonus(at, &stated) {
            return;
        }
        let money = match (question::amounts(&stated, self.currency), stated.reading) {
            (Some([(thousands, _), _]), _) if label == Label::Total => thousands,
            (Some(_), _) => {
                let span = self.lexemes[at].span.clone();
                let asked = question::which_amount(self.line, span, &[(label, stated)], self.currency);
                self.claim(at, Meaning::Ambiguous, asked.ask.clone());
                return self.questions.push(asked);
            }
            (None, Reading::Sure(money) | Reading::Either(money, _)) => money,
        };
        if yearly && matches!(label, Label::Signing | Label::Relocation) {
            let message = format!("The {} is paid once; {} is a year.", label.name(), quoted(self.text(at)));
            self.problem(
                Problem::new("amount-once", message)
                    .hint(format!("Write the whole, such as {} 25k.", label.name())),
            );
        }
        let meaning = if label == Label::Bonus { Meaning::BonusAmount } else { meaning_of(label) };
        let part = self.claim(at, meaning, tell::amount(label, money, self.currency));
        if let Label::Equity(kind) = label {
            self.once(self.grant.is_some(), "grant");
            self.grant = Some(Grant { money, yearly, kind, part });
        } else {
            self.put(label, money);
        }
    }

    fn put(&mut self, label: Label, money: Money) {
        let offer = &mut self.offer;
        let slot = match label {
            Label::Base => &mut offer.base,
            Label::Bonus => &mut offer.bonus_amount,
            Label::Signing => &mut offer.signing,
            Label::Relocation => &mut offer.relocation,
            Label::Other => &mut offer.other_annual,
            Label::Total => &mut offer.total,
            Label::Equity(_) | Label::Confidence => return,
        };
        let taken = slot.replace(money).is_some();
        self.once(taken, label.name());
    }

    /// `bonus 0.15` and `bonus 0` are shares; `bonus 15` may be one.
    fn low_bonus(&mut self, at: usize, stated: &Stated) -> bool {
        let Reading::Sure(money) = stated.reading else { return false };
        if money.mark().is_some() {
            return false;
        }
        if let Some(rate) = Rate::new(money.amount()).filter(|rate| *rate < Rate::ONE) {
            self.bonus(at, StatedBonus::of(rate));
            return true;
        }
        if !stated.bare || money.amount() >= Decimal::ONE_HUNDRED {
            return false;
        }
        let Some(asked) = question::share_or_amount(self.line, &self.lexemes[at], money, self.currency)
        else {
            return false;
        };
        self.claim(at, Meaning::Ambiguous, asked.ask.clone());
        self.questions.push(asked);
        true
    }

    /// Whether such a period stands behind the figure or behind its label.
    fn trails(&self, at: usize, period: &Kind) -> bool {
        let ends = [Some(at + 1), self.bound.group_of(at).map(|group| group.at.end)];
        ends.into_iter().flatten().any(|start| {
            let rest = self.lexemes[start..].iter();
            rest.take_while(|lexeme| lexeme.is_loose() && lexeme.gap != Gap::Break)
                .any(|lexeme| lexeme.kind == *period)
        })
    }
}
