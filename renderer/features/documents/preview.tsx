import { Alert, Anchor, Group, Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconAlertTriangle, IconLock } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import { Link } from "wouter";
import type { PaperRow } from "../../../electron/contract/documents.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import type { OpenPdf } from "../../components/pdf/openPdf.ts";
import { PdfView } from "../../components/pdf/pdfView.tsx";
import { usePdf } from "../../components/pdf/usePdf.ts";
import classes from "./page.module.css";
import { placesFor } from "./where.ts";

/** Passing over many papers with the arrow keys asks only for the one that is stayed on. */
const restMs = 90;

/** The very PDF of a paper as it would be printed now, or what is in its way and where that is mended. */
export function PaperPreview({ editionId, paper }: { editionId: number; paper: PaperRow }) {
  const [key] = useDebouncedValue(paper.key, restMs, { leading: true });
  const blocked = paper.state === "blocked";
  const preview = useQuery({
    ...query.documents.preview.queryOptions({ input: { editionId, key } }),
    enabled: !blocked && key === paper.key,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 60_000,
  });
  const { pdf, failure: unreadable } = usePdf(preview.data);
  const [drawn, setDrawn] = useState<OpenPdf | null>(null);
  const [undrawable, setUndrawable] = useState<{ pdf: OpenPdf; error: unknown } | null>(null);
  const onDrawn = useCallback((of: OpenPdf, number: number, error: unknown) => {
    if (error !== null) setUndrawable({ pdf: of, error });
    else if (number === 1) setDrawn(of);
  }, []);

  const isThis = key === paper.key && !preview.isPlaceholderData && preview.data !== undefined;
  const settled = isThis && pdf !== null && pdf.file === preview.data && drawn === pdf;
  const broken =
    preview.error ?? (isThis ? unreadable : null) ?? (undrawable?.pdf === pdf ? undrawable?.error : null);
  const problem = preview.error ? sentenceOf(preview.error) : broken ? unshowable : null;

  return (
    <div className={classes.preview} aria-busy={!settled && !blocked && problem === null}>
      <PdfView
        pdf={pdf}
        label={paper.title}
        notice={settled || blocked || problem !== null ? null : `Memuat ${paper.title}…`}
        outdated={!settled && !isThis}
        onDrawn={onDrawn}
      />
      {(blocked || problem !== null) && (
        <div className={classes.cover}>
          {blocked ? (
            <BlockedNote editionId={editionId} paper={paper} />
          ) : (
            <Alert
              color="red"
              icon={<IconAlertTriangle aria-hidden />}
              title="Dokumen ini tidak dapat dibuat"
            >
              <Stack gap="xs">
                <Text>{problem}</Text>
                <Places editionId={editionId} kind={paper.kind} cause="failed" sentence={problem ?? ""} />
              </Stack>
            </Alert>
          )}
        </div>
      )}
    </div>
  );
}

const unshowable =
  "Pratinjau tidak dapat ditampilkan. Simpan PDF-nya lalu buka dengan pembaca PDF, atau muat ulang halaman ini.";

function BlockedNote({ editionId, paper }: { editionId: number; paper: PaperRow }) {
  return (
    <Alert color="gray" icon={<IconLock aria-hidden />} title="Belum bisa dibuat">
      <Stack gap="xs">
        <Text>{paper.why}</Text>
        <Places editionId={editionId} kind={paper.kind} cause="blocked" sentence={paper.why} />
      </Stack>
    </Alert>
  );
}

function Places({
  editionId,
  kind,
  cause,
  sentence,
}: {
  editionId: number;
  kind: PaperRow["kind"];
  cause: "blocked" | "failed";
  sentence: string;
}) {
  return (
    <Group gap="md">
      {placesFor(sentence, { kind, cause }, editionId).map(({ label, route }) => (
        <Anchor key={route} component={Link} href={route} size="sm">
          {label}
        </Anchor>
      ))}
    </Group>
  );
}
