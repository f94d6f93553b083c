import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { instant, plainDate } from "../../kernel/index.ts";
import type { LetterDocument } from "../document/document.ts";
import { checkPdf } from "./check-pdf.ts";
import { renderPdf } from "./render-pdf.ts";

const letter: LetterDocument = {
  kind: "grant",
  language: "nl",
  reference: "MW-2024-000123",
  date: plainDate("2024-03-15"),
  createdAt: instant("2024-03-15T09:00:00.000Z"),
  from: { name: "Departement WSE", lines: ["Dossierbehandeling"] },
  to: { name: "Bakkerij <De Kers> & #zonen [bv]", lines: ["Kerkstraat 1", "9000 Gent"] },
  title: "U krijgt een loonpremie",
  summary: ["U krijgt 40 % van het begrensde loon.", "De premie begint in het 1e kwartaal 2024."],
  blocks: [
    { type: "heading", text: "Wat we vaststelden" },
    { type: "facts", rows: [{ label: "Behoefte", value: "blijvend" }] },
    { type: "paragraph", text: "Dit volgt uit WP-04. *Geen* _opmaak_ in $tekst$ # van buiten." },
    { type: "list", items: ["eerste", "tweede"] },
    {
      type: "table",
      caption: "Bedrag per kwartaal",
      columns: [
        { title: "Kwartaal", align: "start" },
        { title: "Bedrag", align: "end" },
      ],
      rows: Array.from({ length: 60 }, (_, i) => [`rij ${i + 1}`, "€ 4.260,00"]),
      total: ["Samen", "€ 255.600,00"],
    },
    {
      type: "chart",
      title: "Bedragen per kwartaal",
      text: "Bedragen per kwartaal. De getallen staan in de tabel.",
      svg: '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="30" viewBox="0 0 120 30"><rect width="90" height="20" fill="#0055cc"/></svg>',
    },
    { type: "notice", title: "Beroep", text: "De tekst over beroep is een parameter." },
  ],
  synthetic: true,
};

const hasPdfinfo = spawnSync("pdfinfo", ["-v"]).status === 0;

describe("a letter as PDF/UA", () => {
  it("is a PDF that declares PDF/UA-1, its language and its title", () => {
    const text = Buffer.from(renderPdf(letter)).toString("latin1");
    expect(text.startsWith("%PDF-")).toBe(true);
    expect(text).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(text).toMatch(/\/Lang\s*\(nl/);
    expect(text).toContain("/MarkInfo");
  });

  it("passes our own check, which finds what is taken away", () => {
    const pdf = Buffer.from(renderPdf(letter)).toString("latin1");
    const flawsOf = (text: string) => checkPdf(Buffer.from(text, "latin1"), letter);
    const without = (from: string | RegExp, to = "") => {
      expect(typeof from === "string" ? pdf.indexOf(from) : pdf.search(from)).toBeGreaterThan(0);
      return flawsOf(pdf.replace(from, to));
    };
    expect(flawsOf(pdf)).toEqual([]);
    expect(without("/Marked true", "/Marked false")).toEqual(["is not marked as tagged"]);
    expect(without("/DisplayDocTitle true")).toEqual(["does not show its title"]);
    expect(without("/Lang (nl", "/Lang (de")).toEqual(["is not in language nl"]);
    expect(without("<pdfuaid:part>1<", "<pdfuaid:part>2<")).toEqual(["does not declare PDF/UA-1"]);
    expect(without(/\/StructTreeRoot\b(?! \d)/, "/Other")).toEqual(["has no structure"]);
    expect(without("/S /H1", "/S /H3")).toContain("skips from heading 0 to 3");
    expect(without("/S /TR", "/S /P")).toContain("has a cell outside a row");
    expect(without("/Scope /Column")).toEqual(["has a header cell that says not what it heads"]);
    expect(without(/\/FontFile3 \d+ 0 R/)).toEqual(["has a font that is not embedded"]);
    expect(without(/\/ToUnicode \d+ 0 R/)).toEqual(["has a font whose letters cannot be read out"]);
    expect(checkPdf(Buffer.from(pdf, "latin1"), { ...letter, title: "Iets anders" })).toEqual([
      "has another title in its metadata",
    ]);
  });

  it("gives the same bytes for the same document, and others for another date", () => {
    expect(Buffer.from(renderPdf(letter)).equals(Buffer.from(renderPdf(letter)))).toBe(true);
    const later = { ...letter, createdAt: instant("2024-03-16T09:00:00.000Z") };
    expect(Buffer.from(renderPdf(letter)).equals(Buffer.from(renderPdf(later)))).toBe(false);
  });

  it.skipIf(!hasPdfinfo)("opens with tags: a heading, a table with header cells, a list; text from outside stays text", () => {
    const folder = mkdtempSync(join(tmpdir(), "letter-"));
    const file = join(folder, "letter.pdf");
    writeFileSync(file, renderPdf(letter));
    const structure = execFileSync("pdfinfo", ["-struct-text", file], { encoding: "utf8" });
    rmSync(folder, { recursive: true });
    for (const tag of ["H1", "H2", "Table", "THead", "TH", "TD", "L"])
      expect(structure).toMatch(new RegExp(`^\\s*${tag}\\b`, "m"));
    expect(structure).toContain("*Geen* _opmaak_ in $tekst$ # van buiten.");
    expect(structure).toContain("Bakkerij <De Kers> & #zonen [bv]");
  });
});
