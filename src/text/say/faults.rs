//! Sentences for what can go wrong: what, where, what to do.

use super::phrases;

phrases! {
    conflict(field: &str, theirs: &str) => "「{field}」已被他人改为：{theirs}。你写的还在，请比较后再保存", "“{field}” was changed meanwhile to: {theirs}. Yours is still here; compare and save again";
    locked => "文件正被另一程序占用，未保存，请稍后再试", "another program holds the file; nothing was saved, try again shortly";
    read_only => "文件只读，不能保存；请复制到可写的位置", "the file is read-only and cannot be saved; copy it to a writable place";
    newer_file(file: i32, ours: i32) => "文件由更新版本的程序生成(文件版本 {file}，本程序 {ours})，请升级；文件未改动", "the file was made by a newer program (file version {file}, this program {ours}); upgrade. It was not touched";
    damaged(what: &str) => "文件可能损坏：{what}。请勿写入，改用最近的备份", "the file seems damaged: {what}. Do not write to it; use the newest backup";
    io(path: &str, why: &str) => "无法读写 {path}：{why}", "cannot read or write {path}: {why}";
    no_file(path: &str) => "没有这个文件：{path}。用 xuncha new 新建，或 xuncha demo 生成示例", "no such file: {path}. Make one with xuncha new, or a sample with xuncha demo";
    exists(path: &str) => "{path} 已存在，未覆盖；请换一个名字", "{path} exists already and was left alone; choose another name";
    denied(path: &str) => "没有权限读写 {path}；请检查文件和文件夹的权限", "no permission for {path}; check the permissions of the file and its folder";
    disk_full => "磁盘已满，未保存；腾出空间后再试", "the disk is full; nothing was saved. Make room and try again";
    file_moved => "数据文件已被移走、删除或换成别的文件，未保存；请放回原处再试", "the data file was moved, removed or replaced; nothing was saved. Put it back and try again";
    not_found(what: &str) => "找不到：{what}", "not found: {what}";
    internal(what: &str) => "程序内部错误：{what}。数据未改动", "a mistake of this program: {what}. No data was changed";
    missing(number: &str, to: &str, needs: &str) => "{number} 进入「{to}」还缺：{needs}，补齐后再试", "{number} cannot enter “{to}” yet; fill in first: {needs}";
    no_way(number: &str, from: &str, to: &str) => "{number} 现为「{from}」，不能直接到「{to}」，请按环节逐步推进", "{number} is “{from}” and cannot go straight to “{to}”; go stage by stage";
    merge_into_itself => "不能并入自己，请另选一条", "a finding cannot be merged into itself; choose another one";
    empty_line(field: &str) => "{field}不能为空", "{field} must not be empty";
    too_long(field: &str, got: usize, limit: usize) => "「{field}」太长：{got} 字，最多 {limit} 字", "“{field}” is too long: {got} characters, at most {limit}";
    control(field: &str, code: u32) => "「{field}」含有不可见的控制字符 U+{code:04X}，请删去", "“{field}” holds the control character U+{code:04X}; remove it";
    meeting_closed(day: &str) => "{day} 的例会已关闭，数字已固定；要改请先说明理由重开", "the meeting of {day} is closed and its figures are frozen; reopen it with a reason to change it";
    meeting_open(day: &str) => "{day} 的例会没有关闭，不用重开", "the meeting of {day} is not closed; nothing to reopen";
    no_reason => "请写明理由", "a reason is needed";
    nothing_to_undo => "没有可撤销的操作", "nothing to undo";
    nothing_to_redo => "没有可重做的操作", "nothing to redo";
    round_exists => "该文件已有一轮巡察；新一轮请用新文件", "this file holds a round already; use a new file for another round";
    bad_period => "撤离日期早于进驻日期，或一轮超过 366 天，请检查日期", "withdrawal lies before entry, or the round is longer than 366 days; check the dates";
    gone => "该记录已撤回，不能再改；可在「记录」里撤销", "this record was withdrawn and cannot be changed; undo that under History first";
    event_moved => "该日程已改期，请到新的日期上操作", "this event was moved; act on it at its new day";
    no_area(no: u8) => "方案里没有第 {no} 个领域", "the scheme has no area {no}";
    item_not_asked => "该清单项不适用于这类村(社区)", "this point is not asked of this kind of village";
}
