import { Group, Kbd, NavLink, Skeleton, Stack, Text, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { spotlight } from "@mantine/spotlight";
import {
  IconBook2,
  IconCircle,
  IconCircleCheckFilled,
  IconClipboardList,
  IconFileCertificate,
  IconHome,
  IconProgress,
  IconSearch,
  IconSelector,
  IconSettings,
  IconTable,
  IconTrophy,
} from "@tabler/icons-react";
import type { Icon } from "@tabler/icons-react";
import { Link, useLocation } from "wouter";
import type { Overview } from "../../electron/contract/editions.ts";
import { AccountMenu } from "../features/accounts/page.tsx";
import { useSeat } from "./seat.ts";

const items: { path: string; label: string; icon: Icon }[] = [
  { path: "persiapan", label: "Persiapan", icon: IconClipboardList },
  { path: "penilaian", label: "Penilaian", icon: IconTable },
  { path: "hasil", label: "Hasil", icon: IconTrophy },
  { path: "dokumen", label: "Dokumen", icon: IconFileCertificate },
];

/** The menu: the way through the work, each item with its state. */
export function Navigation({ editionId, overview }: { editionId: number; overview: Overview | undefined }) {
  const [path] = useLocation();
  const base = `/e/${editionId}`;
  const { secured, may } = useSeat(editionId);
  const ledger = `${base}/catatan`;
  return (
    <Stack h="100%" gap={4}>
      <EditionButton overview={overview} />
      <nav aria-label="Menu utama">
        <NavLink
          component={Link}
          href={base}
          label="Beranda"
          active={path === base}
          aria-current={path === base ? "page" : undefined}
          leftSection={<IconHome size={20} aria-hidden />}
          styles={itemStyles}
        />
        {items
          .filter(({ path: part }) => part !== "dokumen" || may("printing"))
          .map(({ path: part, label, icon: ItemIcon }) => {
            const active = path.startsWith(`${base}/${part}`);
            const state = overview?.menu[part];
            return (
              <NavLink
                key={part}
                component={Link}
                href={`${base}/${part}`}
                label={label}
                description={overview ? state?.detail || " " : "…"}
                active={active}
                aria-current={active ? "page" : undefined}
                leftSection={<ItemIcon size={20} aria-hidden />}
                rightSection={state && <StateMark state={state.state} />}
                styles={itemStyles}
              />
            );
          })}
        {secured && may("auditing") && (
          <NavLink
            component={Link}
            href={ledger}
            label="Buku catatan"
            description="Siapa, apa, dan kapan"
            active={path === ledger}
            aria-current={path === ledger ? "page" : undefined}
            leftSection={<IconBook2 size={20} aria-hidden />}
            styles={itemStyles}
          />
        )}
      </nav>
      <Stack gap={4} mt="auto">
        <UnstyledButton onClick={() => spotlight.open()} p="8px 12px" style={{ borderRadius: 8 }}>
          <Group gap={10} wrap="nowrap">
            <IconSearch size={20} aria-hidden />
            <Text size="sm" flex={1}>
              Cari apa saja
            </Text>
            <Kbd size="xs">Ctrl K</Kbd>
          </Group>
        </UnstyledButton>
        <NavLink
          component={Link}
          href="/pengaturan"
          label="Pengaturan"
          active={path === "/pengaturan"}
          aria-current={path === "/pengaturan" ? "page" : undefined}
          leftSection={<IconSettings size={20} aria-hidden />}
          styles={itemStyles}
        />
        <AccountMenu />
      </Stack>
    </Stack>
  );
}

const itemStyles = {
  root: { borderRadius: 8 },
  description: { lineHeight: 1.25 },
} as const;

function EditionButton({ overview }: { overview: Overview | undefined }) {
  return (
    <UnstyledButton
      component={Link}
      href="/"
      p="8px 12px"
      mb={4}
      style={{ borderRadius: 8, border: "1px solid var(--lencana-line)" }}
    >
      <Group gap={8} wrap="nowrap">
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text size="xs" c="dimmed" lh={1.2}>
            {overview ? `Edisi ${overview.edition.year}` : "Edisi"}
          </Text>
          {overview ? (
            <Text size="sm" fw={600} lh={1.25} lineClamp={2}>
              {overview.edition.title}
            </Text>
          ) : (
            <Skeleton height={16} mt={3} />
          )}
        </div>
        <IconSelector size={18} aria-hidden />
        <VisuallyHidden>Buka daftar edisi</VisuallyHidden>
      </Group>
    </UnstyledButton>
  );
}

const marks = {
  empty: { icon: IconCircle, label: "belum dimulai", color: "var(--lencana-calm)" },
  open: { icon: IconProgress, label: "belum selesai", color: "var(--lencana-open)" },
  done: { icon: IconCircleCheckFilled, label: "selesai", color: "var(--lencana-done)" },
} as const;

function StateMark({ state }: { state: keyof typeof marks }) {
  const { icon: MarkIcon, label, color } = marks[state];
  return (
    <>
      <MarkIcon size={18} color={color} aria-hidden />
      <VisuallyHidden>{label}</VisuallyHidden>
    </>
  );
}
