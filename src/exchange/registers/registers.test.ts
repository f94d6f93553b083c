import { expect, test } from "vitest";
import { kbo } from "../../kernel/index.ts";
import { fakeRegisters, patiently, type RegisterName } from "./index.ts";

const number = kbo("1910000076");
const world = { companies: [], employments: [], residences: [], mandates: [] };
const options = { timeoutMs: 30, retries: 1, retryAfterSeconds: 60 };

test("a register that is out of order is asked once more, answers unavailable, and rests after three failures", async () => {
  const down = new Set<RegisterName>(["companies"]);
  let now = 0;
  const failures: string[] = [];
  const registers = patiently(fakeRegisters(world, {}, down), () => now, {
    ...options,
    onFailure: (name) => failures.push(name),
  });
  for (let time = 0; time < 3; time += 1) expect((await registers.companies.find(number)).state).toBe("unavailable");
  expect(failures.length).toBe(6);
  await registers.companies.find(number);
  expect(failures.length).toBe(6);
  down.clear();
  expect((await registers.companies.find(number)).state).toBe("unavailable");
  now = 60_001;
  expect((await registers.companies.find(number)).state).toBe("unknown");
  // One that is down takes no other with it.
  expect((await registers.mandates.of(number)).state).toBe("unknown");
});

test("a register that does not answer in time is unavailable", async () => {
  const never = { ...fakeRegisters(world), companies: { find: () => new Promise<never>(() => {}) } };
  const registers = patiently(never, () => 0, { ...options, retries: 0 });
  expect((await registers.companies.find(number)).state).toBe("unavailable");
});
