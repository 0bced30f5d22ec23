//! Data in, text out: the script, the plan and the offers, for people and programs.

mod calendar;
mod head;
mod html;
mod json;
mod markdown;
mod offers;
mod plan_json;
mod plan_text;
mod playbook_text;
mod review;
mod ruler;
mod text;
mod wrap;

pub use calendar::calendar;
pub use head::ExportHead;
pub use html::html;
pub use json::json;
pub use markdown::markdown;
pub use offers::{
    Bar, Finding, OffersView, PackageView, Part, bars, before_trust, offers_calendar, offers_html,
    offers_json, offers_markdown, offers_text, option_cases,
};
pub use plan_json::{PlanView, plan_json, plan_json_text};
pub use plan_text::plan_text;
pub use playbook_text::playbook_text;
pub use review::{Understood, review, understood};
pub use text::text;
pub use wrap::{cut, fit, wrap};

/// The width of text that is printed.
const WIDTH: usize = 78;

#[cfg(test)]
mod tests;
