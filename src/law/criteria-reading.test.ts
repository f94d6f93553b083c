import { describe, expect, it } from "vitest";
import { assertOk, plainDate } from "../kernel/index.ts";
import { criteriaOn, directEntitlement, findingsTouched } from "./criteria-reading.ts";
import { readLaw, readLawSources, yamlSource } from "./files.ts";
import { loadLaw } from "./loader/index.ts";

const day = plainDate;
const law = assertOk(readLaw());

/** A made-up annex: the real one was not read. It starts in 2027 and becomes known just before. */
const annex = `measure: INDIVIDUAL
title:
  nl: Criteria voor een individueel advies
  en: Criteria for an individual advice
  fr: Critères pour un avis individuel
citedAs: MB bijlage 1
ids: LAW-07 IND-13
versions:
  - from: 2023-07-01
    to: 2026-12-31
    knownSince: 2023-07-01
    status: notRead
    sources: SV170
    openPoints: OPEN-37
  - from: 2027-01-01
    knownSince: 2026-12-15
    status: read
    sources: SV170
    criteria:
      - id: MADE-UP-1
        evidence: EDUCATION
        effect: DIRECT_ENTITLEMENT
        title:
          nl: verzonnen school
          en: made-up school
          fr: école inventée
      - id: MADE-UP-2
        evidence: DOCTOR
        effect: EXAMINED_BY_VDAB
        title:
          nl: verzonnen verklaring
          en: made-up statement
          fr: attestation inventée
`;

function withAnnex(text: string) {
  const files = readLawSources();
  const others = files.criteria.filter((file) => !file.file.endsWith("/individual.yaml"));
  return loadLaw({ ...files, criteria: [...others, yamlSource("criteria/individual.yaml", text)] });
}

describe("criteria that were not read", () => {
  it("are there for both measures, with the name under which the document cites them", () => {
    expect([...law.criteria.catalogues.values()].map(({ measure, citedAs }) => [measure, citedAs])).toEqual([
      ["COLLECTIVE", "MB bijlage 2"],
      ["INDIVIDUAL", "MB bijlage 1"],
    ]);
    expect(criteriaOn(law.criteria, "INDIVIDUAL", day("2024-01-01"))?.status).toBe("notRead");
  });

  it("give nobody a right at once", () => {
    const answer = directEntitlement(law, "INDIVIDUAL", "COURT", day("2024-01-01"));
    expect(answer.ok ? null : answer.error.id).toBe("criteria.notRead");
    expect(answer.ok ? null : answer.error.message.nl).toContain("OPEN-37");
  });

  it("may not hold criteria", () => {
    const errors = withAnnex(annex.replace("status: read", "status: notRead"));
    expect(errors.ok ? [] : errors.error.map((error) => `${error.file}:${error.line} ${error.rule}`)).toEqual([
      "criteria/individual.yaml:19 criteria.notRead",
    ]);
  });
});

describe("the lists from before 2023", () => {
  it("carry no decision after their last day, and still one before", () => {
    const after = directEntitlement(law, "INDIVIDUAL", "VOP_BEFORE_2023/COURT", day("2023-07-01"));
    expect(after.ok ? null : after.error.id).toBe("criteria.superseded");
    expect(directEntitlement(law, "INDIVIDUAL", "VOP_BEFORE_2023/COURT", day("2023-06-30")).ok).toBe(true);
    const examined = directEntitlement(law, "INDIVIDUAL", "VOP_BEFORE_2023/EXAMINATION", day("2023-06-30"));
    expect(examined.ok ? null : examined.error.id).toBe("criteria.examined");
    expect(directEntitlement(law, "INDIVIDUAL", "NO_LIST/COURT", day("2023-06-30")).ok).toBe(false);
  });
});

describe("entering the text of a decision (a made-up annex)", () => {
  const entered = assertOk(withAnnex(annex));

  it("takes one data file, and gives a right from its first day only", () => {
    expect(directEntitlement(entered, "INDIVIDUAL", "MADE-UP-1", day("2027-01-01")).ok).toBe(true);
    const before = directEntitlement(entered, "INDIVIDUAL", "MADE-UP-1", day("2026-12-31"));
    expect(before.ok ? null : before.error.id).toBe("criteria.notRead");
    const examined = directEntitlement(entered, "INDIVIDUAL", "MADE-UP-2", day("2027-01-01"));
    expect(examined.ok ? null : examined.error.id).toBe("criteria.examined");
    const unknown = directEntitlement(entered, "INDIVIDUAL", "MADE-UP-3", day("2027-01-01"));
    expect(unknown.ok ? null : unknown.error.id).toBe("criteria.unknown");
  });

  it("was not there for who looked before it became known", () => {
    const early = entered.asKnownOn(day("2026-12-14"));
    expect(directEntitlement(early, "INDIVIDUAL", "MADE-UP-1", day("2027-01-01")).ok).toBe(false);
    expect(criteriaOn(entered.criteria, "INDIVIDUAL", day("2027-01-01"), day("2026-12-14"))).toBeNull();
  });

  it("lists the findings it would touch and changes none", () => {
    const findings = [
      { ref: "a", measure: "INDIVIDUAL", decidedOn: day("2027-03-01"), evidence: ["EDUCATION"], granted: false },
      { ref: "b", measure: "INDIVIDUAL", decidedOn: day("2026-03-01"), evidence: ["EDUCATION"], granted: false },
      { ref: "c", measure: "INDIVIDUAL", decidedOn: day("2027-03-01"), evidence: ["DOCTOR"], granted: true },
      { ref: "d", measure: "COLLECTIVE", decidedOn: day("2027-03-01"), evidence: ["EDUCATION"], granted: true },
    ] as const;
    expect(findingsTouched(law.criteria, entered.criteria, findings)).toEqual([
      { finding: findings[0], criteria: ["MADE-UP-1"] },
    ]);
  });

  it("refuses versions that do not join up, a read version without criteria, and a criterion that is there twice", () => {
    const rules = (text: string) => {
      const loaded = withAnnex(text);
      return loaded.ok ? [] : loaded.error.map((error) => error.rule);
    };
    expect(rules(annex.replace("to: 2026-12-31", "to: 2026-12-30"))).toEqual(["value.gap"]);
    expect(rules(annex.replace("    to: 2026-12-31\n", ""))).toEqual(["value.overlap"]);
    expect(rules(annex.slice(0, annex.indexOf("    criteria:")))).toEqual(["criteria.empty"]);
    expect(rules(annex.replace("MADE-UP-2", "MADE-UP-1"))).toEqual(["id.duplicate"]);
  });
});
