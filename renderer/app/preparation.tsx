import { Group, Tabs } from "@mantine/core";
import {
  IconCalendarEvent,
  IconMail,
  IconEyeCheck,
  IconMap2,
  IconRulerMeasure,
  IconShieldLock,
  IconUsers,
} from "@tabler/icons-react";
import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { PageHeader } from "../components/PageHeader.tsx";
import { ReadOnlyArea } from "../components/ReadOnlyArea.tsx";
import { ReadOnlyNote } from "../components/ReadOnlyNote.tsx";
import { useEditionId } from "./edition.tsx";
import { type PreparingLock, preparingLock } from "./preparingLock.ts";
import { useSeat } from "./seat.ts";

type Tab = "edisi" | "daerah" | "panelis" | "tata-nilai" | "surat-acara" | "nama" | "pengamanan";

const tabs: { key: Tab; label: string; icon: Icon }[] = [
  { key: "edisi", label: "Edisi", icon: IconCalendarEvent },
  { key: "daerah", label: "Daerah", icon: IconMap2 },
  { key: "panelis", label: "Panelis", icon: IconUsers },
  { key: "tata-nilai", label: "Tata nilai", icon: IconRulerMeasure },
  { key: "surat-acara", label: "Surat & acara", icon: IconMail },
  { key: "nama", label: "Nama", icon: IconEyeCheck },
  { key: "pengamanan", label: "Pengamanan", icon: IconShieldLock },
];

interface PreparationProps {
  tab: Tab;
  /** Signs and buttons of this tab. */
  actions?: ReactNode;
  children: ReactNode;
}

/** What keeps whoever sits here from changing what is prepared; null where nothing does. */
export function usePreparingLock(editionId: number): PreparingLock | null {
  return preparingLock(useSeat(editionId));
}

/** The frame of the tabs of Persiapan. */
export function Preparation({ tab, actions, children }: PreparationProps) {
  const editionId = useEditionId();
  const [, goTo] = useLocation();
  const lock = usePreparingLock(editionId);
  // Pengamanan says of each of its parts who changes it; the rule book of what stands in it.
  const shut = tab !== "pengamanan" && lock?.scope === "all" ? lock : null;
  return (
    <>
      <PageHeader title="Persiapan" actions={<Group gap="sm">{actions}</Group>} />
      <Tabs
        value={tab}
        onChange={(next) => next && goTo(`/e/${editionId}/persiapan/${next}`)}
        keepMounted={false}
        activateTabWithKeyboard={false}
      >
        <Tabs.List mb="md">
          {tabs.map(({ key, label, icon: TabIcon }) => (
            <Tabs.Tab key={key} value={key} leftSection={<TabIcon size={18} aria-hidden />}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab}>
          {shut && <ReadOnlyNote sentence={shut.sentence} />}
          <ReadOnlyArea on={shut !== null}>{children}</ReadOnlyArea>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
