import { homedir } from "node:os";
import { join } from "node:path";

/** Where everything of one installation lies. */
export interface Paths {
  data: string;
  database: string;
  backups: string;
  log: string;
  /** Files on their way to a window. */
  temporary: string;
  /** Templates, samples and the region list that come with the application. */
  resources: string;
  fonts: string[];
}

/** The data folder: `LENCANA_HOME`, else `%APPDATA%\Lencana`, else `$XDG_DATA_HOME/lencana`. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  if (env.LENCANA_HOME) return env.LENCANA_HOME;
  if (platform === "win32") return join(env.APPDATA ?? join(homedir(), "AppData", "Roaming"), "Lencana");
  return join(env.XDG_DATA_HOME ?? join(homedir(), ".local", "share"), "lencana");
}

const fontPackages = ["cinzel", "eb-garamond", "source-sans-3", "source-serif-4"];

/** Resources of a checkout: templates beside the source, fonts in their packages. */
export function checkoutPaths(root: string, data = dataFolder()): Paths {
  const fonts = fontPackages.map((name) => join(root, "node_modules", "@expo-google-fonts", name));
  return { ...dataPaths(data), resources: join(root, "resources"), fonts };
}

/** Resources of a packaged application: everything below its resources folder. */
export function packagedPaths(resources: string, data = dataFolder()): Paths {
  return { ...dataPaths(data), resources, fonts: [join(resources, "fonts")] };
}

function dataPaths(data: string) {
  return {
    data,
    database: join(data, "lencana.db"),
    backups: join(data, "cadangan"),
    log: join(data, "lencana.log"),
    temporary: join(data, "sementara"),
  };
}
