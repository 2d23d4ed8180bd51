//! What stands around the screens: header, tabs, footer, notice; and the whole window drawn.

mod footer;
mod header;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::effect::Tone;
use super::model::Model;
use crate::text::cells;

/// Below this nothing can be read.
const SMALLEST: Size = Size::new(20, 6);
/// Rows of a notice at most.
const NOTICE: usize = 4;

/// Where things lie in the window. What has no room is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Regions {
    pub(crate) header: Rect,
    pub(crate) tabs: Rect,
    pub(crate) screen: Rect,
    pub(crate) footer: Rect,
}

/// The screen's rows come first; in low windows the tabs go, then the footer, then the header.
pub(crate) fn regions(window: Size) -> Regions {
    let Size { width, height } = window;
    let header = u16::from(height >= 3);
    let tabs = u16::from(height >= 8);
    let footer = u16::from(height >= 5);
    let strip = |y, rows| Rect::new(0, y, width, rows);
    Regions {
        header: strip(0, header),
        tabs: strip(header, tabs),
        screen: strip(header + tabs, height - header - tabs - footer),
        footer: strip(height - footer, footer),
    }
}

/// Draws the window; says where the caret stands if something is being typed.
pub(crate) fn view(model: &Model, buf: &mut Buffer) -> Option<Position> {
    let window = model.world.size;
    let whole = Rect::new(0, 0, window.width, window.height).intersection(buf.area);
    if window.width < SMALLEST.width || window.height < SMALLEST.height {
        let text = model.world.say.window_too_small();
        cells::put(
            buf,
            whole.x,
            whole.y,
            whole.width,
            text,
            model.world.look.bad,
        );
        return None;
    }
    let at = regions(window);
    header::header(model, at.header, buf);
    header::tabs(model, at.tabs, buf);
    let screen = model.screens.get(model.current);
    screen.view(&model.cx(), at.screen.intersection(buf.area), buf);
    footer::footer(model, at.footer, buf);
    let cx = model.overlay_cx();
    let mut caret = None;
    for overlay in &model.overlays {
        caret = overlay.view(&cx, whole, buf);
    }
    notice(model, whole, buf);
    caret.filter(|at| whole.contains(*at))
}

/// The notice takes the last row, and more where the sentence is long; the first ones while something is being typed,
/// for that may lie at the bottom.
fn notice(model: &Model, whole: Rect, buf: &mut Buffer) {
    let Some(notice) = &model.notice else { return };
    if whole.height < 2 {
        return;
    }
    let look = &model.world.look;
    let (sign, style) = match notice.tone {
        Tone::Good => ("✓ ", look.good),
        Tone::Plain => ("", look.text),
        Tone::Bad => ("✗ ", look.bad),
    };
    let text = format!("{sign}{}", notice.text);
    let most = usize::from(whole.height - 1).min(NOTICE);
    let lines = cells::wrap_in(&text, usize::from(whole.width), most);
    let rows = cells::to_u16(lines.len());
    let top = if model.overlays.is_empty() {
        whole.bottom() - rows
    } else {
        whole.y
    };
    let place = Rect::new(whole.x, top, whole.width, rows);
    super::overlay::boxed::clear(buf, place, &model.overlay_cx());
    for (line, y) in lines.iter().zip(top..) {
        cells::put(buf, place.x, y, place.width, line, style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_belongs_to_one_region() {
        for height in 0..60 {
            let at = regions(Size::new(40, height));
            let rows = [at.header, at.tabs, at.screen, at.footer].map(|it| it.height);
            assert_eq!(rows.iter().sum::<u16>(), height);
            assert!(at.screen.height > 0 || height == 0, "{height}");
            assert_eq!(at.screen.y, at.header.height + at.tabs.height);
        }
    }
}
