import { type Bundle, textOf } from "./bundle.ts";
import { type Sha256, sha256 as ownSha256 } from "./sha256.ts";

/**
 * The bundle as one HTML file that opens from disk: the data, and the script that checks it. The page may run this
 * very script and nothing else, and may reach no network.
 */
export function buildBundle(bundle: Bundle, script: string): string {
  return pageOf(textOf(bundle), script);
}

/** A page that an office received, taken apart. */
export interface ReadPage {
  data: string;
  digest: string;
  script: string;
}

/** Takes a page apart; null when it is not one of ours at all. */
export function readPage(html: string): ReadPage | null {
  const found = /<script type="application\/json" id="bukti" data-sha256="(\w*)">([^<]*)<\/script>/.exec(
    html,
  );
  const script = /<script id="pemeriksa" data-sha256="\w*">([^]*?)<\/script>/.exec(html);
  return found && script ? { digest: found[1]!, data: found[2]!, script: script[1]! } : null;
}

/** The page of these data and this script, to the byte. */
export function pageOf(data: string, script: string, sha256: Sha256 = ownSha256): string {
  const source = (text: string) => `sha256-${base64Of(sha256(text))}`;
  if (/<\/script|<!--/i.test(script)) throw new Error("the script would end early in its page");
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${source(script)}'; style-src '${source(style)}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bukti hasil</title>
<style>${style}</style>
</head>
<body>
<main id="halaman">
<h1>Bukti hasil</h1>
<p>Sedang diperiksa… Bila tulisan ini tetap tampak, pemeriksanya tidak berjalan: berkas ini diubah atau rusak, dan tidak membuktikan apa pun.</p>
</main>
<script type="application/json" id="bukti" data-sha256="${sha256(data)}">${data}</script>
<script id="pemeriksa" data-sha256="${sha256(script)}">${script}</script>
</body>
</html>
`;
}

function base64Of(hex: string): string {
  return btoa(hex.replace(/../g, (byte) => String.fromCharCode(Number.parseInt(byte, 16))));
}

const style = `
:root { color-scheme: light dark; --ink: #1c2430; --dim: #566173; --line: #d5dae1; --paper: #fff; --good: #12633d; --wait: #7a4b00; --bad: #a3261b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebf0; --dim: #a5aebb; --line: #3b4553; --paper: #171c23; --good: #6fd3a0; --wait: #f0bd62; --bad: #ff9d92; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 "Source Sans 3", "Segoe UI", system-ui, sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { margin: 0; font-size: 1.7rem; line-height: 1.2; } h2 { margin: 2rem 0 .5rem; font-size: 1.15rem; } p { margin: .4rem 0; }
.dim { color: var(--dim); } .code { font-family: ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
.good { color: var(--good); } .wait { color: var(--wait); } .bad { color: var(--bad); }
.box { margin: 1.25rem 0 0; padding: .9rem 1.1rem; border: 2px solid; border-radius: 8px; } .box strong { font-size: 1.35rem; } .box p, .box li { color: var(--ink); }
label { display: block; font-weight: 600; color: var(--ink); } input { margin-top: .3rem; padding: .5rem .7rem; width: 17rem; max-width: 100%; box-sizing: border-box; border: 1px solid var(--dim); border-radius: 6px; background: var(--paper); color: var(--ink); font: 600 1.1rem ui-monospace, Consolas, monospace; text-transform: uppercase; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; } th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: left; } td.number, th.number { text-align: right; } th:first-child { width: 5.5rem; } th:last-child { width: 8rem; }
@media print { main { padding: 0; } }
`;
