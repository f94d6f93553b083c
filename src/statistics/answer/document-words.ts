// What an answer says beside its figures, where the document itself says it: sentences, criteria and breaches of the law's own rules.
import type { LawData } from "../../law/index.ts";
import { type Criteria, criteriaOf } from "./criteria.ts";
import { type StatementDates, type Statements, statementsOf } from "./statements.ts";

export interface DocumentWords {
  readonly statements: Statements;
  /** The question that asks how the two advices differ. */
  readonly criteria: { readonly question: number; readonly of: Criteria } | null;
  /** The question about the double ticket, and the figure of what was checked. */
  readonly breachesIn: { readonly question: number; readonly checked: string } | null;
}

/** By the source that the header of an answer names. */
const documents: Readonly<Record<string, (law: LawData, dates: StatementDates) => DocumentWords>> = {
  SV170: (law, dates) => ({
    statements: statementsOf(law, dates),
    criteria: { question: 2, of: criteriaOf(law) },
    breachesIn: { question: 4, checked: "double-tickets-issued" },
  }),
};

/** An answer to any other question says what its own files say and nothing more. */
export function documentWords(source: string, law: LawData, dates: StatementDates): DocumentWords {
  return documents[source]?.(law, dates) ?? { statements: { general: {}, byQuestion: {} }, criteria: null, breachesIn: null };
}
