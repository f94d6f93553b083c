// One file as the department opens it: who it is about, what happened, and the work on it. Opening is written to the person's access log.
import {
  type AnyStoredEvent,
  evolveFile,
  type FileEvent,
  type FileState,
  type Handling,
  loadHandling,
  NO_FILE,
} from "../../dossier/index.ts";
import type { FileRef } from "../../kernel/index.ts";
import { fileNumber } from "../file-number.ts";
import type { Acting } from "../ports.ts";
import type { DepartmentPorts } from "./ports.ts";

export interface DeskNote {
  readonly on: string;
  readonly by: string;
  /** Null when it was erased. */
  readonly text: string | null;
}

export interface DeskFile {
  readonly fileRef: FileRef;
  readonly number: string;
  /** The number of events: the version that a decision must build on. */
  readonly version: number;
  readonly state: FileState;
  readonly history: readonly (FileEvent & { readonly envelope: AnyStoredEvent["envelope"] })[];
  readonly handling: Handling;
  readonly handlingVersion: number;
  readonly handlingHistory: Awaited<ReturnType<typeof loadHandling>>["history"];
  readonly person: { readonly given: string; readonly family: string; readonly insz: string | null } | null;
  readonly firm: { readonly name: string; readonly kbo: string | null } | null;
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string } | null;
  /** What people wrote in this file, by the reference that events hold. */
  readonly texts: ReadonlyMap<string, { readonly kind: string; readonly content: unknown }>;
}

/** What was written in a file, beside evidence, which is opened one by one. */
const TEXTS = ["caseNote", "motivation", "question", "answer", "note"] as const;

/** @param purpose - Why it is opened, as the person will read it. */
export async function openDeskFile(
  ports: DepartmentPorts,
  acting: Acting,
  fileRef: FileRef,
  purpose: string,
): Promise<DeskFile | null> {
  const history = (await ports.events.read(fileRef)) as unknown as DeskFile["history"];
  if (history[0]?.envelope.streamKind !== "file") return null;
  const state = history.reduce((folded, event) => evolveFile(folded, event), NO_FILE);
  const { application } = state;
  if (application === null) return null;
  const number = fileNumber(fileRef);
  const reader = {
    actor: { role: acting.role, ref: acting.actorRef },
    organisation: acting.organisation,
    purpose: `${purpose} ${number}`,
  };
  const { employerRef, personRef } = application;
  const [handling, ofPerson, ofFirm] = await Promise.all([
    loadHandling(ports.events, fileRef),
    ports.vault.open(personRef, reader, ["name", "insz", "declared", "contact", ...TEXTS]),
    employerRef === null ? [] : ports.vault.open(employerRef, reader, ["name", "kbo", "contact", "note"]),
  ]);
  const last = <T>(opened: typeof ofPerson, kind: string): T | null =>
    (opened.findLast((one) => one.kind === kind && isOf(one.content, fileRef))?.content as T | undefined) ?? null;
  const name =
    last<{ given?: string; family?: string }>(ofPerson, "name") ??
    last<{ given?: string; family?: string }>(ofPerson, "declared");
  const texts = [...ofPerson, ...ofFirm].filter((one) => (TEXTS as readonly string[]).includes(one.kind));
  return {
    fileRef,
    number,
    version: history.length,
    state,
    history,
    handling: handling.state,
    handlingVersion: handling.version,
    handlingHistory: handling.history,
    person:
      name === null
        ? null
        : { given: name.given ?? "", family: name.family ?? "", insz: last<{ insz?: string }>(ofPerson, "insz")?.insz ?? null },
    firm:
      employerRef === null
        ? null
        : { name: last<{ name?: string }>(ofFirm, "name")?.name ?? "", kbo: last<{ kbo?: string }>(ofFirm, "kbo")?.kbo ?? null },
    contact: last(employerRef === null ? ofPerson : ofFirm, "contact"),
    texts: new Map(texts.map((one) => [one.sealedRef, { kind: one.kind, content: one.content }])),
  };
}

/** What was sealed for one file says which; a name or number belongs to the subject in every file. */
function isOf(content: unknown, fileRef: FileRef): boolean {
  const of = (content as { fileRef?: string } | null)?.fileRef;
  return of === undefined || of === fileRef;
}

/** The words behind a reference of an event; null when there are none or they were erased. */
export function textOf(file: DeskFile, ref: string | null | undefined): string | null {
  const content = ref == null ? undefined : file.texts.get(ref)?.content;
  const text = (content as { text?: unknown } | undefined)?.text;
  return typeof text === "string" ? text : null;
}

export interface DeskEvidence {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** One piece of evidence of the file; null when it is not of this file. */
export async function openEvidence(
  ports: DepartmentPorts,
  acting: Acting,
  file: DeskFile,
  sealedRef: string,
): Promise<DeskEvidence | null> {
  const { application } = file.state;
  if (application === null || !(application.evidence as readonly string[]).includes(sealedRef)) return null;
  const reader = {
    actor: { role: acting.role, ref: acting.actorRef },
    organisation: acting.organisation,
    purpose: `Bewijsstuk van dossier ${file.number}`,
  };
  const opened = await ports.vault.open(application.personRef, reader, ["evidence"]);
  const content = opened.find((one) => one.sealedRef === sealedRef)?.content as
    | { name: string; type: string; base64: string }
    | undefined;
  if (content === undefined) return null;
  return { name: content.name, type: content.type, bytes: new Uint8Array(Buffer.from(content.base64, "base64")) };
}
