//! A made-up round on its fifteenth day: the same content for the same seed, marked 示例 throughout.
//!
//! It is written through the store's own door, day by day and hour by hour, so that the log of the sample is the log that
//! fifteen days of work would have left.

mod cast;
mod corpus;
mod days;
mod deeds;
mod dice;
mod life;

use std::path::Path;

use crate::domain::fault::Fault;
use crate::store::{NewFile, Store};
use corpus::Corpus;
use dice::Dice;

/// The day on which the sample stands still; its clock says nine in the morning.
const TODAY: i64 = 15;

/// Makes a sample file; the path must be free.
pub fn demo(path: &Path, seed: i64) -> Result<Store, Fault> {
    let mut store = Store::create(path, &new(seed))?;
    fill(&mut store, seed)?;
    store.compact()?;
    Ok(store)
}

/// The same in memory.
pub fn demo_in_memory(seed: i64) -> Result<Store, Fault> {
    let mut store = Store::in_memory(&new(seed))?;
    fill(&mut store, seed)?;
    Ok(store)
}

fn new(seed: i64) -> NewFile {
    NewFile {
        code: "示例".into(),
        pinned: Some(cast::at(TODAY, 9 * 60)),
        seed: Some(seed),
    }
}

fn fill(store: &mut Store, seed: i64) -> Result<(), Fault> {
    let corpus = Corpus::read();
    let mut dice = Dice(seed.unsigned_abs());
    let leader = store.batch(|batch| {
        let mut teams = cast::found(batch, &mut dice)?;
        for (i, unit) in (0_i64..).zip(["圃田乡", "金光路", "博学路"]) {
            if let Some(team) = teams.get_mut(usize::try_from(i).unwrap_or(0)) {
                cast::plan(batch, &mut dice, &corpus, team, unit, 8 * 60 + i * 150)?;
            }
        }
        let items = days::items(batch)?;
        let mut round = days::Round::new(&corpus, teams, items, &mut dice);
        for n in 1..=TODAY {
            round.live(batch, &mut dice, n)?;
        }
        Ok(round.leader())
    })?;
    if let Some(leader) = leader {
        store.sit(leader)?;
    }
    Ok(())
}
