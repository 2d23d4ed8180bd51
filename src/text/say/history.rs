//! What the log's screen says.

use super::phrases;

phrases! {
    history_title => "记录", "History";
    history_count(n: u32) => "{n} 条", "{n}";
    history_none => "还没有改动。", "Nothing was changed yet.";
    history_nobody => "未登记姓名", "nobody named";
    history_undone => "[已撤销]", "[undone]";
    history_undone_since => "这一条后来被撤销了。", "This was undone since.";
    history_is_undone => "这一条已经撤销过了", "this entry is undone already";
    history_of(n: i64) => "针对第 {n} 条", "of entry {n}";
    history_empty => "(空)", "(empty)";
    history_nothing_changed => "没有改动任何内容。", "It changed nothing.";
    history_restricted => "线索（限制查看，# 显示）", "a clue (restricted; # shows it)";
    history_unsaid(n: usize) => "{n} 处改动限制查看", "{n} change is restricted" | "{n} changes are restricted" by n;
    history_hash(hash: &str) => "校验 {hash}", "hash {hash}";
    history_more(n: usize) => "下面还有 {n} 行", "{n} more below";
    history_undo_entry(n: i64, verb: &str, subject: &str) => "撤销第 {n} 条「{verb} {subject}」？之后又改过的内容保持现状。", "Undo entry {n}, “{verb} {subject}”? What was changed since stays.";
}
