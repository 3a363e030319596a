/** How the charters of an edition look: designs, their pictures, and which award is printed by which. */
export const sql = `
CREATE TABLE designs (
  edition_id INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 60),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  content TEXT NOT NULL CHECK (json_valid(content)),
  source TEXT,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (edition_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE design_pictures (
  id INTEGER PRIMARY KEY,
  edition_id INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  mime TEXT NOT NULL CHECK (mime IN ('image/png', 'image/jpeg', 'image/svg+xml')),
  width REAL NOT NULL CHECK (width > 0),
  height REAL NOT NULL CHECK (height > 0),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 12582912),
  UNIQUE (edition_id, hash)
) STRICT;

CREATE TABLE award_designs (
  award_id INTEGER PRIMARY KEY REFERENCES awards (id) ON DELETE CASCADE,
  design_key TEXT NOT NULL CHECK (length(design_key) BETWEEN 1 AND 60)
) STRICT;
`;
