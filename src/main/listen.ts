// Binds an application to a port; a taken port is said and the next free one is used.

import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";

export interface Listening {
  readonly port: number;
  /** The port that was asked for but taken, or null. */
  readonly instead: number | null;
  /** Stops taking requests and waits for those under way, at most `graceMs`. */
  close(graceMs?: number): Promise<void>;
}

/** Ports tried after the one that was asked for, before any free port is taken. */
const neighbours = 20;

/**
 * An idle connection is closed by whoever opened it. A proxy keeps one for a minute as a rule: were we to close it sooner, its next request could
 * arrive just then and be lost.
 */
const KEPT_ALIVE_MS = 75_000;

type Fetch = Parameters<typeof createAdaptorServer>[0]["fetch"];

/** @param port - 0 takes any free port. */
export async function listen(fetch: Fetch, host: string, port: number): Promise<Listening> {
  const wished = port === 0 ? [0] : [...Array.from({ length: neighbours + 1 }, (_, i) => port + i).filter((p) => p <= 65_535), 0];
  for (const candidate of wished) {
    const server = createAdaptorServer({ fetch }) as Server;
    // A slow sender must not hold a connection for ever.
    server.requestTimeout = 60_000;
    server.headersTimeout = 15_000;
    server.keepAliveTimeout = KEPT_ALIVE_MS;
    const bound = await tryPort(server, host, candidate);
    if (bound === null) continue;
    return {
      port: bound,
      instead: port !== 0 && bound !== port ? port : null,
      close: (graceMs = 5_000) => closeServer(server, graceMs),
    };
  }
  throw new Error(`No free port on ${host}`);
}

/** The bound port, or null when it is taken. Any other failure is thrown. */
function tryPort(server: Server, host: string, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" ? resolve(null) : reject(error)));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function closeServer(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    // A connection that is kept alive becomes idle only when its last answer is out.
    const sweep = setInterval(() => server.closeIdleConnections(), 20);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
  });
}
