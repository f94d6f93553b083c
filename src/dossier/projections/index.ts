// One projection of events to read-table changes, used for appending, bulk loading and rebuilding alike.
import type { Envelope, StreamKind } from "../event.ts";
import type { DossierEvent, EmployerEvent, FileEvent, PersonEvent, RightEvent } from "../events.ts";
import { projectEmployer } from "./employer.ts";
import { projectFile } from "./file.ts";
import { projectPerson } from "./person.ts";
import { projectRight } from "./right.ts";
import type { RowChange } from "./row-change.ts";

/** The changes of one event, in the order in which they must be applied. Pure; needs no earlier event. */
export function project(event: DossierEvent, envelope: Envelope): RowChange[] {
  const kind: StreamKind = envelope.streamKind;
  switch (kind) {
    case "person":
      return projectPerson(event as PersonEvent, envelope);
    case "employer":
      return projectEmployer(event as EmployerEvent, envelope);
    case "file":
      return projectFile(event as FileEvent, envelope);
    case "right":
      return projectRight(event as RightEvent, envelope);
  }
}

export type { ColumnType, ReadRow, ReadRows, ReadTable, ReadTableName } from "./read-tables.ts";
export { READ_TABLES } from "./read-tables.ts";
export type { CloseRow, OpenRow, ReplaceColumns, RowChange, RowChangeFor } from "./row-change.ts";
export type { KnownRow, Supersession } from "./supersede.ts";
export { supersede } from "./supersede.ts";
