//! What an update asks the frame to do, as data: tests compare `Vec<Effect>`.

use chrono::NaiveDate;

use super::action::{Action, ScreenId};
use crate::domain::change::{Change, Thing};
use crate::domain::codes::{Stage, Track, Triage};
use crate::domain::ids::{
    AreaNo, EventId, FindingId, MeetingId, PersonId, TeamId, VillageId, VisitId,
};
use crate::domain::query::FindingFilter;
use crate::domain::records::{
    AnswerDraft, EventDraft, FindingDraft, MeetingDraft, VillageDraft, VisitDraft,
};

/// What is to happen outside the pure part.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Effect {
    /// Write; success is said in the header, a refusal as a notice.
    Write(Change),
    /// Open a form.
    Form(Box<FormKind>),
    /// Open a picker.
    Pick(Box<Pick>),
    /// Ask for one line of text.
    Prompt(Box<Prompt>),
    /// Ask yes or no; the answer is carried as data.
    Confirm(Box<Confirm>),
    /// Another screen, as it was left.
    Go(ScreenId),
    /// The findings screen with this filter; Backspace comes back.
    Findings(Box<FindingFilter>),
    /// The findings screen with this finding selected.
    Finding(FindingId),
    /// The village's page.
    Village(VillageId),
    /// The calendar on this day.
    Day(NaiveDate),
    /// The place before.
    Previous,
    /// Do as if this key had been pressed (menus, help).
    Do(Action),
    /// Walks the chain and rebuilds the projection, says what it finds.
    Verify,
    /// Show or hide the restricted compartment.
    Reveal,
    /// Say something in the notice line.
    Say(Notice),
    /// `?`
    Help,
    /// `.`
    Menu,
    /// Leave the program.
    Quit,
}

/// A sentence for the notice line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Notice {
    /// How it is meant.
    pub(crate) tone: Tone,
    /// The sentence, in the user's language.
    pub(crate) text: String,
}

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Done.
    Good,
    /// By the way.
    Plain,
    /// It did not happen.
    Bad,
}

impl Notice {
    /// By the way.
    pub(crate) fn plain(text: impl Into<String>) -> Effect {
        Effect::Say(Self {
            tone: Tone::Plain,
            text: text.into(),
        })
    }

    /// It did not happen.
    pub(crate) fn bad(text: impl Into<String>) -> Effect {
        Effect::Say(Self {
            tone: Tone::Bad,
            text: text.into(),
        })
    }
}

/// Which form, with what it starts from. `was` is what the record held when the form was opened.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum FormKind {
    /// A new finding, prefilled by where one stands; `answers` links it to the checklist point it comes from.
    NewFinding {
        draft: FindingDraft,
        answer: Option<AnswerDraft>,
    },
    EditFinding {
        id: FindingId,
        number: String,
        was: FindingDraft,
    },
    NewEvent {
        draft: EventDraft,
    },
    EditEvent {
        id: EventId,
        was: EventDraft,
    },
    /// Finishing an event whose kind counts: how many it came to.
    FinishEvent {
        id: EventId,
        title: String,
        count: Option<u32>,
    },
    NewVisit {
        draft: VisitDraft,
    },
    EditVisit {
        id: VisitId,
        was: VisitDraft,
    },
    /// A checklist answer with its remark and people.
    Answer {
        draft: AnswerDraft,
        item: String,
    },
    EditVillage {
        id: VillageId,
        was: VillageDraft,
    },
    Meeting {
        draft: MeetingDraft,
    },
    AddSource {
        finding: FindingId,
        number: String,
    },
    AddAction {
        day: NaiveDate,
        team: Option<TeamId>,
    },
}

/// A small filtering picker.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pick {
    /// What there is to choose from.
    pub(crate) from: PickFrom,
    /// What is done with the choice.
    pub(crate) then: PickThen,
}

/// What there is to choose from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum PickFrom {
    /// These stages, in this order.
    Stages(Vec<Stage>),
    /// The people of the round, nobody first.
    People,
    /// Tracks.
    Tracks,
    /// Areas; several may be ticked where `many`.
    Areas { many: bool, ticked: Vec<AreaNo> },
    /// Triage marks.
    Triage,
    /// Villages, asked from the store as one types.
    Villages,
    /// Findings, by number or title, asked as one types.
    Findings {
        except: FindingId,
        /// Those of this village stand first.
        near: Option<VillageId>,
    },
}

/// What is done with a choice.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum PickThen {
    /// Moves these findings to the stage (asks for the reason where one is needed).
    Stage(Vec<FindingId>),
    /// Sets the property that was chosen on these findings.
    Set(Vec<FindingId>),
    /// Merges this finding into the chosen one (asks for the reason).
    Merge(FindingId),
    /// Hands the choice to the screen.
    Screen,
}

/// What was chosen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Choice {
    Stage(Option<Stage>),
    Person(Option<PersonId>),
    Track(Option<Track>),
    Areas(Vec<AreaNo>),
    Triage(Triage),
    Village(Option<VillageId>, String),
    Finding(FindingId, String),
}

/// A question answered by one line of text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Prompt {
    /// What is asked.
    pub(crate) ask: PromptFor,
    /// What the line starts with.
    pub(crate) text: String,
}

/// What a line of text is for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum PromptFor {
    /// The screen's filter; the screen hears every change while one types.
    Filter,
    /// The deadline of these findings; read by `entry::dates`, previewed live.
    Due(Vec<FindingId>),
    /// Why these findings go to that stage.
    StageReason(Vec<FindingId>, Stage),
    /// Why one is merged into the other.
    MergeReason { from: FindingId, into: FindingId },
    /// Why these are withdrawn.
    WithdrawReason(Vec<Thing>),
    /// Why a meeting is opened again.
    ReopenReason(MeetingId),
}

/// A yes-or-no question whose answer is data.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Confirm {
    /// The question.
    pub(crate) ask: String,
    /// What happens on yes.
    pub(crate) then: Effect,
}
