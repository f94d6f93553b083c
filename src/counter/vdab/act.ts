// One road for every command on a person's or a file's stream: what was read is what is built on, once per command id.
import {
  type AnyEvent,
  decideFile,
  decidePerson,
  evolveFile,
  evolvePerson,
  type FileCommand,
  type LookupRequest,
  NO_INDICATIONS,
  NO_SURROUNDINGS,
  type PersonCommand,
  type PersonState,
  type Reason,
} from "../../dossier/index.ts";
import { fail, hashOf, ok, type Result } from "../../kernel/index.ts";
import { Sealing } from "../follow-up/follow.ts";
import type { Acting } from "../ports.ts";
import { changedMeanwhile, commandReused } from "../reasons.ts";
import type { VdabFile } from "./file.ts";
import type { OpenedPerson } from "./person-file.ts";
import type { VdabPorts } from "./ports.ts";

type Ports = Pick<VdabPorts, "law" | "clock" | "events">;

export interface Act<Command> {
  /** What the form or program had before it; another version means that somebody else was first. */
  readonly version: number;
  readonly commandId: string;
  /** What was asked, as plain JSON: the same id for something else is refused. */
  readonly asked: unknown;
  /** In order; each is decided on what the ones before it brought, and all are written or none. */
  readonly commands: (sealing: Sealing) => readonly Command[];
}

/** What the commands would bring, without writing. */
export function decideAll(
  ports: Pick<VdabPorts, "law" | "clock">,
  state: PersonState,
  commands: readonly PersonCommand[],
): Result<readonly AnyEvent[], readonly Reason[]> {
  const context = { today: ports.clock.today() };
  let now = state;
  const events: AnyEvent[] = [];
  for (const command of commands) {
    const decision = decidePerson(ports.law, now, command, context);
    if (!decision.ok) return decision;
    events.push(...decision.value);
    now = decision.value.reduce(evolvePerson, now);
  }
  return ok(events);
}

/** The new version of the person's stream. */
export function actOnPerson(
  ports: Ports,
  acting: Acting,
  person: Pick<OpenedPerson, "personRef" | "version" | "state">,
  act: Act<PersonCommand>,
  lookups: readonly LookupRequest[] = [],
): Promise<Result<number, readonly Reason[]>> {
  const decide = (sealing: Sealing) => decideAll(ports, person.state, act.commands(sealing));
  return append(ports, acting, { kind: "person", ref: person.personRef, version: person.version }, act, decide, lookups);
}

/** The new version of the file's stream. */
export function actOnFile(
  ports: Ports,
  acting: Acting,
  file: Pick<VdabFile, "fileRef" | "version" | "state">,
  act: Act<FileCommand>,
): Promise<Result<number, readonly Reason[]>> {
  const context = { today: ports.clock.today(), indications: NO_INDICATIONS, takenOver: null, around: NO_SURROUNDINGS };
  const decide = (sealing: Sealing): Result<readonly AnyEvent[], readonly Reason[]> => {
    let now = file.state;
    const events: AnyEvent[] = [];
    for (const command of act.commands(sealing)) {
      const decision = decideFile(ports.law, now, command, context);
      if (!decision.ok) return decision;
      events.push(...decision.value);
      now = decision.value.reduce(evolveFile, now);
    }
    return ok(events);
  };
  return append(ports, acting, { kind: "file", ref: file.fileRef, version: file.version }, act, decide, []);
}

interface Stream {
  readonly kind: "person" | "file";
  readonly ref: string;
  readonly version: number;
}

async function append(
  ports: Ports,
  acting: Acting,
  stream: Stream,
  { version, commandId, asked }: Pick<Act<never>, "version" | "commandId" | "asked">,
  decide: (sealing: Sealing) => Result<readonly AnyEvent[], readonly Reason[]>,
  lookups: readonly LookupRequest[],
): Promise<Result<number, readonly Reason[]>> {
  const fingerprint = hashOf({ stream: stream.ref, asked });
  const known = await ports.events.findCommand(commandId);
  if (known !== null) {
    if (known.fingerprint !== fingerprint) return fail([commandReused()]);
    return ok(known.streams[0]?.toVersion ?? stream.version);
  }
  if (version !== stream.version) return fail([changedMeanwhile()]);
  const sealing = new Sealing();
  const decision = decide(sealing);
  if (!decision.ok) return decision;
  const outcome = await ports.events.append(stream.kind, stream.ref, stream.version, decision.value, {
    actor: { role: acting.role, ref: acting.actorRef },
    commandId,
    fingerprint,
    sealed: sealing.items,
    lookups,
  });
  switch (outcome.outcome) {
    case "appended":
    case "repeated":
      return ok(outcome.result.streams[0]?.toVersion ?? stream.version);
    case "commandIdReused":
      return fail([commandReused()]);
    case "conflict":
    case "identifierTaken":
      return fail([changedMeanwhile()]);
  }
}
