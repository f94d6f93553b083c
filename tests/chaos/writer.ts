// A process that gives commands without end and says of each that was acknowledged: for the harness, which kills it now and then.
import { createDossier } from "../../src/dossier/index.ts";
import {
  asRef,
  type Clock,
  epochMillisecondsOf,
  instantFromEpochMilliseconds,
  isOutage,
  newRef,
  type PersonRef,
  systemClock,
} from "../../src/kernel/index.ts";
import { createSystem, readSettings } from "../../src/main/index.ts";
import { dossierQueries } from "../../src/store/index.ts";

const skewMs = Number(process.env.CHAOS_SKEW_MS ?? "0");
/** A clock that is wrong, as a machine's can be. */
const clock: Clock = {
  now: () => instantFromEpochMilliseconds(epochMillisecondsOf(systemClock.now()) + skewMs),
  today: systemClock.today,
};

const settings = readSettings(process.env, { demo: true });
if (!settings.ok) throw new Error("settings");

for (;;) {
  try {
    await write();
  } catch (error) {
    if (!isOutage(error)) throw error;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function write(): Promise<never> {
  if (!settings.ok) throw new Error("settings");
  const system = await createSystem({ settings: settings.value, clock });
  const { store } = system;
  const dossier = createDossier({
    events: store.events,
    queries: dossierQueries(store.database.pool),
    clock,
    law: () => system.law,
  });
  for (;;) {
    const personRef = asRef<PersonRef>(newRef());
    const commandId = `chaos-${newRef()}`;
    const command = {
      type: "RegisterPerson" as const,
      personRef,
      on: clock.today(),
      sex: "F" as const,
      bornIn: "1990-01",
      residence: { municipality: "11002", province: "ANT" as const, residence: "FLANDERS" as const },
    };
    // What an upload brings: sealed in the transaction of the command.
    const sealed = [{ subjectRef: personRef, sealedRef: newRef(), kind: "evidence", content: { bytes: "x".repeat(2_000) } }];
    for (let tries = 1; ; tries += 1) {
      try {
        const outcome = await dossier.handle(command, { commandId, actor: { role: "system", ref: "chaos" }, sealed });
        if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.error)}`);
        process.stdout.write(`${JSON.stringify({ commandId, streamRef: personRef, tries, repeated: outcome.value.repeated })}\n`);
        break;
      } catch (error) {
        if (!isOutage(error) && !isDiskFull(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 200));
      }
    }
  }
}

/** The database says that it has no room: nothing was recorded, and the same command may be given again. */
function isDiskFull(error: unknown): boolean {
  return ["53100", "58030", "XX000"].includes(String((error as { code?: unknown }).code));
}
