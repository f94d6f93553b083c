// Folds a stream from the event store into its state.
import type { EmployerEvent, FileEvent, PersonEvent, RightEvent } from "../events.ts";
import { evolveFile, type FileState, NO_FILE } from "../file.ts";
import { evolvePerson, NO_PERSON, type PersonState } from "../person.ts";
import type { EventStore } from "../ports.ts";
import { type EmployerState, evolveEmployer, NO_EMPLOYER } from "../registration/state.ts";
import { evolveOldRight, type OldRight } from "../transition/state.ts";

export interface Loaded<State> {
  readonly state: State;
  readonly version: number;
}

export class StreamLoader {
  private readonly events: EventStore;

  constructor(events: EventStore) {
    this.events = events;
  }

  person = (ref: string): Promise<Loaded<PersonState>> => this.load<PersonState, PersonEvent>(ref, NO_PERSON, evolvePerson);
  employer = (ref: string): Promise<Loaded<EmployerState>> =>
    this.load<EmployerState, EmployerEvent>(ref, NO_EMPLOYER, evolveEmployer);
  file = (ref: string): Promise<Loaded<FileState>> => this.load<FileState, FileEvent>(ref, NO_FILE, evolveFile);
  /** The reference of anything else is no right. */
  right = (ref: string): Promise<Loaded<OldRight | null>> =>
    this.load<OldRight | null, RightEvent>(ref, null, (right, event) =>
      right === null && event.type !== "OldRightRecorded" ? null : evolveOldRight(right, event),
    );

  private async load<State, Event>(
    ref: string,
    initial: State,
    evolve: (state: State, event: Event) => State,
  ): Promise<Loaded<State>> {
    const events = await this.events.read(ref);
    return { state: events.reduce((held, event) => evolve(held, event as Event), initial), version: events.length };
  }
}
