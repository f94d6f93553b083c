import { describe, expect, it } from "vitest";
import {
  addDays,
  addQuarters,
  type EvaluationRef,
  firstDay,
  instant,
  lastDay,
  newRef,
  quarterIndexNumber,
  quarterOf,
  type ReviewRef,
  type SealedRef,
} from "../../kernel/index.ts";
import { openLaw } from "../../law/open-law.ts";
import type { Envelope, StreamKind } from "../event.ts";
import { EVENT_STREAMS, EVENT_TYPES } from "../events.ts";
import { decideFile, evolveFile, NO_FILE } from "../file.ts";
import type { GrantFacts } from "../grant/events.ts";
import {
  aContract,
  anApplication,
  aTicket,
  context,
  DAY,
  d,
  FILE,
  GRANT,
  holding,
  INDICATION,
  PERSON,
} from "../testing/builders.ts";
import { taken } from "../testing/spec.ts";
import { project } from "./index.ts";

const law = openLaw();
const envelope = (streamKind: StreamKind, streamRef: string): Envelope => ({
  streamKind,
  streamRef,
  version: 1,
  recordedAt: instant("2024-05-15T10:00:00.000Z"),
  actor: { role: "test", ref: "test" },
  commandId: "c",
});

it("every event type has a stream that it may lie in", () => {
  for (const type of EVENT_TYPES) expect(EVENT_STREAMS[type].length).toBeGreaterThan(0);
  expect(new Set(EVENT_TYPES).size).toBe(EVENT_TYPES.length);
});

describe("a ticket in the read tables", () => {
  const { endedOn: _, ...payload } = aTicket({ validFrom: d("2024-03-01"), validUntil: d("2029-02-28") });

  it("holds to the day after its last one, and closes its indication", () => {
    const changes = project({ type: "TicketIssued", effectiveOn: payload.grantedOn, payload }, envelope("person", PERSON));
    expect(changes).toMatchObject([
      { table: "ticket", change: "put", validFrom: "2024-03-01", validTo: "2029-03-01", key: { person_ref: PERSON } },
      {
        table: "indication",
        change: "patch",
        key: { indication_ref: INDICATION },
        row: { outcome: "ISSUED", decided_on: payload.grantedOn },
      },
    ]);
  });

  it("without an indication stands alone", () => {
    const alone = { ...payload, indicationRef: null };
    expect(project({ type: "TicketIssued", effectiveOn: DAY, payload: alone }, envelope("person", PERSON))).toHaveLength(1);
  });

  it("ends the day after its last one", () => {
    const ended = { ticketRef: payload.ticketRef, endedOn: DAY, reason: "X" };
    expect(project({ type: "TicketEnded", effectiveOn: DAY, payload: ended }, envelope("person", PERSON))).toMatchObject([
      { change: "end", validFrom: addDays(DAY, 1), validTo: null },
    ]);
  });
});

it("a finding reaches no read table", () => {
  const payload = {
    indicationRef: INDICATION,
    evidencePath: "ICF" as const,
    productivityLossPct: "50",
    extraCostsPct: "0",
    guidanceRequired: true,
    guidanceNeed: "HIGH" as const,
    needDuration: "LASTING" as const,
    workDisability: true,
    validFrom: DAY,
    validUntil: DAY,
  };
  expect(project({ type: "FindingRecorded", effectiveOn: DAY, payload }, envelope("person", PERSON))).toEqual([]);
});

describe("a grant in the read tables", () => {
  const filed = evolveFile(NO_FILE, {
    type: "ApplicationFiled",
    effectiveOn: DAY,
    payload: anApplication({ contract: aContract() }),
  });
  const [event] = taken(
    decideFile(
      law,
      filed,
      { type: "DecideGrant", fileRef: FILE, grantRef: GRANT, decidedOn: DAY },
      context(DAY, { indications: holding(aTicket()) }),
    ),
  );
  const facts = event!.payload as GrantFacts;
  const position = (more: Partial<GrantFacts>) =>
    project({ type: "GrantDecided", effectiveOn: DAY, payload: { ...facts, ...more } }, envelope("file", FILE))[1];

  it("runs from the first day of q1 to the end of its last quarter", () => {
    expect(position({})).toMatchObject({
      table: "grant_position",
      validFrom: firstDay(facts.startQuarter),
      validTo: addDays(lastDay(facts.endQuarter), 1),
      row: { start_quarter: quarterIndexNumber(facts.startQuarter), end_quarter: quarterIndexNumber(facts.endQuarter) },
    });
  });

  it("of a take-over runs from its own first quarter, with the counter of the old grant", () => {
    const fromQuarter = addQuarters(facts.startQuarter, 3);
    expect(position({ fromQuarter })).toMatchObject({
      validFrom: firstDay(fromQuarter),
      row: { start_quarter: quarterIndexNumber(facts.startQuarter) },
    });
  });

  it("ends earlier when the support had ended already", () => {
    expect(position({ supportUntil: d("2024-06-10") })).toMatchObject({ validTo: "2024-06-11" });
  });

  it("changes its terms from a quarter on after an evaluation", () => {
    const payload = {
      grantRef: GRANT,
      decidedOn: DAY,
      fromQuarter: addQuarters(quarterOf(DAY), 6),
      percentage: 60,
      guidanceNeed: "HIGH" as const,
      evaluationRef: newRef<EvaluationRef>(),
      openPoints: [],
    };
    expect(project({ type: "GrantAdjusted", effectiveOn: DAY, payload }, envelope("file", FILE))).toMatchObject([
      {
        change: "patch",
        validFrom: firstDay(payload.fromQuarter),
        row: { package: "AFTER_EVALUATION", percentage: 60, guidance_need: "HIGH" },
      },
      { table: "evaluation", change: "patch", key: { evaluation_ref: payload.evaluationRef }, row: { applied_on: DAY } },
    ]);
  });
});

describe("VDAB's work in the read tables", () => {
  const evaluationRef = newRef<EvaluationRef>();

  it("an evaluation stands there from the question on, without the reason for it", () => {
    const payload = { evaluationRef, grantRef: GRANT, requestedOn: DAY, reason: newRef<SealedRef>() };
    expect(project({ type: "ExtensionRequested", effectiveOn: DAY, payload }, envelope("file", FILE))).toEqual([
      {
        table: "evaluation",
        key: { file_ref: FILE, evaluation_ref: evaluationRef },
        change: "put",
        validFrom: null,
        validTo: null,
        row: { grant_ref: GRANT, purpose: "EXTENSION", requested_on: DAY, decided_on: null, outcome: null, applied_on: null },
      },
    ]);
  });

  it("a review of an indication lies under the person, with its deadlines", () => {
    const reviewRef = newRef<ReviewRef>();
    const payload = { reviewRef, advisedOn: DAY, boardBy: addDays(DAY, 30), advice: null };
    expect(project({ type: "ReviewAdvised", effectiveOn: DAY, payload }, envelope("person", PERSON))).toMatchObject([
      {
        table: "review",
        key: { stream_ref: PERSON, review_ref: reviewRef },
        row: { advised_on: DAY, board_by: addDays(DAY, 30) },
      },
    ]);
  });

  it("findings, evidence and the judgement of criteria stand in no table", () => {
    const motivation = newRef<SealedRef>();
    const judged = { indicationRef: INDICATION, judgedOn: DAY, catalogue: "MB bijlage 1", met: true, motivation };
    const added = { indicationRef: INDICATION, addedOn: DAY, evidence: motivation, label: motivation };
    expect(project({ type: "CriteriaJudged", effectiveOn: DAY, payload: judged }, envelope("person", PERSON))).toEqual([]);
    expect(project({ type: "EvidenceAdded", effectiveOn: DAY, payload: added }, envelope("person", PERSON))).toEqual([]);
  });
});
