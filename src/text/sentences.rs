//! What went wrong, where, and what to do: one sentence per fault, in both languages.

use chrono::NaiveDate;

use super::Lang;
use crate::domain::change::Receipt;
use crate::domain::fault::{Fault, Need, NotOurs, Refusal};
use crate::entry::dates::{DateError, DateFault};

impl Lang {
    /// The sentence for a fault.
    pub fn fault(self, fault: &Fault) -> String {
        match fault {
            Fault::Refused(refusal) => self.refusal(refusal),
            Fault::Conflict { field, theirs } => self.conflict(self.field(field), theirs),
            Fault::Locked => self.locked().to_owned(),
            Fault::ReadOnly => self.read_only().to_owned(),
            Fault::NewerFile { file, ours } => self.newer_file(*file, *ours),
            Fault::NotOurs(why) => self.not_ours(*why).to_owned(),
            Fault::Damaged { what } => self.damaged(what),
            Fault::Io { path, why } => self.io(path, why),
            Fault::NoFile { path } => self.no_file(path),
            Fault::Exists { path } => self.exists(path),
            Fault::Denied { path } => self.denied(path),
            Fault::Full => self.disk_full().to_owned(),
            Fault::Moved => self.file_moved().to_owned(),
            Fault::NotFound { what } => self.not_found(what),
            Fault::Internal(what) => self.internal(what),
        }
    }

    /// The sentence for what was written: 「流转环节：一组-017 …」, 「撤销流转环节：…」. What was written to the restricted
    /// compartment (线索) is named only while that is open.
    pub fn receipt(self, receipt: &Receipt, clues: bool) -> String {
        if receipt.entry.is_none() {
            return self.nothing_changed().to_owned();
        }
        let verb = self.log_verb(receipt.verb);
        let verb = match receipt.of {
            Some(of) => self.done_again(verb, self.log_verb(of)),
            None => verb.to_owned(),
        };
        if receipt.restricted && !clues {
            return self.done_what(&verb, self.history_restricted());
        }
        let subject = match &receipt.set {
            Some((field, value)) => {
                format!("{} → {}", receipt.subject, self.set_to(field, value))
            }
            None => receipt.subject.clone(),
        };
        if receipt.kept.is_empty() {
            return self.done_what(&verb, &subject);
        }
        let kept: Vec<String> = receipt.kept.iter().map(|it| self.kept(it)).collect();
        self.done_but(&verb, &subject, &kept.join(self.pick("、", ", ")))
    }

    /// What a column was set to: 待复核, 「承办人 示例丁」, 「期限 11-20 周二」; a list of areas is only named.
    fn set_to(self, field: &str, value: &str) -> String {
        let name = self.field(field);
        let (table, column) = field.split_once('.').unwrap_or((field, ""));
        let word = self.code(table, column, value);
        match (column, word) {
            ("stage" | "status" | "state", Some(word)) => word.to_owned(),
            ("areas", _) => name.to_owned(),
            (_, Some(word)) => format!("{name} {word}"),
            _ if value.is_empty() => format!("{name} {}", self.history_empty()),
            _ => match value.parse() {
                Ok(day) => format!("{name} {}", self.day_and_weekday(day)),
                Err(_) => format!("{name} {value}"),
            },
        }
    }

    /// A cell in words: `一组-001 finding.due` → 一组-001 期限.
    fn kept(self, cell: &str) -> String {
        match cell.rsplit_once(' ') {
            Some((called, field)) => format!("{called} {}", self.field(field)),
            None => self.field(cell).to_owned(),
        }
    }

    /// The sentence for a rule that says no.
    pub fn refusal(self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::Missing { number, to, needs } => {
                let needs: Vec<&str> = needs.iter().map(|need| self.need(*need)).collect();
                let needs = needs.join(self.pick("、", ", "));
                self.missing(number, self.stage(*to), &needs)
            }
            Refusal::NoWay { number, from, to } => {
                self.no_way(number, self.stage(*from), self.stage(*to))
            }
            Refusal::MergeIntoItself => self.merge_into_itself().to_owned(),
            Refusal::Empty(field) => self.empty_line(self.field(field)),
            Refusal::TooLong { field, limit, got } => {
                self.too_long(self.field(field), *got, *limit)
            }
            Refusal::Control { field, code } => self.control(self.field(field), *code),
            Refusal::MeetingClosed(day) => self.meeting_closed(&self.day(*day)),
            Refusal::MeetingOpen(day) => self.meeting_open(&self.day(*day)),
            Refusal::NoReason => self.no_reason().to_owned(),
            Refusal::NothingToUndo => self.nothing_to_undo().to_owned(),
            Refusal::NothingToRedo => self.nothing_to_redo().to_owned(),
            Refusal::RoundExists => self.round_exists().to_owned(),
            Refusal::BadPeriod => self.bad_period().to_owned(),
            Refusal::Gone => self.gone().to_owned(),
            Refusal::EventMoved => self.event_moved().to_owned(),
            Refusal::NoArea(no) => self.no_area(*no),
            Refusal::ItemNotAsked => self.item_not_asked().to_owned(),
        }
    }

    /// Why a word names no day: the bad word and two examples.
    pub fn no_day(self, error: &DateError) -> String {
        let word = error.word.as_str();
        let days = |days: &[NaiveDate]| {
            let days: Vec<String> = days.iter().map(|day| self.full_day(*day)).collect();
            days.join(self.pick("、", ", "))
        };
        match &error.why {
            DateFault::Empty => self.day_empty().to_owned(),
            DateFault::Unknown => self.day_unknown(word),
            DateFault::NoSuchDay => self.day_no_such(word),
            DateFault::NotInRound { days } => self.day_not_in_round(word, *days),
            DateFault::NoneLeft { near } => self.day_none_left(word, &days(near)),
            DateFault::Ambiguous { choices } => self.day_ambiguous(word, &days(choices)),
            DateFault::TooFar => self.day_too_far(word),
        }
    }

    /// What a stage asks for.
    pub const fn need(self, need: Need) -> &'static str {
        match need {
            Need::Place => self.pick("村点或责任单位", "a village or unit"),
            Need::Area => self.pick("领域", "a focus area"),
            Need::Handler => self.pick("承办人", "a handler"),
            Need::Source => self.pick("佐证", "a reference to evidence"),
            Need::Body => self.pick("正文", "the facts in the body"),
            Need::Track => self.pick("去向", "a track"),
            Need::Due => self.pick("期限", "a deadline"),
            Need::Reason => self.pick("理由", "a reason"),
        }
    }

    const fn not_ours(self, why: NotOurs) -> &'static str {
        match why {
            NotOurs::Directory => self.pick(
                "这是一个文件夹，请给出其中的数据文件",
                "this is a folder; name the data file inside it",
            ),
            NotOurs::Link => self.pick(
                "这是符号链接，为防写错文件不予打开，请给出真实路径",
                "this is a symbolic link; name the real path so that no wrong file is written",
            ),
            NotOurs::ManyNames => self.pick(
                "该文件有多个名字(硬链接)，复制一份再打开",
                "this file has several names (hard links); make a copy and open that",
            ),
            NotOurs::Special => self.pick(
                "这不是普通文件，请给出数据文件的路径",
                "this is no regular file; name a data file",
            ),
            NotOurs::NotDatabase => self.pick(
                "这不是数据库文件，请检查路径；文件未改动",
                "this is not a database; check the path. It was not touched",
            ),
            NotOurs::OtherProgram => self.pick(
                "这是别的程序的数据库，请检查路径；文件未改动",
                "this database belongs to another program; check the path. It was not touched",
            ),
            NotOurs::ForeignSchema => self.pick(
                "该文件含有本程序不认识的表或触发器，为安全不予打开；文件未改动",
                "this file has tables or triggers that this program does not have; it is not opened and was not touched",
            ),
            NotOurs::EmptyWithLog => self.pick(
                "文件为空但旁边有未并入的日志(-wal)，请先找回原文件，勿删日志",
                "the file is empty but a log (-wal) lies beside it: find the original file first, keep the log",
            ),
            NotOurs::FarAway => self.pick(
                "文件在网络盘上，断电或断网会损坏数据；请先复制到本机硬盘再打开",
                "the file lies on a network drive, where a lost connection can damage it; copy it to this machine's disk and open it there",
            ),
            NotOurs::Empty => self.pick(
                "文件是空的，请用 xuncha new 新建",
                "the file is empty; make one with xuncha new",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::change::LogVerb;

    fn receipt(verb: LogVerb, of: Option<LogVerb>, restricted: bool, kept: &[&str]) -> Receipt {
        Receipt {
            entry: Some(7),
            verb,
            subject: "一组-017 台账缺失".into(),
            of,
            restricted,
            set: None,
            made: None,
            kept: kept.iter().map(|it| (*it).to_owned()).collect(),
        }
    }

    #[test]
    fn what_was_written_is_said_unless_it_is_restricted() {
        use LogVerb::{MoveStage, Undo};
        let kept = ["一组-017 finding.due"];
        let cases = [
            (
                MoveStage,
                None,
                false,
                &[][..],
                false,
                "流转环节：一组-017 台账缺失",
            ),
            (
                MoveStage,
                None,
                true,
                &[],
                true,
                "流转环节：一组-017 台账缺失",
            ),
            (
                MoveStage,
                None,
                true,
                &[],
                false,
                "流转环节：线索（限制查看，# 显示）",
            ),
            (
                Undo,
                Some(MoveStage),
                false,
                &[],
                false,
                "撤销流转环节：一组-017 台账缺失",
            ),
            (
                Undo,
                Some(MoveStage),
                true,
                &kept,
                false,
                "撤销流转环节：线索（限制查看，# 显示）",
            ),
            (
                Undo,
                Some(MoveStage),
                false,
                &kept,
                false,
                "撤销流转环节：一组-017 台账缺失；之后又改过的保留不动：一组-017 期限",
            ),
        ];
        for (verb, of, restricted, kept, clues, words) in cases {
            let receipt = receipt(verb, of, restricted, kept);
            assert_eq!(Lang::Zh.receipt(&receipt, clues), words);
        }
        let sets = [
            ("finding.stage", "to_check", "待复核"),
            ("event.status", "done", "完成"),
            ("finding.handler", "示例丁", "承办人 示例丁"),
            ("finding.handler", "", "承办人 (空)"),
            ("finding.due", "2018-11-20", "期限 11-20 周二"),
            ("finding.track", "immediate", "去向 立行立改"),
            ("finding.areas", "3 6", "领域"),
        ];
        for (field, value, words) in sets {
            let receipt = Receipt {
                set: Some((field.into(), value.into())),
                ..receipt(MoveStage, None, false, &[])
            };
            let said = Lang::Zh.receipt(&receipt, false);
            assert_eq!(said, format!("流转环节：一组-017 台账缺失 → {words}"));
        }
        let nothing = Receipt {
            entry: None,
            ..receipt(MoveStage, None, false, &[])
        };
        assert_eq!(Lang::Zh.receipt(&nothing, false), "没有变化");
    }
}
