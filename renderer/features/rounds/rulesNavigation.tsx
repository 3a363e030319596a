import { Button, Group, NavLink, Stack, Text, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import {
  IconAlertTriangle,
  IconCircleCheckFilled,
  IconMapPin,
  IconPlus,
  IconTrophy,
} from "@tabler/icons-react";
import { useState } from "react";
import type { CategoryRow } from "../../../electron/contract/categories.ts";
import { query } from "../../api/client.ts";
import { useReadOnly } from "../../components/ReadOnlyArea.tsx";
import { RoundDialog } from "./roundDialog.tsx";
import styles from "./rulesPage.module.css";

interface RulesNavigationProps {
  categories: CategoryRow[];
  category: CategoryRow;
  part: string;
  onOpen: (categoryId: number, part: string) => void;
  onCreate: () => void;
}

/** The categories, and the parts of the chosen one in the order they are filled in. */
export function RulesNavigation({ categories, category, part, onOpen, onCreate }: RulesNavigationProps) {
  const [adding, setAdding] = useState(false);
  const readOnly = useReadOnly();
  return (
    <nav aria-label="Bagian tata nilai">
      <div className="panel" style={{ padding: 6 }}>
        {categories.map((each) => (
          <div key={each.id}>
            {each.id === category.id ? (
              <>
                <Text className={styles.head} data-chosen size="sm">
                  {each.name}
                </Text>
                <Parts category={each} part={part} onOpen={onOpen} onAdd={() => setAdding(true)} />
              </>
            ) : (
              <UnstyledButton
                className={styles.head}
                data-chosen={false}
                fz="sm"
                onClick={() => onOpen(each.id, "")}
              >
                {each.name}
              </UnstyledButton>
            )}
          </div>
        ))}
      </div>
      {!readOnly && (
        <Button
          variant="subtle"
          size="compact-sm"
          mt="xs"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={onCreate}
        >
          Tambah kategori
        </Button>
      )}
      <RoundDialog
        opened={adding}
        category={category}
        onClose={() => setAdding(false)}
        onCreated={(round) => onOpen(category.id, `babak-${round.id}`)}
      />
    </nav>
  );
}

interface PartsProps extends Pick<RulesNavigationProps, "category" | "part" | "onOpen"> {
  onAdd: () => void;
}

function Parts({ category, part, onOpen, onAdd }: PartsProps) {
  const readOnly = useReadOnly();
  const rounds = useQuery(query.rounds.list.queryOptions({ input: { categoryId: category.id } })).data;
  const link = (key: string) => ({
    active: part === key,
    "aria-current": part === key ? ("true" as const) : undefined,
    onClick: () => onOpen(category.id, key),
    component: "button" as const,
    type: "button" as const,
    styles: { root: { borderRadius: 8 } },
  });
  return (
    <Stack gap={2} pb={6}>
      <NavLink
        {...link("peserta")}
        label="Peserta"
        leftSection={<IconMapPin size={18} aria-hidden />}
        rightSection={<Text size="sm">{category.entries.length}</Text>}
      />
      {category.rounds.map((round, index) => {
        const open = rounds?.find(({ id }) => id === round.id)?.openPoints;
        return (
          <NavLink
            key={round.id}
            {...link(`babak-${round.id}`)}
            label={`${index + 1}. ${round.name}`}
            rightSection={open && <RoundMark open={open.length > 0} />}
          />
        );
      })}
      {!readOnly && (
        <Group pl={6}>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={onAdd}
          >
            Tambah babak
          </Button>
        </Group>
      )}
      <NavLink
        {...link("penghargaan")}
        label="Penghargaan"
        leftSection={<IconTrophy size={18} aria-hidden />}
      />
    </Stack>
  );
}

function RoundMark({ open }: { open: boolean }) {
  return open ? (
    <>
      <IconAlertTriangle size={17} color="var(--lencana-open)" aria-hidden />
      <VisuallyHidden>belum lengkap</VisuallyHidden>
    </>
  ) : (
    <>
      <IconCircleCheckFilled size={17} color="var(--lencana-done)" aria-hidden />
      <VisuallyHidden>lengkap</VisuallyHidden>
    </>
  );
}
