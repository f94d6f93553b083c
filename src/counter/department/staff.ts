// The people of the department by name, for handing files over. Names are sealed; they are known from a first visit on.
import { newRef, refOf } from "../../kernel/index.ts";
import type { Acting } from "../ports.ts";
import type { DepartmentPorts } from "./ports.ts";

export interface Colleague {
  readonly actorRef: string;
  readonly name: string;
}

/** Names of colleagues are asked on every page and change seldom. */
const cached = new WeakMap<DepartmentPorts["staff"], Map<string, string>>();

const namesOf = (ports: DepartmentPorts): Map<string, string> => {
  const held = cached.get(ports.staff) ?? new Map<string, string>();
  cached.set(ports.staff, held);
  return held;
};

/** Notes that this person works here, with the name of the login. */
export async function meet(ports: DepartmentPorts, acting: Acting, name: string): Promise<void> {
  const names = namesOf(ports);
  if (names.has(acting.actorRef)) return;
  const subjectRef = refOf({ of: "staff", actorRef: acting.actorRef });
  if (await ports.staff.add({ actorRef: acting.actorRef, subjectRef }))
    await ports.vault.seal([{ subjectRef, sealedRef: newRef(), kind: "staffName", content: { name } }]);
  names.set(acting.actorRef, name);
}

/** Everybody who was here, by name. */
export async function colleagues(ports: DepartmentPorts, acting: Acting): Promise<readonly Colleague[]> {
  const names = namesOf(ports);
  for (const { actorRef, subjectRef } of await ports.staff.list()) {
    if (names.has(actorRef)) continue;
    const reader = {
      actor: { role: acting.role, ref: acting.actorRef },
      organisation: acting.organisation,
      purpose: "Lijst van dossierbehandelaars",
    };
    const opened = await ports.vault.open(subjectRef, reader, ["staffName"]);
    names.set(actorRef, (opened.at(-1)?.content as { name?: string } | undefined)?.name ?? actorRef.slice(0, 6));
  }
  return [...names].map(([actorRef, name]) => ({ actorRef, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
