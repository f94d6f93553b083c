// Who is in the population of the figures' benchmark: each life is drawn from the person's number, so the same size gives the same people.
import { type Instant, instant, type PlainDate, plainDate, type Quarter, quarter } from "../../src/kernel/index.ts";

/** One change with the moment at which it became known. */
export interface Told {
  readonly on: PlainDate;
  readonly at: Instant;
}

export interface Home {
  readonly sex: "F" | "M";
  readonly bornIn: string;
  readonly province: string;
  readonly moved: (Told & { readonly province: string }) | null;
}

export interface Status {
  readonly seeks: boolean;
  readonly employability: "IMMEDIATE" | "NOT_IMMEDIATE";
  readonly care: boolean;
  readonly changed: Told | null;
}

export interface HeldTicket {
  readonly ref: string;
  readonly type: "COLLECTIVE" | "INDIVIDUAL" | "AMA_SOCIAL_ECONOMY" | "WELFARE";
  readonly granted: Told;
  /** First day after the last one. */
  readonly until: PlainDate;
  readonly ended: Told | null;
}

export interface WorkFile {
  readonly fileRef: string;
  readonly grantRef: string;
  /** Null: self-employed. */
  readonly employerRef: string | null;
  readonly premiums: "WAGE" | "WAGE_AND_GUIDANCE" | "SUPPORT";
  readonly filed: Told;
  readonly decided: Told;
  readonly granted: boolean;
  readonly start: Quarter;
  readonly stopped: Told | null;
}

export interface OlderRight {
  readonly ref: string;
  readonly employerRef: string;
  readonly measure: "VOP" | "LDE_INDIVIDUAL";
  readonly asked: Told | null;
  readonly decided: (Told & { readonly outcome: "IMW" | "NO_NEED" }) | null;
  readonly chosen: Told | null;
}

/** Everybody was carried over on this day; what happened before is known from then on. */
export const START = plainDate("2018-01-01");
export const CARRIED_OVER = instant("2019-01-01T10:00:00.000Z");
/** Some became known only after the answer was given. */
const LATE = instant("2024-03-01T10:00:00.000Z");

export const TERM_QUARTERS = 20;
const provinces = ["ANT", "LIM", "OVL", "VBR", "WVL"];
const ticketTypes = ["COLLECTIVE", "INDIVIDUAL", "AMA_SOCIAL_ECONOMY", "WELFARE"] as const;

export const personRef = (n: number): string => uuid(1, n);
export const employerRef = (n: number): string => uuid(5, n);
export const employersOf = (persons: number): number => Math.max(1, Math.ceil(persons / 40));

export function homeOf(n: number): Home {
  const home = {
    sex: n % 2 === 0 ? ("F" as const) : ("M" as const),
    bornIn: `${1955 + draw(n, 2, 50)}-0${1 + draw(n, 3, 9)}`,
    province: provinces[draw(n, 4, 5)]!,
  };
  if (draw(n, 5, 6) > 0) return { ...home, moved: null };
  const province = provinces[(provinces.indexOf(home.province) + 1 + draw(n, 8, 4)) % 5]!;
  return { ...home, moved: { ...told(2022 + draw(n, 6, 3), draw(n, 7, 300)), province } };
}

export function statusOf(n: number): Status {
  return {
    seeks: draw(n, 14, 5) > 1,
    employability: draw(n, 10, 4) === 0 ? "NOT_IMMEDIATE" : "IMMEDIATE",
    care: draw(n, 11, 9) === 0,
    changed: draw(n, 15, 2) === 0 ? null : told(2022 + draw(n, 12, 3), draw(n, 13, 300)),
  };
}

export function ticketsOf(n: number): HeldTicket[] {
  return ticketTypes.flatMap((type, index) => {
    if (draw(n, 20 + index, 10) >= [3, 5, 2, 1][index]!) return [];
    const [year, at] = [2019 + draw(n, 30 + index, 5), draw(n, 40 + index, 300)];
    const late = draw(n, 90 + index, 50) === 0;
    const granted = late ? { ...told(year, at), at: LATE } : told(year, at);
    const ended =
      !late && draw(n, 50 + index, 4) === 0 ? told(year + 1 + draw(n, 60 + index, 2), draw(n, 70 + index, 300)) : null;
    return [{ ref: uuid(20 + index, n), type, granted, until: plainDate(`${year + 5}${granted.on.slice(4)}`), ended }];
  });
}

/** One in ten works under the scheme or asked to. */
export function workOf(n: number, persons: number): WorkFile | null {
  if (draw(n, 1, 10) > 0) return null;
  const self = draw(n, 80, 30) === 0;
  const late = draw(n, 90, 50) === 0;
  const month = 7 + draw(n, 81, 4);
  const day = 1 + draw(n, 86, 20);
  const filed = toldIn(2023, month, day);
  const decided = toldIn(2023, month + 1 + draw(n, 84, 3), day);
  const granted = draw(n, 85, 4) > 0;
  return {
    fileRef: uuid(4, n),
    grantRef: uuid(6, n),
    employerRef: self ? null : employerOf(n, persons),
    premiums: self ? "SUPPORT" : draw(n, 83, 20) === 0 ? "WAGE_AND_GUIDANCE" : "WAGE",
    filed: late ? { on: filed.on, at: LATE } : filed,
    decided: late ? toldIn(2024, 6, day) : decided,
    granted,
    start: quarter(month < 10 ? "2023-Q3" : "2023-Q4"),
    stopped: granted && !late && draw(n, 87, 20) === 0 ? toldIn(2024, 3, day) : null,
  };
}

export function rightOf(n: number, persons: number): OlderRight | null {
  if (draw(n, 95, 40) > 0) return null;
  const lde = draw(n, 96, 3) === 0;
  const day = 1 + draw(n, 101, 20);
  const held = { ref: uuid(7, n), employerRef: employerOf(n, persons) };
  if (lde)
    return { ...held, measure: "LDE_INDIVIDUAL", asked: null, decided: null, chosen: toldIn(2023, 5 + draw(n, 102, 2), day) };
  const decided = toldIn(2023, 7 + draw(n, 97, 7), day);
  const outcome = draw(n, 99, 2) === 0 ? ("IMW" as const) : ("NO_NEED" as const);
  return {
    ...held,
    measure: "VOP",
    asked: toldIn(2023, 4 + draw(n, 98, 3), day),
    decided: { ...decided, outcome },
    chosen: null,
  };
}

export interface Declared {
  readonly attestNo: string;
  readonly version: number;
  readonly employerRef: string;
  readonly quarter: number;
  readonly grossCents: number;
  readonly receivedAt: Instant;
}

/** Declarations of two quarters, some sent again with another version. */
export function declaredOf(n: number, persons: number): Declared[] {
  const work = workOf(n, persons);
  if (work === null || work.employerRef === null) return [];
  const of = work.employerRef;
  return [8094, 8095].flatMap((quarter) =>
    Array.from({ length: draw(n, quarter, 10) === 0 ? 2 : 1 }, (_, version) => ({
      attestNo: `A${n}-${quarter}`,
      version,
      employerRef: of,
      quarter,
      grossCents: 500_000 + draw(n, 100, 300_000),
      receivedAt: instant(`2024-01-0${1 + version}T09:00:00.000Z`),
    })),
  );
}

const employerOf = (n: number, persons: number): string => employerRef(draw(n, 82, employersOf(persons)));

function uuid(kind: number, n: number): string {
  return `${kind.toString(16).padStart(8, "0")}-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;
}

/** A number below `of` that depends on person and purpose, spread evenly enough. */
function draw(n: number, purpose: number, of: number): number {
  let x = Math.imul(n + 1, 2_654_435_761) ^ Math.imul(purpose + 7, 2_246_822_519);
  x = Math.imul(x ^ (x >>> 15), 2_246_822_519);
  x ^= x >>> 13;
  return (x >>> 0) % of;
}

const told = (year: number, at: number): Told => toldIn(year, 1 + (at % 12), 1 + (at % 24));

/** Months above twelve lie in the next year. What happens becomes known three days later. */
function toldIn(year: number, month: number, day: number): Told {
  const text = (d: number): string =>
    `${month > 12 ? year + 1 : year}-${String(((month - 1) % 12) + 1).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
  return { on: text(day) as PlainDate, at: `${text(day + 3)}T10:00:00.000Z` as Instant };
}
