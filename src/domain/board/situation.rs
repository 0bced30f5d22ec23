//! Which moves the offers and their days call for.

use jiff::civil::Date;

use super::{Deadline, Move, MoveKind, State, words, working_days_after, working_days_before};
use crate::domain::compare::Whose;
use crate::domain::offer::{Alternative, OfferStatus};
use crate::domain::plan::Plan;
use crate::domain::session::Session;

/// What the moves follow from.
pub(super) struct Situation<'a> {
    session: &'a Session,
    target: &'a str,
    today: Date,
    /// The best alternative, by its place in the session.
    batna: Option<usize>,
    /// Until when the target's offer stands; `None` also where that has passed.
    target_day: Option<Date>,
    /// The first end of an offer that can still be accepted, the target's included.
    binding: Option<Date>,
    moves: Vec<Move>,
}

/// By when, and whether the usual time for an answer is gone already.
#[derive(Clone, Copy)]
struct Due {
    by: Date,
    late: bool,
}

impl<'a> Situation<'a> {
    pub fn new(session: &'a Session, target: &'a str, plan: Option<&Plan>, today: Date) -> Self {
        let own = session.target.as_ref().and_then(|target| target.expires);
        let target_day = own.filter(|day| *day >= today);
        let rivals = live(session, today).filter_map(|(_, alternative)| alternative.expires);
        let binding = rivals.chain(target_day).min();
        let batna = plan.and_then(|plan| plan.batna.as_ref()).map(|standing| standing.index);
        Self { session, target, today, batna, target_day, binding, moves: Vec::new() }
    }

    /// The moves, the overdue first, then by day, by kind and as entered.
    pub fn moves(mut self, deadlines: &[Deadline]) -> Vec<Move> {
        self.confirm();
        self.speed_up();
        self.more_time();
        self.counter();
        self.answer();
        self.ask_whether_it_stands(deadlines);
        self.moves.sort_by_key(|one| (one.state != State::Overdue, one.by, one.kind));
        self.moves
    }

    fn confirm(&mut self) {
        for (index, alternative) in live(self.session, self.today) {
            if alternative.status == OfferStatus::Verbal {
                let due = self.a_reply_before(self.binding);
                self.add(MoveKind::Confirm, Whose::Alternative(index), due.by, self.why(words::CONFIRM, due));
            }
        }
    }

    fn speed_up(&mut self) {
        let first = live(self.session, self.today)
            .filter_map(|(_, alternative)| Some((alternative.expires?, alternative)))
            .min_by_key(|(day, _)| *day);
        // Once the target's own day has passed, one asks whether its offer stands instead.
        let own = self.session.target.as_ref().and_then(|target| target.expires);
        if let Some((day, rival)) = first {
            let reason = match own {
                Some(own) if own < self.today => None,
                _ if !self.has_offered() => Some(words::speed_up_an_offer(&rival.label(), self.target)),
                None => Some(words::speed_up_a_date(&rival.label(), self.target)),
                Some(own) => (day < own).then(|| words::speed_up_the_day(&rival.label(), self.target)),
            };
            if let Some(reason) = reason {
                let due = self.a_reply_before(self.binding);
                self.add(MoveKind::SpeedUp, Whose::Target, due.by, self.why(&reason, due));
            }
        }
        for (index, alternative) in self.session.alternatives.iter().enumerate() {
            let lapsed = alternative.expires.is_some_and(|day| day < self.today);
            if alternative.status == OfferStatus::Expected && !lapsed {
                let due = self.a_reply_before(self.binding.into_iter().chain(alternative.expires).min());
                let why = self.why(words::EXPECTED, due);
                self.add(MoveKind::SpeedUp, Whose::Alternative(index), due.by, why);
            }
        }
    }

    fn more_time(&mut self) {
        let answered = working_days_after(self.today, self.replies(2));
        for (index, alternative) in live(self.session, self.today) {
            let Some(day) = alternative.expires else { continue };
            let reason = if !self.has_offered() {
                words::before_an_offer(self.target)
            } else if let Some(own) = self.target_day {
                if day < own {
                    words::before_their_day(self.target)
                } else if day < answered {
                    words::before_their_reply(self.target)
                } else {
                    continue;
                }
            } else {
                words::before_any_day(self.target)
            };
            let due = self.a_reply_before(Some(day));
            self.add(MoveKind::MoreTime, Whose::Alternative(index), due.by, self.why(&reason, due));
        }
    }

    fn counter(&mut self) {
        let before = |replies| {
            self.binding
                .map(|day| working_days_before(day, self.replies(replies)))
                .filter(|by| *by >= self.today)
        };
        let (by, why) = match (before(2), before(1)) {
            (Some(by), _) => (by, words::COUNTER_AND_REPLY),
            (None, Some(by)) => (by, words::COUNTER_ONCE),
            (None, None) if self.binding.is_some() => (self.today, words::COUNTER_NOW),
            (None, None) => (self.today, words::COUNTER_UNDATED),
        };
        self.add(MoveKind::Counter, Whose::Target, by, why.to_owned());
    }

    fn answer(&mut self) {
        if let Some(day) = self.target_day {
            self.add(MoveKind::Answer, Whose::Target, day, words::ANSWER_TARGET.to_owned());
        }
        for (index, alternative) in live(self.session, self.today) {
            if let Some(day) = alternative.expires {
                let why = match self.batna {
                    Some(best) if best == index => words::answer_the_best(self.target),
                    Some(_) => words::ANSWER_OTHER.to_owned(),
                    None => words::ANSWER_UNRANKED.to_owned(),
                };
                self.add(MoveKind::Answer, Whose::Alternative(index), day, why);
            }
        }
    }

    fn ask_whether_it_stands(&mut self, deadlines: &[Deadline]) {
        for deadline in deadlines.iter().filter(|deadline| deadline.state == State::Overdue) {
            self.add(MoveKind::AskWhetherItStands, deadline.whose, deadline.day, words::LAPSED.to_owned());
        }
    }

    fn add(&mut self, kind: MoveKind, whose: Whose, by: Date, why: String) {
        let label = match whose {
            Whose::Alternative(index) => {
                self.session.alternatives.get(index).map(Alternative::label).unwrap_or_default()
            }
            Whose::Target | Whose::Ask => self.target.to_owned(),
        };
        self.moves.push(Move { kind, whose, label, by, state: State::of(by, self.today), why });
    }

    fn has_offered(&self) -> bool {
        self.session.target.as_ref().is_some_and(|target| target.base.is_some())
    }

    fn replies(&self, count: u16) -> u16 {
        u16::from(self.session.settings.reply_days).saturating_mul(count)
    }

    /// The last day on which an answer can be hoped for before that day; today where it is gone, or
    /// where nothing ends.
    fn a_reply_before(&self, day: Option<Date>) -> Due {
        let by = day.map_or(self.today, |day| working_days_before(day, self.replies(1)));
        Due { by: by.max(self.today), late: by < self.today }
    }

    fn why(&self, reason: &str, due: Due) -> String {
        if due.late { words::late(reason, self.session.settings.reply_days) } else { format!("{reason}.") }
    }
}

/// The offers that can still be accepted, with their places: neither the current job nor hoped for.
fn live(session: &Session, today: Date) -> impl Iterator<Item = (usize, &Alternative)> {
    session.alternatives.iter().enumerate().filter(move |(_, alternative)| {
        matches!(alternative.status, OfferStatus::Written | OfferStatus::Verbal)
            && alternative.expires.is_none_or(|day| day >= today)
    })
}
