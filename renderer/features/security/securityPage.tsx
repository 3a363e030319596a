import { Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useEditionId } from "../../app/edition.tsx";
import { Preparation } from "../../app/preparation.tsx";
import { useSeat } from "../../app/seat.ts";
import { OneTimeCodeDialog } from "../../components/OneTimeCodeDialog.tsx";
import { IntegritySection } from "./integritySection.tsx";
import { KeyingSection } from "./keyingSection.tsx";
import { OpenEdition } from "./openEdition.tsx";
import { PersonsSection } from "./personsSection.tsx";
import { PolicySection } from "./policySection.tsx";
import { RuleBookSection } from "./ruleBookSection.tsx";
import { Standing } from "./standing.tsx";

/** Persiapan › Pengamanan: from an open edition to one whose result can be proved. */
export function SecurityPage() {
  const editionId = useEditionId();
  const view = useQuery(query.security.get.queryOptions({ input: { editionId } }));
  const { may } = useSeat(editionId);
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null);
  return (
    <Preparation tab="pengamanan">
      {view.isError && <Text role="alert">{sentenceOf(view.error)}</Text>}
      {view.isPending && <Skeleton height={420} />}
      {view.data?.securedAt === null && (
        <OpenEdition editionId={editionId} papersOut={view.data.papersOut} onCode={setRecoveryCode} />
      )}
      {view.data && view.data.securedAt !== null && (
        <Stack gap="md" maw={1080}>
          <Standing view={view.data} securedAt={view.data.securedAt} />
          <PolicySection view={view.data} />
          <KeyingSection view={view.data} />
          <RuleBookSection view={view.data} />
          {may("auditing") && <IntegritySection editionId={editionId} />}
          {may("administering") && <PersonsSection editionId={editionId} />}
        </Stack>
      )}
      <OneTimeCodeDialog
        code={recoveryCode}
        title="Edisi sudah diamankan. Kode pemulihan Anda"
        paperTitle="Kode pemulihan Lencana"
        sentences={[
          "Bila PIN sekretaris terlupa, hanya kode ini yang dapat menggantinya. Kode ini ditampilkan sekali saja.",
          "Cetak atau catat, masukkan ke amplop tertutup, dan simpan di tempat terkunci yang terpisah dari komputer ini.",
        ]}
        onDone={() => setRecoveryCode(null)}
      />
    </Preparation>
  );
}
