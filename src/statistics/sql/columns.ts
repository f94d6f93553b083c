// The SQL of each attribute of the catalogue, over the aliases that a statement joins.
import { attributeOf, type SubjectId, UNKNOWN } from "../catalogue/index.ts";
import type { AmaPerimeter } from "../definition/index.ts";
import { ticketBits } from "./base.ts";

/** What an expression may lean on. */
export interface ColumnContext {
  /** Reference date. */
  readonly ref: string;
  /** First application day of the double ticket. */
  readonly doubleTicketFrom: string;
  /** Alias of the person's facts, the employer's facts, and the holder's mask. */
  readonly person: string;
  readonly employer: string;
  /** Alias of the application that the row is or followed from; null where the subject has none. */
  readonly file: string | null;
  readonly mask: string;
  readonly amaPerimeter: AmaPerimeter;
  readonly subject: string;
  readonly windowEnd: string;
}

/** Text, or for numbers and dates the bare value; null where nothing is recorded. */
export function columnOf(attribute: string, c: ColumnContext): string {
  const make = columns[attribute];
  if (make === undefined) throw new Error(`No column for attribute "${attribute}"`);
  return make(c);
}

const own = (column: string) => (): string => `b.${column}`;
const yesNo = (test: string): string => `case when ${test} then 'YES' else 'NO' end`;
const around =
  (column: string) =>
  (c: ColumnContext): string =>
    `case when b.${column} < ${c.doubleTicketFrom} then 'BEFORE' else 'FROM' end`;
const ofPerson =
  (column: string) =>
  (c: ColumnContext): string =>
    `${c.person}.${column}`;
const ofEmployer =
  (column: string) =>
  (c: ColumnContext): string =>
    `${c.employer}.${column}`;
const ofFile =
  (column: string) =>
  (c: ColumnContext): string =>
    `${c.file}.${column}`;
/** A self-employed person has no employer: then it is the own enterprise, as the application had it. */
const ofPlace =
  (column: string) =>
  (c: ColumnContext): string =>
    c.file === null ? `${c.employer}.${column}` : `coalesce(${c.employer}.${column}, ${c.file}.establishment_${column})`;
const years = (c: ColumnContext): string => `extract(year from age(${c.ref}, ${c.person}.born_in))::int`;
const fullYearsAgo = (c: ColumnContext, count: number): string => `(${c.ref} - interval '${count} years')::date`;

/** The bits that mean "holds AMA". */
export function amaBits(perimeter: AmaPerimeter): number {
  return perimeter === "ALL" ? ticketBits.AMA_SOCIAL_ECONOMY + ticketBits.WELFARE : ticketBits.AMA_SOCIAL_ECONOMY;
}

/** For people at work the value comes with the yearly linkage; of others it is in their facts. */
function linkedOr(attribute: "education" | "origin", c: ColumnContext): string {
  return attributeOf(attribute).linkedFor.includes(c.subject as SubjectId) ? `l_${attribute}.value` : `${c.person}.${attribute}`;
}

const columns: Readonly<Record<string, (c: ColumnContext) => string>> = {
  ticketType: own("type"),
  ticketMeasure: (c) =>
    `case b.type when 'AMA_SOCIAL_ECONOMY' then 'AMA' when 'WELFARE' then '${c.amaPerimeter === "ALL" ? "AMA" : "WELFARE"}' else b.type end`,
  ticketOrigin: own("origin"),
  needClass: own("need_class"),
  needDuration: own("need_duration"),
  appliedOn: own("applied_on"),
  grantedOn: own("granted_on"),
  appliedAroundDoubleTicket: around("applied_on"),
  grantedAroundDoubleTicket: around("granted_on"),
  package: own("package"),
  guidanceNeed: own("guidance_need"),
  percentage: own("percentage"),
  applicant: (c) =>
    c.subject === "oldRight" ? "case when b.employer_ref is null then 'SELF_EMPLOYED' else 'EMPLOYER' end" : "b.applicant",
  premiums: own("premiums"),
  situation: ofFile("situation"),
  channel: ofFile("channel"),
  percentageClass: () => "b.percentage::text",
  stopReason: () => "coalesce(b.stop_reason, 'NONE')",
  oldRightEndReason: () => "coalesce(b.end_reason, 'NONE')",
  applicationState: own("state"),
  stateAtEnd: () => "se.state",
  refusalGround: () => "coalesce(rg.ground, 'NONE')",
  indicationMeasure: own("measure"),
  indicationOutcome: own("outcome"),
  previousMeasure: own("previous_measure"),
  termQuarters: () => "(b.end_quarter - b.start_quarter + 1)::text",
  component: (c) => (c.subject === "grant" ? "cp.component" : "b.component"),
  beneficiary: () => "case b.beneficiary_kind when 'EMPLOYER' then 'EMPLOYER' else 'SELF_EMPLOYED' end",
  wageInQuarter: () => "case when b.applicant = 'SELF_EMPLOYED' then 'NO_DECLARATION' when w.paid then 'YES' else 'NO' end",
  contractualFraction: () => "w.fraction",
  oldMeasure: own("measure"),
  evaluationOutcome: own("evaluation_outcome"),
  evaluationRequestedOn: own("evaluation_requested_on"),
  evaluationDecidedOn: own("evaluation_decided_on"),
  ldeChoice: own("lde_choice"),
  amount: own("cents"),
  bookingOrigin: own("origin"),
  turnaroundDays: () => "(o.reached_on - b.ref)",
  reached: () => yesNo("o.reached_on is not null"),
  quarter: (c) =>
    c.subject === "payment"
      ? "(b.quarter / 4)::text || '-Q' || (b.quarter % 4 + 1)::text"
      : "extract(year from b.ref)::int::text || '-Q' || extract(quarter from b.ref)::int::text",
  year: (c) => (c.subject === "payment" ? "(b.quarter / 4)::text" : "extract(year from b.ref)::int::text"),
  sex: ofPerson("sex"),
  age: years,
  ageBand: (c) => {
    const age = years(c);
    return `case when ${age} < 25 then 'UNDER_25' when ${age} < 35 then '25_34' when ${age} < 45 then '35_44' when ${age} < 55 then '45_54' when ${age} >= 55 then '55_PLUS' end`;
  },
  education: (c) => linkedOr("education", c),
  origin: (c) => linkedOr("origin", c),
  province: ofPerson("province"),
  municipality: ofPerson("municipality"),
  residence: ofPerson("residence"),
  workStatus: () => "ws.status",
  employability: () => "ws.employability",
  workCare: () => "case when ws.work_care then 'YES' when not ws.work_care then 'NO' end",
  benefit: () => "ws.benefit",
  unemploymentDuration: (c) =>
    `case when ws.unemployed_since > ${fullYearsAgo(c, 1)} then 'UNDER_1_YEAR' when ws.unemployed_since > ${fullYearsAgo(c, 2)} then '1_TO_2_YEARS' when ws.unemployed_since > ${fullYearsAgo(c, 5)} then '2_TO_5_YEARS' when ws.unemployed_since is not null then '5_YEARS_PLUS' end`,
  ticketCombination: (c) =>
    `(array['NONE','CMW','IMW','CMW+IMW','AMA','CMW+AMA','IMW+AMA','CMW+IMW+AMA'])[1 + (${c.mask} & ${ticketBits.COLLECTIVE} <> 0)::int + 2 * (${c.mask} & ${ticketBits.INDIVIDUAL} <> 0)::int + 4 * (${c.mask} & ${amaBits(c.amaPerimeter)} <> 0)::int]`,
  legalForm: ofEmployer("legal_form"),
  publicSide: ofEmployer("public_side"),
  nace: ofPlace("nace"),
  jointCommittee: ofEmployer("joint_committee"),
  size: ofEmployer("size"),
  employerProvince: ofPlace("province"),
  employerMunicipality: ofPlace("municipality"),
  customisedWorkCompany: (c) => `case when ${c.employer}.mwb then 'YES' when not ${c.employer}.mwb then 'NO' end`,
  serviceVoucherCompany: (c) =>
    `case when ${c.employer}.service_voucher then 'YES' when not ${c.employer}.service_voucher then 'NO' end`,
};

/** The attribute as a dimension: never null. */
export function dimensionOf(attribute: string, c: ColumnContext): string {
  return `coalesce(${columnOf(attribute, c)}, '${UNKNOWN}')`;
}
