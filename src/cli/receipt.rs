//! What became of a change, said the same way by every command that writes.

use super::Cx;
use super::fail::Failure;
use super::{json, out};
use crate::domain::change::Receipt;

/// Says what was done; `number` is the finding's.
pub(super) fn say(cx: &Cx, receipt: &Receipt, number: Option<&str>) -> Result<(), Failure> {
    // Whoever names a clue by its number has asked for it; taking back asks for nothing by name.
    let named = number.is_some();
    if cx.out.json {
        let subject = if receipt.restricted && !named {
            ""
        } else {
            &receipt.subject
        };
        return out::json(&json::Receipt {
            entry: receipt.entry,
            verb: receipt.verb.word(),
            subject,
            number,
            kept: &receipt.kept,
        });
    }
    let text = cx.say.receipt(receipt, named);
    out::text(&text)
}
