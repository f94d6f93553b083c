// The bill of materials: every package that runs with the product, from the lock file, as CycloneDX 1.6. The same lock file gives the same bytes.
import { createHash } from "node:crypto";

interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  /** Another name under which a package stands in the tree. */
  readonly name?: string;
}

export interface LockFile {
  readonly name: string;
  readonly version: string;
  readonly packages: Readonly<Record<string, LockEntry>>;
}

export interface Component {
  readonly type: "library";
  readonly "bom-ref": string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  /** Optional: of another platform, or left out without harm. */
  readonly scope: "required" | "optional";
  readonly licenses: readonly { readonly expression: string }[];
  readonly hashes: readonly { readonly alg: "SHA-512"; readonly content: string }[];
}

export interface Bill {
  readonly bomFormat: "CycloneDX";
  readonly specVersion: "1.6";
  readonly serialNumber: string;
  readonly version: 1;
  readonly metadata: { readonly component: Readonly<Record<string, string>> };
  readonly components: readonly Component[];
}

/** Packages that are only used while developing are left out: they do not run. */
export function billOfMaterials(lock: LockFile): Bill {
  const components = Object.entries(lock.packages)
    .filter(([path, entry]) => path !== "" && entry.dev !== true)
    .map(([path, entry]) => component(entry.name ?? path.slice(path.lastIndexOf("node_modules/") + 13), entry));
  const once = new Map(components.map((one) => [one["bom-ref"], one]));
  const sorted = [...once.values()].sort((a, b) => (a["bom-ref"] < b["bom-ref"] ? -1 : 1));
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify([lock.name, lock.version, sorted]))}`,
    version: 1,
    metadata: {
      component: { type: "application", "bom-ref": `${lock.name}@${lock.version}`, name: lock.name, version: lock.version },
    },
    components: sorted,
  };
}

function component(name: string, { version = "", license, integrity = "", optional }: LockEntry): Component {
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    purl,
    scope: optional === true ? "optional" : "required",
    licenses: license === undefined ? [] : [{ expression: license }],
    hashes: integrity.startsWith("sha512-")
      ? [{ alg: "SHA-512", content: Buffer.from(integrity.slice(7), "base64").toString("hex") }]
      : [],
  };
}

/** A UUID of version 8 from a text. */
function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Licences that ask no more than to be named, and that the product's own licence goes together with. */
const PERMISSIVE = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "OFL-1.1",
  "Python-2.0",
  "Unlicense",
]);

export interface Licences {
  /** One line per package: licence, name, version. */
  readonly text: string;
  /** Packages whose licence is not named or not permissive: somebody must look before they go out. */
  readonly toLookAt: readonly string[];
}

export function licencesOf({ components }: Bill): Licences {
  const licenceOf = (one: Component): string => one.licenses[0]?.expression ?? "not named";
  const lines = components.map((one) => `${licenceOf(one)}\t${one.name}\t${one.version}`).sort();
  const fine = (expression: string): boolean =>
    expression
      .replace(/[()]/g, "")
      .split(/ OR /)
      .some((choice) => choice.split(/ AND /).every((part) => PERMISSIVE.has(part)));
  return {
    text: `${lines.join("\n")}\n`,
    toLookAt: components.filter((one) => !fine(licenceOf(one))).map((one) => `${one.name}@${one.version}: ${licenceOf(one)}`),
  };
}
