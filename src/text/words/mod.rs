//! Words for every code: what people read where the file stores `noted`. And the signs that say it without colour.

mod dates;
mod log;

use super::Lang;
use crate::domain::codes::{
    ActionState, AnswerState, Discipline, EventKind, EventStatus, Figure, Found, Half, Household,
    Level, MeetingKind, Risk, Role, SourceKind, Spread, Stage, Track, Triage, VillageKind,
};
use crate::domain::query::{Dim, Group, Order};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident($ty:ident) { $($variant:ident => $zh:literal, $en:literal;)* })*) => {
        impl Lang {$(
            $(#[$doc])*
            pub const fn $name(self, it: $ty) -> &'static str {
                match it { $($ty::$variant => self.pick($zh, $en),)* }
            }
        )*}
    };
}

words! {
    /// 环节: where a finding stands.
    stage(Stage) {
        Noted => "登记", "noted";
        Verifying => "核实", "verifying";
        Drafting => "底稿", "drafting";
        Signing => "审签", "signing";
        Qualified => "已定性", "qualified";
        Rectifying => "整改中", "rectifying";
        ToCheck => "待复核", "to check";
        Closed => "已销号", "closed";
        Returned => "退回补证", "returned";
        Merged => "合并", "merged";
        Dismissed => "不予认定", "dismissed";
    }
    /// 去向: what becomes of a finding.
    track(Track) {
        Undecided => "待定", "undecided";
        General => "面上问题", "general";
        Immediate => "立行立改", "immediate";
        Clue => "问题线索", "clue";
        Advice => "建议", "advice";
        Referred => "转办", "referred";
    }
    /// 轻重: a team's own mark.
    triage(Triage) {
        High => "高", "high";
        Normal => "中", "normal";
        Low => "低", "low";
    }
    /// 六项纪律.
    discipline(Discipline) {
        Political => "政治纪律", "political";
        Organisation => "组织纪律", "organisation";
        Integrity => "廉洁纪律", "integrity";
        Masses => "群众纪律", "masses";
        Work => "工作纪律", "work";
        Life => "生活纪律", "life";
    }
    /// 共性 or 个性.
    spread(Spread) {
        Common => "共性", "common";
        Individual => "个性", "individual";
    }
    /// 风险点, 问题点, 出血点.
    risk(Risk) {
        Risk => "风险点", "risk";
        Problem => "问题点", "problem";
        Bleed => "出血点", "bleeding";
    }
    /// The level where a finding occurred.
    level(Level) {
        Village => "村级", "village";
        Township => "乡镇级", "township";
        Department => "部门", "department";
    }
    /// What a piece of evidence is.
    source_kind(SourceKind) {
        Talk => "谈话", "talk";
        Letter => "信访", "letter";
        Document => "资料", "document";
        Visit => "走访", "visit";
        Site => "现场", "site";
        Comparison => "比对", "comparison";
        Survey => "问卷", "survey";
    }
    /// The answer to a checklist point.
    answer_state(AnswerState) {
        Open => "未查", "open";
        Fine => "已查无问题", "fine";
        Finding => "发现问题", "finding";
        Unsure => "待核", "to verify";
        NotApplicable => "不适用", "n/a";
    }
    /// The same in one sign.
    answer_sign(AnswerState) {
        Open => "·", "·";
        Fine => "✓", "✓";
        Finding => "✗", "✗";
        Unsure => "?", "?";
        NotApplicable => "–", "–";
    }
    /// Half of a day.
    half(Half) {
        Morning => "上午", "am";
        Afternoon => "下午", "pm";
        Evening => "晚上", "eve";
    }
    /// What an event is.
    event_kind(EventKind) {
        Kickoff => "动员会", "kickoff";
        TopicReport => "听汇报", "topic report";
        Talk => "谈话", "talk";
        Documents => "调阅", "documents";
        Forum => "座谈", "forum";
        Survey => "问卷", "survey";
        Household => "入户", "households";
        Site => "现场", "site";
        SitIn => "列席", "sit-in";
        TeamMeeting => "组务会", "team meeting";
        Branch => "支部会", "branch";
        Midterm => "中期汇报", "mid-term";
        Consult => "组办会商", "consultation";
        Training => "培训", "training";
        Withdraw => "撤离", "withdrawal";
        Other => "其他", "other";
    }
    /// How an event stands.
    event_status(EventStatus) {
        Planned => "计划", "planned";
        Done => "完成", "done";
        Moved => "改期", "moved";
        Cancelled => "取消", "cancelled";
    }
    /// The same in one sign.
    event_sign(EventStatus) {
        Planned => "○", "○";
        Done => "✓", "✓";
        Moved => "→", "→";
        Cancelled => "✗", "✗";
    }
    /// Class of a household.
    household(Household) {
        Party => "党员户", "party member";
        Dibao => "低保户", "low income";
        Tekun => "特困户", "destitute";
        Lifted => "脱贫户", "out of poverty";
        Petitioner => "信访户", "petitioner";
        Delegate => "两代表一委员", "delegate";
        Elder => "老党员", "veteran member";
        Gentry => "乡贤", "notable";
        Producer => "产业大户", "large producer";
        Former => "离任干部", "former cadre";
        Random => "随机", "random";
        Other => "其他", "other";
    }
    /// What a visit met at the door.
    found(Found) {
        Home => "在家", "at home";
        Nobody => "无人", "nobody";
        Refused => "拒访", "refused";
        Contacted => "外出联系", "by phone";
    }
    /// Role in the round.
    role(Role) {
        Leader => "组长", "leader";
        Deputy => "副组长", "deputy";
        Liaison => "联络员", "liaison";
        Member => "组员", "member";
    }
    /// Village or community.
    village_kind(VillageKind) {
        Village => "村", "village";
        Community => "社区", "community";
    }
    /// What a meeting is.
    meeting_kind(MeetingKind) {
        Team => "组务会", "team meeting";
        Standup => "碰头会", "stand-up";
        Branch => "支部会", "branch meeting";
        Consult => "组办会商", "consultation";
    }
    /// How an action item stands.
    action_state(ActionState) {
        Open => "待办", "open";
        Done => "办结", "done";
    }
    /// A figure that leaders report.
    figure(Figure) {
        Talks => "谈话", "talks";
        Surveys => "问卷测评", "surveys";
        Documents => "调阅资料", "documents";
        TopicReports => "专题汇报", "topic reports";
        Households => "走访", "household visits";
        Forums => "座谈", "forums";
        Findings => "问题", "findings";
        Immediate => "立行立改", "immediate fixes";
        Clues => "线索", "clues";
        Advice => "建议", "advice";
        Closed => "已销号", "closed";
        Checked => "清单已查", "points checked";
    }
    /// Its unit; figures of different units are never added.
    figure_unit(Figure) {
        Talks => "人次", "people";
        Surveys => "份", "sheets";
        Documents => "份", "papers";
        TopicReports => "次", "times";
        Households => "户", "homes";
        Forums => "次", "times";
        Findings => "个", "items";
        Immediate => "个", "items";
        Clues => "件", "cases";
        Advice => "条", "items";
        Closed => "个", "items";
        Checked => "项", "points";
    }
    /// An order of findings.
    order(Order) {
        Due => "期限", "deadline";
        Newest => "最新", "newest";
        Oldest => "最早", "oldest";
        Touched => "最近变动", "last moved";
        Triage => "轻重", "triage";
    }
    /// What findings are put together by.
    group(Group) {
        Stage => "环节", "stage";
        Village => "村点", "village";
        Area => "领域", "area";
        Track => "去向", "track";
        Handler => "承办人", "handler";
    }
    /// A field to count by.
    dim(Dim) {
        Village => "村点", "village";
        Area => "领域", "area";
        Stage => "环节", "stage";
        Track => "去向", "track";
    }
}

impl Lang {
    /// The sign of a stage, one cell wide: fuller the nearer to its end.
    pub const fn stage_sign(self, stage: Stage) -> &'static str {
        match stage {
            Stage::Noted => "○",
            Stage::Verifying => "◔",
            Stage::Drafting => "◑",
            Stage::Signing => "◕",
            Stage::Qualified => "●",
            Stage::Rectifying => "▶",
            Stage::ToCheck => "◇",
            Stage::Closed => "✓",
            Stage::Returned => "↩",
            Stage::Merged => "+",
            Stage::Dismissed => "✗",
        }
    }

    /// The sign of a triage mark, one cell wide; nothing for the ordinary.
    pub const fn triage_sign(self, triage: Triage) -> &'static str {
        match triage {
            Triage::High => "▲",
            Triage::Normal => " ",
            Triage::Low => "▽",
        }
    }

    /// What finishing an event of this kind counts, and in which unit; `None`: it just happened.
    pub const fn event_unit(self, kind: EventKind) -> Option<&'static str> {
        match kind {
            EventKind::Talk => Some(self.pick("人次", "people")),
            EventKind::Survey => Some(self.pick("份", "sheets")),
            EventKind::Documents => Some(self.pick("份", "papers")),
            EventKind::TopicReport | EventKind::Forum => Some(self.pick("次", "times")),
            _ => None,
        }
    }
}
