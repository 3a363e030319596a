import { Stack, Text, ThemeIcon, Title } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";

interface EmptyStateProps {
  icon: Icon;
  title: string;
  /** Teaches the next step. */
  sentence: ReactNode;
  action?: ReactNode;
  /** 1 where it is the whole page. @default 2 */
  headingLevel?: 1 | 2;
}

/** What an empty screen says: what would be here, and how to begin. */
export function EmptyState({ icon: StateIcon, title, sentence, action, headingLevel = 2 }: EmptyStateProps) {
  return (
    <Stack align="center" gap="sm" py={56} px="lg" ta="center">
      <ThemeIcon size={56} radius="xl" variant="light" aria-hidden>
        <StateIcon size={30} stroke={1.5} />
      </ThemeIcon>
      <Title order={headingLevel} size="h2">
        {title}
      </Title>
      <Text c="dimmed" maw={520}>
        {sentence}
      </Text>
      {action}
    </Stack>
  );
}
