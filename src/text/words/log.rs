//! The log read aloud: what was done, and what tables, columns and stored words are called.

use crate::domain::change::LogVerb;
use crate::domain::codes::{
    ActionState, AnswerState, Discipline, EventKind, EventStatus, Found, Half, Household, Level,
    MeetingKind, Risk, Role, SourceKind, Spread, Stage, Track, Triage, VillageKind,
};
use crate::text::Lang;

/// Tables and columns: code, 中文, English. A column without an own line of its table has the line of `*`.
const NAMES: &[(&str, &str, &str)] = &[
    ("round", "轮次", "round"),
    ("scheme", "方案", "scheme"),
    ("area", "领域", "area"),
    ("team", "巡察组", "team"),
    ("person", "人员", "person"),
    ("unit", "被巡察党组织", "unit"),
    ("village", "村点", "village"),
    ("template", "清单模板", "template"),
    ("item", "清单项", "point"),
    ("answer", "清单结果", "answer"),
    ("event", "日程", "event"),
    ("visit", "走访", "visit"),
    ("finding", "问题", "finding"),
    ("source", "佐证", "evidence"),
    ("step", "流转", "step"),
    ("meeting", "会议", "meeting"),
    ("action", "督办事项", "action item"),
    ("holiday", "节假日", "holiday"),
    ("setting", "设置", "setting"),
    ("*.absent", "缺席", "absent"),
    ("*.amount", "金额(元)", "amount (yuan)"),
    ("*.area", "领域", "area"),
    ("*.areas", "领域", "areas"),
    ("*.at_home", "在家户", "at home"),
    ("*.body", "正文", "body"),
    ("*.by", "经办", "by"),
    ("*.class", "对象类别", "class"),
    ("*.closed_at", "关闭时间", "closed at"),
    ("*.closed_by", "关闭人", "closed by"),
    ("*.clue", "同时移交线索", "also a clue"),
    ("*.code", "代号", "code"),
    ("*.count", "数量", "count"),
    ("*.day", "日期", "day"),
    ("*.decisions", "议定事项", "decisions"),
    ("*.discipline", "六项纪律", "discipline"),
    ("*.due", "期限", "deadline"),
    ("*.end_on", "撤离", "withdrawal"),
    ("*.escorted", "村干部陪同", "escorted"),
    ("*.figures", "数字", "figures"),
    ("*.final_no", "正式编号", "final number"),
    ("*.finding", "关联问题", "finding"),
    ("*.follow_up", "后续", "follow-up"),
    ("*.found", "入户情况", "at the door"),
    ("*.from_stage", "原环节", "from"),
    ("*.grp", "村民组", "group"),
    ("*.half", "半天", "half day"),
    ("*.handler", "承办人", "handler"),
    ("*.handler2", "第二承办人", "second handler"),
    ("*.head", "户主", "head"),
    ("*.households", "总户数", "households"),
    ("*.item", "清单项", "point"),
    ("*.key", "设置项", "setting"),
    ("*.kind", "类别", "kind"),
    ("*.level", "发生层级", "level"),
    ("*.meeting", "会议", "meeting"),
    ("*.merged_into", "并入", "merged into"),
    ("*.method", "方式", "method"),
    ("*.milestone", "里程碑", "milestone"),
    ("*.moved_from", "原定", "moved from"),
    ("*.moved_to", "改到", "moved to"),
    ("*.name", "名称", "name"),
    ("*.no", "序号", "no."),
    ("*.note", "备注", "note"),
    ("*.noted_by", "登记人", "noted by"),
    ("*.noted_on", "登记日期", "noted on"),
    ("*.owner", "责任人", "owner"),
    ("*.people", "人员", "people"),
    ("*.petition_close", "信访受理截止", "petitions close"),
    ("*.place", "地点", "place"),
    ("*.pre_no", "编号", "number"),
    ("*.present", "参会", "present"),
    ("*.reference", "卷宗号与页码", "reference"),
    ("*.remark", "说明", "remark"),
    ("*.reopened", "重开理由", "reopened"),
    ("*.rest", "休息日", "rest day"),
    ("*.risk", "风险/问题/出血点", "risk"),
    ("*.role", "职务", "role"),
    ("*.said", "谈话内容", "what was said"),
    ("*.sensitive", "不提前告知", "unannounced"),
    ("*.short", "简称", "short name"),
    ("*.spread", "共性/个性", "spread"),
    ("*.stage", "环节", "stage"),
    ("*.staged_by", "流转人", "moved by"),
    ("*.staged_on", "流转日期", "moved on"),
    ("*.standup_at", "例会时间", "meeting hour"),
    ("*.standup_name", "例会名称", "meeting name"),
    ("*.start_on", "进驻", "entry"),
    ("*.state", "结果", "state"),
    ("*.status", "状态", "status"),
    ("*.team", "巡察组", "team"),
    ("*.template", "清单模板", "template"),
    ("*.text", "内容", "text"),
    ("*.title", "标题", "title"),
    ("*.to_stage", "新环节", "to"),
    ("*.track", "去向", "track"),
    ("*.triage", "轻重", "triage"),
    ("*.unit", "责任单位", "unit"),
    ("*.value", "值", "value"),
    ("*.village", "村点", "village"),
    ("*.x", "有效", "in force"),
    ("finding.people", "涉及人员", "people concerned"),
    ("event.note", "备注", "remark"),
    ("action.state", "办理状态", "state"),
    ("person.name", "姓名", "name"),
    ("person.role", "职务", "role"),
];

impl Lang {
    /// What an entry of the log did.
    pub const fn log_verb(self, verb: LogVerb) -> &'static str {
        use LogVerb as V;
        match verb {
            V::StartRound => self.pick("开始轮次", "began the round"),
            V::AddTeam => self.pick("添加巡察组", "added a team"),
            V::AddPerson => self.pick("添加人员", "added a person"),
            V::AddUnit => self.pick("添加单位", "added a unit"),
            V::AddVillage => self.pick("添加村点", "added a village"),
            V::EditVillage => self.pick("修改村点", "edited a village"),
            V::NoteFinding => self.pick("登记问题", "noted a finding"),
            V::EditFinding => self.pick("修改问题", "edited a finding"),
            V::SetFindings => self.pick("设置问题", "set findings"),
            V::MoveStage => self.pick("流转环节", "moved to a stage"),
            V::MergeFinding => self.pick("合并问题", "merged findings"),
            V::FailItem => self.pick("清单发现问题", "failed a point"),
            V::AddSource => self.pick("添加佐证", "added evidence"),
            V::Answer => self.pick("填写清单", "answered a point"),
            V::PlanEvent => self.pick("安排日程", "planned an event"),
            V::EditEvent => self.pick("修改日程", "edited an event"),
            V::MoveEvents => self.pick("日程改期", "moved events"),
            V::SetEvents => self.pick("日程状态", "set events"),
            V::RecordVisit => self.pick("登记走访", "recorded a visit"),
            V::EditVisit => self.pick("修改走访", "edited a visit"),
            V::SaveMeeting => self.pick("记录会议", "wrote a meeting"),
            V::CloseMeeting => self.pick("关闭会议", "closed a meeting"),
            V::ReopenMeeting => self.pick("重开会议", "reopened a meeting"),
            V::AddAction => self.pick("添加督办", "added an action item"),
            V::SetAction => self.pick("办理督办", "set an action item"),
            V::SetHoliday => self.pick("设置节假日", "set a holiday"),
            V::Setting => self.pick("修改设置", "changed a setting"),
            V::Withdraw => self.pick("撤回", "withdrew"),
            V::Undo => self.pick("撤销", "undid"),
            V::Redo => self.pick("重做", "redid"),
        }
    }

    /// What a table is called; its own name if unknown.
    pub fn table(self, table: &str) -> &str {
        self.named(table).unwrap_or(table)
    }

    /// What a column is called: `column("finding", "title")`; its own name if unknown.
    pub fn column<'a>(self, table: &str, column: &'a str) -> &'a str {
        self.named(&format!("{table}.{column}"))
            .or_else(|| self.named(&format!("*.{column}")))
            .unwrap_or(column)
    }

    /// What a field of a fault is called: `field("finding.title")` → 标题.
    pub fn field(self, field: &str) -> &str {
        match field.split_once('.') {
            Some((table, column)) => self.column(table, column),
            None => self.table(field),
        }
    }

    fn named(self, code: &str) -> Option<&'static str> {
        let (_, zh, en) = NAMES.iter().find(|(known, _, _)| *known == code)?;
        Some(self.pick(zh, en))
    }

    /// What a stored word of a column means; `None` if it is no code (a title, a name, a day).
    pub fn code(self, table: &str, column: &str, word: &str) -> Option<&'static str> {
        match (table, column) {
            ("finding", "stage") | ("step", "from_stage" | "to_stage") => {
                Stage::of(word).map(|it| self.stage(it))
            }
            ("finding", "track") => Track::of(word).map(|it| self.track(it)),
            ("finding", "triage") => Triage::of(word).map(|it| self.triage(it)),
            ("finding", "discipline") => Discipline::of(word).map(|it| self.discipline(it)),
            ("finding", "spread") => Spread::of(word).map(|it| self.spread(it)),
            ("finding", "risk") => Risk::of(word).map(|it| self.risk(it)),
            ("finding", "level") => Level::of(word).map(|it| self.level(it)),
            ("source", "kind") => SourceKind::of(word).map(|it| self.source_kind(it)),
            ("answer", "state") => AnswerState::of(word).map(|it| self.answer_state(it)),
            ("event" | "visit", "half") => Half::of(word).map(|it| self.half(it)),
            ("event", "kind") => EventKind::of(word).map(|it| self.event_kind(it)),
            ("event", "status") => EventStatus::of(word).map(|it| self.event_status(it)),
            ("visit", "class") => Household::of(word).map(|it| self.household(it)),
            ("visit", "found") => Found::of(word).map(|it| self.found(it)),
            ("person", "role") => Role::of(word).map(|it| self.role(it)),
            ("village" | "item", "kind") => VillageKind::of(word).map(|it| self.village_kind(it)),
            ("meeting", "kind") => MeetingKind::of(word).map(|it| self.meeting_kind(it)),
            ("action", "state") => ActionState::of(word).map(|it| self.action_state(it)),
            (_, "x" | "clue" | "milestone" | "sensitive" | "escorted" | "rest") => match word {
                "0" => Some(self.pick("否", "no")),
                "1" => Some(self.pick("是", "yes")),
                _ => None,
            },
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_names_and_unknown_ones_keep_theirs() {
        assert_eq!(Lang::Zh.field("finding.title"), "标题");
        assert_eq!(Lang::Zh.column("finding", "people"), "涉及人员");
        assert_eq!(Lang::Zh.column("visit", "people"), "人员");
        assert_eq!(Lang::En.column("finding", "novelty"), "novelty");
        assert_eq!(Lang::Zh.code("finding", "stage", "noted"), Some("登记"));
        assert_eq!(Lang::Zh.code("finding", "title", "noted"), None);
    }
}
