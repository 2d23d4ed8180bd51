//! What the frame around the screens says.

use super::phrases;

phrases! {
    saved_at(time: &str) => "✓ 已保存 {time}", "✓ saved {time}";
}
