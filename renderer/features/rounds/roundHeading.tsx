import { Button, Group, Input, SegmentedControl } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { PanelistRow } from "../../../electron/contract/panelists.ts";
import type { RoundRow } from "../../../electron/contract/rounds.ts";
import { query } from "../../api/client.ts";
import { notifyError } from "../../api/errors.tsx";
import { ConfirmByName } from "../../components/ConfirmByName.tsx";
import { useReadOnly } from "../../components/ReadOnlyArea.tsx";
import { TextField } from "../../components/TextField.tsx";
import type { RulesEdit } from "./edit.ts";
import { changeKind } from "./rulesForm.ts";

interface RoundHeadingProps extends RulesEdit {
  round: RoundRow;
  panelists: PanelistRow[];
  onRemoved: () => void;
}

/** The round's name, who scores in it, and its removal. */
export function RoundHeading({ rules, onChange, onLeave, round, panelists, onRemoved }: RoundHeadingProps) {
  const [removing, setRemoving] = useState(false);
  const remove = useMutation(query.rounds.remove.mutationOptions({ meta: { handlesError: true } }));
  const scored = round.values > 0;
  const readOnly = useReadOnly();
  return (
    <Group align="flex-end" wrap="nowrap">
      <TextField
        label={`Babak ${round.position + 1}`}
        size="md"
        flex={1}
        value={rules.name}
        error={rules.name.trim() === "" ? "Wajib diisi" : undefined}
        onChange={(name) => onChange({ ...rules, name })}
        onBlur={onLeave}
      />
      <Input.Wrapper label="Siapa yang menilai" size="md" labelElement="div">
        <SegmentedControl
          aria-label="Siapa yang menilai"
          fullWidth
          size="md"
          data={[
            { value: "desk", label: "Sekretariat" },
            { value: "panel", label: "Panelis" },
          ]}
          value={rules.kind}
          disabled={scored || readOnly}
          onChange={(next) =>
            onChange(
              changeKind(
                rules,
                next === "desk" ? "desk" : "panel",
                panelists.map(({ id }) => id),
              ),
            )
          }
        />
      </Input.Wrapper>
      {!readOnly && (
        <Button
          variant="default"
          size="md"
          px="md"
          c="var(--lencana-stop)"
          leftSection={<IconTrash size={18} aria-hidden />}
          onClick={() =>
            scored ? remove.mutate({ roundId: round.id }, { onError: notifyError }) : setRemoving(true)
          }
        >
          Hapus babak
        </Button>
      )}
      <ConfirmByName
        opened={removing}
        onClose={() => setRemoving(false)}
        title={`Hapus babak ${round.position + 1}`}
        consequence={`Ini menghapus ${round.indicators.length} indikator dan ${round.recusals.length} catatan berhalangan dari babak ini. Belum ada nilai di dalamnya.`}
        name={round.name}
        nameLabel="nama babak"
        action="Hapus babak"
        onConfirm={async () => {
          await remove.mutateAsync({ roundId: round.id });
          onRemoved();
        }}
      />
    </Group>
  );
}
