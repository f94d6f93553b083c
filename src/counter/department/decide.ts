// Decisions on a file: what they would be, whether a second person must look, and carrying them out.
import {
  type DecisionProposal,
  evolveGrant,
  type FileCommand,
  type FileEvent,
  type Grant,
  type GrantFacts,
  type ManualTerms,
  type ProposedDecision,
  type Reason,
} from "../../dossier/index.ts";
import {
  type Cents,
  cents,
  type EvaluationRef,
  type FileRef,
  fail,
  type GrantRef,
  ok,
  type PlainDate,
  type Result,
  type RightRef,
  refOf,
  type SealedRef,
} from "../../kernel/index.ts";
import type { Acting } from "../ports.ts";
import { changedMeanwhile, olderRightUnknown, personNeeded } from "../reasons.ts";
import { closing, handle, type Sent, takeStep } from "./acting.ts";
import { asGrant } from "./assessment.ts";
import type { DeskFile } from "./file.ts";
import type { DepartmentPorts } from "./ports.ts";
import { type Preview, previewGrant } from "./preview.ts";
import { previousMeasureOf } from "./previous-measure.ts";
import { wageKnown } from "./triage.ts";

/** What a handler chooses at a grant. */
export interface GrantChoice {
  readonly kind: "GRANT";
  /** The older right that the grant follows on. */
  readonly rightRef: RightRef | null;
  readonly takesOver: FileRef | null;
  readonly confirmed: readonly string[];
  readonly manual: ManualTerms | null;
  readonly switches: Readonly<Record<string, string>>;
  readonly motivation: string;
}

/** What a handler chooses after an evaluation by VDAB. */
export interface EvaluationChoice {
  readonly kind: "EVALUATION";
  readonly evaluationRef: EvaluationRef;
  /** Of an extension, while its length is not settled (OPEN-16). */
  readonly quarters: number | null;
  readonly motivation: string;
}

export type Choice = GrantChoice | EvaluationChoice;

export interface DecisionView {
  /** What would be recorded. */
  readonly events: readonly FileEvent[];
  /** Null when support stops. */
  readonly grant: Grant | null;
  readonly preview: Preview | null;
  /** True when a second person must look first. */
  readonly secondLook: boolean;
  /** What the decision takes beyond the credit of its budget articles (OPEN-33); null: within it, or no credit is recorded. */
  readonly overBudget: Cents | null;
}

/** What the decision would be, without recording anything; or every reason why not. */
export async function viewDecision(
  ports: DepartmentPorts,
  file: DeskFile,
  choice: Choice,
  commandId: string,
): Promise<Result<DecisionView, readonly Reason[]>> {
  const sealed = choice.motivation === "" ? null : refOf<SealedRef>({ of: "view", commandId });
  const proposed = await asProposed(ports, file, choice, commandId, sealed);
  return proposed.ok ? viewProposed(ports, file, proposed.value) : proposed;
}

/** As a proposal that waits would be carried out today. */
export function viewProposal(ports: DepartmentPorts, file: DeskFile, { decision }: DecisionProposal) {
  return viewProposed(ports, file, decision);
}

async function viewProposed(
  ports: DepartmentPorts,
  file: DeskFile,
  proposed: ProposedDecision,
): Promise<Result<DecisionView, readonly Reason[]>> {
  const switches = proposed.kind === "GRANT" ? proposed.switches : {};
  const tried = await ports.dossier.tryOut(commandOf(file.fileRef, proposed, ports.clock.today()), switches);
  if (!tried.ok) return tried;
  const events = tried.value as readonly FileEvent[];
  const { grant, from } = grantAfter(file, events);
  const preview = grant === null ? null : previewGrant(ports.law, grant, await wageKnown(ports, file.state), from);
  const gated = await gate(ports, grant, switches);
  if (!gated.ok) return gated;
  const above = ports.secondLookAbove;
  const secondLook = above !== null && preview !== null && preview.total > above;
  return ok({ events, grant, preview, secondLook, overBudget: gated.value });
}

/** What the grant takes beyond the credit, or that it may not: under one reading of OPEN-33 the budget stops a decision. */
async function gate(
  ports: DepartmentPorts,
  grant: Grant | null,
  switches: Readonly<Record<string, string>>,
): Promise<Result<Cents | null, readonly Reason[]>> {
  if (grant === null) return ok(null);
  const asked = await ports.budget.gate(grant, switches);
  if (!asked.ok) return asked;
  const { overCents } = asked.value;
  return ok(overCents === null ? null : cents(overCents));
}

/** The grant as the events leave it, and the first quarter that they are about. */
function grantAfter(file: DeskFile, events: readonly FileEvent[]) {
  const event = events[0];
  switch (event?.type) {
    case "GrantDecided":
      return { grant: asGrant(event.payload as GrantFacts), from: undefined };
    case "GrantAdjusted":
    case "GrantExtended":
      return { grant: evolveGrant(file.state.grant, event), from: event.payload.fromQuarter };
    default:
      return { grant: null, from: undefined };
  }
}

/** Carries the decision out, or puts it before a second person when it gives more than the set amount. */
export async function decide(
  ports: DepartmentPorts,
  acting: Acting,
  file: DeskFile,
  sent: Sent,
  choice: Choice,
): Promise<Result<"DECIDED" | "PROPOSED", readonly Reason[]>> {
  const known = await ports.events.findCommand(sent.commandId);
  if (known !== null) return ok(known.streams.some((one) => one.streamKind === "file") ? "DECIDED" : "PROPOSED");
  if (sent.version !== file.version) return fail([changedMeanwhile()]);
  const viewed = await viewDecision(ports, file, choice, sent.commandId);
  if (!viewed.ok) return viewed;
  const personRef = file.state.application?.personRef ?? "";
  const content = { fileRef: file.fileRef, text: choice.motivation };
  const { preview, secondLook } = viewed.value;
  // Named before it is sealed, so that what is proposed or recorded holds the reference that is sealed with it.
  const motivation = choice.motivation === "" ? null : motivationRef(sent.commandId);
  const proposal = await asProposed(ports, file, choice, sent.commandId, motivation);
  if (!proposal.ok) return proposal;
  const decision = proposal.value;
  if (secondLook && preview !== null) {
    const proposed = await handle(ports, acting, file, sent.commandId, (sealing) => {
      if (motivation !== null) sealing.seal(personRef, "motivation", content);
      return {
        type: "ProposeDecision",
        fileRef: file.fileRef,
        on: ports.clock.today(),
        by: acting.actorRef,
        proposalRef: refOf({ of: "proposal", commandId: sent.commandId }),
        fileVersion: file.version,
        cents: preview.total,
        decision,
      };
    });
    return proposed.ok ? ok("PROPOSED") : proposed;
  }
  const done = await takeStep(ports, acting, file, sent, {
    command: (sealing) => {
      if (motivation !== null) sealing.seal(personRef, "motivation", content);
      return commandOf(file.fileRef, decision, ports.clock.today());
    },
    switches: decision.kind === "GRANT" ? decision.switches : {},
  });
  return done.ok ? ok("DECIDED") : done;
}

/** A second person carries the proposal out; the decision and the end of the proposal stand or fall together. */
export async function confirmProposal(
  ports: DepartmentPorts,
  acting: Acting,
  file: DeskFile,
  sent: Sent,
  proposalRef: string,
): Promise<Result<number, readonly Reason[]>> {
  if (acting.program === true) return fail([personNeeded()]);
  const known = await ports.events.findCommand(sent.commandId);
  if (known !== null) return ok(file.version);
  const close = await closing(ports, file, {
    type: "ConfirmProposal",
    fileRef: file.fileRef,
    on: ports.clock.today(),
    by: acting.actorRef,
    proposalRef,
    fileVersion: file.version,
  });
  if (!close.ok) return close;
  const { proposal } = file.handling;
  if (proposal === null) return fail([changedMeanwhile()]);
  // What was free when it was proposed may be used up by now.
  const viewed = await viewProposal(ports, file, proposal);
  if (!viewed.ok) return viewed;
  return takeStep(ports, acting, file, sent, {
    command: () => commandOf(file.fileRef, proposal.decision, ports.clock.today()),
    switches: proposal.decision.kind === "GRANT" ? proposal.decision.switches : {},
    also: [close.value],
  });
}

const motivationRef = (commandId: string): SealedRef => refOf<SealedRef>({ of: "sealed", commandId, kind: "motivation", nth: 0 });

async function asProposed(
  ports: DepartmentPorts,
  file: DeskFile,
  choice: Choice,
  commandId: string,
  motivation: SealedRef | null,
): Promise<Result<ProposedDecision, readonly Reason[]>> {
  if (choice.kind === "EVALUATION") {
    return ok({ kind: "EVALUATION", evaluationRef: choice.evaluationRef, quarters: choice.quarters, motivation });
  }
  const { application } = file.state;
  const relation = { employerRef: application?.employerRef ?? null, personRef: application?.personRef ?? ("" as never) };
  const rights = choice.rightRef === null ? [] : await ports.relations.rightsUpTo(relation, ports.clock.today());
  const right = rights.find((one) => one.rightRef === choice.rightRef);
  if (right === undefined && choice.rightRef !== null) return fail([olderRightUnknown()]);
  return ok({
    kind: "GRANT",
    grantRef: refOf<GrantRef>({ of: "grant", commandId }),
    followsOn: right === undefined ? null : { measure: previousMeasureOf(right.measure), rightRef: right.rightRef },
    takesOver: choice.takesOver,
    confirmed: choice.confirmed,
    manual: choice.manual,
    motivation,
    switches: choice.switches,
  });
}

function commandOf(fileRef: FileRef, proposed: ProposedDecision, today: PlainDate): FileCommand {
  const motivation = proposed.motivation === null ? {} : { motivation: proposed.motivation };
  if (proposed.kind === "EVALUATION") {
    const quarters = proposed.quarters === null ? {} : { quarters: proposed.quarters };
    return { type: "ApplyEvaluation", fileRef, evaluationRef: proposed.evaluationRef, on: today, ...quarters, ...motivation };
  }
  const { grantRef, followsOn, takesOver, confirmed, manual } = proposed;
  return {
    type: "DecideGrant",
    fileRef,
    grantRef,
    decidedOn: today,
    ...(followsOn === null ? {} : { followsOn }),
    ...(takesOver === null ? {} : { takesOver }),
    ...(confirmed.length === 0 ? {} : { confirmed }),
    ...(manual === null ? {} : { manual }),
    ...motivation,
  };
}
