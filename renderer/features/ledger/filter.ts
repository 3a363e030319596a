import type { LedgerRow } from "../../../electron/contract/ledger.ts";
import { dateAndTime } from "../../components/time.ts";

export const kinds = [
  { value: "all", label: "Semua catatan" },
  { value: "scores", label: "Nilai dan ketikan" },
  { value: "rules", label: "Tata nilai" },
  { value: "signatures", label: "Tanda tangan, segel, koreksi" },
  { value: "papers", label: "Cetakan dan berkas keluar" },
  { value: "access", label: "Pengamanan dan data pribadi" },
] as const;

export type Kind = (typeof kinds)[number]["value"];
export type Chain = "edition" | "accounts";

/** What of the ledger is looked at, as it stands in the address. */
export interface Filter {
  chain: Chain;
  regionCode: string | null;
  panelistKey: string | null;
  text: string;
  kind: Kind;
}

/** Reads a filter from the address; what makes no sense there is left out. */
export function readFilter(params: URLSearchParams): Filter {
  const kind = kinds.find(({ value }) => value === params.get("jenis"))?.value ?? "all";
  return {
    chain: params.get("buku") === "akun" ? "accounts" : "edition",
    regionCode: params.get("daerah") || null,
    panelistKey: params.get("panelis") || null,
    text: (params.get("cari") ?? "").slice(0, 100),
    kind,
  };
}

/** The same for the address: "?daerah=35.20&jenis=scores"; empty where everything is looked at. */
export function filterQuery({ chain, regionCode, panelistKey, text, kind }: Filter): string {
  const params = new URLSearchParams();
  if (chain === "accounts") params.set("buku", "akun");
  if (regionCode !== null) params.set("daerah", regionCode);
  if (panelistKey !== null) params.set("panelis", panelistKey);
  if (kind !== "all") params.set("jenis", kind);
  if (text !== "") params.set("cari", text);
  const query = params.toString();
  return query === "" ? "" : `?${query}`;
}

export function isFiltered({ regionCode, panelistKey, text, kind }: Filter): boolean {
  return regionCode !== null || panelistKey !== null || text !== "" || kind !== "all";
}

/** "Andi Prasetyo, operator"; without an account only who it was. */
export function whoWords({ who, role }: Pick<LedgerRow, "who" | "role">): string {
  return role === "" ? who : `${who}, ${role}`;
}

/** "12 Oktober 2022 pukul 09.00.41": entries of one minute keep their order. */
export function whenWords(at: string): string {
  return `${dateAndTime(at)}.${String(new Date(at).getSeconds()).padStart(2, "0")}`;
}

/** "Daerah: Kabupaten Magetan; memuat “Andi”": the filter on paper, where its fields are gone. */
export function filterWords(
  { regionCode, panelistKey, text, kind }: Filter,
  names: { region: string | undefined; panelist: string | undefined },
): string {
  const parts = [
    regionCode !== null && `Daerah: ${names.region ?? regionCode}`,
    panelistKey !== null && `Panelis: ${names.panelist ?? panelistKey}`,
    kind !== "all" && `Jenis: ${kinds.find(({ value }) => value === kind)?.label}`,
    text !== "" && `Memuat “${text}”`,
  ];
  return parts.filter((part) => part !== false).join("; ");
}
