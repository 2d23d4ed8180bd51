//! The footer: the likeliest keys for the selected item, in words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::text::cells;
use crate::tui::action::Action;
use crate::tui::keymap;
use crate::tui::model::Model;

/// So many of the screen's verbs at most; more would not be read.
const MOST: usize = 8;

/// Draws the screen's verbs, then 「. 更多  ? 帮助」.
pub(super) fn footer(model: &Model, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    let (say, look) = (model.world.say, &model.world.look);
    let hint = |action: &Action| {
        let verb = keymap::verb(*action)?;
        let label = verb.label_on(model.current);
        (!label.is_empty()).then(|| (label, verb.name(say)))
    };
    let width = |(label, name): &(String, &str)| cells::width(label) + 1 + cells::width(name) + 2;
    let always: Vec<_> = [Action::Menu, Action::Help]
        .iter()
        .filter_map(hint)
        .collect();
    let mut room = usize::from(area.width);
    room = room.saturating_sub(always.iter().map(width).sum());
    let verbs = model.screens.get(model.current).verbs(&model.cx());
    let mut hints = Vec::new();
    for verb in verbs.iter().take(MOST).filter_map(hint) {
        match room.checked_sub(width(&verb)) {
            Some(rest) => room = rest,
            None => break,
        }
        hints.push(verb);
    }
    hints.extend(always);
    let mut x = area.x;
    for (label, name) in hints {
        let rest = |x: u16| area.right().saturating_sub(x);
        x += cells::put(buf, x, area.y, rest(x), &label, look.key);
        x = x.saturating_add(1);
        x += cells::put(buf, x, area.y, rest(x), name, look.bar);
        x = x.saturating_add(2);
    }
}
