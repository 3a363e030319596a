import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { fontNamesIn, fontsOfPdf } from "./fontNames.ts";
import { findMissingText, missingGlyphError } from "./missingGlyph.ts";
import { PaperError } from "./paperError.ts";
import type { PictureFiles } from "./pictures.ts";
import { type Diagnostic, sourceError } from "./sourceError.ts";

/** What a template reads: plain JSON, every number already written as Indonesians write it. */
export type TemplateData = Readonly<Record<string, unknown>>;

export interface CompileOptions {
  pictures?: PictureFiles;
  /** An expert's own template, compiled in the place of ours; it may import ours. */
  sourceText?: string | undefined;
  /**
   * The data to set it with once more, now that it has that many pages, and what its template says of itself by metadata
   * with a label; null: once was enough.
   */
  again?: (pages: number, saidOf: (label: string) => unknown[]) => TemplateData | null;
  /** Looks at what was set, and throws where it must not go out. */
  check?: ((document: SetDocument) => void) | undefined;
  /** Where to look for a text that no font can show, when that is not `data` itself. */
  source?: unknown;
}

/** What was set, before it is a PDF. */
export interface SetDocument {
  pages: number;
  /** What its template says of itself by metadata with a label. */
  saidOf(label: string): unknown[];
  /** As SVG. */
  drawn(): string;
}

export interface CompiledPaper {
  bytes: Uint8Array;
  pages: number;
}

export interface PaperCompiler {
  /**
   * A PDF/A-2b of a template with data: the same bytes for the same input.
   * @throws PaperError where a character has no glyph, a picture is broken, the template fails, or a paper that is set
   * twice has another number of pages.
   */
  compile(template: string, data: TemplateData, options?: CompileOptions): CompiledPaper;
  /** What a template says of itself by metadata with that label, in the order of its pages. */
  query(template: string, data: TemplateData, label: string): unknown[];
}

export interface PaperCompilerOptions {
  /** Searched with their subfolders, before the fonts of the system. */
  fontFolders: readonly string[];
  templateFolder: string;
}

/** Named by content, so that a warm compiler never shows yesterday's template. */
function ownPath(sourceText: string): string {
  return `own-${createHash("sha256").update(sourceText).digest("hex").slice(0, 24)}.typ`;
}

/** Results of a compilation are kept for this many further ones, so that a preview is quick and memory stays bounded. */
const KEPT_COMPILATIONS = 2;

function said(label: string) {
  return { selector: `<${label}>`, field: "value" };
}

function templateError(template: string, cause: unknown): PaperError {
  return new PaperError(
    "INTERNAL",
    `Dokumen tidak dapat disusun karena templat ${template} gagal dibaca; laporkan kepada pengelola aplikasi.`,
    {},
    cause,
  );
}

function pagesError(template: string, before: number, after: number): PaperError {
  return new PaperError(
    "INTERNAL",
    `Dokumen tidak dapat disusun karena jumlah halamannya berubah dari ${before} menjadi ${after} ketika kode setiap halaman dipasang; laporkan kepada pengelola aplikasi.`,
    {},
    new Error(`${template}: ${before} pages, then ${after}`),
  );
}

/** A picture that cannot be read, or whose groups are more than PDF/A holds; null for any other complaint. */
function pictureError(messages: string): PaperError | null {
  if (!/failed to (?:decode|parse|load|convert) (?:image|svg)/iu.test(messages)) return null;
  return new PaperError(
    "INVALID",
    "Gambar lambang atau gambar rancangan rusak dan tidak dapat dicetak; muat ulang gambarnya di Pengaturan atau di Studio piagam.",
    {},
    new Error(messages),
  );
}

function diagnosticsError(template: string, diagnostics: readonly { message?: unknown }[]): PaperError {
  const messages = diagnostics.map((diagnostic) => String(diagnostic.message)).join("; ");
  return pictureError(messages) ?? templateError(template, new Error(messages));
}

/** Letters of another font than ours: of the system's, which another computer has not, so that it would print another page. */
function strangeFontError(own: boolean, font: string): PaperError {
  return new PaperError(
    "INVALID",
    own
      ? `Sumber rancangan: huruf “${font}” tidak disertakan dalam aplikasi, jadi komputer lain mencetaknya lain; pakailah \`data.fonts\`. Perbaiki sumbernya; rancangan terakhir yang benar tetap dipakai.`
      : `Gambar pada dokumen ini memuat tulisan dengan huruf “${font}” yang tidak disertakan dalam aplikasi; ubah tulisan gambarnya menjadi kurva, lalu muat ulang di Pengaturan atau di Studio piagam.`,
  );
}

/** A warm Typst compiler; usable from any thread, one paper at a time. */
export function createPaperCompiler({ fontFolders, templateFolder }: PaperCompilerOptions): PaperCompiler {
  for (const folder of [...fontFolders, templateFolder]) {
    // Typst passes over a folder that is not there and would then set the paper in a font of the system.
    if (!existsSync(folder)) {
      throw new PaperError(
        "STORAGE",
        `Folder huruf atau templat “${folder}” tidak ada; pasang ulang aplikasi untuk memulihkannya.`,
      );
    }
  }
  const typst = NodeCompiler.create({
    workspace: templateFolder,
    fontArgs: [{ fontPaths: [...fontFolders] }],
  });
  let ours: Set<string> | null = null;
  const refuseStrangeFonts = (bytes: Uint8Array, own: boolean) => {
    // Typst searches the system's fonts too and has no option against it, so what was set tells.
    ours ??= fontNamesIn(fontFolders);
    for (const font of fontsOfPdf(bytes)) if (!ours.has(font)) throw strangeFontError(own, font);
  };

  function compile(
    template: string,
    data: TemplateData,
    { pictures, source = data, sourceText, again, check }: CompileOptions = {},
  ): CompiledPaper {
    const files = [...(pictures ?? [])];
    const own = sourceText === undefined ? null : ownPath(sourceText);
    if (own !== null) files.push([own, Buffer.from(sourceText ?? "")]);
    for (const [path, bytes] of files) typst.mapShadow(join(templateFolder, path), Buffer.from(bytes));
    const set = (inputs: TemplateData): NodeTypstDocument => {
      const compiled = typst.compile({
        mainFilePath: join(templateFolder, own ?? template),
        inputs: { data: JSON.stringify(inputs) },
      });
      // Warnings are fatal: an unknown font or a layout that does not settle is only a warning to Typst.
      const trouble = compiled.takeError() ?? compiled.takeWarnings();
      if (trouble !== null && own !== null) {
        const diagnostics: Diagnostic[] = typst.fetchDiagnostics(trouble);
        throw sourceError(own, diagnostics);
      }
      if (trouble !== null) throw diagnosticsError(template, trouble.shortDiagnostics);
      if (compiled.result === null) throw templateError(template, new Error("no document"));
      return compiled.result;
    };
    try {
      const once = set(data);
      const pages = once.numOfPages;
      const more = again?.(pages, (label) => typst.query(once, said(label))) ?? null;
      const document = more === null ? once : set(more);
      if (document.numOfPages !== pages) throw pagesError(template, pages, document.numOfPages);
      check?.({
        pages,
        saidOf: (label) => typst.query(document, said(label)),
        drawn: () => typst.svg(document),
      });
      const bytes = new Uint8Array(typst.pdf(document, { pdfStandard: "a-2b" }));
      refuseStrangeFonts(bytes, own !== null);
      return { bytes, pages };
    } catch (error) {
      if (error instanceof PaperError) throw error;
      const text = findMissingText(String(error));
      if (text !== null) throw missingGlyphError(text, source);
      throw pictureError(String(error)) ?? templateError(template, error);
    } finally {
      for (const [path] of files) typst.unmapShadow(join(templateFolder, path));
      typst.evictCache(KEPT_COMPILATIONS);
    }
  }

  function query(template: string, data: TemplateData, label: string): unknown[] {
    try {
      return typst.query(
        { mainFilePath: join(templateFolder, template), inputs: { data: JSON.stringify(data) } },
        said(label),
      );
    } catch (error) {
      throw templateError(template, error);
    } finally {
      typst.evictCache(KEPT_COMPILATIONS);
    }
  }

  return { compile, query };
}
