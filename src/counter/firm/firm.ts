// An enterprise at the counter: who it is by the company register and the records, and what it is registered for.
import {
  type EmployerEvent,
  type EmployerFacts,
  type EmployerState,
  evolveEmployer,
  NO_EMPLOYER,
  ownEnterpriseRef,
  type Reason,
  valueOn,
} from "../../dossier/index.ts";
import { asRef, type EmployerRef, type Kbo, type PersonRef, type PlainDate, type Result } from "../../kernel/index.ts";
import type { Acting, CounterPorts } from "../ports.ts";
import { mayActFor } from "./acting-for.ts";

export interface Firm {
  readonly kbo: Kbo;
  /** Null while it is not in the records. */
  readonly employerRef: EmployerRef | null;
  /** Whose key seals what belongs to the enterprise: its own, or of a self-employed person the person's. Null as above. */
  readonly subjectRef: string | null;
  readonly version: number;
  readonly state: EmployerState;
  readonly registeredOn: PlainDate | null;
  /** From the company register, else from the records. Empty when neither knows it. */
  readonly name: string;
  /** From the company register when it answers, else as recorded last. */
  readonly facts: EmployerFacts | null;
  readonly insolvencySignal: boolean;
  /** Whether the company register answered, knows nothing of the number, or is down. */
  readonly register: "found" | "unknown" | "unavailable";
}

/** Null: no such enterprise for this actor. */
export async function openFirm(ports: CounterPorts, acting: Acting, kbo: Kbo): Promise<Result<Firm, readonly Reason[]> | null> {
  const may = await mayActFor(ports, acting, kbo);
  if (may === null || !may.ok) return may;
  return { ok: true, value: await readFirm(ports, acting, kbo) };
}

async function readFirm(ports: CounterPorts, acting: Acting, kbo: Kbo): Promise<Firm> {
  const [found, answer] = await Promise.all([ports.vault.findByIdentifier("kbo", kbo), ports.registers.companies.find(kbo)]);
  const { employerRef, history } = await employerOf(ports, found);
  const state = history.reduce((folded, event) => evolveEmployer(folded, event as unknown as EmployerEvent), NO_EMPLOYER);
  const recorded = valueOn(state.facts, ports.clock.today());
  const shared = {
    kbo,
    employerRef,
    subjectRef: found,
    version: history.length,
    state,
    registeredOn: state.registeredFor.IMW ?? null,
    register: answer.state,
  };
  if (answer.state === "found") {
    const { name, insolvencySignal, stoppedOn: _, ...facts } = answer.value;
    return { ...shared, name, facts, insolvencySignal };
  }
  const name = found === null ? "" : await recordedName(ports, acting, found);
  return { ...shared, name, facts: recorded, insolvencySignal: false };
}

/** A number may belong to a person who is self-employed (SELF-06): the enterprise then has a stream of its own beside the person's. */
async function employerOf(ports: CounterPorts, subjectRef: string | null) {
  if (subjectRef === null) return { employerRef: null, history: [] };
  const history = await ports.events.read(subjectRef);
  if (history[0]?.envelope.streamKind !== "person") return { employerRef: asRef<EmployerRef>(subjectRef), history };
  const employerRef = ownEnterpriseRef(asRef<PersonRef>(subjectRef));
  return { employerRef, history: await ports.events.read(employerRef) };
}

async function recordedName(ports: CounterPorts, acting: Acting, subjectRef: string): Promise<string> {
  const purpose = {
    actor: { role: acting.role, ref: acting.actorRef },
    organisation: acting.organisation,
    purpose: "Eigen onderneming tonen aan het loket",
  };
  const names = await ports.vault.open(subjectRef, purpose, ["name"]);
  const content = names.at(-1)?.content as { name?: string; given?: string; family?: string } | undefined;
  return content?.name ?? `${content?.given ?? ""} ${content?.family ?? ""}`.trim();
}
