import { AppError } from "../contract/errors.ts";
import { withdrawPrint } from "../database/queries/register.ts";
import { forgetSeen } from "../database/queries/seen.ts";
import { announce, type Context } from "./context.ts";
import { hidesRecipient } from "./embargo.ts";
import { command } from "./ledgerWriting.ts";
import { listPrintStates } from "./printStates.ts";

/** Notes that sheets which are no longer right were taken back; refused of any other. */
export async function withdrawSheets(context: Context, editionId: number, serial: string): Promise<void> {
  const { prints } = await listPrintStates(context, editionId);
  const found = prints.find(({ print }) => print.serial === serial);
  if (!found)
    throw new AppError("NOT_FOUND", `Nomor seri ${serial} tidak ada di register. Muat ulang halaman.`);
  if (hidesRecipient(context, found.print.key))
    throw new AppError("FORBIDDEN", "Piagam ini baru dapat diperiksa setelah hasil diumumkan.");
  if (!found.toWithdraw) {
    throw new AppError(
      "CONFLICT",
      `Tidak ada lembar seri ${serial} yang harus ditarik: masih berlaku, belum dicetak, atau sudah dicatat ditarik.`,
    );
  }
  const at = context.clock.now();
  command(context, editionId, { act: "register.withdraw" }, () => {
    // Sheets that are gone make nothing printed, also where the paper says the same again.
    forgetSeen(context.db, editionId, serial);
    withdrawPrint(context.db, editionId, serial, { at, by: context.session?.account?.name ?? null });
  });
  announce(context, editionId, "register", "documents");
}
