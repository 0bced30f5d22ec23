//! What is exported, as text in the form that the file's ending asks for.

use std::path::Path;

use jiff::civil::Date;

use crate::app::msg::Paper;
use crate::app::work::Work;
use crate::domain::compare::{Inputs, Measure};
use crate::domain::problem::Problem;
use crate::export::{self, ExportHead, OffersView};
use crate::script;

/// The text of a paper, or why there is none.
pub(super) fn text(work: &Work, today: Date, paper: Paper, path: &Path) -> Result<String, String> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let text = match paper {
        Paper::Script => script_text(work, today, ending),
        Paper::Offers => offers_text(work, today, ending),
        Paper::Calendar => inputs(work, today).map(|inputs| export::offers_calendar(&inputs)),
    };
    text.map_err(|problem| problem.to_string())
}

fn script_text(work: &Work, today: Date, ending: &str) -> Result<String, Problem> {
    let plan = work.plan.as_ref().map_err(Clone::clone)?;
    let script = script::assemble(&work.playbook, &work.session, plan, today)?;
    let head = ExportHead::of(&work.playbook, &work.session, plan, today);
    Ok(match ending {
        "md" => export::markdown(&script, &head),
        "html" | "htm" => export::html(&script, &head),
        "json" => format!("{:#}\n", export::json(&script, &head)),
        _ => export::text(&script, &head),
    })
}

fn offers_text(work: &Work, today: Date, ending: &str) -> Result<String, Problem> {
    let view = OffersView::of(&inputs(work, today)?, Measure::Entered)?;
    Ok(match ending {
        "md" => export::offers_markdown(&view),
        "html" | "htm" => export::offers_html(&view),
        "json" => format!("{:#}\n", export::offers_json(&view)),
        _ => export::offers_text(&view),
    })
}

fn inputs(work: &Work, today: Date) -> Result<Inputs<'_>, Problem> {
    let plan = work.plan.as_ref().map_err(Clone::clone)?;
    Ok(Inputs { playbook: &work.playbook, session: &work.session, plan, today })
}
