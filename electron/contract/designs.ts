import { z } from "zod";
import { preparing, printing } from "./access.ts";
import { file, id, name, paperSize } from "./values.ts";

/** Millimetres, to a tenth. */
const mm = z.number().min(-400).max(400).multipleOf(0.1, "Paling halus 0,1 mm");
const sizeMm = z.number().min(0.5, "Paling kecil 0,5 mm").max(400).multipleOf(0.1, "Paling halus 0,1 mm");
const points = z.number().min(5, "Paling kecil 5").max(96, "Paling besar 96").multipleOf(0.5);
const hex = z.string().regex(/^#[0-9a-f]{6}$/i, "Harus warna seperti #0f4536");
const pictureHash = z.string().regex(/^[0-9a-f]{64}$/);

/** A heading typeface and a text typeface, of those that come with the application. */
export const typefaces = z.enum([
  "cinzelGaramond",
  "cinzelSerif",
  "garamond",
  "serif",
  "sansGaramond",
  "sansSerif",
  "sans",
]);
export type Typefaces = z.infer<typeof typefaces>;

const colourRole = z.enum(["text", "main", "accent"]);

const box = {
  /** Unique in its design. */
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  x: mm,
  y: mm,
  w: sizeMm,
  h: sizeMm,
  /** Printed on blanks too, where frame and fixed words stand already. */
  onBlank: z.boolean(),
};
export const letterWeight = z.enum(["regular", "medium", "semibold", "bold"]);
const lettering = {
  face: z.enum(["heading", "body"]),
  /** Points; the largest, where the words shrink to their box. */
  size: points,
  weight: letterWeight,
  italic: z.boolean(),
  caps: z.boolean(),
  colour: colourRole,
  align: z.enum(["left", "center", "right"]),
  valign: z.enum(["top", "middle", "bottom"]),
};

const textElement = z.object({
  kind: z.literal("text"),
  ...box,
  ...lettering,
  /** Words with placeholders: "Nomor: {nomor}". */
  text: z.string().max(1000, "Paling panjang 1.000 huruf"),
});
const nameElement = z.object({
  kind: z.literal("name"),
  ...box,
  ...lettering,
  /** Points: a name stays on one line down to this size, then takes more lines. */
  least: points,
});
const pictureElement = z.object({
  kind: z.literal("picture"),
  ...box,
  /** The emblem of the Governor's papers as loaded in the settings, or a picture of the design's own. */
  picture: z.union([z.literal("emblem"), pictureHash]),
});
const signatureElement = z.object({ kind: z.literal("signature"), ...box });
/** A square kept for the internal verification code. */
const codeElement = z.object({ kind: z.literal("code"), ...box });
const lineElement = z.object({ kind: z.literal("line"), ...box, colour: colourRole });

export const designElement = z.discriminatedUnion("kind", [
  textElement,
  nameElement,
  pictureElement,
  signatureElement,
  codeElement,
  lineElement,
]);
export type DesignElement = z.infer<typeof designElement>;

/** How a charter looks: where everything stands on the page, in millimetres from its top left corner. */
export const design = z.object({
  name,
  /** The paper it was drawn for, lying. On the other size everything is spread over the page. */
  paper: paperSize,
  /** Beyond each edge, for a printer who trims. */
  bleed: z.number().min(0).max(10).multipleOf(0.1),
  /** What the office's printer leaves white along every edge. */
  unprintable: z.number().min(0).max(20).multipleOf(0.1),
  typefaces,
  colours: z.object({ text: hex, main: hex, accent: hex }),
  frame: z.object({
    kind: z.enum(["guilloche", "lines", "tumpal", "picture", "none"]),
    /** From the edge of the paper to a drawn frame. */
    inset: z.number().min(0).max(40).multipleOf(0.1),
    /** The picture that fills the page. */
    picture: pictureHash.nullable(),
  }),
  /** The paper has frame, pictures and fixed words already: only what is `onBlank` is printed, moved by the offset. */
  blank: z.boolean(),
  offset: z.object({
    x: z.number().min(-20).max(20).multipleOf(0.1),
    y: z.number().min(-20).max(20).multipleOf(0.1),
  }),
  elements: z.array(designElement).min(1, "Rancangan tanpa isi").max(60, "Paling banyak 60 bagian"),
});
export type Design = z.infer<typeof design>;

const designRow = z.object({
  key: z.string(),
  name: z.string(),
  /** Comes with the application. */
  shipped: z.boolean(),
  /** Kept for this edition: of a shipped one, it was changed. */
  saved: z.boolean(),
  savedAt: z.string().nullable(),
  /** Printed by a Typst template of its own. */
  expert: z.boolean(),
  /** Awards whose charters it is chosen for. */
  awardIds: z.array(id),
});
export type DesignRow = z.infer<typeof designRow>;

const designPicture = z.object({
  hash: z.string(),
  name: z.string(),
  /** Pixels, or the units of a drawing. */
  width: z.number(),
  height: z.number(),
  vector: z.boolean(),
  bytes: z.number().int(),
});
export type DesignPicture = z.infer<typeof designPicture>;

/** Whom a charter is shown for. */
const designRecipient = z.object({
  /** "charter/3/17" who receives it, "region/35.20/head" who may, "trial/longest" nobody. */
  id: z.string(),
  name: z.string(),
  detail: z.string(),
});
export type DesignRecipient = z.infer<typeof designRecipient>;

const ofEdition = z.object({ editionId: id });
const ofDesign = z.object({ editionId: id, key: z.string().max(60) });
const whole = designRow.extend({
  design,
  /** The expert's own template; null where the application's lays it out. */
  source: z.string().nullable(),
});
export type WholeDesign = z.infer<typeof whole>;

export const designs = {
  list: printing.input(ofEdition).output(z.array(designRow)),
  get: printing.input(ofDesign).output(whole),
  /**
   * Refused with what is wrong, and the one before stays. `basedOn` is when what it was made from was saved: another
   * window's change is not written over.
   */
  save: preparing.input(ofDesign.extend({ design, basedOn: z.string().nullable() })).output(whole),
  /** As it is on the desk, else as it is saved, under another name and a key of its own; an own template goes along. */
  copy: preparing.input(ofDesign.extend({ name, design: design.optional() })).output(whole),
  remove: preparing.input(ofDesign).output(z.void()),
  /** A shipped design as it came; what was made of it is gone. */
  reset: preparing.input(ofDesign).output(whole),
  /** Which design the charters of an award are printed by. */
  choose: preparing.input(z.object({ awardId: id, key: z.string().max(60) })).output(z.void()),
  /** The very PDF of a design that need not be saved, for one recipient; or its test page. */
  preview: printing
    .input(
      ofDesign.extend({
        design,
        recipient: z.string().max(60),
        page: z.enum(["charter", "test"]).optional(),
      }),
    )
    .output(file),
  /** Who receives a charter; while that is not known or not to be told, everybody of the register. */
  recipients: printing
    .input(ofEdition)
    .output(z.object({ official: z.boolean(), recipients: z.array(designRecipient) })),
  pictures: printing.input(ofEdition).output(z.array(designPicture)),
  picture: printing.input(ofEdition.extend({ hash: pictureHash })).output(file),
  addPicture: preparing.input(ofEdition.extend({ picture: file })).output(designPicture),
  /** Refused while a design shows it. */
  removePicture: preparing.input(ofEdition.extend({ hash: pictureHash })).output(z.void()),
  /** One file with everything the design needs, pictures too. */
  exportFile: printing.input(ofDesign).output(file),
  importFile: preparing.input(ofEdition.extend({ file })).output(whole),
  /** The template to begin from: the design's own, else the application's with its data explained. */
  exportSource: printing.input(ofDesign).output(file),
  /** Takes an own template when it prints, or gives it up (null); a mistake is told with its line. `basedOn` as in `save`. */
  setSource: preparing
    .input(ofDesign.extend({ source: z.string().max(400_000).nullable(), basedOn: z.string().nullable() }))
    .output(whole),
};
