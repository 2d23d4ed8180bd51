//! The whole program without a terminal, over a small round.

mod day;
mod forms;
mod frame;
mod monkey;
mod windows;

use xuncha::text::Lang;
use xuncha::tui::desk::Desk;

use crate::store::round::{Small, small};

/// A window onto a small round with three findings, in Chinese.
pub(crate) fn desk(columns: u16, rows: u16) -> Desk {
    Desk::open(filled().store, Lang::Zh, columns, rows)
}

/// A small round with three findings.
pub(crate) fn filled() -> Small {
    let mut round = small();
    let (east, west) = (round.east, round.west);
    round.note("集体资产台账缺失三本", east);
    round.note("公开栏三个月未更新", east);
    round.note("会议记录补记代签", west);
    round
}
