/** What went out to be edited further is in the register too, apart from the paper that its serial stands on. */
export const sql = `
ALTER TABLE prints ADD COLUMN form TEXT NOT NULL DEFAULT 'pdf' CHECK (form IN ('pdf', 'docx'));
`;
