// Writes synthetic attests for the grants and older rights in the records, in the form that `declarations take` reads.
import { writeAttests } from "../exchange/index.ts";
import { addDays, type Insz, type Kbo } from "../kernel/index.ts";
import { type Attest, type DmfaAttest, mergePositions, type Position } from "../payment/index.ts";
import { olderPositions, paymentPorts } from "../store/index.ts";
import { type DeclarationWave, declarationMaker } from "../synthetic/index.ts";
import type { System } from "./system.ts";

/** Relations whose worker and employer are opened together. */
const PORTION = 2_000;

export interface SyntheticDeclarations {
  readonly quarter: number;
  readonly wave: DeclarationWave;
  readonly seed: string;
  /** Which grants; left out: all. */
  readonly of?: (grantRef: string) => boolean;
  readonly onAttests?: (written: number) => void;
}

/** The text of the file, piece by piece. Opens who the workers and employers are; that is in the log of openings. */
export async function* syntheticDeclarations(
  system: Pick<System, "law" | "store">,
  asked: SyntheticDeclarations,
): AsyncGenerator<string> {
  const [opening, ending] = frameOf();
  yield opening;
  let written = 0;
  for await (const made of syntheticAttests(system, asked)) {
    yield [...writeAttests(made)].slice(1, -1).join("");
    written += made.length;
    asked.onAttests?.(written);
  }
  yield ending;
}

/** The same as attests, portion by portion. */
export async function* syntheticAttests(
  { law, store }: Pick<System, "law" | "store">,
  { quarter, wave, seed, of = () => true }: SyntheticDeclarations,
): AsyncGenerator<readonly DmfaAttest[]> {
  const { positions, attests } = paymentPorts(store.database.pool);
  const make = declarationMaker(law, quarter, wave, seed);
  const older = await olderPositions(store.database.pool, { quarter, knownAt: null });
  const held = [...mergePositions(await positions.positionsIn(quarter, null)), ...older].filter(
    (one) => one.employerRef !== null && one.older?.besideGrant !== true && of(one.grantRef),
  );
  const known = byRelation(await attests.latest(quarter, null));
  for (let at = 0; at < held.length; at += PORTION) {
    const part = held.slice(at, at + PORTION);
    const numbers = await numbersOf(store, part);
    yield part.flatMap((position): readonly DmfaAttest[] => {
      const worker = numbers.get(position.personRef);
      const employer = numbers.get(position.employerRef!);
      if (worker === undefined || employer === undefined) return [];
      return make({
        grantRef: position.grantRef,
        worker: worker as Insz,
        employer: employer as Kbo,
        from: position.validFrom,
        until: position.validTo === null ? null : addDays(position.validTo, -1),
        known: known.get(`${position.personRef} ${position.employerRef}`) ?? [],
      });
    });
  }
}

function frameOf(): [string, string] {
  const [opening, ending] = [...writeAttests([])];
  return [opening!, ending!];
}

function byRelation(attests: readonly Attest[]): ReadonlyMap<string, readonly Attest[]> {
  const found = new Map<string, Attest[]>();
  for (const attest of attests) {
    const key = `${attest.personRef} ${attest.employerRef}`;
    found.set(key, [...(found.get(key) ?? []), attest]);
  }
  return found;
}

async function numbersOf(store: System["store"], positions: readonly Position[]): Promise<ReadonlyMap<string, string>> {
  const purpose = {
    actor: { role: "administrator", ref: "synthetic" },
    organisation: "synthetic",
    purpose: "synthetic declarations",
  };
  const subjects = [...new Set(positions.flatMap((one) => [one.personRef, one.employerRef!]))];
  const opened = await store.vault.openAll(subjects, purpose, ["insz", "kbo"]);
  const numbers = new Map<string, string>();
  for (const [subject, items] of opened) {
    for (const { kind, content } of items) numbers.set(subject, String((content as Record<string, unknown>)[kind]));
  }
  return numbers;
}
