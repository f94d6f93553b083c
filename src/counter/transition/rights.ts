// Older rights one by one and the work that they ask: what runs out when, who must be warned, and what a person records of a right.
import {
  type Actor,
  type Dossier,
  LawReading,
  lastDayOfRight,
  type OldRight,
  type Reason,
  RIGHT_ACTIONS,
  rightStage,
  type TransitionCommand,
  type TransitionMeasure,
  type Vault,
} from "../../dossier/index.ts";
import {
  addMonths,
  asRef,
  type Clock,
  fail,
  fromQuarterNumber,
  isRef,
  localized,
  type PlainDate,
  parseInsz,
  parseKbo,
  quarterIndexNumber,
  quarterOf,
  Refusal,
  type Result,
  type RightRef,
} from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type { By } from "./imports.ts";
import { lawOfRight, type SaidOfRight, sinePlaceOf } from "./law-of-right.ts";
import { type OrganisationView, organisationView } from "./organisation.ts";
import { type RightAct, rightCommand } from "./right-input.ts";

/** One right in a list, as it stands now. */
export interface RightLine {
  readonly rightRef: string;
  readonly measure: TransitionMeasure;
  readonly personRef: string | null;
  readonly employerRef: string | null;
  readonly startedOn: PlainDate;
  readonly lastDay: PlainDate | null;
  readonly warnedOfEnd: PlainDate | null;
  readonly ldeChoice: string | null;
  /** Application of the same relation that waits for a decision. */
  readonly pendingFile: string | null;
  /** First quarter of a grant of the same relation, year x 4 + n - 1. */
  readonly grantFrom: number | null;
  readonly grantFile: string | null;
  readonly grantRef: string | null;
}

export interface RightQuery {
  readonly measures?: readonly TransitionMeasure[];
  readonly employerRef?: string;
  readonly personRef?: string;
  readonly rightRef?: string;
  /** Last day within these days, both included. */
  readonly endsFrom?: PlainDate;
  readonly endsUntil?: PlainDate;
  /** Rights after this one, in order of last day and reference. */
  readonly after?: { readonly lastDay: PlainDate; readonly rightRef: string };
  readonly limit: number;
}

export interface RightQueries {
  /** In order of last day; rights without end come last. */
  rights(query: RightQuery): Promise<readonly RightLine[]>;
  /** How many rights run on the day, per measure. */
  running(on: PlainDate): Promise<readonly { readonly measure: TransitionMeasure; readonly rights: number }[]>;
  /** What was booked for a right, and for the grant that follows on it, per quarter. */
  booked(
    rightRef: string,
    grantRef: string | null,
  ): Promise<readonly { readonly quarter: number; readonly by: "OLD" | "IMW"; readonly cents: number }[]>;
  /** Names as sealed; a name that cannot be opened is empty. */
  namesOf(refs: readonly string[], by: By, purpose: string): Promise<ReadonlyMap<string, string>>;
}

export interface RightPorts {
  readonly law: Law;
  readonly clock: Clock;
  readonly dossier: Pick<Dossier, "handle" | "right">;
  readonly vault: Pick<Vault, "findByIdentifier">;
  readonly queries: RightQueries;
}

/**
 * LATE: over without a grant. URGENT: the end is near and nothing was filed. FILED: an application waits. CROSSED: a grant follows.
 * LATER: the end is not near yet.
 */
export type EndingState = "LATE" | "URGENT" | "FILED" | "CROSSED" | "LATER";

export interface EndingRight extends RightLine {
  readonly state: EndingState;
  /** The last day on which a decision lets support go on without a gap (TRANS-31). */
  readonly lastUsefulOn: PlainDate;
  /**
   * Whole quarters without support: between the end of the right and the grant that follows, or the quarter of today when none does (a
   * grant begins in the quarter of its decision, PROC-11). 0 while nothing is lost.
   */
  readonly quartersLost: number;
}

const STATE_ORDER: readonly EndingState[] = ["URGENT", "FILED", "LATE", "CROSSED", "LATER"];

const AGAIN = localized("Verbeter het en probeer opnieuw", "Correct it and try again", "Corrigez et réessayez");

/** Workers whose trajectory ends and who then need an evaluation, so that their employer must act in time. */
const WITH_EVALUATION: readonly TransitionMeasure[] = ["LDE_INDIVIDUAL", "MWA"];
/** No rule of law: how long before the end the department writes to the employer, and for how long after it the list shows what was late. */
const NEAR_MONTHS = 9;
const LATE_MONTHS = 12;

export interface OpenedRight {
  readonly right: OldRight;
  readonly actions: readonly TransitionCommand["type"][];
  readonly lastDay: PlainDate | null;
  /** What the law says of it. */
  readonly said: readonly SaidOfRight[];
}

/** Which measure a quarter is paid by. NONE: it lies between the right and a grant that was decided too late. */
export interface RightQuarter {
  /** year x 4 + n - 1. */
  readonly quarter: number;
  readonly by: "OLD" | "IMW" | "NONE";
  /** Whole percent by the schedule of the old right; null: none, or of the grant. */
  readonly percentage: number | null;
  /** Booked up to now; null: nothing yet. */
  readonly cents: number | null;
  /** Of SINE: the reduction that social security gives for the quarter, by the law (TRANS-24); null: another measure. */
  readonly reduction: number | null;
}

export class OlderRights {
  private readonly ports: RightPorts;
  private readonly decideByDay = new Map<PlainDate, PlainDate>();

  constructor(ports: RightPorts) {
    this.ports = ports;
  }

  /** Rights that run today, per measure. */
  counts(): ReturnType<RightQueries["running"]> {
    return this.ports.queries.running(this.ports.clock.today());
  }

  list(query: RightQuery): Promise<readonly RightLine[]> {
    return this.ports.queries.rights(query);
  }

  /** Rights of the person or the employer with this number, as typed; null when it is no number. */
  async ofNumber(typed: string): Promise<{ readonly personRef?: string; readonly employerRef?: string } | null> {
    const digits = typed.replace(/[\s.-]/g, "");
    const person = parseInsz(digits);
    if (person.ok) {
      const personRef = await this.ports.vault.findByIdentifier("insz", person.value);
      return personRef === null ? {} : { personRef };
    }
    const firm = parseKbo(digits);
    if (!firm.ok) return null;
    const employerRef = await this.ports.vault.findByIdentifier("kbo", firm.value);
    return employerRef === null ? {} : { employerRef };
  }

  /** Names of people and firms, for who works on their rights; each opening is logged. */
  namesOf(refs: readonly (string | null)[], by: By, purpose: string): Promise<ReadonlyMap<string, string>> {
    return this.ports.queries.namesOf([...new Set(refs.filter((one) => one !== null))], by, purpose);
  }

  today(): PlainDate {
    return this.ports.clock.today();
  }

  /** Trajectories of LDE and maatwerkafdelingen that end soon or ended lately, the nearest first. */
  async workList(limit: number, of: Pick<RightQuery, "employerRef" | "after"> = {}): Promise<readonly EndingRight[]> {
    const today = this.ports.clock.today();
    const rights = await this.ports.queries.rights({
      measures: WITH_EVALUATION,
      endsFrom: addMonths(today, -LATE_MONTHS),
      ...(of.employerRef === undefined ? { endsUntil: addMonths(today, NEAR_MONTHS) } : {}),
      ...of,
      limit,
    });
    const lines = rights.flatMap((right) => (right.lastDay === null ? [] : [this.endingRight(right, right.lastDay, today)]));
    // What can still be saved comes first; the order of days stays within each state.
    return lines.sort((a, b) => STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state));
  }

  /** Rights whose employer must still be warned. */
  async toWarn(limit: number): Promise<readonly EndingRight[]> {
    const lines = await this.workList(5_000);
    return lines
      .filter((one) => one.state === "URGENT" && one.employerRef !== null && one.warnedOfEnd !== one.lastDay)
      .slice(0, limit);
  }

  private endingRight(right: RightLine, lastDay: PlainDate, today: PlainDate): EndingRight {
    const state: EndingState =
      right.grantFrom !== null
        ? "CROSSED"
        : right.pendingFile !== null
          ? "FILED"
          : lastDay < today
            ? "LATE"
            : lastDay <= addMonths(today, NEAR_MONTHS)
              ? "URGENT"
              : "LATER";
    return {
      ...right,
      state,
      lastUsefulOn: this.decideBy(lastDay),
      quartersLost: quartersLost(lastDay, right.grantFrom ?? quarterIndexNumber(quarterOf(today))),
    };
  }

  /** TRANS-31, by the law. */
  private decideBy(lastDay: PlainDate): PlainDate {
    const known =
      this.decideByDay.get(lastDay) ?? new LawReading(this.ports.law, lastDay).rule("olderDecideBy", { olderEndsOn: lastDay });
    this.decideByDay.set(lastDay, known as PlainDate);
    return known as PlainDate;
  }

  /** A right with what may happen next; null when there is none. */
  async open(rightRef: string): Promise<{
    readonly right: OldRight;
    readonly actions: readonly TransitionCommand["type"][];
    readonly lastDay: PlainDate | null;
    /** What the law says of it. */
    readonly said: readonly SaidOfRight[];
  } | null> {
    const right = await this.ports.dossier.right(rightRef);
    if (right === null) return null;
    const stage = rightStage(right, this.ports.clock.today());
    // A choice is made once.
    const actions = RIGHT_ACTIONS[stage].filter((one) => one !== "ChooseForLde" || right.ldeChoice === null);
    return { right, actions, lastDay: lastDayOfRight(right), said: lawOfRight(this.ports.law, right, this.ports.clock.today()) };
  }

  /** Everything that one organisation holds of the older schemes; null: nothing. */
  organisation(employerRef: string): Promise<OrganisationView | null> {
    return organisationView(this.ports, employerRef);
  }

  /** By when a maatwerkbedrijf that grew from LDE must reach share and size, by the law (TRANS-33). */
  newMwbNormsBy(newMwbFoundedOn: PlainDate): PlainDate | null {
    try {
      return new LawReading(this.ports.law, newMwbFoundedOn).rule("newMwbNormsBy", { newMwbFoundedOn }) as PlainDate;
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }

  /** The right in a list, with the application or grant of the same relation. */
  async lineOf(rightRef: string): Promise<RightLine | null> {
    return (await this.ports.queries.rights({ rightRef, limit: 1 }))[0] ?? null;
  }

  /**
   * Every quarter from the first that the department pays to the end of the old right or today, whichever is later, with the measure that
   * it belongs to: the right, the grant that follows, or none where the decision came too late.
   */
  async quarters(rightRef: string, right: OldRight): Promise<readonly RightQuarter[]> {
    if (right.facts.measure === "ALD") return [];
    const { clock, queries, law } = this.ports;
    const line = await this.lineOf(rightRef);
    const booked = await queries.booked(rightRef, line?.grantRef ?? null);
    const now = quarterIndexNumber(quarterOf(clock.today()));
    // Quarters before the scheme were paid elsewhere.
    const own = quarterIndexNumber(quarterOf(law.parameters.get("scheme.inForce")?.values[0]?.from ?? clock.today()));
    const start = quarterIndexNumber(right.facts.startQuarter);
    const last = lastDayOfRight(right);
    const lastOld = last === null ? now : quarterIndexNumber(quarterOf(last));
    const granted = line?.grantFrom ?? null;
    const shown: RightQuarter[] = [];
    for (let quarter = Math.max(start, own); quarter <= now; quarter += 1) {
      const by = granted !== null && quarter >= granted ? "IMW" : quarter <= lastOld ? "OLD" : "NONE";
      if (by === "NONE" && granted === null) break;
      const { schedule } = right.facts;
      const inSchedule = schedule.find((one) => quarter - start + 1 <= one.throughQuarter);
      const phase = by === "OLD" ? (inSchedule ?? (right.ranOnUntil === null ? undefined : schedule.at(-1))) : undefined;
      const sum = booked.find((one) => one.quarter === quarter && one.by === by);
      const reduction = by === "OLD" ? this.reductionOf(right, quarter) : null;
      shown.push({ quarter, by, percentage: phase?.percentage ?? null, cents: sum?.cents ?? null, reduction });
    }
    return shown.toReversed();
  }

  /** TRANS-20, TRANS-21, TRANS-24: the department pays none of it; social security applies it. */
  private reductionOf(right: OldRight, quarterNumber: number): number | null {
    const sinePlace = sinePlaceOf(right);
    if (sinePlace === null) return null;
    const facts = { sinePlace, olderEndsOn: lastDayOfRight(right) };
    const reading = new LawReading(this.ports.law, this.ports.clock.today());
    return reading.rule("sineReduction", facts, fromQuarterNumber(quarterNumber)) as number;
  }

  /** Records what was typed about a right; null when there is no such right. The same id again records nothing again. */
  async record(
    rightRef: string,
    act: RightAct,
    given: (field: string) => string,
    actor: Actor,
    commandId: string,
  ): Promise<Result<unknown, readonly Reason[]> | null> {
    const { clock, dossier } = this.ports;
    const right = isRef(rightRef) ? await dossier.right(rightRef) : null;
    if (right === null) return null;
    const made = rightCommand(act, { rightRef: asRef<RightRef>(rightRef), right, today: clock.today(), given });
    if (!made.ok) return fail(made.error.map((one) => ({ ...one, rule: "", remedy: AGAIN })));
    return dossier.handle(made.value.command, { commandId, actor, sealed: made.value.sealed });
  }

  warn(
    { rightRef, lastDay }: Pick<EndingRight, "rightRef" | "lastDay">,
    actor: Actor,
  ): Promise<Result<unknown, readonly Reason[]>> {
    const { dossier, clock } = this.ports;
    const command = { type: "WarnOfEnd" as const, rightRef: asRef<RightRef>(rightRef), on: clock.today() };
    return dossier.handle(command, { commandId: `warn:${rightRef}:${lastDay}`, actor });
  }
}

/** Quarters, as year x 4 + n - 1, that lie after the last day of a right and before the first quarter of what follows. */
function quartersLost(lastDay: PlainDate, follows: number): number {
  return Math.max(0, follows - quarterIndexNumber(quarterOf(lastDay)) - 1);
}
