//! The plan on one page of text.

use super::WIDTH;
use super::ruler::ruler;
use super::wrap::{fit, wrap};
use crate::domain::money::{Decimal, show};
use crate::domain::plan::{Figure, FloorSource, Package, Plan, Status, Term};

/// The plan as the `plan` command prints it.
pub fn plan_text(plan: &Plan) -> String {
    let mut blocks = vec![head(plan), package(plan), floor(plan)];
    blocks.extend(ruler(plan));
    blocks.push(alternatives(plan));
    blocks.extend(warnings(plan));
    blocks.push(derivation(plan));
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n") + "\n"
}

fn head(plan: &Plan) -> String {
    let status = match plan.status {
        Status::Ok => "there is room between your floor and your ask",
        Status::NoZone => "no base inside their band reaches your floor",
        Status::AskRaised => "your floor lay above the ask and has raised it",
        Status::FloorBelowBand => "your alternative is worth less than the bottom of their band",
        Status::NoAlternative => "no alternative counts, so nothing tells you where to walk",
    };
    wrap(&format!("{} · {} · {}: {status}", plan.region, plan.currency, plan.status.name()), WIDTH, "", "  ")
}

fn package(plan: &Plan) -> String {
    let cells = |package: &Package| Term::ALL.map(|term| show::full(plan.currency, package.get(term)));
    let row = |name: &str, cells: [String; 3]| {
        let [base, equity, signing] = cells;
        format!("{name:<12}{base:>15}{equity:>15}{signing:>15}")
    };
    let mut lines = vec![
        row("", ["base", "equity", "signing"].map(str::to_owned)),
        row("Ask", cells(&plan.ask)),
        row("Open with", cells(&plan.opening)),
    ];
    if !plan.held.is_empty() {
        let held: Vec<&str> = plan.held.iter().copied().map(Term::name).collect();
        lines.push(format!("They have offered as much already: {}.", held.join(", ")));
    }
    lines.join("\n")
}

fn floor(plan: &Plan) -> String {
    let show = |amount| show::full(plan.currency, amount);
    let row = |name: &str, amount: Decimal, words: &str| format!("{name:<12}{:>15}   {words}", show(amount));
    let mut lines = Vec::new();
    let cautious = plan
        .floor
        .cautious_base
        .filter(|base| Some(*base) != plan.floor.base && plan.status != Status::NoZone);
    if let Some(base) = plan.floor.base {
        lines.push(row(
            "Floor",
            base,
            match plan.floor.source {
                FloorSource::Band => "the band's low; not a walk-away value",
                FloorSource::PersonalMinimum => "walk below: your own minimum",
                FloorSource::BestAlternative => "walk below",
            },
        ));
    }
    if let (Some(base), Some(cautious)) = (plan.floor.base, cautious) {
        lines.push(row("Think from", base, "worth it if their paper comes good"));
        lines.push(row("Accept from", cautious, "even with their paper marked down"));
    }
    if let Some(needed) = plan.no_zone.and_then(|zone| zone.equity_needed_at_top_base) {
        lines.push(row("Equity", needed.round_dp(0), "needed at their top base"));
    }
    if let Some(lack) = plan.no_zone.and_then(|zone| zone.lack) {
        lines.push(row(
            "Missing",
            lack.shortfall_per_year.round_dp(0),
            "a year, even at the top of their band",
        ));
        lines.push(row("Signing", lack.signing_needed.round_dp(0), "would make that good"));
    }
    lines.join("\n")
}

fn alternatives(plan: &Plan) -> String {
    let show = |amount: Decimal| show::full(plan.currency, amount.round_dp(0));
    let best = plan.batna.as_ref().map(|batna| batna.index);
    let mut lines = Vec::new();
    for one in &plan.alternatives {
        let mark = if Some(one.index) == best { "  best alternative" } else { "" };
        lines.push(format!("{}{:>12} a year{mark}", fit(&one.label, 26), show(one.value)));
    }
    lines.push(format!("{}{:>12} a year at face", fit("Your ask", 26), show(plan.ask_value)));
    lines.extend(plan.trace.of(Figure::BreakEven).map(|text| wrap(text, WIDTH, "", "  ")));
    lines.join("\n")
}

fn warnings(plan: &Plan) -> Option<String> {
    let lines: Vec<&str> = plan.warnings.iter().map(|warning| warning.message.as_str()).collect();
    (!lines.is_empty()).then(|| format!("Warnings\n{}", wrap(&lines.join("\n"), WIDTH, "  ! ", "    ")))
}

fn derivation(plan: &Plan) -> String {
    let mut lines = vec!["How it was computed".to_owned()];
    for figure in plan.trace.figures() {
        lines.push(format!("  {}", figure.title()));
        lines.extend(plan.trace.of(figure).map(|text| wrap(text, WIDTH, "    ", "      ")));
    }
    lines.join("\n")
}
