// Makes the letter that follows from a recorded event: reads what is needed, composes the document, makes its PDF. Keeps nothing itself.
import type {
  AccessPurpose,
  AnyStoredEvent,
  ApplicationFacts,
  FileEvent,
  PersonEvent,
  TransitionEvent,
} from "../../dossier/index.ts";
import { asRef, brusselsDate, type FileRef, formatKbo, type Instant, isKbo, newRef } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import { checkPdf, composeLetter, LETTER_KINDS, type Party, renderPdf } from "../../letters/index.ts";
import { declaredWorker } from "../application/files.ts";
import { fileNumber } from "../file-number.ts";
import { endedRightLetter } from "./ended-right-letter.ts";
import { fileLetter } from "./file-letters.ts";
import { personLetter } from "./person-letters.ts";
import type { LetterPlan } from "./plan.ts";
import type { LetterSources, NewLetter } from "./ports.ts";
import { rightLetter } from "./right-letters.ts";

/** Written to the access log of everybody whose data a letter holds. */
const WRITER: AccessPurpose = { actor: { role: "system", ref: "letters" }, organisation: "", purpose: "Brief opmaken" };

export interface EventPlace {
  readonly streamRef: string;
  readonly version: number;
  /** False for letters about a history that was carried over: shown, not sent. */
  readonly deliver: boolean;
}

/** Null when no letter follows from the event. The same event gives the same document, byte for byte, as long as the records do. */
export async function letterOfEvent(sources: LetterSources, place: EventPlace): Promise<NewLetter | null> {
  const all = await sources.events.read(place.streamRef);
  const events = all.slice(0, place.version);
  const event = events.at(-1);
  if (event === undefined || event.envelope.version !== place.version) return null;
  const plan = await planOf(sources, place.streamRef, all, events, event);
  if (plan === null) return null;
  return madeLetter(sources, plan, {
    source: `event ${place.streamRef} ${place.version}`,
    reference:
      plan.fileRef === null
        ? streamNumber(place, event.envelope.streamKind === "right" ? "OUD" : "TOM")
        : `${fileNumber(asRef<FileRef>(plan.fileRef))}/${place.version}`,
    at: event.envelope.recordedAt,
    deliver: place.deliver,
  });
}

async function planOf(
  sources: LetterSources,
  streamRef: string,
  all: readonly AnyStoredEvent[],
  events: readonly AnyStoredEvent[],
  event: AnyStoredEvent,
): Promise<LetterPlan | null> {
  switch (event.envelope.streamKind) {
    case "file":
      return planOfFile(sources, streamRef, events, event);
    case "person":
      return planOfPerson(sources, streamRef, all, events, event);
    case "right":
      return planOfRight(sources, streamRef, all, events, event);
    default:
      return null;
  }
}

interface Issue {
  readonly source: string;
  readonly reference: string;
  /** The moment that the letter is about; its date. */
  readonly at: AnyStoredEvent["envelope"]["recordedAt"];
  readonly deliver: boolean;
}

/** Composes and renders a plan. Also for letters that follow from payment and not from an event. */
export async function madeLetter(sources: LetterSources, plan: LetterPlan, issue: Issue): Promise<NewLetter> {
  const { issuer, audience } = LETTER_KINDS[plan.kind];
  const dated = brusselsDate(issue.at);
  const document = composeLetter({
    kind: plan.kind,
    reference: issue.reference,
    date: dated,
    createdAt: issue.at,
    to: await partyOf(sources, plan),
    synthetic: sources.synthetic,
    ...plan.slots,
  });
  const pdf = renderPdf(document);
  // A letter that some cannot read is not sent: the job fails, and people see why.
  const flaws = checkPdf(pdf, document);
  if (flaws.length > 0) throw new Error(`The PDF of a ${plan.kind} letter ${flaws.join(", ")}`);
  const { kind, subjects, fileRef, personRef, employerRef, aboutRef } = plan;
  return {
    source: issue.source,
    letterRef: newRef(),
    kind,
    issuer,
    audience,
    reference: issue.reference,
    dated,
    fileRef,
    personRef,
    employerRef,
    aboutRef,
    document,
    pdf,
    subjects,
    deliver: issue.deliver,
  };
}

async function planOfFile(
  sources: LetterSources,
  fileRef: string,
  events: readonly AnyStoredEvent[],
  event: AnyStoredEvent,
): Promise<LetterPlan | null> {
  const filed = events[0] as unknown as FileEvent | undefined;
  if (filed?.type !== "ApplicationFiled") return null;
  const { personRef, employerRef } = filed.payload;
  const { recordedAt } = event.envelope;
  const attests = employerRef === null ? [] : await sources.attestsOf({ employerRef, personRef }, recordedAt);
  const said = event.payload as { readonly note?: string | null; readonly motivation?: string | null };
  const saidRef = WITH_WORDS.has(event.type) ? (said.note ?? said.motivation ?? null) : null;
  return fileLetter({
    law: lawOf(sources, recordedAt),
    events: events as unknown as readonly FileEvent[],
    fileRef,
    worker: await workerOfFile(sources, fileRef, filed.payload),
    note: saidRef === null ? null : await noteOf(sources, [personRef, employerRef], saidRef),
    attests,
    on: brusselsDate(event.envelope.recordedAt),
  });
}

/** Events with which the department writes a few words to the applicant. A grant's reason stays in the file. */
const WITH_WORDS: ReadonlySet<string> = new Set([
  "ApplicationCompletionRequested",
  "ApplicationRefused",
  "ApplicationInadmissible",
]);

/** The worker as the applicant knows her or him; empty for a self-employed person. */
export async function workerOfFile(
  { vault }: LetterSources,
  fileRef: string,
  { applicant, personRef }: Pick<ApplicationFacts, "applicant" | "personRef">,
): Promise<string> {
  if (applicant === "SELF_EMPLOYED") return "";
  return nameOf(await declaredWorker(vault, personRef, asRef<FileRef>(fileRef), WRITER)) || "de werknemer";
}

/** The law as it was known on the day of the event: a letter says nothing that could not be known when it was decided. */
function lawOf({ law, clock }: LetterSources, at: Instant): Law {
  const day = brusselsDate(at);
  return day < clock.today() ? law.asKnownOn(day) : law;
}

function planOfPerson(
  sources: LetterSources,
  personRef: string,
  all: readonly AnyStoredEvent[],
  events: readonly AnyStoredEvent[],
  event: AnyStoredEvent,
): LetterPlan | null {
  const told = (each: AnyStoredEvent) => ({ ...(each as unknown as PersonEvent), commandId: each.envelope.commandId });
  const after = sameCommandAfter(all, events, event);
  return personLetter({
    law: lawOf(sources, event.envelope.recordedAt),
    events: events.map(told),
    sameCommand: after.map(told),
    personRef,
    on: brusselsDate(event.envelope.recordedAt),
  });
}

/** What the same command recorded after the event. */
function sameCommandAfter(all: readonly AnyStoredEvent[], events: readonly AnyStoredEvent[], event: AnyStoredEvent) {
  return all.slice(events.length).filter((each) => each.envelope.commandId === event.envelope.commandId);
}

/** The employer knows the worker by name: it stands on the list that the right came from. */
async function planOfRight(
  sources: LetterSources,
  rightRef: string,
  all: readonly AnyStoredEvent[],
  events: readonly AnyStoredEvent[],
  event: AnyStoredEvent,
): Promise<LetterPlan | null> {
  const told = events as unknown as readonly TransitionEvent[];
  const recorded = told[0];
  const personRef = recorded?.type === "OldRightRecorded" ? recorded.payload.personRef : null;
  const opened = personRef === null ? [] : await sources.vault.open(personRef, WRITER, ["name"]);
  const worker = nameOf(opened.at(-1)?.content as { given?: string; family?: string } | undefined);
  const { recordedAt } = event.envelope;
  const one = { law: lawOf(sources, recordedAt), events: told, rightRef, worker };
  const sameCommand = sameCommandAfter(all, events, event) as unknown as readonly TransitionEvent[];
  return rightLetter(one) ?? endedRightLetter({ ...one, sameCommand, on: brusselsDate(recordedAt) });
}

const nameOf = (one: { readonly given?: string; readonly family?: string } | null | undefined) =>
  `${one?.given ?? ""} ${one?.family ?? ""}`.trim();

interface Address {
  readonly street?: string;
  readonly postcode?: string;
  readonly municipality?: string;
}

/** Name and address of who gets the letter, as sealed last. */
async function partyOf({ vault }: LetterSources, plan: LetterPlan): Promise<Party> {
  const opened = await vault.open(plan.recipient, WRITER, ["name", "address", "kbo"]);
  const last = <T>(kind: string) => opened.findLast((one) => one.kind === kind)?.content as T | undefined;
  const name = last<{ name?: string; given?: string; family?: string }>("name");
  const address = last<Address>("address");
  const kbo = last<{ kbo?: string }>("kbo")?.kbo;
  const lines = [
    address?.street ?? "",
    `${address?.postcode ?? ""} ${address?.municipality ?? ""}`.trim(),
    isKbo(kbo) ? `Ondernemingsnummer ${formatKbo(kbo)}` : "",
  ];
  const fallback =
    plan.fileRef === null ? "Aan de betrokkene" : `Aan de aanvrager van dossier ${fileNumber(asRef<FileRef>(plan.fileRef))}`;
  return { name: name?.name ?? (nameOf(name) || fallback), lines: lines.filter((line) => line !== "") };
}

/** Free text that was sealed with the person or with the enterprise. */
async function noteOf({ vault }: LetterSources, subjects: readonly (string | null)[], sealedRef: string): Promise<string | null> {
  for (const subject of subjects) {
    if (subject === null) continue;
    const found = (await vault.open(subject, WRITER)).find((one) => one.sealedRef === sealedRef);
    if (found === undefined) continue;
    const { content } = found;
    if (typeof content === "string") return content;
    const said = content as { text?: unknown; note?: unknown } | null;
    return String(said?.text ?? said?.note ?? "") || null;
  }
  return null;
}

/** A number for letters that have no file number of an application: about a person's tickets, or about an older right. */
function streamNumber({ streamRef, version }: EventPlace, of: "TOM" | "OUD"): string {
  const digits = streamRef.replaceAll("-", "").slice(0, 8).toUpperCase();
  return `${of}-${digits.slice(0, 4)}-${digits.slice(4)}/${version}`;
}
