// The work list of VDAB with names, and looking somebody up by number or name.
import { addDays, asRef, type Insz, type PersonRef, type PlainDate } from "../../kernel/index.ts";
import { nameMatch } from "../name-match.ts";
import type { Acting } from "../ports.ts";
import { namesOf, type PersonName } from "./person-file.ts";
import type { VdabPorts, VdabWorkLine, WorkCount, WorkQuery } from "./ports.ts";

/** A ticket that ends within this many days is work. No rule of law: time enough to ask anew. */
const EXPIRY_DAYS = 90;

export const expiryUntil = (today: PlainDate): PlainDate => addDays(today, EXPIRY_DAYS);

export interface NamedWork extends VdabWorkLine {
  readonly name: PersonName | null;
  /** Taken up by who asks. */
  readonly mine: boolean;
}

export interface VdabWorkPage {
  readonly lines: readonly NamedWork[];
  /** True when there is more after these. */
  readonly more: boolean;
}

type Ports = Pick<VdabPorts, "clock" | "vault" | "work">;

/** Opening names is written to each person's access log. */
export async function vdabWorkPage(
  ports: Ports,
  acting: Acting,
  query: Omit<WorkQuery, "today" | "expiryUntil">,
): Promise<VdabWorkPage> {
  const today = ports.clock.today();
  const found = await ports.work.list({ ...query, limit: query.limit + 1, today, expiryUntil: expiryUntil(today) });
  const lines = found.slice(0, query.limit);
  const names = await namesOf(
    ports,
    acting,
    lines.map((line) => line.personRef),
    "WORK_LIST",
  );
  return {
    lines: lines.map((line) => ({
      ...line,
      name: names.get(line.personRef) ?? null,
      mine: line.assigneeRef === acting.actorRef,
    })),
    more: found.length > query.limit,
  };
}

export function workCounts({ clock, work }: Pick<Ports, "clock" | "work">): Promise<readonly WorkCount[]> {
  const today = clock.today();
  return work.counts(today, expiryUntil(today));
}

/** By number: at most one. Null when nobody has it. */
export async function findByNumber(ports: Ports, insz: Insz): Promise<PersonRef | null> {
  const found = await ports.vault.findByIdentifier("insz", insz);
  if (found === null) return null;
  return (await ports.work.personsAmong([found]))[0] ?? null;
}

export interface FoundPerson {
  readonly personRef: PersonRef;
  readonly name: PersonName | null;
}

/** By the first letters of the words of a name (three or more each), whole words first; at most `limit`. */
export async function findByName(ports: Ports, acting: Acting, text: string, limit: number): Promise<readonly FoundPerson[]> {
  const refs = await ports.vault.findByName(text, limit * 2);
  const persons = (await ports.work.personsAmong(refs)).slice(0, limit);
  const names = await namesOf(ports, acting, persons, "SEARCH");
  return persons
    .map((personRef) => ({ personRef: asRef<PersonRef>(personRef), name: names.get(personRef) ?? null }))
    .sort((a, b) => {
      const [one, other] = [sortKey(a.name), sortKey(b.name)];
      return nameMatch(text, one) - nameMatch(text, other) || (one < other ? -1 : 1);
    });
}

const sortKey = (name: PersonName | null): string => (name === null ? "" : `${name.family} ${name.given}`);
