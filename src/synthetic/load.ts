// Fills an empty database with synthetic Flanders: one generator feeds the loaders of events, personal data, declarations and ledger.
import type { BulkReport, BulkStream, LookupRequest, SealRequest } from "../dossier/index.ts";
import { type Instant, instant, localized, problem, Refusal } from "../kernel/index.ts";
import { storeGraph } from "../law/index.ts";
import type { Attest, LedgerLine } from "../payment/index.ts";
import { Channel } from "./channel.ts";
import { DEMO_MARK, type DemoMark, databaseKind } from "./demo-mark.ts";
import { DEFAULT_SEED, type GenerateOptions, generateFlanders } from "./generate.ts";
import { type LoadedPortion, portionsFromThread } from "./worker/portions.ts";

/** Everything of one subject, as the vault takes it in bulk. */
export interface SubjectToSeal {
  readonly subjectRef: string;
  readonly recordedAt: Instant;
  readonly items: readonly SealRequest[];
  readonly lookups: readonly LookupRequest[];
}

/** What the loading needs of the store; each way in takes whole new records only. */
export interface FlandersPorts {
  /** Whether any event is there already. */
  hasRecords(): Promise<boolean>;
  readMark(name: string): Promise<unknown>;
  setMark(name: string, value: DemoMark): Promise<void>;
  bulkAppend(streams: AsyncIterable<BulkStream>): Promise<BulkReport>;
  /** Returns the number of sealed items. */
  bulkSeal(subjects: AsyncIterable<SubjectToSeal>): Promise<number>;
  /** Returns the number of attest versions. */
  copyAttests(attests: AsyncIterable<Attest>): Promise<number>;
  /** Keeps the rule graph under which the lines are calculated, so that each can be replayed. */
  keepGraph(graph: unknown): Promise<unknown>;
  /** Returns the number of lines. */
  bookLines(lines: AsyncIterable<LedgerLine>): Promise<number>;
}

export interface LoadOptions extends GenerateOptions {
  /** Draws the lives in this thread, one after the other with the loading; by default in a thread of their own. */
  readonly oneThread?: boolean;
}

export type LoadPhase = "lives" | "finishing";
export type LoadProgress = (phase: LoadPhase, done: number, total: number) => void;

export interface LoadReport {
  readonly streams: number;
  readonly events: number;
  readonly readRows: number;
  readonly sealedItems: number;
  readonly attests: number;
  readonly ledgerLines: number;
}

/** Portions that may wait for a loader. */
const ROOM = 2;

/**
 * @throws Refusal when the database holds records that this generator did not make, or a load that was cut off
 * @returns null when the database was synthetic and complete already
 */
export async function loadFlanders(
  ports: FlandersPorts,
  options: LoadOptions,
  progress: LoadProgress = () => {},
): Promise<LoadReport | null> {
  const kind = databaseKind(await ports.readMark(DEMO_MARK), await ports.hasRecords());
  if (kind === "ours") return null;
  if (kind !== "empty") throw new Refusal([kind === "foreign" ? notOurs() : cutOff()]);
  const { seed = DEFAULT_SEED, scale = 1, until, law } = options;
  const mark = { seed, scale, until, lawVersion: law.version, parametersHash: law.parametersHash };
  await ports.setMark(DEMO_MARK, { ...mark, state: "loading" });
  await ports.keepGraph(storeGraph(law.graph));
  const report = await load(ports, options, progress);
  await ports.setMark(DEMO_MARK, { ...mark, state: "complete" });
  return report;
}

async function load(ports: FlandersPorts, options: LoadOptions, progress: LoadProgress): Promise<LoadReport> {
  const streams = new Channel<readonly BulkStream[]>(ROOM);
  const subjects = new Channel<readonly SubjectToSeal[]>(ROOM);
  const attests = new Channel<readonly Attest[]>(ROOM);
  const lines = new Channel<readonly LedgerLine[]>(ROOM);
  const channels = [streams, subjects, attests, lines];
  const giveUp = (error: unknown): never => {
    for (const channel of channels) channel.fail(error);
    throw error;
  };

  const feed = async (): Promise<void> => {
    let last = 0;
    const { oneThread = false, ...wanted } = options;
    for await (const portion of oneThread ? generateFlanders(wanted) : portionsFromThread(wanted)) {
      await Promise.all([
        streams.put(portion.streams),
        subjects.put(bySubject(portion)),
        attests.put(portion.attests),
        lines.put(portion.lines),
      ]);
      last = portion.total;
      progress("lives", portion.done, portion.total);
      // Lets the loaders and the progress line have their turn.
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    for (const channel of channels) channel.end();
    progress("finishing", last, last);
  };

  const work = [
    feed(),
    ports.bulkAppend(flat(streams)),
    ports.bulkSeal(flat(subjects)),
    ports.copyAttests(flat(attests)),
    ports.bookLines(flat(lines)),
  ] as const;
  const results = await Promise.allSettled(work.map((one) => one.catch(giveUp)));
  const failed = results.find((one) => one.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  const [, events, sealedItems, attestCount, ledgerLines] = await Promise.all(work);
  return { ...events, sealedItems, attests: attestCount, ledgerLines };
}

async function* flat<T>(channel: Channel<readonly T[]>): AsyncGenerator<T, void, undefined> {
  for await (const items of channel) yield* items;
}

/** Personal data is sealed on the day before the history, so that it is there for every event. */
const SEALED_AT = instant("2018-12-31T12:00:00.000Z");

function bySubject(portion: LoadedPortion): SubjectToSeal[] {
  const found = new Map<string, { items: SealRequest[]; lookups: LookupRequest[] }>();
  const of = (subjectRef: string) => {
    const held = found.get(subjectRef) ?? { items: [], lookups: [] };
    found.set(subjectRef, held);
    return held;
  };
  for (const item of portion.sealed) of(item.subjectRef).items.push(item);
  for (const lookup of portion.lookups) of(lookup.subjectRef).lookups.push(lookup);
  return [...found].map(([subjectRef, { items, lookups }]) => ({ subjectRef, recordedAt: SEALED_AT, items, lookups }));
}

function notOurs() {
  return problem(
    "synthetic.notEmpty",
    localized(
      "Deze databank bevat gegevens die niet door synthetisch Vlaanderen gemaakt zijn. Kies een lege databank.",
      "This database holds records that synthetic Flanders did not make. Choose an empty database.",
      "Cette base de données contient des données qui n'ont pas été créées par la Flandre synthétique. Choisissez une base vide.",
    ),
    "database",
    "an empty database",
  );
}

function cutOff() {
  return problem(
    "synthetic.unfinished",
    localized(
      "Het vullen van deze databank werd onderbroken. Verwijder de databank en begin opnieuw.",
      "Filling this database was interrupted. Remove the database and start again.",
      "Le remplissage de cette base de données a été interrompu. Supprimez la base et recommencez.",
    ),
    "database",
    "an empty database",
  );
}
