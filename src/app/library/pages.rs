//! What lies over the list: opened, turned, closed.

use super::{Beside, Library, Page, Turned};

impl Library {
    pub(super) fn open(&mut self, page: Page) {
        self.pages.push(page);
    }

    /// Turns the comparison to the other neighbours; `false` where there are none.
    pub(super) fn turn(&mut self) -> bool {
        let Some(Page::Beside(beside)) = self.pages.last() else { return false };
        let turned = match beside.turned {
            Turned::Companies => Turned::Roles,
            Turned::Roles => Turned::Companies,
        };
        let other = match &beside.subject {
            Some(subject) => Beside::of(self, subject, turned),
            None => Beside::asked(self, turned),
        };
        let Some(other) = other else { return false };
        self.pages.pop();
        self.pages.push(Page::Beside(other));
        true
    }

    /// Brings what was opened in step with a library that was read anew; what is gone closes.
    pub(super) fn renew_pages(&mut self) {
        for page in std::mem::take(&mut self.pages) {
            let renewed = match page {
                Page::Playbook(id) => self.card(&id).is_some().then_some(Page::Playbook(id)),
                Page::Beside(beside) => {
                    let renewed = match &beside.subject {
                        Some(subject) => Beside::of(self, subject, beside.turned),
                        None => Beside::asked(self, beside.turned),
                    };
                    renewed.map(Page::Beside)
                }
                Page::Review(review) => Some(Page::Review(review)),
            };
            self.pages.extend(renewed);
        }
    }
}
