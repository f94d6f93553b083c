// An employer's file as VDAB needs it for an evaluation: the grant as it runs, what was asked, and by whom.
import {
  type AnyStoredEvent,
  evolveFile,
  type FileEvent,
  type FileState,
  LawReading,
  NO_FILE,
  percentageNow,
} from "../../dossier/index.ts";
import { type FileRef, type PersonRef, quarterOf, Refusal } from "../../kernel/index.ts";
import { fileNumber } from "../file-number.ts";
import type { Acting } from "../ports.ts";
import { type PersonName, readerOf, VDAB_NOTE } from "./person-file.ts";
import type { VdabPorts } from "./ports.ts";
import { PURPOSES } from "./purposes.ts";

export interface VdabFile {
  readonly fileRef: FileRef;
  readonly number: string;
  readonly version: number;
  readonly state: FileState;
  readonly history: readonly (FileEvent & { readonly envelope: AnyStoredEvent["envelope"] })[];
  readonly personRef: PersonRef;
  readonly worker: PersonName | null;
  /** Null for a self-employed person. */
  readonly employer: string | null;
  /** Percentage of the grant today, in whole percent; null where the law or the grant gives none. */
  readonly percentage: number | null;
  readonly written: ReadonlyMap<string, unknown>;
}

type Ports = Pick<VdabPorts, "law" | "clock" | "events" | "vault">;

/** Null when there is no such file. */
export async function openFileOfGrant(
  ports: Ports,
  acting: Acting,
  fileRef: FileRef,
  why: "EVALUATION" | "REVIEW",
): Promise<VdabFile | null> {
  const history = (await ports.events.read(fileRef)) as unknown as VdabFile["history"];
  if (history[0]?.envelope.streamKind !== "file") return null;
  const state = history.reduce((folded, event) => evolveFile(folded, event), NO_FILE);
  const { application, grant } = state;
  if (application === null) return null;
  const reader = readerOf(acting, PURPOSES[why].nl);
  const opened = await ports.vault.open(application.personRef, reader, ["name", "note", VDAB_NOTE]);
  const worker = opened.findLast((one) => one.kind === "name")?.content as PersonName | undefined;
  const employer = application.employerRef === null ? [] : await ports.vault.open(application.employerRef, reader, ["name"]);
  const today = ports.clock.today();
  let percentage: number | null = null;
  if (grant !== null) {
    try {
      percentage = percentageNow(new LawReading(ports.law, today), grant, quarterOf(today));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return {
    fileRef,
    number: fileNumber(fileRef),
    version: history.length,
    state,
    history,
    personRef: application.personRef,
    worker: worker ?? null,
    employer: (employer.at(-1)?.content as { name?: string } | undefined)?.name ?? null,
    percentage,
    written: new Map(opened.map((one) => [one.sealedRef, one.content])),
  };
}
