import { addressLabelBlocks } from "../../documents/addressLabels.ts";
import { headOfficeLabel } from "../../domain/names.ts";
import { blocked, editionPaper, ready, restsOnNothing } from "./kind.ts";
import { editionDraft, groups, officePaper } from "./officePaper.ts";
import { listRegionsByCode } from "./regionsByCode.ts";
import { panelOfEdition } from "./people.ts";
import { atEdition } from "./place.ts";

/** Label amplop of every head of region and panelist. */
export const addressLabels = editionPaper({
  kind: "addressLabels",
  shows: "nothing",
  again: "freely",
  stands: "last",
  read: atEdition,
  listOfEdition: ({ db }, { edition }) => [
    editionDraft(
      "addressLabels",
      groups.letters,
      listRegionsByCode(db, edition.id).size > 0
        ? ready
        : blocked("Belum ada daerah. Tambahkan di Persiapan, Daerah."),
    ),
  ],
  restsOn: restsOnNothing,
  paper(_context, source) {
    const heads = [...source.regions.values()].map((region) => ({
      to: headOfficeLabel(region),
      second: region.head?.name ?? null,
      body: `Pemerintah ${region.label}`,
      address: null,
    }));
    const panel = panelOfEdition(source).map(({ panelist: { name, institution } }) => ({
      to: name,
      second: institution,
      body: null,
      address: null,
    }));
    const paper = officePaper(source, "addressLabels", {
      title: `Label Amplop ${source.edition.title}`,
      blocks: [],
      rancangan: false,
      restsOn: [],
      head: "none",
    });
    return {
      ...paper,
      // Sheets of labels come cut as A4; F4 is cut by hand.
      blocks: addressLabelBlocks({
        addressees: [...heads, ...panel],
        used: 0,
        outlined: paper.paper === "F4",
      }),
    };
  },
});
