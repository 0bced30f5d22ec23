//! What must hold of a grant: its schedule, its haircut, the terms of options.

use super::Findings;
use crate::domain::money::{Decimal, Money, Rate, exact};
use crate::domain::offer::{Basis, Clawback, Equity, EquityKind, MarkDown, OptionTerms};
use crate::domain::problem::Problem;

/// The longest wait that is looked at, in months.
const MOST_MONTHS: u16 = 480;
/// The largest grant of options.
const MOST_OPTIONS: u64 = 10_000_000_000;

/// What is wrong with the terms of options.
pub fn options(terms: &OptionTerms) -> Vec<Problem> {
    let mut found = Findings::default();
    found.options(terms, "");
    found.0
}

/// What is wrong with a way to reckon a haircut.
pub fn mark_down(mark_down: &MarkDown) -> Vec<Problem> {
    let mut found = Findings::default();
    found.mark_down(mark_down, "");
    found.0
}

/// What is wrong with the cliff of a grant.
pub fn cliff(equity: &Equity) -> Vec<Problem> {
    let mut found = Findings::default();
    found.cliff(equity, "");
    found.0
}

impl Findings {
    pub(super) fn grant(&mut self, equity: Option<&Equity>, at: &str) {
        let Some(equity) = equity else { return };
        if let Some(years) = equity.years {
            self.years(years, &under(at, "years"));
        }
        self.share(equity.haircut, "haircut", &under(at, "haircut"));
        self.cliff(equity, at);
        if let Some(mark_down) = &equity.mark_down {
            self.mark_down(mark_down, &under(at, "mark_down"));
            if equity.haircut.is_some() {
                self.hinted(
                    "haircut-twice",
                    under(at, "mark_down"),
                    "The haircut is given twice, as a share and by a formula: they are never stacked.",
                    "Keep one of `haircut: 25%` and `mark_down: {route: finnerty}`.",
                );
            }
        }
        if let Some(terms) = &equity.options {
            if equity.kind != Some(EquityKind::Options) {
                self.hinted(
                    "options-kind",
                    under(at, "options"),
                    "These are the terms of options, but the grant is of another kind.",
                    "Write `kind: options` beside them.",
                );
            }
            if terms.basis() == Basis::Exits && (equity.haircut.is_some() || equity.mark_down.is_some()) {
                self.hinted(
                    "haircut-twice",
                    at,
                    "Your exit cases price failure already: nothing more is taken off.",
                    "Leave the haircut out, or the exit cases.",
                );
            }
            self.options(terms, &under(at, "options"));
        }
    }

    fn cliff(&mut self, equity: &Equity, at: &str) {
        let Some(months) = equity.cliff_months else { return };
        let years = equity.vesting.as_ref().map_or_else(
            || usize::from(equity.years.unwrap_or(crate::domain::playbook::EquityTerms::usual_years())),
            |vesting| vesting.shares().len(),
        );
        if usize::from(months) > years.saturating_mul(12) {
            self.hinted(
                "cliff-range",
                under(at, "cliff_months"),
                format!(
                    "A cliff of {months} months is longer than the grant, which vests over {years} years."
                ),
                "Write the months before anything vests, such as 12.",
            );
        }
    }

    pub(super) fn mark_down(&mut self, mark_down: &MarkDown, at: &str) {
        if let Some(months) = mark_down.months.filter(|months| !(1..=MOST_MONTHS).contains(months)) {
            self.hinted(
                "months-range",
                under(at, "months"),
                format!("{months} is no usable number of months: 1 to {MOST_MONTHS} are."),
                "Write the months until you can sell, such as 36.",
            );
        }
        self.share(mark_down.chance, "chance", &under(at, "chance"));
        self.share(mark_down.rate, "yearly rate", &under(at, "rate"));
        self.share(mark_down.dividend, "dividend", &under(at, "dividend"));
    }

    pub(super) fn options(&mut self, terms: &OptionTerms, at: &str) {
        if terms.count > MOST_OPTIONS {
            self.hinted(
                "count-range",
                under(at, "count"),
                format!("{} is no usable number of options.", terms.count),
                "Write how many you are granted, such as 20000.",
            );
        }
        let strike = terms.strike.amount();
        let highest = [terms.fmv, terms.preferred].into_iter().flatten().map(Money::amount).max();
        let both = terms.fmv.and(terms.preferred).is_some();
        if let Some(price) = highest.filter(|price| both && strike > *price) {
            self.hinted(
                "strike-above-price",
                under(at, "strike"),
                format!("A strike of {} is above the price of {}.", strike.normalize(), price.normalize()),
                "Such options are worth nothing today. If it is so, leave them out; else write, for instance, a strike \
                 of 4 and a price of 12.",
            );
        }
        if terms.dilution.is_some_and(|dilution| dilution >= Rate::ONE) {
            self.hinted(
                "dilution-range",
                under(at, "dilution"),
                "A round that takes all of it leaves nothing.",
                "Write what a round takes off your share, such as 15%.",
            );
        }
        if terms.rounds.is_some_and(|rounds| rounds > 20) {
            self.hinted(
                "rounds-range",
                under(at, "rounds"),
                "More than 20 rounds are too many to be meant.",
                "Write the rounds you expect until an exit, such as 2.",
            );
        }
        for (index, exit) in terms.exits.iter().enumerate() {
            self.share(Some(exit.chance), "chance", &under(at, &format!("exits[{index}].chance")));
        }
        let sum = exact::sum(terms.exits.iter().map(|exit| exit.chance.share())).unwrap_or(Decimal::MAX);
        if sum > Decimal::ONE {
            let percent = sum.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(sum).normalize();
            self.hinted(
                "chances-sum",
                under(at, "exits"),
                format!("The chances of the exit cases add up to {percent}%."),
                "At most 100%, such as 50% at 0, 30% at 10, 20% at 30; what is left is an exit at nothing.",
            );
        }
    }

    pub(super) fn clawback(&mut self, clawback: Option<Clawback>, at: &str) {
        let Some(Clawback { months, .. }) = clawback else { return };
        if !(1..=60).contains(&months) {
            self.hinted(
                "clawback-range",
                under(at, "months"),
                format!("{months} months is no usual time to give signing money back in."),
                "Write 1 to 60 months, such as 12.",
            );
        }
    }
}

/// A key under a path, which may be empty.
fn under(at: &str, key: &str) -> String {
    if at.is_empty() { key.to_owned() } else { format!("{at}.{key}") }
}

#[cfg(test)]
mod tests {
    use crate::domain::check::session as check;
    use crate::domain::playbook::Playbook;
    use crate::domain::session::Session;

    fn found(offer: &str, settings: &str) -> Vec<&'static str> {
        let playbook: Playbook = serde_yaml::from_str(
            "{playbook: 1, id: a/b, company: A, role: B, bands: [{region: X, currency: USD, base: {low: 1, high: 2}}], \
             levers: [{id: l, name: L, script: S}]}",
        )
        .unwrap();
        let text = format!(
            "{{session: 1, playbook: a/b, region: X, alternatives: [{{company: G, base: 1000, {offer}}}], settings: \
             {{{settings}}}}}"
        );
        let session: Session =
            serde_yaml::from_str(&text).unwrap_or_else(|problem| panic!("{text}: {problem}"));
        check(&session, &playbook)
            .into_iter()
            .map(|problem| {
                assert!(problem.hint.is_some(), "{} has no example", problem.code);
                problem.code
            })
            .collect()
    }

    #[test]
    fn what_cannot_be_is_refused_with_an_example() {
        let options = |terms: &str| format!("equity: {{grant: 0, kind: options, options: {{{terms}}}}}");
        let equity = |terms: &str| format!("equity: {{grant: 1000, {terms}}}");
        for (offer, code) in [
            (equity("cliff_months: 60"), "cliff-range"),
            (equity("vesting: [100%], cliff_months: 13"), "cliff-range"),
            (equity("haircut: 10%, mark_down: {route: exit}"), "haircut-twice"),
            (equity("mark_down: {route: exit, chance: 120%}"), "rate-above-100"),
            (equity("mark_down: {route: chaffe, months: 481}"), "months-range"),
            (equity("mark_down: {route: exit, months: 0}"), "months-range"),
            (equity("options: {count: 1, strike: 1}"), "options-kind"),
            (options("count: 10, strike: 13, fmv: 6, preferred: 12"), "strike-above-price"),
            (
                options("count: 10, strike: 1, exits: [{chance: 60%, price: 9}, {chance: 41%, price: 9}]"),
                "chances-sum",
            ),
            (options("count: 10, strike: 1, dilution: 100%"), "dilution-range"),
            (options("count: 10, strike: 1, rounds: 21"), "rounds-range"),
            (options("count: 10000000001, strike: 1"), "count-range"),
            ("clawback: {months: 0, kind: full}".to_owned(), "clawback-range"),
            ("tax_rate: 100%".to_owned(), "tax-range"),
            ("cost_of_living: 0".to_owned(), "cost-of-living-zero"),
        ] {
            assert_eq!(found(&offer, ""), [code], "{offer}");
        }
        for (settings, code) in [
            ("tax_rate: 100%", "tax-range"),
            ("reply_days: 31", "reply-range"),
            ("fx: {GBP: {rate: 1.27, source: ' '}}", "empty"),
            ("mark_down: {route: exit, chance: 101%}", "rate-above-100"),
        ] {
            assert_eq!(found("bonus: 5%", settings), [code], "{settings}");
        }
    }

    #[test]
    fn what_is_unusual_but_possible_passes() {
        for offer in [
            "equity: {grant: 1000, cliff_months: 48}",
            "equity: {grant: 1000, kind: options, options: {count: 10, strike: 13, fmv: 6}}",
            "equity: {grant: 0, kind: options, options: {count: 0, strike: 0}}",
            "equity: {grant: 1000, kind: options, options: {count: 10, strike: 1, exits: [{chance: 100%, price: 9}]}}",
            "tax_rate: 99%, cost_of_living: 300%, clawback: {months: 60, kind: pro-rata}",
        ] {
            assert_eq!(found(offer, ""), [] as [&str; 0], "{offer}");
        }
    }

    /// The example of the documentation is a session.
    #[test]
    fn the_documented_example_is_sound() {
        let page = include_str!("../../../docs/offers.md");
        let example = page.split("```yaml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
        let session: Session =
            serde_yaml::from_str(&format!("session: 1\nplaybook: a/b\nregion: X\n{example}")).unwrap();
        let playbook: Playbook = serde_yaml::from_str(
            "{playbook: 1, id: a/b, company: A, role: B, bands: [{region: X, currency: USD, base: {low: 1, high: 2}}], \
             levers: [{id: l, name: L, script: S}]}",
        )
        .unwrap();
        assert_eq!(check(&session, &playbook), []);
        assert_eq!(session.alternatives.len(), 3);
    }
}
