//! The table of verbs keeps its promises.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use super::*;

#[test]
fn no_key_means_two_things_on_one_screen() {
    let mut seen: HashMap<(ScreenId, Key), &str> = HashMap::new();
    for verb in VERBS {
        for (screens, text) in verb.keys {
            for (screen, key) in screens
                .iter()
                .flat_map(|screen| parse(text).into_iter().map(move |key| (*screen, key)))
            {
                let other = seen.insert((screen, key), verb.id);
                assert_eq!(other, None, "{} on {screen:?}: {}", label(key), verb.id);
            }
        }
    }
}

#[test]
fn every_verb_has_an_own_id_and_both_names() {
    let ids: HashSet<&str> = VERBS.iter().map(|verb| verb.id).collect();
    assert_eq!(ids.len(), VERBS.len());
    for verb in VERBS {
        assert!(!verb.zh.is_empty() && !verb.en.is_empty(), "{}", verb.id);
    }
}

/// The enum has no list of itself: its source is read.
#[test]
fn every_action_is_in_the_table_once() {
    let source = include_str!("../action.rs");
    let (_, body) = source.split_once("pub(crate) enum Action {").unwrap();
    let declared: HashSet<String> = body
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with(char::is_uppercase))
        .map(|line| line.split([',', '(']).next().unwrap().to_owned())
        .collect();
    let name = |action: Action| {
        let text = format!("{action:?}");
        text.split('(').next().unwrap().to_owned()
    };
    let listed: HashSet<String> = VERBS.iter().map(|verb| name(verb.action)).collect();
    assert_eq!(declared, listed);
    let actions: HashSet<Action> = VERBS.iter().map(|verb| verb.action).collect();
    assert_eq!(actions.len(), VERBS.len(), "an action stands twice");
}

/// Whether a key that is no letter means it there, so that it works while an input method holds the letters.
fn without_letters(verb: &Verb, screen: ScreenId) -> bool {
    verb.keys_on(screen)
        .iter()
        .any(|key| !matches!(key.code, Code::Char(c) if c.is_alphabetic()))
}

#[test]
fn everything_can_be_done_without_letters() {
    for screen in ScreenId::ALL {
        let menu: Vec<Action> = menu(*screen, &[]).iter().map(|verb| verb.action).collect();
        for verb in VERBS.iter().filter(|verb| verb.works_on(*screen)) {
            assert!(
                menu.contains(&verb.action) || without_letters(verb, *screen),
                "{} on {screen:?}",
                verb.id
            );
        }
    }
}

#[test]
fn an_input_method_does_not_stop_commands() {
    let cases = [
        ('？', ScreenId::Findings, Some(Action::Help)),
        ('。', ScreenId::Today, Some(Action::Menu)),
        ('、', ScreenId::Findings, Some(Action::Filter)),
        ('】', ScreenId::Findings, Some(Action::Advance)),
        ('《', ScreenId::Calendar, Some(Action::Earlier)),
        ('４', ScreenId::Today, Some(Action::Tab(ScreenId::Findings))),
        ('\u{3000}', ScreenId::Villages, Some(Action::Cycle)),
        ('！', ScreenId::Villages, Some(Action::NextOpen)),
        ('问', ScreenId::Findings, None),
    ];
    for (c, screen, action) in cases {
        assert_eq!(action_for(Key::char(c), screen), action, "{c}");
    }
}

#[test]
fn the_same_letter_by_screen() {
    let v = Key::char('v');
    assert_eq!(action_for(v, ScreenId::Findings), Some(Action::SetVillage));
    assert_eq!(action_for(v, ScreenId::Calendar), Some(Action::Matrix));
    let n = Key::char('n');
    assert_eq!(action_for(n, ScreenId::Calendar), Some(Action::Plan));
    assert_eq!(action_for(n, ScreenId::Counts), Some(Action::NewFinding));
}

/// The key table of the README, made from the table of verbs.
fn readme_table() -> String {
    use crate::tui::action::ScreenId as S;
    let mut table = String::from("| 键 Key | 做什么 | What | 在哪里 Where |\n|---|---|---|---|\n");
    for verb in VERBS {
        for (screens, text) in verb.keys {
            let keys: Vec<String> = parse(text)
                .into_iter()
                .map(|key| format!("`{}`", label(key)))
                .collect();
            let places = if screens.len() == S::ALL.len() {
                "·".to_owned()
            } else {
                let digits: Vec<String> = S::ALL
                    .iter()
                    .zip(1..)
                    .filter(|(screen, _)| screens.contains(screen))
                    .map(|(_, digit): (_, u8)| digit.to_string())
                    .collect();
                digits.join(" ")
            };
            let _ = writeln!(
                table,
                "| {} | {} | {} | {places} |",
                keys.join(" "),
                verb.zh,
                verb.en
            );
        }
    }
    table
}

#[test]
fn the_readme_has_this_table() {
    let readme = include_str!("../../../README.md");
    let table = readme_table();
    assert!(
        readme.contains(&table),
        "paste this into README.md:\n{table}"
    );
}
