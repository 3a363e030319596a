import { expect, test } from "vitest";
import { readEdition } from "../../electron/interchange/editionFile.ts";
import { sampleWith } from "./changedSample.ts";

export type Change = readonly [path: string, value: unknown];
export type Row = readonly [rule: string, changes: readonly Change[], path: string, message: string];

/** The rounds of the 2021 edition: the desk selection, then the panel. */
export const desk = "categories[0].rounds[0]";
export const panel = "categories[0].rounds[1]";

export const expectedName = "teks 1–200 huruf";
export const expectedId = "id berupa teks 1–64 huruf";
export const expectedNumber = 'angka, misalnya 87.1 atau "87.1"';

export function problemsOf(text: string) {
  const read = readEdition(text);
  return "problems" in read ? read.problems : [];
}

/** One test a row: it changes the 2021 edition so that one rule breaks, and one problem must name the place. */
export function refuses(rows: readonly Row[]) {
  test.each(rows)("%s", (_, changes, path, message) => {
    expect(problemsOf(sampleWith(...changes))).toEqual([{ path, message }]);
  });
}
