//! The closed word lists. The stored word (`'noted'`) is never translated; what people read is in `text`.

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant),* }

        impl $name {
            /// All of them, in the order people expect.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word the file stores.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// The one that the file calls `word`.
            pub fn of(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }
    )*};
}

codes! {
    /// Where a finding stands on its way (环节); the first eight are the columns of the board.
    Stage {
        /// 登记
        Noted = "noted",
        /// 核实
        Verifying = "verifying",
        /// 底稿
        Drafting = "drafting",
        /// 审签
        Signing = "signing",
        /// 已定性
        Qualified = "qualified",
        /// 整改中
        Rectifying = "rectifying",
        /// 待复核
        ToCheck = "to_check",
        /// 已销号
        Closed = "closed",
        /// 退回补证
        Returned = "returned",
        /// 合并
        Merged = "merged",
        /// 不予认定
        Dismissed = "dismissed",
    }

    /// What becomes of a finding (去向).
    Track {
        /// 待定
        Undecided = "undecided",
        /// 面上问题
        General = "general",
        /// 立行立改
        Immediate = "immediate",
        /// 问题线索
        Clue = "clue",
        /// 建议
        Advice = "advice",
        /// 转办
        Referred = "referred",
    }

    /// A team's own triage mark; never exported.
    Triage {
        /// 高
        High = "high",
        /// 中
        Normal = "normal",
        /// 低
        Low = "low",
    }

    /// One of the six disciplines (六项纪律).
    Discipline {
        /// 政治纪律
        Political = "political",
        /// 组织纪律
        Organisation = "organisation",
        /// 廉洁纪律
        Integrity = "integrity",
        /// 群众纪律
        Masses = "masses",
        /// 工作纪律
        Work = "work",
        /// 生活纪律
        Life = "life",
    }

    /// Common to several villages or one village's own (共性/个性).
    Spread {
        /// 共性
        Common = "common",
        /// 个性
        Individual = "individual",
    }

    /// 风险点 (no rule), 问题点 (rule not kept), 出血点 (rule broken with integrity risk).
    Risk {
        /// 风险点
        Risk = "risk",
        /// 问题点
        Problem = "problem",
        /// 出血点
        Bleed = "bleed",
    }

    /// The level where a finding occurred.
    Level {
        /// 村
        Village = "village",
        /// 乡镇
        Township = "township",
        /// 部门
        Department = "department",
    }

    /// What a piece of evidence is.
    SourceKind {
        /// 谈话
        Talk = "talk",
        /// 信访
        Letter = "letter",
        /// 资料
        Document = "document",
        /// 走访
        Visit = "visit",
        /// 现场
        Site = "site",
        /// 比对
        Comparison = "comparison",
        /// 问卷
        Survey = "survey",
    }

    /// The answer to a checklist item in a village.
    AnswerState {
        /// 未查
        Open = "open",
        /// 已查无问题
        Fine = "fine",
        /// 发现问题
        Finding = "finding",
        /// 待核
        Unsure = "unsure",
        /// 不适用
        NotApplicable = "na",
    }

    /// Half of a day (上午/下午/晚上).
    Half {
        /// 上午
        Morning = "am",
        /// 下午
        Afternoon = "pm",
        /// 晚上
        Evening = "eve",
    }

    /// What an event is.
    EventKind {
        /// 动员会
        Kickoff = "kickoff",
        /// 听汇报
        TopicReport = "topic_report",
        /// 谈话
        Talk = "talk",
        /// 调阅
        Documents = "documents",
        /// 座谈
        Forum = "forum",
        /// 问卷
        Survey = "survey",
        /// 入户
        Household = "household",
        /// 现场
        Site = "site",
        /// 列席
        SitIn = "sit_in",
        /// 组务会
        TeamMeeting = "team_meeting",
        /// 支部会
        Branch = "branch",
        /// 中期汇报
        Midterm = "midterm",
        /// 组办会商
        Consult = "consult",
        /// 培训
        Training = "training",
        /// 撤离
        Withdraw = "withdraw",
        /// 其他
        Other = "other",
    }

    /// How an event stands. A moved one stays in its old place as `Moved`, the new place is a new event.
    EventStatus {
        /// 计划
        Planned = "planned",
        /// 完成
        Done = "done",
        /// 改期
        Moved = "moved",
        /// 取消
        Cancelled = "cancelled",
    }

    /// Class of a household (走访对象类别).
    Household {
        /// 党员户
        Party = "party",
        /// 低保户
        Dibao = "dibao",
        /// 特困户
        Tekun = "tekun",
        /// 脱贫户
        Lifted = "lifted",
        /// 信访户
        Petitioner = "petitioner",
        /// 两代表一委员
        Delegate = "delegate",
        /// 老党员
        Elder = "elder",
        /// 乡贤
        Gentry = "gentry",
        /// 产业大户
        Producer = "producer",
        /// 离任干部
        Former = "former",
        /// 随机
        Random = "random",
        /// 其他
        Other = "other",
    }

    /// What a visit met at the door.
    Found {
        /// 在家
        Home = "home",
        /// 无人
        Nobody = "nobody",
        /// 拒访
        Refused = "refused",
        /// 外出联系
        Contacted = "contacted",
    }

    /// Role of a person in the round.
    Role {
        /// 组长
        Leader = "leader",
        /// 副组长
        Deputy = "deputy",
        /// 联络员
        Liaison = "liaison",
        /// 组员
        Member = "member",
    }

    /// Village or community; each has its own checklist.
    VillageKind {
        /// 村
        Village = "village",
        /// 社区
        Community = "community",
    }

    /// What a meeting is.
    MeetingKind {
        /// 组务会
        Team = "team",
        /// 碰头会
        Standup = "standup",
        /// 支部会
        Branch = "branch",
        /// 组办会商
        Consult = "consult",
    }

    /// How an action item stands.
    ActionState {
        /// 待办
        Open = "open",
        /// 办结
        Done = "done",
    }

    /// A figure that leaders report, each in its own unit, never added across units.
    Figure {
        /// 谈话, 人次
        Talks = "talks",
        /// 问卷/测评, 份
        Surveys = "surveys",
        /// 调阅资料, 份
        Documents = "documents",
        /// 专题汇报, 次
        TopicReports = "topic_reports",
        /// 走访, 户
        Households = "households",
        /// 座谈, 次
        Forums = "forums",
        /// 问题, 个
        Findings = "findings",
        /// 立行立改, 个
        Immediate = "immediate",
        /// 线索, 件
        Clues = "clues",
        /// 建议, 条
        Advice = "advice",
        /// 已销号, 个
        Closed = "closed",
        /// 清单已查, 项
        Checked = "checked",
    }
}

impl Stage {
    /// The eight columns of the board, left to right.
    pub const BOARD: &'static [Self] = &[
        Self::Noted,
        Self::Verifying,
        Self::Drafting,
        Self::Signing,
        Self::Qualified,
        Self::Rectifying,
        Self::ToCheck,
        Self::Closed,
    ];

    /// Whether somebody still has to do something about it.
    pub const fn is_live(self) -> bool {
        !matches!(self, Self::Closed | Self::Merged | Self::Dismissed)
    }

    /// Whether it counts among the findings reported (merged and dismissed ones do not).
    pub const fn counts(self) -> bool {
        !matches!(self, Self::Merged | Self::Dismissed)
    }
}

impl Half {
    /// Its place in the day: 0, 1, 2.
    pub const fn order(self) -> u8 {
        match self {
            Self::Morning => 0,
            Self::Afternoon => 1,
            Self::Evening => 2,
        }
    }
}
