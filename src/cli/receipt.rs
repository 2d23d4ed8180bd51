//! What became of a change, said the same way by every command that writes.

use super::Cx;
use super::fail::Failure;
use super::{json, out};
use crate::domain::change::Receipt;

/// Says what was done; `number` is the finding's.
pub(super) fn say(cx: &Cx, receipt: &Receipt, number: Option<&str>) -> Result<(), Failure> {
    if cx.out.json {
        return out::json(&json::Receipt {
            entry: receipt.entry,
            verb: receipt.verb.word(),
            subject: &receipt.subject,
            number,
            kept: &receipt.kept,
        });
    }
    let verb = cx.say.log_verb(receipt.verb);
    let text = if receipt.entry.is_none() {
        cx.say.nothing_changed().to_owned()
    } else if receipt.kept.is_empty() {
        cx.say.done_what(verb, &receipt.subject)
    } else {
        let kept = receipt.kept.join(cx.say.pick("、", ", "));
        cx.say.done_but(verb, &receipt.subject, &kept)
    };
    out::text(&text)
}
