//! What bytes mean, in tables; and that no bytes at all can upset the decoder.

use super::Incoming;
use super::decode::Decoder;
use crossterm::event::{KeyCode, KeyEventKind, KeyModifiers};
use proptest::prelude::*;

/// The events in words, one per item: `Up`, `C-a`, `M-[`, `paste "x"`.
fn words(heard: &[Incoming]) -> String {
    let mut said = Vec::new();
    for one in heard {
        said.push(match one {
            Incoming::Key(key) => {
                let held: String = [
                    (KeyModifiers::CONTROL, "C-"),
                    (KeyModifiers::ALT, "M-"),
                    (KeyModifiers::SHIFT, "S-"),
                ]
                .into_iter()
                .filter(|(modifier, _)| key.modifiers.contains(*modifier))
                .map(|(_, sign)| sign)
                .collect();
                let name = match key.code {
                    KeyCode::Char(c) => c.to_string(),
                    KeyCode::F(n) => format!("F{n}"),
                    other => format!("{other:?}"),
                };
                let again = if key.kind == KeyEventKind::Repeat {
                    "*"
                } else {
                    ""
                };
                format!("{held}{name}{again}")
            }
            Incoming::Paste(text) => format!("paste {text:?}"),
            other => format!("{other:?}"),
        });
    }
    said.join(" ")
}

fn heard(bytes: &[u8]) -> String {
    let mut decoder = Decoder::default();
    let mut all = decoder.feed(bytes);
    if decoder.waits() {
        all.extend(decoder.settle());
    }
    words(&all)
}

#[test]
fn keys_are_read_as_every_common_terminal_sends_them() {
    let cases: &[(&str, &str)] = &[
        ("aZ1", "a S-Z 1"),
        ("村，é", "村 ， é"),
        (
            "\r\n\t\x7f\x08\0\x03\x1a\x1f",
            "Enter C-j Tab Backspace C-h C-  C-c C-z C-7",
        ),
        ("\x1b", "Esc"),
        ("\x1b\x1b", "Esc Esc"),
        ("\x1bx\x1b村\x1b\r", "M-x M-村 M-Enter"),
        (
            "\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F",
            "Up Down Right Left Home End",
        ),
        ("\x1bOA\x1bOP\x1bOS\x1bOM", "Up F1 F4 Enter"),
        (
            "\x1b[1;2A\x1b[1;5C\x1b[1;3D\x1b[1;6B",
            "S-Up C-Right M-Left C-S-Down",
        ),
        ("\x1b\x1b[A", "M-Up"),
        ("\x1b[Z\x1b[9;2u", "S-BackTab S-BackTab"),
        (
            "\x1b[1~\x1b[2~\x1b[3~\x1b[4~\x1b[5~\x1b[6~",
            "Home Insert Delete End PageUp PageDown",
        ),
        ("\x1b[3;5~\x1b[5;2~", "C-Delete S-PageUp"),
        (
            "\x1b[11~\x1b[15~\x1b[17~\x1b[21~\x1b[23~\x1b[24~",
            "F1 F5 F6 F10 F11 F12",
        ),
        ("\x1b[[A\x1b[[E", "F1 F5"),
        (
            "\x1b[27u\x1b[13;2u\x1b[97;5u\x1b[97;2u",
            "Esc S-Enter C-a S-A",
        ),
        ("\x1b[27;5;13~\x1b[27;2;13~", "C-Enter S-Enter"),
        ("\x1b[97;1:2u\x1b[97;1:3ub", "a* b"),
        ("\x1b[1;2R", "S-F3"),
    ];
    for (bytes, keys) in cases {
        assert_eq!(heard(bytes.as_bytes()), *keys, "{bytes:?}");
    }
}

#[test]
fn what_is_no_key_is_not_taken_for_one() {
    let cases: &[(&[u8], &str)] = &[
        (b"\x1b[", "M-["),
        (b"\x1b[1;", ""),
        (b"\x1b[12;40Ra", "a"),
        (b"\x1b[0;0Ra", "a"),
        (b"\x1b[?62;4ca", "a"),
        (b"\x1b[?1ua", "a"),
        (b"\x1b[Ia\x1b[O", "a"),
        (b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\a", "a"),
        (b"\x1b]11;rgb:ffff/ffff/ffff\x07a", "a"),
        (b"\x1bP>|xterm(370)\x1b\\a", "a"),
        (b"\x1b]11;rgb", ""),
        (b"\x1b[M !!a", "a"),
        (b"\x1b[<0;3;4Ma\x1b[<0;3;4m", "a"),
        (b"\x1b[999999999999999999~a", "a"),
        (b"\x1b[1\x1b[A", "Up"),
        (b"\xff\xfea\x80\xc0\xaf", "a"),
        (b"\xe6\x9d", ""),
        (b"\xc2\x9b", ""),
    ];
    for (bytes, keys) in cases {
        assert_eq!(heard(bytes), *keys, "{bytes:?}");
    }
}

#[test]
fn a_paste_is_one_piece_of_text_and_never_keys() {
    let cases: &[(&str, &str)] = &[
        (
            "\x1b[200~集体\r台账\r\nD\x1b[201~q",
            "paste \"集体\\n台账\\nD\" q",
        ),
        ("\x1b[200~\x1b[201~", "paste \"\""),
        (
            "\x1b[200~\x1b[A\x1b[200~\x1b[201~",
            "paste \"\\u{1b}[A\\u{1b}[200~\"",
        ),
        ("\x1b[200~dD", ""),
        ("\x1b[200~dD\x1b", "paste \"dD\""),
    ];
    for (bytes, events) in cases {
        assert_eq!(heard(bytes.as_bytes()), *events, "{bytes:?}");
    }
    let long = format!("\x1b[200~{}\x1b[201~q", "村".repeat(200_000));
    let mut decoder = Decoder::default();
    let all = decoder.feed(long.as_bytes());
    let [Incoming::Paste(text), Incoming::Key(_)] = all.as_slice() else {
        panic!("{}", words(&all));
    };
    assert_eq!(text, &"村".repeat(256 * 1024 / 3));
}

proptest! {
    /// Wherever the bytes are cut between reads, they mean the same; nothing panics, and
    /// after silence nothing is left over.
    #[test]
    fn reads_may_be_cut_anywhere(
        pieces in prop::collection::vec(prop_oneof![
            Just(b"\x1b".to_vec()), Just(b"\x1b[".to_vec()), Just(b"\x1bO".to_vec()),
            Just(b"\x1b[1;5A".to_vec()), Just(b"\x1b[200~".to_vec()), Just(b"\x1b[201~".to_vec()),
            Just(b"\x1b[<0;1;1M".to_vec()), Just(b"\x1b]0;".to_vec()), Just(b"\x07".to_vec()),
            Just("村".as_bytes().to_vec()), prop::collection::vec(any::<u8>(), 0..6),
        ], 0..12),
        cut in 1_usize..9,
    ) {
        let bytes = pieces.concat();
        let mut whole = Decoder::default();
        let at_once = whole.feed(&bytes);
        let mut slow = Decoder::default();
        let piecemeal: Vec<_> = bytes.chunks(cut).flat_map(|chunk| slow.feed(chunk)).collect();
        prop_assert_eq!(words(&at_once), words(&piecemeal));
        whole.settle();
        prop_assert!(!whole.waits());
    }
}
