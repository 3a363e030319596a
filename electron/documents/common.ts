import type { IsoDate } from "../domain/edition.ts";
import { codePictures } from "./code.ts";
import type { Letterhead, Paper } from "./paperData.ts";
import { type PictureFiles, placePicture } from "./pictures.ts";
import { hasProofFoot, proofFoot } from "./proof.ts";
import type { TemplateData } from "./typst.ts";

/** A paper ready for the compiler: which template, what it reads, and the pictures it shows. */
export interface TypesetPaper {
  template: string;
  /** A template that is not one of ours, in the place of it. */
  sourceText?: string;
  data: TemplateData;
  pictures: PictureFiles;
}

interface CommonExtras {
  /** The PDF's title. */
  title: string;
  author: string | null;
  date: IsoDate | null;
}

function datetimeParts(date: IsoDate | null) {
  if (date === null) return null;
  const [year, month, day] = date.split("-").map(Number);
  return { year, month, day };
}

function letterheadData(files: PictureFiles, letterhead: Letterhead | null) {
  if (letterhead === null) return null;
  return { ...letterhead, emblem: placePicture(files, letterhead.emblem) };
}

/** What every template reads. */
export function commonData(paper: Paper, files: PictureFiles, { title, author, date }: CommonExtras) {
  return {
    contoh: paper.contoh,
    rancangan: paper.rancangan,
    paper: paper.paper,
    letterhead: letterheadData(files, paper.letterhead),
    editionTitle: paper.editionTitle,
    proof: proofFoot(paper.proof),
    serial: paper.proof?.serial ?? null,
    // Of a single page: how many there are is only known once it is set.
    codes: codePictures(paper.proof, 1),
    tallFoot: hasProofFoot(paper),
    title,
    author,
    // Printed into the file as its date, so that the same paper is the same bytes on any day.
    date: datetimeParts(date),
  };
}
