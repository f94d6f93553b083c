// Public face of the store: PostgreSQL behind the ports that other rooms declare.
export type { ArchiveHeader } from "./backup/archive.ts";
export { readHeader } from "./backup/archive.ts";
export { type BackupReport, backupKey, checkBackup, makeBackup, moveTables, restoreBackup } from "./backup/backup.ts";
export type { CopyProgress } from "./backup/copy-tables.ts";
export type { Client, Pool, Queryable } from "./connection.ts";
export { draftStore, sweepDrafts } from "./counter/drafts.ts";
export { fileFinder } from "./counter/file-finder.ts";
export { fileLists } from "./counter/file-lists.ts";
export { rightQueries } from "./counter/older-rights.ts";
export { paymentQueries } from "./counter/payment-queries.ts";
export { privacyRequestStore } from "./counter/privacy-requests.ts";
export { replyStore, sweepReplies } from "./counter/replies.ts";
export { RUN_QUEUE, runWorkState } from "./counter/run-work.ts";
export { staffStore } from "./counter/staff.ts";
export { tokenStore } from "./counter/tokens.ts";
export { approvedImports, importStore, transitionRecords } from "./counter/transition-imports.ts";
export {
  enqueueStatusCalls,
  noteWebhook,
  WEBHOOK_QUEUE,
  type WebhookTarget,
  webhookStore,
  webhookTarget,
} from "./counter/webhooks.ts";
export { workList } from "./counter/work-list.ts";
export { type Database, type OpenOptions, openDatabase } from "./database.ts";
export type { Seal } from "./events/seal.ts";
export type { Flaw, Verification } from "./events/verify.ts";
export { completeJob, enqueue, failJob, type Job, renewJob, retryGivenUp, takeJobs } from "./jobs/jobs.ts";
export { keptResults } from "./lab/kept-results.ts";
export { labRecords } from "./lab/lab-records.ts";
export { addDelivery, allLetterRefs, keepLetter, letterStore, letterToDeliver } from "./letters/letters.ts";
export { readMark, setMark } from "./marks.ts";
export { askMayLag, mayLag } from "./may-lag.ts";
export { accountStore } from "./pay/accounts.ts";
export { advanceStore } from "./pay/advances.ts";
export { type Attest, type AttestQuery, copyAttests, latestAttests } from "./pay/attests.ts";
export { type Balance, checkBalance } from "./pay/balance.ts";
export { bankStore } from "./pay/bank.ts";
export { blockStore } from "./pay/blocks.ts";
export { bundleSource } from "./pay/bundles.ts";
export { declarationStore } from "./pay/declarations.ts";
export { lastWages } from "./pay/last-wages.ts";
export {
  type BookedSum,
  bookLines,
  type LedgerLine,
  type LedgerQuery,
} from "./pay/ledger.ts";
export { olderPositions } from "./pay/older-positions.ts";
export { paidQuarters } from "./pay/paid-quarters.ts";
export { payees } from "./pay/payees.ts";
export { paymentPorts } from "./pay/payment-ports.ts";
export { recoveryStore } from "./pay/recoveries.ts";
export { storeRuleGraph } from "./pay/rule-graphs.ts";
export { runStore } from "./pay/runs.ts";
export { sampleStore } from "./pay/samples.ts";
export { filesOfGrants, type StatementSource, statementSource } from "./pay/statements.ts";
export { dossierQueries } from "./read/dossier-queries.ts";
export type { Difference, RebuildReport } from "./read/rebuild.ts";
export { type LockWords, withLock } from "./server/lock.ts";
export { type SessionLifetimes, sessionStore, sweepSessions } from "./sessions/sessions.ts";
export type { ReadServer } from "./standby.ts";
export { linkageStore } from "./stat/linkages.ts";
export { publicationStore } from "./stat/publications.ts";
export { createStore, type Store, type StoreOptions } from "./store.ts";
export { type Tracing, traceWith } from "./tracing.ts";
export type { Access } from "./vault/access-log.ts";
export { accessesBy, accessesOf, accessQueries } from "./vault/access-log.ts";
export type { BulkSubject } from "./vault/bulk.ts";
export { type Erasure, eraseAgain, listErasures } from "./vault/erasures.ts";
export { type MasterKey, masterKey, masterKeyFrom } from "./vault/master-key.ts";
export { overdueSubjects } from "./vault/retention.ts";
export { assignmentStore } from "./vdab/assignments.ts";
export { catchUpStore, conversionStore } from "./vdab/catch-ups.ts";
export { workQueries } from "./vdab/work.ts";
export { type QueueVitals, readVitals, type Vitals } from "./watch.ts";
