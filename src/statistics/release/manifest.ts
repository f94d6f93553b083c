// What a release freezes: question, position, law, code, policy, and the hash of every file.
import type { Instant } from "../../kernel/index.ts";
import type { LegalReading } from "../legal-facts.ts";

export interface ManifestFile {
  readonly sha256: string;
  readonly mediaType: string;
  /** computed: the records give the same bytes again. rendered: kept as issued, checked by hash. */
  readonly kind: "computed" | "rendered";
  readonly bytes: number;
}

export interface ReleaseManifest {
  readonly schema: "maatwerk.release/1";
  readonly name: string;
  /** 1 for the first; a changed release has the next number and a reason. */
  readonly revision: number;
  readonly reason: string;
  readonly knownAt: Instant;
  readonly releasedAt: Instant;
  /** Events that the records held at `knownAt`. */
  readonly position: number;
  readonly law: { readonly version: string; readonly parameters: string };
  /** What the figures lean on in the law; left out of releases of before it was kept. */
  readonly legal?: LegalReading;
  readonly code: string;
  readonly policy: string;
  /** Why the policy is not the public one; null when it is. */
  readonly override: string | null;
  /** SHA-256 of the question as it was written. */
  readonly source: string;
  /** SHA-256 of the canonical definitions: the same name never stands for another question. */
  readonly definitions: string;
  readonly files: Readonly<Record<string, ManifestFile>>;
}
