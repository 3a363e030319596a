import { AppError, type ErrorCode, type ErrorData } from "../contract/errors.ts";

/** A paper that could not be made: one Indonesian sentence, and the fields it stumbled on as `data.problems`. */
export class PaperError extends AppError {
  constructor(code: ErrorCode, sentence: string, data: ErrorData = {}, cause?: unknown) {
    super(code, sentence, data);
    this.name = "PaperError";
    if (cause !== undefined) this.cause = cause;
  }
}
