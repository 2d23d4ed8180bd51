//! The keys that work on a selected event, the same on every screen that shows events.

use chrono::{Duration, NaiveDate};

use super::prefill;
use crate::domain::answer::EventRow;
use crate::domain::change::{Change, Thing};
use crate::domain::codes::EventStatus;
use crate::domain::ids::EventId;
use crate::tui::action::Action;
use crate::tui::effect::{Effect, FormKind, Notice, Prompt, PromptFor};
use crate::tui::screen::Cx;

/// What a verb does to the selected events; `None`: no verb of events, or none is selected.
///
/// Several events are one change, hence one step of undo. `RecordVisit` is a verb of theirs only where the event knows
/// its village.
pub(crate) fn on_events(action: Action, events: &[&EventRow], cx: &Cx<'_>) -> Option<Vec<Effect>> {
    let first = *events.first()?;
    let effect = match action {
        Action::Open => open(first),
        Action::RecordVisit => {
            let draft = prefill::visit(first.draft.village?, first.draft.day, cx);
            form(FormKind::NewVisit { draft })
        }
        Action::Edit
        | Action::Finish
        | Action::Cancel
        | Action::Earlier
        | Action::Later
        | Action::WeekEarlier
        | Action::WeekLater
        | Action::Withdraw => match events.iter().find_map(|event| gone_to(event)) {
            Some(to) => Notice::bad(cx.say.lies_on_its_new_day(&cx.say.day(to))),
            None => on_standing(action, events, cx)?,
        },
        _ => return None,
    };
    Some(vec![effect])
}

/// Where an event was moved to.
fn gone_to(event: &EventRow) -> Option<NaiveDate> {
    event
        .moved_to
        .filter(|_| event.status == EventStatus::Moved)
}

/// What a verb does to events of which none was moved away.
fn on_standing(action: Action, events: &[&EventRow], cx: &Cx<'_>) -> Option<Effect> {
    Some(match action {
        Action::Edit if events.len() > 1 => Notice::bad(cx.say.one_event_only()),
        Action::Edit => edit(events.first()?),
        Action::Finish => finish(events, cx),
        Action::Cancel => turn(events, EventStatus::Cancelled),
        Action::Earlier => shift(events, -1, cx),
        Action::Later => shift(events, 1, cx),
        Action::WeekEarlier => shift(events, -7, cx),
        Action::WeekLater => shift(events, 7, cx),
        Action::Withdraw => Effect::Prompt(Box::new(Prompt {
            ask: PromptFor::WithdrawReason(
                events.iter().map(|event| Thing::Event(event.id)).collect(),
            ),
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
    match (gone_to(event), event.draft.village) {
        (Some(to), _) => Effect::Day(to),
        (_, Some(village)) => Effect::Village(village),
        _ => edit(event),
    }
}

fn edit(event: &EventRow) -> Effect {
    form(FormKind::EditEvent {
        id: event.id,
        was: event.draft.clone(),
    })
}

/// Where the kind counts something, how many it came to is asked; of several together it is not.
fn finish(events: &[&EventRow], cx: &Cx<'_>) -> Effect {
    let early =
        |event: &&&EventRow| event.status != EventStatus::Done && event.draft.day > cx.today;
    if let Some(event) = events.iter().find(early) {
        return Notice::bad(cx.say.not_that_day_yet(&cx.say.day(event.draft.day)));
    }
    if let [event] = events
        && event.status != EventStatus::Done
        && cx.say.event_unit(event.draft.kind).is_some()
    {
        return form(FormKind::FinishEvent {
            id: event.id,
            title: event.draft.title.clone(),
            count: event.draft.count,
        });
    }
    turn(events, EventStatus::Done)
}

/// To this status; where all of them have it already, the same key takes them up again.
fn turn(events: &[&EventRow], to: EventStatus) -> Effect {
    let all = events.iter().all(|event| event.status == to);
    let count = match events {
        [event] => event.draft.count,
        _ => None,
    };
    Effect::Write(Change::SetEvents {
        ids: ids(events),
        status: if all { EventStatus::Planned } else { to },
        count,
    })
}

/// Moves them by days, none out of the period: there nobody would see it any more.
fn shift(events: &[&EventRow], days: i64, cx: &Cx<'_>) -> Effect {
    let round = cx.book.round.as_ref();
    let out = |to: &NaiveDate| round.is_some_and(|it| !(it.start..=it.end).contains(to));
    let to = events.iter().map(|event| {
        let day = event.draft.day;
        day.checked_add_signed(Duration::days(days)).unwrap_or(day)
    });
    if let Some(to) = to.into_iter().find(out) {
        return Notice::bad(cx.say.out_of_period(&cx.say.day(to)));
    }
    Effect::Write(Change::MoveEvents {
        ids: ids(events),
        days,
        half: None,
    })
}

fn ids(events: &[&EventRow]) -> Vec<EventId> {
    events.iter().map(|event| event.id).collect()
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
        Kit::default()
            .cx(|cx| on_events(action, &[event], &cx))?
            .pop()
    }

    fn status(event: &EventRow, status: EventStatus) -> Effect {
        Effect::Write(Change::SetEvents {
            ids: vec![event.id],
            status,
            count: None,
        })
    }

    #[test]
    fn finishing_asks_how_many_only_where_the_kind_counts() {
        let site = event(1, "2018-11-15", Half::Morning, EventKind::Site);
        assert_eq!(
            effect(Action::Finish, &site),
            Some(status(&site, EventStatus::Done))
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
            Some(status(&done, EventStatus::Planned))
        );
    }

    #[test]
    fn what_lies_ahead_is_not_finished() {
        let tomorrow = event(1, "2018-11-16", Half::Morning, EventKind::Site);
        let say = crate::text::Lang::Zh;
        assert_eq!(
            effect(Action::Finish, &tomorrow),
            Some(Notice::bad(say.not_that_day_yet("11-16")))
        );
        let done = EventRow {
            status: EventStatus::Done,
            ..tomorrow
        };
        assert_eq!(
            effect(Action::Finish, &done),
            Some(status(&done, EventStatus::Planned)),
            "what was finished by mistake is taken up again"
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
    fn several_are_one_change() {
        let evening = EventRow {
            status: EventStatus::Done,
            ..event(2, "2018-12-05", Half::Evening, EventKind::Talk)
        };
        let (talk, kit) = (talk(), Kit::default());
        let both = |action| kit.cx(|cx| on_events(action, &[&talk, &evening], &cx));
        assert_eq!(
            both(Action::Finish),
            Some(vec![Effect::Write(Change::SetEvents {
                ids: vec![talk.id, evening.id],
                status: EventStatus::Done,
                count: None,
            })]),
            "how many is not asked"
        );
        for action in [Action::Later, Action::Edit] {
            let effects = both(action);
            assert!(
                matches!(effects.as_deref(), Some([Effect::Say(_)])),
                "{action:?}"
            );
        }
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
