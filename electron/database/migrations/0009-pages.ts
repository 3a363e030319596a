/**
 * Every page of a paper carries a code of its own: how many went out, and which of them were seen on paper. What went out
 * before this has one code for all of its pages, and no number of them.
 */
export const sql = `
ALTER TABLE prints ADD COLUMN pages INTEGER CHECK (pages >= 1);

CREATE TABLE seen_pages (
  edition_id INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
  serial TEXT NOT NULL,
  page INTEGER NOT NULL CHECK (page >= 1),
  seen_at TEXT NOT NULL,
  seen_by TEXT,
  PRIMARY KEY (edition_id, serial, page),
  FOREIGN KEY (edition_id, serial) REFERENCES prints (edition_id, serial) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
`;
