//! Findings by number: as it is written, or an end of it that no other has.

use super::Cx;
use super::fail::{Failure, Status};
use super::find::{LISTED, register, unexpected};
use crate::domain::answer::{Answer, FindingSheet};
use crate::domain::ids::FindingId;
use crate::domain::query::{FindingFilter, FindingsQuery, Order, Query, Window};
use crate::entry::ime::half_width;
use crate::store::Store;

/// Rows looked through at a time.
const PAGE: u32 = 500;

/// A finding by its number, its former number, or an end of one that no other has: `017`, `17`.
///
/// The restricted compartment is looked through as well; whether it may be shown is asked afterwards, so that the answer is
/// 「restricted」 and not 「no such number」.
pub(super) fn finding(
    cx: &Cx,
    store: &Store,
    typed: &str,
    clues: bool,
) -> Result<FindingSheet, Failure> {
    let sought = number(typed);
    let missing = || Failure::not_found(cx.say.cli_no_number(typed.trim()));
    if sought.is_empty() {
        return Err(missing());
    }
    let code = register(store)?.round.map(|it| it.code).unwrap_or_default();
    let mut found: Vec<FindingSheet> = Vec::new();
    let mut start = 0;
    loop {
        let page = numbered(store, &sought, Window { start, size: PAGE })?;
        let seen = page.len();
        for (id, shown) in page {
            // A final number hides the first one; only then the whole finding has to be looked at.
            if !ends(&shown, &sought) && !shown.starts_with(&code) {
                continue;
            }
            let Answer::Finding(Some(sheet)) = store.ask(&Query::Finding(id))? else {
                continue;
            };
            let numbers = [Some(&sheet.pre_no), sheet.final_no.as_ref()];
            if numbers.iter().flatten().any(|it| **it == sought) {
                return allowed(cx, *sheet, clues);
            }
            if numbers.iter().flatten().any(|it| ends(it, &sought)) {
                found.push(*sheet);
            }
        }
        if seen < PAGE as usize {
            break;
        }
        start += PAGE;
    }
    if found.len() > 1 {
        let numbers = found.iter().take(LISTED).map(|it| meant(it, &sought));
        let numbers: Vec<&str> = numbers.collect();
        let numbers = numbers.join(cx.say.pick("、", ", "));
        return Err(Failure::usage(
            cx.say.cli_many_called(typed.trim(), &numbers),
        ));
    }
    let sheet = found.pop().ok_or_else(missing)?;
    allowed(cx, sheet, clues)
}

/// The one of its numbers that ends in what was typed.
fn meant<'a>(sheet: &'a FindingSheet, sought: &str) -> &'a str {
    match sheet.final_no.as_deref() {
        Some(number) if ends(number, sought) => number,
        _ => &sheet.pre_no,
    }
}

/// What lies in the restricted compartment has to be asked for.
fn allowed(cx: &Cx, sheet: FindingSheet, clues: bool) -> Result<FindingSheet, Failure> {
    if sheet.row.restricted && !clues {
        return Err(Failure::Said(
            Status::Denied,
            cx.say.cli_restricted(&sheet.row.number),
        ));
    }
    Ok(sheet)
}

/// Keys and numbers of findings in which the words of a number occur.
fn numbered(
    store: &Store,
    sought: &str,
    window: Window,
) -> Result<Vec<(FindingId, String)>, Failure> {
    let query = Query::Findings(FindingsQuery {
        filter: FindingFilter {
            text: sought.to_owned(),
            clues: true,
            ..FindingFilter::default()
        },
        order: Order::Newest,
        group: None,
        window,
    });
    match store.ask(&query)? {
        Answer::Findings(page) => Ok(page
            .rows
            .into_iter()
            .map(|row| (row.id, row.number))
            .collect()),
        other => Err(unexpected(&other).into()),
    }
}

/// A number as the file writes it: half-width, `17` as `017`, `一组17` as it is.
fn number(typed: &str) -> String {
    let typed = half_width(typed.trim());
    let digits = typed.rsplit('-').next().unwrap_or_default();
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) {
        return typed;
    }
    let head = typed.strip_suffix(digits).unwrap_or_default();
    format!("{head}{digits:0>3}")
}

/// Whether a number ends in what was typed, part by part: `017` ends 一组-017 and not 一组-1017.
fn ends(number: &str, sought: &str) -> bool {
    number
        .strip_suffix(sought)
        .is_some_and(|head| head.is_empty() || head.ends_with('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_they_are_typed() {
        for (typed, want) in [
            ("一组-017", "一组-017"),
            ("一组-17", "一组-017"),
            ("１７", "017"),
            (" 017 ", "017"),
            ("1017", "1017"),
            ("2018-01-圃田-9", "2018-01-圃田-009"),
            ("圃田-", "圃田-"),
        ] {
            assert_eq!(number(typed), want, "{typed}");
        }
        assert!(ends("一组-017", "017") && ends("一组-017", "一组-017"));
        assert!(!ends("一组-1017", "017") && !ends("二十一组-017", "一组-017"));
    }
}
