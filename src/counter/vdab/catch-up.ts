// The catch-up of the double ticket (IND-15): a supervised batch with its own report; who works in collective work one by one (IND-16).
import { LawReading, type PersonCommand, type Reason } from "../../dossier/index.ts";
import { fail, newRef, type PersonRef, Refusal, type Result, type TicketRef } from "../../kernel/index.ts";
import type { Acting } from "../ports.ts";
import { actOnPerson, decideAll } from "./act.ts";
import type { Meta } from "./indicate.ts";
import { type OpenedPerson, openPerson } from "./person-file.ts";
import type { BatchLine, VdabBatch, VdabPorts } from "./ports.ts";
import { PURPOSES } from "./purposes.ts";
import { noPackageNow } from "./reasons.ts";

type Ports = Pick<VdabPorts, "law" | "clock" | "events" | "vault" | "catchUps">;

/** Persons of one portion: enough to see it move, few enough to stop at any time. */
export const PORTION = 100;

/** Begins a batch; nothing is given yet. The same reference begins it once. */
export async function startCatchUp(ports: Ports, acting: Acting, batchRef: string): Promise<void> {
  await ports.catchUps.start(batchRef, acting.actorRef);
}

export interface Portion {
  readonly batch: VdabBatch;
  readonly lines: readonly BatchLine[];
  /** True when nobody is left for this batch. */
  readonly finished: boolean;
}

/**
 * The next portion of a batch. Each person is decided and written by itself, under an id of the batch: stopped halfway and begun again, nobody
 * is given two tickets. Null when there is no such batch.
 */
export async function runPortion(ports: Ports, acting: Acting, batchRef: string, most = PORTION): Promise<Portion | null> {
  const before = await ports.catchUps.read(batchRef);
  if (before === null) return null;
  const today = ports.clock.today();
  const candidates = await ports.catchUps.candidates(batchRef, today, most);
  const lines: BatchLine[] = [];
  for (const { personRef, ticketRef, working } of candidates) {
    lines.push(await oneOf(ports, acting, batchRef, personRef, ticketRef, working));
  }
  await ports.catchUps.note(batchRef, lines);
  const batch = (await ports.catchUps.read(batchRef)) ?? before;
  return { batch, lines, finished: candidates.length < most };
}

async function oneOf(
  ports: Ports,
  acting: Acting,
  batchRef: string,
  personRef: PersonRef,
  ticketRef: TicketRef,
  working: boolean,
): Promise<BatchLine> {
  const person = await openPerson(ports, acting, personRef, { text: PURPOSES.CATCH_UP.nl });
  const line = (outcome: BatchLine["outcome"], reasons: readonly string[]): BatchLine => ({ personRef, outcome, reasons });
  if (person === null) return line("SKIPPED", ["person.unknown"]);
  const way = wayOf(ports, person, ticketRef, working);
  if (way === "ONE_BY_ONE") return line("ONE_BY_ONE", ["IND-16"]);
  const command = catchUpCommand(ports, personRef, ticketRef);
  const done = await actOnPerson(ports, acting, person, {
    version: person.version,
    commandId: `catch-up:${batchRef}:${personRef}`,
    asked: { ticketRef },
    commands: () => [command],
  });
  return done.ok ? line("GIVEN", []) : line("SKIPPED", done.error.map((one) => one.id).slice(0, 10));
}

export type CatchUpWay = "BATCH" | "ONE_BY_ONE" | "NONE";

/** OPEN-40: in bulk for job seekers, one by one for who works already. NONE: not in the backlog at all. */
export function wayOf(
  { law, clock }: Pick<Ports, "law" | "clock">,
  { state }: OpenedPerson,
  ticketRef: TicketRef,
  working: boolean,
): CatchUpWay {
  const ticket = state.tickets[ticketRef];
  if (ticket === undefined) return "NONE";
  const today = clock.today();
  const { appliedOn, grantedOn } = ticket;
  try {
    return new LawReading(law, today).rule("catchUpWay", {
      collectiveAdviceGiven: true,
      guidanceRequired: true,
      productivityLoss: 10_000,
      appliedOn,
      grantedOn,
      foundOn: grantedOn,
      assessedOn: today,
      inCollectiveWork: working,
    }) as CatchUpWay;
  } catch (error) {
    if (error instanceof Refusal) return "NONE";
    throw error;
  }
}

/** IND-16: whether a worker needs a new examination first; those indicated with ICF do not. */
export function examinationNeeded({ law, clock }: Pick<Ports, "law" | "clock">, icfIndicated: boolean): boolean {
  const facts = { inCollectiveWork: true, icfIndicated, holdsVopRight: false, holdsSineCard: false };
  return new LawReading(law, clock.today()).rule("examinationNeeded", facts) === true;
}

/** The collective ticket for which somebody still gets the double ticket; null when there is none. */
export function backlogTicket(ports: Pick<Ports, "law" | "clock">, person: OpenedPerson): TicketRef | null {
  const refs = Object.values(person.state.tickets)
    .filter((ticket) => ticket.type === "COLLECTIVE")
    .map((ticket) => ticket.ticketRef);
  return refs.find((ref) => decideAll(ports, person.state, [catchUpCommand(ports, person.personRef, ref)]).ok) ?? null;
}

/** One person, by hand: a worker in collective work, after a look at the file. */
export async function catchUpOne(
  ports: Ports,
  acting: Acting,
  person: OpenedPerson,
  meta: Meta,
): Promise<Result<number, readonly Reason[]>> {
  const ticketRef = backlogTicket(ports, person);
  const known = await ports.events.findCommand(meta.commandId);
  if (ticketRef === null && known === null) return fail([noPackageNow()]);
  return actOnPerson(ports, acting, person, {
    ...meta,
    asked: { catchUp: person.personRef },
    commands: () => [catchUpCommand(ports, person.personRef, ticketRef ?? newRef<TicketRef>())],
  });
}

function catchUpCommand({ clock }: Pick<Ports, "clock">, personRef: PersonRef, collectiveTicketRef: TicketRef): PersonCommand {
  const ticketRef = newRef<TicketRef>();
  return { type: "CatchUpDoubleTicket", personRef, collectiveTicketRef, ticketRef, on: clock.today() };
}
