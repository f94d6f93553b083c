// What somebody filled in, said back in words.
import {
  basisPoints,
  cents,
  formatDate,
  formatEuro,
  formatPercent,
  formatQuarter,
  type Language,
  parsePercent,
  pick,
  plainDate,
  quarter,
} from "../../kernel/index.ts";
import { formatValue, type Law } from "../../law/index.ts";
import { simulatorText } from "../text/simulator.ts";
import type { EmployerCase, SimulatedCase } from "./contract.ts";
import { packageHint } from "./package-text.ts";
import { AFTER_EVALUATION, type ScheduledPackage } from "./packages.ts";

export interface GivenRow {
  readonly name: string;
  readonly value: string;
}

const percent = (text: string, language: Language) => {
  const parsed = parsePercent(text);
  return parsed.ok ? formatPercent(basisPoints(parsed.value), language) : text;
};

export function givenRows(law: Law, simulated: SimulatedCase, language: Language): GivenRow[] {
  const text = simulatorText(language);
  const rows: GivenRow[] = [{ name: text.package, value: packageWords(law, simulated, language) }];
  const add = (name: string, value: string | null) => {
    if (value !== null) rows.push({ name, value });
  };
  if (simulated.scheme === "employer") addEmployerRows(simulated, language, add);
  add(text.start, formatQuarter(quarter(simulated.startQuarter), language));
  for (const [id, value] of Object.entries(simulated.switches)) {
    const option = law.switches.get(id)?.options.find((one) => one.value === value);
    if (option !== undefined) rows.push({ name: `${text.youChose} ${id}`, value: pick(option.title, language) });
  }
  return rows;
}

function packageWords(law: Law, simulated: SimulatedCase, language: Language): string {
  const text = simulatorText(language);
  const self = simulated.scheme === "selfEmployed";
  if (simulated.package === AFTER_EVALUATION)
    return `${text.packageEvaluation}: ${percent(simulated.percentage ?? "", language)}`;
  const names: Readonly<Record<string, string>> = {
    P5: text.packageP5,
    P5_PLUS: self ? text.packageP5PlusSelf : text.packageP5Plus,
    T2: text.packageT2,
    P5_MWB: text.packageMwb,
  };
  const hint = packageHint(law, simulated.package as ScheduledPackage, quarter(simulated.startQuarter), language, self);
  return `${names[simulated.package] ?? simulated.package} (${hint})`;
}

function addEmployerRows(simulated: EmployerCase, language: Language, add: (name: string, value: string | null) => void): void {
  const text = simulatorText(language);
  const guidance: Readonly<Record<string, string>> = {
    NONE: text.guidanceNone,
    LOW: text.guidanceLow,
    MEDIUM: text.guidanceMedium,
    HIGH: text.guidanceHigh,
  };
  const share = (fraction: string) => formatValue(fraction, "fraction", language);
  add(text.guidance, guidance[simulated.guidanceNeed] ?? simulated.guidanceNeed);
  add(text.fraction, share(simulated.employmentFraction));
  add(text.performed, simulated.performedFraction === null ? null : share(simulated.performedFraction));
  add(`${text.wage} ${text.perQuarter}`, formatEuro(cents(simulated.wageCents), language));
  add(
    `${text.contributions} ${text.perQuarter}`,
    simulated.contributionCents === null ? text.notFilledIn : formatEuro(cents(simulated.contributionCents), language),
  );
  add(text.from, simulated.inServiceFrom === null ? null : formatDate(plainDate(simulated.inServiceFrom), language));
  add(text.until, simulated.inServiceUntil === null ? null : formatDate(plainDate(simulated.inServiceUntil), language));
  add(text.collective, simulated.collectivePercentage === null ? null : percent(simulated.collectivePercentage, language));
}
