import { SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { Section } from "../../components/Section.tsx";

/** Light, dark, or as the computer has it; kept in this window's browser. */
export function AppearanceSection() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Section title="Tampilan" description="Hanya untuk komputer ini.">
      <SegmentedControl
        aria-label="Tampilan"
        data={[
          { value: "light", label: "Terang" },
          { value: "dark", label: "Gelap" },
          { value: "auto", label: "Ikut komputer" },
        ]}
        value={colorScheme}
        onChange={(next) => setColorScheme(next === "light" || next === "dark" ? next : "auto")}
      />
    </Section>
  );
}
