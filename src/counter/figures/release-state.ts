// The steps of a release folded to where it stands.
import type { Instant } from "../../kernel/index.ts";
import { policies, type ReleaseManifest, type ReleaseSource, type StoredReleaseStep } from "../../statistics/index.ts";
import type { FiguresActor } from "./ports.ts";

export interface ReleaseState {
  readonly releaseRef: string;
  readonly status: "DRAFT" | "RELEASED" | "REJECTED";
  readonly name: string;
  readonly revision: number;
  readonly reason: string;
  readonly source: ReleaseSource;
  readonly knownAt: Instant;
  readonly policy: string;
  /** Why another policy than the public one; null when it is that. */
  readonly override: { readonly reason: string; readonly by: FiguresActor } | null;
  /** Hash of what was last looked at by whoever drafted it or chose its policy. */
  readonly seen: string;
  readonly draftedAt: Instant;
  readonly draftedBy: FiguresActor;
  readonly manifest: ReleaseManifest | null;
  readonly ended: { readonly at: Instant; readonly by: FiguresActor; readonly reason: string | null } | null;
  readonly steps: number;
}

/** Null for no steps. */
export function foldRelease(steps: readonly StoredReleaseStep[]): ReleaseState | null {
  let state: ReleaseState | null = null;
  for (const { releaseRef, at, actor, step } of steps) {
    if (step.step === "DRAFTED") {
      const { name, revision, reason, source, knownAt, policy, seen } = step;
      const draft = { name, revision, reason, source, knownAt, policy, seen, override: null, draftedAt: at, draftedBy: actor };
      state = { releaseRef, status: "DRAFT", ...draft, manifest: null, ended: null, steps: 1 };
      continue;
    }
    if (state === null) continue;
    const steps: number = state.steps + 1;
    if (step.step === "OVERRIDDEN") {
      const override = step.policy === policies.public.id ? null : { reason: step.reason, by: actor };
      state = { ...state, steps, policy: step.policy, seen: step.seen, override };
    } else if (step.step === "RELEASED") {
      state = { ...state, steps, status: "RELEASED", manifest: step.manifest, ended: { at, by: actor, reason: null } };
    } else {
      state = { ...state, steps, status: "REJECTED", ended: { at, by: actor, reason: step.reason } };
    }
  }
  return state;
}

/** Steps of many releases, in the order of the store. */
export function foldReleases(steps: readonly StoredReleaseStep[]): readonly ReleaseState[] {
  const byRef = new Map<string, StoredReleaseStep[]>();
  for (const step of steps) byRef.set(step.releaseRef, [...(byRef.get(step.releaseRef) ?? []), step]);
  return [...byRef.values()].flatMap((own) => foldRelease(own) ?? []);
}

/** The last released revision of a name; null when there is none. */
export function lastRevision(states: readonly ReleaseState[], name: string): ReleaseState | null {
  return states
    .filter((state) => state.status === "RELEASED" && state.name === name)
    .reduce<ReleaseState | null>((last, one) => (last === null || one.revision > last.revision ? one : last), null);
}
