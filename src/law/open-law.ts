// The product's own law, data and rules together, read from its files. Node only; other code takes the `Law` as a value.
import { buildLaw, type Law } from "./engine/index.ts";
import { LAW_FOLDER, readLaw } from "./files.ts";
import type { LawError } from "./law-data.ts";
import { allRules } from "./rules/index.ts";

/** The law's files or rules are wrong. Says each mistake with its file and line. */
export class LawRefused extends Error {
  override readonly name = "LawRefused";
  readonly errors: readonly LawError[];

  constructor(errors: readonly LawError[]) {
    super(errors.map(({ file, line, rule, message }) => `${file}:${line} ${rule} ${message.en}`).join("\n"));
    this.errors = errors;
  }
}

const opened = new Map<string, Law>();

/** Reads and checks a folder of law files once (default: the product's own). Throws `LawRefused` with everything that is wrong. */
export function openLaw(folder: string = LAW_FOLDER): Law {
  const known = opened.get(folder);
  if (known !== undefined) return known;
  const data = readLaw(folder);
  if (!data.ok) throw new LawRefused(data.error);
  const law = buildLaw(data.value, allRules);
  if (!law.ok) throw new LawRefused(law.error);
  opened.set(folder, law.value);
  return law.value;
}
