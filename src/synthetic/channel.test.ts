import { describe, expect, it } from "vitest";
import { Channel } from "./channel.ts";

describe("a channel between generator and loader", () => {
  it("gives items in order and ends", async () => {
    const channel = new Channel<number>(2);
    const writing = (async () => {
      for (let i = 0; i < 10; i++) await channel.put(i);
      channel.end();
    })();
    const read: number[] = [];
    for await (const item of channel) read.push(item);
    await writing;
    expect(read).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it("makes the writer wait when it is full", async () => {
    const channel = new Channel<number>(1);
    await channel.put(1);
    let second = false;
    const writing = channel.put(2).then(() => {
      second = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(second).toBe(false);
    const reader = channel[Symbol.asyncIterator]();
    expect((await reader.next()).value).toBe(1);
    await writing;
    expect(second).toBe(true);
  });

  it("tells both sides when one of them gave up", async () => {
    const channel = new Channel<number>(1);
    await channel.put(1);
    const waiting = channel.put(2);
    channel.fail(new Error("disk full"));
    await expect(waiting).rejects.toThrow("disk full");
    await expect(channel[Symbol.asyncIterator]().next()).rejects.toThrow("disk full");
  });
});
