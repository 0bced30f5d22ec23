//! The plan for other programs, with the keys other programs rely on.

use serde::Serialize;
use serde_json::Value;

use crate::domain::money::{Decimal, show};
use crate::domain::plan::{Package, Plan, Term};

/// The plan as `plan --json` prints it; what does not apply is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanView {
    plan: u32,
    currency: String,
    region: String,
    status: &'static str,
    held: Vec<&'static str>,
    ask: Figures,
    opening: Figures,
    floor: FloorView,
    #[serde(skip_serializing_if = "Option::is_none")]
    floor_exact: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cautious_exact: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    batna: Option<BatnaView>,
    ask_value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    break_even_equity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    equity_needed_at_top_base: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shortfall_per_year: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    signing_needed: Option<String>,
    alternatives: Vec<Worth>,
    warnings: Vec<WarningView>,
    steps: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Figures {
    base: String,
    equity: String,
    signing: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct FloorView {
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cautious_base: Option<String>,
    source: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct BatnaView {
    index: usize,
    company: String,
    value: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Worth {
    index: usize,
    value: String,
    face: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct WarningView {
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<usize>,
}

impl PlanView {
    pub fn of(plan: &Plan) -> Self {
        let optional = |figure: Option<Decimal>| figure.map(show::plain);
        let lack = plan.no_zone.and_then(|zone| zone.lack);
        Self {
            plan: 1,
            currency: plan.currency.to_string(),
            region: plan.region.clone(),
            status: plan.status.name(),
            held: plan.held.iter().copied().map(Term::name).collect(),
            ask: Figures::of(&plan.ask),
            opening: Figures::of(&plan.opening),
            floor: FloorView {
                base: optional(plan.floor.base),
                cautious_base: optional(plan.floor.cautious_base),
                source: plan.floor.source.name(),
            },
            floor_exact: optional(plan.floor.exact),
            cautious_exact: optional(plan.floor.cautious_exact),
            batna: plan.batna.as_ref().map(|batna| BatnaView {
                index: batna.index,
                company: batna.company.clone(),
                value: show::plain(batna.value),
            }),
            ask_value: show::plain(plan.ask_value),
            break_even_equity: optional(plan.break_even_equity),
            equity_needed_at_top_base: optional(plan.no_zone.and_then(|zone| zone.equity_needed_at_top_base)),
            shortfall_per_year: optional(lack.map(|lack| lack.shortfall_per_year)),
            signing_needed: optional(lack.map(|lack| lack.signing_needed)),
            alternatives: plan
                .alternatives
                .iter()
                .map(|one| Worth {
                    index: one.index,
                    value: show::plain(one.value),
                    face: show::plain(one.face),
                })
                .collect(),
            warnings: plan
                .warnings
                .iter()
                .map(|warning| WarningView {
                    code: warning.code,
                    message: warning.message.clone(),
                    index: warning.alternative,
                })
                .collect(),
            steps: plan.trace.lines().iter().map(|line| line.text.clone()).collect(),
        }
    }
}

impl Figures {
    fn of(package: &Package) -> Self {
        Self {
            base: show::plain(package.base),
            equity: show::plain(package.equity),
            signing: show::plain(package.signing),
        }
    }
}

/// The plan as a JSON value.
pub fn plan_json(plan: &Plan) -> Value {
    serde_json::to_value(PlanView::of(plan)).unwrap_or_default()
}

/// The plan as JSON text, its keys in the order of the format.
pub fn plan_json_text(plan: &Plan) -> String {
    serde_json::to_string_pretty(&PlanView::of(plan)).unwrap_or_default()
}
