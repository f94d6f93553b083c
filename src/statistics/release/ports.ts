// What publishing asks of the store: each step of a release is written once, its files and tables with it; nothing is ever changed.
import type { Instant } from "../../kernel/index.ts";
import type { Earlier, GatedFigure, Guard } from "../disclosure/index.ts";
import type { ReleaseManifest } from "./manifest.ts";

/** Where a publication's question comes from: a sheet as it was written, or the folder of an answer. */
export type ReleaseSource =
  | { readonly kind: "sheet"; readonly text: string }
  | {
      readonly kind: "folder";
      readonly id: string;
      readonly question: string;
      readonly figures: string;
      readonly published: string;
    };

export type ReleaseStep =
  | {
      readonly step: "DRAFTED";
      readonly name: string;
      readonly revision: number;
      readonly reason: string;
      readonly source: ReleaseSource;
      readonly knownAt: Instant;
      readonly policy: string;
      /** SHA-256 of the canonical publication as the drafter saw it. */
      readonly seen: string;
    }
  /** Another policy than the public one for this release alone, with a reason. */
  | { readonly step: "OVERRIDDEN"; readonly policy: string; readonly reason: string; readonly seen: string }
  | { readonly step: "RELEASED"; readonly manifest: ReleaseManifest }
  | { readonly step: "REJECTED"; readonly reason: string };

export interface StoredReleaseStep {
  readonly releaseRef: string;
  /** Counts from 1. */
  readonly seq: number;
  readonly at: Instant;
  readonly actor: { readonly role: string; readonly ref: string };
  readonly step: ReleaseStep;
}

export interface StoredFile {
  readonly name: string;
  readonly mediaType: string;
  readonly body: Uint8Array;
}

export interface PublishedTable {
  readonly figure: GatedFigure;
  readonly guard: Guard;
}

/** A question that is kept for later, by name; each saving is a version. */
export interface SavedQuestion {
  readonly name: string;
  readonly version: number;
  readonly text: string;
  readonly at: Instant;
  readonly actor: { readonly role: string; readonly ref: string };
}

export interface PublicationStore {
  /** Events recorded up to then: the position of the records that figures rest on. */
  position(knownAt: Instant): Promise<number>;
  /** All steps of one release in order; empty when there is none. */
  steps(releaseRef: string): Promise<readonly StoredReleaseStep[]>;
  /** The steps of all releases, newest release first. */
  all(): Promise<readonly StoredReleaseStep[]>;
  add(step: StoredReleaseStep): Promise<"added" | "conflict">;
  /**
   * Writes the last step with its files and tables, unless other tables were published since `tablesSeen` were counted, or the name has
   * that revision already.
   */
  release(
    step: StoredReleaseStep,
    files: readonly StoredFile[],
    tables: readonly PublishedTable[],
    tablesSeen: number,
  ): Promise<"released" | "conflict">;
  files(releaseRef: string): Promise<readonly StoredFile[]>;
  file(releaseRef: string, name: string): Promise<StoredFile | null>;
  /** Every table ever published, in order; or only those that were there before a release. */
  tables(before: string | null): Promise<readonly Earlier[]>;
  saveQuestion(question: SavedQuestion): Promise<"added" | "conflict">;
  /** The last version of every saved question, newest first. */
  questions(): Promise<readonly SavedQuestion[]>;
  question(name: string): Promise<SavedQuestion | null>;
}
