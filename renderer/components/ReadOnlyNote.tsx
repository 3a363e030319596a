import { Anchor, Group, Text } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { Link } from "wouter";

interface ReadOnlyNoteProps {
  /** Why nothing can be changed here, and what to do. */
  sentence: string;
  /** Where it can be done. */
  link?: { route: string; words: string };
}

/** One calm line above what can only be read. */
export function ReadOnlyNote({ sentence, link }: ReadOnlyNoteProps) {
  return (
    <Group
      role="note"
      gap="sm"
      px="md"
      py={8}
      mb="md"
      wrap="nowrap"
      style={{ background: "var(--lencana-calm-ground)", borderRadius: "var(--mantine-radius-md)" }}
    >
      <IconLock size={20} aria-hidden style={{ flexShrink: 0 }} color="var(--lencana-calm)" />
      <Text size="sm">{sentence}</Text>
      {link && (
        <Anchor component={Link} href={link.route} size="sm" ml="auto" style={{ flexShrink: 0 }}>
          {link.words}
        </Anchor>
      )}
    </Group>
  );
}
