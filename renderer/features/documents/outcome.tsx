import { Alert, Anchor, List, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleX, IconFiles } from "@tabler/icons-react";
import { AgainNote } from "./againNote.tsx";
import type { MakingOutcome } from "./useMaking.ts";

/** Says which papers of a run failed and why, each with a way to it, or that the run was cancelled. */
export function MakingOutcomeNote({
  outcome,
  onShow,
  onAgain,
  onClose,
}: {
  outcome: MakingOutcome;
  onShow: (key: string) => void;
  /** The same once more, with the reason that was asked for. */
  onAgain: (outcome: Extract<MakingOutcome, { kind: "again" }>, reason: string) => void;
  onClose: () => void;
}) {
  if (outcome.kind === "again") {
    return (
      <AgainNote
        sentence={outcome.sentence}
        onAgain={(reason) => onAgain(outcome, reason)}
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

function sentenceOf(outcome: Exclude<MakingOutcome, { kind: "failures" | "again" }>): string {
  if (outcome.kind === "cancelled") return "Dibatalkan. Tidak ada berkas yang disimpan.";
  return severalWords;
}

const severalWords =
  "Dokumen yang dipilih berlainan jenis, tanggal, atau kertas, jadi disimpan sebagai ZIP berisi beberapa PDF.";
