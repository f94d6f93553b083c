// Drafting a release: the question is computed and frozen as a draft; another policy can be chosen for it, with a reason.
import {
  canonicalJson,
  compareInstants,
  fail,
  type Instant,
  localized,
  newRef,
  ok,
  type Problem,
  problem,
  type Result,
  sha256Hex,
} from "../../kernel/index.ts";
import { nameProblems, policies, type ReleaseSource, releasePolicy } from "../../statistics/index.ts";
import { type Computed, compute, latestKnownAt, type NotComputed, readSource } from "./compute.ts";
import type { FiguresActor, FiguresPorts } from "./ports.ts";
import { foldRelease, foldReleases, lastRevision, type ReleaseState } from "./release-state.ts";

export interface Drafting {
  readonly name: string;
  /** Why there is a new revision; may be empty for a first one. */
  readonly reason: string;
  readonly source: ReleaseSource;
  /** Null: what is known now, or at the moment that the source names. */
  readonly knownAt: Instant | null;
}

export function refusedFigures(...problems: Problem[]): NotComputed {
  return { kind: "figures", problems };
}

export async function draftRelease(
  ports: FiguresPorts,
  actor: FiguresActor,
  drafting: Drafting,
): Promise<Result<ReleaseState, NotComputed>> {
  const read = readSource(ports, drafting.source);
  if (!read.ok) return fail({ kind: "source", issues: read.error });
  const states = foldReleases(await ports.publications.all());
  const before = lastRevision(states, drafting.name);
  const wrong = nameProblems(drafting.name, read.value.definitions, drafting.reason, before?.manifest ?? null);
  if (wrong.length > 0) return fail(refusedFigures(...wrong));
  const open = states.find((state) => state.status === "DRAFT" && state.name === drafting.name);
  if (open !== undefined) return fail(refusedFigures(problem("release.openDraft", words.openDraft, "name")));
  const now = ports.clock.now();
  const knownAt = read.value.sheet?.knownAt ?? drafting.knownAt ?? read.value.knownAt ?? now;
  // A question that names a moment yet to come would give other figures when it is computed again.
  const latest = latestKnownAt(read.value);
  if (compareInstants(knownAt, now) > 0 || (latest !== null && compareInstants(latest, now) > 0))
    return fail(refusedFigures(problem("release.future", words.future, "knownAt")));
  const policy = policies.public;
  const computed = await compute(ports, {
    name: drafting.name,
    source: drafting.source,
    knownAt,
    policy,
    earlier: await ports.publications.tables(null),
  });
  if (!computed.ok) return computed;
  const stored = {
    releaseRef: newRef(),
    seq: 1,
    at: now,
    actor,
    step: {
      step: "DRAFTED" as const,
      name: drafting.name,
      revision: (before?.revision ?? 0) + 1,
      reason: drafting.reason.trim(),
      source: drafting.source,
      knownAt,
      policy: policy.id,
      seen: seenOf(computed.value),
    },
  };
  await ports.publications.add(stored);
  return ok(foldRelease([stored])!);
}

/** The hash under which whoever looks at a draft agrees with it. */
export function seenOf({ publication }: Computed): string {
  return sha256Hex(canonicalJson(publication));
}

/** The draft as it would be released now. */
export async function computeDraft(ports: FiguresPorts, state: ReleaseState): Promise<Result<Computed, NotComputed>> {
  const policy = releasePolicy(state.policy);
  if (policy === null) throw new Error(`Release ${state.releaseRef} names the policy ${state.policy}, which does not exist`);
  return compute(ports, {
    name: state.name,
    source: state.source,
    knownAt: state.knownAt,
    policy,
    earlier: await ports.publications.tables(state.status === "RELEASED" ? state.releaseRef : null),
  });
}

/** Another policy for this release alone. Who chooses it does not release. */
export async function overridePolicy(
  ports: FiguresPorts,
  actor: FiguresActor,
  releaseRef: string,
  policyId: string,
  reason: string,
): Promise<Result<ReleaseState, NotComputed>> {
  const steps = await ports.publications.steps(releaseRef);
  const state = foldRelease(steps);
  if (state === null || state.status !== "DRAFT") return fail(refusedFigures(problem("release.notDraft", words.notDraft)));
  if (state.source.kind === "folder") return fail(refusedFigures(problem("release.folder", words.folder, "policy")));
  if (releasePolicy(policyId) === null) return fail(refusedFigures(problem("release.policy", words.policy, "policy")));
  if (reason.trim() === "") return fail(refusedFigures(problem("release.overrideReason", words.overrideReason, "reason")));
  const computed = await computeDraft(ports, { ...state, policy: policyId });
  if (!computed.ok) return computed;
  const step = { step: "OVERRIDDEN" as const, policy: policyId, reason: reason.trim(), seen: seenOf(computed.value) };
  const stored = { releaseRef, seq: state.steps + 1, at: ports.clock.now(), actor, step };
  if ((await ports.publications.add(stored)) === "conflict")
    return fail(refusedFigures(problem("release.conflict", words.conflict)));
  return ok(foldRelease([...steps, stored])!);
}

const words = {
  openDraft: localized(
    "Er ligt al een ontwerp met deze naam klaar: laat het eerst vrijgeven of wijs het af.",
    "There is a draft of this name already: have it released or reject it first.",
    "Il existe déjà un projet de ce nom : faites-le publier ou rejetez-le d'abord.",
  ),
  future: localized(
    "Wat later bekend zal zijn, weten we nog niet: neem een dag tot en met gisteren, of geen dag voor nu.",
    "What will be known later is not known yet: take a day up to yesterday, or no day for now.",
    "Nous ne savons pas encore ce qui sera connu plus tard : prenez un jour jusqu'à hier, ou aucun pour maintenant.",
  ),
  notDraft: localized("Dit is geen ontwerp (meer).", "This is no draft (any more).", "Ce n'est pas (plus) un projet."),
  folder: localized(
    "Een antwoord uit een map gaat altijd door de publieke poort.",
    "An answer of a folder always passes the public gate.",
    "Une réponse d'un dossier passe toujours par la porte publique.",
  ),
  policy: localized("Kies een bestaand beleid.", "Choose an existing policy.", "Choisissez une politique existante."),
  overrideReason: localized(
    "Zeg waarom van het beleid afgeweken wordt.",
    "Say why the policy is departed from.",
    "Dites pourquoi on s'écarte de la politique.",
  ),
  conflict: localized(
    "Iemand anders was net eerst: kijk opnieuw.",
    "Somebody else was just first: look again.",
    "Quelqu'un d'autre a été plus rapide : regardez à nouveau.",
  ),
};
