//! Three packages that are worth the same to the user and not to the employer.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::domain::money::{Decimal, show};
use crate::domain::plan::{PackageOffer, Plan, Term};
use crate::export::fit;
use crate::script;
use crate::tui::page::{Page, Shown};
use crate::tui::theme::Theme;

/// ```text
///                      base      equity     signing   to the ask
/// The ask          $215,000    $242,000     $25,000
/// ▸ More base ‹ ›  $218,000    $230,000     $24,000   −$25 a year
///   “If …”
/// ```
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) -> Shown {
    let (Some(trades), Some(Ok(plan))) = (&app.desk.trades, app.work.as_ref().map(|work| work.plan.as_ref()))
    else {
        return Shown::default();
    };
    let mut page = Page::default();
    let width = area.width;
    page.words(
        "Offer all three at once: each is worth the same to you, so whichever they take, you lose nothing; which one \
         suits them tells you what is hard for them. ← → shift what a package leans on, and the rest follows.",
        theme.quiet(),
        width,
        0,
    );
    page.blank();
    let cells = |cells: [String; 3]| cells.map(|cell| format!("{cell:>12}")).concat();
    let names = Term::ALL.map(|term| term.name().to_owned());
    page.line(Span::styled(format!("{}{}  worth, to the ask", fit("", NAME), cells(names)), theme.quiet()));
    let money = |amount: Decimal| show::fitting(plan.currency, amount, 11);
    let ask = Term::ALL.map(|term| money(plan.ask.get(term)));
    page.line(format!("{}{}", fit("  The ask", NAME), cells(ask)));
    for (at, offer) in trades.packages.iter().enumerate() {
        let is_selected = at == app.focus;
        let write = |page: &mut Page| package(page, offer, plan, is_selected, theme, width);
        page.blank();
        if is_selected { page.focused(write) } else { write(&mut page) }
    }
    page.blank();
    let rates = &trades.rates;
    let mut worth = vec![format!("{} of base a year", money(rates.base))];
    worth.extend(rates.grant.map(|grant| format!("{} of grant at face", money(grant))));
    worth.extend(
        rates
            .grant_bankable
            .filter(|bankable| Some(*bankable) != rates.grant)
            .map(|grant| format!("{} of grant marked down", money(grant))),
    );
    worth.push(format!("{} of signing", money(rates.signing)));
    page.words(&format!("To you, {}.", worth.join(" = ")), theme.quiet(), width, 0);
    page.show_bare(area, buffer, app.scroll)
}

const NAME: usize = 20;

fn package(page: &mut Page, offer: &PackageOffer, plan: &Plan, is_selected: bool, theme: Theme, width: u16) {
    let (sign, style) = if is_selected { ("▸ ", theme.selected()) } else { ("  ", theme.strong()) };
    let money = |amount: Decimal| show::fitting(plan.currency, amount, 11);
    let lean = match offer.lean {
        0 => String::new(),
        lean => format!(" {lean:+}"),
    };
    let name =
        Span::styled(format!("{sign}{}", fit(&format!("{}{lean}", offer.shape.title()), NAME - 2)), style);
    let Some(package) = offer.package else {
        page.line(Line::from(vec![name, Span::raw("cannot be made inside the bands")]));
        return;
    };
    let cells = Term::ALL.map(|term| format!("{:>12}", money(package.get(term)))).concat();
    let gap = offer.gap.round();
    let gap = match gap {
        gap if gap.is_zero() => "the same".to_owned(),
        gap if gap > Decimal::ZERO => format!("+{} a year", money(gap)),
        gap => format!("−{} a year", money(gap.abs())),
    };
    page.line(Line::from(vec![name, Span::raw(cells), Span::styled(format!("  {gap}"), theme.quiet())]));
    let sentence = script::package_sentence(offer.shape, &package, plan.currency);
    page.words(&format!("“{sentence}”"), theme.text(), width, 4);
}
