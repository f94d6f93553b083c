// A decision as a program sends it.
import { z } from "@hono/zod-openapi";
import type { Choice } from "../../counter/index.ts";
import { GUIDANCE_NEEDS, PACKAGES } from "../../dossier/index.ts";

const ref = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "a UUID");
const motivation = z.string().max(5_000).default("");

export const choiceSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("GRANT"),
    followsOn: ref.nullish().openapi({ description: "Older right that the grant follows on (TRANS-04)." }),
    takesOver: ref.nullish().openapi({ description: "Stopped file whose counter is kept after a take-over (OPEN-17)." }),
    confirmed: z.array(z.string().max(100)).max(20).default([]),
    manual: z
      .strictObject({
        package: z.enum(PACKAGES).optional(),
        percentage: z.number().int().min(0).max(100).optional(),
        guidanceNeed: z.enum(GUIDANCE_NEEDS).optional(),
        quarters: z.number().int().min(1).max(80).optional(),
      })
      .nullish(),
    switches: z.record(z.string().regex(/^OPEN-\d{2}$/, "an open point"), z.string().max(100)).default({}),
    motivation,
  }),
  z.strictObject({
    kind: z.literal("EVALUATION"),
    evaluation: ref,
    quarters: z.number().int().min(1).max(80).nullish(),
    motivation,
  }),
]);

export function choiceOf(sent: z.infer<typeof choiceSchema>): Choice {
  if (sent.kind === "EVALUATION") {
    const { evaluation, quarters, motivation: words } = sent;
    return { kind: "EVALUATION", evaluationRef: evaluation as never, quarters: quarters ?? null, motivation: words.trim() };
  }
  const { followsOn, takesOver, confirmed, manual, switches, motivation: words } = sent;
  return {
    kind: "GRANT",
    rightRef: (followsOn ?? null) as never,
    takesOver: (takesOver ?? null) as never,
    confirmed,
    manual: manual == null ? null : (withoutUndefined(manual) as never),
    switches,
    motivation: words.trim(),
  };
}

const withoutUndefined = (given: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
