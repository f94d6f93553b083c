// All templates, read once from their folder and checked as a whole.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { LETTER_KINDS, type LetterKind } from "./kinds.ts";
import { readTemplate } from "./read-template.ts";
import { type Template, TemplateError } from "./template.ts";

const FOLDER = fileURLToPath(new URL("../templates", import.meta.url));

export type Templates = Readonly<Record<LetterKind, Template>>;

let known: Templates | null = null;

/** @throws TemplateError naming file and line of everything that is wrong. */
export function letterTemplates(): Templates {
  known ??= readTemplates(FOLDER);
  return known;
}

export function readTemplates(folder: string): Templates {
  const flaws: string[] = [];
  const found: Partial<Record<LetterKind, Template>> = {};
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".yaml")) continue;
    try {
      const template = readTemplate(file, readFileSync(join(folder, file), "utf8"));
      const kind = template.kind as LetterKind;
      if (found[kind] !== undefined) flaws.push(`${file}:1 a second template of kind ${kind}; the other is ${found[kind].file}`);
      found[kind] = template;
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      flaws.push(...error.flaws);
    }
  }
  for (const kind of Object.keys(LETTER_KINDS))
    if (!(kind in found)) flaws.push(`${kind}.yaml:1 there is no template of kind ${kind}`);
  if (flaws.length > 0) throw new TemplateError(flaws);
  return found as Templates;
}
