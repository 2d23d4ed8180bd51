//! What the keys on a selected event say.

use super::phrases;

phrases! {
    lies_on_its_new_day(day: &str) => "这项已改到 {day}，回车去那天", "this one was moved to {day}; Enter goes there";
    out_of_period(day: &str) => "{day} 不在驻点期内", "{day} is outside the on-site period";
}
