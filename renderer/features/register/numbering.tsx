import { Alert, Button, Group, NumberInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PaperRow } from "../../../electron/contract/documents.ts";
import {
  numberBy,
  numberCodes,
  numberedKinds,
  patternProblem,
} from "../../../electron/domain/paperNumbers.ts";
import { paperKinds } from "../../../electron/domain/paperKinds.ts";
import { api, query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useExampleYear } from "../../app/edition.tsx";
import { notifyUndo } from "../../components/notifyUndo.tsx";

/** How each kind is numbered, and numbers for all papers that have none. */
export function NumberingPane({ editionId }: { editionId: number }) {
  const patterns = useQuery(query.register.patterns.queryOptions({ input: { editionId } }));
  const papers = useQuery(query.documents.list.queryOptions({ input: { editionId } }));
  const year = useExampleYear();
  if (!patterns.data || !papers.data || year === undefined) return null;
  return (
    <Stack maw={760}>
      <Text size="sm" c="dimmed">
        Pola dapat memuat {"{urut}, {urut3}, {bulan}, {bulan_romawi}, {tahun}"}, dan {"{kode}"}. Bila nomor
        diberikan unit lain, kosongkan polanya dan ketik nomornya nanti di Dokumen.
      </Text>
      {numberedKinds.map((kind) => (
        <KindNumbering
          key={kind}
          editionId={editionId}
          kind={kind}
          pattern={patterns.data.find((one) => one.kind === kind)?.pattern ?? ""}
          next={patterns.data.find((one) => one.kind === kind)?.next ?? 1}
          year={year}
          papers={papers.data.filter((one) => one.kind === kind && one.state !== "blocked")}
        />
      ))}
    </Stack>
  );
}

function KindNumbering({
  editionId,
  kind,
  pattern,
  next,
  year,
  papers,
}: {
  editionId: number;
  kind: (typeof numberedKinds)[number];
  pattern: string;
  /** The first order that no paper has. */
  next: number;
  year: number;
  papers: readonly PaperRow[];
}) {
  const [typed, setTyped] = useState(pattern);
  // Follows what is free until another is typed.
  const [typedStart, setStart] = useState<number | null>(null);
  const start = typedStart ?? next;
  const problem = typed.trim() === "" ? null : patternProblem(typed.trim());
  const waiting = papers.filter(({ number }) => number === null);
  const save = useMutation({
    mutationFn: () => api.register.savePattern({ editionId, kind, pattern: typed.trim() }),
  });
  const give = useMutation({
    mutationFn: () => api.register.giveNumbers({ editionId, keys: waiting.map(({ key }) => key), start }),
    onSuccess: (given) => {
      setStart(null);
      const keys = given.map(({ key }) => key);
      notifyUndo(`${keys.length} dokumen diberi nomor.`, () =>
        api.documents.setDetails({ editionId, keys, number: null }),
      );
    },
  });
  const numberOf = (paper: PaperRow | undefined, order: number) =>
    paper && pattern !== ""
      ? numberBy(pattern, { order, date: paper.date, year, code: numberCodes[kind] })
      : null;
  const first = numberOf(waiting[0], start);
  const last = numberOf(waiting.at(-1), start + waiting.length - 1);
  const error = give.error ?? save.error;
  return (
    <section
      className="panel"
      style={{ padding: 16 }}
      aria-label={`Penomoran ${paperKinds[kind].toLowerCase()}`}
    >
      <Stack gap="sm">
        <Title order={2} size="h4">
          {paperKinds[kind]}
        </Title>
        <Group align="flex-start">
          <TextInput
            label="Pola nomor"
            placeholder="914/{urut}/213.2/{tahun}"
            value={typed}
            error={problem}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={() => {
              if (!problem && typed.trim() !== pattern) save.mutate();
            }}
            style={{ flex: 1 }}
          />
          <NumberInput
            label="Mulai dari"
            min={1}
            max={999_999}
            allowDecimal={false}
            value={start}
            onChange={(value) => setStart(typeof value === "number" ? value : null)}
            w={120}
          />
        </Group>
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">
            {papers.length - waiting.length} dari {papers.length} sudah bernomor.
            {first !== null && ` Berikutnya ${first}${waiting.length > 1 && last ? ` sampai ${last}` : ""}.`}
          </Text>
          <Button
            style={{ flexShrink: 0 }}
            disabled={waiting.length === 0 || pattern === "" || problem !== null}
            loading={give.isPending}
            onClick={() => give.mutate()}
          >
            Beri nomor {waiting.length} dokumen
          </Button>
        </Group>
        {error && (
          <Alert color="red" title="Nomor tidak diberikan">
            {sentenceOf(error)}
          </Alert>
        )}
      </Stack>
    </section>
  );
}
