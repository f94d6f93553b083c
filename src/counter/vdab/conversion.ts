// Earlier rights to VOP become tickets (IND-17): one by one, or as a supervised batch that is tried out first and can stop at any time.
import {
  evolvePerson,
  LawReading,
  longestValidity,
  NO_PERSON,
  type PersonCommand,
  type PersonEvent,
  packageOfDuration,
  type Reason,
} from "../../dossier/index.ts";
import { newRef, type PlainDate, quarterOf, type Result, type RightRef, type TicketRef } from "../../kernel/index.ts";
import type { Acting } from "../ports.ts";
import { actOnPerson, decideAll } from "./act.ts";
import { PORTION, type Portion } from "./catch-up.ts";
import type { Meta } from "./indicate.ts";
import { type OpenedPerson, openPerson } from "./person-file.ts";
import type { BatchLine, ConversionCandidate, VdabPorts } from "./ports.ts";
import { PURPOSES } from "./purposes.ts";

export type ConversionPorts = Pick<VdabPorts, "law" | "clock" | "events" | "vault" | "conversions">;
type Ports = ConversionPorts;

export interface ConversionInput {
  readonly needDuration: "TEMPORARY" | "LASTING";
  readonly validUntil: PlainDate;
  readonly package: "T2" | "P5" | "P5_PLUS";
}

/** One right, by hand. */
export function convertRight(
  ports: Pick<Ports, "law" | "clock" | "events">,
  acting: Acting,
  person: OpenedPerson,
  rightRef: RightRef,
  input: ConversionInput,
  meta: Meta,
): Promise<Result<number, readonly Reason[]>> {
  return actOnPerson(ports, acting, person, {
    ...meta,
    asked: { rightRef, ...input },
    commands: () => [conversionCommand(ports, person.personRef, rightRef, input)],
  });
}

/** Begins a batch; nothing is converted yet. The same reference begins it once. */
export async function startConversions(ports: Ports, acting: Acting, batchRef: string): Promise<void> {
  await ports.conversions.start(batchRef, acting.actorRef);
}

/** What the next portion would do: decided like the batch itself, from the events alone, and nothing written or opened. */
export async function tryConversions(ports: Ports, batchRef: string, most = PORTION): Promise<readonly BatchLine[]> {
  const lines: BatchLine[] = [];
  for (const candidate of await ports.conversions.candidates(batchRef, ports.clock.today(), most)) {
    const way = wayOf(ports, candidate);
    if ("reasons" in way) {
      lines.push({ personRef: candidate.personRef, outcome: "ONE_BY_ONE", reasons: way.reasons });
      continue;
    }
    const events = (await ports.events.read(candidate.personRef)) as unknown as readonly PersonEvent[];
    const state = events.reduce((folded, event) => evolvePerson(folded, event), NO_PERSON);
    const tried = decideAll(ports, state, [conversionCommand(ports, candidate.personRef, candidate.rightRef, way)]);
    lines.push(lineOf(candidate, tried));
  }
  return lines;
}

/**
 * The next portion of a batch. Each person is decided and written by itself, under an id of the right: stopped halfway and begun again, or
 * by two batches at once, nobody is given two tickets for one right. Null when there is no such batch.
 */
export async function runConversions(ports: Ports, acting: Acting, batchRef: string, most = PORTION): Promise<Portion | null> {
  const before = await ports.conversions.read(batchRef);
  if (before === null) return null;
  const candidates = await ports.conversions.candidates(batchRef, ports.clock.today(), most);
  const lines: BatchLine[] = [];
  for (const candidate of candidates) lines.push(await convertOne(ports, acting, candidate));
  await ports.conversions.note(batchRef, lines);
  const batch = (await ports.conversions.read(batchRef)) ?? before;
  return { batch, lines, finished: candidates.length < most };
}

async function convertOne(ports: Ports, acting: Acting, candidate: ConversionCandidate): Promise<BatchLine> {
  const { personRef, rightRef } = candidate;
  const way = wayOf(ports, candidate);
  if ("reasons" in way) return { personRef, outcome: "ONE_BY_ONE", reasons: way.reasons };
  const person = await openPerson(ports, acting, personRef, { text: PURPOSES.CONVERSION.nl });
  if (person === null) return { personRef, outcome: "SKIPPED", reasons: ["person.unknown"] };
  const done = await actOnPerson(ports, acting, person, {
    version: person.version,
    commandId: `conversion:${rightRef}`,
    asked: { rightRef },
    commands: () => [conversionCommand(ports, personRef, rightRef, way)],
  });
  return lineOf(candidate, done);
}

function lineOf({ personRef }: ConversionCandidate, done: Result<unknown, readonly Reason[]>): BatchLine {
  if (done.ok) return { personRef, outcome: "GIVEN", reasons: [] };
  return { personRef, outcome: "SKIPPED", reasons: done.error.map((one) => one.id).slice(0, 10) };
}

/**
 * The need that lasts as many quarters as the right did, by the law; a right for which there is none, or that is being evaluated, is for a
 * person to look at.
 */
function wayOf(
  { law, clock }: Pick<Ports, "law" | "clock">,
  { measure, evaluated }: Pick<ConversionCandidate, "measure" | "evaluated">,
): ConversionInput | { readonly reasons: readonly string[] } {
  if (evaluated) return { reasons: ["TRANS-05"] };
  const today = clock.today();
  const reading = new LawReading(law, today);
  const vopKind = measure === "TVOP" ? "TEMPORARY" : "EMPLOYEE";
  const length = reading.rule("vopTermLength", { vopKind }, quarterOf(today));
  const needDuration = (["LASTING", "TEMPORARY"] as const).find(
    (one) => reading.rule("needQuarters", { foundOn: today, needDuration: one }) === length,
  );
  if (needDuration === undefined) return { reasons: ["IND-17"] };
  const given = packageOfDuration(reading, needDuration);
  if (given !== "T2" && given !== "P5" && given !== "P5_PLUS") return { reasons: ["IND-17"] };
  return { needDuration, validUntil: longestValidity(reading, today, needDuration), package: given };
}

/** What the batch gives for a right, for people to read before they begin. */
export function conversionOffer(
  ports: Pick<Ports, "law" | "clock">,
  measure: "VOP" | "TVOP",
): ConversionInput | { readonly reasons: readonly string[] } {
  return wayOf(ports, { measure, evaluated: false });
}

function conversionCommand(
  { clock }: Pick<Ports, "clock">,
  personRef: ConversionCandidate["personRef"],
  rightRef: RightRef,
  input: ConversionInput,
): PersonCommand {
  return { type: "ConvertOldRight", personRef, rightRef, ticketRef: newRef<TicketRef>(), on: clock.today(), ...input };
}
