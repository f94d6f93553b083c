// The department's counter over a test's counter, with people who have tickets and applications that wait.
import type { Acting, DepartmentPorts } from "../../counter/index.ts";
import { fileApplication, openFirm, parseApplication, registerFirm } from "../../counter/index.ts";
import { employerOf, goodApplication, type TestCounter, testInsz, testKbo } from "../../counter/testing.ts";
import type { DossierCommand, Reason } from "../../dossier/index.ts";
import { aFinding } from "../../dossier/testing.ts";
import {
  asRef,
  brusselsDate,
  type Cents,
  type Clock,
  epochMillisecondsOf,
  type FileRef,
  type IndicationRef,
  type Instant,
  instantFromEpochMilliseconds,
  newRef,
  type PersonRef,
  type PlainDate,
  type TicketRef,
} from "../../kernel/index.ts";
import { departmentOver } from "../department.ts";

export interface MovingClock extends Clock {
  moveTo(now: Instant): void;
}

/** A clock that a test moves; every reading is a millisecond later, so that what follows is recorded later. */
export function movingClock(start: Instant): MovingClock {
  let at = epochMillisecondsOf(start);
  const now = () => {
    at += 1;
    return instantFromEpochMilliseconds(at);
  };
  return {
    now,
    today: () => brusselsDate(instantFromEpochMilliseconds(at)),
    moveTo: (moved) => {
      at = epochMillisecondsOf(moved);
    },
  };
}

export const testDepartment = (counter: TestCounter, secondLookAbove: Cents | null = null): DepartmentPorts =>
  departmentOver({ law: counter.law, clock: counter.clock, store: counter.store }, secondLookAbove, counter);

export const handlerNamed = (name: string, role: Acting["role"] = "caseHandler"): Acting => ({
  role,
  actorRef: name,
  organisation: "OVO999001",
  insz: null,
});

export async function mustDo(ports: DepartmentPorts, command: DossierCommand): Promise<void> {
  const done = await ports.dossier.handle(command, { commandId: newRef(), actor: { role: "vdabAdviser", ref: "test-vdab" } });
  if (!done.ok) throw new Error(done.error.map((one: Reason) => one.id).join(", "));
}

/** An application of the nth enterprise for the nth person of a test; both must be in the registers. */
export async function fileFor(
  counter: TestCounter,
  nth: number,
  more: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly fileRef: FileRef; readonly personRef: PersonRef }> {
  const acting = employerOf(testKbo(nth));
  const firm = await openFirm(counter, acting, testKbo(nth));
  if (!firm?.ok) throw new Error("no firm");
  await registerFirm(counter, acting, firm.value, { measure: "IMW", commandId: newRef() });
  const registered = await openFirm(counter, acting, testKbo(nth));
  const input = parseApplication(goodApplication(testInsz(nth), more));
  if (!registered?.ok || !input.ok) throw new Error("no application");
  const filed = await fileApplication(counter, acting, registered.value, {
    input: input.value,
    evidence: [],
    channel: "ONLINE",
    commandId: newRef(),
  });
  if (!filed.ok) throw new Error(filed.error.map((one) => one.id).join(", "));
  const personRef = await counter.vault.findByIdentifier("insz", input.value.worker.insz);
  return { fileRef: filed.value.fileRef, personRef: asRef<PersonRef>(personRef ?? "") };
}

/** VDAB gives an individual ticket for a lasting need, with guidance where it is asked. */
export async function giveTicket(
  ports: DepartmentPorts,
  personRef: PersonRef,
  { guided = false, validUntil }: { readonly guided?: boolean; readonly validUntil?: PlainDate } = {},
): Promise<void> {
  const on = ports.clock.today();
  const indicationRef = newRef<IndicationRef>();
  await mustDo(ports, {
    type: "RequestIndication",
    personRef,
    indicationRef,
    measure: "INDIVIDUAL",
    requestedOn: on,
    path: "ICF",
    channel: "MEDIATOR",
  });
  await mustDo(ports, {
    type: "RecordFinding",
    personRef,
    indicationRef,
    decidedOn: on,
    finding: aFinding({
      productivityLossPct: "50",
      guidanceRequired: guided,
      guidanceNeed: guided ? "MEDIUM" : "NONE",
      validFrom: on,
      ...(validUntil === undefined ? {} : { validUntil }),
    }),
    tickets: { collective: newRef<TicketRef>(), individual: newRef<TicketRef>() },
  });
}
