// The first releases of a demonstration: its key figures and the answer to question 170, drafted by one and released by another.
import { type FiguresPorts, figures } from "../counter/index.ts";
import type { ReleaseSource } from "../statistics/index.ts";
import type { System } from "./system.ts";

const drafter = { role: "statistician", ref: "demo-statistician-1" };
const releaser = { role: "statistician", ref: "demo-statistician-2" };

/** Nothing when anything was drafted before, or when the records are not synthetic. */
export async function fillReleases(system: Pick<System, "figures" | "demo" | "log">): Promise<void> {
  const { figures: ports, demo, log } = system;
  if (!demo || (await ports.publications.all()).length > 0) return;
  const key = ports.templates().find((one) => one.id === "kerncijfers");
  const answer = ports.answerTexts("sv-170");
  try {
    if (answer?.ok === true) await publish(ports, "sv-170", { kind: "folder", id: "sv-170", ...answer.value });
    if (key !== undefined) await publish(ports, "kerncijfers", { kind: "sheet", text: key.text });
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.message : "unknown" }, "first releases failed");
  }
}

async function publish(ports: FiguresPorts, name: string, source: ReleaseSource): Promise<void> {
  const drafted = await figures.draftRelease(ports, drafter, { name, reason: "", source, knownAt: null });
  const done = drafted.ok ? await figures.releaseDraft(ports, releaser, drafted.value.releaseRef, drafted.value.seen) : drafted;
  if (!done.ok) throw new Error(`${name}: ${JSON.stringify(done.error)}`);
}
