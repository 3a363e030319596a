import { Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { door } from "../../api/client.ts";
import { useDoor, useSession } from "../../api/session.ts";
import icon from "../../app/icon.svg";
import styles from "./door.module.css";
import { Lock } from "./lock.tsx";
import { Recovery } from "./recovery.tsx";
import { SignIn } from "./signIn.tsx";
import { useBehind } from "./useBehind.ts";
import { useIdle } from "./useIdle.ts";

/** Beside the page, not in it: all else can be put out of reach while the door is shut. */
const place = document.createElement("div");
document.body.append(place);

/** Before a secured edition: asks who one is, over the page as it stands. Nothing of it shows on an open one. */
export function Door() {
  const { shut } = useDoor();
  const session = useSession();
  useEffect(() => {
    if (session) door.told(session);
  }, [session]);
  // What was said to one person is not for the next, and no button may act from behind the door.
  useEffect(() => {
    if (shut) notifications.clean();
  }, [shut]);
  useIdle();
  useBehind(shut, place);
  if (!shut) return null;
  return createPortal(
    <div className={styles.door} role="dialog" aria-modal="true" aria-labelledby="pintu">
      <div className={`panel ${styles.box}`}>
        <Group gap="sm" mb="lg">
          <img src={icon} width={36} height={36} alt="" />
          <Text fw={600} size="lg">
            Lencana
          </Text>
        </Group>
        <Inside />
      </div>
    </div>,
    place,
  );
}

function Inside() {
  const { person, sentence } = useDoor();
  const [forgetful, setForgetful] = useState<number | null>(null);
  if (forgetful !== null) return <Recovery accountId={forgetful} onDone={() => setForgetful(null)} />;
  if (person) return <Lock person={person} sentence={sentence} onForgotten={setForgetful} />;
  return <SignIn sentence={sentence} onForgotten={setForgetful} />;
}
