// Asks the company register about the enterprise of each self-employed person to whom a run pays: each enterprise once, a few at a time.
import type { CompanyRegister } from "../../../dossier/index.ts";
import type { Kbo, PlainDate } from "../../../kernel/index.ts";
import type { SliceOfRun } from "../run-lines.ts";
import type { ActivitySeen } from "./seen.ts";

export interface OwnEnterprises {
  /** Enterprise number of each self-employed person; whose is not known is left out. */
  numbersOf(personRefs: readonly string[]): Promise<ReadonlyMap<string, Kbo>>;
  readonly register: CompanyRegister;
}

/** A grant or older right without employer to which a run pays. */
export interface PaidGrant {
  readonly grantRef: string;
  /** Left out: not known. */
  readonly personRef?: string | undefined;
  /** Last day; null: none. */
  readonly until: PlainDate | null;
}

/** Lines that only take money back ask nothing: nobody is paid. */
export function paidSelfEmployed({ quarters }: SliceOfRun): string[] {
  return quarters
    .flatMap(({ lines }) => lines.filter((line) => line.employerRef === null && line.cents > 0))
    .map((line) => line.grantRef);
}

type Answer = Pick<ActivitySeen, "answer" | "stoppedOn" | "insolvency">;

const NOTHING = { stoppedOn: null, insolvency: false } as const;
/** Questions under way at once. */
const AT_ONCE = 8;

/** @param before - Called before each question; what it throws ends the asking. */
export async function askActivity(
  { numbersOf, register }: OwnEnterprises,
  paid: readonly PaidGrant[],
  before: () => void = () => {},
): Promise<readonly ActivitySeen[]> {
  const persons = paid.flatMap((one) => one.personRef ?? []);
  const numbers = await numbersOf([...new Set(persons)]);
  const answers = new Map<Kbo, Answer>();
  const waiting = [...new Set(numbers.values())];
  const askNext = async (): Promise<void> => {
    for (let kbo = waiting.pop(); kbo !== undefined; kbo = waiting.pop()) {
      before();
      answers.set(kbo, await answerOf(register, kbo));
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, waiting.length) }, askNext));
  return paid.map(({ grantRef, personRef, until: grantUntil }) => {
    const number = personRef === undefined ? undefined : numbers.get(personRef);
    const answer = number === undefined ? undefined : answers.get(number);
    return { grantRef, grantUntil, ...(answer ?? { answer: "NO_NUMBER", ...NOTHING }) };
  });
}

/** A register that is down stops no run, in whatever way it says so. */
async function answerOf(register: CompanyRegister, kbo: Kbo): Promise<Answer> {
  try {
    const found = await register.find(kbo);
    if (found.state === "unavailable") return { answer: "NOT_ANSWERED", ...NOTHING };
    if (found.state === "unknown") return { answer: "UNKNOWN", ...NOTHING };
    const { stoppedOn = null, insolvencySignal } = found.value;
    return { answer: "FOUND", stoppedOn, insolvency: insolvencySignal };
  } catch {
    return { answer: "NOT_ANSWERED", ...NOTHING };
  }
}
