// An enterprise at the counter: who it is by the company register and the records, and what it is registered for.
import {
  type EmployerEvent,
  type EmployerFacts,
  type EmployerState,
  evolveEmployer,
  NO_EMPLOYER,
  type Reason,
  valueOn,
} from "../../dossier/index.ts";
import { asRef, type EmployerRef, type Kbo, type PlainDate, type Result } from "../../kernel/index.ts";
import type { Acting, CounterPorts } from "../ports.ts";
import { mayActFor } from "./acting-for.ts";

export interface Firm {
  readonly kbo: Kbo;
  /** Null while it is not in the records. */
  readonly employerRef: EmployerRef | null;
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
  const employerRef = found === null ? null : asRef<EmployerRef>(found);
  const history = employerRef === null ? [] : await ports.events.read(employerRef);
  const state = history.reduce((folded, event) => evolveEmployer(folded, event as unknown as EmployerEvent), NO_EMPLOYER);
  const recorded = valueOn(state.facts, ports.clock.today());
  const shared = {
    kbo,
    employerRef,
    version: history.length,
    state,
    registeredOn: state.registeredFor.IMW ?? null,
    register: answer.state,
  };
  if (answer.state === "found") {
    const { name, insolvencySignal, ...facts } = answer.value;
    return { ...shared, name, facts, insolvencySignal };
  }
  const name = employerRef === null ? "" : await recordedName(ports, acting, employerRef);
  return { ...shared, name, facts: recorded, insolvencySignal: false };
}

async function recordedName(ports: CounterPorts, acting: Acting, employerRef: EmployerRef): Promise<string> {
  const purpose = {
    actor: { role: acting.role, ref: acting.actorRef },
    organisation: acting.organisation,
    purpose: "Eigen onderneming tonen aan het loket",
  };
  const names = await ports.vault.open(employerRef, purpose, ["name"]);
  return (names.at(-1)?.content as { name?: string } | undefined)?.name ?? "";
}
