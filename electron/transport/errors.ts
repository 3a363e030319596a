import { randomInt } from "node:crypto";
import { mapEventIterator, ORPCError } from "@orpc/client";
import { ValidationError } from "@orpc/contract";
import { AppError, errorStatus, type ErrorData } from "../contract/errors.ts";
import type { Log } from "../platform/log.ts";
import { problemsOf } from "./inputProblems.ts";
import { findStorageError } from "./storageErrors.ts";

/** Where an error happened: what it is logged as, and what its sentence may name. */
export interface Place {
  log: Log;
  dataFolder: string;
  /** "sheets.setScores" */
  act: string;
}

/** Anything thrown, as one of the closed set. What no user can have caused is logged under an incident id. */
export function toAppError(error: unknown, place: Place): AppError {
  if (error instanceof AppError && error.code !== "INTERNAL") return error;
  if (error instanceof Error && error.name === "AbortError") {
    return new AppError("CANCELLED", "Dibatalkan; tidak ada yang disimpan.");
  }
  const storage = findStorageError(error, place.dataFolder);
  if (storage) {
    place.log.error("storage", error, { act: place.act });
    return storage;
  }
  return findInvalidInput(error) ?? unexpected(error, place);
}

function findInvalidInput(error: unknown): AppError | null {
  if (!(error instanceof ORPCError) || error.code !== "BAD_REQUEST") return null;
  if (!(error.cause instanceof ValidationError)) return null;
  const problems = problemsOf(error.cause.issues);
  const [first] = problems;
  const sentence =
    problems.length === 1 && first
      ? `Satu isian belum benar: ${lowerFirst(first.message)}. Perbaiki, lalu ulangi.`
      : `${problems.length} isian belum benar; perbaiki yang ditandai, lalu ulangi.`;
  return new AppError("INVALID", sentence, { problems });
}

function unexpected(error: unknown, place: Place): AppError {
  const incident = newIncident();
  place.log.error("unexpected", error, { act: place.act, incident });
  const sentence = `Terjadi kesalahan yang tidak terduga (kode kejadian ${incident}). Yang sudah tersimpan tetap utuh; ulangi, dan bila terjadi lagi sampaikan kode itu kepada pengelola aplikasi.`;
  return new AppError("INTERNAL", sentence, { incident });
}

/** Six signs that survive being read out over the telephone: no 0/O, no 1/I/L. */
function newIncident(): string {
  const signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  return Array.from({ length: 6 }, () => signs[randomInt(signs.length)]).join("");
}

/** The same error as it travels: code, status, sentence and data. */
export function toWire(error: AppError): ORPCError<string, ErrorData> {
  return new ORPCError(error.code, {
    status: errorStatus[error.code],
    message: error.message,
    data: error.data,
    cause: error,
  });
}

interface Call {
  path: readonly string[];
  context: { log: Log; paths: { data: string } };
  next(): PromiseLike<unknown>;
}

/** Runs a procedure so that whatever it throws, at once or while it sends events, arrives as one of the closed set. */
export async function withErrors(call: Call): Promise<unknown> {
  const { log, paths } = call.context;
  const place = { log, dataFolder: paths.data, act: call.path.join(".") };
  const mapped = (error: unknown) => toWire(toAppError(error, place));
  try {
    const output = await call.next();
    if (!isEvents(output)) return output;
    return mapEventIterator(output, { value: (event) => event, error: async (error) => mapped(error) });
  } catch (error) {
    throw mapped(error);
  }
}

function isEvents(output: unknown): output is AsyncIterator<unknown> {
  return typeof output === "object" && output !== null && Symbol.asyncIterator in output;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
