import { ActionIcon, Anchor } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { Link } from "wouter";
import type { PanelistRow } from "../../../electron/contract/panelists.ts";
import type { RoundRow } from "../../../electron/contract/rounds.ts";
import { query } from "../../api/client.ts";
import { SavingSign } from "./savingSign.tsx";
import type { SavingState } from "./sheetStore.ts";
import styles from "./sheet.module.css";

interface SheetHeadProps {
  editionId: number;
  panelistId: number | null;
  round: RoundRow | undefined;
  panelists: PanelistRow[] | undefined;
  saving: SavingState;
  onRetry: () => void;
  onPanelist: (panelistId: number) => void;
}

/** Whose sheets these are, in large letters, and the way to the panelists before and after. */
export function SheetHead(props: SheetHeadProps) {
  const { editionId, round, panelists, panelistId } = props;
  const categories = useQuery(query.categories.list.queryOptions({ input: { editionId } }));
  const category = categories.data?.find(({ id }) => id === round?.categoryId);
  const panel = round?.panel ?? [];
  const place = panelistId === null ? -1 : panel.indexOf(panelistId);
  const nameOf = (id: number | undefined) => panelists?.find((each) => each.id === id);
  const [before, own, after] = [panel[place - 1], nameOf(panelistId ?? undefined), panel[place + 1]];
  const title = panelistId === null ? "Meja sekretariat" : own ? own.name : "…";

  useEffect(() => {
    document.title = `${title} · Penilaian · Lencana`;
  }, [title]);
  const go = (id: number | undefined) => () => {
    if (id !== undefined && place >= 0) props.onPanelist(id);
  };
  useHotkeys(
    [
      ["alt+ArrowLeft", go(before)],
      ["alt+ArrowRight", go(after)],
    ],
    [],
  );

  return (
    <header className={styles.head}>
      {place >= 0 && (
        <ActionIcon.Group>
          <PanelistButton to={nameOf(before)} label="Panelis sebelumnya" keys="Alt ←" onClick={go(before)}>
            <IconChevronLeft size={20} aria-hidden />
          </PanelistButton>
          <PanelistButton to={nameOf(after)} label="Panelis berikutnya" keys="Alt →" onClick={go(after)}>
            <IconChevronRight size={20} aria-hidden />
          </PanelistButton>
        </ActionIcon.Group>
      )}
      <div className={styles.headText}>
        <div className={styles.crumb}>
          <Anchor size="sm" component={Link} href={`/e/${editionId}/penilaian/${round?.id ?? ""}`}>
            Papan penilaian
          </Anchor>
          <span>
            {round && `· ${round.name}`}
            {category && ` · ${category.name}`}
            {place >= 0 && ` · panelis ${place + 1} dari ${panel.length}`}
          </span>
        </div>
        <h1 className={styles.who}>
          {own && <small>{own.key} · </small>}
          {title}
          {own?.institution && <small> · {own.institution}</small>}
        </h1>
      </div>
      <SavingSign saving={props.saving} onRetry={props.onRetry} />
    </header>
  );
}

interface PanelistButtonProps {
  to: PanelistRow | undefined;
  label: string;
  keys: string;
  onClick: () => void;
  children: ReactNode;
}

function PanelistButton({ to, label, keys, onClick, children }: PanelistButtonProps) {
  return (
    <ActionIcon
      variant="default"
      size="lg"
      disabled={to === undefined}
      onClick={onClick}
      aria-label={to ? `${label}, ${to.name}` : label}
      title={to ? `${label}: ${to.name} (${keys})` : label}
    >
      {children}
    </ActionIcon>
  );
}
