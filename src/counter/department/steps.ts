// The other steps of a handler: ask a completion, refuse, declare inadmissible, stop, hand over, write down, see changes, send back.
import type { Reason, StopReason } from "../../dossier/index.ts";
import type { PlainDate, Result } from "../../kernel/index.ts";
import type { Acting } from "../ports.ts";
import { type CommandSealing, handle, type Sent, takeStep } from "./acting.ts";
import type { DeskFile } from "./file.ts";
import type { DepartmentPorts } from "./ports.ts";

type Done = Promise<Result<unknown, readonly Reason[]>>;

/** Who acts on which file, with what the form sent. */
export interface At {
  readonly ports: DepartmentPorts;
  readonly acting: Acting;
  readonly file: DeskFile;
  readonly sent: Sent;
}

const personOf = (file: DeskFile): string => file.state.application?.personRef ?? "";

const words = (sealing: CommandSealing, file: DeskFile, kind: "question" | "motivation" | "caseNote", text: string) =>
  sealing.seal(personOf(file), kind, { fileRef: file.fileRef, text });

/** Dutch: aanvulling vragen. `answerBy` null: no day is asked, for no term of law is known. */
export function askCompletion(
  { ports, acting, file, sent }: At,
  asked: { readonly missing: readonly string[]; readonly question: string; readonly answerBy: PlainDate | null },
): Done {
  const { missing, question, answerBy } = asked;
  return takeStep(ports, acting, file, sent, {
    command: (sealing) => ({
      type: "RequestCompletion",
      fileRef: file.fileRef,
      on: ports.clock.today(),
      missing,
      note: question === "" ? null : words(sealing, file, "question", question),
      ...(answerBy === null ? {} : { answerBy }),
    }),
  });
}

export interface Refusing {
  /** Rulebook ids beside those that the assessment finds. */
  readonly grounds: readonly string[];
  readonly motivation: string;
}

/** Dutch: weigeren; every ground that the assessment finds is taken along. */
export function refuseApplication({ ports, acting, file, sent }: At, { grounds, motivation }: Refusing): Done {
  return takeStep(ports, acting, file, sent, {
    command: (sealing) => ({
      type: "RefuseApplication",
      fileRef: file.fileRef,
      on: ports.clock.today(),
      grounds,
      ...(motivation === "" ? {} : { motivation: words(sealing, file, "motivation", motivation) }),
    }),
  });
}

/** Dutch: onontvankelijk verklaren. */
export function declareInadmissible({ ports, acting, file, sent }: At, { grounds, motivation }: Refusing): Done {
  return takeStep(ports, acting, file, sent, {
    command: (sealing) => ({
      type: "DeclareInadmissible",
      fileRef: file.fileRef,
      on: ports.clock.today(),
      grounds,
      ...(motivation === "" ? {} : { motivation: words(sealing, file, "motivation", motivation) }),
    }),
  });
}

/** Dutch: stopzetten. */
export function stopGrant({ ports, acting, file, sent }: At, stop: { lastDay: PlainDate; reason: StopReason }): Done {
  return takeStep(ports, acting, file, sent, {
    command: () => ({ type: "StopGrant", fileRef: file.fileRef, on: ports.clock.today(), ...stop }),
  });
}

const byNow = ({ ports, acting, file }: At) => ({ fileRef: file.fileRef, on: ports.clock.today(), by: acting.actorRef });

/** Dutch: toewijzen. `handler` null: nobody in particular. */
export function assignFile(at: At, handler: string | null): Done {
  return handle(at.ports, at.acting, at.file, at.sent.commandId, () => ({ type: "AssignFile", ...byNow(at), handler }));
}

export function noteFile(at: At, text: string): Done {
  return handle(at.ports, at.acting, at.file, at.sent.commandId, (sealing) => ({
    type: "NoteFile",
    ...byNow(at),
    note: words(sealing, at.file, "caseNote", text),
  }));
}

/** Every change that was reported up to what was seen was looked at: nothing that is still to come. */
export function seeChanges(at: At): Done {
  return handle(at.ports, at.acting, at.file, at.sent.commandId, () => ({
    type: "SeeChanges",
    ...byNow(at),
    upTo: Math.min(at.sent.version, at.file.version),
  }));
}

export function sendBack(at: At, proposalRef: string, reason: string): Done {
  return handle(at.ports, at.acting, at.file, at.sent.commandId, (sealing) => ({
    type: "SendBackProposal",
    ...byNow(at),
    proposalRef,
    reason: words(sealing, at.file, "motivation", reason),
  }));
}
