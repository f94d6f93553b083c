// One process at a time decides to start or stop the server. The lock is an abstract socket: the kernel lets go of it when we die.
import { createHash } from "node:crypto";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { refuse } from "../refuse.ts";

/** Runs `work` while holding the lock of this folder. Waits for others, and says so. */
export async function withLock<T>(folder: string, log: (message: string) => void, work: () => Promise<T>): Promise<T> {
  const name = `\0maatwerk-${createHash("sha256").update(folder).digest("hex")}`;
  const since = Date.now();
  let said = false;
  for (;;) {
    const release = await take(name);
    if (release !== null) {
      try {
        return await work();
      } finally {
        await release();
      }
    }
    if (!said && Date.now() - since > 3000) {
      said = true;
      log("Waiting for another process that starts or stops the database.");
    }
    if (Date.now() - since > 180_000) {
      refuse(
        "lockHeld",
        "Een ander proces houdt het starten of stoppen van de databank al drie minuten bezet.",
        "Another process has been starting or stopping the database for three minutes.",
        "Un autre processus démarre ou arrête la base de données depuis trois minutes.",
      );
    }
    await sleep(25 + Math.random() * 25);
  }
}

function take(name: string): Promise<(() => Promise<void>) | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" ? resolve(null) : reject(error)));
    server.listen(name, () => resolve(() => new Promise((done) => server.close(() => done()))));
  });
}
