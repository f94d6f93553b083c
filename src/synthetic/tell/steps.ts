// A life as a list of steps in order of recording; each step runs one command of the dossier and keeps what it decides.
import type { Actor, AnyEvent, BulkStream, Decision, StreamKind } from "../../dossier/index.ts";
import type { Instant, PlainDate, Problem } from "../../kernel/index.ts";
import { dayOfMoment } from "../calendar.ts";
import { type Rng, seededUuid } from "../rng.ts";

/** What went wrong when the rules refused something that was planned: a fault of this room, never skipped in silence. */
export class RefusedByTheLaw extends Error {
  readonly problems: readonly Problem[];

  constructor(what: string, problems: readonly Problem[]) {
    super(`${what} was refused: ${problems.map((one) => `${one.id} (${one.message.en})`).join("; ")}`);
    this.name = "RefusedByTheLaw";
    this.problems = problems;
  }
}

/** One stream being told: its state, folded from what was decided so far, and its batches. */
export class StreamTeller<State, Event extends AnyEvent> {
  state: State;
  readonly ref: string;
  private readonly kind: StreamKind;
  private readonly evolve: (state: State, event: Event) => State;
  private readonly batches: { recordedAt: Instant; actor: Actor; commandId: string; events: readonly AnyEvent[] }[] = [];

  constructor(kind: StreamKind, ref: string, start: State, evolve: (state: State, event: Event) => State) {
    this.kind = kind;
    this.ref = ref;
    this.state = start;
    this.evolve = evolve;
  }

  /** Takes the events of a decision; a refusal throws. */
  take(rng: Rng, at: Instant, actor: Actor, what: string, decision: Decision): void {
    if (!decision.ok) throw new RefusedByTheLaw(`${what} in ${this.kind} ${this.ref} on ${at}`, decision.error);
    if (decision.value.length === 0) return;
    for (const event of decision.value) this.state = this.evolve(this.state, event as unknown as Event);
    this.batches.push({ recordedAt: at, actor, commandId: seededUuid(rng), events: decision.value });
  }

  /** The stream as it goes to the store; null when nothing was decided. */
  stream(): BulkStream | null {
    if (this.batches.length === 0) return null;
    return { streamKind: this.kind, streamRef: this.ref, batches: this.batches };
  }
}

export interface Step {
  readonly at: Instant;
  readonly run: (at: Instant, today: PlainDate) => void;
}

/** Runs steps in order of recording, those of one moment in the order given, and leaves out what lies after `until`. */
export function runInOrder(steps: readonly Step[], until: Instant): void {
  const ordered = steps
    .map((step, place) => ({ step, place }))
    .filter(({ step }) => step.at <= until)
    .sort((a, b) => (a.step.at < b.step.at ? -1 : a.step.at > b.step.at ? 1 : a.place - b.place));
  for (const { step } of ordered) step.run(step.at, dayOfMoment(step.at));
}
