// What each package gives, in one line, read from the law: "5 jaar: 40 %, daarna 30 %, daarna 20 %".
import { formatPercent, type Language, type Quarter } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import { simulatorText } from "../text/simulator.ts";
import { packageSchedule, type ScheduledPackage } from "./packages.ts";

export function packageHint(law: Law, code: ScheduledPackage, start: Quarter, language: Language, self = false): string {
  const text = simulatorText(language);
  const schedule = packageSchedule(law, code, start);
  const phases = schedule.phases.map((phase) => formatPercent(phase.percentage, language)).join(text.afterwards);
  const years = text.years(Math.round(schedule.quarters / 4));
  return self ? text.packagePhasesSelf(years, phases) : text.packagePhases(years, phases);
}
