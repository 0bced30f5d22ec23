//! The pages as they look.

use negotiate_up::app::key::{Code, Key};

use crate::walker::{Walker, mixed, session};

const PAGES: [&str; 5] = ["side_by_side", "what_if", "packages", "deadlines", "letters"];

#[test]
fn every_page_at_two_sizes() {
    for (page, name) in PAGES.iter().enumerate() {
        for (width, height) in [(80, 24), (140, 40)] {
            let mut walker = Walker::on_page(session(), page);
            insta::assert_snapshot!(format!("{name}_{width}x{height}"), walker.screen(width, height));
        }
    }
}

#[test]
fn offers_of_every_kind() {
    let mut walker = Walker::on_page(mixed(), 0);
    insta::assert_snapshot!("mixed_140x90", walker.screen(140, 90));
    walker.press(Code::Tab);
    for _ in 0..20 {
        walker.press(Code::Down);
    }
    insta::assert_snapshot!("leaving_80x24", walker.screen(80, 24));
    let mut deadlines = Walker::on_page(mixed(), 3);
    insta::assert_snapshot!("overdue_80x24", deadlines.screen(80, 24));
}

#[test]
fn the_first_year_and_the_average_stay_in_sight_however_far_one_scrolls() {
    let mut walker = Walker::on_page(mixed(), 0);
    for _ in 0..60 {
        walker.screen(80, 24);
        let shown = walker.screen(80, 24);
        let at = |name: &str| shown.lines().position(|line| line.contains(name)).unwrap();
        assert_eq!(at("First year") + 1, at("Average a year"));
        walker.press(Code::Down);
    }
}

#[test]
fn nothing_breaks_at_any_size_or_with_nothing_entered() {
    let mut empty = session();
    (empty.alternatives, empty.target) = (Vec::new(), None);
    for inputs in [empty, mixed()] {
        for page in 0..PAGES.len() {
            let mut walker = Walker::on_page(inputs.clone(), page);
            for (width, height) in [(60, 16), (61, 17), (80, 24), (100, 24), (300, 100), (20, 3)] {
                assert_eq!(walker.screen(width, height).lines().count(), usize::from(height).max(1));
            }
        }
    }
}

#[test]
fn a_page_without_a_plan_says_what_is_missing() {
    let mut session = mixed();
    session.settings.fx.clear();
    let mut walker = Walker::on_page(session, 0);
    let shown = walker.screen(80, 24);
    assert!(shown.contains("no rate is set"), "{shown}");
}

#[test]
fn the_help_of_every_page_lists_its_keys() {
    for page in 0..PAGES.len() {
        let mut walker = Walker::on_page(session(), page);
        let context = walker.0.context();
        walker.key(Key::char('?'));
        let help = walker.screen(140, 90);
        for binding in context.all() {
            assert!(help.contains(binding.doc), "{context:?}: {}", binding.doc);
        }
    }
}
