//! What the calendar says.

use super::phrases;

phrases! {
    unannounced => "不提前告知", "unannounced";
}
