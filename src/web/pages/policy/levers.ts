// The few parameters that a reader can move: where they stand now, how far they go, and which rule of the law a value would break.
import {
  firstDay,
  type Language,
  type Localized,
  localized,
  type PlainDate,
  pick,
  plainDate,
  type Quarter,
} from "../../../kernel/index.ts";
import { emptyReform, type ParameterChange, type Reform } from "../../../lab/index.ts";
import type { Law } from "../../../law/index.ts";

export interface Lever {
  /** Name in the address and of the input. */
  readonly name: string;
  readonly parameter: string;
  /** Place in the parameter's list; null: the parameter is one value. */
  readonly at: number | null;
  readonly title: Localized;
  readonly unit: "times" | "percent" | "euro" | "quarters";
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** What the law says, in the unit of the lever. */
  readonly now: number;
}

export interface LeverValue {
  readonly lever: Lever;
  readonly value: number;
  /** What was typed when it is no number within the lever; null: fine. */
  readonly typed: string | null;
}

export interface BrokenRule {
  readonly lever: string;
  readonly rule: string;
  readonly message: Localized;
}

const CAP = "referenceWage.capMultiplier";

const packageTitle = (name: Localized, phase: number): Localized =>
  localized(`${name.nl}, fase ${phase}`, `${name.en}, phase ${phase}`, `${name.fr}, phase ${phase}`);
const p5 = localized("Startpakket van 5 jaar", "5-year start package", "Paquet de départ de 5 ans");
const plus = localized("Verhoogd startpakket", "Higher start package", "Paquet de départ majoré");

export function leversOf(law: Law, from: Quarter): readonly Lever[] {
  const day = firstDay(from);
  const now = (parameter: string, at: number | null, scale: number) => {
    const list = valuesAt(law, parameter, day);
    return list[at ?? 0]! / scale;
  };
  const percent = (name: string, parameter: string, at: number, title: Localized): Lever => {
    const lever = { name, parameter, at, title, unit: "percent", min: 0, max: 100, step: 5 } as const;
    return { ...lever, now: now(parameter, at, 100) };
  };
  const euro = (name: string, parameter: string, max: number, title: Localized): Lever => {
    const lever = { name, parameter, at: null, title, unit: "euro", min: 0, max, step: 10 } as const;
    return { ...lever, now: now(parameter, null, 100) };
  };
  return [
    {
      name: "plafond",
      parameter: CAP,
      at: null,
      title: localized(
        "Plafond van het loon, in keren het minimuminkomen",
        "Cap on the wage, in times the minimum income",
        "Plafond du salaire, en multiples du revenu minimum",
      ),
      unit: "times",
      min: 1,
      max: 4,
      step: 0.1,
      now: now(CAP, null, 1),
    },
    percent("p5a", "wagePremium.package.P5", 0, packageTitle(p5, 1)),
    percent("p5b", "wagePremium.package.P5", 1, packageTitle(p5, 2)),
    percent("p5c", "wagePremium.package.P5", 2, packageTitle(p5, 3)),
    percent("plusa", "wagePremium.package.P5_PLUS", 0, packageTitle(plus, 1)),
    euro(
      "vasthoog",
      "guidancePremium.fixed.high",
      3000,
      localized(
        "Begeleiding, vast deel in de eerste kwartalen",
        "Guidance, fixed part in the first quarters",
        "Accompagnement, partie fixe des premiers trimestres",
      ),
    ),
    euro(
      "vastlaag",
      "guidancePremium.fixed.low",
      3000,
      localized("Begeleiding, vast deel daarna", "Guidance, fixed part after that", "Accompagnement, partie fixe ensuite"),
    ),
  ];
}

function valuesAt(law: Law, parameter: string, day: PlainDate): readonly number[] {
  const read = law.parameterAt(parameter, day);
  if (!read.ok) throw new TypeError(`The law gives no ${parameter} on ${day}`);
  // A multiplier with decimals is decimal text.
  return [read.value.value].flat().map(Number);
}

/** Values from an address; what is left out or wrong is what the law says. */
export function readLevers(levers: readonly Lever[], query: URLSearchParams): readonly LeverValue[] {
  return levers.map((lever) => {
    const typed = query.get(lever.name);
    if (typed === null || typed.trim() === "") return { lever, value: lever.now, typed: null };
    const value = Number(typed.trim().replace(",", "."));
    const fits = Number.isFinite(value) && value >= lever.min && value <= lever.max;
    return fits ? { lever, value: onStep(value, lever), typed: null } : { lever, value: lever.now, typed };
  });
}

/** Hundredths are kept: an amount has cents, a percentage two decimals. */
function onStep(value: number, { unit }: Lever): number {
  return unit === "times" ? Math.round(value * 10_000) / 10_000 : Math.round(value * 100) / 100;
}

/** Only what differs from the law. */
export function reformOfLevers(law: Law, values: readonly LeverValue[], from: Quarter, title: Localized): Reform {
  const day = plainDate(firstDay(from));
  const moved = values.filter(({ lever, value }) => value !== lever.now);
  const parameters = [...new Set(moved.map(({ lever }) => lever.parameter))].map((id, index): ParameterChange => {
    const own = moved.filter(({ lever }) => lever.parameter === id);
    const unit = law.parameters.get(id)?.unit;
    const scale = unit === "times" ? 1 : 100;
    const list = valuesAt(law, id, day).map((value) => value / scale);
    for (const { lever, value } of own) list[lever.at ?? 0] = value;
    return {
      id,
      value: list.map((value) => decimal(value, unit === "times" ? 4 : 2)).join(", "),
      from: day,
      to: null,
      file: "beleid",
      line: index + 1,
    };
  });
  return { ...emptyReform("beleid", title), parameters };
}

function decimal(value: number, places: number): string {
  return value.toFixed(places).replace(/\.?0+$/, "");
}

/** Values that the law's own rules would not allow. They are computed all the same: a reform may change the rule too. */
export function brokenRules(law: Law, values: readonly LeverValue[], from: Quarter): readonly BrokenRule[] {
  const day = firstDay(from);
  const bound = (id: string) => valuesAt(law, id, day)[0]! / 100;
  const [least, most, step] = [bound("wagePremium.minPct"), bound("wagePremium.maxPct"), bound("wagePremium.stepPct")];
  const broken: BrokenRule[] = [];
  for (const { lever, value } of values) {
    if (value === lever.now || lever.unit !== "percent") continue;
    if (value < least || value > most || value % step !== 0) {
      broken.push({
        lever: lever.name,
        rule: "WP-02",
        message: localized(
          `${value} % mag niet: regel WP-02 laat ${least} tot ${most} % toe, in stappen van ${step} %. De berekening gaat door alsof die regel mee verandert.`,
          `${value}% is not allowed: rule WP-02 allows ${least} to ${most}%, in steps of ${step}%. The calculation goes on as if that rule changed too.`,
          `${value} % n’est pas permis : la règle WP-02 admet de ${least} à ${most} %, par pas de ${step} %. Le calcul continue comme si cette règle changeait aussi.`,
        ),
      });
    }
  }
  const phases = values.filter(({ lever }) => lever.parameter === "wagePremium.package.P5").map(({ value }) => value);
  if (phases.some((value, index) => index > 0 && value > phases[index - 1]!)) {
    broken.push({
      lever: "p5b",
      rule: "WP-04",
      message: localized(
        "Een startpakket daalt van fase tot fase (regel WP-04): hier stijgt het.",
        "A start package falls from phase to phase (rule WP-04): here it rises.",
        "Un paquet de départ diminue de phase en phase (règle WP-04) : ici il augmente.",
      ),
    });
  }
  return broken;
}

export function leverText({ unit }: Lever, value: number, language: Language): string {
  const number = new Intl.NumberFormat(language === "nl" ? "nl-BE" : language === "fr" ? "fr-BE" : "en-GB", {
    maximumFractionDigits: 2,
  }).format(value);
  if (unit === "times") return pick(localized(`${number} keer`, `${number} times`, `${number} fois`), language);
  return unit === "percent" ? `${number} %` : unit === "euro" ? `€ ${number}` : number;
}
