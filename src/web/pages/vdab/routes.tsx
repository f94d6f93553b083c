// The counter of VDAB: work list, persons, indications, evaluations, reviews, the catch-up, and the page of ICF partners.
import type { Door } from "../../door.tsx";
import { adviceRoutes } from "./advice-form.tsx";
import { catchUpRoutes } from "./catch-up.tsx";
import { conversionFormRoutes } from "./conversion.tsx";
import { conversionRoutes } from "./conversion-batch.tsx";
import { doubleTicketRoutes } from "./double-ticket.tsx";
import { evaluationRoutes } from "./evaluation.tsx";
import { evidenceRoutes } from "./evidence-form.tsx";
import { findingRoutes } from "./finding-form.tsx";
import { partnerRoutes } from "./partner.tsx";
import { personFileRoutes } from "./person-routes.tsx";
import { proposalRoutes } from "./proposal.tsx";
import { requestRoutes } from "./request-form.tsx";
import { reviewRoutes } from "./review.tsx";
import { evaluationReviewRoutes } from "./review-of-evaluation.tsx";
import { reviewRequestRoutes } from "./review-request.tsx";
import type { VdabTools } from "./tools.tsx";
import { vopRoutes } from "./vop-page.tsx";
import { workRoutes } from "./work-routes.tsx";

export { ADVICE_PATH, VDAB_PATH } from "./tools.tsx";

export function vdabRoutes(door: Door, tools: VdabTools): void {
  workRoutes(door, tools);
  requestRoutes(door, tools);
  personFileRoutes(door, tools);
  evidenceRoutes(door, tools);
  adviceRoutes(door, tools);
  reviewRequestRoutes(door, tools);
  doubleTicketRoutes(door, tools);
  conversionFormRoutes(door, tools);
  findingRoutes(door, tools);
  proposalRoutes(door, tools);
  evaluationRoutes(door, tools);
  reviewRoutes(door, tools);
  evaluationReviewRoutes(door, tools);
  catchUpRoutes(door, tools);
  vopRoutes(door, tools);
  conversionRoutes(door, tools);
  partnerRoutes(door, tools);
}
