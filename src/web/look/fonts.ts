// The font files that the stylesheet names, read once from their package.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** File names under /look/fonts/. */
export const FONT_FILES: readonly string[] = [
  "source-sans-3-latin-wght-normal.woff2",
  "source-sans-3-latin-ext-wght-normal.woff2",
];

const loaded = new Map<string, Uint8Array<ArrayBuffer>>();

/** The bytes of a font that we serve, or null for any other name. */
export function fontFile(name: string): Uint8Array<ArrayBuffer> | null {
  if (!FONT_FILES.includes(name)) return null;
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const bytes = new Uint8Array(readFileSync(require.resolve(`@fontsource-variable/source-sans-3/files/${name}`)));
  loaded.set(name, bytes);
  return bytes;
}
