// What the counters ask of the outside, beside the dossier's own ports: lists from the read tables, drafts, mandates, tokens, webhooks.
import type { Role } from "../access/index.ts";
import type {
  Applicant,
  ApplicationState,
  DossierQueries,
  EventStore,
  Premiums,
  RegisterAnswer,
  RegisterPorts,
  Situation,
  Vault,
} from "../dossier/index.ts";
import type { Clock, EmployerRef, FileRef, GrantRef, Instant, Insz, Kbo, PersonRef, PlainDate } from "../kernel/index.ts";
import type { Law } from "../law/index.ts";
import type { Advances } from "../payment/index.ts";
import type { LetterStore } from "./letters/ports.ts";
import type { StatementSources } from "./letters/statements.ts";

/** One file in a list, as it stands now. */
export interface FileLine {
  readonly fileRef: FileRef;
  readonly employerRef: EmployerRef | null;
  readonly personRef: PersonRef;
  readonly applicant: Applicant;
  readonly premiums: Premiums;
  readonly situation: Situation;
  readonly filedOn: PlainDate;
  readonly state: ApplicationState;
  readonly stateOn: PlainDate;
  readonly grant: { readonly grantRef: GrantRef; readonly startQuarter: number; readonly endQuarter: number } | null;
}

/** Whose files: of an enterprise, or of a self-employed person as applicant. */
export type Applying = { readonly employerRef: EmployerRef } | { readonly personRef: PersonRef };

export interface FileListQuery {
  /** Only files after this one, in the order of the list. */
  readonly after?: { readonly filedOn: PlainDate; readonly fileRef: FileRef };
  readonly limit: number;
  readonly states?: readonly ApplicationState[];
}

export interface FileQueries {
  /** Newest first. */
  filesOf(applying: Applying, query: FileListQuery): Promise<readonly FileLine[]>;
  /** How many files stand in each state. */
  countsOf(applying: Applying): Promise<Readonly<Partial<Record<ApplicationState, number>>>>;
}

/** One quarter's declaration of a worker, as the department received it (REF-04). Amounts in cents, fractions in 1/10000. */
export interface Declared {
  readonly attestNo: string;
  readonly version: number;
  readonly quarter: number;
  readonly grossCents: number;
  readonly contributionCents: number;
  readonly reductionCents: number;
  readonly contractualFraction: number;
  readonly performedFraction: number | null;
  readonly inServiceFrom: PlainDate | null;
  readonly inServiceUntil: PlainDate | null;
}

export interface DeclarationQueries {
  /** The last version of each attest of this relation that was not cancelled. */
  declarationsOf(relation: { readonly employerRef: EmployerRef; readonly personRef: PersonRef }): Promise<readonly Declared[]>;
}

export interface DraftFile {
  readonly fileId: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** An application in the making: what was typed, as typed. */
export interface Draft {
  readonly draftRef: string;
  /** Counts the savings; a form that was made before the last one is stale. */
  readonly version: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly DraftFile[];
  readonly savedAt: Instant;
}

/**
 * Drafts belong to one subject of the vault (`owner`) at one counter, and are sealed under the subject's key: they go when it is erased, and
 * by themselves after a time.
 */
export interface DraftStore {
  create(owner: string, fields: Readonly<Record<string, string>>): Promise<Draft>;
  read(owner: string, draftRef: string): Promise<Draft | null>;
  list(owner: string): Promise<readonly Draft[]>;
  /** Null when the draft is gone or was saved meanwhile by another form. */
  save(owner: string, draftRef: string, version: number, fields: Readonly<Record<string, string>>): Promise<Draft | null>;
  addFile(owner: string, draftRef: string, file: Omit<DraftFile, "fileId" | "size">, bytes: Uint8Array): Promise<void>;
  removeFile(owner: string, draftRef: string, fileId: string): Promise<void>;
  readFile(owner: string, draftRef: string, fileId: string): Promise<Uint8Array | null>;
  discard(owner: string, draftRef: string): Promise<void>;
}

/** Dutch: mandaat. The firm lets the payroll office act for it. */
export interface Mandate {
  readonly firm: Kbo;
  readonly firmName: string;
  readonly from: PlainDate;
  /** Last day, included; null: without end. */
  readonly until: PlainDate | null;
}

export interface MandateRegister {
  /** Every mandate of an office, ended ones too. */
  of(office: Kbo): Promise<RegisterAnswer<readonly Mandate[]>>;
}

/** For whom a program may act: a role at one organisation, as a person of that organisation gave it out. */
export interface TokenGrant {
  readonly role: Role;
  readonly organisation: string;
  /** Of the citizen who gave it out, so that a program acts for that person only. */
  readonly insz: Insz | null;
  /** Pseudonymous reference of who gave it out, where the program acts as that person; left out: as the organisation. */
  readonly person?: string;
}

export interface TokenLine {
  readonly tokenRef: string;
  readonly label: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly lastUsedAt: Instant | null;
}

/** Tokens of programs. Kept as a hash; what a token may do is sealed under the token itself. */
export interface TokenStore {
  /** The token is shown once and never again. */
  issue(grant: TokenGrant, label: string): Promise<{ readonly token: string; readonly tokenRef: string }>;
  /** Null when unknown, expired or revoked. */
  read(token: string): Promise<(TokenGrant & { readonly tokenRef: string }) | null>;
  /** Those of one holder: the person that a token stands for, else the organisation. */
  list(holder: string): Promise<readonly TokenLine[]>;
  /** False when the holder has no such token. */
  revoke(holder: string, tokenRef: string): Promise<boolean>;
}

export interface Webhook {
  readonly webhookRef: string;
  readonly url: string;
  readonly createdAt: Instant;
  /** Null while none was sent. */
  readonly lastOutcome: string | null;
}

export interface WebhookStore {
  /** What is wrong with an address for messages, or null: only https to the public internet. */
  flawOf(url: string): string | null;
  /** The secret with which calls are signed; shown once. */
  add(owner: string, url: string): Promise<{ readonly webhookRef: string; readonly secret: string }>;
  list(owner: string): Promise<readonly Webhook[]>;
  remove(owner: string, webhookRef: string): Promise<boolean>;
}

export interface CounterPorts {
  readonly law: Law;
  readonly clock: Clock;
  readonly events: EventStore;
  readonly vault: Vault;
  readonly files: FileQueries;
  readonly relations: Pick<DossierQueries, "filesOfRelation" | "rightsOfRelation" | "runningGrantOf">;
  readonly declarations: DeclarationQueries;
  readonly drafts: DraftStore;
  readonly tokens: TokenStore;
  readonly webhooks: WebhookStore;
  readonly letters: LetterStore;
  /** Frozen statements of payment, with what replays and names them. */
  readonly statements: StatementSources;
  /** Monthly advances; off while the law gives no amount (OPEN-27). */
  readonly advances: Pick<Advances, "amount" | "ofGrant" | "request">;
  readonly registers: RegisterPorts;
  readonly mandates: MandateRegister;
  /**
   * An answer to a filing leaves no earlier than this many milliseconds after the question, so that its time does not tell whether the
   * person was in the records already (EMP-17).
   */
  readonly answerAfterMs: number;
}

/** Who acts, for the log: never a direct identifier. */
export interface Acting {
  readonly role: Role;
  /** Pseudonymous, stable per login or token. */
  readonly actorRef: string;
  /** KBO or OVO code of the organisation that the actor works for; empty for a citizen. */
  readonly organisation: string;
  /** Of the person who logged in, when the provider gave it. */
  readonly insz: Insz | null;
  /** True of a program that acts for an organisation and for no person. */
  readonly program?: true;
}
