// The product's own worked cases, read from their files. Node only.
import { readCases } from "./cases/index.ts";
import type { LawCase } from "./cases/law-case.ts";
import { LAW_FOLDER, readYaml, yamlFiles } from "./files.ts";
import type { LawData } from "./law-data.ts";
import { LawRefused } from "./open-law.ts";

/** Throws `LawRefused` with every mistake of the case files. */
export function openCases(law: LawData, folder: string = LAW_FOLDER): readonly LawCase[] {
  const read = readCases(
    law,
    yamlFiles(folder, "cases").map((file) => readYaml(folder, file)),
  );
  if (!read.ok) throw new LawRefused(read.error);
  return read.value;
}
