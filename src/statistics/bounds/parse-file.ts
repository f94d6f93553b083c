// A bounds question in YAML: the tickets, the published margins, and the quantities to bound.
import { z } from "zod";
import { fail, localized, ok, type Result } from "../../kernel/index.ts";
import { type PlacedIssue, readYaml } from "../definition/index.ts";
import type { BoundsQuestion } from "./bounds.ts";

const selection = {
  id: z.string().min(1),
  has: z.array(z.string()).optional(),
  hasNot: z.array(z.string()).optional(),
  only: z.array(z.string()).optional(),
  atLeastTickets: z.int().min(0).optional(),
};

const form = z.strictObject({
  tickets: z.array(z.string()),
  margins: z.array(
    z.strictObject({ ...selection, equals: z.int().optional(), atLeast: z.int().optional(), atMost: z.int().optional() }),
  ),
  derived: z.array(z.strictObject(selection)).optional(),
});

/** The question, or every mistake of form at its line. Whether the margins can hold together is for `bounds` to say. */
export function parseBoundsFile(text: string, file: string): Result<BoundsQuestion, readonly PlacedIssue[]> {
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml;
  const parsed = form.safeParse(yaml.value.data);
  // A field that is left out is left out, not undefined.
  if (parsed.success) return ok(JSON.parse(JSON.stringify(parsed.data)) as BoundsQuestion);
  return fail(
    parsed.error.issues.map((issue) => {
      const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
      return yaml.value.place({
        path,
        problem: { id: "bounds.form", field: path.join("."), message: localized(issue.message, issue.message, issue.message) },
      });
    }),
  );
}
