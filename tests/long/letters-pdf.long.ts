// Every one of 1,000 decision letters as PDF: passes our own check, and where poppler is there, opens with tags.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openLaw } from "../../src/law/open-law.ts";
import { checkPdf, renderPdf } from "../../src/letters/index.ts";
import { syntheticLetters } from "../support/synthetic-letters.ts";

const hasPdfinfo = spawnSync("pdfinfo", ["-v"]).status === 0;
const folder = mkdtempSync(join(tmpdir(), "letters-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the PDFs of 1,000 decisions", () => {
  it(`pass the check${hasPdfinfo ? " and open with tags" : "; without pdfinfo tags are not looked at from outside"}`, () => {
    const flaws: string[] = [];
    let letters = 0;
    for (const { document } of syntheticLetters(openLaw(), 1_000, 0.35)) {
      const pdf = renderPdf(document);
      flaws.push(...checkPdf(pdf, document).map((flaw) => `${document.reference} ${flaw}`));
      letters += 1;
      if (!hasPdfinfo) continue;
      const file = join(folder, "letter.pdf");
      writeFileSync(file, pdf);
      const structure = execFileSync("pdfinfo", ["-struct", file], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
      for (const tag of ["Document", "H1", "H2", "Table", "TH", "TD"])
        if (!new RegExp(`^\\s*${tag}\\b`, "m").test(structure)) flaws.push(`${document.reference} opens without ${tag}`);
    }
    expect([letters, flaws.slice(0, 10)]).toEqual([1_000, []]);
  });
});
