//! The offers desk in the real program: its pages, a letter, a page of HTML and a calendar.

use crate::terminal::{Sandbox, Terminal};
use crate::{CTRL_S, DOWN, ENTER, ESC, RIGHT, TAB};

const CTRL_T: &str = "\x14";

#[test]
fn from_the_sample_to_a_page_and_a_calendar() {
    let sandbox = Sandbox::new();
    let mut terminal = Terminal::start(&sandbox, &[]);
    terminal.wait("try the sample first").press("s", "This is a sample");
    terminal.press(CTRL_T, "[Side by side]").wait("Average a year");
    terminal.press("s", "by average a year").press(RIGHT, "Average a year");
    terminal.press(TAB, "[What if]").wait("overtakes");
    terminal.press(RIGHT, "today 25%").press("t", "as today");
    terminal.press(TAB, "[Packages]").press("h", "More base -1");
    terminal.press(TAB, "[Deadlines]").wait("What to do, in this order");
    terminal.press("i", "Export").press(ENTER, "only you can read it");
    terminal.press(DOWN, "▸ ").press(ENTER, "[Letters]").wait("Subject");
    terminal.press(CTRL_S, "Export").press(ENTER, "only you can read it");
    terminal.press(ESC, "[1 Target").press(CTRL_T, "[Side by side]").press("q", "");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
    let exported = |ending: &str| {
        let files = std::fs::read_dir(sandbox.path()).unwrap().map(|entry| entry.unwrap().path());
        let path = files.into_iter().find(|path| path.extension().is_some_and(|found| found == ending));
        std::fs::read_to_string(path.unwrap()).unwrap()
    };
    let page = exported("html");
    assert!(page.contains("Average a year") && !page.contains("<script"), "{page}");
    let calendar = exported("ics");
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && !calendar.contains("Google"), "{calendar}");
    assert!(sandbox.session().contains("packages:\n  base: -1"), "{}", sandbox.session());
}
