// Tells a person's stream: registration, work statuses, education and origin, indications and tickets.
import {
  decidePerson,
  evolvePerson,
  type FindingInput,
  type Indications,
  NO_PERSON,
  type PersonCommand,
  type PersonEvent,
  type PersonState,
  type TicketInput,
} from "../../dossier/index.ts";
import {
  asRef,
  type IndicationRef,
  type Instant,
  type PersonRef,
  type PlainDate,
  type RightRef,
  type TicketRef,
} from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import { collectiveEnd, ticketEnd } from "../advices.ts";
import { momentOn } from "../calendar.ts";
import type { AdvicePlan, FindingPlan, PersonPlan, RequestedAdvice } from "../case-plan.ts";
import type { LegalFacts } from "../legal-facts.ts";
import { type Rng, seededUuid } from "../rng.ts";
import type { Actors } from "./actors.ts";
import { type Step, StreamTeller } from "./steps.ts";

export interface TellingOf {
  readonly seed: string;
  readonly law: Law;
  readonly legal: LegalFacts;
  readonly actors: Actors;
  readonly rng: Rng;
}

export class PersonTeller {
  readonly teller: StreamTeller<PersonState, PersonEvent>;
  private readonly plan: PersonPlan;
  private readonly of: TellingOf;
  private readonly ref: PersonRef;

  constructor(plan: PersonPlan, of: TellingOf) {
    this.plan = plan;
    this.of = of;
    this.ref = plan.ref;
    this.teller = new StreamTeller<PersonState, PersonEvent>("person", plan.ref, NO_PERSON, evolvePerson);
  }

  get indications(): Indications {
    return this.teller.state;
  }

  /** @param linkedIn year of the first yearly linkage that finds the person in the scheme, or null */
  steps(linkage: { readonly year: number; readonly arrivedOn: PlainDate } | null): Step[] {
    const { plan, of } = this;
    const steps: Step[] = [];
    const registered = momentOn(of.rng, plan.knownFrom);
    const { sex, bornIn, place, residence, education, origin } = plan.traits;
    const facts = { municipality: place.nis, province: place.province, residence };
    steps.push(
      this.step(registered, { type: "RegisterPerson", personRef: this.ref, on: plan.knownFrom, sex, bornIn, residence: facts }),
    );
    if (plan.educationFrom === "VDAB") {
      steps.push(this.step(registered, { type: "RecordEducation", personRef: this.ref, on: plan.knownFrom, level: education }));
    }
    for (const status of plan.statuses) {
      const at = status.recordedOn === plan.knownFrom ? registered : momentOn(of.rng, status.recordedOn);
      steps.push(this.step(at, { type: "ChangeWorkStatus", personRef: this.ref, on: status.from, facts: status.facts }));
    }
    if (linkage !== null) {
      const at = momentOn(of.rng, linkage.arrivedOn);
      const on = lastOfYear(linkage.year);
      steps.push(this.step(at, { type: "LinkOrigin", personRef: this.ref, on, origin, linkage: String(linkage.year) }));
      if (plan.educationFrom === "LINKAGE") {
        steps.push(this.step(at, { type: "RecordEducation", personRef: this.ref, on, level: education }));
      }
    }
    const ticketRefs = plan.advices.map(() => asRef<TicketRef>(seededUuid(of.rng)));
    plan.advices.forEach((advice, place) => {
      steps.push(...this.advice(advice, ticketRefs[place] as TicketRef, ticketRefs));
    });
    for (const end of plan.ends) {
      const ticketRef = ticketRefs[end.advice] as TicketRef;
      const { endedOn, reason } = end;
      steps.push(
        this.step(momentOn(of.rng, end.recordedOn), { type: "EndTicket", personRef: this.ref, ticketRef, endedOn, reason }),
      );
    }
    return steps;
  }

  private step(at: Instant, command: PersonCommand): Step {
    const { rng, actors, law } = this.of;
    const actor = command.type === "LinkOrigin" ? actors.importer : actors.adviser(rng);
    const { teller } = this;
    return {
      at,
      run: (moment, today) => teller.take(rng, moment, actor, command.type, decidePerson(law, teller.state, command, { today })),
    };
  }

  private advice(advice: AdvicePlan, ticketRef: TicketRef, all: readonly TicketRef[]): Step[] {
    const { rng, legal } = this.of;
    const personRef = this.ref;
    const at = momentOn(rng, advice.recordedOn);
    const on = advice.decidedOn;
    switch (advice.kind) {
      case "CONVERSION": {
        const { needDuration } = advice;
        const given = needDuration === "TEMPORARY" ? "T2" : "P5";
        const validUntil = ticketEnd(legal, on, needDuration);
        const rightRef = asRef<RightRef>(seededUuid(rng));
        return [
          this.step(at, {
            type: "ConvertOldRight",
            personRef,
            rightRef,
            ticketRef,
            on,
            package: given,
            needDuration,
            validUntil,
          }),
        ];
      }
      case "CATCH_UP": {
        const place = this.plan.advices.findIndex((one) => one.kind === "REQUEST" && one.measure === "COLLECTIVE");
        const collectiveTicketRef = all[place] as TicketRef;
        return [this.step(at, { type: "CatchUpDoubleTicket", personRef, collectiveTicketRef, ticketRef, on })];
      }
      case "REQUEST":
        return this.requested(advice, at, ticketRef);
    }
  }

  private requested(advice: RequestedAdvice, at: Instant, ticketRef: TicketRef): Step[] {
    const { rng, legal } = this.of;
    const personRef = this.ref;
    const { measure, requestedOn, path, decidedOn } = advice;
    const indicationRef = asRef<IndicationRef>(seededUuid(rng));
    const other = asRef<TicketRef>(seededUuid(rng));
    const request: PersonCommand = {
      type: "RequestIndication",
      personRef,
      indicationRef,
      measure,
      requestedOn,
      path,
      channel: "MLP",
    };
    const asked = this.step(momentOn(rng, requestedOn), request);
    const older = measure === "COLLECTIVE" && decidedOn < legal.schemeFrom;
    if (measure === "AMA" || older) {
      const ticket = this.ticketAsItStands(advice, ticketRef);
      return [
        asked,
        this.step(at, { type: "RecordTicket", personRef, indicationRef, decidedOn, ticket, doubleTicketRef: other }),
      ];
    }
    const collective = measure === "COLLECTIVE" ? { collective: this.collectivePackage(advice.finding) } : {};
    const tickets =
      measure === "COLLECTIVE" ? { collective: ticketRef, individual: other } : { collective: other, individual: ticketRef };
    const finding = findingInput(advice);
    return [
      asked,
      this.step(at, { type: "RecordFinding", personRef, indicationRef, decidedOn, finding, tickets, ...collective }),
    ];
  }

  /** Given under older criteria, or for work-oriented activities, where VDAB enters the ticket itself. */
  private ticketAsItStands(advice: RequestedAdvice, ticketRef: TicketRef): TicketInput {
    const { legal } = this.of;
    const collective = advice.measure === "COLLECTIVE" ? this.collectivePackage(advice.finding) : null;
    const { decidedOn } = advice;
    return {
      ticketRef,
      type: collective !== null ? "COLLECTIVE" : advice.welfare ? "WELFARE" : "AMA_SOCIAL_ECONOMY",
      appliedOn: advice.requestedOn,
      package: null,
      percentage: collective?.percentage ?? null,
      guidanceNeed: collective?.guidanceNeed ?? "NONE",
      needClass: null,
      needDuration: collective === null ? null : "LASTING",
      validFrom: decidedOn,
      validUntil: collective === null ? ticketEnd(legal, decidedOn, "LASTING") : collectiveEnd(legal, decidedOn),
      motivation: null,
    };
  }

  /** CMW-14: the stronger need starts at the higher percentage with high guidance. */
  private collectivePackage(finding: FindingPlan) {
    const strong = finding.guidanceNeed === "HIGH";
    const percentages = this.of.legal.collectiveStart;
    return {
      percentage: (strong ? percentages.at(-1) : percentages[0]) as number,
      guidanceNeed: strong ? ("HIGH" as const) : ("MEDIUM" as const),
    };
  }
}

function findingInput(advice: RequestedAdvice): FindingInput {
  const { finding, path, decidedOn } = advice;
  return {
    evidencePath: path,
    productivityLossPct: percentText(finding.productivityLoss),
    extraCostsPct: percentText(finding.extraCosts),
    guidanceRequired: finding.guidanceRequired,
    guidanceNeed: finding.guidanceNeed,
    needDuration: finding.needDuration,
    higherNeed: finding.higherNeed,
    workDisability: true,
    validFrom: decidedOn,
  };
}

/** Tenths of a percent as decimal text: 449 is "44.9". */
function percentText(tenths: number): string {
  return tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

function lastOfYear(year: number): PlainDate {
  return `${year}-12-31` as PlainDate;
}
