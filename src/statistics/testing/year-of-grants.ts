// A population of a whole year with many small groups: few live in some municipalities, few hold some tickets, some were registered late.
import { addDays, plainDate } from "../../kernel/index.ts";
import { noTables, type Tables } from "../reference/index.ts";

const early = { from: "2020-01-01T00:00:00.000Z", until: null };
/** Known between the first and the second moment at which the releases of the year look. */
export const registeredLate = { from: "2025-02-10T09:00:00.000Z", until: null };

/** Municipalities with how many of a hundred live there; the first digit of their code tells the province. */
const places: readonly (readonly [province: string, municipality: string, weight: number])[] = [
  ["ANT", "11002", 19],
  ["ANT", "12025", 9],
  ["ANT", "13040", 1],
  ["LIM", "71022", 11],
  ["LIM", "72020", 2],
  ["OVL", "44021", 17],
  ["OVL", "41002", 7],
  ["OVL", "46021", 1],
  ["VBR", "24062", 12],
  ["VBR", "23088", 1],
  ["WVL", "31005", 9],
  ["WVL", "34022", 8],
  ["WVL", "36015", 3],
];

const combinations: readonly (readonly [types: readonly string[], weight: number])[] = [
  [["COLLECTIVE"], 28],
  [["INDIVIDUAL"], 40],
  [["AMA_SOCIAL_ECONOMY"], 14],
  [["COLLECTIVE", "INDIVIDUAL"], 13],
  [["COLLECTIVE", "AMA_SOCIAL_ECONOMY"], 2],
  [["INDIVIDUAL", "AMA_SOCIAL_ECONOMY"], 1],
  [["COLLECTIVE", "INDIVIDUAL", "AMA_SOCIAL_ECONOMY"], 2],
];

/** `people` with a ticket each, and as many at work with one grant each. Each has one relation and one grant; a seed gives one population. */
export function yearOfGrants({ people, seed }: { readonly people: number; readonly seed: number }): Tables {
  const random = generator(seed);
  const pick = <T extends readonly unknown[]>(from: readonly T[], weightAt: number): T => {
    let left = random() * from.reduce((sum, one) => sum + Number(one[weightAt]), 0);
    const chosen = from.find((one) => {
      left -= Number(one[weightAt]);
      return left < 0;
    });
    return chosen ?? from[0]!;
  };
  let next = 0;
  const ref = (kind: number): string => {
    next += 1;
    return `${String(kind).padStart(8, "0")}-0000-4000-8000-${String(next).padStart(12, "0")}`;
  };
  const rows = { person_fact: [], work_status: [], ticket: [], application: [], grant_position: [] } as {
    -readonly [K in "person_fact" | "work_status" | "ticket" | "application" | "grant_position"]: Tables[K][number][];
  };
  const person = (status: string, known: typeof early): string => {
    const [province, municipality] = pick(places, 2);
    const person_ref = ref(1);
    const sex = random() < 0.985 ? (random() < 0.45 ? "F" : "M") : "X";
    const born_in = `${1960 + Math.floor(random() * 45)}-0${1 + Math.floor(random() * 9)}-01`;
    const valid = { from: "1990-01-01", until: null };
    const nothing = { education: null, origin: null };
    rows.person_fact.push({
      person_ref,
      valid,
      known,
      sex,
      born_in,
      municipality,
      province,
      residence: "FLANDERS",
      ...nothing,
    });
    const rest = { employability: "IMMEDIATE", work_care: false, benefit: "UNEMPLOYMENT", unemployed_since: "2019-01-01" };
    rows.work_status.push({ person_ref, valid: { from: "2019-01-01", until: null }, known, status, ...rest });
    return person_ref;
  };
  for (let index = 0; index < people; index += 1) {
    const known = index % 60 === 0 ? registeredLate : early;
    const holder = person("JOB_SEEKER_WITHOUT_WORK", known);
    const granted = addDays(plainDate("2023-07-03"), Math.floor(random() * 500));
    for (const type of pick(combinations, 1)[0])
      rows.ticket.push({
        ticket_ref: ref(3),
        person_ref: holder,
        valid: { from: granted, until: addDays(granted, 5 * 365) },
        known,
        type,
        applied_on: granted,
        granted_on: granted,
        package: null,
        percentage: null,
        guidance_need: "LOW",
        need_class: null,
        need_duration: "LASTING",
        origin: "REQUEST",
      });
  }
  for (let index = 0; index < people; index += 1) {
    const known = index % 50 === 0 ? registeredLate : early;
    const worker = person("EMPLOYED", known);
    // Few decisions fall in the summer, so that a quarter has small cells where the year has none.
    const day = random() < 0.93 ? [0, 91, 274][Math.floor(random() * 3)]! + random() * 90 : 182 + random() * 90;
    const decided_on = addDays(plainDate("2024-01-01"), Math.floor(day));
    const employer_ref = ref(2);
    const premiums = random() < 0.9 ? "WAGE" : "WAGE_AND_GUIDANCE";
    const file_ref = ref(5);
    const same = { file_ref, employer_ref, person_ref: worker, known, applicant: "EMPLOYER", premiums };
    rows.application.push({
      ...same,
      valid: { from: decided_on, until: null },
      situation: "NEW_HIRE",
      channel: "ONLINE",
      filed_on: decided_on,
      state: "GRANTED",
      state_on: decided_on,
      grounds: [],
      establishment_ref: employer_ref,
      establishment_municipality: "11002",
      establishment_province: "ANT",
      establishment_nace: "56",
    });
    rows.grant_position.push({
      ...same,
      grant_ref: ref(6),
      valid: { from: decided_on, until: "2029-07-01" },
      package: "P5",
      percentage: null,
      collective_percentage: null,
      guidance_need: premiums === "WAGE" ? "NONE" : "MEDIUM",
      start_quarter: 8097,
      end_quarter: 8116,
      decided_on,
      previous_measure: random() < 0.02 ? "LDE" : random() < 0.1 ? "VOP" : "NONE",
      previous_right_ref: null,
      switches: {},
      stop_reason: null,
    });
  }
  return { ...noTables, ...rows };
}

/** Numbers from 0 up to 1, always the same ones for a seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
