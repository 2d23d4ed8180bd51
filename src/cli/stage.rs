//! `xuncha move NUMBER STAGE`: the rules of the screens hold here too.

use clap::{ArgMatches, Command};

use super::args::{flag, must, text, word};
use super::fail::Failure;
use super::{Cx, Sub, find, number, out, receipt};
use crate::domain::answer::{Answer, FindingRow};
use crate::domain::change::Change;
use crate::domain::fault::{Fault, Need, Refusal};
use crate::domain::query::Query;
use crate::domain::rules;
use crate::text::Lang;

pub(super) const SUB: Sub = Sub {
    name: "move",
    about: Lang::cli_move,
    usage: "NUMBER STAGE [--remark TEXT] [--clues]",
    args,
    run,
};

fn args(say: Lang, command: Command) -> Command {
    command
        .arg(must("NUMBER", say.cli_a_number()))
        .arg(must("STAGE", say.cli_a_stage()))
        .arg(word("remark", "TEXT", say.cli_o_remark()))
        .arg(flag("clues", say.cli_o_clues()))
}

fn run(cx: &Cx, its: &ArgMatches) -> Result<(), Failure> {
    let to = find::stage(cx.say, text(its, "STAGE").unwrap_or_default())?;
    let mut store = cx.open()?;
    let number = text(its, "NUMBER").unwrap_or_default();
    let sheet = number::finding(cx, &store, number, its.get_flag("clues"))?;
    let change = Change::MoveStage {
        ids: vec![sheet.row.id],
        to,
        remark: text(its, "remark").unwrap_or_default().to_owned(),
    };
    let done = store.apply(&change).map_err(|fault| match &fault {
        Fault::Refused(refusal) => Failure::failed(refused(cx.say, refusal, &sheet.row)),
        _ => Failure::about(fault, store.path()),
    })?;
    // Qualifying gives it its final number.
    let number = match store.ask(&Query::Finding(sheet.row.id))? {
        Answer::Finding(Some(after)) => after.row.number,
        _ => sheet.row.number,
    };
    if cx.out.json {
        return receipt::say(cx, &done, Some(&number));
    }
    let way = format!("{} → {}", cx.say.stage(sheet.row.stage), cx.say.stage(to));
    let subject = format!("{number} {} {way}", sheet.row.title);
    out::text(&cx.say.done_what(cx.say.log_verb(done.verb), &subject))
}

/// Why it cannot go there, and what would help.
fn refused(say: Lang, refusal: &Refusal, row: &FindingRow) -> String {
    let sentence = say.refusal(refusal);
    match refusal {
        Refusal::NoWay { .. } => {
            let ways: Vec<&str> = rules::ways(row.stage, row.track)
                .iter()
                .map(|it| say.stage(*it))
                .collect();
            if ways.is_empty() {
                return sentence;
            }
            say.cli_ways(&sentence, &ways.join(say.pick("、", ", ")))
        }
        Refusal::Missing { needs, .. } if needs.contains(&Need::Reason) => {
            say.cli_add_remark(&sentence)
        }
        _ => sentence,
    }
}
