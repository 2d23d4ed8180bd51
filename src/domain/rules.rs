//! The rules of a finding's life: where it can go from here, and what the next stage needs.

use super::codes::{Stage, Track};
use super::fault::{Need, Refusal};

/// What the rules look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Number, for the sentence.
    pub number: String,
    /// Where it stands.
    pub stage: Stage,
    /// Its track.
    pub track: Track,
    /// What it has of what stages ask for (a reason comes with the step).
    pub has: Vec<Need>,
}

/// The stages a finding can go to from `stage`, the likeliest first.
///
/// Source: 发现 → 核实 → 底稿 → 审签 → 组务会定性 → track's own path → 销号, with the side exits 退回补证 and 不予认定.
/// Steps may be taken back by one, because a key pressed twice must be mendable without undo.
/// Merging is a change of its own (it needs the other finding).
pub fn ways(stage: Stage, track: Track) -> &'static [Stage] {
    use Stage::{
        Closed, Dismissed, Drafting, Merged, Noted, Qualified, Rectifying, Returned, Signing,
        ToCheck, Verifying,
    };
    match stage {
        Noted => &[Verifying, Dismissed],
        Verifying => &[Drafting, Returned, Noted, Dismissed],
        Drafting => &[Signing, Returned, Verifying, Dismissed],
        Signing => &[Qualified, Returned, Drafting, Dismissed],
        Qualified if track == Track::Immediate => &[Rectifying, Signing, Dismissed],
        // General problems, clues and advice leave the team with the report or the transfer.
        Qualified => &[Rectifying, Closed, Signing, Dismissed],
        Rectifying => &[ToCheck, Qualified],
        ToCheck => &[Closed, Rectifying],
        Closed => &[ToCheck],
        Returned => &[Verifying, Drafting, Dismissed],
        Dismissed => &[Verifying],
        Merged => &[],
    }
}

/// The next stage on the main way, for `]`.
pub fn next(stage: Stage, track: Track) -> Option<Stage> {
    ways(stage, track).first().copied().filter(|to| {
        // From a closed or dismissed one the first way leads back, and `]` never reopens.
        stage.is_live() && *to != Stage::Dismissed
    })
}

/// The stage before on the main way, for `[`.
pub fn back(stage: Stage, track: Track) -> Option<Stage> {
    let place = |s: Stage| Stage::BOARD.iter().position(|b| *b == s);
    let here = place(stage)?;
    ways(stage, track)
        .iter()
        .copied()
        .filter(|to| place(*to).is_some_and(|p| p < here))
        .max_by_key(|to| place(*to))
}

/// What a finding still needs to enter a stage.
pub fn needs(it: &Standing, to: Stage, remark: &str) -> Vec<Need> {
    let asked: &[Need] = match to {
        Stage::Verifying => &[Need::Place],
        Stage::Drafting => &[Need::Place, Need::Handler],
        Stage::Signing => &[
            Need::Place,
            Need::Area,
            Need::Handler,
            Need::Body,
            Need::Source,
        ],
        Stage::Qualified if it.stage == Stage::Signing => &[Need::Track],
        Stage::Rectifying => &[Need::Due],
        _ => &[],
    };
    let mut missing: Vec<Need> = asked
        .iter()
        .copied()
        .filter(|need| !it.has.contains(need))
        .collect();
    if wants_reason(it.stage, to) && remark.trim().is_empty() {
        missing.push(Need::Reason);
    }
    missing
}

/// Whether a step needs a reason before it can be taken: side exits do, and so does taking up what was settled.
pub fn wants_reason(from: Stage, to: Stage) -> bool {
    matches!(to, Stage::Returned | Stage::Dismissed | Stage::Merged)
        || matches!(from, Stage::Closed | Stage::Dismissed)
}

/// The one rule that greys a key hint and refuses a write.
pub fn allowed(it: &Standing, to: Stage, remark: &str) -> Result<(), Refusal> {
    if !ways(it.stage, it.track).contains(&to) {
        return Err(Refusal::NoWay {
            number: it.number.clone(),
            from: it.stage,
            to,
        });
    }
    let needs = needs(it, to, remark);
    if needs.is_empty() {
        return Ok(());
    }
    Err(Refusal::Missing {
        number: it.number.clone(),
        to,
        needs,
    })
}

/// The longest line: a title, a name, a reference.
pub const LINE: usize = 200;

/// The longest text: a body, a remark, a note.
pub const TEXT: usize = 20_000;

/// Refuses a line that is empty, too long, or holds a control character.
pub fn line(field: &'static str, text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::Empty(field));
    }
    measure(field, text, LINE)?;
    match text.chars().find(|c| c.is_control()) {
        Some(c) => Err(Refusal::Control {
            field,
            code: c.into(),
        }),
        None => Ok(()),
    }
}

/// Refuses a text that is too long or holds a control character other than a new line or a tab.
pub fn text(field: &'static str, text: &str) -> Result<(), Refusal> {
    measure(field, text, TEXT)?;
    match text
        .chars()
        .find(|c| c.is_control() && !matches!(c, '\n' | '\t'))
    {
        Some(c) => Err(Refusal::Control {
            field,
            code: c.into(),
        }),
        None => Ok(()),
    }
}

fn measure(field: &'static str, text: &str, limit: usize) -> Result<(), Refusal> {
    let got = text.chars().count();
    if got > limit {
        return Err(Refusal::TooLong { field, limit, got });
    }
    Ok(())
}
