import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { seal, unseal } from "./cipher.ts";
import { masterKey } from "./master-key.ts";

const dataDir = mkdtempSync(join(tmpdir(), "master-key-"));
afterAll(() => rmSync(dataDir, { recursive: true }));

describe("the master key", () => {
  test("is made once, for its owner's eyes alone, and found again", () => {
    const first = masterKey({ dataDir, env: {} });
    expect(statSync(join(dataDir, "secrets", "master.key")).mode & 0o777).toBe(0o600);
    expect(masterKey({ dataDir, env: {} })).toEqual(first);
  });

  test("does not close the data folder that it makes, through which the database's own user must pass", () => {
    const fresh = join(dataDir, "fresh");
    masterKey({ dataDir: fresh, env: {} });
    expect(statSync(fresh).mode & 0o111).toBe(0o111);
    expect(statSync(join(fresh, "secrets")).mode & 0o777).toBe(0o700);
  });

  test("from the environment or a named file goes before the own file", () => {
    const text = Buffer.alloc(32, 5).toString("base64");
    const file = join(dataDir, "named.key");
    writeFileSync(file, `${Buffer.alloc(32, 6).toString("hex")}\n`);
    const own = masterKey({ dataDir, env: {} });
    const named = masterKey({ dataDir, env: { MAATWERK_MASTER_KEY_FILE: file } });
    const direct = masterKey({ dataDir, env: { MAATWERK_MASTER_KEY: text, MAATWERK_MASTER_KEY_FILE: file } });
    expect(new Set([own.id, named.id, direct.id]).size).toBe(3);
    expect(masterKey({ dataDir, env: { MAATWERK_MASTER_KEY: Buffer.alloc(32, 5).toString("hex") } })).toEqual(direct);
  });

  test("of another length or from a file that cannot be read is refused without showing it", () => {
    expect(() => masterKey({ dataDir, env: { MAATWERK_MASTER_KEY: "c2hvcnQ=" } })).toThrow(/must be 32 bytes/);
    expect(() => masterKey({ dataDir, env: { MAATWERK_MASTER_KEY: "c2hvcnQ=" } })).not.toThrow(/c2hvcnQ/);
    expect(() => masterKey({ dataDir, env: { MAATWERK_MASTER_KEY_FILE: join(dataDir, "none") } })).toThrow(/cannot be read/);
  });

  test("is not in what it names", () => {
    const secret = Buffer.from(readFileSync(join(dataDir, "secrets", "master.key"), "utf8"), "base64");
    const { id, wrap, index } = masterKey({ dataDir, env: {} });
    expect([wrap.equals(secret), index.equals(secret), wrap.equals(index), secret.toString("hex").includes(id)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("sealing", () => {
  test("never gives the same text twice, and a single changed bit does not open", () => {
    const key = Buffer.alloc(32, 1);
    const plain = Buffer.from("Kerkstraat 12");
    const one = seal(key, plain, "a");
    expect(unseal(key, one, "a")).toEqual(plain);
    expect(seal(key, plain, "a")).not.toEqual(one);
    for (let at = 0; at < one.length; at += 1) {
      const changed = Buffer.from(one);
      changed[at]! ^= 1;
      expect(() => unseal(key, changed, "a")).toThrow();
    }
    expect(() => unseal(key, one, "b")).toThrow();
    expect(() => unseal(Buffer.alloc(32, 2), one, "a")).toThrow();
  });
});
