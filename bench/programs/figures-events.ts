// The benchmark's people told as events, for the store itself to make the read tables of.
import type { BulkBatch, BulkStream } from "../../src/dossier/ports.ts";
import {
  addDays,
  addQuarters,
  type EmployerRef,
  type FileRef,
  type GrantRef,
  type Instant,
  newRef,
  type PersonRef,
  type PlainDate,
  plainDate,
  quarter,
  type TicketRef,
} from "../../src/kernel/index.ts";
import {
  CARRIED_OVER,
  employerRef,
  employersOf,
  homeOf,
  personRef,
  rightOf,
  START,
  statusOf,
  TERM_QUARTERS,
  ticketsOf,
  workOf,
} from "./figures-people.ts";

type Happened = Pick<BulkBatch, "recordedAt"> & { readonly event: BulkBatch["events"][number] };

export function* streamsOf(persons: number): Generator<BulkStream> {
  for (let n = 0; n < persons; n += 1) {
    yield stream("person", personRef(n), personEvents(n));
    if (n < employersOf(persons)) yield stream("employer", employerRef(n), employerEvents());
    const work = workOf(n, persons);
    if (work !== null) yield stream("file", work.fileRef, fileEvents(n, work));
    const right = rightOf(n, persons);
    if (right !== null) yield stream("right", right.ref, rightEvents(n, right));
  }
}

function stream(streamKind: BulkStream["streamKind"], streamRef: string, happened: readonly Happened[]): BulkStream {
  const inOrder = [...happened].sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));
  const actor = { role: "system", ref: "bench" };
  return {
    streamKind,
    streamRef,
    batches: inOrder.map(({ recordedAt, event }) => ({ recordedAt, actor, commandId: newRef() as string, events: [event] })),
  };
}

const at = (recordedAt: Instant, type: string, effectiveOn: PlainDate, payload: object): Happened => ({
  recordedAt,
  event: { type, effectiveOn, payload } as Happened["event"],
});

function personEvents(n: number): Happened[] {
  const { sex, bornIn, province, moved } = homeOf(n);
  const { seeks, employability, care, changed } = statusOf(n);
  const place = { municipality: "11002", residence: "FLANDERS" };
  const status = (now: boolean): object => ({
    status: now ? "JOB_SEEKER_WITHOUT_WORK" : "EMPLOYED",
    employability,
    workCareTrajectory: care,
    benefit: now ? "UNEMPLOYMENT" : "NONE",
    unemployedSince: now ? plainDate("2020-01-01") : null,
  });
  return [
    at(CARRIED_OVER, "PersonRegistered", START, { sex, bornIn, province, ...place }),
    at(CARRIED_OVER, "WorkStatusChanged", START, status(seeks)),
    ...(moved === null ? [] : [at(moved.at, "ResidenceChanged", moved.on, { ...place, province: moved.province })]),
    ...(changed === null ? [] : [at(changed.at, "WorkStatusChanged", changed.on, status(!seeks))]),
    ...ticketsOf(n).flatMap((ticket) => {
      const issued = at(ticket.granted.at, "TicketIssued", ticket.granted.on, {
        ticketRef: ticket.ref as TicketRef,
        indicationRef: null,
        type: ticket.type,
        appliedOn: ticket.granted.on,
        grantedOn: ticket.granted.on,
        package: null,
        percentage: null,
        guidanceNeed: "MEDIUM",
        needClass: null,
        needDuration: null,
        validFrom: ticket.granted.on,
        validUntil: addDays(ticket.until, -1),
        origin: "REQUEST",
        motivation: null,
      });
      const { ended } = ticket;
      if (ended === null) return [issued];
      return [issued, at(ended.at, "TicketEnded", ended.on, { ticketRef: ticket.ref, endedOn: ended.on, reason: "BENCH" })];
    }),
  ];
}

function employerEvents(): Happened[] {
  return [
    at(CARRIED_OVER, "EmployerRecorded", START, {
      legalForm: "BV",
      publicSide: "NONE",
      nace: "56",
      jointCommittee: "200",
      size: "SME",
      municipality: "11002",
      province: "ANT",
      mwb: false,
      serviceVoucher: false,
    }),
  ];
}

function fileEvents(n: number, work: NonNullable<ReturnType<typeof workOf>>): Happened[] {
  const { filed, decided, stopped } = work;
  const who = {
    applicant: work.employerRef === null ? "SELF_EMPLOYED" : "EMPLOYER",
    employerRef: work.employerRef as EmployerRef | null,
    personRef: personRef(n) as PersonRef,
    premiums: work.premiums,
  };
  const law = { lawVersion: "bench", parametersHash: "bench", openPoints: [] };
  const events = [
    at(filed.at, "ApplicationFiled", filed.on, { ...who, situation: "NEW_HIRE", channel: "ONLINE", filedOn: filed.on }),
    work.granted
      ? at(decided.at, "GrantDecided", decided.on, {
          ...who,
          ...law,
          grantRef: work.grantRef as GrantRef,
          decidedOn: decided.on,
          ticketRef: null,
          package: "P5",
          percentage: null,
          collectivePercentage: null,
          guidanceNeed: work.premiums === "WAGE_AND_GUIDANCE" ? "MEDIUM" : "NONE",
          startQuarter: work.start,
          quarters: TERM_QUARTERS,
          endQuarter: addQuarters(work.start, TERM_QUARTERS - 1),
          switches: {},
          previousRightRef: null,
          previousMeasure: "NONE",
          supportUntil: null,
          motivation: null,
        })
      : at(decided.at, "ApplicationRefused", decided.on, { ...law, grounds: ["EMP-11"] }),
  ];
  if (stopped !== null)
    events.push(
      at(stopped.at, "GrantStopped", stopped.on, { grantRef: work.grantRef, lastDay: stopped.on, reason: "CONTRACT_ENDED" }),
    );
  return events;
}

function rightEvents(n: number, right: NonNullable<ReturnType<typeof rightOf>>): Happened[] {
  const { asked, decided, chosen } = right;
  const recorded = at(CARRIED_OVER, "OldRightRecorded", START, {
    measure: right.measure,
    personRef: personRef(n),
    employerRef: right.employerRef,
    startedOn: START,
    startQuarter: quarter("2018-Q1"),
    quarters: null,
    schedule: [],
    endsOn: plainDate("2025-12-31"),
    source: "bench",
  });
  if (asked === null || decided === null) {
    const choice = { choice: "INDIVIDUAL", organisationRef: right.employerRef, chosenOn: chosen!.on };
    return [recorded, at(chosen!.at, "LdeChoiceMade", chosen!.on, choice)];
  }
  return [
    recorded,
    at(asked.at, "VopEvaluationRequested", asked.on, { requestedOn: asked.on }),
    at(decided.at, "VopEvaluationDecided", decided.on, {
      decidedOn: decided.on,
      outcome: decided.outcome,
      fileRef: null as FileRef | null,
      grantRef: null,
    }),
  ];
}
