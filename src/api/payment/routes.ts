// Payments through the API, concept by concept.
import type { Hono } from "hono";
import type { PaymentCounter } from "../../counter/index.ts";
import type { Law } from "../../law/index.ts";
import type { ApiEnv } from "../applicant/asker.ts";
import { accountRoutes } from "./accounts.ts";
import { advanceRoutes } from "./advances.ts";
import { bankRoutes } from "./bank.ts";
import { blockRoutes } from "./blocks.ts";
import { declarationRoutes } from "./declarations.ts";
import { paymentApi } from "./kit.ts";
import { recoveryRoutes } from "./recoveries.ts";
import { runRoutes } from "./runs.ts";
import { sampleRoutes } from "./samples.ts";
import { statementRoutes } from "./statements.ts";

export function paymentRoutes(app: Hono<ApiEnv>, counter: PaymentCounter, law: Law): void {
  const api = paymentApi(app, counter, law);
  declarationRoutes(api);
  runRoutes(api);
  statementRoutes(api);
  bankRoutes(api);
  recoveryRoutes(api);
  blockRoutes(api);
  accountRoutes(api);
  advanceRoutes(api);
  sampleRoutes(api);
}
