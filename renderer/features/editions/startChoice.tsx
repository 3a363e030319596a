import { Group, Loader, Text, ThemeIcon, UnstyledButton } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import styles from "./start.module.css";

interface StartChoiceProps {
  icon: Icon;
  title: string;
  sentence: string;
  onClick: () => void;
  disabled?: boolean;
  loading?: boolean;
  primary?: boolean;
}

/** One way to begin an edition. */
export function StartChoice(props: StartChoiceProps) {
  const { icon: ChoiceIcon, title, sentence, onClick, disabled = false, loading = false } = props;
  return (
    <UnstyledButton
      className={styles.choice}
      data-primary={props.primary}
      onClick={onClick}
      disabled={disabled || loading}
    >
      <Group wrap="nowrap" align="flex-start">
        <ThemeIcon size={44} variant="light" aria-hidden>
          {loading ? <Loader size={22} /> : <ChoiceIcon size={24} stroke={1.6} />}
        </ThemeIcon>
        <div>
          <Text fw={600}>{title}</Text>
          <Text size="sm" c="dimmed">
            {sentence}
          </Text>
        </div>
      </Group>
    </UnstyledButton>
  );
}
