//! An empty list says why it is empty, and which key helps.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::state::Findings;
use super::super::terms::Term;
use super::chips::chip;
use super::total;
use crate::domain::query::FindingFilter;
use crate::tui::screen::Cx;
use crate::tui::widgets::paragraph;

pub(super) fn draw(screen: &Findings, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let (say, look) = (cx.say, cx.look);
    let terms = screen.terms(cx);
    if terms.is_empty() {
        paragraph(buf, area, say.f_none_yet(), look.dim);
        return;
    }
    let without = |term: &Term| {
        let page = cx.answers.findings(&screen.without(*term, cx))?;
        Some((format!("[{}]", chip(screen, cx, *term)), page.total))
    };
    // Not even among all of them: there is none yet.
    if let [Term::Live] = terms[..]
        && without(&Term::Live).is_some_and(|(_, left)| left.n == 0)
    {
        paragraph(buf, area, say.f_none_yet(), look.dim);
        return;
    }
    let mut rest = area;
    let mut write = |text: &str, style| {
        let used = paragraph(buf, rest, text, style);
        rest.y = rest.y.saturating_add(used);
        rest.height = rest.height.saturating_sub(used);
    };
    write(say.f_nothing_left(), look.title);
    // The ones that excluded something first.
    let (guilty, others): (Vec<_>, Vec<_>) = terms
        .iter()
        .filter_map(without)
        .partition(|(_, left)| left.n > 0);
    let scope = format!("[{}]", chip(screen, cx, Term::Live));
    let scope_helps = guilty.is_empty() || guilty.iter().any(|(name, _)| *name == scope);
    for (name, left) in guilty {
        write(&say.f_excluded_by(&name, &total(left)), look.text);
    }
    for (name, _) in others {
        write(&say.f_excluded_even(&name), look.dim);
    }
    let mut keys = Vec::new();
    if screen.filter != FindingFilter::default() {
        keys.push(say.f_clear_filter());
    }
    if scope_helps && terms.contains(&Term::Live) && screen.filter.live.is_none() {
        keys.push(say.f_clear_scope());
    }
    if screen.filter.only_clues && !cx.clues {
        keys.push(say.f_show_clues());
    }
    write(&keys.join("  "), look.key);
    if !screen.filter.text.trim().is_empty() {
        write(say.f_words_cover(), look.dim);
    }
}
