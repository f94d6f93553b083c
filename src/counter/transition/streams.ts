// From lines that are taken to whole new streams: rights, and the people and firms that come into the records with them.
import {
  type Actor,
  type AnyEvent,
  type BulkStream,
  decideEmployer,
  decidePerson,
  decideTransition,
  type EnteredSubsidy,
  evolveOldRight,
  NO_EMPLOYER,
  NO_PERSON,
  type OldRight,
  type OldRightFacts,
  type Reason,
  type TransitionCommand,
} from "../../dossier/index.ts";
import {
  asRef,
  type Cents,
  hashOf,
  type Instant,
  inszBirthDate,
  inszSex,
  newRef,
  ok,
  type PlainDate,
  Refusal,
  type Result,
  type RightRef,
} from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type { Judgement, NewFirm, NewPerson } from "./judge.ts";
import type { NewSubject } from "./ports.ts";
import type { RightRow } from "./right-row.ts";

/** The same line of the same import is always the same right. */
export function rightRefOf(importRef: string, line: number): RightRef {
  const hex = hashOf({ of: "right", importRef, line });
  const variant = ((Number.parseInt(hex[16] as string, 16) & 0x3) | 0x8).toString(16);
  return asRef(
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
  );
}

interface Recording {
  readonly law: Law;
  readonly importRef: string;
  readonly actor: Actor;
  readonly at: Instant;
  readonly today: PlainDate;
}

/** @throws Refusal when a command is refused that the judgement let through */
export function* streamsOf(of: Recording, { lines, people, firms }: Judgement): Generator<BulkStream> {
  const { at: recordedAt, actor, importRef, law, today } = of;
  const stream = (streamKind: BulkStream["streamKind"], streamRef: string, what: string, events: readonly AnyEvent[]) => ({
    streamKind,
    streamRef,
    batches: [{ recordedAt, actor, commandId: `transition:${importRef}:${what}`, events }],
  });
  for (const { employerRef, facts, from } of firms) {
    const command = { type: "RecordEmployer" as const, employerRef, on: from, facts };
    yield stream("employer", employerRef, `firm:${employerRef}`, taken(decideEmployer(NO_EMPLOYER, command, { today })));
  }
  for (const { personRef, insz, residence, from } of people) {
    const bornIn = (inszBirthDate(insz) ?? from).slice(0, 7);
    const command = {
      type: "RegisterPerson" as const,
      personRef,
      on: from,
      sex: inszSex(insz) ?? ("X" as const),
      bornIn,
      residence,
    };
    yield stream("person", personRef, `person:${personRef}`, taken(decidePerson(law, NO_PERSON, command, { today })));
  }
  for (const { line, right } of lines) {
    if (right === null) continue;
    const rightRef = rightRefOf(importRef, line);
    yield stream("right", rightRef, `line:${line}`, taken(rightEvents(law, rightRef, right.facts, right.row, today)));
  }
}

/**
 * What a line brings, or why not: the judgement of a file asks it too, so that nothing is refused after the signatures.
 *
 * @param subsidies - What local governments have already, recorded and in earlier lines; left out once that was judged.
 */
export function rightEvents(
  law: Law,
  rightRef: RightRef,
  facts: OldRightFacts,
  row: RightRow,
  today: PlainDate,
  subsidies: readonly EnteredSubsidy[] = [],
): Result<readonly AnyEvent[], readonly Reason[]> {
  const commands: TransitionCommand[] = [{ type: "RecordOldRight", rightRef, right: facts }];
  const choice = CHOICES[facts.measure];
  if (choice !== undefined && facts.employerRef !== null) {
    commands.push({ type: "ChooseForLde", rightRef, choice, organisationRef: facts.employerRef, chosenOn: null });
  }
  if (row.amount !== null && row.amount > 0) {
    const amount = {
      cents: row.amount as Cents,
      per: facts.measure === "ALD" ? ("YEAR" as const) : ("FTE_QUARTER" as const),
      fromQuarter: facts.startQuarter,
      throughQuarter: null,
      source: { list: facts.source },
    };
    commands.push({ type: "EnterOldRightAmount", rightRef, on: today, amount });
  }
  let state: OldRight | null = null;
  const events: AnyEvent[] = [];
  for (const command of commands) {
    const decision = decideTransition(law, state, command, { today, subsidies });
    if (!decision.ok) return decision;
    for (const event of decision.value) {
      state = evolveOldRight(state, event);
      events.push(event);
    }
  }
  return ok(events);
}

const CHOICES: Readonly<Partial<Record<OldRightFacts["measure"], "INDIVIDUAL" | "COLLECTIVE">>> = {
  LDE_INDIVIDUAL: "INDIVIDUAL",
  LDE_COLLECTIVE: "COLLECTIVE",
};

function taken<E>(decision: Result<readonly E[], readonly Reason[]>): readonly E[] {
  if (decision.ok) return decision.value;
  throw new Refusal(decision.error);
}

/** Names and numbers of who is new, for the vault. */
export function* subjectsOf({ people, firms }: Judgement, recordedAt: Instant): Generator<NewSubject> {
  for (const { employerRef: subjectRef, kbo, name, unsealed } of firms as readonly NewFirm[]) {
    if (!unsealed) continue;
    yield {
      subjectRef,
      recordedAt,
      items: [item(subjectRef, "name", { name }), item(subjectRef, "kbo", { kbo })],
      lookups: [
        { subjectRef, kind: "kbo", value: kbo },
        ...(name === "" ? [] : [{ subjectRef, kind: "name" as const, value: name }]),
      ],
    };
  }
  for (const { personRef: subjectRef, insz, given, family, unsealed } of people as readonly NewPerson[]) {
    if (!unsealed) continue;
    yield {
      subjectRef,
      recordedAt,
      items: [item(subjectRef, "name", { given, family }), item(subjectRef, "insz", { insz, bornOn: inszBirthDate(insz) })],
      lookups: [
        { subjectRef, kind: "insz", value: insz },
        { subjectRef, kind: "name", value: `${given} ${family}` },
      ],
    };
  }
}

const item = (subjectRef: string, kind: string, content: unknown) => ({ subjectRef, sealedRef: newRef(), kind, content });
