// One process at a time starts or stops the server, or fills it. The lock is an abstract socket: the kernel lets go of it when we die.
import { createHash } from "node:crypto";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { refuse } from "../refuse.ts";

export interface LockWords {
  /** Said once when the wait is longer than a moment. */
  readonly waiting: string;
  /** Waiting stops with a refusal after this long. */
  readonly patienceMs: number;
}

const serverLock: LockWords = { waiting: "Waiting for another process that starts or stops the database.", patienceMs: 180_000 };

/** Runs `work` while holding the lock of this name, such as a folder. Waits for others, and says so. */
export async function withLock<T>(
  name: string,
  log: (message: string) => void,
  work: () => Promise<T>,
  { waiting, patienceMs } = serverLock,
): Promise<T> {
  const socket = `\0maatwerk-${createHash("sha256").update(name).digest("hex")}`;
  const since = Date.now();
  let said = false;
  for (;;) {
    const release = await take(socket);
    if (release !== null) {
      try {
        return await work();
      } finally {
        await release();
      }
    }
    if (!said && Date.now() - since > 3000) {
      said = true;
      log(waiting);
    }
    if (Date.now() - since > patienceMs) {
      refuse(
        "lockHeld",
        "Een ander proces houdt de databank al te lang bezet. Wacht tot het klaar is of stop het.",
        "Another process has kept the database busy for too long. Wait until it is done, or stop it.",
        "Un autre processus occupe la base de données depuis trop longtemps. Attendez qu'il ait fini ou arrêtez-le.",
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
