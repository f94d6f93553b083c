// The counter of employers, payroll offices and self-employed people.
import type { Door } from "../../door.tsx";
import { advanceRoutes } from "./advance.tsx";
import { applyRoutes } from "./apply.tsx";
import { fileRoutes } from "./file-routes.tsx";
import { programRoutes } from "./programs.tsx";
import { registerRoutes } from "./register.tsx";
import { startRoutes } from "./start.tsx";
import type { ApplicantTools } from "./within.tsx";

export { APPLICANT_PATH } from "./within.tsx";

export function applicantRoutes(door: Door, tools: ApplicantTools): void {
  startRoutes(door, tools);
  registerRoutes(door, tools);
  applyRoutes(door, tools);
  fileRoutes(door, tools);
  advanceRoutes(door, tools);
  programRoutes(door, tools);
}
