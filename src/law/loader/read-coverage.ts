// Reads what the product does with each rulebook id: one state per id, and what that state must say.
import type { CoverageEntry, CoverageState, ThresholdCases } from "../register.ts";
import type { Citations } from "./citations.ts";
import type { ErrorList } from "./error-list.ts";
import { type Fields, topFields } from "./fields.ts";
import type { LawSource } from "./law-source.ts";

export const COVERAGE_STATES: readonly CoverageState[] = ["modelled", "judgement", "information", "outOfScope", "planned"];

export function readCoverage(file: LawSource, citations: Citations, errors: ErrorList): Map<string, CoverageEntry> {
  const coverage = new Map<string, CoverageEntry>();
  const fields = topFields(file, errors);
  if (!fields) return coverage;
  // One map, so that the parser itself refuses an id that is there twice.
  for (const id of fields.keys()) {
    citations.cite(file, [id], "id", [id]);
    const entry = readEntry(id, fields.child(id));
    if (entry) coverage.set(id, entry);
  }
  return coverage;
}

function readEntry(id: string, fields: Fields): CoverageEntry | null {
  fields.onlyKeys(["state", "carriers", "tests", "threshold", "reason", "question", "screen", "event"]);
  const state = fields.oneOf("state", COVERAGE_STATES);
  if (state === null) return null;
  const carriers = fields.words("carriers");
  const reason = fields.optionalLocalized("reason");
  if (state === "modelled" && carriers.length === 0) {
    fields.fail("carriers", "coverage.carriers", {
      nl: `${id} is gemodelleerd, maar noemt geen regel, parameter of opdracht die het draagt.`,
      en: `${id} is modelled, but names no rule, parameter or command that carries it.`,
      fr: `${id} est modélisé, mais ne cite aucune règle, donnée ou commande qui le porte.`,
    });
  }
  if (state === "outOfScope" && reason === null) {
    fields.fail("reason", "coverage.reason", {
      nl: `${id} valt buiten het bereik: zeg waarom.`,
      en: `${id} is out of scope: say why.`,
      fr: `${id} est hors du champ : dites pourquoi.`,
    });
  }
  const judgement =
    state === "judgement"
      ? { question: fields.localized("question"), screen: fields.text("screen") ?? "", event: fields.text("event") ?? "" }
      : null;
  const tests = fields.children("tests").map((test) => {
    test.onlyKeys(["file", "says"]);
    return { file: test.text("file") ?? "", says: test.text("says") ?? "" };
  });
  return { id, state, carriers, tests, threshold: readThreshold(fields), reason, judgement };
}

/** `threshold: true` marks one whose cases are still to be named. */
function readThreshold(fields: Fields): ThresholdCases | null {
  if (!fields.has("threshold")) return null;
  if (fields.isText("threshold")) return fields.flag("threshold") ? { below: [], at: [], above: [] } : null;
  const sides = fields.child("threshold");
  sides.onlyKeys(["below", "at", "above"]);
  return { below: sides.words("below"), at: sides.words("at"), above: sides.words("above") };
}
