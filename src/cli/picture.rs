//! A screen of the sample negotiation as a picture, for the README.

use super::args::Shot;
use super::failure::CliFailure;
use super::shell::{Shell, print};
use crate::app::App;
use crate::app::key::{Code, Key};
use crate::app::msg::Msg;
use crate::tui::{picture, sample};

/// The lever on enterprise infrastructure with the plan beside it, or one assumption moved on the desk.
pub fn run(shell: &Shell, screen: Shot) -> Result<u8, CliFailure> {
    let mut app = App::new(shell.today, "");
    app.update(Msg::Opened(Box::new(sample::opened(&shell.library, shell.today)?)));
    let (tab, enter, down) = (Key::plain(Code::Tab), Key::plain(Code::Enter), Key::plain(Code::Down));
    let keys: &[Key] = match screen {
        Shot::Lever => &[Key::char('4'), tab, enter, enter, enter],
        Shot::Desk => &[Key::ctrl('t'), tab, down, down],
    };
    for key in keys {
        app.update(Msg::Key(*key));
    }
    print(&picture::svg(&app, 110, if screen == Shot::Desk { 36 } else { 26 }))?;
    Ok(0)
}
