// Public face of the public accounts.
export {
  type AccountEntry,
  type AccountLine,
  type AccountPorts,
  type AccountStore,
  Accounts,
  type StateAid,
  type YearSum,
} from "./accounts.ts";
export type { BudgetRow, StoredBudgetRow } from "./budget.ts";
export type { Commitment, CommittedSum, GrantToCommit } from "./commitment.ts";
export type { ArticleRoom, GateAnswer } from "./gate.ts";
export { grantToCommit } from "./grant-terms.ts";
