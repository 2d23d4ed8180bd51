//! What the command line says: help, results, what was typed wrongly.

use super::phrases;

phrases! {
    cli_about => "巡察: 一个巡察组驻点一个月的台账，在终端里用。", "xuncha: an inspection team's month on site, in the terminal.";
    cli_template => "{about-with-newline}\n用法: {usage}\n\n{all-args}{after-help}", "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}";
    cli_usage => "xuncha [文件]              打开界面\n      xuncha [-f 文件] 命令 …    不开界面，直接查、直接改", "xuncha [FILE]                opens the screens\n       xuncha [-f FILE] COMMAND …   reads or writes without them";
    cli_h_commands => "命令", "Commands";
    cli_h_arguments => "参数", "Arguments";
    cli_h_options => "选项", "Options";
    cli_after => "退出码\n  0 成功                    5 只读、无权限、属线索\n  1 未办成、规则不允许      6 文件损坏、与记录不符\n  2 写法有误                7 文件版本较新\n  3 找不到                  8 与他人改动冲突\n  4 文件被占用              128+n 被信号 n 中断\n\n语言: --lang，否则看 LC_ALL、LC_MESSAGES、LANG：\nzh 开头为中文，其余(C、未设)为英文。\n命令的用法: xuncha 命令 --help\n\n禁止录入涉密信息。", "Exit status\n  0 ok                   5 read-only, denied, restricted\n  1 failed, refused      6 damaged, not as its log says\n  2 usage                7 newer version\n  3 not found            8 conflict\n  4 busy                 128+n ended by signal n\n\nLanguage: --lang, else LC_ALL, LC_MESSAGES, LANG:\n中文 for zh, English for all others (C, unset).\nA command's usage: xuncha COMMAND --help\n\nNo classified information, please.";
    cli_a_file => "数据文件；不写则用 XUNCHA_FILE，再不然用自己的文件：\n用户数据文件夹下的 xuncha/round.db", "data file; else XUNCHA_FILE, else your own:\nxuncha/round.db in your data folder";
    cli_o_file => "数据文件；写在命令之后也可以", "data file; may also stand after the command";
    cli_o_lang => "界面语言 zh 或 en", "language, zh or en";
    cli_o_json => "结果写成 JSON(代码为存储的英文词)", "result as one JSON document, codes as stored";
    cli_o_look => "配色 dark、light 或 mono；不写则看终端", "colours: dark, light or mono; else what the terminal is";
    cli_o_plain => "不开界面，把第 1 到 7 屏打印成文字", "prints screen 1 to 7 as text instead of opening them";
    cli_o_version => "版本", "version";
    cli_o_help => "帮助", "help";
}

phrases! {
    cli_extend => "给已有的一轮补充组、单位、村点、人员", "adds teams, units, villages and people to a round";
    cli_extend_nothing => "要补充什么：至少写一个 --team、--unit、--village、--person 或 --me", "name what to add: --team, --unit, --village, --person or --me";
    cli_extended(path: &str) => "已补充到 {path}", "added to {path}";
    cli_new => "新建一轮巡察的文件", "makes the file of a new round";
    cli_demo => "生成一份示例文件", "makes a sample file";
    cli_add => "登记一个问题", "notes a finding";
    cli_list => "列出问题", "lists findings";
    cli_show => "显示一个问题", "shows a finding";
    cli_move => "把问题流转到一个环节", "moves a finding to a stage";
    cli_undo => "撤销最近一次改动", "takes back the newest change";
    cli_redo => "重做撤销的改动", "brings back what was taken back";
    cli_stats => "统计数字", "counts";
    cli_log => "改动记录", "the log of changes";
    cli_verify => "核对文件与记录是否一致", "checks the file against its log";
    cli_backup => "备份成一个核验过的新文件", "makes a verified copy under a new name";
    cli_help => "显示帮助", "shows help";

    cli_a_command => "哪个命令", "which command";
    cli_a_text => "一句话说清问题", "the finding in one line";
    cli_a_number => "编号；可只写末尾，如 17", "number, or its end if that is enough: 17";
    cli_a_stage => "环节，如 核实 或 verifying", "stage, such as verifying or 核实";
    cli_a_entry => "第几条；不写则列出最近的", "which entry; else the newest are listed";
    cli_a_backup => "新文件的名字，不能已存在", "name of the new file; must be free";
    cli_a_demo => "新文件的名字，不能已存在", "name of the new file; must be free";
    cli_o_seed => "种子；同一种子生成同样的内容，默认 7", "seed; the same seed gives the same content; 7 unless given";
    cli_o_village => "村点名，或只有它含有的几个字", "village by name, or by a part only it has";
    cli_o_area => "领域，序号或名称", "focus area by number or name";
    cli_o_areas => "领域，序号或名称；可多个，逗号隔开", "focus areas by number or name, commas between";
    cli_o_handler => "承办人姓名；me 表示本人", "handler by name; me: yourself";
    cli_o_due => "期限，如 11-20、+5、周五、+2工作日、D20", "deadline, such as 11-20, +5, D20";
    cli_o_due_span => "期限为某天，或一段：11-01..11-15、..今天、今天..", "due on a day or in a range: 11-01..11-15, ..today, today..";
    cli_o_track => "去向，如 立行立改 或 immediate", "track, such as immediate or 立行立改";
    cli_o_body => "正文；- 表示从标准输入读", "the facts; - reads them from standard input";
    cli_o_stages => "环节；可多个，逗号隔开", "stages, commas between";
    cli_o_text => "标题、正文或编号里都有的字词", "words that occur in title, body or number";
    cli_o_overdue => "只列逾期的", "only overdue ones";
    cli_o_all => "也列已销号、合并、不予认定的；不写只列在办", "also closed, merged and dismissed ones; else only open ones";
    cli_o_clues => "也包括线索(限制范围)", "the restricted compartment (clues) too";
    cli_o_limit => "最多几条", "how many at most";
    cli_o_log_limit => "最多几条，默认 30", "how many at most; 30 unless given";
    cli_o_sort => "排序 due、newest、oldest、touched、triage；默认按期限", "order: due, newest, oldest, touched or triage; by deadline unless given";
    cli_o_remark => "说明；退回、不予认定、重新办理时必写", "remark; needed to return, dismiss or take up again";
    cli_o_day => "截至哪一天；默认今天", "as of which day; today unless given";
    cli_o_title => "轮次名称，如 首轮巡察", "what the round is called";
    cli_o_code => "轮次代号，用在正式编号里，如 2018-01；默认按年", "code for final numbers, such as 2018-01; by its year unless given";
    cli_o_start => "进驻日期，如 2018-11-01", "entry, the first day on site: 2018-11-01";
    cli_o_end => "撤离日期", "withdrawal, the last day on site";
    cli_o_meeting => "例会时间，默认 19:30", "hour of the daily meeting; 19:30 unless given";
    cli_o_team => "巡察组 名称:代号，如 第一巡察组:一组；可多次", "team as NAME:CODE; may be repeated";
    cli_o_unit => "被巡察党组织 名称:简称:组代号；可多次", "unit as NAME:SHORT:TEAM CODE; may be repeated";
    cli_o_new_village => "村点 名称:单位简称[:社区]；可多次", "village as NAME:UNIT SHORT[:community]; may be repeated";
    cli_o_person => "人员 姓名:职务:组代号，职务为 组长、副组长、联络员、组员；可多次", "person as NAME:ROLE:TEAM CODE, role leader, deputy, liaison or member; may be repeated";
    cli_o_me => "本机使用人，须是上面的人员之一", "who sits at this machine, one of the persons";
}

phrases! {
    cli_see_help(sentence: &str, command: &str) => "{sentence}；用法见 {command} --help", "{sentence}; see {command} --help";
    cli_unknown(arg: &str) => "不认识「{arg}」", "“{arg}” is not known here";
    cli_no_command(name: &str) => "没有命令「{name}」", "there is no command “{name}”";
    cli_missing(args: &str) => "还缺 {args}", "missing: {args}";
    cli_not_both(one: &str, other: &str) => "{one} 不能与 {other} 同用", "{one} cannot go together with {other}";
    cli_not_utf8 => "参数不是 UTF-8 文字", "an argument is not UTF-8 text";
    cli_no_value(arg: &str) => "{arg} 后面要写内容", "{arg} needs a value";
    cli_bad_value(arg: &str, value: &str) => "{arg} 不能是「{value}」", "{arg} cannot be “{value}”";
    cli_one_of(arg: &str, value: &str, valid: &str) => "{arg} 不能是「{value}」，可写 {valid}", "{arg} cannot be “{value}”; one of {valid}";
    cli_no_home => "找不到用户数据文件夹；请用 -f 指明文件", "there is no home folder to keep data in; name a file with -f";
    cli_not_hardened(why: &str) => "系统拒绝了私有文件的设置：{why}", "the system refused to keep files private: {why}";
    cli_first_run(path: &str) => "还没有数据文件({path})：用 xuncha new --title 名称 --start 日期 --end 日期 新建，或用 xuncha demo 文件 生成示例", "there is no data file yet ({path}): make one with xuncha new --title NAME --start DAY --end DAY, or a sample with xuncha demo FILE";
    cli_no_file_or_command(word: &str) => "没有名为「{word}」的文件，也没有这个命令；命令见 xuncha --help", "there is neither a file nor a command “{word}”; see xuncha --help";
    cli_about_file(path: &str, sentence: &str) => "{path}：{sentence}", "{path}: {sentence}";
    cli_none_called(kind: &str, typed: &str, names: &str) => "没有{kind}「{typed}」；有：{names}", "no {kind} “{typed}”; there are: {names}";
    cli_many_called(typed: &str, names: &str) => "「{typed}」可能是 {names}；请写全", "“{typed}” could be {names}; write it out";
    cli_no_number(typed: &str) => "没有编号「{typed}」的问题；用 xuncha list --all 查看编号", "no finding is numbered “{typed}”; xuncha list --all shows the numbers";
    cli_no_entry(n: i64) => "没有第 {n} 条记录；用 xuncha log 查看", "the log has no entry {n}; xuncha log shows them";
    cli_a_clue => "(线索，加 --clues 显示)", "(a clue; --clues shows it)";
    cli_restricted(number: &str) => "{number} 属于线索(限制范围)；确需办理请加 --clues", "{number} is a clue and restricted; add --clues if you have to";
    cli_nobody_sits => "本机还没有设定使用人，请写姓名", "nobody is set as sitting at this machine; write a name";
    cli_no_round => "文件里还没有轮次；请用 xuncha new 新建一个文件", "this file holds no round yet; make a new file with xuncha new";
    cli_ways(sentence: &str, ways: &str) => "{sentence}；可到：{ways}", "{sentence}; it can go to: {ways}";
    cli_add_remark(sentence: &str) => "{sentence}；理由用 --remark 写", "{sentence}; give the reason with --remark";
    cli_parts(arg: &str, given: &str, form: &str) => "--{arg} 应写成 {form}，不是「{given}」", "--{arg} is written {form}, not “{given}”";
    cli_no_hour(given: &str) => "「{given}」不是时间；如 19:30", "“{given}” is no hour; such as 19:30";
    cli_stdin(why: &str) => "读不到标准输入：{why}", "cannot read standard input: {why}";

    cli_made(path: &str) => "已新建 {path}；打开：xuncha {path}", "made {path}; open it: xuncha {path}";
    cli_made_own(path: &str) => "已新建 {path}；打开：xuncha", "made {path}; open it: xuncha";
    cli_backed_up(path: &str, entries: u32, bytes: u64, head: &str) => "已备份到 {path}：{entries} 条记录，{bytes} 字节，记录头 {head}", "backed up to {path}: {entries} entry, {bytes} bytes, head {head}" | "backed up to {path}: {entries} entries, {bytes} bytes, head {head}" by entries;
    cli_total(n: usize) => "共 {n} 个", "{n} in all";
    cli_shown_of(n: usize, total: &str) => "显示 {n} 个，共 {total} 个", "{n} of {total}";
    cli_more_entries(n: u32) => "更早的还有 {n} 条(--limit 多看)", "{n} older one (--limit shows more)" | "{n} older ones (--limit shows more)" by n;
    cli_since(day: &str) => "{day} 起", "since {day}";
    cli_steps => "经过", "Steps";
    cli_evidence => "佐证", "Evidence";
    cli_by_day(n: u32) => "当日 {n}", "that day {n}";
    cli_open => "在办", "open";
    cli_checked => "清单", "points";
    cli_visited => "走访", "visits";
    cli_all_areas => "全部", "all";
    cli_when => "时间", "when";
    cli_who => "经手", "who";
    cli_what => "操作", "what";
    cli_about_what => "对象", "about";
}
