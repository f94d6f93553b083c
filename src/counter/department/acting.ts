// One step of the department on a file: built on the version that the form showed, done once, with its words sealed.
import {
  decideHandling,
  type FileCommand,
  type HandlingCommand,
  handlingRefOf,
  loadHandling,
  type Reason,
  type SealRequest,
  type StreamWrite,
} from "../../dossier/index.ts";
import { fail, ok, type Result, refOf, type SealedRef } from "../../kernel/index.ts";
import type { Acting } from "../ports.ts";
import { changedMeanwhile, commandReused } from "../reasons.ts";
import type { DeskFile } from "./file.ts";
import type { DepartmentPorts } from "./ports.ts";
import { refreshFile } from "./triage.ts";

/** What a form or a program sends with every step. */
export interface Sent {
  /** Number of events of the file that the sender saw. */
  readonly version: number;
  /** The same step sent twice is done once. */
  readonly commandId: string;
}

/** Seals words under references that follow from the command, so that the same command is the same again. */
export class CommandSealing {
  readonly items: SealRequest[] = [];
  readonly #commandId: string;

  constructor(commandId: string) {
    this.#commandId = commandId;
  }

  seal(subjectRef: string, kind: string, content: unknown): SealedRef {
    const sealedRef = refOf<SealedRef>({ of: "sealed", commandId: this.#commandId, kind, nth: this.items.length });
    this.items.push({ subjectRef, sealedRef, kind, content });
    return sealedRef;
  }
}

export interface Step {
  readonly command: (sealing: CommandSealing) => FileCommand;
  readonly switches?: Readonly<Record<string, string>>;
  /** What must stand in the handling stream together with the step. */
  readonly also?: readonly StreamWrite[];
}

/** A step in the file's own stream. Gives its new version. */
export async function takeStep(
  ports: DepartmentPorts,
  acting: Acting,
  file: DeskFile,
  { version, commandId }: Sent,
  step: Step,
): Promise<Result<number, readonly Reason[]>> {
  const known = await ports.events.findCommand(commandId);
  if (known === null && version !== file.version) return fail([changedMeanwhile()]);
  const sealing = new CommandSealing(commandId);
  const command = step.command(sealing);
  const handled = await ports.dossier.handle(command, {
    commandId,
    actor: { role: acting.role, ref: acting.actorRef },
    sealed: sealing.items,
    ...(known === null ? { expectedVersion: version } : {}),
    ...(step.switches === undefined ? {} : { switches: step.switches }),
    ...(step.also === undefined ? {} : { also: step.also }),
  });
  if (!handled.ok) return handled;
  await refreshFile(ports, file.fileRef);
  return ok(version + handled.value.events.length);
}

/** A step in the work on a file: assignment, note, proposal. It does not change the file itself. */
export async function handle(
  ports: DepartmentPorts,
  acting: Acting,
  file: DeskFile,
  commandId: string,
  command: (sealing: CommandSealing) => HandlingCommand,
): Promise<Result<true, readonly Reason[]>> {
  // Whoever else writes meanwhile is heard first; a few tries are enough for people.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const { state, version } = await loadHandling(ports.events, file.fileRef);
    const sealing = new CommandSealing(commandId);
    const wished = command(sealing);
    const known = await ports.events.findCommand(commandId);
    if (known !== null) return ok(true);
    const decision = decideHandling(state, wished, { today: ports.clock.today() });
    if (!decision.ok) return decision;
    if (decision.value.length === 0) return ok(true);
    const outcome = await ports.events.append("handling", handlingRefOf(file.fileRef), version, decision.value, {
      actor: { role: acting.role, ref: acting.actorRef },
      commandId,
      sealed: sealing.items,
    });
    if (outcome.outcome === "commandIdReused") return fail([commandReused()]);
    if (outcome.outcome === "appended" || outcome.outcome === "repeated") {
      await refreshFile(ports, file.fileRef);
      return ok(true);
    }
  }
  return fail([changedMeanwhile()]);
}

/** The write that closes a proposal together with the decision it was about. */
export async function closing(
  ports: DepartmentPorts,
  file: DeskFile,
  command: Extract<HandlingCommand, { type: "ConfirmProposal" }>,
): Promise<Result<StreamWrite, readonly Reason[]>> {
  const { state, version } = await loadHandling(ports.events, file.fileRef);
  const decision = decideHandling(state, command, { today: ports.clock.today() });
  if (!decision.ok) return decision;
  return ok({
    streamKind: "handling",
    streamRef: handlingRefOf(file.fileRef),
    expectedVersion: version,
    events: decision.value,
  });
}
