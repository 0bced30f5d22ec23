//! A filter of the library: chosen by arrow, or by typing a part of its name.

use std::collections::HashMap;

use crate::app::editor::Editor;

/// One filter.
#[derive(Debug, Default)]
pub struct Facet {
    /// What can be chosen, the most frequent first.
    options: Vec<String>,
    pub typed: Editor,
    chosen: Option<String>,
}

impl Facet {
    /// What is filtered by: the choice, or what was typed where nothing is called so.
    pub fn value(&self) -> Option<&str> {
        let typed = Some(self.typed.text().trim()).filter(|typed| !typed.is_empty());
        self.chosen.as_deref().or(typed)
    }

    /// What was chosen, or completed from what was typed.
    pub fn chosen(&self) -> Option<&str> {
        self.chosen.as_deref()
    }

    pub(super) fn fill(&mut self, options: Vec<String>) {
        self.options = options;
    }

    pub(super) fn clear(&mut self) {
        self.typed = Editor::default();
        self.chosen = None;
    }

    /// Takes up what is typed now.
    pub(super) fn complete(&mut self) {
        let is_empty = self.typed.text().trim().is_empty();
        self.chosen = if is_empty { None } else { self.fitting().first().map(|name| (*name).to_owned()) };
    }

    /// Goes on to the next choice among those that fit what is typed; before the first stands: any.
    pub(super) fn choose(&mut self, by: isize) {
        let fitting = self.fitting();
        let at = self.chosen.as_ref().and_then(|chosen| fitting.iter().position(|name| name == chosen));
        let next = at.map_or(0, |at| at + 1).saturating_add_signed(by).min(fitting.len());
        self.chosen = next.checked_sub(1).and_then(|at| fitting.get(at)).map(|name| (*name).to_owned());
        if self.chosen.is_none() {
            self.typed = Editor::default();
        }
    }

    /// The options that begin with what is typed, then those that hold it.
    fn fitting(&self) -> Vec<&str> {
        let typed = self.typed.text().trim().to_lowercase();
        let names = || self.options.iter().map(|name| (name.as_str(), name.to_lowercase()));
        let begins = names().filter(|(_, lower)| lower.starts_with(&typed));
        let holds = names().filter(|(_, lower)| !lower.starts_with(&typed) && lower.contains(&typed));
        begins.chain(holds).map(|(name, _)| name).collect()
    }
}

/// The names that occur in lists of names, those in the most lists first.
pub(super) fn count<'a>(lists: impl Iterator<Item = impl Iterator<Item = &'a str>>) -> Vec<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for name in lists.flatten() {
        *counts.entry(name).or_default() += 1;
    }
    let mut names: Vec<(&str, usize)> = counts.into_iter().collect();
    names.sort_unstable_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
    names.into_iter().map(|(name, _)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn regions() -> Facet {
        let lists = [["London", "New York"], ["New York", "Londonderry"], ["London", "New York"]];
        let mut facet = Facet::default();
        facet.fill(count(lists.iter().map(|list| list.iter().copied())));
        facet
    }

    #[test]
    fn the_most_frequent_comes_first_and_any_before_it() {
        let mut facet = regions();
        for (by, value) in [
            (1, Some("New York")),
            (1, Some("London")),
            (1, Some("Londonderry")),
            (1, Some("Londonderry")),
            (-1, Some("London")),
            (-2, None),
            (-1, None),
        ] {
            facet.choose(by);
            assert_eq!(facet.value(), value);
        }
    }

    #[test]
    fn typing_completes_and_what_nothing_is_called_stays_as_typed() {
        let mut facet = regions();
        for (typed, value, next) in
            [("lon", "London", "Londonderry"), ("york", "New York", "New York"), ("nyc", "nyc", "nyc")]
        {
            facet.typed = Editor::with(typed);
            facet.complete();
            assert_eq!(facet.value(), Some(value));
            if facet.chosen().is_some() {
                facet.choose(1);
            }
            assert_eq!(facet.value(), Some(next));
        }
        facet.clear();
        assert_eq!(facet.value(), None);
    }
}
