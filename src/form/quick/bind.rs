//! Which label belongs to which figure: people write `base 210k` and `210k base`.
//!
//! Figures and labels that stand together form a chain. Two figures side by side, or two labels,
//! part it. In what is left they alternate: as many of each go in pairs; with one figure too many,
//! the labels stand either all before their figures or all behind, and where both make sense the
//! chain stays open and is asked about.

use std::ops::Range;

use super::atom::Gap;
use super::lexeme::{Kind, Lexeme};
use super::word::Label;
use crate::domain::money::Decimal;
use crate::domain::money::read::{Reading, Stated};

/// Labels side by side that name the same thing, by their places among the lexemes.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub at: Range<usize>,
    pub label: Label,
    /// Only says of what kind the paper is, such as `private`.
    soft: bool,
    /// The figure, by its place among the lexemes.
    pub figure: Option<usize>,
}

/// A chain that can be read two ways: each is the list of (group, figure).
#[derive(Debug, Clone)]
pub(super) struct Open {
    pub at: Range<usize>,
    pub ways: [Vec<(usize, usize)>; 2],
    /// For each way, the lexemes before which a comma would leave no other.
    pub cuts: [Vec<usize>; 2],
}

#[derive(Debug, Default)]
pub(super) struct Bound {
    pub groups: Vec<Group>,
    /// Groups with the figures beside them that cannot be theirs, such as `pension 8%`.
    pub wrong: Vec<(usize, usize)>,
    pub open: Vec<Open>,
}

impl Bound {
    pub fn group_of(&self, figure: usize) -> Option<&Group> {
        self.groups.iter().find(|group| group.figure == Some(figure))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    Figure(usize),
    Label(usize),
}

pub(super) fn bind(lexemes: &[Lexeme]) -> Bound {
    let mut bound = Bound { groups: groups(lexemes), ..Bound::default() };
    for chain in chains(lexemes, &bound.groups) {
        solve(lexemes, &mut bound, &chain);
    }
    bound
}

pub(super) fn is_label(lexeme: &Lexeme) -> bool {
    label_of(lexeme).is_some()
}

fn label_of(lexeme: &Lexeme) -> Option<(Label, bool)> {
    match lexeme.kind {
        Kind::Label(label) => Some((label, false)),
        Kind::Paper(kind) => Some((Label::Equity(Some(kind)), true)),
        _ => None,
    }
}

fn groups(lexemes: &[Lexeme]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, lexeme) in lexemes.iter().enumerate() {
        let Some((label, soft)) = label_of(lexeme) else { continue };
        match groups.last_mut() {
            Some(last) if last.at.end == at && lexeme.gap == Gap::Space && last.label.is_like(label) => {
                last.at.end = at + 1;
                last.soft &= soft;
                last.label = narrower(last.label, label);
            }
            _ => groups.push(Group { at: at..at + 1, label, soft, figure: None }),
        }
    }
    groups
}

/// Of two labels for the same thing the one that tells more; unlisted paper over the rest, since
/// `private` beside `rsu` says what can be sold.
fn narrower(one: Label, other: Label) -> Label {
    use crate::domain::offer::EquityKind::Rsu;
    match (one, other) {
        (Label::Equity(None | Some(Rsu)), Label::Equity(Some(_))) => other,
        _ => one,
    }
}

/// Runs of figures and labels that alternate.
fn chains(lexemes: &[Lexeme], groups: &[Group]) -> Vec<Vec<Item>> {
    let mut chains: Vec<Vec<Item>> = vec![Vec::new()];
    let mut parted = false;
    for (at, lexeme) in lexemes.iter().enumerate() {
        parted |= lexeme.gap == Gap::Break;
        let item = match groups.iter().position(|group| group.at.contains(&at)) {
            Some(group) if groups[group].at.start < at => continue,
            Some(group) => {
                let names_what_follows =
                    lexemes.get(groups[group].at.end).is_some_and(|next| next.gap == Gap::Colon);
                parted |= names_what_follows || lexeme.gap == Gap::Colon;
                Item::Label(group)
            }
            None if lexeme.is_figure() => Item::Figure(at),
            None => {
                parted |= !lexeme.is_loose();
                continue;
            }
        };
        let alike = |last: &Item| matches!(last, Item::Figure(_)) == matches!(item, Item::Figure(_));
        let last = chains.last().and_then(|chain| chain.last());
        if parted || last.is_some_and(alike) {
            chains.push(Vec::new());
        }
        if let Some(chain) = chains.last_mut() {
            chain.push(item);
        }
        parted = false;
    }
    chains
}

fn solve(lexemes: &[Lexeme], bound: &mut Bound, chain: &[Item]) {
    let figures: Vec<usize> =
        chain.iter().filter_map(|item| if let Item::Figure(at) = item { Some(*at) } else { None }).collect();
    let labels: Vec<usize> =
        chain.iter().filter_map(|item| if let Item::Label(at) = item { Some(*at) } else { None }).collect();
    let pair = |labels: &[usize], figures: &[usize]| -> Vec<(usize, usize)> {
        labels.iter().copied().zip(figures.iter().copied()).collect()
    };
    // Labels before their figures, and behind them.
    let (before, behind) = match (labels.len(), figures.len()) {
        (_, 0) | (0, _) => return,
        (l, f) if l == f => (pair(&labels, &figures), pair(&labels, &figures)),
        (l, f) if f > l => (pair(&labels, &figures[1..]), pair(&labels, &figures)),
        _ => (pair(&labels, &figures), pair(&labels[1..], &figures)),
    };
    let ways = [before, behind];
    let rank = |way: &Vec<(usize, usize)>| rank(lexemes, bound, &figures, &labels, way);
    let ranks = [rank(&ways[0]), rank(&ways[1])];
    let chosen = match ranks[0].cmp(&ranks[1]) {
        _ if ways[0] == ways[1] => &ways[0],
        std::cmp::Ordering::Less => &ways[0],
        std::cmp::Ordering::Greater => &ways[1],
        std::cmp::Ordering::Equal if labels.len() > figures.len() && ranks[0].1 == 0 => &ways[0],
        std::cmp::Ordering::Equal => {
            bound.open.push(open(bound, chain, ways));
            return;
        }
    };
    for &(group, figure) in chosen {
        if fits(bound.groups[group].label, &lexemes[figure].kind) {
            bound.groups[group].figure = Some(figure);
        } else {
            bound.wrong.push((group, figure));
        }
    }
}

/// How badly a way reads: pairs that cannot be, then what is left over without a use, then what is
/// paid beside a base and above it.
fn rank(
    lexemes: &[Lexeme],
    bound: &Bound,
    figures: &[usize],
    labels: &[usize],
    way: &[(usize, usize)],
) -> (usize, usize, usize) {
    let wrong =
        way.iter().filter(|(group, figure)| !fits(bound.groups[*group].label, &lexemes[*figure].kind));
    let named = |label: Label| bound.groups.iter().any(|group| group.label.is_like(label));
    let loose_figures = figures.iter().filter(|figure| way.iter().all(|(_, taken)| taken != *figure));
    let loose_amounts: Vec<_> = loose_figures.clone().filter_map(|at| sure(&lexemes[*at])).collect();
    let above = way.iter().filter(|(group, figure)| {
        let extra = matches!(bound.groups[*group].label, Label::Bonus | Label::Signing | Label::Relocation);
        let amount = sure(&lexemes[*figure]);
        extra && amount.is_some_and(|amount| loose_amounts.iter().any(|base| *base < amount))
    });
    let useless_figures = loose_figures.filter(|figure| match lexemes[**figure].kind {
        Kind::Share(_) => named(Label::Bonus),
        _ => named(Label::Base),
    });
    let useless_labels = labels.iter().enumerate().filter(|(at, group)| {
        let taken = |group: &usize| way.iter().any(|(taken, _)| taken == group);
        let like = |other: Option<&usize>| {
            other.is_some_and(|other| bound.groups[*other].label.is_like(bound.groups[**group].label))
        };
        let beside = like(labels.get(at + 1)) || like(at.checked_sub(1).and_then(|at| labels.get(at)));
        !taken(group) && !bound.groups[**group].soft && !beside
    });
    (wrong.count(), useless_figures.count() + useless_labels.count(), above.count())
}

fn sure(lexeme: &Lexeme) -> Option<Decimal> {
    match &lexeme.kind {
        Kind::Amount(Stated { reading: Reading::Sure(money), .. }) => Some(money.amount()),
        _ => None,
    }
}

fn fits(label: Label, kind: &Kind) -> bool {
    match (label, kind) {
        (_, Kind::Bad(_)) | (Label::Bonus, _) => true,
        (Label::Confidence, kind) => matches!(kind, Kind::Share(_)),
        (_, kind) => matches!(kind, Kind::Amount(_)),
    }
}

fn open(bound: &Bound, chain: &[Item], ways: [Vec<(usize, usize)>; 2]) -> Open {
    let start = |item: &Item| match item {
        Item::Figure(at) => *at,
        Item::Label(group) => bound.groups[*group].at.start,
    };
    let end = |item: &Item| match item {
        Item::Figure(at) => at + 1,
        Item::Label(group) => bound.groups[*group].at.end,
    };
    let cuts = [0, 1].map(|way: usize| {
        let together = |pair: &[Item]| match (pair[0], pair[1]) {
            (Item::Figure(figure), Item::Label(group)) | (Item::Label(group), Item::Figure(figure)) => {
                ways[way].contains(&(group, figure))
            }
            _ => false,
        };
        chain.windows(2).filter(|pair| !together(pair)).map(|pair| start(&pair[1])).collect()
    });
    let at = chain.first().map_or(0, start)..chain.last().map_or(0, end);
    Open { at, ways, cuts }
}
