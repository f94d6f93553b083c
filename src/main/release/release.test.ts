import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { billOfMaterials, type LockFile, licencesOf } from "./bill.ts";
import { makeKeys, signRelease, verifyRelease } from "./release.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as LockFile;

describe("the bill of materials", () => {
  const bill = billOfMaterials(lock);

  test("names every package that runs, each once, with its hash where the lock file has it, and none that only developers use", () => {
    const running = Object.entries(lock.packages).filter(([path, entry]) => path !== "" && entry.dev !== true);
    const names = bill.components.map((one) => `${one.name}@${one.version}`);
    expect(new Set(names).size).toBe(names.length);
    expect(running.every(([path]) => names.some((name) => name.startsWith(`${path.split("node_modules/").at(-1)}@`)))).toBe(true);
    const hashed = running.filter(([, entry]) => entry.integrity?.startsWith("sha512-")).length;
    expect(bill.components.filter((one) => one.hashes[0]?.content.length === 128).length).toBeGreaterThan(0.9 * hashed);
    expect(names.some((name) => name.startsWith("pg@"))).toBe(true);
    expect(names.some((name) => name.startsWith("vitest@"))).toBe(false);
  });

  test("is the same for the same lock file, and another for another", () => {
    expect(billOfMaterials(lock)).toEqual(bill);
    expect(billOfMaterials({ ...lock, version: "9.9.9" }).serialNumber).not.toBe(bill.serialNumber);
  });

  test("has permissive licences only", () => {
    expect(licencesOf(bill).toLookAt).toEqual([]);
  });

  test("a licence that asks more, or none at all, is pointed out", () => {
    const of = (license?: string) => {
      const entry = { version: "1.0.0", ...(license === undefined ? {} : { license }) };
      return licencesOf(billOfMaterials({ ...lock, packages: { "node_modules/x": entry } })).toLookAt;
    };
    expect(of("GPL-3.0-only")).toEqual(["x@1.0.0: GPL-3.0-only"]);
    expect(of()).toEqual(["x@1.0.0: not named"]);
    expect(of("(MIT OR GPL-3.0-only)")).toEqual([]);
    expect(of("MIT AND GPL-3.0-only")).toHaveLength(1);
  });
});

describe("a signed release", () => {
  const made = mkdtempSync(join(tmpdir(), "release-"));
  const [folder, out, key] = ["package", "out", "key.pem"].map((name) => join(made, name)) as [string, string, string];
  const seal = { sealedAt: "2026-11-27T00:00:00.000Z", root: "ab" };
  const check = (publicKeyFile = `${key}.pub`) => verifyRelease({ folder, publicKeyFile, from: out });
  afterAll(() => rmSync(made, { recursive: true, force: true }));

  beforeEach(() => {
    rmSync(made, { recursive: true, force: true });
    mkdirSync(join(folder, "src"), { recursive: true });
    mkdirSync(join(folder, "node_modules", "x"), { recursive: true });
    writeFileSync(join(folder, "src", "a.ts"), "export const a = 1;\n");
    writeFileSync(join(folder, "node_modules", "x", "index.js"), "");
    cpSync(join(root, "package-lock.json"), join(folder, "package-lock.json"));
    makeKeys(key);
    signRelease({ folder, keyFile: key, out, seal });
  });

  test("is what was signed, and holds the seal that was given", () => {
    expect(check()).toEqual({ version: lock.version, files: 2, changed: [], missing: [], added: [] });
    expect(JSON.parse(readFileSync(join(out, "release.json"), "utf8"))).toMatchObject({ seal });
    expect(statSync(key).mode & 0o077).toBe(0);
  });

  test("names every file of the folder that was changed, taken away or added", () => {
    writeFileSync(join(folder, "src", "a.ts"), "export const a = 2;\n");
    writeFileSync(join(folder, "src", "b.ts"), "");
    rmSync(join(folder, "package-lock.json"));
    expect(check()).toMatchObject({ changed: ["src/a.ts"], missing: ["package-lock.json"], added: ["src/b.ts"] });
  });

  test.each(["release.json", "release.json.sig", "bom.cdx.json", "LICENCES.txt"])("is refused when %s was touched", (name) => {
    const file = join(out, name);
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace(/[a-f]/, (letter) => (letter === "a" ? "b" : "a")),
    );
    expect(() => check()).toThrow(/Not what was signed/);
  });

  test("is refused under another key, and under what is no key", () => {
    makeKeys(join(made, "other.pem"));
    expect(() => check(join(made, "other.pem.pub"))).toThrow(/Not what was signed/);
    expect(() => check(join(folder, "src", "a.ts"))).toThrow(/Not an Ed25519 key/);
    expect(() => signRelease({ folder, keyFile: join(made, "none.pem"), out, seal: null })).toThrow(/Not an Ed25519 key/);
  });

  test("never writes over a key", () => {
    expect(() => makeKeys(key)).toThrow(/A key is there already/);
  });
});
