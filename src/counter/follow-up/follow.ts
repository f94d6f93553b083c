// What follows an application: completion, withdrawal, changes, guide and plan, evaluation. One road for every command of an applicant.
import {
  decideFile,
  type FileCommand,
  type FileContext,
  NO_INDICATIONS,
  NO_SURROUNDINGS,
  type Reason,
  type SealRequest,
} from "../../dossier/index.ts";
import { fail, newRef, ok, type Result, type SealedRef } from "../../kernel/index.ts";
import type { OpenedFile } from "../application/files.ts";
import type { Firm } from "../firm/firm.ts";
import type { Acting, CounterPorts } from "../ports.ts";
import { changedMeanwhile, commandReused } from "../reasons.ts";

/** Seals what a person wrote or uploaded; gives the reference that an event may hold. */
export class Sealing {
  readonly items: SealRequest[] = [];

  seal(subjectRef: string, kind: string, content: unknown): SealedRef {
    const sealedRef = newRef<SealedRef>();
    this.items.push({ subjectRef, sealedRef, kind, content });
    return sealedRef;
  }
}

export interface Following {
  /** What the form or program had before it; another version means that somebody else was first. */
  readonly version: number;
  readonly commandId: string;
  readonly command: (sealing: Sealing) => FileCommand;
}

/** The new version of the file. */
export async function follow(
  ports: CounterPorts,
  acting: Acting,
  firm: Firm,
  file: OpenedFile,
  { version, commandId, command }: Following,
): Promise<Result<number, readonly Reason[]>> {
  const known = await ports.events.findCommand(commandId);
  if (known !== null) return ok(known.streams[0]?.toVersion ?? file.version);
  if (version !== file.version) return fail([changedMeanwhile()]);
  const sealing = new Sealing();
  const context = await contextOf(ports, firm, file);
  const decision = decideFile(ports.law, file.state, command(sealing), context);
  if (!decision.ok) return decision;
  const outcome = await ports.events.append("file", file.fileRef, file.version, decision.value, {
    actor: { role: acting.role, ref: acting.actorRef },
    commandId,
    sealed: sealing.items,
  });
  switch (outcome.outcome) {
    case "appended":
    case "repeated":
      return ok(outcome.result.streams[0]?.toVersion ?? file.version);
    case "commandIdReused":
      return fail([commandReused()]);
    case "conflict":
    case "identifierTaken":
      return fail([changedMeanwhile()]);
  }
}

/** What a decision on an existing file needs from around it; its own relation is open by definition, so it is left out. */
async function contextOf(ports: CounterPorts, firm: Firm, file: OpenedFile): Promise<FileContext> {
  const today = ports.clock.today();
  const { application } = file.state;
  const relation = application === null ? null : { employerRef: application.employerRef, personRef: application.personRef };
  const others = relation === null ? [] : await ports.relations.filesOfRelation(relation);
  return {
    today,
    indications: NO_INDICATIONS,
    takenOver: null,
    around: {
      ...NO_SURROUNDINGS,
      employer: firm.facts,
      registeredForImw: firm.registeredOn !== null,
      otherFiles: others.filter((one) => one.fileRef !== file.fileRef),
      insolvencySignal: firm.insolvencySignal,
    },
  };
}
