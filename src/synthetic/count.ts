// Counts the published figures straight from generated events, as known at a moment: plain folds, without database or statistics room.
import type { BulkStream, DossierEvent, TicketFacts, WorkStatusFacts } from "../dossier/index.ts";
import type { Instant, PlainDate } from "../kernel/index.ts";

export interface CountedFigures {
  readonly tickets: { readonly collective: number; readonly individual: number; readonly ama: number };
  readonly onlyIndividual: number;
  readonly onlyCollective: number;
  /** Latest grant day of an only-collective person's ticket. */
  readonly onlyCollectiveGrantedUpTo: string;
  readonly persons: number;
  readonly notImmediatelyEmployable: number;
  readonly inWorkCareTrajectory: number;
  readonly relations: Readonly<
    Record<"WAGE" | "WAGE_AND_GUIDANCE" | "SUPPORT", { readonly applications: number; readonly grants: number }>
  >;
  readonly vopEvaluationsGranted: number;
  readonly ldeIndividual: number;
  /** Collective advices applied for from the double ticket's first day whose holder had no individual advice on the grant day. */
  readonly doubleTicketViolations: number;
}

interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * @param stockDay day of the stock of job seekers without work
 * @param flow first and last day of applications and grants
 * @param doubleTicketFrom first application day of the double ticket
 */
export class FigureCounter {
  private readonly stockDay: PlainDate;
  private readonly flow: Period;
  private readonly doubleTicketFrom: PlainDate;
  private readonly knownAt: Instant;
  private readonly tickets = { collective: 0, individual: 0, ama: 0 };
  private onlyIndividual = 0;
  private onlyCollective = 0;
  private upTo = "";
  private persons = 0;
  private notImmediate = 0;
  private workCare = 0;
  private violations = 0;
  private vop = 0;
  private lde = 0;
  private readonly applied = new Map<string, Set<string>>();
  private readonly granted = new Map<string, Set<string>>();

  constructor(stockDay: PlainDate, flow: Period, doubleTicketFrom: PlainDate, knownAt: Instant) {
    this.stockDay = stockDay;
    this.flow = flow;
    this.doubleTicketFrom = doubleTicketFrom;
    this.knownAt = knownAt;
  }

  add(stream: BulkStream): void {
    const events = stream.batches
      .filter((batch) => batch.recordedAt <= this.knownAt)
      .flatMap((batch) => batch.events as readonly unknown[] as readonly DossierEvent[]);
    if (stream.streamKind === "person") this.person(events);
    else if (stream.streamKind === "file") this.file(events);
    else if (stream.streamKind === "right") this.right(events);
  }

  private person(events: readonly DossierEvent[]): void {
    const status = statusOn(events, this.stockDay);
    const held = ticketsOn(events, this.stockDay);
    this.violations += events.filter((event) => this.violates(event, events)).length;
    if (status?.status !== "JOB_SEEKER_WITHOUT_WORK" || held.length === 0) return;
    const has = (type: TicketFacts["type"]) => held.some((ticket) => ticket.type === type);
    const [collective, individual, ama] = [has("COLLECTIVE"), has("INDIVIDUAL"), has("AMA_SOCIAL_ECONOMY")];
    this.tickets.collective += held.filter((ticket) => ticket.type === "COLLECTIVE").length;
    this.tickets.individual += held.filter((ticket) => ticket.type === "INDIVIDUAL").length;
    this.tickets.ama += held.filter((ticket) => ticket.type === "AMA_SOCIAL_ECONOMY").length;
    if (!collective && !individual && !ama) return;
    this.persons += 1;
    if (status.employability === "NOT_IMMEDIATE") this.notImmediate += 1;
    if (status.workCareTrajectory) this.workCare += 1;
    if (individual && !collective && !ama) this.onlyIndividual += 1;
    if (collective && !individual && !ama) {
      this.onlyCollective += 1;
      for (const ticket of held) if (ticket.grantedOn > this.upTo) this.upTo = ticket.grantedOn;
    }
  }

  private violates(event: DossierEvent, all: readonly DossierEvent[]): boolean {
    if (event.type !== "TicketIssued") return false;
    const { type, appliedOn, grantedOn } = event.payload;
    if (type !== "COLLECTIVE" || appliedOn < this.doubleTicketFrom) return false;
    return !ticketsOn(all, grantedOn).some((ticket) => ticket.type === "INDIVIDUAL");
  }

  private file(events: readonly DossierEvent[]): void {
    const filed = events.find((event) => event.type === "ApplicationFiled")?.payload;
    if (filed === undefined) return;
    const relation = `${filed.employerRef}/${filed.personRef}`;
    if (this.inFlow(filed.filedOn)) note(this.applied, filed.premiums, relation);
    const grant = events.find((event) => event.type === "GrantDecided")?.payload;
    if (grant !== undefined && this.inFlow(grant.decidedOn)) note(this.granted, grant.premiums, relation);
  }

  private right(events: readonly DossierEvent[]): void {
    const decided = events.find((event) => event.type === "VopEvaluationDecided")?.payload;
    if (decided?.outcome === "IMW" && decided.decidedOn <= this.stockDay) this.vop += 1;
    if (events.some((event) => event.type === "LdeChoiceMade" && event.payload.choice === "INDIVIDUAL")) this.lde += 1;
  }

  private inFlow(day: PlainDate): boolean {
    return this.flow.from <= day && day <= this.flow.to;
  }

  result(): CountedFigures {
    const of = (premiums: string) => ({
      applications: this.applied.get(premiums)?.size ?? 0,
      grants: this.granted.get(premiums)?.size ?? 0,
    });
    return {
      tickets: { ...this.tickets },
      onlyIndividual: this.onlyIndividual,
      onlyCollective: this.onlyCollective,
      onlyCollectiveGrantedUpTo: this.upTo,
      persons: this.persons,
      notImmediatelyEmployable: this.notImmediate,
      inWorkCareTrajectory: this.workCare,
      relations: { WAGE: of("WAGE"), WAGE_AND_GUIDANCE: of("WAGE_AND_GUIDANCE"), SUPPORT: of("SUPPORT") },
      vopEvaluationsGranted: this.vop,
      ldeIndividual: this.lde,
      doubleTicketViolations: this.violations,
    };
  }
}

function note(groups: Map<string, Set<string>>, group: string, relation: string): void {
  const set = groups.get(group) ?? new Set();
  set.add(relation);
  groups.set(group, set);
}

/** The last word recorded about the day counts; a status holds until `until` or the next. */
function statusOn(events: readonly DossierEvent[], day: PlainDate): WorkStatusFacts | null {
  let held: { from: PlainDate; facts: WorkStatusFacts } | null = null;
  for (const event of events) {
    if (event.type !== "WorkStatusChanged" || event.effectiveOn > day) continue;
    const { until } = event.payload;
    if (until !== undefined && until <= day) continue;
    held = { from: event.effectiveOn, facts: event.payload };
  }
  return held?.facts ?? null;
}

function ticketsOn(events: readonly DossierEvent[], day: PlainDate): TicketFacts[] {
  const ended = new Map<string, PlainDate>();
  for (const event of events) if (event.type === "TicketEnded") ended.set(event.payload.ticketRef, event.payload.endedOn);
  return events.flatMap((event) => {
    if (event.type !== "TicketIssued") return [];
    const ticket = event.payload;
    const last = ended.get(ticket.ticketRef);
    const until = last !== undefined && last < ticket.validUntil ? last : ticket.validUntil;
    return ticket.validFrom <= day && day <= until ? [ticket] : [];
  });
}
