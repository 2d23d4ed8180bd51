//! Phrases: one line each, both languages side by side; a missing side does not compile.

pub mod calendar;
pub mod cli;
pub mod counts;
pub mod event_keys;
pub mod faults;
pub mod finding_keys;
pub mod findings;
pub mod forms;
pub mod frame;
pub mod history;
pub mod standup;
pub mod terminal;
pub mod today;
pub mod verdict;
pub mod villages;

/// The language of the user interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// 中文
    #[default]
    Zh,
    /// English
    En,
}

impl Lang {
    /// One of the two sides.
    pub const fn pick(self, zh: &'static str, en: &'static str) -> &'static str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// Phrases as methods of [`Lang`]. Without arguments a phrase is `&'static str`, with arguments a `String`. Where English
/// says one differently: `"in {n} day" | "in {n} days" by n`.
macro_rules! phrases {
    ($(
        $name:ident $(($($arg:ident : $ty:ty),+ $(,)?))? => $zh:literal, $en:literal $(| $many:literal by $n:ident)?;
    )*) => {
        impl $crate::text::Lang {
            $( phrases!(@one $name $(($($arg : $ty),+))? => $zh, $en $(| $many by $n)?); )*
        }
    };
    (@one $name:ident => $zh:literal, $en:literal) => {
        pub(crate) const fn $name(self) -> &'static str { self.pick($zh, $en) }
    };
    (@one $name:ident ($($arg:ident : $ty:ty),+) => $zh:literal, $one:literal | $many:literal by $n:ident) => {
        pub(crate) fn $name(self, $($arg: $ty),+) -> String {
            match self {
                Self::Zh => format!($zh),
                Self::En if $n == 1 => format!($one),
                Self::En => format!($many),
            }
        }
    };
    (@one $name:ident ($($arg:ident : $ty:ty),+) => $zh:literal, $en:literal) => {
        pub(crate) fn $name(self, $($arg: $ty),+) -> String {
            match self {
                Self::Zh => format!($zh),
                Self::En => format!($en),
            }
        }
    };
}
pub(crate) use phrases;
