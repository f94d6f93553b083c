// What one file asks of the department, and by when: worked out anew whenever something is recorded, and once a day.
import {
  type DossierEvent,
  type FileState,
  type Handling,
  having,
  LawReading,
  lastDayOf,
  loadHandling,
  type StoredEvent,
} from "../../dossier/index.ts";
import { addDays, cents, type FileRef, lastDay, type PlainDate, quarterOf, Refusal } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import { assessFile, type DeskAssessment, grantOf } from "./assessment.ts";
import type { DeadlineReason, DepartmentPorts, WorkItem, WorkKind } from "./ports.ts";
import { type Preview, previewGrant } from "./preview.ts";

/** From so many days before the end of a quarter, a file on which a decision counts in it is shown apart. Not a legal term. */
const QUARTER_END_DAYS = 30;

type Ports = Pick<DepartmentPorts, "law" | "clock" | "events" | "dossier" | "relations" | "declarations" | "finder" | "workList">;

/** Looks at a file and keeps what it asks; nothing takes it off the list. Null when there is no such file. */
export async function refreshFile(ports: Ports, fileRef: FileRef): Promise<WorkItem | null> {
  const lookedAt = ports.clock.now();
  const item = await triage(ports, fileRef);
  if (item !== null) await ports.workList.put(item, lookedAt);
  return item;
}

async function triage(ports: Ports, fileRef: FileRef): Promise<WorkItem | null> {
  const today = ports.clock.today();
  const [state, history, handling, before] = await Promise.all([
    ports.dossier.file(fileRef),
    ports.events.read(fileRef),
    loadHandling(ports.events, fileRef),
    ports.workList.lastLook(fileRef),
  ]);
  const { application } = state;
  if (application === null) return null;
  const open = application.state === "PENDING" || application.state === "INCOMPLETE";
  // Registers are asked once for each state of a file, not every day: each question is one about a person.
  const asks = before === null || (history.at(-1)?.envelope.recordedAt ?? before.at) > before.at;
  const assessment = open ? await assessFile(ports, fileRef, state, asks) : null;
  const doubts = asks ? doubtsIn(assessment) : before.doubts;
  const deadline = assessment === null ? null : deadlineOf(ports.law, state, assessment, today);
  const atStake = assessment === null ? null : await stakeOf(ports, state, assessment, today);
  const kinds = kindsOf(state, handling.state, history as unknown as readonly StoredEvent[], assessment, doubts);
  if (
    deadline?.why === "QUARTER_END" &&
    atStake !== null &&
    atStake.cents > 0 &&
    today >= addDays(deadline.on, -QUARTER_END_DAYS)
  )
    kinds.push("QUARTER_END");
  const { employerRef, personRef, applicant, premiums, filedOn } = application;
  return {
    fileRef,
    employerRef,
    personRef,
    applicant,
    premiums,
    state: application.state,
    kinds,
    filedOn,
    deadline,
    handler: handling.state.handler,
    atStake,
    lookedOn: today,
    doubts,
  };
}

/** Checks of which the reason came from a register. */
const OF_REGISTERS: ReadonlySet<string> = new Set(["employment.unknown", "employer.insolvencySignal"]);

const doubtsIn = (assessment: DeskAssessment | null): readonly string[] =>
  assessment === null ? [] : assessment.checks.map((one) => one.reason.id).filter((id) => OF_REGISTERS.has(id));

function kindsOf(
  state: FileState,
  handling: Handling,
  history: readonly DossierEvent[],
  assessment: DeskAssessment | null,
  doubts: readonly string[],
): WorkKind[] {
  const kinds: WorkKind[] = [];
  const { application, evaluations } = state;
  if (application?.state === "INCOMPLETE") kinds.push("AWAITING");
  if (application?.state === "PENDING" && assessment !== null) {
    // A dossier handler did nothing with it yet: no step since the filing, and nobody has it.
    if (history.length === 1 && handling.handler === null && handling.notes.length === 0) kinds.push("NEW");
    const next = stepOf(assessment);
    kinds.push(next === "READY" && doubts.length > 0 ? "JUDGEMENT" : next);
  }
  if (handling.proposal !== null) kinds.push("SECOND_LOOK");
  for (const one of Object.values(evaluations)) {
    if (one.finding === null) kinds.push("EVALUATION_ASKED");
    else if (!one.applied) kinds.push("EVALUATION_READY");
  }
  const lastChange = history.findLastIndex((event) => event.type === "ChangeReported") + 1;
  if (lastChange > handling.seenUpTo) kinds.push("CHANGE");
  return [...new Set(kinds)];
}

/** What comes next with an application: what stands against it goes before what is missing, and that before what a person judges. */
function stepOf({ checks, outcome }: DeskAssessment): WorkKind {
  if (having(checks, "BLOCK", "REFUSE").length > 0) return "REFUSAL";
  const missing = having(checks, "COMPLETE").map((one) => one.reason.id);
  // Nothing to ask of the applicant: the person asks VDAB, and the application waits (OPEN-59).
  if (missing.length > 0) return missing.every((id) => id === "grant.noTicket") ? "TICKET" : "TO_COMPLETE";
  return having(checks, "MANUAL").length > 0 || outcome === null ? "JUDGEMENT" : "READY";
}

/** The first of the days that matter to a decision. */
export function deadlineOf(
  law: Law,
  state: FileState,
  assessment: DeskAssessment,
  today: PlainDate,
): { on: PlainDate; why: DeadlineReason } | null {
  const { application } = state;
  if (application === null) return null;
  if (application.state === "INCOMPLETE") {
    return application.answerBy == null ? null : { on: application.answerBy, why: "ANSWER" };
  }
  const days: { on: PlainDate; why: DeadlineReason }[] = [];
  const reading = new LawReading(law, today);
  if (reading.policy("OPEN-03") === "DECISION_QUARTER") days.push({ on: lastDay(quarterOf(today)), why: "QUARTER_END" });
  const due = termOf(reading, application.filedOn);
  if (due !== null) days.push({ on: due, why: "TERM" });
  const { outcome } = assessment;
  // A ticket that ran out already is a question for a person, and no day to work towards.
  if (outcome !== null && lastDayOf(outcome.ticket) >= today) days.push({ on: lastDayOf(outcome.ticket), why: "TICKET_END" });
  const until = application.contract?.until ?? null;
  if (until !== null && until >= today) days.push({ on: until, why: "CONTRACT_END" });
  return days.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0] ?? null;
}

/** OPEN-18: without a reading that gives a term there is none. */
function termOf(reading: LawReading, filedOn: PlainDate): PlainDate | null {
  try {
    return reading.rule("decisionDueOn", { filedOn }) as PlainDate;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** OPEN-03: where the term begins in the quarter of the decision, a later decision costs the amount of this quarter. */
async function stakeOf(
  ports: Ports,
  state: FileState,
  assessment: DeskAssessment,
  today: PlainDate,
): Promise<WorkItem["atStake"]> {
  const { outcome, switches } = assessment;
  if (outcome === null || new LawReading(ports.law, today).policy("OPEN-03") !== "DECISION_QUARTER") return null;
  const preview = await previewOutcome(ports, state, assessment, today);
  const now = preview?.quarters.find((one) => one.quarter === quarterOf(today));
  if (preview === null || now === undefined || switches["OPEN-03"] === "APPLICATION_QUARTER") return null;
  return { cents: cents(now.total), atMost: preview.wage === "MOST" };
}

/** Every quarter that a decision today would give, before anybody decides. */
export async function previewOutcome(
  ports: Pick<DepartmentPorts, "law" | "declarations">,
  state: FileState,
  { outcome, switches }: Pick<DeskAssessment, "outcome" | "switches">,
  today: PlainDate,
): Promise<Preview | null> {
  const grant = outcome === null ? null : grantOf(outcome, state, today, switches);
  return grant === null ? null : previewGrant(ports.law, grant, await wageKnown(ports, state));
}

export async function wageKnown(ports: Pick<DepartmentPorts, "declarations">, state: FileState) {
  const { application } = state;
  const employerRef = application?.employerRef ?? null;
  const declared =
    application === null || employerRef === null
      ? []
      : await ports.declarations.declarationsOf({ employerRef, personRef: application.personRef });
  return {
    declared,
    agreedFraction: application?.employmentFraction ?? null,
    contractFrom: application?.contract?.from ?? null,
    contractUntil: application?.contract?.until ?? null,
  };
}
