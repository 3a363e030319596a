/** What a key names besides its kind. A panelist of 0 is the desk, an entry of 0 not known yet, a round of 0 the ceremony. */
export interface Place {
  roundId?: number;
  panelistId?: number;
  entryId?: number;
  awardId?: number;
  version?: number;
}

type Numbers = readonly number[];

export function atRound([roundId, ...more]: Numbers) {
  return roundId === undefined || more.length > 0 ? null : { roundId };
}

export function atSheet([roundId, panelistId, ...more]: Numbers) {
  return roundId === undefined || panelistId === undefined || more.length > 0
    ? null
    : { roundId, panelistId };
}

export function atEntry([roundId, entryId, ...more]: Numbers) {
  return roundId === undefined || entryId === undefined || more.length > 0 ? null : { roundId, entryId };
}

export function atRecipient([awardId, entryId, ...more]: Numbers) {
  return awardId === undefined || entryId === undefined || more.length > 0 ? null : { awardId, entryId };
}

export function atPanelist([panelistId, ...more]: Numbers) {
  return panelistId === undefined || more.length > 0 ? null : { panelistId };
}

export function atVersion([version, ...more]: Numbers) {
  return version === undefined || more.length > 0 ? null : { version };
}

/** A paper of the whole edition, of which there is one. */
export function atEdition(numbers: Numbers) {
  return numbers.length > 0 ? null : {};
}
