// What the commands of payment share: the system with payment put together, and who acts.
import { accessSync, constants } from "node:fs";
import type { Command } from "commander";
import type { Actor, Reason } from "../dossier/index.ts";
import { formatQuarter, fromQuarterNumber, type Language, parseQuarter, pick, quarterIndexNumber } from "../kernel/index.ts";
import type { Payment, System } from "../main/index.ts";
import type { Io } from "./io.ts";
import { languageOf } from "./io.ts";
import { openSystem, type SystemFlags, settingsOf, withSystemOptions } from "./open-system.ts";
import { UsageError } from "./told-error.ts";

export interface PaymentFlags extends SystemFlags {
  readonly as?: string;
  readonly json?: boolean;
}

export interface PaymentWork {
  readonly system: System;
  readonly payment: Payment;
  readonly language: Language;
}

export function withPaymentOptions(command: Command): Command {
  return withSystemOptions(command).option("--json", "print JSON");
}

/** Opens the system for one piece of work and closes it again, however the work ends. */
export async function withPayment<T>(flags: PaymentFlags, io: Io, work: (of: PaymentWork) => Promise<T>): Promise<T> {
  const language = languageOf(flags.lang, io.env);
  const { createPayment } = await import("../main/index.ts");
  const system = await openSystem(await settingsOf(flags, io, language), flags, io);
  try {
    return await work({ system, payment: createPayment(system), language });
  } finally {
    await system.close();
  }
}

/** Who acts at this terminal: the operating system vouches for nobody, so the name is asked and recorded. */
export function actorOf(flags: Pick<PaymentFlags, "as">, role: "paymentOfficer" | "paymentApprover" | "statistician"): Actor {
  const ref = flags.as?.trim() ?? "";
  if (!/^[\w.@-]{2,100}$/.test(ref)) throw new UsageError("--as <name>: 2-100 a-z 0-9 . @ _ -");
  return { role, ref };
}

export const AS_OPTION = ["--as <name>", "who does this; recorded, and approving takes another person"] as const;

/** "2026-Q3" as the number that payment counts quarters by. */
export function quarterNumber(text: string, option: string): number {
  const read = parseQuarter(text, option);
  if (!read.ok) throw new UsageError(`${option}: ${pick(read.error.message, "en")}`);
  return quarterIndexNumber(read.value);
}

export function quarterName(number: number, language: Language): string {
  return formatQuarter(fromQuarterNumber(number), language);
}

/** Refusals for a person at the terminal: what, and what to do. */
export function reasonLines(reasons: readonly Reason[], language: Language): string[] {
  return reasons.map((one) => `${pick(one.message, language)}. ${pick(one.remedy, language)}`);
}

export function checkedRef(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) throw new UsageError(`${text}: 8-4-4-4-12 hexadecimal digits`);
  return text.toLowerCase();
}

/** A file that is named on the command line and cannot be read is a mistake of the command line. */
export function readable(path: string): string {
  try {
    accessSync(path, constants.R_OK);
    return path;
  } catch (error) {
    throw new UsageError(`${path}: ${(error as { code?: string }).code ?? "?"}`);
  }
}
