//! What the villages' screen says.

use super::phrases;

phrases! {
    point_has_finding(number: &str) => "这一项已有问题 {number}，回车打开它", "this point has finding {number}; Enter opens it";
    no_open_point => "没有未查或待核的项了", "no point is left to check or verify";
}
