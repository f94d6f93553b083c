// What a decision on a file would be today: every check with its reason, what is left to a person, and what it would pay.
import {
  type Check,
  type FileState,
  type GrantFacts,
  having,
  type Outcome,
  type Reason,
  type RunningRight,
} from "../../dossier/index.ts";
import { type FileRef, type PlainDate, Refusal } from "../../kernel/index.ts";
import { fileNumber } from "../file-number.ts";
import type { DepartmentPorts } from "./ports.ts";

export interface DeskAssessment {
  readonly checks: readonly Check[];
  /** Questions that the law leaves to a person. */
  readonly questions: readonly Reason[];
  /** Null when no ticket gives a package yet, or terms must be entered. */
  readonly outcome: Outcome | null;
  readonly switches: Readonly<Record<string, string>>;
  /** Older rights of the relation that a grant can follow on, those that are over too (TRANS-04). */
  readonly rights: readonly RunningRight[];
  /** Files of an employer before that stopped by a take-over: their counter can be kept (OPEN-17). */
  readonly takeOvers: readonly { readonly fileRef: FileRef; readonly number: string; readonly lastDay: PlainDate }[];
}

type Ports = Pick<DepartmentPorts, "dossier" | "clock" | "relations" | "finder">;

/** Null when there is no application to decide on. Where the law itself gives no value, that is one of the questions. */
export async function assessFile(
  ports: Ports,
  fileRef: FileRef,
  state: FileState,
  registers = true,
): Promise<DeskAssessment | null> {
  const { application } = state;
  if (application === null) return null;
  const today = ports.clock.today();
  const { employerRef, personRef } = application;
  const [assessed, rights, others] = await Promise.all([
    safely(() => ports.dossier.assess(fileRef, today, { registers })),
    ports.relations.rightsUpTo({ employerRef, personRef }, today),
    ports.finder.filesAbout([personRef], 50),
  ]);
  const { checks, outcome, switches } = assessed;
  const candidates = others.filter((one) => one.state === "GRANTED" && one.fileRef !== fileRef && one.employerRef !== null);
  const takeOvers = await Promise.all(
    candidates.map(async (one) => {
      const stop = (await ports.dossier.file(one.fileRef)).grant?.stop ?? null;
      return stop?.reason === "TAKEN_OVER"
        ? [{ fileRef: one.fileRef, number: fileNumber(one.fileRef), lastDay: stop.lastDay }]
        : [];
    }),
  );
  return {
    checks,
    questions: having(checks, "MANUAL").map((one) => one.reason),
    outcome,
    switches,
    rights,
    takeOvers: takeOvers.flat(),
  };
}

type Assessed = Pick<DeskAssessment, "checks" | "outcome" | "switches">;

async function safely(assess: () => Promise<Assessed | null>): Promise<Assessed> {
  try {
    return (await assess()) ?? { checks: [], outcome: null, switches: {} };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const checks = error.problems.map((problem): Check => {
      const remedy = { nl: "Beslis met de hand", en: "Decide by hand", fr: "Décidez manuellement" };
      return { severity: "MANUAL", reason: { ...problem, rule: problem.id.startsWith("OPEN-") ? problem.id : "", remedy } };
    });
    return { checks, outcome: null, switches: {} };
  }
}

/** The grant that a decision with this outcome would make, for what is shown before anybody decides. */
export function grantOf(outcome: Outcome, state: FileState, today: PlainDate, switches: Readonly<Record<string, string>>) {
  const { application } = state;
  if (application === null) return null;
  const { ticket, ...terms } = outcome;
  const facts = {
    ...terms,
    ticketRef: ticket.ticketRef,
    decidedOn: today,
    applicant: application.applicant,
    employerRef: application.employerRef,
    personRef: application.personRef,
    switches,
    supportUntil: null,
  } as unknown as GrantFacts;
  return asGrant(facts);
}

export const asGrant = (facts: GrantFacts) => ({
  facts,
  terms: [
    {
      fromQuarter: facts.fromQuarter ?? facts.startQuarter,
      package: facts.package,
      percentage: facts.percentage,
      guidanceNeed: facts.guidanceNeed,
    },
  ],
  endQuarter: facts.endQuarter,
  extensions: 0,
  stop: null,
});
