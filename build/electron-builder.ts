import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AfterPackContext, Configuration } from "electron-builder";

const root = join(import.meta.dirname, "..");
const { devDependencies }: { devDependencies: { electron: string } } = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
);

/** The native parts of one platform, as the two packages that have any name them. */
const nativeParts = {
  linux: { sqlite: "linux-x64", typst: "linux-x64-gnu" },
  win32: { sqlite: "win32-x64", typst: "win32-x64-msvc" },
};

const sqlite = "node_modules/better-sqlite3";
const typst = "node_modules/@myriaddreamin/typst-ts-node-compiler";

/** What goes into the application: its bundles, and of the two packages beside them only what runs on that platform. */
function filesFor(platform: keyof typeof nativeParts): string[] {
  const parts = nativeParts[platform];
  return [
    "dist/main/**",
    "dist/renderer/**",
    "package.json",
    "!node_modules/node-*{,/**}",
    `!${sqlite}/{deps,src}{,/**}`,
    `!${sqlite}/binding.gyp`,
    `!${sqlite}/prebuilds/!(${parts.sqlite}).node`,
    `!${typst}-!(${parts.typst}){,/**}`,
  ];
}

/**
 * Weights that papers are set in, and the same ones of the families that stand in for a letter the first lacks. The
 * screens bring theirs in their own bundle.
 */
const fonts = {
  cinzel: ["600SemiBold", "700Bold"],
  "eb-garamond": ["400Regular", "400Regular_Italic", "500Medium", "600SemiBold", "700Bold"],
  "source-sans-3": ["400Regular", "600SemiBold", "700Bold"],
  "source-serif-4": ["400Regular", "400Regular_Italic", "500Medium", "600SemiBold", "700Bold"],
};

const fontFiles = Object.entries(fonts).map(([family, weights]) => ({
  from: `node_modules/@expo-google-fonts/${family}`,
  to: `fonts/${family}`,
  filter: ["LICENSE_FONT", ...weights.map((weight) => `${weight}/*.ttf`)],
}));

/**
 * Refuses a package that could not start. npm installs the native Typst compiler for the machine it runs on only, so
 * the Windows installer is made on Windows and the Linux packages on Linux.
 */
export function checkNativeParts(
  context: Pick<AfterPackContext, "appOutDir" | "electronPlatformName">,
): void {
  const { appOutDir, electronPlatformName } = context;
  const parts = nativeParts[electronPlatformName as keyof typeof nativeParts];
  if (!parts)
    throw new Error(`Lencana is not packaged for ${electronPlatformName}: see build/electron-builder.ts.`);
  const unpacked = join(appOutDir, "resources", "app.asar.unpacked");
  for (const folder of [`${sqlite}/prebuilds`, `${typst}-${parts.typst}`]) {
    if (existsSync(join(unpacked, folder))) continue;
    throw new Error(
      `${folder} for ${electronPlatformName} is not installed here, and without it the application cannot start: run npm install and this command on that system.`,
    );
  }
}

export default {
  appId: "id.go.jatimprov.bpsdm.lencana",
  productName: "Lencana",
  copyright: "Lisensi MIT",
  electronVersion: devDependencies.electron,
  directories: { output: "release", buildResources: "build" },
  artifactName: "Lencana-${version}-${os}-${arch}.${ext}",
  // Both packages with native parts bring them ready for Electron, by Node-API.
  npmRebuild: false,
  publish: null,

  asar: true,
  asarUnpack: ["**/*.node"],
  extraResources: [
    { from: "resources", to: "." },
    ...fontFiles,
    { from: "LICENSE", to: "licences/Lencana.txt" },
    { from: `${sqlite}/LICENSE`, to: "licences/better-sqlite3.txt" },
    { from: "dist/main/licences.md", to: "licences/main.md" },
    { from: "dist/renderer/licences.md", to: "licences/renderer.md" },
    // Goes into every bundle; lies in the open, for an inspector to read.
    { from: "dist/verifier", to: "verifier" },
  ],
  afterPack: checkNativeParts,
  electronLanguages: ["id", "en-US"],
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    // Cookie encryption stays off: there are no cookies, and on Linux it would ask for the key ring.
  },

  win: { target: [{ target: "nsis", arch: "x64" }], icon: "build/icons/icon.ico", files: filesFor("win32") },
  // For the user who runs it, with no administrator, no network and no question: an assisted installer would ask for whom.
  nsis: {
    oneClick: true,
    perMachine: false,
    differentialPackage: false,
    installerLanguages: ["id_ID"],
    language: "1057",
    // The data folder is the office's record: an uninstaller never touches it.
    deleteAppDataOnUninstall: false,
    createDesktopShortcut: true,
    shortcutName: "Lencana",
    uninstallDisplayName: "Lencana",
  },

  linux: {
    target: [
      { target: "AppImage", arch: "x64" },
      { target: "deb", arch: "x64" },
    ],
    icon: "build/icons",
    files: filesFor("linux"),
    executableName: "lencana",
    category: "Office",
    maintainer: "BPSDM Provinsi Jawa Timur",
    vendor: "BPSDM Provinsi Jawa Timur",
    synopsis: "Penilaian dan piagam ASN Achievement Awards",
    description: "Penilaian, peringkat, berita acara, dan piagam ASN Achievement Awards Jawa Timur.",
    desktop: { entry: { Name: "Lencana", Comment: "Penilaian dan piagam ASN Achievement Awards" } },
  },
} satisfies Configuration;
