// Public accounts from end to end: articles, commitments at decision, payments at execution, the export, state aid per undertaking.
import type { Actor, Reason } from "../../dossier/index.ts";
import { type Clock, fail, type Instant, ok, type PlainDate, type Result } from "../../kernel/index.ts";
import type { Law, SwitchChoice } from "../../law/index.ts";
import type { Forecasts } from "../forecast/index.ts";
import type { Attest, Component } from "../ports.ts";
import { articleOf, type BudgetRow, checkRow, currentRows, type StoredBudgetRow } from "./budget.ts";
import { type Commitment, type CommittedSum, commit, type GrantToCommit } from "./commitment.ts";
import { type ArticleRoom, budgetGate, type GateAnswer, gateIsOn } from "./gate.ts";

/** Cents per budget year and component. */
export interface YearSum {
  readonly year: number;
  readonly component: Component;
  readonly cents: number;
  readonly entries: number;
}

export type AccountKind = "COMMITMENT" | "SETTLEMENT" | "PAYMENT" | "RETURN" | "RECEIPT";

/** One movement as the accounting export gives it. */
export interface AccountEntry {
  readonly on: string;
  readonly year: number;
  /**
   * COMMITMENT (vastlegging) at decision, SETTLEMENT (vereffening) when a run books, PAYMENT (betaling) when the bank executed, RETURN
   * (terugstorting) when it gave back, RECEIPT (ontvangst) when a recovery was paid.
   */
  readonly kind: AccountKind;
  readonly component: Component;
  /** The grant of a commitment; else the run, or the month of advances. */
  readonly reference: string;
  /** The quarter that it pays, as year x 4 + n - 1; null for a commitment. */
  readonly quarter: number | null;
  readonly cents: number;
}

/** What one undertaking received in a year of payment (PAY-20). */
export interface StateAid {
  readonly employerRef: string;
  readonly year: number;
  readonly wageCents: number;
  readonly guidanceCents: number;
  /** Of the measures that run out. */
  readonly olderCents: number;
  readonly totalCents: number;
}

export interface AccountStore {
  budgetRows(knownAt: Instant | null): Promise<readonly StoredBudgetRow[]>;
  /** "conflict" when somebody recorded the same article and year in the same moment. */
  addBudgetRow(row: StoredBudgetRow): Promise<"added" | "conflict">;
  /** Grants whose terms are not, or not any more, what was engaged; in order of reference, of one file or of all. */
  grantsToCommit(after: string | null, limit: number, fileRef?: string): Promise<readonly GrantToCommit[]>;
  attestsOf(relations: readonly { readonly personRef: string; readonly employerRef: string }[]): Promise<readonly Attest[]>;
  committed(grantRefs: readonly string[]): Promise<readonly CommittedSum[]>;
  /** Those that somebody else wrote meanwhile are left out; gives how many were written. */
  addCommitments(commitments: readonly Commitment[]): Promise<number>;
  commitmentSums(): Promise<readonly YearSum[]>;
  /** By the year in which they were booked. */
  settlementSums(): Promise<readonly YearSum[]>;
  /** By the year in which the bank executed them, less what came back in that year. */
  paymentSums(): Promise<readonly YearSum[]>;
  entries(year: number): AsyncIterable<AccountEntry>;
  stateAid(query: { readonly year: number; readonly limit: number; readonly employerRef?: string }): Promise<readonly StateAid[]>;
}

export interface AccountPorts {
  readonly accounts: AccountStore;
  readonly forecasts: Forecasts;
  readonly law: () => Law;
  readonly clock: Clock;
}

/** One article in one year. */
export interface AccountLine {
  /** Null: what no article carries. */
  readonly article: string | null;
  readonly year: number;
  readonly title: string;
  readonly components: readonly Component[];
  readonly creditCents: number | null;
  readonly committedCents: number;
  /** What runs booked: the right to be paid, and what is to be given back. */
  readonly settledCents: number;
  /** What the bank executed, less what came back. */
  readonly paidCents: number;
}

const PORTION = 500;

export class Accounts {
  private readonly ports: AccountPorts;
  private averaged: { readonly on: PlainDate; readonly of: Promise<Average> } | null = null;

  constructor(ports: AccountPorts) {
    this.ports = ports;
  }

  /** Every year that has an article or a movement, latest first; what no article carries stands apart. */
  async overview(): Promise<readonly AccountLine[]> {
    const { accounts } = this.ports;
    const [rows, committed, settled, paid] = await Promise.all([
      accounts.budgetRows(null),
      accounts.commitmentSums(),
      accounts.settlementSums(),
      accounts.paymentSums(),
    ]);
    return accountLines(rows, { committed, settled, paid });
  }

  rows(): Promise<readonly StoredBudgetRow[]> {
    return this.ports.accounts.budgetRows(null);
  }

  async record(row: BudgetRow, actor: Actor): Promise<Result<StoredBudgetRow, readonly Reason[]>> {
    const { accounts, clock } = this.ports;
    for (;;) {
      const rows = await accounts.budgetRows(null);
      const checked = checkRow(row, rows);
      if (!checked.ok) return checked;
      const seq = rows.reduce((last, one) => Math.max(last, one.seq), 0) + 1;
      const stored = { ...checked.value, seq, at: clock.now(), actor };
      if ((await accounts.addBudgetRow(stored)) === "added") return ok(stored);
    }
  }

  /** Engages every grant that is not engaged on its present terms. Asked again, it engages nothing twice. Gives how many entries were made. */
  async commitAll(onProgress?: (grants: number) => void): Promise<number> {
    const { accounts } = this.ports;
    let after: string | null = null;
    let [written, seen] = [0, 0];
    for (;;) {
      const grants = await accounts.grantsToCommit(after, PORTION);
      if (grants.length === 0) return written;
      written += await accounts.addCommitments(await this.commitmentsOf(grants));
      seen += grants.length;
      onProgress?.(seen);
      after = grants.at(-1)!.grantRef;
    }
  }

  /** Engages the grants of one file on their present terms: what follows from each decision. */
  async commitFile(fileRef: string): Promise<number> {
    const { accounts } = this.ports;
    const grants = await accounts.grantsToCommit(null, PORTION, fileRef);
    return grants.length === 0 ? 0 : accounts.addCommitments(await this.commitmentsOf(grants));
  }

  /**
   * May this grant be engaged? By default yes (OPEN-33), with what it takes beyond the credit. Where the gate is on, all that was decided
   * before is engaged first, so that the room is what is left.
   */
  async gate(grant: GrantToCommit, switches: SwitchChoice = {}): Promise<Result<GateAnswer, readonly Reason[]>> {
    const { accounts, law } = this.ports;
    const on = gateIsOn(law(), switches);
    const rows = await accounts.budgetRows(null);
    if (!on && rows.every((row) => row.creditCents === null)) return ok({ overCents: null });
    if (on) await this.commitAll();
    const fresh = await this.commitmentsOf([grant]);
    const lines = await this.overview();
    const asked = new Map<string, { readonly room: ArticleRoom | null; cents: number }>();
    for (const { component, year, cents } of fresh) {
      const line = lines.find((one) => one.year === year && one.article !== null && one.components.includes(component));
      const key = line === undefined ? component : `${year} ${line.article}`;
      const held = asked.get(key) ?? { room: line === undefined ? null : { ...line, article: line.article as string }, cents: 0 };
      asked.set(key, { ...held, cents: held.cents + cents });
    }
    const answers = [...asked.values()].map(({ room, cents }) => budgetGate(law(), room, cents, switches));
    const refused = answers.flatMap((one) => (one.ok ? [] : one.error));
    if (refused.length > 0) return fail(refused);
    const over = answers.reduce((sum, one) => sum + (one.ok ? (one.value.overCents ?? 0) : 0), 0);
    return ok({ overCents: over > 0 ? over : null });
  }

  entries(year: number): AsyncIterable<AccountEntry> {
    return this.ports.accounts.entries(year);
  }

  /** The article of each component in a year, for the export. */
  async articlesOf(year: number): Promise<ReadonlyMap<Component, string>> {
    const rows = await this.ports.accounts.budgetRows(null);
    const found = new Map<Component, string>();
    for (const row of currentRows(rows)) if (row.year === year) for (const one of row.components) found.set(one, row.article);
    return found;
  }

  stateAid(year: number, limit: number, employerRef?: string): Promise<readonly StateAid[]> {
    return this.ports.accounts.stateAid({ year, limit, ...(employerRef === undefined ? {} : { employerRef }) });
  }

  private async commitmentsOf(grants: readonly GrantToCommit[]): Promise<readonly Commitment[]> {
    const { accounts, law, clock } = this.ports;
    const refs = grants.map((one) => one.grantRef);
    const [committed, attests] = await Promise.all([accounts.committed(refs), accounts.attestsOf(relationsOf(grants))]);
    const yearNow = Number(clock.today().slice(0, 4));
    return commit(law(), { grants, attests, committed, yearNow, at: clock.now(), average: await this.average() });
  }

  /** Cents per quarter of a grant with a wage, by component: what a grant without one is engaged at. Worked out once a day. */
  private async average(): Promise<Average> {
    const today = this.ports.clock.today();
    if (this.averaged?.on !== today) this.averaged = { on: today, of: this.averageNow() };
    try {
      return await this.averaged.of;
    } catch (error) {
      this.averaged = null;
      throw error;
    }
  }

  private async averageNow(): Promise<Average> {
    const { forecasts } = this.ports;
    const { quarters } = await forecasts.ahead(undefined, 1);
    const found = { WAGE: 0, GUIDANCE: 0, SUPPORT: 0, VOP: 0, COMPENSATION: 0 };
    for (const one of quarters[0]?.components ?? [])
      found[one.component] = one.grants === 0 ? 0 : Math.round(one.cents / one.grants);
    return found;
  }
}

type Average = Readonly<Record<Component, number>>;

export function accountLines(
  rows: readonly StoredBudgetRow[],
  { committed, settled, paid }: Readonly<Record<"committed" | "settled" | "paid", readonly YearSum[]>>,
): readonly AccountLine[] {
  const lines = new Map<string, { -readonly [Key in keyof AccountLine]: AccountLine[Key] }>();
  for (const { article, year, title, components, creditCents } of currentRows(rows))
    lines.set(`${year} ${article}`, {
      article,
      year,
      title,
      components,
      creditCents,
      committedCents: 0,
      settledCents: 0,
      paidCents: 0,
    });
  const lineOf = ({ year, component }: YearSum) => {
    const row = articleOf(rows, year, component);
    if (row !== null) return lines.get(`${year} ${row.article}`)!;
    const key = `${year} -`;
    const held = lines.get(key) ?? {
      article: null,
      year,
      title: "",
      components: [],
      creditCents: null,
      committedCents: 0,
      settledCents: 0,
      paidCents: 0,
    };
    if (!held.components.includes(component)) held.components = [...held.components, component];
    lines.set(key, held);
    return held;
  };
  for (const sum of committed) lineOf(sum).committedCents += sum.cents;
  for (const sum of settled) lineOf(sum).settledCents += sum.cents;
  for (const sum of paid) lineOf(sum).paidCents += sum.cents;
  return [...lines.values()].sort((a, b) => b.year - a.year || ((a.article ?? "~") < (b.article ?? "~") ? -1 : 1));
}

function relationsOf(grants: readonly GrantToCommit[]): { personRef: string; employerRef: string }[] {
  return grants.flatMap(({ positions }) => {
    const [first] = positions;
    return first?.employerRef == null ? [] : [{ personRef: first.personRef, employerRef: first.employerRef }];
  });
}
