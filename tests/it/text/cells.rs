//! Cutting, padding, wrapping and writing by display cells.

use proptest::prelude::*;
use ratatui::{
    buffer::{Buffer, CellWidth},
    layout::Rect,
    style::{Color, Style},
};
use unicode_segmentation::UnicodeSegmentation;
use xuncha::text::{
    cells::{
        center, cut, fit, fit_right, open_edge, put, shorten, to_i64, to_u16, to_usize, width, wrap,
    },
    clean::clean,
};

use super::hostile::hostile;

/// Cells by ratatui's own measure.
fn measured(text: &str) -> usize {
    text.graphemes(true)
        .map(|g| usize::from(g.cell_width()))
        .sum()
}

fn row(buf: &Buffer, y: u16) -> String {
    (buf.area.left()..buf.area.right())
        .map(|x| buf[(x, y)].symbol())
        .collect()
}

#[test]
fn widths() {
    for (text, cells) in [
        ("", 0),
        ("abc", 3),
        ("巡察", 4),
        ("第9天/35", 8),
        ("，。", 4),
        ("“”…●", 4),
        ("e\u{301}", 1),
        ("👩\u{200d}👧", 2),
        ("لا", 2),
        ("\t", 1),
        ("甲\n乙", 5),
        ("\u{202e}", 6),
        ("\u{3000}", 2),
    ] {
        assert_eq!(width(text), cells, "{text:?}");
    }
}

#[test]
fn every_common_character_is_as_wide_as_ratatui_says() {
    for c in (' '..='~')
        .chain("·—‘’“”…".chars())
        .chain('\u{2500}'..='\u{25FF}')
        .chain('\u{3000}'..='\u{303F}')
        .chain('\u{4E00}'..='\u{9FFF}')
        .chain('\u{FF01}'..='\u{FF60}')
    {
        let text = c.to_string();
        assert_eq!(width(&text), measured(&clean(&text)), "{text:?}");
        assert!(
            clean(&format!("a{c}b")).graphemes(true).count() >= 2,
            "{c:?}"
        );
    }
}

#[test]
fn cutting() {
    for (text, cells, head, used) in [
        ("集体资产", 5, "集体", 4),
        ("集体资产", 8, "集体资产", 8),
        ("集体资产", 1, "", 0),
        ("集体资产", 0, "", 0),
        ("ae\u{301}b", 2, "ae\u{301}", 2),
        ("👩\u{200d}👧!", 1, "", 0),
        ("👩\u{200d}👧!", 2, "👩\u{200d}👧", 2),
        ("a\u{202e}b", 6, "a", 1),
        ("a\u{202e}b", 7, "a\u{202e}", 7),
    ] {
        assert_eq!(cut(text, cells), (head, used), "{text:?} {cells}");
    }
}

#[test]
fn fitting() {
    for (text, cells, left, right, middle) in [
        ("台账", 8, "台账    ", "    台账", "  台账  "),
        ("台账", 7, "台账   ", "   台账", " 台账  "),
        ("台账缺失", 8, "台账缺失", "台账缺失", "台账缺失"),
        ("台账缺失", 7, "台账缺…", "台账缺…", "台账缺…"),
        ("台账缺失", 6, "台账… ", " 台账…", "台账… "),
        ("台账", 1, "…", "…", "…"),
        ("台账", 0, "", "", ""),
        ("", 3, "   ", "   ", "   "),
        ("a\nb", 4, "a⏎b ", " a⏎b", "a⏎b "),
    ] {
        assert_eq!(fit(text, cells), left, "{text:?} {cells}");
        assert_eq!(fit_right(text, cells), right, "{text:?} {cells}");
        assert_eq!(center(text, cells), middle, "{text:?} {cells}");
    }
    assert_eq!(shorten("台账缺失", 6), "台账…");
    assert_eq!(shorten("台账", 9), "台账");
}

#[test]
fn wrapping() {
    for (text, cells, lines) in [
        ("", 10, vec![""]),
        ("集体资产台账缺失", 8, vec!["集体资产", "台账缺失"]),
        ("集体资产台账缺失", 9, vec!["集体资产", "台账缺失"]),
        ("一二三四，五六", 8, vec!["一二三", "四，五六"]),
        ("一二三四。", 8, vec!["一二三", "四。"]),
        ("一二三四；五", 8, vec!["一二三", "四；五"]),
        ("一二三四：五", 8, vec!["一二三", "四：五"]),
        ("一二三四、五", 8, vec!["一二三", "四、五"]),
        ("一二《四》", 8, vec!["一二", "《四》"]),
        ("一二三（四五）", 8, vec!["一二三", "（四五）"]),
        ("一二三「四五」", 8, vec!["一二三", "「四五」"]),
        ("一二三四）五", 8, vec!["一二三", "四）五"]),
        ("the ledger is gone", 10, vec!["the ledger", "is gone"]),
        ("the  ledger", 4, vec!["the", "ledg", "er"]),
        ("abcdefghij", 4, vec!["abcd", "efgh", "ij"]),
        ("甲\n\n乙\n", 4, vec!["甲", "", "乙", ""]),
        ("甲\r\n乙", 4, vec!["甲", "乙"]),
        ("  缩进", 6, vec!["  缩进"]),
        ("缺失3本", 6, vec!["缺失3", "本"]),
        ("，，，，", 4, vec!["，，", "，，"]),
        ("甲乙", 1, vec!["甲", "乙"]),
        ("甲乙", 0, vec!["甲", "乙"]),
        ("ae\u{301}e\u{301}", 2, vec!["ae\u{301}", "e\u{301}"]),
    ] {
        assert_eq!(wrap(text, cells), lines, "{text:?} {cells}");
    }
}

#[test]
fn writing() {
    let area = Rect::new(2, 1, 8, 2);
    // The cell behind a wide character is blank.
    for (x, max, text, used, drawn) in [
        (2, 8, "台账", 4, "台 账 ...."),
        (2, 99, "台账缺失啊", 8, "台 账 缺 失 "),
        (3, 99, "台账缺失", 7, ".台 账 缺  "),
        (2, 3, "台账", 3, "台  ....."),
        (9, 99, "台", 1, "....... "),
        (10, 99, "台", 0, "........"),
        (0, 99, "台", 0, "........"),
        (2, 0, "台", 0, "........"),
        (2, 8, "", 0, "........"),
        (2, 8, "a\u{1b}b", 3, "a␛b....."),
    ] {
        let mut buf = Buffer::empty(area);
        put(&mut buf, 2, 1, 8, "........", Style::new());
        assert_eq!(
            put(&mut buf, x, 1, max, text, Style::new()),
            used,
            "{text:?} at {x}"
        );
        assert_eq!(row(&buf, 1), drawn, "{text:?} at {x}");
    }
    let mut buf = Buffer::empty(area);
    assert_eq!(
        put(&mut buf, 2, 0, 9, "台", Style::new()) + put(&mut buf, 2, 3, 9, "台", Style::new()),
        0
    );
}

#[test]
fn no_half_of_a_wide_character_stays() {
    let style = Style::new().bg(Color::Blue);
    let mut buf = Buffer::empty(Rect::new(0, 0, 6, 1));
    put(&mut buf, 0, 0, 6, "台账缺", Style::new());
    put(&mut buf, 1, 0, 2, "ab", style);
    assert_eq!(row(&buf, 0), " ab 缺 ");
    assert_eq!(
        (buf[(0, 0)].bg, buf[(1, 0)].bg, buf[(3, 0)].bg),
        (Color::Reset, Color::Blue, Color::Reset)
    );

    let mut buf = Buffer::empty(Rect::new(0, 0, 6, 1));
    put(&mut buf, 0, 0, 6, "台账缺", Style::new());
    open_edge(&mut buf, Rect::new(3, 0, 9, 9));
    assert_eq!(row(&buf, 0), "台   缺 ");
    open_edge(&mut buf, Rect::new(4, 0, 2, 1));
    assert_eq!(row(&buf, 0), "台   缺 ");
}

#[test]
fn numbers_stay_in_range() {
    assert_eq!((to_u16(7), to_u16(70_000)), (7, u16::MAX));
    assert_eq!((to_i64(7), to_usize(7), to_usize(-7)), (7, 7, 0));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn width_is_what_ratatui_counts(text in hostile()) {
        prop_assert_eq!(width(&text), measured(&clean(&text)));
    }

    #[test]
    fn padded_is_exactly_as_wide_as_asked(text in hostile(), cells in 0..40_usize) {
        for s in [fit(&text, cells), fit_right(&text, cells), center(&text, cells)] {
            prop_assert_eq!(width(&s), cells, "{:?}", s);
        }
        prop_assert!(width(&shorten(&text, cells)) <= cells);
    }

    #[test]
    fn a_cut_is_the_longest_beginning_that_fits(text in hostile(), cells in 0..40_usize) {
        let (head, used) = cut(&text, cells);
        prop_assert_eq!(width(head), used);
        prop_assert!(used <= cells);
        let rest = text.strip_prefix(head).expect("a beginning");
        if let Some(next) = rest.graphemes(true).next() {
            prop_assert!(used + width(next) > cells);
        }
    }

    #[test]
    fn wrapping_loses_nothing_and_never_overflows(text in hostile(), cells in 2..40_usize) {
        let visible = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let lines = wrap(&text, cells);
        let kept: String = text.split('\n').map(|l| visible(&clean(l.strip_suffix('\r').unwrap_or(l)))).collect();
        prop_assert_eq!(visible(&lines.concat()), kept);
        for line in &lines {
            let alone = line.graphemes(true).count() == 1;
            prop_assert!(width(line) <= cells || alone, "{:?}", line);
        }
    }

    #[test]
    fn writing_stays_inside_and_whole(text in hostile(), under in hostile(), x in 0..14_u16, max in 0..14_u16) {
        let area = Rect::new(1, 1, 10, 3);
        let mut buf = Buffer::empty(area);
        put(&mut buf, 1, 2, 10, &under, Style::new());
        let used = put(&mut buf, x, 2, max, &text, Style::new());
        prop_assert!(used <= max && (used == 0 || x + used <= area.right()));
        // Heads and their tails fill the row exactly: no tail is written over, nothing hangs over the edge.
        let mut at = area.left();
        while at < area.right() {
            let wide = buf[(at, 2)].symbol().cell_width().max(1);
            prop_assert!((at + 1..(at + wide).min(area.right())).all(|tail| buf[(tail, 2)].symbol() == " "));
            at += wide;
        }
        prop_assert_eq!(at, area.right());
        prop_assert_eq!(row(&buf, 1), " ".repeat(10));
        prop_assert_eq!(row(&buf, 3), " ".repeat(10));
    }
}

#[test]
fn what_has_no_room_is_marked() {
    use xuncha::text::cells::{hints, wrap_in};
    let text = "集体资产台账缺失";
    for (cells, rows, want) in [
        (16, 1, vec![text]),
        (8, 2, vec!["集体资产", "台账缺失"]),
        (8, 1, vec!["集体资…"]),
        (9, 1, vec!["集体资产…"]),
        (8, 0, vec![]),
    ] {
        assert_eq!(wrap_in(text, cells, rows), want, "{cells}×{rows}");
    }
    let keys = "F2 保存  Esc 返回  Tab 下一项";
    for (cells, want) in [
        (30, keys),
        (18, "F2 保存  Esc 返回"),
        (17, "F2 保存  Esc 返回"),
        (16, "F2 保存"),
        (5, "F2 …"),
    ] {
        assert_eq!(hints(keys, cells), want, "{cells}");
    }
}
