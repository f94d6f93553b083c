// Public face of the kernel: money, calendar, numbers of persons and firms, results and hashes. Depends on nothing; runs in a browser.
export type { Brand } from "./brand.ts";
export { canonicalJson } from "./canonical-json.ts";
export {
  addCents,
  type Cents,
  cents,
  euro,
  formatEuro,
  formatEuroText,
  isCents,
  negateCents,
  parseEuro,
  parseEuroAsTyped,
  parseEuroNotNegative,
  subtractCents,
  sumCents,
} from "./cents.ts";
export {
  brusselsDate,
  type Clock,
  compareInstants,
  endOfBrusselsDate,
  epochMillisecondsOf,
  fixedClock,
  type Instant,
  instant,
  instantFromEpochMilliseconds,
  isInstant,
  parseInstant,
  parseKnownAt,
  systemClock,
} from "./clock.ts";
export { refOf } from "./derived-ref.ts";
export {
  type EmploymentFraction,
  employmentFraction,
  formatFraction,
  fractionText,
  isEmploymentFraction,
  parseFraction,
  parseFractionOrZero,
} from "./fraction.ts";
export { hashOf, sha256Hex } from "./hash.ts";
export {
  belgianIbanCheckDigits,
  formatIban,
  type Iban,
  iban,
  ibanCheckDigits,
  isBelgianIban,
  isIban,
  parseIban,
} from "./iban.ts";
export { formatInsz, type Insz, insz, inszBirthDate, inszCheckDigits, inszKind, inszSex, isInsz, parseInsz } from "./insz.ts";
export { formatKbo, isKbo, type Kbo, kbo, kboCheckDigits, parseKbo } from "./kbo.ts";
export { nameWords } from "./name-words.ts";
export { isOutage, Outage } from "./outage.ts";
export { ownValue } from "./own-value.ts";
export { type BasisPoints, basisPoints, formatPercent, isBasisPoints, parsePercent, percentText } from "./percent.ts";
export { contains, days, intersect, isPeriod, overlaps, type Period, parsePeriod, period, periodOf } from "./period.ts";
export {
  addDays,
  addMonths,
  addYears,
  compareDates,
  dateParts,
  daysBetween,
  daysInMonth,
  formatDate,
  formatDateShort,
  fromEpochDay,
  isLeapYear,
  isPlainDate,
  makeDate,
  type PlainDate,
  parseDateAsTyped,
  parsePlainDate,
  plainDate,
  toEpochDay,
} from "./plain-date.ts";
export { isProblem, type Problem, problem, Refusal } from "./problem.ts";
export {
  addQuarters,
  compareQuarters,
  daysIn,
  firstDay,
  formatQuarter,
  fromQuarterNumber,
  isQuarter,
  lastDay,
  monthsOf,
  parseQuarter,
  type Quarter,
  quarter,
  quarterIndexNumber,
  quarterOf,
  quarterParts,
  quartersBetween,
} from "./quarter.ts";
export {
  abs,
  add,
  compare,
  div,
  equal,
  floor,
  max,
  min,
  mul,
  negate,
  one,
  parseDecimal,
  type Ratio,
  ratio,
  ratioFromDecimal,
  roundHalfUp,
  sub,
  toCents,
  toDecimal,
  toInteger,
  truncate,
  zero,
} from "./ratio.ts";
export {
  type ActorRef,
  type AdviceRef,
  asRef,
  type CommandId,
  type EmployerRef,
  type EstablishmentRef,
  type EvaluationRef,
  type FileRef,
  type GrantRef,
  type IndicationRef,
  isRef,
  newRef,
  type OrganisationRef,
  type PersonRef,
  parseRef,
  type Ref,
  type ReviewRef,
  type RightRef,
  type RunRef,
  type SealedRef,
  type TicketRef,
} from "./ref.ts";
export { assertOk, collect, fail, mapResult, ok, type Result } from "./result.ts";
export {
  formatStructuredCommunication,
  isStructuredCommunication,
  parseStructuredCommunication,
  type StructuredCommunication,
  structuredCommunication,
  structuredCommunicationFor,
} from "./structured-communication.ts";
export { isLanguage, type Language, type Localized, languages, localized, pick } from "./text.ts";
