//! Ten thousand random keys at random sizes over the sample round: nothing panics, and the file stays what its log says.

use xuncha::sample;
use xuncha::text::Lang;
use xuncha::tui::desk::Desk;

/// Keys pressed in all.
const KEYS: usize = 10_000;

/// What is pressed: all letters and marks, keys with names, Chinese.
const NAMED: &[&str] = &[
    "<enter>",
    "<enter>",
    "<esc>",
    "<esc>",
    "<tab>",
    "<S-tab>",
    "<bs>",
    "<del>",
    "<up>",
    "<down>",
    "<left>",
    "<right>",
    "<S-up>",
    "<S-down>",
    "<S-left>",
    "<S-right>",
    "<home>",
    "<end>",
    "<pgup>",
    "<pgdn>",
    "<space>",
    "<C-s>",
    "<C-n>",
    "<C-e>",
    "<f1>",
    "<f4>",
    "<lt>",
    "<gt>",
    "台",
    "账",
    "？",
    "。",
    "】",
    "１",
];

/// What people do in one go; by chance alone hardly anything would ever be saved.
const WHOLE: &[&str] = &[
    "<esc><esc>1",
    "<esc><esc>2",
    "<esc><esc>3<enter>",
    "<esc><esc>4",
    "<esc><esc>5",
    "<esc><esc>6",
    "<esc><esc>7",
    "<esc>n示例新问题<f2>",
    "<esc>p示例日程<f2>",
    "<esc>]",
    "<esc>[",
    "<esc>s<enter>",
    "<esc>a<down><enter>",
    "<esc>d+3<enter>",
    "<esc>t<down><enter>",
    "<esc>f<enter>",
    "<esc><gt>",
    "<esc>}",
    "<esc>+",
    "<esc>-示例发现<f2>",
    "<esc>=",
    "<esc><space>",
    "<esc>D示例理由<enter>",
    "<esc>u",
    "<esc>u",
    "<esc>U",
    "<esc>*",
    "<esc>C<enter>",
    "<esc>X<enter>",
    "<esc>b",
    "<esc>v",
    "<esc>z",
    "<esc>M",
    "<esc>#",
    "<esc>c示例备注<f2>",
    "<esc>m<enter>示例理由<enter>",
];

/// A sequence that looks random and is the same every time.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn size(&mut self) -> (u16, u16) {
        let side = |n: usize| u16::try_from(n + 1).unwrap();
        (side(self.throw(200)), side(self.throw(60)))
    }

    fn key(&mut self) -> String {
        // Forms swallow keys: without many an Esc the rest would hardly be seen.
        if self.throw(5) == 0 {
            // A form that was typed into asks first; 2 drops what was typed.
            return ["<esc>", "<esc>2"][self.throw(2)].to_owned();
        }
        if self.throw(3) == 0 {
            return WHOLE[self.throw(WHOLE.len())].to_owned();
        }
        if self.throw(3) == 0 {
            return NAMED[self.throw(NAMED.len())].to_owned();
        }
        let c = char::from(u8::try_from(33 + self.throw(94)).unwrap());
        // `q` would end it; `<` begins a name.
        match c {
            'q' | '<' => "j".to_owned(),
            c => c.to_string(),
        }
    }
}

#[test]
fn no_keys_at_no_size_make_it_panic() {
    let mut dice = Dice(0x2018_1115);
    let mut pressed = 0;
    for say in [Lang::Zh, Lang::En] {
        let store = sample::demo_in_memory(7).unwrap();
        let before = store.verify().unwrap().entries;
        let mut desk = Desk::open(store, say, 80, 24);
        let mut last = String::new();
        while pressed < KEYS / 2 * if say == Lang::Zh { 1 } else { 2 } {
            if dice.throw(20) == 0 {
                let (columns, rows) = dice.size();
                desk.resize(columns, rows);
            }
            if dice.throw(200) == 0 {
                desk.paste("粘贴的\n两行 text\u{7}\u{202e}");
            }
            let key = dice.key();
            desk.keys(&key);
            pressed += 1;
            last.push_str(&key);
            if let Some((x, y)) = desk.caret() {
                assert!(x < 200 && y < 60, "{last}");
            }
        }
        let verdict = desk.close().verify().unwrap();
        assert!(verdict.is_clean(), "{verdict:?}");
        assert!(
            verdict.entries > before + 100,
            "hardly anything was written"
        );
    }
    assert_eq!(pressed, KEYS);
}
