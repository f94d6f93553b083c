// The door into the dossier: load, decide, append; again when somebody was first; once only for one command id.
import { type Clock, hashOf, ok, type PlainDate, type Result } from "../../kernel/index.ts";
import type { Law, SwitchChoice } from "../../law/index.ts";
import { groundsOf } from "../application/check.ts";
import { NO_SURROUNDINGS } from "../application/checks.ts";
import type { ApplicationFacts } from "../application/events.ts";
import type { Application } from "../application/state.ts";
import { type Context, type Decision, type EnteredSubsidy, type RecordedNotice, refuse } from "../deciding.ts";
import type { Actor, StreamKind } from "../event.ts";
import type { DossierEvent } from "../events.ts";
import { decideFile, type FileCommand, type FileContext, type FileState } from "../file.ts";
import { type Assessment, assess } from "../grant/assess.ts";
import type { FollowsOn, ManualTerms } from "../grant/commands.ts";
import type { GrantFacts } from "../grant/events.ts";
import { LawReading } from "../law-reading.ts";
import { decidePerson, NO_PERSON, type PersonCommand, type PersonState } from "../person.ts";
import type { EventStore, LookupRequest, NewJob, SealRequest, StreamPosition, StreamWrite } from "../ports.ts";
import type { DossierQueries, Relation } from "../queries.ts";
import type { Reason } from "../reason.ts";
import type { Employment, RegisterAnswer } from "../registers.ts";
import type { EmployerCommand } from "../registration/commands.ts";
import { decideEmployer } from "../registration/decide.ts";
import type { EmployerState } from "../registration/state.ts";
import type { TransitionCommand } from "../transition/commands.ts";
import { crossingCommand } from "../transition/crossing.ts";
import { decideTransition } from "../transition/decide.ts";
import type { OldRight } from "../transition/state.ts";
import { fileRefFor } from "./file-ref.ts";
import { StreamLoader } from "./load.ts";
import { changedMeanwhile, commandIdReused, identifierTaken, tooBusy } from "./reasons.ts";
import { surroundings } from "./surroundings.ts";

export type DossierCommand = PersonCommand | EmployerCommand | FileCommand | TransitionCommand;

export interface DossierPorts {
  readonly events: EventStore;
  readonly queries: DossierQueries;
  readonly clock: Clock;
  /** The law as it reads now. */
  readonly law: () => Law;
  /** Asked when an application is checked; left out: the employment register is not connected. */
  readonly employments?: (relation: Relation, from: PlainDate) => Promise<RegisterAnswer<readonly Employment[]>>;
  /** Whether the company register reports an insolvency; left out: not connected. */
  readonly insolvency?: (employerRef: string) => Promise<boolean>;
  /** When notice was given of an indication or evaluation, by the proof of its letter's delivery; left out: not recorded. */
  readonly noticeOf?: (subjectRef: string) => Promise<RecordedNotice | null>;
}

/** Who gives a command, under which id, and what must be sealed or enqueued with it. */
export interface CommandMeta {
  readonly commandId: string;
  readonly actor: Actor;
  readonly switches?: SwitchChoice;
  readonly sealed?: readonly SealRequest[];
  readonly lookups?: readonly LookupRequest[];
  readonly jobs?: readonly NewJob[];
  /** What the form had before it; another version of the command's own stream means that somebody else was first. */
  readonly expectedVersion?: number;
  /** Writes to other streams that stand or fall with the command. */
  readonly also?: readonly StreamWrite[];
}

/** What an assessment may be told beside the file: the readings of open points, and what a person enters at the decision. */
export interface AssessmentWishes {
  readonly switches?: SwitchChoice;
  readonly followsOn?: FollowsOn | null;
  readonly manual?: ManualTerms | null;
  /** False: registers are not asked; whoever looks at many files by himself asks them seldom. */
  readonly registers?: boolean;
}

export interface Handled {
  /** The stream that the command was about; of an application the reference that the system gave it. */
  readonly streamRef: string;
  /** Events of that stream that the command brought; empty when nothing had to change. */
  readonly events: readonly DossierEvent[];
  /** True when the same command had been carried out before. */
  readonly repeated: boolean;
}

export interface Dossier {
  handle(command: DossierCommand, meta: CommandMeta): Promise<Result<Handled, readonly Reason[]>>;
  person(ref: string): Promise<PersonState>;
  employer(ref: string): Promise<EmployerState>;
  file(ref: string): Promise<FileState>;
  right(ref: string): Promise<OldRight | null>;
  /** What a decision on the file's application would be on the day; null when there is no application. */
  assess(
    fileRef: string,
    on: PlainDate,
    wishes?: AssessmentWishes,
  ): Promise<(Assessment & { readonly switches: Readonly<Record<string, string>> }) | null>;
  /** What a command would bring now, without recording anything. */
  tryOut(command: DossierCommand, switches?: SwitchChoice): Promise<Result<readonly DossierEvent[], readonly Reason[]>>;
}

type Writes = Result<readonly StreamWrite[], readonly Reason[]>;

/** What a decision saw beyond its own stream that must still be so when it is recorded. */
interface Seen {
  sawSubsidies?: readonly EnteredSubsidy[];
}

/** Times that a command is decided before it is given up because others keep writing first. */
const ATTEMPTS = 5;

export function createDossier(ports: DossierPorts): Dossier {
  return new DossierService(ports);
}

class DossierService implements Dossier {
  private readonly ports: DossierPorts;
  private readonly streams: StreamLoader;

  constructor(ports: DossierPorts) {
    this.ports = ports;
    this.streams = new StreamLoader(ports.events);
  }

  async handle(command: DossierCommand, meta: CommandMeta): Promise<Result<Handled, readonly Reason[]>> {
    const { commandId } = meta;
    const fingerprint = hashOf({ command, switches: meta.switches });
    for (let attempt = 1; ; attempt += 1) {
      const known = await this.ports.events.findCommand(commandId);
      if (known !== null) {
        if (known.fingerprint !== null && known.fingerprint !== fingerprint) return refuse(commandIdReused());
        return ok(await this.doneBefore(known.streams[0]!));
      }
      if (meta.expectedVersion !== undefined && (await this.versionOf(command)) !== meta.expectedVersion)
        return refuse(changedMeanwhile());
      const seen: Seen = {};
      const writes = await this.decide(command, meta, seen);
      if (!writes.ok) return writes;
      const { streamRef, events, expectedVersion } = writes.value[0]!;
      if (meta.expectedVersion !== undefined && meta.expectedVersion !== expectedVersion) return refuse(changedMeanwhile());
      const filled = [...writes.value, ...(meta.also ?? [])].filter((write) => write.events.length > 0);
      if (filled.length === 0) return ok({ streamRef, events: [], repeated: false });
      const { switches: _, expectedVersion: __, also: ___, ...context } = meta;
      const outcome = await this.ports.events.appendAll(filled, { ...context, ...seen, fingerprint });
      if (outcome.outcome === "appended") return ok({ streamRef, events: events as readonly DossierEvent[], repeated: false });
      if (outcome.outcome === "repeated") return ok(await this.doneBefore(outcome.result.streams[0]!));
      if (outcome.outcome === "commandIdReused") return refuse(commandIdReused());
      if (outcome.outcome === "identifierTaken") return refuse(identifierTaken(outcome.kind));
      if (attempt === ATTEMPTS) return refuse(tooBusy());
    }
  }

  async person(ref: string): Promise<PersonState> {
    return (await this.streams.person(ref)).state;
  }

  async employer(ref: string): Promise<EmployerState> {
    return (await this.streams.employer(ref)).state;
  }

  async file(ref: string): Promise<FileState> {
    return (await this.streams.file(ref)).state;
  }

  async right(ref: string): Promise<OldRight | null> {
    return (await this.streams.right(ref)).state;
  }

  async assess(fileRef: string, on: PlainDate, wishes: AssessmentWishes = {}) {
    const { application } = await this.file(fileRef);
    return application === null ? null : this.assessment(fileRef, application, on, wishes);
  }

  async tryOut(command: DossierCommand, switches?: SwitchChoice): Promise<Result<readonly DossierEvent[], readonly Reason[]>> {
    const context = switches === undefined ? {} : { switches };
    const writes = await this.decide(command, context, {});
    return writes.ok ? ok(writes.value[0]!.events as readonly DossierEvent[]) : writes;
  }

  /** The writes of a command, that of its own stream first. */
  private async decide(command: DossierCommand, meta: Pick<CommandMeta, "switches">, seen: Seen): Promise<Writes> {
    const law = this.ports.law();
    const recordedNotice = command.type === "RequestReview" ? await this.ports.noticeOf?.(command.subjectRef) : undefined;
    const context: Context = {
      today: this.ports.clock.today(),
      ...(meta.switches && { switches: meta.switches }),
      ...(recordedNotice && { recordedNotice }),
    };
    const stream = streamOf(command);
    switch (stream.kind) {
      case "person": {
        const { state, version } = await this.streams.person(stream.ref);
        return asWrites(stream, version, decidePerson(law, state, stream.command, context));
      }
      case "employer": {
        const { state, version } = await this.streams.employer(stream.ref);
        return asWrites(stream, version, decideEmployer(state, stream.command, context));
      }
      case "file":
        return this.decideFile(law, stream.command, context);
      case "right": {
        const { state, version } = await this.streams.right(stream.ref);
        const shared = stream.command.type === "EnterOldRightAmount" && state?.facts.measure === "ALD";
        const subsidies = shared ? await this.ports.queries.enteredSubsidies() : [];
        if (shared) seen.sawSubsidies = subsidies;
        return asWrites(stream, version, decideTransition(law, state, stream.command, { ...context, subsidies }));
      }
    }
  }

  private async decideFile(law: Law, given: FileCommand, context: Context): Promise<Writes> {
    const command = given.type === "FileApplication" ? await this.named(given) : given;
    const { state, version } = await this.streams.file(command.fileRef);
    // Another application took this reference since the files were counted: count again.
    if (given.type === "FileApplication" && version > 0) return this.decideFile(law, given, context);
    const around = await this.contextOf(command, state, context);
    const fileContext: FileContext = { around: NO_SURROUNDINGS, indications: NO_PERSON, takenOver: null, ...context, ...around };
    const own = asWrites({ kind: "file", ref: command.fileRef }, version, decideFile(law, state, command, fileContext));
    if (!own.ok || command.type !== "DecideGrant" || command.followsOn?.rightRef == null) return own;
    const crossed = await this.crossOver(law, command, own.value[0]!, context);
    return crossed.ok ? ok([...own.value, ...crossed.value]) : crossed;
  }

  /** The system names a file, so that two applications of one relation sent at the same moment meet in one stream. */
  private async named(command: Extract<FileCommand, { type: "FileApplication" }>) {
    const { employerRef, personRef } = command.application;
    const earlier = await this.ports.queries.filesOfRelation({ employerRef, personRef });
    return { ...command, fileRef: fileRefFor({ employerRef, personRef }, earlier.length) };
  }

  /** What a decision needs from outside the file; only what its kind of command looks at. */
  private async contextOf(command: FileCommand, state: FileState, context: Context): Promise<Partial<FileContext>> {
    if (command.type === "FileApplication") {
      return { around: await this.around(command.fileRef, command.application, command.application.filedOn) };
    }
    const { application } = state;
    if (application === null) return {};
    switch (command.type) {
      case "CompleteApplication":
        return { around: await this.around(command.fileRef, application, command.on) };
      case "RefuseApplication": {
        const { checks, switches } = await this.assessment(command.fileRef, application, command.on, context);
        return { assessedGrounds: groundsOf(checks), assessedSwitches: switches };
      }
      case "DecideGrant": {
        const indications = await this.person(application.personRef);
        const takesOver = command.takesOver ?? application.takeOverOf;
        const takenOver = takesOver === null ? null : (await this.file(takesOver)).grant;
        return { around: await this.around(command.fileRef, application, command.decidedOn), indications, takenOver };
      }
      default:
        return {};
    }
  }

  private async assessment(
    fileRef: string,
    application: Application,
    on: PlainDate,
    { switches, followsOn = null, manual = null, registers = true }: AssessmentWishes,
  ): Promise<Assessment & { readonly switches: Readonly<Record<string, string>> }> {
    const indications = await this.person(application.personRef);
    const around = await this.around(fileRef, application, on, registers);
    const reading = new LawReading(this.ports.law(), on, switches);
    const assessed = assess(reading, { application, indications, around, on, followsOn, manual });
    return { ...assessed, switches: reading.switches };
  }

  private around(fileRef: string, application: ApplicationFacts, on: PlainDate, registers = true) {
    const { employments: _, insolvency: __, ...quiet } = this.ports;
    return surroundings(registers ? this.ports : quiet, this.streams, fileRef, application, on);
  }

  /** The older right that the grant follows on is ended in the same transaction. */
  private async crossOver(
    law: Law,
    command: Extract<FileCommand, { type: "DecideGrant" }>,
    granted: StreamWrite,
    context: Context,
  ): Promise<Writes> {
    const rightRef = command.followsOn?.rightRef;
    if (rightRef == null) return ok([]);
    const { grantRef, startQuarter } = granted.events[0]!.payload as GrantFacts;
    const { state, version } = await this.streams.right(rightRef);
    const reading = new LawReading(law, command.decidedOn, context.switches);
    const grant = { fileRef: command.fileRef, grantRef, startQuarter };
    const end = crossingCommand(reading, rightRef, state, grant, command.decidedOn);
    return end === null
      ? ok([])
      : asWrites({ kind: "right", ref: rightRef }, version, decideTransition(law, state, end, context));
  }

  private async versionOf(command: DossierCommand): Promise<number> {
    return (await this.ports.events.read(streamOf(command).ref)).length;
  }

  private async doneBefore(stream: StreamPosition): Promise<Handled> {
    const all = await this.ports.events.read(stream.streamRef);
    const events = all.slice(stream.fromVersion - 1, stream.toVersion).map(({ envelope: _, ...event }) => event);
    return { streamRef: stream.streamRef, events: events as DossierEvent[], repeated: true };
  }
}

interface Stream {
  readonly kind: StreamKind;
  readonly ref: string;
}

type StreamCommand =
  | (Stream & { readonly kind: "person"; readonly command: PersonCommand })
  | (Stream & { readonly kind: "employer"; readonly command: EmployerCommand })
  | (Stream & { readonly kind: "file"; readonly command: FileCommand })
  | (Stream & { readonly kind: "right"; readonly command: TransitionCommand });

/** The stream that a command is about: a conversion of an older right is about the person who holds it. */
function streamOf(command: DossierCommand): StreamCommand {
  if ("personRef" in command && command.personRef !== undefined) return { kind: "person", ref: command.personRef, command };
  if ("fileRef" in command && command.fileRef !== undefined) return { kind: "file", ref: command.fileRef, command };
  if ("employerRef" in command) return { kind: "employer", ref: command.employerRef, command };
  const ofRight = command as TransitionCommand;
  return { kind: "right", ref: ofRight.rightRef, command: ofRight };
}

function asWrites<E extends DossierEvent>(stream: Stream, expectedVersion: number, decision: Decision<E>): Writes {
  if (!decision.ok) return decision;
  return ok([{ streamKind: stream.kind, streamRef: stream.ref, expectedVersion, events: decision.value }]);
}
