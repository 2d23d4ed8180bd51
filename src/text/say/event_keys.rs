//! What the keys on a selected event say.

use super::phrases;

phrases! {
    lies_on_its_new_day(day: &str) => "这项已改到 {day}，回车去那天", "this one was moved to {day}; Enter goes there";
    one_event_only => "这个操作一次只能对一项日程", "This works on one event at a time";
    out_of_period(day: &str) => "{day} 不在驻点期内", "{day} is outside the on-site period";
}
