import { Group, Text, Title } from "@mantine/core";
import { useEffect } from "react";
import type { ReactNode } from "react";

interface PageHeaderProps {
  title: string;
  /** One line that says what this page is for or where it stands. */
  description?: ReactNode;
  /** Buttons and signs at the right. */
  actions?: ReactNode;
}

/** The heading of a page; also names the window. */
export function PageHeader({ title, description, actions }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} · Lencana`;
  }, [title]);
  return (
    <Group justify="space-between" align="flex-end" mb="md" gap="md" wrap="nowrap">
      <div style={{ minWidth: 0 }}>
        <Title order={1}>{title}</Title>
        {description !== undefined && (
          <Text c="dimmed" size="sm" component="div">
            {description}
          </Text>
        )}
      </div>
      {actions !== undefined && (
        <Group gap="sm" wrap="nowrap" style={{ flexShrink: 0 }}>
          {actions}
        </Group>
      )}
    </Group>
  );
}
