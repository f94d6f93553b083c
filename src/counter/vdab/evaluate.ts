// An evaluation that an employer asked: what VDAB found on the workfloor (PROC-20, PROC-22, WP-10, IND-25).
import {
  EVALUATION_OUTCOMES,
  type Evaluation,
  type EvaluationOutcome,
  GUIDANCE_NEEDS,
  type GuidanceNeed,
  type Reason,
} from "../../dossier/index.ts";
import { fail, ok, type PlainDate, parsePercent, parsePlainDate, type Result } from "../../kernel/index.ts";
import type { Acting } from "../ports.ts";
import { asObject, Reader } from "../reader.ts";
import { actOnFile } from "./act.ts";
import type { VdabFile } from "./file.ts";
import { REASON_LENGTH } from "./finding-input.ts";
import type { Meta } from "./indicate.ts";
import { VDAB_NOTE } from "./person-file.ts";
import type { VdabPorts } from "./ports.ts";

export interface EvaluationInput {
  readonly visitedOn: PlainDate | null;
  readonly decidedOn: PlainDate;
  readonly outcome: EvaluationOutcome;
  /** Whole percent, with outcome PACKAGE. */
  readonly percentage: number | null;
  readonly guidanceNeed: GuidanceNeed | null;
  readonly reason: string;
}

export function parseEvaluation(json: unknown): Result<EvaluationInput, readonly Reason[]> {
  const from = asObject(json);
  const read = new Reader();
  const visit = read.text(from, "visitedOn", "visitedOn");
  const visitedOn = visit === null ? null : read.parsed(visit, "visitedOn", parsePlainDate);
  const decidedOn = read.parsed(read.needed(from, "decidedOn", "decidedOn"), "decidedOn", parsePlainDate);
  const outcome = read.choice(from, "outcome", "outcome", EVALUATION_OUTCOMES);
  const changes = outcome === "PACKAGE";
  const share = changes ? read.parsed(read.needed(from, "percentage", "percentage"), "percentage", parsePercent) : null;
  const guidanceNeed = changes ? read.choice(from, "guidanceNeed", "guidanceNeed", GUIDANCE_NEEDS) : null;
  const reason = read.needed(from, "reason", "reason", REASON_LENGTH);
  if (read.found.length > 0 || decidedOn === null || outcome === null || reason === null) return fail(read.found);
  return ok({ visitedOn, decidedOn, outcome, percentage: share === null ? null : share / 100, guidanceNeed, reason });
}

export function recordEvaluation(
  ports: Pick<VdabPorts, "law" | "clock" | "events">,
  acting: Acting,
  file: VdabFile,
  { evaluationRef }: Pick<Evaluation, "evaluationRef">,
  input: EvaluationInput,
  meta: Meta,
): Promise<Result<number, readonly Reason[]>> {
  const { reason, percentage, guidanceNeed, ...rest } = input;
  return actOnFile(ports, acting, file, {
    ...meta,
    asked: { evaluationRef, input: JSON.stringify(input) },
    commands: (sealing) => [
      {
        type: "RecordEvaluation",
        fileRef: file.fileRef,
        evaluationRef,
        ...rest,
        ...(percentage === null ? {} : { percentage }),
        ...(guidanceNeed === null ? {} : { guidanceNeed }),
        motivation: sealing.seal(file.personRef, VDAB_NOTE, { text: reason, fileRef: file.fileRef }),
      },
    ],
  });
}
