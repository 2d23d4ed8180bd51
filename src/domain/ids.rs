//! Row keys: UUIDv7 blobs, one type per table, so that a village is never handed in for a unit.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The sixteen bytes the file stores.
            pub fn bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }
        }
    )*};
}

ids! {
    /// Key of the round (轮次).
    RoundId
    /// Key of an inspection team (巡察组).
    TeamId
    /// Key of a person.
    PersonId
    /// Key of an inspected organisation (被巡察党组织).
    UnitId
    /// Key of a village or community (村/社区).
    VillageId
    /// Key of a checklist item.
    ItemId
    /// Key of an answer to a checklist item in one village.
    AnswerId
    /// Key of an event (日程).
    EventId
    /// Key of a household visit (入户走访).
    VisitId
    /// Key of a finding (问题).
    FindingId
    /// Key of a reference to evidence (佐证).
    SourceId
    /// Key of a step in the life of a finding.
    StepId
    /// Key of a meeting (组务会).
    MeetingId
    /// Key of an action item of a meeting (督办事项).
    ActionId
}

/// A number of a focus area inside the round's scheme (领域, 1..=7 in the shipped one).
pub type AreaNo = u8;
