import { AppError } from "../../contract/errors.ts";
import { usualDesign } from "../charterDesign.ts";
import { seatedPanelists } from "../officeData.ts";
import { commonOf } from "../paperSource.ts";
import { blocked, editionPaper, ready, restsOnNothing } from "./kind.ts";
import { groups, numberOf, signatoryMissing, signatoryOf } from "./officePaper.ts";
import { panelOfEdition } from "./people.ts";
import { atPanelist } from "./place.ts";

/** Piagam that thanks each panelist. */
export const panelistCharter = editionPaper({
  kind: "panelistCharter",
  shows: "nothing",
  again: "withReason",
  seen: "must",
  stands: "last",
  read: atPanelist,
  listOfEdition: (_context, { edition, panelists, categories }) =>
    seatedPanelists(panelists.values(), categories).map(({ panelist }) => ({
      ...(edition.signatory ? ready : blocked(signatoryMissing)),
      key: `panelistCharter/${panelist.id}`,
      kind: "panelistCharter",
      title: `Piagam panelis · ${panelist.name}`,
      group: groups.panelists,
      date: edition.ceremonyDate,
    })),
  restsOn: restsOnNothing,
  paper({ db, paths }, source, { panelistId }) {
    const { edition, documents, emblems } = source;
    const key = `panelistCharter/${panelistId}`;
    const seated = panelOfEdition(source).find(({ panelist }) => panelist.id === panelistId);
    if (!seated)
      throw new AppError(
        "NOT_FOUND",
        "Panelis ini tidak duduk di panel mana pun lagi. Muat ulang daftar dokumen.",
      );
    const { panelist, categories } = seated;
    const design = usualDesign({ db, resources: paths.resources, editionId: edition.id });
    return {
      kind: "charter",
      ...commonOf(source, key, false, []),
      paper: documents.get(key)?.paperSize ?? design.design.paper,
      design,
      letterhead: null,
      emblem: emblems.governor,
      signatory: signatoryOf(source),
      date: documents.get(key)?.date ?? edition.ceremonyDate,
      theme: edition.theme,
      charters: [
        {
          number: numberOf(source, key),
          recipient: {
            kind: "panelist",
            name: panelist.name,
            institution: panelist.institution,
            categories,
          },
          place: null,
          places: 1,
          category: "",
          award: "",
          reason: null,
        },
      ],
    };
  },
});
