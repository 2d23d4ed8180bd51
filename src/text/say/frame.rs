//! What the frame around the screens says.

use super::phrases;

phrases! {
    saved_at(time: &str) => "✓ 已保存 {time}", "✓ saved {time}";
    saving => "正在保存…", "saving…";
    no_round => "尚无轮次", "no round yet";
    not_entered(days: i64) => "未进驻(还有 {days} 天)", "not entered yet ({days}d to go)";
    withdrawn(days: i64) => "已撤离 {days} 天", "withdrawn {days}d ago";
    day_n_of(n: i64, of: i64) => "第{n}天/{of}", "day {n}/{of}";
    demo_clock => "演示时钟", "demo clock";
    n_open(n: u32) => "在办 {n}", "open {n}";
    n_overdue(n: u32) => "逾期 {n}", "overdue {n}";
    n_due(n: u32) => "今日到期 {n}", "due today {n}";
    n_immediate(n: u32) => "立行立改 {n}", "immediate {n}";
    waits => "另一程序正占用文件，仍在等着保存…", "another program holds the file; still waiting to save…";
    waits_on => "还在等着保存：现在只能翻看", "still waiting to save: one can only look around";
    moved_mark => "文件已移走!", "file moved!";
    read_only_mark => "只读", "read-only";
    clues_open => "线索可见", "clues shown";
    clues_shown => "已显示问题线索，按 # 隐藏", "clues are shown now; # hides them";
    clues_hidden => "已隐藏问题线索", "clues are hidden";
    tabs_hint => "? 帮助  q 退出 ", "? help  q quit ";
    hint_fill_in => "（e 补填）", " (e fills in)";
    hint_evidence => "（o 加佐证）", " (o adds evidence)";
    hint_ways => "（s 看可去的环节）", " (s shows where it can go)";
    nothing_changed => "没有变化", "nothing changed";
    done_again(verb: &str, of: &str) => "{verb}{of}", "{verb} “{of}”";
    done_what(verb: &str, subject: &str) => "{verb}：{subject}", "{verb}: {subject}";
    done_but(verb: &str, subject: &str, kept: &str) => "{verb}：{subject}；之后又改过的保留不动：{kept}", "{verb}: {subject}; changed since and therefore kept: {kept}";
    verifying => "正在核验…", "verifying…";
    window_too_small => "窗口太小(至少 20×6)", "window too small (20×6 at least)";
    nowhere_back => "没有上一处", "nowhere to go back to";
    ctrl_c_again => "再按一次 Ctrl+C 退出", "Ctrl+C again to quit";
    ctrl_c_drops => "正在填写的内容还没有保存；再按一次 Ctrl+C 放弃并退出", "what is being typed is not saved; Ctrl+C again drops it and quits";
    paste_nowhere => "这里不能粘贴：粘贴的内容不会当作命令执行", "nothing to paste into here: pasted text never runs as commands";
    not_for_this(name: &str) => "「{name}」对所选的用不上；? 看这里能做什么", "“{name}” is not for what is selected; ? shows what works here";
    no_such_key(key: &str) => "这里没有 {key} 键；? 看这里能做什么", "{key} means nothing here; ? shows what works";
    input_method_on => "输入法开着：按 . 可用数字选择，或切换到英文输入", "the input method is on: . offers everything by digits, or switch to English";
    help_title => "帮助：这里能做的事", "Help: what works here";
    search_ask => "查找：", "search: ";
    no_such_verb => "没有这样的操作，退格改词", "nothing of that name; Backspace to change it";
    menu_title(page: usize, of: usize) => "更多 {page}/{of}页(0 翻页)", "More {page}/{of} (0 turns)";
}
