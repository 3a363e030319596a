import { Alert, Anchor, List, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleX, IconFiles } from "@tabler/icons-react";
import { AgainNote } from "./againNote.tsx";
import { NamesNote } from "./namesNote.tsx";
import type { MakingOutcome, Said } from "./useMaking.ts";

/** Says which papers of a run failed and why, each with a way to it, or that the run was cancelled. */
export function MakingOutcomeNote({
  editionId,
  outcome,
  onShow,
  onAgain,
  onClose,
}: {
  editionId: number;
  outcome: MakingOutcome;
  onShow: (key: string) => void;
  /** The same once more, with what was asked for. */
  onAgain: (outcome: Extract<MakingOutcome, { kind: "again" | "names" }>, said: Said) => void;
  onClose: () => void;
}) {
  if (outcome.kind === "again") {
    return (
      <AgainNote
        sentence={outcome.sentence}
        onAgain={(reason) => onAgain(outcome, { reason })}
        onClose={onClose}
      />
    );
  }
  if (outcome.kind === "names") {
    return (
      <NamesNote
        editionId={editionId}
        outcome={outcome}
        onDespite={() => onAgain(outcome, { despiteNames: true })}
        onClose={onClose}
      />
    );
  }
  if (outcome.kind !== "failures") {
    return (
      <Alert
        color="gray"
        icon={outcome.kind === "cancelled" ? <IconCircleX aria-hidden /> : <IconFiles aria-hidden />}
        withCloseButton
        closeButtonLabel="Tutup"
        onClose={onClose}
        title={sentenceOf(outcome)}
      />
    );
  }
  const { failures, made, several } = outcome;
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      withCloseButton
      closeButtonLabel="Tutup"
      onClose={onClose}
      title={`${failures.length} dokumen gagal dibuat, ${made} berhasil`}
    >
      {several && (
        <Text size="sm" mb={4}>
          {severalWords}
        </Text>
      )}
      <List size="sm" style={{ maxHeight: 160, overflowY: "auto" }}>
        {failures.map(({ key, title, sentence }) => (
          <List.Item key={key}>
            <Anchor component="button" type="button" size="sm" onClick={() => onShow(key)}>
              {title}
            </Anchor>
            <Text span size="sm">
              : {sentence}
            </Text>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function sentenceOf(outcome: Exclude<MakingOutcome, { kind: "failures" | "again" | "names" }>): string {
  if (outcome.kind === "cancelled") return "Dibatalkan. Tidak ada berkas yang disimpan.";
  return severalWords;
}

const severalWords =
  "Dokumen yang dipilih berlainan jenis, tanggal, atau kertas, jadi disimpan sebagai ZIP berisi beberapa PDF.";
