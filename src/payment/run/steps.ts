// The steps of a quarterly run, each written once and never changed; the run's state is what they add up to.
import type { Actor } from "../../dossier/index.ts";
import type { Instant, PlainDate } from "../../kernel/index.ts";
import type { Component } from "../ports.ts";

/** Cents and number of lines per quarter and component, in that order. */
export interface RunTotal {
  readonly quarter: number;
  readonly component: Component;
  readonly lines: number;
  readonly cents: number;
}

export interface RunResult {
  readonly totals: readonly RunTotal[];
  /** Tells two calculations apart: made of every line in order. */
  readonly fingerprint: string;
  /** Grants for which the law gives no amount: work for a person. */
  readonly withheld: number;
}

export interface RunStart {
  /** The quarter that the run is for, as year x 4 + n - 1. */
  readonly quarter: number;
  /** First quarter that is calculated again for corrections; the same as `quarter`: no corrections. */
  readonly correctFrom: number;
  /** Freezes the inputs: positions and attests as known at this moment. */
  readonly knownAt: Instant;
  /** The law as known on this day. */
  readonly lawKnownOn: PlainDate;
  readonly lawVersion: string;
  /** How each open point is read in this run, whatever its default becomes later. */
  readonly switches: Readonly<Record<string, string>>;
  readonly graphHash: string;
  /** Of the values and of the readings above, see `lawHash`. */
  readonly parametersHash: string;
  /** Under which the values themselves are kept, see `paidValues`; runs of before they were have none. */
  readonly valuesHash?: string;
}

export type RunStep =
  | ({ readonly step: "STARTED" } & RunStart)
  | ({ readonly step: "CALCULATED" } & RunResult)
  | { readonly step: "APPROVED" }
  | { readonly step: "REJECTED"; readonly reason: string }
  | ({ readonly step: "BOOKED" } & Pick<RunResult, "totals">)
  | { readonly step: "CANCELLED"; readonly reason: string };

export type RunStepName = RunStep["step"];

export interface StoredStep {
  readonly runRef: string;
  /** 1 for STARTED. */
  readonly seq: number;
  readonly at: Instant;
  readonly actor: Actor;
  readonly step: RunStep;
}
