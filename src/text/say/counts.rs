//! What the counts' screen says.

use super::phrases;

phrases! {
    counts_cross(down: &str, across: &str) => "{down} × {across}", "{down} × {across}";
    counts_shares => "分布", "Shares";
    counts_trend => "趋势", "Trend";
    counts_reported => "汇报数字", "Figures to report";
    counts_cross_tab => "交叉", "Cross";
    counts_reported_tab => "汇报", "Figures";
    counts_sum => "合计", "all";
    counts_areas_once => "涉及几个领域的问题在每个领域都计，合计只计一次。", "Several areas: counted in each, in sums once.";
    counts_stages_all => "合并和不予认定的也列出。", "Merged and dismissed are listed.";
    counts_without_merged => "合并和不予认定的不计。", "Merged and dismissed left out.";
    counts_nothing => "这里是 0，没有清单可开", "this is 0: no list behind it";
    counts_clues_closed => "线索限制查看：按 # 打开后再看清单", "clues are restricted: # shows them, then their list opens";
    counts_without_clues => "数字含线索；清单里看不到的按 # 显示", "the figure includes clues; # shows those missing in the list";
    counts_no_village => "(乡级)", "(township)";
    counts_no_area => "(无)", "(none)";
    counts_total => "累计", "total";
    counts_today => "今天", "today";
    counts_noted => "登记", "noted";
    counts_closed => "销号", "closed";
    counts_no_round => "还没有轮次。", "There is no round yet.";
    counts_behind_none => "没有记录。", "No record.";
    counts_asking => "正在统计…", "counting…";
}
