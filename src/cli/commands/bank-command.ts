// `maatwerk bank`: the batch of a run to the bank, the bank's answers back, and what nobody could place.
import { readFileSync } from "node:fs";
import type { Command } from "commander";
import type { Actor } from "../../dossier/index.ts";
import { type Cents, formatEuro, isPlainDate, type Language, type PlainDate, pick } from "../../kernel/index.ts";
import type { Payment as Payments } from "../../main/index.ts";
import type { BankFileReport, MadeBatch, Payment, StoredBatch } from "../../payment/index.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, printLine } from "../io.ts";
import { bankWords, waitWords } from "../messages-payment.ts";
import {
  AS_OPTION,
  actorOf,
  checkedRef,
  type PaymentFlags,
  readable,
  withPayment,
  withPaymentOptions,
} from "../payment-system.ts";
import type { Ending } from "../program.ts";
import { UsageError } from "../told-error.ts";
import { writeWhole } from "../write-whole.ts";
import { refused } from "./run-command.ts";

interface ExportFlags extends PaymentFlags {
  readonly on?: string;
  readonly out: string;
  readonly again?: string;
}

export function addBank(program: Command, io: Io, end: Ending): void {
  const bank = program.command("bank").description("Payments of booked runs: to the bank, and the bank's answers back.");

  withPaymentOptions(bank.command("export <run>"))
    .summary("write the bank file of a run, once")
    .description(
      "Writes the pain.001 file of all payments of a booked run that can go, and notes that it went to the bank. Once: later it holds only what was held back, rejected or returned. --again BATCH writes the same bytes of an earlier batch without sending it anew.",
    )
    .option("--on <day>", "day on which the bank must pay, YYYY-MM-DD (default: today)")
    .requiredOption("--out <file>", "the file to write")
    .option("--again <batch>", "write the file of this batch again")
    .requiredOption(...AS_OPTION)
    .action(async (ref: string, _own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<ExportFlags>();
      const actor = actorOf(flags, "paymentOfficer");
      const runRef = checkedRef(ref);
      if (flags.on !== undefined && !isPlainDate(flags.on)) throw new UsageError(`--on ${flags.on}: YYYY-MM-DD`);
      const again = flags.again === undefined ? null : checkedRef(flags.again);
      await withPayment(flags, io, async ({ payment, system, language }) => {
        const on = (flags.on ?? system.clock.today()) as PlainDate;
        const made = await (again === null ? payment.bank.make(runRef, on, actor) : payment.bank.file(again, actor));
        if (!made.ok) return end(refused(io, flags, made.error, language));
        const { batch, file } = made.value;
        if (again !== null) writeWhole(flags.out, file);
        else if (!(await writeAndSend({ payment, io, flags, end, language }, made.value, actor))) return;
        if (flags.json === true) printLine(io.stdout, JSON.stringify(batch));
        else tellBatch(io, batch, language);
        end(ExitCode.ok);
      });
    });

  withPaymentOptions(bank.command("advances <month>"))
    .summary("write the bank file of a month of advances, once")
    .description(
      "Writes the pain.001 file of all monthly advances of a month, for example 2026-11, and notes that it went to the bank. Refused while the law gives no reference amount (OPEN-27).",
    )
    .option("--on <day>", "day on which the bank must pay, YYYY-MM-DD (default: today)")
    .requiredOption("--out <file>", "the file to write")
    .requiredOption(...AS_OPTION)
    .action(async (month: string, _own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<ExportFlags>();
      const actor = actorOf(flags, "paymentOfficer");
      const first = `${month}-01`;
      if (!isPlainDate(first)) throw new UsageError(`${month}: YYYY-MM`);
      if (flags.on !== undefined && !isPlainDate(flags.on)) throw new UsageError(`--on ${flags.on}: YYYY-MM-DD`);
      await withPayment(flags, io, async ({ payment, system, language }) => {
        const on = (flags.on ?? system.clock.today()) as PlainDate;
        const made = await payment.advanceMonths.make(first, on, actor);
        if (!made.ok) return end(refused(io, flags, made.error, language));
        if (!(await writeAndSend({ payment, io, flags, end, language }, made.value, actor))) return;
        if (flags.json === true) printLine(io.stdout, JSON.stringify(made.value.batch));
        else tellBatch(io, made.value.batch, language);
        end(ExitCode.ok);
      });
    });

  withPaymentOptions(bank.command("import <file>"))
    .summary("take in a file of the bank")
    .description(
      "Takes in an answer (pain.002) or an account statement (camt.053), whole or not at all. The same file again changes nothing. Exit code 1 when something could not be placed.",
    )
    .requiredOption(...AS_OPTION)
    .action(async (file: string, _own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<PaymentFlags>();
      const actor = actorOf(flags, "paymentOfficer");
      const text = readFileSync(readable(file), "utf8");
      await withPayment(flags, io, async ({ payment, language }) => {
        const taken = await payment.bank.take(text, actor);
        if (!taken.ok) return end(refused(io, flags, taken.error, language));
        const { report, before } = taken.value;
        if (flags.json === true) printLine(io.stdout, JSON.stringify({ before, ...report }));
        else {
          if (before) printLine(io.stdout, bankWords(language).before);
          tellFile(io, report, language);
        }
        end(report.unmatched > 0 ? ExitCode.badInput : ExitCode.ok);
      });
    });

  withPaymentOptions(bank.command("show <run>"))
    .description("The batches and payments of a run, and what each payment waits for.")
    .option("--waiting", "only payments that wait")
    .requiredOption(...AS_OPTION)
    .action(async (ref: string, own: { readonly waiting?: boolean }, command: Command) => {
      const flags = command.optsWithGlobals<PaymentFlags>();
      const actor = actorOf(flags, "paymentOfficer");
      const runRef = checkedRef(ref);
      await withPayment(flags, io, async ({ payment, language }) => {
        const batches = await payment.bank.batches(runRef);
        const all = await payment.bank.payments(runRef, actor);
        const shown = own.waiting === true ? all.filter((one) => one.state === "WAITING") : all;
        // Accounts stay in the vault: a terminal keeps what it shows.
        if (flags.json === true)
          printLine(io.stdout, JSON.stringify({ batches, payments: shown.map((one) => ({ ...one, account: null })) }));
        else {
          for (const batch of batches) tellBatch(io, batch, language);
          for (const one of shown) printLine(io.stdout, paymentLine(one, language));
        }
        end(ExitCode.ok);
      });
    });

  withPaymentOptions(bank.command("check-account <run> <payment>"))
    .description("Confirms the changed account of a payment that waits for it; two different persons do.")
    .requiredOption(...AS_OPTION)
    .action(async (run: string, ref: string, _own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<PaymentFlags>();
      const actor = actorOf(flags, "paymentOfficer");
      const [paymentRef, runRef] = [checkedRef(ref), checkedRef(run)];
      await withPayment(flags, io, async ({ payment, language }) => {
        const done = await payment.bank.checkAccount(paymentRef, runRef, actor);
        end(done.ok ? ExitCode.ok : refused(io, flags, done.error, language));
      });
    });

  withPaymentOptions(bank.command("unmatched"))
    .description("Movements on the account that could not be placed, oldest first.")
    .action(async (_own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<PaymentFlags>();
      await withPayment(flags, io, async ({ payment, language }) => {
        const entries = await payment.bank.unmatched(1_000);
        if (flags.json === true) printLine(io.stdout, JSON.stringify(entries));
        else
          for (const one of entries)
            printLine(
              io.stdout,
              `${one.entryId}  ${one.bookedOn}  ${formatEuro(one.cents as Cents, language)}  ${one.why ?? ""}  ${one.endToEndId ?? ""}`,
            );
        end(ExitCode.ok);
      });
    });

  withPaymentOptions(bank.command("resolve <entry>"))
    .description("Deals with a movement that could not be placed: as money of a recovery, or as nothing of ours.")
    .option("--recovery <ref>", "the recovery that it belongs to")
    .option("--reason <text>", "what it is, when it is nothing of ours")
    .requiredOption(...AS_OPTION)
    .action(async (ref: string, own: { readonly recovery?: string; readonly reason?: string }, command: Command) => {
      const flags = command.optsWithGlobals<PaymentFlags>();
      const actor = actorOf(flags, "paymentOfficer");
      if ((own.recovery === undefined) === (own.reason === undefined)) throw new UsageError("--recovery | --reason");
      const entry = checkedRef(ref);
      const recoveryRef = own.recovery === undefined ? null : checkedRef(own.recovery);
      await withPayment(flags, io, async ({ payment, language }) => {
        const done = await (recoveryRef === null
          ? payment.bank.resolveOtherwise(entry, own.reason ?? "", actor)
          : payment.bank.resolveAsRecovery(entry, recoveryRef, actor));
        end(done.ok ? ExitCode.ok : refused(io, flags, done.error, language));
      });
    });
}

interface Sending {
  readonly payment: Payments;
  readonly io: Io;
  readonly flags: ExportFlags;
  readonly end: Ending;
  readonly language: Language;
}

/** The file stands whole on the disk before it counts as sent: after a crash in between, the same command writes the same bytes. */
async function writeAndSend(
  { payment, io, flags, end, language }: Sending,
  { batch, file }: MadeBatch,
  actor: Actor,
): Promise<boolean> {
  writeWhole(flags.out, file);
  const sent = await payment.bank.send(batch.batchRef, actor);
  if (!sent.ok) end(refused(io, flags, sent.error, language));
  return sent.ok;
}

function tellBatch(io: Io, batch: StoredBatch, language: Language): void {
  const words = bankWords(language);
  const sum = formatEuro(batch.cents as Cents, language);
  printLine(io.stdout, `${batch.batchRef}  ${batch.messageId}  ${words.batch(batch.payments, sum, batch.executeOn)}`);
}

function tellFile(io: Io, report: BankFileReport, language: Language): void {
  const words = bankWords(language);
  for (const [name, count] of Object.entries(report)) {
    if (typeof count === "number" && count > 0)
      printLine(io.stdout, `${words.counts[name as keyof typeof words.counts]}: ${count}`);
  }
}

function paymentLine(one: Payment, language: Language): string {
  const why = one.waits === null ? "" : `  ${pick(waitWords[one.waits], language)}`;
  const said = one.bankReason === null ? "" : `  (${one.bankReason})`;
  return `${one.paymentRef}  ${one.endToEndId ?? "-"}  ${formatEuro(one.cents as Cents, language)}  ${one.state}${why}${said}`;
}
