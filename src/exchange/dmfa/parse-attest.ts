// One attest element to a typed attest, or every reason why it cannot be taken in.
import {
  type Cents,
  collect,
  compareDates,
  type EmploymentFraction,
  fail,
  localized,
  ok,
  type PlainDate,
  type Problem,
  parseEuro,
  parseEuroNotNegative,
  parseFractionOrZero,
  parseInsz,
  parseKbo,
  parsePlainDate,
  parseQuarter,
  problem,
  type Result,
} from "../../kernel/index.ts";
import type {
  AttestStatus,
  ContributionLine,
  DmfaAttest,
  Occupation,
  Remuneration,
} from "../../payment/declaration/dmfa-attest.ts";
import { child, childrenNamed, textOf, type XmlElement } from "../xml/xml-tree.ts";

const statuses: Readonly<Record<string, AttestStatus>> = { "0": "NEW", "1": "CHANGED", "3": "CANCELLED", "4": "REACTIVATED" };

export function parseAttest(element: XmlElement): Result<DmfaAttest, Problem[]> {
  const wrong: Problem[] = [];
  const note = <T>(result: Result<T> | Result<T, Problem[]>): T | null => {
    if (result.ok) return result.value;
    wrong.push(...(Array.isArray(result.error) ? result.error : [result.error]));
    return null;
  };
  const number = note(matching(element.attributes.number, /^[A-Z0-9-]{1,20}$/, "Attest/@number", "1-20 A-Z 0-9 -"));
  const version = note(whole(element.attributes.version, "Attest/@version", 1, 9_999));
  const status = note(statusOf(element.attributes.status));
  const quarter = note(parseQuarter(element.attributes.quarter ?? "", "Attest/@quarter"));
  const employer = note(parseKbo(textOf(element, "EmployerDeclaration", "CompanyID") ?? "", "CompanyID"));
  const worker = note(parseInsz(textOf(element, "NaturalPerson", "INSS") ?? "", "INSS"));
  const record = child(element, "WorkerRecord");
  const occupations = note(collectAll(childrenNamed(record ?? element, "Occupation").map(parseOccupation)));
  const contributions = note(
    collect(childrenNamed(record ?? element, "Contribution").map((e) => contributionLine(e, "Contribution"))),
  );
  const reductions = note(collect(childrenNamed(record ?? element, "Reduction").map((e) => contributionLine(e, "Reduction"))));
  // A cancelled attest may be empty: it only says that its earlier versions no longer hold.
  if (status !== null && status !== "CANCELLED" && occupations !== null && occupations.length === 0) wrong.push(noOccupation());
  if (
    wrong.length > 0 ||
    number === null ||
    version === null ||
    status === null ||
    quarter === null ||
    employer === null ||
    worker === null ||
    occupations === null ||
    contributions === null ||
    reductions === null
  )
    return fail(wrong);
  return ok({ number, version, status, quarter, employer, worker, occupations, contributions, reductions });
}

function parseOccupation(element: XmlElement): Result<Occupation, Problem[]> {
  const fields = {
    sequence: whole(element.attributes.sequence, "Occupation/@sequence", 1, 999),
    jointCommittee: matching(textOf(element, "JointCommissionNbr"), /^\d{3}(\.\d{2})?$/, "JointCommissionNbr", "200 or 140.03"),
    startedOn: parsePlainDate(textOf(element, "OccupationStartingDate") ?? "", "OccupationStartingDate"),
    endedOn: optionalDate(textOf(element, "OccupationEndingDate"), "OccupationEndingDate"),
    weeklyHours: whole(textOf(element, "MeanWorkingHours"), "MeanWorkingHours", 0, 5_000),
    fullTimeWeeklyHours: whole(textOf(element, "RefMeanWorkingHours"), "RefMeanWorkingHours", 1, 5_000),
    performedFraction: parseFractionOrZero(
      textOf(element, "PerformedFraction") ?? "",
      "PerformedFraction",
    ) as Result<EmploymentFraction>,
    remunerations: collect(childrenNamed(element, "Remun").map(remuneration)),
  };
  const wrong = Object.values(fields).flatMap((f): Problem[] => (f.ok ? [] : Array.isArray(f.error) ? f.error : [f.error]));
  const { sequence, jointCommittee, startedOn, endedOn, weeklyHours, fullTimeWeeklyHours, performedFraction, remunerations } =
    fields;
  if (startedOn.ok && endedOn.ok && endedOn.value !== null && compareDates(endedOn.value, startedOn.value) < 0)
    wrong.push(endsBeforeStart(startedOn.value, endedOn.value));
  if (weeklyHours.ok && fullTimeWeeklyHours.ok && weeklyHours.value > fullTimeWeeklyHours.value)
    wrong.push(fractionAboveOne(weeklyHours.value, fullTimeWeeklyHours.value));
  if (
    wrong.length > 0 ||
    !sequence.ok ||
    !jointCommittee.ok ||
    !startedOn.ok ||
    !endedOn.ok ||
    !weeklyHours.ok ||
    !fullTimeWeeklyHours.ok ||
    !performedFraction.ok ||
    !remunerations.ok
  )
    return fail(wrong);
  return ok({
    sequence: sequence.value,
    jointCommittee: jointCommittee.value,
    startedOn: startedOn.value,
    endedOn: endedOn.value,
    weeklyHours: weeklyHours.value,
    fullTimeWeeklyHours: fullTimeWeeklyHours.value,
    performedFraction: performedFraction.value,
    remunerations: remunerations.value,
  });
}

function remuneration(element: XmlElement): Result<Remuneration> {
  return coded("Remun", parseEuro(textOf(element, "RemunAmount") ?? "", "RemunAmount"), textOf(element, "RemunCode"));
}

function contributionLine(element: XmlElement, name: string): Result<ContributionLine> {
  return coded(name, parseEuroNotNegative(textOf(element, "Amount") ?? "", `${name}/Amount`), textOf(element, "Code"));
}

function coded(name: string, amount: Result<Cents>, text: string | null): Result<{ code: string; amount: Cents }> {
  const code = matching(text, /^\d{1,4}$/, `${name}/Code`, "1-4 digits");
  if (!code.ok) return code;
  return amount.ok ? ok({ code: code.value, amount: amount.value }) : amount;
}

function collectAll<T>(results: readonly Result<T, Problem[]>[]): Result<T[], Problem[]> {
  const wrong = results.flatMap((r) => (r.ok ? [] : r.error));
  return wrong.length > 0 ? fail(wrong) : ok(results.flatMap((r) => (r.ok ? [r.value] : [])));
}

function statusOf(text: string | undefined): Result<AttestStatus> {
  const status = statuses[text ?? ""];
  return status === undefined ? fail(unexpected("Attest/@status", "0, 1, 3, 4", text ?? "")) : ok(status);
}

function optionalDate(text: string | null, field: string): Result<PlainDate | null> {
  return text === null ? ok(null) : parsePlainDate(text, field);
}

function whole(text: string | null | undefined, field: string, least: number, most: number): Result<number> {
  const value = /^\d{1,6}$/.test(text ?? "") ? Number(text) : -1;
  return value >= least && value <= most ? ok(value) : fail(unexpected(field, `${least}..${most}`, text ?? ""));
}

function matching(text: string | null | undefined, pattern: RegExp, field: string, expected: string): Result<string> {
  return text !== null && text !== undefined && pattern.test(text) ? ok(text) : fail(unexpected(field, expected, text ?? ""));
}

function unexpected(field: string, expected: string, got: string): Problem {
  const shown = got.slice(0, 40);
  return problem(
    "dmfa.field",
    localized(
      `${field}: verwacht ${expected}, gekregen "${shown}".`,
      `${field}: expected ${expected}, got "${shown}".`,
      `${field} : attendu ${expected}, reçu « ${shown} ».`,
    ),
    field,
    expected,
  );
}

function noOccupation(): Problem {
  return problem(
    "dmfa.noOccupation",
    localized(
      "Het attest bevat geen tewerkstellingslijn. Alleen een geannuleerd attest mag leeg zijn.",
      "The attest holds no line of employment. Only a cancelled attest may be empty.",
      "L'attestation ne contient aucune ligne d'occupation. Seule une attestation annulée peut être vide.",
    ),
    "Occupation",
  );
}

function endsBeforeStart(start: PlainDate, end: PlainDate): Problem {
  return problem(
    "dmfa.period",
    localized(
      `De tewerkstelling eindigt op ${end}, voor haar begin op ${start}.`,
      `The employment ends on ${end}, before its start on ${start}.`,
      `L'occupation se termine le ${end}, avant son début le ${start}.`,
    ),
    "OccupationEndingDate",
  );
}

function fractionAboveOne(hours: number, fullTime: number): Problem {
  return problem(
    "dmfa.fraction",
    localized(
      `Q (${hours}) is groter dan S (${fullTime}): een tewerkstellingsbreuk boven 1 bestaat niet.`,
      `Q (${hours}) is above S (${fullTime}): an employment fraction above 1 does not exist.`,
      `Q (${hours}) dépasse S (${fullTime}) : une fraction d'occupation supérieure à 1 n'existe pas.`,
    ),
    "MeanWorkingHours",
  );
}
