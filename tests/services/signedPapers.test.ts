import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRouterClient } from "@orpc/server";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listIssuedFiles } from "../../electron/database/queries/printRuns.ts";
import { revokePrint } from "../../electron/database/queries/register.ts";
import { router } from "../../electron/services/index.ts";
import { errorOf, listCharters, openSample } from "../support/application.ts";
import { openSecured, pin, seal, type Secured, signRuleBook } from "../support/secured.ts";
import { makeSigner, type Signer, signPdf } from "../support/signPdf.ts";
import { typeRound } from "../support/typing.ts";

let signer: Signer;
beforeAll(async () => {
  signer = await makeSigner("Khofifah Indar Parawansa");
});

type Api = Secured["siti"]["api"];
const made = async (api: Api, editionId: number, keys: string[], more: object = {}) =>
  api.documents.make({ editionId, keys, bundle: "onePdf", despiteNames: true, ...more });
const signedOf = async (file: Blob) => signPdf(new Uint8Array(await file.arrayBuffer()), signer);
const handedIn = (api: Api, editionId: number, key: string, bytes: Uint8Array<ArrayBuffer>) =>
  api.register.fileSigned({
    editionId,
    key,
    file: new File([bytes], "tte.pdf", { type: "application/pdf" }),
  });

describe("of an open edition, the signed PDF", () => {
  let sample: Awaited<ReturnType<typeof openSample>>;
  let charters: string[];
  beforeEach(async () => {
    sample = await openSample();
    charters = await listCharters(sample);
  });
  afterEach(() => sample.close());

  test("is known after an update of the application changed a template", async () => {
    const { api, context, editionId } = sample;
    const [key = ""] = charters;
    const signed = await signedOf((await made(api, editionId, [key])).file);
    const resources = mkdtempSync(join(tmpdir(), "lencana-pembaruan-"));
    try {
      cpSync(context.paths.resources, resources, { recursive: true });
      const template = join(resources, "templates", "design.typ");
      writeFileSync(template, readFileSync(template, "utf8").replace("size: 4.5pt", "size: 4.4pt"));
      const updated = createRouterClient(router, {
        context: { ...context, paths: { ...context.paths, resources } },
      });
      const preview = await updated.documents.preview({ editionId, key });
      const again = new Uint8Array(await preview.arrayBuffer());
      expect(Buffer.from(signed.subarray(0, again.length)).equals(Buffer.from(again))).toBe(false);
      expect(await handedIn(updated, editionId, key, signed)).toMatchObject({
        signer: "Khofifah Indar Parawansa",
      });
    } finally {
      rmSync(resources, { recursive: true });
    }
  });

  test("is known by each PDF that went out, in a zip too, and none is noted of what went out with others", async () => {
    const { api, context, editionId } = sample;
    const [first = "", second = "", third = ""] = charters;
    const serialOf = async (key: string) =>
      (await api.register.list({ editionId })).find((row) => row.key === key)!.serial;
    const noted = async (key: string) => listIssuedFiles(context.db, editionId, await serialOf(key));
    await made(api, editionId, [first, second]);
    expect(await noted(first)).toEqual([]);
    await made(api, editionId, [first, third], { bundle: "zip", reason: "Diminta lagi" });
    const preview = await api.documents.preview({ editionId, key: first });
    expect(await noted(first)).toMatchObject([{ bytes: preview.size }]);
    expect(await noted(second)).toEqual([]);
    expect(await noted(third)).toHaveLength(1);
    // Made again on its own, as the second was never: the PDF that the application would make now counts.
    const alone = await api.documents.preview({ editionId, key: second });
    expect(await handedIn(api, editionId, second, await signedOf(alone))).toMatchObject({
      signer: "Khofifah Indar Parawansa",
    });
  });

  test("of another paper is refused, though that is noted", async () => {
    const { api, editionId } = sample;
    const [first = "", second = ""] = charters;
    const { file } = await made(api, editionId, [first]);
    await made(api, editionId, [second]);
    const refused = await errorOf(handedIn(api, editionId, second, await signedOf(file)));
    expect(refused.message).toMatch(/tidak disimpan\. PDF ini dokumen lain, berjudul/);
  });

  test("of a paper whose print was called off is refused, and it is said so", async () => {
    const { api, editionId } = sample;
    const [key = ""] = charters;
    const { file, runs } = await made(api, editionId, [key], { to: "printer" });
    await api.documents.settlePrint({ editionId, runs, outcome: "cancelled" });
    const refused = await errorOf(handedIn(api, editionId, key, await signedOf(file)));
    expect(refused).toMatchObject({ code: "CONFLICT" });
    expect(refused.message).toMatch(/Pencetakan nomor seri \S+ dibatalkan atau gagal, .+ keluarkan dulu/);
    await made(api, editionId, [key]);
    await handedIn(api, editionId, key, await signedOf(file));
  });

  test("of a paper that was revoked is refused, with why", async () => {
    const { api, context, editionId } = sample;
    const [key = ""] = charters;
    const { file, runs } = await made(api, editionId, [key]);
    context.db
      .transaction(() => revokePrint(context.db, editionId, runs[0]!.serial, "2026-10-06", "Salah cetak."))
      .immediate();
    const refused = await errorOf(handedIn(api, editionId, key, await signedOf(file)));
    expect(refused.message).toMatch(/sudah dicabut \(Salah cetak\); keluarkan penggantinya/);
    expect((await api.register.list({ editionId }))[0]!.signed).toBeNull();
  });
});

describe("of a secured edition, the signed PDF", () => {
  let secured: Secured;
  let key: string;
  beforeEach(async () => {
    secured = await openSecured({ keying: "single" });
    const { siti, andi, editionId, panel } = secured;
    await typeRound(secured, andi, (code, panelist) => `${60 + (Number(code.slice(3)) % 9) + panelist}`);
    await seal(siti, editionId, panel.id);
    const papers = await siti.api.documents.list({ editionId });
    key = papers.find(({ kind, state }) => kind === "charter" && state === "ready")!.key;
  });
  afterEach(() => secured.close());

  test("is known after the rule book at its foot was amended", async () => {
    const { siti, kadir, editionId } = secured;
    const signed = await signedOf((await made(siti.api, editionId, [key])).file);
    await siti.api.security.amendRuleBook({ editionId, reason: "Penanda tangan ditambah" });
    await siti.api.security.savePolicy({
      editionId,
      policy: {
        signatures: 1,
        signers: [siti.session.account!.id, kadir.session.account!.id],
        panelistNames: "named",
      },
    });
    await signRuleBook(siti, editionId);
    const again = new Uint8Array(await (await siti.api.documents.preview({ editionId, key })).arrayBuffer());
    expect(Buffer.from(signed.subarray(0, again.length)).equals(Buffer.from(again))).toBe(false);
    expect(await handedIn(siti.api, editionId, key, signed)).toMatchObject({
      signer: "Khofifah Indar Parawansa",
    });
  });

  test("of a paper that a correction revoked is refused, though another is due in its place", async () => {
    const { siti, vina, editionId, panel, entry } = secured;
    const signed = await signedOf((await made(siti.api, editionId, [key])).file);
    const asked = await vina.api.seals.requestCorrection({
      roundId: panel.id,
      reason: "Angka di lembar kertas terbaca keliru",
      changes: [
        {
          entryId: entry("35.20"),
          panelistId: panel.panel[0]!,
          indicatorId: panel.indicators[0]!.id,
          value: "61",
        },
      ],
    });
    await siti.api.seals.signCorrection({ correctionId: asked.id, hash: asked.hash, pin });
    const refused = await errorOf(handedIn(siti.api, editionId, key, signed));
    expect(refused.message).toMatch(/sudah dicabut \(.+\); keluarkan penggantinya/);
  });
});
