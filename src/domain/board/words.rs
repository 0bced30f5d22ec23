//! Why a move is made, in one sentence each; those without a full stop may be continued.

pub const CONFIRM: &str = "An offer that is only spoken can be taken back, so ask for it in writing";
pub const EXPECTED: &str = "It can only count once it is there, so ask when it comes";
pub const COUNTER_AND_REPLY: &str =
    "Said by then, there is time for an answer and one more round before the first offer ends.";
pub const COUNTER_ONCE: &str = "Said by then, there is time for one answer before the first offer ends.";
pub const COUNTER_NOW: &str = "The first offer ends before the usual time for an answer, so say it today.";
pub const COUNTER_UNDATED: &str = "No offer has a date, so nothing is gained by waiting.";
pub const ANSWER_TARGET: &str = "Their offer stands until that day, so answer by then, in writing.";
pub const ANSWER_OTHER: &str = "It is not your best alternative, and declining early is a courtesy.";
pub const ANSWER_UNRANKED: &str = "Their offer stands until that day, and declining early is a courtesy.";
pub const LAPSED: &str = "That day has passed, so ask whether the offer still stands.";

pub fn speed_up_an_offer(rival: &str, target: &str) -> String {
    format!("The offer from {rival} has an end and {target} has made no offer, so ask for one before it")
}

pub fn speed_up_a_date(rival: &str, target: &str) -> String {
    format!("The offer from {rival} ends while {target} has named no day, so ask them to settle before it")
}

pub fn speed_up_the_day(rival: &str, target: &str) -> String {
    format!("The offer from {rival} ends before the one from {target}, so ask them to settle earlier")
}

pub fn before_an_offer(target: &str) -> String {
    format!("{target} has made no offer yet that you could weigh it against")
}

pub fn before_any_day(target: &str) -> String {
    format!("It has an end, and the offer from {target} has no date that still counts")
}

pub fn before_their_day(target: &str) -> String {
    format!("It ends before the offer from {target} does")
}

pub fn before_their_reply(target: &str) -> String {
    format!("It ends before {target} can have answered your ask")
}

pub fn answer_the_best(target: &str) -> String {
    format!("It is your best alternative: decline it only when {target}'s agreement is in writing.")
}

/// The reason, and that the usual time for an answer is gone.
pub fn late(reason: &str, reply_days: u8) -> String {
    let takes = match reply_days {
        0 => "may come on the next working day only".to_owned(),
        1 => "takes a working day".to_owned(),
        days => format!("takes {days} working days"),
    };
    format!("{reason}; ask today, though an answer {takes} and may come too late.")
}
