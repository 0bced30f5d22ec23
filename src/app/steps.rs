//! The order of the screens: on, back, and anywhere.

use super::forms::Settled;
use super::msg::Effect;
use super::work::Work;
use super::{App, Screen};
use crate::domain::session::Step;

/// The screen on which a step begins.
pub(super) fn screen_of(step: Step) -> Screen {
    match step {
        Step::Target => Screen::Target,
        Step::Background => Screen::Background,
        Step::Offers => Screen::Offers,
        Step::Levers => Screen::Lever(0),
        Step::Plan => Screen::Plan,
        Step::Script => Screen::Script,
    }
}

impl App {
    /// Goes to a step; what is typed is taken or kept as a draft, and all is saved.
    pub(super) fn jump(&mut self, step: Step) -> Vec<Effect> {
        self.settle_leaving();
        self.back_to = None;
        self.show(screen_of(step));
        self.save()
    }

    /// Goes one screen on.
    pub(super) fn advance(&mut self) -> Vec<Effect> {
        if let Some(screen) = self.led_here() {
            self.show(screen);
            return self.save();
        }
        let next = match self.screen {
            Screen::Target => Screen::Background,
            Screen::Background => Screen::Offers,
            Screen::Offers => Screen::Lever(0),
            Screen::Offer(_) | Screen::Desk(_) => Screen::Offers,
            Screen::Lever(at) if at + 1 < self.levers() => Screen::Lever(at + 1),
            Screen::Lever(_) | Screen::Settings => Screen::Plan,
            Screen::Plan | Screen::Script => Screen::Script,
            Screen::Home | Screen::Library => self.screen,
        };
        self.show(next);
        self.save()
    }

    /// Goes one screen back; nothing that was typed is lost, and nothing blocks it.
    pub(super) fn retreat(&mut self) -> Vec<Effect> {
        self.settle_leaving();
        if let Some(screen) = self.led_here() {
            self.show(screen);
            return self.save();
        }
        let before = match self.screen {
            Screen::Home | Screen::Library | Screen::Target => Screen::Home,
            Screen::Background => Screen::Target,
            Screen::Offers => Screen::Background,
            Screen::Offer(_) | Screen::Desk(_) => Screen::Offers,
            Screen::Lever(0) => Screen::Offers,
            Screen::Lever(at) => Screen::Lever(at - 1),
            Screen::Plan => Screen::Lever(self.levers().saturating_sub(1)),
            Screen::Settings | Screen::Script => Screen::Plan,
        };
        if before != Screen::Home {
            self.show(before);
            return self.save();
        }
        let mut effects = self.save();
        effects.extend([Effect::Close, Effect::ListSessions]);
        self.show(Screen::Home);
        effects
    }

    /// The screen that led to this one, if it was not the one before it.
    fn led_here(&mut self) -> Option<Screen> {
        self.back_to
            .take()
            .filter(|_| matches!(self.screen, Screen::Offer(_) | Screen::Target | Screen::Plan))
    }

    /// Takes what is typed; what would have to be asked about stays a draft in its field.
    pub(super) fn settle_leaving(&mut self) {
        if self.settle() == Settled::Asked {
            self.overlays.pop();
        }
    }

    pub(super) fn save(&self) -> Vec<Effect> {
        if self.work.as_ref().is_some_and(Work::is_dirty) { vec![Effect::Save] } else { Vec::new() }
    }

    fn levers(&self) -> usize {
        self.work.as_ref().map_or(0, |work| work.playbook.levers.len())
    }
}
