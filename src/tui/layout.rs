//! Where everything stands: one pure function from the screen's size to rectangles.

use ratatui::layout::Rect;

/// The smallest size that everything fits.
pub const LEAST: (u16, u16) = (60, 16);
/// From this width on, the plan stands beside the screen.
const WITH_PANEL: u16 = 100;
const PANEL: u16 = 34;

/// The regions of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Regions {
    pub header: Rect,
    pub steps: Rect,
    pub body: Rect,
    pub panel: Option<Rect>,
    pub notice: Rect,
    pub footer: Rect,
}

/// Divides the screen:
///
/// ```text
/// header
/// steps
/// body                          panel (from 100 columns, when there is a plan to show)
/// notice
/// footer
/// ```
///
/// `None` when the screen is smaller than [`LEAST`].
pub fn regions(area: Rect, wants_panel: bool) -> Option<Regions> {
    if area.width < LEAST.0 || area.height < LEAST.1 {
        return None;
    }
    let line = |y| Rect { y, height: 1, ..area };
    let bottom = area.bottom();
    let middle = Rect { y: area.y + 2, height: area.height - 4, ..area };
    let panel = (wants_panel && area.width >= WITH_PANEL).then(|| Rect {
        x: middle.right() - PANEL,
        width: PANEL,
        ..middle
    });
    let body = Rect { width: middle.width - panel.map_or(0, |panel| panel.width), ..middle };
    Some(Regions {
        header: line(area.y),
        steps: line(area.y + 1),
        body,
        panel,
        notice: line(bottom - 2),
        footer: line(bottom - 1),
    })
}

/// A rectangle in the middle, at most as large as the area.
pub fn centered(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_regions_tile_the_screen_at_every_size() {
        for width in LEAST.0..=200 {
            for height in LEAST.1..=60 {
                let area = Rect::new(0, 0, width, height);
                let regions = regions(area, true).unwrap();
                let beside = regions.panel.map_or(0, Rect::area);
                let lines = [regions.header, regions.steps, regions.notice, regions.footer];
                let all: u32 =
                    lines.iter().map(|rect| rect.area()).sum::<u32>() + regions.body.area() + beside;
                assert_eq!(all, area.area(), "{width}x{height}");
            }
        }
        assert_eq!(regions(Rect::new(0, 0, 59, 16), true), None);
    }
}
