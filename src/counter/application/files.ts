// The files of an enterprise as its own people see them: a list, and one file with its history. Nothing of a finding is ever read here.
import {
  type AccessPurpose,
  type AnyStoredEvent,
  type Application,
  evolveFile,
  type FileEvent,
  type FileState,
  NO_FILE,
  type Vault,
} from "../../dossier/index.ts";
import type { FileRef, PersonRef } from "../../kernel/index.ts";
import { fileNumber } from "../file-number.ts";
import type { Firm } from "../firm/firm.ts";
import type { Acting, Applying, CounterPorts, FileLine, FileListQuery } from "../ports.ts";

/** The worker by the words of who applied; of a file that was taken over from elsewhere, by the name in the records. */
export interface Worker {
  readonly given: string;
  readonly family: string;
  /** Null where the applicant's own words do not hold it. */
  readonly insz: string | null;
}

export interface ListedFile extends FileLine {
  readonly number: string;
  readonly worker: Worker | null;
}

/** The sides on which an enterprise applies: for its workers, and a self-employed person also for himself or herself. */
export async function applyingOf(ports: CounterPorts, acting: Acting, firm: Firm): Promise<readonly Applying[]> {
  const sides: Applying[] = firm.employerRef === null ? [] : [{ employerRef: firm.employerRef }];
  const self = await selfOf(ports, acting);
  return self === null ? sides : [...sides, { personRef: self }];
}

async function selfOf(ports: CounterPorts, acting: Acting): Promise<PersonRef | null> {
  if (acting.role !== "selfEmployed" || acting.insz === null) return null;
  return (await ports.vault.findByIdentifier("insz", acting.insz)) as PersonRef | null;
}

/** Newest first, with names. Opening names is written to each person's access log. */
export async function listFiles(
  ports: CounterPorts,
  acting: Acting,
  firm: Firm,
  query: FileListQuery,
): Promise<readonly ListedFile[]> {
  const sides = await applyingOf(ports, acting, firm);
  const lists = await Promise.all(sides.map((side) => ports.files.filesOf(side, query)));
  const lines = lists
    .flat()
    .sort((a, b) => (a.filedOn === b.filedOn ? (a.fileRef < b.fileRef ? 1 : -1) : a.filedOn < b.filedOn ? 1 : -1))
    .slice(0, query.limit);
  return Promise.all(
    lines.map(async (line) => ({
      ...line,
      number: fileNumber(line.fileRef),
      worker: await workerOf(ports, acting, line.personRef, line.fileRef, "Lijst van eigen dossiers aan het loket"),
    })),
  );
}

export interface OpenedFile {
  readonly fileRef: FileRef;
  readonly number: string;
  /** The number of events: the version that a command must build on. */
  readonly version: number;
  readonly state: FileState;
  readonly history: readonly (FileEvent & { readonly envelope: AnyStoredEvent["envelope"] })[];
  readonly worker: Worker | null;
  /** What the department asked last in its own words; null when it asked nothing, or it was erased. */
  readonly question: string | null;
}

/** Null when there is no such file, or when it is another's: the answer is the same. */
export async function openFile(ports: CounterPorts, acting: Acting, firm: Firm, fileRef: FileRef): Promise<OpenedFile | null> {
  const history = (await ports.events.read(fileRef)) as unknown as OpenedFile["history"];
  if (history.length === 0 || history[0]?.envelope.streamKind !== "file") return null;
  const state = history.reduce((folded, event) => evolveFile(folded, event), NO_FILE);
  const { application } = state;
  if (application === null) return null;
  const self = application.applicant === "SELF_EMPLOYED" ? await selfOf(ports, acting) : null;
  const theirs =
    application.applicant === "EMPLOYER"
      ? application.employerRef !== null && application.employerRef === firm.employerRef
      : self !== null && application.personRef === self;
  if (!theirs) return null;
  const number = fileNumber(fileRef);
  const worker = await workerOf(ports, acting, application.personRef, fileRef, `Aanvrager bekijkt dossier ${number}`);
  const question = await questionIn(ports, acting, application, history, `Aanvrager leest de vraag in dossier ${number}`);
  return { fileRef, number, version: history.length, state, history, worker, question };
}

/** Opened only while the answer is waited for. */
async function questionIn(
  ports: CounterPorts,
  acting: Acting,
  application: Application,
  history: OpenedFile["history"],
  purpose: string,
): Promise<string | null> {
  const asked = history.findLast((event) => event.type === "ApplicationCompletionRequested");
  if (application.state !== "INCOMPLETE" || asked?.type !== "ApplicationCompletionRequested" || asked.payload.note === null)
    return null;
  const reader = { actor: { role: acting.role, ref: acting.actorRef }, organisation: acting.organisation, purpose };
  const opened = await ports.vault.open(application.personRef, reader, ["question"]);
  const content = opened.find((one) => one.sealedRef === asked.payload.note)?.content as { text?: string } | undefined;
  return content?.text ?? null;
}

async function workerOf(
  ports: CounterPorts,
  acting: Acting,
  personRef: PersonRef,
  fileRef: FileRef,
  purpose: string,
): Promise<Worker | null> {
  const reader = { actor: { role: acting.role, ref: acting.actorRef }, organisation: acting.organisation, purpose };
  return declaredWorker(ports.vault, personRef, fileRef, reader);
}

/** The person of a file by the applicant's own words, else by the records. Reading is written to the person's access log. */
export async function declaredWorker(
  vault: Pick<Vault, "open">,
  personRef: PersonRef,
  fileRef: FileRef,
  reader: AccessPurpose,
): Promise<Worker | null> {
  const opened = await vault.open(personRef, reader, ["declared", "name"]);
  const declared = opened
    .map((one) => one.content as { fileRef?: string; given: string; family: string; insz?: string })
    .filter((one, at) => opened[at]?.kind === "declared" && one.fileRef === fileRef)
    .at(-1);
  if (declared !== undefined) return { given: declared.given, family: declared.family, insz: declared.insz ?? null };
  const name = opened.findLast((one) => one.kind === "name")?.content as { given?: string; family?: string } | undefined;
  return name === undefined ? null : { given: name.given ?? "", family: name.family ?? "", insz: null };
}
