import { Group, Menu, Text, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconKey, IconLock, IconLogout, IconSelector, IconUserCircle } from "@tabler/icons-react";
import { useState } from "react";
import { roleNames } from "../../../electron/contract/rights.ts";
import { lockWindow, signOut, useDoor } from "../../api/session.ts";
import { ChangePinDialog } from "./changePinDialog.tsx";

/** Who is signed in, with what they can do about it; nothing while nobody is. */
export function AccountMenu() {
  const { person } = useDoor();
  const lock = useMutation({ mutationFn: lockWindow });
  const leave = useMutation({ mutationFn: signOut });
  const [changing, setChanging] = useState(false);
  if (!person) return null;
  return (
    <>
      <Menu position="top-start" width={210} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <UnstyledButton p="8px 12px" style={{ borderRadius: 8, border: "1px solid var(--lencana-line)" }}>
            <Group gap={10} wrap="nowrap">
              <IconUserCircle size={20} aria-hidden />
              <div style={{ flex: 1, minWidth: 0 }}>
                <Text size="sm" fw={600} lh={1.25} lineClamp={3}>
                  {person.name}
                </Text>
                <Text size="xs" c="dimmed" lh={1.25}>
                  {roleNames[person.role]}
                </Text>
              </div>
              <IconSelector size={18} aria-hidden />
              <VisuallyHidden>kunci, ganti PIN, atau keluar</VisuallyHidden>
            </Group>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLock size={18} aria-hidden />} onClick={() => lock.mutate()}>
            Kunci
          </Menu.Item>
          <Menu.Item leftSection={<IconKey size={18} aria-hidden />} onClick={() => setChanging(true)}>
            Ganti PIN…
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => leave.mutate()}>
            Keluar
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ChangePinDialog person={person} opened={changing} onClose={() => setChanging(false)} />
    </>
  );
}
