// The lab over the records of a system: what leaves it passes the gate of everything that leaves the house.
import { type LabPorts, recordsGate } from "../lab/index.ts";
import { policies, protect, smallOnes } from "../statistics/index.ts";
import { labRecords, mayLag } from "../store/index.ts";
import type { System } from "./system.ts";

export function createLab({ law, clock, store }: Pick<System, "law" | "clock" | "store">): LabPorts {
  const gate = recordsGate({ policy: policies.public, protect, smallOnes });
  return { law, clock, gate, records: labRecords(mayLag(store.database, "statistics")) };
}
