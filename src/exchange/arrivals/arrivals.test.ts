import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { Refusal } from "../../kernel/index.ts";
import { diskArrivals } from "./arrivals.ts";

const folder = mkdtempSync(join(tmpdir(), "maatwerk-arrivals-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const place = join(folder, "arrivals");
const arrivals = diskArrivals(place);

async function* parts(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const read: Uint8Array[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return Buffer.concat(read).toString("utf8");
}

const idOf = (promise: Promise<unknown>): Promise<string | undefined> =>
  promise.then(
    () => undefined,
    (error) => (error instanceof Refusal ? error.problems[0]?.id : String(error)),
  );

describe("a file that arrives", () => {
  test("is given back as it came, more than once, with its size and hash", async () => {
    const file = await arrivals.receive(parts("één ", "bestand"), 100);
    expect([file.bytes, file.hash]).toEqual([13, createHash("sha256").update("één bestand").digest("hex")]);
    expect(await textOf(file.chunks())).toBe("één bestand");
    expect(await textOf(file.chunks())).toBe("één bestand");
    await file.release();
  });

  test("has no name on the disk, so that nothing is left when the process is killed", async () => {
    const file = await arrivals.receive(parts("x"), 1);
    expect(existsSync(place)).toBe(true);
    expect(readdirSync(place)).toEqual([]);
    await file.release();
  });

  test("may be empty, and may be as large as the limit, and not a byte larger", async () => {
    const none = await arrivals.receive(parts(), 3);
    expect([none.bytes, await textOf(none.chunks())]).toEqual([0, ""]);
    await none.release();
    const whole = await arrivals.receive(parts("ab", "c"), 3);
    expect(whole.bytes).toBe(3);
    await whole.release();
    expect(await idOf(arrivals.receive(parts("ab", "cd"), 3))).toBe("arrival.tooLarge");
  });

  test("that is cut off is refused as that", async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("half");
      throw new Error("socket hang up");
    }
    expect(await idOf(arrivals.receive(broken(), 100))).toBe("arrival.cutOff");
  });

  test.runIf(existsSync("/dev/full"))("that finds the disk full says so", async () => {
    // A disk that is always full.
    const full = diskArrivals(place, () => open("/dev/full", "w"));
    expect(await idOf(full.receive(parts("x"), 100))).toBe("arrival.diskFull");
  });
});
