//! The picker: a short list, narrowed while one types, whose choice becomes an effect.

pub(crate) mod choice;
pub(crate) mod list;
mod stage;
#[cfg(test)]
mod tests;
pub(crate) mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Reply;
use crate::domain::change::{Change, FindingSet};
use crate::domain::codes::{Stage, Track, Triage};
use crate::domain::ids::{FindingId, PersonId, VillageId};
use crate::domain::query::Query;
use crate::tui::effect::{Choice, Effect, Pick, PickFrom, PickThen, Prompt, PromptFor};
use crate::tui::keymap::Key;
use crate::tui::screen::Cx;
use choice::{Choices, Pickable, Row};
use list::{List, Picked};

/// An open picker.
#[derive(Debug)]
pub(crate) struct Picker {
    list: List,
    from: PickFrom,
    then: PickThen,
}

impl Picker {
    /// Opens it.
    pub(crate) fn open(it: Pick, cx: &Cx<'_>) -> Self {
        let list = open_list(&it, cx);
        Self {
            list,
            from: it.from,
            then: it.then,
        }
    }

    /// Hears a key.
    pub(crate) fn key(&mut self, key: Key, cx: &Cx<'_>) -> Reply {
        match self.list.key(key, cx) {
            Picked::Stay => Reply::Stay,
            Picked::Cancel => Reply::Close,
            Picked::One(row) => self.chosen(&row, cx),
            Picked::Many(keys) => {
                let areas = keys.into_iter().filter_map(|key| key.try_into().ok());
                self.act(Choice::Areas(areas.collect()), cx)
            }
        }
    }

    /// Hears pasted text: it is looked for.
    pub(crate) fn paste(&mut self, text: &str, _cx: &Cx<'_>) -> Reply {
        self.list.paste(text);
        Reply::Stay
    }

    /// What the store must be asked for.
    pub(crate) fn needs(&self, cx: &Cx<'_>) -> Vec<Query> {
        self.list.needs(cx)
    }

    /// Draws itself and says where the caret stands.
    pub(crate) fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let title = match self.from {
            PickFrom::Stages(_) => cx.say.pick_stage(),
            PickFrom::People => cx.say.pick_person(),
            PickFrom::Tracks => cx.say.pick_track(),
            PickFrom::Areas { .. } => cx.say.pick_area(),
            PickFrom::Triage => cx.say.pick_triage(),
            PickFrom::Villages => cx.say.pick_village(),
            PickFrom::Findings { .. } => cx.say.pick_finding(),
        };
        view::view(&self.list, title, cx, area, buf)
    }

    fn chosen(&self, row: &Row, cx: &Cx<'_>) -> Reply {
        let key = row.key;
        let choice = match self.from {
            PickFrom::Stages(_) => Choice::Stage(Stage::try_from(key).ok()),
            PickFrom::People => Choice::Person(PersonId::try_from(key).ok()),
            PickFrom::Tracks => Choice::Track(Track::try_from(key).ok()),
            PickFrom::Areas { .. } => Choice::Areas(key.try_into().ok().into_iter().collect()),
            PickFrom::Triage => match Triage::try_from(key) {
                Ok(triage) => Choice::Triage(triage),
                Err(_) => return Reply::Stay,
            },
            PickFrom::Villages => {
                let id = VillageId::try_from(key).ok();
                let name = id.map_or(String::new(), |_| row.label.clone());
                Choice::Village(id, name)
            }
            PickFrom::Findings { .. } => match FindingId::try_from(key) {
                Ok(id) => Choice::Finding(id, row.label.clone()),
                Err(_) => return Reply::Stay,
            },
        };
        self.act(choice, cx)
    }

    /// What the choice is for.
    fn act(&self, choice: Choice, cx: &Cx<'_>) -> Reply {
        match (&self.then, choice) {
            (PickThen::Screen, choice) => Reply::Chosen(choice),
            (PickThen::Stage(ids), Choice::Stage(Some(to))) => {
                Reply::Done(vec![move_stage(ids, to, cx)])
            }
            (PickThen::Merge(from), Choice::Finding(into, _)) => {
                let from = *from;
                Reply::Done(vec![Effect::Prompt(Box::new(Prompt {
                    ask: PromptFor::MergeReason { from, into },
                    text: String::new(),
                }))])
            }
            (PickThen::Set(ids), choice) => match property(choice) {
                Some(set) => Reply::Done(vec![Effect::Write(Change::SetFindings {
                    ids: ids.clone(),
                    set,
                })]),
                None => Reply::Close,
            },
            _ => Reply::Close,
        }
    }
}

fn move_stage(ids: &[FindingId], to: Stage, cx: &Cx<'_>) -> Effect {
    if stage::asks_reason(to, ids, cx) {
        return Effect::Prompt(Box::new(Prompt {
            ask: PromptFor::StageReason(ids.to_vec(), to),
            text: String::new(),
        }));
    }
    Effect::Write(Change::MoveStage {
        ids: ids.to_vec(),
        to,
        remark: String::new(),
    })
}

fn property(choice: Choice) -> Option<FindingSet> {
    Some(match choice {
        Choice::Person(person) => FindingSet::Handler(person),
        Choice::Track(track) => FindingSet::Track(track?),
        Choice::Areas(areas) => FindingSet::Areas(areas),
        Choice::Triage(triage) => FindingSet::Triage(triage),
        Choice::Village(village, _) => FindingSet::Village(village),
        Choice::Stage(_) | Choice::Finding(..) => return None,
    })
}

/// The list for what is asked; it begins at what a single finding holds now.
fn open_list(it: &Pick, cx: &Cx<'_>) -> List {
    let say = cx.say;
    let filtering = it.then == PickThen::Screen;
    let none = |without: &str| {
        let word = if filtering { say.pick_all() } else { without };
        Some(word.to_owned())
    };
    let only_all = || filtering.then(|| say.pick_all().to_owned());
    let of = match &it.then {
        PickThen::Stage(ids) | PickThen::Set(ids) => ids.clone(),
        PickThen::Merge(_) | PickThen::Screen => Vec::new(),
    };
    let now = now(&it.from, &of, cx);
    match &it.from {
        PickFrom::Stages(to) => {
            let to = to.clone();
            List::one(Choices::Stages { to, of }, only_all(), now, cx)
        }
        PickFrom::People => List::one(Choices::People, none(say.pick_nobody()), now, cx),
        PickFrom::Tracks => List::one(Choices::Tracks, only_all(), now, cx),
        PickFrom::Areas { many: true, ticked } => List::many(
            Choices::Areas,
            ticked.iter().map(|no| Pickable::Area(*no)).collect(),
        ),
        PickFrom::Areas {
            many: false,
            ticked,
        } => {
            let now = Pickable::from(ticked.first().copied());
            List::one(Choices::Areas, none(say.pick_none()), now, cx)
        }
        PickFrom::Triage => List::one(Choices::Triage, None, now, cx),
        PickFrom::Villages => List::one(Choices::Villages, none(say.pick_none()), now, cx),
        PickFrom::Findings { except, near } => {
            let (except, near) = (Some(*except), *near);
            List::one(Choices::Findings { except, near }, None, now, cx)
        }
    }
}

fn now(from: &PickFrom, of: &[FindingId], cx: &Cx<'_>) -> Pickable {
    let [id] = of else {
        return Pickable::Nothing;
    };
    let Some(Some(sheet)) = cx.answers.finding(&Query::Finding(*id)) else {
        return Pickable::Nothing;
    };
    let draft = &sheet.draft;
    match from {
        PickFrom::People => draft.handler.into(),
        PickFrom::Tracks => draft.track.into(),
        PickFrom::Triage => draft.triage.into(),
        _ => Pickable::Nothing,
    }
}
