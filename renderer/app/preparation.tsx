import { Group, Tabs } from "@mantine/core";
import {
  IconCalendarEvent,
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
import { useEditionId } from "./edition.tsx";

type Tab = "edisi" | "daerah" | "panelis" | "tata-nilai" | "nama" | "pengamanan";

const tabs: { key: Tab; label: string; icon: Icon }[] = [
  { key: "edisi", label: "Edisi", icon: IconCalendarEvent },
  { key: "daerah", label: "Daerah", icon: IconMap2 },
  { key: "panelis", label: "Panelis", icon: IconUsers },
  { key: "tata-nilai", label: "Tata nilai", icon: IconRulerMeasure },
  { key: "nama", label: "Nama", icon: IconEyeCheck },
  { key: "pengamanan", label: "Pengamanan", icon: IconShieldLock },
];

interface PreparationProps {
  tab: Tab;
  /** Signs and buttons of this tab. */
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of the tabs of Persiapan. */
export function Preparation({ tab, actions, children }: PreparationProps) {
  const editionId = useEditionId();
  const [, goTo] = useLocation();
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
        <Tabs.Panel value={tab}>{children}</Tabs.Panel>
      </Tabs>
    </>
  );
}
