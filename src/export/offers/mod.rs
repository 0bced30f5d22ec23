//! The offers desk on paper: one view of it, made once, and its forms.

mod bars;
mod chart;
mod html;
mod json;
mod markdown;
mod mind;
mod notes;
mod page;
mod rows;
mod sections;
#[cfg(test)]
mod tests;
mod text;
mod view;

pub use bars::{Bar, Part, bars};
pub use html::offers_html;
pub use json::offers_json;
pub use markdown::offers_markdown;
pub use mind::Finding;
pub use notes::before_trust;
pub use sections::option_cases;
pub use text::offers_text;
pub use view::{OffersView, PackageView, offers_calendar};
