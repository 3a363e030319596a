import { Button, Group, Progress, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconEyeCheck } from "@tabler/icons-react";
import { useState } from "react";
import type { CheckedName } from "../../../electron/contract/nameChecks.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useEditionId } from "../../app/edition.tsx";
import { Preparation } from "../../app/preparation.tsx";
import { useSeat } from "../../app/seat.ts";
import { Section } from "../../components/Section.tsx";
import { useChecker } from "./checker.ts";
import { Findings } from "./findings.tsx";
import { NameTable } from "./nameTable.tsx";
import { Walk } from "./walk.tsx";

/** Persiapan › Nama: what may be wrong with printed names, and the second pair of eyes. */
export function NamesPage() {
  const editionId = useEditionId();
  const names = useQuery(query.nameChecks.list.queryOptions({ input: { editionId } }));
  const preflight = useQuery(query.nameChecks.preflight.queryOptions({ input: { editionId } }));
  const [checker, setChecker] = useChecker();
  const { secured } = useSeat(editionId);
  return (
    <Preparation tab="nama">
      <Stack gap="lg">
        {names.isError && <Text role="alert">{sentenceOf(names.error)}</Text>}
        {names.isPending && <Skeleton height={150} />}
        {names.data && (
          <SecondCheck names={names.data} secured={secured} checker={checker} onChecker={setChecker} />
        )}
        {preflight.isError && <Text role="alert">{sentenceOf(preflight.error)}</Text>}
        {preflight.isPending && <Skeleton height={260} />}
        {preflight.data && (
          <Findings editionId={editionId} preflight={preflight.data} by={secured ? null : checker.trim()} />
        )}
        {names.data && <NameTable names={names.data} />}
      </Stack>
    </Preparation>
  );
}

interface SecondCheckProps {
  names: CheckedName[];
  secured: boolean;
  checker: string;
  onChecker: (name: string) => void;
}

function SecondCheck({ names, secured, checker, onChecker }: SecondCheckProps) {
  const { account, may } = useSeat(useEditionId());
  const [walking, setWalking] = useState<CheckedName[] | null>(null);
  const open = names.filter(({ check }) => check === null);
  const own = secured ? open.filter(({ typist }) => typist?.accountId === account?.id) : [];
  const mine = open.filter((name) => !own.includes(name));
  const checked = names.length - open.length;
  const nameless = !secured && checker.trim() === "";
  return (
    <Section
      title="Pemeriksaan kedua"
      description="Orang kedua membandingkan setiap nama dengan kertas aslinya. Nama yang diubah harus diperiksa lagi."
      actions={
        <Button
          leftSection={<IconEyeCheck size={18} aria-hidden />}
          disabled={mine.length === 0 || nameless || !may("checking")}
          onClick={() => setWalking(mine)}
        >
          Periksa nama
        </Button>
      }
    >
      <Group align="flex-end" gap="xl">
        {!secured && (
          <TextInput
            label="Nama pemeriksa"
            description="Tercatat pada setiap nama yang dinyatakan cocok."
            w={320}
            maxLength={200}
            value={checker}
            onChange={(event) => onChecker(event.currentTarget.value)}
          />
        )}
        <div style={{ flex: 1 }}>
          <Text fw={600}>
            {open.length === 0
              ? `Semua ${names.length} nama sudah diperiksa`
              : `${checked} dari ${names.length} nama sudah diperiksa`}
          </Text>
          <Progress
            mt={6}
            value={names.length === 0 ? 0 : (100 * checked) / names.length}
            aria-label="Nama yang sudah diperiksa"
          />
          <Text size="sm" c="dimmed" mt={6} mih={22}>
            {secured && !may("checking")
              ? "Yang memeriksa ialah ketua, sekretaris, atau verifikator."
              : own.length > 0
                ? `${own.length} nama terakhir Anda ketik sendiri, jadi orang lain yang memeriksanya.`
                : nameless && open.length > 0
                  ? "Tulis dulu nama Anda, lalu tekan Periksa nama."
                  : ""}
          </Text>
        </div>
      </Group>
      <Walk names={walking} by={secured ? null : checker.trim()} onClose={() => setWalking(null)} />
    </Section>
  );
}
