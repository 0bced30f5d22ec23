//! The commands of the library.

use super::{Beginning, Beside, Errand, Field, Library, Page, Turned};
use crate::app::command::Command;
use crate::app::editor::Editor;
use crate::app::key::{Code, Key};
use crate::app::lists::step_of;
use crate::app::msg::Effect;
use crate::app::overlay::Overlay;
use crate::app::{App, Screen};
use crate::domain::catalog::Card;

impl App {
    pub(in crate::app) fn library_command(&mut self, command: Command) -> Vec<Effect> {
        match self.library.pages.last() {
            None => self.list_command(command),
            Some(Page::Playbook(id)) => {
                let id = id.clone();
                self.playbook_command(command, id)
            }
            Some(Page::Beside(_)) => self.beside_command(command),
            Some(Page::Review(_)) => self.review_command(command),
        }
    }

    fn list_command(&mut self, command: Command) -> Vec<Effect> {
        let library = &mut self.library;
        if let Some(by) = step_of(command) {
            let last = library.rows().saturating_sub(1);
            library.selected = library.selected.saturating_add_signed(by).min(last);
            return Vec::new();
        }
        match command {
            Command::Look if !library.words.halves().1.is_empty() => {
                library.words.take(Key::plain(Code::Right));
            }
            Command::Look => self.look(),
            Command::NextFacet => library.next_field(1),
            Command::PreviousFacet => library.next_field(2),
            Command::ChooseLeft => library.choose(-1),
            Command::ChooseRight => library.choose(1),
            Command::ImportGuide => {
                self.overlays.push(Overlay::Import { path: Editor::default(), trouble: None });
            }
            Command::Beside => self.compare(),
            Command::Back if library.widen() => {}
            Command::Back => {
                self.show(Screen::Home);
                return vec![Effect::ListSessions];
            }
            Command::Accept if library.field != Field::Words => library.field = Field::Words,
            Command::Accept => {
                let id = library.current().map(|card| card.id.clone());
                return self.begin_with(id);
            }
            _ => {}
        }
        Vec::new()
    }

    fn playbook_command(&mut self, command: Command, id: String) -> Vec<Effect> {
        if let Some(by) = step_of(command) {
            self.scroll_by(by);
            return Vec::new();
        }
        match command {
            Command::Back => self.close_page(),
            Command::Accept => return self.begin_with(Some(id)),
            Command::Beside => self.compare(),
            Command::MakeOwn => return vec![Effect::Library(Errand::MakeOwn(id))],
            _ => {}
        }
        Vec::new()
    }

    fn beside_command(&mut self, command: Command) -> Vec<Effect> {
        let Some(Page::Beside(beside)) = self.library.pages.last_mut() else { return Vec::new() };
        if let Some(by) = step_of(command) {
            beside.step(by);
            return Vec::new();
        }
        match command {
            Command::Back => self.close_page(),
            Command::Turn if self.library.turn() => {}
            Command::Turn => self.notice = Some("There is nothing to turn to.".to_owned()),
            Command::Accept => {
                let selected = self.library.pages.last().and_then(|page| match page {
                    Page::Beside(beside) => beside.current(&self.library).map(|card| card.id.clone()),
                    _ => None,
                });
                self.open_page(selected.map(Page::Playbook));
            }
            _ => {}
        }
        Vec::new()
    }

    fn review_command(&mut self, command: Command) -> Vec<Effect> {
        let Some(Page::Review(review)) = self.library.pages.last_mut() else { return Vec::new() };
        if let Some(by) = step_of(command) {
            review.step(by);
            return Vec::new();
        }
        match command {
            Command::NextMark => review.seek_mark(true),
            Command::PreviousMark => review.seek_mark(false),
            Command::Back => {
                self.close_page();
                self.notice = Some("Left: nothing was kept of the guide.".to_owned());
            }
            Command::Accept => {
                let playbook = Box::new(review.import.playbook.clone());
                return vec![Effect::Library(Errand::Keep { playbook, replace: false })];
            }
            _ => {}
        }
        Vec::new()
    }

    fn look(&mut self) {
        let id = self.library.current().map(|card| card.id.clone());
        self.open_page(id.map(Page::Playbook));
    }

    /// Compares the shown or selected playbook; where nothing was found, the role asked for.
    fn compare(&mut self) {
        let library = &self.library;
        let shown = match library.pages.last() {
            Some(Page::Playbook(id)) => library.card(id),
            _ => library.current(),
        };
        let with = shown.filter(|card| !card.is_general());
        let beside = match with {
            Some(card) => Beside::of(library, &card.id, Turned::Companies),
            None => {
                Beside::asked(library, Turned::Companies).or_else(|| Beside::asked(library, Turned::Roles))
            }
        };
        if beside.is_none() {
            let words = "This playbook has no figures to compare. Select one that has.";
            self.notice = Some(words.to_owned());
        }
        self.open_page(beside.map(Page::Beside));
    }

    fn open_page(&mut self, page: Option<Page>) {
        if let Some(page) = page {
            self.scroll = 0;
            self.library.open(page);
        }
    }

    pub(super) fn close_page(&mut self) {
        self.scroll = 0;
        self.library.pages.pop();
    }

    /// Begins a session, with what the search and the filters said.
    fn begin_with(&mut self, id: Option<String>) -> Vec<Effect> {
        let Some(card) = id.and_then(|id| self.library.card(&id)) else { return Vec::new() };
        if let Some(damaged) = &card.damaged {
            self.notice = Some(format!("It cannot be used: {damaged}"));
            return Vec::new();
        }
        vec![Effect::Start(self.library.beginning(card))]
    }
}

impl Library {
    fn beginning(&self, card: &Card) -> Beginning {
        let region = match self.place_asked(card) {
            Some(place) => Some(place.region.clone()),
            None => self.region.value().filter(|_| card.is_general()).map(str::to_owned),
        };
        let advice = self.advice.as_ref().filter(|_| card.is_general());
        let company =
            advice.and_then(|advice| advice.unknown_company.clone().or_else(|| advice.known_company.clone()));
        let role = advice.and_then(|advice| advice.role.clone());
        Beginning { playbook: card.id.clone(), company, role, region }
    }

    fn next_field(&mut self, by: usize) {
        const ORDER: [Field; 3] = [Field::Words, Field::Region, Field::Currency];
        let at = ORDER.iter().position(|field| *field == self.field).unwrap_or(0);
        self.field = ORDER[(at + by) % ORDER.len()];
        self.fill_facets();
    }

    fn choose(&mut self, by: isize) {
        match self.field {
            Field::Words => return,
            Field::Region => self.region.choose(by),
            Field::Currency => self.currency.choose(by),
        }
        self.find();
    }

    /// Takes one thing back that narrows the list; `false` when there is none.
    fn widen(&mut self) -> bool {
        match self.field {
            Field::Region if self.region.value().is_some() => self.region.clear(),
            Field::Currency if self.currency.value().is_some() => self.currency.clear(),
            Field::Region | Field::Currency => {
                self.field = Field::Words;
                return true;
            }
            Field::Words if !self.words.text().is_empty() => self.words = Editor::default(),
            Field::Words if self.is_filtered() => {
                self.region.clear();
                self.currency.clear();
            }
            Field::Words => return false,
        }
        self.find();
        true
    }

    /// Lets a change happen to the text that is typed here.
    pub(in crate::app) fn edit(&mut self, change: impl FnOnce(&mut Editor) -> bool) {
        let editor = match self.field {
            Field::Words => &mut self.words,
            Field::Region => &mut self.region.typed,
            Field::Currency => &mut self.currency.typed,
        };
        let before = editor.text().to_owned();
        if !change(editor) || editor.text() == before {
            return;
        }
        match self.field {
            Field::Words => {}
            Field::Region => self.region.complete(),
            Field::Currency => self.currency.complete(),
        }
        self.find();
    }
}
