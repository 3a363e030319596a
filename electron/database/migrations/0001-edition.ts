/** The edition and all in it. Numbers that count are exact decimal text; names are never keys. */
export const sql = `
CREATE TABLE editions (
  id INTEGER PRIMARY KEY,
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 9999),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  theme TEXT,
  organiser TEXT,
  venue TEXT,
  ceremony_date TEXT CHECK (ceremony_date IS date(ceremony_date)),
  signatory_name TEXT,
  signatory_title TEXT,
  signatory_place TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE pictures (
  id INTEGER PRIMARY KEY,
  mime TEXT NOT NULL CHECK (mime IN ('image/png', 'image/jpeg', 'image/svg+xml')),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 5242880)
) STRICT;

CREATE TABLE regions (
  id INTEGER PRIMARY KEY,
  edition_id INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
  code TEXT NOT NULL CHECK (code GLOB '[0-9][0-9].[0-9][0-9]'),
  type TEXT NOT NULL CHECK (type IN ('kabupaten', 'kota')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  position INTEGER NOT NULL,
  UNIQUE (edition_id, code)
) STRICT;

CREATE TABLE heads (
  region_id INTEGER PRIMARY KEY REFERENCES regions (id) ON DELETE CASCADE,
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200)
) STRICT;

CREATE TABLE head_pictures (
  region_id INTEGER PRIMARY KEY REFERENCES regions (id) ON DELETE CASCADE,
  picture_id INTEGER NOT NULL REFERENCES pictures (id)
) STRICT;
CREATE INDEX head_pictures_picture ON head_pictures (picture_id);

CREATE TABLE agencies (
  region_id INTEGER PRIMARY KEY REFERENCES regions (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  head TEXT
) STRICT;

CREATE TABLE panelists (
  id INTEGER PRIMARY KEY,
  edition_id INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 64),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  institution TEXT,
  position INTEGER NOT NULL,
  UNIQUE (edition_id, key)
) STRICT;

CREATE TABLE categories (
  id INTEGER PRIMARY KEY,
  edition_id INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 64),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  position INTEGER NOT NULL,
  UNIQUE (edition_id, key)
) STRICT;

CREATE TABLE entries (
  id INTEGER PRIMARY KEY,
  category_id INTEGER NOT NULL REFERENCES categories (id) ON DELETE CASCADE,
  region_id INTEGER NOT NULL REFERENCES regions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  UNIQUE (category_id, region_id)
) STRICT;
CREATE INDEX entries_region ON entries (region_id);

CREATE TABLE rounds (
  id INTEGER PRIMARY KEY,
  category_id INTEGER NOT NULL REFERENCES categories (id) ON DELETE CASCADE,
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 64),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  kind TEXT NOT NULL CHECK (kind IN ('panel', 'desk')),
  aggregate TEXT NOT NULL CHECK (aggregate IN ('mean', 'median', 'trimmedMean')),
  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 10),
  carry TEXT NOT NULL,
  quorum INTEGER NOT NULL CHECK (quorum >= 0),
  advance_top INTEGER CHECK (advance_top >= 1),
  advance_at_least TEXT,
  tie_break TEXT NOT NULL CHECK (json_type(tie_break) = 'array'),
  position INTEGER NOT NULL,
  UNIQUE (category_id, key),
  CHECK (advance_top IS NULL OR advance_at_least IS NULL)
) STRICT;

CREATE TABLE panels (
  round_id INTEGER NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
  panelist_id INTEGER NOT NULL REFERENCES panelists (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (round_id, panelist_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX panels_panelist ON panels (panelist_id);

CREATE TABLE indicators (
  id INTEGER PRIMARY KEY,
  round_id INTEGER NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 64),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  weight TEXT NOT NULL,
  scale_min TEXT NOT NULL,
  scale_max TEXT NOT NULL,
  scale_step TEXT,
  direction TEXT NOT NULL CHECK (direction IN ('higher', 'lower')),
  position INTEGER NOT NULL,
  UNIQUE (round_id, key)
) STRICT;

CREATE TABLE recusals (
  id INTEGER PRIMARY KEY,
  round_id INTEGER NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
  panelist_id INTEGER NOT NULL REFERENCES panelists (id) ON DELETE CASCADE,
  entry_id INTEGER NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
  reason TEXT NOT NULL,
  UNIQUE (round_id, panelist_id, entry_id)
) STRICT;
CREATE INDEX recusals_panelist ON recusals (panelist_id);
CREATE INDEX recusals_entry ON recusals (entry_id);

CREATE TABLE sheets (
  id INTEGER PRIMARY KEY,
  round_id INTEGER NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
  entry_id INTEGER NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
  panelist_id INTEGER REFERENCES panelists (id)
) STRICT;
CREATE UNIQUE INDEX sheets_place ON sheets (round_id, entry_id, ifnull(panelist_id, 0));
CREATE INDEX sheets_entry ON sheets (entry_id);
CREATE INDEX sheets_panelist ON sheets (panelist_id);

CREATE TABLE scores (
  sheet_id INTEGER NOT NULL REFERENCES sheets (id) ON DELETE CASCADE,
  indicator_id INTEGER NOT NULL REFERENCES indicators (id),
  value TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 60),
  entered_at INTEGER NOT NULL,
  entered_via TEXT NOT NULL CHECK (entered_via IN ('grid', 'template', 'mapped', 'edition')),
  PRIMARY KEY (sheet_id, indicator_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE decisions (
  id INTEGER PRIMARY KEY,
  round_id INTEGER NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
  reason TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE decision_entries (
  decision_id INTEGER NOT NULL REFERENCES decisions (id) ON DELETE CASCADE,
  entry_id INTEGER NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
  listed INTEGER NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (decision_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_entries_entry ON decision_entries (entry_id);

CREATE TABLE awards (
  id INTEGER PRIMARY KEY,
  edition_id INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 64),
  category_id INTEGER NOT NULL REFERENCES categories (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  places INTEGER NOT NULL CHECK (places >= 1),
  recipient TEXT NOT NULL CHECK (recipient IN ('head', 'agency', 'region')),
  position INTEGER NOT NULL,
  UNIQUE (edition_id, key)
) STRICT;
CREATE INDEX awards_category ON awards (category_id);

CREATE TABLE documents (
  edition_id INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 100),
  number TEXT,
  date TEXT CHECK (date IS date(date)),
  paper_size TEXT CHECK (paper_size IN ('A4', 'F4')),
  printed_at TEXT,
  printed_sha256 TEXT,
  PRIMARY KEY (edition_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE emblems (
  owner TEXT PRIMARY KEY CHECK (owner IN ('letterhead', 'governor')),
  picture_id INTEGER NOT NULL REFERENCES pictures (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX emblems_picture ON emblems (picture_id);

CREATE TABLE column_mappings (
  round_id INTEGER NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
  fingerprint TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  PRIMARY KEY (round_id, fingerprint)
) STRICT, WITHOUT ROWID;
`;
