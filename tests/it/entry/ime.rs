//! Keys pressed with the Chinese input method on.

use xuncha::entry::ime::{command_char, half_width, is_han};

#[test]
fn chinese_marks_are_the_keys_they_stand_for() {
    let typed =
        "：、？！。，《》【】￥…—；‘’“”（）＋－＝＠＃＜＞［］｛｝～｀１２９ＡＺａｚ\u{3000}";
    let keys = ":/?!.,<>[]$^_;''\"\"()+-=@#<>[]{}~`129AZaz ";
    assert_eq!(half_width(typed), keys);
    assert_eq!(half_width("「」·｡"), "[]`.");
}

#[test]
fn ascii_stands_for_itself_and_the_full_width_block_for_ascii() {
    for c in ' '..='~' {
        assert_eq!(command_char(c), Some(c));
        let full = char::from_u32(u32::from(c) + 0xFEE0).expect("a character");
        if c != ' ' {
            assert_eq!(command_char(full), Some(c), "{full}");
        }
    }
}

#[test]
fn the_rest_is_no_command() {
    for c in [
        '巡', '〇', 'é', '\n', '\u{1b}', '●', '\u{FF00}', '\u{FF5F}', '👍',
    ] {
        assert_eq!(command_char(c), None, "{c:?}");
    }
    assert_eq!(half_width("期限：＜今天"), "期限:<今天");
}

#[test]
fn han() {
    for (c, han) in [
        ('巡', true),
        ('〇', true),
        ('々', true),
        ('㐀', true),
        ('𠀀', true),
        ('，', false),
        ('a', false),
        ('ア', false),
        ('한', false),
    ] {
        assert_eq!(is_han(c), han, "{c}");
    }
}
