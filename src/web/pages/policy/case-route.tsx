// Reads a case and a choice from the address and shows both calculations.
import { addQuarters, localized, type Problem, type Quarter } from "../../../kernel/index.ts";
import { applyReform, explainBoth } from "../../../lab/index.ts";
import { type Facts, type Law, parseCalculation } from "../../../law/index.ts";
import type { Shown } from "../../door.tsx";
import type { Page } from "../../page.ts";
import { CasePage, type CaseShown } from "./case-page.tsx";
import { type CaseField, caseFields, caseOfQuery } from "./case-query.ts";
import { type LeverValue, reformOfLevers } from "./levers.ts";

/** An ordinary case to begin with. */
const ordinary = (from: Quarter): Readonly<Partial<Record<CaseField | "loss", string>>> => ({
  quarter: from,
  package: "P5",
  startQuarter: addQuarters(from, -4),
  guidanceNeed: "NONE",
  employmentFraction: "1",
  grossWage: "9000",
  employerContributions: "2250",
  contributionReductions: "450",
  loss: "40",
});

const shownQuarters = 8;

export function casePage(page: Page, law: Law, from: Quarter, values: readonly LeverValue[], query: URLSearchParams): Shown {
  const asked = caseFields.some((name) => query.has(name));
  const start = ordinary(from);
  const given = asked
    ? {
        ...Object.fromEntries(caseFields.flatMap((name) => (query.has(name) ? [[name, query.get(name)!]] : []))),
        loss: query.get("loss") ?? "40",
      }
    : start;
  const read = parseCalculation(caseOfQuery(asked ? query : new URLSearchParams(Object.entries(start) as [string, string][])));
  const loss = Number(given.loss?.replace(",", "."));
  const problems: Problem[] = read.ok ? [] : [...read.error];
  if (!(loss >= 1 && loss <= 100)) problems.push(wrong("loss", "1 - 100"));
  if (read.ok && (read.value.quarter === undefined || read.value.quarter === null)) problems.push(wrong("quarter", "2027-Q1"));
  const made = applyReform(law, reformOfLevers(law, values, from, localized("", "", "")));
  let shown: CaseShown | null = null;
  if (read.ok && problems.length === 0 && made.ok) {
    const facts = read.value as unknown as Facts;
    const both = explainBoth(made.value, facts, read.value.quarter!);
    shown = { reformed: made.value, facts, both, quarters: shownQuarters, loss: Math.round(loss * 100) };
  }
  const body = <CasePage page={page} law={law} values={values} given={given} problems={problems} shown={shown} />;
  return { status: problems.length > 0 ? 400 : 200, body };
}

function wrong(field: string, expected: string): Problem {
  const message = localized(
    `Geef hier iets als ${expected}.`,
    `Give something like ${expected} here.`,
    `Donnez ici quelque chose comme ${expected}.`,
  );
  return { id: "case.field", field, expected, message };
}
