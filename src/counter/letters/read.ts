// Who may read which letter, and that reading it is written down before anything is shown.
import { reachOf } from "../../access/index.ts";
import { type AccessPurpose, ownEnterpriseRef } from "../../dossier/index.ts";
import { asRef, isKbo, type PersonRef } from "../../kernel/index.ts";
import { LETTER_KINDS, type LetterDocument } from "../../letters/index.ts";
import { mandatesOf } from "../firm/acting-for.ts";
import { openFirm } from "../firm/firm.ts";
import type { Acting, CounterPorts } from "../ports.ts";
import type { LetterLine } from "./ports.ts";

export interface ReadLetter {
  readonly line: LetterLine;
  /** Null: somebody named in it was erased, and with that person the letter. */
  readonly content: { readonly document: LetterDocument; readonly pdf: Uint8Array } | null;
}

/** Whether a guardian acts for a person today; asked of guardians only. */
export type ActsFor = (personRef: string) => Promise<boolean>;

/** Null when there is no such letter, or when it is not for this reader: the answer is the same. */
export async function readLetter(
  ports: CounterPorts,
  acting: Acting,
  letterRef: string,
  actsFor: ActsFor = async () => false,
): Promise<ReadLetter | null> {
  const line = await ports.letters.find(letterRef);
  if (line === null || !(await mayRead(ports, acting, line, actsFor))) return null;
  const reader: AccessPurpose = {
    actor: { role: acting.role, ref: acting.actorRef },
    organisation: acting.organisation,
    purpose: `Brief lezen: ${LETTER_KINDS[line.kind].name.nl} ${line.reference}`,
  };
  return { line, content: await ports.letters.open(letterRef, reader) };
}

async function mayRead(ports: CounterPorts, acting: Acting, line: LetterLine, actsFor: ActsFor): Promise<boolean> {
  const reach = (permission: Parameters<typeof reachOf>[1]) => reachOf(acting.role, permission);
  if (line.audience === "PERSON") {
    if (reach("person.tickets.see") === "all") return true;
    if (reach("person.tickets.see") !== "own" || line.personRef === null) return false;
    return acting.role === "guardian" ? actsFor(line.personRef) : isSelf(ports, acting, line.personRef);
  }
  if (reach("application.follow") === "all" || reach("grant.follow") === "all") return true;
  if (line.issuer === "VDAB" && reach("review.handle") === "all") return true;
  return reach("application.follow") === "organisation" && (await isOwn(ports, acting, line));
}

async function isSelf(ports: CounterPorts, acting: Acting, personRef: string | null): Promise<boolean> {
  return personRef !== null && acting.insz !== null && (await ports.vault.findByIdentifier("insz", acting.insz)) === personRef;
}

/** Of the enterprise that the reader acts for; of a self-employed person the own letters. */
async function isOwn(ports: CounterPorts, acting: Acting, line: LetterLine): Promise<boolean> {
  const { employerRef } = line;
  if (employerRef === null) return acting.role === "selfEmployed" && isSelf(ports, acting, line.personRef);
  if (acting.role === "payrollOffice") return holdsMandate(ports, acting, employerRef);
  if (!isKbo(acting.organisation)) return false;
  const opened = await openFirm(ports, acting, acting.organisation);
  return opened?.ok === true && opened.value.employerRef === employerRef;
}

/** A payroll office acts for many firms, also for the one of a self-employed person: it is looked for among the mandates that run. */
async function holdsMandate(ports: CounterPorts, acting: Acting, employerRef: string): Promise<boolean> {
  const mandates = await mandatesOf(ports, acting);
  for (const { firm } of mandates.ok ? mandates.value : []) {
    const subject = await ports.vault.findByIdentifier("kbo", firm);
    if (subject === null) continue;
    if (subject === employerRef || ownEnterpriseRef(asRef<PersonRef>(subject)) === employerRef) return true;
  }
  return false;
}
