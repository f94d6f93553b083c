// The file of a backup: a readable first line, then compressed and encrypted pieces that cannot be changed, cut or put in another order unnoticed.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createReadStream, type WriteStream } from "node:fs";
import { refuse } from "../refuse.ts";

/** What everybody may read of a backup. */
export interface ArchiveHeader {
  readonly format: "maatwerk-backup-1";
  readonly madeAt: string;
  /** Number of the last migration of the schema. */
  readonly migration: number;
  /** Names the key that opens it, without telling anything of it. */
  readonly keyId: string;
  /** Names the master key of the vault, which is not in the backup. */
  readonly masterKeyId: string | null;
  /** First 8 bytes of every piece's nonce, in hexadecimal. */
  readonly salt: string;
}

/** A piece is announced by its length: 4 bytes, most significant first. The last piece is empty and says that there are no more. */
const lengthBytes = 4;
const tagBytes = 16;
const largestPiece = 8_000_000;

export function keyIdOf(key: Buffer): string {
  return createHmac("sha256", key).update("maatwerk backup key id").digest("hex").slice(0, 16);
}

export function newSalt(): string {
  return randomBytes(8).toString("hex");
}

export class ArchiveWriter {
  readonly #file: WriteStream;
  readonly #key: Buffer;
  readonly #salt: Buffer;
  readonly #headLine: string;
  #count = 0;

  constructor(file: WriteStream, key: Buffer, header: ArchiveHeader) {
    this.#file = file;
    this.#key = key;
    this.#salt = Buffer.from(header.salt, "hex");
    this.#headLine = `${JSON.stringify(header)}\n`;
  }

  async begin(): Promise<void> {
    await this.#write(Buffer.from(this.#headLine, "utf8"));
  }

  async piece(plain: Buffer): Promise<void> {
    const cipher = createCipheriv("aes-256-gcm", this.#key, nonce(this.#salt, this.#count));
    cipher.setAAD(Buffer.from(this.#headLine, "utf8"));
    this.#count += 1;
    const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    const length = Buffer.alloc(lengthBytes);
    length.writeUInt32BE(sealed.length);
    await this.#write(length);
    await this.#write(sealed);
  }

  async end(): Promise<void> {
    await this.piece(Buffer.alloc(0));
  }

  async #write(bytes: Buffer): Promise<void> {
    if (!this.#file.write(bytes)) await once(this.#file, "drain");
  }
}

function nonce(salt: Buffer, count: number): Buffer {
  const made = Buffer.alloc(12);
  salt.copy(made);
  made.writeUInt32BE(count, 8);
  return made;
}

/** Reads the first line alone: needs no key. */
export async function readHeader(file: string): Promise<ArchiveHeader> {
  for await (const { header } of pieces(file)) return header;
  return broken(file);
}

/** The decrypted pieces in order. Refused: a wrong key, and a file that was changed, cut or lengthened. */
export async function* openArchive(file: string, key: Buffer): AsyncGenerator<Buffer> {
  let count = 0;
  let ended = false;
  for await (const { header, headLine, sealed } of pieces(file)) {
    if (header.keyId !== keyIdOf(key)) wrongKey(header.keyId, keyIdOf(key));
    if (sealed === null) continue;
    if (ended) broken(file);
    const plain = unseal(file, key, Buffer.from(header.salt, "hex"), count, headLine, sealed);
    count += 1;
    if (plain.length === 0) ended = true;
    else yield plain;
  }
  if (!ended) broken(file);
}

function unseal(file: string, key: Buffer, salt: Buffer, count: number, headLine: string, sealed: Buffer): Buffer {
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, nonce(salt, count));
    decipher.setAAD(Buffer.from(headLine, "utf8"));
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagBytes)), decipher.final()]);
  } catch {
    return broken(file);
  }
}

interface Piece {
  readonly header: ArchiveHeader;
  readonly headLine: string;
  /** Null once, right after the header. */
  readonly sealed: Buffer | null;
}

async function* pieces(file: string): AsyncGenerator<Piece> {
  let waiting: Buffer = Buffer.alloc(0);
  let head: { header: ArchiveHeader; headLine: string } | null = null;
  for await (const chunk of createReadStream(file, { highWaterMark: 1_000_000 })) {
    waiting = waiting.length === 0 ? (chunk as Buffer) : Buffer.concat([waiting, chunk as Buffer]);
    if (head === null) {
      const end = waiting.indexOf(10);
      if (end < 0 && waiting.length > 10_000) broken(file);
      if (end < 0) continue;
      const headLine = waiting.subarray(0, end + 1).toString("utf8");
      head = { header: parseHeader(file, headLine), headLine };
      waiting = waiting.subarray(end + 1);
      yield { ...head, sealed: null };
    }
    while (waiting.length >= lengthBytes) {
      const length = waiting.readUInt32BE(0);
      if (length < tagBytes || length > largestPiece) broken(file);
      if (waiting.length < lengthBytes + length) break;
      yield { ...head, sealed: waiting.subarray(lengthBytes, lengthBytes + length) };
      waiting = waiting.subarray(lengthBytes + length);
    }
  }
  if (head === null || waiting.length > 0) broken(file);
}

function parseHeader(file: string, line: string): ArchiveHeader {
  try {
    const header = JSON.parse(line) as ArchiveHeader;
    if (header.format === "maatwerk-backup-1" && /^[0-9a-f]{16}$/.test(header.salt) && Number.isInteger(header.migration))
      return header;
  } catch {
    // Told below.
  }
  return broken(file);
}

function broken(file: string): never {
  refuse(
    "backupBroken",
    `${file} is geen hele back-up van Maatwerk: het bestand is gewijzigd, afgebroken of iets anders. Gebruik een andere back-up.`,
    `${file} is not a whole backup of Maatwerk: the file was changed, cut off or is something else. Use another backup.`,
    `${file} n'est pas une sauvegarde Maatwerk entière : le fichier a été modifié, tronqué ou est autre chose. Utilisez une autre sauvegarde.`,
  );
}

function wrongKey(needed: string, given: string): never {
  refuse(
    "backupKey",
    `Deze back-up wordt geopend door de sleutel ${needed}; gegeven is de sleutel ${given}. Zet MAATWERK_BACKUP_KEY_FILE op de juiste sleutel.`,
    `This backup is opened by the key ${needed}; the key given is ${given}. Set MAATWERK_BACKUP_KEY_FILE to the right key.`,
    `Cette sauvegarde s'ouvre avec la clé ${needed} ; la clé donnée est ${given}. Indiquez la bonne clé dans MAATWERK_BACKUP_KEY_FILE.`,
  );
}
