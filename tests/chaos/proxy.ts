// A wire between our processes and the database, on loopback, that can be cut and made slow.
import { connect, createServer, type Socket } from "node:net";

export interface Wire {
  readonly port: number;
  /** Breaks every connection and refuses new ones until `mend`. */
  cut(): void;
  mend(): void;
  /** Holds each piece of data back for this long; 0: at once. */
  slow(ms: number): void;
  close(): Promise<void>;
}

export async function wireTo(target: () => number): Promise<Wire> {
  const open = new Set<Socket>();
  let broken = false;
  let delayMs = 0;
  const server = createServer((inside) => {
    if (broken) {
      inside.destroy();
      return;
    }
    const outside = connect(target(), "127.0.0.1");
    for (const [from, to] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      open.add(from);
      from.on("data", (bytes) => {
        if (delayMs === 0) to.write(bytes);
        else setTimeout(() => to.destroyed || to.write(bytes), delayMs);
      });
      from.on("error", () => {});
      from.on("close", () => {
        open.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    cut() {
      broken = true;
      for (const socket of open) socket.destroy();
    },
    mend() {
      broken = false;
    },
    slow(ms) {
      delayMs = ms;
    },
    close() {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
