// Asking an indication: by the person, a guardian, or an adviser for who phones or writes. Who is new comes into the records with it.
import {
  EVIDENCE_PATHS,
  type EvidencePath,
  NO_PERSON,
  type PersonCommand,
  PROVINCES,
  type Province,
  RESIDENCES,
  type Reason,
  type Residence,
  type ResidenceFacts,
} from "../../dossier/index.ts";
import {
  fail,
  type IndicationRef,
  type Insz,
  inszBirthDate,
  inszSex,
  newRef,
  ok,
  type PersonRef,
  type PlainDate,
  parseInsz,
  parsePlainDate,
  type Result,
} from "../../kernel/index.ts";
import type { Evidence } from "../application/evidence.ts";
import type { Acting } from "../ports.ts";
import { asObject, type Json, Reader } from "../reader.ts";
import { actOnPerson } from "./act.ts";
import { REASON_LENGTH } from "./finding-input.ts";
import { evidenceCommands, type Meta } from "./indicate.ts";
import { type OpenedPerson, VDAB_NOTE } from "./person-file.ts";
import { ASKABLE_MEASURES, type AskableMeasure, type VdabPorts } from "./ports.ts";
import { emailWrong, residenceUnknown } from "./reasons.ts";

export interface RequestInput {
  readonly measure: AskableMeasure;
  readonly path: EvidencePath;
  readonly requestedOn: PlainDate;
  /** What the person says of the difficulty; null: nothing. */
  readonly note: string | null;
  readonly channel: string;
  /** Where letters may go; null: not said. Only the vault holds it. */
  readonly email: string | null;
}

export const CHANNELS_OF_REQUEST = ["ONLINE", "PHONE", "LETTER", "VISIT", "API"] as const;

/** @param today - The day of the request where the sender does not give one. */
export function parseRequest(json: unknown, today: PlainDate, channel: string | null): Result<RequestInput, readonly Reason[]> {
  const from = asObject(json);
  const read = new Reader();
  const measure = read.choice(from, "measure", "measure", ASKABLE_MEASURES);
  const path = read.choice(from, "path", "path", EVIDENCE_PATHS);
  const day = read.text(from, "requestedOn", "requestedOn");
  const requestedOn = day === null ? today : read.parsed(day, "requestedOn", parsePlainDate);
  const note = read.text(from, "note", "note", REASON_LENGTH);
  const email = read.text(from, "email", "email", EMAIL_LENGTH);
  if (email !== null && !EMAIL.test(email)) read.found.push(emailWrong());
  const by = channel ?? read.choice(from, "channel", "channel", CHANNELS_OF_REQUEST);
  if (read.found.length > 0 || measure === null || path === null || requestedOn === null || by === null) return fail(read.found);
  return ok({ measure, path, requestedOn, note, channel: by, email });
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const EMAIL_LENGTH = 200;

export interface NewPerson {
  readonly insz: Insz;
  readonly givenName: string;
  readonly familyName: string;
  /** Asked only when the residence register does not answer. */
  readonly declared: { readonly residence: Residence; readonly province: Province } | null;
}

export function parseNewPerson(json: unknown): Result<NewPerson, readonly Reason[]> {
  const from = asObject(json);
  const read = new Reader();
  const insz = read.parsed(read.needed(from, "insz", "insz"), "insz", parseInsz);
  const givenName = read.needed(from, "givenName", "givenName", 100);
  const familyName = read.needed(from, "familyName", "familyName", 100);
  const declared = readDeclared(read, from);
  if (read.found.length > 0 || insz === null || givenName === null || familyName === null) return fail(read.found);
  return ok({ insz, givenName, familyName, declared });
}

function readDeclared(read: Reader, from: Json): NewPerson["declared"] {
  if (from.residence == null || from.residence === "") return null;
  const residence = read.choice(from, "residence", "residence", RESIDENCES);
  const province = read.choice(from, "province", "province", PROVINCES);
  return residence === null || province === null ? null : { residence, province };
}

type Ports = Pick<VdabPorts, "law" | "clock" | "events" | "vault" | "registers">;

/** A request of somebody whom the records hold. Gives the reference of the indication. */
export async function requestIndication(
  ports: Ports,
  acting: Acting,
  person: OpenedPerson,
  input: RequestInput,
  files: readonly Evidence[],
  meta: Meta,
): Promise<Result<number, readonly Reason[]>> {
  return actOnPerson(ports, acting, person, { ...meta, ...requesting(ports, person.personRef, input, files, []) });
}

/**
 * A request of somebody new. The person's stream begins with it; when somebody else registered the person a moment ago, that is said and
 * nothing is written.
 */
export async function requestOfNewPerson(
  ports: Ports,
  acting: Acting,
  who: NewPerson,
  input: RequestInput,
  files: readonly Evidence[],
  commandId: string,
): Promise<Result<PersonRef, readonly Reason[]>> {
  const made = await newcomer(ports, who);
  if (!made.ok) return made;
  const { personRef, register, sealed, lookups } = made.value;
  const request = requesting(ports, personRef, input, files, [register]);
  const done = await actOnPerson(
    ports,
    acting,
    { personRef, version: 0, state: NO_PERSON },
    {
      version: 0,
      commandId,
      asked: request.asked,
      commands: (sealing) => {
        for (const { kind, content } of sealed) sealing.seal(personRef, kind, content);
        return request.commands(sealing);
      },
    },
    lookups,
  );
  return done.ok ? ok(personRef) : done;
}

/** How a person comes into the records through VDAB: facts of the register, name and number sealed. */
export async function newcomer(ports: Pick<Ports, "clock" | "registers">, who: NewPerson) {
  const { insz, givenName: given, familyName: family, declared } = who;
  const answer = await ports.registers.residences.find(insz);
  const residence: ResidenceFacts | null =
    answer.state === "found" ? answer.value : declared === null ? null : { municipality: "99999", ...declared };
  if (residence === null) return fail([residenceUnknown()]);
  const today = ports.clock.today();
  const personRef = newRef<PersonRef>();
  const bornOn = inszBirthDate(insz);
  const register: PersonCommand = {
    type: "RegisterPerson",
    personRef,
    on: today,
    sex: inszSex(insz) ?? "X",
    bornIn: (bornOn ?? today).slice(0, 7),
    residence,
  };
  const sealed = [
    { kind: "name", content: { given, family } },
    { kind: "insz", content: { insz, bornOn } },
  ];
  const lookups = [
    { subjectRef: personRef, kind: "insz" as const, value: insz },
    { subjectRef: personRef, kind: "name" as const, value: `${given} ${family}` },
  ];
  return ok({ personRef, register, sealed, lookups });
}

function requesting(
  ports: Pick<Ports, "clock">,
  personRef: PersonRef,
  input: RequestInput,
  files: readonly Evidence[],
  first: readonly PersonCommand[],
) {
  const { note, email, ...facts } = input;
  return {
    asked: { ...facts, note, email, files: files.map(({ name, bytes }) => ({ name, size: bytes.length })) },
    commands: (sealing: Parameters<typeof evidenceCommands>[4]): readonly PersonCommand[] => {
      const indicationRef = newRef<IndicationRef>();
      if (email !== null) sealing.seal(personRef, "email", { email });
      if (note !== null) sealing.seal(personRef, VDAB_NOTE, { text: note, indicationRef });
      return [
        ...first,
        { type: "RequestIndication", personRef, indicationRef, ...facts },
        ...evidenceCommands(ports, personRef, indicationRef, files, sealing),
      ];
    },
  };
}
