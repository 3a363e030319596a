import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Grid } from "../../../electron/contract/sheets.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useEditionId } from "../../app/edition.tsx";
import { useSeat } from "../../app/seat.ts";
import { ownPassOf, ownPassSentence } from "./keyingWords.ts";
import { Notice } from "./notice.tsx";
import styles from "./keying.module.css";
import { useCalmKeyings } from "./useKeyings.ts";

interface OwnPassProps {
  grid: Grid;
  /** The row the operator is on. */
  entryId: number | undefined;
  /** How many of its values are there, as typed by this operator. */
  given: number;
  /** Nothing typed may be on its way when a sheet is emptied. */
  onBeforeClear: () => boolean;
  onDone: () => void;
}

/** Says in a round that takes two people that the grid is one's own typing only, and lets one begin a sheet anew. */
export function OwnPass({ grid, entryId, given, onBeforeClear, onDone }: OwnPassProps) {
  const { secured, account } = useSeat(useEditionId());
  const keyings = useCalmKeyings(grid.roundId, secured);
  const [clearing, setClearing] = useState(false);
  // What cannot be typed is nobody's typing any more.
  if (!keyings || keyings.keying === "single" || !account || grid.blocked !== null) return null;
  const panelistId = grid.panelistId ?? 0;
  const sheet = keyings.sheets.find((each) => each.entryId === entryId && each.panelistId === panelistId);
  if (!sheet) return null;
  const pass = ownPassOf(sheet, account.name, keyings.keying);
  const own = pass !== "closed" && given > 0;
  return (
    <>
      <Notice kind="blind" title={ownPassSentence(keyings.keying, pass, sheet.label)}>
        {own && (
          <Button
            className={styles.clearOwn}
            size="compact-sm"
            variant="default"
            onClick={() => {
              if (onBeforeClear()) setClearing(true);
            }}
          >
            Kosongkan ketikan saya…
          </Button>
        )}
      </Notice>
      <Modal
        opened={clearing}
        onClose={() => setClearing(false)}
        // The button may be gone by then: typing goes on in the grid.
        returnFocus={false}
        onExitTransitionEnd={onDone}
        title={<Text fw={600}>Kosongkan ketikan saya</Text>}
      >
        <ClearOwn
          place={{ roundId: grid.roundId, entryId: sheet.entryId, panelistId: grid.panelistId }}
          sentence={`${given} nilai yang Anda ketik pada lembar ${sheet.panelist} untuk ${sheet.label} dikosongkan, lalu Anda mengetiknya lagi dari kertas. Ketikan orang lain tidak berubah.`}
          action={`Kosongkan ${given} nilai`}
          onClose={() => setClearing(false)}
        />
      </Modal>
    </>
  );
}

interface ClearOwnProps {
  place: { roundId: number; entryId: number; panelistId: number | null };
  sentence: string;
  action: string;
  onClose: () => void;
}

function ClearOwn({ place, sentence, action, onClose }: ClearOwnProps) {
  const clear = useMutation({
    ...query.keyings.clearOwn.mutationOptions(),
    meta: { handlesError: true },
    onSuccess: onClose,
  });
  return (
    <Stack>
      <Text>{sentence}</Text>
      {clear.error && (
        <Text role="alert" size="sm" c="var(--lencana-stop)">
          {sentenceOf(clear.error)}
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          Batal
        </Button>
        <Button color="red.9" loading={clear.isPending} onClick={() => clear.mutate(place)}>
          {action}
        </Button>
      </Group>
    </Stack>
  );
}
