/**
 * What went out to be edited further is in the register too, apart from the paper that its serial stands on; and sheets that
 * are no longer right are noted when somebody has taken them back.
 */
export const sql = `
ALTER TABLE prints ADD COLUMN form TEXT NOT NULL DEFAULT 'pdf' CHECK (form IN ('pdf', 'docx'));
ALTER TABLE prints ADD COLUMN withdrawn_at TEXT;
ALTER TABLE prints ADD COLUMN withdrawn_by TEXT;
`;
