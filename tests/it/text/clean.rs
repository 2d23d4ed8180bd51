//! What the terminal may see and what the file may hold.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;
use xuncha::text::clean::{MAX_BYTES, TextRefusal, accept, accept_body, changed, clean};

use super::hostile::hostile;

#[test]
fn shown_in_place_of_what_would_act_or_hide() {
    for (stored, shown) in [
        ("集体资产台账缺失 3 本", "集体资产台账缺失 3 本"),
        ("“示例”——…●■", "“示例”——…●■"),
        ("甲\n乙", "甲⏎乙"),
        ("甲\r\n乙", "甲⏎乙"),
        ("甲\r乙", "甲␍乙"),
        ("甲\t乙", "甲 乙"),
        ("\u{1b}[31m红", "␛[31m红"),
        ("\0", "␀"),
        ("\u{7f}", "␡"),
        ("\u{85}\u{9b}", "⟨0085⟩⟨009B⟩"),
        ("a\u{202e}b", "a⟨202E⟩b"),
        ("\u{2066}x\u{2069}", "⟨2066⟩x⟨2069⟩"),
        ("东\u{200b}村", "东⟨200B⟩村"),
        ("\u{feff}东", "⟨FEFF⟩东"),
        ("软\u{ad}连", "软⟨00AD⟩连"),
        ("\u{e0041}", "⟨E0041⟩"),
        ("\u{e000}\u{10fffd}", "⟨E000⟩⟨10FFFD⟩"),
        ("\u{2028}", "⟨2028⟩"),
        ("\u{3164}", "⟨3164⟩"),
        ("é", "é"),
        ("e\u{301}", "e\u{301}"),
        (
            "a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}b",
            "a\u{301}\u{302}\u{303}\u{304}…b",
        ),
        ("\u{301}", "◌\u{301}"),
        ("甲\n\u{301}", "甲⏎◌\u{301}"),
        ("👩\u{200d}👧", "👩\u{200d}👧"),
        ("👩🏽\u{200d}👧", "👩🏽\u{200d}👧"),
        ("❤\u{fe0f}\u{200d}🔥", "❤\u{fe0f}\u{200d}🔥"),
        ("❤\u{fe0f}", "❤\u{fe0f}"),
        ("1\u{fe0f}\u{20e3}", "1\u{fe0f}\u{20e3}"),
        ("1\u{fe0f}", "1⟨FE0F⟩"),
        ("村\u{fe0f}", "村⟨FE0F⟩"),
        ("村\u{200d}村", "村⟨200D⟩村"),
        ("👩\u{200d}", "👩⟨200D⟩"),
        ("🇨🇳", "🇨🇳"),
        ("\u{1161}", "⟨1161⟩"),
    ] {
        assert_eq!(clean(stored), shown, "{stored:?}");
    }
}

#[test]
fn long_clusters_and_long_texts_are_cut_and_say_so() {
    let family = ["👩"; 12].join("\u{200d}");
    let shown = clean(&family).into_owned();
    assert!(
        shown.ends_with('…') && shown.graphemes(true).all(|g| g.chars().count() <= 16),
        "{shown:?}"
    );
    let long = "村".repeat(MAX_BYTES);
    let shown = clean(&long);
    assert!(shown.len() <= MAX_BYTES && shown.len() > MAX_BYTES - 8 && shown.ends_with("村…"));
    assert_eq!(clean("村").len(), 3);
}

#[test]
fn a_warning_only_for_what_is_suspicious() {
    for (text, warns) in [
        ("甲\n乙\t丙\r\n", false),
        ("平常。", false),
        ("é👩\u{200d}👧", false),
        ("a\u{202e}", true),
        ("\u{7}", true),
        ("\r", true),
    ] {
        assert_eq!(changed(text), warns, "{text:?}");
    }
}

#[test]
fn one_line_fields() {
    let long = "村".repeat(201);
    for (typed, stored) in [
        ("  公开栏三个月未更新\n", Ok("公开栏三个月未更新")),
        ("甲\r\n乙\t丙", Ok("甲 乙 丙")),
        ("e\u{301}", Ok("é")),
        ("\u{feff}台账", Ok("台账")),
        ("", Err(TextRefusal::Empty)),
        (" \u{3000}\n", Err(TextRefusal::Empty)),
        ("\u{200b}\u{feff} \u{202e}", Err(TextRefusal::Empty)),
        ("a\u{1b}b", Err(TextRefusal::Control { code: 0x1b })),
        ("a\u{9b}b", Err(TextRefusal::Control { code: 0x9b })),
        ("a\u{202e}b", Ok("a\u{202e}b")),
        (
            &long,
            Err(TextRefusal::TooLong {
                limit: 200,
                got: 201,
            }),
        ),
    ] {
        assert_eq!(accept(typed), stored.map(str::to_owned), "{typed:?}");
    }
    assert_eq!(
        accept(&"村".repeat(200)).map(|s| s.chars().count()),
        Ok(200)
    );
}

#[test]
fn fields_of_many_lines() {
    for (typed, stored) in [
        ("一\r\n二\r三\n\n", Ok("一\n二\n三")),
        ("\n\n  缩进\n\t制表", Ok("  缩进\n\t制表")),
        ("", Ok("")),
        (" \n ", Ok("")),
        ("a\0", Err(TextRefusal::Control { code: 0 })),
    ] {
        assert_eq!(accept_body(typed), stored.map(str::to_owned), "{typed:?}");
    }
    let got = MAX_BYTES + 2;
    assert_eq!(
        accept_body(&"村".repeat(got / 3)),
        Err(TextRefusal::TooLarge {
            limit: MAX_BYTES,
            got
        })
    );
}

/// Zero-width, bidi, private use, tags.
const BAD: [std::ops::RangeInclusive<char>; 7] = [
    '\u{200b}'..='\u{200c}',
    '\u{200e}'..='\u{200f}',
    '\u{202a}'..='\u{202e}',
    '\u{2060}'..='\u{206f}',
    '\u{feff}'..='\u{feff}',
    '\u{e000}'..='\u{f8ff}',
    '\u{e0000}'..='\u{10ffff}',
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cleaning_twice_changes_nothing(text in hostile()) {
        let once = clean(&text).into_owned();
        prop_assert_eq!(clean(&once), once.as_str());
        prop_assert!(!changed(&once));
    }

    #[test]
    fn nothing_that_acts_or_hides_comes_through(text in hostile()) {
        let shown = clean(&text);
        let bad = |c: char| c.is_control() || BAD.iter().any(|range| range.contains(&c));
        prop_assert!(!shown.chars().any(bad));
        prop_assert!(shown.len() <= MAX_BYTES);
        for cluster in shown.graphemes(true) {
            prop_assert!(cluster.chars().count() <= 16, "{:?}", cluster);
        }
    }

    #[test]
    fn what_is_accepted_is_accepted_again_unaltered(text in hostile()) {
        if let Ok(stored) = accept(&text) {
            prop_assert_eq!(accept(&stored), Ok(stored.clone()));
        }
        if let Ok(stored) = accept_body(&text) {
            prop_assert_eq!(accept_body(&stored), Ok(stored.clone()));
        }
    }
}
