//! What the keys on a selected event say.

use super::phrases;

phrases! {
    not_that_day_yet(day: &str) => "还没到 {day}，不能完成；提前做了就先用 < 改到那天", "it is not {day} yet; if it was done earlier, move it there with < first";
    lies_on_its_new_day(day: &str) => "这项已改到 {day}，回车去那天", "this one was moved to {day}; Enter goes there";
    one_event_only => "这个操作一次只能对一项日程", "This works on one event at a time";
    out_of_period(day: &str) => "{day} 不在驻点期内", "{day} is outside the on-site period";
}
