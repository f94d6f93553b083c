// The one stylesheet of all pages: compiled from SCSS when the sources changed, else read from the cache folder.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, info } from "sass";

const folder = fileURLToPath(new URL(".", import.meta.url));
const entry = join(folder, "styles", "maatwerk.scss");

export interface Stylesheet {
  readonly css: string;
  /** Names the content, so that a browser may keep it for ever. */
  readonly hash: string;
}

/** A name for the sources as they are now: any change to a file of the look or to the compiler gives another. */
function sourceHash(): string {
  const hash = createHash("sha256").update(info);
  for (const part of ["styles", "appuniversum/styles"]) {
    const names = readdirSync(join(folder, part), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".scss"));
    for (const name of names.sort()) hash.update(name).update(readFileSync(join(folder, part, name)));
  }
  return hash.digest("hex").slice(0, 16);
}

/**
 * Gives the stylesheet. A cache folder that cannot be written costs only the time of compiling at the next start.
 *
 * @param cacheFolder - Where compiled sheets are kept, or null to compile in memory.
 */
export function loadStylesheet(cacheFolder: string | null): Stylesheet {
  const hash = sourceHash();
  const cached = cacheFolder === null ? null : join(cacheFolder, `maatwerk-${hash}.css`);
  if (cached !== null) {
    try {
      return { css: readFileSync(cached, "utf8"), hash };
    } catch {
      // Not compiled yet.
    }
  }
  // Appuniversum still uses @import and the old colour functions; they are its own to replace.
  const { css } = compile(entry, {
    style: "compressed",
    silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function", "slash-div"],
  });
  if (cached !== null && cacheFolder !== null) {
    try {
      mkdirSync(cacheFolder, { recursive: true });
      // Written aside and then named, so that a second process never reads half a sheet.
      const aside = `${cached}.${process.pid}`;
      writeFileSync(aside, css);
      renameSync(aside, cached);
    } catch {
      // Read-only place: compile again next time.
    }
  }
  return { css, hash };
}
