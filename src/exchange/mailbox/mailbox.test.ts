// What every mailbox must do, tried on the stand-in and on the real clients against a server that behaves as the other side does.
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Mailbox } from "../../counter/letters/ports.ts";
import { fixedClock, instant } from "../../kernel/index.ts";
import { fakeMailbox } from "./fake-mailbox.ts";
import { eBoxMailbox, relayMailbox } from "./http-mailbox.ts";

const at = instant("2026-11-26T10:00:00.000Z");
const NOBODY = "0999999999";

/** The other side: takes each key once, knows one recipient without a box, and can be out of order. */
class OtherSide {
  readonly received = new Map<string, { path: string; type: string; body: string; authorization: string | undefined }>();
  mode: "up" | "down" | "slow" | "silent" = "up";
  private readonly server: Server = createServer((request, response) => {
    void readAll(request).then((body) => {
      if (this.mode === "slow") return;
      const key = String(request.headers["idempotency-key"]);
      if (this.mode === "down") return response.writeHead(503).end();
      if (body.includes(NOBODY)) return response.writeHead(404).end("{}");
      if (!this.received.has(key)) {
        const { authorization } = request.headers;
        this.received.set(key, { path: request.url ?? "", type: request.headers["content-type"] ?? "", body, authorization });
      }
      response.writeHead(this.received.size === 1 ? 201 : 200, { "content-type": "application/json" });
      return response.end(this.mode === "silent" ? "{}" : JSON.stringify({ messageId: `m-${key}`, publishedAt: at }));
    });
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("latin1");
}

const side = new OtherSide();
let url = "";
beforeAll(async () => {
  url = await side.open();
});
afterAll(() => side.close());

const pdf = new TextEncoder().encode("%PDF-1.7 inhoud");
const message = (key: string, recipient = "0123456749") => ({ key, recipient, subject: "Toekenning IMW-1/2", pdf });
const fake = fakeMailbox(fixedClock(at), (recipient) => recipient !== NOBODY);

const setSide = (down: boolean) => {
  side.mode = down ? "down" : "up";
};

const mailboxes: readonly (readonly [string, () => { box: Mailbox; setDown: (down: boolean) => void; count: () => number }])[] = [
  [
    "the stand-in",
    () => ({
      box: fake,
      setDown: (down) => {
        fake.down = down;
      },
      count: () => fake.messages.length,
    }),
  ],
  [
    "e-Box",
    () => ({
      box: eBoxMailbox({ url, token: "secret", timeoutMs: 5_000 }),
      setDown: setSide,
      count: () => side.received.size,
    }),
  ],
  [
    "mail",
    () => ({
      box: relayMailbox({ url, token: null, timeoutMs: 5_000 }),
      setDown: setSide,
      count: () => side.received.size,
    }),
  ],
];

describe.each(mailboxes)("%s", (name, make) => {
  test("delivers once per key, with the number and moment as proof", async () => {
    const { box, count } = make();
    const before = count();
    const first = await box.deliver(message(`${name}-1`));
    const again = await box.deliver(message(`${name}-1`));
    expect(first).toMatchObject({ outcome: "DELIVERED", at });
    expect(again).toEqual(first);
    expect(count()).toBe(before + 1);
  });

  test("says when it will never reach somebody, and fails while it is out of order, after which the same key gets through", async () => {
    const { box, setDown } = make();
    expect((await box.deliver(message(`${name}-2`, NOBODY))).outcome).toBe("NOT_REACHED");
    setDown(true);
    await expect(box.deliver(message(`${name}-3`))).rejects.toThrow();
    setDown(false);
    expect((await box.deliver(message(`${name}-3`))).outcome).toBe("DELIVERED");
  });
});

describe("over HTTP", () => {
  test("e-Box gets the PDF as multipart at /ebox/messages, with the token", async () => {
    await eBoxMailbox({ url, token: "secret" }).deliver(message("multipart"));
    const { path, type, body, authorization } = side.received.get("multipart")!;
    expect([path, authorization]).toEqual(["/ebox/messages", "Bearer secret"]);
    expect(type).toMatch(/^multipart\/form-data; boundary=/);
    expect(body).toContain("%PDF-1.7 inhoud");
    expect(body).toContain('"enterpriseNumber":"0123456749"');
  });

  test("mail says that a letter is ready and holds nothing of it", async () => {
    await relayMailbox({ url, token: null }).deliver(message("plain", "iemand@voorbeeld.be"));
    expect(side.received.get("plain")!.body).not.toContain("%PDF");
  });

  test("an answer without proof, or none in time, is a failure: no term may start on it", async () => {
    const box = eBoxMailbox({ url, token: null, timeoutMs: 200 });
    side.mode = "silent";
    await expect(box.deliver(message("silent"))).rejects.toThrow("no number and moment");
    side.mode = "slow";
    await expect(box.deliver(message("slow"))).rejects.toThrow();
    side.mode = "up";
  });
});
