// The documents of the repository that the site shows: read once, by name; nothing outside the folder can be reached.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Rendered, renderMarkdown } from "./markdown.ts";

export const DOCS_PATH = "/docs";

export interface Document extends Rendered {
  readonly language: "nl" | "en";
}

export interface DocumentLibrary {
  /** By name without ending, for example "employer" or "decisions/0003-law-as-data"; "README" is the list. */
  find(name: string): Document | null;
}

const FOLDER = join(import.meta.dirname, "..", "..", "..", "..", "docs");

export function documentLibrary(folder: string = FOLDER): DocumentLibrary {
  let texts: ReadonlyMap<string, string> | null = null;
  const rendered = new Map<string, Document>();
  return {
    find(name) {
      texts ??= readAll(folder);
      const held = rendered.get(name);
      if (held !== undefined) return held;
      const text = texts.get(name);
      if (text === undefined) return null;
      const language = isDutch(texts.get("README") ?? "", name) ? "nl" : "en";
      const known = texts;
      const made = { ...renderMarkdown(text, (href) => linkFrom(name, href, known), language), language } as const;
      rendered.set(name, made);
      return made;
    },
  };
}

function readAll(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".md"))
      .map((file) => [file.slice(0, -3), readFileSync(join(folder, file), "utf8")]),
  );
}

/** The list says of each document in Dutch that it is. */
function isDutch(list: string, name: string): boolean {
  return list.split("\n").some((line) => line.includes("(Dutch)") && line.includes(`(${name}.md)`));
}

/** A link between documents leads to the other document's page; one that leaves the folder leads nowhere on the site. */
function linkFrom(name: string, href: string, known: ReadonlyMap<string, string>): string | null {
  if (/^https:\/\//.test(href) || href.startsWith("#")) return href;
  const [path = "", anchor] = href.split("#");
  const steps = [...name.split("/").slice(0, -1), ...path.split("/")];
  const to: string[] = [];
  for (const step of steps) {
    if (step === "..") {
      if (to.length === 0) return null;
      to.pop();
    } else if (step !== "." && step !== "") to.push(step);
  }
  const target = to.join("/").replace(/\.md$/, "");
  if (!path.endsWith(".md") || !known.has(target)) return null;
  return `${target === "README" ? DOCS_PATH : `${DOCS_PATH}/${target}`}${anchor === undefined ? "" : `#${anchor}`}`;
}
