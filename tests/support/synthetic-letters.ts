// Decisions of synthetic Flanders with the letters that they give: on the declarations received and the law known at the last run.
import { fileLetter } from "../../src/counter/letters/file-letters.ts";
import { type ExplainedQuarter, termAmounts } from "../../src/counter/letters/term-amounts.ts";
import { evolveFile, type FileEvent, type FileState, NO_FILE } from "../../src/dossier/index.ts";
import { brusselsDate, instant, type PlainDate, plainDate, type Quarter } from "../../src/kernel/index.ts";
import type { Law } from "../../src/law/index.ts";
import { composeLetter, type LetterDocument } from "../../src/letters/index.ts";
import type { Attest, LedgerLine } from "../../src/payment/index.ts";
import { generateFlanders } from "../../src/synthetic/generate.ts";
import { runsUpTo } from "../../src/synthetic/ledger.ts";
import { legalFacts } from "../../src/synthetic/legal-facts.ts";

export interface SyntheticLetter {
  readonly kind: string;
  readonly grantRef: string;
  readonly document: LetterDocument;
  /** What the explanation gave for each quarter of the letter. */
  readonly quarters: readonly ExplainedQuarter[];
  /** Everything that was booked for the grant. */
  readonly lines: readonly LedgerLine[];
  /** Last quarter that a run has booked, as year x 4 + n - 1. */
  readonly bookedThrough: number;
}

const until = plainDate("2026-11-23");

/** The last decision of each grant that was not stopped since: granted, adjusted or extended. */
export function* syntheticLetters(law: Law, count: number, scale: number): Generator<SyntheticLetter, void, undefined> {
  const run = runsUpTo(law, "vlaanderen", legalFacts(law).schemeFrom, until).at(-1)!;
  const portions = [...generateFlanders({ law, until, scale })];
  const attests = groupBy(
    portions.flatMap((one) => one.attests),
    (one) => `${one.personRef} ${one.employerRef}`,
  );
  const lines = groupBy(
    portions.flatMap((one) => one.lines),
    (one) => one.grantRef,
  );
  let made = 0;
  for (const stream of portions.flatMap((one) => one.streams)) {
    if (stream.streamKind !== "file" || made === count) continue;
    const batches = stream.batches.filter((batch) => batch.recordedAt <= run.bookedAt);
    const events = batches.flatMap((batch) => batch.events as readonly FileEvent[]);
    const last = events.findLastIndex((event) => GRANTING.has(event.type));
    if (last < 0 || events.slice(last).some((event) => event.type === "GrantStopped")) continue;
    const known = events.slice(0, last + 1);
    const state = known.reduce<FileState>((folded, event) => evolveFile(folded, event), NO_FILE);
    if (state.grant === null || state.application === null) continue;
    const { employerRef, personRef } = state.application;
    const received = latest((attests.get(`${personRef} ${employerRef}`) ?? []).filter((one) => one.receivedAt <= run.bookedAt));
    const one = {
      law: run.law,
      events: known,
      fileRef: stream.streamRef,
      worker: "Noor Synbergmans",
      note: null,
      attests: received,
    };
    const on = brusselsDate(run.bookedAt);
    const plan = fileLetter({ ...one, on });
    if (plan === null) continue;
    made += 1;
    const event = known.at(-1)!;
    const from = event.type === "GrantDecided" ? undefined : (event.payload as { fromQuarter: Quarter }).fromQuarter;
    const fraction = state.application.employmentFraction ?? undefined;
    const options = { ...(from === undefined ? {} : { from }), ...(fraction === undefined ? {} : { fraction }) };
    yield {
      kind: plan.kind,
      grantRef: state.grant.facts.grantRef,
      document: composeLetter({
        kind: plan.kind,
        reference: `L-${made}`,
        date: on,
        createdAt: at(on),
        to: NOBODY,
        synthetic: true,
        ...plan.slots,
      }),
      quarters: termAmounts(run.law, state.grant, received, options).quarters,
      lines: lines.get(state.grant.facts.grantRef) ?? [],
      bookedThrough: run.quarter,
    };
  }
}

const GRANTING: ReadonlySet<string> = new Set(["GrantDecided", "GrantAdjusted", "GrantExtended"]);
const NOBODY = { name: "Synfirma bv", lines: ["Synstraat 1", "9000 Gent"] };
const at = (on: PlainDate) => instant(`${on}T12:00:00.000Z`);

function latest(attests: readonly Attest[]): Attest[] {
  const held = new Map<string, Attest>();
  for (const one of attests) if ((held.get(one.attestNo)?.version ?? -1) < one.version) held.set(one.attestNo, one);
  return [...held.values()];
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const held = groups.get(key(item));
    if (held === undefined) groups.set(key(item), [item]);
    else held.push(item);
  }
  return groups;
}
