/**
 * A paper counts from the moment its PDF leaves the application, not from when somebody says it is printed. Columns that
 * nothing wrote or nothing read go, so that nobody can write them unseen: when something was typed stands in the ledger.
 */
export const sql = `
ALTER TABLE prints RENAME COLUMN printed_at TO issued_at;
ALTER TABLE documents DROP COLUMN printed_sha256;
ALTER TABLE seals DROP COLUMN opened_at;
ALTER TABLE keyings DROP COLUMN keyed_at;
`;
