// Records for the kill harness: employers with a name and an account, and workers with a grant of both premiums.

import { grantedEvents } from "../../src/dossier/testing.ts";
import { type EmployerRef, instant, newRef, type PersonRef, quarter, quarterIndexNumber } from "../../src/kernel/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import type { Store } from "../../src/store/index.ts";
import { ListedNumbers, syntheticIban, syntheticKbo } from "../../src/synthetic/numbers.ts";

export const FIRST_QUARTER = quarterIndexNumber(quarter("2024-Q1"));

/** Workers per employer. */
const WORKERS = 5;

/** Numbers that no synthetic population has, so that both can stand in one database. */
const FIRST_EMPLOYER = 700_000;
const FIRST_ACCOUNT = 7_000_000;
const FIRST_WORKER = 300_000;

export interface Relation {
  readonly grantRef: string;
  readonly personRef: string;
  readonly employerRef: string;
  readonly worker: string;
  readonly employer: string;
}

/** Adds employers and workers; gives the relations, for the attest files. */
export async function fillRecords(store: Store, grants: number): Promise<readonly Relation[]> {
  const law = openLaw();
  const numbers = new ListedNumbers();
  const actor = { role: "caseHandler", ref: "test" };
  const recordedAt = instant("2024-02-01T10:00:00.000Z");
  const employers = Array.from({ length: Math.ceil(grants / WORKERS) }, (_, at) => ({
    ref: newRef<EmployerRef>(),
    kbo: syntheticKbo(FIRST_EMPLOYER + at),
    iban: syntheticIban(FIRST_ACCOUNT + at),
  }));
  const relations = Array.from({ length: grants }, (_, at): Relation => {
    const { insz } = numbers.person(FIRST_WORKER + at, at % 2 === 0 ? "F" : "M");
    const employer = employers[Math.floor(at / WORKERS)]!;
    return {
      grantRef: newRef(),
      personRef: newRef<PersonRef>(),
      employerRef: employer.ref,
      worker: insz,
      employer: employer.kbo,
    };
  });
  await store.events.bulkAppend(
    (async function* () {
      for (const one of relations) {
        const events = grantedEvents(law, { ...one, premiums: "WAGE_AND_GUIDANCE" });
        yield {
          streamKind: "file" as const,
          streamRef: newRef() as string,
          batches: [{ recordedAt, actor, commandId: newRef() as string, events }],
        };
      }
    })(),
  );
  await store.bulkSeal([
    ...employers.map(({ ref, kbo, iban }, at) => ({
      subjectRef: ref as string,
      recordedAt,
      items: [
        { sealedRef: newRef() as string, kind: "name", content: { name: `Firm ${at}` } },
        { sealedRef: newRef() as string, kind: "account", content: { iban } },
      ],
      lookups: [{ kind: "kbo" as const, value: kbo }],
    })),
    ...relations.map(({ personRef, worker }) => ({
      subjectRef: personRef,
      recordedAt,
      items: [{ sealedRef: newRef() as string, kind: "insz", content: { insz: worker } }],
      lookups: [{ kind: "insz" as const, value: worker }],
    })),
  ]);
  return relations;
}
