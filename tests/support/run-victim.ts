// A process that takes in a quarter's attests and carries its run to the bank, step after step, and may be killed at any moment.
// Arguments: data folder, quarter as YYYY-Qn, attest file, bank file. Started again, it goes on where it was. Says each step it starts.
import { createReadStream } from "node:fs";
import { writeWhole } from "../../src/cli/write-whole.ts";
import { projection } from "../../src/dossier/index.ts";
import { assertOk, quarter, quarterIndexNumber, systemClock } from "../../src/kernel/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { createPayment } from "../../src/main/payment.ts";
import { createStore, masterKey, openDatabase } from "../../src/store/index.ts";
import { FIRST_QUARTER } from "./kill-records.ts";

const [dataDir, quarterText, attestFile, bankFile] = process.argv.slice(2) as [string, string, string, string];
const say = (word: string): void => void process.stdout.write(`${word}\n`);
const progress = (done: number, of: number): void => say(`progress ${done}/${of}`);
const anna = { role: "paymentOfficer", ref: "anna" };
const bram = { role: "paymentApprover", ref: "bram" };

const law = openLaw();
const database = await openDatabase({ dataDir, log: () => {} });
const store = createStore({ database, clock: systemClock, project: projection, masterKey: masterKey({ dataDir }) });
const { declarations, runs, bank, recoveries } = createPayment({ law, clock: systemClock, store, demo: true });
const number = quarterIndexNumber(quarter(quarterText));
say("ready");

for (;;) {
  const run = (await runs.list(100)).find((one) => one.start.quarter === number);
  if (run === undefined) {
    say("TAKE");
    await declarations.take({ kind: "ATTESTS", label: quarterText, chunks: createReadStream(attestFile), actor: anna });
    say("START");
    assertOk(await runs.start(number, anna, Math.max(FIRST_QUARTER, number - 1)));
  } else if (run.stage === "STARTED") {
    say("CALCULATE");
    assertOk(await runs.calculate(run.runRef, anna, progress));
  } else if (run.stage === "CALCULATED") {
    say("APPROVE");
    assertOk(await runs.approve(run.runRef, bram));
  } else if (run.stage === "APPROVED") {
    say("BOOK");
    assertOk(await runs.book(run.runRef, anna, progress, () => say("STATEMENTS")));
  } else {
    const sent = (await bank.batches(run.runRef)).find((one) => one.sentAt !== null);
    if (sent !== undefined) break;
    say("RECOVER");
    for (const one of await recoveries.proposeFromRun(run.runRef, anna))
      if (one.how === null)
        assertOk(await recoveries.do(one.recoveryRef, { type: "DECIDE", how: { manner: "SET_OFF" }, reason: "Set off" }, bram));
    say("BANK");
    const { batch, file } = assertOk(await bank.make(run.runRef, systemClock.today(), anna));
    writeWhole(bankFile, file);
    say("SEND");
    await bank.send(batch.batchRef, anna);
  }
}
say("done");
say(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)}`);
await database.close();
