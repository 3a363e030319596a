/** Why a finding that must be mended was let stand. */
export const sql = `
ALTER TABLE seen_findings ADD COLUMN reason TEXT CHECK (length(reason) BETWEEN 1 AND 200);
`;
