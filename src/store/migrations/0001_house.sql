-- The house: what an inspection round consists of.
--
-- Every synced table: `n` is local and never leaves this file (it orders and joins cheaply, VACUUM keeps it),
-- `id` is the key that every machine agrees on, `x` is 1 while the row exists and 0 once it is withdrawn.
-- Synced tables do not enforce references to each other: a merge may bring a child before its parent.
-- Days are TEXT 'YYYY-MM-DD', moments TEXT 'YYYY-MM-DDTHH:MM'. Lists of keys are JSON arrays of UUIDs.
-- The triggers that fill sync_dirty are generated from registry.rs and run after this file.

CREATE TABLE round (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  title TEXT NOT NULL,
  code TEXT NOT NULL,
  start_on TEXT NOT NULL CHECK (start_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  end_on TEXT NOT NULL CHECK (end_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  petition_close TEXT,
  standup_at TEXT NOT NULL,
  standup_name TEXT NOT NULL,
  x INTEGER NOT NULL DEFAULT 1 CHECK (x IN (0, 1)),
  CHECK (start_on <= end_on)
) STRICT;

CREATE TABLE scheme (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT NOT NULL,
  x INTEGER NOT NULL DEFAULT 1 CHECK (x IN (0, 1))
) STRICT;

CREATE TABLE area (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  scheme BLOB NOT NULL,
  no INTEGER NOT NULL CHECK (no BETWEEN 1 AND 16),
  name TEXT NOT NULL,
  short TEXT NOT NULL,
  x INTEGER NOT NULL DEFAULT 1 CHECK (x IN (0, 1))
) STRICT;

CREATE TABLE team (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT NOT NULL,
  code TEXT NOT NULL,
  x INTEGER NOT NULL DEFAULT 1 CHECK (x IN (0, 1))
) STRICT;

CREATE TABLE person (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('leader', 'deputy', 'liaison', 'member')),
  team BLOB,
  x INTEGER NOT NULL DEFAULT 1 CHECK (x IN (0, 1))
) STRICT;

CREATE TABLE unit (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT NOT NULL,
  short TEXT NOT NULL,
  team BLOB,
  x INTEGER NOT NULL DEFAULT 1 CHECK (x IN (0, 1))
) STRICT;

CREATE TABLE village (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT NOT NULL,
  unit BLOB NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('village', 'community')),
  households INTEGER CHECK (households >= 0),
  at_home INTEGER CHECK (at_home >= 0),
  note TEXT NOT NULL DEFAULT '',
  x INTEGER NOT NULL DEFAULT 1 CHECK (x IN (0, 1))
) STRICT;
CREATE INDEX village_order ON village (unit, n, x);

CREATE TABLE template (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT NOT NULL,
  x INTEGER NOT NULL DEFAULT 1 CHECK (x IN (0, 1))
) STRICT;

CREATE TABLE item (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  template BLOB NOT NULL,
  code TEXT NOT NULL,
  kind TEXT CHECK (kind IN ('village', 'community')),
  method TEXT NOT NULL,
  area INTEGER NOT NULL CHECK (area BETWEEN 1 AND 16),
  text TEXT NOT NULL,
  x INTEGER NOT NULL DEFAULT 1 CHECK (x IN (0, 1))
) STRICT;

-- The key of an answer is made from village and item, so that two machines that answer the same point meet in one row.
CREATE TABLE answer (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  village BLOB NOT NULL,
  item BLOB NOT NULL,
  area INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'fine', 'finding', 'unsure', 'na')),
  note TEXT NOT NULL DEFAULT '',
  people TEXT NOT NULL DEFAULT '[]',
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  by BLOB,
  finding BLOB,
  x INTEGER NOT NULL DEFAULT 1 CHECK (x IN (0, 1))
) STRICT;
CREATE INDEX answer_village ON answer (village, item);
CREATE INDEX answer_by ON answer (by, day);

CREATE TABLE event (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  half TEXT NOT NULL CHECK (half IN ('am', 'pm', 'eve')),
  kind TEXT NOT NULL CHECK (kind IN ('kickoff', 'topic_report', 'talk', 'documents', 'forum', 'survey', 'household',
    'site', 'sit_in', 'team_meeting', 'branch', 'midterm', 'consult', 'training', 'withdraw', 'other')),
  title TEXT NOT NULL,
  team BLOB,
  unit BLOB,
  village BLOB,
  people TEXT NOT NULL DEFAULT '[]',
  place TEXT NOT NULL DEFAULT '',
  milestone INTEGER NOT NULL DEFAULT 0 CHECK (milestone IN (0, 1)),
  sensitive INTEGER NOT NULL DEFAULT 0 CHECK (sensitive IN (0, 1)),
  count INTEGER CHECK (count >= 0),
  note TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'done', 'moved', 'cancelled')),
  moved_from TEXT,
  moved_to TEXT,
  x INTEGER NOT NULL DEFAULT 1 CHECK (x IN (0, 1)),
  half_no INTEGER NOT NULL AS (CASE half WHEN 'am' THEN 0 WHEN 'pm' THEN 1 ELSE 2 END) VIRTUAL
) STRICT;
CREATE INDEX event_day ON event (day, half_no, n);
CREATE INDEX event_village ON event (village, day);
CREATE INDEX event_milestone ON event (day) WHERE milestone = 1;
CREATE INDEX event_planned ON event (day) WHERE status = 'planned';

CREATE TABLE visit (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  village BLOB NOT NULL,
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  half TEXT NOT NULL CHECK (half IN ('am', 'pm', 'eve')),
  grp TEXT NOT NULL DEFAULT '',
  head TEXT NOT NULL DEFAULT '',
  class TEXT NOT NULL CHECK (class IN ('party', 'dibao', 'tekun', 'lifted', 'petitioner', 'delegate', 'elder', 'gentry',
    'producer', 'former', 'random', 'other')),
  people TEXT NOT NULL DEFAULT '[]',
  found TEXT NOT NULL CHECK (found IN ('home', 'nobody', 'refused', 'contacted')),
  escorted INTEGER NOT NULL DEFAULT 0 CHECK (escorted IN (0, 1)),
  said TEXT NOT NULL DEFAULT '',
  follow_up TEXT NOT NULL DEFAULT '',
  finding BLOB,
  by BLOB,
  x INTEGER NOT NULL DEFAULT 1 CHECK (x IN (0, 1))
) STRICT;
CREATE INDEX visit_day ON visit (day, n);
CREATE INDEX visit_village ON visit (village, day, n);
CREATE INDEX visit_by ON visit (by, day);

CREATE TABLE finding (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  pre_no TEXT NOT NULL,
  title TEXT NOT NULL CHECK (length(title) > 0),
  body TEXT NOT NULL DEFAULT '',
  village BLOB,
  unit BLOB,
  areas TEXT NOT NULL DEFAULT '',
  level TEXT NOT NULL DEFAULT 'village' CHECK (level IN ('village', 'township', 'department')),
  track TEXT NOT NULL DEFAULT 'undecided'
    CHECK (track IN ('undecided', 'general', 'immediate', 'clue', 'advice', 'referred')),
  clue INTEGER NOT NULL DEFAULT 0 CHECK (clue IN (0, 1)),
  triage TEXT NOT NULL DEFAULT 'normal' CHECK (triage IN ('high', 'normal', 'low')),
  discipline TEXT CHECK (discipline IN ('political', 'organisation', 'integrity', 'masses', 'work', 'life')),
  spread TEXT NOT NULL DEFAULT 'individual' CHECK (spread IN ('common', 'individual')),
  risk TEXT NOT NULL DEFAULT 'problem' CHECK (risk IN ('risk', 'problem', 'bleed')),
  handler BLOB,
  handler2 BLOB,
  due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  item BLOB,
  amount INTEGER,
  people TEXT NOT NULL DEFAULT '',
  stage TEXT NOT NULL DEFAULT 'noted' CHECK (stage IN ('noted', 'verifying', 'drafting', 'signing', 'qualified',
    'rectifying', 'to_check', 'closed', 'returned', 'merged', 'dismissed')),
  staged_on TEXT NOT NULL,
  staged_by BLOB,
  merged_into BLOB,
  final_no TEXT,
  noted_on TEXT NOT NULL,
  noted_by BLOB,
  x INTEGER NOT NULL DEFAULT 1 CHECK (x IN (0, 1)),
  -- Derived, for order and indexes; live stages are 0..7. Stored, because an index covers a question only then.
  stage_no INTEGER NOT NULL AS (CASE stage WHEN 'noted' THEN 0 WHEN 'verifying' THEN 1 WHEN 'drafting' THEN 2
    WHEN 'signing' THEN 3 WHEN 'qualified' THEN 4 WHEN 'rectifying' THEN 5 WHEN 'to_check' THEN 6
    WHEN 'returned' THEN 7 WHEN 'closed' THEN 8 WHEN 'merged' THEN 9 ELSE 10 END) STORED,
  live INTEGER NOT NULL AS (stage NOT IN ('closed', 'merged', 'dismissed')) STORED,
  counted INTEGER NOT NULL AS (stage NOT IN ('merged', 'dismissed')) STORED,
  restricted INTEGER NOT NULL AS (clue = 1 OR track = 'clue') STORED,
  due_key TEXT NOT NULL AS (coalesce(due, '9999-12-31')) STORED,
  area_no INTEGER NOT NULL AS (CAST(areas AS INTEGER)) STORED,
  triage_no INTEGER NOT NULL AS (CASE triage WHEN 'high' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END) STORED
) STRICT;
-- Each ends with what every list filters by, so that skipped rows are never looked up in the table.
CREATE INDEX finding_due ON finding (live, due_key, n, restricted, x, unit);
CREATE INDEX finding_due_all ON finding (due_key, n, restricted, x, counted);
CREATE INDEX finding_new ON finding (live, n, restricted, x);
CREATE INDEX finding_stage ON finding (stage_no, due_key, n, restricted, x);
CREATE INDEX finding_village ON finding (live, village, due_key, n, restricted, x);
CREATE INDEX finding_area ON finding (live, area_no, due_key, n, restricted, x);
CREATE INDEX finding_track ON finding (live, track, due_key, n, restricted, x);
CREATE INDEX finding_handler ON finding (live, handler, due_key, n, restricted, x);
CREATE INDEX finding_triage ON finding (live, triage_no, due_key, n, restricted, x);
CREATE INDEX finding_touched ON finding (live, staged_on, n, restricted, x);
CREATE INDEX finding_noted_by ON finding (noted_by, noted_on);
CREATE INDEX finding_noted_on ON finding (noted_on, n, restricted, x, counted, unit);
CREATE INDEX finding_closed_on ON finding (staged_on) WHERE stage = 'closed';
CREATE INDEX finding_pre_no ON finding (pre_no);
CREATE INDEX finding_final_no ON finding (final_no) WHERE final_no IS NOT NULL;
CREATE INDEX finding_merged ON finding (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE source (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  finding BLOB NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('talk', 'letter', 'document', 'visit', 'site', 'comparison', 'survey')),
  reference TEXT NOT NULL,
  x INTEGER NOT NULL DEFAULT 1 CHECK (x IN (0, 1))
) STRICT;
CREATE INDEX source_finding ON source (finding, n);

CREATE TABLE step (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  finding BLOB NOT NULL,
  from_stage TEXT,
  to_stage TEXT NOT NULL,
  day TEXT NOT NULL,
  by BLOB,
  remark TEXT NOT NULL DEFAULT '',
  x INTEGER NOT NULL DEFAULT 1 CHECK (x IN (0, 1))
) STRICT;
CREATE INDEX step_finding ON step (finding, n);
CREATE INDEX step_by ON step (by, day);

-- One row per day and team (key made from both), so that two machines that open the same meeting meet in one row.
CREATE TABLE meeting (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kind TEXT NOT NULL CHECK (kind IN ('team', 'standup', 'branch', 'consult')),
  team BLOB,
  present TEXT NOT NULL DEFAULT '[]',
  absent TEXT NOT NULL DEFAULT '[]',
  decisions TEXT NOT NULL DEFAULT '',
  figures TEXT,
  closed_by BLOB,
  closed_at TEXT,
  reopened TEXT NOT NULL DEFAULT '',
  x INTEGER NOT NULL DEFAULT 1 CHECK (x IN (0, 1))
) STRICT;
CREATE INDEX meeting_day ON meeting (day);

CREATE TABLE action (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  meeting BLOB NOT NULL,
  text TEXT NOT NULL,
  owner BLOB,
  due TEXT,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done')),
  x INTEGER NOT NULL DEFAULT 1 CHECK (x IN (0, 1))
) STRICT;
CREATE INDEX action_meeting ON action (meeting, n);

CREATE TABLE holiday (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  day TEXT NOT NULL,
  name TEXT NOT NULL,
  rest INTEGER NOT NULL CHECK (rest IN (0, 1)),
  x INTEGER NOT NULL DEFAULT 1 CHECK (x IN (0, 1))
) STRICT;

CREATE TABLE setting (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  x INTEGER NOT NULL DEFAULT 1 CHECK (x IN (0, 1))
) STRICT;

-- The log. `body` is the truth (deterministic CBOR); the other columns are read from it and checked against it.
CREATE TABLE sync_log (
  n INTEGER PRIMARY KEY,
  stream BLOB NOT NULL CHECK (length(stream) = 8),
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  prev BLOB NOT NULL,
  lamport INTEGER NOT NULL,
  wall_ms INTEGER NOT NULL,
  actor BLOB,
  verb TEXT NOT NULL,
  subject TEXT NOT NULL,
  of INTEGER,
  undone_by INTEGER,
  body BLOB NOT NULL,
  UNIQUE (stream, seq, hash)
) STRICT;
CREATE TRIGGER sync_log_keeps BEFORE DELETE ON sync_log BEGIN
  SELECT RAISE(ABORT, 'the log is never shortened');
END;

-- What the open transaction has changed: col 0 says the row is new.
CREATE TABLE sync_dirty (
  t INTEGER NOT NULL,
  key BLOB NOT NULL,
  col INTEGER NOT NULL,
  PRIMARY KEY (t, key, col)
) STRICT, WITHOUT ROWID;

-- The entry that made a row and the newest that touched it.
CREATE TABLE sync_row (
  t INTEGER NOT NULL,
  key BLOB NOT NULL,
  born INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (t, key)
) STRICT, WITHOUT ROWID;

-- The entries nobody superseded, for cells changed since their row was made (otherwise it is sync_row.born).
CREATE TABLE sync_head (
  t INTEGER NOT NULL,
  key BLOB NOT NULL,
  col INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (t, key, col, n)
) STRICT, WITHOUT ROWID;

-- This machine: local, never synced.
CREATE TABLE device (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  stream BLOB NOT NULL CHECK (length(stream) = 8),
  code TEXT NOT NULL,
  me BLOB,
  seq INTEGER NOT NULL DEFAULT 0,
  lamport INTEGER NOT NULL DEFAULT 0,
  pinned TEXT,
  seed INTEGER
) STRICT;

-- The last number given, per code; a number is never given twice, whatever is undone.
CREATE TABLE counter (
  code TEXT PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Steps of undo: `n` is the entry that undo (or redo) would reverse.
CREATE TABLE undo_step (
  pos INTEGER PRIMARY KEY,
  n INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

-- Counts kept by triggers, so that a number on the screen never costs a walk through the file.
CREATE TABLE tally (
  kind TEXT NOT NULL,
  a ANY NOT NULL,
  b ANY NOT NULL,
  clue INTEGER NOT NULL DEFAULT 0,
  n INTEGER NOT NULL,
  PRIMARY KEY (kind, a, b, clue)
) STRICT, WITHOUT ROWID;

-- How far a village's checklist is and when somebody last worked on it.
CREATE TABLE village_stat (
  village BLOB PRIMARY KEY,
  answered INTEGER NOT NULL,
  last_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX village_stat_last ON village_stat (last_day, answered);

-- Search: bigrams over number, title and body, because FTS5's own tokenisers find no one- or two-character word.
CREATE VIRTUAL TABLE finding_fts USING fts5(
  grams, content='', contentless_delete=1, prefix='1 2 3', tokenize="unicode61 remove_diacritics 0"
);

CREATE TRIGGER finding_fts_ins AFTER INSERT ON finding BEGIN
  INSERT INTO finding_fts (rowid, grams)
  VALUES (NEW.n, xc_grams(NEW.pre_no || ' ' || coalesce(NEW.final_no, '') || char(10) || NEW.title || char(10) || NEW.body));
END;
CREATE TRIGGER finding_fts_upd AFTER UPDATE OF pre_no, final_no, title, body ON finding
WHEN OLD.pre_no IS NOT NEW.pre_no OR OLD.final_no IS NOT NEW.final_no OR OLD.title IS NOT NEW.title OR OLD.body IS NOT NEW.body
BEGIN
  DELETE FROM finding_fts WHERE rowid = NEW.n;
  INSERT INTO finding_fts (rowid, grams)
  VALUES (NEW.n, xc_grams(NEW.pre_no || ' ' || coalesce(NEW.final_no, '') || char(10) || NEW.title || char(10) || NEW.body));
END;

-- (The first row of each VALUES only names the columns: in a trigger they would else be called after NEW's.)
-- kinds: st stage×track, vs village×stage, vt village×track, va village×area, as area×stage, at area×track (area 0: none),
-- noted day×track, closed day, due day of live ones. vt, va, at and noted leave merged and dismissed ones out.

CREATE TRIGGER finding_tally_ins AFTER INSERT ON finding BEGIN
  INSERT INTO tally (kind, a, b, clue, n)
  SELECT column1, column2, column3, NEW.restricted, 1 FROM (VALUES
    (NULL, NULL, NULL),
    ('st', NEW.stage, NEW.track),
    ('vs', coalesce(NEW.village, x''), NEW.stage),
    (CASE WHEN NEW.counted THEN 'vt' END, coalesce(NEW.village, x''), NEW.track),
    (CASE WHEN NEW.counted THEN 'noted' END, NEW.noted_on, NEW.track),
    (CASE WHEN NEW.stage = 'closed' THEN 'closed' END, NEW.staged_on, ''),
    (CASE WHEN NEW.live AND NEW.due IS NOT NULL THEN 'due' END, NEW.due, '')
  ) WHERE NEW.x = 1 AND column1 IS NOT NULL
  ON CONFLICT (kind, a, b, clue) DO UPDATE SET n = n + 1;
  INSERT INTO tally (kind, a, b, clue, n)
  SELECT k.column1,
    CASE k.column1 WHEN 'va' THEN coalesce(NEW.village, x'') ELSE no.column1 END,
    CASE k.column1 WHEN 'va' THEN no.column1 WHEN 'as' THEN NEW.stage ELSE NEW.track END,
    NEW.restricted, 1
  FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15), (16)) AS no
  JOIN (VALUES ('va'), ('as'), ('at')) AS k
  WHERE NEW.x = 1 AND (NEW.counted OR k.column1 = 'as')
    AND CASE no.column1 WHEN 0 THEN NEW.areas = '' ELSE instr(' ' || NEW.areas || ' ', ' ' || no.column1 || ' ') > 0 END
  ON CONFLICT (kind, a, b, clue) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER finding_tally_upd AFTER UPDATE OF x, stage, track, clue, village, areas, due, noted_on, staged_on ON finding
WHEN OLD.x IS NOT NEW.x OR OLD.stage IS NOT NEW.stage OR OLD.track IS NOT NEW.track OR OLD.clue IS NOT NEW.clue OR OLD.village IS NOT NEW.village OR OLD.areas IS NOT NEW.areas OR OLD.due IS NOT NEW.due OR OLD.noted_on IS NOT NEW.noted_on OR OLD.staged_on IS NOT NEW.staged_on
BEGIN
  INSERT INTO tally (kind, a, b, clue, n)
  SELECT column1, column2, column3, OLD.restricted, -1 FROM (VALUES
    (NULL, NULL, NULL),
    ('st', OLD.stage, OLD.track),
    ('vs', coalesce(OLD.village, x''), OLD.stage),
    (CASE WHEN OLD.counted THEN 'vt' END, coalesce(OLD.village, x''), OLD.track),
    (CASE WHEN OLD.counted THEN 'noted' END, OLD.noted_on, OLD.track),
    (CASE WHEN OLD.stage = 'closed' THEN 'closed' END, OLD.staged_on, ''),
    (CASE WHEN OLD.live AND OLD.due IS NOT NULL THEN 'due' END, OLD.due, '')
  ) WHERE OLD.x = 1 AND column1 IS NOT NULL
  ON CONFLICT (kind, a, b, clue) DO UPDATE SET n = n - 1;
  INSERT INTO tally (kind, a, b, clue, n)
  SELECT k.column1,
    CASE k.column1 WHEN 'va' THEN coalesce(OLD.village, x'') ELSE no.column1 END,
    CASE k.column1 WHEN 'va' THEN no.column1 WHEN 'as' THEN OLD.stage ELSE OLD.track END,
    OLD.restricted, -1
  FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15), (16)) AS no
  JOIN (VALUES ('va'), ('as'), ('at')) AS k
  WHERE OLD.x = 1 AND (OLD.counted OR k.column1 = 'as')
    AND CASE no.column1 WHEN 0 THEN OLD.areas = '' ELSE instr(' ' || OLD.areas || ' ', ' ' || no.column1 || ' ') > 0 END
  ON CONFLICT (kind, a, b, clue) DO UPDATE SET n = n - 1;
  INSERT INTO tally (kind, a, b, clue, n)
  SELECT column1, column2, column3, NEW.restricted, 1 FROM (VALUES
    (NULL, NULL, NULL),
    ('st', NEW.stage, NEW.track),
    ('vs', coalesce(NEW.village, x''), NEW.stage),
    (CASE WHEN NEW.counted THEN 'vt' END, coalesce(NEW.village, x''), NEW.track),
    (CASE WHEN NEW.counted THEN 'noted' END, NEW.noted_on, NEW.track),
    (CASE WHEN NEW.stage = 'closed' THEN 'closed' END, NEW.staged_on, ''),
    (CASE WHEN NEW.live AND NEW.due IS NOT NULL THEN 'due' END, NEW.due, '')
  ) WHERE NEW.x = 1 AND column1 IS NOT NULL
  ON CONFLICT (kind, a, b, clue) DO UPDATE SET n = n + 1;
  INSERT INTO tally (kind, a, b, clue, n)
  SELECT k.column1,
    CASE k.column1 WHEN 'va' THEN coalesce(NEW.village, x'') ELSE no.column1 END,
    CASE k.column1 WHEN 'va' THEN no.column1 WHEN 'as' THEN NEW.stage ELSE NEW.track END,
    NEW.restricted, 1
  FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15), (16)) AS no
  JOIN (VALUES ('va'), ('as'), ('at')) AS k
  WHERE NEW.x = 1 AND (NEW.counted OR k.column1 = 'as')
    AND CASE no.column1 WHEN 0 THEN NEW.areas = '' ELSE instr(' ' || NEW.areas || ' ', ' ' || no.column1 || ' ') > 0 END
  ON CONFLICT (kind, a, b, clue) DO UPDATE SET n = n + 1;
END;

-- ev day×status, ves village×status, evq kind×day: what finished events came to, in the unit of their kind.

CREATE TRIGGER event_tally_ins AFTER INSERT ON event BEGIN
  INSERT INTO tally (kind, a, b, n)
  SELECT column1, column2, column3, column4 FROM (VALUES
    (NULL, NULL, NULL, NULL),
    ('ev', NEW.day, NEW.status, 1),
    (CASE WHEN NEW.village IS NOT NULL THEN 'ves' END, NEW.village, NEW.status, 1),
    (CASE WHEN NEW.status = 'done' THEN 'evq' END, NEW.kind, NEW.day, coalesce(NEW.count, 1))
  ) WHERE NEW.x = 1 AND column1 IS NOT NULL
  ON CONFLICT (kind, a, b, clue) DO UPDATE SET n = n + excluded.n;
END;
CREATE TRIGGER event_tally_upd AFTER UPDATE OF x, day, status, village, kind, count ON event
WHEN OLD.x IS NOT NEW.x OR OLD.day IS NOT NEW.day OR OLD.status IS NOT NEW.status OR OLD.village IS NOT NEW.village OR OLD.kind IS NOT NEW.kind OR OLD.count IS NOT NEW.count
BEGIN
  INSERT INTO tally (kind, a, b, n)
  SELECT column1, column2, column3, -column4 FROM (VALUES
    (NULL, NULL, NULL, NULL),
    ('ev', OLD.day, OLD.status, 1),
    (CASE WHEN OLD.village IS NOT NULL THEN 'ves' END, OLD.village, OLD.status, 1),
    (CASE WHEN OLD.status = 'done' THEN 'evq' END, OLD.kind, OLD.day, coalesce(OLD.count, 1))
  ) WHERE OLD.x = 1 AND column1 IS NOT NULL
  ON CONFLICT (kind, a, b, clue) DO UPDATE SET n = n + excluded.n;
  INSERT INTO tally (kind, a, b, n)
  SELECT column1, column2, column3, column4 FROM (VALUES
    (NULL, NULL, NULL, NULL),
    ('ev', NEW.day, NEW.status, 1),
    (CASE WHEN NEW.village IS NOT NULL THEN 'ves' END, NEW.village, NEW.status, 1),
    (CASE WHEN NEW.status = 'done' THEN 'evq' END, NEW.kind, NEW.day, coalesce(NEW.count, 1))
  ) WHERE NEW.x = 1 AND column1 IS NOT NULL
  ON CONFLICT (kind, a, b, clue) DO UPDATE SET n = n + excluded.n;
END;

-- vi day×found, vv village×found, vc village×class, vm the same for households met.

CREATE TRIGGER visit_tally_ins AFTER INSERT ON visit BEGIN
  INSERT INTO tally (kind, a, b, n)
  SELECT column1, column2, column3, column4 FROM (VALUES
    (NULL, NULL, NULL, NULL),
    ('vi', NEW.day, NEW.found, 1),
    ('vv', NEW.village, NEW.found, 1),
    ('vc', NEW.village, NEW.class, 1),
    (CASE WHEN NEW.found IN ('home', 'contacted') THEN 'vm' END, NEW.village, NEW.class, 1)
  ) WHERE NEW.x = 1 AND column1 IS NOT NULL
  ON CONFLICT (kind, a, b, clue) DO UPDATE SET n = n + excluded.n;
END;
CREATE TRIGGER visit_tally_upd AFTER UPDATE OF x, day, found, village, class ON visit
WHEN OLD.x IS NOT NEW.x OR OLD.day IS NOT NEW.day OR OLD.found IS NOT NEW.found OR OLD.village IS NOT NEW.village OR OLD.class IS NOT NEW.class
BEGIN
  INSERT INTO tally (kind, a, b, n)
  SELECT column1, column2, column3, -column4 FROM (VALUES
    (NULL, NULL, NULL, NULL),
    ('vi', OLD.day, OLD.found, 1),
    ('vv', OLD.village, OLD.found, 1),
    ('vc', OLD.village, OLD.class, 1),
    (CASE WHEN OLD.found IN ('home', 'contacted') THEN 'vm' END, OLD.village, OLD.class, 1)
  ) WHERE OLD.x = 1 AND column1 IS NOT NULL
  ON CONFLICT (kind, a, b, clue) DO UPDATE SET n = n + excluded.n;
  INSERT INTO tally (kind, a, b, n)
  SELECT column1, column2, column3, column4 FROM (VALUES
    (NULL, NULL, NULL, NULL),
    ('vi', NEW.day, NEW.found, 1),
    ('vv', NEW.village, NEW.found, 1),
    ('vc', NEW.village, NEW.class, 1),
    (CASE WHEN NEW.found IN ('home', 'contacted') THEN 'vm' END, NEW.village, NEW.class, 1)
  ) WHERE NEW.x = 1 AND column1 IS NOT NULL
  ON CONFLICT (kind, a, b, clue) DO UPDATE SET n = n + excluded.n;
END;

-- an village×'area:state', ad day×state.

CREATE TRIGGER answer_tally_ins AFTER INSERT ON answer BEGIN
  INSERT INTO tally (kind, a, b, n)
  SELECT column1, column2, column3, column4 FROM (VALUES
    (NULL, NULL, NULL, NULL),
    ('an', NEW.village, NEW.area || ':' || NEW.state, 1),
    ('ad', NEW.day, NEW.state, 1)
  ) WHERE NEW.x = 1 AND column1 IS NOT NULL
  ON CONFLICT (kind, a, b, clue) DO UPDATE SET n = n + excluded.n;
  INSERT INTO village_stat (village, answered, last_day)
  SELECT NEW.village, +1, NEW.day WHERE NEW.x = 1 AND NEW.state <> 'open'
  ON CONFLICT (village) DO UPDATE SET answered = answered + excluded.answered, last_day = excluded.last_day;
END;
CREATE TRIGGER answer_tally_upd AFTER UPDATE OF x, village, area, state, day ON answer
WHEN OLD.x IS NOT NEW.x OR OLD.village IS NOT NEW.village OR OLD.area IS NOT NEW.area OR OLD.state IS NOT NEW.state OR OLD.day IS NOT NEW.day
BEGIN
  INSERT INTO tally (kind, a, b, n)
  SELECT column1, column2, column3, -column4 FROM (VALUES
    (NULL, NULL, NULL, NULL),
    ('an', OLD.village, OLD.area || ':' || OLD.state, 1),
    ('ad', OLD.day, OLD.state, 1)
  ) WHERE OLD.x = 1 AND column1 IS NOT NULL
  ON CONFLICT (kind, a, b, clue) DO UPDATE SET n = n + excluded.n;
  INSERT INTO village_stat (village, answered, last_day)
  SELECT OLD.village, -1, OLD.day WHERE OLD.x = 1 AND OLD.state <> 'open'
  ON CONFLICT (village) DO UPDATE SET answered = answered + excluded.answered, last_day = excluded.last_day;
  INSERT INTO tally (kind, a, b, n)
  SELECT column1, column2, column3, column4 FROM (VALUES
    (NULL, NULL, NULL, NULL),
    ('an', NEW.village, NEW.area || ':' || NEW.state, 1),
    ('ad', NEW.day, NEW.state, 1)
  ) WHERE NEW.x = 1 AND column1 IS NOT NULL
  ON CONFLICT (kind, a, b, clue) DO UPDATE SET n = n + excluded.n;
  INSERT INTO village_stat (village, answered, last_day)
  SELECT NEW.village, +1, NEW.day WHERE NEW.x = 1 AND NEW.state <> 'open'
  ON CONFLICT (village) DO UPDATE SET answered = answered + excluded.answered, last_day = excluded.last_day;
END;

-- How many villages there are: kind 'all', a 'village'.
CREATE TRIGGER village_tally_ins AFTER INSERT ON village WHEN NEW.x = 1 BEGIN
  INSERT INTO tally (kind, a, b, n) VALUES ('all', 'village', '', 1)
  ON CONFLICT (kind, a, b, clue) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER village_tally_upd AFTER UPDATE OF x ON village WHEN OLD.x IS NOT NEW.x BEGIN
  UPDATE tally SET n = n + NEW.x - OLD.x WHERE kind = 'all' AND a = 'village';
END;
