// The server under load, in a process of its own: fills an empty folder with synthetic Flanders, listens, and ends with its standard input.
import { createSystem, readSettings, serve } from "../../src/main/index.ts";

const settings = readSettings(process.env, { dataFolder: process.argv[2]!, demo: true });
if (!settings.ok) throw new Error("settings");
const system = await createSystem({ settings: settings.value });
const served = await serve(system, "127.0.0.1", 0);
process.stdout.write(`url http://127.0.0.1:${served.port}\n`);
const telling = setInterval(() => {
  const { user, system: kernel } = process.cpuUsage();
  process.send?.({ processor: (user + kernel) / 1_000_000 });
}, 500);
process.stdin.resume();
process.stdin.once("end", async () => {
  clearInterval(telling);
  await served.close(1_000);
  await system.close();
  process.exit(0);
});
