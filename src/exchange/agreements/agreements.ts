// The agreements under which personal data are exchanged; one that has ended stops its exchange.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { isPlainDate, localized, type PlainDate, problem, Refusal } from "../../kernel/index.ts";

/** Dutch: protocol van een gegevensuitwisseling. */
export interface Agreement {
  readonly id: string;
  readonly partner: string;
  readonly direction: "in" | "uit";
  readonly protocol: string;
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly from: PlainDate;
  /** Last day; null: without end. */
  readonly until: PlainDate | null;
}

const day = z.string().refine(isPlainDate, "a day as 2026-01-31");
const shape = z.array(
  z.strictObject({
    id: z.string().min(1),
    partner: z.string().min(1),
    direction: z.enum(["in", "uit"]),
    protocol: z.string().min(1),
    purpose: z.string().min(1),
    fields: z.array(z.string().min(1)).min(1),
    from: day,
    until: day.nullable(),
  }),
);

const OWN = join(import.meta.dirname, "agreements.yaml");

/** Throws a `Refusal` that names the file and the field. */
export function readAgreements(file: string = OWN): readonly Agreement[] {
  const content: unknown = parse(readFileSync(file, "utf8"), { schema: "failsafe" });
  const read = shape.safeParse(withNulls(content));
  if (read.success) return read.data as readonly Agreement[];
  const { path, message } = read.error.issues[0]!;
  const detail = `${file}: ${path.join(".")}: ${message}`;
  throw new Refusal([problem("exchange.agreements", localized(detail, detail, detail))]);
}

/** Days stay text; only the word null is nothing. */
function withNulls(content: unknown): unknown {
  if (!Array.isArray(content)) return content;
  return content.map((one: Record<string, unknown>) => ({ ...one, until: one.until === "null" ? null : one.until }));
}

/** Whether the exchange may be made on the day. One without an agreement may not. */
export function isAgreed(agreements: readonly Agreement[], id: string, on: PlainDate): boolean {
  const found = agreements.find((one) => one.id === id);
  return found !== undefined && found.from <= on && (found.until === null || on <= found.until);
}
