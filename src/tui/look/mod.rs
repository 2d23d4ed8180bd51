//! Colours by role, never by name: dark, light and mono.

use ratatui::style::{Color, Modifier, Style};

/// Styles by role. Colour never speaks alone: what it says also has a sign or a word.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Look {
    /// Ordinary text.
    pub(crate) text: Style,
    /// Less important text.
    pub(crate) dim: Style,
    /// Titles and headings.
    pub(crate) title: Style,
    /// Lines of boxes.
    pub(crate) line: Style,
    /// Lines of the box that has the focus.
    pub(crate) focus: Style,
    /// The cursor row.
    pub(crate) cursor: Style,
    /// The cursor row of a pane without the focus.
    pub(crate) shadow: Style,
    /// A marked row's sign.
    pub(crate) mark: Style,
    /// Good: done, fine, saved.
    pub(crate) good: Style,
    /// Soon: due today, to be verified.
    pub(crate) warn: Style,
    /// Bad: overdue, refused.
    pub(crate) bad: Style,
    /// Something to look at: milestones, numbers, keys in the footer.
    pub(crate) key: Style,
    /// Rest days.
    pub(crate) rest: Style,
    /// Today's cell.
    pub(crate) today: Style,
    /// The header and the footer.
    pub(crate) bar: Style,
    /// What a search found.
    pub(crate) hit: Style,
}

impl Look {
    /// No colour at all: signs, bold, underline and reverse.
    pub(crate) fn mono() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        Self {
            text: plain,
            dim: plain.add_modifier(Modifier::DIM),
            title: bold,
            line: plain,
            focus: bold,
            cursor: plain.add_modifier(Modifier::REVERSED),
            shadow: plain.add_modifier(Modifier::UNDERLINED),
            mark: bold,
            good: plain,
            warn: bold,
            bad: bold.add_modifier(Modifier::UNDERLINED),
            key: bold,
            rest: plain.add_modifier(Modifier::DIM),
            today: bold.add_modifier(Modifier::REVERSED),
            bar: plain,
            hit: plain.add_modifier(Modifier::UNDERLINED),
        }
    }

    /// For dark terminals; the sixteen colours of the terminal's own palette, so that it follows its theme.
    pub(crate) fn dark() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        Self {
            text: plain,
            dim: plain.fg(Color::DarkGray),
            title: bold.fg(Color::Cyan),
            line: plain.fg(Color::DarkGray),
            focus: plain.fg(Color::Cyan),
            cursor: plain
                .bg(Color::Blue)
                .fg(Color::White)
                .add_modifier(Modifier::BOLD),
            shadow: plain.add_modifier(Modifier::UNDERLINED),
            mark: bold.fg(Color::Magenta),
            good: plain.fg(Color::Green),
            warn: plain.fg(Color::Yellow),
            bad: bold.fg(Color::Red),
            key: plain.fg(Color::Cyan),
            rest: plain.fg(Color::DarkGray),
            today: bold.fg(Color::Black).bg(Color::Yellow),
            bar: plain,
            hit: bold.fg(Color::Yellow).add_modifier(Modifier::UNDERLINED),
        }
    }

    /// For light terminals.
    pub(crate) fn light() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        Self {
            text: plain,
            dim: plain.fg(Color::DarkGray),
            title: bold.fg(Color::Blue),
            // Grey on white cannot be seen.
            line: plain.fg(Color::DarkGray),
            focus: plain.fg(Color::Blue),
            cursor: plain
                .bg(Color::Blue)
                .fg(Color::White)
                .add_modifier(Modifier::BOLD),
            shadow: plain.add_modifier(Modifier::UNDERLINED),
            mark: bold.fg(Color::Magenta),
            good: plain.fg(Color::Green),
            // Yellow on white cannot be read.
            warn: plain.fg(Color::Magenta),
            bad: bold.fg(Color::Red),
            key: plain.fg(Color::Blue),
            rest: plain.fg(Color::DarkGray),
            today: bold.fg(Color::White).bg(Color::Magenta),
            bar: plain,
            hit: bold.fg(Color::Magenta).add_modifier(Modifier::UNDERLINED),
        }
    }
}

/// The names that `--look` takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Theme {
    /// For dark terminals.
    Dark,
    /// For light ones.
    Light,
    /// Without any colour.
    Mono,
}

impl Theme {
    /// What was asked for, else what the environment says: `NO_COLOR` set to anything and a `dumb` terminal mean mono,
    /// `COLORFGBG` ending in a light background means light.
    pub(crate) fn choose(asked: Option<Self>, env: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| env(name).filter(|value| !value.is_empty());
        if let Some(theme) = asked {
            return theme;
        }
        if set("NO_COLOR").is_some() || set("TERM").is_some_and(|term| term == "dumb") {
            return Self::Mono;
        }
        let light =
            set("COLORFGBG").is_some_and(|it| matches!(it.rsplit(';').next(), Some("7" | "15")));
        if light { Self::Light } else { Self::Dark }
    }

    /// Its colours.
    pub(crate) fn look(self) -> Look {
        match self {
            Self::Dark => Look::dark(),
            Self::Light => Look::light(),
            Self::Mono => Look::mono(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_chooses_unless_asked() {
        type Set<'a> = &'a [(&'a str, &'a str)];
        let cases: &[(Option<Theme>, Set<'_>, Theme)] = &[
            (None, &[], Theme::Dark),
            (None, &[("NO_COLOR", "1")], Theme::Mono),
            (None, &[("NO_COLOR", "")], Theme::Dark),
            (None, &[("TERM", "dumb")], Theme::Mono),
            (None, &[("COLORFGBG", "0;15")], Theme::Light),
            (None, &[("COLORFGBG", "15;0")], Theme::Dark),
            (Some(Theme::Light), &[("NO_COLOR", "1")], Theme::Light),
        ];
        for (asked, set, theme) in cases {
            let env = |name: &str| {
                let found = set.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(Theme::choose(*asked, env), *theme, "{set:?}");
        }
    }

    #[test]
    fn mono_has_no_colour() {
        let mono = format!("{:?}", Look::mono());
        assert!(!mono.contains("fg: Some") && !mono.contains("bg: Some"));
        assert!(!mono.contains(".fg(") && !mono.contains(".bg("), "{mono}");
    }
}
