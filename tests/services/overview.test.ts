import { afterEach, beforeEach, expect, test } from "vitest";
import { openSecured, type Person, pin, seal, type Secured, signRuleBook } from "../support/secured.ts";

let secured: Secured;
beforeEach(async () => {
  secured = await openSecured({ keying: "double" });
});
afterEach(() => secured.close());

async function nextOf({ api }: Person) {
  return (await api.editions.overview({ editionId: secured.editionId })).next;
}

/** One operator's reading of every sheet; the first value of the first sheet as asked for. */
async function typeAll({ api }: Person, firstValue = "70"): Promise<void> {
  const { panel } = secured;
  for (const panelistId of panel.panel) {
    const { rows } = await api.sheets.grid({ roundId: panel.id, panelistId });
    const changes = rows.flatMap(({ entryId }, row) =>
      panel.indicators.map(({ id }, column) => ({
        entryId,
        indicatorId: id,
        value: row + column === 0 && panelistId === panel.panel[0] ? firstValue : String(60 + row * 5),
        was: null,
      })),
    );
    await api.sheets.setScores({ roundId: panel.id, panelistId, changes });
  }
}

test("an open rule book is the next step of whoever signs it, and the others wait for it", async () => {
  const { siti, andi, editionId } = secured;
  await siti.api.security.amendRuleBook({ editionId, reason: "Bobot keliru" });
  expect(await nextOf(siti)).toMatchObject({
    sentence: "Tata nilai menunggu tanda tangan Anda sebelum nilai dapat diketik",
    route: `/e/${editionId}/persiapan/pengamanan`,
  });
  expect(await nextOf(andi)).toMatchObject({
    sentence: "Tata nilai menunggu 1 tanda tangan lagi sebelum nilai dapat diketik",
    action: "Lihat tata nilai",
  });
  const { menu, stages } = await andi.api.editions.overview({ editionId });
  expect(menu.persiapan).toEqual({ state: "open", detail: "Belum ditandatangani" });
  // What is sealed already stays so while the rule book is open.
  expect(stages.find(({ label }) => label === "Top 5")?.state).toBe("done");
  await signRuleBook(siti, editionId);
  expect((await nextOf(andi)).action).toBe("Lanjutkan penilaian");
});

test("each operator is told of their own sheets, then the verifier of what differs", async () => {
  const { andi, budi, vina, siti, pengamat } = secured;
  expect((await nextOf(andi)).sentence).toBe("25 lembar menunggu ketikan Anda");
  expect(await nextOf(pengamat)).toMatchObject({
    sentence: "25 lembar nilai belum lengkap",
    action: "Lihat penilaian",
  });
  await typeAll(andi);
  expect(await nextOf(andi)).toMatchObject({
    sentence: "Bagian Anda selesai diketik; 25 lembar menunggu orang lain",
    action: "Lihat penilaian",
  });
  expect((await nextOf(budi)).sentence).toBe("25 lembar menunggu ketikan Anda");
  await typeAll(budi, "71");
  expect(await nextOf(vina)).toMatchObject({
    sentence: "1 lembar diketik berbeda; cocokkan dengan kertasnya",
    action: "Putuskan perbedaan",
  });
  expect((await nextOf(siti)).sentence).toBe("1 lembar diketik berbeda, menunggu verifikator");
});

test("a complete round asks its signers for the seal, then chair and secretary for the declaration", async () => {
  const { andi, budi, siti, kadir, vina, pengamat, editionId, panel } = secured;
  await typeAll(andi);
  await typeAll(budi);
  const name = '"Paparan dan wawancara"';
  expect(await nextOf(siti)).toMatchObject({
    sentence: `Hasil babak ${name} lengkap dan menunggu tanda tangan Anda`,
    action: "Tanda tangani dan segel",
  });
  expect((await nextOf(siti)).route).toMatch(/\?babak=segel$/);
  expect(await nextOf(pengamat)).toMatchObject({
    sentence: `Segel babak ${name} menunggu 1 tanda tangan lagi`,
    action: "Lihat hasil",
  });
  await seal(siti, editionId, panel.id);
  expect((await nextOf(kadir)).action).toBe("Umumkan hasil");
  expect(await nextOf(vina)).toMatchObject({
    sentence: "Semua babak sudah disegel; hasilnya belum diumumkan",
    action: "Lihat hasil",
  });
  await siti.api.seals.declare({ editionId, embargoUntil: secured.context.clock.now(), pin });
  expect((await nextOf(andi)).route).toMatch(/\/dokumen\?key=charter%2F/);
  expect(await nextOf(pengamat)).toMatchObject({ action: "Lihat hasil" });
  const { stages } = await pengamat.api.editions.overview({ editionId });
  expect(stages.some(({ route }) => route.includes("/dokumen"))).toBe(false);
});

test("a request for correction is the next step of whoever has not signed it", async () => {
  const { andi, budi, siti, vina, editionId, panel } = secured;
  await typeAll(andi);
  await typeAll(budi);
  await seal(siti, editionId, panel.id);
  const { rows } = await andi.api.sheets.grid({ roundId: panel.id, panelistId: panel.panel[0]! });
  const { id } = await vina.api.seals.requestCorrection({
    roundId: panel.id,
    reason: "Kertas menulis 90",
    changes: [
      {
        entryId: rows[0]!.entryId,
        panelistId: panel.panel[0]!,
        indicatorId: panel.indicators[0]!.id,
        value: "90",
      },
    ],
  });
  expect(await nextOf(siti)).toEqual({
    sentence: 'Koreksi 1 babak "Paparan dan wawancara" menunggu tanda tangan Anda',
    action: "Baca dan tanda tangani",
    route: `/e/${editionId}/hasil/koreksi/${id}`,
  });
  expect((await nextOf(vina)).action).toBe("Lihat koreksi");
});
