/** The sheet a score stands on: the route of the typing grid with the entry's row in focus. */
export function sheetRoute(at: {
  editionId: number;
  roundId: number;
  panelistId: number | null;
  entryId: number;
}): string {
  return `/e/${at.editionId}/penilaian/${at.roundId}/${at.panelistId ?? 0}?peserta=${at.entryId}`;
}
