import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/index.ts";
import { allRules } from "../../law/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { instrumentsOf, instrumentText, remedyBlocks } from "../legal/legal.ts";
import { fillTemplate, type Slots } from "./fill-template.ts";
import { LETTER_KINDS } from "./kinds.ts";
import { readTemplate } from "./read-template.ts";
import { TemplateError } from "./template.ts";
import { letterTemplates, readTemplates } from "./templates.ts";

const law = openLaw();

function flawsOf(make: () => unknown): readonly string[] {
  try {
    make();
  } catch (error) {
    if (error instanceof TemplateError) return error.flaws;
    throw error;
  }
  return [];
}

const receipt = (body: string) => `kind: receipt
title: Ontvangen
summary:
  - "Voor {worker}."
body:
${body}`;

describe("the templates of the house", () => {
  it("are there for every kind of letter, and every slot, flag and part they name exists", () => {
    expect(Object.keys(letterTemplates()).sort()).toEqual(Object.keys(LETTER_KINDS).sort());
  });

  it("never name what VDAB finds, in a letter to who applied", () => {
    for (const [kind, { audience }] of Object.entries(LETTER_KINDS)) {
      if (audience !== "APPLICANT") continue;
      const said = JSON.stringify(letterTemplates()[kind as keyof typeof LETTER_KINDS]);
      expect([kind, /rendementsverlies|bijkomende kosten|arbeidsbeperking|\battest/i.test(said)]).toEqual([kind, false]);
    }
  });
});

describe("a template with a mistake is refused by file and line", () => {
  it("for a slot, a condition and a part that this kind of letter does not have", () => {
    const flaws = flawsOf(() =>
      readTemplate("x.yaml", receipt('  - text: "Beste {naam}"\n  - insert: sommen\n  - text: "Goed"\n    when: zonnig')),
    );
    expect(flaws).toEqual([
      expect.stringContaining("x.yaml:6 this letter has no slot {naam}"),
      expect.stringContaining('x.yaml:7 this letter has no part "sommen"'),
      expect.stringContaining('x.yaml:9 this letter has no condition "zonnig"'),
    ]);
  });

  it("for a brace that stands alone, an unknown part of the body, and text that is no YAML", () => {
    expect(flawsOf(() => readTemplate("x.yaml", receipt('  - text: "{worker en {number}"')))[0]).toMatch(/^x\.yaml:6 .*brace/);
    expect(flawsOf(() => readTemplate("x.yaml", receipt('  - tekst: "Goed"')))[0]).toMatch(/^x\.yaml:6 "tekst" is not/);
    expect(flawsOf(() => readTemplate("x.yaml", "kind: receipt\ntitle: [open"))[0]).toMatch(/^x\.yaml:\d+ /);
    expect(flawsOf(() => readTemplate("x.yaml", "kind: birthday\n"))[0]).toMatch(/^x\.yaml:1 kind must be one of/);
  });

  it("and all of a folder at once, with the kinds that are missing", () => {
    const folder = mkdtempSync(join(tmpdir(), "templates-"));
    writeFileSync(join(folder, "receipt.yaml"), receipt('  - text: "Goed"'));
    writeFileSync(join(folder, "second.yaml"), receipt('  - text: "Goed"'));
    const flaws = flawsOf(() => readTemplates(folder));
    rmSync(folder, { recursive: true });
    expect(flaws).toContain("second.yaml:1 a second template of kind receipt; the other is receipt.yaml");
    expect(flaws).toContain("grant.yaml:1 there is no template of kind grant");
  });
});

describe("filling a template", () => {
  const template = readTemplate(
    "x.yaml",
    receipt('  - heading: Leeg\n  - insert: facts\n  - heading: Vol\n  - text: "Dossier {number}"\n    when: employer'),
  );
  const slots: Slots = { texts: { worker: "Noor", number: "IMW-1" }, flags: { employer: true }, inserts: { facts: [] } };

  it("puts values in place and leaves out a heading without anything under it", () => {
    expect(fillTemplate(template, slots)).toEqual({
      title: "Ontvangen",
      summary: ["Voor Noor."],
      blocks: [
        { type: "heading", text: "Vol" },
        { type: "paragraph", text: "Dossier IMW-1" },
      ],
    });
  });

  it("leaves out what its condition does not want", () => {
    expect(fillTemplate(template, { ...slots, flags: { employer: false } }).blocks).toEqual([]);
  });

  it("refuses a slot without value, by file and line; a text that is not shown needs none", () => {
    const without = { ...slots, texts: { worker: "Noor" } };
    expect(flawsOf(() => fillTemplate(template, without))).toEqual(["x.yaml:9 the slot {number} has no value in this letter"]);
    expect(flawsOf(() => fillTemplate(template, { ...without, flags: { employer: false } }))).toEqual([]);
  });

  it("takes a value as text: what looks like a slot in a name stays as it is", () => {
    expect(fillTemplate(template, { ...slots, texts: { worker: "{number}", number: "1" } }).summary).toEqual(["Voor {number}."]);
  });
});

describe("what a letter says of the law", () => {
  it("every rule that a calculation can name rests on an instrument that the rulebook knows", () => {
    const ids = new Set(
      [...allRules].flatMap((rule) => rule.ids).filter((id) => /^(EMP|WP|GP|REF|SELF|PROC|PAY|IND|TRANS|AMA)-/.test(id)),
    );
    expect(ids.size).toBeGreaterThan(20);
    for (const id of ids) for (const instrument of instrumentsOf([id])) expect(instrumentText(law, instrument)).toMatch(/\S/);
  });

  it("a department's letter names no term to contest it, because none is known; VDAB's names the law's", () => {
    const on = plainDate("2026-11-26");
    const text = (issuer: "DEPARTMENT" | "VDAB") => JSON.stringify(remedyBlocks(law, issuer, on));
    expect(text("DEPARTMENT")).toContain("OPEN-19");
    expect(text("DEPARTMENT")).not.toMatch(/\d+ dagen/);
    expect(text("VDAB")).toContain("45 dagen");
  });
});
