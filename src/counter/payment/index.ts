// Public face of the payment counter, inside this room.
export { accountsCsv } from "./accounts-csv.ts";
export {
  type BlockInput,
  type OpenedBlock,
  openBlock,
  type Payee,
  sealBlockReason,
  setBlock,
} from "./block-desk.ts";
export { COMMITMENT_QUEUE } from "./commitment-jobs.ts";
export { dryRunOf } from "./dry-run.ts";
export { forecastOf } from "./forecast-view.ts";
export { type OpenedLine, openLine } from "./line-desk.ts";
export { beneficiaryNames, type NamedBeneficiary } from "./names.ts";
export { type PaymentOverview, paymentOverview } from "./overview.ts";
export type * from "./ports.ts";
