//! Every synced table and cell with its number. A number is never reused: logs on other laptops speak of it.
//!
//! Columns that must change together (the stage, since when, by whom) are one cell: a merge takes all of them or none.

use std::fmt::Write as _;

/// A column or the columns that change together.
pub(super) struct Cell {
    /// Number inside the table, 1..=250; 255 is `x` everywhere.
    pub(super) no: u8,
    /// Columns, the name-giving one first.
    pub(super) columns: &'static [&'static str],
}

/// A synced table.
pub(super) struct Table {
    /// Number in the log.
    pub(super) no: u8,
    /// Name in the file.
    pub(super) name: &'static str,
    /// Its cells; `x` is implied.
    pub(super) cells: &'static [Cell],
    /// The column a row is called by when the log is read aloud.
    pub(super) called: &'static str,
}

/// The cell of existence: 1 exists, 0 withdrawn.
pub(super) const EXISTS: u8 = 255;

const X: Cell = Cell {
    no: EXISTS,
    columns: &["x"],
};

macro_rules! tables {
    ($($no:literal $name:ident by $called:ident { $($cell:literal $($column:ident)+),* $(,)? })*) => {
        /// All of them.
        pub(super) const TABLES: &[Table] = &[$(
            Table {
                no: $no,
                name: stringify!($name),
                called: stringify!($called),
                cells: &[$(Cell { no: $cell, columns: &[$(stringify!($column)),+] }),*, X],
            }
        ),*];
    };
}

tables! {
    1 finding by pre_no {
        1 pre_no, 2 title, 3 body, 4 village unit, 5 areas, 6 level, 7 track, 8 clue, 9 triage, 10 discipline,
        11 spread, 12 risk, 13 handler, 14 handler2, 15 due, 16 item, 17 amount, 18 people,
        19 stage staged_on staged_by merged_into, 20 final_no, 21 noted_on noted_by,
    }
    2 source by reference { 1 finding, 2 kind reference }
    3 step by to_stage { 1 finding, 2 from_stage to_stage day by remark }
    4 answer by note { 1 village item area, 2 state people day by finding, 3 note }
    5 event by title {
        1 day half moved_from, 2 kind, 3 title, 4 team, 5 unit village, 6 people, 7 place, 8 milestone, 9 sensitive,
        10 note, 11 status count moved_to,
    }
    6 visit by head {
        1 village, 2 day half, 3 grp head, 4 class, 5 people, 6 found, 7 escorted, 8 said, 9 follow_up, 10 finding, 11 by,
    }
    7 meeting by day { 1 day team, 2 kind, 3 present absent, 4 decisions, 5 figures closed_by closed_at reopened }
    8 action by text { 1 meeting, 2 text, 3 owner, 4 due, 5 state }
    9 round by title { 1 title, 2 code, 3 start_on end_on, 4 petition_close, 5 standup_at standup_name }
    10 scheme by name { 1 name }
    11 area by name { 1 scheme no, 2 name, 3 short }
    12 team by name { 1 name, 2 code }
    13 person by name { 1 name, 2 role, 3 team }
    14 unit by name { 1 name, 2 short, 3 team }
    15 village by name { 1 name, 2 unit, 3 kind, 4 households, 5 at_home, 6 note }
    16 template by name { 1 name }
    17 item by code { 1 template, 2 code, 3 kind, 4 method, 5 area, 6 text }
    18 holiday by name { 1 day, 2 name rest }
    19 setting by key { 1 key, 2 value }
}

/// The table of a number.
pub(super) fn table(no: u8) -> Option<&'static Table> {
    TABLES.iter().find(|t| t.no == no)
}

impl Table {
    /// The cell of a number.
    pub(super) fn cell(&self, no: u8) -> Option<&'static Cell> {
        self.cells.iter().find(|c| c.no == no)
    }

    /// All columns, cell by cell.
    pub(super) fn columns(&self) -> impl Iterator<Item = &'static str> {
        self.cells.iter().flat_map(|c| c.columns.iter().copied())
    }
}

/// The triggers that note every change in `sync_dirty`, and the ones that refuse to delete.
pub(super) fn triggers() -> String {
    let mut sql = String::new();
    for Table {
        no, name, cells, ..
    } in TABLES
    {
        let _ = writeln!(
            sql,
            "CREATE TRIGGER {name}_sync_new AFTER INSERT ON {name} BEGIN \
             INSERT OR IGNORE INTO sync_dirty VALUES ({no}, NEW.id, 0); END;\n\
             CREATE TRIGGER {name}_sync_keeps BEFORE DELETE ON {name} BEGIN \
             SELECT RAISE(ABORT, 'rows are withdrawn (x = 0), never deleted'); END;\n\
             CREATE TRIGGER {name}_sync_id BEFORE UPDATE OF id ON {name} BEGIN \
             SELECT RAISE(ABORT, 'a row keeps its key'); END;"
        );
        for cell in *cells {
            let changed: Vec<String> = cell
                .columns
                .iter()
                .map(|c| format!("OLD.{c} IS NOT NEW.{c}"))
                .collect();
            let _ = writeln!(
                sql,
                "CREATE TRIGGER {name}_sync_{cell} AFTER UPDATE OF {columns} ON {name} WHEN {changed} BEGIN \
                 INSERT OR IGNORE INTO sync_dirty VALUES ({no}, NEW.id, {cell}); END;",
                cell = cell.no,
                columns = cell.columns.join(", "),
                changed = changed.join(" OR "),
            );
        }
    }
    sql
}
