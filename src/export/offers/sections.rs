//! What stands below the table, as headings, lines and sentences, the same in every form.

use super::rows::{figure, signed};
use super::view::{OffersView, PackageView};
use crate::domain::board::State;
use crate::domain::compare::OptionView;
use crate::domain::day;
use crate::domain::money::{Currency, Decimal, show};
use crate::domain::offer::Basis;
use crate::script::Letter;

/// A part of the page with its heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Section {
    pub heading: &'static str,
    pub intro: Vec<String>,
    pub groups: Vec<Group>,
}

/// Some lines that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Group {
    pub title: Option<String>,
    /// What to say or to write, word for word.
    pub spoken: Option<String>,
    pub lines: Vec<String>,
}

/// The sections in their order; one that has nothing to say is left out.
pub(super) fn sections(view: &OffersView) -> Vec<Section> {
    let mut sections = vec![
        mind(view),
        options(view),
        packages(view),
        days(view),
        letters(view),
        Section::of_lines("Before you trust it", view.notes.clone()),
    ];
    sections.retain(|section| !section.groups.is_empty() || !section.intro.is_empty());
    sections
}

/// What is for the user's eyes only.
pub(super) fn private(view: &OffersView) -> Option<Section> {
    let lines = view.private.clone();
    (!lines.is_empty()).then(|| Section::of_lines("Private: keep it to yourself", lines))
}

impl Section {
    fn of_lines(heading: &'static str, lines: Vec<String>) -> Self {
        Self { heading, intro: Vec::new(), groups: vec![Group { lines, ..Group::default() }] }
    }
}

fn mind(view: &OffersView) -> Section {
    let mut groups = Vec::new();
    let mut settled = Vec::new();
    for finding in &view.findings {
        let title = format!("{} (assumed: {})", finding.title, finding.assumed);
        if finding.break_evens.is_empty() {
            settled.push(title);
            continue;
        }
        let mut lines: Vec<String> = finding.break_evens.iter().map(|(_, words)| words.clone()).collect();
        match finding.further {
            0 => {}
            1 => lines.push("One more crossing lies further away.".to_owned()),
            more => lines.push(format!("{more} more crossings lie further away.")),
        }
        groups.push(Group { title: Some(title), spoken: None, lines });
    }
    if !settled.is_empty() {
        let title = Some("Nothing overtakes anything, wherever these end up".to_owned());
        groups.push(Group { title, spoken: None, lines: settled });
    }
    let intro = "The nearest points at which one package overtakes another, one assumption moved at a time.";
    Section { heading: "What would change your mind", intro: vec![intro.to_owned()], groups }
}

/// Options as cases, never as one expected value alone.
fn options(view: &OffersView) -> Section {
    let with_options =
        view.table.columns.iter().filter_map(|column| Some((column, column.options.as_ref()?)));
    let groups = with_options.map(|(column, options)| Group {
        title: Some(column.label.clone()),
        spoken: None,
        lines: option_cases(view.table.currency, options),
    });
    Section { heading: "What the options may come to", intro: Vec::new(), groups: groups.collect() }
}

/// What a package's options may come to: three figures, and what counts.
pub fn option_cases(currency: Currency, options: &OptionView) -> Vec<String> {
    let say = |amount: Decimal| figure(currency, amount);
    let mut lines = vec!["Without an exit, or where investors are paid first: nothing.".to_owned()];
    lines.extend(options.at_preferred.map(|worth| {
        format!("At what investors last paid for a preferred share: {}. Recruiters say this one.", say(worth))
    }));
    lines.extend(options.to_win.as_ref().map(|win| match (win.price, win.multiple) {
        (Some(price), multiple) => {
            let price = show::full(currency, price.round_dp(2));
            let times =
                multiple.map(|times| format!(", {} times the last price", times.round_dp(1).normalize()));
            format!("To beat {}, a common share must bring {price}{}.", win.over, times.unwrap_or_default())
        }
        (None, _) => format!("It beats {} even if the options come to nothing.", win.over),
    }));
    lines.push(format!("What it costs to buy all the stock: {}.", say(options.exercise_cost)));
    lines.push(match options.basis {
        Basis::Exits => format!("Counted here: {}, by your own exit cases.", say(options.counted)),
        Basis::BlackScholes => {
            format!("Counted here: {}, as an accountant would from the 409A value.", say(options.counted))
        }
        Basis::Unknown => "Counted here as nothing: neither a 409A value nor an exit is stated.".to_owned(),
    });
    lines
}

fn packages(view: &OffersView) -> Section {
    let rates = &view.trades.rates;
    let say = |amount: Decimal| figure(view.table.currency, amount);
    let mut worth = Vec::new();
    worth.extend(rates.grant.map(|grant| format!("{} of grant, its paper at face", say(grant))));
    let bankable = rates.grant_bankable.filter(|grant| Some(*grant) != rates.grant);
    worth.extend(bankable.map(|grant| format!("{} of it, marked down", say(grant))));
    worth.push(format!("{} at signing", say(rates.signing)));
    let intro = format!(
        "Worth the same to you as the ask, and different to them. {} more of base a year is worth as much as {}.",
        say(rates.base),
        worth.join("; or ")
    );
    let groups = view.packages.iter().map(|package| self::package(view, package)).collect();
    Section { heading: "Three packages to offer", intro: vec![intro], groups }
}

fn package(view: &OffersView, of: &PackageView) -> Group {
    let say = |amount: Decimal| figure(view.table.currency, amount);
    let title = of.offer.shape.title();
    let Some(package) = of.offer.package else {
        let lines = vec!["None of this kind is worth the same inside the bands.".to_owned()];
        return Group { title: Some(title.to_owned()), spoken: None, lines };
    };
    let (base, equity, signing) = (say(package.base), say(package.equity), say(package.signing));
    let gap = of.offer.gap.round_dp(0);
    let gap = if gap.is_zero() {
        "To you: worth as much as the ask, bankable.".to_owned()
    } else {
        format!("To you: {} a year against the ask, bankable.", signed(view.table.currency, gap))
    };
    Group {
        title: Some(format!("{title}: base {base}, grant {equity}, signing {signing}")),
        spoken: of.sentence.clone(),
        lines: vec![of.note.to_owned(), gap],
    }
}

fn days(view: &OffersView) -> Section {
    let board = &view.board;
    let on = |date, state: State| {
        let day = day::with_distance(date, board.today);
        match state {
            State::Overdue | State::Soon => format!("{day} ({})", state.words()),
            State::Today | State::Later => day,
        }
    };
    let mut deadlines: Vec<String> = board
        .deadlines
        .iter()
        .map(|deadline| format!("{}: {}", on(deadline.day, deadline.state), deadline.label))
        .collect();
    let open: Vec<&str> = board.without_date.iter().map(|(_, label)| label.as_str()).collect();
    if !open.is_empty() {
        deadlines.push(format!("No day is known for {}.", open.join(", ")));
    }
    let moves = board
        .moves
        .iter()
        .map(|one| format!("{}: {}, by {}. {}", one.kind.title(), one.label, on(one.by, one.state), one.why))
        .collect();
    let named = [("Deadlines", deadlines), ("Moves, in their order", moves)];
    let groups = named.into_iter().filter(|(_, lines): &(_, Vec<String>)| !lines.is_empty());
    let groups = groups.map(|(title, lines)| Group { title: Some(title.to_owned()), spoken: None, lines });
    Section { heading: "Deadlines and moves", intro: Vec::new(), groups: groups.collect() }
}

fn letters(view: &OffersView) -> Section {
    let one = |letter: &Letter| {
        let by = letter.send_by.map(|by| format!("Send it by {}.", day::with_distance(by, view.today)));
        Group {
            title: Some(format!("{}, to {}: {}", letter.kind.title(), letter.to, letter.subject)),
            spoken: Some(letter.body.clone()),
            lines: by.into_iter().chain([letter.why.clone()]).collect(),
        }
    };
    Section { heading: "Letters", intro: Vec::new(), groups: view.letters.iter().map(one).collect() }
}
