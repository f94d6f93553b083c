// The department's counter: work list, files, decisions, search.
import type { DepartmentPorts } from "../../../counter/index.ts";
import type { Door } from "../../door.tsx";
import { decisionRoutes } from "./decision.tsx";
import { deskFileRoutes } from "./file.tsx";
import { proposalRoutes } from "./proposal.tsx";
import { searchRoutes } from "./search.tsx";
import { workListRoutes } from "./work-list.tsx";

export { DEPARTMENT_PATH, SEARCH_PATH } from "./within.tsx";

export function departmentRoutes(door: Door, ports: DepartmentPorts): void {
  workListRoutes(door, ports);
  searchRoutes(door, ports);
  deskFileRoutes(door, ports);
  decisionRoutes(door, ports);
  proposalRoutes(door, ports);
}
