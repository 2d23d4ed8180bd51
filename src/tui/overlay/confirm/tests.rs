//! Keys against questions.

use super::ConfirmBox;
use crate::text::Lang;
use crate::tui::effect::{Confirm, Effect};
use crate::tui::overlay::test_kit::{Bench, picture};
use crate::tui::overlay::{Overlay, Reply};

fn open(bench: &Bench) -> Overlay {
    let it = Confirm {
        ask: "关闭 11-15 的例会？数字将固定，以后只能说明理由重开。".into(),
        then: Effect::Quit,
    };
    Overlay::Confirm(Box::new(bench.cx(|cx| ConfirmBox::open(it, &cx))))
}

#[test]
fn yes_does_it_no_does_nothing_and_the_rest_is_not_heard() {
    let yes = || Reply::Done(vec![Effect::Quit]);
    let cases = [
        ("<enter>", yes()),
        ("y", yes()),
        ("１", yes()),
        ("<esc>", Reply::Close),
        ("n", Reply::Close),
        ("2", Reply::Close),
        ("j是<tab>", Reply::Stay),
    ];
    for (keys, want) in cases {
        let mut bench = Bench::zh();
        let mut overlay = open(&bench);
        assert_eq!(bench.keys(&mut overlay, keys), want, "{keys}");
    }
}

#[test]
fn the_question_is_read_whole() {
    let mut text = String::new();
    for (say, width) in [(Lang::Zh, 80), (Lang::En, 40)] {
        let mut bench = Bench::new(say, width, 10);
        let overlay = open(&bench);
        text.push_str(&bench.draw(&overlay));
        text.push('\n');
    }
    picture("confirm", &text);
    let mut bench = Bench::new(Lang::Zh, 3, 2);
    let overlay = open(&bench);
    bench.draw(&overlay);
}
