// Sends requests at a fixed rate whatever the answers do, as visitors come, and notes how long each took from when it was due.
import { Agent, request as httpRequest } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

export interface ToSend {
  readonly url: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Kind {
  readonly name: string;
  readonly page: boolean;
  /** How many of these per round of all kinds. */
  readonly weight: number;
  readonly request: (nth: number) => ToSend;
}

export interface Sent {
  readonly kind: string;
  readonly ms: number;
  /** Null: answered with 200. */
  readonly wrong: string | null;
}

export async function generate(
  kinds: readonly Kind[],
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<readonly Sent[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const round = shuffled(kinds.flatMap((kind) => Array.from({ length: kind.weight }, () => kind)));
  const total = Math.round(perSecond * seconds);
  const sent: Sent[] = [];
  const under: Promise<void>[] = [];
  const start = performance.now();
  for (let n = 0; n < total; ) {
    const due = start + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 1) {
      await sleep(wait);
      continue;
    }
    const kind = round[n % round.length]!;
    under.push(
      send(agent, kind.request(n)).then((wrong) => void sent.push({ kind: kind.name, ms: performance.now() - due, wrong })),
    );
    n += 1;
  }
  await Promise.all(under);
  agent.destroy();
  return sent;
}

function send(agent: Agent, { url, method = "GET", headers = {}, body }: ToSend): Promise<string | null> {
  return new Promise((resolve) => {
    const request = httpRequest(url, { agent, method, headers, timeout: 30_000 }, (response) => {
      let bytes = 0;
      response.on("data", (piece: Buffer) => {
        bytes += piece.length;
      });
      response.on("end", () => resolve(response.statusCode === 200 && bytes > 0 ? null : `${response.statusCode}`));
      response.on("error", (error) => resolve(error.message));
    });
    request.on("timeout", () => request.destroy(new Error("no answer in 30 s")));
    request.on("error", (error) => resolve(error.message));
    request.end(body);
  });
}

/** The same order every time, without long rows of one kind. */
function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item, at) => ({ item, key: (at * 7_919) % 1_009 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
