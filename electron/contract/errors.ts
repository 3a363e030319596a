import { z } from "zod";

/**
 * The closed set of things that can go wrong for a user, with the HTTP status each travels under.
 * Anything else is a bug and arrives as INTERNAL with an incident id.
 */
export const errorStatus = {
  /** What was given breaks a rule; `problems` says where. */
  INVALID: 422,
  /** Nobody is signed in at this window, or for too long without a sign of life. */
  SIGN_IN: 401,
  /** The one who is signed in has no right to this. */
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  /** It would collide with what is there, or with a change made meanwhile in another window. */
  CONFLICT: 409,
  /** The work has not come far enough for this act. */
  NOT_READY: 412,
  TOO_LARGE: 413,
  /** The disk, folder or database refuses. */
  STORAGE: 507,
  CANCELLED: 499,
  INTERNAL: 500,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** One thing wrong with what was given: `path` is a JSON path, a cell ("Lembar P3, sel D7") or a field name. */
export const problem = z.object({ path: z.string(), message: z.string() });
export type Problem = z.infer<typeof problem>;

/** What travels beside an error's sentence. */
export const errorData = z.object({
  problems: z.array(problem).optional(),
  incident: z.string().optional(),
  /** How many given values the act would lose; it is done when asked again with this number. */
  losesValues: z.number().int().optional(),
});
export type ErrorData = z.infer<typeof errorData>;

/** An error a user can cause: a closed code, and one Indonesian sentence saying what, where and what to do. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly data: ErrorData;
  constructor(code: ErrorCode, sentence: string, data: ErrorData = {}) {
    super(sentence);
    this.name = "AppError";
    this.code = code;
    this.data = data;
  }
}
