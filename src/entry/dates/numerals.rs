//! Numbers as people write them in dates: digits and 中文 numerals up to 九十九.

/// The numeral a word begins with, and the rest.
pub(super) fn split_number(word: &str) -> (&str, &str) {
    let is_numeral = |c: char| c.is_ascii_digit() || c == '十' || han_digit(c).is_some();
    word.split_at(word.find(|c| !is_numeral(c)).unwrap_or(word.len()))
}

/// The value of a numeral: `15`, `十五`, `二十`, `二〇一八`; one too long to be meant is merely huge.
pub(super) fn number(word: &str) -> Option<i64> {
    if word.is_empty() || word.bytes().all(|b| b.is_ascii_digit()) {
        return (!word.is_empty()).then(|| word.parse().unwrap_or(i64::MAX / 1_000));
    }
    let digits = |word: &str| {
        word.chars()
            .try_fold(0_i64, |n, c| n.checked_mul(10)?.checked_add(han_digit(c)?))
    };
    let single = |word: &str, empty| match word {
        "" => Some(empty),
        _ => digits(word).filter(|n| (1..=9).contains(n)),
    };
    match word.split_once('十') {
        Some((tens, ones)) => Some(single(tens, 1)? * 10 + single(ones, 0)?),
        None => digits(word),
    }
}

fn han_digit(c: char) -> Option<i64> {
    Some(match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}
