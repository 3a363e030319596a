import type { SealRow } from "./bundle.ts";
import { type CheckedSeal, checkBundle, type Verdict } from "./check.ts";
import { findFact } from "./facts.ts";
import { type HeadMatch, matchHead, shortHead } from "./head.ts";
import { inIndonesian, nameOfRegion } from "./seals.ts";
import { sha256 } from "./sha256.ts";

// The script of a bundle's page: checks what stands in it, and shows what it found.

const data = document.getElementById("bukti")!;
const script = document.getElementById("pemeriksa")!;
// After the browser has painted that it is being checked.
setTimeout(() => {
  const verdict = checkBundle(data.textContent, data.dataset.sha256 ?? "", sha256);
  if (sha256(script.textContent) !== script.dataset.sha256) {
    verdict.findings.push("Pemeriksa di halaman ini bukan yang dibuat bersama berkasnya.");
  }
  document.getElementById("halaman")!.replaceChildren(...pageOf(verdict));
}, 50);

type Child = Node | string;

function make(tag: string, className: string, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

function pageOf(verdict: Verdict): Child[] {
  const { bundle, facts, seals } = verdict;
  const edition = findFact(facts, "edisi");
  document.title = `Bukti hasil · ${edition?.title ?? "rusak"}`;
  const parts: Child[] = [
    make("p", "dim", "Bukti hasil", edition?.sample ? make("b", "wait", " · CONTOH: nilainya rekaan") : ""),
    make("h1", "", edition?.title ?? "Bukti hasil"),
    contentBox(verdict),
  ];
  if (!bundle) return parts;
  const head = bundle.ledger.at(-1)?.hash ?? "";
  parts.push(
    paperBox(verdict),
    ...seals.toSorted((a, b) => b.seq - a.seq).flatMap((seal) => sealPart(verdict, seal)),
  );
  parts.push(
    make("h2", "", "Yang diperiksa"),
    make(
      "p",
      "",
      `${bundle.ledger.length} catatan: hash, sambungan, dan urutannya. ${facts.size} fakta diputar ulang dari catatan itu. Tata nilai versi ${bundle.ruleBook.version} (`,
      make("span", "code", shortHead(bundle.ruleBook.hash)),
      `). ${seals.length} segel: hash, tanda tangan, dan peringkat yang dihitung ulang dari nilai.`,
    ),
    make(
      "p",
      "",
      "Kepala buku catatan: ",
      make("span", "code", shortHead(head)),
      ". SHA-256: ",
      make("span", "code", head),
    ),
    make("p", "", "SHA-256 pemeriksa ini: ", make("span", "code", sha256(script.textContent))),
  );
  return parts;
}

/** Whether the content agrees with itself. */
function contentBox({ findings }: Verdict): HTMLElement {
  const intact = findings.length === 0;
  const box = make(
    "section",
    `box ${intact ? "good" : "bad"}`,
    make("strong", "", intact ? "✓ Utuh" : "✗ Tidak utuh"),
  );
  box.setAttribute("role", "status");
  if (intact)
    box.append(
      make("p", "", "Seluruh isi berkas ini saling cocok, dan peringkatnya benar menurut nilainya."),
    );
  else box.append(make("ul", "", ...findings.slice(0, 50).map((sentence) => make("li", "", sentence))));
  if (findings.length > 50) box.append(make("p", "", `Dan ${findings.length - 50} lainnya.`));
  return box;
}

/** Whether it is what was printed: whoever alters everything alike cannot alter the paper. */
function paperBox({ bundle, seals, findings }: Verdict): HTMLElement {
  const title = make("strong", "");
  const sentence = make("p", "");
  const typed = document.createElement("input");
  typed.autocomplete = "off";
  typed.spellcheck = false;
  typed.maxLength = 40;
  const status = make("div", "", title, sentence);
  status.setAttribute("role", "status");
  const label = make(
    "label",
    "",
    "Kepala buku catatan yang tercetak di rekapitulasi atau berita acara",
    make("br", ""),
    typed,
  );
  const box = make("section", "", status, label);
  const hashes = bundle?.ledger.map(({ hash }) => hash) ?? [];
  const show = () => {
    const match = typed.value.trim() === "" ? null : matchHead(typed.value, hashes, seals);
    const [className, heading] = headingOf(match, findings.length === 0, seals.length);
    box.className = `box ${className}`;
    title.textContent = heading;
    sentence.textContent =
      match?.sentence ??
      "Hanya kode dari kertas yang membedakan berkas asli dari berkas yang diubah seluruhnya dengan serasi.";
  };
  typed.addEventListener("input", show);
  show();
  return box;
}

function headingOf(match: HeadMatch | null, intact: boolean, seals: number): [string, string] {
  if (!match) return ["wait", "Belum dicocokkan dengan kertas"];
  if (!match.fits) return ["bad", "✗ Tidak cocok dengan kertas"];
  if (!intact) return ["bad", "Kodenya ada, tetapi isi berkasnya tidak utuh"];
  return match.covered === seals
    ? ["good", "✓ Cocok dengan kertas"]
    : ["wait", "Cocok dengan kertas yang lebih lama"];
}

function sealPart({ bundle, facts }: Verdict, { seal, name, seq, signers, needed }: CheckedSeal): Child[] {
  const { rows } = seal.result;
  const newest = !bundle?.seals.some(
    (one) => one.category === seal.category && one.round === seal.round && one.version > seal.version,
  );
  const sealed = new Date(seal.sealedAt).toLocaleString("id-ID", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "Asia/Jakarta",
  });
  const row = ({ entry, rank, total, advances }: SealRow) =>
    make(
      "tr",
      "",
      make("td", "number", String(rank ?? "–")),
      make("td", "", nameOfRegion(facts, entry)),
      make("td", "number", inIndonesian(total)),
      make("td", "", advances ? "lolos" : ""),
    );
  const headings = ["Peringkat", "Daerah", "Nilai akhir", "Keterangan"].map((text, i) =>
    make("th", i % 2 === 0 ? "number" : "", text),
  );
  const table = make(
    "table",
    "",
    make("thead", "", make("tr", "", ...headings)),
    make("tbody", "", ...rows.map(row)),
  );
  const told = `Disegel ${sealed} WIB di catatan ke-${seq}; ${signers.length} dari ${needed} tanda tangan yang diperlukan: ${signers.join(", ") || "tidak ada"}.`;
  return [make("h2", "", newest ? name : `${name} (sudah digantikan)`), make("p", "dim", told), table];
}
