/** Panelists sign what they declare with an account of their own. */
export const sql = `
ALTER TABLE panelists ADD COLUMN account_id INTEGER REFERENCES accounts (id);
CREATE INDEX panelists_account ON panelists (account_id);
`;
