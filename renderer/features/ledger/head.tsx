import { Text } from "@mantine/core";
import { HashText } from "../../components/HashText.tsx";
import type { Chain } from "./filter.ts";

/** The head of the ledger as it stands now: it pins everything before it, and is printed on recaps and minutes. */
export function LedgerHead({ shortHead, chain }: { shortHead: string; chain: Chain }) {
  return (
    <Text
      size="sm"
      component="div"
      title={
        chain === "edition"
          ? "Kepala buku mengikat semua catatan sebelumnya. Kepala pada saat mencetak tertera di rekapitulasi dan berita acara."
          : "Kepala buku akun dan PIN komputer ini; mengikat semua catatan sebelumnya."
      }
    >
      Kepala buku sekarang: <HashText hash={shortHead} />
    </Text>
  );
}
