// Seeded random changes of the law: amounts, percentages, phases and readings, alone or together.
import type { Law, ParameterOverride, SwitchChoice } from "../../src/law/index.ts";

export interface RandomReform {
  readonly name: string;
  readonly law: Law;
  readonly switches: SwitchChoice;
}

const euro = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;

type Draw = (random: (below: number) => number) => ParameterOverride;

const percentages =
  (id: string, phases: number): Draw =>
  (random) => ({
    id,
    value: Array.from({ length: phases }, () => `${5 * (1 + random(18))} %`).join(", "),
  });

const draws: readonly Draw[] = [
  (random) => ({ id: "ggmmi", value: euro(150_000 + random(150_000)), from: "2024-02-01" as never }),
  (random) => ({ id: "referenceWage.capMultiplier", value: String(1 + random(4)) }),
  percentages("wagePremium.package.T2", 2),
  percentages("wagePremium.package.P5", 3),
  percentages("wagePremium.package.P5_PLUS", 3),
  percentages("wagePremium.package.P5_MWB", 3),
  (random) => ({ id: "wagePremium.phaseLastQuarters", value: `${2 + random(4)}, ${8 + random(4)}, 20` }),
  (random) => ({ id: "guidancePremium.fixed.high", value: euro(random(300_000)) }),
  (random) => ({ id: "guidancePremium.fixed.low", value: euro(random(300_000)), from: "2025-01-01" as never }),
  (random) => ({ id: "guidancePremium.fixed.highLastQuarter", value: String(1 + random(20)) }),
  (random) => ({ id: "guidancePremium.variable.low", value: euro(random(300_000)) }),
  (random) => ({ id: "guidancePremium.variable.medium", value: euro(random(300_000)) }),
  (random) => ({ id: "guidancePremium.variable.high", value: euro(random(300_000)) }),
];

const readings: readonly (readonly [id: string, options: readonly string[]])[] = [
  ["OPEN-06", ["PERFORMED", "CONTRACTUAL"]],
  ["OPEN-10", ["PER_MONTH", "FIRST_MONTH", "LAST_MONTH"]],
  ["OPEN-13", ["DUE_WITH_SERVICE_AND_WAGE", "PRORATED", "ALWAYS_DUE"]],
  ["OPEN-25", ["HALF_UP", "TRUNCATE", "MONTHLY_X3"]],
  ["OPEN-26", ["DMFA_CONTRACTUAL", "PERFORMED"]],
];

export function randomReform(law: Law, random: (below: number) => number): RandomReform {
  const changes = draws.filter(() => random(3) === 0).map((draw) => draw(random));
  const switches = Object.fromEntries(
    readings.filter(() => random(3) === 0).map(([id, options]) => [id, options[random(options.length)]!]),
  );
  const changed = law.withParameters(changes);
  if (!changed.ok) throw new Error(JSON.stringify(changed.error));
  const name = [
    ...changes.map(({ id, value }) => `${id} = ${value}`),
    ...Object.entries(switches).map(([id, one]) => `${id} ${one}`),
  ];
  return { name: name.join("; ") || "nothing", law: changed.value, switches };
}
