// Takes in files of declarations, whole or not at all: what counts is stored, what does not fit is kept apart with its reason.
import { createHash } from "node:crypto";
import { type Actor, type Reason, reason } from "../../dossier/index.ts";
import {
  type Clock,
  fail,
  hashOf,
  localized,
  newRef,
  ok,
  type Problem,
  quarterIndexNumber,
  type Result,
} from "../../kernel/index.ts";
import type { Attest } from "../ports.ts";
import { attestOf } from "./attest-of.ts";
import { partsOf } from "./attest-parts.ts";
import type { DmfaAttest } from "./dmfa-attest.ts";
import type {
  DeclarationReader,
  DeclarationStore,
  IntakeItem,
  IntakeKind,
  IntakeReport,
  IntakeSession,
  NewItem,
  ParkReason,
  ReadDeclaration,
  Relation,
  Settled,
  StagedAttest,
  StoredIntake,
} from "./intake-port.ts";

export interface DeclarationPorts {
  readonly store: DeclarationStore;
  readonly readers: Readonly<Record<IntakeKind, DeclarationReader>>;
  readonly clock: Clock;
}

export interface IntakeFile {
  readonly kind: IntakeKind;
  readonly label: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly actor: Actor;
  /** Told after each portion: how many declarations were read. */
  readonly onProgress?: (read: number) => void;
}

export interface Taken {
  readonly intake: StoredIntake;
  /** The same file had been taken in before: nothing was done. */
  readonly before: boolean;
}

/** Declarations looked up and staged together. */
const PORTION = 2_000;

export class Declarations {
  private readonly ports: DeclarationPorts;

  constructor(ports: DeclarationPorts) {
    this.ports = ports;
  }

  /** Throws a `Refusal` when the file as a whole is unusable; nothing of it is kept then. */
  async take(file: IntakeFile): Promise<Taken> {
    const { store, readers } = this.ports;
    const hash = createHash("sha256");
    const chunks = hashing(file.chunks, hash);
    const outcome = await store
      .inOne(async (session): Promise<Taken | StoredIntake> => {
        const gathered = await this.gather(session, file, readers[file.kind](chunks));
        const fileHash = hash.digest("hex");
        const before = await store.findFile(file.kind, fileHash);
        // Leaves by the error's way, so that what was staged goes too.
        if (before !== null) throw new TakenBefore(before);
        return this.close(session, file, gathered, fileHash);
      })
      .catch((error: unknown) => {
        if (error instanceof TakenBefore) return { intake: error.intake, before: true };
        throw error;
      });
    return "before" in outcome ? outcome : { intake: outcome, before: false };
  }

  list(limit = 20): Promise<readonly StoredIntake[]> {
    return this.ports.store.list(limit);
  }

  async report(
    intakeRef: string,
    limit = 1_000,
  ): Promise<{ readonly intake: StoredIntake; readonly items: readonly IntakeItem[] } | null> {
    const intake = await this.ports.store.find(intakeRef);
    return intake === null ? null : { intake, items: await this.ports.store.itemsOf(intakeRef, limit) };
  }

  /** Parked and waiting, oldest first. */
  parked(limit = 100, after?: string): Promise<readonly IntakeItem[]> {
    return this.ports.store.open(limit, after);
  }

  parkedCount(): Promise<number> {
    return this.ports.store.openCount();
  }

  /** Tries all parked declarations again: a person, employer or grant may be known by now. Null when none could be taken in. */
  async retry(actor: Actor): Promise<StoredIntake | null> {
    return this.ports.store.inOne(async (session) => {
      const expected = await this.retryOf(session, (kind) => kind === "PAYROLL", actor);
      const declared = await this.retryOf(session, (kind) => kind !== "PAYROLL", actor);
      const done = [...expected.done, ...declared.done];
      if (done.length === 0) return null;
      const intakeRef = newRef() as string;
      await session.endItems(
        done.map((one) => one.itemRef),
        intakeRef,
        actor,
      );
      const settled = [expected.settled, declared.settled].flatMap((one) => (one === null ? [] : [one])).reduce(together);
      const report = reportOf({ read: done.length, apart: [], rejected: 0 }, { ...settled, apart: [] });
      const intake = { intakeRef, kind: "RETRY", label: "", receivedAt: settled.receivedAt, actor, report } as const;
      await session.record(intake, hashOf({ intakeRef }));
      return intake;
    });
  }

  /** Estimates and declarations go to places of their own. */
  private async retryOf(
    session: IntakeSession,
    wanted: (kind: StoredIntake["kind"]) => boolean,
    actor: Actor,
  ): Promise<{ readonly done: readonly IntakeItem[]; readonly settled: Settled | null }> {
    const { store } = this.ports;
    const taken: { item: IntakeItem; line: number }[] = [];
    let read = 0;
    let after: string | undefined;
    for (;;) {
      const items = await store.open(PORTION, after);
      if (items.length === 0) break;
      after = items.at(-1)!.itemRef;
      const open = items.filter((one) => RETRIED.has(one.reason) && wanted(one.kind));
      const declared = await store.declared(open, actor);
      const found = open.flatMap((item) => {
        const one = declared.get(item.itemRef);
        return one === undefined ? [] : [{ item, declared: one }];
      });
      // Items of several kinds stand together: what only payslips need is looked up for all.
      const relations = await store.relations(
        found.map((one) => pairOf(one.declared)),
        "PAYSLIPS",
      );
      const staged: StagedAttest[] = [];
      found.forEach(({ item, declared: one }, at) => {
        read += 1;
        const judged = judge(one, relations[at]!, item.kind === "RETRY" ? "ATTESTS" : item.kind, this.ports.clock);
        if (typeof judged === "string") return;
        staged.push({ line: read, attest: judged, parts: partsOf(one) });
        taken.push({ item, line: read });
      });
      await session.stage(staged);
    }
    if (taken.length === 0) return { done: [], settled: null };
    const settled = await (wanted("PAYROLL") ? session.settlePayroll() : session.settle());
    const apart = new Set(settled.apart.map((one) => one.line));
    return { done: taken.filter((one) => !apart.has(one.line)).map((one) => one.item), settled };
  }

  /** Puts a parked declaration aside for good. */
  async dismiss(itemRef: string, why: string, actor: Actor): Promise<Result<null, readonly Reason[]>> {
    if (why.trim() === "") return fail([reasonMissing()]);
    const done = await this.ports.store.dismiss(itemRef, why.trim(), actor, this.ports.clock.now());
    return done ? ok(null) : fail([itemEnded()]);
  }

  private async gather(
    session: IntakeSession,
    { kind, onProgress }: IntakeFile,
    declarations: AsyncIterable<ReadDeclaration>,
  ): Promise<Gathered> {
    const gathered: Gathered = { read: 0, apart: [] };
    let portion: ReadDeclaration[] = [];
    const flush = async () => {
      const read = portion;
      portion = [];
      const good = read.flatMap((one) => (one.result.ok ? [{ line: one.line, declared: one.result.value }] : []));
      const relations = await this.ports.store.relations(
        good.map((one) => pairOf(one.declared)),
        kind,
      );
      const staged: StagedAttest[] = [];
      good.forEach(({ line, declared }, at) => {
        const judged = judge(declared, relations[at]!, kind, this.ports.clock);
        if (typeof judged === "string") gathered.apart.push(parkedItem(line, declared, judged));
        else staged.push({ line, attest: judged, parts: partsOf(declared) });
      });
      for (const one of read) if (!one.result.ok) gathered.apart.push(rejectedItem(one, one.result.error));
      await session.stage(staged);
      gathered.read += read.length;
      onProgress?.(gathered.read);
    };
    for await (const one of declarations) {
      portion.push(one);
      if (portion.length >= PORTION) await flush();
    }
    await flush();
    return gathered;
  }

  private async close(session: IntakeSession, file: IntakeFile, gathered: Gathered, fileHash: string): Promise<StoredIntake> {
    const settled = await (file.kind === "PAYROLL" ? session.settlePayroll() : session.settle());
    const intakeRef = newRef() as string;
    const contradicting = settled.apart.map(
      ({ line, attestNo, version, quarter, reason }): NewItem => ({
        itemRef: newRef(),
        outcome: "PARKED",
        line,
        attestNo,
        version,
        quarter,
        reason,
        wrong: [],
        declared: null,
      }),
    );
    const items = [...gathered.apart, ...contradicting].sort((a, b) => a.line - b.line);
    const rejected = items.filter((one) => one.outcome === "REJECTED").length;
    const report = reportOf({ read: gathered.read, apart: items, rejected }, settled);
    const { kind, label, actor } = file;
    const intake: StoredIntake = { intakeRef, kind, label, receivedAt: settled.receivedAt, actor, report };
    await session.record(intake, fileHash);
    await session.setApart(intakeRef, items);
    return intake;
  }
}

interface Gathered {
  read: number;
  readonly apart: NewItem[];
}

/** What time may mend; the rest waits for a person. */
const RETRIED: ReadonlySet<string> = new Set(["UNKNOWN_WORKER", "UNKNOWN_EMPLOYER", "UNKNOWN_RELATION", "NOT_ASSOCIATION"]);

function together(one: Settled, other: Settled): Settled {
  const quarters: Record<string, number> = { ...one.quarters };
  for (const [quarter, count] of Object.entries(other.quarters)) quarters[quarter] = (quarters[quarter] ?? 0) + count;
  const status = (of: 0 | 1 | 3 | 4) => one.statuses[of] + other.statuses[of];
  return {
    taken: one.taken + other.taken,
    known: one.known + other.known,
    statuses: { 0: status(0), 1: status(1), 3: status(3), 4: status(4) },
    outOfOrder: one.outOfOrder + other.outOfOrder,
    quarters,
    apart: [...one.apart, ...other.apart],
    receivedAt: [one.receivedAt, other.receivedAt].sort().at(-1)!,
  };
}

class TakenBefore extends Error {
  override readonly name = "TakenBefore";
  readonly intake: StoredIntake;

  constructor(intake: StoredIntake) {
    super("taken before");
    this.intake = intake;
  }
}

async function* hashing(chunks: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

const pairOf = ({ worker, employer }: DmfaAttest) => ({ worker: worker as string, employer: employer as string });

function judge(declared: DmfaAttest, relation: Relation, kind: IntakeKind, clock: Clock): Attest | ParkReason {
  const { personRef, employerRef, granted, association } = relation;
  if (personRef === null) return "UNKNOWN_WORKER";
  if (employerRef === null) return "UNKNOWN_EMPLOYER";
  if (!granted) return "UNKNOWN_RELATION";
  if (kind === "PAYSLIPS" && !association) return "NOT_ASSOCIATION";
  const source: Attest["source"] = kind === "ATTESTS" ? "DMFA" : "PAYSLIP";
  // The moment that counts is set when all is settled; see `IntakeSession.settle`.
  const attest = { ...attestOf(declared, { personRef, employerRef, receivedAt: clock.now() }), source };
  if (attest.status === 3) return attest;
  if (attest.grossCents < 0) return "NEGATIVE_WAGE";
  return attest.contractualFraction === 0 ? "NO_FRACTION" : attest;
}

function parkedItem(line: number, declared: DmfaAttest, reason: ParkReason): NewItem {
  return {
    itemRef: newRef(),
    outcome: "PARKED",
    line,
    attestNo: declared.number,
    version: declared.version,
    quarter: quarterIndexNumber(declared.quarter),
    reason,
    wrong: [],
    declared,
  };
}

function rejectedItem({ line, number }: ReadDeclaration, problems: readonly Problem[]): NewItem {
  return {
    itemRef: newRef(),
    outcome: "REJECTED",
    line,
    attestNo: number === null ? null : number.slice(0, 40),
    version: null,
    quarter: null,
    reason: "WRONG",
    wrong: problems.map(({ id, field, expected }) => ({ id, field: field ?? null, expected: expected ?? null })),
    declared: null,
  };
}

function reportOf(
  counts: { readonly read: number; readonly apart: readonly NewItem[]; readonly rejected: number },
  settled: Settled,
): IntakeReport {
  const parked: Partial<Record<ParkReason, number>> = {};
  for (const { outcome, reason } of counts.apart)
    if (outcome === "PARKED") parked[reason as ParkReason] = (parked[reason as ParkReason] ?? 0) + 1;
  const { taken, known, statuses, outOfOrder, quarters } = settled;
  return { read: counts.read, taken, known, parked, rejected: counts.rejected, statuses, outOfOrder, quarters };
}

const reasonMissing = (): Reason =>
  reason("declaration.reason", {
    field: "reason",
    message: localized("Geef een reden op", "Give a reason", "Indiquez une raison"),
    remedy: localized(
      "Schrijf in één zin waarom dit attest niet meetelt",
      "Write in one sentence why this attest does not count",
      "Écrivez en une phrase pourquoi cette attestation ne compte pas",
    ),
  });

const itemEnded = (): Reason =>
  reason("declaration.ended", {
    field: "itemRef",
    message: localized(
      "Dit attest wacht niet (meer)",
      "This attest does not wait (any more)",
      "Cette attestation n’est pas (ou plus) en attente",
    ),
    remedy: localized("Bekijk de lijst opnieuw", "Look at the list again", "Consultez la liste à nouveau"),
  });
