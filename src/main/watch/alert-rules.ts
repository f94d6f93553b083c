// Rules that say when the operator must look, read from a file and checked: a rule that could never speak is refused.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { localized, problem, Refusal } from "../../kernel/index.ts";
import { type Measures, measureNames } from "./measures.ts";

export interface AlertRule {
  readonly id: string;
  readonly measure: keyof Measures;
  readonly above?: number | undefined;
  readonly below?: number | undefined;
  readonly severity: "warning" | "critical";
  readonly title: string;
  readonly whatToDo: string;
}

export interface Alert extends AlertRule {
  readonly value: number;
}

const rule = z
  .strictObject({
    id: z.string().regex(/^[a-zA-Z0-9]+$/),
    measure: z.enum(measureNames),
    above: z.number().optional(),
    below: z.number().optional(),
    severity: z.enum(["warning", "critical"]),
    title: z.string().min(1),
    whatToDo: z.string().min(1),
  })
  .refine((one) => (one.above === undefined) !== (one.below === undefined), {
    message: "either above or below",
    path: ["above"],
  });

const OWN = join(import.meta.dirname, "alerts.yaml");

/** Throws a `Refusal` that names the file, the rule and the field. */
export function readAlertRules(file: string = OWN): readonly AlertRule[] {
  let content: unknown;
  try {
    content = parse(readFileSync(file, "utf8"), { logLevel: "error" });
  } catch (error) {
    return refuseRules(file, (error as Error).message.split("\n")[0]!);
  }
  const read = z.array(rule).safeParse(content);
  if (!read.success) {
    const { path, message } = read.error.issues[0]!;
    return refuseRules(file, `${path.join(".")}: ${message}`);
  }
  const twice = read.data.find(({ id }, at) => read.data.findIndex((other) => other.id === id) !== at);
  return twice === undefined ? read.data : refuseRules(file, `${twice.id} twice`);
}

function refuseRules(file: string, detail: string): never {
  throw new Refusal([
    problem(
      "watch.alerts",
      localized(
        `De alarmregels in ${file} kloppen niet: ${detail}`,
        `The alert rules in ${file} are wrong: ${detail}`,
        `Les règles d'alerte dans ${file} sont incorrectes : ${detail}`,
      ),
    ),
  ]);
}

/** Rules that speak now, the critical ones first. A measure that is not known raises nothing. */
export function alertsOf(rules: readonly AlertRule[], measures: Measures): readonly Alert[] {
  return rules
    .flatMap((one) => {
      const value = measures[one.measure];
      if (value === null) return [];
      const speaks = (one.above !== undefined && value > one.above) || (one.below !== undefined && value < one.below);
      return speaks ? [{ ...one, value }] : [];
    })
    .sort((a, b) => Number(b.severity === "critical") - Number(a.severity === "critical"));
}
