// One projection of events to read-table changes, used for appending, bulk loading and rebuilding alike.
import type { Envelope, StreamKind } from "../event.ts";
import type { DossierEvent, EmployerEvent, FileEvent, PersonEvent, RightEvent } from "../events.ts";
import type { Projection } from "../ports.ts";
import type { RowChange } from "../read-rows.ts";
import { projectEmployer } from "./employer.ts";
import { projectFile } from "./file.ts";
import { projectPerson } from "./person.ts";
import { projectRight } from "./right.ts";

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
    // What figures count never depends on how the work was divided.
    case "handling":
      return [];
  }
}

/** The same, for a store that does not know which types of event there are. */
export const projection: Projection = (event, envelope) => project(event as DossierEvent, envelope);
