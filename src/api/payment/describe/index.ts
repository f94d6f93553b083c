// What programs can ask about payments, as the OpenAPI description prints it.
import { accountDescriptions } from "./accounts.ts";
import { advanceDescriptions } from "./advances.ts";
import { bankDescriptions } from "./bank.ts";
import { blockDescriptions } from "./blocks.ts";
import { declarationDescriptions } from "./declarations.ts";
import { recoveryDescriptions } from "./recoveries.ts";
import { runDescriptions } from "./runs.ts";
import { sampleDescriptions } from "./samples.ts";
import { statementDescriptions } from "./statements.ts";

export const paymentDescriptions = [
  ...declarationDescriptions,
  ...runDescriptions,
  ...statementDescriptions,
  ...bankDescriptions,
  ...recoveryDescriptions,
  ...blockDescriptions,
  ...accountDescriptions,
  ...advanceDescriptions,
  ...sampleDescriptions,
];
