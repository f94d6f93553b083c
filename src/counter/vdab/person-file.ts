// A person's file as VDAB reads it: state, history and what was written; opening it is logged with its purpose, for the person to see.
import {
  type AccessPurpose,
  type AnyStoredEvent,
  evolvePerson,
  NO_PERSON,
  type PersonEvent,
  type PersonState,
} from "../../dossier/index.ts";
import type { PersonRef, PlainDate } from "../../kernel/index.ts";
import type { Acting } from "../ports.ts";
import type { VdabPorts } from "./ports.ts";
import { LIST_PURPOSES, PURPOSES, type Purpose } from "./purposes.ts";

/** Kinds of personal data that only VDAB and the person open. */
export const VDAB_NOTE = "vdabNote";
export const VDAB_EVIDENCE = "vdabEvidence";
export const VDAB_EVIDENCE_LABEL = "vdabEvidenceLabel";
export const ICF_ADVICE = "icfAdvice";

export interface PersonName {
  readonly given: string;
  readonly family: string;
}

export interface OpenedPerson {
  readonly personRef: PersonRef;
  /** Number of events: the version that a command must build on. */
  readonly version: number;
  readonly state: PersonState;
  readonly history: readonly (PersonEvent & { readonly envelope: AnyStoredEvent["envelope"] })[];
  /** Null after erasure. */
  readonly name: PersonName | null;
  readonly insz: string | null;
  readonly bornOn: PlainDate | null;
  /** What was written or labelled, by the reference in the events. */
  readonly written: ReadonlyMap<string, unknown>;
}

type Ports = Pick<VdabPorts, "events" | "vault">;

export function readerOf(acting: Acting, purpose: string): AccessPurpose {
  return { actor: { role: acting.role, ref: acting.actorRef }, organisation: acting.organisation, purpose };
}

/** Null when there is no such person. */
export async function openPerson(
  ports: Ports,
  acting: Acting,
  personRef: PersonRef,
  why: Purpose | { readonly text: string },
): Promise<OpenedPerson | null> {
  const history = (await ports.events.read(personRef)) as unknown as OpenedPerson["history"];
  if (history[0]?.envelope.streamKind !== "person") return null;
  const purpose = typeof why === "string" ? PURPOSES[why].nl : why.text;
  const kinds = ["name", "insz", VDAB_NOTE, VDAB_EVIDENCE_LABEL, ICF_ADVICE];
  const opened = await ports.vault.open(personRef, readerOf(acting, purpose), kinds);
  const last = <T>(kind: string) => opened.findLast((one) => one.kind === kind)?.content as Partial<T> | undefined;
  const name = last<PersonName>("name");
  const number = last<{ insz: string; bornOn: PlainDate | null }>("insz");
  return {
    personRef,
    version: history.length,
    state: history.reduce((folded, event) => evolvePerson(folded, event), NO_PERSON),
    history,
    name: name === undefined ? null : { given: name.given ?? "", family: name.family ?? "" },
    insz: number?.insz ?? null,
    bornOn: number?.bornOn ?? null,
    written: new Map(opened.map((one) => [one.sealedRef, one.content])),
  };
}

/** The text of a reason or note; null when there is none or it was erased. */
export function noteOf(person: Pick<OpenedPerson, "written">, ref: string | null | undefined): string | null {
  const content = ref == null ? undefined : (person.written.get(ref) as { text?: string } | undefined);
  return content?.text ?? null;
}

export interface EvidenceLabel {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

export const labelOfEvidence = (person: Pick<OpenedPerson, "written">, ref: string): EvidenceLabel | null =>
  (person.written.get(ref) as EvidenceLabel | undefined) ?? null;

/** One file of evidence, opened by itself and logged by itself. Null when it is not this person's evidence. */
export async function openVdabEvidence(
  ports: Ports,
  acting: Acting,
  personRef: PersonRef,
  evidenceRef: string,
  purpose: string,
): Promise<(EvidenceLabel & { readonly bytes: Uint8Array }) | null> {
  const found = await ports.vault.openOne(personRef, readerOf(acting, purpose), evidenceRef);
  if (found === null || found.kind !== VDAB_EVIDENCE) return null;
  const { base64, ...label } = found.content as EvidenceLabel & { base64: string };
  return { ...label, bytes: new Uint8Array(Buffer.from(base64, "base64")) };
}

/** Names for a list; each opening is logged. */
export async function namesOf(
  ports: Pick<VdabPorts, "vault">,
  acting: Acting,
  refs: readonly PersonRef[],
  why: keyof typeof LIST_PURPOSES,
): Promise<ReadonlyMap<PersonRef, PersonName>> {
  const opened = await ports.vault.openAll([...new Set(refs)], readerOf(acting, LIST_PURPOSES[why].nl), ["name"]);
  return new Map(
    [...opened].flatMap(([ref, contents]) => {
      const name = contents.at(-1)?.content as Partial<PersonName> | undefined;
      return name === undefined
        ? []
        : [[ref as string as PersonRef, { given: name.given ?? "", family: name.family ?? "" }] as const];
    }),
  );
}
