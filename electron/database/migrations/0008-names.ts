/**
 * Titles before and after a name are kept beside the full name, which stays what is printed. Every printed name can be
 * checked by a second person, and findings about names can be noted as seen: both of exactly the text that was there.
 */
export const sql = `
ALTER TABLE heads ADD COLUMN gelar_before TEXT;
ALTER TABLE heads ADD COLUMN gelar_after TEXT;
ALTER TABLE agencies ADD COLUMN head_gelar_before TEXT;
ALTER TABLE agencies ADD COLUMN head_gelar_after TEXT;
ALTER TABLE panelists ADD COLUMN gelar_before TEXT;
ALTER TABLE panelists ADD COLUMN gelar_after TEXT;
ALTER TABLE editions ADD COLUMN signatory_gelar_before TEXT;
ALTER TABLE editions ADD COLUMN signatory_gelar_after TEXT;

CREATE TABLE name_checks (
  edition_id INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  account_id INTEGER REFERENCES accounts (id),
  checker TEXT NOT NULL CHECK (length(checker) BETWEEN 1 AND 200),
  checked_at TEXT NOT NULL,
  PRIMARY KEY (edition_id, subject)
) STRICT, WITHOUT ROWID;

CREATE INDEX name_checks_account ON name_checks (account_id);

CREATE TABLE seen_findings (
  edition_id INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
  subject TEXT NOT NULL,
  rule TEXT NOT NULL,
  sentence TEXT NOT NULL,
  account_id INTEGER REFERENCES accounts (id),
  viewer TEXT NOT NULL CHECK (length(viewer) BETWEEN 1 AND 200),
  seen_at TEXT NOT NULL,
  PRIMARY KEY (edition_id, subject, rule)
) STRICT, WITHOUT ROWID;

CREATE INDEX seen_findings_account ON seen_findings (account_id);
`;
