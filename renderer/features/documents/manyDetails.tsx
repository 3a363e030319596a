import { Anchor, Button, Group, Input, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import type { PaperRow } from "../../../electron/contract/documents.ts";
import { isNumbered } from "../../../electron/domain/paperNumbers.ts";
import { api } from "../../api/client.ts";
import { useExampleYear } from "../../app/edition.tsx";
import { DateField } from "../../components/DateField.tsx";
import { notifyUndo } from "../../components/notifyUndo.tsx";
import { SizeField } from "./details.tsx";
import type { PaperDetails } from "./details.tsx";
import classes from "./page.module.css";
import { sharedValue } from "./papers.ts";

/** Date and size of many papers, and numbers taken away: only what is changed here, after it was said in numbers. */
export function ManyDetailsForm({ editionId, papers }: { editionId: number; papers: readonly PaperRow[] }) {
  const exampleYear = useExampleYear();
  const [change, setChange] = useState<Partial<PaperDetails>>({});
  const apply = useMutation({
    mutationFn: () =>
      api.documents.setDetails({ editionId, keys: papers.map((paper) => paper.key), ...change }),
    onSuccess: () => {
      notifyUndo(`${papers.length} dokumen diubah.`, () => putBack(editionId, papers, change));
      setChange({});
    },
  });
  const date = sharedValue(papers, (paper) => paper.date);
  const size = sharedValue(papers, (paper) => paper.paperSize);
  const numbered = papers.filter((paper) => paper.number !== null).length;
  const words = [
    change.number === null && `${numbered} nomor dikosongkan`,
    change.date !== undefined && (change.date === null ? "tanggalnya dikosongkan" : "tanggalnya disamakan"),
    change.paperSize !== undefined && `kertasnya ${change.paperSize}`,
  ].filter((word) => word !== false);

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (words.length > 0) apply.mutate();
      }}
    >
      <Group gap="sm" align="flex-start" wrap="nowrap">
        {papers.every((paper) => isNumbered(paper.kind)) && (
          <Input.Wrapper label="Nomor" labelElement="div" style={{ flex: 1 }}>
            <Group gap="xs" wrap="nowrap" h={36}>
              <Anchor component={Link} href={`/e/${editionId}/dokumen/register?bagian=nomor`} size="sm">
                Beri nomor menurut pola
              </Anchor>
              {numbered > 0 && (
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={change.number === null}
                  onClick={() => setChange({ ...change, number: null })}
                >
                  Kosongkan
                </Button>
              )}
            </Group>
          </Input.Wrapper>
        )}
        <div style={{ width: 190 }}>
          <DateField
            label="Tanggal"
            exampleYear={exampleYear}
            placeholder={date === "mixed" ? "Beragam" : "Belum bertanggal"}
            value={change.date === undefined ? (date === "mixed" ? null : date.value) : change.date}
            onChange={(day) => setChange({ ...change, date: day })}
          />
        </div>
        <SizeField
          value={change.paperSize ?? (size === "mixed" ? null : size.value)}
          onChange={(picked) => setChange({ ...change, paperSize: picked })}
        />
      </Group>
      {words.length > 0 && (
        <div className={classes.pending}>
          <Text size="sm" role="status">
            {papers.length} dokumen: {words.join("; ")}.
          </Text>
          <Group gap="xs" wrap="nowrap" style={{ flexShrink: 0 }}>
            <Button size="compact-sm" variant="default" onClick={() => setChange({})}>
              Batal
            </Button>
            <Button size="compact-sm" type="submit" loading={apply.isPending}>
              Terapkan ke {papers.length} dokumen
            </Button>
          </Group>
        </div>
      )}
    </form>
  );
}

/** Gives every paper back what it had, one call for all that had the same. */
async function putBack(editionId: number, papers: readonly PaperRow[], changed: Partial<PaperDetails>) {
  const before = papers.map((paper) => ({
    key: paper.key,
    details: {
      ...(changed.number !== undefined && { number: paper.number }),
      ...(changed.date !== undefined && { date: paper.date }),
      ...(changed.paperSize !== undefined && { paperSize: paper.paperSize }),
    },
  }));
  const groups = Map.groupBy(before, ({ details }) => JSON.stringify(details));
  for (const members of groups.values()) {
    const keys = members.map(({ key }) => key);
    await api.documents.setDetails({ editionId, keys, ...members[0]?.details });
  }
}
