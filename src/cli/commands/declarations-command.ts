// `maatwerk declarations`: takes in files of declarations, says what became of them, and works on what was kept apart.
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { Command } from "commander";
import { type Language, pick } from "../../kernel/index.ts";
import type { IntakeItem, IntakeKind, StoredIntake } from "../../payment/index.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, printLine } from "../io.ts";
import { declarationWords, parkWords } from "../messages-payment.ts";
import {
  AS_OPTION,
  actorOf,
  checkedRef,
  type PaymentFlags,
  quarterName,
  readable,
  reasonLines,
  withPayment,
  withPaymentOptions,
} from "../payment-system.ts";
import type { Ending } from "../program.ts";
import { UsageError } from "../told-error.ts";

interface TakeFlags extends PaymentFlags {
  readonly kind: string;
}

const KINDS: Readonly<Record<string, IntakeKind>> = { attests: "ATTESTS", payslips: "PAYSLIPS", payroll: "PAYROLL" };

export function addDeclarations(program: Command, io: Io, end: Ending): void {
  const declarations = program
    .command("declarations")
    .description("Files of declarations: take in, report, work on what was kept apart.");

  withPaymentOptions(declarations.command("take <file>"))
    .summary("take in a file of attests, payslips or payroll estimates")
    .description(
      "Takes in a whole file or nothing of it. The same file again changes nothing. What does not fit is kept apart with its reason; exit code 1 when there is any.",
    )
    .option("--kind <kind>", "attests (XML), payslips (CSV, association work) or payroll (CSV, estimates only)", "attests")
    .requiredOption(...AS_OPTION)
    .action(async (file: string, _own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<TakeFlags>();
      const kind = KINDS[flags.kind];
      if (kind === undefined) throw new UsageError(`--kind ${flags.kind}: ${Object.keys(KINDS).join(", ")}`);
      const actor = actorOf(flags, "paymentOfficer");
      readable(file);
      await withPayment(flags, io, async ({ payment, language }) => {
        const chunks = createReadStream(file, { highWaterMark: 262_144 });
        let told = 0;
        const onProgress = (read: number) => {
          if (read < told + 20_000) return;
          told = read;
          printLine(io.stderr, declarationWords(language).progress(read));
        };
        const { intake, before } = await payment.declarations.take({ kind, label: basename(file), chunks, actor, onProgress });
        if (flags.json === true) printLine(io.stdout, JSON.stringify({ before, ...intake }));
        else {
          if (before) printLine(io.stdout, declarationWords(language).before(intake.receivedAt));
          tell(io, intake, language);
        }
        end(apartOf(intake) > 0 ? ExitCode.badInput : ExitCode.ok);
      });
    });

  withPaymentOptions(declarations.command("list"))
    .description("The files that were taken in, latest first.")
    .action(async (_own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<PaymentFlags>();
      await withPayment(flags, io, async ({ payment }) => {
        const all = await payment.declarations.list(50);
        if (flags.json === true) printLine(io.stdout, JSON.stringify(all));
        else for (const one of all) printLine(io.stdout, listLine(one));
        end(ExitCode.ok);
      });
    });

  withPaymentOptions(declarations.command("report [intake]"))
    .description("What became of a file (default: the latest): taken, known, kept apart and refused, each with why.")
    .action(async (intakeRef: string | undefined, _own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<PaymentFlags>();
      const given = intakeRef === undefined ? undefined : checkedRef(intakeRef);
      await withPayment(flags, io, async ({ payment, language }) => {
        const asked = given ?? (await payment.declarations.list(1))[0]?.intakeRef;
        const found = asked === undefined ? null : await payment.declarations.report(asked);
        if (found === null) throw new UsageError(declarationWords(language).noIntake);
        if (flags.json === true) printLine(io.stdout, JSON.stringify(found));
        else {
          tell(io, found.intake, language);
          for (const item of found.items) printLine(io.stdout, itemLine(item, language));
        }
        end(ExitCode.ok);
      });
    });

  withPaymentOptions(declarations.command("parked"))
    .description("Declarations that wait for a person or for a grant, oldest first.")
    .action(async (_own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<PaymentFlags>();
      await withPayment(flags, io, async ({ payment, language }) => {
        const items = await payment.declarations.parked(1_000);
        if (flags.json === true) printLine(io.stdout, JSON.stringify(items));
        else for (const item of items) printLine(io.stdout, `${item.itemRef} ${itemLine(item, language)}`);
        end(ExitCode.ok);
      });
    });

  withPaymentOptions(declarations.command("retry"))
    .description("Tries the parked declarations again: a person, employer or grant may be known by now.")
    .requiredOption(...AS_OPTION)
    .action(async (_own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<PaymentFlags>();
      const actor = actorOf(flags, "paymentOfficer");
      await withPayment(flags, io, async ({ payment, language }) => {
        const intake = await payment.declarations.retry(actor);
        if (flags.json === true) printLine(io.stdout, JSON.stringify(intake));
        else if (intake === null) printLine(io.stdout, declarationWords(language).nothing);
        else tell(io, intake, language);
        end(ExitCode.ok);
      });
    });

  withPaymentOptions(declarations.command("dismiss <item>"))
    .description("Puts a parked declaration aside for good.")
    .requiredOption("--reason <text>", "why it does not count; no names or numbers of people")
    .requiredOption(...AS_OPTION)
    .action(async (item: string, own: { readonly reason: string }, command: Command) => {
      const flags = command.optsWithGlobals<PaymentFlags>();
      const actor = actorOf(flags, "paymentOfficer");
      const itemRef = checkedRef(item);
      await withPayment(flags, io, async ({ payment, language }) => {
        const done = await payment.declarations.dismiss(itemRef, own.reason, actor);
        if (!done.ok) for (const line of reasonLines(done.error, language)) printLine(io.stderr, line);
        end(done.ok ? ExitCode.ok : ExitCode.badInput);
      });
    });
}

const apartOf = ({ report }: StoredIntake): number =>
  report.rejected + Object.values(report.parked).reduce((total, n) => total + n, 0);

function tell(io: Io, intake: StoredIntake, language: Language): void {
  const { report } = intake;
  const words = declarationWords(language);
  printLine(io.stdout, `${intake.intakeRef}  ${intake.label}`);
  printLine(io.stdout, words.counts(report.read, report.taken, report.known, report.rejected));
  for (const [quarter, count] of Object.entries(report.quarters))
    printLine(io.stdout, `  ${quarterName(Number(quarter), language)}: ${count}`);
  if (report.outOfOrder > 0) printLine(io.stdout, `  ${words.outOfOrder(report.outOfOrder)}`);
  for (const [reason, count] of Object.entries(report.parked))
    printLine(io.stdout, `  ${words.apart(count, pick(parkWords[reason as keyof typeof parkWords], language))}`);
}

function listLine(one: StoredIntake): string {
  const { report } = one;
  return `${one.intakeRef}  ${one.receivedAt}  ${one.kind.padEnd(8)}  ${report.read} / ${report.taken} / ${apartOf(one)}  ${one.label}`;
}

function itemLine(item: IntakeItem, language: Language): string {
  const why =
    item.reason === "WRONG"
      ? item.wrong.map((one) => `${one.field ?? one.id}${one.expected === null ? "" : ` (${one.expected})`}`).join(", ")
      : pick(parkWords[item.reason], language);
  const version = item.version === null ? "" : ` v${item.version}`;
  return `${String(item.line).padStart(7)}  ${item.attestNo ?? "-"}${version}  ${item.outcome}  ${why}`;
}
