// Judges every line of a file against the law, the other lines and the records: taken, known already, or parked with every reason.
import {
  type EmployerFacts,
  type EnteredSubsidy,
  type OldRightFacts,
  ownEnterpriseRef,
  type Reason,
  type ResidenceFacts,
} from "../../dossier/index.ts";
import {
  asRef,
  canonicalJson,
  type EmployerRef,
  formatDate,
  hashOf,
  type Insz,
  type Kbo,
  newRef,
  type PersonRef,
  type PlainDate,
  type RightRef,
} from "../../kernel/index.ts";
import type { Cells } from "./layout.ts";
import type { ImportRow, TransitionPorts } from "./ports.ts";
import type { RowOutcome } from "./proof.ts";
import type { Line } from "./read-file.ts";
import * as reasons from "./reasons.ts";
import { contradictions, END_OF_TIME, family, recordedGrants, recordedRights } from "./recorded.ts";
import { residenceOf } from "./residence.ts";
import { countableOf, factsOf, type RightRow, readRow } from "./right-row.ts";
import { rightEvents } from "./streams.ts";

export interface NewPerson {
  readonly personRef: PersonRef;
  readonly insz: Insz;
  readonly given: string;
  readonly family: string;
  readonly residence: ResidenceFacts;
  readonly from: PlainDate;
  /** False: it was sealed by an attempt that did not come to its end. */
  readonly unsealed: boolean;
}

export interface NewFirm {
  readonly employerRef: EmployerRef;
  readonly kbo: Kbo;
  readonly name: string;
  readonly facts: EmployerFacts;
  readonly from: PlainDate;
  readonly unsealed: boolean;
}

export interface JudgedLine {
  readonly line: number;
  readonly measure: string;
  readonly fte: number;
  readonly cents: number;
  readonly outcome: RowOutcome;
  readonly reasons: readonly Reason[];
  /** Of a line that is taken. */
  readonly right: { readonly facts: OldRightFacts; readonly row: RightRow } | null;
}

export interface Judgement {
  readonly lines: readonly JudgedLine[];
  /** What local governments had when lines of theirs were judged (TRANS-50); null: no line is of one. */
  readonly sawSubsidies: readonly EnteredSubsidy[] | null;
  readonly people: readonly NewPerson[];
  readonly firms: readonly NewFirm[];
}

interface Working {
  readonly line: Line;
  readonly row: RightRow | null;
  readonly found: Reason[];
}

/** @param dropped - Lines that a person decided not to take. */
export async function judge(
  ports: TransitionPorts,
  list: string,
  given: readonly Line[],
  dropped: ReadonlySet<number> = new Set(),
): Promise<Judgement> {
  const working = given.map((line): Working => {
    const read = readRow(line.cells);
    const found: Reason[] = [...read.reasons];
    if (line.cells.regel.toUpperCase() !== "R") found.unshift(reasons.unreadable("regel", "R, T"));
    return { line, row: read.row, found };
  });
  const open = working.filter(({ line }) => !dropped.has(line.line));
  sameNumber(open);
  overlapInFile(open);
  const readable = open.filter((one): one is Working & { row: RightRow } => one.row !== null);
  const firms = await firmsOf(ports, readable);
  const people = await peopleOf(ports, readable);
  const refs = knownRefs(people);
  const recorded = await recordedRights(ports.records, refs);
  const grants = await recordedGrants(ports.records, refs);
  const ofGovernments = readable.some(({ row }) => row.measure === "ALD");
  const sawSubsidies = ofGovernments ? await ports.records.enteredSubsidies() : null;
  const subsidies = [...(sawSubsidies ?? [])];
  const today = ports.clock.today();
  const sineLast = ports.law.timeline("sine.lastDay")[0]?.value as PlainDate;
  const lines = working.map((one): JudgedLine => {
    const { line, row, found } = one;
    const counted = countableOf(line.cells);
    const shared = { line: line.line, ...counted, measure: counted.measure.slice(0, 40) };
    if (dropped.has(line.line)) return { ...shared, outcome: "DROPPED", reasons: [], right: null };
    if (row === null) return { ...shared, outcome: "PARKED", reasons: found, right: null };
    const firm = row.kbo === null ? null : firms.of(row.kbo);
    const person = row.insz === null ? null : people.of(row.insz);
    if (firm !== null && "reason" in firm) found.push(firm.reason);
    if (person !== null && "reason" in person) found.push(person.reason);
    const employerRef = firm !== null && "ref" in firm ? firm.ref : null;
    const personRef = person !== null && "ref" in person ? person.ref : null;
    const ends = row.measure.startsWith("SINE_") && row.endsOn === null ? sineLast : row.endsOn;
    const facts = factsOf({ ...row, endsOn: ends }, personRef, employerRef, list);
    if (row.measure.startsWith("SINE_") && ends !== null && ends > sineLast)
      found.push(reasons.sinePast(formatDate(sineLast, "nl")));
    if (found.length === 0) {
      const { same, near } = recorded.find(facts);
      if (same !== null) {
        const columns = contradictions(same, facts, row);
        if (columns.length === 0) return { ...shared, outcome: "KNOWN", reasons: [], right: null };
        found.push(...columns.map((column) => reasons.contradicts(column, same.source)));
      } else if (near !== null) found.push(reasons.overlapRecorded(near.measure, formatDate(near.startedOn, "nl")));
      else {
        const grant = grants.beside(facts);
        if (grant !== null) found.push(reasons.besideGrant(formatDate(grant.from, "nl")));
      }
    }
    if (found.length === 0) {
      const decision = rightEvents(ports.law, asRef<RightRef>(NO_REF), facts, row, today, subsidies);
      if (!decision.ok) found.push(...decision.error);
      // What one line takes of the total that local governments share, the lines after it cannot have.
      else if (row.measure === "ALD" && row.amount !== null)
        subsidies.push({ rightRef: `line:${line.line}`, from: facts.startedOn, until: facts.endsOn, cents: row.amount });
    }
    if (found.length > 0) return { ...shared, outcome: "PARKED", reasons: found, right: null };
    return { ...shared, outcome: "TAKE", reasons: [], right: { facts, row } };
  });
  // Only who has a right that is taken comes into the records.
  const taken = lines.flatMap((one) => (one.right === null ? [] : [one.right]));
  const persons = new Set(taken.map((one) => one.facts.personRef));
  const employers = new Set(taken.map((one) => one.facts.employerRef));
  return {
    lines,
    sawSubsidies,
    people: people.fresh.filter((one) => persons.has(one.personRef)),
    firms: firms.fresh.filter((one) => employers.has(one.employerRef)),
  };
}

const NO_REF = "00000000-0000-4000-8000-000000000000";

/** What is kept of a judged line: nothing that tells who it is about. */
export function importRow({ line, measure, fte, cents, outcome, reasons: found }: JudgedLine): ImportRow {
  return { line, measure, fte, cents, outcome, reasons: found.map((one) => `${one.id}:${one.field ?? ""}`) };
}

/** The same outcomes give the same fingerprint, whatever references people and firms were given. */
export function fingerprintOf(rows: readonly ImportRow[]): string {
  return hashOf(
    rows.map(({ line, measure, fte, cents, outcome, reasons: found }) => [line, measure, fte, cents, outcome, found]),
  );
}

/** The first of two equal lines is taken; of two different ones with one number nobody knows which is true. */
function sameNumber(working: readonly Working[]): void {
  const first = new Map<string, Working>();
  for (const one of working) {
    const { nummer } = one.line.cells;
    if (nummer === "") continue;
    const before = first.get(nummer);
    if (before === undefined) {
      first.set(nummer, one);
      continue;
    }
    if (equal(before.line.cells, one.line.cells)) one.found.push(reasons.repeated(before.line.line));
    else {
      one.found.push(reasons.numberTwice(before.line.line));
      if (!before.found.some((found) => found.id === "import.numberTwice")) before.found.push(reasons.numberTwice(one.line.line));
    }
  }
}

const equal = (a: Cells, b: Cells): boolean => canonicalJson({ ...a }) === canonicalJson({ ...b });

function overlapInFile(working: readonly Working[]): void {
  const relations = new Map<string, (Working & { row: RightRow })[]>();
  for (const one of working) {
    const { row } = one;
    if (row === null || one.found.some((found) => found.id === "import.repeated")) continue;
    const key = `${row.insz ?? ""} ${row.kbo ?? ""} ${family(row.measure)}`;
    relations.set(key, [...(relations.get(key) ?? []), one as Working & { row: RightRow }]);
  }
  for (const rights of relations.values()) {
    if (rights.length === 1) continue;
    rights.sort((a, b) =>
      a.row.startedOn < b.row.startedOn ? -1 : a.row.startedOn > b.row.startedOn ? 1 : a.line.line - b.line.line,
    );
    for (const [at, one] of rights.entries()) {
      for (const other of rights.slice(at + 1)) {
        if (other.row.startedOn > (one.row.endsOn ?? END_OF_TIME)) break;
        one.found.push(reasons.overlapInFile(other.line.line));
        other.found.push(reasons.overlapInFile(one.line.line));
      }
    }
  }
}

type Found<Ref> = { readonly ref: Ref } | { readonly reason: Reason };

async function firmsOf(ports: TransitionPorts, rows: readonly (Working & { row: RightRow })[]) {
  const from = new Map<Kbo, PlainDate>();
  for (const { row } of rows) if (row.kbo !== null) from.set(row.kbo, least(from.get(row.kbo), row.startedOn));
  const numbers = [...from.keys()];
  const subjects = await ports.records.subjectsOf("kbo", numbers);
  const kinds = await ports.records.kindsOf([...subjects.values()]);
  const found = new Map<Kbo, Found<EmployerRef>>();
  const fresh: NewFirm[] = [];
  for (const kbo of numbers) {
    const subject = subjects.get(kbo);
    const kind = subject === undefined ? undefined : kinds.get(subject);
    if (subject !== undefined && kind === "employer") found.set(kbo, { ref: asRef<EmployerRef>(subject) });
    // The enterprise of a person who is self-employed and employs somebody.
    else if (subject !== undefined && kind === "person") found.set(kbo, { ref: ownEnterpriseRef(asRef<PersonRef>(subject)) });
    else {
      const answer = await ports.registers.companies.find(kbo);
      if (answer.state === "found") {
        const { name, insolvencySignal: _, stoppedOn: __, ...facts } = answer.value;
        const employerRef = asRef<EmployerRef>(subject ?? newRef());
        const firm = { employerRef, kbo, name, facts, from: from.get(kbo) as PlainDate, unsealed: subject === undefined };
        fresh.push(firm);
        found.set(kbo, { ref: employerRef });
      } else found.set(kbo, { reason: answer.state === "unavailable" ? reasons.firmRegisterDown() : reasons.firmUnknown() });
    }
  }
  return { fresh, of: (kbo: Kbo): Found<EmployerRef> => found.get(kbo) ?? { reason: reasons.firmUnknown() } };
}

async function peopleOf(ports: TransitionPorts, rows: readonly (Working & { row: RightRow })[]) {
  const first = new Map<Insz, RightRow>();
  for (const { row } of rows) {
    if (row.insz === null) continue;
    const held = first.get(row.insz);
    // The earliest right says from when a person is known; any line may bring the residence.
    if (held === undefined) first.set(row.insz, row);
    else {
      const earliest = row.startedOn < held.startedOn ? row : held;
      first.set(row.insz, {
        ...earliest,
        municipality: held.municipality || row.municipality,
        given: held.given || row.given,
        family: held.family || row.family,
      });
    }
  }
  const numbers = [...first.keys()];
  const subjects = await ports.records.subjectsOf("insz", numbers);
  const kinds = await ports.records.kindsOf([...subjects.values()]);
  const found = new Map<Insz, Found<PersonRef>>();
  const fresh: NewPerson[] = [];
  for (const insz of numbers) {
    const subject = subjects.get(insz);
    if (subject !== undefined && kinds.get(subject) === "person") {
      found.set(insz, { ref: asRef<PersonRef>(subject) });
      continue;
    }
    const row = first.get(insz) as RightRow;
    const residence = await residenceOf(ports, insz, row.municipality);
    if (residence === null || row.given === "" || row.family === "") {
      found.set(insz, { reason: reasons.personUnknown() });
      continue;
    }
    const personRef = asRef<PersonRef>(subject ?? newRef());
    const { given, family, startedOn } = row;
    fresh.push({ personRef, insz, given, family, residence, from: startedOn, unsealed: subject === undefined });
    found.set(insz, { ref: personRef });
  }
  return { fresh, known: found, of: (insz: Insz): Found<PersonRef> => found.get(insz) ?? { reason: reasons.personUnknown() } };
}

type People = Awaited<ReturnType<typeof peopleOf>>;

/** References of the people of the file whom the records know. */
function knownRefs(people: People): string[] {
  const fresh = new Set<string>(people.fresh.map((one) => one.personRef));
  return [...people.known.values()].flatMap((one) => ("ref" in one && !fresh.has(one.ref) ? [one.ref as string] : []));
}

const least = (a: PlainDate | undefined, b: PlainDate): PlainDate => (a === undefined || b < a ? b : a);
