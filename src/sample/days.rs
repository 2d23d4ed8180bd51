//! Day by day: what every team does, in the order of the hours.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDateTime, Weekday};

use super::cast::{Team, WINDOWS, at, day};
use super::corpus::Corpus;
use super::deeds::Deed;
use super::dice::Dice;
use super::life::Life;
use crate::domain::answer::{Answer, ItemRow};
use crate::domain::codes::{AnswerState, EventStatus, Half, Level, VillageKind};
use crate::domain::fault::Fault;
use crate::domain::ids::{ActionId, ItemId, PersonId, VillageId};
use crate::domain::query::Query;
use crate::store::Batch;

/// The points of the checklist as the file has them.
pub(super) fn items(batch: &Batch<'_>) -> Result<Vec<ItemRow>, Fault> {
    match batch.ask(&Query::Register)? {
        Answer::Register(book) => Ok(book.items.clone()),
        _ => Err(Fault::Internal("no register".into())),
    }
}

/// Everything that goes on.
pub(super) struct Round<'a> {
    pub(super) corpus: &'a Corpus,
    pub(super) teams: Vec<Team>,
    pub(super) items: Vec<ItemRow>,
    /// Facts still to be found, per team: day, minute, fact, village.
    facts: Vec<Vec<(i64, usize, Option<usize>)>>,
    pub(super) lives: Vec<Vec<Life>>,
    pub(super) answered: HashSet<(VillageId, ItemId)>,
    pub(super) actions: Vec<ActionId>,
    pub(super) doors: usize,
    /// The clock, which never runs back.
    pub(super) now: NaiveDateTime,
}

impl<'a> Round<'a> {
    pub(super) fn new(
        corpus: &'a Corpus,
        teams: Vec<Team>,
        items: Vec<ItemRow>,
        dice: &mut Dice,
    ) -> Self {
        let facts = deal(corpus, &teams, dice);
        let lives = teams.iter().map(|_| Vec::new()).collect();
        Self {
            corpus,
            teams,
            items,
            facts,
            lives,
            answered: HashSet::new(),
            actions: Vec::new(),
            doors: 0,
            now: at(0, 0),
        }
    }

    /// Who sits at the sample's machine: the leader of the first team.
    pub(super) fn leader(&self) -> Option<PersonId> {
        self.teams.first().map(Team::leader)
    }

    /// One day; the last one only until nine in the morning.
    pub(super) fn live(
        &mut self,
        batch: &mut Batch<'_>,
        dice: &mut Dice,
        n: i64,
    ) -> Result<(), Fault> {
        let mut deeds: Vec<(i64, usize, Deed)> = Vec::new();
        for team in 0..self.teams.len() {
            self.intend(team, n, dice, &mut deeds);
        }
        if is_workday(n) {
            deeds.push((20 * 60 + 30, 0, Deed::Meet));
        }
        if n == super::TODAY {
            deeds.retain(|(minute, ..)| *minute < 9 * 60);
        }
        deeds.sort_by_key(|(minute, team, _)| (*minute, *team));
        for (minute, team, deed) in deeds {
            // The log is written in the order of the clock, also where somebody's work took longer than planned.
            self.now = self.now.max(at(n, minute));
            batch.at(self.now);
            self.act(batch, dice, n, team, &deed)?;
        }
        Ok(())
    }

    /// What a team is going to do on a day.
    fn intend(&self, at: usize, n: i64, dice: &mut Dice, deeds: &mut Vec<(i64, usize, Deed)>) {
        let Some(team) = self.teams.get(at) else {
            return;
        };
        let mut put = |minute: i64, deed: Deed| deeds.push((minute, at, deed));
        for (i, planned) in team.plan.iter().enumerate().filter(|(_, p)| p.day == n) {
            let end = match planned.draft.half {
                Half::Morning => 11 * 60 + 40,
                Half::Afternoon => 17 * 60 + 20,
                Half::Evening => 20 * 60 + 10,
            };
            let minute = end + dice.between(0, 25);
            if !planned.draft.milestone && dice.chance(4) {
                put(
                    8 * 60 + dice.between(0, 40),
                    Deed::Move {
                        event: i,
                        days: dice.between(1, 3),
                    },
                );
            } else if dice.chance(96) {
                let gone = !planned.draft.milestone && dice.chance(3);
                let status = if gone {
                    EventStatus::Cancelled
                } else {
                    EventStatus::Done
                };
                put(minute, Deed::Finish { event: i, status });
            }
        }
        let facts = self.facts.get(at).map_or(&[][..], Vec::as_slice);
        for (_, fact, village) in facts.iter().filter(|(day, ..)| *day == n) {
            let minute = if n == super::TODAY {
                8 * 60 + dice.between(5, 50)
            } else {
                9 * 60 + dice.between(0, 9 * 60)
            };
            put(
                minute,
                Deed::Note {
                    fact: *fact,
                    village: *village,
                },
            );
        }
        for (v, (from, to)) in WINDOWS.into_iter().enumerate() {
            if (from..=to).contains(&n) {
                self.check(team, v, (from, to), n, dice, &mut put);
            }
        }
        Self::knock(team, n, dice, &mut put);
        if n > 1 && is_workday(n) {
            for minute in [8 * 60, 15 * 60 + 40, 18 * 60 + 50] {
                put(minute, Deed::Push { minute });
            }
            put(8 * 60 + 45, Deed::Tick);
        }
    }

    /// The points a team answers in a village on a day: all of them by the end of its time there.
    fn check(
        &self,
        team: &Team,
        v: usize,
        (from, to): (i64, i64),
        n: i64,
        dice: &mut Dice,
        put: &mut impl FnMut(i64, Deed),
    ) {
        let Some(place) = team.villages.get(v) else {
            return;
        };
        let asked: Vec<usize> = self
            .items
            .iter()
            .enumerate()
            .filter(|(_, item)| item.kind.is_none_or(|kind| kind == place.kind))
            .map(|(i, _)| i)
            .collect();
        let days = usize::try_from(to - from + 1).unwrap_or(1);
        let today = usize::try_from(n - from).unwrap_or(0);
        for (i, item) in asked.iter().enumerate() {
            // A few points of every village are left for later.
            let later = v > 0 && (i * 7 + v).is_multiple_of(23);
            if i % days != today || later {
                continue;
            }
            let state = match dice.below(100) {
                0..=4 => AnswerState::NotApplicable,
                5..=15 => AnswerState::Unsure,
                _ => AnswerState::Fine,
            };
            put(
                9 * 60 + 10 + dice.between(0, 8 * 60),
                Deed::Answer {
                    village: v,
                    item: *item,
                    state,
                },
            );
        }
    }

    /// Households: many on workdays, few at the weekend.
    fn knock(team: &Team, n: i64, dice: &mut Dice, put: &mut impl FnMut(i64, Deed)) {
        if n < 3 {
            return;
        }
        let open: Vec<usize> = (0..team.villages.len())
            .filter(|v| {
                WINDOWS
                    .get(*v)
                    .is_some_and(|(from, to)| (*from..=*to).contains(&n))
            })
            .collect();
        let halves: &[(Half, i64)] = if is_workday(n) {
            &[
                (Half::Morning, 11 * 60 + 50),
                (Half::Afternoon, 17 * 60 + 40),
                (Half::Evening, 20 * 60 + 20),
            ]
        } else {
            &[(Half::Afternoon, 17 * 60)]
        };
        for (half, minute) in halves {
            let most = if *half == Half::Evening { 7 } else { 15 };
            let n = usize::try_from(dice.between(most - 4, most)).unwrap_or(8);
            if let Some(village) = dice.pick(&open) {
                put(
                    minute + dice.between(0, 20),
                    Deed::Visits {
                        village: *village,
                        half: *half,
                        n,
                    },
                );
            }
        }
    }
}

fn is_workday(n: i64) -> bool {
    !matches!(day(n).weekday(), Weekday::Sat | Weekday::Sun)
}

/// Who finds what when: every fact goes to one team, to a village that is open then (or to the unit), on a day.
fn deal(corpus: &Corpus, teams: &[Team], dice: &mut Dice) -> Vec<Vec<(i64, usize, Option<usize>)>> {
    let mut order: Vec<usize> = (0..corpus.facts.len()).collect();
    dice.shuffle(&mut order);
    let mut dealt: Vec<Vec<(i64, usize, Option<usize>)>> =
        teams.iter().map(|_| Vec::new()).collect();
    for (i, fact) in order.into_iter().enumerate() {
        // The last day has only begun: a handful.
        let last = if i % 45 == 0 {
            super::TODAY
        } else {
            super::TODAY - 1
        };
        let at = i % teams.len().max(1);
        let (Some(it), Some(team), Some(dealt_to)) =
            (corpus.facts.get(fact), teams.get(at), dealt.get_mut(at))
        else {
            continue;
        };
        let earliest = if it.item.starts_with('R') { 8 } else { 1 };
        if it.level != Level::Village {
            dealt_to.push((
                workday(
                    dice,
                    if last == super::TODAY { last } else { earliest },
                    last,
                ),
                fact,
                None,
            ));
            continue;
        }
        let village_only = matches!(it.item.as_str(), "C1" | "C2" | "C3" | "C8" | "C9");
        let fits = |v: &usize| {
            team.villages
                .get(*v)
                .is_some_and(|p| !village_only || p.kind == VillageKind::Village)
        };
        // Later villages have been looked at for fewer days; the last one is known from letters alone.
        let v = [0, 0, 0, 1, 1, 1, 2, 2, 3][dice.below(9)];
        let v = if fits(&v) {
            v
        } else {
            (0..4).find(fits).unwrap_or(0)
        };
        let (from, to) = WINDOWS.get(v).copied().unwrap_or((3, 15));
        let from = if v == 3 { 4 } else { from };
        dealt_to.push((
            workday(dice, from.max(earliest), to.min(last)),
            fact,
            Some(v),
        ));
    }
    dealt
}

/// A day between two, a workday if it can be.
fn workday(dice: &mut Dice, from: i64, to: i64) -> i64 {
    let (from, to) = (from.min(to), from.max(to));
    (0..6)
        .map(|_| dice.between(from, to))
        .find(|n| is_workday(*n))
        .unwrap_or(to)
}
