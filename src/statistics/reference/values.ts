// The value of each attribute in one view, worked out in plain code.
import { addYears, daysBetween, type PlainDate } from "../../kernel/index.ts";
import { attributeOf, type SubjectId } from "../catalogue/index.ts";
import type { RunContext } from "../context.ts";
import type { AmaPerimeter } from "../definition/index.ts";
import type { View } from "./views.ts";

export type Value = string | number | null;

export interface Surroundings {
  readonly context: RunContext;
  readonly amaPerimeter: AmaPerimeter;
  readonly subject: string;
}

export function readAttribute(attribute: string, view: View, around: Surroundings): Value {
  const { row, person, status, employer } = view;
  const own = (column: string): Value => (row[column] as Value | undefined) ?? null;
  const before = (column: string): Value => ((row[column] as string) < around.context.law.doubleTicketFrom ? "BEFORE" : "FROM");
  switch (attribute) {
    case "ticketType":
      return own("type");
    case "ticketMeasure":
      return measureOf(row.type as string, around.amaPerimeter);
    case "ticketOrigin":
      return own("origin");
    case "needClass":
      return own("need_class");
    case "needDuration":
      return own("need_duration");
    case "appliedOn":
      return own("applied_on");
    case "grantedOn":
      return own("granted_on");
    case "appliedAroundDoubleTicket":
      return before("applied_on");
    case "grantedAroundDoubleTicket":
      return before("granted_on");
    case "package":
    case "percentage":
    case "premiums":
      return own(attribute);
    case "situation":
    case "channel":
      return around.subject === "application" ? own(attribute) : (view.filed?.[attribute] ?? null);
    case "percentageClass":
      return row.percentage === null ? null : String(row.percentage);
    case "stopReason":
      return own("stop_reason") ?? "NONE";
    case "oldRightEndReason":
      return own("end_reason") ?? "NONE";
    case "guidanceNeed":
      return own("guidance_need");
    case "applicant":
      if (around.subject === "oldRight") return row.employer_ref === null ? "SELF_EMPLOYED" : "EMPLOYER";
      return own("applicant");
    case "applicationState":
      return own("state");
    case "stateAtEnd":
      return view.stateAtEnd;
    case "refusalGround":
      return view.ground;
    case "indicationMeasure":
      return own("measure");
    case "indicationOutcome":
      return own("outcome");
    case "previousMeasure":
      return own("previous_measure");
    case "termQuarters":
      return String((row.end_quarter as number) - (row.start_quarter as number) + 1);
    case "component":
      return around.subject === "grant" ? view.component : own("component");
    case "beneficiary":
      return row.beneficiary_kind === "EMPLOYER" ? "EMPLOYER" : "SELF_EMPLOYED";
    case "wageInQuarter":
      if (row.applicant === "SELF_EMPLOYED") return "NO_DECLARATION";
      return view.wage?.paid === true ? "YES" : "NO";
    case "contractualFraction":
      return view.wage?.fraction ?? null;
    case "oldMeasure":
      return own("measure");
    case "evaluationOutcome":
      return own("evaluation_outcome");
    case "evaluationRequestedOn":
      return own("evaluation_requested_on");
    case "evaluationDecidedOn":
      return own("evaluation_decided_on");
    case "ldeChoice":
      return own("lde_choice");
    case "amount":
      return own("cents");
    case "bookingOrigin":
      return own("origin");
    case "turnaroundDays":
      return view.reachedOn === null ? null : daysBetween(view.ref, view.reachedOn);
    case "reached":
      return view.reachedOn === null ? "NO" : "YES";
    case "quarter":
      return `${view.ref.slice(0, 4)}-Q${Math.ceil(Number(view.ref.slice(5, 7)) / 3)}`;
    case "year":
      return String(Number(view.ref.slice(0, 4)));
    case "age":
      return person === null ? null : fullYears(person.born_in, view.ref);
    case "ageBand":
      return person === null ? null : bandOf(fullYears(person.born_in, view.ref));
    case "education":
    case "origin":
      return attributeOf(attribute).linkedFor.includes(around.subject as SubjectId)
        ? (view.linked[attribute] ?? null)
        : (person?.[attribute] ?? null);
    case "sex":
    case "province":
    case "municipality":
    case "residence":
      return person?.[attribute] ?? null;
    case "workStatus":
      return status?.status ?? null;
    case "employability":
      return status?.employability ?? null;
    case "workCare":
      return status === null ? null : yesNo(status.work_care);
    case "benefit":
      return status?.benefit ?? null;
    case "unemploymentDuration":
      return status?.unemployed_since == null ? null : durationOf(status.unemployed_since as PlainDate, view.ref);
    case "ticketCombination":
      return combinationOf(view.tickets, around.amaPerimeter);
    case "legalForm":
      return employer?.legal_form ?? null;
    case "publicSide":
      return employer?.public_side ?? null;
    case "nace":
      return employer?.nace ?? view.filed?.establishment_nace ?? null;
    case "jointCommittee":
      return employer?.joint_committee ?? null;
    case "size":
      return employer?.size ?? null;
    case "employerProvince":
      return employer?.province ?? view.filed?.establishment_province ?? null;
    case "employerMunicipality":
      return employer?.municipality ?? view.filed?.establishment_municipality ?? null;
    case "customisedWorkCompany":
      return employer === null ? null : yesNo(employer.mwb);
    case "serviceVoucherCompany":
      return employer === null ? null : yesNo(employer.service_voucher);
    default:
      throw new Error(`The reference does not know "${attribute}"`);
  }
}

/** Whether a held ticket type answers to a name of the question language. */
export function isTicket(type: string, name: string, perimeter: AmaPerimeter): boolean {
  return name === "AMA" ? type === "AMA_SOCIAL_ECONOMY" || (type === "WELFARE" && perimeter === "ALL") : type === name;
}

function measureOf(type: string, perimeter: AmaPerimeter): string {
  if (type === "AMA_SOCIAL_ECONOMY") return "AMA";
  return type === "WELFARE" && perimeter === "ALL" ? "AMA" : type;
}

function combinationOf(types: readonly string[], perimeter: AmaPerimeter): string {
  const parts: string[] = [];
  if (types.includes("COLLECTIVE")) parts.push("CMW");
  if (types.includes("INDIVIDUAL")) parts.push("IMW");
  if (types.some((type) => isTicket(type, "AMA", perimeter))) parts.push("AMA");
  return parts.length === 0 ? "NONE" : parts.join("+");
}

/** Full years since the month of birth (births are kept by month, counted from its first day). */
function fullYears(bornIn: string, ref: PlainDate): number {
  const months = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return Math.floor((months(ref) - months(bornIn)) / 12);
}

function bandOf(age: number): string {
  if (age < 25) return "UNDER_25";
  if (age < 35) return "25_34";
  if (age < 45) return "35_44";
  return age < 55 ? "45_54" : "55_PLUS";
}

function durationOf(since: PlainDate, ref: PlainDate): string {
  if (since > addYears(ref, -1)) return "UNDER_1_YEAR";
  if (since > addYears(ref, -2)) return "1_TO_2_YEARS";
  return since > addYears(ref, -5) ? "2_TO_5_YEARS" : "5_YEARS_PLUS";
}

function yesNo(value: boolean): string {
  return value ? "YES" : "NO";
}
