//! Workdays and rest days.

use std::collections::BTreeMap;

use chrono::NaiveDate;

/// Decreed days that differ from the week: `true` is a rest day, `false` a make-up workday.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holidays(pub BTreeMap<NaiveDate, bool>);
