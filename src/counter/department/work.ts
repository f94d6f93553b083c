// A page of the department's work list. Enterprises by name; persons are named in their file only, where opening is for that file.
import { fileNumber } from "../file-number.ts";
import type { Acting } from "../ports.ts";
import type { DepartmentPorts, WorkCursor, WorkFilter, WorkItem } from "./ports.ts";
import { refreshFile } from "./triage.ts";

export interface WorkLine extends WorkItem {
  readonly number: string;
  /** Null for a self-employed person. */
  readonly firmName: string | null;
}

export interface WorkPage {
  readonly lines: readonly WorkLine[];
  readonly total: number;
  readonly kinds: Awaited<ReturnType<DepartmentPorts["workList"]["count"]>>["kinds"];
  /** Null on the last page. */
  readonly next: WorkCursor | null;
}

export async function workPage(
  ports: DepartmentPorts,
  acting: Acting,
  filter: WorkFilter,
  limit: number,
  after?: WorkCursor,
): Promise<WorkPage> {
  const read = async () => {
    const items = await ports.workList.page(filter, limit + 1, after);
    const shown = items.slice(0, limit);
    const firms = [...new Set(shown.flatMap((one) => (one.employerRef === null ? [] : [one.employerRef as string])))];
    return { items, shown, names: await firmNames(ports, acting, firms) };
  };
  // Counting goes on while the names are opened.
  const [{ items, shown, names }, { total, kinds }] = await Promise.all([read(), ports.workList.count(filter)]);
  const last = shown.at(-1);
  return {
    lines: shown.map((one) => ({
      ...one,
      number: fileNumber(one.fileRef),
      firmName: one.employerRef === null ? null : (names.get(one.employerRef) ?? ""),
    })),
    total,
    kinds,
    next:
      items.length > limit && last !== undefined
        ? { deadline: last.deadline?.on ?? null, filedOn: last.filedOn, fileRef: last.fileRef }
        : null,
  };
}

async function firmNames(ports: DepartmentPorts, acting: Acting, firms: readonly string[]): Promise<Map<string, string>> {
  const reader = {
    actor: { role: acting.role, ref: acting.actorRef },
    organisation: acting.organisation,
    purpose: "Werklijst van het departement",
  };
  const opened = await ports.vault.openAll(firms, reader, ["name"]);
  return new Map(
    [...opened].map(([subject, items]) => [subject, (items.at(-1)?.content as { name?: string } | undefined)?.name ?? ""]),
  );
}

/** Looks at files that were not looked at today or about which something was recorded since: some hundred at a time. Gives how many. */
export async function refreshWork(ports: DepartmentPorts): Promise<number> {
  const { files, upTo } = await ports.workList.stale(ports.clock.today(), AT_ONCE, ports.clock.now());
  for (const fileRef of files) await refreshFile(ports, fileRef);
  if (upTo !== null) await ports.workList.settle(upTo);
  return files.length;
}

/** Few enough that a process that stops need not wait long. */
const AT_ONCE = 200;
