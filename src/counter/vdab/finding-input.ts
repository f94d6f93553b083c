// A finding as a form or a program gives it: plain JSON in, what the decision takes out, with every mistake named by its field.
import {
  type CollectivePackage,
  EVIDENCE_PATHS,
  type FindingInput,
  GUIDANCE_NEEDS,
  type GuidanceNeed,
  NEED_CLASSES,
  NEED_DURATIONS,
  type NeedClass,
  type Package,
  type Reason,
} from "../../dossier/index.ts";
import { fail, ok, type PlainDate, parsePercent, parsePlainDate, type Result } from "../../kernel/index.ts";
import { asObject, type Json, Reader } from "../reader.ts";
import { departureReason } from "./reasons.ts";

/** Packages that an adviser may choose for an individual ticket; others follow from evaluation or older law. */
export const ADVISABLE_PACKAGES = ["T2", "P5", "P5_PLUS", "P5_MWB"] as const satisfies readonly Package[];

/** Longest reason that is kept. */
export const REASON_LENGTH = 5_000;

export interface DepartureInput {
  readonly package: Package | null;
  readonly guidanceNeed: GuidanceNeed | null;
  readonly needClass: NeedClass | null;
  readonly belowThreshold: boolean;
  readonly reason: string;
}

export interface FindingRequest {
  readonly decidedOn: PlainDate;
  readonly finding: FindingInput;
  readonly collective: CollectivePackage | null;
  /** What the adviser judged of the criteria that could not be read (OPEN-37). */
  readonly criteria: { readonly met: boolean; readonly reason: string };
  readonly departure: DepartureInput | null;
}

export function parseFinding(json: unknown): Result<FindingRequest, readonly Reason[]> {
  const from = asObject(json);
  const read = new Reader();
  const day = (name: string) => read.parsed(read.needed(from, name, name), name, parsePlainDate);
  const share = (name: string) => {
    const text = read.needed(from, name, name, 10);
    return text === null ? null : read.parsed(text, name, parsePercent) === null ? null : text;
  };
  const decidedOn = day("decidedOn");
  const evidencePath = read.choice(from, "evidencePath", "evidencePath", EVIDENCE_PATHS);
  const workDisability = read.flag(from, "workDisability", "workDisability");
  const productivityLossPct = share("productivityLossPct");
  const extraCostsPct = share("extraCostsPct");
  const guidanceRequired = read.flag(from, "guidanceRequired", "guidanceRequired");
  const guidanceNeed =
    guidanceRequired === true ? read.choice(from, "guidanceNeed", "guidanceNeed", GUIDANCE_NEEDS.slice(1)) : "NONE";
  const needDuration = read.choice(from, "needDuration", "needDuration", NEED_DURATIONS);
  const higherNeed = read.flag(from, "higherNeed", "higherNeed");
  const validFrom = day("validFrom");
  const until = read.text(from, "validUntil", "validUntil");
  const validUntil = until === null ? null : read.parsed(until, "validUntil", parsePlainDate);
  const criteria = readCriteria(read, asObject(from.criteria));
  const collective = from.collective == null ? null : readCollective(read, asObject(from.collective));
  const departure = from.departure == null ? null : readDeparture(read, asObject(from.departure));
  if (
    read.found.length > 0 ||
    decidedOn === null ||
    evidencePath === null ||
    workDisability === null ||
    productivityLossPct === null ||
    extraCostsPct === null ||
    guidanceRequired === null ||
    guidanceNeed === null ||
    needDuration === null ||
    higherNeed === null ||
    validFrom === null ||
    criteria === null
  )
    return fail(read.found);
  const finding: FindingInput = {
    evidencePath,
    workDisability,
    productivityLossPct,
    extraCostsPct,
    guidanceRequired,
    guidanceNeed,
    needDuration,
    higherNeed,
    validFrom,
    ...(validUntil === null ? {} : { validUntil }),
  };
  return ok({ decidedOn, finding, collective, criteria, departure });
}

function readCriteria(read: Reader, from: Json) {
  const met = read.flag(from, "met", "criteria.met");
  const reason = read.needed(from, "reason", "criteria.reason", REASON_LENGTH);
  return met === null || reason === null ? null : { met, reason };
}

function readCollective(read: Reader, from: Json): CollectivePackage | null {
  const text = read.needed(from, "percentage", "collective.percentage");
  const guidanceNeed = read.choice(from, "guidanceNeed", "collective.guidanceNeed", GUIDANCE_NEEDS);
  if (text === null || guidanceNeed === null) return null;
  const parsed = read.parsed(text, "collective.percentage", parsePercent);
  return parsed === null ? null : { percentage: parsed / 100, guidanceNeed };
}

function readDeparture(read: Reader, from: Json): DepartureInput | null {
  const chosen = <T extends string>(name: string, allowed: readonly T[]): T | null =>
    from[name] == null || from[name] === "" ? null : read.choice(from, name, `departure.${name}`, allowed);
  const given = chosen("package", ADVISABLE_PACKAGES);
  const guidanceNeed = chosen("guidanceNeed", GUIDANCE_NEEDS);
  const needClass = chosen("needClass", NEED_CLASSES);
  const belowThreshold = from.belowThreshold === true;
  const before = read.found.length;
  const reason = read.text(from, "reason", "departure.reason", REASON_LENGTH);
  if (reason === null && read.found.length === before) read.wrong(departureReason());
  return reason === null ? null : { package: given, guidanceNeed, needClass, belowThreshold, reason };
}
