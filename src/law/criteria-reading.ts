// Asks the criteria catalogues: what they said on a day, whether a criterion gives a right, and which findings a new text would touch.
import { fail, ok, type PlainDate, type Problem, problem, type Result } from "../kernel/index.ts";
import type { Criteria, CriteriaMeasure, CriteriaVersion, Criterion } from "./criteria.ts";
import type { LawData } from "./law-data.ts";

/** The version of a catalogue in force on a day, as known on `knownOn` (left out: all that is known); null when there is none. */
export function criteriaOn(
  criteria: Criteria,
  measure: CriteriaMeasure,
  day: PlainDate,
  knownOn: PlainDate | null = null,
): CriteriaVersion | null {
  const versions = (criteria.catalogues.get(measure)?.versions ?? [])
    .filter((version) => knownOn === null || version.knownSince <= knownOn)
    .filter((version) => version.from <= day && (version.until === null || day < version.until))
    .sort((a, b) => (a.from + a.knownSince < b.from + b.knownSince ? -1 : 1));
  return versions[versions.length - 1] ?? null;
}

/**
 * The criterion, when it gives a right at once to somebody decided upon on `decidedOn`; otherwise why it does not. As long as a
 * catalogue was not read none does. `criterionId` may come from an older list ("VOP_BEFORE_2023/COURT"): it carries no later decision.
 */
export function directEntitlement(
  law: LawData,
  measure: CriteriaMeasure,
  criterionId: string,
  decidedOn: PlainDate,
): Result<Criterion> {
  const [listId = "", inList] = criterionId.split("/");
  if (inList !== undefined) return fromReference(law.criteria, listId, inList, decidedOn);
  const version = criteriaOn(law.criteria, measure, decidedOn, law.knownOn);
  if (version === null || version.status === "notRead") return fail(notRead(law.criteria, measure));
  const criterion = version.criteria.find((one) => one.id === criterionId);
  if (!criterion) return fail(unknownCriterion(criterionId));
  return criterion.effect === "DIRECT_ENTITLEMENT" ? ok(criterion) : fail(examined(criterion));
}

/** A recorded finding, as far as the report needs it: no person, only the kinds of evidence and the outcome. */
export interface FindingSummary {
  readonly ref: string;
  readonly measure: CriteriaMeasure;
  readonly decidedOn: PlainDate;
  readonly evidence: readonly string[];
  readonly granted: boolean;
}

export interface TouchedFinding {
  readonly finding: FindingSummary;
  /** Criteria of the new text that the finding's evidence may meet. */
  readonly criteria: readonly string[];
}

/** The findings that a new text of the criteria would touch. A report: it changes nothing, and evidence of a kind is not yet proof. */
export function findingsTouched(
  before: Criteria,
  after: Criteria,
  findings: readonly FindingSummary[],
): readonly TouchedFinding[] {
  return findings.flatMap((finding) => {
    const known = new Set(matching(before, finding));
    const criteria = matching(after, finding).filter((id) => !known.has(id));
    return criteria.length > 0 ? [{ finding, criteria }] : [];
  });
}

function matching(criteria: Criteria, finding: FindingSummary): readonly string[] {
  const version = criteriaOn(criteria, finding.measure, finding.decidedOn);
  return (version?.criteria ?? [])
    .filter((one) => one.effect === "DIRECT_ENTITLEMENT" && finding.evidence.includes(one.evidence))
    .map((one) => one.id);
}

function fromReference(criteria: Criteria, listId: string, id: string, decidedOn: PlainDate): Result<Criterion> {
  const list = criteria.references.get(listId);
  const criterion = list?.criteria.find((one) => one.id === id);
  if (!list || !criterion) return fail(unknownCriterion(`${listId}/${id}`));
  if (decidedOn > list.lastDay) return fail(problem("criteria.superseded", list.warning, "criterion"));
  return criterion.effect === "DIRECT_ENTITLEMENT" ? ok(criterion) : fail(examined(criterion));
}

function notRead(criteria: Criteria, measure: CriteriaMeasure): Problem {
  const name = criteria.catalogues.get(measure)?.citedAs ?? measure;
  return problem(
    "criteria.notRead",
    {
      nl: `De criteria van "${name}" zijn niet gelezen (OPEN-37). Geen criterium geeft meteen recht: VDAB geeft de uitkomst in, met bewijs en reden.`,
      en: `The criteria of "${name}" were not read (OPEN-37). No criterion gives direct entitlement: VDAB enters the outcome, with evidence and reason.`,
      fr: `Les critères de « ${name} » n'ont pas été lus (OPEN-37). Aucun critère ne donne droit directement : le VDAB encode le résultat, avec preuve et motif.`,
    },
    "criterion",
  );
}

function unknownCriterion(id: string): Problem {
  return problem(
    "criteria.unknown",
    {
      nl: `Het criterium "${id}" staat niet in de lijst die op die dag gold.`,
      en: `The criterion "${id}" is not in the list that held on that day.`,
      fr: `Le critère « ${id} » ne figure pas dans la liste en vigueur ce jour-là.`,
    },
    "criterion",
  );
}

function examined(criterion: Criterion): Problem {
  return problem(
    "criteria.examined",
    {
      nl: `"${criterion.title.nl}" geeft niet meteen recht: VDAB onderzoekt het.`,
      en: `"${criterion.title.en}" gives no direct entitlement: VDAB examines it.`,
      fr: `« ${criterion.title.fr} » ne donne pas droit directement : le VDAB l'examine.`,
    },
    "criterion",
  );
}
