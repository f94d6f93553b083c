// What each step of a handler takes, as a program sends it.
import { z } from "@hono/zod-openapi";
import { STOP_REASONS } from "../../dossier/index.ts";
import { isPlainDate, type PlainDate } from "../../kernel/index.ts";

const day = z
  .string()
  .refine(isPlainDate, "a day as 2026-12-31")
  .transform((text) => text as PlainDate);
const words = (least: number) => z.string().trim().min(least, "text").max(5_000);
const ids = z.array(z.string().regex(/^[A-Z]+-\d+$/, "an id of the rulebook")).max(20);

export const completionRequest = z.strictObject({
  missing: ids.min(1, "at least one"),
  question: words(1),
  answerBy: day.nullish(),
});
export const refusal = z.strictObject({ grounds: ids.default([]), motivation: words(1) });
export const stopping = z.strictObject({ lastDay: day, reason: z.enum(STOP_REASONS) });
export const assignment = z.strictObject({ handler: z.string().max(64).nullable() });
export const note = z.strictObject({ text: words(1) });
export const sendingBack = z.strictObject({ reason: words(1) });
