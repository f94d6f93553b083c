// Public face of the counters: what applicants can do, the same through pages, API and CSV.
export {
  CSV_EXAMPLE,
  type CsvReport,
  type CsvRow,
  csvOfReport,
  fileCsv,
  readCsv,
} from "./application/csv.ts";
export * from "./application/evidence.ts";
export { applyingOf, type ListedFile, listFiles, type OpenedFile, openFile, type Worker } from "./application/files.ts";
export { checkBeforeFiling, type Filed, type Filing, fileApplication } from "./application/filing.ts";
export { type ApplicationInput, OTHER_SUPPORTS, parseAnew, parseApplication } from "./application/input.ts";
export { ARRIVAL_LIMIT, type Arrival, type Arrivals } from "./arrivals.ts";
export * from "./department/index.ts";
export type {
  Computed as ComputedFigures,
  FiguresActor,
  FiguresPorts,
  NotComputed,
  ReleaseState,
  Template,
  Verified as VerifiedRelease,
} from "./figures/index.ts";
export * as figures from "./figures/index.ts";
export { fileNumber } from "./file-number.ts";
export { mandatesOf } from "./firm/acting-for.ts";
export { type Firm, openFirm } from "./firm/firm.ts";
export { type Registration, registerFirm, type TypedFirm } from "./firm/register.ts";
export { followJobs } from "./follow-jobs.ts";
export { type Following, follow, type Sealing } from "./follow-up/follow.ts";
export { type Possible, possibleWith } from "./follow-up/possible.ts";
export { type GrantQuarter, quartersOfGrant } from "./grants/quarters.ts";
export { letterOfEvent } from "./letters/issue.ts";
export {
  PAYMENT_LETTER_QUEUE,
  type PaymentFactSources,
  type PaymentLetterJob,
  paymentFacts,
} from "./letters/payment-facts.ts";
export { letterOfPayment, type PaymentLetterFacts } from "./letters/payment-letters.ts";
export { LETTER_QUEUE, type LetterPlan, letterJobs } from "./letters/plan.ts";
export type * from "./letters/ports.ts";
export { lettersToPost, notePosting, postsFor } from "./letters/posting.ts";
export { type ReadLetter, readLetter } from "./letters/read.ts";
export { lettersOnRights } from "./letters/right-lists.ts";
export {
  fiscalView,
  mayReadStatements,
  ownBeneficiaries,
  StatementChanged,
  type StatementSources,
  statementNumber,
  statementView,
} from "./letters/statements.ts";
export * from "./payment/index.ts";
export * from "./person/index.ts";
export type * from "./ports.ts";
export * from "./privacy/index.ts";
export * as counterReasons from "./reasons.ts";
export { type By, type ImportView, TransitionImports } from "./transition/imports.ts";
export { type Cells, COLUMN_HELP, COLUMNS, type Column, TEMPLATE_CSV, TEMPLATE_ROWS } from "./transition/layout.ts";
export type { OrganisationView } from "./transition/organisation.ts";
export type * from "./transition/ports.ts";
export { fteText, type MeasureProof, type Proof, ROW_OUTCOMES, type RowOutcome, type Sum } from "./transition/proof.ts";
export { RIGHT_ACTS, RIGHT_FIELDS, type RightAct } from "./transition/right-input.ts";
export {
  type EndingRight,
  type EndingState,
  OlderRights,
  type OpenedRight,
  type RightLine,
  type RightPorts,
  type RightQuarter,
  type RightQueries,
  type RightQuery,
} from "./transition/rights.ts";
export type { ImportAction, ImportStage } from "./transition/stage.ts";
export * from "./vdab/index.ts";
