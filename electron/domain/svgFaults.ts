import { type SvgDrawing, type SvgElement, findTargets, withoutComments } from "./svgRead.ts";

/** What runs, moves or fetches. */
const actives =
  /^(?:script|foreignObject|iframe|handler|listener|set|discard|animate\w*|embed|object|link|img|video|audio|base)$/i;
const lettering = /^(?:text|flowRoot|flowPara)$/;
const shown = 60;

/** What a drawing has that runs, moves or fetches, as it stands in the file: `href="https://contoh.id/a.png"`; or null. */
export function findActive({ elements, instructions, declares }: SvgDrawing): string | null {
  if (declares) return "<!ENTITY> atau isi lain dalam kurung siku di <!DOCTYPE>";
  const sheet = instructions.find((one) => {
    const target = /^xml-stylesheet\b[^]*?\bhref\s*=\s*["']([^"']*)/.exec(one)?.[1];
    return one.startsWith("xml-stylesheet") && !target?.startsWith("#");
  });
  if (sheet !== undefined) return cut(`<?${sheet}?>`);
  for (const element of elements) {
    if (actives.test(element.name)) return `<${element.name}>`;
    const attribute = element.attributes.find(isActive);
    if (attribute) return cut(`${attribute.name}="${attribute.value}"`);
    if (element.name === "style") {
      const found = activeStyle(element.text);
      if (found !== null) return cut(`<style> dengan ${found}`);
    }
  }
  return null;
}

/** Whether it has letters that are still letters: each computer would draw them in another typeface. */
export function hasLettering({ elements }: SvgDrawing): boolean {
  const lettered = new Set<number>();
  return elements.some(({ name, parent, text }, index) => {
    if (!lettering.test(name) && !(parent !== null && lettered.has(parent))) return false;
    lettered.add(index);
    return text.trim() !== "";
  });
}

function isActive({ name, value }: SvgElement["attributes"][number]): boolean {
  const local = name.slice(name.indexOf(":") + 1).toLowerCase();
  const tight = value.replaceAll(/[\s\p{Cc}]/gu, "");
  if (/^on/i.test(name) || name.toLowerCase() === "xml:base" || /javascript:/i.test(tight)) return true;
  if (/^(?:href|src)$/.test(local)) return !/^(?:#|data:image\/(?:png|jpe?g|gif|webp)[;,])/i.test(tight);
  // What a program notes for itself has a prefix; any other may be read as style.
  const noted = name.includes(":") || /^(?:data-|aria-)/.test(local);
  return activeStyle(noted ? value.replaceAll("\\", "/") : value) !== null;
}

/** In a style: what fetches, or hides by signs what it is. */
function activeStyle(text: string): string | null {
  if (text.includes("\\")) return "garis miring terbalik";
  const plain = withoutComments(text);
  for (const one of [text, plain]) {
    if (/@import/i.test(one)) return "@import";
    const away = findTargets(one).find((target) => !target.startsWith("#"));
    if (away !== undefined) return `url(${away})`;
  }
  return null;
}

function cut(words: string): string {
  return words.length > shown ? `${words.slice(0, shown)}…` : words;
}
