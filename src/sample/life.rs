//! The life of one sample finding: a step at a time, each under the rules.

use super::cast::{Team, day};
use super::corpus::{Corpus, Fact};
use super::dice::Dice;
use crate::domain::change::{Change, FindingSet};
use crate::domain::codes::{SourceKind, Stage, Track};
use crate::domain::fault::Fault;
use crate::domain::ids::{AreaNo, FindingId, PersonId, VillageId};
use crate::domain::records::SourceDraft;
use crate::store::Batch;

/// A finding under way.
#[derive(Clone)]
pub(super) struct Life {
    id: FindingId,
    noted: i64,
    stage: Stage,
    track: Track,
    area: AreaNo,
    sources: Vec<SourceKind>,
    village: Option<VillageId>,
    handler: Option<PersonId>,
}

impl Life {
    pub(super) fn new(id: FindingId, noted: i64, fact: &Fact, village: Option<VillageId>) -> Self {
        Self {
            id,
            noted,
            stage: Stage::Noted,
            track: fact.track,
            area: fact.areas.first().copied().unwrap_or_default(),
            sources: fact.sources.clone(),
            village,
            handler: None,
        }
    }

    /// Perhaps a step further; how likely depends on the stage.
    pub(super) fn step(
        &mut self,
        batch: &mut Batch<'_>,
        dice: &mut Dice,
        corpus: &Corpus,
        team: &Team,
        n: i64,
        earlier: &[Self],
    ) -> Result<(), Fault> {
        let likely = match self.stage {
            Stage::Noted => 45,
            Stage::Verifying | Stage::ToCheck => 22,
            Stage::Drafting => 24,
            Stage::Signing => 26,
            Stage::Qualified if self.track == Track::Immediate => 40,
            Stage::Qualified => 4,
            Stage::Rectifying => 18,
            Stage::Returned => 10,
            Stage::Closed | Stage::Merged | Stage::Dismissed => 0,
        };
        if n == self.noted || !dice.chance(likely) {
            return Ok(());
        }
        let handler = match self.handler {
            Some(handler) => handler,
            None => self.assign(batch, dice, team)?,
        };
        let side = dice.below(100);
        let stage = self.stage;
        match stage {
            Stage::Noted | Stage::Returned => {
                self.go(batch, dice, corpus, handler, Stage::Verifying)
            }
            Stage::Verifying if side < 4 => {
                self.go(batch, dice, corpus, team.deputy(), Stage::Dismissed)
            }
            Stage::Verifying if side < 16 && self.merge(batch, dice, corpus, team, earlier)? => {
                Ok(())
            }
            Stage::Verifying => {
                self.prove(batch, dice, corpus)?;
                self.go(batch, dice, corpus, handler, Stage::Drafting)
            }
            Stage::Drafting if side < 9 => {
                self.go(batch, dice, corpus, team.deputy(), Stage::Returned)
            }
            Stage::Drafting => self.go(batch, dice, corpus, team.deputy(), Stage::Signing),
            Stage::Signing if side < 7 => {
                self.go(batch, dice, corpus, team.leader(), Stage::Returned)
            }
            Stage::Signing => {
                batch.by(team.leader());
                self.set(batch, FindingSet::Track(self.track))?;
                self.go(batch, dice, corpus, team.leader(), Stage::Qualified)
            }
            Stage::Qualified if self.track == Track::Immediate => {
                batch.by(team.deputy());
                let due = day(n + dice.between(1, 6));
                self.set(batch, FindingSet::Due(Some(due)))?;
                self.go(batch, dice, corpus, team.deputy(), Stage::Rectifying)
            }
            Stage::Qualified | Stage::ToCheck => {
                let other = team.walker(dice);
                self.go(batch, dice, corpus, other, Stage::Closed)
            }
            Stage::Rectifying => self.go(batch, dice, corpus, handler, Stage::ToCheck),
            Stage::Closed | Stage::Merged | Stage::Dismissed => Ok(()),
        }
    }

    /// The liaison gives it to somebody; what has to be put right at once, or handed over, is known from the start.
    fn assign(
        &mut self,
        batch: &mut Batch<'_>,
        dice: &mut Dice,
        team: &Team,
    ) -> Result<PersonId, Fault> {
        let handler = team.walker(dice);
        batch.by(team.liaison());
        self.set(batch, FindingSet::Handler(Some(handler)))?;
        if matches!(self.track, Track::Immediate | Track::Clue) {
            self.set(batch, FindingSet::Track(self.track))?;
        }
        self.handler = Some(handler);
        Ok(handler)
    }

    fn set(&self, batch: &mut Batch<'_>, set: FindingSet) -> Result<(), Fault> {
        batch
            .apply(&Change::SetFindings {
                ids: vec![self.id],
                set,
            })
            .map(|_| ())
    }

    fn go(
        &mut self,
        batch: &mut Batch<'_>,
        dice: &mut Dice,
        corpus: &Corpus,
        by: PersonId,
        to: Stage,
    ) -> Result<(), Fault> {
        batch.by(by);
        let needed = matches!(to, Stage::Returned | Stage::Dismissed);
        let remark = if needed || dice.chance(60) {
            remark(dice, corpus, to)
        } else {
            String::new()
        };
        batch.apply(&Change::MoveStage {
            ids: vec![self.id],
            to,
            remark,
        })?;
        self.stage = to;
        Ok(())
    }

    /// References to evidence, in the order in which the fact names them.
    fn prove(&self, batch: &mut Batch<'_>, dice: &mut Dice, corpus: &Corpus) -> Result<(), Fault> {
        for kind in &self.sources {
            let patterns: Vec<&String> = corpus
                .sources
                .iter()
                .filter(|(k, _)| k == kind)
                .map(|(_, p)| p)
                .collect();
            let Some(pattern) = dice.pick(&patterns) else {
                continue;
            };
            let first = dice.between(1, 60);
            let reference = pattern
                .replace("{n}", &dice.between(1, 48).to_string())
                .replace("{p}", &format!("{first}-{}", first + dice.between(1, 4)));
            batch.apply(&Change::AddSource {
                finding: self.id,
                source: SourceDraft {
                    kind: *kind,
                    reference,
                },
            })?;
        }
        Ok(())
    }

    /// Into an earlier finding of the same area in the same place that is still open.
    fn merge(
        &mut self,
        batch: &mut Batch<'_>,
        dice: &mut Dice,
        corpus: &Corpus,
        team: &Team,
        earlier: &[Self],
    ) -> Result<bool, Fault> {
        let Some(into) = earlier
            .iter()
            .find(|o| o.stage.is_live() && o.area == self.area && o.village == self.village)
        else {
            return Ok(false);
        };
        batch.by(team.liaison());
        batch.apply(&Change::MergeFinding {
            from: self.id,
            into: into.id,
            reason: remark(dice, corpus, Stage::Merged),
        })?;
        self.stage = Stage::Merged;
        Ok(true)
    }
}

fn remark(dice: &mut Dice, corpus: &Corpus, stage: Stage) -> String {
    let fitting: Vec<&String> = corpus
        .remarks
        .iter()
        .filter(|(s, _)| *s == stage)
        .map(|(_, r)| r)
        .collect();
    dice.pick(&fitting)
        .map_or_else(|| "见会议记录".to_owned(), |r| (*r).clone())
}
