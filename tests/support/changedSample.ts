import { readFileSync } from "node:fs";

export const sampleText = readFileSync(new URL("../../resources/samples/2021.json", import.meta.url), "utf8");

/** A number in the exact characters to be written into the file, where a double would not keep them. */
export class Written {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Says that a key is to be taken away. */
export const removed = Symbol("removed");

/**
 * The text of the 2021 edition with some places changed. A change is a path as problems name it
 * (`categories[0].rounds[1].carry`) and what to put there: a value, `removed`, or a `Written` number.
 */
export function sampleWith(...changes: readonly (readonly [path: string, value: unknown])[]): string {
  const file: unknown = JSON.parse(sampleText);
  const written: string[] = [];
  for (const [path, value] of changes) {
    const keys = path.split(/[.[\]]+/).filter((key) => key !== "");
    const last = keys.pop();
    if (last === undefined) throw new Error("a change needs a path");
    const target = keys.reduce(getChild, file);
    if (typeof target !== "object" || target === null) throw new Error(`nothing to change at ${path}`);
    if (value === removed) Reflect.deleteProperty(target, last);
    else if (value instanceof Written) Reflect.set(target, last, `@${written.push(value.text) - 1}@`);
    else Reflect.set(target, last, value);
  }
  return JSON.stringify(file, null, 1).replaceAll(/"@(\d+)@"/g, (_, index) => written[Number(index)] ?? "");
}

function getChild(parent: unknown, key: string): unknown {
  return typeof parent === "object" && parent !== null ? Reflect.get(parent, key) : undefined;
}
