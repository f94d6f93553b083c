// For tests of this room: events whose payload says outright what they mean for the read tables.
import type { AnyEvent, AppendContext, Projection } from "../dossier/ports.ts";
import type { RowChange } from "../dossier/read-rows.ts";
import { newRef, plainDate } from "../kernel/index.ts";

export const projectPayload: Projection = (event) => (event.payload as { changes?: RowChange[] }).changes ?? [];

/** An event that makes these changes of the read tables. */
export function event(type: string, changes: readonly RowChange[] = [], effectiveOn = "2024-01-15"): AnyEvent {
  return { type, effectiveOn: plainDate(effectiveOn), payload: { changes } };
}

export function context(more: Partial<AppendContext> = {}): AppendContext {
  return { actor: { role: "system", ref: "test" }, commandId: newRef(), ...more };
}

type WorkStatusChange = Extract<RowChange, { readonly table: "work_status"; readonly row: unknown }>;

/** A work status that holds on [from, to). */
export function workStatus(personRef: string, status: string, from: string | null, to: string | null = null): WorkStatusChange {
  return {
    table: "work_status",
    key: { person_ref: personRef },
    change: "put",
    validFrom: from === null ? null : plainDate(from),
    validTo: to === null ? null : plainDate(to),
    row: { status, employability: "IMMEDIATE", work_care: false, benefit: "NONE", unemployed_since: null },
  };
}
