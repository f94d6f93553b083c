// A counter on an empty database with invented registers, for tests of every door.
import { project } from "../dossier/index.ts";
import { fakeRegisters, type RegisterName, type RegisterWorld, webhookAddressFlaw } from "../exchange/index.ts";
import {
  assertOk,
  type Clock,
  fixedClock,
  type Insz,
  instant,
  insz,
  inszCheckDigits,
  type Kbo,
  kbo,
  kboCheckDigits,
} from "../kernel/index.ts";
import { readLaw } from "../law/files.ts";
import { allRules, buildLaw, type Law } from "../law/index.ts";
import { Advances } from "../payment/index.ts";
import {
  accessQueries,
  advanceStore,
  assignmentStore,
  catchUpStore,
  conversionStore,
  createStore,
  dossierQueries,
  draftStore,
  fileLists,
  filesOfGrants,
  latestAttests,
  letterStore,
  masterKeyFrom,
  paymentPorts,
  type Store,
  statementSource,
  tokenStore,
  webhookStore,
  workQueries,
} from "../store/index.ts";
import { testDatabase } from "../store/testing.ts";
import { type Acting, type CounterPorts, followJobs, type Guardianship, type VdabPorts } from "./index.ts";

/** A valid national number of someone born on 30 January 1985, the nth one. */
export function testInsz(n: number): Insz {
  const base = `850130${String(900 + n).padStart(3, "0")}`;
  return insz(base + inszCheckDigits(base, false));
}

export function testKbo(n: number): Kbo {
  const base = String(19_990_000 + n);
  return kbo(base + kboCheckDigits(base));
}

export const FLANDERS = { municipality: "11002", province: "ANT", residence: "FLANDERS" } as const;

export const testFirm = (
  n: number,
  more: Partial<RegisterWorld["companies"][number]> = {},
): RegisterWorld["companies"][number] => ({
  kbo: testKbo(n),
  name: `Synfirma ${n} bv`,
  insolvencySignal: false,
  legalForm: "BV",
  publicSide: "NONE",
  nace: "62",
  jointCommittee: "200",
  size: "10-49",
  municipality: "11002",
  province: "ANT",
  mwb: false,
  serviceVoucher: false,
  establishments: 1,
  ...more,
});

let law: Law | null = null;
export function testLaw(): Law {
  law ??= assertOk(buildLaw(assertOk(readLaw()), allRules));
  return law;
}

export interface TestCounter extends CounterPorts {
  readonly vdab: VdabPorts;
  /** Who acts for whom; tests may add. */
  readonly guardianships: (Guardianship & { readonly guardian: Insz })[];
  readonly store: Store;
  /** Registers that are out of order from now on. */
  readonly down: Set<RegisterName>;
  close(): Promise<void>;
}

export async function testCounter(world: Partial<RegisterWorld> = {}, clock: Clock = testClock()): Promise<TestCounter> {
  const database = await testDatabase();
  const store = createStore({
    database,
    clock,
    project: project as never,
    masterKey: masterKeyFrom(Buffer.alloc(32, 7)),
    follow: followJobs,
  });
  const { pool } = database;
  const down = new Set<RegisterName>();
  const registers = fakeRegisters({ companies: [], employments: [], residences: [], mandates: [], ...world }, {}, down);
  const quietly = <T>(ask: () => Promise<T>) => ask().catch(() => ({ state: "unavailable", retryAfterSeconds: 60 }) as T);
  const guardianships: (Guardianship & { guardian: Insz })[] = [];
  const counter: Omit<TestCounter, "vdab" | "guardianships"> = {
    law: testLaw(),
    clock,
    events: store.events,
    vault: store.vault,
    files: fileLists(pool),
    relations: dossierQueries(pool),
    declarations: {
      declarationsOf: async (relation) => (await latestAttests(pool, relation)).filter((one) => one.status !== 3),
    },
    drafts: draftStore(pool, store.vault, clock, "applicant"),
    tokens: tokenStore(pool, clock),
    webhooks: { ...webhookStore(pool, store.vault, clock), flawOf: webhookAddressFlaw },
    letters: letterStore(pool, store.vault, clock),
    statements: {
      law: testLaw(),
      payment: paymentPorts(pool),
      vault: store.vault,
      statements: statementSource(pool),
      filesOfGrants: (grantRefs) => filesOfGrants(pool, grantRefs),
      synthetic: false,
    },
    advances: new Advances({
      advances: advanceStore(pool),
      positions: paymentPorts(pool).positions,
      clock,
      law: () => testLaw(),
    }),
    registers: {
      companies: { find: (number) => quietly(() => registers.companies.find(number)) },
      employments: { find: (relation, from) => quietly(() => registers.employments.find(relation, from)) },
      residences: { find: (number) => quietly(() => registers.residences.find(number)) },
    },
    mandates: { of: (office) => quietly(() => registers.mandates.of(office)) },
    answerAfterMs: 0,
    store,
    down,
    close: () => database.close(),
  };
  const vdab: VdabPorts = {
    law: counter.law,
    clock,
    events: store.events,
    vault: store.vault,
    work: workQueries(pool),
    assignments: assignmentStore(pool, clock, "vdab"),
    catchUps: catchUpStore(pool, clock),
    conversions: conversionStore(pool, clock),
    accesses: accessQueries(pool),
    letters: letterStore(pool, store.vault, clock),
    drafts: draftStore(pool, store.vault, clock, "vdab"),
    registers: counter.registers,
    guardianships: {
      of: async (guardian) => ({ state: "found", value: guardianships.filter((one) => one.guardian === guardian) }),
    },
    nameOfEnterprise: async (number) => world.companies?.find((one) => one.kbo === number)?.name ?? null,
  };
  return { ...counter, vdab, guardianships };
}

export function testClock(): Clock {
  return fixedClock(instant("2026-11-23T09:00:00.000Z"));
}

export const employerOf = (firm: Kbo): Acting => ({
  role: "employer",
  actorRef: "test-employer",
  organisation: firm,
  insz: null,
});

/** An application that nothing stands in the way of. */
export const goodApplication = (worker: Insz, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  applicant: "EMPLOYER",
  worker: { insz: worker, givenName: "Noor", familyName: "Synbergmans" },
  premiums: "WAGE",
  situation: "NEW_HIRE",
  contract: { kind: "OPEN_ENDED", from: "2026-09-01", until: null, hours: null },
  employmentFraction: "0.8",
  worksInFlanders: true,
  notInDifficulty: true,
  otherSupport: [],
  contact: { name: "An Synhof", email: "an@synfirma.be", phone: "" },
  ...more,
});
