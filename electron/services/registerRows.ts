import type { RegisterRow } from "../contract/register.ts";
import { listPrintRuns } from "../database/queries/printRuns.ts";
import type { StoredPrint } from "../database/queries/register.ts";
import { listSeenPages } from "../database/queries/seen.ts";
import { listSignedPapers } from "../database/queries/signedPapers.ts";
import { paperKindOf } from "../domain/paperKinds.ts";
import type { Context } from "./context.ts";
import { hidingRecipients } from "./embargo.ts";
import { getEdition } from "./lookup.ts";
import { listPrintStates } from "./printStates.ts";

/** Every paper that went out, by its serial, the newest first. */
export async function listRegister(context: Context, editionId: number): Promise<RegisterRow[]> {
  const { db } = context;
  getEdition(db, editionId);
  const runs = Map.groupBy(listPrintRuns(db, editionId), ({ serial }) => serial);
  const seenPages = Map.groupBy(listSeenPages(db, editionId), ({ serial }) => serial);
  const signed = new Map(listSignedPapers(db, editionId).map((one) => [one.serial, one]));
  const hides = hidingRecipients(context);
  const { prints } = await listPrintStates(context, editionId);
  return prints.map(({ print, state, toWithdraw }): RegisterRow => {
    const { serial, content, form, revokedAt, revokedWhy, pages, seenAt, seenBy, seenHow } = print;
    const hidden = hides(print.key);
    const filed = signed.get(serial);
    return {
      serial,
      ...(hidden
        ? { key: "charter", title: "Piagam · penerimanya terbuka setelah hasil diumumkan", number: null }
        : { key: print.key, title: titleOf(print), number: print.number }),
      // Rounds come in the order of their ids: the last is the one that the paper ranks by.
      version:
        Object.entries(print.versions)
          .toSorted(([a], [b]) => Number(a) - Number(b))
          .at(-1)?.[1] ?? null,
      // Of a charter it would be quickly found by trying who may receive it.
      content: hidden ? null : content,
      form,
      state,
      toWithdraw,
      withdrawnAt: print.withdrawnAt,
      withdrawnBy: print.withdrawnBy,
      revokedAt,
      revokedWhy,
      pages,
      seenAt,
      seenBy,
      seenHow,
      seenPages: (seenPages.get(serial) ?? []).map(({ page }) => page),
      runs: runs.get(serial) ?? [],
      signed: filed ? { signer: filed.signer, issuer: filed.issuer, filedAt: filed.filedAt } : null,
    };
  });
}

function titleOf({ title, key }: StoredPrint): string {
  return title ?? paperKindOf(key) ?? key;
}
