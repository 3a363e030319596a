import { addressLabels } from "./addressLabels.ts";
import { attendance } from "./attendance.ts";
import { blankSheet } from "./blankSheet.ts";
import { ceremonyAttendance } from "./ceremonyAttendance.ts";
import { charter } from "./charter.ts";
import { decree } from "./decree.ts";
import { invitation } from "./invitation.ts";
import type { PaperKind } from "./kind.ts";
import { mcScript } from "./mcScript.ts";
import { memo } from "./memo.ts";
import { minutes } from "./minutes.ts";
import { panelInvitation } from "./panelInvitation.ts";
import { panelistCharter } from "./panelistCharter.ts";
import { presentationOrder } from "./presentationOrder.ts";
import { programme } from "./programme.ts";
import { recap } from "./recap.ts";
import { report } from "./report.ts";
import { ruleBook } from "./ruleBook.ts";
import { scoreSheet } from "./scoreSheet.ts";
import { statement } from "./statement.ts";
import { tableCards } from "./tableCards.ts";

/** Every kind of paper, in the order of the list. */
export const kinds: readonly PaperKind[] = [
  ruleBook,
  invitation,
  panelInvitation,
  presentationOrder,
  attendance,
  statement,
  blankSheet,
  scoreSheet,
  recap,
  minutes,
  charter,
  report,
  memo,
  decree,
  programme,
  mcScript,
  ceremonyAttendance,
  tableCards,
  panelistCharter,
  addressLabels,
];
