//! What lies over the list: opened, turned, closed.

use super::{Beside, Library, Page, Turned};

impl Library {
    pub(super) fn open(&mut self, page: Page) {
        self.pages.push(page);
    }

    /// Turns the comparison to the other neighbours of its subject.
    pub(super) fn turn(&mut self) {
        let Some(Page::Beside(beside)) = self.pages.last() else { return };
        let Some(subject) = beside.subject.clone() else { return };
        let turned = match beside.turned {
            Turned::Companies => Turned::Roles,
            Turned::Roles => Turned::Companies,
        };
        if let Some(turned) = Beside::of(self, &subject, turned) {
            self.pages.pop();
            self.pages.push(Page::Beside(turned));
        }
    }

    /// Brings what was opened in step with a library that was read anew; what is gone closes.
    pub(super) fn renew_pages(&mut self) {
        for page in std::mem::take(&mut self.pages) {
            let renewed = match page {
                Page::Playbook(id) => self.card(&id).is_some().then_some(Page::Playbook(id)),
                Page::Beside(beside) => {
                    let subject = beside.subject.as_deref();
                    subject.and_then(|subject| Beside::of(self, subject, beside.turned)).map(Page::Beside)
                }
                Page::Review(review) => Some(Page::Review(review)),
            };
            self.pages.extend(renewed);
        }
    }
}
