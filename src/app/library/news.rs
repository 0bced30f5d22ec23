//! What the library makes of what was done for it.

use std::path::Path;

use super::{Errand, News, Page, Review};
use crate::app::App;
use crate::app::msg::Effect;
use crate::app::overlay::Overlay;

impl App {
    pub(in crate::app) fn library_news(&mut self, news: News) -> Vec<Effect> {
        match news {
            News::Listed(catalog) => self.library.fill(*catalog),
            News::Looked(looked) => self.library.looked = Some(looked),
            News::Own(path) => return vec![Effect::Library(Errand::Edit(path))],
            News::Edited { path, trouble: None } => return vec![Effect::Library(Errand::Check(path))],
            News::Edited { trouble, .. } => {
                self.notice = trouble;
                self.library.looked = None;
                return vec![Effect::Library(Errand::List)];
            }
            News::Checked { path, id, faults, warnings } => {
                self.close_faults();
                if faults.is_empty() {
                    self.notice = Some(sound(&path, warnings));
                } else {
                    self.scroll = 0;
                    self.overlays.push(Overlay::Faults { path, faults });
                }
                self.library.looked = None;
                if let Some(id) = id {
                    self.library.await_card(id);
                }
                return vec![Effect::Library(Errand::List)];
            }
            News::Guide(guide) => {
                self.overlays.pop();
                self.scroll = 0;
                self.library.open(Page::Review(Box::new(Review::new(*guide))));
            }
            News::NoGuide(why) => self.refuse_guide(why),
            News::Taken(path) => {
                if let Some(Page::Review(review)) = self.library.pages.last() {
                    let playbook = Box::new(review.import.playbook.clone());
                    self.overlays.push(Overlay::Replace { playbook, path });
                }
            }
            News::Kept { id, path } => {
                self.library.reset();
                self.library.await_card(id);
                self.notice = Some(format!("Kept as your own: {}", path.display()));
                return vec![Effect::Library(Errand::List)];
            }
        }
        Vec::new()
    }

    fn close_faults(&mut self) {
        self.overlays.retain(|overlay| !matches!(overlay, Overlay::Faults { .. }));
    }

    fn refuse_guide(&mut self, why: String) {
        match self.overlays.last_mut() {
            Some(Overlay::Import { trouble, .. }) => *trouble = Some(why),
            _ => self.notice = Some(why),
        }
    }
}

fn sound(path: &Path, warnings: usize) -> String {
    let look = match warnings {
        0 => String::new(),
        1 => " One thing to look at: negotiate-up playbooks check names it.".to_owned(),
        count => format!(" {count} things to look at: negotiate-up playbooks check names them."),
    };
    format!("It is yours, and sound: {}.{look}", path.display())
}
