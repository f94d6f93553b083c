// Who visits and what they ask: readers, programs, a case handler at the work list, a payment officer, a statistician.
import type { LoggedInSession, RoleInContext } from "../../src/access/index.ts";
import { systemClock } from "../../src/kernel/index.ts";
import { openDatabase, sessionStore, tokenStore } from "../../src/store/index.ts";
import type { Kind } from "./generator.ts";

export interface Visitors {
  readonly handler: string;
  readonly officer: string;
  readonly statistician: string;
  readonly program: string;
}

const DEPARTMENT = "OVO999001";
const LIFETIMES = { pendingMs: 900_000, idleMs: 3_600_000, totalMs: 36_000_000 };

export async function makeVisitors(dataDir: string): Promise<Visitors> {
  const database = await openDatabase({ dataDir, log: () => {} });
  try {
    const { pool } = database;
    const sessions = sessionStore(pool, systemClock, LIFETIMES);
    const tokens = tokenStore(pool, systemClock);
    const cookie = async (active: RoleInContext): Promise<string> => {
      const session: LoggedInSession = {
        kind: "session",
        principal: {
          subject: `load-${active.role}`,
          givenName: "Test",
          familyName: "Synlast",
          insz: null,
          capacity: "GID",
          organisation: { code: DEPARTMENT, name: "Departement WEWIS (oefening)" },
          roles: [active],
        },
        active,
        idToken: "none",
        formKey: "load",
      };
      return `maatwerk=${await sessions.create(session, session.principal.subject)}`;
    };
    return {
      handler: await cookie({ role: "caseHandler", organisation: DEPARTMENT }),
      officer: await cookie({ role: "paymentOfficer", organisation: DEPARTMENT }),
      statistician: (await tokens.issue({ role: "statistician", organisation: DEPARTMENT, insz: null, person: "load" }, "load"))
        .token,
      program: (await tokens.issue({ role: "paymentOfficer", organisation: DEPARTMENT, insz: null, person: "load" }, "load"))
        .token,
    };
  } finally {
    await database.close();
  }
}

const QUESTION = `id: load
title: { nl: Personen met een toekenning, en: Persons with a grant, fr: Personnes avec un octroi }
unit: person
measure: { flow: grant.decided }
at: 2024
by: [premiums]
`;

/** A hundred requests in a round: most read, some calculate, some are at work. */
export function visits(url: string, { handler, officer, statistician, program }: Visitors): readonly Kind[] {
  const page = (name: string, weight: number, path: (nth: number) => string, cookie?: string): Kind => ({
    name,
    page: true,
    weight,
    request: (nth) => ({ url: `${url}${path(nth)}`, ...(cookie === undefined ? {} : { headers: { cookie } }) }),
  });
  const api = (name: string, weight: number, path: string, token?: string): Kind => ({
    name,
    page: false,
    weight,
    request: () => ({
      url: `${url}/api/v1${path}`,
      ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
    }),
  });
  const wage = (nth: number): string => `${2_000 + (nth % 1_500)}`;
  return [
    page("start page", 10, () => "/"),
    page("simulator, empty", 8, () => "/simulator"),
    page(
      "simulator, calculated",
      12,
      (nth) => `/simulator?pakket=P5&tewerkstelling=100&loon=${wage(nth)}&bijdragen=600&per=maand&start=2025-Q2`,
    ),
    page("law", 4, () => "/wet"),
    page("documents", 4, () => "/docs"),
    page("published figures", 4, () => "/cijfers"),
    page("answer to question 170", 4, () => "/antwoorden/sv-170"),
    page(
      "work list",
      10,
      (nth) => ["/departement", "/departement?soort=READY", "/departement?wie=niemand&premie=WAGE"][nth % 3]!,
      handler,
    ),
    page("payment counter", 4, () => "/betalingen", officer),
    {
      name: "API: calculation",
      page: false,
      weight: 20,
      request: (nth) => ({
        url: `${url}/api/v1/calculations`,
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          scheme: "employer",
          package: "P5",
          startQuarter: "2025-Q2",
          quarter: "2026-Q1",
          employmentFraction: "1",
          grossWage: `${6_000 + (nth % 4_000)}.00`,
          employerContributions: "1800.00",
          contributionReductions: "0",
        }),
      }),
    },
    api("API: parameter", 8, "/law/parameters/ggmmi"),
    api("API: answer", 3, "/answers/sv-170"),
    api("API: runs", 4, "/payments/runs", program),
    { name: "health", page: false, weight: 4, request: () => ({ url: `${url}/healthz` }) },
    {
      name: "API: figures",
      page: false,
      weight: 1,
      request: () => ({
        url: `${url}/api/v1/figures?channel=internal`,
        method: "POST",
        headers: { authorization: `Bearer ${statistician}`, "content-type": "application/yaml" },
        body: QUESTION,
      }),
    },
  ];
}
