/** Why a finding that must be mended was let stand; who issued the certificate that a paper came back signed with. */
export const sql = `
ALTER TABLE seen_findings ADD COLUMN reason TEXT CHECK (length(reason) BETWEEN 1 AND 200);
ALTER TABLE signed_papers ADD COLUMN issuer TEXT;
`;
