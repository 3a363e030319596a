import { Text } from "@mantine/core";
import { IconSignature } from "@tabler/icons-react";
import type { SealView } from "../../../electron/contract/seals.ts";
import { roleNames } from "../../../electron/contract/rights.ts";
import { dateAndTime } from "../../components/time.ts";
import classes from "./seal.module.css";
import { signedWords } from "./sealWords.ts";

/** Who has signed, and how many are still wanted. */
export function Signatures(signed: Pick<SealView, "signatures" | "signaturesNeeded">) {
  return (
    <div>
      <Text size="sm" fw={600}>
        {signedWords(signed)}
      </Text>
      {signed.signatures.length > 0 && (
        <ul className={classes.list}>
          {signed.signatures.map(({ accountId, name, role, signedAt }) => (
            <li key={accountId}>
              <IconSignature size={18} aria-hidden className={classes.calm} />
              <span>
                {name}, {roleWord(role)}
                <Text span size="sm" c="dimmed">
                  {" "}
                  · {dateAndTime(signedAt)}
                </Text>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function roleWord(role: string): string {
  return Object.entries(roleNames).find(([key]) => key === role)?.[1] ?? role;
}
