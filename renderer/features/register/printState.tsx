import { Text } from "@mantine/core";
import type { RegisterRow } from "../../../electron/contract/register.ts";
import { listInWords } from "../../../electron/domain/indonesian.ts";
import { StateBadge } from "../../components/StateBadge.tsx";
import { dateAndTime } from "../../components/time.ts";

export const printStates = {
  inForce: "Berlaku",
  outdated: "Isinya berubah",
  replaced: "Digantikan",
  revoked: "Dicabut",
  calledOff: "Tidak jadi dicetak",
} as const;
const ways = {
  scanner: "pemindai genggam",
  camera: "kamera",
  file: "hasil pindai atau foto",
  typed: "nomor seri diketik",
} as const;

/** How something that went out stands: on paper, no longer right, taken back. */
export function PrintState({ row }: { row: RegisterRow }) {
  if (row.state === "revoked") {
    return (
      <>
        <StateBadge tone="stop">Dicabut</StateBadge>
        <Text size="sm">
          {row.revokedAt && dateAndTime(row.revokedAt)} · {row.revokedWhy}
        </Text>
        <Sheets row={row} />
      </>
    );
  }
  if (row.state === "outdated") {
    return (
      <>
        <StateBadge tone="stop">{printStates.outdated}</StateBadge>
        <Sheets row={row} />
      </>
    );
  }
  if (row.state === "replaced" || row.state === "calledOff") {
    return (
      <>
        <StateBadge tone="calm">{printStates[row.state]}</StateBadge>
        <Sheets row={row} />
      </>
    );
  }
  if (row.form === "docx") return <StateBadge tone="calm">Untuk disunting</StateBadge>;
  if (row.seenAt === null) {
    const { pages, seenPages } = row;
    if (pages === null || seenPages.length === 0) return <StateBadge tone="open">Belum tercetak</StateBadge>;
    const lacking = Array.from({ length: pages }, (_, index) => index + 1).filter(
      (page) => !seenPages.includes(page),
    );
    return (
      <>
        <StateBadge tone="open">{`${seenPages.length} dari ${pages} halaman dibaca`}</StateBadge>
        <Text size="sm">Kurang halaman {listInWords(lacking.map(String))}</Text>
      </>
    );
  }
  return (
    <>
      <StateBadge tone="done">
        {row.pages !== null && row.pages > 1 ? `Tercetak, ${row.pages} halaman` : "Tercetak"}
      </StateBadge>
      <Text size="sm">
        {dateAndTime(row.seenAt)} · {row.seenBy ?? "tanpa akun"}
        {row.seenHow !== null && ` · ${ways[row.seenHow]}`}
      </Text>
    </>
  );
}

/** What became of the sheets of something that is no longer right. */
function Sheets({ row }: { row: RegisterRow }) {
  if (row.withdrawnAt !== null) {
    return (
      <Text size="sm">
        Lembarnya ditarik {dateAndTime(row.withdrawnAt)} · {row.withdrawnBy ?? "tanpa akun"}
      </Text>
    );
  }
  const seen = row.seenAt === null ? "" : ` (dibaca ${dateAndTime(row.seenAt)})`;
  if (row.toWithdraw) return <Text size="sm">{`Lembarnya belum ditarik${seen}.`}</Text>;
  return row.state === "outdated" ? <Text size="sm">Jangan bagikan berkasnya; keluarkan lagi.</Text> : null;
}
