//! The playbooks next to one: its role elsewhere, and what else its company hires for.

use super::Catalog;

/// Places of cards in the catalog.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Neighbours {
    /// The same role at other companies, those with a band in one of its regions first.
    pub same_role_elsewhere: Vec<usize>,
    pub other_roles_here: Vec<usize>,
}

impl Catalog {
    /// The neighbours of a playbook; none for one that is not there or serves any company.
    pub fn neighbours(&self, id: &str) -> Neighbours {
        let found = self.place_of(id).and_then(|at| Some((at, self.cards().get(at)?)));
        let Some((at, card)) = found.filter(|(_, card)| !card.is_general()) else {
            return Neighbours::default();
        };
        let rows = &self.vocabulary().rows;
        let Some(own) = rows.get(at) else { return Neighbours::default() };
        let mut neighbours = Neighbours::default();
        for (other, (row, there)) in rows.iter().zip(self.cards()).enumerate() {
            if other == at || there.damaged.is_some() || there.is_general() {
                continue;
            }
            let is_here = self.vocabulary().companies.are_same(own.company, row.company);
            let is_same_role = self.vocabulary().roles.are_same(own.role, row.role);
            match (is_here, is_same_role) {
                (true, false) => neighbours.other_roles_here.push(other),
                (false, true) => neighbours.same_role_elsewhere.push(other),
                _ => {}
            }
        }
        let is_far = |other: &usize| {
            let there = self.cards().get(*other).map_or(&[][..], |there| &there.places);
            !there.iter().any(|place| card.places.iter().any(|own| own.region == place.region))
        };
        neighbours.same_role_elsewhere.sort_by_cached_key(is_far);
        neighbours
    }
}
