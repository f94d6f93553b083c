// Reads the JSON form of a calculation. Says everything that is wrong at once: the field, what is expected there, what to do.
import {
  fail,
  localized,
  ok,
  type Problem,
  parseEuroNotNegative,
  parseFraction,
  parseFractionOrZero,
  parsePercent,
  parsePlainDate,
  parseQuarter,
  problem,
  type Result,
} from "../../kernel/index.ts";
import type { SwitchChoice } from "../model.ts";
import { type CalculationInput, guidanceNeeds, startPackages } from "./input.ts";

type Reader = (text: string, field: string) => Result<unknown>;

const everyone: Readonly<Record<string, Reader>> = {
  package: oneOf(startPackages),
  percentage: parsePercent,
  startQuarter: parseQuarter,
  quarter: parseQuarter,
};

const ofEmployer: Readonly<Record<string, Reader>> = {
  collectivePercentage: parsePercent,
  guidanceNeed: oneOf(guidanceNeeds),
  employmentFraction: parseFraction,
  performedFraction: parseFractionOrZero,
  grossWage: parseEuroNotNegative,
  employerContributions: parseEuroNotNegative,
  contributionReductions: parseEuroNotNegative,
  inServiceFrom: parsePlainDate,
  inServiceUntil: parsePlainDate,
};

const readers: Readonly<Record<"employer" | "selfEmployed", Readonly<Record<string, Reader>>>> = {
  employer: { ...everyone, ...ofEmployer },
  selfEmployed: everyone,
};

const schemes = Object.keys(readers);
const known = new Set(["scheme", "switches", ...Object.keys(readers.employer)]);

/** A field that is null counts as left out. What is missing is no problem here: `calculate` answers that the case is incomplete. */
export function parseCalculation(json: unknown): Result<CalculationInput, Problem[]> {
  if (!isObject(json)) return fail([notObject()]);
  const problems: Problem[] = [];
  const input: Record<string, unknown> = {};
  const { scheme } = json;
  if (typeof scheme === "string" && schemes.includes(scheme)) input.scheme = scheme;
  else if (scheme !== undefined && scheme !== null) problems.push(notOneOf(scheme, "scheme", schemes));

  // Without a known scheme the widest set of fields applies, so that their own mistakes are still found.
  const expected = readers[(input.scheme as "employer" | "selfEmployed") ?? "employer"];
  for (const field of Object.keys(json)) {
    const value = json[field];
    if (field === "scheme" || value === null) {
      if (!known.has(field)) problems.push(unknownField(field));
      continue;
    }
    if (field === "switches") {
      const switches = parseSwitches(value);
      if (switches.ok) input.switches = switches.value;
      else problems.push(...switches.error);
      continue;
    }
    const read = Object.hasOwn(expected, field) ? expected[field] : undefined;
    if (read === undefined) {
      problems.push(known.has(field) ? notForSelfEmployed(field) : unknownField(field));
    } else if (typeof value !== "string") {
      problems.push(notText(field));
    } else {
      const result = read(value, field);
      if (result.ok) input[field] = result.value;
      else problems.push(result.error);
    }
  }
  problems.push(...contradictions(input));
  return problems.length > 0 ? fail(problems) : ok(input as unknown as CalculationInput);
}

/** Fields that are right each by itself and wrong together. */
function contradictions(input: Readonly<Record<string, unknown>>): Problem[] {
  const problems: Problem[] = [];
  if (input.scheme === "selfEmployed" && input.package === "P5_MWB") {
    problems.push(
      problem(
        "calculation.package",
        localized(
          "Een zelfstandige kan het pakket P5_MWB niet hebben. Kies T2, P5, P5_PLUS of AFTER_EVALUATION.",
          "A self-employed person cannot have the package P5_MWB. Choose T2, P5, P5_PLUS or AFTER_EVALUATION.",
          "Un indépendant ne peut pas avoir le paquet P5_MWB. Choisissez T2, P5, P5_PLUS ou AFTER_EVALUATION.",
        ),
        "package",
        "T2 | P5 | P5_PLUS | AFTER_EVALUATION",
      ),
    );
  }
  if (input.percentage !== undefined && input.package !== undefined && input.package !== "AFTER_EVALUATION") {
    problems.push(
      problem(
        "calculation.percentage",
        localized(
          "Een percentage hoort alleen bij het pakket AFTER_EVALUATION. Laat het weg.",
          "A percentage belongs only to the package AFTER_EVALUATION. Leave it out.",
          "Un pourcentage n’accompagne que le paquet AFTER_EVALUATION. Omettez-le.",
        ),
        "percentage",
        "null",
      ),
    );
  }
  const { inServiceFrom, inServiceUntil } = input;
  if (typeof inServiceFrom === "string" && typeof inServiceUntil === "string" && inServiceUntil < inServiceFrom) {
    problems.push(
      problem(
        "calculation.service",
        localized(
          "De laatste dag in dienst ligt voor de eerste. Kijk beide datums na.",
          "The last day in service lies before the first. Check both dates.",
          "Le dernier jour de service précède le premier. Vérifiez les deux dates.",
        ),
        "inServiceUntil",
        ">= inServiceFrom",
      ),
    );
  }
  return problems;
}

function parseSwitches(value: unknown): Result<SwitchChoice, Problem[]> {
  if (!isObject(value)) {
    const message = localized(
      'Schrijf de lezingen als {"OPEN-01":"5/4/11"}.',
      'Write the readings as {"OPEN-01":"5/4/11"}.',
      'Écrivez les lectures comme {"OPEN-01":"5/4/11"}.',
    );
    return fail([problem("calculation.switches", message, "switches", '{"OPEN-nn":"..."}')]);
  }
  const problems: Problem[] = [];
  const switches: Record<string, string> = {};
  for (const [id, option] of Object.entries(value)) {
    if (option === null) continue;
    if (typeof option === "string") switches[id] = option;
    else problems.push(notText(`switches.${id}`));
  }
  return problems.length > 0 ? fail(problems) : ok(switches);
}

function oneOf(options: readonly string[]): Reader {
  return (text, field) => (options.includes(text) ? ok(text) : fail(notOneOf(text, field, options)));
}

function notOneOf(given: unknown, field: string, options: readonly string[]): Problem {
  const shown = (typeof given === "string" ? given : (JSON.stringify(given) ?? "")).slice(0, 40);
  const list = options.join(", ");
  return problem(
    "calculation.option",
    localized(
      `“${shown}” is hier niet bekend. Kies een van: ${list}.`,
      `“${shown}” is not known here. Choose one of: ${list}.`,
      `« ${shown} » n’est pas connu ici. Choisissez parmi : ${list}.`,
    ),
    field,
    options.join(" | "),
  );
}

function notObject(): Problem {
  return problem(
    "calculation.object",
    localized(
      'Een berekening is één JSON-object, zoals {"scheme":"employer", ...}.',
      'A calculation is one JSON object, such as {"scheme":"employer", ...}.',
      'Un calcul est un objet JSON, comme {"scheme":"employer", ...}.',
    ),
    undefined,
    "{...}",
  );
}

function unknownField(field: string): Problem {
  const shown = field.slice(0, 40);
  return problem(
    "calculation.field",
    localized(
      `Het veld “${shown}” bestaat niet. Kijk de naam na of laat het weg.`,
      `There is no field “${shown}”. Check the name or leave it out.`,
      `Le champ « ${shown} » n’existe pas. Vérifiez le nom ou omettez-le.`,
    ),
    shown,
    [...known].join(" | "),
  );
}

function notForSelfEmployed(field: string): Problem {
  return problem(
    "calculation.field",
    localized(
      `Het veld “${field}” geldt niet voor een zelfstandige: die krijgt alleen de ondersteuningspremie. Laat het weg.`,
      `The field “${field}” does not apply to a self-employed person, who receives the support premium only. Leave it out.`,
      `Le champ « ${field} » ne vaut pas pour un indépendant, qui ne reçoit que la prime de soutien. Omettez-le.`,
    ),
    field,
    "null",
  );
}

function notText(field: string): Problem {
  return problem(
    "calculation.text",
    localized(
      "Schrijf deze waarde als tekst tussen aanhalingstekens.",
      "Write this value as text between quotes.",
      "Écrivez cette valeur comme un texte entre guillemets.",
    ),
    field,
    '"..."',
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
