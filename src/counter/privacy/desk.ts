// What the data-protection officer does: look up accesses, take in requests, export a person's data, answer, erase.
import { ownEnterpriseRef } from "../../dossier/index.ts";
import {
  asRef,
  fail,
  localized,
  newRef,
  ok,
  type PersonRef,
  type Problem,
  parseInsz,
  parsePlainDate,
  problem,
  type Result,
} from "../../kernel/index.ts";
import type { Acting } from "../ports.ts";
import type { LoggedAccess, PrivacyPorts } from "./ports.ts";
import { decidePrivacyAnswer, foldPrivacyRequest, PRIVACY_KINDS, type PrivacyRequest } from "./requests.ts";

const PURPOSE = "Verzoek over eigen gegevens";

/** Everything that the system holds of a person, as a file that the person can keep. */
export interface PersonalExport {
  readonly madeAt: string;
  readonly personRef: PersonRef;
  /** Opened from the vault: names, numbers, addresses, accounts, evidence. */
  readonly personal: readonly { readonly kind: string; readonly recordedAt: string; readonly content: unknown }[];
  /** What was recorded, under references. */
  readonly history: readonly {
    readonly type: string;
    readonly effectiveOn: string;
    readonly recordedAt: string;
    readonly content: unknown;
  }[];
  readonly accesses: readonly LoggedAccess[];
}

/** Who opened a person's data, or what one member of staff opened. */
export async function searchAccesses(
  ports: PrivacyPorts,
  given: { readonly insz: string; readonly actorRef: string },
): Promise<Result<readonly LoggedAccess[], readonly Problem[]>> {
  if (given.actorRef.trim() !== "") return ok(await ports.accessesBy(given.actorRef.trim()));
  const person = await findPerson(ports, given.insz);
  return person.ok ? ok(await ports.accessesOf(person.value)) : person;
}

export async function receiveRequest(
  ports: PrivacyPorts,
  acting: Acting,
  given: { readonly insz: string; readonly kind: string; readonly receivedOn: string },
): Promise<Result<string, readonly Problem[]>> {
  const person = await findPerson(ports, given.insz);
  const kind = PRIVACY_KINDS.find((one) => one === given.kind);
  const received = parsePlainDate(given.receivedOn, "receivedOn");
  const wrong: Problem[] = person.ok ? [] : [...person.error];
  if (kind === undefined)
    wrong.push(
      problem(
        "privacy.kind",
        localized("Kies wat de persoon vraagt", "Choose what the person asks", "Choisissez ce que la personne demande"),
        "kind",
        PRIVACY_KINDS.join(", "),
      ),
    );
  if (!received.ok) wrong.push(received.error);
  else if (received.value > ports.clock.today())
    wrong.push(
      problem(
        "privacy.received",
        localized(
          "De dag van ontvangst ligt in de toekomst",
          "The day of receipt lies in the future",
          "Le jour de réception est dans le futur",
        ),
        "receivedOn",
      ),
    );
  if (wrong.length > 0 || !person.ok || kind === undefined || !received.ok) return fail(wrong);
  const requestRef = newRef();
  await ports.requests.add(requestRef, {
    step: "RECEIVED",
    at: ports.clock.now(),
    actorRef: acting.actorRef,
    personRef: person.value,
    kind,
    receivedOn: received.value,
  });
  return ok(requestRef);
}

export async function readRequest(ports: PrivacyPorts, requestRef: string): Promise<PrivacyRequest | null> {
  return foldPrivacyRequest(requestRef, await ports.requests.read(requestRef));
}

export async function listRequests(ports: PrivacyPorts, limit: number): Promise<readonly PrivacyRequest[]> {
  const found = await ports.requests.list(limit);
  return found.flatMap(({ requestRef, steps }) => foldPrivacyRequest(requestRef, steps) ?? []);
}

/** Opening it all is written to the access log like any other opening. */
export async function exportPerson(ports: PrivacyPorts, acting: Acting, personRef: PersonRef): Promise<PersonalExport> {
  const purpose = { actor: { role: acting.role, ref: acting.actorRef }, organisation: acting.organisation, purpose: PURPOSE };
  const personal = await ports.vault.open(personRef, purpose);
  const history = await ports.events.read(personRef);
  return {
    madeAt: ports.clock.now(),
    personRef,
    personal: personal.map(({ kind, recordedAt, content }) => ({ kind, recordedAt, content })),
    history: history.map(({ type, effectiveOn, envelope, payload }) => ({
      type,
      effectiveOn,
      recordedAt: envelope.recordedAt,
      content: payload,
    })),
    accesses: await ports.accessesOf(personRef),
  };
}

/** Answers a request once. An erasure that is granted destroys the keys of the person and of the own enterprise: what was sealed is gone. */
export async function answerRequest(
  ports: PrivacyPorts,
  acting: Acting,
  request: PrivacyRequest,
  given: { readonly outcome: string; readonly reason: string; readonly confirmed: boolean },
): Promise<Result<"answered", readonly Problem[]>> {
  const decided = decidePrivacyAnswer(request, given);
  if (!decided.ok) return decided;
  const { outcome, reason } = decided.value;
  // The key first: destroying it twice does no harm, and an answer without it would be a promise.
  if (request.kind === "ERASURE" && outcome === "DONE")
    for (const subject of [request.personRef, ownEnterpriseRef(request.personRef)])
      await ports.vault.destroyKey(subject, "request");
  const added = await ports.requests.add(request.requestRef, {
    step: "ANSWERED",
    at: ports.clock.now(),
    actorRef: acting.actorRef,
    outcome,
    reason,
  });
  if (added === "added") return ok("answered");
  return fail([
    problem(
      "privacy.answered",
      localized("Dit verzoek is al beantwoord", "This request was answered already", "Cette demande a déjà reçu une réponse"),
    ),
  ]);
}

async function findPerson(ports: PrivacyPorts, text: string): Promise<Result<PersonRef, readonly Problem[]>> {
  const insz = parseInsz(text, "insz");
  if (!insz.ok) return fail([insz.error]);
  const found = await ports.vault.findByIdentifier("insz", insz.value);
  if (found !== null) return ok(asRef<PersonRef>(found));
  return fail([
    problem(
      "privacy.unknown",
      localized(
        "Van deze persoon zijn geen gegevens bekend",
        "Nothing is known of this person",
        "Aucune donnée n'est connue de cette personne",
      ),
      "insz",
    ),
  ]);
}
