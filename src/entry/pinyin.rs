//! Chinese found by its pinyin: full (`jiti`), by initials (`jtzc` → 集体资产), mixed, heteronyms included.

use pinyin::ToPinyinMulti;

/// Whether it can only be pinyin or plain ASCII.
pub fn is_latin(typed: &str) -> bool {
    let typed = typed.trim();
    !typed.is_empty() && typed.is_ascii()
}

/// Whether `typed` occurs in `text`: as it is, or by the pinyin of characters that stand together. Nothing typed occurs everywhere.
pub fn matches(text: &str, typed: &str) -> bool {
    let typed = typed.trim().to_lowercase();
    let text = text.to_lowercase();
    if text.contains(&typed) {
        return true;
    }
    let sought: String = typed.chars().filter(|c| !matches!(c, ' ' | '\'')).collect();
    if !sought.chars().all(|c| c.is_ascii_alphanumeric()) {
        return false;
    }
    let chars: Vec<char> = text.chars().collect();
    (0..chars.len()).any(|at| spells(chars.get(at..).unwrap_or_default(), &sought))
}

/// Whether `sought` spells the beginning of `chars`.
fn spells(chars: &[char], sought: &str) -> bool {
    if sought.is_empty() {
        return true;
    }
    let Some((c, rest)) = chars.split_first() else {
        return false;
    };
    if let Some(left) = sought.strip_prefix(*c) {
        return spells(rest, left);
    }
    let Some(readings) = c.to_pinyin_multi() else {
        return false;
    };
    readings.into_iter().any(|reading| {
        let reading = reading.plain();
        let begun = reading.starts_with(sought);
        let spelt = |part: &str| {
            sought
                .strip_prefix(part)
                .is_some_and(|left| spells(rest, left))
        };
        begun || spelt(reading) || initials(reading).any(spelt)
    })
}

/// `zhang` begins with `zh` and with `z`.
fn initials(reading: &str) -> impl Iterator<Item = &str> {
    let two = ["zh", "ch", "sh"]
        .into_iter()
        .find(|two| reading.starts_with(two));
    let one = reading
        .char_indices()
        .nth(1)
        .map_or(reading.len(), |(at, _)| at);
    two.into_iter().chain([reading.split_at(one).0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_found_by_what_is_typed() {
        for (text, typed, found) in [
            ("集体资产台账", "", true),
            ("集体资产台账", "资产", true),
            ("集体资产台账", "jtzc", true),
            ("集体资产台账", "zctz", true),
            ("集体资产台账", "jitizichan", true),
            ("集体资产台账", "jitizi", true),
            ("集体资产台账", "jtzich", true),
            ("集体资产台账", "ji ti", true),
            ("集体资产台账", "taizh", true),
            ("集体资产台账", "jtcz", false),
            ("集体资产台账", "账台", false),
            // Heteronyms: 重庆 chóng, 重要 zhòng; 调阅 diào, 调解 tiáo.
            ("重要", "zy", true),
            ("重庆", "cq", true),
            ("调阅", "dy", true),
            ("调阅", "ty", true),
            ("示例A村", "sla", true),
            ("示例A村", "slac", true),
            ("C1 台账", "c1", true),
            ("abc", "ABC", true),
            ("", "a", false),
        ] {
            assert_eq!(matches(text, typed), found, "{text} {typed}");
        }
    }
}
