/** What the office gives for letters, lists and the ceremony. */
export const sql = `
CREATE TABLE office_details (
  edition_id INTEGER PRIMARY KEY REFERENCES editions (id) ON DELETE CASCADE,
  signer_office TEXT,
  signer_name TEXT,
  signer_rank TEXT,
  bases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(bases)),
  budget TEXT,
  copies TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(copies)),
  ceremony_start TEXT CHECK (ceremony_start GLOB '[0-2][0-9].[0-5][0-9]'),
  ceremony_items TEXT CHECK (ceremony_items IS NULL OR json_valid(ceremony_items)),
  guests TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(guests))
) STRICT;

CREATE TABLE round_events (
  round_id INTEGER PRIMARY KEY REFERENCES rounds (id) ON DELETE CASCADE,
  date TEXT CHECK (date IS date(date)),
  start TEXT CHECK (start GLOB '[0-2][0-9].[0-5][0-9]'),
  venue TEXT,
  presentation_minutes INTEGER CHECK (presentation_minutes BETWEEN 1 AND 600),
  interview_minutes INTEGER CHECK (interview_minutes BETWEEN 1 AND 600),
  in_person INTEGER NOT NULL DEFAULT 1 CHECK (in_person IN (0, 1)),
  pauses TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(pauses)),
  turns TEXT CHECK (turns IS NULL OR json_valid(turns)),
  lot TEXT CHECK (lot IS NULL OR turns IS NOT NULL)
) STRICT;
`;
