/** What the very PDF was with which a paper went out alone: a signed one that comes back is held against it, not made again. */
export const sql = `
ALTER TABLE print_runs ADD COLUMN pdf_hash TEXT CHECK (length(pdf_hash) = 64);
ALTER TABLE print_runs ADD COLUMN pdf_bytes INTEGER CHECK (pdf_bytes > 0);
`;
