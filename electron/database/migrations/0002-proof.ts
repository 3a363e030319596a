/** Who did it, what was agreed, what was signed and sealed; and the ledger that says so. */
export const sql = `
CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  role TEXT NOT NULL CHECK (role IN ('secretary', 'chair', 'operator', 'verifier', 'auditor', 'viewer')),
  pin_hash TEXT NOT NULL,
  recovery_hash TEXT,
  wrong_tries INTEGER NOT NULL DEFAULT 0,
  wait_until TEXT,
  created_at TEXT NOT NULL,
  closed_at TEXT
) STRICT;
CREATE UNIQUE INDEX accounts_name ON accounts (name COLLATE NOCASE) WHERE closed_at IS NULL;

ALTER TABLE editions ADD COLUMN secured_at TEXT;
ALTER TABLE rounds ADD COLUMN keying TEXT NOT NULL DEFAULT 'single' CHECK (keying IN ('single', 'confirm', 'double'));

CREATE TABLE ledger (
  edition_id INTEGER NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  body TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  subject TEXT GENERATED ALWAYS AS (body ->> '$.subject') VIRTUAL,
  PRIMARY KEY (edition_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_subject ON ledger (edition_id, subject);

CREATE TRIGGER ledger_never_updated BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is only appended to'); END;
CREATE TRIGGER ledger_never_deleted BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is only appended to'); END;
CREATE TRIGGER ledger_in_order BEFORE INSERT ON ledger
WHEN NEW.seq <> (SELECT ifnull(max(seq), 0) + 1 FROM ledger WHERE edition_id = NEW.edition_id)
BEGIN SELECT RAISE(ABORT, 'the ledger is only appended to'); END;

CREATE TABLE policies (
  edition_id INTEGER PRIMARY KEY REFERENCES editions (id) ON DELETE CASCADE,
  signatures INTEGER NOT NULL CHECK (signatures >= 1),
  panelist_names TEXT NOT NULL CHECK (panelist_names IN ('named', 'letters'))
) STRICT;

CREATE TABLE policy_signers (
  edition_id INTEGER NOT NULL REFERENCES policies (edition_id) ON DELETE CASCADE,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (edition_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX policy_signers_account ON policy_signers (account_id);

CREATE TABLE rule_books (
  edition_id INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
  version INTEGER NOT NULL CHECK (version >= 1),
  reason TEXT,
  opened_at TEXT NOT NULL,
  content TEXT CHECK (content IS NULL OR json_valid(content)),
  hash TEXT,
  frozen_at TEXT,
  PRIMARY KEY (edition_id, version),
  CHECK ((hash IS NULL) = (frozen_at IS NULL) AND (content IS NULL) = (frozen_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE signatures (
  id INTEGER PRIMARY KEY,
  edition_id INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
  subject TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  signed_at TEXT NOT NULL,
  UNIQUE (edition_id, subject, hash, account_id)
) STRICT;
CREATE INDEX signatures_account ON signatures (account_id);

CREATE TABLE keyings (
  sheet_id INTEGER NOT NULL REFERENCES sheets (id) ON DELETE CASCADE,
  indicator_id INTEGER NOT NULL REFERENCES indicators (id),
  pass INTEGER NOT NULL CHECK (pass IN (1, 2)),
  value TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 60),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  keyed_at TEXT NOT NULL,
  PRIMARY KEY (sheet_id, indicator_id, pass)
) STRICT, WITHOUT ROWID;

CREATE TABLE seals (
  round_id INTEGER NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
  version INTEGER NOT NULL CHECK (version >= 1),
  result TEXT NOT NULL CHECK (json_valid(result)),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  sealed_at TEXT NOT NULL,
  opened_at TEXT,
  PRIMARY KEY (round_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE corrections (
  id INTEGER PRIMARY KEY,
  round_id INTEGER NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  reason TEXT NOT NULL,
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  requested_by INTEGER NOT NULL REFERENCES accounts (id),
  requested_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'withdrawn')),
  version INTEGER,
  UNIQUE (round_id, number)
) STRICT;
CREATE INDEX corrections_account ON corrections (requested_by);

CREATE TABLE declarations (
  edition_id INTEGER PRIMARY KEY REFERENCES editions (id) ON DELETE CASCADE,
  declared_at TEXT NOT NULL,
  embargo_until TEXT NOT NULL
) STRICT;

CREATE TABLE prints (
  id INTEGER PRIMARY KEY,
  edition_id INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  serial TEXT NOT NULL,
  versions TEXT NOT NULL CHECK (json_valid(versions)),
  printed_at TEXT NOT NULL,
  revoked_at TEXT,
  revoked_why TEXT,
  UNIQUE (edition_id, serial)
) STRICT;

CREATE TABLE person_details (
  edition_id INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
  person TEXT NOT NULL,
  nip TEXT,
  phone TEXT,
  email TEXT,
  blanked_at TEXT,
  PRIMARY KEY (edition_id, person)
) STRICT, WITHOUT ROWID;
`;
