/**
 * The register of papers: what each showed, every time it went out and why again, when it was seen on paper, the numbering
 * of each kind, and the signed PDFs that came back. What went out before this stays as it was written.
 */
export const sql = `
ALTER TABLE prints ADD COLUMN title TEXT;
ALTER TABLE prints ADD COLUMN content TEXT CHECK (length(content) = 64);
ALTER TABLE prints ADD COLUMN seen_at TEXT;
ALTER TABLE prints ADD COLUMN seen_by TEXT;

CREATE TABLE print_runs (
  edition_id INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
  serial TEXT NOT NULL,
  run INTEGER NOT NULL CHECK (run >= 1),
  at TEXT NOT NULL,
  actor TEXT,
  place TEXT NOT NULL,
  target TEXT NOT NULL,
  reason TEXT,
  PRIMARY KEY (edition_id, serial, run),
  FOREIGN KEY (edition_id, serial) REFERENCES prints (edition_id, serial) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE number_patterns (
  edition_id INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  pattern TEXT NOT NULL CHECK (length(pattern) BETWEEN 1 AND 100),
  PRIMARY KEY (edition_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE signed_papers (
  edition_id INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
  serial TEXT NOT NULL,
  key TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  signer TEXT NOT NULL,
  filed_at TEXT NOT NULL,
  filed_by TEXT,
  PRIMARY KEY (edition_id, serial)
) STRICT, WITHOUT ROWID;

CREATE TABLE signed_files (
  id INTEGER PRIMARY KEY,
  edition_id INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
  hash TEXT NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (edition_id, hash)
) STRICT;
`;
