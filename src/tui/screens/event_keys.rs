//! The keys that work on a selected event, the same on every screen that shows events.

use chrono::Duration;

use super::prefill;
use crate::domain::answer::EventRow;
use crate::domain::change::{Change, Thing};
use crate::domain::codes::EventStatus;
use crate::tui::action::Action;
use crate::tui::effect::{Effect, FormKind, Notice, Prompt, PromptFor};
use crate::tui::screen::Cx;

/// What a verb does to the selected event; `None`: no verb of events.
///
/// `RecordVisit` is one only where the event knows its village.
pub(crate) fn on_event(action: Action, event: &EventRow, cx: &Cx<'_>) -> Option<Vec<Effect>> {
    let effect = match action {
        Action::Open => open(event),
        Action::RecordVisit => {
            let draft = prefill::visit(event.draft.village?, event.draft.day, cx);
            form(FormKind::NewVisit { draft })
        }
        Action::Edit
        | Action::Finish
        | Action::Cancel
        | Action::Earlier
        | Action::Later
        | Action::WeekEarlier
        | Action::WeekLater
        | Action::Withdraw => match event.moved_to {
            Some(to) if event.status == EventStatus::Moved => {
                Notice::bad(cx.say.lies_on_its_new_day(&cx.say.day(to)))
            }
            _ => on_standing(action, event, cx)?,
        },
        _ => return None,
    };
    Some(vec![effect])
}

/// What a verb does to an event that was not moved away.
fn on_standing(action: Action, event: &EventRow, cx: &Cx<'_>) -> Option<Effect> {
    Some(match action {
        Action::Edit => edit(event),
        Action::Finish => finish(event, cx),
        Action::Cancel => set(event, other(event.status, EventStatus::Cancelled)),
        Action::Earlier => shift(event, -1, cx),
        Action::Later => shift(event, 1, cx),
        Action::WeekEarlier => shift(event, -7, cx),
        Action::WeekLater => shift(event, 7, cx),
        Action::Withdraw => Effect::Prompt(Box::new(Prompt {
            ask: PromptFor::WithdrawReason(vec![Thing::Event(event.id)]),
            text: String::new(),
        })),
        _ => return None,
    })
}

fn form(kind: FormKind) -> Effect {
    Effect::Form(Box::new(kind))
}

/// Where it went, the village it happens in, or what was written down.
fn open(event: &EventRow) -> Effect {
    match (event.status, event.moved_to, event.draft.village) {
        (EventStatus::Moved, Some(to), _) => Effect::Day(to),
        (_, _, Some(village)) => Effect::Village(village),
        _ => edit(event),
    }
}

fn edit(event: &EventRow) -> Effect {
    form(FormKind::EditEvent {
        id: event.id,
        was: event.draft.clone(),
    })
}

/// Where the kind counts something, how many it came to is asked.
fn finish(event: &EventRow, cx: &Cx<'_>) -> Effect {
    let counts = cx.say.event_unit(event.draft.kind).is_some();
    if counts && event.status != EventStatus::Done {
        return form(FormKind::FinishEvent {
            id: event.id,
            title: event.draft.title.clone(),
            count: event.draft.count,
        });
    }
    set(event, other(event.status, EventStatus::Done))
}

/// The same key again takes it up again.
fn other(now: EventStatus, to: EventStatus) -> EventStatus {
    if now == to { EventStatus::Planned } else { to }
}

fn set(event: &EventRow, status: EventStatus) -> Effect {
    Effect::Write(Change::SetEvents {
        ids: vec![event.id],
        status,
        count: event.draft.count,
    })
}

/// Moves it by days, not out of the period: there nobody would see it any more.
fn shift(event: &EventRow, days: i64, cx: &Cx<'_>) -> Effect {
    let day = event.draft.day;
    let to = day.checked_add_signed(Duration::days(days)).unwrap_or(day);
    let out = |(start, end)| !(start..=end).contains(&to);
    if cx
        .book
        .round
        .as_ref()
        .map(|it| (it.start, it.end))
        .is_some_and(out)
    {
        return Notice::bad(cx.say.out_of_period(&cx.say.day(to)));
    }
    Effect::Write(Change::MoveEvents {
        ids: vec![event.id],
        days,
        half: None,
    })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::codes::{EventKind, Half};
    use crate::domain::ids::VillageId;
    use crate::tui::screens::test_kit::{Kit, day, event};

    fn talk() -> EventRow {
        event(1, "2018-11-15", Half::Morning, EventKind::Talk)
    }

    fn effect(action: Action, event: &EventRow) -> Option<Effect> {
        Kit::default().cx(|cx| on_event(action, event, &cx))?.pop()
    }

    fn status(event: &EventRow, status: EventStatus) -> Option<Effect> {
        Some(set(event, status))
    }

    #[test]
    fn finishing_asks_how_many_only_where_the_kind_counts() {
        let site = event(1, "2018-11-15", Half::Morning, EventKind::Site);
        assert_eq!(
            effect(Action::Finish, &site),
            status(&site, EventStatus::Done)
        );
        assert_eq!(
            effect(Action::Finish, &talk()),
            Some(form(FormKind::FinishEvent {
                id: talk().id,
                title: talk().draft.title,
                count: None,
            }))
        );
        let done = EventRow {
            status: EventStatus::Done,
            ..talk()
        };
        assert_eq!(
            effect(Action::Finish, &done),
            status(&done, EventStatus::Planned)
        );
    }

    #[test]
    fn moving_stays_inside_the_period() {
        let moved = |days| {
            Some(Effect::Write(Change::MoveEvents {
                ids: vec![talk().id],
                days,
                half: None,
            }))
        };
        assert_eq!(effect(Action::Later, &talk()), moved(1));
        assert_eq!(effect(Action::WeekEarlier, &talk()), moved(-7));
        let last = event(1, "2018-12-05", Half::Morning, EventKind::Talk);
        assert!(matches!(effect(Action::Later, &last), Some(Effect::Say(_))));
    }

    #[test]
    fn a_moved_event_is_left_alone_and_leads_to_its_new_day() {
        let moved = EventRow {
            status: EventStatus::Moved,
            moved_to: Some(day("2018-11-20")),
            ..talk()
        };
        assert_eq!(
            effect(Action::Open, &moved),
            Some(Effect::Day(day("2018-11-20")))
        );
        for action in [
            Action::Edit,
            Action::Finish,
            Action::Later,
            Action::Withdraw,
        ] {
            assert!(
                matches!(effect(action, &moved), Some(Effect::Say(_))),
                "{action:?}"
            );
        }
    }

    #[test]
    fn enter_goes_to_the_village_else_to_the_form() {
        assert_eq!(effect(Action::Open, &talk()), Some(edit(&talk())));
        let village = VillageId(Uuid::from_u128(9));
        let mut visit = talk();
        visit.draft.village = Some(village);
        assert_eq!(effect(Action::Open, &visit), Some(Effect::Village(village)));
        assert!(effect(Action::RecordVisit, &visit).is_some());
        assert_eq!(effect(Action::RecordVisit, &talk()), None);
    }
}
