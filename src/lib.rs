//! `xuncha` (巡察): the terminal tracker for the month that inspection teams spend on site.
//!
//! > Keys become verbs, verbs become changes, changes become rows, rows become answers, answers become cells.
//! > Each arrow is one function, each noun one folder.
//!
//! ```text
//!  terminal ─Key→ keymap ─Action→ Model::update ─Effect→ run ─Change→ ┌───────┐
//!     ▲                                │                  └───Query→  │ Store │ ← cli, sample, bench: the same two doors
//!     └─────── cells ◄── view ◄────────┴──── answers, receipts ◄──────└───────┘
//! ```
//! Nothing flows the other way: a view returns nothing, a screen never sees the store, the store never sees a screen, and
//! time comes in as data.
//!
//! # The folders
//! - [`domain`]: what an inspection is. Records people write, [`domain::change`] every intent, [`domain::query`] every
//!   question, [`domain::answer`] what comes back, [`domain::rules`] the life of a finding, [`domain::calendar`] workdays.
//!   Pure; imports nothing else of ours.
//! - [`entry`]: what people type becomes values: dates, full-width commands, pinyin.
//! - [`text`]: every word said, 中文 beside English; display cells; the one sanitiser before a terminal.
//! - [`store`]: the only SQL. Opening, the schema and its registry of cells, the chained log, undo, verify, answers.
//! - [`shipped`]: the scheme and the checklist that a new round starts with.
//! - [`sample`]: an invented round on its fifteenth day, from a seed.
//! - [`tui`]: the screens. `run` and `desk` alone know the store.
//! - `cli`: the same two doors without a screen; the only code that prints.
//! - [`clock`]: the one place where time enters.
//!
//! # Two doors
//! [`store::Store::apply`] writes a [`domain::change::Change`]: one change is one `BEGIN IMMEDIATE` transaction, one entry in
//! the log, one step of undo, be it one stage or four hundred. [`store::Store::ask`] answers a [`domain::query::Query`]: filter,
//! order and *window*, or a count that triggers keep. A number on a screen and the list behind it are the same question.
//!
//! # What is written down is a log
//! Tables are a projection; the truth is `sync_log`. Triggers generated from `store/registry.rs` note every changed cell in
//! `sync_dirty`, and `seal()` turns what a transaction changed into one entry (deterministic CBOR, SHA-256, chained to the
//! machine's entry before) in that same transaction. Each cell names the version it supersedes, so undo, history and, later,
//! the merging of several machines need nothing else. Undo is an entry of its own that sets cells back *where they still
//! hold what the entry set*; what was changed since is named and kept.
//!
//! # Invariants, each with what keeps it
//! - Layers: an arrow never points back (`tests/it/tidy`). `state.rs` and `update.rs` never name a terminal, `view.rs` never
//!   names an effect.
//! - A change is refused whole or written whole, with its log entry and its step of undo (`tests/it/store`).
//! - `verify` is clean after every path through the store; it sees what another program did (`tests/it/store/log.rs`).
//! - A number once given is never given again, whatever is undone (`tests/it/store/log.rs`).
//! - An edit never runs over what somebody else wrote while the form was open (`tests/it/store/writing.rs`).
//! - No question walks a whole table that grows (`tests/it/store/plans.rs`, with the exceptions named there and below).
//! - The restricted compartment (线索) is in no list, count or search unless it was opened; what leaders report as a bare
//!   number is the one exception (`tests/it/store/writing.rs`, `store/answers/counts.rs`).
//! - Text from the file reaches a terminal through `text::clean` alone, and never a wide character is split
//!   (`tests/it/text`). No key at any size panics (`tests/it/desk`, the monkey).
//! - The terminal is left as it was found, on quit, panic, TERM, HUP and INT (`tests/it/pty`).
//! - The sample is what its seed makes, entry for entry (`tests/it/sample`).
//!
//! # What is allowed to grow with the file
//! Opening, a key, a frame, a commit and a first page of results do not (`cargo bench`). These do, and say so here:
//! - a page deep inside an unfiltered list walks its index to get there (about 1 ms per 100,000 rows);
//! - counting a filter that no kept count answers stops at 1,000 and says `1000+`, counting matches of words at 300;
//! - matches of a word in another order than newest first are collected first, the newest 2,000 of them;
//! - lists of findings in an order or grouping without an index of its own are sorted: oldest first and most recently moved
//!   under a stage filter, and everything when the restricted compartment is open together with a grouping;
//! - the filter by a village's name reads the names of the villages;
//! - `verify`, `backup`, `demo` and undoing an import read what they are about.
//!
//! # Where do I …
//! - add a column: the migration, `store/registry.rs`, the draft in `domain/records.rs`, and the compiler names the rest;
//! - add a verb: a line in `tui/keymap`, its words beside it, an arm in the screen that knows it;
//! - add a screen: a folder in `tui/screens`, three lines in `tui/screens/mod.rs`;
//! - add a subcommand: a file in `cli`, a line in `cli/mod.rs`;
//! - say something: one line in `text/say`, both languages side by side.
//!
//! # Decided against
//! - Row keys from a counter, foreign keys between synced tables, hard deletes: none of them survives a merge.
//! - SQLite's session extension for the log (it wants libclang and costs more than triggers), its trigram tokeniser for the
//!   search (it finds no word of one or two characters).
//! - Keyset cursors for lists: pages aligned to the window over a covering index cost a millisecond at a hundred thousand
//!   rows and let a list jump anywhere by number.

pub mod cli;
pub mod clock;
pub mod domain;
pub mod entry;
mod os;
pub mod sample;
pub mod shipped;
pub mod store;
pub mod text;
pub mod tui;
