// Files an application: the same road for a form, a program and a row of a CSV file, whoever the worker is (EMP-17).
import {
  type ApplicationFacts,
  type Channel,
  type Check,
  checkApplication,
  decideFile,
  decidePerson,
  establishmentOf,
  type FileContext,
  fileRefFor,
  LawReading,
  NO_FILE,
  NO_INDICATIONS,
  NO_PERSON,
  ownEnterpriseRef,
  type Reason,
  type RegisterAnswer,
  type ResidenceFacts,
  type SealRequest,
  type StreamWrite,
  type Surroundings,
} from "../../dossier/index.ts";
import {
  addDays,
  asRef,
  type EmployerRef,
  type FileRef,
  fail,
  hashOf,
  inszBirthDate,
  inszSex,
  newRef,
  ok,
  type PersonRef,
  type PlainDate,
  Refusal,
  type Result,
  type SealedRef,
} from "../../kernel/index.ts";
import type { Firm } from "../firm/firm.ts";
import type { Acting, CounterPorts } from "../ports.ts";
import { changedMeanwhile, commandReused, personUnknownToRegister, selfNotLoggedIn } from "../reasons.ts";
import type { Evidence } from "./evidence.ts";
import type { ApplicationInput } from "./input.ts";

export interface Filing {
  readonly input: ApplicationInput;
  readonly evidence: readonly Evidence[];
  readonly channel: Channel;
  /** The same command twice files once. */
  readonly commandId: string;
}

export interface Filed {
  readonly fileRef: FileRef;
  readonly filedOn: PlainDate;
  /** True when the same command had filed it before. */
  readonly repeated: boolean;
}

/** What the checks find, without filing: for the page on which answers are checked, and while typing. */
export async function checkBeforeFiling(
  ports: CounterPorts,
  firm: Firm,
  input: ApplicationInput,
  channel: Channel,
): Promise<readonly Check[]> {
  const { facts, around } = await gather(ports, firm, input, channel);
  try {
    return checkApplication(new LawReading(ports.law, facts.filedOn), facts, around);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems.map((problem) => ({
      severity: "MANUAL" as const,
      reason: { ...problem, rule: "", remedy: { nl: "", en: "", fr: "" } },
    }));
  }
}

export async function fileApplication(
  ports: CounterPorts,
  acting: Acting,
  firm: Firm,
  filing: Filing,
): Promise<Result<Filed, readonly Reason[]>> {
  const [filed] = await Promise.all([fileNow(ports, acting, firm, filing), pause(ports.answerAfterMs)]);
  return filed;
}

const pause = (milliseconds: number): Promise<void> =>
  milliseconds === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, milliseconds));

async function fileNow(
  ports: CounterPorts,
  acting: Acting,
  firm: Firm,
  filing: Filing,
): Promise<Result<Filed, readonly Reason[]>> {
  const { input } = filing;
  // An office files for whoever gave it a mandate; everybody else applies as self-employed for himself or herself only.
  if (input.applicant === "SELF_EMPLOYED" && acting.role !== "payrollOffice" && input.worker.insz !== acting.insz)
    return fail([selfNotLoggedIn()]);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const filed = await attemptToFile(ports, acting, firm, filing);
    if (filed !== "again") return filed;
  }
  return fail([changedMeanwhile()]);
}

async function attemptToFile(
  ports: CounterPorts,
  acting: Acting,
  firm: Firm,
  filing: Filing,
): Promise<Result<Filed, readonly Reason[]> | "again"> {
  const { input, channel, commandId } = filing;
  const actor = { role: acting.role, ref: acting.actorRef };
  const fingerprint = hashOf({ kbo: firm.kbo, input, evidence: filing.evidence.map((one) => one.name) });
  const { person, personRef, facts, around, residence } = await gather(ports, firm, input, channel);
  const known = await ports.events.findCommand(commandId);
  // Two applications of one relation that are sent at once meet in one stream, and the second finds the first.
  const fileRef = fileRefFor({ employerRef: facts.employerRef, personRef }, around.otherFiles.length);
  const sealed = sealedItems(filing, firm, personRef, fileRef);
  const application: ApplicationFacts = { ...facts, evidence: sealed.evidence };
  const today = ports.clock.today();
  if (known === null) {
    const context: FileContext = { today, around, indications: NO_INDICATIONS, takenOver: null };
    const decision = decideFile(ports.law, NO_FILE, { type: "FileApplication", fileRef, application }, context);
    if (!decision.ok) return decision;
  }
  if (residence === null) return fail([personUnknownToRegister()]);
  const sex = inszSex(input.worker.insz) ?? "X";
  const bornOn = inszBirthDate(input.worker.insz);
  const registered = decidePerson(
    ports.law,
    NO_PERSON,
    { type: "RegisterPerson", personRef, on: today, sex, bornIn: (bornOn ?? today).slice(0, 7), residence },
    { today },
  );
  if (!registered.ok) return registered;
  const filed: StreamWrite = {
    streamKind: "file",
    streamRef: fileRef,
    expectedVersion: 0,
    events: [{ type: "ApplicationFiled", effectiveOn: today, payload: application }],
  };
  const fresh: StreamWrite = { streamKind: "person", streamRef: personRef, expectedVersion: 0, events: registered.value };
  const outcome = await ports.events.appendAll(person === null ? [filed, fresh] : [filed], {
    actor,
    commandId,
    fingerprint,
    sealed: person === null ? [...sealed.items, ...sealedPerson(input, personRef, bornOn)] : sealed.items,
    lookups:
      person === null
        ? [
            { subjectRef: personRef, kind: "insz", value: input.worker.insz },
            { subjectRef: personRef, kind: "name", value: `${input.worker.givenName} ${input.worker.familyName}` },
          ]
        : [],
  });
  switch (outcome.outcome) {
    case "appended":
      return ok({ fileRef, filedOn: today, repeated: false });
    case "repeated": {
      const before = outcome.result.streams.find((one) => one.streamKind === "file")?.streamRef ?? fileRef;
      return ok({ fileRef: asRef<FileRef>(before), filedOn: today, repeated: true });
    }
    case "commandIdReused":
      return fail([commandReused()]);
    // The person came into the records a moment ago, through another door.
    case "identifierTaken":
    case "conflict":
      return "again";
  }
}

interface Gathered {
  readonly person: PersonRef | null;
  readonly personRef: PersonRef;
  readonly facts: ApplicationFacts;
  readonly around: Surroundings;
  readonly residence: ResidenceFacts | null;
}

/**
 * Everything around an application. Reads no person's stream, no ticket and no finding: what it does and finds is the same whatever VDAB
 * holds of the person.
 */
async function gather(ports: CounterPorts, firm: Firm, input: ApplicationInput, channel: Channel): Promise<Gathered> {
  const today = ports.clock.today();
  const employer = input.applicant === "EMPLOYER";
  const employerRef = employer ? firm.employerRef : null;
  const [found, residenceAnswer, employments] = await Promise.all([
    ports.vault.findByIdentifier("insz", input.worker.insz),
    ports.registers.residences.find(input.worker.insz),
    employer
      ? ports.registers.employments.find({ employer: firm.kbo, insz: input.worker.insz }, addDays(today, -366))
      : Promise.resolve(null),
  ]);
  const personRef = found === null ? newRef<PersonRef>() : asRef<PersonRef>(found);
  const relation = { employerRef, personRef };
  const [otherFiles, runningGrantOf, runningRights] = await Promise.all([
    ports.relations.filesOfRelation(relation),
    ports.relations.runningGrantOf(relation, today),
    ports.relations.rightsOfRelation(relation, today),
  ]);
  const residence = residenceFacts(residenceAnswer, input);
  const facts: ApplicationFacts = {
    applicant: input.applicant,
    employerRef: employerRef as EmployerRef | null,
    personRef,
    premiums: input.premiums,
    situation: input.situation,
    channel,
    filedOn: today,
    contract: input.contract,
    employmentFraction: input.employmentFraction,
    worksInFlanders: input.worksInFlanders,
    notInDifficulty: input.notInDifficulty,
    otherSupport: input.otherSupport,
    takeOverOf: null,
    selfEmployment: input.selfEmployment,
    evidence: [],
    ...(firm.facts === null ? {} : { establishment: establishmentOf(employerRef ?? ownEnterpriseRef(personRef), firm.facts) }),
  };
  const around: Surroundings = {
    employer: firm.facts,
    registeredForImw: firm.registeredOn !== null,
    residence: residence?.residence ?? null,
    otherFiles,
    runningGrantOf,
    runningRights,
    employments,
    insolvencySignal: firm.insolvencySignal,
  };
  return { person: found === null ? null : personRef, personRef, facts, around, residence };
}

/** From the register; declared by the applicant where it does not answer. */
function residenceFacts(answer: RegisterAnswer<ResidenceFacts>, input: ApplicationInput): ResidenceFacts | null {
  if (answer.state === "found") return answer.value;
  const declared = input.declaredResidence;
  return declared === null ? null : { municipality: "99999", province: declared.province, residence: declared.residence };
}

/** What the applicant said of people, sealed with the person or the enterprise that it is about. */
function sealedItems(filing: Filing, firm: Firm, personRef: PersonRef, fileRef: FileRef) {
  const { input } = filing;
  const items: SealRequest[] = [];
  const seal = (subjectRef: string, kind: string, content: unknown): SealedRef => {
    const sealedRef = newRef<SealedRef>();
    items.push({ subjectRef, sealedRef, kind, content });
    return sealedRef;
  };
  const { givenName: given, familyName: family, insz } = input.worker;
  // The number is the only way back from a self-employed person to the enterprise: a grant names the person.
  const own = input.applicant === "SELF_EMPLOYED" ? { kbo: firm.kbo } : {};
  // As typed: who applied sees the own words again, never what the records hold.
  seal(personRef, "declared", { fileRef, given, family, insz, ...own });
  const payee = input.applicant === "EMPLOYER" ? firm.employerRef : personRef;
  if (payee !== null) {
    seal(payee, "contact", { fileRef, ...input.contact });
    if (input.account !== null) seal(payee, "account", { iban: input.account });
  }
  const evidence = filing.evidence.map((one) =>
    seal(personRef, "evidence", {
      fileRef,
      name: one.name,
      type: one.type,
      size: one.bytes.length,
      base64: Buffer.from(one.bytes).toString("base64"),
    }),
  );
  return { items, evidence };
}

/** A person who is new to the records, known by what the applicant gave. */
function sealedPerson(input: ApplicationInput, personRef: PersonRef, bornOn: PlainDate | null): SealRequest[] {
  const { givenName: given, familyName: family, insz } = input.worker;
  return [
    { subjectRef: personRef, sealedRef: newRef(), kind: "name", content: { given, family } },
    { subjectRef: personRef, sealedRef: newRef(), kind: "insz", content: { insz, bornOn } },
  ];
}
