// Keeps large files aside on disk, in a file without a name: when the process ends, however it ends, nothing of it is left.
import { createHash, randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { type FileHandle, open, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { Arrival, Arrivals } from "../../counter/arrivals.ts";
import { localized, problem, Refusal } from "../../kernel/index.ts";

/**
 * @param folder - Where they stand while they come; made when it is not there.
 * @param place - Opens the file itself.
 */
export function diskArrivals(folder: string, place: (folder: string) => Promise<FileHandle> = nameless): Arrivals {
  return {
    async receive(chunks, most) {
      const handle = await place(folder);
      try {
        return arrived(handle, await write(handle, chunks, most));
      } catch (error) {
        await handle.close();
        throw error;
      }
    },
  };
}

/** Open for us alone, and already without a name. */
async function nameless(folder: string): Promise<FileHandle> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const handle = await open(path, "wx+", 0o600);
  await unlink(path);
  return handle;
}

interface Written {
  readonly bytes: number;
  readonly hash: string;
}

async function write(handle: FileHandle, chunks: AsyncIterable<Uint8Array>, most: number): Promise<Written> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of unbroken(chunks)) {
    bytes += chunk.byteLength;
    if (bytes > most) throw tooLarge(most);
    hash.update(chunk);
    await writeWhole(handle, chunk);
  }
  return { bytes, hash: hash.digest("hex") };
}

/** What the network does is told as that, and not as a fault of this program. */
async function* unbroken(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw error instanceof Refusal ? error : cutOff();
  }
}

async function writeWhole(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  try {
    for (let at = 0; at < chunk.byteLength; ) at += (await handle.write(chunk, at)).bytesWritten;
  } catch (error) {
    throw (error as { code?: string }).code === "ENOSPC" ? diskFull() : error;
  }
}

function arrived(handle: FileHandle, written: Written): Arrival {
  return {
    ...written,
    chunks: () => handle.createReadStream({ start: 0, autoClose: false, highWaterMark: 262_144 }),
    release: () => handle.close(),
  };
}

const refusal = (id: string, nl: string, en: string, fr: string, expected?: string) =>
  new Refusal([problem(`arrival.${id}`, localized(nl, en, fr), "file", expected)]);

function tooLarge(most: number): Refusal {
  const mebibytes = Math.floor(most / 1024 / 1024);
  return refusal(
    "tooLarge",
    `Het bestand is groter dan ${mebibytes} MB. Er is niets ingelezen. Deel het op, of neem het in met het commando maatwerk declarations.`,
    `The file is larger than ${mebibytes} MB. Nothing was taken in. Split it, or take it in with the command maatwerk declarations.`,
    `Le fichier dépasse ${mebibytes} Mo. Rien n'a été repris. Divisez-le, ou reprenez-le avec la commande maatwerk declarations.`,
    `${most} bytes`,
  );
}

const cutOff = () =>
  refusal(
    "cutOff",
    "Het bestand kwam niet volledig aan. Er is niets ingelezen. Verstuur het opnieuw.",
    "The file did not come whole. Nothing was taken in. Send it again.",
    "Le fichier n'est pas arrivé en entier. Rien n'a été repris. Renvoyez-le.",
  );

const diskFull = () =>
  refusal(
    "diskFull",
    "Er is geen plaats op de schijf om het bestand te ontvangen. Er is niets ingelezen. Maak plaats en verstuur het opnieuw.",
    "There is no room on the disk to receive the file. Nothing was taken in. Make room and send it again.",
    "Il n'y a plus de place sur le disque pour recevoir le fichier. Rien n'a été repris. Libérez de l'espace et renvoyez-le.",
  );
