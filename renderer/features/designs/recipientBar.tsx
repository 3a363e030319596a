import { ActionIcon, Button, NativeSelect, SegmentedControl } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconPrinter } from "@tabler/icons-react";
import type { DesignRecipient } from "../../../electron/contract/designs.ts";
import { notifyError, sentenceOf } from "../../api/errors.tsx";
import { files } from "../../api/files.ts";
import classes from "./studio.module.css";
import type { Preview } from "./usePreview.ts";

/** Whose charter is shown: the next, the one before, the shortest and the longest name; or the page to align by. */
export function RecipientBar({
  list,
  recipient,
  onRecipient,
  page,
  onPage,
  preview,
}: {
  list: { official: boolean; recipients: DesignRecipient[] } | null;
  recipient: DesignRecipient | null;
  onRecipient: (id: string) => void;
  page: "charter" | "test";
  onPage: (page: "charter" | "test") => void;
  preview: Preview;
}) {
  const all = list?.recipients ?? [];
  const real = all.filter(({ id }) => !id.startsWith("trial/"));
  const at = all.findIndex(({ id }) => id === recipient?.id);
  const go = (by: number) => {
    const next = all[(at + by + all.length) % all.length];
    if (next) onRecipient(next.id);
  };
  const byLength = real.toSorted((a, b) => a.name.length - b.name.length);
  const ends = (found: DesignRecipient | undefined) => found && onRecipient(found.id);
  const print = async () => {
    if (preview.pdf) await files.print(preview.pdf.file);
  };
  return (
    <>
      <div className={classes.bar} role="toolbar" aria-label="Yang ditampilkan">
        <SegmentedControl
          size="xs"
          aria-label="Halaman yang ditampilkan"
          value={page}
          onChange={onPage}
          data={[
            { value: "charter", label: "Piagam" },
            { value: "test", label: "Uji letak" },
          ]}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Penerima sebelumnya"
          disabled={all.length < 2}
          onClick={() => go(-1)}
        >
          <IconChevronLeft size={20} aria-hidden />
        </ActionIcon>
        <NativeSelect
          className={classes.who}
          size="xs"
          aria-label={
            list?.official === false ? "Calon penerima yang ditampilkan" : "Penerima yang ditampilkan"
          }
          value={recipient?.id ?? ""}
          onChange={(event) => onRecipient(event.currentTarget.value)}
          onKeyDown={(event) => {
            const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
            if (by === undefined) return;
            event.preventDefault();
            go(by);
          }}
          data={all.map(({ id, name, detail }) => ({ value: id, label: `${name} (${detail})` }))}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Penerima berikutnya"
          disabled={all.length < 2}
          onClick={() => go(1)}
        >
          <IconChevronRight size={20} aria-hidden />
        </ActionIcon>
        {page === "charter" ? (
          <>
            <Button
              size="compact-sm"
              variant="default"
              disabled={real.length === 0}
              onClick={() => ends(byLength[0])}
            >
              Terpendek
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              disabled={real.length === 0}
              onClick={() => ends(byLength.at(-1))}
            >
              Terpanjang
            </Button>
          </>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            disabled={preview.order?.page !== "test"}
            onClick={() => void print().catch(notifyError)}
          >
            Cetak halaman uji
          </Button>
        )}
      </div>
      {preview.failure !== null && (
        <div className={classes.fault} role="alert">
          {sentenceOf(preview.failure)} Yang tampak di bawah ini keadaan terakhir yang benar.
        </div>
      )}
    </>
  );
}
