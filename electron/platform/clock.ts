/** Time and fresh names are passed in, so that tests and papers can fix them. */
export interface Clock {
  /** ISO 8601 instant in UTC, `2021-10-05T02:41:00.000Z`. */
  now(): string;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };
