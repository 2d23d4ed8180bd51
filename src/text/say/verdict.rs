//! What verifying the log found.

use super::phrases;

phrases! {
    verified(entries: u32, rows: u32, head: &str) => "核验通过：{entries} 条记录、{rows} 行数据与记录一致；记录头 {head}", "verified: {entries} entry and {rows} rows are as the log says; head {head}" | "verified: {entries} entries and {rows} rows are as the log says; head {head}" by entries;
    tampered(n: usize, first: &str) => "发现改动：{n} 处与记录不一致，第一处：{first}。请保留此文件并用备份核对", "a change found: one place differs from the log: {first}. Keep this file and compare with a backup" | "changes found: {n} places differ from the log, the first: {first}. Keep this file and compare with a backup" by n;
    entry_altered(n: i64) => "第 {n} 条记录被改动", "entry {n} was altered";
    chain_broken(n: i64) => "第 {n} 条记录与前一条不衔接", "entry {n} does not follow the one before it";
    unsealed(table: &str, row: &str) => "{table}「{row}」被别的程序改动而没有记录", "{table} “{row}” was changed by another program without an entry";
    cell_differs(row: &str, column: &str, log: &str, file: &str) => "「{row}」的{column}，记录为 {log}，文件为 {file}", "{column} of “{row}”: the log says {log}, the file {file}";
    row_missing(table: &str, row: &str) => "缺少{table} {row}", "{table} {row} is missing";
    row_extra(table: &str, row: &str) => "多出{table}「{row}」", "{table} “{row}” is not in the log";
    tally_wrong(what: &str, wanted: i64, found: i64) => "计数 {what} 应为 {wanted}，实为 {found}", "count {what} should be {wanted} and is {found}";
}
