import { Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useDoor, useSession } from "../../api/session.ts";
import { PageHeader } from "../../components/PageHeader.tsx";
import { ReadOnlyArea } from "../../components/ReadOnlyArea.tsx";
import { ReadOnlyNote } from "../../components/ReadOnlyNote.tsx";
import { AboutSection } from "./aboutSection.tsx";
import { AppearanceSection } from "./appearanceSection.tsx";
import { BackupsSection } from "./backupsSection.tsx";
import { LetterheadSection } from "./letterheadSection.tsx";
import { PapersSection } from "./papersSection.tsx";
import { UsersSection } from "./usersSection.tsx";

/** Pengaturan: what holds for every edition of this computer. */
export function SettingsPage() {
  const settings = useQuery(query.settings.get.queryOptions());
  const session = useSession();
  const { person } = useDoor();
  const readOnly = session?.secured === true && person?.role !== "secretary";
  return (
    <>
      <PageHeader title="Pengaturan" description="Berlaku untuk semua edisi di komputer ini." />
      <Stack gap="md" maw={1080}>
        {readOnly && (
          <ReadOnlyNote sentence="Hanya sekretaris yang mengubah pengaturan dan mengurus cadangan. Tampilan layar tetap dapat Anda pilih sendiri." />
        )}
        {settings.isError && <Text role="alert">{sentenceOf(settings.error)}</Text>}
        {settings.isPending && <Skeleton height={420} />}
        {settings.data && (
          <ReadOnlyArea on={readOnly}>
            <LetterheadSection settings={settings.data} />
            <PapersSection settings={settings.data} />
          </ReadOnlyArea>
        )}
        <UsersSection />
        {session && !readOnly && <BackupsSection />}
        <AppearanceSection />
        <AboutSection />
      </Stack>
    </>
  );
}
