//! The built program, run as people and scripts run it: words in, text and exit status out.

mod edges;
mod files;
mod reads;
mod words;
mod writes;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;
use xuncha::domain::change::{Change, FindingSet};
use xuncha::domain::codes::{Stage, Track};
use xuncha::store::Store;

use crate::store::round::{Small, fill, new_file, nov};

/// The program with nothing of the user's around it.
pub(crate) fn program(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xuncha"));
    command
        .env_clear()
        .env("HOME", home)
        .current_dir(home)
        .stdin(Stdio::null());
    command
}

/// What came of a run.
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Ran {
    /// It went well, and this was said.
    pub(crate) fn fine(self) -> String {
        assert_eq!((self.status, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    /// One JSON document and nothing else.
    pub(crate) fn json(self) -> Value {
        serde_json::from_str(&self.fine()).unwrap()
    }

    /// It failed with this status, in one line that holds all of these.
    pub(crate) fn failed(self, status: i32, holds: &[&str]) {
        assert_eq!(self.status, status, "{}{}", self.out, self.err);
        assert!(self.err.starts_with("xuncha: "), "{}", self.err);
        assert_eq!(self.err.matches('\n').count(), 1, "{}", self.err);
        for text in holds {
            assert!(self.err.contains(text), "{text:?} is not in {}", self.err);
        }
        assert_eq!(self.out, "");
    }
}

/// A folder with a file in it (or none yet).
pub(crate) struct World {
    folder: TempDir,
    pub(crate) file: PathBuf,
}

impl World {
    /// An empty folder.
    pub(crate) fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("round.db");
        Self { folder, file }
    }

    /// The small round with findings, by day 15: 一组-001 noted in 示例东村, 002 verifying in 示例西村 and overdue, 003 closed,
    /// 004 a clue.
    pub(crate) fn round() -> Self {
        let world = Self::empty();
        let mut it = fill(Store::create(&world.file, &new_file()).unwrap());
        findings(&mut it);
        drop(it);
        world
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Runs it on the file, in English.
    pub(crate) fn run<S: AsRef<OsStr>>(&self, words: &[S]) -> Ran {
        self.said("en", words)
    }

    /// Runs it on the file, in one language.
    pub(crate) fn said<S: AsRef<OsStr>>(&self, lang: &str, words: &[S]) -> Ran {
        let mut command = program(self.path());
        command.arg("-f").arg(&self.file).args(["--lang", lang]);
        command.args(words).output().unwrap().into()
    }

    /// It fails in both languages, says one sentence in each, and every byte of the folder stays as it was.
    pub(crate) fn refuses(&self, words: &[&str], status: i32, en: &str, zh: &str) {
        let before = self.bytes();
        self.said("en", words).failed(status, &[en]);
        self.said("zh", words).failed(status, &[zh]);
        assert_eq!(before, self.bytes(), "{words:?}");
    }

    /// Every file of the folder, to the last byte.
    pub(crate) fn bytes(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let entries = fs::read_dir(self.path()).unwrap();
        let paths = entries.map(|entry| entry.unwrap().path());
        let regular = paths.filter(|path| path.symlink_metadata().unwrap().is_file());
        regular
            .map(|path| (path.clone(), fs::read(path).unwrap()))
            .collect()
    }
}

fn findings(it: &mut Small) {
    it.note("集体资产台账缺失三本", it.east);
    let second = it.note("公开栏三个月未更新", it.west);
    let third = it.note("值班表照抄", it.town);
    let fourth = it.note("示例线索", it.east);
    let set = |ids: Vec<_>, set| Change::SetFindings { ids, set };
    it.apply(set(vec![second], FindingSet::Due(Some(nov(12)))));
    it.apply(set(vec![second], FindingSet::Handler(Some(it.member))));
    it.apply(set(vec![second, third], FindingSet::Areas(vec![6])));
    it.apply(set(vec![fourth], FindingSet::Track(Track::Clue)));
    it.apply(set(vec![third], FindingSet::Track(Track::Immediate)));
    let mut to = |id, to, remark: &str| {
        it.apply(Change::MoveStage {
            ids: vec![id],
            to,
            remark: remark.into(),
        });
    };
    to(second, Stage::Verifying, "");
    to(third, Stage::Dismissed, "证据不足");
}
