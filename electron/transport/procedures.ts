import { ORPCError, type Router } from "@orpc/server";
import { StandardRPCHandler } from "@orpc/server/standard";
import type { Contract } from "../contract/index.ts";
import { AppError } from "../contract/errors.ts";
import type { Context } from "../services/context.ts";
import { toAppError, toWire, withErrors } from "./errors.ts";

/** An implementation of the whole contract. */
export type Procedures = Router<Contract, Context>;

/** The contract without a wire: what every transport hands a request to. */
export function createHandler(procedures: Procedures): StandardRPCHandler<Context> {
  return new StandardRPCHandler(procedures, {
    clientInterceptors: [withErrors],
    // A request that cannot be read, or an answer that cannot be written, never reaches the interceptor above.
    interceptors: [
      async (call) => {
        try {
          return await call.next();
        } catch (error) {
          if (error instanceof ORPCError) throw error;
          const { log, paths } = call.context;
          const place = { log, dataFolder: paths.data, act: call.request.url.pathname };
          throw toWire(toAppError(error, place));
        }
      },
    ],
  });
}

/** Larger than any edition file or spreadsheet of an office; what is larger is refused before it is read. */
export const largestRequestBytes = 80 * 1024 * 1024;

export function tooLarge(bytes: number): AppError {
  const size = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 1 }).format(bytes / 1024 / 1024);
  return new AppError(
    "TOO_LARGE",
    `Berkas ini terlalu besar (${size} MB); paling besar 80 MB. Periksa apakah berkasnya benar, atau pecah menjadi beberapa berkas.`,
  );
}
