import { Group, Text, Title } from "@mantine/core";
import { useId } from "react";
import type { ReactNode } from "react";

interface SectionProps {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** One part of a page, with its heading. */
export function Section({ title, description, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id} style={{ padding: "16px 18px" }}>
      <Group justify="space-between" align="flex-start" mb="sm" wrap="nowrap">
        <div>
          <Title order={2} size="h3" id={id}>
            {title}
          </Title>
          {description !== undefined && (
            <Text size="sm" c="dimmed" component="div">
              {description}
            </Text>
          )}
        </div>
        {actions}
      </Group>
      {children}
    </section>
  );
}
