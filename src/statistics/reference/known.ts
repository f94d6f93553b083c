// The rows that were known at one moment, with look-ups by person, employer, file and grant.
import type { Instant } from "../../kernel/index.ts";
import { holds } from "./ranges.ts";
import type {
  ApplicationRow,
  AttestRow,
  CommitmentRow,
  EmployerFactRow,
  GrantRow,
  IndicationRow,
  LedgerRow,
  LinkedFactRow,
  OldRightRow,
  PersonFactRow,
  Tables,
  TicketRow,
  TransferRow,
  WorkStatusRow,
} from "./tables.ts";

export interface KnownTables {
  readonly personFacts: readonly PersonFactRow[];
  readonly tickets: readonly TicketRow[];
  readonly indications: readonly IndicationRow[];
  readonly employerFacts: readonly EmployerFactRow[];
  readonly applications: readonly ApplicationRow[];
  readonly grants: readonly GrantRow[];
  readonly oldRights: readonly OldRightRow[];
  readonly ledgerLines: readonly LedgerRow[];
  readonly commitments: readonly CommitmentRow[];
  readonly transfers: readonly TransferRow[];
  /** Last received version of each declaration, cancelled ones left out. */
  readonly declarations: readonly AttestRow[];
  readonly factsOf: ReadonlyMap<string, readonly PersonFactRow[]>;
  readonly statusesOf: ReadonlyMap<string, readonly WorkStatusRow[]>;
  readonly ticketsOf: ReadonlyMap<string, readonly TicketRow[]>;
  readonly employerFactsOf: ReadonlyMap<string, readonly EmployerFactRow[]>;
  readonly applicationsOf: ReadonlyMap<string, readonly ApplicationRow[]>;
  readonly grantsOf: ReadonlyMap<string, readonly GrantRow[]>;
  readonly declarationsOf: ReadonlyMap<string, readonly AttestRow[]>;
  readonly linkedOf: ReadonlyMap<string, readonly LinkedFactRow[]>;
}

const remembered = new WeakMap<Tables, Map<string, KnownTables>>();

export function knownAt(tables: Tables, at: Instant): KnownTables {
  const byMoment = remembered.get(tables) ?? new Map<string, KnownTables>();
  remembered.set(tables, byMoment);
  const found = byMoment.get(at) ?? select(tables, at);
  byMoment.set(at, found);
  return found;
}

function select(tables: Tables, at: Instant): KnownTables {
  const then = <T extends { readonly known: { readonly from: string | null; readonly until: string | null } }>(
    rows: readonly T[],
  ): readonly T[] => rows.filter((row) => holds(row.known, at));
  const personFacts = then(tables.person_fact);
  const tickets = then(tables.ticket);
  const employerFacts = then(tables.employer_fact);
  const applications = then(tables.application);
  const grants = then(tables.grant_position);
  const declarations = latestVersions(tables.attest.filter((row) => row.received_at <= at)).filter((row) => row.status !== 3);
  return {
    personFacts,
    tickets,
    indications: then(tables.indication),
    employerFacts,
    applications,
    grants,
    oldRights: then(tables.old_right),
    ledgerLines: tables.ledger_line.filter((row) => row.booked_at <= at),
    commitments: tables.commitment.filter((row) => row.booked_at <= at),
    transfers: tables.transfer.filter((row) => row.at <= at),
    declarations,
    factsOf: groupBy(personFacts, (row) => row.person_ref),
    statusesOf: groupBy(then(tables.work_status), (row) => row.person_ref),
    ticketsOf: groupBy(tickets, (row) => row.person_ref),
    employerFactsOf: groupBy(employerFacts, (row) => row.employer_ref),
    applicationsOf: groupBy(applications, (row) => row.file_ref),
    grantsOf: groupBy(grants, (row) => row.grant_ref),
    declarationsOf: groupBy(declarations, (row) => `${row.employer_ref} ${row.person_ref}`),
    linkedOf: groupBy(
      tables.linked_fact.filter((row) => row.available_from <= at),
      (row) => row.person_ref,
    ),
  };
}

function latestVersions(rows: readonly AttestRow[]): AttestRow[] {
  const latest = new Map<string, AttestRow>();
  for (const row of rows) {
    const held = latest.get(row.attest_no);
    if (held === undefined || row.version > held.version) latest.set(row.attest_no, row);
  }
  return [...latest.values()];
}

export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
