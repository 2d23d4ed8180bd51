//! Where things lie in a form: pure, so that moving up and down and drawing agree.

use ratatui::layout::Rect;

use super::field::{Field, Value};
use crate::text::cells::{self, to_u16, width};

/// Columns of a form at most.
const WIDEST: u16 = 100;
/// Columns from which short fields stand in two columns.
const TWO_COLUMNS: u16 = 72;
/// Columns from which there is air beside the fields.
const AIRY: u16 = 56;
/// Rows of a long text: at least, at most.
const BODY: (u16, u16) = (3, 12);
/// Rows of a sentence under a field at most.
const SENTENCE: usize = 3;
/// Cells before a label (the sign of the focus) and between label and value.
const SIGN: u16 = 2;

/// Where one field lies, counted from the first row of the fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Which; the one behind the last field is the line that saves.
    pub(super) at: usize,
    /// Where: its value, then the sentence under it.
    pub(super) area: Rect,
    /// Rows of its value.
    pub(super) rows: u16,
}

/// Where everything lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plan {
    /// The box.
    pub(super) frame: Rect,
    /// The fields, as far as there is room.
    pub(super) fields: Rect,
    /// What is said about the field with the focus.
    pub(super) hint: Rect,
    /// The keys.
    pub(super) keys: Rect,
    /// The fields' places.
    pub(super) places: Vec<Place>,
    /// Cells of a label.
    pub(super) label: u16,
}

impl Plan {
    /// Lays a form out in a window; the hint takes `hint` rows.
    pub(super) fn of(fields: &[Field], window: Rect, hint: impl Fn(u16) -> usize) -> Self {
        let wide = window.width.min(WIDEST);
        let air = u16::from(wide >= AIRY);
        let inner = wide.saturating_sub(2 + 2 * air);
        let hint = to_u16(hint(inner).clamp(1, SENTENCE));
        let room = window.height.saturating_sub(2);
        // Hint and keys go before the last field does.
        let (hint, keys) = match room {
            0..=2 => (0, 0),
            3..=4 => (1, 0),
            _ => (hint.min(room - 3), 1),
        };
        let rows = room - hint - keys;
        let (label, places) = lay(fields, inner, rows);
        let height = bottom(&places).min(rows);
        let high = height + hint + keys + 2;
        let frame = Rect::new(
            window.x + (window.width - wide) / 2,
            window.y + window.height.saturating_sub(high) / 3,
            wide,
            high.min(window.height),
        );
        let x = frame.x + 1 + air;
        let strip = |y: u16, high: u16| Rect::new(x, y, inner, high).intersection(window);
        let top = frame.y + 1;
        Self {
            frame,
            fields: strip(top, height),
            hint: strip(top + height, hint),
            keys: strip(top + height + hint, keys),
            places,
            label,
        }
    }

    /// The first row shown, so that the field with the focus is seen whole.
    pub(super) fn scroll(&self, focus: usize) -> u16 {
        let Some(place) = self.place(focus) else {
            return 0;
        };
        let over = place.area.bottom().saturating_sub(self.fields.height);
        over.min(place.area.y)
    }

    /// Where a field lies.
    pub(super) fn place(&self, at: usize) -> Option<&Place> {
        self.places.iter().find(|place| place.at == at)
    }

    /// The field above or below, in the same column where there is one.
    pub(super) fn beside(&self, focus: usize, down: bool) -> Option<usize> {
        let here = self.place(focus)?.area;
        let rows = self.places.iter().filter(|place| {
            if down {
                place.area.y > here.y
            } else {
                place.area.y < here.y
            }
        });
        let away = |place: &&Place| (place.area.y.abs_diff(here.y), place.area.x.abs_diff(here.x));
        rows.min_by_key(away).map(|place| place.at)
    }

    /// The cells of a field's value in its first row.
    pub(super) fn value(&self, place: &Place) -> Rect {
        value(place.area, self.label, place.rows)
    }
}

fn value(area: Rect, label: u16, rows: u16) -> Rect {
    let before = SIGN + label + 1;
    Rect::new(
        area.x.saturating_add(before),
        area.y,
        area.width.saturating_sub(before),
        rows,
    )
}

/// Cells of the widest label and all places; long texts share what room is left.
fn lay(fields: &[Field], inner: u16, rows: u16) -> (u16, Vec<Place>) {
    let label = fields
        .iter()
        .map(|field| width(&field.label) + usize::from(field.required))
        .max()
        .unwrap_or(0);
    let label = to_u16(label).min(inner / 2);
    let bodies = fields.iter().filter(|field| is_body(field)).count();
    let without = bottom(&stack(fields, inner, label, 0));
    let free = rows.saturating_sub(without);
    let share = free / to_u16(bodies.max(1));
    let body = share.clamp(BODY.0, BODY.1).min(rows.max(1));
    (label, stack(fields, inner, label, body))
}

fn is_body(field: &Field) -> bool {
    matches!(field.value, Value::Body(_))
}

/// Puts fields under each other, two short ones beside each other where there is room.
fn stack(fields: &[Field], inner: u16, label: u16, body: u16) -> Vec<Place> {
    let two = inner >= TWO_COLUMNS;
    let half = inner.saturating_sub(2) / 2;
    let mut places: Vec<Place> = Vec::with_capacity(fields.len() + 1);
    let mut left: Option<usize> = None;
    for (at, field) in fields.iter().enumerate() {
        let rows = if is_body(field) { body } else { 1 };
        let wide = if two && !field.wide { half } else { inner };
        let below = sentence(field, wide.saturating_sub(SIGN + label + 1)).len();
        let high = rows + to_u16(below);
        let beside = left.take().filter(|_| two && !field.wide);
        let (x, y) = match beside.and_then(|left| places.get(left)) {
            Some(left) => (half + 2, left.area.y),
            None => (0, bottom(&places)),
        };
        if two && !field.wide && beside.is_none() {
            left = Some(places.len());
        }
        let area = Rect::new(x, y, wide, high);
        places.push(Place { at, area, rows });
    }
    let area = Rect::new(0, bottom(&places), inner, 1);
    places.push(Place {
        at: fields.len(),
        area,
        rows: 1,
    });
    places
}

fn bottom(places: &[Place]) -> u16 {
    places
        .iter()
        .map(|place| place.area.bottom())
        .max()
        .unwrap_or(0)
}

/// The lines under a field: why it was not taken.
pub(super) fn sentence(field: &Field, cells: u16) -> Vec<String> {
    let Some(error) = &field.error else {
        return Vec::new();
    };
    cells::wrap_in(error, cells.max(1).into(), SENTENCE)
}
