/**
 * What the register knows more of a paper: its number and the rounds it rests on when it went out, what became of each
 * time it was sent to a printer, and how its sheets were read. What went out before this stays as it was written.
 */
export const sql = `
ALTER TABLE prints ADD COLUMN number TEXT;
ALTER TABLE prints ADD COLUMN rests_on TEXT CHECK (json_valid(rests_on));
ALTER TABLE prints ADD COLUMN seen_how TEXT CHECK (seen_how IN ('scanner', 'camera', 'file', 'typed'));
ALTER TABLE seen_pages ADD COLUMN seen_how TEXT CHECK (seen_how IN ('scanner', 'camera', 'file', 'typed'));
ALTER TABLE print_runs ADD COLUMN outcome TEXT CHECK (outcome IN ('sent', 'cancelled', 'failed'));
`;
