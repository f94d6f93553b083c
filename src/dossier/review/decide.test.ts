import { describe, expect, it } from "vitest";
import { addDays, type EvaluationRef, newRef, type PlainDate, type ReviewRef, type TicketRef } from "../../kernel/index.ts";
import type { SwitchChoice } from "../../law/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { decideFile, type FileCommand, type FileState, NO_FILE } from "../file.ts";
import { validTickets } from "../indication/state.ts";
import { LawReading } from "../law-reading.ts";
import { decidePerson, evolvePerson, NO_PERSON, type PersonCommand, type PersonState } from "../person.ts";
import { aTicket, context, d, FILE, GRANT, INDICATION, inGhent, PERSON, TICKETS } from "../testing/builders.ts";
import { refused, taken } from "../testing/spec.ts";
import { boardDay, committeeDay, lastRequestDay } from "./terms.ts";

const law = openLaw();
const notice = d("2024-03-01");
const reading = (switches: SwitchChoice = {}) => new LawReading(law, notice, switches);
const reviewRef = newRef<ReviewRef>();

describe("the terms of a review", () => {
  it("count calendar days from the day after notice (TV-42)", () => {
    const last = lastRequestDay(reading(), notice);
    expect(last).toBe("2024-04-15");
    expect(committeeDay(reading(), last)).toBe("2024-06-14");
    expect(boardDay(reading(), committeeDay(reading(), last))).toBe("2024-07-14");
  });

  it("move from a weekend to Monday when the law is read so (OPEN-20)", () => {
    const monday = { "OPEN-20": "NEXT_WORKING_DAY" };
    // 14 July 2024 is a Sunday, 15 April 2024 a Monday.
    expect(boardDay(reading(monday), d("2024-06-14"))).toBe("2024-07-15");
    expect(lastRequestDay(reading(monday), notice)).toBe("2024-04-15");
  });
});

const decided: PersonState = [
  {
    type: "PersonRegistered" as const,
    effectiveOn: d("2024-01-01"),
    payload: { sex: "F" as const, bornIn: "1990-05", ...inGhent },
  },
  {
    type: "IndicationRequested" as const,
    effectiveOn: d("2024-01-05"),
    payload: {
      indicationRef: INDICATION,
      measure: "INDIVIDUAL" as const,
      requestedOn: d("2024-01-05"),
      path: "ATTEST" as const,
      channel: "ONLINE",
    },
  },
  {
    type: "TicketIssued" as const,
    effectiveOn: d("2024-02-20"),
    payload: (({ endedOn: _, ...facts }) => facts)(aTicket({ grantedOn: d("2024-02-20"), validFrom: d("2024-02-20") })),
  },
].reduce<PersonState>(evolvePerson, NO_PERSON);

const decide = (state: PersonState, command: PersonCommand, today: PlainDate) => decidePerson(law, state, command, { today });
const after = (state: PersonState, command: PersonCommand, today: PlainDate) =>
  taken(decide(state, command, today)).reduce(evolvePerson, state);
const ask = (on: PlainDate): PersonCommand => ({
  type: "RequestReview",
  personRef: PERSON,
  reviewRef,
  subject: "INDICATION",
  subjectRef: INDICATION,
  noticeOn: notice,
  on,
  reason: null,
});
const last = lastRequestDay(reading(), notice);

describe("asking a review of an indication", () => {
  it("counts from the notice on record: what somebody says does not move a term that a proof has started", () => {
    const recorded = (on: PlainDate, exact: boolean) => ({ recordedNotice: { on, exact } });
    const asked = (on: PlainDate, more: object) => decidePerson(law, decided, ask(on), { today: on, ...more });
    // Said: 1 March. In the box ten days later, so there are ten days more; ten days earlier, ten less.
    const later = lastRequestDay(reading(), addDays(notice, 10));
    expect(taken(asked(later, recorded(addDays(notice, 10), true)))).toMatchObject([
      { payload: { noticeOn: addDays(notice, 10) } },
    ]);
    refused(asked(addDays(later, 1), recorded(addDays(notice, 10), true)), "review.tooLate");
    refused(asked(last, recorded(addDays(notice, -1), true)), "review.tooLate");
    // Posted on 20 February: it cannot have come before, but a later day that somebody says counts.
    expect(taken(asked(last, recorded(addDays(notice, -10), false)))).toMatchObject([{ payload: { noticeOn: notice } }]);
    expect(taken(asked(later, recorded(addDays(notice, 10), false)))).toMatchObject([
      { payload: { noticeOn: addDays(notice, 10) } },
    ]);
    expect(taken(asked(last, { recordedNotice: null }))).toMatchObject([{ payload: { noticeOn: notice } }]);
  });

  it("is possible on the last day and too late the day after", () => {
    expect(taken(decide(decided, ask(last), last))).toMatchObject([
      { type: "ReviewRequested", payload: { requestedOn: last, committeeBy: committeeDay(reading(), last) } },
    ]);
    refused(decide(decided, ask(addDays(last, 1)), addDays(last, 1)), "review.tooLate");
  });

  it("needs a decision, and notice of it after it was taken", () => {
    const { indications: _, ...none } = decided;
    refused(decide({ ...none, indications: {} }, ask(notice), notice), "review.subject");
    refused(decide(decided, { ...ask(notice), noticeOn: d("2024-02-19") } as PersonCommand, notice), "date.order");
  });

  it("is possible once at a time", () => {
    const asked = after(decided, ask(notice), notice);
    refused(decide(asked, { ...ask(notice), reviewRef: newRef<ReviewRef>() } as PersonCommand, notice), "review.open");
  });
});

describe("deciding a review", () => {
  const asked = after(decided, ask(notice), notice);
  const advisedOn = d("2024-04-01");
  const advised = after(asked, { type: "AdviseReview", personRef: PERSON, reviewRef, on: advisedOn, advice: null }, advisedOn);
  const on = d("2024-04-20");
  const decision = (more: Partial<Extract<PersonCommand, { type: "DecideReview" }>>): PersonCommand =>
    ({
      type: "DecideReview",
      personRef: PERSON,
      reviewRef,
      on,
      outcome: "CONFIRMED",
      motivation: null,
      ...more,
    }) as PersonCommand;

  it("comes after the committee's advice", () => {
    refused(decide(asked, decision({}), on), "review.adviceFirst");
    expect(after(advised, decision({}), on).reviews[reviewRef]).toMatchObject({ outcome: "CONFIRMED", decidedOn: on });
    refused(decide(advised, decision({ on: addDays(advisedOn, -1) }), on), "date.order");
  });

  it("is not needed when the request is withdrawn", () => {
    expect(after(asked, decision({ outcome: "WITHDRAWN" }), on).reviews[reviewRef]).toMatchObject({ outcome: "WITHDRAWN" });
  });

  it("that changes the indication brings the new ticket in place of the old", () => {
    refused(decide(advised, decision({ outcome: "CHANGED" }), on), "review.changeMissing");
    const ticketRef = newRef<TicketRef>();
    const { endedOn: _, grantedOn: __, indicationRef: ___, origin: ____, ...facts } = aTicket();
    const ticket = { ...facts, ticketRef, package: "P5_PLUS" as const, validFrom: on };
    const changed = after(advised, decision({ outcome: "CHANGED", ticket }), on);
    expect(validTickets(changed, "INDIVIDUAL", on)).toMatchObject([{ ticketRef, package: "P5_PLUS" }]);
    expect(changed.tickets[TICKETS.individual]?.endedOn).toBe(addDays(on, -1));
  });

  it("is done once", () => {
    refused(decide(after(advised, decision({}), on), decision({}), on), "action.notAllowed");
  });
});

it("a changed review of an evaluation is recorded anew and waits to be applied", () => {
  const evaluationRef = newRef<EvaluationRef>();
  const finding = { decidedOn: d("2024-02-20"), outcome: "PACKAGE" as const, percentage: 30, guidanceNeed: "LOW" as const };
  const state: FileState = {
    ...NO_FILE,
    evaluations: {
      [evaluationRef]: {
        evaluationRef,
        grantRef: GRANT,
        purpose: "ADJUSTMENT",
        requestedOn: d("2024-01-10"),
        finding,
        applied: true,
      },
    },
  };
  const run = (held: FileState, command: FileCommand, on: PlainDate) => decideFile(law, held, command, context(on));
  const request: FileCommand = {
    type: "RequestReview",
    fileRef: FILE,
    reviewRef,
    subject: "EVALUATION",
    subjectRef: evaluationRef,
    noticeOn: notice,
    on: notice,
    reason: null,
  };
  const [requested] = taken(run(state, request, notice));
  expect(requested).toMatchObject({ type: "ReviewRequested" });
  const advised: FileState = {
    ...state,
    reviews: {
      [reviewRef]: {
        reviewRef,
        subject: "EVALUATION",
        subjectRef: evaluationRef,
        requestedOn: notice,
        committeeBy: notice,
        advisedOn: notice,
        boardBy: notice,
        decidedOn: null,
        outcome: null,
      },
    },
  };
  const changed: FileCommand = {
    type: "DecideReview",
    fileRef: FILE,
    reviewRef,
    on: d("2024-04-20"),
    outcome: "CHANGED",
    motivation: null,
    evaluation: { percentage: 45, guidanceNeed: "HIGH" },
  };
  expect(taken(run(advised, changed, d("2024-04-20")))).toMatchObject([
    { type: "ReviewDecided" },
    { type: "EvaluationRecorded", payload: { evaluationRef, percentage: 45, guidanceNeed: "HIGH" } },
  ]);
});
