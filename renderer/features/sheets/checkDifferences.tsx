import { Alert, Button, Group, Radio, Skeleton, Stack, Text, Textarea, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { formatDecimal } from "../../../electron/domain/indonesian.ts";
import { type api, query } from "../../api/client.ts";
import { findReasonFault } from "../../components/reasonFault.ts";
import { sentenceOf } from "../../api/errors.tsx";
import type { KeyedSheet } from "./keyingWords.ts";
import styles from "./keying.module.css";
import { SendBack } from "./sendBack.tsx";

type Difference = Awaited<ReturnType<typeof api.keyings.differences>>[number];

/** The cells of a sheet that two operators read differently: the paper in hand, one is chosen with a note. */
export function CheckDifferences({ roundId, sheet }: { roundId: number; sheet: KeyedSheet }) {
  const place = { roundId, entryId: sheet.entryId, panelistId: sheet.panelistId || null };
  const differences = useQuery(query.keyings.differences.queryOptions({ input: place }));
  if (differences.error) return <Alert color="red">{sentenceOf(differences.error)}</Alert>;
  if (!differences.data) {
    return (
      <Stack aria-busy="true" aria-label="Membaca selisih">
        <Skeleton height={190} />
        <Skeleton height={190} />
      </Stack>
    );
  }
  return (
    <Stack>
      <Text size="sm">
        Ambil lembar kertasnya, lalu pilih ketikan yang sama dengan kertas. Yang dipilih langsung berlaku.
      </Text>
      {differences.data.map((difference) => (
        <DifferingCell key={difference.indicatorId} place={place} difference={difference} />
      ))}
      <SendBack
        place={place}
        consequence={`Ketikan ${sheet.by.join(" dan ")} pada lembar ini dikosongkan.`}
      />
    </Stack>
  );
}

interface DifferingCellProps {
  place: { roundId: number; entryId: number; panelistId: number | null };
  difference: Difference;
}

function DifferingCell({ place, difference }: DifferingCellProps) {
  const { indicatorId, indicator, first, second } = difference;
  const [chosen, setChosen] = useState<{ pass: "1" | "2"; value: string } | null>(null);
  const [note, setNote] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const headingId = useId();
  const resolve = useMutation({ ...query.keyings.resolve.mutationOptions(), meta: { handlesError: true } });
  const shown = { "1": first.value, "2": second.value };
  // Typed anew meanwhile: what was chosen is no longer what stands here.
  const valid = chosen !== null && shown[chosen.pass] === chosen.value ? chosen : null;

  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (!valid) return;
    const wrong = findReasonFault(note, "Tulis catatan: apa yang terbaca di kertas");
    if (wrong !== null) {
      setFault(wrong);
      return;
    }
    const { pass, value } = valid;
    resolve.mutate({ ...place, indicatorId, pass: pass === "1" ? 1 : 2, value, note });
  };

  return (
    <form onSubmit={submit} className={styles.cell} aria-labelledby={headingId}>
      <Stack gap="xs">
        <Title order={4} id={headingId}>
          {indicator}
        </Title>
        <Radio.Group
          aria-labelledby={headingId}
          value={valid?.pass ?? ""}
          onChange={(pass) => {
            if (pass === "1" || pass === "2") setChosen({ pass, value: shown[pass] });
          }}
        >
          <Group grow gap="sm">
            <Reading pass="1" name="Ketikan pertama" {...first} />
            <Reading pass="2" name="Ketikan kedua" {...second} />
          </Group>
        </Radio.Group>
        <Textarea
          label="Catatan"
          placeholder="Di kertas tertulis jelas 87"
          value={note}
          onChange={(event) => {
            setNote(event.currentTarget.value);
            setFault(null);
          }}
          error={fault}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={2000}
        />
        {resolve.error && (
          <Alert color="red" p="xs" role="alert">
            {sentenceOf(resolve.error)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button type="submit" disabled={!valid} loading={resolve.isPending}>
            {valid ? `Tetapkan ${formatDecimal(valid.value)}` : "Pilih salah satu"}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Reading({ pass, name, value, by }: { pass: string; name: string; value: string; by: string }) {
  return (
    <Radio.Card value={pass} className={styles.choice} aria-label={`${formatDecimal(value)}, ${name}, ${by}`}>
      <Radio.Indicator />
      <span>
        <span className={styles.reading}>{formatDecimal(value)}</span>
        <Text span size="sm" c="dimmed" display="block">
          {name} · {by}
        </Text>
      </span>
    </Radio.Card>
  );
}
