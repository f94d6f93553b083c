// A release signed by whoever gives it out, and checked by whoever installs it: Ed25519 over the manifest, which names every file by its hash.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalJson, localized, problem, Refusal } from "../../kernel/index.ts";
import { billOfMaterials, type LockFile, licencesOf } from "./bill.ts";
import { compareFolder, type Differences, hashesOf, type Manifest, sha256 } from "./manifest.ts";

const MANIFEST = "release.json";
const SIGNATURE = "release.json.sig";
const BILL = "bom.cdx.json";
const LICENCES = "LICENCES.txt";

/** Makes a pair of keys: `file` for who signs, `file`.pub for everybody. Never over a key that is there. */
export function makeKeys(file: string): void {
  if (existsSync(file)) refuse("exists", file);
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" });
  writeFileSync(`${file}.pub`, publicKey.export({ type: "spki", format: "pem" }));
}

export interface Signed {
  readonly files: number;
  readonly components: number;
  readonly toLookAt: readonly string[];
}

export interface SignOptions {
  /** Folder of the package. */
  readonly folder: string;
  readonly keyFile: string;
  /** Folder for the four files of the release; must not lie in the package. */
  readonly out: string;
  readonly seal: unknown;
}

export function signRelease({ folder, keyFile, out, seal }: SignOptions): Signed {
  const key = keyFrom(keyFile, "private");
  const lock = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")) as LockFile;
  const bill = billOfMaterials(lock);
  const licences = licencesOf(bill);
  if (licences.toLookAt.length > 0) refuse("licences", licences.toLookAt.join(", "));
  const billText = `${JSON.stringify(bill, null, 2)}\n`;
  const manifest: Manifest = {
    schema: "maatwerk.signed-release/1",
    name: lock.name,
    version: lock.version,
    files: hashesOf(folder),
    bill: sha256(billText),
    licences: sha256(licences.text),
    seal,
  };
  const text = `${canonicalJson(manifest)}\n`;
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, BILL), billText);
  writeFileSync(join(out, LICENCES), licences.text);
  writeFileSync(join(out, MANIFEST), text);
  writeFileSync(join(out, SIGNATURE), `${sign(null, Buffer.from(text), key).toString("base64")}\n`);
  return { files: Object.keys(manifest.files).length, components: bill.components.length, toLookAt: licences.toLookAt };
}

export interface Verified extends Differences {
  readonly version: string;
  readonly files: number;
}

/** Throws a `Refusal` when the signature, the bill or the list is not what was signed; gives what the folder has otherwise. */
export function verifyRelease(options: {
  readonly folder: string;
  readonly publicKeyFile: string;
  readonly from: string;
}): Verified {
  const { folder, publicKeyFile, from } = options;
  const read = (name: string): Buffer => {
    try {
      return readFileSync(join(from, name));
    } catch {
      return refuse("unreadable", join(from, name));
    }
  };
  const text = read(MANIFEST);
  const signature = Buffer.from(read(SIGNATURE).toString("utf8").trim(), "base64");
  if (!verify(null, text, keyFrom(publicKeyFile, "public"), signature)) refuse("signature", MANIFEST);
  const manifest = JSON.parse(text.toString("utf8")) as Manifest;
  if (sha256(read(BILL)) !== manifest.bill) refuse("signature", BILL);
  if (sha256(read(LICENCES)) !== manifest.licences) refuse("signature", LICENCES);
  return { version: manifest.version, files: Object.keys(manifest.files).length, ...compareFolder(manifest, folder) };
}

function keyFrom(file: string, kind: "private" | "public") {
  try {
    const pem = readFileSync(file);
    const key = kind === "private" ? createPrivateKey(pem) : createPublicKey(pem);
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch {
    // Said below.
  }
  return refuse("key", file);
}

const WORDS = {
  exists: localized(
    "Er staat al een sleutel; kies een ander bestand",
    "A key is there already; choose another file",
    "Une clé existe déjà ; choisissez un autre fichier",
  ),
  key: localized(
    "Geen Ed25519-sleutel in PEM. Maak er een met maatwerk release key",
    "Not an Ed25519 key in PEM. Make one with maatwerk release key",
    "Pas une clé Ed25519 en PEM. Créez-en une avec maatwerk release key",
  ),
  unreadable: localized("Niet te lezen", "Cannot be read", "Illisible"),
  signature: localized(
    "Niet wat ondertekend werd. Installeer dit niet",
    "Not what was signed. Do not install this",
    "Différent de ce qui a été signé. N'installez pas ceci",
  ),
  licences: localized(
    "Pakketten waarvan de licentie nagekeken moet worden",
    "Packages whose licence must be looked at",
    "Paquets dont la licence est à examiner",
  ),
} as const;

function refuse(what: keyof typeof WORDS, detail: string): never {
  const { nl, en, fr } = WORDS[what];
  throw new Refusal([problem(`release.${what}`, localized(`${nl}: ${detail}`, `${en}: ${detail}`, `${fr} : ${detail}`))]);
}
