// An application as a program or a form gives it: plain JSON in, typed facts out, with every mistake named by its field.
import {
  type ActivityProof,
  type Applicant,
  CONTRACT_KINDS,
  type Contract,
  PROVINCES,
  type Province,
  RESIDENCES,
  type Reason,
  type Residence,
  type SelfEmployment,
  SITUATIONS,
  type Situation,
} from "../../dossier/index.ts";
import {
  type EmploymentFraction,
  fail,
  type Iban,
  type Insz,
  ok,
  parseEuroNotNegative,
  parseFraction,
  parseIban,
  parseInsz,
  parsePlainDate,
  parseQuarter,
  type Result,
} from "../../kernel/index.ts";
import { asObject, type Json, Reader } from "../reader.ts";
import { monthsOfYear, notEmail, notOneOf, required, wholeNumber } from "../reasons.ts";

export interface ApplicationInput {
  readonly applicant: Applicant;
  readonly worker: { readonly insz: Insz; readonly givenName: string; readonly familyName: string };
  /** Asked only when the residence register does not answer. */
  readonly declaredResidence: { readonly residence: Residence; readonly province: Province } | null;
  readonly premiums: "WAGE" | "WAGE_AND_GUIDANCE" | "SUPPORT";
  readonly situation: Situation;
  readonly contract: Contract | null;
  readonly employmentFraction: EmploymentFraction | null;
  readonly worksInFlanders: boolean;
  readonly notInDifficulty: boolean;
  readonly otherSupport: readonly string[];
  readonly selfEmployment: SelfEmployment | null;
  readonly account: Iban | null;
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string };
}

/** Every mistake, each with its field; a check on the law comes later. */
export function parseApplication(json: unknown): Result<ApplicationInput, readonly Reason[]> {
  const from = asObject(json);
  const read = new Reader();
  const applicant = read.choice(from, "applicant", "applicant", ["EMPLOYER", "SELF_EMPLOYED"]);
  const employer = applicant === "EMPLOYER";
  const worker = readWorker(read, asObject(from.worker));
  const declaredResidence = readResidence(read, from);
  const premiums =
    applicant === null
      ? null
      : employer
        ? read.choice(from, "premiums", "premiums", ["WAGE", "WAGE_AND_GUIDANCE"])
        : ("SUPPORT" as const);
  const situation = employer ? read.choice(from, "situation", "situation", SITUATIONS) : ("AT_WORK" as const);
  const contract = employer ? readContract(read, asObject(from.contract)) : null;
  const employmentFraction = employer
    ? read.parsed(read.needed(from, "employmentFraction", "employmentFraction"), "employmentFraction", parseFraction)
    : null;
  const worksInFlanders = read.flag(from, "worksInFlanders", "worksInFlanders");
  const notInDifficulty = employer ? read.flag(from, "notInDifficulty", "notInDifficulty") : true;
  const otherSupport = readOtherSupport(read, from);
  const selfEmployment = applicant === "SELF_EMPLOYED" ? readSelfEmployment(read, asObject(from.selfEmployment)) : null;
  const account = read.parsed(read.text(from, "account", "account"), "account", parseIban);
  const contact = readContact(read, asObject(from.contact));
  if (
    read.found.length > 0 ||
    applicant === null ||
    worker === null ||
    premiums === null ||
    situation === null ||
    worksInFlanders === null ||
    notInDifficulty === null ||
    contact === null
  ) {
    return fail(read.found);
  }
  return ok({
    applicant,
    worker,
    declaredResidence,
    premiums,
    situation,
    contract,
    employmentFraction,
    worksInFlanders,
    notInDifficulty,
    otherSupport,
    selfEmployment,
    account,
    contact,
  });
}

function readWorker(read: Reader, from: Json): ApplicationInput["worker"] | null {
  const number = read.parsed(read.needed(from, "insz", "worker.insz"), "worker.insz", parseInsz);
  const givenName = read.needed(from, "givenName", "worker.givenName", 80);
  const familyName = read.needed(from, "familyName", "worker.familyName", 80);
  return number === null || givenName === null || familyName === null ? null : { insz: number, givenName, familyName };
}

function readResidence(read: Reader, from: Json): ApplicationInput["declaredResidence"] {
  if (from.residence === undefined || from.residence === null || from.residence === "") return null;
  const residence = read.choice(from, "residence", "residence", RESIDENCES);
  const province = read.choice(from, "province", "province", PROVINCES);
  return residence === null || province === null ? null : { residence, province };
}

/** What an answer says anew of the contract or the working hours, where it was asked (EMP-12, REF-03); nothing where it is silent. */
export function parseAnew(
  json: unknown,
): Result<{ readonly contract?: Contract; readonly employmentFraction?: EmploymentFraction }, readonly Reason[]> {
  const from = asObject(json);
  const read = new Reader();
  const contract = from.contract == null ? null : readContract(read, asObject(from.contract));
  const hours = read.parsed(read.text(from, "employmentFraction", "employmentFraction"), "employmentFraction", parseFraction);
  if (read.found.length > 0) return fail(read.found);
  return ok({ ...(contract === null ? {} : { contract }), ...(hours === null ? {} : { employmentFraction: hours }) });
}

export function readContract(read: Reader, from: Json): Contract | null {
  const kind = read.choice(from, "kind", "contract.kind", CONTRACT_KINDS);
  const start = read.parsed(read.needed(from, "from", "contract.from"), "contract.from", parsePlainDate);
  const until = read.parsed(read.text(from, "until", "contract.until"), "contract.until", parsePlainDate);
  if (kind === "FIXED_TERM" && until === null && from.until === undefined) read.wrong(required("contract.until"));
  const hours = readHours(read, from);
  return kind === null || start === null ? null : { kind, from: start, until, hours };
}

function readHours(read: Reader, from: Json): number | null {
  const { hours } = from;
  if (hours === undefined || hours === null) return null;
  return Number.isSafeInteger(hours) && (hours as number) >= 0 && (hours as number) < 1_000_000
    ? (hours as number)
    : read.wrong(wholeNumber("contract.hours"));
}

/** Codes of other support for the same work (OPEN-31): short words. */
function readOtherSupport(read: Reader, from: Json): readonly string[] {
  const { otherSupport } = from;
  if (otherSupport === undefined || otherSupport === null) return [];
  const good =
    Array.isArray(otherSupport) &&
    otherSupport.length <= 20 &&
    otherSupport.every((one) => typeof one === "string" && /^[A-Z_]{2,40}$/.test(one));
  if (good) return otherSupport as string[];
  read.wrong(notOneOf("otherSupport", OTHER_SUPPORTS));
  return [];
}

/** What the form offers; PAY-11 names the kinds that VOP knew, and the list for IMW is open (OPEN-31). */
export const OTHER_SUPPORTS = ["LDE", "GESCO", "DAC", "CMW_WAGE", "ART_60_61", "WORK_EXPERIENCE", "OTHER"] as const;

function readSelfEmployment(read: Reader, from: Json): SelfEmployment | null {
  const occupation = read.choice(from, "occupation", "selfEmployment.occupation", ["MAIN", "SECONDARY"]);
  const since = read.parsed(read.needed(from, "since", "selfEmployment.since"), "selfEmployment.since", parsePlainDate);
  const recognised = "selfEmployment.limitationRecognisedOn";
  const limitationRecognisedOn = read.parsed(read.text(from, "limitationRecognisedOn", recognised), recognised, parsePlainDate);
  const proof = from.proof === undefined || from.proof === null ? null : readProof(read, asObject(from.proof));
  const exemptMonths = readExemptMonths(read, from.exemptMonths);
  if (occupation === null || since === null) return null;
  return { occupation, since, limitationRecognisedOn, proof, ...(exemptMonths === null ? {} : { exemptMonths }) };
}

/** SELF-05: whole months of the proven year, at least one of which counts. None and nothing are the same. */
function readExemptMonths(read: Reader, value: unknown): number | null {
  if (value === undefined || value === null || value === 0) return null;
  const fits = typeof value === "number" && Number.isInteger(value) && value > 0 && value < 12;
  return fits ? value : read.wrong(monthsOfYear("selfEmployment.exemptMonths"));
}

/** SELF-04: exactly one of three. */
function readProof(read: Reader, from: Json): ActivityProof | null {
  const at = "selfEmployment.proof";
  const kind = read.choice(from, "kind", `${at}.kind`, ["FUND_ATTEST", "TAX_ASSESSMENT", "PROGNOSIS_ATTEST"]);
  switch (kind) {
    case null:
      return null;
    case "FUND_ATTEST": {
      const list = Array.isArray(from.paid) ? from.paid.slice(0, 20) : [];
      if (list.length === 0) return read.wrong(required(`${at}.paid`));
      const paid = list.map((one, index) => {
        const of = asObject(one);
        const quarter = read.parsed(
          read.needed(of, "quarter", `${at}.paid.${index}.quarter`),
          `${at}.paid.${index}.quarter`,
          parseQuarter,
        );
        const field = `${at}.paid.${index}.amount`;
        const cents = read.parsed(read.needed(of, "amount", field), field, parseEuroNotNegative);
        return quarter === null || cents === null ? null : { quarter, cents };
      });
      const whole = paid.filter((one) => one !== null);
      return whole.length === list.length ? { kind, paid: whole } : null;
    }
    case "TAX_ASSESSMENT": {
      const { incomeYear } = from;
      const income = read.parsed(read.needed(from, "income", `${at}.income`), `${at}.income`, parseEuroNotNegative);
      if (!Number.isSafeInteger(incomeYear) || (incomeYear as number) < 1900 || (incomeYear as number) > 2100)
        return read.wrong(wholeNumber(`${at}.incomeYear`));
      return income === null ? null : { kind, incomeYear: incomeYear as number, incomeCents: income };
    }
    case "PROGNOSIS_ATTEST": {
      const issuedOn = read.parsed(read.needed(from, "issuedOn", `${at}.issuedOn`), `${at}.issuedOn`, parsePlainDate);
      const sufficient = read.flag(from, "sufficient", `${at}.sufficient`);
      return issuedOn === null || sufficient === null ? null : { kind, issuedOn, sufficient };
    }
  }
}

function readContact(read: Reader, from: Json): ApplicationInput["contact"] | null {
  const name = read.needed(from, "name", "contact.name", 120);
  const email = read.needed(from, "email", "contact.email", 254);
  const phone = read.text(from, "phone", "contact.phone", 40) ?? "";
  if (email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return read.wrong(notEmail("contact.email"));
  return name === null || email === null ? null : { name, email, phone };
}
