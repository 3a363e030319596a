import { Button, Text } from "@mantine/core";
import { useState } from "react";
import type { RegisterRow } from "../../../electron/contract/register.ts";
import { api } from "../../api/client.ts";
import { notifyError } from "../../api/errors.tsx";
import { files } from "../../api/files.ts";

/** The PDF that came back from the agency's own signing service: filed, saved again, or still awaited. */
export function SignedCell({ editionId, row }: { editionId: number; row: RegisterRow }) {
  const [busy, setBusy] = useState(false);
  const during = (work: () => Promise<unknown>) => () => {
    setBusy(true);
    void work()
      .catch(notifyError)
      .finally(() => setBusy(false));
  };
  const take = during(async () => {
    const file = await files.pick({
      accept: ["application/pdf"],
      label: `PDF bertanda tangan ${row.serial}`,
    });
    if (file) await api.register.fileSigned({ editionId, key: row.key, file });
  });
  const save = during(async () =>
    files.save(await api.register.signedFile({ editionId, serial: row.serial })),
  );
  if (row.signed) {
    return (
      <>
        <Text size="sm">{row.signed.signer}</Text>
        <Text size="xs" c="dimmed">
          {row.signed.issuer === null ? "" : `Penerbit: ${row.signed.issuer}. `}Penerbit sertifikat tidak
          diperiksa aplikasi ini.
        </Text>
        <Button variant="subtle" size="compact-sm" loading={busy} onClick={save}>
          Simpan PDF
        </Button>
      </>
    );
  }
  if (row.state !== "inForce" || row.form === "docx") return <Text size="sm">–</Text>;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      loading={busy}
      onClick={take}
      aria-label={`Masukkan PDF bertanda tangan ${row.serial}`}
    >
      Masukkan…
    </Button>
  );
}
