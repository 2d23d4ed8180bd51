//! What a new round is offered to start with: the scheme of seven focus areas and the checklist of 46 points.
//!
//! Both are data: once a round has begun they live in its file and can be changed there.

use crate::domain::codes::VillageKind;
use crate::domain::records::{AreaDraft, ItemDraft};

/// Name of the shipped scheme.
pub const SCHEME: &str = "六个围绕 一个加强";

/// Name of the shipped checklist.
pub const TEMPLATE: &str = "村（社区）检查清单 46 项";

/// The seven focus areas.
///
/// Source: the published scheme 「六个围绕、一个加强」 of the round that the product is modelled on.
pub fn areas() -> Vec<AreaDraft> {
    [
        (1, "政治建设", "政治"),
        (2, "思想建设", "思想"),
        (3, "组织建设", "组织"),
        (4, "作风建设", "作风"),
        (5, "纪律建设", "纪律"),
        (6, "反腐败", "反腐"),
        (7, "巡视巡察整改", "整改"),
    ]
    .into_iter()
    .map(|(no, name, short)| AreaDraft {
        no,
        name: name.into(),
        short: short.into(),
    })
    .collect()
}

/// The points of the checklist: 46 for a village, 46 for a community (five of them differ).
pub fn items() -> Vec<ItemDraft> {
    include_str!("template.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut cells = line.split('\t');
            Some(ItemDraft {
                code: cells.next()?.into(),
                kind: VillageKind::of(cells.next()?),
                method: cells.next()?.into(),
                area: cells.next()?.parse().ok()?,
                text: cells.next()?.into(),
            })
        })
        .collect()
}
