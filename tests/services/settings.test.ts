import { afterEach, beforeEach, expect, test } from "vitest";
import { errorOf, openSample } from "../support/application.ts";

let sample: Awaited<ReturnType<typeof openSample>>;
beforeEach(async () => {
  sample = await openSample();
});
afterEach(() => sample.close());

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${inside}</svg>`;

test("an emblem is taken by what it is, and given back", async () => {
  const { api } = sample;
  await api.settings.setEmblem({ owner: "letterhead", picture: new File([png], "apa saja.tif") });
  expect((await api.settings.get()).letterhead.emblem).toBe(true);
  expect((await api.settings.emblem({ owner: "letterhead" })).type).toBe("image/png");
  await api.settings.setEmblem({ owner: "letterhead", picture: null });
  expect(await errorOf(api.settings.emblem({ owner: "letterhead" }))).toMatchObject({ code: "NOT_FOUND" });
});

test.each([
  ["a text named .png", new File(["bukan gambar"], "lambang.png"), /bukan gambar PNG, JPEG atau SVG/],
  ["an SVG with a script", new File([svg("<script>alert(1)</script>")], "lambang.svg"), /memuat skrip/],
  [
    "an SVG with an outside link",
    new File([svg('<image href="https://contoh.example/x.png"/>')], "lambang.svg"),
    /tautan ke luar/,
  ],
  [
    "a picture of 6 MB",
    new File([png, new Uint8Array(6 * 1024 * 1024)], "besar.png"),
    /7 MB; paling besar 5 MB/,
  ],
])("%s is refused as an emblem", async (_, picture, sentence) => {
  const error = await errorOf(sample.api.settings.setEmblem({ owner: "governor", picture }));
  expect(error.message).toMatch(sentence);
  expect((await sample.api.settings.get()).governorEmblem).toBe(false);
});

test("a head's picture stays with the region and goes along to a clone", async () => {
  const { api, editionId } = sample;
  const [region] = await api.regions.list({ editionId });
  await api.regions.setHeadPicture({ regionId: region!.id, picture: new File([png], "foto.png") });
  const clone = await api.editions.clone({ editionId, year: 2027, title: "ASN Achievement Awards 2027" });
  expect(
    (await api.regions.list({ editionId: clone.id })).filter(({ headPicture }) => headPicture),
  ).toHaveLength(1);
});

test("a region that takes part cannot be removed from the register", async () => {
  const { api, editionId } = sample;
  const [region] = await api.regions.list({ editionId });
  expect((await errorOf(api.regions.remove({ regionId: region!.id }))).message).toMatch(
    /masih peserta kategori/,
  );
});

test("regions of the whole nation can be added by code, and an unknown code is refused whole", async () => {
  const { api, editionId } = sample;
  expect(await api.regions.add({ editionId, codes: ["31.71"] })).toHaveLength(39);
  expect(await errorOf(api.regions.add({ editionId, codes: ["11.01", "99.99"] }))).toMatchObject({
    code: "INVALID",
  });
  expect(await api.regions.list({ editionId })).toHaveLength(39);
});
