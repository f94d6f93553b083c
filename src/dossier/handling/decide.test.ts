import { expect, test } from "vitest";
import { asRef, cents, type FileRef, plainDate, type SealedRef } from "../../kernel/index.ts";
import type { HandlingCommand } from "./commands.ts";
import { decideHandling } from "./decide.ts";
import type { ProposedDecision } from "./events.ts";
import { evolveHandling, type Handling, NO_HANDLING } from "./state.ts";

const today = plainDate("2026-11-20");
const fileRef = asRef<FileRef>("00000000-0000-4000-8000-000000000001");
const sealed = asRef<SealedRef>("00000000-0000-4000-8000-000000000002");
const decision: ProposedDecision = {
  kind: "EVALUATION",
  evaluationRef: asRef("00000000-0000-4000-8000-000000000003"),
  quarters: null,
  motivation: null,
};
const shared = { fileRef, on: today };
const propose = (by: string, fileVersion: number, proposalRef = "p1"): HandlingCommand => ({
  ...shared,
  by,
  type: "ProposeDecision",
  proposalRef,
  fileVersion,
  cents: cents(100),
  decision,
});
const confirm = (by: string, fileVersion: number, proposalRef = "p1"): HandlingCommand => ({
  ...shared,
  by,
  type: "ConfirmProposal",
  proposalRef,
  fileVersion,
});

function after(...commands: readonly HandlingCommand[]): Handling {
  return commands.reduce((state, command) => {
    const decided = decideHandling(state, command, { today });
    if (!decided.ok) throw new Error(decided.error.map((one) => one.id).join());
    return decided.value.reduce(evolveHandling, state);
  }, NO_HANDLING);
}

const refusals = (state: Handling, command: HandlingCommand) => {
  const decided = decideHandling(state, command, { today });
  return decided.ok ? [] : decided.error.map((one) => one.id);
};

test("a proposal is confirmed by another person, once", () => {
  const waiting = after(propose("anna", 3));
  expect(waiting.proposal?.by).toBe("anna");
  const done = after(propose("anna", 3), confirm("ben", 3));
  expect(done.proposal).toBeNull();
  expect(refusals(done, confirm("cleo", 3))).toEqual(["handling.proposalGone"]);
});

test("who proposed cannot confirm", () => {
  expect(refusals(after(propose("anna", 3)), confirm("anna", 3))).toEqual(["handling.samePerson"]);
});

test("a proposal on an older version of the file is not confirmed, and gives way to a new one", () => {
  const waiting = after(propose("anna", 3));
  expect(refusals(waiting, confirm("ben", 4))).toEqual(["handling.proposalOutdated"]);
  expect(refusals(waiting, propose("ben", 3, "p2"))).toEqual(["handling.proposalWaits"]);
  expect(after(propose("anna", 3), propose("ben", 4, "p2")).proposal?.proposalRef).toBe("p2");
});

test("a proposal that was sent back leaves its reason, until the next proposal", () => {
  const back: HandlingCommand = { ...shared, by: "ben", type: "SendBackProposal", proposalRef: "p1", reason: sealed };
  expect(after(propose("anna", 3), back).sentBack?.by).toBe("ben");
  expect(after(propose("anna", 3), back, propose("anna", 3, "p2")).sentBack).toBeNull();
});

test("giving a file to who has it, and seeing changes that were seen, change nothing", () => {
  const assign: HandlingCommand = { ...shared, by: "anna", type: "AssignFile", handler: "ben" };
  const see = (upTo: number): HandlingCommand => ({ ...shared, by: "anna", type: "SeeChanges", upTo });
  const state = after(assign, see(5));
  expect(decideHandling(state, assign, { today })).toEqual({ ok: true, value: [] });
  expect(decideHandling(state, see(4), { today })).toEqual({ ok: true, value: [] });
  expect(after(assign, see(5), see(6)).seenUpTo).toBe(6);
});

test("nothing is done on a day that is still to come", () => {
  const later = { ...propose("anna", 3), on: plainDate("2026-11-21") };
  expect(refusals(NO_HANDLING, later)).toEqual(["date.future"]);
});
