// Writes a file so that it stands whole under its name or not at all, whatever breaks in between.
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { localized, problem, Refusal } from "../kernel/index.ts";

/** Throws a `Refusal` when the disk is full. */
export function writeWhole(path: string, text: string): void {
  const half = `${path}.${process.pid}.part`;
  try {
    const file = openSync(half, "w", 0o600);
    try {
      const bytes = Buffer.from(text, "utf8");
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    throw (error as { code?: string }).code === "ENOSPC" ? new Refusal([full(path)]) : error;
  }
}

function full(path: string) {
  return problem(
    "file.diskFull",
    localized(
      `De schijf is vol: ${path} is niet geschreven. Maak plaats en voer het commando opnieuw uit.`,
      `The disk is full: ${path} was not written. Make room and run the command again.`,
      `Le disque est plein : ${path} n'a pas été écrit. Libérez de l'espace et relancez la commande.`,
    ),
    "out",
  );
}
