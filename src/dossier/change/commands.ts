// The command by which an employer or self-employed person reports a change (PROC-40).
import type { FileRef, PlainDate } from "../../kernel/index.ts";
import type { ChangeFacts } from "./events.ts";

export interface ChangeCommand {
  readonly type: "ReportChange";
  readonly fileRef: FileRef;
  readonly on: PlainDate;
  /** First day on which it holds; of an end, the day after the last. */
  readonly effectiveOn: PlainDate;
  readonly change: ChangeFacts;
}
