//! A screen of the sample negotiation as a picture, for the README.

use super::failure::CliFailure;
use super::shell::{Shell, print};
use crate::app::App;
use crate::app::key::{Code, Key};
use crate::app::msg::Msg;
use crate::tui::{picture, sample};

/// The lever on enterprise infrastructure, with the plan beside it.
pub fn run(shell: &Shell) -> Result<u8, CliFailure> {
    let mut app = App::new(shell.today, "");
    app.update(Msg::Opened(Box::new(sample::opened(&shell.library, shell.today)?)));
    for key in [
        Key::char('4'),
        Key::plain(Code::Tab),
        Key::plain(Code::Enter),
        Key::plain(Code::Enter),
        Key::plain(Code::Enter),
    ] {
        app.update(Msg::Key(key));
    }
    print(&picture::svg(&app, 110, 26))?;
    Ok(0)
}
