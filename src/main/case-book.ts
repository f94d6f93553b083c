// The worked cases of the law for the pages: run at the first question, a few at a time, and kept.
import { setImmediate } from "node:timers/promises";
import { type CaseBook, type Law, makeCaseBook } from "../law/index.ts";
import { openCases } from "../law/open-cases.ts";

export function casesOnce(law: Law): () => Promise<CaseBook> {
  let book: Promise<CaseBook> | null = null;
  return () => {
    book ??= makeCaseBook(law, openCases(law), () => setImmediate());
    return book;
  };
}
