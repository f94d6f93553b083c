// Gathers everything wrong with the law's files, so that one load names all of it.
import type { Localized } from "../../kernel/index.ts";
import type { LawError } from "../law-data.ts";
import type { LawSource, Place } from "./law-source.ts";

export class ErrorList {
  readonly errors: LawError[] = [];

  add(source: LawSource, place: Place, rule: string, message: Localized): void {
    this.errors.push({ file: source.file, line: source.lineOf(place), rule, message });
  }
}
