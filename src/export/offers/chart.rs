//! One assumption moved over its range, as a drawing with its values in a table beneath.

use super::bars::along;
use super::mind::Finding;
use super::page::{head, row, scrolling};
use super::rows::figure;
use super::view::OffersView;
use crate::domain::compare::{Assumption, BreakEven, Point, Whose};
use crate::domain::money::{Currency, Decimal, show};
use crate::export::html::escape;
use crate::export::wrap::cut;

/// The assumptions that are drawn.
const DRAWN: usize = 2;
/// Dashes that tell the lines apart without colour; one package each.
const DASHES: [&str; 6] = ["none", "9 4", "2 3", "9 3 2 3", "14 4", "5 5"];

/// The plot inside its drawing of 720 by 330.
const LEFT: u16 = 90;
const WIDTH: u16 = 430;
const TOP: u16 = 24;
const HEIGHT: u16 = 250;
/// The least distance between two labels.
const LINE: u16 = 15;

/// Drawings of the assumptions nearest to changing the order, with their values.
pub(super) fn charts(view: &OffersView) -> String {
    let mut telling: Vec<&Finding> =
        view.findings.iter().filter(|finding| finding.distance().is_some()).collect();
    telling.sort_by_key(|finding| finding.distance());
    telling.truncate(DRAWN);
    telling.into_iter().map(|finding| Chart::of(finding, view.table.currency).html()).collect()
}

struct Chart<'a> {
    finding: &'a Finding,
    currency: Currency,
    /// The places of the packages that are drawn, in the sweep.
    drawn: Vec<usize>,
    low: Decimal,
    high: Decimal,
}

impl<'a> Chart<'a> {
    fn of(finding: &'a Finding, currency: Currency) -> Self {
        let place = |whose: Whose| finding.sweep.packages.iter().position(|(own, _)| *own == whose);
        let mut drawn = Vec::new();
        for (found, _) in &finding.break_evens {
            for place in [found.below.0, found.above.0].into_iter().filter_map(place) {
                if !drawn.contains(&place) && drawn.len() < DASHES.len() {
                    drawn.push(place);
                }
            }
        }
        let values = || {
            let of = |point: &'a Point| drawn.iter().filter_map(|place| point.values.get(*place).copied());
            finding.sweep.points.iter().flat_map(of).collect::<Vec<_>>()
        };
        let (low, high) =
            (values().into_iter().min().unwrap_or_default(), values().into_iter().max().unwrap_or_default());
        Self { finding, currency, drawn, low, high }
    }

    fn html(&self) -> String {
        let finding = self.finding;
        let measure = match finding.assumption {
            Assumption::Leaving => "paid until then, bankable",
            _ => "worth a year on average, bankable",
        };
        let told: Vec<&str> = finding.break_evens.iter().map(|(_, words)| words.as_str()).collect();
        let label = escape(&format!("{}: {measure}. {}", finding.title, told.join(" ")));
        let svg = format!(
            "<svg viewBox=\"0 0 720 330\" role=\"img\" aria-label=\"{label}\">\n{}{}{}{}</svg>\n",
            self.axes(),
            self.assumed(),
            self.lines(),
            self.crossings()
        );
        let more = finding.sweep.packages.len().saturating_sub(self.drawn.len());
        let more = match more {
            0 => String::new(),
            1 => " One package that crosses none of these is not drawn.".to_owned(),
            more => format!(" {more} packages that cross none of these are not drawn."),
        };
        let caption = format!(
            "{}: what each package is {measure}. The upright line: what is assumed, {}.{more}",
            finding.title, finding.assumed
        );
        format!(
            "<figure>\n{}<figcaption>{}</figcaption>\n</figure>\n{}",
            scrolling(&finding.title, &svg),
            escape(&caption),
            scrolling(&format!("{}, in figures", finding.title), &self.table())
        )
    }

    fn axes(&self) -> String {
        let (right, bottom) = (LEFT + WIDTH, TOP + HEIGHT);
        let mut text = format!("<path d=\"M{LEFT} {TOP}V{bottom}H{right}\" stroke-width=\"1\"/>\n");
        let points = &self.finding.sweep.points;
        let (Some(first), Some(last)) = (points.first(), points.last()) else { return text };
        for quarter in 0..=4_u16 {
            let of = |low: Decimal, high: Decimal| {
                let way = high.saturating_sub(low).checked_mul(Decimal::from(quarter));
                way.and_then(|way| way.checked_div(Decimal::from(4))).unwrap_or_default().saturating_add(low)
            };
            let y = bottom - HEIGHT / 4 * quarter;
            let amount = of(self.low, self.high);
            let amount = show::short(self.currency, amount.round_sf(4).unwrap_or(amount));
            text.push_str(&format!(
                "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{amount}</text>\n",
                LEFT - 6,
                y + 4
            ));
            let at = of(first.at, last.at);
            let x = LEFT + WIDTH / 4 * quarter;
            let tick = match self.finding.assumption {
                Assumption::Leaving => format!("{}", at.round().normalize()),
                _ => super::rows::percent(at),
            };
            text.push_str(&format!(
                "<text x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{tick}</text>\n",
                bottom + 18
            ));
        }
        let title = escape(&self.finding.title);
        text + &format!(
            "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{title}</text>\n",
            LEFT + WIDTH / 2,
            bottom + 40
        )
    }

    fn assumed(&self) -> String {
        let x = self.x(self.finding.sweep.today);
        let bottom = TOP + HEIGHT;
        format!(
            "<line x1=\"{x}\" y1=\"{TOP}\" x2=\"{x}\" y2=\"{bottom}\" stroke-width=\"1\" stroke-dasharray=\"1 4\"/>\n\
             <text x=\"{x}\" y=\"{}\" text-anchor=\"middle\">assumed</text>\n",
            TOP - 8
        )
    }

    fn lines(&self) -> String {
        let points = &self.finding.sweep.points;
        let mut labels = Vec::new();
        let mut text = String::new();
        for (place, dash) in self.drawn.iter().zip(DASHES) {
            let corner = |point: &Point| {
                point.values.get(*place).map(|value| format!("{} {}", self.x(point.at), self.y(*value)))
            };
            let way: Vec<String> = points.iter().filter_map(corner).collect();
            text.push_str(&format!(
                "<path d=\"M{}\" stroke-width=\"2\" stroke-dasharray=\"{dash}\"/>\n",
                way.join("L")
            ));
            let end = points.last().and_then(|point| point.values.get(*place)).copied();
            let name = self.finding.sweep.packages.get(*place).map_or("", |(_, label)| label.as_str());
            labels.push((self.y(end.unwrap_or_default()), name, dash));
        }
        labels.sort_by_key(|(y, ..)| *y);
        let mut free = 0;
        for (y, name, dash) in labels {
            let y = y.max(free);
            free = y + LINE;
            let (from, to) = (LEFT + WIDTH + 6, LEFT + WIDTH + 40);
            text.push_str(&format!(
                "<line x1=\"{from}\" y1=\"{y}\" x2=\"{to}\" y2=\"{y}\" stroke-width=\"2\" \
                 stroke-dasharray=\"{dash}\"/>\n<text x=\"{}\" y=\"{}\">{}</text>\n",
                to + 6,
                y + 4,
                escape(&cut(name, 20))
            ));
        }
        text
    }

    /// A ring where two drawn lines cross.
    fn crossings(&self) -> String {
        let place = |whose: Whose| {
            let place = self.finding.sweep.packages.iter().position(|(own, _)| *own == whose)?;
            self.drawn.contains(&place).then_some(place)
        };
        let ring = |found: &BreakEven| {
            let (at, place, _) = (found.at, place(found.above.0)?, place(found.below.0)?);
            let point = self.finding.sweep.points.iter().rfind(|point| point.at <= at)?;
            let next = self.finding.sweep.points.iter().find(|point| point.at >= at)?;
            let (from, to) = (*point.values.get(place)?, *next.values.get(place)?);
            let share =
                at.checked_sub(point.at)?.checked_div(next.at.checked_sub(point.at)?).unwrap_or_default();
            let y = self.y(from.checked_add(to.checked_sub(from)?.checked_mul(share)?)?);
            Some(format!("<circle cx=\"{}\" cy=\"{y}\" r=\"5\" stroke-width=\"2\"/>\n", self.x(at)))
        };
        let found = self.finding.break_evens.iter();
        found.filter_map(|(found, _)| ring(found)).collect()
    }

    fn table(&self) -> String {
        let of = |place: &usize| self.finding.sweep.packages.get(*place).map(|(_, label)| label.clone());
        let head = head("", self.drawn.iter().filter_map(of));
        let rows: String = self
            .finding
            .told()
            .iter()
            .map(|point| {
                let value =
                    |place: &usize| point.values.get(*place).map(|value| figure(self.currency, *value));
                let cells: Vec<String> = self.drawn.iter().filter_map(value).collect();
                row(&self.finding.assumption.show(point.at), &cells, false)
            })
            .collect();
        format!("<table>\n{head}<tbody>\n{rows}</tbody>\n</table>\n")
    }

    fn x(&self, at: Decimal) -> u16 {
        let points = &self.finding.sweep.points;
        let (first, last) = match (points.first(), points.last()) {
            (Some(first), Some(last)) => (first.at, last.at),
            _ => return LEFT,
        };
        LEFT + along(at.saturating_sub(first), last.saturating_sub(first), WIDTH)
    }

    fn y(&self, value: Decimal) -> u16 {
        TOP + HEIGHT - along(value.saturating_sub(self.low), self.high.saturating_sub(self.low), HEIGHT)
    }
}
