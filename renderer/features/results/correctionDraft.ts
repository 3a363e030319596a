import { findReasonFault } from "../../components/reasonFault.ts";
import { readTypedDecimal } from "../../components/typedDecimal.ts";

/** One value to correct, as it is being filled in; ids as the fields hold them. */
export interface DraftChange {
  key: string;
  entry: string;
  panelist: string;
  indicator: string;
  value: string;
}

interface Request {
  reason: string;
  changes: { entryId: number; panelistId: number | null; indicatorId: number; value: string }[];
}

type Read =
  | { request: Request; faults?: undefined }
  /** Per change what is wrong with it, or null; and with the reason. */
  | { request?: undefined; faults: { changes: (string | null)[]; reason: string | null } };

export function emptyChange(entry: string): DraftChange {
  return { key: crypto.randomUUID(), entry, panelist: "", indicator: "", value: "" };
}

/** Reads the form: a request that can be sent, or what is missing where. */
export function readChanges(drafts: readonly DraftChange[], reason: string): Read {
  const places = drafts.map(({ entry, panelist, indicator }) => `${entry}/${panelist}/${indicator}`);
  const faults = drafts.map((draft, index) => {
    if (draft.entry === "") return "Pilih daerahnya";
    if (draft.panelist === "") return "Pilih panelisnya";
    if (draft.indicator === "") return "Pilih indikatornya";
    if (places.indexOf(places[index] ?? "") !== index) return "Nilai ini sudah ada di atas";
    const typed = readTypedDecimal(draft.value);
    return "refusal" in typed ? typed.refusal : null;
  });
  const wrong = findReasonFault(reason, "Tulis alasan koreksi ini");
  if (faults.some((fault) => fault !== null) || wrong !== null) {
    return { faults: { changes: faults, reason: wrong } };
  }
  const changes = drafts.flatMap(({ entry, panelist, indicator, value }) => {
    const typed = readTypedDecimal(value);
    if ("refusal" in typed) return [];
    return [
      {
        entryId: Number(entry),
        // 0 is the desk.
        panelistId: Number(panelist) || null,
        indicatorId: Number(indicator),
        value: typed.value,
      },
    ];
  });
  return { request: { reason: reason.trim(), changes } };
}
