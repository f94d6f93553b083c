// Every release once more: kept files against their hashes, and what can be computed against the records, byte for byte.
import type { Instant } from "../../kernel/index.ts";
import { lawAsFrozen, legalMoved, type ReleaseFlaw, verifyRelease } from "../../statistics/index.ts";
import { computeDraft } from "./draft.ts";
import { computedFilesOf } from "./files.ts";
import type { FiguresPorts } from "./ports.ts";
import { foldReleases, type ReleaseState } from "./release-state.ts";

export interface Verified {
  readonly releaseRef: string;
  readonly name: string;
  readonly revision: number;
  readonly releasedAt: Instant;
  readonly files: number;
  readonly computed: number;
  readonly flaws: readonly ReleaseFlaw[];
  /** Events that the records hold at the release's moment, when that is no longer what was frozen. */
  readonly moved: { readonly frozen: number; readonly now: number } | null;
  /** The law differs now, in version, values or readings; the figures are computed under that of then. */
  readonly lawMoved: boolean;
  /** Why the question cannot be computed any more; null when it can. */
  readonly notComputed: string | null;
}

export async function verifyReleases(ports: FiguresPorts, name: string | null = null): Promise<readonly Verified[]> {
  const states = foldReleases(await ports.publications.all());
  const wanted = states.filter((state) => state.status === "RELEASED" && (name === null || state.name === name));
  const found: Verified[] = [];
  for (const state of wanted) found.push(await verifyOne(ports, state));
  return found;
}

async function verifyOne(ports: FiguresPorts, state: ReleaseState): Promise<Verified> {
  const manifest = state.manifest!;
  const kept = Object.fromEntries((await ports.publications.files(state.releaseRef)).map((file) => [file.name, file.body]));
  const { legal } = manifest;
  // Under the law of then: what the figures leaned on is what the release froze, whatever the law says by now.
  const under = legal === undefined ? ports : { ...ports, law: lawAsFrozen(ports.law, legal) };
  const computed = await computeDraft(under, state);
  // The law that was frozen is part of the value; whether today's is another is said apart.
  const asFrozen = computed.ok
    ? {
        ...computed.value,
        publication: { ...computed.value.publication, law: manifest.law },
        answer: computed.value.answer === null ? null : { ...computed.value.answer, law: manifest.law },
      }
    : null;
  const position = await ports.publications.position(manifest.knownAt);
  return {
    releaseRef: state.releaseRef,
    name: state.name,
    revision: state.revision,
    releasedAt: manifest.releasedAt,
    files: Object.keys(manifest.files).length,
    computed: Object.values(manifest.files).filter((file) => file.kind === "computed").length,
    flaws: verifyRelease(manifest, kept, asFrozen === null ? undefined : computedFilesOf(asFrozen)),
    moved: position === manifest.position ? null : { frozen: manifest.position, now: position },
    lawMoved:
      manifest.law.parameters !== ports.law.parametersHash ||
      manifest.law.version !== ports.law.version ||
      (legal !== undefined && legalMoved(ports.law, legal)),
    notComputed: computed.ok ? null : reasonOf(computed.error),
  };
}

function reasonOf(error: Extract<Awaited<ReturnType<typeof computeDraft>>, { ok: false }>["error"]): string {
  const problems = error.kind === "source" ? error.issues.map((issue) => issue.problem) : error.problems;
  return problems.map((one) => one.message.en).join(" ");
}

export function isSound(verified: Verified): boolean {
  return verified.flaws.length === 0 && verified.notComputed === null;
}
