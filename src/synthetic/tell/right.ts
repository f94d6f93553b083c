// Tells the stream of an older right: carried over from its list, evaluated or chosen for, and ended.
import {
  type BulkStream,
  decideTransition,
  type EnteredSubsidy,
  evolveOldRight,
  type OldRight,
  type OldRightFacts,
  type RightEvent,
  type SealRequest,
  type TransitionCommand,
} from "../../dossier/index.ts";
import { type Instant, type PersonRef, quarterOf } from "../../kernel/index.ts";
import { evening, later, momentOn } from "../calendar.ts";
import type { RightPlan } from "../case-plan.ts";
import type { LegalFacts } from "../legal-facts.ts";
import { plannedLastDay } from "../old-rights-end.ts";
import { rngOf } from "../rng.ts";
import type { FileTeller } from "./file.ts";
import { type OfficeEntry, officeEntries } from "./office.ts";
import type { TellingOf } from "./person.ts";
import { runInOrder, type Step, StreamTeller } from "./steps.ts";

export class RightTeller {
  readonly teller: StreamTeller<OldRight | null, RightEvent>;
  /** Sources that a person wrote down. */
  readonly sealed: SealRequest[] = [];
  private readonly plan: RightPlan;
  private readonly person: PersonRef | null;
  private readonly of: TellingOf;

  constructor(plan: RightPlan, person: PersonRef | null, of: TellingOf) {
    this.plan = plan;
    this.person = person;
    this.of = of;
    this.teller = new StreamTeller<OldRight | null, RightEvent>("right", plan.ref, null, evolveOldRight);
  }

  carriedOver(): Step[] {
    const { plan, of } = this;
    const right: OldRightFacts = {
      measure: plan.measure,
      personRef: this.person,
      employerRef: plan.firm?.ref ?? null,
      startedOn: plan.startedOn,
      startQuarter: quarterOf(plan.startedOn),
      quarters: plan.quarters,
      schedule: scheduleOf(of.legal, plan),
      endsOn: plan.endsOn,
      source: plan.source,
      ...(plan.reductionCode === undefined ? {} : { reductionCode: plan.reductionCode }),
    };
    return [this.step(momentOn(of.rng, plan.recordedOn), () => ({ type: "RecordOldRight", rightRef: plan.ref, right }))];
  }

  /** @param files the files of the life, in the order of its relations */
  steps(files: readonly FileTeller[]): Step[] {
    const { plan, of } = this;
    const rightRef = plan.ref;
    const steps: Step[] = [];
    const { evaluation, ldeChoice, ended } = plan;
    if (evaluation !== null) {
      const { requestedOn, decision } = evaluation;
      // Asked before the lists were carried over: recorded with them.
      const recordedOn = later(requestedOn, plan.recordedOn);
      const moment = momentOn(of.rng, recordedOn);
      const at = recordedOn === plan.recordedOn ? evening(moment) : moment;
      steps.push(this.step(at, () => ({ type: "RequestVopEvaluation", rightRef, on: requestedOn })));
      if (decision !== null) {
        const file = decision.relation === null ? null : (files[decision.relation] ?? null);
        const decidedAt = file?.decisionAt ?? momentOn(of.rng, decision.decidedOn);
        steps.push(
          this.step(decidedAt, () => ({
            type: "DecideVopEvaluation",
            rightRef,
            on: decision.decidedOn,
            outcome: decision.outcome,
            ...(file === null ? {} : { grant: grantOf(file) }),
          })),
        );
      }
    }
    if (ldeChoice !== null && plan.firm !== null) {
      const { choice } = ldeChoice;
      const organisationRef = plan.firm.ref;
      const at = momentOn(of.rng, ldeChoice.recordedOn);
      steps.push(this.step(at, () => ({ type: "ChooseForLde", rightRef, choice, organisationRef, chosenOn: null })));
    }
    if (ended !== null) {
      const { on, reason } = ended;
      steps.push(this.step(momentOn(of.rng, ended.recordedOn), () => ({ type: "EndOldRight", rightRef, endedOn: on, reason })));
    }
    if (this.person !== null) {
      const { seed, legal } = of;
      steps.push(...this.entered(officeEntries(seed, legal, plan, this.person, plannedLastDay(plan))));
    }
    return steps;
  }

  /** Each with a source of its own, so that one entry more or less does not change the rest of the life. */
  entered(entries: readonly OfficeEntry[], subsidies: readonly EnteredSubsidy[] = []): Step[] {
    const { law, seed, actors } = this.of;
    return entries.map(({ on, command, sealed }) => {
      const rng = rngOf(seed, "older-office-entry", this.plan.ref, on);
      const at = momentOn(rng, on);
      const actor = actors.handler(rng);
      return {
        at,
        run: (moment, today) => {
          const decision = decideTransition(law, this.teller.state, command, { today, subsidies });
          this.teller.take(rng, moment, actor, command.type, decision);
          this.sealed.push(sealed);
        },
      };
    });
  }

  private step(at: Instant, command: () => TransitionCommand): Step {
    const { law, rng, actors } = this.of;
    const handler = actors.handler(rng);
    return {
      at,
      run: (moment, today) => {
        const made = command();
        const actor = made.type === "RecordOldRight" ? actors.importer : handler;
        this.teller.take(rng, moment, actor, made.type, decideTransition(law, this.teller.state, made, { today }));
      },
    };
  }
}

function scheduleOf(legal: LegalFacts, plan: RightPlan): OldRightFacts["schedule"] {
  if (plan.measure === "TVOP") return legal.temporaryVopSchedule;
  if (plan.measure !== "VOP") return [];
  return plan.firm === null ? legal.vopSelfSchedule : legal.vopSchedule;
}

function grantOf(file: FileTeller) {
  const { grant } = file;
  if (grant === null) throw new Error(`File ${file.ref} has no grant to follow an older right`);
  const { grantRef, startQuarter } = grant.facts;
  return { fileRef: file.ref, grantRef, startQuarter };
}

/**
 * A right without a person, as a stream of its own.
 *
 * @param subsidies - what was entered for the other local governments (TRANS-50)
 */
export function tellRight(
  plan: RightPlan,
  of: TellingOf,
  until: Instant,
  entries: readonly OfficeEntry[],
  subsidies: readonly EnteredSubsidy[],
): { readonly stream: BulkStream | null; readonly sealed: readonly SealRequest[] } {
  const teller = new RightTeller(plan, null, of);
  runInOrder([...teller.carriedOver(), ...teller.steps([]), ...teller.entered(entries, subsidies)], until);
  return { stream: teller.teller.stream(), sealed: teller.sealed };
}
