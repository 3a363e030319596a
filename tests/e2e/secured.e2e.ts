import type { Page } from "@playwright/test";
import { expect, test } from "./application.ts";
import { expectNoViolations } from "./violations.ts";
import { goTo, sample, scoreGrid } from "./walking.ts";

const sri = { name: "Sri Wahyuni", pin: "tiga burung di dahan" };
const budi = { name: "Budi Santoso", pin: "482913" };
const codeShape = /^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/;

test("from an open edition to a secured one: sign in, wrong PIN, lock, a closed account, a forgotten PIN", async ({
  application,
  page,
}) => {
  test.setTimeout(600_000);

  const recoveryCode = await test.step("an open edition asks nothing and invites once", async () => {
    await goTo(page, sample.beranda);
    await page.getByRole("link", { name: "amankan edisi" }).click();
    await page.getByRole("button", { name: "Amankan edisi" }).click();
    await page.getByLabel("Nama sekretaris").fill(sri.name);
    await page.getByLabel("PIN", { exact: true }).fill(sri.pin);
    await page.getByLabel("Ulangi PIN").fill(sri.pin);
    await page.getByRole("dialog").getByRole("button", { name: "Amankan edisi" }).click();
    const code = page.getByRole("dialog").locator("[data-code]");
    await expect(code).toHaveText(codeShape);
    return code.innerText();
  });

  await test.step("the code is gone once it is on paper, and the secretary is signed in", async () => {
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.getByRole("button", { name: "Saya sudah mencetak atau mencatatnya" }).click();
    await expect(page.getByText(recoveryCode)).toHaveCount(0);
    await expect(page.getByText("Baru ada satu pengguna.")).toBeVisible();
    await expect(accountButton(page, sri.name)).toContainText("sekretaris");
    await expectNoViolations(page);
  });

  const budisCode =
    await test.step("the secretary adds an operator, whose code is shown once; the same name again is refused and stays typed", async () => {
      await page.getByRole("link", { name: "1 pengguna" }).click();
      await addUser(page, budi, "Operator");
      await expect(page.getByRole("dialog").getByText("sekretaris pun tidak dapat")).toBeVisible();
      await expectNoViolations(page);
      const code = await takeCode(page);
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await addUser(page, budi, "Pengamat");
      await expect(page.getByRole("alert")).toContainText(`Nama "${budi.name}" sudah dipakai`);
      await expect(page.getByLabel("Nama", { exact: true })).toHaveValue(budi.name);
      await page.getByRole("button", { name: "Batal" }).click();
      return code;
    });

  await test.step("who signs is saved as it is chosen, and the ledger is whole", async () => {
    await goTo(page, sample.security);
    await page.getByText("Panelis A–E").click();
    await expect(page.getByText("Tersimpan")).toBeVisible();
    await page.getByRole("button", { name: "Periksa buku catatan" }).click();
    await expect(page.getByText("Utuh")).toBeVisible();
  });

  await test.step("Ctrl+K locks as well, and what had come to the page is still there afterwards", async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("textbox", { name: "Cari apa saja" })).toBeFocused();
    await page.keyboard.type("kunci");
    await page.getByRole("dialog").getByText("Layar meminta PIN Anda lagi").waitFor();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Terkunci" })).toBeVisible();
    await signIn(page, sri.name, sri.pin);
    await expect(page.getByRole("heading", { name: "Terkunci" })).toHaveCount(0);
    await expect(page.getByText("Utuh")).toBeVisible();
  });

  await test.step("a lock keeps the page with what was typed, and opens only for its PIN", async () => {
    await goTo(page, sample.panelists);
    await page.getByLabel("Panelis baru").fill("Prof. Dr. Ratna");
    await accountButton(page, sri.name).click();
    await page.getByRole("menuitem", { name: "Kunci" }).click();
    await expect(page.getByRole("heading", { name: "Terkunci" })).toBeVisible();
    await expect(page.getByLabel(`PIN ${sri.name}`)).toBeFocused();
    await expectNoViolations(page);
    await page.keyboard.press("Control+k");
    await expect(page.getByLabel("Cari apa saja")).toHaveCount(0);
    await page.keyboard.type("bukan ini");
    await page.keyboard.press("Enter");
    await expect(page.getByText(`PIN untuk ${sri.name} salah. Coba lagi.`)).toBeVisible();
    await page.keyboard.type(sri.pin);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Terkunci" })).toHaveCount(0);
    await expect(page.getByLabel("Panelis baru")).toHaveValue("Prof. Dr. Ratna");
    await page.getByLabel("Panelis baru").fill("");
  });

  const other = await application.openWindow();
  await test.step("another window stands before the door; wrong PINs make it wait", async () => {
    await goTo(other, sample.panelGrid);
    await expect(other.getByRole("heading", { name: "Masuk" })).toBeVisible();
    await expectNoViolations(other);
    await other.getByRole("radio", { name: budi.name }).check();
    for (const wrong of ["111111", "222222", "333333"]) {
      await signIn(other, budi.name, wrong);
      await expect(other.getByText(`PIN untuk ${budi.name} salah.`)).toBeVisible();
    }
    await expect(other.getByText("Coba lagi setelah 5 detik.")).toBeVisible();
    await signIn(other, budi.name, budi.pin);
    await expect(other.getByText(/Tunggu \d detik, lalu coba lagi\./)).toBeVisible();
    const asked = other.getByRole("heading", { name: "Masuk" });
    await expect(async () => {
      if (await asked.isVisible()) await signIn(other, budi.name, budi.pin);
      await expect(asked).toHaveCount(0, { timeout: 1000 });
    }).toPass();
    await expect(scoreGrid(other)).toBeVisible();
    await expect(accountButton(other, budi.name)).toContainText("operator");
  });

  await test.step("what a role may not do is not offered", async () => {
    await goTo(other, sample.security);
    await expect(other.getByText("Panelis A–E")).toBeVisible();
    await expect(other.getByRole("checkbox", { name: sri.name })).toBeDisabled();
    for (const name of ["Tanda tangani", "Periksa buku catatan", "Tampilkan data pribadi"]) {
      await expect(other.getByRole("button", { name })).toHaveCount(0);
    }
    await goTo(other, sample.beranda);
  });

  await test.step("an operator who forgot the PIN takes the printed code, and nobody else can help", async () => {
    await accountButton(other, budi.name).click();
    await other.getByRole("menuitem", { name: "Kunci" }).click();
    await other.getByRole("button", { name: "Lupa PIN" }).click();
    await expect(other.getByText("Kode pun hilang?")).toBeVisible();
    await expectNoViolations(other);
    await recover(other, budisCode, "frasa budi");
    await expect(other.locator("[data-code]").first()).not.toHaveText(budisCode);
    await takeCode(other);
    await signIn(other, budi.name, "frasa budi");
    await expect(accountButton(other, budi.name)).toBeVisible();
  });

  const changed =
    await test.step("a changed PIN shuts one's other windows by itself, and brings a code nobody else has seen", async () => {
      const third = await application.openWindow();
      await goTo(third, sample.panelists);
      await third.getByRole("radio", { name: sri.name }).check();
      await signIn(third, sri.name, sri.pin);
      await third.getByLabel("Panelis baru").fill("Dr. Wulan");
      await accountButton(page, sri.name).click();
      await page.getByRole("menuitem", { name: "Ganti PIN" }).click();
      await page.getByLabel("PIN lama").fill(sri.pin);
      await page.getByLabel("PIN baru", { exact: true }).fill("empat burung di dahan");
      await page.getByLabel("Ulangi PIN baru").fill("empat burung di dahan");
      await page.getByRole("dialog").getByRole("button", { name: "Ganti PIN" }).click();
      const code = await takeCode(page);
      expect(code).not.toBe(recoveryCode);
      const why = `PIN ${sri.name} sudah diganti. Masuk lagi dengan PIN yang baru.`;
      await expect(third.getByText(why)).toBeVisible();
      await signIn(third, sri.name, "empat burung di dahan");
      await expect(third.getByLabel("Panelis baru")).toHaveValue("Dr. Wulan");
      await third.close();
      return code;
    });

  await test.step("closing an account shuts its window by itself, and says why", async () => {
    await goTo(page, sample.settings);
    await page.getByRole("button", { name: `Tutup akun ${budi.name}` }).click();
    await page.getByRole("dialog").getByRole("textbox").fill(budi.name);
    await page.getByRole("dialog").getByRole("button", { name: "Tutup akun" }).click();
    await expect(page.getByRole("row", { name: budi.name })).toContainText("Ditutup");
    await expect(other.getByText(`Akun ${budi.name} sudah ditutup. Masuk dengan akun lain.`)).toBeVisible();
    await other.getByRole("button", { name: "Ganti pengguna" }).click();
    await expect(other.getByRole("radio")).toHaveCount(1);
    await other.getByRole("button", { name: "Ke daftar edisi" }).click();
    await expect(other.getByRole("heading", { name: "Edisi", exact: true })).toBeVisible();
  });

  await test.step("a forgotten PIN of the secretary is replaced with the printed code, which is then spent", async () => {
    await goTo(page, sample.security);
    await accountButton(page, sri.name).click();
    await page.getByRole("menuitem", { name: "Keluar" }).click();
    await page.getByRole("button", { name: "Lupa PIN" }).click();
    await recover(page, "AAAAA-AAAAA-AAAAA-AAAAA", "pin yang baru");
    await expect(page.getByText("Kode pemulihan tidak cocok.")).toBeVisible();
    await recover(page, changed.toLowerCase(), "pin yang baru");
    await expect(page.locator("[data-code]").first()).not.toHaveText(changed);
    await page.getByRole("button", { name: "Saya sudah mencetak atau mencatatnya" }).click();
    await signIn(page, sri.name, "pin yang baru");
    await expect(page.getByText("Diamankan")).toBeVisible();
  });
});

function accountButton(page: Page, name: string) {
  return page.getByRole("button", { name: new RegExp(`^${name}.*keluar$`) });
}

async function addUser(page: Page, { name, pin }: typeof budi, role: string): Promise<void> {
  await page.getByRole("button", { name: "Tambah pengguna…" }).click();
  await page.getByLabel("Nama", { exact: true }).fill(name);
  await page.getByRole("radio", { name: role }).check();
  await page.getByLabel("PIN pertama", { exact: true }).fill(pin);
  await page.getByLabel("Ulangi PIN pertama").fill(pin);
  await page.getByRole("dialog").getByRole("button", { name: "Tambah pengguna" }).click();
}

/** The code that is shown this once, and on. */
async function takeCode(page: Page): Promise<string> {
  const code = page.locator("[data-code]").first();
  await expect(code).toHaveText(codeShape);
  const text = await code.innerText();
  await page.getByRole("button", { name: "Saya sudah mencetak atau mencatatnya" }).click();
  return text;
}

async function signIn(page: Page, name: string, pin: string): Promise<void> {
  await page.getByLabel(`PIN ${name}`).fill(pin);
  await page.keyboard.press("Enter");
}

async function recover(page: Page, code: string, pin: string): Promise<void> {
  await page.getByLabel("Kode pemulihan").fill(code);
  await page.getByLabel("PIN baru", { exact: true }).fill(pin);
  await page.getByLabel("Ulangi PIN baru").fill(pin);
  await page.getByRole("button", { name: "Pakai kode dan ganti PIN" }).click();
}
