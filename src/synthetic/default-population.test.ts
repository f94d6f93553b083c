import { beforeAll, describe, expect, it } from "vitest";
import { type Instant, instant, type PlainDate, plainDate } from "../kernel/index.ts";
import { openLaw } from "../law/open-law.ts";
import { type CountedFigures, FigureCounter } from "./count.ts";
import { PUBLISHED_KNOWN_AT, STOCK_DAY, SV170 } from "./figures.ts";
import { generateFlanders } from "./generate.ts";
import { legalFacts } from "./legal-facts.ts";

const law = openLaw();
const FLOW = { from: plainDate("2023-07-01"), to: plainDate("2023-12-31") };
const FEBRUARY_2025 = plainDate("2025-02-15");

const MOMENTS = {
  beforeYearEnd: instant("2023-12-15T00:00:00.000Z"),
  windowOpens: instant("2024-01-06T00:00:00.000Z"),
  published: instant(PUBLISHED_KNOWN_AT),
  windowCloses: instant("2024-01-21T23:59:59.999Z"),
  later: instant("2026-11-01T00:00:00.000Z"),
} as const satisfies Record<string, Instant>;

const figures = {} as Record<keyof typeof MOMENTS, CountedFigures>;
let events = 0;
let runningInFebruary2025 = 0;

beforeAll(() => {
  const counters = Object.entries(MOMENTS).map(([name, knownAt]) => {
    const counter = new FigureCounter(plainDate(STOCK_DAY), FLOW, legalFacts(law).schemeFrom, knownAt);
    return [name as keyof typeof MOMENTS, counter] as const;
  });
  for (const portion of generateFlanders({ law, until: plainDate("2026-11-23"), declarations: false })) {
    for (const stream of portion.streams) {
      for (const batch of stream.batches) events += batch.events.length;
      for (const [, counter] of counters) counter.add(stream);
    }
    runningInFebruary2025 += portion.grants.filter(({ grant }) => runs(grant, FEBRUARY_2025)).length;
  }
  for (const [name, counter] of counters) figures[name] = counter.result();
});

function runs(
  grant: { facts: { decidedOn: PlainDate; endQuarter: string }; stop: { lastDay: PlainDate } | null },
  day: PlainDate,
): boolean {
  return grant.facts.decidedOn <= day && grant.facts.endQuarter >= "2025-Q1" && (grant.stop?.lastDay ?? day) >= day;
}

describe("the default population as known when the question was answered", () => {
  it("gives the stock of tickets of job seekers without work", () => {
    expect(figures.published.tickets).toEqual(SV170.tickets);
  });

  it("gives the persons with one ticket only, the collective ones all granted before the scheme began", () => {
    expect(figures.published.onlyIndividual).toBe(SV170.onlyIndividual);
    expect(figures.published.onlyCollective).toBe(SV170.onlyCollective);
    expect(figures.published.onlyCollectiveGrantedUpTo < legalFacts(law).schemeFrom).toBe(true);
  });

  it("gives applications and grants by unique relation", () => {
    const { wage, wageAndGuidance, selfEmployed } = SV170.relations;
    expect(figures.published.relations).toEqual({ WAGE: wage, WAGE_AND_GUIDANCE: wageAndGuidance, SUPPORT: selfEmployed });
  });

  it("gives the former VOP files and the LDE files", () => {
    expect(figures.published.vopEvaluationsGranted).toBe(SV170.formerVopFiles);
    expect(figures.published.ldeIndividual).toBe(SV170.ldeIndividualFiles);
  });

  it("holds people who are not employable at once and people in a work-care trajectory", () => {
    expect(figures.published.notImmediatelyEmployable).toBeGreaterThan(3_000);
    expect(figures.published.inWorkCareTrajectory).toBeGreaterThan(500);
  });

  it("knows no collective advice since the double ticket without an individual one", () => {
    expect(figures.later.doubleTicketViolations).toBe(0);
  });

  it("gives the same figures at any moment from 6 to 21 January 2024", () => {
    expect(figures.windowOpens).toEqual(figures.published);
    expect(figures.windowCloses).toEqual(figures.published);
  });

  it("gives other figures before and after, because facts are recorded late", () => {
    expect(figures.beforeYearEnd.tickets).not.toEqual(SV170.tickets);
    expect(figures.later.tickets.individual).not.toBe(SV170.tickets.individual);
    expect(figures.later.relations.WAGE.applications).toBeGreaterThan(SV170.relations.wage.applications);
    expect(figures.later.relations.WAGE.grants).toBeGreaterThan(SV170.relations.wage.grants);
  });
});

describe("the size of the default population", () => {
  it("stays within 300,000 events", () => {
    expect(events).toBeGreaterThan(200_000);
    expect(events).toBeLessThanOrEqual(300_000);
  });

  it("has about the known number of running grants in February 2025 (STAT-11)", () => {
    expect(runningInFebruary2025).toBeGreaterThan(9_200);
    expect(runningInFebruary2025).toBeLessThan(10_000);
  });
});
