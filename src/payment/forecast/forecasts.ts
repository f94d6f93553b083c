// The forecast from the records: coming quarters, or a past one as it could be foreseen then.
import { type Clock, type Instant, quarterIndexNumber, quarterOf } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type { Position, PositionSource, Wage } from "../ports.ts";
import { type ForecastQuarter, forecastQuarter } from "./forecast.ts";

export interface LastWages {
  /**
   * Of each relation, all attests of the last quarter before `quarter` for which something was declared, in their last versions; or what
   * a payroll office expects of a quarter after that one.
   */
  lastWages(quarter: number, knownAt: Instant | null): Promise<readonly Wage[]>;
}

export interface ForecastPorts {
  readonly positions: PositionSource;
  /** Older rights that a run of the quarter would pay, as positions. */
  readonly rightsIn: (quarter: number, knownAt: Instant | null) => Promise<readonly Position[]>;
  readonly wages: LastWages;
  readonly law: () => Law;
  readonly clock: Clock;
}

export interface Forecast {
  readonly quarters: readonly ForecastQuarter[];
  readonly madeAt: Instant;
  readonly lawVersion: string;
  /** Last quarter of which declared wages were used. */
  readonly wagesUpTo: number | null;
  /** Relations of a worker and an employer that are counted on what a payroll office expects. */
  readonly expectedWages: number;
}

/** How far ahead is looked by itself. */
export const FORECAST_QUARTERS = 8;

export class Forecasts {
  private readonly ports: ForecastPorts;

  constructor(ports: ForecastPorts) {
    this.ports = ports;
  }

  /** @param from - First quarter, as year x 4 + n - 1; by default the one that runs now. */
  async ahead(from: number = this.currentQuarter(), count: number = FORECAST_QUARTERS): Promise<Forecast> {
    const { wages, law, clock } = this.ports;
    const attests = await wages.lastWages(from, null);
    const quarters: ForecastQuarter[] = [];
    for (let quarter = from; quarter < from + count; quarter += 1) {
      quarters.push(forecastQuarter(law(), quarter, await this.positionsIn(quarter, null), attests));
    }
    const declared = attests.filter((one) => one.source !== "PAYROLL");
    const used = declared.reduce((last, one) => Math.max(last, one.quarter), 0);
    const expected = attests.filter((one) => one.source === "PAYROLL").map((one) => `${one.personRef} ${one.employerRef}`);
    const wagesUpTo = used === 0 ? null : used;
    return { quarters, madeAt: clock.now(), lawVersion: law().version, wagesUpTo, expectedWages: new Set(expected).size };
  }

  /** The quarter as the wages of earlier quarters foretold it: what a dry run is held against. */
  async of(quarter: number, knownAt: Instant | null = null): Promise<ForecastQuarter> {
    const { wages, law } = this.ports;
    const attests = await wages.lastWages(quarter, knownAt);
    return forecastQuarter(law(), quarter, await this.positionsIn(quarter, knownAt), attests);
  }

  /** Grants and older rights: the same run pays both. */
  private async positionsIn(quarter: number, knownAt: Instant | null): Promise<readonly Position[]> {
    const { positions, rightsIn } = this.ports;
    return [...(await positions.positionsIn(quarter, knownAt)), ...(await rightsIn(quarter, knownAt))];
  }

  private currentQuarter(): number {
    return quarterIndexNumber(quarterOf(this.ports.clock.today()));
  }
}
