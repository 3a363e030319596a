import { Anchor, Button, Group, Kbd, Modal, Progress, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import type { KeyboardEvent } from "react";
import { Link } from "wouter";
import type { CheckedName } from "../../../electron/contract/nameChecks.ts";
import { query } from "../../api/client.ts";
import { useEditionId } from "../../app/edition.tsx";
import styles from "./names.module.css";

interface WalkProps {
  /** The names as they were when the walk began; null while there is none. */
  names: CheckedName[] | null;
  /** Who checks, where nobody is signed in. */
  by: string | null;
  onClose: () => void;
}

/** Name after name in large type, to be held against paper. Nothing can be typed here: who checks does not correct. */
export function Walk({ names, by, onClose }: WalkProps) {
  return (
    <Modal
      opened={names !== null}
      onClose={onClose}
      size="min(1000px, 94vw)"
      title={<Text fw={600}>Bandingkan dengan kertas</Text>}
    >
      {names && <Steps names={names} by={by} onClose={onClose} />}
    </Modal>
  );
}

function Steps({ names, by, onClose }: WalkProps & { names: CheckedName[] }) {
  const editionId = useEditionId();
  const [at, setAt] = useState(0);
  const [matched, setMatched] = useState<ReadonlySet<string>>(new Set());
  const check = useMutation(query.nameChecks.check.mutationOptions());
  const name = names[at];
  if (!name) return <Done matched={matched.size} skipped={names.length - matched.size} onClose={onClose} />;

  const match = () =>
    check.mutate(
      { editionId, subject: name.subject, text: name.text, checked: true, by },
      {
        onSuccess: () => {
          setMatched((now) => new Set(now).add(name.subject));
          setAt((now) => now + 1);
        },
      },
    );
  const steer = (event: KeyboardEvent) => {
    if (event.key === "ArrowRight") setAt((now) => Math.min(now + 1, names.length));
    else if (event.key === "ArrowLeft") setAt((now) => Math.max(now - 1, 0));
    // A key that is held down must not say of ten names that they were compared.
    else if (!(event.key === "Enter" && event.repeat)) return;
    event.preventDefault();
  };
  return (
    <Stack onKeyDown={steer}>
      <Progress value={(100 * at) / names.length} aria-label="Nama yang sudah dilewati" size="sm" />
      <div className={styles.card} aria-live="polite">
        <Text c="dimmed">
          {name.where} · {at + 1} dari {names.length}
        </Text>
        <div className={styles.large}>{name.name}</div>
        {name.detail !== null && <div className={styles.detail}>{name.detail}</div>}
        <Text size="sm" c="dimmed" mih={22}>
          {matched.has(name.subject)
            ? "Sudah Anda nyatakan cocok."
            : name.former
              ? `Semula “${name.former.text.replace("\n", ", ")}”, diperiksa ${name.former.checker}.`
              : ""}
        </Text>
      </div>
      <Group justify="space-between">
        <Anchor component={Link} href={name.route} size="sm">
          Tidak cocok: perbaiki di daftar
        </Anchor>
        <Group>
          <Button variant="default" disabled={at === 0} onClick={() => setAt(at - 1)}>
            Sebelumnya
          </Button>
          <Button variant="default" onClick={() => setAt(at + 1)}>
            Lewati
          </Button>
          <Button
            key="match"
            size="md"
            data-autofocus
            leftSection={<IconCheck size={18} aria-hidden />}
            rightSection={<Kbd size="xs">Enter</Kbd>}
            onClick={() => {
              if (!check.isPending) match();
            }}
          >
            Cocok
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

/** The button that had the focus is gone. */
function focusNow(button: HTMLButtonElement | null): void {
  button?.focus();
}

function Done({ matched, skipped, onClose }: { matched: number; skipped: number; onClose: () => void }) {
  return (
    <Stack align="center" py="xl">
      <Text size="xl" fw={600}>
        {matched} nama cocok{skipped > 0 ? `, ${skipped} dilewati` : ""}
      </Text>
      <Button onClick={onClose} ref={focusNow}>
        Selesai
      </Button>
    </Stack>
  );
}
