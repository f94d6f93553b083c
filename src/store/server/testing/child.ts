// A process of its own for tests of the embedded server. Says "url <url>" when open; closes when its standard input ends.
// With "append" it also appends for ever and says "done <streamRef>" after each acknowledgement.
import { newRef, systemClock } from "../../../kernel/index.ts";
import { openDatabase } from "../../database.ts";
import { context, event, projectPayload, workStatus } from "../../fixtures.ts";
import { createStore } from "../../store.ts";
import { testBinaries } from "../../testing.ts";
import { masterKeyFrom } from "../../vault/master-key.ts";

const [dataDir, mode] = process.argv.slice(2);
const binaries = testBinaries();
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const database = await openDatabase({
  dataDir: dataDir!,
  log: (line) => say(`log ${line}`),
  ...(binaries === undefined ? {} : { binaries }),
});
say(`url ${database.url}`);

process.stdin.resume();
process.stdin.once("end", async () => {
  await database.close();
  process.exit(0);
});

if (mode === "append") {
  const store = createStore({
    database,
    clock: systemClock,
    project: projectPayload,
    masterKey: masterKeyFrom(Buffer.alloc(32, 7)),
  });
  for (;;) {
    const ref = newRef();
    await store.events.append("person", ref, 0, [event("A", [workStatus(ref, "A", "2024-01-01")])], context());
    say(`done ${ref}`);
  }
}
